//! Who thinks alike about the statements of an activity: computed apart from requests by `kernels/opinion`, kept as JSON.
//!
//! What is kept here may be shown: groups have at least five people, places are counted in squares, and counts of one to four are
//! hidden with as many more as needed that nobody computes them from the groups (`kernels/stats`). Which group each person was in
//! stands apart (`opinion_memory`), for the next run only.

mod kept;
#[cfg(test)]
mod tests;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use background::{Answer as Computing, Computed, Work};
use db::{Actor, Conn, Id};
use opinion::{Cast, Memory, Settings, Standing, Statement, Vote, Votes};
use serde::{Deserialize, Serialize};
use web::{Fault, Site};

use crate::acts;
use crate::kinds::OPINIONS;
use crate::model::answer::Answers;
use crate::model::stance::{Stance, proposed_key, proposed_number, taken, written_number};
use crate::store;
use kept::Kept;
use told::told;

/// How many contributions stand in memory at once.
const PIECE: i64 = 2_000;
/// The picture of places is this many squares wide and high.
pub const SQUARES: i64 = 16;

/// How many took which stance; `None` where too few did to be shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stances {
    pub agree: Option<u64>,
    pub disagree: Option<u64>,
    pub pass: Option<u64>,
    /// All of them: the base of each share.
    pub n: Option<u64>,
}

/// A statement and what people think of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CountedStatement {
    pub key: String,
    /// As exports number it.
    pub number: u64,
    pub all: Stances,
    /// In the order of the groups.
    pub groups: Vec<Stances>,
}

/// A statement that is typical of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Typical {
    pub key: String,
    /// What the group is typical for: agreeing, or else disagreeing.
    pub agrees: bool,
}

/// People who think alike; never fewer than five.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpinionGroup {
    pub label: char,
    pub size: u64,
    pub typical: Vec<Typical>,
}

/// A statement on which two groups stand against each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dividing {
    pub key: String,
    pub agreeing: char,
    pub disagreeing: char,
}

/// How many people of a group stand in one square of the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Square {
    pub across: i64,
    pub up: i64,
    /// `None` for those who took too few stances to be placed in a group.
    pub group: Option<char>,
    pub n: u64,
}

/// Everything that was computed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Opinions {
    pub participants: u64,
    pub stances: u64,
    /// In the order of their numbers.
    pub statements: Vec<CountedStatement>,
    pub groups: Vec<OpinionGroup>,
    /// Statements that most agree with, the clearest first.
    pub agreed: Vec<String>,
    /// Statements that most reject, the clearest first.
    pub rejected: Vec<String>,
    pub dividing: Vec<Dividing>,
    /// Empty while there are no groups.
    pub squares: Vec<Square>,
    /// So few took part that nothing is said about groups.
    pub too_few: bool,
    /// How many small groups joined the nearest.
    pub merged: u64,
    /// How well people lie in their groups, −1 to 1: the mean silhouette; `None` without groups, and when small ones were merged.
    #[serde(default)]
    pub separation: Option<f64>,
    /// Per statement how likely it is to be shown next.
    pub priorities: Vec<(String, f64)>,
}

/// The work that computes it, for the program to register.
pub fn opinions_work() -> Work {
    Work {
        kind: OPINIONS,
        run: |site, activity| -> Computing { Box::pin(compute(site, activity)) },
    }
}

/// What stands of it, and how current it is; `None` before anybody has taken a stance.
///
/// # Errors
/// The database's.
pub async fn opinions(conn: &mut Conn, activity: Id) -> db::Result<Option<(Opinions, Computed)>> {
    let Some(mut computed) = background::result(conn, activity, OPINIONS).await? else {
        return Ok(None);
    };
    // What an older program computed may lack something: it is shown when it has been computed anew.
    let opinions = serde_json::from_value(computed.result.take()).unwrap_or_default();
    Ok(Some((opinions, computed)))
}

/// Statements of an activity that somebody may have taken a stance on, with their numbers, by number.
///
/// # Errors
/// The database's.
pub async fn numbered(conn: &mut Conn, activity: Id) -> db::Result<Vec<(u64, String)>> {
    let dialogue = store::activity(conn, activity).await?.dialogue_id;
    let proposed: BTreeMap<String, u64> = store::proposal_ids(conn, dialogue, activity)
        .await?
        .iter()
        .enumerate()
        .map(|(place, id)| (proposed_key(&id.to_string()), proposed_number(place)))
        .collect();
    let mut numbers = BTreeMap::new();
    for (_, definition) in acts::met_versions(conn, activity).await? {
        for question in definition.statements() {
            let number = written_number(&question.key).or_else(|| proposed.get(&question.key).copied());
            if let Some(number) = number {
                numbers.insert(number, question.key.clone());
            }
        }
    }
    Ok(numbers.into_iter().collect())
}

/// Everybody's stances on the statements with these numbers, in the order in which people came: `take` is called once for each
/// person, with when they sent.
///
/// # Errors
/// The database's.
pub async fn each_stances(
    conn: &mut Conn,
    activity: Id,
    numbered: &[(u64, String)],
    mut take: impl FnMut(Id, jiff::Timestamp, Vec<(u64, Stance)>),
) -> db::Result<()> {
    let mut after = None;
    loop {
        let rows = store::answer_rows_after(conn, activity, after, PIECE).await?;
        for row in &rows {
            let answers = Answers::from_json(&row.answers).unwrap_or_default();
            let stances = numbered
                .iter()
                .filter_map(|(number, key)| Some((*number, taken(&answers, key)?)));
            take(row.id, row.submitted_at, stances.collect());
        }
        match rows.last() {
            Some(last) if rows.len() as i64 == PIECE => after = Some((last.submitted_at, last.id)),
            _ => return Ok(()),
        }
    }
}

/// The statements that people meet now. What staff have taken out since still has its stances, but makes no groups.
async fn asked(conn: &mut Conn, activity: Id) -> db::Result<BTreeSet<String>> {
    let versions = acts::met_versions(conn, activity).await?;
    let newest = versions.last().map(|(_, definition)| definition);
    let statements = newest.into_iter().flat_map(|definition| definition.statements());
    Ok(statements.map(|question| question.key.clone()).collect())
}

async fn compute(site: Arc<Site>, activity: Id) -> Result<serde_json::Value, Fault> {
    let (numbered, asked, casts, memory) = {
        let mut conn = site.db.read().await?;
        let numbered = numbered(&mut conn, activity).await?;
        let asked = asked(&mut conn, activity).await?;
        let mut casts = Vec::new();
        each_stances(&mut conn, activity, &numbered, |person, _, stances| {
            let participant = person_number(person);
            casts.extend(stances.into_iter().map(|(statement, stance)| Cast {
                participant,
                statement,
                vote: vote(stance),
            }));
        })
        .await?;
        let kept = store::opinion_memory(&mut conn, activity).await?;
        (numbered, asked, casts, kept.and_then(|text| Kept::read(&text)))
    };
    let (opinions, kept) = web::computed(move || analyse(&numbered, &asked, casts, memory.as_ref())).await?;
    let kept = serde_json::to_string(&kept).map_err(Fault::internal)?;
    site.db
        .write(Actor::System, async |tx| {
            store::keep_opinion_memory(tx, activity, &kept).await
        })
        .await?;
    serde_json::to_value(&opinions).map_err(Fault::internal)
}

/// A number for a person that stays the same from run to run and says nothing of when they came.
fn person_number(contribution: Id) -> u64 {
    let bytes = contribution.as_bytes();
    // The end of an identifier is chance; its beginning is time.
    bytes[8..].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn vote(stance: Stance) -> Vote {
    match stance {
        Stance::Agree => Vote::Agree,
        Stance::Disagree => Vote::Disagree,
        Stance::Pass => Vote::Pass,
    }
}

fn analyse(
    numbered: &[(u64, String)],
    asked: &BTreeSet<String>,
    casts: Vec<Cast>,
    memory: Option<&Memory>,
) -> Result<(Opinions, Kept), opinion::votes::Full> {
    let votes = Votes::from_casts(casts)?;
    let statements: Vec<Statement> = numbered
        .iter()
        .map(|(id, key)| Statement {
            id: *id,
            standing: if asked.contains(key) {
                Standing::Open
            } else {
                Standing::Out
            },
        })
        .collect();
    let found = opinion::analyse(&votes, &statements, &Settings::default(), memory);
    let kept = Kept::of(&found.memory);
    Ok((told(numbered, &votes, &found), kept))
}
