//! SQL of files on sheets: which document lies on which sheet. The files themselves are the documents'.

use db::{Conn, Id, Tx, args, sql};

db::record! {
    struct FileRow {
        document_id: Id,
        alt: String,
        people: String,
    }
}

/// The documents of a sheet in the order they came, each with its words and how its people were settled.
pub(crate) async fn of_sheet(conn: &mut Conn, sheet: Id) -> db::Result<Vec<(Id, String, String)>> {
    let query =
        sql!("select document_id, alt, people from sheet_file where sheet_id = $1 order by added_at, document_id");
    let rows = conn.all::<FileRow>(query, args![sheet]).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.document_id, row.alt, row.people))
        .collect())
}

pub(crate) async fn insert(tx: &mut Tx<'_>, sheet: Id, document: Id, alt: &str, people: &str) -> db::Result<()> {
    let (now, by) = (tx.now(), tx.actor().name().to_owned());
    tx.run(
        sql!(
            "insert into sheet_file (sheet_id, document_id, alt, people, added_at, added_by) values ($1, $2, $3, $4, $5, $6)"
        ),
        args![sheet, document, alt, people, now, by],
    )
    .await?;
    Ok(())
}

/// Takes the words for a sheet's pictures away.
pub(crate) async fn clear(tx: &mut Tx<'_>, sheet: Id) -> db::Result<()> {
    tx.run(sql!("update sheet_file set alt = '' where sheet_id = $1"), args![sheet])
        .await?;
    Ok(())
}
