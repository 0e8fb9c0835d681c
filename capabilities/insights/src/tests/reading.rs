//! Stories of reading: results with small cells hidden, quotes, who took part.

use super::*;

#[tokio::test]
async fn results_count_those_who_saw_the_question_and_hide_small_cells() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        for (way, times) in [("ga", 12), ("bada", 6), ("leka", 2)] {
            for _ in 0..times {
                story
                    .answer(&[("satt", Answer::Choice(way.into())), ("trygg", Answer::Scale(4))])
                    .await;
            }
        }
        story.answer(&[("trygg", Answer::Scale(2))]).await;
        let results = results(&mut story.site.db.read().await.unwrap(), story.dialogue)
            .await
            .unwrap();
        assert_eq!(
            results.iter().map(|one| one.key.as_str()).collect::<Vec<_>>(),
            ["satt", "varfor", "ordning", "trygg", "ganger", "alder"]
        );
        assert_eq!((results[0].asked, results[0].answered), (21, 20));
        assert_eq!(
            results[0]
                .summary
                .rows()
                .iter()
                .map(|row| row.count)
                .collect::<Vec<_>>(),
            [Cell::Shown(12), Cell::Hidden, Cell::Hidden]
        );
        let cx = story.site.cx(web::Lang::Sv);
        assert_eq!(
            finding(&cx, &results[0]),
            "Vanligaste svaret är ”Gå”: 57\u{a0}% (12 av 21)."
        );
        assert_eq!(finding(&cx, &results[2]), "Ingen har svarat på frågan än.");
        let figures = figures(&cx, &results);
        assert_eq!(figures[0].base, "n = 21 fick frågan, 20 svarade.");
        assert!(!figures[0].hidden.is_empty() && figures[0].bars.as_ref().unwrap().base == 21);
    }
}

#[tokio::test]
async fn only_published_texts_that_may_be_quoted_are_quoted() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        for why in ["Mer ljus vid bron", "Mer ljus, ring 070-123 45 67"] {
            story.voice("ga", "ung", why).await;
        }
        let light = story.theme("Ljus").await;
        let quotable = |passage: Id| Change {
            quotable: Some(true),
            ..change(passage, &[light], &[])
        };
        let changes: Vec<Change> = story.texts().await.into_iter().map(quotable).collect();
        assert_eq!(
            quotes(&mut story.site.db.read().await.unwrap(), light, 5)
                .await
                .unwrap(),
            []
        );
        code(&story.site, story.actor(), story.dialogue, &changes)
            .await
            .unwrap();
        let mut read = story.site.db.read().await.unwrap();
        let waiting: Vec<_> = participation::waiting_passages(&mut read, None, 10, 0).await.unwrap();
        drop(read);
        // A survey's texts are shown once a person has looked, or at once where nothing was found in them.
        for passage in waiting.iter().filter(|passage| !passage.body.contains("070")) {
            let decision = participation::Decision {
                state: participation::PassageState::Published,
                public_body: passage.body.clone(),
                reason: String::new(),
                note: String::new(),
                by: "Maja Lind".into(),
            };
            let decide = async |tx: &mut db::Tx<'_>| {
                participation::decide_passage(tx, passage.id, passage.revision, &decision).await
            };
            story.site.db.write(story.actor(), decide).await.unwrap();
        }
        let quotes = quotes(&mut story.site.db.read().await.unwrap(), light, 5)
            .await
            .unwrap();
        assert_eq!(
            quotes.iter().map(|quote| quote.text.as_str()).collect::<Vec<_>>(),
            ["Mer ljus vid bron"]
        );
    }
}

#[tokio::test]
async fn those_who_took_part_are_compared_with_those_who_live_here() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        for (age, times) in [("mitt", 30), ("gammal", 10)] {
            for _ in 0..times {
                story.voice("ga", age, "Ljus").await;
            }
        }
        story
            .answer(&[("satt", Answer::Choice("ga".into())), ("alder", Answer::Declined)])
            .await;
        let cell = |key: &str, population| PopulationCell {
            key: key.into(),
            population,
        };
        let cells = vec![cell("ung", 2_000), cell("mitt", 5_000), cell("gammal", 3_000)];
        let figures = [Population {
            question: "alder".into(),
            source: "SCB, 2025".into(),
            cells,
        }];
        import_population(&story.site, story.actor(), story.dialogue, &figures)
            .await
            .unwrap();
        let mut read = story.site.db.read().await.unwrap();
        let compared = representation(&mut read, story.dialogue).await.unwrap().remove(0);
        assert_eq!((compared.n, compared.untold, compared.population), (40, 1, 10_000));
        let findings: Vec<Finding> = compared.groups.iter().map(|group| group.figures.finding).collect();
        assert_eq!(findings, [Finding::Missing, Finding::Over, Finding::AsExpected]);
        let (sentence, _) = comparison(&story.site.cx(web::Lang::Sv), &compared);
        assert!(
            sentence.contains("Ingen deltog från: 16–24 år.")
                && sentence.ends_with("n = 40 har berättat vilken grupp de hör till.")
        );
        // Of 40, ten more young of fifty are a fifth.
        assert_eq!(compared.missing.iter().map(|one| one.1).collect::<Vec<_>>(), [10]);
        drop(read);
        let mut maja = story.browser().await;
        let results = maja.get(&story.path("resultat")).await.body;
        assert!(
            results.contains("Vilka som deltog") && results.contains("16–24 år (10 till)"),
            "{results}"
        );
        assert!(
            results.contains("25 % av deltagarna skulle behöva höra till en annan grupp"),
            "{results}"
        );
        let population = maja.get(&story.path("befolkning")).await.body;
        assert!(
            population.contains("Osäkerhet") && population.contains("+9,8 till +35,8"),
            "{population}"
        );
    }
}
