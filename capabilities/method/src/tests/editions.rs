//! Editions on both engines: a process stays on the one it began with, a broken change is refused, a new one is offered.

use super::stories::{begun, go, plan, site, staff};
use crate::editions::{self, OwnFiles, Unfit};
use crate::pack::Files;
use crate::{Refused, packs, picture, upgrade};
use db::Actor;
use identity::Role;
use serde_json::json;
use web::{Fault, Site};

fn own(files: &[(&str, &str)]) -> OwnFiles {
    let files: Files = files
        .iter()
        .map(|(name, text)| ((*name).to_string(), (*text).to_string()))
        .collect();
    OwnFiles::Put(files)
}

/// An item in the municipality's words.
const ITEM: &str = "[[item]]\nkey = \"F06\"\ntext = { sv = \"Vår egen text.\", en = \"Our own text.\" }\n";

async fn change(site: &Site, change: OwnFiles) -> Result<(), Unfit> {
    let prepared = editions::prepare(site, crate::CITIZEN_DIALOGUE, change).await?;
    site.db
        .write(Actor::System, async |tx| {
            editions::put_prepared(tx, &prepared, "Prov").await
        })
        .await
        .map_err(Unfit::Fault)?;
    editions::take_in_use(site, &prepared);
    Ok(())
}

#[tokio::test]
async fn a_running_process_stays_and_is_offered_the_new_edition() {
    for test in testkit::databases().await {
        let site = site(&test, false);
        editions::load(&site).await.expect("the editions load");
        let lead = staff(&site, Role::ProjectLead);
        let old = begun(&site, &lead, json!({ "title": "Parken" })).await;
        change(&site, own(&[("checklists.toml", ITEM)]))
            .await
            .expect("the text fits");
        let new = begun(&site, &lead, json!({ "title": "Torget" })).await;

        let mut read = site.db.read().await.expect("a connection");
        let (before, after) = (
            picture(&site, &mut read, old).await.expect("the old one"),
            picture(&site, &mut read, new).await.expect("the new one"),
        );
        let text = |picture: &crate::Picture| picture.pack.item("F06").map(|item| item.text.sv.clone());
        assert_ne!(text(&before).as_deref(), Some("Vår egen text."), "{}", test.engine);
        assert_eq!(text(&after).as_deref(), Some("Vår egen text."));
        assert!(before.newer.is_some() && after.newer.is_none());
        drop(read);

        // Another node, or the same program started anew, finds all of it in the database.
        let again = super::stories::site(&test, false);
        editions::load(&again).await.expect("the editions load");
        let mut read = again.db.read().await.expect("a connection");
        let still = picture(&again, &mut read, old).await.expect("the old one");
        assert_eq!(still.pack.edition, before.pack.edition);
        assert_eq!(text(&still), text(&before));
        drop(read);

        let made_from = before.process.revision;
        let moved = site
            .db
            .write(lead.actor(), async |tx| upgrade(&site, tx, old, made_from).await)
            .await
            .expect("it can be followed");
        assert_eq!(moved.pack_version, after.pack.edition);
        let refused = site
            .db
            .write(lead.actor(), async |tx| upgrade(&site, tx, old, made_from).await)
            .await;
        assert!(matches!(refused, Err(Refused::Fault(Fault::Conflict))), "{refused:?}");
        let mut read = site.db.read().await.expect("a connection");
        let kept = editions::history(&mut read, crate::CITIZEN_DIALOGUE)
            .await
            .expect("the list");
        assert_eq!(kept.iter().map(|one| one.processes).sum::<i64>(), 2);
        assert_eq!(kept.len(), 2);
    }
}

#[tokio::test]
async fn a_broken_change_is_refused_and_what_is_in_use_stays() {
    for test in testkit::databases().await {
        let site = site(&test, false);
        editions::load(&site).await.expect("the editions load");
        let before = packs(&site).dialogue().edition.clone();
        let broken = "[[item]]\nkey = \"F06\"\nrole = \"nobody\"\n";
        let Err(Unfit::Faults(faults)) = change(&site, own(&[("checklists.toml", broken)])).await else {
            panic!("an unknown role is a fault");
        };
        assert_eq!(
            (faults[0].file.as_str(), faults[0].line),
            ("checklists.toml", 3),
            "{faults:?}"
        );
        assert_eq!(packs(&site).dialogue().edition, before);
        let mut read = site.db.read().await.expect("a connection");
        assert!(
            editions::own_files(&mut read, crate::CITIZEN_DIALOGUE)
                .await
                .expect("the files")
                .is_empty()
        );
    }
}

#[tokio::test]
async fn two_who_change_the_method_at_once_are_told() {
    let test = testkit::sqlite().await;
    let site = site(&test, false);
    editions::load(&site).await.expect("the editions load");
    let mine = editions::prepare(&site, crate::CITIZEN_DIALOGUE, own(&[("checklists.toml", ITEM)])).await;
    let mine = mine.expect("the text fits");
    change(&site, own(&[("checklists.toml", &ITEM.replace("egen", "annan"))]))
        .await
        .expect("theirs");
    let written = site
        .db
        .write(Actor::System, async |tx| editions::put_prepared(tx, &mine, "").await)
        .await;
    assert!(matches!(written, Err(Fault::Conflict)), "{written:?}");
}

#[tokio::test]
async fn another_node_takes_over_what_has_come_into_use() {
    let test = testkit::sqlite().await;
    let (one, other) = (site(&test, false), site(&test, false));
    editions::load(&one).await.expect("the editions load");
    editions::load(&other).await.expect("the editions load");
    assert!(!editions::refresh(&other).await.expect("nothing new"));
    change(&one, own(&[("checklists.toml", ITEM)]))
        .await
        .expect("the text fits");
    assert!(editions::refresh(&other).await.expect("something new"));
    assert_eq!(packs(&one).dialogue().edition, packs(&other).dialogue().edition);
    change(&one, OwnFiles::All(Files::new()))
        .await
        .expect("back to the base");
    assert_eq!(
        packs(&one).dialogue().edition,
        packs(&one)
            .base(crate::CITIZEN_DIALOGUE)
            .map(|base| base.name.clone())
            .unwrap_or_default()
    );
}

#[tokio::test]
async fn a_gate_that_a_new_edition_tightens_is_told_before_and_held_after() {
    let test = testkit::sqlite().await;
    let site = site(&test, true);
    editions::load(&site).await.expect("the editions load");
    let lead = staff(&site, Role::Coordinator);
    let id = begun(&site, &lead, plan()).await;
    go(&site, &lead, id, "examine", "")
        .await
        .expect("the examination is written");
    let tighter = "[[gate]]\nkey = \"G1\"\nneeds = [{ field = \"press-contact-line\" }]\n";
    let field = "[[field]]\nkey = \"press-contact-line\"\ntype = \"text\"\nlabel = { sv = \"Pressnummer\", en = \"Press number\" }\n";
    let task = "[[task]]\nkey = \"question\"\nfields = [\"title\", \"question\", \"proposed-by\", \"unit\", \"affected\", \"press-contact-line\"]\n";
    let process = format!("{tighter}\n{task}");
    change(
        &site,
        own(&[("fields.toml", field), ("processes/standard.toml", &process)]),
    )
    .await
    .expect("it makes sense");
    let mut read = site.db.read().await.expect("a connection");
    let picture = picture(&site, &mut read, id).await.expect("the process");
    let newer = picture.newer.clone().expect("it is offered");
    let missing = newer.machine.held_missing(&picture.standing());
    assert_eq!(missing.len(), 1, "{missing:?}");
}
