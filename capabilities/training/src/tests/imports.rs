//! A register from before comes in by a file, and can be taken back.

use super::*;

const IMPORT: &str = "/arbetsyta/utbildning/oversikt/importera";
const FILE: &str = "e-post;kurs;datum\nmaja@exempel.se;Delaktighetstrappan på 30 minuter;2026-01-15\n\
                    JOHAN@exempel.se;lead-a-dialogue;2025-06-01\nborta@exempel.se;lead-a-dialogue;2025-06-01\n";

async fn staged(johan: &mut Browser) -> String {
    let sent = johan.upload(IMPORT, &[], "kurser.csv", FILE).await;
    assert!(sent.location.starts_with(IMPORT), "{} {}", sent.status, sent.body);
    sent.location
}

#[tokio::test]
async fn a_file_is_looked_at_imported_once_and_taken_back() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let mut anna = town.visitor("anna@exempel.se").await;
        let krav = "/arbetsyta/utbildning/krav/ModerateContributions";
        anna.post(
            krav,
            &[("kurs", COURSE), ("dagar", "0"), ("manader", ""), ("revision", "0")],
        )
        .await;
        town.days_pass(1).await;
        assert!(!town.staff("maja@exempel.se").await.may_named("ModerateContributions"));

        let mut johan = town.visitor("johan@exempel.se").await;
        let preview = staged(&mut johan).await;
        holds(
            &read(&mut johan, &preview).await,
            &[
                "2 rader går att lägga in",
                "1 rad läggs inte in",
                "Maja Lind",
                "15 januari 2026",
                "”borta@exempel.se”",
            ],
        );
        let count = async || {
            let mut read = town.site.db.read().await.expect("the database answers");
            crate::store::records(&mut read).await.expect("records are read").len()
        };
        assert_eq!(count().await, 0, "{}: nothing before the yes", town.test.engine);
        let report = johan.post(&preview, &[("gor", "importera")]).await.location;
        assert_eq!(count().await, 2, "{}", town.test.engine);
        assert!(
            town.staff("maja@exempel.se").await.may_named("ModerateContributions"),
            "the record gives the right"
        );
        // Sent twice at once: the second only shows what the first did.
        let again = johan.post(&preview, &[("gor", "importera")]).await;
        assert!(again.status == 303 && count().await == 2, "{}", town.test.engine);
        assert_eq!(johan.get(&preview).await.status, 404);
        let report = report.split('?').next().expect("an address").to_owned();
        holds(
            &read(&mut johan, &report).await,
            &["2 rader lades in", "”borta@exempel.se”", "Ångra inläggningen"],
        );
        holds(
            &read(&mut johan, "/arbetsyta/utbildning/oversikt").await,
            &["Gick kursen på annat håll", "2 gångna kurser"],
        );

        let twice = staged(&mut johan).await;
        holds(
            &read(&mut johan, &twice).await,
            &["Ingen ny rad går att lägga in", "2 rader finns redan"],
        );
        johan.post(&twice, &[("gor", "avbryt")]).await;
        assert_eq!(johan.get(&twice).await.status, 404);

        johan.post(&format!("{report}/angra"), &[]).await;
        assert_eq!(count().await, 0, "{}: taken back", town.test.engine);
        assert!(
            !town.staff("maja@exempel.se").await.may_named("ModerateContributions"),
            "and the right with it"
        );
        holds(&read(&mut johan, &report).await, &["Inläggningen ångrades"]);
        holds(&read(&mut johan, IMPORT).await, &["kurser.csv", "ångrad"]);
        assert_eq!(
            johan.post(&format!("{report}/angra"), &[]).await.status,
            303,
            "undoing twice does nothing"
        );
    }
}

#[tokio::test]
async fn a_file_that_is_no_register_is_refused_with_the_remedy() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut johan = town.visitor("johan@exempel.se").await;
    let none = johan.post(IMPORT, &[]).await;
    assert_eq!(none.status, 422);
    holds(&none.body, &["Välj en fil", "href=\"#file\""]);
    let other = johan.upload(IMPORT, &[], "x.csv", "namn;kurs\nMaja;x\n").await;
    assert_eq!(other.status, 422);
    holds(&other.body, &["saknar kolumnen ”e-post”"]);
    let workbook = johan.upload(IMPORT, &[], "x.xlsx", "PK\u{3}\u{4}").await;
    holds(&workbook.body, &["Filen är en arbetsbok"]);
}

#[tokio::test]
async fn a_course_passed_here_the_same_day_has_its_certificate() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut johan = town.visitor("johan@exempel.se").await;
    let sent = johan
        .upload(
            IMPORT,
            &[],
            "x.csv",
            "e-post;kurs;datum\nmaja@exempel.se;ladder-30-minutes;2026-03-17\n",
        )
        .await;
    johan.post(&sent.location, &[("gor", "importera")]).await;
    let staff = town.staff("maja@exempel.se").await;
    town.takes(&staff, COURSE, 0).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    let list = read(&mut maja, "/arbetsyta/utbildning").await;
    assert_eq!(list.matches("/arbetsyta/utbildning/intyg/").count(), 1);
    assert!(!list.contains("Gick kursen på annat håll"));
}
