//! Activities, their drafts and their published versions.

use db::{Conn, Id, Result, Tx, Value, args, sql};
use jiff::{Timestamp, civil::Date};

use crate::model::state::ActivityState;

db::record! {
    /// One way to take part in a dialogue.
    #[derive(Debug, Clone)]
    pub struct Activity {
        pub id: Id,
        pub dialogue_id: Id,
        /// As [`crate::kinds`] names it.
        pub kind: String,
        pub title: String,
        pub title_en: String,
        pub lead: String,
        pub lead_en: String,
        pub state: String,
        /// Free texts wait for a person before anybody sees them.
        pub premoderate: bool,
        pub opens_on: Option<Date>,
        /// The last day.
        pub closes_on: Option<Date>,
        /// The published version; 0 before the first.
        pub version: i64,
        pub position: i64,
        pub revision: i64,
    }
}

impl Activity {
    pub fn state(&self) -> ActivityState {
        ActivityState::named(&self.state)
    }

    pub fn title(&self, language: &str) -> &str {
        if language == "en" && !self.title_en.is_empty() {
            &self.title_en
        } else {
            &self.title
        }
    }

    pub fn lead(&self, language: &str) -> &str {
        if language == "en" && !self.lead_en.is_empty() {
            &self.lead_en
        } else {
            &self.lead
        }
    }
}

db::record! {
    /// A published version, without its definition.
    #[derive(Debug, Clone)]
    pub struct VersionRow {
        pub version: i64,
        pub published_at: Timestamp,
        pub published_by: String,
        pub note: String,
        pub answers: i64,
    }
}

/// The activities of a dialogue, in the order of the page.
pub async fn activities(conn: &mut Conn, dialogue: Id) -> Result<Vec<Activity>> {
    let statement = sql!(
        "select id, dialogue_id, kind, title, title_en, lead, lead_en, state, premoderate, opens_on, closes_on, version,
                position, revision
         from activity where dialogue_id = $1 order by position, id"
    );
    conn.all(statement, args![dialogue]).await
}

/// Activities of all dialogues that have days of their own, for calendars.
pub async fn dated_activities(conn: &mut Conn) -> Result<Vec<Activity>> {
    let statement = sql!(
        "select id, dialogue_id, kind, title, title_en, lead, lead_en, state, premoderate, opens_on, closes_on, version,
                position, revision
         from activity where opens_on <> '' or closes_on <> '' order by dialogue_id, position, id"
    );
    conn.all(statement, args![]).await
}

pub async fn activity(conn: &mut Conn, id: Id) -> Result<Activity> {
    let statement = sql!(
        "select id, dialogue_id, kind, title, title_en, lead, lead_en, state, premoderate, opens_on, closes_on, version,
                position, revision
         from activity where id = $1"
    );
    conn.one(statement, args![id]).await
}

/// The JSON of the draft.
pub async fn draft(conn: &mut Conn, activity: Id) -> Result<String> {
    conn.scalar(sql!("select draft from activity where id = $1"), args![activity])
        .await
}

/// The JSON of one published version.
pub async fn version(conn: &mut Conn, activity: Id, version: i64) -> Result<String> {
    let statement = sql!("select definition from activity_version where activity_id = $1 and version = $2");
    conn.scalar(statement, args![activity, version]).await
}

db::record! {
    /// A version with its definition.
    #[derive(Debug, Clone)]
    pub struct VersionText {
        pub version: i64,
        pub definition: String,
    }
}

/// All published versions, oldest first.
pub async fn definitions(conn: &mut Conn, activity: Id) -> Result<Vec<VersionText>> {
    let statement = sql!("select version, definition from activity_version where activity_id = $1 order by version");
    conn.all(statement, args![activity]).await
}

/// The versions with how many standing answers each has, newest first.
pub async fn versions(conn: &mut Conn, activity: Id) -> Result<Vec<VersionRow>> {
    let statement = sql!(
        "select v.version, v.published_at, v.published_by, v.note,
                (select count(*) from contribution c
                 where c.activity_id = v.activity_id and c.version = v.version and c.withdrawn_at is null) as answers
         from activity_version v where v.activity_id = $1 order by v.version desc"
    );
    conn.all(statement, args![activity]).await
}

/// What a new activity begins with.
pub struct NewActivity<'a> {
    pub dialogue: Id,
    pub kind: &'a str,
    pub title: &'a str,
    pub premoderate: bool,
    pub opens_on: Option<Date>,
    pub closes_on: Option<Date>,
    pub draft: String,
}

pub async fn insert_activity(tx: &mut Tx<'_>, new: NewActivity<'_>) -> Result<Id> {
    let id = tx.new_id();
    let now = tx.now();
    tx.run(
        sql!(
            "insert into activity (id, dialogue_id, kind, title, title_en, lead, lead_en, state, premoderate, opens_on,
                                   closes_on, draft, version, position, revision, created_at)
             values ($1, $2, $3, $4, '', '', '', 'draft', $5, $6, $7, $8, 0,
                     (select count(*) from activity where dialogue_id = $2), 1, $9)"
        ),
        args![
            id,
            new.dialogue,
            new.kind,
            new.title,
            new.premoderate,
            new.opens_on,
            new.closes_on,
            new.draft,
            now
        ],
    )
    .await?;
    Ok(id)
}

/// What the settings page saves.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub title: String,
    pub title_en: String,
    pub lead: String,
    pub lead_en: String,
    pub premoderate: bool,
    pub opens_on: Option<Date>,
    pub closes_on: Option<Date>,
}

/// Fails with `Stale` when somebody saved after `revision`.
pub async fn save_settings(tx: &mut Tx<'_>, activity: Id, revision: i64, new: &Settings) -> Result<()> {
    tx.run_changed(
        sql!(
            "update activity set title = $3, title_en = $4, lead = $5, lead_en = $6, premoderate = $7, opens_on = $8,
                                 closes_on = $9, revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            activity,
            revision,
            &new.title,
            &new.title_en,
            &new.lead,
            &new.lead_en,
            new.premoderate,
            new.opens_on,
            new.closes_on
        ],
    )
    .await
}

pub async fn save_draft(tx: &mut Tx<'_>, activity: Id, revision: i64, draft: String) -> Result<()> {
    let statement = sql!("update activity set draft = $3, revision = revision + 1 where id = $1 and revision = $2");
    tx.run_changed(statement, args![activity, revision, draft]).await
}

pub async fn save_state(tx: &mut Tx<'_>, activity: Id, state: ActivityState) -> Result<()> {
    let statement = sql!("update activity set state = $2, revision = revision + 1 where id = $1");
    tx.run_changed(statement, args![activity, state.name()]).await
}

/// Freezes the definition as the next version and makes it the one in use.
pub async fn insert_version(
    tx: &mut Tx<'_>,
    activity: &Activity,
    revision: i64,
    definition: String,
    by: String,
    note: &str,
) -> Result<i64> {
    let version = activity.version + 1;
    let now = tx.now();
    tx.run_changed(
        sql!("update activity set version = $3, revision = revision + 1 where id = $1 and revision = $2"),
        args![activity.id, revision, version],
    )
    .await?;
    tx.run(
        sql!(
            "insert into activity_version (activity_id, version, definition, published_at, published_by, note)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        args![activity.id, version, definition, now, by, note],
    )
    .await?;
    Ok(version)
}

/// Sets the order of the activities on the page.
pub async fn save_order(tx: &mut Tx<'_>, ids: &[Id]) -> Result<()> {
    let rows: Vec<Vec<Value>> = ids.iter().enumerate().map(|(i, id)| args![*id, i]).collect();
    tx.run_many(sql!("update activity set position = $2 where id = $1"), rows)
        .await?;
    Ok(())
}

/// Dialogues with at least one activity that is published and not closed.
pub async fn dialogues_with_ready_activities(conn: &mut Conn) -> Result<Vec<Id>> {
    conn.scalars(
        sql!("select dialogue_id from activity where version > 0 and state <> 'closed' group by dialogue_id"),
        args![],
    )
    .await
}
