//! `/arbetsyta/insikter/{node}`: what a node says, what it rests on, what it leads to, and who works with it.

use super::{Line, kind_label, new_label, pack};
use crate::acts::nodes;
use crate::model::node::Node;
use crate::store::{self, LinkLine};
use askama::Template;
use db::{Conn, Id};
use identity::{Grant, PlanDialogue, SeeDesk};
use method::Facts;
use method::pack::{NodeKind, Pack};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

/// A link with the other end.
struct LinkView {
    href: String,
    kind: String,
    title: String,
    sort: String,
    against: bool,
    reason: String,
    source: String,
    made: String,
    remove: String,
    /// "Borttagen 3 mars av Bo Ek: fel person", for links that are away.
    removed: String,
}

/// A field in words.
struct FactView {
    label: String,
    lines: Vec<String>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

#[derive(Template)]
#[template(path = "evidence-chain/node.html")]
struct NodePage {
    cx: Cx,
    line: Line,
    facts: Vec<FactView>,
    base: String,
    beneath: Vec<LinkView>,
    against: Vec<LinkView>,
    above: Vec<LinkView>,
    removed: Vec<LinkView>,
    /// Address and title.
    projects: Vec<(String, String)>,
    others: Vec<(String, String)>,
    /// What can be made from it: address and words.
    next: Vec<(String, String)>,
    origin_href: String,
    /// Address and words of the decisions that decided it.
    decisions: Vec<(String, String)>,
    voices: String,
    made: String,
    changed: String,
    no_errors: Errors,
    may_write: bool,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let pack = pack(&cx)?;
    let id = req.id_param("node")?;
    let mut read = req.site.db.read().await?;
    let node = store::node(&mut read, id).await?;
    let details = serde_json::from_str(&store::details(&mut read, id).await?).unwrap_or_default();
    let links = store::links::links(&mut read, id).await?;
    let places = store::places(&mut read, id).await?;
    let projects = crate::desk::project::projects(&mut read, &cx).await?;
    let origin_href = match node.origin_id {
        Some(origin) => dialogues::dialogue(&mut read, origin)
            .await
            .map(|one| one.desk_address())
            .unwrap_or_default(),
        None => String::new(),
    };
    let decisions = decisions(&cx, &mut read, id).await?;
    drop(read);
    let line = Line::new(&cx, &pack, &node);
    let (mine, others): (Vec<_>, Vec<_>) = projects.into_iter().partition(|(id, _)| places.contains(id));
    let live = |to: bool, against: bool| -> Vec<LinkView> {
        let ends = links
            .iter()
            .filter(|link| link.removed_at.is_none() && (link.to_id == id) == to);
        let sort = ends.filter(|link| (link.sort() == crate::Sort::Contradicts) == against || !to);
        sort.map(|link| link_view(&cx, &node, link)).collect()
    };
    page(&NodePage {
        facts: facts(&cx, &pack, node.kind(), &Facts::from_json(details)),
        base: cx.link(&node.address()),
        beneath: live(true, false),
        against: live(true, true),
        above: live(false, false),
        removed: links
            .iter()
            .filter(|link| link.removed_at.is_some())
            .map(|link| link_view(&cx, &node, link))
            .collect(),
        projects: mine
            .into_iter()
            .map(|(id, title)| (cx.link(&format!("/arbetsyta/projekt/{id}")), title))
            .collect(),
        others: others.into_iter().map(|(id, title)| (id.to_string(), title)).collect(),
        next: next(&cx, &node),
        origin_href: if origin_href.is_empty() {
            origin_href
        } else {
            cx.link(&origin_href)
        },
        decisions,
        voices: voices(&cx, &node),
        made: cx.t2(
            "chain-made",
            ("name", &node.created_by),
            ("when", &cx.moment(&node.created_at)),
        ),
        changed: cx.t2(
            "chain-changed",
            ("name", &node.updated_by),
            ("when", &cx.moment(&node.updated_at)),
        ),
        no_errors: Errors::default(),
        may_write: who.staff.may::<PlanDialogue>(),
        line,
        cx,
    })
}

async fn decisions(cx: &Cx, conn: &mut Conn, node: Id) -> Result<Vec<(String, String)>, Fault> {
    let mut told = Vec::new();
    // A measure is decided once, perhaps twice.
    for id in store::decisions_of(conn, node).await? {
        let decision = cases::decision(conn, id).await?;
        let values = [
            ("body", decision.body.as_str().into()),
            ("paragraph", decision.paragraph.as_str().into()),
            ("date", cx.short_date(&decision.decided_on).into()),
        ];
        told.push((
            cx.link(&format!("/arbetsyta/beslut/{id}")),
            cx.ta("chain-decision", &values),
        ));
    }
    Ok(told)
}

/// "14 personer av 52 texter står bakom"; nothing when nobody counted.
fn voices(cx: &Cx, node: &Node) -> String {
    match (node.voices, node.base) {
        (0, _) => String::new(),
        (1, _) => cx.t("chain-voice-one"),
        (n, base) => cx.ta("chain-voices", &[("n", n.into()), ("base", base.into())]),
    }
}

/// The next kinds of the thread that can be made from a node.
fn next(cx: &Cx, node: &Node) -> Vec<(String, String)> {
    let kinds: &[NodeKind] = match node.kind() {
        NodeKind::Evidence => &[NodeKind::Insight],
        NodeKind::Insight => &[NodeKind::Need, NodeKind::Question, NodeKind::Idea],
        NodeKind::Need => &[NodeKind::Question, NodeKind::Idea],
        NodeKind::Question => &[NodeKind::Idea],
        NodeKind::Idea => &[NodeKind::Prototype],
        NodeKind::Prototype => &[NodeKind::Test],
        NodeKind::Test => &[NodeKind::Measure],
        NodeKind::Measure => &[NodeKind::Effect, NodeKind::Answer],
        NodeKind::Effect => &[NodeKind::Answer],
        NodeKind::Answer => &[],
    };
    let link = |kind: &NodeKind| {
        let href = format!("{}/ny?slag={}&fran={}", crate::BANK, kind.code(), node.id);
        (cx.link(&href), cx.t(new_label(*kind)))
    };
    kinds.iter().map(link).collect()
}

fn link_view(cx: &Cx, node: &Node, link: &LinkLine) -> LinkView {
    let erased = link.other_erased_at.is_some();
    let removed = link.removed_at.as_ref().map(|at| {
        let values = [
            ("name", link.removed_by.as_str().into()),
            ("when", cx.moment(at).into()),
            ("reason", link.removed_reason.as_str().into()),
        ];
        cx.ta("chain-link-removed", &values)
    });
    LinkView {
        href: cx.link(&format!("{}/{}", crate::BANK, link.other_id)),
        kind: cx.t(kind_label(link.other_kind())),
        title: if erased {
            cx.t("chain-erased")
        } else {
            link.other_title.clone()
        },
        sort: cx.t(link.sort().label()),
        against: link.sort() == crate::Sort::Contradicts,
        reason: link.reason.clone(),
        source: link.other_source.clone(),
        made: cx.t2(
            "chain-made",
            ("name", &link.made_by),
            ("when", &cx.moment(&link.made_at)),
        ),
        remove: cx.link(&format!("{}/lank/{}", node.address(), link.id)),
        removed: removed.unwrap_or_default(),
    }
}

/// What is filled in, in the order of the template.
fn facts(cx: &Cx, pack: &Pack, kind: NodeKind, facts: &Facts) -> Vec<FactView> {
    let Some((sheet, node)) = pack.node_sheet(kind) else {
        return Vec::new();
    };
    let own =
        |key: &&str| *key != node.text && node.title.as_deref() != Some(*key) && node.status.as_deref() != Some(*key);
    let fields = sheet.asked().filter(own).filter_map(|key| pack.field(key));
    let view = |field: &method::pack::Field| {
        let told = method::told(cx, pack, field, facts);
        (!told.is_empty()).then(|| FactView {
            label: field.label.get(cx.lang).to_string(),
            lines: told.lines,
            columns: field
                .columns
                .iter()
                .map(|column| column.label.get(cx.lang).to_string())
                .collect(),
            rows: told.rows,
        })
    };
    fields.filter_map(view).collect()
}

/// Puts the node in a project.
pub(crate) async fn place(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (id, form) = (req.id_param("node")?, req.form()?);
    let Ok(project) = form.text("projekt").parse::<Id>() else {
        return req.done(&format!("{}/{id}", crate::BANK), "chain-error-project");
    };
    nodes::place(&req.site, &who, project, &[id]).await?;
    req.done(&format!("{}/{id}", crate::BANK), "chain-done-placed")
}

#[derive(Template)]
#[template(path = "evidence-chain/erase.html")]
struct ErasePage {
    cx: Cx,
    errors: Errors,
    title: String,
    back: String,
    reason: String,
}

async fn erase_page(req: &Req, cx: Cx, errors: Errors, reason: String) -> Result<ErasePage, Fault> {
    let mut read = req.site.db.read().await?;
    let node = store::node(&mut read, req.id_param("node")?).await?;
    if node.is_erased() {
        return Err(Fault::rule("chain-error-erased"));
    }
    Ok(ErasePage {
        back: cx.link(&node.address()),
        title: node.title,
        errors,
        reason,
        cx,
    })
}

pub(crate) async fn erase_form(req: Req, who: Grant<PlanDialogue>) -> Reply {
    page(&erase_page(&req, who.cx(&req), Errors::default(), String::new()).await?)
}

pub(crate) async fn erase(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (id, form) = (req.id_param("node")?, req.form()?);
    let reason = form.text("skal");
    if reason.is_empty() {
        let mut errors = Errors::default();
        errors.add("skal", req.t("chain-error-erase-reason"));
        return invalid(&erase_page(&req, who.cx(&req).failed(), errors, reason).await?);
    }
    nodes::erase(&req.site, &who, id, &reason).await?;
    req.done(&format!("{}/{id}", crate::BANK), "chain-done-erased")
}
