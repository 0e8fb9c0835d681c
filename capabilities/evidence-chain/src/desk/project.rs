//! The pages of a project that its gates name: what it has of each kind, and what it takes from the bank.

use super::effects::{self, EffectsView};
use super::{Line, kinds_label, new_label, pack};
use crate::acts::nodes;
use crate::store::{self, Search};
use askama::Template;
use db::{Conn, Id};
use dialogues::{Filter, Kind};
use identity::{Grant, PlanDialogue, SeeDesk};
use method::pack::NodeKind;
use std::collections::HashSet;
use web::{Cx, Errors, Fault, Reply, Req, page};

/// How many nodes of the bank a page offers.
const OFFERED: i64 = 20;

#[derive(Template)]
#[template(path = "evidence-chain/project.html")]
struct ProjectPage {
    cx: Cx,
    no_errors: Errors,
    title: String,
    about: String,
    name: String,
    back: String,
    here: String,
    lines: Vec<Line>,
    /// On the page of benefits.
    effects: Option<EffectsView>,
    words: String,
    offered: Vec<Line>,
    new: String,
    new_name: String,
    trace: String,
    /// The other pages: address, name, is it this one.
    pages: Vec<(String, String, bool)>,
    may_write: bool,
}

/// All projects, the latest first.
pub(crate) async fn projects(conn: &mut Conn, cx: &Cx) -> db::Result<Vec<(Id, String)>> {
    let list = dialogues::list_of(conn, Kind::Project, &Filter::default(), cx.site().today()).await?;
    Ok(list.into_iter().map(|one| (one.id, one.title_in(cx.lang))).collect())
}

fn kind_of(req: &Req) -> Result<NodeKind, Fault> {
    let cx = req.cx();
    let last = cx.path.rsplit('/').next().unwrap_or_default().to_owned();
    let found = crate::PROJECT_PAGES
        .iter()
        .find(|(page, _)| page.rsplit('/').next() == Some(last.as_str()));
    found.map(|(_, kind)| *kind).ok_or(Fault::NotFound)
}

fn address(project: Id, kind: NodeKind) -> String {
    let page = crate::PROJECT_PAGES.iter().find(|(_, one)| *one == kind);
    page.map(|(page, _)| page.replace("{id}", &project.to_string()))
        .unwrap_or_default()
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, kind) = (who.cx(&req), kind_of(&req)?);
    let pack = pack(&cx)?;
    let words = req.query("q").unwrap_or_default().trim().to_owned();
    let mut read = req.site.db.read().await?;
    let project = dialogues::dialogue(&mut read, req.id_param("id")?).await?;
    let placed = store::placed(&mut read, project.id).await?;
    let search = Search {
        words: words.clone(),
        kind: kind.code().to_owned(),
        ..Search::default()
    };
    let found = store::found(&mut read, &search, OFFERED, 0).await?;
    let effects = match kind {
        NodeKind::Effect => effects::read(&mut read, &cx, &pack, project.id, &placed).await?,
        _ => None,
    };
    drop(read);
    let has: HashSet<Id> = placed.iter().map(|node| node.id).collect();
    let line = |node: &crate::Node| Line::new(&cx, &pack, node);
    let pages = crate::PROJECT_PAGES.iter().map(|(_, one)| {
        let here = *one == kind;
        (cx.link(&address(project.id, *one)), cx.t(kinds_label(*one)), here)
    });
    page(&ProjectPage {
        title: cx.t(kinds_label(kind)),
        about: pack
            .node_sheet(kind)
            .map(|(sheet, _)| sheet.about.get(cx.lang).to_string())
            .unwrap_or_default(),
        name: project.title_in(cx.lang),
        back: cx.link(&project.desk_address()),
        here: cx.link(&address(project.id, kind)),
        lines: placed.iter().filter(|node| node.kind() == kind).map(line).collect(),
        offered: found
            .iter()
            .filter(|node| !has.contains(&node.id) && !node.is_erased())
            .map(line)
            .collect(),
        effects,
        words,
        new: cx.link(&format!(
            "{}/ny?slag={}&projekt={}",
            crate::BANK,
            kind.code(),
            project.id
        )),
        new_name: cx.t(new_label(kind)),
        trace: cx.link(&format!("{}/spar", project.desk_address())),
        pages: pages.collect(),
        may_write: who.staff.may::<PlanDialogue>(),
        no_errors: Errors::default(),
        cx,
    })
}

/// Puts a node of the bank in the project, or takes one out.
pub(crate) async fn change(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (kind, form) = (kind_of(&req)?, req.form()?);
    let project = req.id_param("id")?;
    let here = address(project, kind);
    if let Ok(out) = form.text("ta-ut").parse::<Id>() {
        nodes::unplace(&req.site, &who, project, out).await?;
        return req.done(&here, "chain-done-unplaced");
    }
    let chosen: Vec<Id> = form.all("nod").iter().filter_map(|one| one.parse().ok()).collect();
    if chosen.is_empty() {
        return req.done(&here, "chain-error-nothing-chosen");
    }
    nodes::place(&req.site, &who, project, &chosen).await?;
    req.done(&here, "chain-done-placed")
}
