//! `/arbetsyta/beslut/{decision}`: on what does a decision rest? The measures that it decided, and all that led to them.

use super::trace::{Group, drawing, files, groups};
use super::{Line, pack};
use crate::acts::links;
use crate::store::trace::Beginning;
use crate::store::{self, Search};
use askama::Template;
use db::Id;
use identity::{Grant, PlanDialogue, SeeDesk};
use method::pack::NodeKind;
use web::{Cx, Errors, Reply, Req, page};

/// How many measures a choice shows.
const OFFERED: i64 = 20;

#[derive(Template)]
#[template(path = "evidence-chain/decision.html")]
struct DecisionPage {
    cx: Cx,
    no_errors: Errors,
    title: String,
    wording: String,
    back: String,
    back_name: String,
    here: String,
    tied: Vec<Line>,
    words: String,
    offered: Vec<Line>,
    picture: String,
    groups: Vec<Group>,
    files: Vec<(String, &'static str)>,
    may_write: bool,
}

fn address(decision: Id) -> String {
    format!("/arbetsyta/beslut/{decision}")
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let pack = pack(&cx)?;
    let id = req.id_param("decision")?;
    let words = req.query("q").unwrap_or_default().trim().to_owned();
    let mut read = req.site.db.read().await?;
    let decision = cases::decision(&mut read, id).await?;
    let dialogue = dialogues::dialogue(&mut read, decision.dialogue_id).await?;
    let trace = store::trace::back(&mut read, Beginning::Decision(id)).await?;
    let tied = store::tied(&mut read, id).await?;
    let search = Search {
        words: words.clone(),
        kind: NodeKind::Measure.code().to_owned(),
        ..Search::default()
    };
    let found = store::found(&mut read, &search, OFFERED, 0).await?;
    drop(read);
    let line = |node: &crate::Node| Line::new(&cx, &pack, node);
    let mine = trace.nodes.iter().filter(|node| tied.contains(&node.id));
    let free = found
        .iter()
        .filter(|node| !tied.contains(&node.id) && !node.is_erased());
    let here = cx.link(&address(id));
    let told = [
        ("body", decision.body.as_str().into()),
        ("paragraph", decision.paragraph.as_str().into()),
        ("date", cx.short_date(&decision.decided_on).into()),
    ];
    page(&DecisionPage {
        title: cx.ta("chain-decision", &told),
        wording: decision.wording,
        back: cx.link(&format!("{}/beslut", dialogue.desk_address())),
        back_name: dialogue.title_in(cx.lang),
        tied: mine.map(line).collect(),
        offered: free.map(line).collect(),
        picture: drawing(&cx, &trace),
        groups: groups(&cx, &pack, &trace),
        files: files(&here, ""),
        may_write: who.staff.may::<PlanDialogue>(),
        no_errors: Errors::default(),
        here,
        words,
        cx,
    })
}

/// Ties measures to the decision, or unties one.
pub(crate) async fn change(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (id, form) = (req.id_param("decision")?, req.form()?);
    let untied = form.text("ta-bort").parse::<Id>().ok();
    let chosen: Vec<Id> = form.all("nod").iter().filter_map(|one| one.parse().ok()).collect();
    if chosen.is_empty() && untied.is_none() {
        return req.done(&address(id), "chain-error-nothing-chosen");
    }
    links::tie(&req.site, &who, id, &chosen, untied).await?;
    req.done(&address(id), "chain-done-saved")
}

/// What it rests on, as a file.
pub(crate) async fn file(req: Req, who: Grant<SeeDesk>) -> Reply {
    let mut read = req.site.db.read().await?;
    let id = req.id_param("decision")?;
    cases::decision(&mut read, id).await?;
    let trace = store::trace::back(&mut read, Beginning::Decision(id)).await?;
    drop(read);
    super::trace::file(&req, &who.cx(&req), &trace)
}
