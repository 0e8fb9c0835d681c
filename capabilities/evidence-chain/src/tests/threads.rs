//! Threads: from a dialogue to the answer, and what traces tell of it in both directions.

use super::*;
use std::collections::{BTreeSet, HashMap};

/// Everything from two quotations to the answer, in a project.
async fn whole(story: &Story) -> Vec<Id> {
    let (one, two) = (
        story.evidence("Mörkt", "interview", "I1").await,
        story.evidence("14 av 52", "dialogue", "Enkät").await,
    );
    let supports = [(one, Sort::Supports), (two, Sort::Supports)];
    let insight = story
        .insight("Unga undviker vägen", "reviewed", &supports)
        .await
        .expect("an insight");
    let leads = |id: Id| [(id, Sort::LeadsTo)];
    let question = json!({ "hmw-opportunity": "Synas", "hmw-question": "Hur kan vi göra vägen ljus?", "hmw-for-whom": ["Unga"],
        "hmw-effect": "Fler går", "hmw-checks": ["open"] });
    let question = story
        .add(NodeKind::Question, question, &leads(insight))
        .await
        .expect("a question");
    let idea = story
        .add(NodeKind::Idea, idea("Lyktor", "chosen"), &leads(question))
        .await
        .expect("an idea");
    let prototype = json!({ "prototype-version": "1", "prototype-kind": "pilot", "prototype-assumption": "Ljus räcker",
        "prototype-right-when": "Fler går" });
    let prototype = story
        .add(NodeKind::Prototype, prototype, &leads(idea))
        .await
        .expect("a prototype");
    let tried = json!({ "test-round": "1", "test-date": "2026-04-02", "test-code": "T1", "test-role": "user",
        "test-plus": ["Ljust"], "test-minus": ["Bländar"], "test-learned": "Det hjälper", "test-changes": "Lägre stolpar",
        "test-decision": "realise" });
    let tried = story
        .add(NodeKind::Test, tried, &leads(prototype))
        .await
        .expect("a test");
    let measure = story
        .add(
            NodeKind::Measure,
            measure("Belysning", "decided"),
            &[(tried, Sort::Supports)],
        )
        .await
        .expect("a measure");
    let effect = json!({ "benefit-name": "Fler går hem", "benefit-kind": "quality", "benefit-for-whom": ["Unga"],
        "benefit-goal": "Trygghet", "benefit-indicator": "Antal som går", "benefit-method": "Räkning", "benefit-baseline": "120",
        "benefit-baseline-on": "2026-03-01", "benefit-baseline-source": "Mätning", "benefit-target": "200",
        "benefit-target-on": "2026-12-01", "benefit-owner": "Gatuenheten", "benefit-status": "expected",
        "benefit-public": "Fler ska våga gå hem." });
    let effect = story
        .add(NodeKind::Effect, effect, &leads(measure))
        .await
        .expect("a benefit");
    let answer =
        json!({ "reply-to": "Alla som svarade", "reply-text": "Vi sätter upp lyktor.", "reply-status": "draft" });
    let answer = story
        .add(NodeKind::Answer, answer, &leads(effect))
        .await
        .expect("an answer");
    vec![
        one, two, insight, question, idea, prototype, tried, measure, effect, answer,
    ]
}

#[tokio::test]
async fn a_thread_is_read_from_both_ends() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let all = whole(&story).await;
        let lonely = story.evidence("Något annat", "case", "Ä1").await;
        let back = story.back(all[7]).await;
        assert_eq!(ids(&back), all[..8], "the measure rests on all before it");
        assert_eq!(back.arrows.len(), 7);
        let on = story.on(all[0]).await;
        let expected: Vec<Id> = all.iter().copied().filter(|id| *id != all[1]).collect();
        assert_eq!(ids(&on), expected, "a quotation led to all but the other quotation");
        assert_eq!(ids(&story.on(lonely).await), [lonely]);
        let mut read = story.site.db.read().await.expect("a reader");
        let of_project = trace_of_dialogue(&mut read, story.project).await.expect("traced");
        assert_eq!(of_project.nodes.len(), 11);
    }
}

#[tokio::test]
async fn gates_are_proved_by_the_chain() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        assert!(
            story.proofs().await.iter().all(|(_, met)| !met),
            "nothing proves nothing"
        );
        assert_eq!(story.proofs().await.len(), KEYS.len());
        let all = whole(&story).await;
        for key in KEYS {
            let met = story.proves(key).await;
            let waits = matches!(key, "benefits-followed" | "contributors-answered");
            assert_eq!(met, !waits, "{key}");
        }
        story
            .change(all[8], json!({ "benefit-follow-ups": [{ "date": "2026-12-02", "value": "210" }], "benefit-status": "realised" }))
            .await
            .expect("followed up");
        assert!(story.proves("benefits-followed").await);
        story
            .change(all[9], json!({ "reply-status": "published" }))
            .await
            .expect("answered");
        assert!(story.proves("contributors-answered").await);
        // An insight that nobody has answered is owed an answer; one put aside answers with its reason.
        let more = story.evidence("Bullrigt", "interview", "I9").await;
        let noisy = story
            .insight("Vägen bullrar", "reviewed", &[(more, Sort::Supports)])
            .await
            .expect("an insight");
        assert!(!story.proves("contributors-answered").await);
        let mut aside = insight("Vägen bullrar", "rejected");
        aside["insight-rejected-because"] = "mandate".into();
        aside["insight-rejected-reason"] = "Vägen är statens.".into();
        story.change(noisy, aside).await.expect("put aside");
        assert!(story.proves("contributors-answered").await);
        // A new idea without a ground is told of.
        story
            .add(NodeKind::Idea, idea("Vakt", "new"), &[])
            .await
            .expect("a new idea");
        assert!(story.proves("ideas-grounded").await && !story.proves("ideas-decided").await);
    }
}

#[tokio::test]
async fn a_voice_reads_what_became_of_it() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let voices = Voices::begin(&story).await;
        let (mine, other) = (
            voices.say(&story, "Det är kolsvart vid tunneln.").await,
            voices.say(&story, "Bussen är sen.").await,
        );
        let (theme, texts) = voices.read_and_coded(&story, "Mörker").await;
        let mut browser = story.browser().await;
        let waiting = browser.get(&format!("/kvitto/{mine}/vad-det-blev")).await;
        assert!(waiting.body.contains("Ingenting att visa ännu"), "{}", waiting.body);
        let dialogue = {
            let mut read = story.site.db.read().await.expect("a reader");
            dialogues::dialogue(&mut read, voices.dialogue)
                .await
                .expect("the dialogue")
        };
        let picks = Picks {
            passages: vec![texts[0]],
            project: Some(story.project),
            insight: "Unga undviker tunneln när det är mörkt.".into(),
            ..Picks::default()
        };
        let (n, insight_id) = gather(&story.site, &story.who, &dialogue, &picks, None)
            .await
            .expect("gathered");
        let insight_id = insight_id.expect("a draft of an insight");
        assert_eq!(n, 1);
        let page = browser.get(&format!("/kvitto/{mine}/vad-det-blev")).await;
        assert!(
            page.body.contains("är med i underlaget"),
            "a draft is shown to nobody: {}",
            page.body
        );
        story
            .change(insight_id, insight("Unga undviker tunneln", "reviewed"))
            .await
            .expect("reviewed");
        let excused = {
            let mut one = measure("Ljus i tunneln", "decided");
            one["measure-exception"] = "Akut".into();
            one
        };
        story
            .add(NodeKind::Measure, excused, &[(insight_id, Sort::LeadsTo)])
            .await
            .expect("a measure");
        let page = browser.get(&format!("/kvitto/{mine}/vad-det-blev")).await;
        assert!(
            page.body.contains("Nämnden har beslutat: Ljus i tunneln"),
            "{}",
            page.body
        );
        assert!(
            !page.body.contains("kolsvart"),
            "no evidence is shown through a receipt"
        );
        let page = browser.get(&format!("/kvitto/{other}/vad-det-blev")).await;
        assert!(
            !page.body.contains("Ljus i tunneln"),
            "somebody else's text led nowhere yet"
        );
        // With the theme, everybody who spoke of it stands behind; what is evidence already is not made twice.
        let more = Picks {
            passages: vec![texts[0]],
            themes: vec![theme],
            ..Picks::default()
        };
        let (n, _) = gather(&story.site, &story.who, &dialogue, &more, None)
            .await
            .expect("gathered");
        assert_eq!(n, 1, "the quotation is there already");
        let mut read = story.site.db.read().await.expect("a reader");
        let trace = trace_of_dialogue(&mut read, voices.dialogue).await.expect("traced");
        let counted = trace
            .nodes
            .iter()
            .find(|node| node.theme_id == Some(theme))
            .expect("the theme");
        assert_eq!(
            (counted.voices, counted.base, counted.body.as_str()),
            (2, 2, "2 av 2 texter handlar om Mörker.")
        );
        drop(read);
        link(
            &story.site,
            &story.who,
            insight_id,
            &[counted.id],
            Some(Sort::Supports),
            "",
        )
        .await
        .expect("linked");
        let page = browser.get(&format!("/kvitto/{other}/vad-det-blev")).await;
        assert!(page.body.contains("Ljus i tunneln"), "{}", page.body);
        let wrong = browser.get("/kvitto/AAAA-AAAA-AAAA/vad-det-blev").await;
        assert_eq!(wrong.status, 404);
    }
}

#[tokio::test]
async fn a_decision_tells_on_what_it_rests() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let all = whole(&story).await;
        let voices = Voices::begin(&story).await;
        let registrar = Grant::<identity::RegisterCase>::of(&story.staff).expect("a project lead registers");
        let draft = cases::DecisionDraft {
            body: "Tekniska nämnden".into(),
            decided_on: jiff::civil::date(2026, 5, 12),
            paragraph: "84".into(),
            wording: "Nämnden beslutar att sätta upp belysning.".into(),
            effect: cases::Effect::ALL[0],
            reason: "Dialogen vägde in.".into(),
        };
        let decision = cases::record_decision(&story.site, &registrar, voices.dialogue, None, draft, None)
            .await
            .expect("recorded");
        let mut browser = story.browser().await;
        let here = format!("/arbetsyta/beslut/{decision}");
        let page = browser.get(&here).await.body;
        assert!(
            page.contains("Ingen åtgärd är kopplad") && page.contains("Belysning"),
            "{page}"
        );
        let measure = all[7].to_string();
        assert_eq!(browser.post(&here, &[("nod", &measure)]).await.status, 303);
        let page = browser.get(&here).await.body;
        assert!(
            page.contains("Mörkt") && page.contains("<svg"),
            "the thread is there: {page}"
        );
        let mut read = story.site.db.read().await.expect("a reader");
        let trace = trace_of_decision(&mut read, decision).await.expect("traced");
        assert_eq!(ids(&trace), all[..8]);
        drop(read);
        let node = browser.get(&format!("/arbetsyta/insikter/{measure}")).await.body;
        assert!(node.contains("Tekniska nämnden § 84"), "{node}");
        let idea = tie(&story.site, &story.who, decision, &[all[4]], None).await;
        assert!(idea.is_err(), "an idea is no measure");
        assert_eq!(browser.post(&here, &[("ta-bort", &measure)]).await.status, 303);
        assert!(browser.get(&here).await.body.contains("Ingen åtgärd är kopplad"));
    }
}

/// A small, steady stream of numbers (a linear congruential generator, Knuth's constants).
fn numbers(mut seed: u64) -> impl FnMut(u64) -> u64 {
    move |below| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    }
}

#[tokio::test]
async fn back_and_on_are_each_others_mirror() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let mut number = numbers(7);
        let mut all: Vec<(Id, NodeKind)> = Vec::new();
        for n in 0..6 {
            all.push((
                story.evidence(&format!("Citat {n}"), "interview", "I").await,
                NodeKind::Evidence,
            ));
        }
        for n in 0..6 {
            let id = story
                .insight(&format!("Insikt {n}"), "draft", &[])
                .await
                .expect("a draft");
            all.push((id, NodeKind::Insight));
        }
        for n in 0..6 {
            let id = story
                .add(NodeKind::Idea, idea(&format!("Idé {n}"), "new"), &[])
                .await
                .expect("an idea");
            all.push((id, NodeKind::Idea));
        }
        let mut on: HashMap<Id, BTreeSet<Id>> = HashMap::new();
        for _ in 0..24 {
            let (one, two) = (all[number(18) as usize], all[number(18) as usize]);
            if one.1 < two.1 {
                let sort = (one.1 == NodeKind::Evidence).then_some(Sort::Supports);
                link(&story.site, &story.who, one.0, &[two.0], sort, "")
                    .await
                    .expect("linked");
                on.entry(one.0).or_default().insert(two.0);
            }
        }
        let reached = |from: Id| {
            let (mut seen, mut waiting) = (BTreeSet::from([from]), vec![from]);
            while let Some(id) = waiting.pop() {
                waiting.extend(on.get(&id).into_iter().flatten().filter(|next| seen.insert(**next)));
            }
            seen
        };
        let mut led: HashMap<Id, BTreeSet<Id>> = HashMap::new();
        for (id, _) in &all {
            let found: BTreeSet<Id> = ids(&story.on(*id).await).into_iter().collect();
            assert_eq!(found, reached(*id), "{}: what plain walking finds", test.engine);
            for one in found {
                led.entry(one).or_default().insert(*id);
            }
        }
        for (id, _) in &all {
            let found: BTreeSet<Id> = ids(&story.back(*id).await).into_iter().collect();
            assert_eq!(
                Some(&found),
                led.get(id),
                "{}: back finds what on led from",
                test.engine
            );
        }
    }
}
