//! The register.

use crate::model::organisation::{Draft, Kind, folded};
use crate::model::{list_json, list_of};
use db::{Conn, Id, Result, Tx, args, sql};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value as Json;

db::record! {
    struct OrganisationRow {
        id: Id,
        name: String,
        number: String,
        kind: String,
        aims: String,
        topics: Json,
        groups_reached: Json,
        areas: Json,
        website: String,
        contact_role: String,
        contact_address: String,
        source: String,
        meeting_on: Option<Date>,
        reviewed_on: Option<Date>,
        review_on: Option<Date>,
        archived_at: Option<Timestamp>,
        archive_reason: String,
        revision: i64,
        updated_at: Timestamp,
        updated_by: String,
    }
}

/// An organisation of the register.
#[derive(Debug, Clone)]
pub(crate) struct Organisation {
    pub id: Id,
    pub draft: Draft,
    pub reviewed_on: Option<Date>,
    pub review_on: Option<Date>,
    pub archived_at: Option<Timestamp>,
    pub archive_reason: String,
    pub revision: i64,
    pub updated_at: Timestamp,
    pub updated_by: String,
}

impl From<OrganisationRow> for Organisation {
    fn from(row: OrganisationRow) -> Organisation {
        Organisation {
            id: row.id,
            draft: Draft {
                name: row.name,
                number: row.number,
                kind: Kind::from_code(&row.kind).unwrap_or(Kind::Other),
                aims: row.aims,
                topics: list_of(row.topics),
                groups: list_of(row.groups_reached),
                areas: list_of(row.areas),
                website: row.website,
                contact_role: row.contact_role,
                contact_address: row.contact_address,
                source: row.source,
                meeting_on: row.meeting_on,
            },
            reviewed_on: row.reviewed_on,
            review_on: row.review_on,
            archived_at: row.archived_at,
            archive_reason: row.archive_reason,
            revision: row.revision,
            updated_at: row.updated_at,
            updated_by: row.updated_by,
        }
    }
}

/// What somebody looks for. Empty asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Search {
    pub words: String,
    pub kind: String,
    pub area: String,
    pub topic: String,
    pub archived: bool,
}

/// Words beyond these narrow nothing: nobody writes more to find an association.
const WORDS: usize = 3;

impl Search {
    /// Patterns of the statement: one for each word, one for the area, one for the topic.
    fn patterns(&self) -> [String; 5] {
        let words: Vec<String> = self.words.to_lowercase().split_whitespace().map(escaped).collect();
        let word = |place: usize| {
            words
                .get(place)
                .map_or_else(|| "%".to_owned(), |word| format!("%{word}%"))
        };
        // Lists are JSON: a part stands between quotation marks.
        let part = |text: &str| match text {
            "" => "%".to_owned(),
            text => format!("%{}%", escaped(&Json::from(text).to_string())),
        };
        let [first, second, third] = [0, 1, WORDS - 1].map(word);
        [first, second, third, part(&self.area), part(&self.topic)]
    }
}

/// Text that a pattern takes as it stands.
fn escaped(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

pub(crate) async fn organisation(conn: &mut Conn, id: Id) -> Result<Organisation> {
    let query = sql!(
        "select id, name, number, kind, aims, topics, groups_reached, areas, website, contact_role, contact_address, source,
                meeting_on, reviewed_on, review_on, archived_at, archive_reason, revision, updated_at, updated_by
         from organisation where id = $1"
    );
    Ok(conn.one::<OrganisationRow>(query, args![id]).await?.into())
}

/// How many organisations a search finds.
pub(crate) async fn count_found(conn: &mut Conn, search: &Search) -> Result<i64> {
    let [first, second, third, area, topic] = search.patterns();
    let query = sql!(
        "select count(*) from organisation
         where (archived_at is not null) = $1 and ($2 = '' or kind = $2) and search like $3 escape '!'
           and search like $4 escape '!' and search like $5 escape '!' and areas like $6 escape '!'
           and topics like $7 escape '!'"
    );
    conn.scalar(
        query,
        args![search.archived, &search.kind, first, second, third, area, topic],
    )
    .await
}

/// Organisations that a search finds, by name.
pub(crate) async fn found(conn: &mut Conn, search: &Search, limit: i64, offset: i64) -> Result<Vec<Organisation>> {
    let [first, second, third, area, topic] = search.patterns();
    let query = sql!(
        "select id, name, number, kind, aims, topics, groups_reached, areas, website, contact_role, contact_address, source,
                meeting_on, reviewed_on, review_on, archived_at, archive_reason, revision, updated_at, updated_by
         from organisation
         where (archived_at is not null) = $1 and ($2 = '' or kind = $2) and search like $3 escape '!'
           and search like $4 escape '!' and search like $5 escape '!' and areas like $6 escape '!'
           and topics like $7 escape '!'
         order by folded, id limit $8 offset $9"
    );
    let args = args![
        search.archived,
        &search.kind,
        first,
        second,
        third,
        area,
        topic,
        limit,
        offset
    ];
    let rows = conn.all::<OrganisationRow>(query, args).await?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// Writes a new organisation; `import` is the file it came with.
pub(crate) async fn add_organisation(
    tx: &mut Tx<'_>,
    draft: &Draft,
    reviewed_on: Date,
    review_on: Date,
    import: Option<Id>,
) -> Result<Id> {
    let id = tx.new_id();
    let row = new_row(tx, id, draft, (reviewed_on, review_on), import);
    tx.run(insert(), row).await?;
    Ok(id)
}

/// Writes the organisations of a file.
pub(crate) async fn add_imported(
    tx: &mut Tx<'_>,
    import: Id,
    drafts: &[Draft],
    reviewed_on: Date,
    review_on: impl Fn(&Draft) -> Date,
) -> Result<u64> {
    let rows = drafts.iter().map(|draft| {
        let id = tx.new_id();
        new_row(tx, id, draft, (reviewed_on, review_on(draft)), Some(import))
    });
    let rows = rows.collect();
    tx.run_many(insert(), rows).await
}

fn insert() -> &'static db::Sql {
    sql!(
        "insert into organisation (id, name, folded, number, kind, aims, topics, groups_reached, areas, website, contact_role,
                                   contact_address, source, meeting_on, reviewed_on, review_on, search, archived_at,
                                   archive_reason, import_id, revision, created_at, updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, null, '', $18, 1, $19, $19, $20)"
    )
}

fn new_row(tx: &Tx<'_>, id: Id, draft: &Draft, reviewed: (Date, Date), import: Option<Id>) -> Vec<db::Value> {
    args![
        id,
        &draft.name,
        folded(&draft.name),
        &draft.number,
        draft.kind.code(),
        &draft.aims,
        list_json(&draft.topics),
        list_json(&draft.groups),
        list_json(&draft.areas),
        &draft.website,
        &draft.contact_role,
        &draft.contact_address,
        &draft.source,
        draft.meeting_on,
        reviewed.0,
        reviewed.1,
        draft.search(),
        import,
        tx.now(),
        tx.actor().name()
    ]
}

/// Writes an organisation anew.
///
/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn update_organisation(
    tx: &mut Tx<'_>,
    id: Id,
    revision: i64,
    draft: &Draft,
    reviewed_on: Date,
    review_on: Date,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let statement = sql!(
        "update organisation set name = $3, folded = $4, number = $5, kind = $6, aims = $7, topics = $8, groups_reached = $9,
                areas = $10, website = $11, contact_role = $12, contact_address = $13, source = $14, meeting_on = $15,
                reviewed_on = $16, review_on = $17, search = $18, updated_at = $19, updated_by = $20,
                revision = revision + 1
         where id = $1 and revision = $2"
    );
    let args = args![
        id,
        revision,
        &draft.name,
        folded(&draft.name),
        &draft.number,
        draft.kind.code(),
        &draft.aims,
        list_json(&draft.topics),
        list_json(&draft.groups),
        list_json(&draft.areas),
        &draft.website,
        &draft.contact_role,
        &draft.contact_address,
        &draft.source,
        draft.meeting_on,
        reviewed_on,
        review_on,
        draft.search(),
        now,
        by
    ];
    tx.run_changed(statement, args).await
}

/// Puts an organisation among the archived, or takes it back.
///
/// # Errors
/// [`db::Error::Stale`] when somebody wrote after `revision`.
pub(crate) async fn set_archived(tx: &mut Tx<'_>, id: Id, revision: i64, reason: Option<&str>) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let at = reason.map(|_| now);
    let statement = sql!(
        "update organisation set archived_at = $3, archive_reason = $4, updated_at = $5, updated_by = $6,
                revision = revision + 1
         where id = $1 and revision = $2"
    );
    tx.run_changed(statement, args![id, revision, at, reason.unwrap_or_default(), now, by])
        .await
}

/// As [`to_review`], with all that the register's list shows.
pub(crate) async fn to_review_whole(conn: &mut Conn, until: Date, limit: i64) -> Result<Vec<Organisation>> {
    let query = sql!(
        "select id, name, number, kind, aims, topics, groups_reached, areas, website, contact_role, contact_address, source,
                meeting_on, reviewed_on, review_on, archived_at, archive_reason, revision, updated_at, updated_by
         from organisation where archived_at is null and review_on <> '' and review_on <= $1
         order by review_on, id limit $2"
    );
    let rows = conn.all::<OrganisationRow>(query, args![until, limit]).await?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}
