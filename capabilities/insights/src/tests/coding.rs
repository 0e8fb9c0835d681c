//! Stories of coding: two coders side by side, bulk and its undo, merging, borders between dialogues.

use super::*;

#[tokio::test]
async fn two_coders_side_by_side_keep_each_others_work() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        story.voice("ga", "ung", "Mer ljus och fler bänkar").await;
        let text = story.texts().await[0];
        let (light, benches, paths) = (
            story.theme("Ljus").await,
            story.theme("Bänkar").await,
            story.theme("Stigar").await,
        );
        code(
            &story.site,
            story.actor(),
            story.dialogue,
            &[change(text, &[light, paths], &[])],
        )
        .await
        .unwrap();
        // Both opened the page when it showed light and paths; one takes paths away, the other adds benches.
        let one = Actor::Staff {
            id: story.site.new_id(),
            name: "Bo Ek".into(),
        };
        code(&story.site, one, story.dialogue, &[change(text, &[], &[paths])])
            .await
            .unwrap();
        code(
            &story.site,
            story.actor(),
            story.dialogue,
            &[change(text, &[benches], &[])],
        )
        .await
        .unwrap();
        assert_eq!(
            story.counts().await,
            [("Ljus".into(), 1), ("Bänkar".into(), 1), ("Stigar".into(), 0)]
        );
    }
}

#[tokio::test]
async fn progress_counts_what_was_read_and_proves_it() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        for why in ["Ljus", "Bänkar", "Hej"] {
            story.voice("ga", "ung", why).await;
        }
        let texts = story.texts().await;
        let light = story.theme("Ljus").await;
        let read = Change {
            passage: Some(texts[2]),
            read: Some(true),
            ..Change::default()
        };
        code(
            &story.site,
            story.actor(),
            story.dialogue,
            &[change(texts[0], &[light], &[]), read],
        )
        .await
        .unwrap();
        let progress = story.themes().await.progress;
        assert_eq!(
            (progress.base, progress.coded, progress.without_theme, progress.left()),
            (3, 1, 1, 1)
        );
        let evidence = (source().evidence)(&mut story.site.db.read().await.unwrap(), story.dialogue)
            .await
            .unwrap();
        assert_eq!(
            (evidence[0].key, evidence[0].met, evidence[0].count, evidence[0].base),
            ("coding-done", false, 2, 3)
        );
        code(
            &story.site,
            story.actor(),
            story.dialogue,
            &[change(texts[1], &[light], &[])],
        )
        .await
        .unwrap();
        let evidence = (source().evidence)(&mut story.site.db.read().await.unwrap(), story.dialogue)
            .await
            .unwrap();
        assert!(evidence[0].met);
    }
}

#[tokio::test]
async fn a_bulk_coding_touches_what_the_filter_finds_and_can_be_taken_back() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        for why in ["Mer LJUS", "Ljus vid bron", "Fler bänkar"] {
            story.voice("ga", "ung", why).await;
        }
        let texts = story.texts().await;
        let light = story.theme("Ljus").await;
        code(
            &story.site,
            story.actor(),
            story.dialogue,
            &[change(texts[0], &[light], &[])],
        )
        .await
        .unwrap();
        let filter = CodingFilter {
            contains: "ljus".into(),
            ..CodingFilter::default()
        };
        let bulk = code_all(&story.site, story.actor(), story.dialogue, &filter, light)
            .await
            .unwrap();
        assert_eq!((bulk.added, story.counts().await), (1, vec![("Ljus".into(), 2)]));
        // The clock stands still in tests: the first coding was made at the same moment by the same person. Both go.
        let removed = undo_code_all(&story.site, story.actor(), story.dialogue, light, bulk.at)
            .await
            .unwrap();
        assert_eq!(removed, 2);
        let other = undo_code_all(&story.site, Actor::System, story.dialogue, light, bulk.at)
            .await
            .unwrap();
        assert_eq!(other, 0, "somebody else's coding is not theirs to take back");
    }
}

#[tokio::test]
async fn merging_moves_the_codings_and_archiving_keeps_them() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        for why in ["Ljus", "Lampor"] {
            story.voice("ga", "ung", why).await;
        }
        let texts = story.texts().await;
        let (light, lamps) = (story.theme("Ljus").await, story.theme("Lampor").await);
        let changes = [change(texts[0], &[light, lamps], &[]), change(texts[1], &[lamps], &[])];
        code(&story.site, story.actor(), story.dialogue, &changes)
            .await
            .unwrap();
        merge_themes(&story.site, story.actor(), lamps, light).await.unwrap();
        assert_eq!(story.counts().await, [("Ljus".into(), 2)]);
        let late = code(
            &story.site,
            story.actor(),
            story.dialogue,
            &[change(texts[0], &[lamps], &[])],
        )
        .await;
        assert!(matches!(
            late,
            Err(Fault::Rule {
                key: "insights-plan-theme-gone",
                ..
            })
        ));
        archive_theme(&story.site, story.actor(), light, true).await.unwrap();
        assert_eq!(story.themes().await.progress.coded, 2, "what was read is still read");
        archive_theme(&story.site, story.actor(), light, false).await.unwrap();
        assert_eq!(story.counts().await, [("Ljus".into(), 2)]);
    }
}

#[tokio::test]
async fn somebody_elses_passages_and_themes_are_out_of_reach() {
    let story = Story::begin(testkit::sqlite().await).await;
    story.voice("ga", "ung", "Ljus").await;
    let text = story.texts().await[0];
    let other = dialogues::create(&story.site, &story.staff, "Torget", "Vad ska hända med torget?")
        .await
        .unwrap();
    let theirs = create_theme(&story.site, story.actor(), other, &ThemeDraft::named("Torg"))
        .await
        .unwrap();
    let ours = story.theme("Ljus").await;
    assert!(
        code(&story.site, story.actor(), other, &[change(text, &[theirs], &[])])
            .await
            .is_err()
    );
    assert!(
        code(
            &story.site,
            story.actor(),
            story.dialogue,
            &[change(text, &[theirs], &[])]
        )
        .await
        .is_err()
    );
    assert!(merge_themes(&story.site, story.actor(), ours, theirs).await.is_err());
    let mut maja = story.browser().await;
    assert_eq!(
        maja.get(&story.path(&format!("kodplan/{theirs}")))
            .await
            .status
            .as_u16(),
        404
    );
}
