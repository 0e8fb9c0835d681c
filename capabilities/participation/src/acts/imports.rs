//! A file of contributions comes in: preview, import, and taking it back.

use std::{collections::HashSet, fmt::Write as _};

use db::{Actor, Conn, Id, Tx};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use web::{Fault, Lang, Site};

use super::activities::recount;
use super::{broken, from_json, new_passage, touch};
use crate::model::import::{Options, Reading, Row, read};
use crate::model::receipt::hash;
use crate::store::{self, Activity, Batch, NewContribution, NewPassage};
use crate::words::words;

/// What an import did; kept with the batch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The batch; none when no row was new.
    pub batch: Option<Id>,
    pub accepted: usize,
    /// Rows that the same file has brought before.
    pub already: usize,
    pub refused: Vec<RefusedRow>,
    /// Rows refused in all; `refused` holds the first [`REFUSED_KEPT`].
    pub refused_count: usize,
    /// Columns that answer something.
    pub used: Vec<String>,
    pub ignored: Vec<String>,
}

/// A row that was not taken, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// As a spreadsheet numbers it; the head is 1.
    pub row: usize,
    /// Empty when it is about the whole row.
    pub column: String,
    pub why: String,
}

/// More refused rows than this are only counted.
pub const REFUSED_KEPT: usize = 200;

/// A file read against an activity, before anything is stored.
pub struct Preview {
    pub reading: Reading,
    /// Rows that the same file has brought before.
    pub already: usize,
}

/// What would happen: the rows that can be taken and those that cannot, with why.
pub async fn preview(site: &Site, activity: Id, bytes: &[u8], options: &Options) -> Result<Preview, Fault> {
    let mut conn = site.db.read().await?;
    let (_, reading) = read_file(site, &mut conn, activity, bytes, options).await?;
    let sha256 = sha256(bytes);
    let known = known_keys(&mut conn, activity, &sha256).await?;
    let already = reading
        .rows
        .iter()
        .filter(|row| known.contains(&row_key(activity, &sha256, row.row, None)))
        .count();
    Ok(Preview {
        reading,
        already: if options.force { 0 } else { already },
    })
}

async fn read_file(
    site: &Site,
    conn: &mut Conn,
    activity: Id,
    bytes: &[u8],
    options: &Options,
) -> Result<(Activity, Reading), Fault> {
    let activity = store::activity(conn, activity).await?;
    if activity.version == 0 {
        return Err(Fault::rule("participation-import-unpublished"));
    }
    let definition = from_json(&store::version(conn, activity.id, activity.version).await?)?;
    let reading = read(bytes, &definition, options, site.today()).map_err(broken)?;
    Ok((activity, reading))
}

/// Imports a file. Rows that cannot be taken are refused one by one and reported; the rest are stored in one
/// transaction. The same file a second time brings nothing, unless forced.
pub async fn import(
    site: &Site,
    actor: Actor,
    activity: Id,
    file_name: &str,
    bytes: &[u8],
    options: &Options,
) -> Result<Report, Fault> {
    let (activity, reading) = {
        let mut conn = site.db.read().await?;
        read_file(site, &mut conn, activity, bytes, options).await?
    };
    let sha256 = sha256(bytes);
    site.db
        .write(actor, async |tx| {
            import_rows(site, tx, &activity, file_name, &sha256, reading, options).await
        })
        .await
}

async fn import_rows(
    site: &Site,
    tx: &mut Tx<'_>,
    activity: &Activity,
    file_name: &str,
    sha256: &str,
    reading: Reading,
    options: &Options,
) -> Result<Report, Fault> {
    let batch = tx.new_id();
    let known = if options.force {
        HashSet::new()
    } else {
        known_keys(tx, activity.id, sha256).await?
    };
    let salt = options.force.then_some(batch);
    let mut report = new_report(site, &reading);
    let mut contributions = Vec::with_capacity(reading.rows.len());
    let mut passages: Vec<NewPassage> = Vec::with_capacity(reading.rows.len());
    for row in reading.rows {
        let key = row_key(activity.id, sha256, row.row, salt);
        if known.contains(&key) {
            report.already += 1;
            continue;
        }
        let id = tx.new_id();
        let at = said_at(site, tx, &row);
        let now = tx.now();
        passages.extend(
            row.finished
                .passages
                .iter()
                .map(|(question, body)| new_passage(tx.new_id(), activity, id, question, body, now)),
        );
        contributions.push(new_contribution(id, activity, batch, row, at, key, tx.actor()));
    }
    report.accepted = contributions.len();
    if contributions.is_empty() {
        return Ok(report);
    }
    report.batch = Some(batch);
    store::insert_contributions(tx, contributions).await?;
    store::insert_passages(tx, passages).await?;
    let (at, by_whom) = (tx.now(), tx.actor().name().to_owned());
    let row = Batch {
        id: batch,
        activity_id: activity.id,
        file_name: file_name.to_owned(),
        sha256: sha256.to_owned(),
        rows_accepted: as_i64(report.accepted),
        rows_refused: as_i64(report.refused_count),
        report: serde_json::to_string(&report).map_err(Fault::internal)?,
        at,
        by_whom,
        undone_at: None,
    };
    store::insert_batch(tx, &row).await?;
    let detail = json!({
        "file": file_name, "sha256": sha256, "accepted": report.accepted, "refused": report.refused_count,
        "activity": activity.id
    });
    tx.audit("contribution.import", "import", batch, detail).await?;
    touch(tx, activity.dialogue_id);
    recount(tx, activity).await?;
    Ok(report)
}

fn new_report(site: &Site, reading: &Reading) -> Report {
    let in_words = |refused: &crate::model::import::Refused| RefusedRow {
        row: refused.row,
        column: refused.column.clone(),
        why: words(&site.texts, Lang::Sv, &refused.problem),
    };
    Report {
        batch: None,
        accepted: 0,
        already: 0,
        refused: reading.refused.iter().take(REFUSED_KEPT).map(in_words).collect(),
        refused_count: reading.refused.len(),
        used: reading.used.iter().map(|(column, _)| column.clone()).collect(),
        ignored: reading.ignored.clone(),
    }
}

fn new_contribution(
    id: Id,
    activity: &Activity,
    batch: Id,
    row: Row,
    at: Timestamp,
    key: Vec<u8>,
    actor: &Actor,
) -> NewContribution {
    NewContribution {
        id,
        activity: activity.id,
        dialogue: activity.dialogue_id,
        version: activity.version,
        channel: row.channel.name(),
        batch: batch.to_string(),
        language: row.language,
        answers: row.finished.answers.to_json(),
        background: row.finished.background.to_json(),
        submitted_at: at,
        submit_key: Some(key),
        receipt_hash: None,
        entered_by: actor.name().to_owned(),
    }
}

/// Files give the day; noon keeps it the same day in every zone nearby.
fn said_at(site: &Site, tx: &Tx<'_>, row: &Row) -> Timestamp {
    let noon = row
        .date
        .and_then(|date| date.at(12, 0, 0, 0).to_zoned(site.zone.clone()).ok());
    noon.map_or_else(|| tx.now(), |zoned| zoned.timestamp())
}

async fn known_keys(conn: &mut Conn, activity: Id, sha256: &str) -> Result<HashSet<Vec<u8>>, Fault> {
    let mut known = HashSet::new();
    // The same file is imported to one activity a handful of times at most.
    for batch in store::import_batches(conn, activity)
        .await?
        .into_iter()
        .filter(|b| b.sha256 == sha256 && b.undone_at.is_none())
    {
        known.extend(store::submit_keys(conn, activity, &batch.id.to_string()).await?);
    }
    Ok(known)
}

fn row_key(activity: Id, sha256: &str, row: usize, salt: Option<Id>) -> Vec<u8> {
    let salt = salt.map(|id| id.to_string()).unwrap_or_default();
    hash(
        "samspel import row",
        format!("{activity} {sha256} {row} {salt}").as_bytes(),
    )
    .to_vec()
}

/// The hash of a file in hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

fn as_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Takes an import back: its contributions are withdrawn as one, and the same file can come again. Only while
/// nothing in the dialogue has been coded; afterwards the codes would hang in the air.
pub async fn undo(site: &Site, actor: Actor, batch: Id) -> Result<u64, Fault> {
    let row = {
        let mut conn = site.db.read().await?;
        let row = store::batch(&mut conn, batch).await?;
        let dialogue = store::activity(&mut conn, row.activity_id).await?.dialogue_id;
        let evidence = site.get::<method::Sources>().evidence(&mut conn, dialogue).await?;
        if evidence
            .iter()
            .any(|proof| proof.key == "coding-done" && proof.count > 0)
        {
            return Err(Fault::rule("participation-undo-coded"));
        }
        row
    };
    site.db
        .write(actor, async |tx| {
            let activity = store::activity(tx, row.activity_id).await?;
            store::mark_undone(tx, batch).await?;
            let withdrawn = store::withdraw_batch(tx, activity.id, &batch.to_string()).await?;
            tx.audit(
                "contribution.import-undo",
                "import",
                batch,
                json!({ "withdrawn": withdrawn }),
            )
            .await?;
            touch(tx, activity.dialogue_id);
            recount(tx, &activity).await?;
            Ok(withdrawn)
        })
        .await
}

/// Keeps an uploaded file until somebody has seen the preview and said yes.
pub async fn stage(
    site: &Site,
    actor: Actor,
    activity: Id,
    file_name: &str,
    bytes: Vec<u8>,
    options: &str,
) -> Result<Id, Fault> {
    let by = actor.name().to_owned();
    site.db
        .write(actor, async |tx| {
            let size = bytes.len();
            let id = store::stage(tx, activity, file_name, bytes, options, &by).await?;
            tx.audit(
                "import.upload",
                "activity",
                activity,
                json!({ "file": file_name, "size": size }),
            )
            .await?;
            Ok(id)
        })
        .await
}

/// Lets an uploaded file go. `NotFound` when it is gone already.
pub async fn unstage(site: &Site, actor: Actor, id: Id) -> Result<(), Fault> {
    site.db.write(actor, async |tx| Ok(store::unstage(tx, id).await?)).await
}
