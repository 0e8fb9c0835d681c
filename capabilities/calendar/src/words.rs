//! A clash in the reader's words.

use crate::model::clash::{Clash, Reason};
use web::Cx;

/// One sentence: what clashes, and when.
pub(crate) fn clash(cx: &Cx, clash: &Clash) -> String {
    let period = cx.period(&clash.period.first, &clash.period.last);
    let other = clash
        .other
        .as_ref()
        .map(|one| title(cx, &one.title))
        .unwrap_or_default();
    match &clash.reason {
        Reason::Area { area, groups } if groups.is_empty() => cx.ta(
            "calendar-clash-area",
            &[
                ("other", other.into()),
                ("area", area.as_str().into()),
                ("period", period.into()),
            ],
        ),
        Reason::Area { area, groups } => cx.ta(
            "calendar-clash-area-groups",
            &[
                ("other", other.into()),
                ("area", area.as_str().into()),
                ("groups", groups.join(", ").into()),
                ("period", period.into()),
            ],
        ),
        Reason::Groups { groups } => cx.ta(
            "calendar-clash-groups",
            &[
                ("other", other.into()),
                ("groups", groups.join(", ").into()),
                ("period", period.into()),
            ],
        ),
        Reason::Holiday { key, day } => cx.t2(
            "calendar-clash-holiday",
            ("name", &cx.t(&format!("calendar-holiday-{key}"))),
            ("day", &cx.date(day)),
        ),
        Reason::Local { name, .. } if clash.serious => {
            cx.t2("calendar-clash-local-most", ("name", name), ("period", &period))
        }
        Reason::Local { name, .. } => cx.t2("calendar-clash-local", ("name", name), ("period", &period)),
        Reason::Election { day } if clash.serious => cx.t1("calendar-clash-election", "day", cx.date(day)),
        Reason::Election { day } => cx.t1("calendar-clash-advance-voting", "day", cx.date(day)),
        Reason::TooMany { area, count, limit } => cx.ta(
            "calendar-clash-too-many",
            &[
                ("area", area.as_str().into()),
                ("count", (*count).into()),
                ("limit", (*limit).into()),
            ],
        ),
    }
}

/// A dialogue that has no title yet.
pub(crate) fn title(cx: &Cx, title: &str) -> String {
    if title.is_empty() {
        cx.t("calendar-untitled")
    } else {
        title.to_owned()
    }
}
