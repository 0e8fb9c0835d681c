//! From a finished dialogue to the texts its example could have: what the house knows, for a person to shorten and judge.
//! Pure: what is read is handed in.

use crate::model::{Content, methods_of};
use cases::{Answer, Decision};
use dialogues::Dialogue;
use method::Pack;
use participation::Counts;
use texts::{Lang, Local, Texts, Value};

/// The fields of the plan in which something learnt is written.
const LESSONS: [&str; 5] = [
    "evaluation-lessons",
    "evaluation-form",
    "evaluation-accessibility",
    "evaluation-representation",
    "method-reflection",
];

/// What a dialogue brings.
pub(crate) struct Told<'a> {
    pub dialogue: &'a Dialogue,
    pub counts: &'a Counts,
    pub decisions: &'a [Decision],
    /// The published answers.
    pub answers: &'a [Answer],
    pub pack: &'a Pack,
    pub texts: &'a Texts,
    /// In Swedish, as the bank is.
    pub local: &'a Local,
}

impl Told<'_> {
    fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.texts.with(Lang::Sv, key, values)
    }

    pub(crate) fn content(&self) -> Content {
        let facts = &self.dialogue.facts;
        let cards = self.pack.library.methods.iter();
        let named: Vec<(String, String)> = cards.map(|card| (card.key.clone(), card.name.sv.clone())).collect();
        let committee = [facts.text("responsible-body"), facts.text("deciding-body")];
        let held = self.dialogue.closes_on.or(self.dialogue.opens_on);
        let today = self.local.day(self.dialogue.updated_at);
        Content {
            title: self.dialogue.title.clone(),
            lead: self.dialogue.summary.clone(),
            purpose: paragraphs([facts.text("purpose"), facts.text("question")]),
            process: self.process(),
            result: self.result(),
            lessons: paragraphs(LESSONS.map(|key| facts.text(key))),
            level: self.dialogue.level.clone().unwrap_or_default(),
            methods: methods_of(&facts.list("methods"), &named),
            area: self.dialogue.area.clone(),
            committee: committee.into_iter().find(|text| !text.is_empty()).unwrap_or_default(),
            year: held.unwrap_or(today).year(),
            participants: Some(self.counts.total).filter(|count| *count > 0),
            contact: facts.text("unit"),
        }
    }

    fn process(&self) -> String {
        let facts = &self.dialogue.facts;
        let open = match (self.dialogue.opens_on, self.dialogue.closes_on) {
            (Some(first), Some(last)) => self.say(
                "examples-told-open",
                &[("period", self.local.period(first, last).into())],
            ),
            _ => String::new(),
        };
        let methods = match facts.list("methods") {
            list if list.is_empty() => String::new(),
            list => self.say("examples-told-methods", &[("methods", list.join(", ").into())]),
        };
        paragraphs([facts.text("process-account"), open, methods, self.voices()])
    }

    /// How many answers came in, and by which ways.
    fn voices(&self) -> String {
        if self.counts.total == 0 {
            return String::new();
        }
        let ways: Vec<String> = self
            .counts
            .by_channel
            .iter()
            .map(|(channel, count)| {
                let name = self.texts.get(Lang::Sv, participation::channel_label(*channel));
                format!("{} {}", self.local.number(*count), name.to_lowercase())
            })
            .collect();
        let values = [
            ("n", Value::from(self.counts.total)),
            ("text", self.local.number(self.counts.total).into()),
            ("ways", ways.join(", ").into()),
        ];
        self.say("examples-told-voices", &values)
    }

    fn result(&self) -> String {
        let decided = self.decisions.iter().rev().map(|one| {
            let values = [
                ("body", one.body.as_str().into()),
                ("day", self.local.short_date(one.decided_on).into()),
                ("wording", one.wording.as_str().into()),
                ("reason", one.reason.as_str().into()),
            ];
            self.say("examples-told-decision", &values)
        });
        let answered = self.answers.iter().map(|one| {
            let values = [
                ("said", one.you_said.as_str().into()),
                ("outcome", self.texts.get(Lang::Sv, one.outcome().label()).into()),
                ("reason", one.reason.as_str().into()),
            ];
            self.say("examples-told-answer", &values)
        });
        paragraphs(decided.chain(answered))
    }
}

/// Texts with an empty line between; empty ones are left out.
fn paragraphs(texts: impl IntoIterator<Item = String>) -> String {
    let texts: Vec<String> = texts
        .into_iter()
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    texts.join("\n\n")
}
