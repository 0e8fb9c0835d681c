//! A paper written by program and person together, adopted and shown; two officials at the same section.

use super::*;

#[tokio::test]
async fn a_report_tells_what_is_known_with_its_base_and_keeps_what_was_written() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        story.assignment().await;
        story
            .facts(json!({ "purpose": ["Bättre underlag"], "can-influence": ["Platsen"] }))
            .await;
        story.voices().await;
        begin_paper(&story.site, &story.who(), story.dialogue, PaperKind::Report)
            .await
            .unwrap();
        let cx = paper_acts::paper_cx(&story.site);
        let text = words(&story.paper(PaperKind::Report).await.draft(&cx, PaperKind::Report));
        for expected in [
            "1 Sammanfattning",
            "12 Metod och felkällor",
            "7 svar har kommit in.",
            "Ljus och trygghet: 5 (83\u{a0}%)",
            "5 av 6 fritexter (83\u{a0}%).",
            "Kommunstyrelsen gav den 22\u{a0}april 2024 (§ 69) Kommunledningskontoret i uppdrag: Utred hur parken kan utvecklas.",
            "Bättre underlag",
        ] {
            assert!(text.contains(expected), "{expected} is not in\n{text}");
        }
        story
            .write(PaperKind::Report, "summary", "Min egen sammanfattning.")
            .await
            .unwrap();
        story.voice("ga", "Ännu en röst").await;
        assert!(
            refresh_paper(&story.site, &story.who(), story.dialogue, PaperKind::Report)
                .await
                .unwrap()
                >= 2
        );
        let one = story.paper(PaperKind::Report).await;
        assert_eq!(one.section("summary").unwrap().written, "Min egen sammanfattning.");
        assert!(words(&one.draft(&cx, PaperKind::Report)).contains("8 svar har kommit in."));
        // Asked again, there is nothing new.
        assert_eq!(
            refresh_paper(&story.site, &story.who(), story.dialogue, PaperKind::Report)
                .await
                .unwrap(),
            0
        );
    }
}

#[tokio::test]
async fn a_statement_has_exactly_the_municipalitys_headings() {
    let story = Story::begin(testkit::sqlite().await).await;
    story.assignment().await;
    begin_paper(&story.site, &story.who(), story.dialogue, PaperKind::Statement)
        .await
        .unwrap();
    let key = add_section(&story.site, &story.who(), story.dialogue).await.unwrap();
    let draft = SectionDraft {
        title: "Tjänstedesign".into(),
        shown: true,
        written: "x".into(),
        timetable: "Hösten 2026.".into(),
    };
    write_section(
        &story.site,
        &story.who(),
        story.dialogue,
        PaperKind::Statement,
        &key,
        0,
        draft,
    )
    .await
    .unwrap();
    let cx = paper_acts::paper_cx(&story.site);
    let one = story.paper(PaperKind::Statement).await;
    let header = PaperHeader {
        signatures: vec!["Kerstin Berg, Kommundirektör".into()],
        ..one.header.clone()
    };
    let day = story.site.today();
    let document = compose::document(
        &cx,
        PaperKind::Statement,
        &header,
        &one.sections,
        day,
        compose::Standing::Draft,
    );
    let headings: Vec<(u8, &str)> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, text } => Some((*level, text.as_str())),
            Block::Signatures { .. } => Some((0, "underskrifter")),
            _ => None,
        })
        .collect();
    let expected = [
        (1, "Ärendet"),
        (1, "Kommunledningskontorets förslag till beslut"),
        (2, "Kommunstyrelsens beslut"),
        (1, "Bakgrund"),
        (1, "Kommunledningskontorets utredning"),
        (2, "Medborgardialog"),
        (2, "Tjänstedesign"),
        (1, "Kommunledningskontorets bedömning"),
        (1, "Konsekvenser för barn och unga"),
        (1, "Ekonomiska konsekvenser"),
        (0, "underskrifter"),
        (1, "Handlingar i ärendet"),
    ];
    assert_eq!(headings, expected);
    let text = words(&document);
    assert!(
        text.contains("Tidplan: Hösten 2026.") && text.contains("Kommunstyrelsens beslut, 22\u{a0}april 2024 (§ 69)"),
        "{text}"
    );
}

#[tokio::test]
async fn an_adopted_report_never_changes_and_can_be_shown() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let (who, kind) = (story.who(), PaperKind::Report);
        story
            .facts(json!({ "purpose": ["Underlag"], "can-influence": ["Platsen"] }))
            .await;
        story.voices().await;
        begin_paper(&story.site, &who, story.dialogue, kind).await.unwrap();
        let refused = adopt_paper(&story.site, &who, story.dialogue, kind, None, true).await;
        assert!(
            matches!(
                refused,
                Err(Fault::Rule {
                    key: "cases-paper-incomplete",
                    ..
                })
            ),
            "{refused:?}"
        );
        assert!(!story.evidence("report-adopted").await);
        story.write(kind, "conclusions", "Vår bedömning.").await.unwrap();
        story.write(kind, "account", "Så gjorde vi.").await.unwrap();
        let seen = story.paper(kind).await.row.revision;
        story.write(kind, "next", "Mer.").await.unwrap();
        let late = adopt_paper(&story.site, &who, story.dialogue, kind, Some(seen), true).await;
        assert!(
            matches!(late, Err(Fault::Conflict)),
            "somebody wrote after the official looked"
        );
        assert_eq!(
            adopt_paper(&story.site, &who, story.dialogue, kind, None, true)
                .await
                .unwrap(),
            1
        );
        assert!(story.evidence("report-adopted").await && !story.evidence("case-handed-over").await);

        let first = published_report(&mut story.site.db.read().await.unwrap(), story.dialogue)
            .await
            .unwrap()
            .unwrap();
        let content = store_papers::content(&mut story.site.db.read().await.unwrap(), first.id)
            .await
            .unwrap();
        use sha2::Digest as _;
        assert_eq!(
            first.sha256,
            data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(content.as_bytes()))
        );
        story.write(kind, "conclusions", "En ny bedömning.").await.unwrap();
        story.voice("ga", "För sent").await;
        refresh_paper(&story.site, &who, story.dialogue, kind).await.unwrap();
        let again = store_papers::content(&mut story.site.db.read().await.unwrap(), first.id)
            .await
            .unwrap();
        assert_eq!(again, content, "live data never rewrite an adopted version");
        assert_eq!(
            adopt_paper(&story.site, &who, story.dialogue, kind, None, false)
                .await
                .unwrap(),
            2
        );
        let shown = published_report(&mut story.site.db.read().await.unwrap(), story.dialogue)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(shown.version, 1, "the second is not shown");
        show_paper(&story.site, &who, story.dialogue, kind, 1, false)
            .await
            .unwrap();
        assert!(
            published_report(&mut story.site.db.read().await.unwrap(), story.dialogue)
                .await
                .unwrap()
                .is_none()
        );
    }
}

#[tokio::test]
async fn the_second_of_two_officials_is_told_and_loses_nothing() {
    let story = Story::begin(testkit::sqlite().await).await;
    begin_paper(&story.site, &story.who(), story.dialogue, PaperKind::Statement)
        .await
        .unwrap();
    let mut browser = story.browser().await;
    let page = story.desk("tjansteutlatande/avsnitt/assessment");
    assert_eq!(browser.get(&page).await.status, 200);
    story
        .write(PaperKind::Statement, "assessment", "Bo skrev först.")
        .await
        .unwrap();
    let answer = browser
        .post(
            &page,
            &[("revision", "0"), ("shown", "ja"), ("written", "Maja skrev också.")],
        )
        .await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("Bo skrev först.") && answer.body.contains("Maja skrev också."));
    // Another section is not in the way.
    let other = story.desk("tjansteutlatande/avsnitt/economy");
    let answer = browser
        .post(
            &other,
            &[("revision", "0"), ("shown", "ja"), ("written", "Inga kostnader.")],
        )
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

#[tokio::test]
async fn an_official_writes_adopts_and_downloads_through_the_pages() {
    let story = Story::begin(testkit::sqlite().await).await;
    story.assignment().await;
    story.voices().await;
    let mut browser = story.browser().await;
    let page = story.desk("tjansteutlatande");
    assert!(browser.get(&page).await.body.contains("Börja skriva"));
    assert_eq!(browser.post(&format!("{page}/borja"), &[]).await.status, 303);
    let proposal = format!("{page}/avsnitt/proposal");
    let form = browser.get(&proposal).await.body;
    assert!(
        form.contains("Kommunledningskontorets uppdrag av den 22\u{a0}april 2024 (§ 69) är därmed genomfört."),
        "{form}"
    );
    let fields = [("revision", "0"), ("shown", "ja"), ("written", ""), ("phrases", "note")];
    assert_eq!(browser.post(&proposal, &fields).await.status, 303);
    assert!(
        story
            .paper(PaperKind::Statement)
            .await
            .section("proposal")
            .unwrap()
            .written
            .contains("lägger rapporteringen till handlingarna")
    );
    for (key, text) in [
        ("assessment", "Vi bedömer."),
        ("children", "Barn gynnas."),
        ("economy", "Ingen kostnad."),
        ("background", "Så var det."),
    ] {
        let fields = [("revision", "0"), ("shown", "ja"), ("written", text)];
        assert_eq!(
            browser.post(&format!("{page}/avsnitt/{key}"), &fields).await.status,
            303
        );
    }
    assert_eq!(browser.get(&format!("{page}/nytt")).await.status, 200);
    assert_eq!(browser.get(&format!("{page}/uppgifter")).await.status, 200);
    let adopt = browser.get(&format!("{page}/faststall")).await.body;
    let revision = adopt
        .split("name=\"revision\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let done = browser
        .post(&format!("{page}/faststall"), &[("revision", &revision)])
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(story.evidence("case-handed-over").await);
    let version = browser.get(&format!("{page}/utgava/1")).await;
    assert!(
        version.status == 200 && version.body.contains("Kontrollsumma"),
        "{}",
        version.body
    );
    let file = browser.get(&format!("{page}/utgava/1/docx")).await;
    assert_eq!(
        (file.status.as_u16(), file.headers["content-type"].to_str().unwrap()),
        (200, documents::DOCX)
    );
    assert_eq!(browser.get(&format!("{page}/utgava/9")).await.status, 404);
    let header = [
        ("revision", "1"),
        ("title", ""),
        ("recipient", "Nämnden"),
        ("office", "Kontoret"),
    ];
    let refused = browser.post(&format!("{page}/uppgifter"), &header).await;
    assert!(refused.status == 422 && refused.body.contains("Skriv en titel") && refused.body.contains("Nämnden"));
}

#[tokio::test]
async fn hostile_text_stays_text_in_every_form() {
    let story = Story::begin(testkit::sqlite().await).await;
    begin_paper(&story.site, &story.who(), story.dialogue, PaperKind::Report)
        .await
        .unwrap();
    let hostile = "<script>alert(1)</script> #panic(\"x\") \u{0}\u{202e} =1+1";
    story.write(PaperKind::Report, "summary", hostile).await.unwrap();
    let mut browser = story.browser().await;
    let body = browser.get(&story.desk("rapport")).await.body;
    assert!(body.contains("&lt;script&gt;alert(1)") && !body.contains("<script>alert"));
    let cx = paper_acts::paper_cx(&story.site);
    let document = story.paper(PaperKind::Report).await.draft(&cx, PaperKind::Report);
    assert!(documents::to_docx(&document).is_ok());
    #[cfg(feature = "pdf")]
    assert!(documents::to_pdf(&document).is_ok());
}
