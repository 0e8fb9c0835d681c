//! The form of one question: what staff type, and the question it makes.

use jiff::civil::Date;
use web::{Cx, Form};

use super::budget_form::BudgetForm;
use super::condition_form::{TESTS, TestForm, test_forms};
use crate::model::definition::{Choice, Joined, Kind, Question, ShowIf, Test, Wording};
use crate::model::parse::read_number;
use crate::model::versions::keep_keys;

/// The fields as they stand in the form.
#[derive(Debug, Clone, Default)]
pub struct QuestionForm {
    pub kind: &'static str,
    pub label: Wording,
    pub help: Wording,
    pub required: bool,
    pub unsure: bool,
    pub decline: bool,
    pub background: bool,
    pub purpose: Wording,
    /// One option per line.
    pub options: Wording,
    pub min: String,
    pub max: String,
    pub steps: String,
    pub low: Wording,
    pub high: Wording,
    pub decimals: String,
    pub unit: Wording,
    pub earliest: [String; 3],
    pub latest: [String; 3],
    pub budget: BudgetForm,
    /// "alltid", "alla", "nagon".
    pub shown: String,
    pub tests: Vec<TestForm>,
}

impl QuestionForm {
    /// The form of a question as it stands.
    pub fn of(question: &Question) -> Self {
        let lines = |pick: fn(&Choice) -> &str| {
            let lines: Vec<&str> = question.choices().iter().map(pick).collect();
            if lines.iter().all(|l| l.is_empty()) {
                String::new()
            } else {
                lines.join("\n")
            }
        };
        let mut form = Self {
            kind: question.kind.name(),
            label: question.label.clone(),
            help: question.help.clone(),
            required: question.required,
            unsure: question.unsure,
            decline: question.decline,
            background: question.is_background(),
            purpose: question.purpose.clone().unwrap_or_default(),
            options: Wording::new(lines(|c| &c.label.sv), lines(|c| &c.label.en)),
            shown: match question.show_if.as_ref().map(|c| c.joined) {
                None => "alltid",
                Some(Joined::All) => "alla",
                Some(Joined::Any) => "nagon",
            }
            .to_owned(),
            tests: test_forms(question),
            budget: BudgetForm::of(&question.kind),
            ..Self::default()
        };
        form.fill_kind(&question.kind);
        form
    }

    fn fill_kind(&mut self, kind: &Kind) {
        let number = |n: Option<f64>| n.map(crate::model::answer::show).unwrap_or_default();
        let date = |d: Option<Date>| {
            d.map_or_else(Default::default, |d| {
                [d.day().to_string(), d.month().to_string(), d.year().to_string()]
            })
        };
        let bound = |n: usize| if n == 0 { String::new() } else { n.to_string() };
        match kind {
            Kind::ShortText { max_length } | Kind::LongText { max_length } => self.max = max_length.to_string(),
            Kind::Multiple { min, max, .. } => (self.min, self.max) = (bound(*min), bound(*max)),
            Kind::Scale { steps, low, high } => {
                self.steps = steps.to_string();
                self.low = low.clone();
                self.high = high.clone();
            }
            Kind::Number {
                min,
                max,
                decimals,
                unit,
            } => {
                (self.min, self.max) = (number(*min), number(*max));
                self.decimals = decimals.to_string();
                self.unit = unit.clone();
            }
            Kind::Date { earliest, latest } => (self.earliest, self.latest) = (date(*earliest), date(*latest)),
            Kind::Single { .. }
            | Kind::Ranking { .. }
            | Kind::Place { .. }
            | Kind::Statement { .. }
            | Kind::Budget { .. }
            | Kind::Email
            | Kind::Information => {}
        }
    }

    /// What was typed.
    pub fn read(before: &Question, sent: &Form) -> Self {
        let wording = |name: &str| Wording::new(sent.text(&format!("{name}-sv")), sent.text(&format!("{name}-en")));
        let date = |name: &str| ["day", "month", "year"].map(|part| sent.text(&format!("{name}-{part}")));
        let test = |number: usize| TestForm {
            number,
            answer: sent.text(&format!("villkor-{number}")),
            operator: sent.text(&format!("villkor-{number}-jamfor")),
            value: sent.text(&format!("villkor-{number}-tal")),
        };
        Self {
            kind: before.kind.name(),
            label: wording("fraga"),
            help: wording("hjalp"),
            required: sent.has("obligatorisk"),
            unsure: sent.has("vet-inte"),
            decline: sent.has("vill-inte-svara"),
            background: sent.has("om-dig"),
            purpose: wording("syfte"),
            options: wording("alternativ"),
            min: sent.text("minst"),
            max: sent.text("hogst"),
            steps: sent.text("steg"),
            low: wording("lag"),
            high: wording("hog"),
            decimals: sent.text("decimaler"),
            unit: wording("enhet"),
            earliest: date("tidigast"),
            latest: date("senast"),
            budget: BudgetForm::read(sent),
            shown: sent.text("visas"),
            tests: (1..=TESTS).map(test).collect(),
        }
    }

    /// The question that the form says. What cannot be read is told to `complain` by field and text key.
    pub fn question<'q>(
        &self,
        before: &'q Question,
        older: impl Iterator<Item = &'q Question>,
        complain: &mut impl FnMut(&'static str, &'static str),
    ) -> Question {
        let before_and_older: Vec<&Question> = std::iter::once(before).chain(older).collect();
        let asks = before.asks();
        Question {
            key: before.key.clone(),
            kind: self.kind(before, &before_and_older, complain),
            label: self.label.clone(),
            help: self.help.clone(),
            required: self.required && asks,
            unsure: self.unsure && asks,
            decline: self.decline && asks,
            purpose: self.background.then(|| self.purpose.clone()),
            show_if: self.condition(complain),
        }
    }

    fn kind(
        &self,
        before: &Question,
        known: &[&Question],
        complain: &mut impl FnMut(&'static str, &'static str),
    ) -> Kind {
        match &before.kind {
            Kind::ShortText { .. } => Kind::ShortText {
                max_length: whole(&self.max, "hogst", complain),
            },
            Kind::LongText { .. } => Kind::LongText {
                max_length: whole(&self.max, "hogst", complain),
            },
            Kind::Single { .. } => Kind::Single {
                options: self.choices(known, complain),
            },
            Kind::Ranking { .. } => Kind::Ranking {
                options: self.choices(known, complain),
            },
            Kind::Place { .. } => Kind::Place {
                areas: self.choices(known, complain),
            },
            Kind::Multiple { .. } => Kind::Multiple {
                options: self.choices(known, complain),
                min: whole(&self.min, "minst", complain),
                max: whole(&self.max, "hogst", complain),
            },
            Kind::Scale { .. } => Kind::Scale {
                steps: u8::try_from(whole(&self.steps, "steg", complain)).unwrap_or(u8::MAX),
                low: self.low.clone(),
                high: self.high.clone(),
            },
            Kind::Number { .. } => Kind::Number {
                min: number(&self.min, "minst", complain),
                max: number(&self.max, "hogst", complain),
                decimals: u8::try_from(whole(&self.decimals, "decimaler", complain)).unwrap_or(u8::MAX),
                unit: self.unit.clone(),
            },
            Kind::Date { .. } => Kind::Date {
                earliest: date(&self.earliest, "tidigast", complain),
                latest: date(&self.latest, "senast", complain),
            },
            // The stances are the same for all statements.
            Kind::Statement { options } => Kind::Statement {
                options: options.clone(),
            },
            Kind::Budget { .. } => self.budget.kind(known, complain),
            Kind::Email => Kind::Email,
            Kind::Information => Kind::Information,
        }
    }

    fn choices(&self, known: &[&Question], complain: &mut impl FnMut(&'static str, &'static str)) -> Vec<Choice> {
        let lines = |text: &str| {
            text.lines()
                .map(|l| l.trim().to_owned())
                .filter(|l| !l.is_empty())
                .collect::<Vec<_>>()
        };
        let (sv, en) = (lines(&self.options.sv), lines(&self.options.en));
        if !en.is_empty() && en.len() != sv.len() {
            complain("alternativ-en", "participation-builder-options-lines");
        }
        let pairs: Vec<(String, String)> = sv
            .into_iter()
            .enumerate()
            .map(|(i, sv)| (sv, en.get(i).cloned().unwrap_or_default()))
            .collect();
        let before: Vec<&[Choice]> = known.iter().map(|q| q.choices()).collect();
        keep_keys(&pairs, &before)
    }

    fn condition(&self, complain: &mut impl FnMut(&'static str, &'static str)) -> Option<ShowIf> {
        let joined = match self.shown.as_str() {
            "alla" => Joined::All,
            "nagon" => Joined::Any,
            _ => return None,
        };
        let chosen = self.tests.iter().filter(|t| !t.answer.is_empty());
        let tests: Vec<Test> = chosen.filter_map(|test| test.read(complain)).collect();
        Some(ShowIf { joined, tests })
    }

    /// What differs from another's form, for the page that says so: the field, what stands, what was typed.
    pub fn differences(&self, cx: &Cx, typed: &Self) -> Vec<(String, String, String)> {
        let fields = [
            ("participation-form-label", &self.label.sv, &typed.label.sv),
            ("participation-form-label-en", &self.label.en, &typed.label.en),
            ("participation-form-help", &self.help.sv, &typed.help.sv),
            ("participation-form-help-en", &self.help.en, &typed.help.en),
            ("participation-form-options", &self.options.sv, &typed.options.sv),
            ("participation-form-options-en", &self.options.en, &typed.options.en),
        ];
        fields
            .into_iter()
            .filter(|(_, a, b)| a != b)
            .map(|(key, a, b)| (cx.t(key), a.clone(), b.clone()))
            .collect()
    }
}

/// The field of the form where a fault is mended.
pub fn field_of(problem: &str) -> &'static str {
    match problem {
        "participation-fault-purpose" => "syfte-sv",
        "participation-fault-background-required" => "obligatorisk",
        "participation-fault-max-length" => "hogst",
        "participation-fault-min-max-choices" | "participation-fault-min-max" => "minst",
        "participation-fault-steps" => "steg",
        "participation-fault-ends" => "lag-sv",
        "participation-fault-dates" => "tidigast",
        "participation-fault-options"
        | "participation-fault-too-many-options"
        | "participation-fault-option-key"
        | "participation-fault-option-twice"
        | "participation-version-option" => "alternativ-sv",
        "participation-version-background" => "om-dig",
        "participation-fault-budget-total" | "participation-version-budget" => "summa",
        "participation-version-ballot" => "rostsatt",
        "participation-version-rule" => "regel",
        "participation-fault-budget-most" => "hogst-projekt",
        "participation-fault-project-cost" | "participation-fault-project-over" | "participation-version-cost" => {
            "projekt"
        }
        "participation-fault-condition-empty"
        | "participation-fault-condition-earlier"
        | "participation-fault-condition-value" => "villkor-1",
        _ => "fraga-sv",
    }
}

fn whole(text: &str, field: &'static str, complain: &mut impl FnMut(&'static str, &'static str)) -> usize {
    if text.is_empty() {
        return 0;
    }
    text.parse().unwrap_or_else(|_| {
        complain(field, "participation-builder-whole-number");
        0
    })
}

fn number(text: &str, field: &'static str, complain: &mut impl FnMut(&'static str, &'static str)) -> Option<f64> {
    match read_number(text) {
        Ok(answer) => answer.and_then(|a| a.as_number()),
        Err(problem) => {
            complain(field, problem.key);
            None
        }
    }
}

fn date(
    parts: &[String; 3],
    field: &'static str,
    complain: &mut impl FnMut(&'static str, &'static str),
) -> Option<Date> {
    if parts.iter().all(String::is_empty) {
        return None;
    }
    let [day, month, year] = parts;
    let read = || Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    let date = read();
    if date.is_none() {
        complain(field, "participation-answer-missing-date");
    }
    date
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn a_question_survives_its_form() {
        for question in samples::every_kind().questions {
            let form = QuestionForm::of(&question);
            let again = form.question(&question, std::iter::empty(), &mut |field, key| {
                panic!("{field}: {key}")
            });
            assert_eq!(again, question);
        }
    }

    #[test]
    fn what_cannot_be_read_is_said_at_its_field() {
        let definition = samples::every_kind();
        let question = definition.question("hur-manga").unwrap();
        let form = QuestionForm {
            min: "många".into(),
            ..QuestionForm::of(question)
        };
        let mut complaints = Vec::new();
        form.question(question, std::iter::empty(), &mut |field, _| complaints.push(field));
        assert_eq!(complaints, ["minst"]);
    }
}
