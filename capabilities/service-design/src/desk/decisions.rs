//! `…/grindar`: the decisions of a project at its gates, the latest first.

use super::Project;
use crate::model::decision::{Sort, Taken, taken};
use askama::Template;
use dialogues::Head;
use identity::{Grant, SeeDesk};
use method::pack::Pack;
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "service-design/decisions.html")]
struct Decisions {
    cx: Cx,
    head: Head,
    rows: Vec<Row>,
}

struct Row {
    iso: String,
    moment: String,
    decision: String,
    from: String,
    to: String,
    reason: String,
    actor: String,
    by: String,
    on: String,
    ground: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let project = Project::read(&req, &mut read).await?;
    let events = method::events(&mut read, project.dialogue.id).await?;
    drop(read);
    let pack = &project.picture.pack;
    let all = taken(pack, &project.picture.process.facts, &events);
    page(&Decisions {
        rows: all.iter().map(|one| row(&cx, pack, one)).collect(),
        head: project.head(&cx),
        cx,
    })
}

fn row(cx: &Cx, pack: &Pack, one: &Taken) -> Row {
    let decided = one.decided.as_ref();
    let day = decided.and_then(|decided| decided.on.parse().ok());
    Row {
        iso: one.at.to_string(),
        moment: cx.moment(&one.at),
        decision: word(cx, pack, one),
        from: pack.state_name(&one.from, cx.lang).to_string(),
        to: pack.state_name(&one.to, cx.lang).to_string(),
        reason: one.reason.clone(),
        actor: one.actor.clone(),
        by: decided.map(|decided| decided.by.clone()).unwrap_or_default(),
        on: day.map(|day| cx.short_date(&day)).unwrap_or_default(),
        ground: decided.map(|decided| decided.ground.clone()).unwrap_or_default(),
    }
}

/// The decision in a word: the pack's at a gate, ours otherwise.
fn word(cx: &Cx, pack: &Pack, one: &Taken) -> String {
    match (one.sort, &one.option) {
        (Sort::Decided, Some((field, option))) => pack
            .field(field)
            .map_or(option.as_str(), |field| field.option(option, cx.lang))
            .to_string(),
        (Sort::Back, _) => cx.t("design-decision-back"),
        (Sort::Pause, _) => cx.t("design-decision-pause"),
        (Sort::Resume, _) => cx.t("design-decision-resume"),
        _ => cx.t("design-decision-other"),
    }
}
