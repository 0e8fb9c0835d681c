//! What clashes: two dialogues that want the same people at the same time, and days on which people are somewhere else. A
//! clash is a reason to think, never a rule that stops; a serious one asks for a decision.

use super::{LocalDay, LocalKind, Period, Planned, days_between, holidays, same};
use db::Id;
use jiff::{ToSpan as _, civil::Date};

/// Why something clashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Another dialogue in the same area; with the target groups that both name.
    Area { area: String, groups: Vec<String> },
    /// Another dialogue with the same target groups; one of the two is for the whole municipality or names no area.
    Groups { groups: Vec<String> },
    /// A holiday on the first or last day, or on a day that the plan names.
    Holiday { key: &'static str, day: Date },
    /// Days that the municipality has written in.
    Local { id: Id, name: String, kind: LocalKind },
    /// An election, or the time when one votes in advance.
    Election { day: Date },
    /// One area gets more dialogues within a year than it should.
    TooMany { area: String, count: usize, limit: usize },
}

/// The other dialogue of a clash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub id: Id,
    pub title: String,
}

/// A clash of one dialogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    pub reason: Reason,
    /// The days that both want.
    pub period: Period,
    pub other: Option<Other>,
    /// Asks somebody to decide, and not only to bear it in mind.
    pub serious: bool,
}

impl Clash {
    /// The word by which it is remembered that somebody accepted it. It holds while the clash is about the same thing:
    /// moving a dialogue by a day does not ask again, a new reason does.
    pub fn key(&self) -> String {
        let other = self.other.as_ref().map(|one| one.id.to_string()).unwrap_or_default();
        match &self.reason {
            Reason::Area { groups, .. } if groups.is_empty() => format!("area:{other}"),
            Reason::Area { .. } => format!("area-group:{other}"),
            Reason::Groups { .. } => format!("group:{other}"),
            Reason::Holiday { key, day } => format!("holiday:{key}:{}", day.year()),
            Reason::Local { id, .. } => format!("local:{id}"),
            Reason::Election { day } => format!("election:{day}"),
            Reason::TooMany { count, .. } => format!("too-many:{count}"),
        }
    }
}

/// What there is besides the dialogue that is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// All dialogues; the one that is asked about may be among them.
    pub dialogues: &'a [Planned],
    pub local: &'a [LocalDay],
    /// How many dialogues an area should have within a year, at most.
    pub limit: usize,
}

/// Everything that clashes with a dialogue, the serious first, then by day.
pub fn clashes(one: &Planned, around: Around<'_>) -> Vec<Clash> {
    let mut found: Vec<Clash> = around.dialogues.iter().filter_map(|other| pair(one, other)).collect();
    found.extend(holidays_of(one));
    found.extend(elections(one, around.local));
    found.extend(around.local.iter().filter_map(|day| local(one, day)));
    found.extend(too_many(one, around));
    found.sort_by_key(|clash| (!clash.serious, clash.period.first, clash.key()));
    found
}

/// Two dialogues at the same time, as the first one meets it.
pub fn pair(one: &Planned, other: &Planned) -> Option<Clash> {
    if one.id == other.id {
        return None;
    }
    let period = one.period.shared(other.period)?;
    let groups: Vec<String> = one
        .groups
        .iter()
        .filter(|group| other.groups.iter().any(|theirs| same(group, theirs)))
        .cloned()
        .collect();
    let reason = if same(&one.area, &other.area) {
        Reason::Area {
            area: one.area.clone(),
            groups,
        }
    } else if !groups.is_empty() && (one.area.is_empty() || other.area.is_empty()) {
        // Children in one district are not the children in another.
        Reason::Groups { groups }
    } else {
        return None;
    };
    let serious = matches!(&reason, Reason::Area { groups, .. } if !groups.is_empty());
    let other = Some(Other {
        id: other.id,
        title: other.title.clone(),
    });
    Some(Clash {
        reason,
        period,
        other,
        serious,
    })
}

/// The days of a dialogue on which something happens: its first, its last, and those the plan names.
fn days_that_matter(one: &Planned) -> Vec<Date> {
    let mut days = vec![one.period.first, one.period.last];
    days.extend(one.milestones.iter().map(|(_, day)| *day));
    days.sort();
    days.dedup();
    days
}

fn holidays_of(one: &Planned) -> Vec<Clash> {
    let days = days_that_matter(one);
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Vec::new();
    };
    // Somebody who types the year 3026 should not wait for a thousand years of holidays.
    let years = (first.year()..=last.year()).take(10);
    years
        .flat_map(holidays::holidays)
        .filter(|holiday| days.contains(&holiday.day))
        .map(|holiday| Clash {
            reason: Reason::Holiday {
                key: holiday.key,
                day: holiday.day,
            },
            period: Period::day(holiday.day),
            other: None,
            serious: false,
        })
        .collect()
}

/// An election is serious when people vote while the dialogue is open: what the municipality then asks and says is read as
/// part of the campaign.
fn elections(one: &Planned, local: &[LocalDay]) -> Vec<Clash> {
    let years = (one.period.first.year()..=one.period.last.year().saturating_add(1)).take(10);
    let written = local.iter().filter(|day| day.kind == LocalKind::Election);
    let mut days: Vec<Date> = years.filter_map(holidays::election).collect();
    days.extend(written.map(|day| day.period.last));
    days.sort();
    days.dedup();
    let clash = |day: Date| {
        let voting = Period::new(holidays::advance_voting_begins(day), day);
        Some(Clash {
            reason: Reason::Election { day },
            period: one.period.shared(voting)?,
            other: None,
            serious: one.period.holds(day),
        })
    };
    days.into_iter().filter_map(clash).collect()
}

fn local(one: &Planned, day: &LocalDay) -> Option<Clash> {
    let period = one.period.shared(day.period);
    let matters = days_that_matter(one).into_iter().find(|each| day.period.holds(*each));
    // Half of the time or more: then the dialogue is where people are not.
    let most = period.is_some_and(|shared| shared.days() * 2 >= one.period.days());
    let told = match day.kind {
        LocalKind::Election => false,
        LocalKind::SchoolBreak => period.is_some() || matters.is_some(),
        LocalKind::Religious | LocalKind::Event => most || matters.is_some(),
    };
    let period = period.or(matters.map(Period::day))?;
    told.then(|| Clash {
        reason: Reason::Local {
            id: day.id,
            name: day.name.clone(),
            kind: day.kind,
        },
        period,
        other: None,
        serious: most && day.kind == LocalKind::SchoolBreak,
    })
}

/// How many dialogues of the area began in the year that ends with this one's first day.
fn too_many(one: &Planned, around: Around<'_>) -> Option<Clash> {
    if one.area.is_empty() {
        return None;
    }
    let year_before = one.period.first.saturating_sub(1.year());
    let counts = |other: &&Planned| {
        let first = other.period.first;
        other.id != one.id && same(&other.area, &one.area) && first > year_before && first <= one.period.first
    };
    let count = around.dialogues.iter().filter(counts).count() + 1;
    (count > around.limit).then(|| Clash {
        reason: Reason::TooMany {
            area: one.area.clone(),
            count,
            limit: around.limit,
        },
        period: Period::day(one.period.first),
        other: None,
        serious: true,
    })
}

/// Is the dialogue still ahead or going on? What clashed in the past needs nobody's decision.
pub fn is_ahead(one: &Planned, today: Date) -> bool {
    days_between(today, one.period.last) >= 0
}

#[cfg(test)]
mod tests;
