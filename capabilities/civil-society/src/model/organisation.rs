//! What the register holds about an organisation, and what makes two rows the same organisation.

use super::{LINE, TEXT, choices, is_long, number};
use jiff::civil::Date;

choices! {
    /// What sort of actor it is.
    Kind {
        Association = "association", "civil-kind-association";
        Congregation = "congregation", "civil-kind-congregation";
        Foundation = "foundation", "civil-kind-foundation";
        /// Bostadsrättsförening, samfällighet.
        Housing = "housing", "civil-kind-housing";
        Network = "network", "civil-kind-network";
        Company = "company", "civil-kind-company";
        Authority = "authority", "civil-kind-authority";
        Municipal = "municipal", "civil-kind-municipal";
        Other = "other", "civil-kind-other";
    }
}

choices! {
    /// How the municipality and an organisation met.
    Contact {
        Meeting = "meeting", "civil-event-meeting";
        Call = "call", "civil-event-call";
        Letter = "letter", "civil-event-letter";
        Dialogue = "dialogue", "civil-event-dialogue";
        Other = "other", "civil-event-other";
    }
}

/// What is written about an organisation. No person stands here: contacts lie apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    /// Ten digits, or empty.
    pub number: String,
    pub kind: Kind,
    pub aims: String,
    /// What it works with.
    pub topics: Vec<String>,
    /// Whom it reaches.
    pub groups: Vec<String>,
    /// Parts of the municipality.
    pub areas: Vec<String>,
    pub website: String,
    /// "Ordförande", "Kansliet": a role, which may be published.
    pub contact_role: String,
    /// The function's address.
    pub contact_address: String,
    /// Where the facts come from.
    pub source: String,
    /// The latest annual meeting.
    pub meeting_on: Option<Date>,
}

impl Default for Draft {
    fn default() -> Draft {
        Draft {
            name: String::new(),
            number: String::new(),
            kind: Kind::Association,
            aims: String::new(),
            topics: Vec::new(),
            groups: Vec::new(),
            areas: Vec::new(),
            website: String::new(),
            contact_role: String::new(),
            contact_address: String::new(),
            source: String::new(),
            meeting_on: None,
        }
    }
}

impl Draft {
    /// What keeps it from the register: the field and the text that says what to do.
    pub(crate) fn complaints(&self) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        if self.name.is_empty() {
            list.push(("name", "civil-error-name"));
        }
        let lines = [
            ("name", &self.name),
            ("website", &self.website),
            ("contact-role", &self.contact_role),
            ("contact-address", &self.contact_address),
            ("source", &self.source),
        ];
        for (field, text) in lines {
            if is_long(text, LINE) {
                list.push((field, "civil-error-line-long"));
            }
        }
        if is_long(&self.aims, TEXT) {
            list.push(("aims", "civil-error-text-long"));
        }
        for (field, parts) in [
            ("topics", &self.topics),
            ("groups", &self.groups),
            ("areas", &self.areas),
        ] {
            if parts.len() > 50 || parts.iter().any(|part| is_long(part, LINE)) {
                list.push((field, "civil-error-list-long"));
            }
        }
        let is_address = |text: &str| text.starts_with("https://") || text.starts_with("http://");
        if !self.website.is_empty() && !is_address(&self.website) {
            list.push(("website", "civil-error-website"));
        }
        if self.source.is_empty() {
            list.push(("source", "civil-error-source"));
        }
        if let Err(wrong) = number::read(&self.number) {
            list.push(("number", wrong.text()));
        }
        // A personal number never belongs here, wherever it was written.
        for (field, text) in [
            ("name", &self.name),
            ("aims", &self.aims),
            ("contact-role", &self.contact_role),
        ] {
            if super::screening::names_a_person(text) {
                list.push((field, "civil-error-personal"));
            }
        }
        list
    }

    /// All that a search looks in, in small letters.
    pub(crate) fn search(&self) -> String {
        let lists = [&self.topics, &self.groups, &self.areas].map(|list| list.join(" "));
        let number = number::shown(&self.number);
        let texts = [&self.name, &self.number, &number, &self.aims, &self.contact_role];
        let texts = texts
            .into_iter()
            .map(String::as_str)
            .chain(lists.iter().map(String::as_str));
        texts.collect::<Vec<_>>().join(" ").to_lowercase()
    }
}

/// What is written about a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    pub role: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    /// The name and addresses show on no list; only the role does.
    pub is_protected: bool,
}

/// Words that say what sort of association it is, not which.
const EMPTY_WORDS: &[&str] = &[
    "ideell",
    "ideella",
    "förening",
    "föreningen",
    "ek",
    "för",
    "ab",
    "hb",
    "kb",
    "i",
    "och",
];

/// The name as duplicates are found by: small letters, no accents or signs, without words that all associations bear.
/// "Föreningen Rädda Ån" and "Rädda ån, ideell förening" fold alike.
pub(crate) fn folded(name: &str) -> String {
    let plain: String = name.to_lowercase().chars().map(plain).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let telling: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !EMPTY_WORDS.contains(word))
        .collect();
    if telling.is_empty() {
        words.join(" ")
    } else {
        telling.join(" ")
    }
}

/// A letter without its accent (å, ä and ö are letters of their own); a blank for any sign.
fn plain(letter: char) -> char {
    match letter {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'á' | 'à' | 'â' => 'a',
        'ü' | 'ú' | 'ù' => 'u',
        'ó' | 'ò' | 'ô' => 'o',
        'í' | 'ì' => 'i',
        'ñ' => 'n',
        'ç' => 'c',
        other if other.is_alphanumeric() => other,
        _ => ' ',
    }
}

/// The same day some months later, or the last of a shorter month.
pub(crate) fn later(day: Date, months: i64) -> Date {
    let span = jiff::Span::new().try_months(months);
    span.and_then(|span| day.checked_add(span)).unwrap_or(day)
}

/// When the facts are looked at next: a year after the last look, or two months after the annual meeting that then comes,
/// whichever is first; that is how long an association has to send in its new board.
pub(crate) fn next_review(reviewed_on: Date, meeting_on: Option<Date>) -> Date {
    let in_a_year = later(reviewed_on, 12);
    let after_meeting = meeting_on.map(|day| later(day, 14)).filter(|day| *day > reviewed_on);
    after_meeting.map_or(in_a_year, |day| day.min(in_a_year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_same_association_folds_alike_however_it_is_written() {
        let rivers = ["Föreningen Rädda Ån", "Rädda ån, ideell förening", "  RÄDDA   ÅN "];
        for name in rivers {
            assert_eq!(folded(name), "rädda ån", "{name}");
        }
        assert_ne!(folded("Rädda ån"), folded("Rädda on"), "å is a letter of its own");
        assert_eq!(folded("Föreningen"), "föreningen", "something must be left");
    }

    #[test]
    fn facts_are_looked_at_within_a_year_and_soon_after_the_annual_meeting() {
        let looked = date(2026, 3, 17);
        assert_eq!(next_review(looked, None), date(2027, 3, 17));
        assert_eq!(next_review(looked, Some(date(2025, 10, 1))), date(2026, 12, 1));
        assert_eq!(next_review(looked, Some(date(2026, 3, 1))), date(2027, 3, 17));
        assert_eq!(
            next_review(looked, Some(date(2020, 3, 1))),
            date(2027, 3, 17),
            "a meeting long ago"
        );
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let draft = Draft {
            name: "Ring 811218-9876".into(),
            number: "123".into(),
            website: "exempel.se".into(),
            aims: "å".repeat(TEXT + 1),
            ..Draft::default()
        };
        let fields: Vec<_> = draft.complaints().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["aims", "website", "source", "number", "name"]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(name in "\\PC{0,40}") {
            prop_assert_eq!(folded(&folded(&name)), folded(&name));
        }
    }
}
