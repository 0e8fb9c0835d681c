//! Chapters of the handbook, written on the desk.

use super::*;

const ROLES: &str = "/arbetsyta/texter/handbok/roles/sv";

/// The base text of a chapter with a line added.
fn with(chapter: &str, line: &str) -> String {
    let files = method::pack::embedded(method::CITIZEN_DIALOGUE);
    let text = &files[&crate::chapters::file(chapter)];
    format!("{}\n\n{line}\n", text.trim_end())
}

#[tokio::test]
async fn a_chapter_is_edited_from_where_it_is_read() {
    for test in testkit::databases().await {
        let site = site(&test);
        let mut browser = coordinator(&site).await;
        holds(
            &read(&mut browser, "/arbetsyta/handbok/roles").await,
            &[&format!("href=\"{ROLES}\""), "Redigera"],
        );
        let form = read(&mut browser, &format!("{ROLES}/redigera")).await;
        holds(&form, &["{roles}", "name=\"revision\" value=\"0\""]);
        lacks(&form, &["name=\"titel\""]);

        let text = with("roles", "Hos oss leder **Annika** arbetet.");
        let fields = |go: &'static str| {
            [
                ("revision", "0"),
                ("text", text.as_str()),
                ("andring", "Vem"),
                ("gor", go),
            ]
        };
        let preview = browser
            .post(&format!("{ROLES}/redigera"), &fields("forhandsgranska"))
            .await;
        assert_eq!(preview.status, 200, "{}", preview.body);
        holds(
            &preview.body,
            &["<strong>Annika</strong>", "<th scope=\"col\">Roll</th>"],
        );
        sent(&mut browser, &format!("{ROLES}/redigera"), &fields("spara")).await;
        holds(
            &read(&mut browser, &format!("{ROLES}/jamfor")).await,
            &["Hos oss leder **Annika** arbetet."],
        );
        let mut conn = site.db.read().await.expect("read");
        assert_eq!(logged(&mut conn, "handbook.override").await, 0);
        drop(conn);
        sent(
            &mut browser,
            &format!("{ROLES}/godkann"),
            &[("revision", "1"), ("nar", "nu")],
        )
        .await;
        let mut conn = site.db.read().await.expect("read");
        assert_eq!(logged(&mut conn, "handbook.override").await, 1, "{}", test.engine);
        drop(conn);
        let list = read(&mut browser, "/arbetsyta/texter").await;
        holds(&list, &[&format!("href=\"{ROLES}\""), "Egen text sedan"]);
        // Readers and the search have it at once.
        holds(
            &read(&mut browser, "/arbetsyta/handbok/roles").await,
            &["<strong>Annika</strong>"],
        );
        holds(
            &read(&mut browser, "/arbetsyta/handbok/sok?q=Annika").await,
            &["/arbetsyta/handbok/roles"],
        );
        let back = sent(&mut browser, &format!("{ROLES}/grundtext"), &[("revision", "1")]).await;
        holds(&back, &["Kapitlet har nu sin grundtext."]);
        let mut conn = site.db.read().await.expect("read");
        assert_eq!(logged(&mut conn, "handbook.override").await, 2);
    }
}

#[tokio::test]
async fn a_broken_link_or_include_is_refused_with_its_line() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let mut browser = coordinator(&site).await;
    let lines = with("roles", "x").lines().count();
    for (line, says) in [
        ("[x](handbok:nowhere)", "there is no \"nowhere\""),
        ("{nothing}", "there is no directive \"{nothing}\""),
    ] {
        let text = with("roles", line);
        for go in ["spara", "forhandsgranska"] {
            let fields = [("revision", "0"), ("text", text.as_str()), ("gor", go)];
            let answer = browser.post(&format!("{ROLES}/redigera"), &fields).await;
            assert_eq!(answer.status, 422, "{line}");
            let says = says.replace('"', "&#34;");
            holds(&answer.body, &["Rätta 1 fel i texten", &format!("Rad {lines}:"), &says]);
        }
    }
    // A chapter that loses what only it includes is told of in the file that is then read nowhere.
    let level = "/arbetsyta/texter/handbok/level-and-promise/sv/redigera";
    let text = method::pack::embedded(method::CITIZEN_DIALOGUE)
        .remove(&crate::chapters::file("level-and-promise"))
        .expect("there")
        .replace("{help: level}", "");
    let answer = browser
        .post(level, &[("revision", "0"), ("text", &text), ("gor", "spara")])
        .await;
    assert_eq!(answer.status, 422);
    holds(&answer.body, &["help/sv/level.md, rad 1:"]);
    let mut conn = site.db.read().await.expect("read");
    assert_eq!(logged(&mut conn, "text.write").await, 0);
}

#[tokio::test]
async fn a_planned_chapter_is_published_when_its_time_comes() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let key = crate::TextKey::new(crate::Shelf::Handbook, "roles", web::Lang::Sv);
    let content = crate::Content {
        body: with("roles", "Nytt."),
        ..crate::Content::default()
    };
    crate::write(&site, &who, &key, 0, &content, "").await.expect("written");
    let at = "2026-03-18T07:00:00Z".parse().expect("a moment");
    crate::approve(&site, &who, &key, 1, crate::When::From(at), "")
        .await
        .expect("approved");
    for (now, overrides) in [
        ("2026-03-18T06:59:00Z", 0),
        ("2026-03-18T07:00:00Z", 1),
        ("2026-03-18T07:01:00Z", 1),
    ] {
        test.clock.set(now.parse().expect("a moment"));
        crate::tick(&site).await.expect("ticked");
        let mut conn = site.db.read().await.expect("read");
        assert_eq!(logged(&mut conn, "handbook.override").await, overrides, "{now}");
    }
}

#[tokio::test]
async fn a_chapter_that_no_longer_fits_is_stopped_and_owed() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    // As if the method had lost a chapter after the text was approved.
    site.db
        .write(Actor::System, async |tx| {
            let at = tx.now();
            tx.run(
                db::sql!(
                    "insert into text_version (shelf, text_key, language, number, state, is_base, title, lead, body, note,
                                               written_at, written_by, approved_at, approved_by, publish_at)
                     values ('handbook', 'roles', 'sv', 1, 'approved', $1, '', '', '[x](handbok:gone)', '', $2, 'Maja', $2, 'Maja', $2)"
                ),
                db::args![false, at],
            )
            .await
        })
        .await
        .expect("written");
    crate::tick(&site).await.expect("ticked");
    let mut browser = signed_in(&site, &who).await;
    holds(&read(&mut browser, ROLES).await, &["Passade inte längre in i metoden"]);
    let today = browser.get("/arbetsyta").await.body;
    holds(
        &today,
        &[
            "Ett planerat kapitel kunde inte publiceras",
            &format!("href=\"{ROLES}\""),
        ],
    );
    let mut conn = site.db.read().await.expect("read");
    assert_eq!(logged(&mut conn, "handbook.override").await, 0);
}
