//! `…/checklista`: the lists of one dialogue, chosen among by whose, done, list and phase; several items given to somebody at
//! once; and items of its own. Each item has its page: see `checklist_item`.

use super::Head;
use super::lists::{Lists, asks, group_name, noted, phases, status, wanted};
use crate::checklist::{Group, Line, Wanted, groups};
use crate::checklist_acts::{self, Assigning};
use askama::Template;
use identity::{Grant, PlanDialogue, SeeDesk, Staff};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "dialogues/checklist.html")]
struct Checklist {
    cx: Cx,
    errors: Errors,
    head: Head,
    choices: Vec<Choice>,
    is_chosen: bool,
    groups: Vec<GroupView>,
    removed: Vec<RemovedView>,
    done: usize,
    of: usize,
    progress: String,
    may_plan: bool,
    /// What both forms are sent with, so that the page that comes back shows the same.
    query: String,
    owners: Vec<(String, String)>,
    phases: Vec<(String, String)>,
    typed: Typed,
}

/// A question of the filter: its name, its label, its options and what was chosen.
struct Choice {
    name: &'static str,
    label: String,
    options: Vec<(String, String)>,
    value: String,
}

/// What stood in the forms that came back.
#[derive(Default)]
struct Typed {
    chosen: Vec<String>,
    owner: String,
    /// Day, month and year.
    date: [String; 3],
    no_date: bool,
    text: String,
    phase: String,
}

struct GroupView {
    name: String,
    progress: String,
    phases: Vec<(String, Vec<ItemView>)>,
}

struct RemovedView {
    text: String,
    action: String,
}

/// An item on the list.
struct ItemView {
    key: String,
    /// Shown before the text; own items have none.
    number: String,
    text: String,
    role: String,
    /// `done`, `not-applicable` or `open`.
    status: &'static str,
    by_itself: bool,
    owner: String,
    due: String,
    late: bool,
    note: String,
    noted: String,
    link: String,
    document: Option<(String, String)>,
    asks: String,
    href: String,
    action: String,
    chosen: bool,
    may_tick: bool,
}

/// What the page shows and lets one do.
struct Given<'a> {
    wanted: Wanted,
    staff: &'a Staff,
    errors: Errors,
    typed: Typed,
}

fn build(mut cx: Cx, lists: &Lists, given: Given<'_>) -> Checklist {
    cx.has_errors = !given.errors.is_empty();
    let head = Head::new(&cx, &lists.dialogue, &lists.picture);
    let all = groups(&lists.picture.pack, &lists.lines, cx.lang);
    let may_plan = super::may_plan(given.staff) && !lists.picture.is_closed();
    let done = lists.lines.iter().filter(|line| line.is_done()).count();
    let of = lists.lines.len();
    let item = |line: &Line| item(&cx, &head, lists, line, &given, may_plan);
    let view = |group: &Group<'_>| group_view(&cx, group, &given, item);
    let nobody = ("ingen".to_string(), cx.t("dialogues-checklist-nobody"));
    let removed = lists.own.iter().filter(|own| own.removed_at.is_some());
    Checklist {
        choices: choices(&cx, &all, &given.wanted),
        is_chosen: given.wanted != Wanted::default(),
        groups: all.iter().filter_map(view).collect(),
        removed: removed
            .map(|own| RemovedView {
                text: own.text_in(&lists.picture.pack, cx.lang),
                action: format!("{}/checklista/{}", head.base, own.item),
            })
            .collect(),
        done,
        of,
        progress: progress(&cx, done, of),
        may_plan,
        query: given.wanted.query(),
        owners: std::iter::once(nobody).chain(lists.owners()).collect(),
        phases: phases(&cx),
        typed: given.typed,
        errors: given.errors,
        head,
        cx,
    }
}

fn progress(cx: &Cx, done: usize, of: usize) -> String {
    let values = [("done", done.into()), ("of", of.into())];
    cx.ta("dialogues-checklist-progress", &values)
}

fn choices(cx: &Cx, groups: &[Group<'_>], wanted: &Wanted) -> Vec<Choice> {
    let option = |word: &str, key: &str| (word.to_string(), cx.t(key));
    let lists = groups
        .iter()
        .map(|group| (group.list.clone(), group_name(cx, &group.name)));
    let options = [
        vec![
            option("mig", "dialogues-filter-mine-items"),
            option("ingen", "dialogues-filter-nobodys"),
        ],
        vec![
            option("oppna", "dialogues-filter-open"),
            option("klara", "dialogues-filter-done"),
        ],
        lists.collect(),
        phases(cx),
    ];
    let labels = [
        "dialogues-filter-whose",
        "dialogues-filter-status",
        "dialogues-filter-list",
        "dialogues-filter-phase",
    ];
    let asked = wanted.words().into_iter().zip(labels).zip(options);
    asked
        .map(|(((name, value), label), options)| Choice {
            name,
            label: cx.t(label),
            options,
            value,
        })
        .collect()
}

/// `None` when nothing of the list was asked for.
fn group_view(cx: &Cx, group: &Group<'_>, given: &Given<'_>, item: impl Fn(&Line) -> ItemView) -> Option<GroupView> {
    let of_phase = |(key, name): (String, String)| {
        let lines = group.lines.iter().filter(|line| line.phase == key);
        let asked = lines.filter(|line| given.wanted.takes(line, given.staff.id));
        (name, asked.map(|line| item(line)).collect::<Vec<_>>())
    };
    let phases: Vec<_> = phases(cx).into_iter().map(of_phase).collect();
    let phases: Vec<_> = phases.into_iter().filter(|(_, items)| !items.is_empty()).collect();
    (!phases.is_empty()).then(|| GroupView {
        name: group_name(cx, &group.name),
        progress: progress(cx, group.done, group.of),
        phases,
    })
}

fn item(cx: &Cx, head: &Head, lists: &Lists, line: &Line, given: &Given<'_>, may_plan: bool) -> ItemView {
    let document = lists.documents.iter().find(|one| Some(one.id) == line.work.document);
    let href = format!("{}/checklista/{}", head.base, line.key);
    ItemView {
        number: if line.is_own { String::new() } else { line.key.clone() },
        text: line.text.clone(),
        role: line.role.clone(),
        status: status(line),
        by_itself: line.by_itself,
        owner: lists.owner(cx, line.work.owner),
        due: line.work.due_on.map(|day| cx.short_date(&day)).unwrap_or_default(),
        late: line.is_late(lists.picture.today),
        note: line.note().to_string(),
        noted: noted(cx, line),
        link: line.work.link.clone(),
        document: document.map(|one| (format!("{}/dokument/{}", head.base, one.id), one.title.clone())),
        asks: asks(cx, line.proof),
        action: format!("{href}{}", given.wanted.query()),
        href,
        chosen: given.typed.chosen.contains(&line.key),
        may_tick: may_plan || (line.work.owner == Some(given.staff.id) && !lists.picture.is_closed()),
        key: line.key.clone(),
    }
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let lists = Lists::read(&req).await?;
    let given = Given {
        wanted: wanted(&req),
        staff: &who.staff,
        errors: Errors::default(),
        typed: Typed::default(),
    };
    page(&build(who.cx(&req), &lists, given))
}

async fn again(req: &Req, who: &Grant<PlanDialogue>, errors: Errors, form: &Form) -> Reply {
    let lists = Lists::read(req).await?;
    let given = Given {
        wanted: wanted(req),
        staff: &who.staff,
        errors,
        typed: Typed {
            chosen: form.all("punkt"),
            owner: form.text("agare"),
            date: ["day", "month", "year"].map(|part| form.text(&format!("datum-{part}"))),
            no_date: form.has("utan-datum"),
            text: form.raw("ny-text"),
            phase: form.text("ny-fas"),
        },
    };
    invalid(&build(who.cx(req), &lists, given))
}

/// Either of the page's two forms.
pub(crate) async fn change(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    match form.text("gor").as_str() {
        "fordela" => assign(req, who, form).await,
        "ny" => add(req, who, form).await,
        _ => Err(Fault::BadRequest("dialogues-error-tick")),
    }
}

/// Several items to one person, by one day.
async fn assign(req: Req, who: Grant<PlanDialogue>, form: Form) -> Reply {
    let (id, here) = (req.id_param("id")?, super::desk_address(&req).await?);
    let mut errors = Errors::default();
    let items = form.all("punkt");
    let owner = match form.text("agare").as_str() {
        "" => None,
        "ingen" => Some(None),
        id => Some(Some(
            id.parse().map_err(|_| Fault::BadRequest("dialogues-error-owner"))?,
        )),
    };
    let due_on = match form.date("datum") {
        Ok(None) => form.has("utan-datum").then_some(None),
        Ok(Some(day)) => Some(Some(day)),
        Err(()) => {
            errors.add("datum", req.t("method-error-date"));
            None
        }
    };
    if items.is_empty() {
        errors.add("flera", req.t("dialogues-error-no-items"));
    }
    if owner.is_none() && due_on.is_none() && errors.is_empty() {
        errors.add("agare", req.t("dialogues-error-no-assignment"));
    }
    if !errors.is_empty() {
        return again(&req, &who, errors, &form).await;
    }
    let assigning = Assigning { owner, due_on };
    checklist_acts::assign(&req.site, &who.staff, id, &items, &assigning).await?;
    let query = wanted(&req).query();
    req.done(&format!("{here}/checklista{query}"), "dialogues-done-assigned")
}

/// An item of the dialogue's own.
async fn add(req: Req, who: Grant<PlanDialogue>, form: Form) -> Reply {
    let (id, here) = (req.id_param("id")?, super::desk_address(&req).await?);
    let (phase, text, once) = (form.text("ny-fas"), form.text("ny-text"), form.text("nyckel"));
    match checklist_acts::add_item(&req.site, &who.staff, id, &phase, &text, &once).await {
        Ok(()) => req.done(&format!("{here}/checklista"), "dialogues-done-item-added"),
        Err(method::Refused::Fault(Fault::Rule { key, .. })) => {
            let mut errors = Errors::default();
            let field = if key == "dialogues-error-item-phase" {
                "ny-fas"
            } else {
                "ny-text"
            };
            errors.add(field, req.t(key));
            again(&req, &who, errors, &form).await
        }
        Err(other) => Err(other.into()),
    }
}
