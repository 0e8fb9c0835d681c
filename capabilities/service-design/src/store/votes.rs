//! SQL of votes with dots. No decisions here.

use crate::model::vote::{Choice, Vote};
use db::{Conn, Id, Tx, args, sql};
use jiff::Timestamp;
use std::collections::HashMap;

db::record! {
    struct VoteRow {
        id: Id,
        process_id: Id,
        code: String,
        question: String,
        dots: i64,
        opened_at: Timestamp,
        closed_at: Option<Timestamp>,
        ballots: i64,
    }
}

db::record! {
    struct ChoiceRow {
        vote_id: Id,
        place: i64,
        node_id: Id,
        title: String,
        dots: i64,
    }
}

fn vote(row: VoteRow, choices: Vec<Choice>) -> Vote {
    Vote {
        id: row.id,
        project: row.process_id,
        code: row.code,
        question: row.question,
        dots: row.dots,
        opened_at: row.opened_at,
        closed_at: row.closed_at,
        ballots: row.ballots,
        choices,
    }
}

fn choice(row: ChoiceRow) -> Choice {
    Choice {
        place: row.place,
        node: row.node_id,
        title: row.title,
        dots: row.dots,
    }
}

/// The votes of a project, the latest first (index `dot_vote_process`).
pub(crate) async fn votes_of(conn: &mut Conn, project: Id) -> db::Result<Vec<Vote>> {
    let query = sql!(
        "select v.id, v.process_id, v.code, v.question, v.dots, v.opened_at, v.closed_at,
                (select count(*) from dot_ballot b where b.vote_id = v.id) as ballots
         from dot_vote v where v.process_id = $1 order by v.opened_at desc, v.id"
    );
    let rows = conn.all::<VoteRow>(query, args![project]).await?;
    let query = sql!(
        "select c.vote_id, c.place, c.node_id, c.title, c.dots from dot_choice c join dot_vote v on v.id = c.vote_id
         where v.process_id = $1 order by c.place"
    );
    let mut choices: HashMap<Id, Vec<Choice>> = HashMap::new();
    for row in conn.all::<ChoiceRow>(query, args![project]).await? {
        choices.entry(row.vote_id).or_default().push(choice(row));
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = choices.remove(&row.id).unwrap_or_default();
            vote(row, own)
        })
        .collect())
}

/// The vote with a code.
pub(crate) async fn by_code(conn: &mut Conn, code: &str) -> db::Result<Vote> {
    let query = sql!(
        "select v.id, v.process_id, v.code, v.question, v.dots, v.opened_at, v.closed_at,
                (select count(*) from dot_ballot b where b.vote_id = v.id) as ballots
         from dot_vote v where v.code = $1"
    );
    let row: VoteRow = conn.one(query, args![code]).await?;
    let query = sql!("select vote_id, place, node_id, title, dots from dot_choice where vote_id = $1 order by place");
    let choices = conn.all::<ChoiceRow>(query, args![row.id]).await?;
    Ok(vote(row, choices.into_iter().map(choice).collect()))
}

pub(crate) async fn has_voted(conn: &mut Conn, vote: Id, browser: &[u8]) -> db::Result<bool> {
    let query = sql!("select count(*) as n from dot_ballot where vote_id = $1 and browser_hash = $2");
    let count: i64 = conn.scalar(query, args![vote, browser]).await?;
    Ok(count > 0)
}

pub(crate) async fn insert(
    tx: &mut Tx<'_>,
    project: Id,
    code: &str,
    question: &str,
    dots: i64,
    choices: &[(Id, String)],
) -> db::Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    let by = tx.actor().name().to_string();
    tx.run(
        sql!(
            "insert into dot_vote (id, process_id, code, question, dots, opened_at, opened_by)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![id, project, code, question, dots, now, by],
    )
    .await?;
    let row = |(place, (node, title)): (i64, &(Id, String))| args![id, place, *node, title];
    tx.run_many(
        sql!("insert into dot_choice (vote_id, place, node_id, title, dots) values ($1, $2, $3, $4, 0)"),
        (1_i64..).zip(choices).map(row).collect(),
    )
    .await?;
    Ok(id)
}

pub(crate) async fn close(tx: &mut Tx<'_>, project: Id, vote: Id) -> db::Result<()> {
    let now = tx.now();
    let statement = sql!("update dot_vote set closed_at = $1 where process_id = $2 and id = $3 and closed_at is null");
    tx.run_changed(statement, args![now, project, vote]).await
}

/// Writes a ballot; `false` when the browser has voted.
pub(crate) async fn cast(tx: &mut Tx<'_>, vote: Id, browser: Vec<u8>, dots: &[(i64, i64)]) -> db::Result<bool> {
    let now = tx.now();
    let ballot = sql!(
        "insert into dot_ballot (vote_id, browser_hash, cast_at) values ($1, $2, $3)
         on conflict (vote_id, browser_hash) do nothing"
    );
    if tx.run(ballot, args![vote, browser, now]).await? == 0 {
        return Ok(false);
    }
    let row = |(place, more): &(i64, i64)| args![*more, vote, *place];
    tx.run_many(
        sql!("update dot_choice set dots = dots + $1 where vote_id = $2 and place = $3"),
        dots.iter().map(row).collect(),
    )
    .await?;
    Ok(true)
}
