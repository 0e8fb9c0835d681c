//! `…/ny` and `…/{node}/andra`: the pack's template of that kind as a form.

use super::{kind_label, new_label, once, pack};
use crate::acts::Refused;
use crate::acts::nodes::{self, NewcomerLinks, lack_field, picture, template};
use crate::model::node::{Draft, Lacks, Node, Origin};
use crate::model::trace::Sort;
use crate::store;
use askama::Template;
use db::Id;
use identity::{Grant, PlanDialogue};
use method::pack::{Field, NodeKind, Pack};
use method::{FieldView, Picture, Typed};
use serde_json::{Map, Value};
use std::sync::Arc;
use web::{Cx, Errors, Fault, Form, Lang, Reply, Req, invalid, page};

/// Who saved first and when; and for each field that differs, its label, what stands, what was written.
type Conflict = (String, Vec<(String, String, String)>);

/// What a new node rests on, as the form shows it.
struct Ground {
    id: String,
    kind: String,
    title: String,
}

#[derive(Template)]
#[template(path = "evidence-chain/form.html")]
struct FormPage {
    cx: Cx,
    errors: Errors,
    title: String,
    about: String,
    views: Vec<FieldView>,
    action: String,
    back: String,
    back_name: String,
    revision: i64,
    is_new: bool,
    ground: Option<Ground>,
    /// The sorts that the link from the ground may have; one or none needs no choice.
    sorts: Vec<(String, String)>,
    sort: String,
    project: String,
    conflict: Option<Conflict>,
}

/// What stands around the fields.
struct Around<'a> {
    kind: NodeKind,
    node: Option<&'a Node>,
    from: Option<&'a Node>,
    project: Option<(Id, String)>,
}

/// What a page that comes back knows beside what stands.
#[derive(Default)]
struct Given<'a> {
    errors: Errors,
    form: Option<&'a Form>,
    conflict: bool,
}

fn fields(pack: &Pack, kind: NodeKind) -> Result<Vec<&Field>, Fault> {
    let (sheet, _) = template(pack, kind)?;
    Ok(sheet.asked().filter_map(|key| pack.field(key)).collect())
}

fn build(req: &Req, mut cx: Cx, picture: &Picture, around: &Around<'_>, given: Given<'_>) -> Result<FormPage, Fault> {
    cx.has_errors = !given.errors.is_empty() || given.conflict;
    let fields = fields(&picture.pack, around.kind)?;
    let (sheet, _) = template(&picture.pack, around.kind)?;
    let more_rows = given
        .form
        .map(|form| form.text("fler-rader"))
        .filter(|id| !id.is_empty());
    let typed = given.form.map(|form| Typed { form, more_rows });
    let views = method::views(&cx, picture, &fields, typed.as_ref(), Lang::Sv);
    let conflict = given.form.filter(|_| given.conflict).map(|form| {
        let who_when = cx.t2(
            "chain-conflict-who",
            ("name", &picture.process.updated_by),
            ("when", &cx.moment(&picture.process.updated_at)),
        );
        let rows = method::conflicting(req, &cx, picture, &fields, form, Lang::Sv);
        (who_when, rows)
    });
    let (back, back_name) = match (around.node, &around.project) {
        (Some(node), _) => (node.address(), node.title.clone()),
        (None, Some((project, title))) => (format!("/arbetsyta/projekt/{project}"), title.clone()),
        (None, None) => (crate::BANK.to_owned(), cx.t("chain-menu")),
    };
    let sorts = match around.from.map(|from| Sort::from_kind(from.kind())) {
        Some(sorts) if sorts.len() > 1 => sorts
            .iter()
            .map(|sort| (sort.code().to_owned(), cx.t(sort.label())))
            .collect(),
        _ => Vec::new(),
    };
    Ok(FormPage {
        title: match around.node {
            Some(node) => cx.t1("chain-edit", "title", &node.title),
            None => cx.t(new_label(around.kind)),
        },
        about: sheet.about.get(cx.lang).to_string(),
        action: match around.node {
            Some(node) => cx.link(&format!("{}/andra", node.address())),
            None => cx.link(&format!("{}/ny?slag={}", crate::BANK, around.kind.code())),
        },
        back: cx.link(&back),
        back_name,
        revision: picture.process.revision,
        is_new: around.node.is_none(),
        ground: around.from.map(|from| Ground {
            id: from.id.to_string(),
            kind: cx.t(kind_label(from.kind())),
            title: from.title.clone(),
        }),
        sort: given
            .form
            .map_or_else(|| Sort::Supports.code().to_owned(), |form| form.text("slag-av-lank")),
        sorts,
        project: around
            .project
            .as_ref()
            .map(|(id, _)| id.to_string())
            .unwrap_or_default(),
        errors: given.errors,
        conflict,
        views,
        cx,
    })
}

/// What the address or the form names: the kind, what the new one rests on, and the project.
struct Named {
    kind: NodeKind,
    from: Option<Node>,
    project: Option<(Id, String, Origin)>,
}

async fn named(req: &Req, from: &str, project: &str) -> Result<Named, Fault> {
    // Whoever names no kind has an insight in mind, which is what the bank is for.
    let kind = match req.query("slag") {
        None => NodeKind::Insight,
        Some(code) => NodeKind::from_code(code).ok_or(Fault::NotFound)?,
    };
    let mut read = req.site.db.read().await?;
    let from = match from.parse::<Id>() {
        Ok(id) => Some(store::node(&mut read, id).await?),
        Err(_) => None,
    };
    let project = match project.parse::<Id>() {
        Ok(id) => {
            let project = dialogues::dialogue(&mut read, id).await?;
            let origin = Origin::of(&project);
            Some((id, project.title_in(req.lang), origin))
        }
        Err(_) => None,
    };
    Ok(Named { kind, from, project })
}

impl Named {
    fn around(&self) -> Around<'_> {
        Around {
            kind: self.kind,
            node: None,
            from: self.from.as_ref(),
            project: self.project.as_ref().map(|(id, title, _)| (*id, title.clone())),
        }
    }
}

pub(crate) async fn new(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let cx = who.cx(&req);
    let asked = |name: &str| req.query(name).unwrap_or_default().to_owned();
    let named = named(&req, &asked("fran"), &asked("projekt")).await?;
    let picture = picture(&req.site, pack(&cx)?, begun(&pack(&cx)?, &named)?, None);
    page(&build(&req, cx, &picture, &named.around(), Given::default())?)
}

/// What a new one begins with: what it rests on says, as a start, and its first status.
fn begun(pack: &Arc<Pack>, named: &Named) -> Result<Map<String, Value>, Fault> {
    let (_, node) = template(pack, named.kind)?;
    let mut fields = Map::new();
    if let (Some(status), Some(draft)) = (&node.status, &node.draft) {
        fields.insert(status.clone(), draft.as_str().into());
    }
    Ok(fields)
}

pub(crate) async fn create(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (cx, form) = (who.cx(&req), req.form()?);
    let named = named(&req, &form.text("fran"), &form.text("projekt")).await?;
    let pack = pack(&cx)?;
    let picture = picture(&req.site, pack.clone(), Map::new(), None);
    let again = |given: Given<'_>| build(&req, who.cx(&req), &picture, &named.around(), given);
    if form.has("fler-rader") {
        return page(&again(given(&form, Errors::default()))?);
    }
    let mut errors = Errors::default();
    let details = method::read_fields(&req, &pack, &fields(&pack, named.kind)?, &form, Lang::Sv, &mut errors);
    if !errors.is_empty() {
        return invalid(&again(given(&form, errors))?);
    }
    let draft = Draft {
        kind: named.kind,
        details,
        origin: named
            .project
            .as_ref()
            .map(|(_, _, origin)| origin.clone())
            .unwrap_or_default(),
    };
    let from: Vec<(Id, Sort)> = named
        .from
        .iter()
        .map(|from| (from.id, sort(&form, from.kind())))
        .collect();
    let stands = NewcomerLinks {
        place: named.project.as_ref().map(|(id, ..)| *id),
        from: &from,
        reason: "",
    };
    match nodes::add(&req.site, &who, draft, stands, once(&form).as_deref()).await {
        Ok(id) => req.done(&format!("{}/{id}", crate::BANK), "chain-done-added"),
        Err(refused) => {
            told(&cx, &pack, refused, &mut errors)?;
            invalid(&again(given(&form, errors))?)
        }
    }
}

/// How the link from what it rests on speaks: as chosen, or the only way there is.
fn sort(form: &Form, from: NodeKind) -> Sort {
    let sorts = Sort::from_kind(from);
    let chosen = Sort::from_code(&form.text("slag-av-lank")).filter(|sort| sorts.contains(sort));
    // Every kind has a sort: what is neither seen nor tried leads on.
    chosen.or(sorts.first().copied()).unwrap_or(Sort::LeadsTo)
}

fn given(form: &Form, errors: Errors) -> Given<'_> {
    Given {
        errors,
        form: Some(form),
        conflict: false,
    }
}

/// What a filling lacks, as messages at its fields.
fn told(cx: &Cx, pack: &Pack, refused: Refused, errors: &mut Errors) -> Result<(), Fault> {
    let lacks = match refused {
        Refused::Lacks(lacks) => lacks,
        Refused::Fault(fault) => return Err(fault),
    };
    for lack in &lacks {
        let message = match lack {
            Lacks::Field(key) => {
                let label = pack.field(key).map_or(key.as_str(), |field| field.label.get(cx.lang));
                cx.t1("method-missing-field", "what", label)
            }
            Lacks::Ground { kinds, .. } => {
                let kinds: Vec<String> = kinds
                    .iter()
                    .map(|kind| cx.t(kind_label(*kind)).to_lowercase())
                    .collect();
                cx.t1("chain-error-ground", "kinds", kinds.join(", "))
            }
        };
        errors.add(lack_field(lack), message);
    }
    Ok(())
}

async fn stored(req: &Req, pack: Arc<Pack>) -> Result<(Node, Picture), Fault> {
    let id = req.id_param("node")?;
    let mut read = req.site.db.read().await?;
    let node = store::node(&mut read, id).await?;
    let details: Value = serde_json::from_str(&store::details(&mut read, id).await?).unwrap_or_default();
    let details = details.as_object().cloned().unwrap_or_default();
    let picture = picture(&req.site, pack, details, Some(&node));
    Ok((node, picture))
}

fn standing(node: &Node) -> Around<'_> {
    Around {
        kind: node.kind(),
        node: Some(node),
        from: None,
        project: None,
    }
}

pub(crate) async fn edit(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let cx = who.cx(&req);
    let (node, picture) = stored(&req, pack(&cx)?).await?;
    if node.is_erased() {
        return Err(Fault::rule("chain-error-erased"));
    }
    page(&build(&req, cx, &picture, &standing(&node), Given::default())?)
}

pub(crate) async fn save(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (cx, form) = (who.cx(&req), req.form()?);
    let pack = pack(&cx)?;
    let (node, picture) = stored(&req, pack.clone()).await?;
    let again = |given: Given<'_>| build(&req, who.cx(&req), &picture, &standing(&node), given);
    if form.has("fler-rader") {
        return page(&again(given(&form, Errors::default()))?);
    }
    let mut errors = Errors::default();
    let details = method::read_fields(&req, &pack, &fields(&pack, node.kind())?, &form, Lang::Sv, &mut errors);
    if !errors.is_empty() {
        return invalid(&again(given(&form, errors))?);
    }
    let revision = form.int("revision").unwrap_or(0);
    match nodes::change(&req.site, &who, node.id, revision, details).await {
        Ok(()) => req.done(&node.address(), "chain-done-saved"),
        // Nothing is lost: the form comes back as typed, with what stands now beside it.
        Err(Refused::Fault(Fault::Conflict)) => invalid(&again(Given {
            errors,
            form: Some(&form),
            conflict: true,
        })?),
        Err(refused) => {
            told(&cx, &pack, refused, &mut errors)?;
            invalid(&again(given(&form, errors))?)
        }
    }
}
