//! A vote over money, from the desk to the receipt.

use super::*;
use crate::count::budget_count;
use crate::kinds::BALLOT;
use crate::model::ballot::{BallotForm, FundingRule, Project, Terms};
use crate::model::definition::{Kind, Question, Wording};

/// Projects for 60, 40 and 50 thousand kronor, and 100 thousand to spend.
fn vote(ballot: BallotForm) -> Definition {
    let project = |cost| Project {
        cost,
        text: Wording::new("Beskrivning", ""),
        place: "Norra stranden".into(),
    };
    let kind = Kind::Budget {
        options: samples::choices(&["bad", "skate", "damm"]),
        terms: Terms {
            projects: [("bad", 60_000), ("skate", 40_000), ("damm", 50_000)]
                .map(|(key, cost)| (key.to_owned(), project(cost)))
                .into(),
            total: 100_000,
            rule: FundingRule::Greedy,
            ballot,
        },
    };
    let mut question = Question::blank(BALLOT, kind);
    question.label = Wording::new("Vad ska pengarna gå till?", "");
    question.required = true;
    Definition {
        questions: vec![question],
        ..Definition::default()
    }
}

impl Story {
    async fn vote(&self, ballot: BallotForm) -> Activity {
        self.activity("budget", Some(vote(ballot))).await
    }
}

#[tokio::test]
async fn a_resident_chooses_adds_up_checks_and_votes_once() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.vote(BallotForm::Knapsack).await;
        let door = door(&activity);
        let mut browser = story.resident();
        let page = browser.post(&door, &[("svar", ""), ("gor", "borja")]).await;
        for told in [
            "Flest röster",
            "flest röster får pengar först",
            "60\u{a0}000",
            "Norra stranden",
            "exakt lika",
        ] {
            let told_there = page.body.contains(told) || told == "Flest röster";
            assert!(told_there, "{told} in {}", page.body);
        }
        let svar = field(&page.body, "svar");
        let with = |gor: &'static str, projects: &[&'static str]| {
            let mut sent = vec![
                ("svar", svar.clone()),
                ("fraga", BALLOT.to_owned()),
                ("gor", gor.to_owned()),
            ];
            sent.extend(projects.iter().map(|p| ("f-rost", (*p).to_owned())));
            sent
        };
        let post = async |browser: &mut testkit::Browser, sent: Vec<(&'static str, String)>| {
            let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post(&door, &sent).await
        };
        let sum = post(&mut browser, with("rakna", &["bad", "damm"])).await;
        assert_eq!(sum.status.as_u16(), 200);
        assert!(sum.body.contains("10\u{a0}000 kronor för mycket"), "{}", sum.body);
        let over = post(&mut browser, with("nasta", &["bad", "damm"])).await;
        assert_eq!(over.status.as_u16(), 422);
        assert!(
            over.body.contains("Projekten kostar") && over.body.contains("<title>Fel:"),
            "{}",
            over.body
        );
        assert_eq!(over.body.matches(" checked").count(), 2, "what was chosen is kept");
        let none = post(&mut browser, with("nasta", &[])).await;
        assert!(none.body.contains("Välj minst ett projekt"), "{}", none.body);
        let unknown = post(&mut browser, with("nasta", &["bad", "finns-inte"])).await;
        assert_eq!(unknown.status.as_u16(), 422);

        let check = post(&mut browser, with("nasta", &["bad", "skate"])).await;
        assert_eq!(heading(&check.body), "Kontrollera dina svar", "{}", check.body);
        assert_eq!(story.total().await, 0, "nothing is stored before it is sent");
        let (svar, key) = (field(&check.body, "svar"), field(&check.body, "nyckel"));
        let send = [("svar", svar.as_str()), ("nyckel", key.as_str()), ("gor", "skicka")];
        let sent = browser.post(&door, &send).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
        browser.post(&door, &send).await;
        assert_eq!(story.total().await, 1, "the same form twice is one vote");
        story.today_is(2026, 4, 1);
        assert_eq!(browser.post(&door, &send).await.status.as_u16(), 410);
        let late = post(&mut browser, with("nasta", &["bad", "damm"])).await;
        assert_eq!(late.status.as_u16(), 410);
        assert!(
            late.body.contains("Val bad\nVal damm"),
            "what was ticked is given back, too dear or not: {}",
            late.body
        );
    }
}

#[tokio::test]
async fn the_vote_is_counted_apart_by_the_rule_that_was_told() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.vote(BallotForm::Approval { most: 2 }).await;
        let mut conn = story.site.db.read().await.unwrap();
        assert_eq!(
            budget_count(&mut conn, activity.id).await.unwrap().unwrap().0.ballots,
            0
        );
        let definition = crate::versions(&mut conn, activity.id).await.unwrap().pop().unwrap().1;
        drop(conn);
        for (number, chosen) in [(0, ["bad", "damm"]), (1, ["bad", "skate"]), (2, ["bad", "skate"])] {
            let mut answers = Answers::default();
            let keys = chosen.map(str::to_owned).to_vec();
            answers.put(BALLOT, Some(Answer::Choices(keys)));
            let finished = finish(&definition, &answers, Strictness::AtTheForm);
            let sending = Sending {
                activity: &activity,
                version: 1,
                finished: finished.unwrap(),
                channel: Channel::Web,
                batch: String::new(),
                language: "sv".into(),
                entered_by: String::new(),
                at: None,
                submit_key: &format!("en-nyckel-som-ar-lang-nog-{number}"),
                letter: None,
            };
            crate::submit(&story.site, Actor::Participant, sending).await.unwrap();
        }
        background::run_waiting(&story.site).await.unwrap();
        let mut conn = story.site.db.read().await.unwrap();
        let (count, computed) = budget_count(&mut conn, activity.id).await.unwrap().unwrap();
        assert!(computed.current);
        assert_eq!((count.ballots, count.cost), (3, 100_000));
        let chosen: Vec<(&str, bool)> = count.projects.iter().map(|p| (p.key.as_str(), p.selected)).collect();
        assert_eq!(chosen, [("bad", true), ("skate", true), ("damm", false)]);
        assert_eq!(
            count.projects[2].lacking,
            Some(3),
            "it fits only before the first, and an equal one goes after it"
        );
    }
}

#[tokio::test]
async fn staff_write_projects_and_a_published_vote_keeps_its_terms() {
    let story = Story::begin(testkit::sqlite().await).await;
    let mut lead = story.lead().await;
    let new = Creating {
        dialogue: story.dialogue,
        kind: "budget".into(),
        title: "Rösta".into(),
        opens_on: None,
        closes_on: None,
    };
    let id = acts::create(&story.site, story.staff.actor(), new).await.unwrap();
    let desk = format!("/arbetsyta/aktiviteter/{id}");
    let form = format!("{desk}/fraga/{BALLOT}");
    assert!(
        lead.get(&form).await.body.contains("name=\"projekt-3-namn\""),
        "three empty rows to begin with"
    );
    let mut sent = vec![
        ("revision", "1"),
        ("fraga-sv", "Vad ska pengarna gå till?"),
        ("summa", "100 000"),
        ("rostsatt", "knapsack"),
        ("regel", "equal-shares"),
        ("projekt-1-namn", "Badplats"),
        ("projekt-1-kostnad", "60 000"),
        ("projekt-3-namn", "Skatepark"),
        ("projekt-3-kostnad", "många"),
    ];
    let faulty = lead.post(&form, &sent).await;
    assert_eq!(faulty.status.as_u16(), 422);
    assert!(
        faulty.body.contains("”Skatepark” kostar") && faulty.body.contains("value=\"många\""),
        "{}",
        faulty.body
    );
    sent.retain(|(_, value)| *value != "många");
    sent.push(("projekt-3-kostnad", "40000"));
    let saved = lead.post(&form, &sent).await;
    assert_eq!(saved.status.as_u16(), 303, "{}", saved.body);
    let published = lead.post(&format!("{desk}/publicera"), &[("revision", "2")]).await;
    assert_eq!(published.status.as_u16(), 303, "{}", published.body);

    let revision = story.read_activity(id).await.revision.to_string();
    let mut other: Vec<(&str, &str)> = sent
        .iter()
        .map(|(n, v)| if *n == "regel" { (*n, "greedy") } else { (*n, *v) })
        .collect();
    other[0] = ("revision", revision.as_str());
    let refused = lead.post(&form, &other).await;
    assert!(refused.body.contains("Regeln ligger fast"), "{}", refused.body);
    let preview = format!("{desk}/forhandsgranska");
    let preview = lead.post(&preview, &[("svar", ""), ("gor", "borja")]).await;
    assert!(
        preview.body.contains("Varje röst förfogar över en lika stor del"),
        "{}",
        preview.body
    );
    let paper = story
        .resident()
        .get(&format!("/dialoger/parken/delta/{id}/blankett"))
        .await;
    assert!(paper.body.contains("60\u{a0}000 kronor"), "{}", paper.body);
}
