//! Organisations that are asked in a process: what came of it, and what they answered. An organisation's answer is one voice with
//! a mandate; it is never counted as residents.

use super::choices;
use super::screening::{Found, screen};
use super::{LINE, TEXT, is_long};
use db::Id;
use jiff::civil::Date;

choices! {
    /// What came of asking an organisation.
    Outcome {
        TookPart = "took-part", "civil-outcome-took-part";
        Declined = "declined", "civil-outcome-declined";
        Silent = "silent", "civil-outcome-silent";
    }
}

/// An organisation's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationAnswer {
    pub organisation: Id,
    /// The role of whoever speaks.
    pub role: String,
    /// Who stands behind it: one of the pack's choices.
    pub mandate: String,
    /// For whom: members, a place, a group.
    pub speaks_for: String,
    pub answer: String,
    pub received_on: Date,
}

impl OrganisationAnswer {
    /// What keeps it from being saved.
    pub(crate) fn complaints(&self, mandates: &[(String, String)], today: Date) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        let mut expect = |holds: bool, field, text| {
            if !holds {
                list.push((field, text));
            }
        };
        expect(!self.role.is_empty(), "role", "civil-error-proposal-role");
        let is_known = mandates.iter().any(|(key, _)| *key == self.mandate);
        expect(is_known, "mandate", "civil-error-mandate");
        expect(!self.speaks_for.is_empty(), "speaks-for", "civil-error-speaks-for");
        expect(!self.answer.is_empty(), "answer", "civil-error-organisation-answer");
        expect(self.received_on <= today, "received", "civil-error-future");
        for (field, text, most) in [
            ("role", &self.role, LINE),
            ("speaks-for", &self.speaks_for, LINE),
            ("answer", &self.answer, TEXT),
        ] {
            let too_long = if most == LINE {
                "civil-error-line-long"
            } else {
                "civil-error-text-long"
            };
            expect(!is_long(text, most), field, too_long);
            expect(screen(text) != Found::Person, field, "civil-error-personal");
        }
        list
    }
}
