//! `/arbetsyta/exempel/{example}`: an example as it is read: the version in the bank, an earlier one, or the draft before it
//! is published.

use super::{address, card_link, level_name};
use crate::acts;
use crate::model::{Content, State};
use crate::store::{self, Example, Version};
use askama::Template;
use identity::{ApproveDialogue, Grant, PlanDialogue, SeeDesk, Staff};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

/// Longest note about a version, in characters.
const NOTE_LENGTH: usize = 300;

#[derive(Template)]
#[template(path = "examples/example.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    content: Content,
    /// What the reader looks at, when it is not simply the example.
    notice: String,
    sections: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    methods: Vec<(String, String)>,
    /// The dialogue's page for residents; empty when there is none.
    public_page: String,
    versions: Vec<VersionView>,
    work: Option<WorkView>,
}

struct VersionView {
    href: String,
    name: String,
    told: String,
    note: String,
}

/// What those who write may do here.
struct WorkView {
    edit: String,
    preview: String,
    /// The form that publishes; empty when there is nothing to publish or no right to.
    publish: String,
    first: bool,
    /// Texts that are missing, by name.
    missing: Vec<String>,
    withdraw: String,
    note: String,
    reason: String,
    revision: i64,
}

/// Which text of the example is shown.
enum Shown<'a> {
    Draft,
    Version(&'a Version),
}

struct Made {
    example: Example,
    versions: Vec<Version>,
    public_page: String,
}

async fn read(req: &Req) -> Result<Made, Fault> {
    let mut conn = req.site.db.read().await?;
    let example = store::example(&mut conn, req.id_param("example")?).await?;
    let versions = store::versions(&mut conn, example.id).await?;
    let mut public_page = String::new();
    if let Some(id) = example.dialogue_id {
        let dialogue = dialogues::dialogue(&mut conn, id).await?;
        if dialogue.is_public(req.today()) {
            public_page = req.url(&dialogue.address());
        }
    }
    Ok(Made {
        example,
        versions,
        public_page,
    })
}

fn build(cx: Cx, made: &Made, shown: Shown<'_>, notice: String, work: Option<WorkView>) -> Page {
    let content = match shown {
        Shown::Draft => made.example.draft.clone(),
        Shown::Version(version) => version.content.clone(),
    };
    let pack = method::packs(cx.site()).dialogue();
    let sections = content.texts().into_iter().filter(|(_, text)| !text.is_empty());
    let sections = sections
        .map(|(field, text)| (cx.t(&format!("examples-section-{field}")), text.to_owned()))
        .collect();
    let count = content.participants.map(|count| cx.number(count)).unwrap_or_default();
    let facts = [
        ("examples-field-year", content.year.to_string()),
        ("examples-field-level", level_name(&cx, &pack, &content.level)),
        ("examples-field-area", content.area.clone()),
        ("examples-field-committee", content.committee.clone()),
        ("examples-field-participants", count),
        ("examples-field-contact", content.contact.clone()),
    ];
    let cards = content.methods.iter().filter_map(|key| pack.library.method(key));
    Page {
        errors: Errors::default(),
        notice,
        sections,
        facts: facts.into_iter().map(|(key, value)| (cx.t(key), value)).collect(),
        methods: cards.map(|card| card_link(&cx, card)).collect(),
        public_page: made.public_page.clone(),
        versions: made.versions.iter().map(|one| version_view(&cx, made, one)).collect(),
        work,
        content,
        cx,
    }
}

fn version_view(cx: &Cx, made: &Made, one: &Version) -> VersionView {
    VersionView {
        href: cx.link(&format!("{}/version/{}", address(made.example.id), one.version)),
        name: cx.t1("examples-version", "number", one.version),
        told: cx.t2(
            "examples-changed",
            ("name", &one.published_by),
            ("day", &cx.day(&one.published_at)),
        ),
        note: one.note.clone(),
    }
}

fn work(cx: &Cx, staff: &Staff, made: &Made) -> Option<WorkView> {
    if !staff.may::<PlanDialogue>() {
        return None;
    }
    let (example, may_publish) = (&made.example, staff.may::<ApproveDialogue>());
    let part = |part: &str| cx.link(&format!("{}/{part}", address(example.id)));
    let stands = example.state == State::Published;
    let newest = made.versions.first().map(|one| &one.content);
    let has_news = !stands || newest != Some(&example.draft);
    let when = |yes: bool, href: String| if yes { href } else { String::new() };
    Some(WorkView {
        edit: part("andra"),
        preview: when(has_news, part("forhandsgranska")),
        publish: when(may_publish && has_news, part("publicera")),
        first: example.version == 0,
        missing: example
            .draft
            .missing()
            .into_iter()
            .map(|field| cx.t(&format!("examples-section-{field}")))
            .collect(),
        withdraw: when(may_publish && stands, part("dra-tillbaka")),
        note: String::new(),
        reason: String::new(),
        revision: example.revision,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let made = read(&req).await?;
    let in_bank = (made.example.state == State::Published)
        .then(|| made.versions.first())
        .flatten();
    match in_bank {
        Some(version) => {
            let mut work = work(&cx, &who.staff, &made);
            // One publishes what one has just read: on the page of the draft.
            if let Some(work) = &mut work {
                work.publish = String::new();
            }
            page(&build(cx, &made, Shown::Version(version), String::new(), work))
        }
        None if who.staff.may::<PlanDialogue>() => {
            req.see_other(&format!("{}/forhandsgranska", address(made.example.id)))
        }
        None => Err(Fault::NotFound),
    }
}

pub(crate) async fn version(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let made = read(&req).await?;
    if made.example.state != State::Published && !who.staff.may::<PlanDialogue>() {
        return Err(Fault::NotFound);
    }
    let number: i64 = req.param("version")?.parse().map_err(|_| Fault::NotFound)?;
    let found = made.versions.iter().find(|one| one.version == number);
    let version = found.ok_or(Fault::NotFound)?;
    let notice = cx.t2(
        "examples-notice-version",
        ("number", &version.version.to_string()),
        ("day", &cx.day(&version.published_at)),
    );
    page(&build(cx, &made, Shown::Version(version), notice, None))
}

pub(crate) async fn preview(req: Req, who: Grant<PlanDialogue>) -> Reply {
    page(&draft_page(who.cx(&req), &who.staff, &read(&req).await?))
}

fn draft_page(cx: Cx, staff: &Staff, made: &Made) -> Page {
    let notice = cx.t(match made.example.state {
        State::Draft => "examples-notice-draft",
        State::Published => "examples-notice-changed",
        State::Withdrawn => "examples-notice-withdrawn",
    });
    let mut work = work(&cx, staff, made);
    if let Some(work) = &mut work {
        work.preview = String::new();
    }
    build(cx, made, Shown::Draft, notice, work)
}

pub(crate) async fn publish(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let form = req.form()?;
    let (made, note) = (read(&req).await?, form.text("note"));
    let first = made.example.version == 0;
    let wrong = match note.chars().count() {
        // The first version needs no note: all of it is new.
        0 if !first => Some(req.t("examples-error-note")),
        length if length > NOTE_LENGTH => Some(req.ta("examples-error-note-long", &[("max", NOTE_LENGTH.into())])),
        _ => None,
    };
    if let Some(message) = wrong {
        return again(who.cx(&req), &who.staff, &made, ("note", message), form.raw("note"));
    }
    acts::publish(
        &req.site,
        &who,
        made.example.id,
        form.int("revision").unwrap_or(0),
        &note,
    )
    .await?;
    req.done(&address(made.example.id), "examples-note-published")
}

pub(crate) async fn withdraw(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let form = req.form()?;
    let (made, reason) = (read(&req).await?, form.text("reason"));
    let wrong = match reason.chars().count() {
        0 => Some(req.t("examples-error-reason")),
        length if length > NOTE_LENGTH => Some(req.ta("examples-error-note-long", &[("max", NOTE_LENGTH.into())])),
        _ => None,
    };
    if let Some(message) = wrong {
        return again(who.cx(&req), &who.staff, &made, ("reason", message), form.raw("reason"));
    }
    acts::withdraw(
        &req.site,
        &who,
        made.example.id,
        form.int("revision").unwrap_or(0),
        &reason,
    )
    .await?;
    req.done(crate::BANK, "examples-note-withdrawn")
}

/// The page of the draft with what was wrong at the field.
fn again(cx: Cx, staff: &Staff, made: &Made, (field, message): (&'static str, String), typed: String) -> Reply {
    let mut page = draft_page(cx.failed(), staff, made);
    page.errors.add(field, message);
    if let Some(work) = &mut page.work {
        match field {
            "note" => work.note = typed,
            _ => work.reason = typed,
        }
    }
    invalid(&page)
}
