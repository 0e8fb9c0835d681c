//! Stories of signing in, rights and contacts, on every engine at hand.

use crate::*;
use db::Actor;
use testkit::TestDb;

fn anna(roles: Vec<Role>) -> NewAccount {
    NewAccount {
        email: "Anna.Ek@exempel.se".into(),
        name: "Anna Ek".into(),
        unit: "Kansliet".into(),
        password: "en lång mening att minnas".into(),
        roles,
    }
}

async fn account(test: &TestDb, roles: Vec<Role>) -> Staff {
    let new = anna(roles);
    test.db
        .write(Actor::System, async |tx| create_account(tx, &new).await)
        .await
        .unwrap();
    let mut read = test.db.read().await.unwrap();
    staff_by_email(&mut read, "anna.ek@EXEMPEL.se")
        .await
        .unwrap()
        .expect("addresses are told apart without case")
}

#[tokio::test]
async fn an_address_has_one_account() {
    for test in testkit::databases().await {
        account(&test, vec![Role::Moderator]).await;
        let again = anna(vec![Role::Elected]);
        let refused = test
            .db
            .write(Actor::System, async |tx| create_account(tx, &again).await)
            .await;
        assert!(
            matches!(refused, Err(web::Fault::Db(db::Error::Unique(_)))),
            "{}: {refused:?}",
            test.engine
        );
    }
}

#[tokio::test]
async fn a_grant_is_made_only_for_a_role_that_has_it() {
    let test = testkit::sqlite().await;
    let moderator = account(&test, vec![Role::Moderator]).await;
    assert!(Grant::<ModerateContributions>::of(&moderator).is_ok());
    assert!(Grant::<Administer>::of(&moderator).is_err());
    assert!(moderator.may_named("SeeDesk") && !moderator.may_named("Administer") && !moderator.may_named("nonsense"));
}

#[tokio::test]
async fn a_contact_is_written_to_only_between_confirming_and_leaving() {
    for test in testkit::databases().await {
        let site = testkit::site(&test, &[capability()], |_| {});
        let dialogue = site.new_id();
        let cx = site.cx(web::Lang::Sv);
        let token = site.token();
        site.db
            .write(Actor::Participant, async |tx| {
                contacts::register(tx, &cx, dialogue, None, "Parken", "a@b.se", &token).await
            })
            .await
            .unwrap();
        let known = async || {
            contacts::recipients(&mut site.db.read().await.unwrap(), dialogue)
                .await
                .unwrap()
                .len()
        };
        assert_eq!(known().await, 0, "{}: unconfirmed", test.engine);
        let mut read = site.db.read().await.unwrap();
        let contact = store::contact_by_token(&mut read, &contacts::hash(&token))
            .await
            .unwrap()
            .expect("the link is known");
        drop(read);
        site.db
            .write(Actor::Participant, async |tx| {
                store::confirm_contact(tx, contact.id).await
            })
            .await
            .unwrap();
        assert_eq!(known().await, 1, "{}: confirmed", test.engine);
        let on = site.today();
        site.db
            .write(Actor::System, async |tx| contacts::erase_after(tx, dialogue, on).await)
            .await
            .unwrap();
        assert_eq!(
            contacts::erase_due(&site.db, on).await.unwrap(),
            0,
            "{}: not yet",
            test.engine
        );
        assert_eq!(
            contacts::erase_due(&site.db, on.tomorrow().unwrap()).await.unwrap(),
            1,
            "{}",
            test.engine
        );
        assert_eq!(known().await, 0, "{}: erased", test.engine);
    }
}

#[tokio::test]
async fn settings_come_back_as_they_were_saved() {
    for test in testkit::databases().await {
        let mut settings = web::Settings {
            municipality: "Testby kommun".into(),
            ..web::Settings::default()
        };
        settings.areas = vec!["Norr".into(), "Söder".into()];
        test.db
            .write(Actor::System, async |tx| save_settings(tx, &settings).await)
            .await
            .unwrap();
        let mut read = test.db.read().await.unwrap();
        assert_eq!(load_settings(&mut read).await.unwrap(), settings, "{}", test.engine);
    }
}
