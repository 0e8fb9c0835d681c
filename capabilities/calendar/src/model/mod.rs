//! The rules of the calendar: which days the year has, what a planned dialogue takes of them, and what clashes. No I/O.

pub mod clash;
pub mod holidays;
pub mod import;

use db::Id;
use dialogues::Dialogue;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// From the first day to the last, both whole. Never backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub first: Date,
    pub last: Date,
}

impl Period {
    /// A period that ends before it begins is its first day.
    pub fn new(first: Date, last: Date) -> Period {
        Period {
            first,
            last: last.max(first),
        }
    }

    pub fn day(day: Date) -> Period {
        Period::new(day, day)
    }

    pub fn holds(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The days that both have.
    pub fn shared(self, other: Period) -> Option<Period> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Period { first, last })
    }

    pub fn days(self) -> i64 {
        days_between(self.first, self.last) + 1
    }
}

/// Days from one to another; negative when the other is before.
pub fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

/// What sort of day the municipality writes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LocalKind {
    /// Pupils and many parents are away.
    SchoolBreak,
    /// A holiday of a faith that the law does not know.
    Religious,
    /// A fair, a festival, a council's study day.
    Event,
    /// To the European Parliament, or an extra one.
    Election,
}

impl LocalKind {
    pub const ALL: [LocalKind; 4] = [
        LocalKind::SchoolBreak,
        LocalKind::Religious,
        LocalKind::Event,
        LocalKind::Election,
    ];

    /// The word in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            LocalKind::SchoolBreak => "school-break",
            LocalKind::Religious => "religious",
            LocalKind::Event => "event",
            LocalKind::Election => "election",
        }
    }

    pub fn from_code(code: &str) -> Option<LocalKind> {
        LocalKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            LocalKind::SchoolBreak => "calendar-kind-school-break",
            LocalKind::Religious => "calendar-kind-religious",
            LocalKind::Event => "calendar-kind-event",
            LocalKind::Election => "calendar-kind-election",
        }
    }
}

/// Days that the municipality has written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalDay {
    pub id: Id,
    pub name: String,
    pub kind: LocalKind,
    pub period: Period,
    pub revision: i64,
}

/// A dialogue as the calendar sees it: one that has a first day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    pub id: Id,
    pub title: String,
    /// Empty for the whole municipality.
    pub area: String,
    pub committee: String,
    pub level: String,
    pub groups: Vec<String>,
    pub period: Period,
    /// Days that the plan names, such as meetings.
    pub milestones: Vec<(String, Date)>,
    pub feedback_on: Option<Date>,
    pub owner_id: Id,
}

impl Planned {
    /// The dialogue in the calendar, if its plan says when it opens.
    pub fn of(dialogue: &Dialogue) -> Option<Planned> {
        let first = dialogue.opens_on?;
        let facts = &dialogue.facts;
        let committee = [facts.text("responsible-body"), facts.text("deciding-body")];
        let cell = |row: &method::Row, column: &str| row.get(column).map(|text| text.trim().to_owned());
        let milestone = |row: method::Row| Some((cell(&row, "what")?, row.get("date")?.parse().ok()?));
        Some(Planned {
            id: dialogue.id,
            title: dialogue.title.clone(),
            area: dialogue.area.trim().to_owned(),
            committee: committee.into_iter().find(|text| !text.is_empty()).unwrap_or_default(),
            level: dialogue.level.clone().unwrap_or_default(),
            groups: facts
                .rows("target-groups")
                .iter()
                .filter_map(|row| cell(row, "group"))
                .filter(|group| !group.is_empty())
                .collect(),
            period: Period::new(first, dialogue.closes_on.unwrap_or(first)),
            milestones: facts.rows("milestones").into_iter().filter_map(milestone).collect(),
            feedback_on: dialogue.feedback_on,
            owner_id: dialogue.owner_id,
        })
    }
}

/// Do two texts that people wrote by hand mean the same? Words meet by their stems: "Förening" and "föreningar".
pub fn same(one: &str, other: &str) -> bool {
    let stems = |text: &str| -> Vec<String> {
        text::stem::words(text)
            .map(|place| text::stem::stem(&text[place]))
            .collect()
    };
    let stems = (stems(one), stems(other));
    !stems.0.is_empty() && stems.0 == stems.1
}

/// What the calendar is narrowed to. Empty words ask for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub area: String,
    pub committee: String,
    pub group: String,
    pub level: String,
}

impl Wanted {
    pub fn takes(&self, one: &Planned) -> bool {
        (self.area.is_empty() || same(&self.area, &one.area))
            && (self.committee.is_empty() || same(&self.committee, &one.committee))
            && (self.group.is_empty() || one.groups.iter().any(|group| same(&self.group, group)))
            && (self.level.is_empty() || self.level == one.level)
    }
}

/// Each text once, as it was first written, in order of the alphabet.
pub fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()).collect::<BTreeSet<_>>() {
        if !kept.iter().any(|one| same(one, text)) {
            kept.push(text.to_owned());
        }
    }
    kept.sort_by_key(|text| text.to_lowercase());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_share_the_days_that_both_have() {
        let march = Period::new(date(2026, 3, 2), date(2026, 3, 31));
        let april = Period::new(date(2026, 3, 31), date(2026, 4, 30));
        assert_eq!(march.shared(april), Some(Period::day(date(2026, 3, 31))));
        assert_eq!(march.shared(Period::new(date(2026, 4, 1), date(2026, 4, 2))), None);
        assert_eq!(
            (march.days(), Period::new(date(2026, 3, 2), date(2026, 3, 1)).days()),
            (30, 1)
        );
    }

    #[test]
    fn a_group_is_the_same_however_it_is_inflected() {
        assert!(same("Föreningar", "föreningarna") && same("Äldre ", "äldre") && same("barn, unga", "Barn unga"));
        assert!(!same("Unga", "Äldre") && !same("", "") && !same("Barn i Sjövik", "Barn"));
        assert_eq!(distinct(["Unga", "Äldre", "unga", ""].into_iter()), ["Unga", "Äldre"]);
    }
}
