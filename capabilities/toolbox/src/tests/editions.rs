//! The municipality brings in files of its own: looked at first, refused when broken, given back to the base.

use super::{capabilities, holds, read, site};
use db::Actor;
use identity::{NewAccount, Role};
use method::pack::{Bundle, Files};
use std::sync::Arc;
use testkit::Browser;
use web::Site;

const PASSWORD: &str = "en lång mening att minnas";

async fn administrator() -> (Arc<Site>, Browser) {
    let site = site().await;
    method::editions::load(&site).await.expect("the editions load");
    let new = NewAccount {
        email: "ada@exempel.se".into(),
        name: "Ada Holm".into(),
        unit: String::new(),
        password: PASSWORD.into(),
        roles: vec![Role::Administrator],
    };
    site.db
        .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
        .await
        .expect("the account is made");
    let mut browser = Browser::new(site.clone(), capabilities);
    browser.sign_in("ada@exempel.se", PASSWORD).await;
    (site, browser)
}

fn bundle(name: &str, text: &str) -> String {
    let files: Files = [(name.to_string(), text.to_string())].into();
    Bundle::new(method::CITIZEN_DIALOGUE, "own", files).to_text()
}

const ITEM: &str = "[[item]]\nkey = \"F06\"\ntext = { sv = \"Vår egen text.\", en = \"Our own text.\" }\n";

#[tokio::test]
async fn own_files_are_looked_at_taken_in_use_and_given_back() {
    let (site, mut browser) = administrator().await;
    let before = method::packs(&site).dialogue().edition.clone();
    let whole = bundle("checklists.toml", ITEM);
    let looked = browser
        .post("/arbetsyta/metod/byt", &[("paket", &whole), ("gor", "granska")])
        .await;
    assert_eq!(looked.status, 200);
    holds(&looked.body, &["Vår egen text.", "item F06: text.sv", "Börja använda"]);
    assert_eq!(
        method::packs(&site).dialogue().edition,
        before,
        "looking changes nothing"
    );

    let taken = browser
        .post(
            "/arbetsyta/metod/byt",
            &[("paket", &whole), ("gor", "byt"), ("not", "Vår text om syfte")],
        )
        .await;
    assert_eq!(taken.status, 303, "{}", taken.body);
    assert_ne!(method::packs(&site).dialogue().edition, before);
    holds(
        &read(&mut browser, "/arbetsyta/metod").await,
        &["Vår text om syfte", "1 egen fil"],
    );
    holds(
        &read(&mut browser, "/arbetsyta/metod/skillnader").await,
        &["Vår egen text.", "checklists.toml"],
    );
    // The book is of the new edition at once.
    let chapters = read(&mut browser, "/arbetsyta/handbok/sok?q=egen+text").await;
    holds(&chapters, &["Vår egen text."]);

    let back = browser
        .post("/arbetsyta/metod/ta-bort", &[("fil", "checklists.toml")])
        .await;
    assert_eq!(back.status, 303, "{}", back.body);
    assert_eq!(method::packs(&site).dialogue().edition, before);
}

#[tokio::test]
async fn a_broken_pack_is_refused_with_its_faults_and_the_site_goes_on() {
    let (site, mut browser) = administrator().await;
    let before = method::packs(&site).dialogue().edition.clone();
    let broken = bundle(
        "checklists.toml",
        "[[item]]\nkey = \"F06\"\nrole = \"nobody\"\nfields = [\"nothing\"]\n",
    );
    for act in ["granska", "byt"] {
        let answer = browser
            .post("/arbetsyta/metod/byt", &[("paket", &broken), ("gor", act)])
            .await;
        assert_eq!(answer.status, 422, "{}", answer.body);
        holds(
            &answer.body,
            &["checklists.toml:3", "nobody", "checklists.toml:4", "nothing"],
        );
    }
    let rubbish = browser
        .post("/arbetsyta/metod/byt", &[("paket", "inte ett paket"), ("gor", "byt")])
        .await;
    assert_eq!(rubbish.status, 422);
    assert_eq!(
        browser.post("/arbetsyta/metod/byt", &[("gor", "byt")]).await.status,
        422
    );
    assert_eq!(method::packs(&site).dialogue().edition, before);
    holds(
        &read(&mut browser, "/arbetsyta/metod").await,
        &["Kommunen använder metoden som den följer med programmet."],
    );
}
