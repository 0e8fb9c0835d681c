//! What came of it: results, decision and answers, and who won a vote over money.

use super::interface::the_answers_are_as_described;
use super::*;
use crate::results;

#[tokio::test]
async fn results_show_decision_answers_and_base() {
    for test in testkit::databases().await {
        let story = Story::published(&test).await;
        test.clock.set("2026-06-20T08:00:00Z".parse().unwrap());
        dialogues::tick(&story.site).await.unwrap();
        for step in ["compile", "adopt-report", "hand-over", "decide"] {
            story.go(step, "").await;
        }
        let theme = insights::create_theme(
            &story.site,
            story.who.actor(),
            story.id,
            &insights::ThemeDraft::named("Skugga"),
        )
        .await
        .unwrap();
        let draft = cases::DecisionDraft {
            body: "Tekniska nämnden".into(),
            decided_on: "2026-06-16".parse().unwrap(),
            paragraph: "69".into(),
            wording: "Programmet antas.".into(),
            effect: cases::Effect::Partly,
            reason: "Träd har lagts till.".into(),
        };
        cases::record_decision(
            &story.site,
            &Grant::of(&story.who).unwrap(),
            story.id,
            None,
            draft,
            None,
        )
        .await
        .unwrap();
        let answer = cases::AnswerDraft {
            you_said: "Parken behöver skugga.".into(),
            outcome: cases::Outcome::Done,
            reason: "Vi planterar 14 träd.".into(),
            responsible: "Parkenheten".into(),
            due_text: "september 2026".into(),
            decision: None,
        };
        cases::save_answer(&story.site, &Grant::of(&story.who).unwrap(), story.id, theme, 0, answer)
            .await
            .unwrap();
        let dialogue = story.dialogue().await;
        let page = async || {
            whole(
                results::results_of(story.cx(), &dialogue, story.site.today())
                    .await
                    .unwrap()
                    .render()
                    .unwrap(),
            )
        };
        assert!(
            !page().await.contains("14 träd"),
            "an answer that is not published is not shown"
        );
        cases::publish_answers(&story.site, &Grant::of(&story.who).unwrap(), story.id)
            .await
            .unwrap();
        let shown = page().await;
        for words in [
            "Tekniska nämnden, 16\u{a0}juni 2026, § 69",
            "Ni sa",
            "Parken behöver skugga.",
            "Genomförs",
            "Vi planterar 14 träd.",
            "september 2026",
        ] {
            assert!(shown.contains(words), "{words} is missing");
        }
        assert!(
            story.page(Lang::Sv).await.contains("Vi planterar 14 träd."),
            "feedback stands first on the dialogue's page"
        );
        let home = whole(
            list::home_of(story.cx(), story.site.today())
                .await
                .unwrap()
                .render()
                .unwrap(),
        );
        assert!(home.contains("Det här hände med era synpunkter") && home.contains("Vi planterar 14 träd."));
        assert!(
            results::csv_of(&story.cx(), &dialogue)
                .await
                .unwrap()
                .starts_with("\u{feff}\"Fråga\";")
        );
        the_answers_are_as_described(&story).await;
    }
}

#[tokio::test]
async fn what_a_vote_over_money_decided_stands_with_the_results() {
    let test = testkit::sqlite().await;
    let story = Story::published(&test).await;
    let dialogue = story.dialogue().await;
    let page = async || {
        let page = results::results_of(story.cx(), &dialogue, story.site.today()).await;
        whole(page.unwrap().render().unwrap())
    };
    assert!(!page().await.contains("Räknas för första gången"));
    let new = participation::acts::Creating {
        dialogue: story.id,
        kind: "budget".into(),
        title: "Rösta om <parken>".into(),
        opens_on: None,
        closes_on: None,
    };
    let actor = || story.who.actor();
    let id = participation::acts::create(&story.site, actor(), new).await.unwrap();
    let vote = json!({ "questions": [{
        "key": "rost", "kind": "budget", "label": { "sv": "Vad ska pengarna gå till?" }, "required": true,
        "options": [{ "key": "bad", "label": { "sv": "Badplats" } }, { "key": "damm", "label": { "sv": "Damm" } }],
        "projects": { "bad": { "cost": 60 }, "damm": { "cost": 50 } }, "total": 100, "rule": "phragmen"
    }] });
    let vote = serde_json::from_value(vote).unwrap();
    participation::acts::save_draft(&story.site, actor(), id, 1, &vote)
        .await
        .unwrap();
    participation::acts::publish(&story.site, actor(), id, 2, "")
        .await
        .unwrap();
    assert!(page().await.contains("Räknas för första gången"));
    background::run_waiting(&story.site).await.unwrap();
    let shown = page().await;
    assert!(shown.contains("0 av 2 projekt får pengar"), "{shown}");
    assert!(
        shown.contains("Varje röst tjänar pengar i samma takt"),
        "the rule is told with the result"
    );
    assert!(
        shown.contains("Ingen har röstat på projektet") && !shown.contains("<parken>"),
        "{shown}"
    );
}
