//! Versions of written texts.

use crate::model::version::{Content, Shelf, State, TextKey, Version};
use db::{Conn, Result, Tx, args, sql};
use jiff::Timestamp;
use texts::Lang;

db::record! {
    struct VersionRow {
        number: i64,
        state: String,
        is_base: bool,
        title: String,
        lead: String,
        body: String,
        note: String,
        written_at: Timestamp,
        written_by: String,
        approved_at: Option<Timestamp>,
        approved_by: String,
        publish_at: Option<Timestamp>,
        published_at: Option<Timestamp>,
        language: String,
    }
}

impl VersionRow {
    fn lang(&self) -> Lang {
        Lang::from_code(&self.language).unwrap_or_default()
    }
}

impl From<VersionRow> for Version {
    fn from(row: VersionRow) -> Version {
        Version {
            number: row.number,
            state: State::from_code(&row.state),
            is_base: row.is_base,
            content: Content {
                title: row.title,
                lead: row.lead,
                body: row.body,
            },
            note: row.note,
            written_at: row.written_at,
            written_by: row.written_by,
            approved_at: row.approved_at,
            approved_by: row.approved_by,
            publish_at: row.publish_at,
            published_at: row.published_at,
        }
    }
}

/// The version written last.
pub(crate) async fn latest(conn: &mut Conn, key: &TextKey) -> Result<Option<Version>> {
    let query = sql!(
        "select number, state, is_base, title, lead, body, note, written_at, written_by, approved_at, approved_by,
                publish_at, published_at, language
         from text_version where shelf = $1 and text_key = $2 and language = $3 order by number desc limit 1"
    );
    let args = args![key.shelf.code(), &key.text, key.lang.code()];
    Ok(conn.maybe::<VersionRow>(query, args).await?.map(Version::from))
}

/// The version with that number.
pub(crate) async fn version(conn: &mut Conn, key: &TextKey, number: i64) -> Result<Version> {
    let query = sql!(
        "select number, state, is_base, title, lead, body, note, written_at, written_by, approved_at, approved_by,
                publish_at, published_at, language
         from text_version where shelf = $1 and text_key = $2 and language = $3 and number = $4"
    );
    let args = args![key.shelf.code(), &key.text, key.lang.code(), number];
    Ok(conn.one::<VersionRow>(query, args).await?.into())
}

/// The approved versions of a text in all languages.
pub(crate) async fn approved(conn: &mut Conn, shelf: Shelf, text: &str) -> Result<Vec<(Lang, Version)>> {
    let query = sql!(
        "select number, state, is_base, title, lead, body, note, written_at, written_by, approved_at, approved_by,
                publish_at, published_at, language
         from text_version where shelf = $1 and text_key = $2 and state = 'approved'"
    );
    let rows: Vec<VersionRow> = conn.all(query, args![shelf.code(), text]).await?;
    Ok(rows.into_iter().map(|row| (row.lang(), row.into())).collect())
}

/// All versions of a text, the newest first, without what they say.
pub(crate) async fn history(conn: &mut Conn, key: &TextKey, limit: i64, offset: i64) -> Result<Vec<Version>> {
    let query = sql!(
        "select number, state, is_base, '' as title, '' as lead, '' as body, note, written_at, written_by, approved_at,
                approved_by, publish_at, published_at, language
         from text_version where shelf = $1 and text_key = $2 and language = $3 order by number desc limit $4 offset $5"
    );
    let args = args![key.shelf.code(), &key.text, key.lang.code(), limit, offset];
    let rows: Vec<VersionRow> = conn.all(query, args).await?;
    Ok(rows.into_iter().map(Version::from).collect())
}

db::record! {
    struct TitleRow { text_key: String, language: String, number: i64, is_base: bool, title: String, publish_at: Option<Timestamp> }
}

/// A title that was approved for a page.
pub(crate) struct Title {
    pub text: String,
    pub lang: Lang,
    pub number: i64,
    pub is_base: bool,
    pub title: String,
    pub publish_at: Option<Timestamp>,
}

/// The titles of a shelf whose time has come.
pub(crate) async fn titles(conn: &mut Conn, shelf: Shelf, now: Timestamp) -> Result<Vec<Title>> {
    let query = sql!(
        "select text_key, language, number, is_base, title, publish_at from text_version
         where shelf = $1 and state = 'approved' and publish_at <= $2"
    );
    let rows: Vec<TitleRow> = conn.all(query, args![shelf.code(), now]).await?;
    let title = |row: TitleRow| Title {
        text: row.text_key,
        lang: Lang::from_code(&row.language).unwrap_or_default(),
        number: row.number,
        is_base: row.is_base,
        title: row.title,
        publish_at: row.publish_at,
    };
    Ok(rows.into_iter().map(title).collect())
}

db::record! {
    struct OverviewRow {
        shelf: String,
        text_key: String,
        language: String,
        drafted: i64,
        settled: i64,
        shown_at: Option<Timestamp>,
        planned_at: Option<Timestamp>,
    }
}

/// Where a text stands, for the list of all.
#[derive(Debug, Clone)]
pub(crate) struct Overview {
    /// Written after everything that was approved or called off.
    pub has_draft: bool,
    /// The time of the version that readers see.
    pub shown_at: Option<Timestamp>,
    /// The next planned publication.
    pub planned_at: Option<Timestamp>,
}

/// Every text that has been written on the desk.
pub(crate) async fn overview(conn: &mut Conn, now: Timestamp) -> Result<Vec<(TextKey, Overview)>> {
    let query = sql!(
        "select shelf, text_key, language,
                max(case when state = 'draft' then number else 0 end) as drafted,
                max(case when state = 'draft' then 0 else number end) as settled,
                max(case when state = 'approved' and publish_at <= $1 then publish_at end) as shown_at,
                min(case when state = 'approved' and publish_at > $1 then publish_at end) as planned_at
         from text_version group by shelf, text_key, language order by shelf, text_key, language"
    );
    let rows: Vec<OverviewRow> = conn.all(query, args![now]).await?;
    let read = |row: OverviewRow| {
        let lang = Lang::from_code(&row.language)?;
        let key = TextKey::new(Shelf::from_code(&row.shelf)?, row.text_key, lang);
        let overview = Overview {
            has_draft: row.drafted > row.settled,
            shown_at: row.shown_at,
            planned_at: row.planned_at,
        };
        Some((key, overview))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Adds a version. Two who add the same number at once: the second is told that it is taken.
pub(crate) async fn add(tx: &mut Tx<'_>, key: &TextKey, version: &Version) -> Result<()> {
    let statement = sql!(
        "insert into text_version (shelf, text_key, language, number, state, is_base, title, lead, body, note,
                                   written_at, written_by, approved_at, approved_by, publish_at, published_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
    );
    let content = &version.content;
    let args = args![
        key.shelf.code(),
        &key.text,
        key.lang.code(),
        version.number,
        version.state.code(),
        version.is_base,
        &content.title,
        &content.lead,
        &content.body,
        &version.note,
        version.written_at,
        &version.written_by,
        version.approved_at,
        &version.approved_by,
        version.publish_at,
        version.published_at,
    ];
    tx.run(statement, args).await?;
    Ok(())
}

/// Approves a draft, to be shown from a time on.
pub(crate) async fn approve(tx: &mut Tx<'_>, key: &TextKey, version: &Version) -> Result<()> {
    let statement = sql!(
        "update text_version set state = 'approved', approved_at = $5, approved_by = $6, publish_at = $7, published_at = $8
         where shelf = $1 and text_key = $2 and language = $3 and number = $4 and state = 'draft'"
    );
    let args = args![
        key.shelf.code(),
        &key.text,
        key.lang.code(),
        version.number,
        version.approved_at,
        &version.approved_by,
        version.publish_at,
        version.published_at,
    ];
    tx.run_changed(statement, args).await
}

/// Takes an approved version that has not been published out of the plan.
pub(crate) async fn unplan(tx: &mut Tx<'_>, key: &TextKey, number: i64, state: State) -> Result<()> {
    let statement = sql!(
        "update text_version set state = $5
         where shelf = $1 and text_key = $2 and language = $3 and number = $4 and state = 'approved' and published_at is null"
    );
    let args = args![key.shelf.code(), &key.text, key.lang.code(), number, state.code()];
    tx.run_changed(statement, args).await
}

/// Notes that pages whose time came are published; tells how many. Chapters need more and are noted one by one.
pub(crate) async fn publish_due_pages(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64> {
    let statement = sql!(
        "update text_version set published_at = $1
         where state = 'approved' and published_at is null and publish_at <= $1 and shelf in ('public', 'intranet')"
    );
    tx.run(statement, args![now]).await
}

/// Notes that a chapter whose time came is published.
pub(crate) async fn published(tx: &mut Tx<'_>, key: &TextKey, number: i64, now: Timestamp) -> Result<()> {
    let statement = sql!(
        "update text_version set published_at = $5
         where shelf = $1 and text_key = $2 and language = $3 and number = $4 and state = 'approved' and published_at is null"
    );
    let args = args![key.shelf.code(), &key.text, key.lang.code(), number, now];
    tx.run_changed(statement, args).await
}

db::record! {
    struct DueRow { shelf: String, text_key: String, language: String, number: i64 }
}

/// What has been approved, whose time has come, and is not published: the earliest first.
pub(crate) async fn due(conn: &mut Conn, now: Timestamp) -> Result<Vec<(TextKey, i64)>> {
    let query = sql!(
        "select shelf, text_key, language, number from text_version
         where state = 'approved' and published_at is null and publish_at <= $1 order by publish_at, number"
    );
    let rows: Vec<DueRow> = conn.all(query, args![now]).await?;
    Ok(keys(rows))
}

/// What was stopped when its time came, and is still the last that was written of its text.
pub(crate) async fn stopped(conn: &mut Conn) -> Result<Vec<(TextKey, i64)>> {
    let query = sql!(
        "select v.shelf, v.text_key, v.language, v.number from text_version v
         where v.state = 'stopped' and not exists (
           select 1 from text_version later where later.shelf = v.shelf and later.text_key = v.text_key
             and later.language = v.language and later.number > v.number)
         order by v.shelf, v.text_key, v.number"
    );
    let rows: Vec<DueRow> = conn.all(query, args![]).await?;
    Ok(keys(rows))
}

fn keys(rows: Vec<DueRow>) -> Vec<(TextKey, i64)> {
    let read = |row: DueRow| {
        let lang = Lang::from_code(&row.language)?;
        Some((
            TextKey::new(Shelf::from_code(&row.shelf)?, row.text_key, lang),
            row.number,
        ))
    };
    rows.into_iter().filter_map(read).collect()
}
