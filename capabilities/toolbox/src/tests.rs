//! The pages of the toolbox on a real site: what they show, how they are found, and who may read them.

use crate::Toolbox;
use db::Actor;
use identity::{NewAccount, Role};
use std::sync::Arc;
use testkit::{Answer, Browser};
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        crate::capability(),
    ]
}

async fn site() -> Arc<Site> {
    let test = testkit::sqlite().await;
    let site = testkit::site(&test, &capabilities(), |site| {
        let packs = method::Packs::embedded().unwrap_or_else(|faults| panic!("{faults:?}"));
        let toolbox = Toolbox::new(&packs, &site.texts);
        site.put(toolbox);
        site.put(packs);
        site.put(method::Sources::new(Vec::new()));
    });
    let new = NewAccount {
        email: "maja@exempel.se".into(),
        name: "Maja Lind".into(),
        unit: String::new(),
        password: PASSWORD.into(),
        roles: vec![Role::Moderator],
    };
    site.db
        .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
        .await
        .expect("the account is made");
    site
}

async fn official() -> (Arc<Site>, Browser) {
    let site = site().await;
    let mut browser = Browser::new(site.clone(), capabilities);
    browser.sign_in("maja@exempel.se", PASSWORD).await;
    (site, browser)
}

/// The page, which must be there.
async fn read(browser: &mut Browser, path: &str) -> String {
    let Answer { status, body, .. } = browser.get(path).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

#[track_caller]
fn holds(page: &str, texts: &[&str]) {
    for text in texts {
        assert!(page.contains(text), "no {text:?} in {page}");
    }
}

#[tokio::test]
async fn a_resident_is_asked_to_sign_in() {
    let mut resident = Browser::new(site().await, capabilities);
    for path in [
        "/arbetsyta/handbok",
        "/arbetsyta/handbok/alla",
        "/arbetsyta/handbok/alla/handbok.docx",
        "/arbetsyta/handbok/sok?q=x",
        "/arbetsyta/handbok/roles",
        "/arbetsyta/ordlista",
        "/arbetsyta/metoder",
        "/arbetsyta/metoder/survey",
        "/arbetsyta/metodval",
    ] {
        let answer = resident.get(path).await;
        assert_eq!(answer.status, 303, "{path}");
        assert!(answer.location.starts_with("/logga-in"), "{path}: {}", answer.location);
    }
}

#[tokio::test]
async fn every_page_is_there_in_both_languages() {
    let (site, mut browser) = official().await;
    let book = site.get::<Toolbox>().book();
    let library = &book.pack.library;
    let chapters = library
        .chapters
        .iter()
        .map(|one| format!("/arbetsyta/handbok/{}", one.key));
    let methods = library
        .methods
        .iter()
        .map(|one| format!("/arbetsyta/metoder/{}", one.key));
    let others = [
        "handbok",
        "handbok/alla",
        "handbok/sok",
        "ordlista",
        "metoder",
        "metodval",
    ];
    let others = others.map(|path| format!("/arbetsyta/{path}"));
    for path in chapters.chain(methods).chain(others) {
        read(&mut browser, &path).await;
        let english = read(&mut browser, &format!("/en{path}")).await;
        assert!(!english.contains("toolbox-"), "{path}: a key without its text");
    }
    for path in ["handbok/finns-inte", "metoder/finns-inte", "handbok/alla/handbok.odt"] {
        assert_eq!(browser.get(&format!("/arbetsyta/{path}")).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_chapter_is_read_with_what_it_includes() {
    let (_, mut browser) = official().await;
    let level = read(&mut browser, "/arbetsyta/handbok/level-and-promise").await;
    holds(
        &level,
        &[
            "Delaktighetstrappan har fem nivåer",
            "<h3 id=\"avsnitt-2\">1. Information</h3>",
            "Det lovar ni:",
            "<section class=\"scroll\" aria-labelledby=\"avsnitt-tabell-1\" tabindex=\"0\">",
            "href=\"/arbetsyta/metoder/participatory-budget\"",
            "aria-current=\"page\"",
            "rel=\"prev\"",
            "rel=\"next\"",
        ],
    );
    let principles = read(&mut browser, "/arbetsyta/handbok/principles").await;
    holds(
        &principles,
        &[
            "<h2 id=\"avsnitt-4\">4. Den som deltar blir minst hörd</h2>",
            "Fråga er:",
            "Svaret är ja när:",
        ],
    );
    let steps = read(&mut browser, "/arbetsyta/handbok/steps-and-gates").await;
    holds(
        &steps,
        &["1. Initiering", "G1 Prövning", "nivån Konsultation eller högre"],
    );
    let roles = read(&mut browser, "/arbetsyta/handbok/roles").await;
    holds(&roles, &["Dialogsamordnare", "<th scope=\"col\">Roll</th>"]);
    let answering = read(&mut browser, "/arbetsyta/handbok/answering").await;
    holds(&answering, &["/arbetsyta/mallar/t12", "<em>Projektledare</em>"]);
    let english = read(&mut browser, "/en/arbetsyta/handbok/level-and-promise").await;
    holds(
        &english,
        &[
            "The level and the promise",
            "<div class=\"prose\" lang=\"sv\">",
            "/en/arbetsyta/metoder/",
        ],
    );
    for page in [level, principles, steps, roles, answering] {
        for directive in [
            "{help",
            "{levels}",
            "{principles}",
            "{steps}",
            "{roles}",
            "{gates}",
            "{checklist",
            "handbok:",
            "metod:",
            "mall:",
        ] {
            assert!(!page.contains(directive), "{directive} is left");
        }
    }
}

#[tokio::test]
async fn the_whole_book_stands_on_one_page_and_in_a_file() {
    let (site, mut browser) = official().await;
    let all = read(&mut browser, "/arbetsyta/handbok/alla").await;
    let book = site.get::<Toolbox>().book();
    let library = &book.pack.library;
    for chapter in &library.chapters {
        holds(&all, &[&format!("<h3 id=\"{}\">", chapter.key)]);
    }
    let mut ids: Vec<&str> = all
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    ids.sort_unstable();
    let doubles: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(doubles.is_empty(), "{doubles:?}");
    let file = browser.get("/arbetsyta/handbok/alla/handbok.docx").await;
    assert_eq!(file.status, 200);
    assert!(file.body.starts_with("PK"), "a DOCX is a package");
}

#[cfg(feature = "pdf")]
#[tokio::test]
async fn the_whole_book_is_a_tagged_pdf() {
    let (_, mut browser) = official().await;
    let file = browser.get("/arbetsyta/handbok/alla/handbok.pdf").await;
    assert_eq!(file.status, 200);
    assert!(file.body.starts_with("%PDF-") && file.body.contains("/StructTreeRoot"));
}

#[tokio::test]
async fn a_search_finds_another_inflection_and_marks_it() {
    let (_, mut browser) = official().await;
    let found = read(&mut browser, "/arbetsyta/handbok/sok?q=trygghetsvandringarna").await;
    holds(&found, &["/arbetsyta/metoder/safety-walk", "<mark>"]);
    let first = found.split("<h2>").nth(1).unwrap_or_default();
    assert!(first.contains("safety-walk"), "the title weighs most: {first}");
    let found = read(&mut browser, "/arbetsyta/handbok/sok?q=%C3%A5terkopplingens").await;
    holds(&found, &["/arbetsyta/handbok/feedback-duty", "/arbetsyta/ordlista#"]);
    let none = read(&mut browser, "/arbetsyta/handbok/sok?q=flygplansvinge").await;
    holds(&none, &["Inget i handboken svarar på", "Pröva ett annat ord"]);
    let marks = read(&mut browser, "/arbetsyta/handbok/sok?q=%3Cb%3E").await;
    assert!(!marks.contains("<b>&"), "what is asked is never markup");
}

#[tokio::test]
async fn the_glossary_stands_in_swedish_order_with_see_also() {
    let (_, mut browser) = official().await;
    let page = read(&mut browser, "/arbetsyta/ordlista").await;
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text}"));
    assert!(place("<dt>aktivitet</dt>") < place("<dt>råd</dt>"));
    assert!(place("<dt>råd</dt>") < place("<dt>återkoppling</dt>"));
    holds(&page, &["Se även:", "<a href=\"#survey\">"]);
}

#[tokio::test]
async fn the_catalogue_is_sifted_by_facets() {
    let (_, mut browser) = official().await;
    let all = read(&mut browser, "/arbetsyta/metoder").await;
    holds(&all, &["47 metoder av 47", "Världskafé"]);
    let some = read(
        &mut browser,
        "/arbetsyta/metoder?niva=consultation&syfte=prioritise&del=broad&form=paper&kostnad=2&grupp=",
    )
    .await;
    holds(&some, &["Enkät", "/arbetsyta/metoder/survey"]);
    assert!(!some.contains("/arbetsyta/metoder/world-cafe"));
    let none = read(&mut browser, "/arbetsyta/metoder?niva=co-decision&kostnad=1").await;
    holds(&none, &["0 metoder av 47", "Ta bort ett av valen"]);
    let odd = read(&mut browser, "/arbetsyta/metoder?niva=x&kostnad=y&del=z").await;
    holds(&odd, &["47 metoder av 47"]);
}

#[tokio::test]
async fn a_card_tells_facts_as_estimates_and_its_checklist() {
    let (_, mut browser) = official().await;
    let card = read(&mut browser, "/arbetsyta/metoder/survey").await;
    holds(
        &card,
        &[
            "Arbetstimmar (uppskattning)",
            "Kostnad utöver arbetstid (uppskattning)",
            "20–80",
            "Lägg ut enkäten på papper",
            "/arbetsyta/handbok/choosing-methods",
        ],
    );
}

#[tokio::test]
async fn the_chooser_proposes_a_set_and_says_why() {
    let (_, mut browser) = official().await;
    let form = read(&mut browser, "/arbetsyta/metodval").await;
    assert!(!form.contains("id=\"forslag\""));
    holds(&form, &["<a href=\"/arbetsyta/metoder\" aria-current=\"page\">"]);
    let wish = "/arbetsyta/metodval?niva=consultation&syfte=prioritise&antal=1000&grupp=other-languages&grupp=children-youth&veckor=12&timmar=200&kostnad=2&digitalt=ja&konflikt=low";
    let proposal = read(&mut browser, wish).await;
    holds(
        &proposal,
        &[
            "/arbetsyta/metoder/survey",
            "Nivån tog bort",
            "Passar syftet",
            "Når ofta",
        ],
    );
    let none = read(
        &mut browser,
        "/arbetsyta/metodval?niva=co-decision&syfte=ideas&veckor=2",
    )
    .await;
    holds(&none, &["Ingen metod klarar allt", "antalet veckor"]);
    let wrong = read(&mut browser, "/arbetsyta/metodval?visa=ja&veckor=tolv").await;
    holds(
        &wrong,
        &[
            "href=\"#niva\"",
            "href=\"#syfte\"",
            "href=\"#veckor\"",
            "value=\"tolv\"",
        ],
    );
}

mod editions;

/// A lead with a dialogue at the level of consultation.
async fn lead(site: &Arc<Site>) -> (Browser, db::Id) {
    let new = NewAccount {
        email: "bo@exempel.se".into(),
        name: "Bo Ek".into(),
        unit: String::new(),
        password: PASSWORD.into(),
        roles: vec![Role::ProjectLead],
    };
    site.db
        .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
        .await
        .expect("the account is made");
    let mut read = site.db.read().await.expect("a reader");
    let staff = identity::staff_by_email(&mut read, &new.email)
        .await
        .expect("read")
        .expect("there");
    drop(read);
    let id = dialogues::create(site, &staff, "Parken", "Vad?")
        .await
        .expect("created");
    let level = [("level".to_owned(), "dialogue".into())].into_iter().collect();
    dialogues::record(site, &staff, id, None, level, "")
        .await
        .expect("recorded");
    let mut browser = Browser::new(site.clone(), capabilities);
    browser.sign_in(&new.email, PASSWORD).await;
    (browser, id)
}

#[tokio::test]
async fn a_planner_takes_methods_into_the_dialogue_they_came_from() {
    let site = site().await;
    let (mut browser, id) = lead(&site).await;
    let plan = read(&mut browser, &format!("/arbetsyta/dialoger/{id}/steg/metoder")).await;
    holds(&plan, &[&format!("href=\"/arbetsyta/metodval?dialog={id}\"")]);
    let form = read(&mut browser, &format!("/arbetsyta/metodval?dialog={id}")).await;
    holds(
        &form,
        &[&format!("name=\"dialog\" value=\"{id}\""), "value=\"dialogue\" checked"],
    );
    let asked = format!("/arbetsyta/metodval?visa=ja&niva=dialogue&syfte=ideas&dialog={id}");
    let proposal = read(&mut browser, &asked).await;
    let link = proposal
        .split("href=\"")
        .find(|part| part.starts_with("/arbetsyta/anvand-metoder?"))
        .expect("the link");
    let link = link
        .split('"')
        .next()
        .expect("it ends")
        .replace("&#38;", "&")
        .replace("&amp;", "&");
    assert!(
        link.matches("metod=").count() >= 2 && link.ends_with(&format!("&dialog={id}")),
        "{link}"
    );
    holds(&proposal, &[&format!("?dialog={id}\">")]);
    let card = read(&mut browser, "/arbetsyta/metoder/survey").await;
    holds(
        &card,
        &["href=\"/arbetsyta/anvand-metoder?metod=survey\"", "Använd i min dialog"],
    );
}

#[tokio::test]
async fn those_who_do_not_plan_are_not_offered_to_use_a_method() {
    let (_, mut browser) = official().await;
    let card = read(&mut browser, "/arbetsyta/metoder/survey").await;
    let proposal = read(&mut browser, "/arbetsyta/metodval?visa=ja&niva=dialogue&syfte=ideas").await;
    assert!(!card.contains("anvand-metoder") && !proposal.contains("anvand-metoder"));
}
