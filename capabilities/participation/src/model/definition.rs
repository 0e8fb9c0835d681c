//! What an activity asks: questions with wordings in Swedish and English, and when each is shown.
//!
//! A definition is content: it lives as JSON in `activity.draft` while staff edit it and, once published,
//! unchanged for ever in `activity_version`. Keys of questions and options are what answers refer to;
//! wordings are what people read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ballot::Terms;

/// The same words in Swedish and, where written, in English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub sv: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Wording {
    pub fn new(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            sv: sv.into(),
            en: en.into(),
        }
    }

    /// The words in the language asked for ("sv", "en"); Swedish where there is no translation.
    pub fn said(&self, language: &str) -> &str {
        if language == "en" && !self.en.is_empty() {
            &self.en
        } else {
            &self.sv
        }
    }

    /// False when the English page has to show Swedish, which the page then marks with `lang`.
    pub fn is_in(&self, language: &str) -> bool {
        language != "en" || !self.en.is_empty()
    }

    pub fn is_empty(&self) -> bool {
        self.sv.trim().is_empty()
    }
}

/// Everything one activity asks, in order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// Shown on the start page, above what happens with the answer.
    #[serde(default)]
    pub intro: Wording,
    pub questions: Vec<Question>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Stable over all versions of the activity.
    pub key: String,
    #[serde(flatten)]
    pub kind: Kind,
    pub label: Wording,
    #[serde(default)]
    pub help: Wording,
    #[serde(default)]
    pub required: bool,
    /// "Vet inte" is offered as a real choice.
    #[serde(default)]
    pub unsure: bool,
    /// "Vill inte svara" is offered as a real choice.
    #[serde(default)]
    pub decline: bool,
    /// Set for background questions ("Om dig"): why we ask. They come after the main questions, are always
    /// voluntary and are stored apart from the answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Wording>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<ShowIf>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Kind {
    /// One line, at most `max_length` characters.
    ShortText {
        max_length: usize,
    },
    LongText {
        max_length: usize,
    },
    Single {
        options: Vec<Choice>,
    },
    /// At least `min` and at most `max` options (0 = no bound).
    Multiple {
        options: Vec<Choice>,
        #[serde(default)]
        min: usize,
        #[serde(default)]
        max: usize,
    },
    /// 1 to `steps`, with words at both ends.
    Scale {
        steps: u8,
        low: Wording,
        high: Wording,
    },
    /// Options put in order; a person may rank only some of them.
    Ranking {
        options: Vec<Choice>,
    },
    /// A statement to take a stance on; the options are the stances of [`super::stance::Stance`], in words.
    Statement {
        options: Vec<Choice>,
    },
    /// Projects among which people choose what a sum of money should pay for.
    Budget {
        options: Vec<Choice>,
        #[serde(flatten)]
        terms: Terms,
    },
    Number {
        #[serde(default)]
        min: Option<f64>,
        #[serde(default)]
        max: Option<f64>,
        /// Decimals allowed, 0–3.
        #[serde(default)]
        decimals: u8,
        #[serde(default)]
        unit: Wording,
    },
    Date {
        #[serde(default)]
        earliest: Option<Date>,
        #[serde(default)]
        latest: Option<Date>,
    },
    /// An address or place name, or one of the areas.
    Place {
        #[serde(default)]
        areas: Vec<Choice>,
    },
    /// Stored as a contact, apart from the answers (GDPR art. 5.1 c).
    Email,
    /// A page to read; asks nothing.
    Information,
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Stable; never given to an option with another meaning.
    pub key: String,
    pub label: Wording,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShowIf {
    pub joined: Joined,
    pub tests: Vec<Test>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Joined {
    All,
    Any,
}

/// One comparison with the answer to an earlier question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Test {
    pub question: String,
    pub operator: Operator,
    /// An option key, a number, [`UNSURE`] or [`DECLINED`]; empty for `Answered` and `Unanswered`.
    #[serde(default)]
    pub value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operator {
    /// The choice, or one of the choices, is the value.
    Is,
    IsNot,
    AtLeast,
    AtMost,
    Answered,
    Unanswered,
}

/// Form and condition value of "Vet inte". Keys never start with a hyphen, so no option can be mistaken for it.
pub const UNSURE: &str = "-vet-inte";
/// Form and condition value of "Vill inte svara".
pub const DECLINED: &str = "-vill-inte-svara";

impl Definition {
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.key == key)
    }

    /// The order in which people meet the questions: the main ones, then "Om dig".
    pub fn in_order(&self) -> impl Iterator<Item = &Question> {
        self.questions
            .iter()
            .filter(|q| !q.is_background())
            .chain(self.questions.iter().filter(|q| q.is_background()))
    }

    /// The statements to take a stance on, in the order they were written.
    pub fn statements(&self) -> impl Iterator<Item = &Question> {
        self.questions
            .iter()
            .filter(|q| matches!(q.kind, Kind::Statement { .. }))
    }

    /// Minutes a person needs, for the start page: 20 seconds per question, a minute more per long text.
    pub fn minutes(&self) -> usize {
        let seconds: usize = self
            .questions
            .iter()
            .map(|q| {
                if matches!(q.kind, Kind::LongText { .. }) {
                    80
                } else {
                    20
                }
            })
            .sum();
        seconds.div_ceil(60).max(1)
    }
}

impl Question {
    pub fn is_background(&self) -> bool {
        self.purpose.is_some()
    }

    /// False for pages that are only read.
    pub fn asks(&self) -> bool {
        !matches!(self.kind, Kind::Information)
    }

    /// True when the answer is a free text: it becomes a passage that is moderated and coded.
    pub fn is_free_text(&self) -> bool {
        matches!(self.kind, Kind::ShortText { .. } | Kind::LongText { .. })
    }

    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Single { options }
            | Kind::Multiple { options, .. }
            | Kind::Ranking { options }
            | Kind::Statement { options }
            | Kind::Budget { options, .. } => options,
            Kind::Place { areas } => areas,
            _ => &[],
        }
    }

    pub fn choice(&self, key: &str) -> Option<&Choice> {
        self.choices().iter().find(|c| c.key == key)
    }

    /// A new question of a kind, with what most need.
    pub fn blank(key: impl Into<String>, kind: Kind) -> Self {
        Self {
            key: key.into(),
            kind,
            label: Wording::default(),
            help: Wording::default(),
            required: false,
            unsure: false,
            decline: false,
            purpose: None,
            show_if: None,
        }
    }
}

impl Kind {
    /// The word in JSON, form fields and text keys.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::ShortText { .. } => "short-text",
            Kind::LongText { .. } => "long-text",
            Kind::Single { .. } => "single",
            Kind::Multiple { .. } => "multiple",
            Kind::Scale { .. } => "scale",
            Kind::Ranking { .. } => "ranking",
            Kind::Statement { .. } => "statement",
            Kind::Budget { .. } => "budget",
            Kind::Number { .. } => "number",
            Kind::Date { .. } => "date",
            Kind::Place { .. } => "place",
            Kind::Email => "email",
            Kind::Information => "information",
        }
    }

    /// The kinds that any survey may ask, in the order in which the builder offers them.
    pub const NAMES: [&'static str; 11] = [
        "single",
        "multiple",
        "scale",
        "long-text",
        "short-text",
        "ranking",
        "number",
        "date",
        "place",
        "email",
        "information",
    ];

    /// A new question of the named kind, with starting values.
    pub fn blank(name: &str) -> Option<Self> {
        Some(match name {
            "short-text" => Kind::ShortText { max_length: 200 },
            "long-text" => Kind::LongText { max_length: 4000 },
            "single" => Kind::Single { options: Vec::new() },
            "multiple" => Kind::Multiple {
                options: Vec::new(),
                min: 0,
                max: 0,
            },
            "scale" => Kind::Scale {
                steps: 5,
                low: Wording::default(),
                high: Wording::default(),
            },
            "ranking" => Kind::Ranking { options: Vec::new() },
            "number" => Kind::Number {
                min: None,
                max: None,
                decimals: 0,
                unit: Wording::default(),
            },
            "date" => Kind::Date {
                earliest: None,
                latest: None,
            },
            "place" => Kind::Place { areas: Vec::new() },
            "email" => Kind::Email,
            "information" => Kind::Information,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn a_definition_survives_its_json() {
        let definition = samples::every_kind();
        let json = serde_json::to_string(&definition).unwrap();
        assert_eq!(serde_json::from_str::<Definition>(&json).unwrap(), definition);
    }

    #[test]
    fn the_page_falls_back_to_swedish() {
        let wording = Wording::new("Hej", "");
        assert_eq!(wording.said("en"), "Hej");
        assert!(!wording.is_in("en"));
    }

    #[test]
    fn every_kind_offered_can_be_made() {
        for name in Kind::NAMES {
            assert_eq!(Kind::blank(name).unwrap().name(), name);
        }
    }

    #[test]
    fn background_questions_come_last_wherever_they_stand() {
        let mut definition = samples::every_kind();
        let background = definition.questions.iter().position(Question::is_background).unwrap();
        let question = definition.questions.remove(background);
        definition.questions.insert(0, question);
        assert!(definition.in_order().last().unwrap().is_background());
    }
}
