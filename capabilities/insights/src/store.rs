//! SQL of the reading: themes, codings, what was read, figures about the population. No decisions here.

use db::{Conn, Id, Result, Tx, Value, args, sql};
use jiff::Timestamp;

use crate::model::coding::Coding;
use crate::model::plan::{Theme, ThemeDraft};

/// All themes of a dialogue, archived ones too, in the order of lists.
pub(crate) async fn themes(conn: &mut Conn, dialogue: Id) -> Result<Vec<Theme>> {
    let statement = sql!(
        "select id, dialogue_id, name, definition, counts_in, counts_out, example, parent_id, position, shortcut, archived,
                revision
         from theme where dialogue_id = $1 order by position, id"
    );
    conn.all(statement, args![dialogue]).await
}

pub(crate) async fn theme(conn: &mut Conn, id: Id) -> Result<Theme> {
    let statement = sql!(
        "select id, dialogue_id, name, definition, counts_in, counts_out, example, parent_id, position, shortcut, archived,
                revision
         from theme where id = $1"
    );
    conn.one(statement, args![id]).await
}

pub(crate) async fn insert_theme(tx: &mut Tx<'_>, dialogue: Id, draft: &ThemeDraft) -> Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into theme (id, dialogue_id, name, definition, counts_in, counts_out, example, parent_id, position,
                                shortcut, archived, revision, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8,
                     (select coalesce(max(position), 0) + 1 from theme where dialogue_id = $2), $9, false, 1, $10)"
        ),
        args![
            id,
            dialogue,
            draft.name.trim(),
            &draft.definition,
            &draft.counts_in,
            &draft.counts_out,
            &draft.example,
            draft.parent,
            draft.shortcut.trim(),
            now
        ],
    )
    .await?;
    Ok(id)
}

/// Fails with `Stale` when somebody saved after `revision`.
pub(crate) async fn save_theme(tx: &mut Tx<'_>, id: Id, revision: i64, draft: &ThemeDraft) -> Result<()> {
    tx.run_changed(
        sql!(
            "update theme set name = $3, definition = $4, counts_in = $5, counts_out = $6, example = $7, parent_id = $8,
                              shortcut = $9, revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            id,
            revision,
            draft.name.trim(),
            &draft.definition,
            &draft.counts_in,
            &draft.counts_out,
            &draft.example,
            draft.parent,
            draft.shortcut.trim()
        ],
    )
    .await
}

/// An archived theme gives its shortcut back, and its children stand free.
pub(crate) async fn archive_theme(tx: &mut Tx<'_>, id: Id, archived: bool) -> Result<()> {
    tx.run_changed(
        sql!("update theme set archived = $2, shortcut = '', revision = revision + 1 where id = $1"),
        args![id, archived],
    )
    .await?;
    tx.run(
        sql!("update theme set parent_id = null where parent_id = $1"),
        args![id],
    )
    .await?;
    Ok(())
}

pub(crate) async fn save_order(tx: &mut Tx<'_>, ids: &[Id]) -> Result<()> {
    let rows = (1_i64..).zip(ids).map(|(position, id)| args![*id, position]).collect();
    tx.run_many(sql!("update theme set position = $2 where id = $1"), rows)
        .await?;
    Ok(())
}

/// Everything coded in a dialogue, from the index on dialogue.
pub(crate) async fn codings(conn: &mut Conn, dialogue: Id) -> Result<Vec<Coding>> {
    conn.all(
        sql!("select passage_id, theme_id, quotable from coding where dialogue_id = $1"),
        args![dialogue],
    )
    .await
}

/// Passages read and found to belong to no theme.
pub(crate) async fn read_passages(conn: &mut Conn, dialogue: Id) -> Result<Vec<Id>> {
    conn.scalars(
        sql!("select passage_id from passage_read where dialogue_id = $1"),
        args![dialogue],
    )
    .await
}

/// Passages with this theme whose text may be quoted, in the order they came.
pub(crate) async fn quotable_passages(conn: &mut Conn, theme: Id) -> Result<Vec<Id>> {
    let statement = sql!("select passage_id from coding where theme_id = $1 and quotable order by passage_id");
    conn.scalars(statement, args![theme]).await
}

/// The passages of a theme and of the themes under it.
pub(crate) async fn passages_under(conn: &mut Conn, theme: Id) -> Result<Vec<Id>> {
    let statement = sql!(
        "select distinct c.passage_id from coding c join theme t on t.id = c.theme_id
         where t.id = $1 or t.parent_id = $1 order by c.passage_id"
    );
    conn.scalars(statement, args![theme]).await
}

/// Gives themes to passages. What is already there stays as it is; tells how many were new.
pub(crate) async fn add_codings(tx: &mut Tx<'_>, dialogue: Id, pairs: &[(Id, Id)], quotable: bool) -> Result<u64> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let rows = pairs
        .iter()
        .map(|(passage, theme)| args![*passage, *theme, dialogue, now, &by, quotable])
        .collect();
    tx.run_many(
        sql!(
            "insert into coding (passage_id, theme_id, dialogue_id, coded_at, coded_by, quotable)
             values ($1, $2, $3, $4, $5, $6) on conflict (passage_id, theme_id) do nothing"
        ),
        rows,
    )
    .await
}

pub(crate) async fn remove_codings(tx: &mut Tx<'_>, pairs: &[(Id, Id)]) -> Result<u64> {
    let rows = pairs.iter().map(|(passage, theme)| args![*passage, *theme]).collect();
    tx.run_many(sql!("delete from coding where passage_id = $1 and theme_id = $2"), rows)
        .await
}

/// Takes back what one person gave at one moment: a bulk coding.
pub(crate) async fn remove_codings_of(tx: &mut Tx<'_>, theme: Id, at: Timestamp, by: &str) -> Result<u64> {
    let statement = sql!("delete from coding where theme_id = $1 and coded_at = $2 and coded_by = $3");
    tx.run(statement, args![theme, at, by]).await
}

/// Whether the text of a passage may be quoted, for all its themes.
pub(crate) async fn set_quotable(tx: &mut Tx<'_>, passages: &[(Id, bool)]) -> Result<u64> {
    let rows = passages
        .iter()
        .map(|(passage, quotable)| args![*passage, *quotable])
        .collect();
    tx.run_many(sql!("update coding set quotable = $2 where passage_id = $1"), rows)
        .await
}

pub(crate) async fn mark_read(tx: &mut Tx<'_>, dialogue: Id, passages: &[Id]) -> Result<u64> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    let rows = passages
        .iter()
        .map(|passage| args![*passage, dialogue, now, &by])
        .collect();
    tx.run_many(
        sql!(
            "insert into passage_read (passage_id, dialogue_id, read_at, read_by) values ($1, $2, $3, $4)
             on conflict (passage_id) do nothing"
        ),
        rows,
    )
    .await
}

pub(crate) async fn mark_unread(tx: &mut Tx<'_>, passages: &[Id]) -> Result<u64> {
    let rows: Vec<Vec<Value>> = passages.iter().map(|passage| args![*passage]).collect();
    tx.run_many(sql!("delete from passage_read where passage_id = $1"), rows)
        .await
}

/// Moves what was coded with one theme to another; a passage that has both keeps one.
pub(crate) async fn move_codings(tx: &mut Tx<'_>, from: Id, to: Id) -> Result<()> {
    tx.run(
        sql!(
            "insert into coding (passage_id, theme_id, dialogue_id, coded_at, coded_by, quotable)
             select c.passage_id, t.id, c.dialogue_id, c.coded_at, c.coded_by, c.quotable
             from coding c join theme t on t.id = $2 where c.theme_id = $1
             on conflict (passage_id, theme_id) do nothing"
        ),
        args![from, to],
    )
    .await?;
    tx.run(sql!("delete from coding where theme_id = $1"), args![from])
        .await?;
    Ok(())
}

db::record! {
    /// Figures about the population for one question.
    #[derive(Debug, Clone)]
    pub struct PopulationRow {
        pub question: String,
        pub source: String,
        pub cells: serde_json::Value,
        pub imported_at: Timestamp,
        pub imported_by: String,
    }
}

pub(crate) async fn population(conn: &mut Conn, dialogue: Id) -> Result<Vec<PopulationRow>> {
    let statement = sql!(
        "select question, source, cells, imported_at, imported_by from population where dialogue_id = $1 order by id"
    );
    conn.all(statement, args![dialogue]).await
}

/// Puts new figures for a question in place of the former ones.
pub(crate) async fn replace_population(
    tx: &mut Tx<'_>,
    dialogue: Id,
    question: &str,
    source: &str,
    cells: serde_json::Value,
) -> Result<()> {
    remove_population(tx, dialogue, question).await?;
    let (id, now, by) = (tx.new_id(), tx.now(), tx.actor().name().to_owned());
    tx.run(
        sql!(
            "insert into population (id, dialogue_id, question, source, cells, imported_at, imported_by)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![id, dialogue, question, source, cells, now, by],
    )
    .await?;
    Ok(())
}

pub(crate) async fn remove_population(tx: &mut Tx<'_>, dialogue: Id, question: &str) -> Result<u64> {
    tx.run(
        sql!("delete from population where dialogue_id = $1 and question = $2"),
        args![dialogue, question],
    )
    .await
}

db::record! {
    /// What was decided about a suggestion: the theme it became, or none when it was put aside.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SuggestionDecision {
        pub suggestion: String,
        pub theme_id: Option<Id>,
    }
}

pub(crate) async fn suggestion_decisions(conn: &mut Conn, dialogue: Id) -> Result<Vec<SuggestionDecision>> {
    let statement = sql!("select suggestion, theme_id from suggestion_decision where dialogue_id = $1");
    conn.all(statement, args![dialogue]).await
}

pub(crate) async fn decide_suggestion(
    tx: &mut Tx<'_>,
    dialogue: Id,
    suggestion: &str,
    theme: Option<Id>,
    by: &str,
) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into suggestion_decision (dialogue_id, suggestion, theme_id, decided_at, decided_by) values ($1, $2, $3, $4, $5)
             on conflict (dialogue_id, suggestion)
             do update set theme_id = excluded.theme_id, decided_at = excluded.decided_at, decided_by = excluded.decided_by"
        ),
        args![dialogue, suggestion, theme, now, by],
    )
    .await?;
    Ok(())
}

pub(crate) async fn forget_suggestion(tx: &mut Tx<'_>, dialogue: Id, suggestion: &str) -> Result<u64> {
    tx.run(
        sql!("delete from suggestion_decision where dialogue_id = $1 and suggestion = $2"),
        args![dialogue, suggestion],
    )
    .await
}

/// A coding that is taken back leaves the suggestion it came from open again.
pub(crate) async fn reopen_suggestion(tx: &mut Tx<'_>, theme: Id, at: Timestamp, by: &str) -> Result<u64> {
    tx.run(
        sql!("delete from suggestion_decision where theme_id = $1 and decided_at = $2 and decided_by = $3"),
        args![theme, at, by],
    )
    .await
}
