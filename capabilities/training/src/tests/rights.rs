//! Rights that ask for a course: time to take it, the right withheld, the course passed, the right back.

use super::*;
use identity::{Grant, ModerateContributions};
use method::{Asking, Duty, Sources};
use web::Lang;

const REQUIREMENTS: &str = "/arbetsyta/utbildning/krav";
const MODERATE: &str = "/arbetsyta/utbildning/krav/ModerateContributions";

/// The administrator lets reviewing ask for the ladder, with thirty days to take it, anew after two years.
async fn required(town: &Town) -> Browser {
    let mut anna = town.visitor("anna@exempel.se").await;
    let form = read(&mut anna, MODERATE).await;
    holds(&form, &["Granska det som kommer in", "value=\"30\"", "0 av 3"]);
    let sent = anna
        .post(
            MODERATE,
            &[("kurs", COURSE), ("dagar", "30"), ("manader", "24"), ("revision", "0")],
        )
        .await;
    assert!(sent.location.starts_with(REQUIREMENTS), "{} {}", sent.status, sent.body);
    anna
}

async fn duties(town: &Town, email: &str) -> Vec<Duty> {
    let asking = Asking {
        staff: town.staff(email).await,
        today: town.site.today(),
        lang: Lang::Sv,
        days_ahead: method::FORTNIGHT,
        packs: method::packs(&town.site),
    };
    let mut read = town.site.db.read().await.expect("the database answers");
    let duties = town.site.get::<Sources>().duties(&mut read, &asking).await;
    duties.expect("duties are told")
}

async fn may_moderate(town: &Town, email: &str) -> bool {
    let staff = town.staff(email).await;
    assert!(staff.has_role_for("ModerateContributions"), "the role stays");
    Grant::<ModerateContributions>::of(&staff).is_ok()
}

#[tokio::test]
async fn grace_then_withheld_then_passed_then_back() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let engine = town.test.engine;
        required(&town).await;
        assert!(
            may_moderate(&town, "maja@exempel.se").await,
            "{engine}: the days of grace begin"
        );
        let waits = duties(&town, "maja@exempel.se").await;
        let told: Vec<_> = waits
            .iter()
            .map(|one| (one.title_key, one.due.map(|day| day.to_string())))
            .collect();
        assert_eq!(
            told,
            [("training-duty-take", Some("2026-04-16".to_owned()))],
            "{engine}"
        );
        let mut maja = town.visitor("maja@exempel.se").await;
        holds(
            &read(&mut maja, "/arbetsyta").await,
            &["Gå kursen för att behålla en rätt"],
        );
        holds(
            &read(&mut maja, "/arbetsyta/utbildning").await,
            &["Du behöver kursen senast 16 april 2026"],
        );

        town.days_pass(30).await;
        assert!(
            may_moderate(&town, "maja@exempel.se").await,
            "{engine}: the last day is a day of grace"
        );
        town.days_pass(1).await;
        assert!(
            !may_moderate(&town, "maja@exempel.se").await,
            "{engine}: the grace is over"
        );
        let waits = duties(&town, "maja@exempel.se").await;
        assert_eq!(
            waits.first().map(|one| one.title_key),
            Some("training-duty-withheld"),
            "{engine}"
        );

        let mut maja = town.visitor("maja@exempel.se").await;
        holds(
            &read(&mut maja, "/arbetsyta/utbildning").await,
            &["Du saknar en rätt tills du har gått en kurs"],
        );
        let staff = town.staff("maja@exempel.se").await;
        town.takes(&staff, COURSE, 14).await;
        assert!(
            !may_moderate(&town, "maja@exempel.se").await,
            "{engine}: taken and not passed"
        );
        answer_by_pages(&town, &mut maja).await;
        assert!(
            may_moderate(&town, "maja@exempel.se").await,
            "{engine}: back with the last answer, without a worker"
        );
        assert!(duties(&town, "maja@exempel.se").await.is_empty(), "{engine}");

        // Two years later its time is out; a fortnight before, the desk says so.
        town.days_pass(719).await;
        assert!(
            duties(&town, "maja@exempel.se")
                .await
                .iter()
                .any(|one| one.title_key == "training-duty-take")
        );
        town.days_pass(20).await;
        assert!(!may_moderate(&town, "maja@exempel.se").await, "{engine}: not renewed");
    }
}

/// Answers every question right through its page.
async fn answer_by_pages(town: &Town, browser: &mut Browser) {
    let pack = method::packs(&town.site).dialogue();
    let course = pack.library.course(COURSE).expect("the course is there");
    for page in &course.pages {
        for question in &page.questions {
            let chosen: Vec<String> = question.right().iter().map(|place| (place + 1).to_string()).collect();
            let fields: Vec<(&str, &str)> = chosen.iter().map(|place| ("svar", place.as_str())).collect();
            let path = format!("{}/sida/{}/fraga/{}", crate::address(COURSE), page.key, question.key);
            assert_eq!(browser.post(&path, &fields).await.status, 303, "{path}");
        }
    }
}

#[tokio::test]
async fn who_lacks_a_right_is_told_which_course_gives_it_back() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut anna = town.visitor("anna@exempel.se").await;
    let overview = "/arbetsyta/utbildning/krav/ApproveDialogue";
    anna.post(
        overview,
        &[("kurs", COURSE), ("dagar", "0"), ("manader", ""), ("revision", "0")],
    )
    .await;
    let mut johan = town.visitor("johan@exempel.se").await;
    read(&mut johan, "/arbetsyta/utbildning/oversikt").await;
    town.days_pass(1).await;
    let mut johan = town.visitor("johan@exempel.se").await;
    let refused = johan.get("/arbetsyta/utbildning/oversikt").await;
    assert_eq!(refused.status, 403);
    holds(
        &refused.body,
        &[
            "Du behöver göra något först",
            "kräver kursen Delaktighetstrappan på 30 minuter",
            "<a class=\"btn\" href=\"/arbetsyta/utbildning/kurs/ladder-30-minutes\">",
        ],
    );
    let english = johan.get("/en/arbetsyta/utbildning/oversikt").await.body;
    holds(
        &english,
        &[
            "The ladder of participation in 30 minutes",
            "href=\"/en/arbetsyta/utbildning/kurs/",
        ],
    );
    // A moderator has no role for it: no course would help.
    let mut maja = town.visitor("maja@exempel.se").await;
    holds(
        &maja.get("/arbetsyta/utbildning/oversikt").await.body,
        &["Du har inte behörighet"],
    );
    assert!(
        !read(&mut johan, "/arbetsyta/utbildning")
            .await
            .contains("/arbetsyta/utbildning/oversikt")
    );
    // The administrator lost the right as well, and can still take the requirement away.
    let mut anna = town.visitor("anna@exempel.se").await;
    assert_eq!(anna.get("/arbetsyta/utbildning/oversikt").await.status, 403);
    holds(&read(&mut anna, REQUIREMENTS).await, &["0 av 2"]);
    anna.post(
        overview,
        &[("kurs", ""), ("dagar", "0"), ("manader", ""), ("revision", "1")],
    )
    .await;
    read(&mut anna, "/arbetsyta/utbildning/oversikt").await;
    read(&mut johan, "/arbetsyta/utbildning/oversikt").await;
}

#[tokio::test]
async fn nobody_can_be_locked_out_of_putting_it_right() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut anna = town.visitor("anna@exempel.se").await;
    let list = read(&mut anna, REQUIREMENTS).await;
    assert!(!list.contains("krav/Administer") && !list.contains("krav/SeeDesk"));
    for name in ["Administer", "SeeDesk", "Nothing"] {
        let path = format!("{REQUIREMENTS}/{name}");
        assert_eq!(anna.get(&path).await.status, 404, "{name}");
        let sent = anna
            .post(&path, &[("kurs", COURSE), ("dagar", "0"), ("revision", "0")])
            .await;
        assert_eq!(sent.status, 404, "{name}");
        let act = crate::acts::require(&town.site, Actor::System, (name, COURSE), (0, 0), 0).await;
        assert!(
            matches!(
                act,
                Err(web::Fault::Rule {
                    key: "identity-never-withheld",
                    ..
                })
            ),
            "{name}"
        );
    }
    assert_eq!(
        town.visitor("johan@exempel.se").await.get(REQUIREMENTS).await.status,
        403
    );
}

#[tokio::test]
async fn a_form_says_what_is_wrong_and_who_was_first() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut anna = town.visitor("anna@exempel.se").await;
    let wrong = anna
        .post(
            MODERATE,
            &[
                ("kurs", COURSE),
                ("dagar", "många"),
                ("manader", "0"),
                ("revision", "0"),
            ],
        )
        .await;
    assert_eq!(wrong.status, 422);
    holds(
        &wrong.body,
        &["href=\"#dagar\"", "href=\"#manader\"", "value=\"många\""],
    );
    let mut anna = required(&town).await;
    let late = anna
        .post(
            MODERATE,
            &[
                ("kurs", "lead-a-dialogue"),
                ("dagar", "60"),
                ("manader", ""),
                ("revision", "0"),
            ],
        )
        .await;
    assert_eq!(late.status, 422);
    holds(
        &late.body,
        &[
            "Anna Ek ändrade kravet",
            "Så leder du en dialog",
            "name=\"revision\" value=\"1\"",
        ],
    );
    let gone = anna
        .post(MODERATE, &[("kurs", "svetsning"), ("dagar", "1"), ("revision", "1")])
        .await;
    assert_eq!(gone.status, 404);
}

#[tokio::test]
async fn whoever_joins_or_gets_another_course_has_the_days_from_that_day() {
    let town = Town::on(testkit::sqlite().await).await;
    required(&town).await;
    town.days_pass(40).await;
    town.joins("elin@exempel.se", "Elin Berg", "Kontaktcenter", Role::Moderator)
        .await;
    crate::tick(&town.site).await.expect("rights are settled");
    assert!(!may_moderate(&town, "maja@exempel.se").await);
    assert!(may_moderate(&town, "elin@exempel.se").await, "she is new");
    town.days_pass(31).await;
    assert!(!may_moderate(&town, "elin@exempel.se").await);
    // Another course: everybody is given the days anew; another number of days: nobody is.
    let mut anna = town.visitor("anna@exempel.se").await;
    let change = |course: &'static str, days: &'static str, revision: &'static str| {
        [
            ("kurs", course),
            ("dagar", days),
            ("manader", ""),
            ("revision", revision),
        ]
    };
    anna.post(MODERATE, &change("lead-a-dialogue", "30", "1")).await;
    assert!(may_moderate(&town, "maja@exempel.se").await);
    town.days_pass(10).await;
    let mut anna = town.visitor("anna@exempel.se").await;
    anna.post(MODERATE, &change("lead-a-dialogue", "5", "2")).await;
    assert!(
        !may_moderate(&town, "maja@exempel.se").await,
        "the days count from when she was first asked"
    );
}

#[tokio::test]
async fn the_coordinator_sees_shares_with_their_base_and_whose_time_runs_out() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut johan = town.visitor("johan@exempel.se").await;
    holds(
        &read(&mut johan, "/arbetsyta/utbildning/oversikt").await,
        &["Ingen kurs eller rätt tar slut", "Ingen har gått någon kurs"],
    );
    required(&town).await;
    let staff = town.staff("johan@exempel.se").await;
    town.takes(&staff, COURSE, 0).await;
    let page = read(&mut johan, "/arbetsyta/utbildning/oversikt").await;
    holds(
        &page,
        &[
            "Kontaktcenter",
            "1 av 2",
            "1 av 3",
            "16 april 2026",
            "Granska det som kommer in",
            "1 gången kurs",
        ],
    );
    town.days_pass(31).await;
    let mut johan = town.visitor("johan@exempel.se").await;
    holds(&read(&mut johan, "/arbetsyta/utbildning/oversikt").await, &["Passerat"]);
    let none = read(
        &mut johan,
        "/arbetsyta/utbildning/oversikt?enhet=Kontaktcenter&kurs=&sok=",
    )
    .await;
    holds(&none, &["Ingen har gått någon kurs"]);
    let found = read(
        &mut johan,
        "/arbetsyta/utbildning/oversikt?enhet=&kurs=ladder-30-minutes&sok=johan",
    )
    .await;
    holds(&found, &["1 gången kurs"]);
    let file = johan.get("/arbetsyta/utbildning/oversikt/utbildning.csv").await;
    assert_eq!(file.status, 200);
    let lines: Vec<&str> = file.body.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[1].starts_with(
        "Johan Ek;johan@exempel.se;Kansliet;Delaktighetstrappan på 30 minuter;2026-03-17;2029-03-17;1;2026-"
    ));
    let mut maja = town.visitor("maja@exempel.se").await;
    for path in ["oversikt", "oversikt/utbildning.csv", "oversikt/importera", "krav"] {
        assert_eq!(
            maja.get(&format!("/arbetsyta/utbildning/{path}")).await.status,
            403,
            "{path}"
        );
    }
}
