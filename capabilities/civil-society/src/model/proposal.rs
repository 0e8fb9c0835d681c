//! What an organisation proposes to the municipality, and the answer it is owed.

use super::screening::{Found, screen};
use super::{LINE, TEXT, is_long};
use jiff::civil::Date;

/// What is written in a proposal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    pub organisation: String,
    /// The role of whoever speaks.
    pub role: String,
    /// Who stands behind it: one of the pack's choices.
    pub mandate: String,
    pub speaks_for: String,
    pub title: String,
    pub body: String,
    /// What the organisation itself would do.
    pub offers: String,
    /// An address of the organisation, for a letter when the answer is there; may be empty.
    pub contact_address: String,
}

impl Proposal {
    /// What keeps it from being sent: the field and the text that says what to do.
    pub(crate) fn complaints(&self, mandates: &[(String, String)]) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        let mut expect = |holds: bool, field, text| {
            if !holds {
                list.push((field, text));
            }
        };
        expect(
            !self.organisation.is_empty(),
            "organisation",
            "civil-error-proposal-organisation",
        );
        expect(!self.role.is_empty(), "role", "civil-error-proposal-role");
        let is_known = mandates.iter().any(|(key, _)| *key == self.mandate);
        expect(is_known, "mandate", "civil-error-mandate");
        expect(!self.title.is_empty(), "title", "civil-error-proposal-title");
        expect(!self.body.is_empty(), "body", "civil-error-proposal-body");
        let is_address = self.contact_address.is_empty() || identity::contacts::is_address(&self.contact_address);
        expect(is_address, "contact-address", "civil-error-email");
        for (field, text, most) in [
            ("organisation", &self.organisation, LINE),
            ("role", &self.role, LINE),
            ("speaks-for", &self.speaks_for, LINE),
            ("title", &self.title, LINE),
            ("body", &self.body, TEXT),
            ("offers", &self.offers, TEXT),
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

/// The answer to a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalAnswer {
    /// One of the pack's choices.
    pub outcome: String,
    pub answer: String,
}

/// The day by which somebody answers, or says when: a fortnight is what the method gives.
pub(crate) fn first_due(received_on: Date) -> Date {
    let span = jiff::Span::new().try_days(14);
    span.and_then(|span| received_on.checked_add(span))
        .unwrap_or(received_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_says_who_speaks_with_which_mandate_and_holds_no_number_of_a_person() {
        let mandates = vec![("board".to_owned(), "Styrelsen".to_owned())];
        let fields =
            |one: &Proposal| -> Vec<_> { one.complaints(&mandates).into_iter().map(|(field, _)| field).collect() };
        assert_eq!(
            fields(&Proposal::default()),
            ["organisation", "role", "mandate", "title", "body"]
        );
        let proposal = Proposal {
            organisation: "Scouterna".into(),
            role: "Ordförande".into(),
            mandate: "board".into(),
            title: "Läger i Kvarnparken".into(),
            body: "Vi vill hålla läger.".into(),
            ..Proposal::default()
        };
        assert_eq!(fields(&proposal), Vec::<&str>::new());
        let faulty = Proposal {
            body: "Ring 811218-9876".into(),
            contact_address: "kansliet".into(),
            ..proposal
        };
        assert_eq!(fields(&faulty), ["contact-address", "body"]);
    }
}
