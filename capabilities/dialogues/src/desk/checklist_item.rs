//! `…/checklista/{item}`: one item with who does it, by when, what shows that it is done, and what happened to it.

use super::lists::{Lists, asks, group_name, noted, phases, status, wanted};
use super::{Head, history};
use crate::acts::Upload;
use crate::checklist::{Line, Work, groups, is_link};
use crate::checklist_acts::{self, Saying};
use crate::files;
use askama::Template;
use db::Id;
use identity::{Grant, SeeDesk, Staff};
use method::{Event, Refused, TickStatus};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "dialogues/checklist-item.html")]
struct ItemPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    /// The list that the item stands on, as it was chosen among.
    back: String,
    action: String,
    text: String,
    facts: Vec<(String, String)>,
    status: &'static str,
    by_itself: bool,
    noted: String,
    asks: String,
    is_own: bool,
    may_plan: bool,
    may_tick: bool,
    owners: Vec<(String, String)>,
    documents: Vec<(String, String)>,
    revision: i64,
    typed: Typed,
    /// Someone else saved first: who and when, and what stands beside what was written.
    conflict: Option<Conflict>,
    events: Vec<EventView>,
    key: String,
}

/// Who saved first and when; and label, what stands now and what was written, for each thing that differs.
type Conflict = (String, Vec<(String, String, String)>);

struct EventView {
    iso: String,
    moment: String,
    text: String,
}

/// What stands in the form.
#[derive(Default)]
struct Typed {
    owner: String,
    /// Day, month and year.
    due: [String; 3],
    note: String,
    link: String,
    document: String,
}

impl Typed {
    fn standing(line: &Line) -> Typed {
        let id = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
        let due = line
            .work
            .due_on
            .map(|day| [day.day().to_string(), day.month().to_string(), day.year().to_string()]);
        Typed {
            owner: id(line.work.owner),
            due: due.unwrap_or_default(),
            note: line.note().to_string(),
            link: line.work.link.clone(),
            document: id(line.work.document),
        }
    }

    fn sent(form: &Form, stands: Typed) -> Typed {
        // The short form on the list has the note only.
        if !form.has("revision") {
            return Typed {
                note: form.raw("anteckning"),
                ..stands
            };
        }
        Typed {
            owner: form.text("agare"),
            due: ["day", "month", "year"].map(|part| form.text(&format!("klart-{part}"))),
            note: form.raw("anteckning"),
            link: form.raw("lank"),
            document: form.text("dokument"),
        }
    }
}

/// What the page is made from beside the lists.
struct Given<'a> {
    staff: &'a Staff,
    errors: Errors,
    form: Option<&'a Form>,
    conflict: bool,
    events: &'a [Event],
}

fn build(req: &Req, mut cx: Cx, lists: &Lists, given: Given<'_>) -> Result<ItemPage, Fault> {
    let key = req.param("item")?;
    let line = lists.lines.iter().find(|line| line.key == key).ok_or(Fault::NotFound)?;
    cx.has_errors = !given.errors.is_empty() || given.conflict;
    let head = Head::new(&cx, &lists.dialogue, &lists.picture);
    let is_closed = lists.picture.is_closed();
    let may_plan = super::may_plan(given.staff) && !is_closed;
    let stands = Typed::standing(line);
    let typed = match given.form {
        Some(form) => Typed::sent(form, Typed::standing(line)),
        None => Typed::standing(line),
    };
    let query = wanted(req).query();
    let happened = |event: &Event| EventView {
        iso: event.at.to_string(),
        moment: cx.moment(&event.at),
        text: format!(
            "{} {}",
            history::text(&cx, &lists.picture, &lists.own, event),
            event.actor
        ),
    };
    let documents = lists
        .documents
        .iter()
        .map(|one| (one.id.to_string(), one.title.clone()));
    Ok(ItemPage {
        back: format!("{}/checklista{query}#{}", head.base, line.key),
        action: format!("{}/checklista/{}{query}", head.base, line.key),
        text: line.text.clone(),
        facts: facts(&cx, lists, line),
        status: status(line),
        by_itself: line.by_itself,
        noted: noted(&cx, line),
        asks: asks(&cx, line.proof),
        is_own: line.is_own,
        may_plan,
        may_tick: may_plan || (line.work.owner == Some(given.staff.id) && !is_closed),
        owners: lists.owners(),
        documents: documents.collect(),
        revision: line.work.revision,
        conflict: given
            .conflict
            .then(|| conflict(&cx, lists, given.events, &stands, &typed)),
        typed,
        events: given.events.iter().map(happened).collect(),
        errors: given.errors,
        key: line.key.clone(),
        head,
        cx,
    })
}

fn facts(cx: &Cx, lists: &Lists, line: &Line) -> Vec<(String, String)> {
    let groups = groups(&lists.picture.pack, &lists.lines, cx.lang);
    let list = groups.iter().find(|group| group.list == line.list);
    let phase = phases(cx).into_iter().find(|(key, _)| *key == line.phase);
    let late = if line.is_late(lists.picture.today) {
        cx.t("web-phase-late")
    } else {
        String::new()
    };
    let due = line.work.due_on.map(|day| cx.short_date(&day)).unwrap_or_default();
    vec![
        (
            cx.t("dialogues-filter-list"),
            list.map(|group| group_name(cx, &group.name)).unwrap_or_default(),
        ),
        (
            cx.t("dialogues-filter-phase"),
            phase.map(|(_, name)| name).unwrap_or_default(),
        ),
        (cx.t("dialogues-checklist-role"), line.role.clone()),
        (cx.t("dialogues-checklist-owner"), lists.owner(cx, line.work.owner)),
        (
            cx.t("dialogues-checklist-due"),
            format!("{due} {late}").trim().to_string(),
        ),
    ]
}

/// What stands now beside what was written, where they differ.
fn conflict(cx: &Cx, lists: &Lists, events: &[Event], stands: &Typed, typed: &Typed) -> Conflict {
    let name = |owner: &str| lists.owner(cx, owner.parse().ok());
    let day = |due: &[String; 3]| due.join(" ").trim().to_string();
    let document = |id: &str| {
        let found = lists.documents.iter().find(|one| one.id.to_string() == id);
        found.map(|one| one.title.clone()).unwrap_or_default()
    };
    let rows = [
        ("dialogues-checklist-owner", name(&stands.owner), name(&typed.owner)),
        ("dialogues-checklist-due", day(&stands.due), day(&typed.due)),
        ("dialogues-checklist-note", stands.note.clone(), typed.note.clone()),
        ("dialogues-checklist-link", stands.link.clone(), typed.link.clone()),
        (
            "dialogues-checklist-document",
            document(&stands.document),
            document(&typed.document),
        ),
    ];
    let differing = rows.into_iter().filter(|(_, stands, typed)| stands != typed);
    let rows = differing
        .map(|(label, stands, typed)| (cx.t(label), stands, typed))
        .collect();
    let who_when = events.first().map(|event| {
        let when = cx.moment(&event.at);
        cx.t2("dialogues-conflict-who", ("name", &event.actor), ("when", &when))
    });
    (who_when.unwrap_or_default(), rows)
}

async fn events(req: &Req) -> Result<Vec<Event>, Fault> {
    let kind = format!("item:{}", req.param("item")?);
    let mut read = req.site.db.read().await?;
    let all = method::events(&mut read, req.id_param("id")?).await?;
    Ok(all.into_iter().filter(|event| event.kind == kind).collect())
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let lists = Lists::read(&req).await?;
    let given = Given {
        staff: &who.staff,
        errors: Errors::default(),
        form: None,
        conflict: false,
        events: &events(&req).await?,
    };
    page(&build(&req, who.cx(&req), &lists, given)?)
}

async fn again(req: &Req, who: &Grant<SeeDesk>, form: &Form, errors: Errors, conflict: bool) -> Reply {
    let lists = Lists::read(req).await?;
    let given = Given {
        staff: &who.staff,
        errors,
        form: Some(form),
        conflict,
        events: &events(req).await?,
    };
    invalid(&build(req, who.cx(req), &lists, given)?)
}

/// Ticks, saves or both; takes an own item away or puts it back. Whoever is to do the item may tick it without the right
/// to plan: the act sees to that.
pub(crate) async fn save(req: Req, who: Grant<SeeDesk>) -> Reply {
    let form = req.form()?;
    let here = super::desk_address(&req).await?;
    let (id, item) = (req.id_param("id")?, req.param("item")?.to_string());
    match form.text("gor").as_str() {
        "" => {}
        "ta-bort" => return remove(&req, &who, &here, &item, true).await,
        "angra" => return remove(&req, &who, &here, &item, false).await,
        _ => return Err(Fault::BadRequest("dialogues-error-tick")),
    }
    let status = pressed(&form)?;
    if status.is_none() && !form.has("revision") {
        return Err(Fault::BadRequest("dialogues-error-tick"));
    }
    let mut errors = Errors::default();
    let note = form.text("anteckning");
    if note.chars().count() > 2000 {
        errors.add("anteckning", req.t("dialogues-error-note-long"));
    }
    let work = form
        .has("revision")
        .then(|| work(&req, &form, &mut errors))
        .transpose()?;
    let file = form
        .file("file")
        .map(|file| (file, files::check(&file.name, &file.bytes)));
    if let Some((_, Err(key))) = &file {
        errors.add("file", req.t(key));
    }
    if !errors.is_empty() {
        return again(&req, &who, &form, errors, false).await;
    }
    let title = file.as_ref().map(|(file, _)| title_of(&file.name)).unwrap_or_default();
    let upload = file.and_then(|(file, kind)| {
        Some(Upload {
            title: &title,
            name: &file.name,
            kind: kind.ok()?,
            bytes: &file.bytes,
            public: false,
            once: "",
        })
    });
    let saying = Saying {
        status,
        note: &note,
        work: work.map(|work| Work {
            note: note.clone(),
            ..work
        }),
        upload,
    };
    let (field, key) = match checklist_acts::say(&req.site, &who.staff, id, &item, saying).await {
        Ok(()) => return done(&req, &here, &item),
        Err(Refused::ReasonNeeded { .. }) => ("anteckning", "dialogues-error-tick-reason"),
        Err(Refused::Holds(_)) => ("anteckning", "dialogues-error-tick-held"),
        Err(Refused::Fault(Fault::Conflict)) => return again(&req, &who, &form, errors, true).await,
        Err(other) => return Err(other.into()),
    };
    errors.add(field, req.t(key));
    again(&req, &who, &form, errors, false).await
}

fn done(req: &Req, here: &str, item: &str) -> Reply {
    let query = wanted(req).query();
    req.done(&format!("{here}/checklista{query}#{item}"), "dialogues-done-tick")
}

/// A document is called what its file is called, without the ending.
fn title_of(name: &str) -> String {
    name.rsplit_once('.')
        .map_or(name, |(title, _)| title)
        .chars()
        .take(150)
        .collect()
}

fn work(req: &Req, form: &Form, errors: &mut Errors) -> Result<Work, Fault> {
    let id = |name: &str| match form.text(name).as_str() {
        "" => Ok(None),
        id => id
            .parse()
            .map(Some)
            .map_err(|_| Fault::BadRequest("dialogues-error-owner")),
    };
    let link = form.text("lank");
    if !link.is_empty() && !is_link(&link) {
        errors.add("lank", req.t("dialogues-error-link"));
    }
    let due_on = form.date("klart").unwrap_or_else(|()| {
        errors.add("klart", req.t("method-error-date"));
        None
    });
    Ok(Work {
        owner: id("agare")?,
        due_on,
        note: String::new(),
        link,
        document: id("dokument")?,
        revision: form.int("revision").unwrap_or(0),
    })
}

async fn remove(req: &Req, who: &Grant<SeeDesk>, here: &str, item: &str, is_removed: bool) -> Reply {
    let id = req.id_param("id")?;
    checklist_acts::set_removed(&req.site, &who.staff, id, item, is_removed).await?;
    let note = if is_removed {
        "dialogues-done-item-removed"
    } else {
        "dialogues-done-item-restored"
    };
    req.done(&format!("{here}/checklista"), note)
}

/// Which button of a form was pressed; `None` for the one that only saves.
fn pressed(form: &Form) -> Result<Option<TickStatus>, Fault> {
    match form.text("lage").as_str() {
        "" => Ok(None),
        word => TickStatus::from_code(word)
            .map(Some)
            .ok_or(Fault::BadRequest("dialogues-error-tick")),
    }
}
