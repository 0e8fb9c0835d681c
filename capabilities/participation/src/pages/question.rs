//! A question as a form shows it: empty, filled, or come back with what was typed.

use web::{Cx, Form};

use crate::model::answer::{Answer, MAX_TEXT};
use crate::model::ballot::{BallotForm, Terms};
use crate::model::definition::{Choice, DECLINED, Kind, Question, UNSURE};
use crate::model::parse::{Fields, field, fill};
use crate::model::problem::Problem;

/// A sent form as the model reads it.
pub struct WebFields<'f>(pub &'f Form);

impl Fields for WebFields<'_> {
    fn value(&self, name: &str) -> String {
        self.0.raw(name)
    }
    fn values(&self, name: &str) -> Vec<String> {
        self.0.all(name)
    }
}

/// An option to put a rank on.
#[derive(Debug, Clone)]
pub struct Rank {
    pub id: String,
    pub name: String,
    pub label: String,
    pub value: String,
}

/// A project to choose.
#[derive(Debug, Clone, Default)]
pub struct ProjectView {
    pub key: String,
    pub label: String,
    /// In kronor.
    pub cost: i64,
    pub text: String,
    pub place: String,
}

impl ProjectView {
    fn of(option: &Choice, terms: &Terms, lang: &str) -> ProjectView {
        let project = terms.projects.get(&option.key).cloned().unwrap_or_default();
        ProjectView {
            key: option.key.clone(),
            label: option.label.said(lang).to_owned(),
            cost: project.cost,
            text: project.text.said(lang).to_owned(),
            place: project.place,
        }
    }
}

/// What the template `field.html` shows.
#[derive(Debug, Clone, Default)]
pub struct QuestionView {
    /// Name and id of the (first) input.
    pub id: String,
    pub key: String,
    pub kind: &'static str,
    pub label: String,
    pub hint: String,
    /// "(frivilligt)" stands after the label.
    pub optional: bool,
    /// True on an English page when the question is written in Swedish only.
    pub foreign: bool,
    /// Why a background question is asked.
    pub purpose: String,
    pub value: String,
    pub chosen: Vec<String>,
    pub options: Vec<(String, String)>,
    pub low: String,
    pub high: String,
    pub unit: String,
    pub max: usize,
    pub day: String,
    pub month: String,
    pub year: String,
    pub ranks: Vec<Rank>,
    pub numbers: Vec<String>,
    pub area: String,
    pub projects: Vec<ProjectView>,
    /// The terms of a vote over money, in words; empty for other kinds.
    pub terms: Vec<String>,
    /// What the chosen projects cost and what is left of the money, in words.
    pub sum: String,
    /// The same with `%chosen%`, `%left%` and `%n%` in place of numbers, by the name of the case, for the script that adds up.
    pub sum_words: Vec<(&'static str, String)>,
    /// The money in kronor.
    pub total: i64,
    /// "Vet inte" and "Vill inte svara", where offered.
    pub skips: Vec<(String, String)>,
    pub skipped: String,
}

impl QuestionView {
    /// The question with a stored answer, or none.
    pub fn of(cx: &Cx, question: &Question, answer: Option<&Answer>) -> Self {
        Self::filled(cx, question, &fill(question, answer))
    }

    /// The question with what was typed.
    pub fn filled(cx: &Cx, question: &Question, fields: &impl Fields) -> Self {
        let lang = cx.lang.code();
        let name = field(&question.key);
        let mut view = Self {
            kind: question.kind.name(),
            key: question.key.clone(),
            label: question.label.said(lang).to_owned(),
            hint: hint(cx, question),
            optional: !question.required && question.asks(),
            foreign: !question.label.is_in(lang),
            purpose: question
                .purpose
                .as_ref()
                .map(|p| p.said(lang).to_owned())
                .unwrap_or_default(),
            value: fields.value(&name),
            options: question
                .choices()
                .iter()
                .map(|c| (c.key.clone(), c.label.said(lang).to_owned()))
                .collect(),
            skips: skips(cx, question),
            skipped: fields.value(&format!("{name}-skip")),
            id: name,
            ..Self::default()
        };
        view.add_kind(question, fields, lang);
        if let Kind::Budget { terms, .. } = &question.kind {
            view.add_terms(cx, terms);
        }
        view
    }

    fn add_kind(&mut self, question: &Question, fields: &impl Fields, lang: &str) {
        let name = &self.id;
        match &question.kind {
            Kind::ShortText { max_length } | Kind::LongText { max_length } => self.max = (*max_length).min(MAX_TEXT),
            Kind::Multiple { .. } => self.chosen = fields.values(name),
            Kind::Budget { options, terms } => {
                self.chosen = fields.values(name);
                self.projects = options
                    .iter()
                    .map(|option| ProjectView::of(option, terms, lang))
                    .collect();
            }
            Kind::Scale { steps, low, high } => {
                self.options = (1..=*steps).map(|step| (step.to_string(), step.to_string())).collect();
                self.low = low.said(lang).to_owned();
                self.high = high.said(lang).to_owned();
            }
            Kind::Number { unit, .. } => self.unit = unit.said(lang).to_owned(),
            Kind::Date { .. } => {
                self.day = fields.value(&format!("{name}-day"));
                self.month = fields.value(&format!("{name}-month"));
                self.year = fields.value(&format!("{name}-year"));
            }
            Kind::Ranking { options } => {
                self.numbers = (1..=options.len()).map(|n| n.to_string()).collect();
                self.ranks = options
                    .iter()
                    .enumerate()
                    .map(|(i, option)| {
                        let field = format!("{name}-{}", option.key);
                        Rank {
                            // The error summary's link goes to the first.
                            id: if i == 0 { name.clone() } else { field.clone() },
                            value: fields.value(&field),
                            name: field,
                            label: option.label.said(lang).to_owned(),
                        }
                    })
                    .collect();
            }
            Kind::Place { .. } => self.area = fields.value(&format!("{name}-area")),
            Kind::Single { .. } | Kind::Statement { .. } | Kind::Email | Kind::Information => {}
        }
    }

    /// How one votes and by what rule it is counted, told before anybody chooses; and what is chosen so far.
    fn add_terms(&mut self, cx: &Cx, terms: &Terms) {
        let kronor = |amount: i64| cx.number(amount);
        self.terms = vec![
            cx.t1("participation-budget-total", "total", kronor(terms.total)),
            match terms.ballot {
                BallotForm::Knapsack => cx.t("participation-ballot-knapsack-told"),
                BallotForm::Approval { most: 0 } => cx.t("participation-ballot-approval-any-told"),
                BallotForm::Approval { most } => cx.tn("participation-ballot-approval-told", most),
            },
            cx.t(terms.rule.told()),
            cx.t("participation-rule-ties"),
        ];
        self.total = terms.total;
        let cost = terms.sum(&self.chosen);
        let left = terms.total.saturating_sub(cost);
        let (chosen, rest) = (kronor(cost), kronor(left.saturating_abs()));
        let fitting = |key, chosen: &str, rest: &str| {
            let total = kronor(terms.total);
            cx.ta(
                key,
                &[
                    ("chosen", chosen.into()),
                    ("left", rest.into()),
                    ("total", total.into()),
                ],
            )
        };
        let counted = |n: i64, count: &str, chosen: &str| {
            let values = [("n", n.into()), ("count", count.into()), ("chosen", chosen.into())];
            cx.ta("participation-budget-sum-approval", &values)
        };
        (self.sum, self.sum_words) = match terms.ballot {
            BallotForm::Knapsack => {
                let (over, fits) = ("participation-budget-sum-over", "participation-budget-sum-left");
                let words =
                    [("left", fits), ("over", over)].map(|(part, key)| (part, fitting(key, "%chosen%", "%left%")));
                (
                    fitting(if left < 0 { over } else { fits }, &chosen, &rest),
                    words.into(),
                )
            }
            BallotForm::Approval { .. } => {
                let n = i64::try_from(self.chosen.len()).unwrap_or(i64::MAX);
                let words =
                    [("none", 0), ("one", 1), ("many", 2)].map(|(part, n)| (part, counted(n, "%n%", "%chosen%")));
                (counted(n, &cx.number(n), &chosen), words.into())
            }
        };
    }

    pub fn is_chosen(&self, value: &str) -> bool {
        self.chosen.iter().any(|c| c == value)
    }
}

fn hint(cx: &Cx, question: &Question) -> String {
    let own = question.help.said(cx.lang.code());
    let general = match &question.kind {
        Kind::Multiple { min, max, .. } => match (*min, *max) {
            (0, 0) => cx.t("participation-hint-multiple"),
            (0, max) => cx.tn("participation-hint-multiple-max", max),
            (min, 0) => cx.tn("participation-hint-multiple-min", min),
            (min, max) => cx.ta(
                "participation-hint-multiple-between",
                &[("min", as_i64(min).into()), ("max", as_i64(max).into())],
            ),
        },
        Kind::ShortText { .. } | Kind::LongText { .. } => cx.t("participation-hint-free-text"),
        Kind::Ranking { .. } => cx.t("participation-hint-ranking"),
        Kind::Place { .. } => cx.t("participation-hint-place"),
        Kind::Email => cx.t("participation-hint-email"),
        Kind::Date { .. } if own.is_empty() => cx.t("web-date-hint"),
        _ => String::new(),
    };
    [own, general.as_str()]
        .into_iter()
        .filter(|s| !s.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn as_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn skips(cx: &Cx, question: &Question) -> Vec<(String, String)> {
    let mut skips = Vec::new();
    if question.unsure {
        skips.push((UNSURE.to_owned(), cx.t("participation-unsure")));
    }
    if question.decline {
        skips.push((DECLINED.to_owned(), cx.t("participation-declined")));
    }
    skips
}

/// The id that the error summary links to: of a date, the part that is wrong.
pub fn error_target(question: &Question, problem: &Problem) -> String {
    let name = field(&question.key);
    match (&question.kind, problem.key) {
        (Kind::Date { .. }, "participation-answer-date-month") => format!("{name}-month"),
        (Kind::Date { .. }, "participation-answer-date-year") => format!("{name}-year"),
        _ => name,
    }
}
