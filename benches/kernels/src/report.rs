//! What either side says of a case, as lines of words with tabs between them, so that a program in another language can say it
//! too: `seconds`, `megabytes`, `bound`, `quality NAME VALUE`, `answer NAME VALUE`, `skipped WHY`.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result};

/// What came of a case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Processor time.
    pub seconds: f64,
    pub megabytes: f64,
    /// Processor time of the least that any program must do, measured by ours.
    pub bound: Option<f64>,
    /// How good the answer is, where answers may differ: recall, share right.
    pub qualities: BTreeMap<String, f64>,
    /// What must be equal on both sides, see [`differences`].
    pub answers: BTreeMap<String, String>,
    /// Why there is nothing.
    pub skipped: Option<String>,
}

impl Report {
    pub fn answer(&mut self, name: &str, value: impl ToString) {
        self.answers.insert(name.to_owned(), value.to_string());
    }

    pub fn quality(&mut self, name: &str, value: f64) {
        self.qualities.insert(name.to_owned(), value);
    }

    /// As it is sent.
    pub fn lines(&self) -> String {
        let mut text = format!("seconds\t{}\nmegabytes\t{}\n", self.seconds, self.megabytes);
        // Writing to a String cannot fail.
        if let Some(bound) = self.bound {
            let _ = writeln!(text, "bound\t{bound}");
        }
        for (name, value) in &self.qualities {
            let _ = writeln!(text, "quality\t{name}\t{value}");
        }
        for (name, value) in &self.answers {
            let _ = writeln!(text, "answer\t{name}\t{value}");
        }
        text
    }

    /// As it was sent. Other lines are what libraries print, and pass by.
    pub fn read(lines: &str) -> Result<Report> {
        let mut report = Report::default();
        for line in lines.lines() {
            let number = |value: &str| value.parse::<f64>().with_context(|| format!("no number: {line}"));
            match line.split('\t').collect::<Vec<_>>()[..] {
                ["seconds", value] => report.seconds = number(value)?,
                ["megabytes", value] => report.megabytes = number(value)?,
                ["bound", value] => report.bound = Some(number(value)?),
                ["quality", name, value] => report.quality(name, number(value)?),
                ["answer", name, value] => report.answer(name, value),
                ["skipped", why] => report.skipped = Some(why.to_owned()),
                _ => {}
            }
        }
        Ok(report)
    }
}

/// The answers that both gave and that differ. One named `axis …` is a vector and may point either way, with a cosine of
/// at least 1 − 10⁻⁹; one named `about …` is a number and may differ by one in ten thousand; others are equal as they stand.
pub fn differences(own: &Report, reference: &Report) -> Vec<String> {
    let differs = |name: &&String| {
        let (own, other) = (&own.answers[*name], &reference.answers[*name]);
        if name.starts_with("axis ") {
            cosine(&numbers(own), &numbers(other)).abs() < 1.0 - 1e-9
        } else if name.starts_with("about ") {
            let (own, other) = (numbers(own), numbers(other));
            own.len() != 1 || other.len() != 1 || (own[0] - other[0]).abs() > 1e-4 * own[0].abs()
        } else {
            own != other
        }
    };
    let both = own.answers.keys().filter(|name| reference.answers.contains_key(*name));
    both.filter(differs).cloned().collect()
}

fn numbers(text: &str) -> Vec<f64> {
    text.split(' ').filter_map(|word| word.parse().ok()).collect()
}

/// 0 for vectors of different lengths.
fn cosine(a: &[f64], b: &[f64]) -> f64 {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    if a.len() == b.len() {
        dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(answers: &[(&str, &str)]) -> Report {
        let mut report = Report {
            seconds: 0.5,
            megabytes: 12.0,
            ..Report::default()
        };
        answers.iter().for_each(|(name, value)| report.answer(name, value));
        report
    }

    #[test]
    fn what_is_sent_arrives() {
        let mut sent = report(&[("winners", "1 2")]);
        sent.bound = Some(0.25);
        sent.quality("recall", 0.5);
        let lines = format!("a library talks\n{}", sent.lines());
        assert_eq!(Report::read(&lines).expect("numbers"), sent);
        assert!(Report::read("seconds\tsoon").is_err());
    }

    #[test]
    fn an_axis_may_point_the_other_way_and_winners_may_not_differ() {
        let own = report(&[
            ("axis 1", "0.6 0.8"),
            ("winners", "1 2"),
            ("about odds", "0.5"),
            ("mine", "1"),
        ]);
        let good = report(&[("axis 1", "-0.6 -0.8"), ("winners", "1 2"), ("about odds", "0.50001")]);
        let bad = report(&[("axis 1", "0.6 0.79"), ("winners", "1 3"), ("about odds", "0.51")]);
        assert!(differences(&own, &good).is_empty());
        assert_eq!(differences(&own, &bad), ["about odds", "axis 1", "winners"]);
    }
}
