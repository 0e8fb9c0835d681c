//! What officials and the calendar do with dialogues. Each act writes the process and the dialogue's own row in one
//! transaction, and says which public pages are old. The same acts serve pages, the demonstration and tests.

use crate::Kind;
use crate::files::FileKind;
use crate::model::{self, Dialogue, Document};
use crate::store::{self, Row};
use db::{Actor, Id, Tx};
use identity::{Grant, PlanDialogue, Staff};
use method::{Pack, Process, Refused, TickStatus};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use web::{Fault, Site};

/// Begins a dialogue from a title and a question.
///
/// # Errors
/// [`Fault::Forbidden`] without the right to plan; [`Refused::Complaints`] for a text that is too long.
pub async fn create(site: &Site, staff: &Staff, title: &str, question: &str) -> Result<Id, Refused> {
    create_with(site, staff, Kind::Dialogue, "", first_facts(title, question), "").await
}

/// Begins a dialogue by another process template of the method than the first.
///
/// # Errors
/// As [`create`]; [`Fault::NotFound`] when the method has no such template.
pub async fn create_by(site: &Site, staff: &Staff, template: &str, title: &str, question: &str) -> Result<Id, Refused> {
    create_with(site, staff, Kind::Dialogue, template, first_facts(title, question), "").await
}

/// Begins a process of any kind by one of its templates, the first when none is named.
///
/// # Errors
/// As [`create_by`].
pub async fn start(site: &Site, staff: &Staff, kind: Kind, template: &str, title: &str) -> Result<Id, Refused> {
    create_with(site, staff, kind, template, titled(title), "").await
}

/// As [`start`], with all its first facts and inside a transaction of another capability.
///
/// # Errors
/// As [`start`].
pub async fn begin_in(
    site: &Site,
    tx: &mut Tx<'_>,
    staff: &Staff,
    kind: Kind,
    template: &str,
    facts: Map<String, Value>,
) -> Result<Id, Refused> {
    Grant::<PlanDialogue>::of(staff)?;
    let pack = template_of(site, kind, template)?;
    begin(tx, staff, &pack, facts).await
}

fn template_of(site: &Site, kind: Kind, template: &str) -> Result<Arc<Pack>, Fault> {
    let edition = kind.edition(&method::packs(site)).ok_or(Fault::NotFound)?;
    let found = match template {
        "" => edition.templates.first(),
        named => edition.template(named),
    };
    found.cloned().ok_or(Fault::NotFound)
}

/// As [`create_by`], with a one-time key: a form sent twice makes one dialogue. No template means the first.
pub(crate) async fn create_with(
    site: &Site,
    staff: &Staff,
    kind: Kind,
    template: &str,
    facts: Map<String, Value>,
    once: &str,
) -> Result<Id, Refused> {
    Grant::<PlanDialogue>::of(staff)?;
    let pack = template_of(site, kind, template)?;
    site.db
        .write(staff.actor(), async |tx| {
            if !once.is_empty() && !tx.use_once(once).await? {
                return Err(Fault::rule(already_created(kind)).into());
            }
            begin(tx, staff, &pack, facts).await
        })
        .await
}

fn already_created(kind: Kind) -> &'static str {
    match kind {
        Kind::Dialogue => "dialogues-already-created",
        Kind::Project => "dialogues-already-created-project",
        Kind::Collaboration => "dialogues-already-created-collaboration",
    }
}

/// The first fact of every process.
pub(crate) fn titled(title: &str) -> Map<String, Value> {
    [("title".to_string(), title.into())].into_iter().collect()
}

pub(crate) fn first_facts(title: &str, question: &str) -> Map<String, Value> {
    [
        ("title".to_string(), title.into()),
        ("question".to_string(), question.into()),
    ]
    .into_iter()
    .collect()
}

async fn begin(tx: &mut Tx<'_>, staff: &Staff, pack: &Pack, facts: Map<String, Value>) -> Result<Id, Refused> {
    let process = method::begin(tx, pack, facts).await?;
    let slug = free_slug(tx, &process.facts.text("title")).await?;
    store::insert(tx, row(pack, &process, &slug, staff.id, None)).await?;
    tx.audit("dialogue.create", "dialogue", process.id, json!({ "slug": slug }))
        .await?;
    tx.touch("dialogues");
    Ok(process.id)
}

/// The title's word, with a number when it is taken.
async fn free_slug(tx: &mut Tx<'_>, title: &str) -> db::Result<String> {
    let word = model::slug(title);
    let mut slug = word.clone();
    let mut number = 2;
    while store::slug_is_taken(tx, &slug).await? {
        slug = format!("{word}-{number}");
        number += 1;
    }
    Ok(slug)
}

/// What belongs to one dialogue only and is not copied to the next: dates, the decision's number, the outcome.
const NOT_COPIED: &[&str] = &[
    "title",
    "question",
    "case-number",
    "decision-expected-on",
    "decision-path",
    "examination-outcome",
    "examination-reason",
    "can-be-influenced",
    "deciders-open",
    "opens-on",
    "closes-on",
    "report-on",
    "feedback-on",
    "evaluation-on",
    "milestones",
    "mandate",
    "process-account",
    "outside-questions",
    "method-reflection",
    "next-steps",
    "examined-by",
    "examined-on",
    "group-outcome",
    "communication-result",
    "meetings",
    "meeting-log",
    "photos",
    "coding-check",
    "heard-on",
    "follow-up-on",
    "feedback-sendings",
    "process-measures",
    "insights",
    "yearly-summary",
    "feedback-late-reason",
    "design-project",
    "civil-society",
];

/// Begins a dialogue with the plan of an earlier one.
///
/// # Errors
/// As [`create`]; [`Fault::NotFound`] when the earlier one is not there.
pub async fn copy(site: &Site, staff: &Staff, earlier: Id, title: &str, question: &str) -> Result<Id, Refused> {
    let facts = copied(site, earlier, title, question).await?;
    create_with(site, staff, Kind::Dialogue, "", facts, "").await
}

pub(crate) async fn copied(
    site: &Site,
    earlier: Id,
    title: &str,
    question: &str,
) -> Result<Map<String, Value>, Refused> {
    let mut read = site.db.read().await?;
    let process = method::process(&mut read, earlier).await?;
    let Value::Object(facts) = process.facts.to_json() else {
        return Ok(Map::new());
    };
    let pack = method::packs(site).of(&process);
    let usual = method::packs(site).dialogue();
    let belongs = |key: &str| {
        let field = key.split('@').next().unwrap_or(key);
        // What only another process template asks for is mostly what came of it; days belong to the dialogue they were set for.
        let is_day = pack
            .field(field)
            .is_some_and(|one| one.kind == method::pack::Kind::Date);
        let is_asked = usual.field(field).is_none()
            || pack.template == usual.template
            || usual
                .tasks
                .iter()
                .any(|task| task.fields.iter().any(|one| one == field));
        !is_day
            && is_asked
            && !NOT_COPIED.contains(&field)
            && !field.starts_with("task/")
            && !field.starts_with("evaluation-")
    };
    let mut kept: Map<String, Value> = facts.into_iter().filter(|(key, _)| belongs(key)).collect();
    kept.extend(first_facts(title, question));
    Ok(kept)
}

/// Writes facts of a dialogue: `json!({"purpose": ["…"], "opens-on": "2026-03-02"})`. See [`method::record`].
///
/// # Errors
/// [`Refused`]; nothing is written then.
pub async fn record(
    site: &Site,
    staff: &Staff,
    id: Id,
    made_from: Option<i64>,
    values: Map<String, Value>,
    reason: &str,
) -> Result<Process, Refused> {
    site.db
        .write(staff.actor(), async |tx| {
            record_in(site, tx, staff, id, made_from, values, reason).await
        })
        .await
}

/// As [`record`], inside a transaction of another capability.
///
/// # Errors
/// As [`record`].
pub async fn record_in(
    site: &Site,
    tx: &mut Tx<'_>,
    staff: &Staff,
    id: Id,
    made_from: Option<i64>,
    values: Map<String, Value>,
    reason: &str,
) -> Result<Process, Refused> {
    Grant::<PlanDialogue>::of(staff)?;
    let process = method::record(site, tx, id, made_from, values, reason).await?;
    follow(site, tx, &process).await?;
    Ok(process)
}

/// Takes a step of the method (`examine`, `assign`, `plan`, `publish`, `compile`, `adopt-report`, `hand-over`,
/// `decide`, `answer`, `evaluate`, `end`, `pause`, `resume`, `cancel` …).
///
/// # Errors
/// [`Refused::Missing`] with what stands in the way.
pub async fn advance(site: &Site, staff: &Staff, id: Id, transition: &str, reason: &str) -> Result<Process, Refused> {
    site.db
        .write(staff.actor(), async |tx| {
            let process = advance_in(site, tx, staff, id, transition, reason).await?;
            Ok::<_, Refused>(process)
        })
        .await
}

/// As [`advance`], inside a transaction of another capability.
///
/// # Errors
/// As [`advance`].
pub async fn advance_in(
    site: &Site,
    tx: &mut Tx<'_>,
    staff: &Staff,
    id: Id,
    transition: &str,
    reason: &str,
) -> Result<Process, Refused> {
    let process = method::advance(site, tx, staff, id, transition, reason).await?;
    follow(site, tx, &process).await?;
    // What the calendar would do in a minute happens at once: publishing on the first day opens.
    let (process, steps) = method::follow_calendar(site, tx, id).await?;
    if steps > 0 {
        follow(site, tx, &process).await?;
    }
    Ok(process)
}

/// Sets a checklist item.
///
/// # Errors
/// As [`method::tick`].
pub async fn tick_item(
    site: &Site,
    staff: &Staff,
    id: Id,
    item: &str,
    status: TickStatus,
    note: &str,
) -> Result<(), Refused> {
    Grant::<PlanDialogue>::of(staff)?;
    site.db
        .write(staff.actor(), async |tx| {
            method::tick(site, tx, id, item, status, note).await
        })
        .await
}

/// A file to add.
#[derive(Debug)]
pub(crate) struct Upload<'a> {
    pub title: &'a str,
    pub name: &'a str,
    pub kind: FileKind,
    pub bytes: &'a [u8],
    pub public: bool,
    /// The form's one-time key.
    pub once: &'a str,
}

/// Adds a document; a form sent twice adds one.
pub(crate) async fn add_document(site: &Site, staff: &Staff, id: Id, upload: Upload<'_>) -> Result<(), Fault> {
    Grant::<PlanDialogue>::of(staff)?;
    site.db
        .write(staff.actor(), async |tx| {
            store::dialogue(tx, id).await?;
            insert_document(tx, id, &upload).await?;
            Ok(())
        })
        .await
}

/// The document's id; `None` when the form was sent before.
pub(crate) async fn insert_document(tx: &mut Tx<'_>, id: Id, upload: &Upload<'_>) -> db::Result<Option<Id>> {
    if !upload.once.is_empty() && !tx.use_once(upload.once).await? {
        return Ok(None);
    }
    let sha256 = Sha256::digest(upload.bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let file = store::NewFile {
        name: upload.name,
        media_type: upload.kind.media_type,
        sha256,
        bytes: upload.bytes,
    };
    let document = store::insert_document(tx, id, upload.title, upload.public, file).await?;
    let detail = json!({ "title": upload.title, "public": upload.public, "dialogue": id.to_string() });
    tx.audit("document.add", "document", document, detail).await?;
    tx.touch(format!("dialogue:{id}"));
    Ok(Some(document))
}

/// Adds a document from bytes, as the demonstration does. The name's ending and the content must agree.
///
/// # Errors
/// A broken rule that says which file to choose instead; [`Fault::Forbidden`]; [`Fault::NotFound`].
pub async fn attach(
    site: &Site,
    staff: &Staff,
    id: Id,
    title: &str,
    name: &str,
    bytes: &[u8],
    public: bool,
) -> Result<(), Fault> {
    let kind = crate::files::check(name, bytes).map_err(Fault::rule)?;
    add_document(
        site,
        staff,
        id,
        Upload {
            title,
            name,
            kind,
            bytes,
            public,
            once: "",
        },
    )
    .await
}

/// What can be done to a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DocumentChange {
    Show,
    Hide,
    Remove,
    Restore,
}

pub(crate) async fn change_document(
    site: &Site,
    staff: &Staff,
    document: &Document,
    change: DocumentChange,
) -> Result<(), Fault> {
    Grant::<PlanDialogue>::of(staff)?;
    site.db
        .write(staff.actor(), async |tx| {
            let (act, public, removed_at) = match change {
                DocumentChange::Show => ("document.show", true, document.removed_at),
                DocumentChange::Hide => ("document.hide", false, document.removed_at),
                DocumentChange::Remove => ("document.remove", document.public, Some(tx.now())),
                DocumentChange::Restore => ("document.restore", document.public, None),
            };
            store::set_document(tx, document.id, public, removed_at).await?;
            tx.audit(act, "document", document.id, json!({ "title": document.title }))
                .await?;
            tx.touch(format!("dialogue:{}", document.dialogue_id));
            Ok(())
        })
        .await
}

/// Moves a dialogue to the edition of the method in use.
///
/// # Errors
/// [`Fault::Forbidden`] without the right to plan; otherwise as [`method::upgrade`].
pub async fn upgrade(site: &Site, staff: &Staff, id: Id, made_from: i64) -> Result<(), Refused> {
    Grant::<PlanDialogue>::of(staff)?;
    site.db
        .write(staff.actor(), async |tx| {
            let process = method::upgrade(site, tx, id, made_from).await?;
            follow(site, tx, &process).await?;
            Ok(())
        })
        .await
}

/// Lets the calendar act: published dialogues open on their first day and close after their last. Called by the app
/// every minute; gives how many dialogues moved.
///
/// # Errors
/// The database's. One dialogue that cannot move does not hold up the others.
pub async fn tick(site: &Site) -> Result<usize, Fault> {
    let mut read = site.db.read().await?;
    let due = method::due(site, &mut read, site.today()).await?;
    drop(read);
    let mut moved = 0;
    for id in due {
        let outcome = site
            .db
            .write(Actor::System, async |tx| {
                let (process, steps) = method::follow_calendar(site, tx, id).await?;
                follow(site, tx, &process).await?;
                Ok::<_, Refused>(steps)
            })
            .await;
        match outcome {
            Ok(0) => {}
            Ok(_) => moved += 1,
            Err(refused) => tracing::warn!(dialogue = %id, ?refused, "the calendar could not move a dialogue"),
        }
    }
    Ok(moved)
}

/// Brings the dialogue's row up to date with its process, and drops the public pages that told the old.
async fn follow(site: &Site, tx: &mut Tx<'_>, process: &Process) -> db::Result<()> {
    let dialogue: Dialogue = store::dialogue(tx, process.id).await?;
    let pack = method::packs(site).of(process);
    let visible = pack.machine.state(&process.state).is_some_and(|state| state.public) && process.returns_to.is_none();
    // A draft that is discarded ends in a public state without ever having been shown.
    let shown_now = visible && pack.phase(&process.state) != "cancelled";
    let published_at = dialogue.published_at.or(shown_now.then(|| tx.now()));
    store::update(tx, row(&pack, process, &dialogue.slug, dialogue.owner_id, published_at)).await?;
    tx.touch("dialogues");
    tx.touch(format!("dialogue:{}", process.id));
    Ok(())
}

fn row<'a>(
    pack: &'a Pack,
    process: &'a Process,
    slug: &'a str,
    owner_id: Id,
    published_at: Option<jiff::Timestamp>,
) -> Row<'a> {
    let facts = &process.facts;
    Row {
        id: process.id,
        slug,
        kind: Kind::of_pack(&pack.key),
        title: facts.text("title"),
        title_en: facts.text("title@en"),
        summary: facts.text("summary"),
        level: process.level.clone().unwrap_or_default(),
        stage: pack.phase(&process.state),
        stage_under: process.returns_to.as_deref().map_or("", |state| pack.phase(state)),
        area: facts.text(&pack.listed.area),
        topic: facts.text(&pack.listed.topic),
        owner_id,
        opens_on: facts.date(&pack.listed.first),
        closes_on: facts.date(&pack.listed.last),
        feedback_on: facts.date(&pack.listed.answer),
        published_at,
    }
}
