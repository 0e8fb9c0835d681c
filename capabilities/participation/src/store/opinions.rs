//! What a run over the stances of an activity hands to the next, so that groups keep their names.

use db::{Conn, Id, Result, Tx, args, sql};

/// The memory of the last run, as JSON; `None` before the first.
pub async fn opinion_memory(conn: &mut Conn, activity: Id) -> Result<Option<String>> {
    conn.maybe_scalar(
        sql!("select memory from opinion_memory where activity_id = $1"),
        args![activity],
    )
    .await
}

pub async fn keep_opinion_memory(tx: &mut Tx<'_>, activity: Id, memory: &str) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into opinion_memory (activity_id, memory, made_at) values ($1, $2, $3)
             on conflict (activity_id) do update set memory = excluded.memory, made_at = excluded.made_at"
        ),
        args![activity, memory, now],
    )
    .await?;
    Ok(())
}
