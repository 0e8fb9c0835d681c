//! The transaction machinery on SQLite: durability, isolation of failures, hang-ups, and futures that may cross threads.

use crate::*;
use std::path::PathBuf;

struct Place(PathBuf);
impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn fresh(name: &str) -> (Db, Place) {
    let dir = std::env::temp_dir().join(format!("samspel-db-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).unwrap();
    let url = format!("sqlite:{}", dir.join("t.db").display());
    let options = Options {
        ids: Ids::seeded(7),
        ..Options::default()
    };
    (Db::open(&url, options).await.unwrap(), Place(dir))
}

async fn set(db: &Db, name: String, value: &'static str, fail: bool) -> Result<()> {
    db.write(Actor::System, async |tx| {
        let now = tx.now();
        tx.run(
            sql!("insert into setting (name, value, changed_at) values ($1, $2, $3)"),
            args![name, value, now],
        )
        .await?;
        if fail { Err(Error::Stale) } else { Ok(()) }
    })
    .await
}

async fn count(db: &Db) -> i64 {
    db.read()
        .await
        .unwrap()
        .scalar(sql!("select count(*) as n from setting"), args![])
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_writers_share_commits_and_one_failure_hurts_nobody_else() {
    let (db, _place) = fresh("group").await;
    let mut tasks = Vec::new();
    for n in 0..100 {
        let db = db.clone();
        tasks.push(tokio::spawn(async move {
            set(&db, format!("k{n}"), "v", n % 10 == 3).await
        }));
    }
    let mut kept = 0;
    for task in tasks {
        kept += i64::from(task.await.unwrap().is_ok());
    }
    assert_eq!((kept, count(&db).await), (90, 90));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_writer_that_hangs_up_leaves_nothing_and_blocks_nobody() {
    let (db, _place) = fresh("hangup").await;
    let gone = db.clone();
    let lost = tokio::time::timeout(
        std::time::Duration::from_millis(50),
        gone.write(Actor::System, async |tx| -> Result<()> {
            let now = tx.now();
            tx.run(
                sql!("insert into setting (name, value, changed_at) values ('lost', '', $1)"),
                args![now],
            )
            .await?;
            std::future::pending::<()>().await;
            Ok(())
        }),
    )
    .await;
    assert!(lost.is_err());
    set(&db, "kept".into(), "v", false).await.unwrap();
    let names: Vec<String> = db
        .read()
        .await
        .unwrap()
        .scalars(sql!("select name from setting"), args![])
        .await
        .unwrap();
    assert_eq!(names, ["kept"]);
}

#[tokio::test]
async fn a_taken_name_is_told_as_such_and_a_key_works_once() {
    let (db, _place) = fresh("unique").await;
    set(&db, "a".into(), "v", false).await.unwrap();
    assert!(matches!(set(&db, "a".into(), "v", false).await, Err(Error::Unique(_))));
    let twice = async || {
        db.write(Actor::System, async |tx| tx.use_once("key").await)
            .await
            .unwrap()
    };
    assert!(twice().await);
    assert!(!twice().await);
}

#[tokio::test]
async fn a_copy_is_whole_and_sound() {
    let (db, place) = fresh("copy").await;
    set(&db, "a".into(), "v", false).await.unwrap();
    let target = place.0.join("copy.db");
    db.copy_to(&target).await.unwrap();
    let copy = Db::open(&format!("sqlite:{}", target.display()), Options::default())
        .await
        .unwrap();
    assert_eq!(count(&copy).await, 1);
    assert!(copy.integrity_faults().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_transaction_has_one_moment_however_long_it_takes() {
    // The default clock is the machine's, which goes on.
    let (db, _place) = fresh("moment").await;
    let asked = db
        .write(Actor::System, async |tx| {
            let first = tx.now();
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
            Ok::<_, Error>((first, tx.now()))
        })
        .await
        .unwrap();
    assert_eq!(asked.0, asked.1);
}
