//! Officials at the door.

use super::*;
use crate::kinds::kind;

#[tokio::test]
async fn a_lead_builds_a_survey_publishes_it_and_opens_the_door() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let mut lead = story.lead().await;
        let list = format!("/arbetsyta/dialoger/{}/aktiviteter", story.dialogue);
        let nameless = lead.post(&list, &[("sort", "survey"), ("namn", "")]).await;
        assert!(
            nameless.status.as_u16() == 422 && nameless.body.contains("value=\"survey\" checked"),
            "{}",
            nameless.body
        );
        let builder = lead
            .post(&list, &[("sort", "survey"), ("namn", "Enkät om parken")])
            .await
            .location;
        let page = lead.get(&builder).await;
        let added = lead
            .post(
                &builder,
                &[
                    ("gor", "lagg-till"),
                    ("sort", "single"),
                    ("revision", &field(&page.body, "revision")),
                ],
            )
            .await;
        assert_eq!(added.status.as_u16(), 303, "{}", added.body);
        let form = lead.get(&added.location).await;
        let revision = field(&form.body, "revision");
        let faulty = [
            ("revision", revision.as_str()),
            ("fraga-sv", "Hur ofta?"),
            ("alternativ-sv", "Ofta"),
            ("visas", "alltid"),
        ];
        let faulty = lead.post(&added.location, &faulty).await;
        assert!(
            faulty.status.as_u16() == 422 && faulty.body.contains("minst två alternativ"),
            "{}",
            faulty.body
        );
        let good = [
            ("revision", revision.as_str()),
            ("fraga-sv", "Hur ofta?"),
            ("alternativ-sv", "Ofta\nSällan"),
            ("visas", "alltid"),
            ("obligatorisk", "ja"),
        ];
        let saved = lead.post(&added.location, &good).await;
        assert_eq!(saved.status.as_u16(), 303, "{}", saved.body);
        let stale = lead.post(&format!("{builder}/fraga/hur-ofta"), &good).await;
        assert!(
            stale.status.as_u16() == 422 && stale.body.contains("Någon annan har ändrat"),
            "{}",
            stale.body
        );
        let page = lead.get(&builder).await;
        let published = lead
            .post(
                &format!("{builder}/publicera"),
                &[("revision", &field(&page.body, "revision"))],
            )
            .await;
        assert_eq!(published.status.as_u16(), 303, "{}", published.body);
        let id: Id = builder.rsplit('/').next().unwrap().parse().unwrap();
        let activity = story.read_activity(id).await;
        assert_eq!((activity.version, activity.state.as_str()), (1, "open"));
        assert_eq!(story.resident().get(&door(&activity)).await.status.as_u16(), 200);
        let preview = lead.get(&format!("{builder}/forhandsgranska")).await;
        assert!(
            preview.body.contains("Du förhandsgranskar") && preview.body.contains("Hur ofta?"),
            "{}",
            preview.body
        );
    }
}

#[tokio::test]
async fn a_condition_is_built_by_form() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.survey().await;
    let mut lead = story.lead().await;
    let address = format!("{}/fraga/mest", desk(&activity));
    let revision = activity.revision.to_string();
    let fields = [
        ("revision", revision.as_str()),
        ("fraga-sv", "Fråga om mest"),
        ("alternativ-sv", "Val a\nVal b\nVal c"),
        ("visas", "nagon"),
        ("villkor-1", "fardsatt:cykel"),
        ("villkor-1-jamfor", "is"),
        ("villkor-2", "varfor-buss:*"),
        ("villkor-2-jamfor", "is"),
    ];
    let saved = lead.post(&address, &fields).await;
    assert_eq!(saved.status.as_u16(), 303, "{}", saved.body);
    let mut read = story.site.db.read().await.unwrap();
    let draft = acts::from_json(&store::draft(&mut read, activity.id).await.unwrap()).unwrap();
    let condition = draft.question("mest").unwrap().show_if.clone().unwrap();
    assert_eq!(condition.tests.len(), 2);
    assert_eq!(
        draft.question("mest").unwrap().choices()[1].key,
        "b",
        "unchanged options keep their keys"
    );
    drop(read);
    let page = lead.get(&desk(&activity)).await;
    assert!(page.body.contains("Besvaras om"), "{}", page.body);
}

#[tokio::test]
async fn an_option_that_was_answered_cannot_change_its_meaning() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.survey().await;
    let mut next = samples::every_kind();
    let options = samples::choices(&["buss", "tag"]);
    next.questions[1].kind = crate::model::definition::Kind::Single { options };
    if let crate::model::definition::Kind::Single { options } = &mut next.questions[1].kind {
        options[0].label.sv = "Rymdskepp".into();
    }
    acts::save_draft(&story.site, story.staff.actor(), activity.id, activity.revision, &next)
        .await
        .unwrap();
    let refused = acts::publish(&story.site, story.staff.actor(), activity.id, activity.revision + 1, "").await;
    assert!(
        matches!(
            refused,
            Err(web::Fault::Rule {
                key: "participation-version-option",
                ..
            })
        ),
        "{refused:?}"
    );
}

#[tokio::test]
async fn paper_is_entered_one_after_the_other() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.survey().await;
        let mut lead = story.lead().await;
        let address = format!("{}/registrera", desk(&activity));
        let form = lead.get(&address).await;
        let key = field(&form.body, "nyckel");
        let mut fields = vec![
            ("nyckel", key.as_str()),
            ("gor", "nasta"),
            ("f-namn-pa-torget", "Kastanjetorget"),
        ];
        let no_channel = lead.post(&address, &fields).await;
        assert!(
            no_channel.status.as_u16() == 422 && no_channel.body.contains("Kastanjetorget"),
            "{}",
            no_channel.body
        );
        fields.extend([
            ("kanal", "meeting"),
            ("omgang", "Mötet 12 mars"),
            ("sprak", "ar"),
            ("dag-day", "12"),
            ("dag-month", "3"),
            ("dag-year", "2026"),
        ]);
        let saved = lead.post(&address, &fields).await;
        assert!(
            saved.location.contains("kanal=meeting") && saved.location.contains("omgang=M%C3%B6tet"),
            "{}",
            saved.location
        );
        let next = lead.get(&saved.location).await;
        assert!(
            next.body.contains("value=\"Mötet 12 mars\"") && next.body.contains("Svaret är registrerat"),
            "{}",
            next.body
        );
        let twice = lead.post(&address, &fields).await;
        assert!(twice.location.contains("entered-before"), "{}", twice.location);
        let counts = crate::counts(&mut story.site.db.read().await.unwrap(), story.dialogue)
            .await
            .unwrap();
        assert_eq!(counts.by_channel, [(Channel::Meeting, 1)]);

        let list = lead.get(&format!("{}/svar?kanal=meeting", desk(&activity))).await;
        assert!(
            list.body.contains("Kastanjetorget") && list.body.contains("12\u{a0}mars 2026"),
            "{}",
            list.body
        );
        let at = list.body.find("/svar/").unwrap() + 6;
        let one = format!("{}/svar/{}", desk(&activity), &list.body[at..at + 36]);
        assert!(lead.get(&one).await.body.contains("Maja Lind"));
        let no_reason = lead.post(&format!("{one}/ta-tillbaka"), &[("skal", "")]).await;
        assert_eq!(no_reason.status.as_u16(), 422);
        let gone = lead
            .post(&format!("{one}/ta-tillbaka"), &[("skal", "Registrerat två gånger")])
            .await;
        assert_eq!(gone.status.as_u16(), 303);
        assert!(lead.get(&one).await.body.contains("Registrerat två gånger"));
        assert_eq!(story.total().await, 0);
    }
}

#[tokio::test]
async fn settings_are_saved_and_the_second_official_is_told() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.comments().await;
    let mut lead = story.lead().await;
    let address = format!("{}/installningar", desk(&activity));
    let revision = activity.revision.to_string();
    let fields = [
        ("revision", revision.as_str()),
        ("namn", "Skriv om parken"),
        ("stanger-day", "20"),
        ("stanger-month", "3"),
        ("stanger-year", "2026"),
    ];
    assert_eq!(lead.post(&address, &fields).await.status.as_u16(), 303);
    let second = [
        ("revision", revision.as_str()),
        ("namn", "Något annat"),
        ("granska-forst", "ja"),
    ];
    let told = lead.post(&address, &second).await;
    assert!(
        told.status.as_u16() == 422 && told.body.contains("Skriv om parken") && told.body.contains("Något annat"),
        "{}",
        told.body
    );
    let saved = story.read_activity(activity.id).await;
    assert_eq!((saved.title.as_str(), saved.premoderate), ("Skriv om parken", false));
    assert_eq!(saved.closes_on, Some(jiff::civil::date(2026, 3, 20)));
    let dates = [
        ("revision", "9"),
        ("namn", "X"),
        ("stanger-day", "32"),
        ("stanger-month", "3"),
        ("stanger-year", "2026"),
    ];
    let wrong = lead.post(&address, &dates).await;
    assert!(wrong.status.as_u16() == 422 && wrong.body.contains("value=\"32\""));
}

#[tokio::test]
async fn nobody_comes_to_the_desk_unasked() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.survey().await;
    let mut resident = story.resident();
    for path in [
        "",
        "/installningar",
        "/registrera",
        "/importera",
        "/svar",
        "/forhandsgranska",
    ] {
        let page = resident.get(&format!("{}{path}", desk(&activity))).await;
        assert!(
            page.status.as_u16() == 303 && page.location.starts_with("/logga-in"),
            "{path}: {}",
            page.status
        );
    }
}

#[tokio::test]
async fn evidence_follows_the_activities() {
    let story = Story::begin(testkit::sqlite().await).await;
    let evidence = async || {
        let mut read = story.site.db.read().await.unwrap();
        (crate::source().evidence)(&mut read, story.dialogue).await.unwrap()
    };
    let met = |all: &[method::Evidence]| all.iter().filter(|e| e.met).map(|e| e.key).collect::<Vec<_>>();
    assert_eq!(met(&evidence().await), [] as [&str; 0]);
    let activity = story.comments().await;
    assert!(kind(&activity.kind).way() == crate::kinds::Way::OnePage);
    assert_eq!(met(&evidence().await), ["activities-ready"]);
    story.say(&activity, "Hej", "en-nyckel-som-är-lång-nog").await;
    assert_eq!(met(&evidence().await), ["activities-ready", "contributions-received"]);
    story.dialogue_is("closed").await;
    assert!(
        met(&evidence().await).contains(&"activities-closed"),
        "a closed dialogue has closed doors"
    );
}
