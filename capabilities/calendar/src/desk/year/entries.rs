//! The list of a year: what happens on which day, month by month.

use super::listed_on;
use crate::model::{LocalDay, LocalKind, Period, Planned, holidays};
use crate::words;
use jiff::civil::{Date, date};
use participation::Activity;
use std::collections::HashMap;
use web::Cx;

/// A month with what happens in it.
pub(super) struct Month {
    pub name: String,
    pub entries: Vec<Entry>,
}

/// Something on a day.
pub(super) struct Entry {
    on: Date,
    /// "måndag 2 mars 2026".
    pub day: String,
    /// For machines.
    pub iso: String,
    pub text: String,
    /// Empty for days that have no page.
    pub href: String,
    /// What sort of thing it is, as a tag.
    pub tag: String,
}

/// The twelve months, each with its days in order.
pub(super) fn months(
    cx: &Cx,
    shown: &[&Planned],
    local: &[LocalDay],
    activities: &[Activity],
    year: i16,
) -> Vec<Month> {
    let mut listing = Listing {
        cx,
        year,
        entries: Vec::new(),
    };
    listing.holidays();
    listing.local(local);
    for one in shown {
        listing.dialogue(one);
    }
    let titles: HashMap<_, _> = shown.iter().map(|one| (one.id, one.title.as_str())).collect();
    for activity in activities {
        if let Some(title) = titles.get(&activity.dialogue_id) {
            listing.activity(activity, title);
        }
    }
    let mut entries = listing.entries;
    // Stable: what stands on the same day keeps the order of the lines above.
    entries.sort_by_key(|entry| entry.on);
    let mut months: Vec<Month> = (1..=12)
        .map(|month| Month {
            name: cx.local().month_of_year(date(year, month, 1)),
            entries: Vec::new(),
        })
        .collect();
    for entry in entries {
        let place = usize::try_from(entry.on.month() - 1).unwrap_or(0);
        if let Some(month) = months.get_mut(place) {
            month.entries.push(entry);
        }
    }
    months
}

struct Listing<'a> {
    cx: &'a Cx,
    year: i16,
    entries: Vec<Entry>,
}

impl Listing<'_> {
    /// Lists what falls in the year; the rest is another year's.
    fn add(&mut self, on: Date, tag: &str, text: String, href: &str) {
        if on.year() == self.year {
            self.entries.push(Entry {
                on,
                day: self.cx.date(&on),
                iso: on.to_string(),
                text,
                href: if href.is_empty() {
                    String::new()
                } else {
                    self.cx.link(href)
                },
                tag: self.cx.t(tag),
            });
        }
    }

    fn holidays(&mut self) {
        for one in holidays::holidays(self.year) {
            let tag = if one.eve {
                "calendar-tag-eve"
            } else {
                "calendar-tag-holiday"
            };
            let name = self.cx.t(&format!("calendar-holiday-{}", one.key));
            self.add(one.day, tag, name, "");
        }
        if let Some(day) = holidays::election(self.year) {
            let name = self.cx.t("calendar-election-ordinary");
            self.add(day, LocalKind::Election.label(), name, "");
        }
    }

    fn local(&mut self, days: &[LocalDay]) {
        for one in days {
            let Period { first, last } = one.period;
            if last.year() < self.year {
                continue;
            }
            let text = if first == last {
                one.name.clone()
            } else {
                format!("{}, {}", one.name, self.cx.period(&first, &last))
            };
            self.add(listed_on(first, self.year), one.kind.label(), text, "");
        }
    }

    fn dialogue(&mut self, one: &Planned) {
        let href = format!("/arbetsyta/dialoger/{}", one.id);
        let title = words::title(self.cx, &one.title);
        let Period { first, last } = one.period;
        let period = self.cx.period(&first, &last);
        let opens = if first.year() < self.year {
            "calendar-entry-goes-on"
        } else {
            "calendar-entry-opens"
        };
        let what = self.cx.t2(opens, ("title", &title), ("period", &period));
        self.add(listed_on(first, self.year), "calendar-tag-dialogue", what, &href);
        for (what, day) in &one.milestones {
            let text = self
                .cx
                .t2("calendar-entry-milestone", ("title", &title), ("what", what));
            self.add(*day, "calendar-tag-dialogue", text, &href);
        }
        if last > first {
            let text = self.cx.t1("calendar-entry-closes", "title", &title);
            self.add(last, "calendar-tag-dialogue", text, &href);
        }
        if let Some(day) = one.feedback_on {
            let text = self.cx.t1("calendar-entry-answer", "title", &title);
            self.add(day, "calendar-tag-answer", text, &href);
        }
    }

    fn activity(&mut self, activity: &Activity, dialogue: &str) {
        let href = format!("/arbetsyta/aktiviteter/{}", activity.id);
        let name = activity.title(self.cx.lang.code()).to_owned();
        let dialogue = words::title(self.cx, dialogue);
        let days = [
            ("calendar-entry-activity-opens", activity.opens_on),
            ("calendar-entry-activity-closes", activity.closes_on),
        ];
        for (key, day) in days {
            if let Some(day) = day {
                let text = self.cx.t2(key, ("activity", &name), ("title", &dialogue));
                self.add(day, "calendar-tag-activity", text, &href);
            }
        }
    }
}
