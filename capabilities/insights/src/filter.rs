//! Which passages a coder looks at: read from the address, kept in the address, and the same for page, bulk and export.

use db::{Conn, Id};
use participation::store::{self as voices, PassageFilter};
use web::{Form, Req};

use crate::model::coding::Codings;

/// Where a passage stands in the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stand {
    #[default]
    Any,
    /// Neither coded nor read.
    Unread,
    /// Read, no theme fits.
    WithoutTheme,
    Theme(Id),
}

impl Stand {
    /// The word in the address.
    pub fn word(self) -> String {
        match self {
            Stand::Any => String::new(),
            Stand::Unread => "okodade".to_owned(),
            Stand::WithoutTheme => "utan-tema".to_owned(),
            Stand::Theme(id) => id.to_string(),
        }
    }

    fn read(word: &str) -> Stand {
        match word {
            "okodade" => Stand::Unread,
            "utan-tema" => Stand::WithoutTheme,
            other => other.parse().map_or(Stand::Any, Stand::Theme),
        }
    }
}

/// A choice of passages. Empty fields choose all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CodingFilter {
    pub activity: Option<Id>,
    pub question: String,
    pub channel: String,
    pub contains: String,
    pub stand: Stand,
}

/// The words in the address, in the order of the form.
const NAMES: [&str; 5] = ["aktivitet", "fraga", "tema", "kanal", "sok"];

impl CodingFilter {
    pub fn of_request(req: &Req) -> CodingFilter {
        Self::read(|name| req.query(name).unwrap_or_default().to_owned())
    }

    pub fn of_form(form: &Form) -> CodingFilter {
        Self::read(|name| form.text(name))
    }

    fn read(value: impl Fn(&str) -> String) -> CodingFilter {
        CodingFilter {
            activity: value("aktivitet").parse().ok(),
            question: value("fraga"),
            stand: Stand::read(&value("tema")),
            channel: value("kanal"),
            contains: value("sok").chars().take(200).collect(),
        }
    }

    /// Names and values, for hidden fields.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let activity = self.activity.map(|id| id.to_string()).unwrap_or_default();
        let values = [
            activity,
            self.question.clone(),
            self.stand.word(),
            self.channel.clone(),
            self.contains.clone(),
        ];
        NAMES
            .into_iter()
            .zip(values)
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// `aktivitet=…&sok=…`, empty when everything is chosen.
    pub fn query(&self) -> String {
        self.pairs()
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect::<Vec<_>>()
            .join("&")
    }

    pub fn is_empty(&self) -> bool {
        *self == CodingFilter::default()
    }

    /// The passages, in the order they came.
    pub async fn find(&self, conn: &mut Conn, dialogue: Id, codings: &Codings) -> db::Result<Vec<Id>> {
        let filter = PassageFilter {
            dialogue: Some(dialogue),
            activity: self.activity,
            question: self.question.clone(),
            state: None,
            channel: self.channel.clone(),
            contains: self.contains.clone(),
        };
        let mut found = voices::passage_ids(conn, &filter).await?;
        match self.stand {
            Stand::Any => {}
            Stand::Unread => found.retain(|passage| !codings.is_done(*passage)),
            Stand::WithoutTheme => found.retain(|passage| codings.is_read_without_theme(*passage)),
            Stand::Theme(theme) => found.retain(|passage| codings.has(*passage, theme)),
        }
        Ok(found)
    }
}

/// Percent-encodes for the part after the question mark.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_its_address() {
        let theme = "00000000-0000-7000-8000-000000000001";
        let pairs = [
            ("fraga", "varför"),
            ("tema", theme),
            ("sok", "gång & cykel"),
            ("kanal", "paper"),
        ];
        let filter = CodingFilter::of_form(&Form::from_pairs(pairs));
        assert_eq!(
            filter.query(),
            format!("fraga=varf%C3%B6r&tema={theme}&kanal=paper&sok=g%C3%A5ng%20%26%20cykel")
        );
        assert_eq!(CodingFilter::of_form(&Form::from_pairs(filter.pairs())), filter);
    }

    #[test]
    fn an_unknown_word_chooses_all() {
        assert!(CodingFilter::of_form(&Form::from_pairs([("tema", "annat"), ("aktivitet", "x")])).is_empty());
    }
}
