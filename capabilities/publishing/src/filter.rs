//! What a visitor asked the list for: kept in the address, so that a list can be shared and gone back to.

use dialogues::{Dialogue, Filter, Phase};
use jiff::civil::Date;
use web::Req;

/// Words of the state filter, each with the phases it stands for and its text key.
pub const STATES: [(&str, &[Phase], &str); 5] = [
    ("pagar", &[Phase::Open], "web-state-open"),
    ("kommande", &[Phase::Coming], "web-state-published"),
    ("lases", &[Phase::Closed, Phase::Deciding], "publishing-state-reading"),
    ("beslutad", &[Phase::Decided], "web-state-decided"),
    ("aterkopplad", &[Phase::Answered, Phase::Ended], "web-state-answered"),
];

/// A filter as it stands in the address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    pub words: String,
    pub state: String,
    pub area: String,
    pub topic: String,
    pub level: String,
}

impl Asked {
    /// Reads the address. What cannot be meant (an unknown state) is as if it were not there.
    pub fn of(req: &Req) -> Asked {
        let text = |name: &str| {
            req.query(name)
                .unwrap_or_default()
                .chars()
                .take(200)
                .collect::<String>()
        };
        let state = text("lage");
        Asked {
            words: text("q"),
            state: if STATES.iter().any(|(word, ..)| *word == state) {
                state
            } else {
                String::new()
            },
            area: text("omrade"),
            topic: text("amne"),
            level: text("niva"),
        }
    }

    /// The parts that are set: word in the address and value.
    pub fn set(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("q", self.words.as_str()),
            ("lage", self.state.as_str()),
            ("omrade", self.area.as_str()),
            ("amne", self.topic.as_str()),
            ("niva", self.level.as_str()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The list's address with these parts but one, ready for another part to be added.
    pub fn address(&self, path: &str, without: &str) -> String {
        let parts: Vec<String> = self
            .set()
            .into_iter()
            .filter(|(name, _)| *name != without)
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        if parts.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", parts.join("&"))
        }
    }

    /// Does a dialogue belong on the list?
    pub fn takes(&self, dialogue: &Dialogue, today: Date) -> bool {
        let filter = Filter {
            words: self.words.clone(),
            area: self.area.clone(),
            topic: self.topic.clone(),
            level: self.level.clone(),
            ..Filter::default()
        };
        let phases = STATES
            .iter()
            .find(|(word, ..)| *word == self.state)
            .map(|(_, phases, _)| *phases);
        phases.is_none_or(|phases| phases.contains(&dialogue.phase(today))) && filter.takes(dialogue, today)
    }
}

/// Percent-encodes all but the unreserved letters of RFC 3986.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_keeps_what_was_asked_and_can_leave_one_out() {
        let asked = Asked {
            words: "park & lek".into(),
            area: "Åby".into(),
            ..Asked::default()
        };
        assert_eq!(
            asked.address("/dialoger", ""),
            "/dialoger?q=park%20%26%20lek&omrade=%C3%85by"
        );
        assert_eq!(asked.address("/dialoger", "q"), "/dialoger?omrade=%C3%85by");
        assert_eq!(Asked::default().address("/dialoger", ""), "/dialoger");
    }
}
