//! `…/steg/{task}`: one form of fields with its help; and the same texts in English.

use super::{AdviceView, Head, load};
use crate::{Dialogue, Kind, acts};
use askama::Template;
use identity::{Grant, PlanDialogue, SeeDesk};
use method::pack::{Field, Link, TaskText};
use method::{FieldView, Missing, Need, Picture, Refused, Typed};
use texts::Lang;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "dialogues/task.html")]
struct TaskPage {
    cx: Cx,
    errors: Errors,
    head: Head,
    name: String,
    help: String,
    /// The handbook's chapter that holds the same help: address and name.
    chapter: Option<(String, String)>,
    /// The chooser of methods, from the task in which methods are written; empty elsewhere.
    chooser: String,
    warnings: Vec<String>,
    advice: Vec<AdviceView>,
    views: Vec<FieldView>,
    /// The form's own address, and that of the other language.
    action: String,
    other: String,
    english: bool,
    revision: i64,
    /// Shown and asked for when residents rely on a field of the form.
    asks_reason: bool,
    reason: String,
    mark: String,
    /// Someone else saved first: who and when, and what stands now beside what was written.
    conflict: Option<Conflict>,
    can_save: bool,
}

/// Who saved first and when; and label, what stands now and what was written, for each field that differs.
type Conflict = (String, Vec<(String, String, String)>);

/// What the page is made from.
struct Given<'a> {
    errors: Errors,
    form: Option<&'a Form>,
    conflict: bool,
    words: Lang,
    can_save: bool,
}

fn task_of<'a>(req: &Req, picture: &'a Picture) -> Result<&'a TaskText, Fault> {
    picture
        .pack
        .task_at(req.param("task")?)
        .filter(|task| task.page.is_none())
        .ok_or(Fault::NotFound)
}

/// The handbook on the desk is that of dialogues.
fn chapter(cx: &Cx, dialogue: &Dialogue, picture: &Picture, task: &TaskText) -> Option<(String, String)> {
    if dialogue.kind != Kind::Dialogue {
        return None;
    }
    let chapter = picture.pack.library.chapter_with_help(&task.key)?;
    let address = Link::Chapter(chapter.key.clone()).address();
    Some((cx.link(&address), chapter.name.get(cx.lang).to_owned()))
}

/// The field in which the methods of a dialogue stand. A pack without it has no way to the chooser from its plan.
const METHODS: &str = "methods";

fn chooser(cx: &Cx, dialogue: &Dialogue, task: &TaskText) -> String {
    let asks = dialogue.kind == Kind::Dialogue && task.fields.iter().any(|field| field == METHODS);
    let address = format!("/arbetsyta/metodval?dialog={}", dialogue.id);
    if asks { cx.link(&address) } else { String::new() }
}

fn fields<'a>(picture: &'a Picture, task: &TaskText, words: Lang) -> Vec<&'a Field> {
    let fields = task.fields.iter().filter_map(|key| picture.pack.field(key));
    fields.filter(|field| words == Lang::Sv || field.translatable).collect()
}

fn build(req: &Req, mut cx: Cx, dialogue: &Dialogue, picture: &Picture, task: &TaskText, given: Given<'_>) -> TaskPage {
    cx.has_errors = !given.errors.is_empty() || given.conflict;
    let head = Head::new(&cx, dialogue, picture);
    let fields = fields(picture, task, given.words);
    let more_rows = given
        .form
        .map(|form| form.text("fler-rader"))
        .filter(|id| !id.is_empty());
    let typed = given.form.map(|form| Typed { form, more_rows });
    let views = method::views(&cx, picture, &fields, typed.as_ref(), given.words);
    let stored = picture.process.facts.text(&format!("task/{}", task.key));
    let address = format!("{}/steg/{}", head.base, task.address);
    let english = given.words == Lang::En;
    let translatable = fields.iter().any(|field| field.translatable);
    TaskPage {
        name: task.name.get(cx.lang).to_string(),
        help: picture
            .pack
            .help
            .get(&(task.key.clone(), cx.lang))
            .cloned()
            .unwrap_or_default(),
        chapter: chapter(&cx, dialogue, picture, task),
        chooser: chooser(&cx, dialogue, task),
        warnings: picture.warnings(Some(&task.key), cx.lang),
        advice: Vec::new(),
        action: if english {
            format!("{address}/engelska")
        } else {
            address.clone()
        },
        other: match (english, translatable) {
            (true, _) => address,
            (false, true) => format!("{address}/engelska"),
            (false, false) => String::new(),
        },
        english,
        revision: picture.process.revision,
        asks_reason: !english && picture.is_public() && fields.iter().any(|field| field.announced),
        reason: given.form.map(|form| form.raw("skal")).unwrap_or_default(),
        mark: match given.form.map(|form| form.text("klart-steg")) {
            Some(typed) => typed,
            None if stored == "yes" => "ja".into(),
            None if stored == "no" => "nej".into(),
            None => String::new(),
        },
        conflict: given
            .conflict
            .then(|| conflict(req, &cx, picture, &fields, given.form, given.words)),
        can_save: given.can_save && !picture.is_closed(),
        errors: given.errors,
        views,
        head,
        cx,
    }
}

/// What stands now beside what was written, for the fields where they differ.
fn conflict(req: &Req, cx: &Cx, picture: &Picture, fields: &[&Field], form: Option<&Form>, words: Lang) -> Conflict {
    let process = &picture.process;
    let who_when = cx.t2(
        "dialogues-conflict-who",
        ("name", &process.updated_by),
        ("when", &cx.moment(&process.updated_at)),
    );
    let rows = form
        .map(|form| method::conflicting(req, cx, picture, fields, form, words))
        .unwrap_or_default();
    (who_when, rows)
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    shown(req, who, Lang::Sv).await
}

pub(crate) async fn show_english(req: Req, who: Grant<SeeDesk>) -> Reply {
    shown(req, who, Lang::En).await
}

async fn shown(req: Req, who: Grant<SeeDesk>, words: Lang) -> Reply {
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(&req, &mut read).await?;
    let task = task_of(&req, &picture)?;
    let cx = who.cx(&req);
    let advice = super::advice(&cx, &mut read, dialogue.id, Some(&task.fields)).await?;
    drop(read);
    let mut errors = Errors::default();
    // Whoever said that the step is finished comes back here when something required is missing.
    if req.query("kontroll").is_some()
        && let Some(one) = picture.pack.engine_task(&task.key)
    {
        for key in picture.pack.machine.open_fields(one, &picture.standing()) {
            let label = picture
                .pack
                .field(key)
                .map_or(key, |field| field.label.get(req.lang))
                .to_string();
            errors.add(key, req.ta("method-missing-field", &[("what", label.into())]));
        }
    }
    let can_save = super::may_plan(&who.staff);
    let given = Given {
        errors,
        form: None,
        conflict: false,
        words,
        can_save,
    };
    page(&TaskPage {
        advice,
        ..build(&req, cx, &dialogue, &picture, task, given)
    })
}

pub(crate) async fn save(req: Req, who: Grant<PlanDialogue>) -> Reply {
    saved(req, who, Lang::Sv).await
}

pub(crate) async fn save_english(req: Req, who: Grant<PlanDialogue>) -> Reply {
    saved(req, who, Lang::En).await
}

async fn saved(req: Req, who: Grant<PlanDialogue>, words: Lang) -> Reply {
    let form = req.form()?;
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(&req, &mut read).await?;
    drop(read);
    let task = task_of(&req, &picture)?;
    let again = |errors: Errors, conflict: bool| {
        let given = Given {
            errors,
            form: Some(&form),
            conflict,
            words,
            can_save: true,
        };
        build(&req, who.cx(&req), &dialogue, &picture, task, given)
    };
    if form.has("fler-rader") {
        return page(&again(Errors::default(), false));
    }
    let mut errors = Errors::default();
    let values = if words == Lang::Sv {
        method::task_values(&req, &picture.pack, task, &form, &mut errors)
    } else {
        method::read_fields(
            &req,
            &picture.pack,
            &fields(&picture, task, words),
            &form,
            words,
            &mut errors,
        )
    };
    if !errors.is_empty() {
        return invalid(&again(errors, false));
    }
    match acts::record(
        &req.site,
        &who.staff,
        dialogue.id,
        form.int("revision"),
        values,
        &form.text("skal"),
    )
    .await
    {
        Ok(process) => after(&req, &picture, &dialogue, task, process, &form),
        // Nothing is lost: the form comes back as typed, with what stands now beside it.
        Err(Refused::Fault(Fault::Conflict)) => invalid(&again(errors, true)),
        Err(refused) => {
            refusal(&req, &who.cx(&req), &picture, task, refused, &mut errors)?;
            invalid(&again(errors, false))
        }
    }
}

/// Back to the list; or to the form, if it was called finished and is not.
fn after(
    req: &Req,
    picture: &Picture,
    dialogue: &Dialogue,
    task: &TaskText,
    process: method::Process,
    form: &Form,
) -> Reply {
    let now = Picture {
        process,
        ..picture.clone()
    };
    let open = picture
        .pack
        .engine_task(&task.key)
        .map(|one| now.pack.machine.open_fields(one, &now.standing()).len());
    if form.text("klart-steg") == "ja" && open.is_some_and(|open| open > 0) {
        let address = format!("{}/steg/{}?kontroll=ja", dialogue.desk_address(), task.address);
        return req.done(&address, "dialogues-done-saved-unfinished");
    }
    req.done(&dialogue.desk_address(), "dialogues-done-saved")
}

/// A refusal as messages at fields; anything that is no matter of the form goes on as a fault.
fn refusal(
    req: &Req,
    cx: &Cx,
    picture: &Picture,
    task: &TaskText,
    refused: Refused,
    errors: &mut Errors,
) -> Result<(), Fault> {
    let here = |field: &str| {
        task.fields
            .iter()
            .find(|one| *one == field)
            .or(task.fields.first())
            .cloned()
            .unwrap_or_default()
    };
    match refused {
        Refused::Complaints(list) => {
            for (field, complaint) in &list {
                errors.add(here(field), method::complaint_text(req, complaint));
            }
        }
        Refused::Rules(list) => {
            for (field, message) in &list {
                errors.add(here(field), message.get(req.lang).to_string());
            }
        }
        Refused::Holds(list) => {
            for missing in &list {
                let text = picture.missing_text(missing, cx).text;
                errors.add(here(field_of(missing)), cx.t1("dialogues-error-held", "what", text));
            }
        }
        Refused::ReasonNeeded { .. } => errors.add("skal", req.t("dialogues-error-public-reason")),
        Refused::Closed => errors.add(here(""), req.t("method-refused-closed")),
        other => return Err(other.into()),
    }
    Ok(())
}

fn field_of(missing: &Missing) -> &str {
    match &missing.need {
        Need::Field(field) | Need::OneOf { field, .. } | Need::NotPassed(field) | Need::Order { then: field, .. } => {
            field
        }
        Need::LevelFrom(_) | Need::LevelTo(_) => "level",
        Need::Evidence(_) | Need::Item(_) => "",
    }
}
