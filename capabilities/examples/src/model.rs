//! What an example holds, what it must hold to be published, and how one finds it. No I/O.

use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Longest title, in characters.
pub const TITLE_LENGTH: usize = 120;
/// Longest introduction.
pub const LEAD_LENGTH: usize = 500;
/// Longest of the other texts.
pub const TEXT_LENGTH: usize = 8_000;
/// Longest of the short lines: area, committee, contact.
pub const LINE_LENGTH: usize = 200;

/// An example, in the municipality's words. Swedish, as the handbook is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub title: String,
    /// Ingress.
    pub lead: String,
    /// Syfte – därför gjorde vi det.
    pub purpose: String,
    /// Process – så gjorde vi.
    pub process: String,
    /// Resultat – så blev det.
    pub result: String,
    /// Erfarenheter.
    pub lessons: String,
    /// A key of the ladder; empty when it is not known.
    pub level: String,
    /// Keys of method cards.
    pub methods: Vec<String>,
    pub area: String,
    pub committee: String,
    pub year: i16,
    /// How many took part; none when nobody counted.
    pub participants: Option<i64>,
    /// The role to ask, not the person: a role stays.
    pub contact: String,
}

impl Content {
    /// What keeps it from being saved: the field and the text that says what to do.
    pub fn complaints(&self) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        if self.title.is_empty() {
            list.push(("title", "examples-error-title"));
        }
        let long = |text: &str, most: usize| text.chars().count() > most;
        if long(&self.title, TITLE_LENGTH) {
            list.push(("title", "examples-error-title-long"));
        }
        if long(&self.lead, LEAD_LENGTH) {
            list.push(("lead", "examples-error-lead-long"));
        }
        for (field, text) in self.texts() {
            if long(text, TEXT_LENGTH) {
                list.push((field, "examples-error-text-long"));
            }
        }
        for (field, text) in [
            ("area", &self.area),
            ("committee", &self.committee),
            ("contact", &self.contact),
        ] {
            if long(text, LINE_LENGTH) {
                list.push((field, "examples-error-line-long"));
            }
        }
        if !(1970..=2200).contains(&self.year) {
            list.push(("year", "examples-error-year"));
        }
        if self
            .participants
            .is_some_and(|count| !(0..=10_000_000).contains(&count))
        {
            list.push(("participants", "examples-error-participants"));
        }
        list
    }

    /// What is still missing before others may read it.
    pub fn missing(&self) -> Vec<&'static str> {
        let needed = [("lead", self.lead.as_str())].into_iter().chain(self.texts());
        // Whoever has learnt nothing may still have something to show.
        let needed = needed.filter(|(field, _)| *field != "lessons");
        needed
            .filter(|(_, text)| text.is_empty())
            .map(|(field, _)| field)
            .collect()
    }

    /// The four long texts, in the order of the page.
    pub fn texts(&self) -> [(&'static str, &str); 4] {
        [
            ("purpose", &self.purpose),
            ("process", &self.process),
            ("result", &self.result),
            ("lessons", &self.lessons),
        ]
    }
}

/// How far an example has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody but those who write have seen it.
    Draft,
    Published,
    /// It stood in the bank and was taken out.
    Withdrawn,
}

impl State {
    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Published => "published",
            State::Withdrawn => "withdrawn",
        }
    }

    /// An unknown word counts as withdrawn: nothing is shown that nobody published.
    pub fn named(code: &str) -> State {
        match code {
            "draft" => State::Draft,
            "published" => State::Published,
            _ => State::Withdrawn,
        }
    }
}

/// What somebody looks for. Empty words ask for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// A word or several: all must be there, in any inflection.
    pub words: String,
    /// The key of a method card.
    pub method: String,
    pub level: String,
    pub committee: String,
    pub year: Option<i16>,
}

impl Search {
    pub fn takes(&self, one: &Content) -> bool {
        (self.method.is_empty() || one.methods.contains(&self.method))
            && (self.level.is_empty() || self.level == one.level)
            && (self.committee.is_empty() || self.committee.to_lowercase() == one.committee.to_lowercase())
            && self.year.is_none_or(|year| year == one.year)
            && self.words_are_in(one)
    }

    fn words_are_in(&self, one: &Content) -> bool {
        let asked = stems(&self.words);
        if asked.is_empty() {
            return true;
        }
        let [purpose, process, result, lessons] = one.texts().map(|(_, text)| text);
        let texts = [&one.title, &one.lead, &one.area, &one.committee].map(String::as_str);
        let texts = texts.into_iter().chain([purpose, process, result, lessons]);
        let there: HashSet<String> = texts.flat_map(stems).collect();
        // A word inside a longer one counts: "park" finds "parkprogram".
        let found = |word: &String| there.contains(word) || there.iter().any(|longer| longer.contains(word.as_str()));
        asked.iter().all(found)
    }
}

fn stems(text: &str) -> Vec<String> {
    text::stem::words(text)
        .map(|place| text::stem::stem(&text[place]))
        .collect()
}

/// The method cards that lines written by hand name, by key. `named`: key and name of every card. A line meets a card whose
/// name it inflects; a line of several words meets the longest name that stands in it.
pub fn methods_of(lines: &[String], named: &[(String, String)]) -> Vec<String> {
    let mut keys = Vec::new();
    for line in lines {
        let line = stems(line);
        let within = |name: &[String]| !name.is_empty() && line.windows(name.len()).any(|part| part == name);
        let fits = named.iter().filter_map(|(key, name)| {
            let name = stems(name);
            within(&name).then_some((name.len(), key))
        });
        if let Some((_, key)) = fits.max_by_key(|(words, _)| *words)
            && !keys.contains(key)
        {
            keys.push(key.clone());
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Content {
        Content {
            title: "Strandpromenaden".into(),
            lead: "Vi ritade om sträckningen.".into(),
            purpose: "Hitta en väg till vattnet.".into(),
            process: "Gåturer med boende.".into(),
            result: "Promenaden byggs.".into(),
            level: "dialogue".into(),
            methods: vec!["walking-tour".into()],
            committee: "Kommunstyrelsen".into(),
            year: 2025,
            ..Content::default()
        }
    }

    #[test]
    fn words_are_found_in_any_inflection_and_inside_longer_ones() {
        let finds = |words: &str| {
            Search {
                words: words.into(),
                ..Search::default()
            }
            .takes(&example())
        };
        assert!(finds("gåtur") && finds("STRAND") && finds("promenader vatten") && finds(""));
        assert!(!finds("buller") && !finds("gåtur buller"));
    }

    #[test]
    fn facets_narrow_together() {
        let search = Search {
            method: "walking-tour".into(),
            committee: "kommunstyrelsen".into(),
            year: Some(2025),
            ..Search::default()
        };
        assert!(search.takes(&example()));
        for wrong in [
            Search {
                year: Some(2024),
                ..search.clone()
            },
            Search {
                method: "survey".into(),
                ..search.clone()
            },
            Search {
                level: "influence".into(),
                ..search
            },
        ] {
            assert!(!wrong.takes(&example()), "{wrong:?}");
        }
    }

    #[test]
    fn a_draft_may_be_thin_but_what_others_read_is_whole() {
        let thin = Content {
            title: "Ny".into(),
            year: 2026,
            ..Content::default()
        };
        assert_eq!(thin.complaints(), []);
        assert_eq!(thin.missing(), ["lead", "purpose", "process", "result"]);
        assert_eq!(example().missing(), Vec::<&str>::new(), "lessons may be left out");
        let wrong = Content {
            title: String::new(),
            lead: "å".repeat(LEAD_LENGTH + 1),
            year: 12,
            participants: Some(-1),
            ..Content::default()
        };
        let fields: Vec<_> = wrong.complaints().iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["title", "lead", "year", "participants"]);
    }

    #[test]
    fn lines_written_by_hand_meet_their_cards() {
        let named = [
            ("survey", "Enkät"),
            ("walking-tour", "Gåtur"),
            ("safety-walk", "Trygghetsvandring"),
            ("panel", "Medborgarpanel"),
            ("e", "Enkät till medborgarpanel"),
        ];
        let named: Vec<(String, String)> = named
            .iter()
            .map(|(key, name)| ((*key).into(), (*name).into()))
            .collect();
        let lines = [
            "Gåturer",
            "enkäten på webben",
            "Enskilda samtal",
            "Gåtur i skymning",
            "Enkät till medborgarpanelen",
        ]
        .map(String::from);
        assert_eq!(methods_of(&lines, &named), ["walking-tour", "survey", "e"]);
    }
}
