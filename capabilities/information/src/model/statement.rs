//! The accessibility statement: what Digg's eleven points ask for, as fields. The body's and the site's names and the ways
//! to reach it come from the settings, the day of the update from the saving.

use jiff::{Span, civil::Date};
use serde::{Deserialize, Serialize};
use texts::Lang;

/// A text in both languages; English may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Both {
    pub sv: String,
    pub en: String,
}

impl Both {
    /// The text, with the language it is in.
    pub fn get(&self, lang: Lang) -> (&str, Lang) {
        match lang {
            Lang::En if !self.en.trim().is_empty() => (&self.en, Lang::En),
            _ => (&self.sv, Lang::Sv),
        }
    }
}

/// How far the service meets the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conformance {
    Full,
    Partial,
    None,
}

impl Conformance {
    /// In the order of the form.
    pub const ALL: [Conformance; 3] = [Conformance::Full, Conformance::Partial, Conformance::None];

    /// The word in forms and text keys.
    pub fn code(self) -> &'static str {
        match self {
            Conformance::Full => "full",
            Conformance::Partial => "partial",
            Conformance::None => "none",
        }
    }

    /// The one with that word.
    pub fn from_code(code: &str) -> Option<Conformance> {
        Conformance::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Who assessed the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assessor {
    /// The municipality itself.
    Own,
    /// Somebody from outside.
    Outside,
}

impl Assessor {
    /// In the order of the form.
    pub const ALL: [Assessor; 2] = [Assessor::Own, Assessor::Outside];

    /// The word in forms and text keys.
    pub fn code(self) -> &'static str {
        match self {
            Assessor::Own => "own",
            Assessor::Outside => "outside",
        }
    }

    /// The one with that word.
    pub fn from_code(code: &str) -> Option<Assessor> {
        Assessor::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What the municipality says about how accessible the site is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What the service is called.
    pub service: String,
    pub conformance: Conformance,
    /// What is not accessible and why, one line each.
    pub gaps: Both,
    /// The day of the assessment.
    pub reviewed_on: Option<Date>,
    pub assessor: Assessor,
    /// How it was assessed.
    pub how: Both,
    /// Within how many working days one gets an answer.
    pub answer_days: i64,
    /// What is left out as an unreasonable burden, with reasons.
    pub burden: Both,
    /// What the law does not cover.
    pub outside: Both,
}

/// A statement holds for twelve months; then somebody looks again.
pub fn review_due(reviewed_on: Date) -> Date {
    reviewed_on.checked_add(Span::new().months(12)).unwrap_or(reviewed_on)
}

/// A fault in a statement: the field, and the text key of what to do.
pub type Complaint = (&'static str, &'static str);

impl Statement {
    /// What is missing or does not fit together.
    pub fn complaints(&self, today: Date) -> Vec<Complaint> {
        let has_gaps = !self.gaps.sv.trim().is_empty();
        let rules = [
            (self.service.trim().is_empty(), "tjanst", "information-error-service"),
            (
                self.conformance != Conformance::Full && !has_gaps,
                "brister",
                "information-error-gaps",
            ),
            (
                self.conformance == Conformance::Full && has_gaps,
                "brister",
                "information-error-no-gaps",
            ),
            (
                !has_gaps && !self.gaps.en.trim().is_empty(),
                "brister",
                "information-error-gaps-swedish",
            ),
            (self.reviewed_on.is_none(), "bedomd", "information-error-reviewed"),
            (
                self.reviewed_on.is_some_and(|day| day > today),
                "bedomd",
                "information-error-reviewed-later",
            ),
            (self.how.sv.trim().is_empty(), "hur", "information-error-how"),
            (
                !(1..=30).contains(&self.answer_days),
                "svarsdagar",
                "information-error-days",
            ),
        ];
        let mut complaints: Vec<Complaint> = Vec::new();
        for (wrong, field, message) in rules {
            if wrong && !complaints.iter().any(|(known, _)| *known == field) {
                complaints.push((field, message));
            }
        }
        complaints
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn sound() -> Statement {
        let both = |text: &str| Both {
            sv: text.into(),
            en: String::new(),
        };
        Statement {
            service: "Dialog Exempelby".into(),
            conformance: Conformance::Partial,
            gaps: both("Dokument saknar taggar."),
            reviewed_on: Some(date(2026, 3, 1)),
            assessor: Assessor::Own,
            how: both("Med skärmläsare."),
            answer_days: 5,
            burden: Both::default(),
            outside: Both::default(),
        }
    }

    #[test]
    fn a_whole_statement_has_nothing_to_complain_about() {
        assert_eq!(sound().complaints(date(2026, 3, 17)), []);
    }

    #[test]
    fn what_does_not_fit_together_is_told_at_its_field() {
        let today = date(2026, 3, 17);
        let told = |change: fn(&mut Statement)| {
            let mut one = sound();
            change(&mut one);
            one.complaints(today)
                .into_iter()
                .map(|(_, key)| key)
                .collect::<Vec<_>>()
        };
        assert_eq!(told(|one| one.service.clear()), ["information-error-service"]);
        assert_eq!(told(|one| one.gaps.sv.clear()), ["information-error-gaps"]);
        assert_eq!(
            told(|one| one.conformance = Conformance::Full),
            ["information-error-no-gaps"]
        );
        assert_eq!(told(|one| one.reviewed_on = None), ["information-error-reviewed"]);
        assert_eq!(
            told(|one| one.reviewed_on = Some(date(2026, 3, 18))),
            ["information-error-reviewed-later"]
        );
        assert_eq!(told(|one| one.answer_days = 0), ["information-error-days"]);
    }

    #[test]
    fn a_review_holds_for_a_year() {
        assert_eq!(review_due(date(2025, 2, 28)), date(2026, 2, 28));
        assert_eq!(review_due(date(2024, 2, 29)), date(2025, 2, 28));
    }

    #[test]
    fn english_falls_back_to_swedish() {
        let text = Both {
            sv: "Hej".into(),
            en: " ".into(),
        };
        assert_eq!(text.get(Lang::En), ("Hej", Lang::Sv));
    }
}
