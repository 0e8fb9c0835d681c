//! Who has taken what, by unit, with each share's base; and whose time is running out.

use super::standing::{Of, Requirement, valid_until};
use crate::store::Record;
use db::Id;
use identity::Staff;
use jiff::{Span, civil::Date};
use method::pack::{Course, Library};
use std::collections::{BTreeMap, HashMap};

/// How many days ahead the coordinator is told.
const AHEAD: i64 = 60;

/// A unit with its share for each course, in the order of the courses.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Empty for those without a unit.
    pub name: String,
    pub people: usize,
    /// How many of them have a course that lasts.
    pub with: Vec<usize>,
}

/// Somebody whose course or right is about to end, or has ended.
#[derive(Debug)]
pub(crate) struct Ending<'a> {
    pub staff: &'a Staff,
    pub course: &'a Course,
    /// The right that is lost, if any.
    pub permission: Option<&'a str>,
    pub last_day: Date,
}

/// What everybody has taken.
pub(crate) struct Overview<'a> {
    pub library: &'a Library,
    pub staff: &'a [Staff],
    /// The latest day each course was passed.
    pub latest: HashMap<Of, Date>,
    pub today: Date,
}

impl<'a> Overview<'a> {
    pub(crate) fn new(library: &'a Library, staff: &'a [Staff], records: &[Record], today: Date) -> Overview<'a> {
        let mut latest: HashMap<Of, Date> = HashMap::new();
        for record in records {
            let day = latest
                .entry((record.account_id, record.course.clone()))
                .or_insert(record.passed_on);
            *day = record.passed_on.max(*day);
        }
        Overview {
            library,
            staff,
            latest,
            today,
        }
    }

    fn passed(&self, account: Id, course: &str) -> Option<Date> {
        self.latest.get(&(account, course.to_owned())).copied()
    }

    /// Units by name, those without one last.
    pub(crate) fn units(&self) -> Vec<Unit> {
        let mut units: BTreeMap<(bool, &str), Unit> = BTreeMap::new();
        let courses = &self.library.courses;
        for person in self.staff {
            let name = person.unit.trim();
            let unit = units.entry((name.is_empty(), name)).or_insert_with(|| Unit {
                name: name.to_owned(),
                people: 0,
                with: vec![0; courses.len()],
            });
            unit.people += 1;
            for (place, course) in courses.iter().enumerate() {
                unit.with[place] += usize::from(self.lasts(person.id, course));
            }
        }
        units.into_values().collect()
    }

    /// Whether somebody has a course that is not out of date.
    pub(crate) fn lasts(&self, account: Id, course: &Course) -> bool {
        let passed = self.passed(account, &course.key);
        passed.is_some_and(|day| valid_until(course, day).is_none_or(|last| last >= self.today))
    }

    /// Whose right or course ends within two months, or has ended: soonest first. A right that asks for a course decides for those it
    /// concerns; for others the course's own time.
    pub(crate) fn endings(&self, requirements: &'a [Requirement], since: &HashMap<Of, Date>) -> Vec<Ending<'a>> {
        let horizon = self.today.checked_add(Span::new().days(AHEAD)).unwrap_or(Date::MAX);
        let mut endings = Vec::new();
        for person in self.staff {
            for course in &self.library.courses {
                let passed_on = self.passed(person.id, &course.key);
                let asks = |one: &&Requirement| one.course == course.key && person.has_role_for(&one.permission);
                let mut asked = requirements.iter().filter(asks).peekable();
                let own = asked
                    .peek()
                    .is_none()
                    .then(|| valid_until(course, passed_on?))
                    .flatten();
                let of_rights = asked.map(|one| {
                    let since = since.get(&(person.id, one.permission.clone())).copied();
                    (
                        Some(one.permission.as_str()),
                        one.last_day(since.unwrap_or(self.today), passed_on),
                    )
                });
                let all = of_rights.chain([(None, own)]);
                let soon = all.filter_map(|(permission, last)| Some((permission, last.filter(|day| *day <= horizon)?)));
                endings.extend(soon.map(|(permission, last_day)| Ending {
                    staff: person,
                    course,
                    permission,
                    last_day,
                }));
            }
        }
        endings.sort_by(|a, b| (a.last_day, &a.staff.name).cmp(&(b.last_day, &b.staff.name)));
        endings
    }
}
