//! `…/{node}/lank`: choosing what a node rests on or leads to; and taking a link away with a reason.

use super::{Line, kind_label, kind_options, pack};
use crate::acts::links;
use crate::model::node::Node;
use crate::model::trace::Sort;
use crate::store::{self, Search};
use askama::Template;
use db::Id;
use identity::{Grant, PlanDialogue};
use method::pack::NodeKind;
use std::collections::HashSet;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

/// How many nodes a choice shows.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "evidence-chain/link.html")]
struct LinkPage {
    cx: Cx,
    errors: Errors,
    title: String,
    back: String,
    action: String,
    search: Search,
    kinds: Vec<(String, String)>,
    lines: Vec<Line>,
    chosen: Vec<String>,
    total: i64,
    /// What the link may say, when there is a choice: only from evidence and tests.
    sorts: Vec<(String, String)>,
    sort: String,
    reason: String,
}

/// What was chosen and typed, when the page comes back.
#[derive(Default)]
struct Typed {
    chosen: Vec<String>,
    sort: String,
    reason: String,
}

impl Typed {
    fn of(form: &Form) -> Typed {
        Typed {
            chosen: form.all("nod"),
            sort: form.text("slag-av-lank"),
            reason: form.raw("skal"),
        }
    }
}

/// What most often is linked to a kind: what comes just before it.
fn usual(kind: NodeKind) -> NodeKind {
    match kind {
        NodeKind::Evidence => NodeKind::Insight,
        NodeKind::Insight => NodeKind::Evidence,
        NodeKind::Need | NodeKind::Question => NodeKind::Insight,
        NodeKind::Idea => NodeKind::Question,
        NodeKind::Prototype => NodeKind::Idea,
        NodeKind::Test => NodeKind::Prototype,
        NodeKind::Measure => NodeKind::Test,
        NodeKind::Effect | NodeKind::Answer => NodeKind::Measure,
    }
}

async fn build(req: &Req, mut cx: Cx, errors: Errors, typed: Typed) -> Result<LinkPage, Fault> {
    cx.has_errors = !errors.is_empty();
    let pack = pack(&cx)?;
    let mut read = req.site.db.read().await?;
    let node = store::node(&mut read, req.id_param("node")?).await?;
    let asked = req.query("slag").and_then(NodeKind::from_code);
    let kind = asked
        .filter(|kind| *kind != node.kind())
        .unwrap_or_else(|| usual(node.kind()));
    let search = Search {
        words: req.query("q").unwrap_or_default().trim().to_owned(),
        kind: kind.code().to_owned(),
        ..Search::default()
    };
    let total = store::count_found(&mut read, &search).await?;
    let found = store::found(&mut read, &search, SHOWN, 0).await?;
    let linked: HashSet<Id> = store::links::links(&mut read, node.id)
        .await?
        .iter()
        .filter(|link| link.removed_at.is_none())
        .map(|link| link.other_id)
        .collect();
    drop(read);
    let free = found.iter().filter(|one| !linked.contains(&one.id) && !one.is_erased());
    let sorts = Sort::from_kind(kind.min(node.kind()));
    Ok(LinkPage {
        title: node.title.clone(),
        back: cx.link(&node.address()),
        action: cx.link(&format!("{}/lank", node.address())),
        kinds: kind_options(&cx)
            .into_iter()
            .filter(|(code, _)| *code != node.kind().code())
            .collect(),
        lines: free.map(|one| Line::new(&cx, &pack, one)).collect(),
        sorts: match sorts.len() {
            1 => Vec::new(),
            _ => sorts
                .iter()
                .map(|sort| (sort.code().to_owned(), cx.t(sort.label())))
                .collect(),
        },
        sort: if typed.sort.is_empty() {
            Sort::Supports.code().to_owned()
        } else {
            typed.sort
        },
        chosen: typed.chosen,
        reason: typed.reason,
        total,
        search,
        errors,
        cx,
    })
}

pub(crate) async fn choose(req: Req, who: Grant<PlanDialogue>) -> Reply {
    page(&build(&req, who.cx(&req), Errors::default(), Typed::default()).await?)
}

pub(crate) async fn make(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (id, form) = (req.id_param("node")?, req.form()?);
    let others: Vec<Id> = form.all("nod").iter().filter_map(|one| one.parse().ok()).collect();
    if others.is_empty() {
        let mut errors = Errors::default();
        errors.add("nod", req.t("chain-error-nothing-chosen"));
        return invalid(&build(&req, who.cx(&req), errors, Typed::of(&form)).await?);
    }
    let sort = Sort::from_code(&form.text("slag-av-lank"));
    links::link(&req.site, &who, id, &others, sort, &form.text("skal")).await?;
    req.done(&format!("{}/{id}", crate::BANK), "chain-done-linked")
}

#[derive(Template)]
#[template(path = "evidence-chain/unlink.html")]
struct UnlinkPage {
    cx: Cx,
    errors: Errors,
    title: String,
    other: String,
    sort: String,
    back: String,
    reason: String,
}

async fn unlink_page(req: &Req, cx: Cx, errors: Errors, reason: String) -> Result<UnlinkPage, Fault> {
    let mut read = req.site.db.read().await?;
    let node: Node = store::node(&mut read, req.id_param("node")?).await?;
    let link = req.id_param("link")?;
    let all = store::links::links(&mut read, node.id).await?;
    let link = all
        .iter()
        .find(|one| one.id == link && one.removed_at.is_none())
        .ok_or(Fault::NotFound)?;
    Ok(UnlinkPage {
        other: format!("{}: {}", cx.t(kind_label(link.other_kind())), link.other_title),
        sort: cx.t(link.sort().label()),
        back: cx.link(&node.address()),
        title: node.title,
        errors,
        reason,
        cx,
    })
}

pub(crate) async fn confirm(req: Req, who: Grant<PlanDialogue>) -> Reply {
    page(&unlink_page(&req, who.cx(&req), Errors::default(), String::new()).await?)
}

pub(crate) async fn remove(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (node, link, form) = (req.id_param("node")?, req.id_param("link")?, req.form()?);
    let reason = form.text("skal");
    if reason.is_empty() {
        let mut errors = Errors::default();
        errors.add("skal", req.t("chain-error-unlink-reason"));
        return invalid(&unlink_page(&req, who.cx(&req).failed(), errors, reason).await?);
    }
    links::unlink(&req.site, &who, link, &reason).await?;
    req.done(&format!("{}/{node}", crate::BANK), "chain-done-unlinked")
}
