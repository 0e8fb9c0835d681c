//! The room in figures, for the board's overview.

use crate::picture::Picture;
use crate::store::{self, Search};
use db::Conn;
use std::collections::HashSet;

/// Numbers with their bases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Organisations in the register that are not archived.
    pub organisations: i64,
    /// Agreements in force, of all that were ever written.
    pub agreements_in_force: i64,
    /// All agreements.
    pub agreements: i64,
    /// Problems with at least one judgement of relevance, of those that are worked on.
    pub problems_judged: i64,
    /// Problems that are worked on.
    pub problems: i64,
    /// Gaps with a decision, of all.
    pub gaps_decided: i64,
    /// All gaps.
    pub gaps: i64,
    /// Crime-prevention measures that somebody has followed up, of all.
    pub measures_followed: i64,
    /// All measures.
    pub measures: i64,
}

/// The room in figures.
///
/// # Errors
/// The database's.
pub async fn figures(conn: &mut Conn) -> db::Result<Figures> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let picture = Picture::read(conn).await?;
    let measures = store::measures(conn).await?;
    let followed: HashSet<_> = store::measure_follow_ups(conn)
        .await?
        .iter()
        .map(|one| one.measure_id)
        .collect();
    Ok(Figures {
        organisations: store::count_found(conn, &Search::default()).await?,
        agreements_in_force: store::count_in_force(conn).await?,
        agreements: count(store::agreements(conn).await?.len()),
        problems_judged: count(picture.problems_judged()),
        problems: count(picture.problems.len()),
        gaps_decided: count(picture.gaps_decided()),
        gaps: count(picture.gaps.len()),
        measures_followed: count(measures.iter().filter(|one| followed.contains(&one.id)).count()),
        measures: count(measures.len()),
    })
}
