//! A typed answer to each kind of question, and whether it fits what was asked.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::definition::{DECLINED, Kind, Question, UNSURE};
use super::problem::Problem;

/// Longest text a person can send in one answer, in characters; a definition may ask for less.
pub const MAX_TEXT: usize = 20_000;
/// Longest address or place name, in characters.
pub const MAX_ADDRESS: usize = 200;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    Text(String),
    /// An option key.
    Choice(String),
    /// Option keys in the order of the definition.
    Choices(Vec<String>),
    /// 1 to the number of steps.
    Scale(u8),
    /// Option keys, most important first.
    Ranking(Vec<String>),
    Number(f64),
    Date(Date),
    /// An address in the person's words, an area key, or both.
    Place {
        address: String,
        area: String,
    },
    /// Only on its way to the contacts; never stored among answers.
    Email(String),
    /// What stands among the answers instead of the address.
    EmailLeft,
    /// "Vet inte".
    Unsure,
    /// "Vill inte svara".
    Declined,
}

/// The answers of one person. A question that the person saw and passed over is there with `None`;
/// a question that is missing was not seen. So n, those who saw a question, can be counted from here.
/// As JSON this is canonical: keys sorted, nothing optional.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Option<Answer>>);

impl Answers {
    /// The answer given to a question, if any was.
    pub fn given(&self, key: &str) -> Option<&Answer> {
        self.0.get(key).and_then(Option::as_ref)
    }

    /// True when the person has been shown the question and gone on.
    pub fn seen(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    pub fn put(&mut self, key: &str, answer: Option<Answer>) {
        self.0.insert(key.to_owned(), answer);
    }

    /// True when nothing at all was answered.
    pub fn is_blank(&self) -> bool {
        self.0.values().all(Option::is_none)
    }

    pub fn to_json(&self) -> String {
        // A map of strings to plain values always has a JSON form; numbers are checked to be finite.
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

impl Answer {
    /// The option keys (or the special values) that conditions compare with.
    pub fn values(&self) -> Vec<String> {
        match self {
            Answer::Choice(key) => vec![key.clone()],
            Answer::Choices(keys) | Answer::Ranking(keys) => keys.clone(),
            Answer::Scale(step) => vec![step.to_string()],
            Answer::Number(n) => vec![n.to_string()],
            Answer::Place { area, .. } if !area.is_empty() => vec![area.clone()],
            Answer::Unsure => vec![UNSURE.to_owned()],
            Answer::Declined => vec![DECLINED.to_owned()],
            _ => Vec::new(),
        }
    }

    pub fn as_number(&self) -> Option<f64> {
        match self {
            Answer::Scale(step) => Some(f64::from(*step)),
            Answer::Number(n) => Some(*n),
            _ => None,
        }
    }
}

/// Checks an answer, or none, against its question, required or not.
pub fn accept(question: &Question, answer: Option<&Answer>) -> Result<(), Problem> {
    match answer {
        Some(answer) => fits(question, answer),
        None if question.required && question.asks() => Err(missing(question)),
        None => Ok(()),
    }
}

/// Checks that an answer is of the question's kind and within its bounds.
pub fn fits(question: &Question, answer: &Answer) -> Result<(), Problem> {
    match (&question.kind, answer) {
        (kind, Answer::Unsure) if question.unsure && !matches!(kind, Kind::Information) => Ok(()),
        (kind, Answer::Declined) if question.decline && !matches!(kind, Kind::Information) => Ok(()),
        (Kind::ShortText { max_length } | Kind::LongText { max_length }, Answer::Text(text)) => {
            fits_text(text, *max_length)
        }
        (Kind::Single { options } | Kind::Statement { options }, Answer::Choice(key))
            if options.iter().any(|o| o.key == *key) =>
        {
            Ok(())
        }
        (Kind::Multiple { options, min, max }, Answer::Choices(keys)) => {
            fits_options(question, keys, options.len())?;
            fits_number_of_choices(keys.len(), *min, *max)
        }
        (Kind::Budget { options, terms }, Answer::Choices(keys)) => {
            fits_options(question, keys, options.len())?;
            terms.accept(keys)
        }
        (Kind::Scale { steps, .. }, Answer::Scale(step)) if (1..=*steps).contains(step) => Ok(()),
        (Kind::Ranking { options }, Answer::Ranking(keys)) => fits_options(question, keys, options.len()),
        (Kind::Number { min, max, decimals, .. }, Answer::Number(n)) => fits_number(*n, *min, *max, *decimals),
        (Kind::Date { earliest, latest }, Answer::Date(date)) => fits_date(*date, *earliest, *latest),
        (Kind::Place { areas }, Answer::Place { address, area }) => {
            if address.chars().count() > MAX_ADDRESS {
                return Err(Problem::new("participation-answer-address-long").with("max", MAX_ADDRESS));
            }
            let known = area.is_empty() || areas.iter().any(|a| a.key == *area);
            if known && !(address.is_empty() && area.is_empty()) {
                Ok(())
            } else {
                Err(missing(question))
            }
        }
        (Kind::Email, Answer::Email(email)) => fits_email(email),
        (Kind::Email, Answer::EmailLeft) => Ok(()),
        _ => Err(missing(question)),
    }
}

/// "Skriv ett svar", "Välj ett alternativ" …: what a person does to answer a question of this kind.
pub fn missing(question: &Question) -> Problem {
    Problem::new(match question.kind {
        Kind::ShortText { .. } | Kind::LongText { .. } => "participation-answer-missing-text",
        Kind::Single { .. } => "participation-answer-missing-choice",
        Kind::Multiple { .. } => "participation-answer-missing-choices",
        Kind::Statement { .. } => "participation-answer-missing-stance",
        Kind::Budget { .. } => "participation-answer-missing-projects",
        Kind::Scale { .. } => "participation-answer-missing-scale",
        Kind::Ranking { .. } => "participation-answer-missing-ranking",
        Kind::Number { .. } => "participation-answer-missing-number",
        Kind::Date { .. } => "participation-answer-missing-date",
        Kind::Place { .. } => "participation-answer-missing-place",
        Kind::Email => "participation-answer-email",
        Kind::Information => "participation-answer-missing-text",
    })
}

fn fits_text(text: &str, max_length: usize) -> Result<(), Problem> {
    let over = text.chars().count().saturating_sub(max_length.min(MAX_TEXT));
    if over > 0 {
        return Err(Problem::new("participation-answer-text-long").with("over", over));
    }
    if text.trim().is_empty() || text.contains('\0') {
        return Err(Problem::new("participation-answer-missing-text"));
    }
    Ok(())
}

fn fits_options(question: &Question, keys: &[String], known: usize) -> Result<(), Problem> {
    let distinct: BTreeSet<&String> = keys.iter().collect();
    let all_known = keys.iter().all(|k| question.choice(k).is_some());
    if keys.is_empty() || keys.len() > known || distinct.len() != keys.len() || !all_known {
        return Err(missing(question));
    }
    Ok(())
}

fn fits_number_of_choices(chosen: usize, min: usize, max: usize) -> Result<(), Problem> {
    if chosen < min {
        return Err(Problem::new("participation-answer-choose-more").with("min", min));
    }
    if max > 0 && chosen > max {
        return Err(Problem::new("participation-answer-choose-fewer")
            .with("max", max)
            .with("chosen", chosen));
    }
    Ok(())
}

fn fits_number(n: f64, min: Option<f64>, max: Option<f64>, decimals: u8) -> Result<(), Problem> {
    let scaled = n * 10f64.powi(i32::from(decimals));
    if !n.is_finite() || n.abs() > 1e12 || (scaled - scaled.round()).abs() > 1e-6 {
        return Err(Problem::new("participation-answer-missing-number"));
    }
    let low = min.is_some_and(|min| n < min);
    let high = max.is_some_and(|max| n > max);
    match (min, max) {
        (Some(min), Some(max)) if low || high => Err(Problem::new("participation-answer-number-between")
            .with("min", show(min))
            .with("max", show(max))),
        (Some(min), _) if low => Err(Problem::new("participation-answer-number-min").with("min", show(min))),
        (_, Some(max)) if high => Err(Problem::new("participation-answer-number-max").with("max", show(max))),
        _ => Ok(()),
    }
}

/// A number as Swedish text: decimal comma, no thousands marks.
pub fn show(n: f64) -> String {
    n.to_string().replace('.', ",")
}

fn fits_date(date: Date, earliest: Option<Date>, latest: Option<Date>) -> Result<(), Problem> {
    if let Some(earliest) = earliest.filter(|e| date < *e) {
        return Err(Problem::new("participation-answer-date-early").with("earliest", earliest.to_string()));
    }
    if let Some(latest) = latest.filter(|l| date > *l) {
        return Err(Problem::new("participation-answer-date-late").with("latest", latest.to_string()));
    }
    Ok(())
}

fn fits_email(email: &str) -> Result<(), Problem> {
    let well_formed = email.len() <= 254
        && !email
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"'))
        && email.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty()
                && !domain.contains('@')
                && domain.contains('.')
                && domain
                    .split('.')
                    .all(|part| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-'))
        });
    if well_formed {
        Ok(())
    } else {
        Err(Problem::new("participation-answer-email"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;
    use proptest::prelude::*;

    #[test]
    fn answers_are_checked_against_their_question() {
        let definition = samples::every_kind();
        let check =
            |key: &str, answer: Answer| accept(definition.question(key).unwrap(), Some(&answer)).map_err(|p| p.key);
        assert_eq!(check("fardsatt", Answer::Choice("buss".into())), Ok(()));
        assert_eq!(
            check("fardsatt", Answer::Choice("bil".into())),
            Err("participation-answer-missing-choice")
        );
        assert_eq!(check("fardsatt", Answer::Unsure), Ok(()));
        assert_eq!(
            check("fardsatt", Answer::Declined),
            Err("participation-answer-missing-choice"),
            "not offered"
        );
        assert_eq!(
            check("mest", Answer::Choices(vec!["a".into(), "b".into(), "c".into()])),
            Err("participation-answer-choose-fewer")
        );
        assert_eq!(
            check("mest", Answer::Choices(vec!["a".into(), "a".into()])),
            Err("participation-answer-missing-choices")
        );
        assert_eq!(
            check("hur-trygg", Answer::Scale(6)),
            Err("participation-answer-missing-scale")
        );
        assert_eq!(
            check("hur-manga", Answer::Number(2.25)),
            Err("participation-answer-missing-number")
        );
        assert_eq!(
            check("hur-manga", Answer::Number(f64::NAN)),
            Err("participation-answer-missing-number")
        );
        assert_eq!(
            check("hur-manga", Answer::Number(101.0)),
            Err("participation-answer-number-between")
        );
        assert_eq!(
            check(
                "var",
                Answer::Place {
                    address: String::new(),
                    area: String::new()
                }
            ),
            Err("participation-answer-missing-place")
        );
        assert_eq!(
            check(
                "var",
                Answer::Place {
                    address: "Torget".into(),
                    area: "norr".into()
                }
            ),
            Ok(())
        );
        assert_eq!(
            check("namn-pa-torget", Answer::Text("å".repeat(81))),
            Err("participation-answer-text-long")
        );
        assert_eq!(
            check("mejl", Answer::Email("namn@exempel".into())),
            Err("participation-answer-email")
        );
        assert_eq!(
            check("mejl", Answer::Email("namn@exempel.se\r\nBcc: x@y.se".into())),
            Err("participation-answer-email")
        );
        assert_eq!(
            check("las-forst", Answer::Unsure),
            Err("participation-answer-missing-text")
        );
    }

    #[test]
    fn a_required_question_left_out_says_what_to_do() {
        let definition = samples::every_kind();
        assert!(accept(definition.question("fardsatt").unwrap(), None).is_err());
        assert!(accept(definition.question("mest").unwrap(), None).is_ok());
    }

    proptest! {
        #[test]
        fn answers_survive_their_json(answers in samples::any_answers()) {
            prop_assert_eq!(Answers::from_json(&answers.to_json()), Some(answers));
        }
    }
}
