//! Statements: one at a time, each stance stored before it is acknowledged.

use testkit::{Answer as Page, Browser};

use super::*;
use crate::kinds::kind;
use crate::model::stance::{PROPOSAL, Stance, proposed_key};
use crate::model::state::PassageState;
use crate::opinions::opinions;

const KEY: &str = "en-nyckel-som-ar-lang-nog";

/// A definition with so many statements; residents may propose their own.
fn statements(n: usize) -> Definition {
    let texts = texts::Texts::load(&[crate::TEXTS]).unwrap();
    let kind = kind("statements");
    let mut definition = kind.blank(&texts);
    for number in 1..=n {
        let taken = crate::model::versions::question_keys([&definition]);
        let mut question = kind.blank_question("statement", &texts, &taken).unwrap();
        question.label.sv = format!("Det här är påstående {number}");
        definition.questions.push(question);
    }
    definition
}

impl Story {
    async fn conversation(&self, n: usize) -> Activity {
        self.activity("statements", Some(statements(n))).await
    }

    async fn standing(&self, activity: &Activity) -> Vec<crate::Response> {
        let mut conn = self.site.db.read().await.unwrap();
        crate::responses(&mut conn, activity.id, None).await.unwrap()
    }

    async fn decide(&self, passage: &store::Passage, state: PassageState) {
        let decision = store::Decision {
            state,
            public_body: passage.body.clone(),
            reason: "skäl".into(),
            note: String::new(),
            by: "Maja Lind".into(),
        };
        let decided = self.site.db.write(self.staff.actor(), async |tx| {
            crate::decide_passage(tx, passage.id, passage.revision, &decision).await
        });
        decided.await.unwrap();
    }

    async fn waiting_passages(&self) -> Vec<store::Passage> {
        let mut conn = self.site.db.read().await.unwrap();
        store::waiting(&mut conn, None, 10, 0).await.unwrap()
    }
}

/// Takes a stance on the statement that the page shows.
async fn take(browser: &mut Browser, address: &str, page: &Page, stance: Stance) -> Page {
    let (key, statement) = (field(&page.body, "nyckel"), field(&page.body, "pastaende"));
    let sent = [
        ("nyckel", key.as_str()),
        ("pastaende", &statement),
        ("rost", stance.key()),
    ];
    browser.post(address, &sent).await
}

/// The address without what it acknowledges.
fn own(page: &Page) -> String {
    page.location.split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_resident_takes_one_stance_after_the_other_and_goes_on_later() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.conversation(3).await;
        let door = door(&activity);
        let mut browser = story.resident();
        let first = browser.get(&door).await;
        assert!(first.body.contains("0 av 3 påståenden"), "{}", first.body);
        assert!(first.body.contains("Håller inte med") && first.body.contains("Vet inte, hoppa över"));
        let sent = take(&mut browser, &door, &first, Stance::Agree).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
        assert_eq!(story.total().await, 1, "stored when it is acknowledged");

        let mut later = story.resident();
        let second = later.get(&sent.location).await;
        assert!(
            second.body.contains("Sparat. Du svarade: Håller med."),
            "{}",
            second.body
        );
        assert!(second.body.contains("1 av 3 påståenden"));
        let address = own(&sent);
        let same = later.get(&address).await;
        assert_eq!(
            field(&same.body, "pastaende"),
            field(&second.body, "pastaende"),
            "the same statement however often one looks"
        );
        let sent = take(&mut later, &address, &second, Stance::Disagree).await;
        let third = later.get(&sent.location).await;
        let sent = take(&mut later, &address, &third, Stance::Pass).await;
        let done = later.get(&sent.location).await;
        assert!(
            done.body.contains("Du har tagit ställning till alla påståenden"),
            "{}",
            done.body
        );

        let standing = story.standing(&activity).await;
        assert_eq!(standing.len(), 1, "one person is one contribution");
        assert_eq!(standing[0].answers.0.len(), 3);
        let code = address.split('/').nth(2).unwrap();
        let mine = later.get(&format!("/mitt-svar/{code}")).await;
        assert!(mine.body.contains("Det här är påstående 1"), "{}", mine.body);
        let change = later.get(&format!("/mitt-svar/{code}/andra")).await;
        assert_eq!(change.location, address);
        assert!(later.get(&format!("/kvitto/{code}")).await.body.contains(code));
    }
}

#[tokio::test]
async fn the_last_stance_counts_and_the_former_is_kept_as_a_record() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.conversation(2).await;
        let mut browser = story.resident();
        let first = browser.get(&door(&activity)).await;
        let statement = field(&first.body, "pastaende");
        let sent = take(&mut browser, &door(&activity), &first, Stance::Agree).await;
        let again = browser.get(&format!("{}?pastaende={statement}", own(&sent))).await;
        assert!(
            again.body.contains("Du har tidigare svarat: Håller med."),
            "{}",
            again.body
        );
        take(&mut browser, &own(&sent), &again, Stance::Disagree).await;
        take(&mut browser, &own(&sent), &again, Stance::Disagree).await;
        let standing = story.standing(&activity).await;
        assert_eq!(standing[0].answers.given(&statement), Some(&Stance::Disagree.answer()));
        let mut conn = story.site.db.read().await.unwrap();
        let changes = store::changes(&mut conn, standing[0].contribution).await.unwrap();
        assert_eq!(changes.len(), 1, "the same stance again changes nothing");
        assert!(changes[0].answers.contains("haller-med"));
    }
}

#[tokio::test]
async fn the_same_form_twice_is_one_person_and_what_it_says_last_counts() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.conversation(2).await;
        let mut browser = story.resident();
        let first = browser.get(&door(&activity)).await;
        let one = take(&mut browser, &door(&activity), &first, Stance::Agree).await;
        let two = take(&mut browser, &door(&activity), &first, Stance::Disagree).await;
        assert_eq!(own(&one), own(&two));
        let standing = story.standing(&activity).await;
        assert_eq!(standing.len(), 1);
        let statement = field(&first.body, "pastaende");
        assert_eq!(standing[0].answers.given(&statement), Some(&Stance::Disagree.answer()));
    }
}

#[tokio::test]
async fn two_windows_at_once_lose_no_stance() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.conversation(6).await;
        let mut conn = story.site.db.read().await.unwrap();
        let used = acts::in_use(&mut conn, activity.clone(), activity.version)
            .await
            .unwrap();
        drop(conn);
        let site = &story.site;
        let begun = acts::begin_stances(site, &used, "pastaende", Stance::Agree, "sv", KEY).await;
        let who = begun.unwrap().contribution;
        let take = |statement| acts::take_stance(site, &used, who, statement, Stance::Pass);
        let all = tokio::join!(
            take("pastaende-2"),
            take("pastaende-3"),
            take("pastaende-4"),
            take("pastaende-5")
        );
        for one in [all.0, all.1, all.2, all.3] {
            one.unwrap();
        }
        assert_eq!(story.standing(&activity).await[0].answers.0.len(), 5);
    }
}

#[tokio::test]
async fn what_is_not_there_or_not_chosen_is_told_and_nothing_is_stored() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.conversation(2).await;
    let door = door(&activity);
    let mut browser = story.resident();
    let unknown = [("nyckel", KEY), ("pastaende", "finns-inte"), ("rost", "haller-med")];
    let page = browser.post(&door, &unknown).await;
    assert_eq!(page.status.as_u16(), 422);
    assert!(
        page.body.contains("Det går inte längre att ta ställning"),
        "{}",
        page.body
    );
    let proposal = [("nyckel", KEY), ("pastaende", PROPOSAL), ("rost", "haller-med")];
    assert_eq!(
        browser.post(&door, &proposal).await.status.as_u16(),
        422,
        "a text is no statement"
    );
    for rost in ["", "kanske"] {
        let page = browser
            .post(&door, &[("nyckel", KEY), ("pastaende", "pastaende-2"), ("rost", rost)])
            .await;
        assert!(page.body.contains("Välj vad du tycker om påståendet"), "{}", page.body);
        assert_eq!(
            field(&page.body, "pastaende"),
            "pastaende-2",
            "the same statement comes back"
        );
    }
    let short = [("nyckel", "kort"), ("pastaende", "pastaende"), ("rost", "haller-med")];
    assert_eq!(browser.post(&door, &short).await.status.as_u16(), 400);
    assert_eq!(story.total().await, 0);
    assert_eq!(
        browser
            .get("/mitt-svar/0000-0000-0000/pastaenden")
            .await
            .status
            .as_u16(),
        404
    );
    let comment = story.comments().await;
    let sent = story.say(&comment, "Mer skugga", KEY).await;
    let other = browser.get(&format!("/mitt-svar/{}/pastaenden", sent.code)).await;
    assert_eq!(other.status.as_u16(), 404, "a comment has no statements");
}

#[tokio::test]
async fn after_the_last_day_no_stance_is_taken() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.conversation(2).await;
    let mut browser = story.resident();
    let first = browser.get(&door(&activity)).await;
    let sent = take(&mut browser, &door(&activity), &first, Stance::Agree).await;
    story.today_is(2026, 4, 1);
    let late = take(&mut browser, &door(&activity), &first, Stance::Disagree).await;
    assert_eq!(late.status.as_u16(), 410, "{}", late.body);
    let late = take(&mut browser, &own(&sent), &first, Stance::Disagree).await;
    assert_eq!(late.status.as_u16(), 410);
    let words = "Parken ska ha en kiosk med öppet på kvällen.";
    for address in [door(&activity), own(&sent)] {
        let proposal = [("gor", "foresla"), ("forslag", words)];
        let late = browser.post(&address, &proposal).await;
        assert_eq!(late.status.as_u16(), 410);
        assert!(late.body.contains(words), "{address}: {}", late.body);
    }
    let standing = story.standing(&activity).await;
    let statement = field(&first.body, "pastaende");
    assert_eq!(standing[0].answers.given(&statement), Some(&Stance::Agree.answer()));
}

#[tokio::test]
async fn a_proposed_statement_waits_for_moderation_before_anybody_sees_it() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.conversation(1).await;
        let door = door(&activity);
        let mut browser = story.resident();
        let words = "Hundar ska få gå <lösa> i parken";
        let proposing = [("nyckel", KEY), ("forslag", words), ("gor", "foresla")];
        let sent = browser.post(&door, &proposing).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
        let own_page = browser.get(&sent.location).await;
        assert!(
            own_page.body.contains("läser det innan andra ser det"),
            "{}",
            own_page.body
        );
        assert!(story.resident().get(&door).await.body.contains("0 av 1 påståenden"));
        let again = browser
            .post(&own(&sent), &[("forslag", "Ett till"), ("gor", "foresla")])
            .await;
        assert!(
            again.body.contains("Du har redan föreslagit ett påstående"),
            "{}",
            again.body
        );

        let passage = story.waiting_passages().await.remove(0);
        story.decide(&passage, PassageState::Published).await;
        let key = proposed_key(&passage.id.to_string());
        let sent = [
            ("nyckel", "en-annan-nyckel-som-ar-lang"),
            ("pastaende", &key),
            ("rost", "haller-med"),
        ];
        let other = story.resident().post(&door, &sent).await;
        assert_eq!(other.status.as_u16(), 303, "{}", other.body);
        let page = story.resident().get(&other.location).await;
        assert!(
            page.body.contains("1 av 2 påståenden") && !page.body.contains("<lösa>"),
            "{}",
            page.body
        );
        let known = [
            ("nyckel", "en-tredje-nyckel-som-ar-lang"),
            ("forslag", words),
            ("gor", "foresla"),
        ];
        assert!(
            browser
                .post(&door, &known)
                .await
                .body
                .contains("Det påståendet finns redan")
        );

        let passage = store::passage(&mut story.site.db.read().await.unwrap(), passage.id)
            .await
            .unwrap();
        story.decide(&passage, PassageState::Hidden).await;
        let gone = story.resident().post(&door, &sent).await;
        assert_eq!(gone.status.as_u16(), 422, "{}", gone.body);
        assert!(
            !browser.get(&own(&other)).await.body.contains("Hundar"),
            "hidden words are shown to nobody"
        );
    }
}

#[tokio::test]
async fn a_long_or_empty_proposal_comes_back_with_what_was_typed() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.conversation(1).await;
    let mut browser = story.resident();
    let long = "å".repeat(141);
    let page = browser
        .post(
            &door(&activity),
            &[("nyckel", KEY), ("forslag", &long), ("gor", "foresla")],
        )
        .await;
    assert_eq!(page.status.as_u16(), 422);
    assert!(
        page.body.contains("ett tecken för mycket") && page.body.contains(&long),
        "{}",
        page.body
    );
    let page = browser
        .post(
            &door(&activity),
            &[("nyckel", KEY), ("forslag", "  "), ("gor", "foresla")],
        )
        .await;
    assert!(page.body.contains("Skriv ett påstående"), "{}", page.body);
    assert_eq!(story.total().await, 0);
}

#[tokio::test]
async fn groups_are_computed_apart_and_anew_when_somebody_withdraws() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.conversation(3).await;
        let mut conn = story.site.db.read().await.unwrap();
        let used = acts::in_use(&mut conn, activity.clone(), activity.version)
            .await
            .unwrap();
        drop(conn);
        let site = &story.site;
        let mut people = Vec::new();
        for person in 0..12 {
            let (one, other) = if person < 6 {
                (Stance::Agree, Stance::Disagree)
            } else {
                (Stance::Disagree, Stance::Agree)
            };
            let key = format!("{KEY}-{person}");
            let begun = acts::begin_stances(site, &used, "pastaende", one, "sv", &key).await;
            let who = begun.unwrap().contribution;
            acts::take_stance(site, &used, who, "pastaende-2", other).await.unwrap();
            acts::take_stance(site, &used, who, "pastaende-3", Stance::Agree)
                .await
                .unwrap();
            people.push(who);
        }
        assert_eq!(background::run_waiting(site).await.unwrap(), 1, "{}", story.test.engine);
        let read = async || {
            opinions(&mut site.db.read().await.unwrap(), activity.id)
                .await
                .unwrap()
                .unwrap()
        };
        let (found, computed) = read().await;
        assert!(computed.current);
        assert_eq!((found.participants, found.stances), (12, 36));
        assert_eq!(found.groups.iter().map(|group| group.size).collect::<Vec<_>>(), [6, 6]);
        assert_eq!(found.agreed, ["pastaende-3"]);

        acts::withdraw(site, Actor::Participant, people[0], "").await.unwrap();
        assert!(!read().await.1.current);
        background::run_waiting(site).await.unwrap();
        assert_eq!(read().await.0.participants, 11);
        let page = story.resident().get(&door(&activity)).await;
        assert_eq!(
            page.status.as_u16(),
            200,
            "the next statement is drawn by what was computed"
        );
    }
}

#[tokio::test]
async fn staff_write_statements_and_nothing_else_and_see_them_as_residents_will() {
    let story = Story::begin(testkit::sqlite().await).await;
    let mut lead = story.lead().await;
    let list = format!("/arbetsyta/dialoger/{}/aktiviteter", story.dialogue);
    let page = lead.get(&list).await;
    let key = field(&page.body, "nyckel");
    let made = lead
        .post(
            &list,
            &[("nyckel", &key), ("sort", "statements"), ("namn", "Ta ställning")],
        )
        .await;
    let desk = made.location.clone();
    let builder = lead.get(&desk).await;
    assert!(
        builder.body.contains("Lägg till minst ett påstående"),
        "{}",
        builder.body
    );
    assert!(
        !builder.body.contains("value=\"scale\""),
        "only what belongs to the kind is offered"
    );
    let refused = lead
        .post(&desk, &[("gor", "lagg-till"), ("sort", "scale"), ("revision", "1")])
        .await;
    assert_eq!(refused.status.as_u16(), 400);
    let added = lead
        .post(&desk, &[("gor", "lagg-till"), ("sort", "statement"), ("revision", "1")])
        .await;
    assert_eq!(added.location, format!("{desk}/fraga/pastaende"));
    let form = lead.get(&added.location).await;
    assert!(!form.body.contains("name=\"obligatorisk\""), "{}", form.body);
    let saved = lead
        .post(
            &added.location,
            &[
                ("revision", "2"),
                ("fraga-sv", "Parken behöver skugga"),
                ("om-dig", "ja"),
            ],
        )
        .await;
    assert_eq!(saved.status.as_u16(), 303, "{}", saved.body);
    let twice = lead
        .post(&desk, &[("gor", "lagg-till"), ("sort", "proposal"), ("revision", "3")])
        .await;
    assert_eq!(
        twice.location,
        format!("{desk}/fraga/{PROPOSAL}"),
        "the field for proposals is there once"
    );
    let preview = lead.get(&format!("{desk}/forhandsgranska")).await;
    assert!(preview.body.contains("Parken behöver skugga") && preview.body.contains("Inget sparas"));
    let next = [("pastaende", "pastaende"), ("rost", "haller-med")];
    let next = lead.post(&format!("{desk}/forhandsgranska"), &next).await;
    assert_eq!(next.status.as_u16(), 200, "{}", next.body);
    let published = lead
        .post(&format!("{desk}/publicera"), &[("revision", "3"), ("anteckning", "")])
        .await;
    assert_eq!(published.status.as_u16(), 303, "{}", published.body);
    assert!(
        lead.get(&format!("{desk}/registrera"))
            .await
            .body
            .contains("Håller inte med")
    );
    let id: Id = desk.rsplit('/').next().unwrap().parse().unwrap();
    let activity = story.read_activity(id).await;
    let paper = story.resident().get(&format!("{}/blankett", door(&activity))).await;
    assert!(paper.body.contains("Vet inte, hoppa över"), "{}", paper.body);
}
