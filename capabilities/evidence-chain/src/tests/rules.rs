//! What may stand on what, what a schema refuses, and what stays when words are taken away.

use super::*;
use crate::store::{self, NewLink};

#[tokio::test]
async fn an_insight_stands_only_on_evidence_and_its_strength_is_counted() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let refused = story.insight("Unga undviker vägen", "reviewed", &[]).await;
        assert!(matches!(refused, Err(Refused::Lacks(list)) if matches!(list[..], [Lacks::Ground { .. }])));
        let id = story
            .insight("Unga undviker vägen", "draft", &[])
            .await
            .expect("a draft needs nothing");
        let quote = story.evidence("Det är så mörkt.", "interview", "I3").await;
        let count = story
            .evidence("14 av 52 nämner mörkret.", "dialogue", "Enkät 2026")
            .await;
        let other = story.evidence("Lamporna lyser redan.", "observation", "O1").await;
        link(&story.site, &story.who, id, &[quote, count], Some(Sort::Supports), "")
            .await
            .expect("linked");
        link(
            &story.site,
            &story.who,
            other,
            &[id],
            Some(Sort::Contradicts),
            "Mätt i mars",
        )
        .await
        .expect("linked");
        story
            .change(id, insight("Unga undviker vägen", "reviewed"))
            .await
            .expect("it stands now");
        let strength = Strength::at(&story.node(id).await);
        let counted = Strength {
            supporting: 2,
            contradicting: 1,
            sources: 2,
            source_kinds: 2,
            groups: 1,
        };
        assert_eq!(strength, counted);
        // A source that is corrected counts anew.
        let corrected = json!({ "evidence-source": "I3", "evidence-source-kind": "interview" });
        story.change(count, corrected).await.expect("changed");
        assert_eq!(Strength::at(&story.node(id).await).sources, 1);
    }
}

#[tokio::test]
async fn what_contradicts_is_no_ground() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let against = story.evidence("Det är ljust.", "observation", "O1").await;
        let refused = story
            .insight("Det är mörkt", "reviewed", &[(against, Sort::Contradicts)])
            .await;
        assert!(matches!(refused, Err(Refused::Lacks(_))));
    }
}

#[tokio::test]
async fn the_last_ground_is_not_taken_away_and_what_is_taken_away_is_remembered() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let (one, two) = (
            story.evidence("Mörkt", "interview", "I1").await,
            story.evidence("Ödsligt", "interview", "I2").await,
        );
        let both = [(one, Sort::Supports), (two, Sort::Supports)];
        let id = story
            .insight("Vägen undviks", "reviewed", &both)
            .await
            .expect("it stands");
        let links = async || {
            let mut read = story.site.db.read().await.expect("a reader");
            store::links::links(&mut read, id).await.expect("the links")
        };
        let all = links().await;
        let empty = unlink(&story.site, &story.who, all[0].id, " ").await;
        assert!(empty.is_err(), "a reason is needed");
        unlink(&story.site, &story.who, all[0].id, "Gällde en annan väg")
            .await
            .expect("one is left");
        let last = unlink(&story.site, &story.who, all[1].id, "Också fel").await;
        assert!(last.is_err(), "the last ground stays while the insight stands");
        let all = links().await;
        assert_eq!(all.iter().filter(|link| link.removed_at.is_some()).count(), 1);
        assert_eq!(Strength::at(&story.node(id).await).supporting, 1);
        assert_eq!(
            story.back(id).await.nodes.len(),
            2,
            "the removed link is no way any more"
        );
        // Taken away, it can be made again.
        link(&story.site, &story.who, id, &[one, two], Some(Sort::Supports), "")
            .await
            .expect("linked");
        assert_eq!(Strength::at(&story.node(id).await).supporting, 2);
    }
}

#[tokio::test]
async fn circles_and_links_to_nothing_cannot_be_written() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let quote = story.evidence("Mörkt", "interview", "I1").await;
        let id = story
            .insight("Vägen undviks", "draft", &[(quote, Sort::Supports)])
            .await
            .expect("a draft");
        let write = async |from: (Id, NodeKind), to: (Id, NodeKind)| {
            let link = NewLink {
                from,
                to,
                sort: Sort::LeadsTo,
                reason: String::new(),
            };
            story
                .site
                .db
                .write(story.staff.actor(), async |tx| {
                    store::links::link(tx, std::slice::from_ref(&link)).await
                })
                .await
        };
        use NodeKind::{Evidence, Insight, Need};
        assert!(
            write((id, Insight), (quote, Evidence)).await.is_err(),
            "back in the thread"
        );
        assert!(write((id, Insight), (id, Insight)).await.is_err(), "to itself");
        assert!(
            write((id, Evidence), (quote, Insight)).await.is_err(),
            "under a false rank"
        );
        let nobody = story.site.db.new_id();
        assert!(write((id, Insight), (nobody, Need)).await.is_err(), "to nothing");
        let same = link(&story.site, &story.who, id, &[id], None, "").await;
        assert!(same.is_err());
        assert_eq!(story.on(quote).await.nodes.len(), 2, "nothing was written");
    }
}

#[tokio::test]
async fn a_measure_needs_a_test_or_a_reason_not_to() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let quote = story.evidence("Mörkt", "interview", "I1").await;
        let insight = story
            .insight("Vägen undviks", "reviewed", &[(quote, Sort::Supports)])
            .await
            .expect("it stands");
        let from = [(insight, Sort::LeadsTo)];
        let refused = story
            .add(NodeKind::Measure, measure("Belysning", "decided"), &from)
            .await;
        assert!(matches!(refused, Err(Refused::Lacks(_))));
        let mut excused = measure("Belysning", "decided");
        excused["measure-exception"] = "Lagen kräver det.".into();
        story
            .add(NodeKind::Measure, excused, &from)
            .await
            .expect("with a reason");
        let refused = story.add(NodeKind::Idea, idea("Lyktor", "chosen"), &[]).await;
        assert!(
            matches!(refused, Err(Refused::Lacks(_))),
            "a chosen idea rests on something"
        );
    }
}

#[tokio::test]
async fn erased_words_leave_a_marked_gap() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let quote = story
            .evidence("Jag heter Anna och bor på Storgatan 3.", "interview", "I1")
            .await;
        let id = story
            .insight("Vägen undviks", "reviewed", &[(quote, Sort::Supports)])
            .await
            .expect("it stands");
        assert!(erase(&story.site, &story.who, quote, "").await.is_err());
        erase(&story.site, &story.who, quote, "Går att känna igen")
            .await
            .expect("erased");
        let trace = story.back(id).await;
        assert_eq!((trace.nodes.len(), trace.arrows.len()), (2, 1), "the structure stays");
        let gap = &trace.nodes[0];
        assert!(gap.is_erased() && gap.body.is_empty() && gap.title.is_empty());
        assert_eq!(Strength::at(&story.node(id).await).supporting, 1);
        let again = story.change(quote, json!({ "evidence-text": "Ny text" })).await;
        assert!(again.is_err(), "an erased text is not written anew");
        let details: String = {
            let mut read = story.site.db.read().await.expect("a reader");
            store::details(&mut read, quote).await.expect("the details")
        };
        assert!(!details.contains("Anna") && details.contains("I1"), "{details}");
        let mut browser = story.browser().await;
        let page = browser
            .get(&format!("/arbetsyta/insikter?slag=evidence&q={}", "Anna"))
            .await;
        assert!(page.body.contains("Inget passar"), "a search finds it no more");
    }
}

#[tokio::test]
async fn somebody_who_saved_first_is_told_of() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let id = story.insight("Vägen undviks", "draft", &[]).await.expect("a draft");
        change(
            &story.site,
            &story.who,
            id,
            1,
            map(insight("Vägen undviks ofta", "draft")),
        )
        .await
        .expect("first");
        let second = change(&story.site, &story.who, id, 1, map(insight("Vägen", "draft"))).await;
        assert!(matches!(second, Err(Refused::Fault(web::Fault::Conflict))));
        assert_eq!(story.node(id).await.title, "Vägen undviks ofta");
    }
}

#[tokio::test]
async fn a_node_lies_in_projects_that_are_there_and_in_nothing_else() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let quote = story.evidence("Mörkt", "interview", "I1").await;
        let dialogue = dialogues::create(&story.site, &story.staff, "Parken", "Vad vill du?")
            .await
            .expect("begun");
        for elsewhere in [dialogue, story.site.db.new_id()] {
            let refused = place(&story.site, &story.who, elsewhere, &[quote]).await;
            assert!(matches!(refused, Err(web::Fault::NotFound)), "{refused:?}");
        }
        // The schema says the same of what is nowhere, whoever writes.
        let nowhere = story.site.db.new_id();
        let written = story
            .site
            .db
            .write(story.staff.actor(), async |tx| {
                store::place(tx, nowhere, &[quote]).await
            })
            .await;
        assert!(matches!(written, Err(db::Error::Dangling(_))), "{written:?}");
    }
}
