//! Which activity a method of the toolbox got in a dialogue.

use db::{Conn, Id, Result, Tx, args, sql};

db::record! {
    struct Row {
        method: String,
        activity_id: Id,
    }
}

/// The methods of a dialogue that have an activity, each with it.
pub async fn method_activities(conn: &mut Conn, dialogue: Id) -> Result<Vec<(String, Id)>> {
    let statement = sql!("select method, activity_id from method_activity where dialogue_id = $1 order by method");
    let rows = conn.all::<Row>(statement, args![dialogue]).await?;
    Ok(rows.into_iter().map(|row| (row.method, row.activity_id)).collect())
}

pub async fn add_method_activity(tx: &mut Tx<'_>, dialogue: Id, method: &str, activity: Id) -> Result<()> {
    let statement = sql!("insert into method_activity (dialogue_id, method, activity_id) values ($1, $2, $3)");
    tx.run(statement, args![dialogue, method, activity]).await?;
    Ok(())
}
