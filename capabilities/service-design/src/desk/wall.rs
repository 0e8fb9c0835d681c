//! `…/vagg`: notes sorted into groups. Every note has a choice and a button; a script lets one drag it or move it with the arrow
//! keys, and sends the same form.

use super::Project;
use crate::acts::wall::{self as acts, Sorting};
use crate::model::wall::{Group, Note, Wall};
use crate::store::wall as store;
use askama::Template;
use db::Id;
use dialogues::Head;
use identity::{Grant, PlanDialogue, SeeDesk};
use method::pack::Sheet;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

/// The last part of the page's address; the pack's template of the method names it.
const PAGE: &str = "vagg";

#[derive(Template)]
#[template(path = "service-design/wall.html")]
struct WallPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    here: String,
    lead: String,
    /// What a heading should be, in the method's words.
    name_help: String,
    heaps: Vec<Heap>,
    /// Where a note can be put: a group's id and heading.
    groups: Vec<(String, String)>,
    undo: Option<Undo>,
    /// Loose notes that were taken down and still have their words.
    removed: Vec<Card>,
    evidence: String,
    name: String,
    note: String,
    source: String,
    /// Whoever looks may change.
    may_plan: bool,
    /// Whoever looks may erase: also when the project is over.
    may_erase: bool,
}

/// A group, or what nobody has sorted.
struct Heap {
    /// Empty for what nobody has sorted.
    id: String,
    name: String,
    count: String,
    is_one_sided: bool,
    cards: Vec<Card>,
    /// The insight it became.
    insight: String,
    /// The evidence with words left, from which an insight can be made: id and words.
    evidence: Vec<(String, String)>,
    new_name: String,
    statement: String,
    against: Vec<String>,
}

struct Card {
    id: String,
    /// Its page in the chain; empty for a loose note.
    href: String,
    body: String,
    /// Its beginning, for the names of its buttons.
    short: String,
    source: String,
    group: String,
    is_erased: bool,
    is_evidence: bool,
}

struct Undo {
    number: i64,
    text: String,
}

fn card(cx: &Cx, note: &Note) -> Card {
    let body = match note.is_erased {
        true => cx.t("design-wall-erased"),
        false => note.body.clone(),
    };
    Card {
        id: note.id.to_string(),
        href: match note.is_evidence {
            true => cx.link(&format!("/arbetsyta/insikter/{}", note.id)),
            false => String::new(),
        },
        short: body.chars().take(60).collect(),
        body,
        source: note.source.clone(),
        group: note.group.map(|id| id.to_string()).unwrap_or_default(),
        is_erased: note.is_erased,
        is_evidence: note.is_evidence,
    }
}

fn heap(cx: &Cx, wall: &Wall, group: Option<&Group>, form: &Form) -> Heap {
    let id = group.map(|one| one.id);
    let notes: Vec<&Note> = wall.in_group(id).collect();
    let counts = [("notes", notes.len().into()), ("sources", wall.sources(id).into())];
    let own = |field: &str, usual: &str| match group {
        Some(one) if form.text("grupp") == one.id.to_string() && form.has(field) => form.raw(field),
        _ => usual.to_owned(),
    };
    let name = group.map_or_else(|| cx.t("design-wall-unsorted"), |one| one.name.clone());
    let evidence = notes.iter().filter(|note| note.is_evidence && !note.is_erased);
    Heap {
        count: cx.ta("design-wall-count", &counts),
        is_one_sided: group.is_some() && wall.is_one_sided(id),
        cards: notes.iter().map(|note| card(cx, note)).collect(),
        insight: group
            .and_then(|one| one.insight)
            .map(|insight| cx.link(&format!("/arbetsyta/insikter/{insight}")))
            .unwrap_or_default(),
        evidence: evidence.map(|note| (note.id.to_string(), note.body.clone())).collect(),
        new_name: own("namn", &name),
        statement: own("pastaende", &name),
        against: form.all("emot"),
        id: id.map(|id| id.to_string()).unwrap_or_default(),
        name,
    }
}

/// What was done last, in words.
fn undo(cx: &Cx, step: &store::Step) -> Undo {
    let key = match step.act.as_str() {
        "affinity.move" => "design-wall-did-move",
        "affinity.begin-group" => "design-wall-did-begin",
        "affinity.rename-group" => "design-wall-did-rename",
        "affinity.dissolve-group" => "design-wall-did-dissolve",
        "affinity.write-note" => "design-wall-did-write",
        "affinity.take-down-note" => "design-wall-did-take-down",
        _ => "design-wall-did-put-back",
    };
    Undo {
        number: step.number,
        text: cx.t1(key, "name", &step.done_by),
    }
}

/// What the method says of sorting, and of the heading of a group: the words of the template that points here, and those of the
/// first field of its section.
fn method_of(cx: &Cx, project: &Project) -> (String, String) {
    let pack = &project.picture.pack;
    let sections = |sheet: &'_ Sheet| sheet.sections.iter().position(|one| one.page.as_deref() == Some(PAGE));
    let Some((sheet, place)) = pack.sheets.iter().find_map(|sheet| Some((sheet, sections(sheet)?))) else {
        return Default::default();
    };
    let field = sheet.sections[place].fields.first().and_then(|key| pack.field(key));
    let help = field.and_then(|field| Some(field.help.as_ref()?.get(cx.lang).to_string()));
    (sheet.about.get(cx.lang).to_string(), help.unwrap_or_default())
}

async fn build(req: &Req, mut cx: Cx, may_write: bool, form: &Form, errors: Errors) -> Result<WallPage, Fault> {
    cx.has_errors = !errors.is_empty();
    let mut read = req.site.db.read().await?;
    let project = Project::read(req, &mut read).await?;
    let wall = store::wall(&mut read, project.dialogue.id).await?;
    let last = store::last_step(&mut read, project.dialogue.id).await?;
    drop(read);
    let head = project.head(&cx);
    let may_plan = may_write && !project.picture.is_closed();
    let unsorted = heap(&cx, &wall, None, form);
    let sorted = wall.standing().map(|group| heap(&cx, &wall, Some(group), form));
    let removed = wall.notes.iter().filter(|note| !note.is_there && !note.is_erased);
    let (lead, name_help) = method_of(&cx, &project);
    Ok(WallPage {
        here: format!("{}/{PAGE}", head.base),
        evidence: format!("{}/kallor", head.base),
        lead,
        name_help,
        heaps: std::iter::once(unsorted).chain(sorted).collect(),
        groups: wall
            .standing()
            .map(|group| (group.id.to_string(), group.name.clone()))
            .collect(),
        undo: last.filter(|_| may_plan).map(|step| undo(&cx, &step)),
        removed: removed.map(|note| card(&cx, note)).collect(),
        name: form.raw("ny-grupp"),
        note: form.raw("lapp-text"),
        source: form.raw("lapp-kalla"),
        may_plan,
        may_erase: may_write,
        head,
        errors,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let may_plan = who.staff.may::<PlanDialogue>();
    page(&build(&req, who.cx(&req), may_plan, &Form::default(), Errors::default()).await?)
}

/// An identifier that a form names; empty for none.
fn named(form: &Form, field: &str) -> Result<Option<Id>, Fault> {
    match form.text(field).as_str() {
        "" => Ok(None),
        text => text
            .parse()
            .map(Some)
            .map_err(|_| Fault::BadRequest("design-error-choice")),
    }
}

fn must(form: &Form, field: &str) -> Result<Id, Fault> {
    named(form, field)?.ok_or(Fault::BadRequest("design-error-choice"))
}

/// Does one thing, and shows the wall anew: at the note that moved, or with what was wrong at its field.
pub(crate) async fn change(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let mut read = req.site.db.read().await?;
    let project = dialogues::named(&req, &mut read).await?;
    drop(read);
    let form = req.form()?;
    let here = format!("{}/{PAGE}", project.desk_address());
    let (field, done) = match form.text("gor").as_str() {
        "insikt" => {
            let (group, statement) = (must(&form, "grupp")?, form.text("pastaende"));
            let against: Vec<Id> = form.all("emot").iter().filter_map(|id| id.parse().ok()).collect();
            let key = form.text("nyckel");
            let once = Some(key.as_str()).filter(|key| !key.is_empty());
            let carried = acts::carry_over(&req.site, &who, project.id, group, &statement, &against, once).await;
            let done = carried.map(|_| (format!("{here}#grupp-{group}"), "design-done-wall-carried"));
            (format!("pastaende-{group}"), done)
        }
        "angra" => {
            let number = form.int("steg").unwrap_or(0);
            let undone = acts::undo(&req.site, &who, project.id, number).await;
            ("angra".to_owned(), undone.map(|()| (here, "design-done-wall-undone")))
        }
        "radera" => {
            let note = must(&form, "lapp")?;
            let erased = acts::erase_note(&req.site, &who, project.id, note).await;
            (
                format!("borta-{note}"),
                erased.map(|()| (here, "design-done-wall-erased")),
            )
        }
        _ => sorted(&req, &who, project.id, &form, &here).await?,
    };
    match done {
        Ok((address, note)) => req.done(&address, note),
        Err(Fault::Rule { key, .. }) => {
            let mut errors = Errors::default();
            errors.add(field, req.t(key));
            invalid(&build(&req, who.cx(&req), true, &form, errors).await?)
        }
        Err(other) => Err(other),
    }
}

/// Where an error stands; and where to go with which words when it went well.
type Told = (String, Result<(String, &'static str), Fault>);

async fn sorted(req: &Req, who: &Grant<PlanDialogue>, of: Id, form: &Form, here: &str) -> Result<Told, Fault> {
    let (name, body, source, was) = (
        form.text("ny-grupp"),
        form.raw("lapp-text"),
        form.raw("lapp-kalla"),
        form.raw("var"),
    );
    let new_name = form.text("namn");
    let (sorting, field, place, note) = match form.text("gor").as_str() {
        "flytta" => {
            let (note, from, to) = (must(form, "lapp")?, named(form, "fran")?, named(form, "till")?);
            let place = format!("#lapp-{note}");
            (
                Sorting::Move { note, from, to },
                format!("till-{note}"),
                place,
                "design-done-wall-moved",
            )
        }
        "ny-grupp" => {
            let sorting = Sorting::Begin { name: &name };
            (sorting, "ny-grupp".to_owned(), String::new(), "design-done-wall-begun")
        }
        "byt-namn" => {
            let group = must(form, "grupp")?;
            let sorting = Sorting::Rename {
                group,
                was: &was,
                name: &new_name,
            };
            (
                sorting,
                format!("namn-{group}"),
                format!("#grupp-{group}"),
                "design-done-wall-renamed",
            )
        }
        "los-upp" => {
            let group = must(form, "grupp")?;
            (
                Sorting::Dissolve { group },
                format!("namn-{group}"),
                String::new(),
                "design-done-wall-dissolved",
            )
        }
        "ny-lapp" => {
            let sorting = Sorting::Write {
                body: &body,
                source: &source,
            };
            (
                sorting,
                "lapp-text".to_owned(),
                String::new(),
                "design-done-wall-written",
            )
        }
        "ta-ner" => {
            let note = must(form, "lapp")?;
            (
                Sorting::TakeDown { note },
                format!("till-{note}"),
                String::new(),
                "design-done-wall-taken-down",
            )
        }
        "satt-upp" => {
            let note = must(form, "lapp")?;
            (
                Sorting::PutBack { note },
                format!("borta-{note}"),
                format!("#lapp-{note}"),
                "design-done-wall-put-back",
            )
        }
        _ => return Err(Fault::BadRequest("design-error-choice")),
    };
    let key = form.text("nyckel");
    let once = Some(key.as_str()).filter(|key| !key.is_empty());
    let done = acts::sort(&req.site, who, of, &sorting, once).await;
    Ok((field, done.map(|()| (format!("{here}{place}"), note))))
}
