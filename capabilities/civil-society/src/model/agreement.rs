//! Written agreements with organisations, and when they are in force.

use super::choices;
use jiff::civil::Date;

choices! {
    /// What sort of agreement.
    AgreementKind {
        /// Överenskommelse om samverkan.
        Collaboration = "collaboration", "civil-agreement-collaboration";
        /// Idéburet offentligt partnerskap.
        Partnership = "partnership", "civil-agreement-partnership";
        /// Samverkansöverenskommelse with the police.
        Police = "police", "civil-agreement-police";
    }
}

/// How far an agreement has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Draft,
    InForce,
    Expired,
    Ended,
}

impl State {
    /// The key of its name.
    pub(crate) fn label(self) -> &'static str {
        match self {
            State::Draft => "civil-state-draft",
            State::InForce => "civil-state-in-force",
            State::Expired => "civil-state-expired",
            State::Ended => "civil-state-ended",
        }
    }
}

/// What is written in an agreement. Purposes and areas are what the act asks for (lag 2023:196, 9 §).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub title: String,
    pub kind: AgreementKind,
    pub purposes: Vec<String>,
    pub areas: Vec<String>,
    /// What the municipality commits itself to.
    pub our_commitment: String,
    /// Who looked at procurement and state aid, when, and what they found. A lawyer judges, not a program.
    pub legal_check: String,
    pub case_number: String,
    pub signed_on: Option<Date>,
    pub expires_on: Option<Date>,
    pub follow_up_on: Option<Date>,
}

impl Default for Agreement {
    fn default() -> Agreement {
        Agreement {
            title: String::new(),
            kind: AgreementKind::Collaboration,
            purposes: Vec::new(),
            areas: Vec::new(),
            our_commitment: String::new(),
            legal_check: String::new(),
            case_number: String::new(),
            signed_on: None,
            expires_on: None,
            follow_up_on: None,
        }
    }
}

impl Agreement {
    /// What keeps it from being saved: the field and the text that says what to do.
    pub(crate) fn complaints(&self, today: Date) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        let mut expect = |holds: bool, field, text| {
            if !holds {
                list.push((field, text));
            }
        };
        expect(!self.title.is_empty(), "title", "civil-error-agreement-title");
        expect(!self.purposes.is_empty(), "purposes", "civil-error-purposes");
        expect(!self.areas.is_empty(), "areas", "civil-error-areas");
        expect(
            !self.our_commitment.is_empty(),
            "our-commitment",
            "civil-error-commitment",
        );
        // A partnership between grant and procurement stands on a judgement that somebody made.
        let is_checked = self.kind != AgreementKind::Partnership || !self.legal_check.is_empty();
        expect(is_checked, "legal-check", "civil-error-legal-check");
        expect(
            self.signed_on.is_none_or(|day| day <= today),
            "signed",
            "civil-error-future",
        );
        let in_order = match (self.signed_on, self.expires_on) {
            (Some(signed), Some(expires)) => signed < expires,
            _ => true,
        };
        expect(in_order, "expires", "civil-error-expires");
        list
    }
}

/// Where an agreement stands on a day. It is in force on its last day.
pub(crate) fn state(agreement: &Agreement, ended_on: Option<Date>, today: Date) -> State {
    if ended_on.is_some_and(|day| day <= today) {
        State::Ended
    } else if agreement.signed_on.is_none_or(|day| day > today) {
        State::Draft
    } else if agreement.expires_on.is_some_and(|day| day < today) {
        State::Expired
    } else {
        State::InForce
    }
}

/// From this day the desk says that an agreement runs out: six months are what a new one takes to be decided.
pub(crate) fn warned_from(expires_on: Date) -> Date {
    let span = jiff::Span::new().try_months(6);
    span.and_then(|span| expires_on.checked_sub(span)).unwrap_or(expires_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn agreement() -> Agreement {
        Agreement {
            title: "Tryggare Mörby".into(),
            purposes: vec!["Färre stölder".into()],
            areas: vec!["Mörby".into()],
            our_commitment: "Lokal".into(),
            signed_on: Some(date(2026, 1, 1)),
            expires_on: Some(date(2026, 12, 31)),
            ..Agreement::default()
        }
    }

    #[test]
    fn an_agreement_is_in_force_from_its_first_day_through_its_last() {
        let on = |day| state(&agreement(), None, day);
        assert_eq!(on(date(2025, 12, 31)), State::Draft);
        assert_eq!(on(date(2026, 1, 1)), State::InForce);
        assert_eq!(on(date(2026, 12, 31)), State::InForce);
        assert_eq!(on(date(2027, 1, 1)), State::Expired);
        assert_eq!(
            state(&agreement(), Some(date(2026, 5, 1)), date(2026, 5, 1)),
            State::Ended
        );
        assert_eq!(warned_from(date(2026, 12, 31)), date(2026, 6, 30));
    }

    #[test]
    fn purposes_and_areas_must_stand_and_a_partnership_must_be_checked() {
        let today = date(2026, 3, 17);
        assert_eq!(agreement().complaints(today), []);
        let wrong = Agreement {
            kind: AgreementKind::Partnership,
            purposes: Vec::new(),
            areas: Vec::new(),
            signed_on: Some(date(2026, 4, 1)),
            expires_on: Some(date(2026, 3, 1)),
            ..agreement()
        };
        let fields: Vec<_> = wrong.complaints(today).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["purposes", "areas", "legal-check", "signed", "expires"]);
    }
}
