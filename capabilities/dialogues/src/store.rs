//! SQL of dialogues and their documents. No decisions here.

pub(crate) mod checklist;
pub(crate) mod feed;

use crate::Kind;
use crate::model::{Dialogue, Document, Glance};
use db::{Conn, Id, Tx, args, sql};
use jiff::{Timestamp, civil::Date};
use method::Facts;

db::record! {
    struct DialogueRow {
        id: Id,
        slug: String,
        kind: String,
        title: String,
        summary: String,
        level: String,
        state: String,
        returns_to: String,
        stage: String,
        stage_under: String,
        area: String,
        topic: String,
        owner_id: Id,
        opens_on: Option<Date>,
        closes_on: Option<Date>,
        feedback_on: Option<Date>,
        published_at: Option<Timestamp>,
        created_at: Timestamp,
        updated_at: Timestamp,
        pack: String,
        pack_version: String,
        template: String,
        facts: serde_json::Value,
        revision: i64,
    }
}

impl From<DialogueRow> for Dialogue {
    fn from(row: DialogueRow) -> Dialogue {
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        Dialogue {
            id: row.id,
            slug: row.slug,
            kind: Kind::from_code(&row.kind),
            title: row.title,
            summary: row.summary,
            level: some(row.level),
            state: row.state,
            returns_to: some(row.returns_to),
            stage: row.stage,
            stage_under: some(row.stage_under),
            area: row.area,
            topic: row.topic,
            owner_id: row.owner_id,
            opens_on: row.opens_on,
            closes_on: row.closes_on,
            feedback_on: row.feedback_on,
            published_at: row.published_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
            pack: row.pack,
            edition: row.pack_version,
            template: row.template,
            facts: Facts::from_json(row.facts),
            revision: row.revision,
        }
    }
}

// The process is read with its dialogue in one statement: a public page is one round trip.
pub(crate) async fn dialogue(conn: &mut Conn, id: Id) -> db::Result<Dialogue> {
    let query = sql!(
        "select d.id, d.slug, d.kind, d.title, d.summary, d.level, p.state, p.returns_to, d.phase as stage, d.phase_under as stage_under, d.area, d.topic, d.owner_id,
                d.opens_on, d.closes_on, d.feedback_on, d.published_at, d.created_at, d.updated_at, p.pack, p.pack_version,
                p.template, p.facts, p.revision
         from dialogue d join process p on p.id = d.id where d.id = $1"
    );
    Ok(conn.one::<DialogueRow>(query, args![id]).await?.into())
}

pub(crate) async fn by_slug(conn: &mut Conn, slug: &str) -> db::Result<Dialogue> {
    let query = sql!(
        "select d.id, d.slug, d.kind, d.title, d.summary, d.level, p.state, p.returns_to, d.phase as stage, d.phase_under as stage_under, d.area, d.topic, d.owner_id,
                d.opens_on, d.closes_on, d.feedback_on, d.published_at, d.created_at, d.updated_at, p.pack, p.pack_version,
                p.template, p.facts, p.revision
         from dialogue d join process p on p.id = d.id where d.slug = $1 and d.kind = 'dialogue'"
    );
    Ok(conn.one::<DialogueRow>(query, args![slug]).await?.into())
}

pub(crate) async fn glance(conn: &mut Conn, id: Id) -> db::Result<Glance> {
    let query = sql!(
        "select d.id, d.slug, d.kind, d.title, d.title_en, d.phase as stage, d.phase_under as stage_under, d.opens_on, d.closes_on, d.feedback_on,
                d.published_at
         from dialogue d join process p on p.id = d.id where d.id = $1"
    );
    conn.one(query, args![id]).await
}

pub(crate) async fn glance_by_slug(conn: &mut Conn, slug: &str) -> db::Result<Glance> {
    let query = sql!(
        "select d.id, d.slug, d.kind, d.title, d.title_en, d.phase as stage, d.phase_under as stage_under, d.opens_on, d.closes_on, d.feedback_on,
                d.published_at
         from dialogue d join process p on p.id = d.id where d.slug = $1 and d.kind = 'dialogue'"
    );
    conn.one(query, args![slug]).await
}

/// All that lies on the desk, what closes last first.
pub(crate) async fn all(conn: &mut Conn) -> db::Result<Vec<Dialogue>> {
    let query = sql!(
        "select d.id, d.slug, d.kind, d.title, d.summary, d.level, p.state, p.returns_to, d.phase as stage, d.phase_under as stage_under, d.area, d.topic, d.owner_id,
                d.opens_on, d.closes_on, d.feedback_on, d.published_at, d.created_at, d.updated_at, p.pack, p.pack_version,
                p.template, p.facts, p.revision
         from dialogue d join process p on p.id = d.id order by d.closes_on desc, d.created_at desc"
    );
    Ok(conn
        .all::<DialogueRow>(query, args![])
        .await?
        .into_iter()
        .map(Dialogue::from)
        .collect())
}

/// All of one kind, what closes last first.
pub(crate) async fn of_kind(conn: &mut Conn, kind: Kind) -> db::Result<Vec<Dialogue>> {
    let query = sql!(
        "select d.id, d.slug, d.kind, d.title, d.summary, d.level, p.state, p.returns_to, d.phase as stage, d.phase_under as stage_under, d.area, d.topic, d.owner_id,
                d.opens_on, d.closes_on, d.feedback_on, d.published_at, d.created_at, d.updated_at, p.pack, p.pack_version,
                p.template, p.facts, p.revision
         from dialogue d join process p on p.id = d.id where d.kind = $1 order by d.closes_on desc, d.created_at desc"
    );
    Ok(conn
        .all::<DialogueRow>(query, args![kind.code()])
        .await?
        .into_iter()
        .map(Dialogue::from)
        .collect())
}

/// Dialogues that touch a period: open on one of its days, or on its first day only when no last day is set.
pub(crate) async fn in_period(conn: &mut Conn, from: Date, to: Date) -> db::Result<Vec<Dialogue>> {
    let query = sql!(
        "select d.id, d.slug, d.kind, d.title, d.summary, d.level, p.state, p.returns_to, d.phase as stage, d.phase_under as stage_under, d.area, d.topic, d.owner_id,
                d.opens_on, d.closes_on, d.feedback_on, d.published_at, d.created_at, d.updated_at, p.pack, p.pack_version,
                p.template, p.facts, p.revision
         from dialogue d join process p on p.id = d.id
         where d.kind = 'dialogue' and d.opens_on <> '' and d.opens_on <= $2 and (d.closes_on >= $1 or d.opens_on >= $1)
         order by d.opens_on, d.created_at"
    );
    Ok(conn
        .all::<DialogueRow>(query, args![from, to])
        .await?
        .into_iter()
        .map(Dialogue::from)
        .collect())
}

/// Dialogues residents may see.
pub(crate) async fn published(conn: &mut Conn) -> db::Result<Vec<Dialogue>> {
    let query = sql!(
        "select d.id, d.slug, d.kind, d.title, d.summary, d.level, p.state, p.returns_to, d.phase as stage, d.phase_under as stage_under, d.area, d.topic, d.owner_id,
                d.opens_on, d.closes_on, d.feedback_on, d.published_at, d.created_at, d.updated_at, p.pack, p.pack_version,
                p.template, p.facts, p.revision
         from dialogue d join process p on p.id = d.id where d.published_at is not null and d.kind = 'dialogue'
         order by d.closes_on desc, d.created_at desc"
    );
    Ok(conn
        .all::<DialogueRow>(query, args![])
        .await?
        .into_iter()
        .map(Dialogue::from)
        .collect())
}

pub(crate) async fn slug_is_taken(conn: &mut Conn, slug: &str) -> db::Result<bool> {
    let count: i64 = conn
        .scalar(sql!("select count(*) as n from dialogue where slug = $1"), args![slug])
        .await?;
    Ok(count > 0)
}

/// What lists sort and filter by, as the process stands now.
pub(crate) struct Row<'a> {
    pub id: Id,
    pub slug: &'a str,
    pub kind: Kind,
    pub title: String,
    pub title_en: String,
    pub summary: String,
    pub level: String,
    pub stage: &'a str,
    pub stage_under: &'a str,
    pub area: String,
    pub topic: String,
    pub owner_id: Id,
    pub opens_on: Option<Date>,
    pub closes_on: Option<Date>,
    pub feedback_on: Option<Date>,
    pub published_at: Option<Timestamp>,
}

pub(crate) async fn insert(tx: &mut Tx<'_>, row: Row<'_>) -> db::Result<()> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into dialogue (id, slug, title, summary, level, phase, area, topic, owner_id, opens_on, closes_on,
             feedback_on, published_at, created_at, updated_at, title_en, phase_under, kind)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
        ),
        args![
            row.id,
            row.slug,
            row.title,
            row.summary,
            row.level,
            row.stage,
            row.area,
            row.topic,
            row.owner_id,
            row.opens_on,
            row.closes_on,
            row.feedback_on,
            row.published_at,
            now,
            now,
            row.title_en,
            row.stage_under,
            row.kind.code()
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn update(tx: &mut Tx<'_>, row: Row<'_>) -> db::Result<()> {
    let now = tx.now();
    tx.run(
        sql!(
            "update dialogue set title = $1, summary = $2, level = $3, phase = $4, area = $5, topic = $6, owner_id = $7,
             opens_on = $8, closes_on = $9, feedback_on = $10, published_at = $11, updated_at = $12, title_en = $14, phase_under = $15
             where id = $13"
        ),
        args![
            row.title,
            row.summary,
            row.level,
            row.stage,
            row.area,
            row.topic,
            row.owner_id,
            row.opens_on,
            row.closes_on,
            row.feedback_on,
            row.published_at,
            now,
            row.id,
            row.title_en,
            row.stage_under
        ],
    )
    .await?;
    Ok(())
}

db::record! {
    struct DocumentRow {
        id: Id,
        dialogue_id: Id,
        file_id: Id,
        title: String,
        name: String,
        media_type: String,
        size: i64,
        public: bool,
        added_at: Timestamp,
        removed_at: Option<Timestamp>,
    }
}

impl From<DocumentRow> for Document {
    fn from(row: DocumentRow) -> Document {
        Document {
            id: row.id,
            dialogue_id: row.dialogue_id,
            file_id: row.file_id,
            title: row.title,
            name: row.name,
            media_type: row.media_type,
            size: row.size,
            public: row.public,
            added_at: row.added_at,
            removed_at: row.removed_at,
        }
    }
}

pub(crate) async fn documents(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<Document>> {
    let query = sql!(
        "select d.id, d.dialogue_id, d.file_id, d.title, f.name, f.media_type, f.size, d.public, d.added_at, d.removed_at
         from dialogue_document d join file f on f.id = d.file_id where d.dialogue_id = $1 order by d.added_at"
    );
    Ok(conn
        .all::<DocumentRow>(query, args![dialogue])
        .await?
        .into_iter()
        .map(Document::from)
        .collect())
}

pub(crate) async fn document(conn: &mut Conn, id: Id) -> db::Result<Document> {
    let query = sql!(
        "select d.id, d.dialogue_id, d.file_id, d.title, f.name, f.media_type, f.size, d.public, d.added_at, d.removed_at
         from dialogue_document d join file f on f.id = d.file_id where d.id = $1"
    );
    Ok(conn.one::<DocumentRow>(query, args![id]).await?.into())
}

pub(crate) async fn bytes(conn: &mut Conn, file: Id) -> db::Result<Vec<u8>> {
    conn.scalar(sql!("select bytes from file where id = $1"), args![file])
        .await
}

pub(crate) struct NewFile<'a> {
    pub name: &'a str,
    pub media_type: &'a str,
    pub sha256: String,
    pub bytes: &'a [u8],
}

pub(crate) async fn insert_document(
    tx: &mut Tx<'_>,
    dialogue: Id,
    title: &str,
    public: bool,
    file: NewFile<'_>,
) -> db::Result<Id> {
    let (file_id, id, now) = (tx.new_id(), tx.new_id(), tx.now());
    tx.run(
        sql!("insert into file (id, name, media_type, size, sha256, bytes, created_at) values ($1, $2, $3, $4, $5, $6, $7)"),
        args![file_id, file.name, file.media_type, file.bytes.len(), file.sha256, file.bytes, now],
    )
    .await?;
    tx.run(
        sql!(
            "insert into dialogue_document (id, dialogue_id, file_id, title, public, added_at, removed_at)
             values ($1, $2, $3, $4, $5, $6, null)"
        ),
        args![id, dialogue, file_id, title, public, now],
    )
    .await?;
    Ok(id)
}

pub(crate) async fn set_document(
    tx: &mut Tx<'_>,
    id: Id,
    public: bool,
    removed_at: Option<Timestamp>,
) -> db::Result<()> {
    let statement = sql!("update dialogue_document set public = $1, removed_at = $2 where id = $3");
    tx.run_changed(statement, args![public, removed_at, id]).await
}

/// Takes away what a document says, its name and its content.
pub(crate) async fn erase_document(tx: &mut Tx<'_>, document: &Document) -> db::Result<()> {
    let (now, nothing) = (tx.now(), Vec::<u8>::new());
    let statement = sql!("update file set name = '', size = 0, sha256 = '', bytes = $1 where id = $2");
    tx.run_changed(statement, args![nothing, document.file_id]).await?;
    let statement = sql!("update dialogue_document set title = '', public = $1, removed_at = $2 where id = $3");
    tx.run_changed(statement, args![false, now, document.id]).await
}
