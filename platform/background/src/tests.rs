//! A result is asked for, made, made anew; what fails is told and tried again. On every engine at hand.

use crate::{Work, Works, ask, result, run_waiting};
use db::{Actor, Id};
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::sync::Arc;
use web::{Fault, Site};

/// How many results stand, read from the database as a real work reads what it counts.
fn count(site: Arc<Site>, _: Id) -> crate::Answer {
    Box::pin(async move {
        let mut conn = site.db.read().await?;
        let made: i64 = conn
            .scalar(db::sql!("select coalesce(sum(made), 0) as n from computation"), vec![])
            .await?;
        Ok(json!({ "made": made }))
    })
}

fn fail(_: Arc<Site>, _: Id) -> crate::Answer {
    Box::pin(async { Err(Fault::internal("the numbers do not add up")) })
}

/// Somebody votes while the result is made.
fn disturbed(site: Arc<Site>, subject: Id) -> crate::Answer {
    Box::pin(async move {
        site.db
            .write(Actor::System, async |tx| ask(tx, subject, "disturbed").await)
            .await?;
        Ok(Value::Bool(true))
    })
}

fn subject() -> Id {
    "01990000-0000-7000-8000-000000000007".parse().unwrap()
}

fn works(site: &mut Site) {
    let work = |kind, run| Work { kind, run };
    site.put(Works::new(vec![
        work("count", count),
        work("fail", fail),
        work("disturbed", disturbed),
    ]));
}

async fn asked(site: &Arc<Site>, subject: Id, kind: &'static str) {
    let told = site
        .db
        .write(Actor::System, async |tx| ask(tx, subject, kind).await)
        .await;
    told.unwrap();
}

async fn standing(site: &Arc<Site>, subject: Id, kind: &str) -> crate::Computed {
    let mut conn = site.db.read().await.unwrap();
    result(&mut conn, subject, kind).await.unwrap().unwrap()
}

#[tokio::test]
async fn what_is_asked_for_is_made_once() {
    for test in testkit::databases().await {
        let site = testkit::site(&test, &[], works);
        let subject = subject();
        let none = result(&mut site.db.read().await.unwrap(), subject, "count")
            .await
            .unwrap();
        assert_eq!(none, None, "{}", test.engine);

        asked(&site, subject, "count").await;
        asked(&site, subject, "count").await;
        let waits = standing(&site, subject, "count").await;
        assert_eq!((waits.result, waits.made_at, waits.current), (Value::Null, None, false));

        assert_eq!(run_waiting(&site).await.unwrap(), 1, "{}", test.engine);
        assert_eq!(run_waiting(&site).await.unwrap(), 0, "nothing waits any more");
        let made = standing(&site, subject, "count").await;
        assert_eq!((made.result, made.current), (json!({ "made": 0 }), true));
        assert_eq!(made.made_at, Some(site.db.clock().now()));

        asked(&site, subject, "count").await;
        assert!(!standing(&site, subject, "count").await.current);
        assert_eq!(run_waiting(&site).await.unwrap(), 1);
        assert_eq!(standing(&site, subject, "count").await.result, json!({ "made": 2 }));
    }
}

#[tokio::test]
async fn what_changes_meanwhile_is_made_again() {
    for test in testkit::databases().await {
        let site = testkit::site(&test, &[], works);
        let subject = subject();
        asked(&site, subject, "disturbed").await;
        assert_eq!(run_waiting(&site).await.unwrap(), 1);
        let made = standing(&site, subject, "disturbed").await;
        assert_eq!(
            (made.result, made.current),
            (Value::Bool(true), false),
            "{}",
            test.engine
        );
        assert_eq!(run_waiting(&site).await.unwrap(), 1, "it still waits");
    }
}

#[tokio::test]
async fn what_fails_is_told_and_tried_again_later() {
    for test in testkit::databases().await {
        let site = testkit::site(&test, &[], works);
        let subject = subject();
        for kind in ["fail", "unknown"] {
            asked(&site, subject, kind).await;
            assert_eq!(run_waiting(&site).await.unwrap(), 0, "{}", test.engine);
            assert!(!standing(&site, subject, kind).await.fault.is_empty());
        }
        assert!(standing(&site, subject, "fail").await.fault.contains("do not add up"));
        assert!(crate::queue::claim(&site.db, 10).await.unwrap().is_empty(), "it rests");
        test.clock.set(site.db.clock().now() + SignedDuration::from_mins(1));
        assert_eq!(crate::queue::claim(&site.db, 10).await.unwrap().len(), 2);
        assert!(
            crate::queue::claim(&site.db, 10).await.unwrap().is_empty(),
            "it is claimed"
        );
        test.clock.set(site.db.clock().now() + SignedDuration::from_mins(15));
        assert_eq!(
            crate::queue::claim(&site.db, 10).await.unwrap().len(),
            2,
            "who began it is gone"
        );
    }
}
