//! The demonstration municipality, seen from its database file: which pages to ask for, and more of the same.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{Connection, Row, SqliteConnection};

/// What is measured in it.
pub struct Town {
    pub slug: String,
    /// Address of the open dialogue.
    pub dialogue: String,
    /// Address of its open comments.
    pub comments: String,
    /// The comment activity's identifier, as `samspel import` takes it.
    pub activity: String,
    activity_id: Vec<u8>,
}

impl Town {
    /// Finds the open dialogue with a comment activity.
    pub async fn read(data: &Path) -> Result<Town> {
        let mut database = open(data).await?;
        let open = "select d.slug, a.id from activity a join dialogue d on d.id = a.dialogue_id
                    where a.kind = 'comment' and a.version > 0 and d.phase = 'open' order by d.created_at limit 1";
        let row = sqlx::query(open)
            .fetch_optional(&mut database)
            .await?
            .context("an open dialogue with comments in the demonstration")?;
        let (slug, activity_id): (String, Vec<u8>) = (row.get(0), row.get(1));
        let activity = uuid::Uuid::from_slice(&activity_id)?.to_string();
        let dialogue = format!("/dialoger/{slug}");
        Ok(Town {
            comments: format!("{dialogue}/delta/{activity}"),
            dialogue,
            slug,
            activity,
            activity_id,
        })
    }
}

/// The database file in a data folder.
fn file(data: &Path) -> PathBuf {
    data.join("samspel.db")
}

async fn open(data: &Path) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(file(data))
        .journal_mode(SqliteJournalMode::Wal);
    Ok(SqliteConnection::connect_with(&options.busy_timeout(std::time::Duration::from_secs(10))).await?)
}

/// A whole copy, whether or not somebody writes meanwhile.
pub async fn copy_database(data: &Path, copy: &Path) -> Result<()> {
    let mut database = open(data).await?;
    sqlx::query("vacuum into $1")
        .bind(copy.to_string_lossy().into_owned())
        .execute(&mut database)
        .await?;
    Ok(())
}

/// As many people signed in at once.
pub async fn add_sessions(data: &Path, count: i64) -> Result<()> {
    let mut database = open(data).await?;
    let insert = "insert into session (token_hash, account_id, created_at, seen_at, expires_at, second_factor)
                  select randomblob(32), (select id from account limit 1), 0, 0, 4000000000000000, 1
                  from (with recursive number(n) as (select 1 union all select n + 1 from number where n < $1) select n from number)";
    sqlx::query(insert).bind(count).execute(&mut database).await?;
    Ok(())
}

/// A session of the municipality's first coordinator; the cookie that carries it.
pub async fn sign_in(data: &Path) -> Result<String> {
    use sha2::Digest as _;
    let token = "bench";
    let hash = sha2::Sha256::digest(format!("session:{token}").as_bytes()).to_vec();
    let mut database = open(data).await?;
    // The database's own clock, in microseconds as the product keeps time.
    let insert = "insert into session (token_hash, account_id, created_at, seen_at, expires_at, second_factor)
                  select $1, id, moment, moment, 4000000000000000, 1
                  from account, (select cast(unixepoch('subsec') * 1000000 as integer) as moment)
                  where roles like '%coordinator%' limit 1";
    let done = sqlx::query(insert).bind(hash).execute(&mut database).await?;
    anyhow::ensure!(done.rows_affected() == 1, "the demonstration has no coordinator");
    Ok(format!("samspel={token}"))
}

/// A municipality's own files with so many chapters more in the handbook, each about two hundred words of which many are
/// common and a few rare.
pub fn write_chapters(folder: &Path, count: usize) -> Result<()> {
    let texts = folder.join("handbook/sv");
    std::fs::create_dir_all(&texts)?;
    std::fs::write(folder.join("pack.toml"), "overlays = \"medborgardialog\"\n")?;
    let mut list = std::io::BufWriter::new(std::fs::File::create(folder.join("handbook.toml"))?);
    for number in 0..count {
        writeln!(
            list,
            "[[chapter]]\nkey = \"more-{number}\"\nname = {{ sv = \"Kapitel {number} om {}\", en = \"Chapter {number}\" }}\n\
             about = {{ sv = \"Efter det här vet du mer om {}.\", en = \"More.\" }}\npart = \"begin\"\n",
            word(number),
            word(number * 7 + 1),
        )?;
        std::fs::write(texts.join(format!("more-{number}.md")), chapter(number))?;
    }
    list.flush()?;
    Ok(())
}

fn chapter(number: usize) -> String {
    let sentence = |place: usize| {
        let at = number * 31 + place * 17;
        format!(
            "I {} nummer {} möter {} och {} varandra, och då behövs {}. ",
            word(at),
            at % 9973,
            word(at * 3 + 5),
            word(at * 11 + 2),
            word(at * 5 + 3)
        )
    };
    (0..18).map(sentence).collect()
}

/// Words as one writes them in the field, made out of parts so that there are some thousands.
fn word(number: usize) -> String {
    const FIRST: [&str; 20] = [
        "medborgar",
        "trygghets",
        "kultur",
        "skol",
        "park",
        "trafik",
        "vatten",
        "bibliotek",
        "ungdoms",
        "äldre",
        "bygg",
        "miljö",
        "idrotts",
        "land",
        "centrum",
        "kommun",
        "nämnd",
        "budget",
        "dialog",
        "förenings",
    ];
    const LAST: [&str; 20] = [
        "dialogen",
        "vandringar",
        "planen",
        "enkäter",
        "mötet",
        "förslagen",
        "panelen",
        "frågorna",
        "målet",
        "svaren",
        "rapporter",
        "beslutet",
        "gruppen",
        "samtalen",
        "lokaler",
        "vägarna",
        "platsen",
        "nätverket",
        "ansvaret",
        "tiderna",
    ];
    format!("{}{}", FIRST[number % 20], LAST[number / 20 % 20])
}

/// Leaves the newest contributions of the comment activity and counts them.
pub async fn keep_newest(data: &Path, town: &Town, count: i64) -> Result<i64> {
    let mut database = open(data).await?;
    let older =
        "select id from contribution where activity_id = $1 order by submitted_at desc, id desc limit -1 offset $2";
    for table in ["passage_read", "coding"] {
        let delete = format!(
            "delete from {table} where passage_id in (select id from passage where contribution_id in ({older}))"
        );
        sqlx::query(sqlx::AssertSqlSafe(delete))
            .bind(&town.activity_id)
            .bind(count)
            .execute(&mut database)
            .await?;
    }
    for (table, column) in [
        ("passage", "contribution_id"),
        ("contribution_change", "contribution_id"),
        ("contribution", "id"),
    ] {
        let delete = format!("delete from {table} where {column} in ({older})");
        sqlx::query(sqlx::AssertSqlSafe(delete))
            .bind(&town.activity_id)
            .bind(count)
            .execute(&mut database)
            .await?;
    }
    publish_all(data, town).await?;
    contributions(data, town).await
}

/// How many contributions the comment activity has.
pub async fn contributions(data: &Path, town: &Town) -> Result<i64> {
    let mut database = open(data).await?;
    let count = sqlx::query("select count(*) from contribution where activity_id = $1");
    Ok(count.bind(&town.activity_id).fetch_one(&mut database).await?.get(0))
}

/// As if moderators had read everything: a page can only show what is published.
pub async fn publish_all(data: &Path, town: &Town) -> Result<()> {
    let mut database = open(data).await?;
    let publish =
        "update passage set state = 'published', public_body = body where activity_id = $1 and state = 'waiting'";
    sqlx::query(publish)
        .bind(&town.activity_id)
        .execute(&mut database)
        .await?;
    Ok(())
}

/// Comments to import, no two alike.
pub fn write_csv(path: &Path, rows: i64) -> Result<()> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    writeln!(file, "text")?;
    for number in 0..rows {
        writeln!(
            file,
            "\"Synpunkt {number}: vi går här varje dag och saknar bänkar, träd och belysning längs vägen.\""
        )?;
    }
    file.flush()?;
    Ok(())
}
