//! Checklists as work: given, proved, chosen among, added to, and owed on the desk.

use super::*;
use crate::checklist_acts::Assigning;
use jiff::civil::{Date, date};
use texts::Lang;

/// A lead with a dialogue, at its checklist.
async fn lead_at_work(test: &TestDb) -> (Arc<Site>, Staff, Id, Browser) {
    let site = site(test);
    let lead = staff(&site, Role::ProjectLead).await;
    let id = crate::create(&site, &lead, "Mörby park", "Vad?")
        .await
        .expect("created");
    let browser = signed_in(&site, &lead).await;
    (site, lead, id, browser)
}

fn list(id: Id) -> String {
    format!("/arbetsyta/dialoger/{id}/checklista")
}

fn field(html: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let at = html.find(&start).unwrap_or_else(|| panic!("no {name} in {html}")) + start.len();
    html[at..].split('"').next().expect("it ends").to_string()
}

/// What of the page stands in the row of an item.
fn row(html: &str, item: &str) -> String {
    let start = format!("<li id=\"{item}\">");
    let at = html.find(&start).unwrap_or_else(|| panic!("no {item} in {html}"));
    plain(html[at..].split("\n</li>").next().unwrap_or_default())
}

/// Dates hold together by hard spaces.
fn plain(html: &str) -> String {
    html.replace('\u{a0}', " ")
}

async fn duties(site: &Site, staff: &Staff, today: Date) -> Vec<Duty> {
    let asking = Asking {
        staff: staff.clone(),
        today,
        lang: Lang::Sv,
        days_ahead: method::FORTNIGHT,
        packs: method::packs(site),
    };
    let mut read = site.db.read().await.expect("a reader");
    let all = site.get::<Sources>().duties(&mut read, &asking).await.expect("read");
    all.into_iter()
        .filter(|duty| duty.title_key == "dialogues-duty-item")
        .collect()
}

fn day(day: Option<Date>) -> Assigning {
    Assigning {
        owner: None,
        due_on: Some(day),
    }
}

#[tokio::test]
async fn several_items_are_given_to_somebody_at_once() {
    for test in testkit::databases().await {
        let (site, _, id, mut browser) = lead_at_work(&test).await;
        let moderator = staff(&site, Role::Moderator).await;
        let owner = moderator.id.to_string();
        let nothing = browser.post(&list(id), &[("gor", "fordela"), ("agare", &owner)]).await;
        assert!(
            nothing.status == 422 && nothing.body.contains("Kryssa för minst en punkt"),
            "{}",
            nothing.body
        );
        let neither = [("gor", "fordela"), ("punkt", "F05"), ("agare", "")];
        let neither = browser.post(&list(id), &neither).await;
        assert!(neither.status == 422 && neither.body.contains("Välj en ansvarig, ett datum eller båda"));
        assert!(
            neither.body.contains("value=\"F05\" form=\"flera\" checked"),
            "the choice is kept"
        );
        let sent = [
            ("gor", "fordela"),
            ("punkt", "F05"),
            ("punkt", "F10"),
            ("agare", &owner),
            ("datum-day", "20"),
            ("datum-month", "3"),
            ("datum-year", "2026"),
        ];
        let done = browser.post(&list(id), &sent).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let page = browser.get(&list(id)).await.body;
        for item in ["F05", "F10"] {
            let row = row(&page, item);
            assert!(
                row.contains("Ansvarig: Maja moderator") && row.contains("20 mars 2026"),
                "{row}"
            );
        }
        let history = plain(&browser.get(&format!("/arbetsyta/dialoger/{id}/historik")).await.body);
        assert_eq!(
            history
                .matches("Ansvarig: Maja moderator. Klart senast 20 mars 2026.")
                .count(),
            2,
            "{history}"
        );

        // Only the day is taken away; the owner stays.
        let sent = [
            ("gor", "fordela"),
            ("punkt", "F10"),
            ("agare", ""),
            ("utan-datum", "ja"),
        ];
        assert_eq!(browser.post(&list(id), &sent).await.status, 303);
        let page = browser.get(&list(id)).await.body;
        assert!(row(&page, "F10").contains("Maja moderator") && !row(&page, "F10").contains("20 mars"));
        let unknown = [("gor", "fordela"), ("punkt", "X99"), ("agare", "ingen")];
        assert_eq!(browser.post(&list(id), &unknown).await.status, 404);
    }
}

#[tokio::test]
async fn an_item_is_proved_by_text_link_and_file() {
    for test in testkit::databases().await {
        let (_, _, id, mut browser) = lead_at_work(&test).await;
        let item = format!("{}/F10", list(id));
        let page = browser.get(&item).await.body;
        assert_eq!(field(&page, "revision"), "0");
        let wrong = [
            ("revision", "0"),
            ("anteckning", "Siffror från registret"),
            ("lank", "registret"),
        ];
        let wrong = browser.upload(&item, &wrong, "sida.html", "<html>").await;
        assert_eq!(wrong.status, 422);
        for kept in [
            "Skriv hela adressen",
            "Filtypen går inte",
            "Siffror från registret",
            "value=\"registret\"",
        ] {
            assert!(wrong.body.contains(kept), "{kept}: {}", wrong.body);
        }
        let sent = [
            ("revision", "0"),
            ("anteckning", "Siffror från registret"),
            ("lank", "https://exempelby.example/siffror"),
        ];
        let saved = browser
            .upload(&item, &sent, "befolkning.csv", "ålder;antal\n0;12\n")
            .await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let on_list = row(&browser.get(&list(id)).await.body, "F10");
        for shown in [
            "Siffror från registret",
            "href=\"https://exempelby.example/siffror\"",
            ">befolkning</a>",
        ] {
            assert!(on_list.contains(shown), "{shown}: {on_list}");
        }
        assert!(on_list.contains("Inte påbörjat"), "saved is not done: {on_list}");
        let documents = browser.get(&format!("/arbetsyta/dialoger/{id}/dokument")).await.body;
        assert!(
            documents.contains("befolkning (CSV") && documents.contains("Intern"),
            "{documents}"
        );

        let page = browser.get(&item).await.body;
        assert!(
            page.contains("underlaget ändrat") && page.contains("selected>befolkning</option>"),
            "{page}"
        );
        let document = page
            .split("selected>befolkning")
            .next()
            .and_then(|text| text.rsplit("value=\"").next());
        let document = document
            .and_then(|text| text.split('"').next())
            .expect("an id")
            .to_string();
        let sent = [
            ("revision", "1"),
            ("anteckning", "Siffror från registret"),
            ("lank", "https://exempelby.example/siffror"),
            ("dokument", &document),
            ("lage", "done"),
        ];
        assert_eq!(browser.post(&item, &sent).await.status, 303);
        let on_list = row(&browser.get(&list(id)).await.body, "F10");
        assert!(
            on_list.contains("Klart") && on_list.contains(">befolkning</a>"),
            "{on_list}"
        );
        let opened = browser.post(&item, &[("lage", "open"), ("anteckning", "")]).await;
        assert_eq!(opened.status, 303);
        let on_list = row(&browser.get(&list(id)).await.body, "F10");
        assert!(
            on_list.contains("Inte påbörjat") && on_list.contains("Siffror från registret"),
            "{on_list}"
        );
    }
}

#[tokio::test]
async fn whoever_saved_first_is_shown_beside_what_was_written() {
    let test = testkit::sqlite().await;
    let (_, _, id, mut browser) = lead_at_work(&test).await;
    let item = format!("{}/F10", list(id));
    let first = [
        ("revision", "0"),
        ("anteckning", "Först"),
        ("lank", "https://a.example"),
    ];
    assert_eq!(browser.post(&item, &first).await.status, 303);
    let second = [
        ("revision", "0"),
        ("anteckning", "Sedan"),
        ("lank", "https://b.example"),
    ];
    let late = browser.post(&item, &second).await;
    assert_eq!(late.status, 422);
    for shown in [
        "Maja project-lead sparade",
        "https://a.example",
        "https://b.example",
        "Först",
        "Sedan",
    ] {
        assert!(late.body.contains(shown), "{shown}: {}", late.body);
    }
    assert_eq!(
        field(&late.body, "revision"),
        "1",
        "the next save is on what stands now"
    );
}

#[tokio::test]
async fn own_items_come_go_and_come_back() {
    for test in testkit::databases().await {
        let (_, _, id, mut browser) = lead_at_work(&test).await;
        let empty = browser
            .post(&list(id), &[("gor", "ny"), ("ny-text", " "), ("ny-fas", "before")])
            .await;
        assert!(
            empty.status == 422 && empty.body.contains("href=\"#ny-text\""),
            "{}",
            empty.body
        );
        let nowhen = browser
            .post(&list(id), &[("gor", "ny"), ("ny-text", "Boka tält")])
            .await;
        assert!(nowhen.status == 422 && nowhen.body.contains("href=\"#ny-fas\"") && nowhen.body.contains("Boka tält"));
        let key = field(&nowhen.body, "nyckel");
        let sent = [
            ("gor", "ny"),
            ("nyckel", &key),
            ("ny-text", "Boka  tält <b>"),
            ("ny-fas", "before"),
        ];
        for _ in 0..2 {
            assert_eq!(browser.post(&list(id), &sent).await.status, 303);
        }
        let page = browser.get(&list(id)).await.body;
        assert_eq!(
            page.matches("Egna punkter").count(),
            2,
            "once as heading, once as a choice: {page}"
        );
        assert!(page.contains("Boka tält &#60;b&#62;"), "{page}");
        let own = page
            .split("name=\"punkt\" value=\"")
            .find(|part| part.contains("Boka tält"))
            .expect("the row");
        let own = own.split('"').next().expect("a key").to_string();
        let item = format!("{}/{own}", list(id));
        assert_eq!(
            browser.post(&item, &[("lage", "not-applicable")]).await.status,
            422,
            "a reason is asked for"
        );
        assert_eq!(
            browser
                .post(&item, &[("lage", "done"), ("anteckning", "Bokat")])
                .await
                .status,
            303
        );
        assert!(row(&browser.get(&list(id)).await.body, &own).contains("Bokat"));
        assert_eq!(browser.post(&item, &[("gor", "ta-bort")]).await.status, 303);
        let page = browser.get(&list(id)).await.body;
        assert!(page.contains("Borttagna punkter") && !page.contains(&format!("<li id=\"{own}\">")));
        assert_eq!(browser.get(&item).await.status, 404);
        assert_eq!(browser.post(&item, &[("lage", "done")]).await.status, 404);
        assert_eq!(browser.post(&item, &[("gor", "angra")]).await.status, 303);
        assert!(
            row(&browser.get(&list(id)).await.body, &own).contains("Bokat"),
            "as it was"
        );
        let history = browser.get(&format!("/arbetsyta/dialoger/{id}/historik")).await.body;
        for line in [
            "tillagd: Boka tält",
            "klar: Boka tält",
            "borttagen: Boka tält",
            "tillbaka: Boka tält",
        ] {
            assert!(history.contains(line), "{line}: {history}");
        }
        let of_pack = browser.post(&format!("{}/F05", list(id)), &[("gor", "ta-bort")]).await;
        assert_eq!(of_pack.status, 404, "the method's own items stay");
    }
}

#[tokio::test]
async fn the_filter_shows_what_is_asked_for_and_ticking_keeps_it() {
    let test = testkit::sqlite().await;
    let (site, lead, id, mut browser) = lead_at_work(&test).await;
    let mine = Assigning {
        owner: Some(Some(lead.id)),
        due_on: None,
    };
    let items = ["F05".to_string(), "U08".to_string()];
    crate::assign(&site, &lead, id, &items, &mine).await.expect("assigned");
    let shown = async |browser: &mut Browser, query: &str| {
        let page = browser.get(&format!("{}{query}", list(id))).await.body;
        let keys = page
            .split("<li id=\"")
            .skip(1)
            .filter_map(|part| part.split('"').next());
        keys.map(String::from).collect::<Vec<_>>()
    };
    assert_eq!(shown(&mut browser, "?vem=mig").await, ["F05", "U08"]);
    assert_eq!(shown(&mut browser, "?vem=mig&fas=during").await, ["U08"]);
    assert!(!shown(&mut browser, "?vem=ingen").await.contains(&"F05".to_string()));
    assert!(
        shown(&mut browser, "?lista=threat")
            .await
            .iter()
            .all(|key| key.starts_with('H'))
    );
    assert!(shown(&mut browser, "?lista=finns-inte").await.is_empty());
    assert!(
        browser
            .get(&format!("{}?lista=finns-inte", list(id)))
            .await
            .body
            .contains("Inga punkter passar")
    );
    let page = browser.get(&format!("{}?vem=mig&visa=oppna", list(id))).await.body;
    let action = format!("{}/F05?vem=mig&amp;visa=oppna", list(id));
    let action = [action.clone(), action.replace("&amp;", "&#38;")];
    assert!(action.iter().any(|action| page.contains(action.as_str())), "{page}");
    let done = browser
        .post(
            &format!("{}/F05?vem=mig&visa=oppna", list(id)),
            &[("lage", "done"), ("anteckning", "")],
        )
        .await;
    assert!(done.location.contains("vem=mig&visa=oppna"), "{}", done.location);
    assert_eq!(shown(&mut browser, "?vem=mig&visa=oppna").await, ["U08"]);
    assert!(page.contains(" av ") && page.contains("punkter är klara"));
}

#[tokio::test]
async fn lists_for_special_cases_come_with_the_case() {
    let test = testkit::sqlite().await;
    let (site, lead, id, mut browser) = lead_at_work(&test).await;
    assert!(!browser.get(&list(id)).await.body.contains("<h2>Riktad dialog</h2>"));
    let facts = map(json!({ "directed-dialogue": "yes" }));
    crate::record(&site, &lead, id, None, facts, "")
        .await
        .expect("recorded");
    let page = browser.get(&list(id)).await.body;
    assert!(
        page.contains("<h2>Riktad dialog</h2>") && page.contains("0 av 12 punkter är klara"),
        "{page}"
    );
}

#[tokio::test]
async fn whoever_is_to_do_an_item_ticks_it_and_nobody_else_without_the_right_to_plan() {
    let test = testkit::sqlite().await;
    let (site, lead, id, _) = lead_at_work(&test).await;
    let registrar = staff(&site, Role::Registrar).await;
    let elected = staff(&site, Role::Elected).await;
    let theirs = Assigning {
        owner: Some(Some(registrar.id)),
        due_on: Some(Some(date(2026, 3, 20))),
    };
    crate::assign(&site, &lead, id, &["F28".to_string()], &theirs)
        .await
        .expect("assigned");
    let mut browser = signed_in(&site, &registrar).await;
    let item = format!("{}/F28", list(id));
    let page = browser.get(&item).await.body;
    assert!(
        page.contains("Markera som klar") && !page.contains("name=\"agare\""),
        "{page}"
    );
    // What the form does not ask them stays, whatever is sent.
    let sent = [
        ("revision", "1"),
        ("anteckning", "Växeln vet"),
        ("lage", "done"),
        ("agare", &elected.id.to_string()),
    ];
    assert_eq!(browser.post(&item, &sent).await.status, 303);
    let page = browser.get(&list(id)).await.body;
    assert!(row(&page, "F28").contains("Ansvarig: Maja registrar") && row(&page, "F28").contains("Växeln vet"));
    assert!(!row(&page, "F05").contains("Bocka av"));
    let other = browser
        .post(&format!("{}/F05", list(id)), &[("lage", "done"), ("anteckning", "x")])
        .await;
    assert_eq!(other.status, 403);
    assert_eq!(
        browser
            .post(&list(id), &[("gor", "fordela"), ("punkt", "F05")])
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn the_desk_gathers_what_is_due_over_all_dialogues() {
    for test in testkit::databases().await {
        let (site, lead, first, mut browser) = lead_at_work(&test).await;
        let moderator = staff(&site, Role::Moderator).await;
        let second = crate::create(&site, &lead, "Badet", "Vad?").await.expect("created");
        let to = |owner: &Staff, due_on| Assigning {
            owner: Some(Some(owner.id)),
            due_on: Some(Some(due_on)),
        };
        let one = |item: &str| vec![item.to_string()];
        let give = async |id, item: &str, assigning: &Assigning| {
            crate::assign(&site, &lead, id, &one(item), assigning)
                .await
                .expect("assigned")
        };
        give(first, "F05", &to(&moderator, date(2026, 3, 10))).await;
        give(second, "F10", &to(&moderator, date(2026, 3, 31))).await;
        give(second, "F13", &to(&moderator, date(2026, 4, 1))).await;
        // Nobody's: the lead's own to see to.
        give(second, "F18", &day(Some(date(2026, 3, 20)))).await;
        // By itself as soon as the purpose is written, and no concern of the dialogue: neither is owed.
        give(first, "F06", &to(&moderator, date(2026, 3, 11))).await;
        give(first, "C09", &to(&moderator, date(2026, 3, 11))).await;
        let today = date(2026, 3, 17);
        let waits = duties(&site, &moderator, today).await;
        let told: Vec<(Option<Date>, &str)> = waits.iter().map(|duty| (duty.due, duty.href.as_str())).collect();
        let f05 = format!("{}/F05", list(first));
        let f06 = format!("{}/F06", list(first));
        let f10 = format!("{}/F10", list(second));
        assert_eq!(
            told,
            [
                (Some(date(2026, 3, 10)), f05.as_str()),
                (Some(date(2026, 3, 11)), f06.as_str()),
                (Some(date(2026, 3, 31)), f10.as_str()),
            ]
        );
        assert!(waits[0].about.starts_with("Mörby park: "), "{}", waits[0].about);
        let facts = map(json!({ "purpose": ["Få veta vad som saknas."] }));
        crate::record(&site, &lead, first, None, facts, "")
            .await
            .expect("recorded");
        crate::tick_item(&site, &lead, first, "F05", method::TickStatus::Done, "Gjort")
            .await
            .expect("ticked");
        let waits = duties(&site, &moderator, today).await;
        assert_eq!(
            waits.iter().map(|duty| duty.href.as_str()).collect::<Vec<_>>(),
            [f10.as_str()]
        );
        let leads: Vec<String> = duties(&site, &lead, today)
            .await
            .into_iter()
            .map(|duty| duty.href)
            .collect();
        assert_eq!(leads, [format!("{}/F18", list(second))]);
        let page = plain(&browser.get("/arbetsyta").await.body);
        assert!(
            page.contains("Bocka av i checklistan") && page.contains("Senast 20 mars 2026"),
            "{page}"
        );
        let cancelled = db::sql!("update process set state = 'cancelled' where id = $1");
        let outcome = site
            .db
            .write(Actor::System, async |tx| tx.run(cancelled, db::args![second]).await);
        outcome.await.expect("cancelled");
        assert!(
            duties(&site, &moderator, today).await.is_empty(),
            "what is over owes nothing"
        );
        let over = crate::assign(&site, &lead, second, &one("F10"), &day(None)).await;
        assert!(matches!(over, Err(method::Refused::Closed)));
    }
}
