//! Answers as people read them: on the page to check, on the receipt, on the desk and in exports.

use texts::{Lang, Local, Texts};

use crate::model::answer::{Answer, show};
use crate::model::definition::{Kind, Question};

/// How to write an answer out.
pub struct Shown<'a> {
    pub texts: &'a Texts,
    pub local: &'a Local,
}

impl Shown<'_> {
    fn lang(&self) -> Lang {
        self.local.lang
    }

    /// The answer in words; empty when none was given.
    pub fn answer(&self, question: &Question, answer: Option<&Answer>) -> String {
        match answer {
            None => String::new(),
            Some(Answer::Text(text) | Answer::Email(text)) => text.clone(),
            Some(Answer::Choice(key)) => self.option(question, key),
            Some(Answer::Choices(keys)) => keys
                .iter()
                .map(|k| self.option(question, k))
                .collect::<Vec<_>>()
                .join("\n"),
            Some(Answer::Ranking(keys)) => {
                let line = |(i, key): (usize, &String)| format!("{}. {}", i + 1, self.option(question, key));
                keys.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
            }
            Some(Answer::Scale(step)) => self.step(question, *step),
            Some(Answer::Number(n)) => self.number(question, *n),
            Some(Answer::Date(date)) => self.local.short_date(*date),
            Some(Answer::Place { address, area }) => {
                let area = if area.is_empty() {
                    String::new()
                } else {
                    self.option(question, area)
                };
                [address.as_str(), area.as_str()]
                    .into_iter()
                    .filter(|s| !s.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ")
            }
            Some(Answer::EmailLeft) => self.texts.get(self.lang(), "participation-email-left"),
            Some(Answer::Unsure) => self.texts.get(self.lang(), "participation-unsure"),
            Some(Answer::Declined) => self.texts.get(self.lang(), "participation-declined"),
        }
    }

    fn option(&self, question: &Question, key: &str) -> String {
        question
            .choice(key)
            .map_or_else(|| key.to_owned(), |c| c.label.said(self.lang().code()).to_owned())
    }

    fn step(&self, question: &Question, step: u8) -> String {
        let Kind::Scale { steps, low, high } = &question.kind else {
            return step.to_string();
        };
        let end = match step {
            1 => low.said(self.lang().code()),
            last if last == *steps => high.said(self.lang().code()),
            _ => "",
        };
        let values = [
            ("step", i64::from(step).into()),
            ("steps", i64::from(*steps).into()),
            ("end", end.into()),
        ];
        let key = if end.is_empty() {
            "participation-scale-step"
        } else {
            "participation-scale-end"
        };
        self.texts.with(self.lang(), key, &values)
    }

    fn number(&self, question: &Question, n: f64) -> String {
        let unit = match &question.kind {
            Kind::Number { unit, .. } => unit.said(self.lang().code()),
            _ => "",
        };
        let number = if self.lang() == Lang::Sv {
            show(n)
        } else {
            n.to_string()
        };
        if unit.is_empty() {
            number
        } else {
            format!("{number} {unit}")
        }
    }
}
