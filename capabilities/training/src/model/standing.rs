//! How long somebody may use a right that requires a course, and what has to change for it to be so.

use db::Id;
use identity::{Reason, Staff, Withheld};
use jiff::{Span, civil::Date};
use method::pack::{Course, Library};
use std::collections::{HashMap, HashSet};

/// The text that explains a right withheld for want of a course; also the mark by which we know our own.
pub(crate) const WITHHELD: &str = "training-withheld";

/// The longest time to take a course, and the longest time before it is taken anew.
pub(crate) const MOST_DAYS: i64 = 365;
pub(crate) const MOST_MONTHS: i64 = 120;

/// A right that asks for a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Requirement {
    /// The permission's name in the printed table.
    pub permission: String,
    /// The course's key.
    pub course: String,
    /// How many days one has, from the day one is first asked.
    pub grace_days: i64,
    /// After how many months the course is taken anew; nought for never.
    pub renew_months: i64,
}

impl Requirement {
    /// The last day on which somebody may use the right; `None` when no day is the last. `since` is the day from which they were
    /// asked for the course, `passed_on` the day they last passed it.
    pub(crate) fn last_day(&self, since: Date, passed_on: Option<Date>) -> Option<Date> {
        let grace = later(since, Span::new().days(self.grace_days));
        match passed_on {
            None => Some(grace),
            Some(_) if self.renew_months == 0 => None,
            Some(day) => Some(later(day, Span::new().months(self.renew_months)).max(grace)),
        }
    }
}

/// The day a course taken then is held to last until; `None` for ever.
pub(crate) fn valid_until(course: &Course, passed_on: Date) -> Option<Date> {
    let months = course.valid_months?;
    Some(later(passed_on, Span::new().months(i64::from(months))))
}

fn later(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap_or(Date::MAX)
}

/// Something of one person's: of a permission, or of a course.
pub(crate) type Of = (Id, String);

/// What is known when rights are settled.
pub(crate) struct Known<'a> {
    pub library: &'a Library,
    pub requirements: &'a [Requirement],
    pub staff: &'a [Staff],
    /// When a course was last passed.
    pub passed: &'a HashMap<Of, Date>,
    /// From when somebody has been asked for the course of a permission.
    pub since: &'a HashMap<Of, Date>,
    /// What is withheld for want of a course.
    pub withheld: &'a HashMap<Of, Reason>,
    pub today: Date,
}

/// What has to change.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// Who is asked for a course from today.
    pub begin: Vec<Of>,
    /// Who is asked no more.
    pub end: Vec<Of>,
    pub withhold: Vec<Withheld>,
    pub restore: Vec<Of>,
}

impl Changes {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Changes::default()
    }
}

/// What has to change so that everybody has the rights that roles and courses give them today. A requirement whose course the
/// pack no longer has asks nothing of anybody: nobody could fulfil it.
pub(crate) fn settle(known: &Known<'_>) -> Changes {
    let mut changes = Changes::default();
    let (mut asked, mut without) = (HashSet::new(), HashSet::new());
    for requirement in known.requirements {
        let Some(course) = known.library.course(&requirement.course) else {
            continue;
        };
        let reason = reason(course);
        for person in known
            .staff
            .iter()
            .filter(|one| one.has_role_for(&requirement.permission))
        {
            let key = (person.id, requirement.permission.clone());
            let passed_on = known.passed.get(&(person.id, course.key.clone())).copied();
            let since = known.since.get(&key).copied();
            if since.is_none() {
                changes.begin.push(key.clone());
            }
            let last = requirement.last_day(since.unwrap_or(known.today), passed_on);
            if last.is_some_and(|last| last < known.today) {
                if known.withheld.get(&key) != Some(&reason) {
                    changes.withhold.push(Withheld {
                        account: person.id,
                        permission: requirement.permission.clone(),
                        reason: reason.clone(),
                    });
                }
                without.insert(key.clone());
            }
            asked.insert(key);
        }
    }
    changes.end = rest(known.since.keys(), &asked);
    changes.restore = rest(known.withheld.keys(), &without);
    changes
}

/// Those not among the others, in a fixed order.
fn rest<'a>(all: impl Iterator<Item = &'a Of>, but: &HashSet<Of>) -> Vec<Of> {
    let mut left: Vec<Of> = all.filter(|one| !but.contains(*one)).cloned().collect();
    left.sort();
    left
}

fn reason(course: &Course) -> Reason {
    Reason {
        text: WITHHELD.to_owned(),
        sv: course.name.sv.clone(),
        en: course.name.en.clone(),
        href: crate::address(&course.key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn requirement(grace_days: i64, renew_months: i64) -> Requirement {
        Requirement {
            permission: "ModerateContributions".into(),
            course: "c".into(),
            grace_days,
            renew_months,
        }
    }

    #[test]
    fn the_last_day_is_that_of_the_grace_or_of_the_course_whichever_is_later() {
        let since = date(2026, 3, 17);
        let cases = [
            (30, 0, None, Some(date(2026, 4, 16))),
            (0, 0, None, Some(since)),
            (30, 0, Some(date(2020, 1, 1)), None),
            (30, 24, Some(date(2026, 3, 20)), Some(date(2028, 3, 20))),
            (30, 24, Some(date(2019, 5, 1)), Some(date(2026, 4, 16))),
            (30, 1, Some(date(2026, 1, 31)), Some(date(2026, 4, 16))),
            (0, 1, Some(date(2026, 5, 31)), Some(date(2026, 6, 30))),
        ];
        for (grace, renew, passed, last) in cases {
            assert_eq!(
                requirement(grace, renew).last_day(since, passed),
                last,
                "{grace} {renew} {passed:?}"
            );
        }
    }

    fn day() -> impl Strategy<Value = Date> {
        (2000i16..2100, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
    }

    proptest! {
        /// Taking a course never shortens the time one may use a right.
        #[test]
        fn passing_never_takes_a_day_away(since in day(), passed in day(), later in day(), grace in 0i64..MOST_DAYS, renew in 0i64..MOST_MONTHS) {
            let requirement = requirement(grace, renew);
            let none = requirement.last_day(since, None);
            let first = requirement.last_day(since, Some(passed.min(later)));
            let second = requirement.last_day(since, Some(passed.max(later)));
            let reaches = |one: Option<Date>, other: Option<Date>| one.is_none_or(|one| other.is_some_and(|other| one >= other));
            prop_assert!(reaches(first, none));
            prop_assert!(second.is_none() && first.is_none() || reaches(second, first));
        }
    }
}
