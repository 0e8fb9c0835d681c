//! Methods of the toolbox taken into a dialogue: what is made, what is left out, and nothing twice.

use super::*;
use crate::acts::{Made, Using, use_methods};
use serde_json::json;
use std::collections::BTreeMap;

const PAGE: &str = "/arbetsyta/anvand-metoder";

/// Every part of a method's card.
fn whole(pack: &method::Pack, key: &str) -> Using {
    let card = pack.library.method(key).unwrap();
    Using {
        method: key.into(),
        activity: true,
        plan: true,
        items: card.checklist.iter().map(|line| line.key.clone()).collect(),
    }
}

/// What a dialogue has of methods: titles of activities, names in the plan, lines on the checklists by method.
#[derive(Debug, PartialEq)]
struct Has {
    activities: Vec<(String, String, i64)>,
    names: Vec<String>,
    items: BTreeMap<String, usize>,
}

impl Story {
    async fn has(&self) -> Has {
        let mut conn = self.site.db.read().await.unwrap();
        let activities = store::activities(&mut conn, self.dialogue).await.unwrap();
        let process = method::process(&mut conn, self.dialogue).await.unwrap();
        let items = dialogues::method_items(&mut conn, self.dialogue).await.unwrap();
        Has {
            activities: activities
                .into_iter()
                .map(|one| (one.title, one.title_en, one.version))
                .collect(),
            names: process.facts.list("methods"),
            items: items.into_iter().map(|(method, lines)| (method, lines.len())).collect(),
        }
    }
}

#[tokio::test]
async fn a_method_comes_whole_and_once() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let pack = method::packs(&story.site).dialogue();
        let using = [whole(&pack, "survey"), whole(&pack, "walking-tour")];
        let lines = |key: &str| pack.library.method(key).unwrap().checklist.len();
        let made = use_methods(&story.site, &story.staff, story.dialogue, &using, "")
            .await
            .unwrap();
        let expected = Made {
            activities: 1,
            items: lines("survey") + lines("walking-tour"),
            names: 2,
        };
        assert_eq!(made, expected);
        let survey = &pack.library.method("survey").unwrap().name;
        let tour = &pack.library.method("walking-tour").unwrap().name;
        let first = story.has().await;
        // A walk happens outdoors: no activity carries it.
        assert_eq!(first.activities, [(survey.sv.clone(), survey.en.clone(), 0)]);
        assert_eq!(first.names, [survey.sv.clone(), tour.sv.clone()]);
        assert_eq!(first.items["survey"], lines("survey"));

        let again = use_methods(&story.site, &story.staff, story.dialogue, &using, "")
            .await
            .unwrap();
        assert_eq!((again, story.has().await), (Made::default(), first), "nothing twice");
    }
}

#[tokio::test]
async fn what_stands_in_the_plan_is_known_by_its_name_and_kept() {
    let story = Story::begin(testkit::sqlite().await).await;
    let pack = method::packs(&story.site).dialogue();
    let mut facts = serde_json::Map::new();
    facts.insert(
        "methods".into(),
        json!([
            " torgmöte",
            pack.library.method("survey").unwrap().name.sv.to_uppercase()
        ]),
    );
    dialogues::record(&story.site, &story.staff, story.dialogue, None, facts, "")
        .await
        .unwrap();
    let using = [whole(&pack, "survey"), whole(&pack, "world-cafe")];
    let made = use_methods(&story.site, &story.staff, story.dialogue, &using, "")
        .await
        .unwrap();
    assert_eq!(made.names, 1);
    let names = story.has().await.names;
    assert_eq!((names.len(), names[0].as_str()), (3, "torgmöte"));
}

#[tokio::test]
async fn a_refusal_leaves_nothing_behind() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let pack = method::packs(&story.site).dialogue();
        let unknown = Using {
            method: "trollkonst".into(),
            ..whole(&pack, "survey")
        };
        let using = [whole(&pack, "survey"), unknown];
        let refused = use_methods(&story.site, &story.staff, story.dialogue, &using, "").await;
        assert!(matches!(refused, Err(web::Fault::NotFound)));
        story.dialogue_is("cancelled").await;
        let using = [whole(&pack, "survey")];
        let refused = use_methods(&story.site, &story.staff, story.dialogue, &using, "").await;
        assert!(
            matches!(
                refused,
                Err(web::Fault::Rule {
                    key: "method-refused-closed",
                    ..
                })
            ),
            "{refused:?}"
        );
        let has = story.has().await;
        assert!(
            has.activities.is_empty() && has.names.is_empty() && has.items.is_empty(),
            "{has:?}"
        );
    }
}

#[tokio::test]
async fn an_official_chooses_the_dialogue_unticks_parts_and_adds_the_rest() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let mut lead = story.lead().await;
        let which = lead
            .get(&format!("{PAGE}?metod=survey&metod=survey&metod=finns-inte"))
            .await;
        assert_eq!(which.status.as_u16(), 200);
        assert_eq!(which.body.matches("name=\"metod\" value=\"survey\"").count(), 1);
        assert!(
            which
                .body
                .contains(&format!("<option value=\"{}\">Parken</option>", story.dialogue)),
            "{}",
            which.body
        );

        let address = format!("{PAGE}?metod=survey&metod=walking-tour&dialog={}", story.dialogue);
        let page = lead.get(&address).await.body;
        assert!(
            page.contains("En aktivitet som utkast: ") && page.contains("får därför ingen aktivitet"),
            "{page}"
        );
        assert_eq!(
            page.matches(" checked").count(),
            page.matches("type=\"checkbox\"").count(),
            "all of it"
        );
        let key = field(&page, "nyckel");
        let dialogue = story.dialogue.to_string();
        let nothing = [("nyckel", key.as_str()), ("dialog", &dialogue), ("metod", "survey")];
        let nothing = lead.post(PAGE, &nothing).await;
        assert!(
            nothing.status.as_u16() == 422 && nothing.body.contains("Kryssa för minst en sak"),
            "{}",
            nothing.body
        );
        assert!(!nothing.body.contains(" checked"), "what was unticked stays unticked");

        let pack = method::packs(&story.site).dialogue();
        let line = &pack.library.method("survey").unwrap().checklist[0];
        let item = format!("survey.{}", line.key);
        let sent = [
            ("nyckel", key.as_str()),
            ("dialog", &dialogue),
            ("metod", "survey"),
            ("metod", "walking-tour"),
            ("aktivitet", "survey"),
            ("plan", "walking-tour"),
            ("punkt", &item),
        ];
        for _ in 0..2 {
            let done = lead.post(PAGE, &sent).await;
            assert_eq!(done.status.as_u16(), 303, "{}", done.body);
        }
        let has = story.has().await;
        assert_eq!((has.activities.len(), has.names.len()), (1, 1), "{has:?}");
        assert_eq!(has.items, BTreeMap::from([("survey".to_owned(), 1)]));
        let activities = lead
            .get(&format!("/arbetsyta/dialoger/{}/aktiviteter", story.dialogue))
            .await
            .body;
        assert!(activities.contains("Utkast"), "{activities}");
        let checklist = lead
            .get(&format!("/arbetsyta/dialoger/{}/checklista", story.dialogue))
            .await
            .body;
        assert!(
            checklist.contains("<h2>Metoden ") && checklist.contains(&line.text.sv),
            "{checklist}"
        );
        let english = lead
            .get(&format!("/en/arbetsyta/dialoger/{}/checklista", story.dialogue))
            .await
            .body;
        assert!(english.contains(&line.text.en), "in the reader's language");

        let page = lead.get(&address).await.body;
        for told in [
            "Aktiviteten finns redan.",
            "Metoden står redan i planen.",
            "1 av metodens punkter finns redan",
        ] {
            assert!(page.contains(told), "{told}: {page}");
        }
        assert!(
            !page.contains(&format!("value=\"{item}\"")),
            "what is there is not offered"
        );
    }
}

#[tokio::test]
async fn what_was_taken_away_from_the_checklist_comes_back_when_it_is_asked_for() {
    let story = Story::begin(testkit::sqlite().await).await;
    let pack = method::packs(&story.site).dialogue();
    let using = [whole(&pack, "survey")];
    use_methods(&story.site, &story.staff, story.dialogue, &using, "")
        .await
        .unwrap();
    let line = &pack.library.method("survey").unwrap().checklist[0];
    let item = format!("/arbetsyta/dialoger/{}/checklista/survey.{}", story.dialogue, line.key);
    let mut lead = story.lead().await;
    assert_eq!(lead.post(&item, &[("gor", "ta-bort")]).await.status.as_u16(), 303);
    let made = use_methods(&story.site, &story.staff, story.dialogue, &using, "")
        .await
        .unwrap();
    assert_eq!((made.activities, made.items), (0, 1));
    assert_eq!(lead.get(&item).await.status.as_u16(), 200);
}

#[tokio::test]
async fn an_address_that_names_no_method_or_no_dialogue_leads_nowhere() {
    let story = Story::begin(testkit::sqlite().await).await;
    let mut lead = story.lead().await;
    for nothing in [
        format!("{PAGE}?metod=finns-inte"),
        format!("{PAGE}?metod=survey&dialog=x"),
        format!("{PAGE}?metod=survey&dialog=01890000-0000-7000-8000-000000000000"),
    ] {
        assert_eq!(lead.get(&nothing).await.status.as_u16(), 404, "{nothing}");
    }
    assert_eq!(lead.post(PAGE, &[("metod", "survey")]).await.status.as_u16(), 404);
}
