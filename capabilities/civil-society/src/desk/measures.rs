//! `…/atgarder`: the plan of measures in Brå's columns.

use crate::model::measure::Colour;
use crate::store::{self, Cause, MeasureFollowUp, StoredMeasure};
use askama::Template;
use db::Id;
use identity::{Grant, PreventCrime};
use web::{Cx, Reply, Req, page};

/// The page of a measure.
pub(super) fn address(id: Id) -> String {
    format!("{}/{id}", crate::MEASURES)
}

/// A colour in words, with its mark.
pub(super) struct Shown {
    pub text: String,
    pub mark: (&'static str, &'static str),
}

pub(super) fn shown(cx: &Cx, colour: Option<Colour>) -> Shown {
    match colour {
        Some(colour) => Shown {
            text: cx.t(colour.label()),
            mark: colour.mark(),
        },
        None => Shown {
            text: cx.t("civil-colour-none"),
            mark: ("", "○"),
        },
    }
}

/// The latest colour of a measure; follow-ups come newest first.
pub(crate) fn latest(follow_ups: &[MeasureFollowUp], measure: Id) -> Option<&MeasureFollowUp> {
    follow_ups.iter().find(|one| one.measure_id == measure)
}

/// The actor and the role, as one reads them.
pub(crate) fn who_does(one: &StoredMeasure) -> String {
    match one.organisation.as_str() {
        "" => one.measure.responsible.clone(),
        name => format!("{name}, {}", one.measure.responsible),
    }
}

struct Line {
    href: String,
    cause: String,
    action: String,
    goal: String,
    timing: String,
    who: String,
    colour: Shown,
}

#[derive(Template)]
#[template(path = "civil-society/measures.html")]
struct List {
    cx: Cx,
    lines: Vec<Line>,
    has_causes: bool,
    /// What an empty list says.
    empty: &'static str,
}

pub(crate) async fn list(req: Req, who: Grant<PreventCrime>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let measures = store::measures(&mut read).await?;
    let follow_ups = store::measure_follow_ups(&mut read).await?;
    let causes = store::causes(&mut read).await?;
    drop(read);
    let cause = |id: Id| causes.iter().find(|one| one.id == id);
    let line = |one: &StoredMeasure| Line {
        href: cx.link(&address(one.id)),
        cause: cause(one.measure.cause)
            .map(|one| cause_words(&cx, one))
            .unwrap_or_default(),
        action: one.measure.action.clone(),
        goal: one.measure.goal.clone(),
        timing: one.measure.timing.clone(),
        who: who_does(one),
        colour: shown(
            &cx,
            latest(&follow_ups, one.id).and_then(|one| Colour::from_code(&one.colour)),
        ),
    };
    page(&List {
        lines: measures.iter().map(line).collect(),
        has_causes: !causes.is_empty(),
        empty: if causes.is_empty() {
            "civil-measures-no-causes"
        } else {
            "civil-measures-none"
        },
        cx,
    })
}

/// "2.1 Dålig belysning".
pub(super) fn cause_words(cx: &Cx, one: &Cause) -> String {
    cx.t2("civil-problem-title", ("number", &one.label()), ("title", &one.cause))
}
