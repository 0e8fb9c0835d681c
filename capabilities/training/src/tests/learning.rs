//! Taking a course: page by page, question by question, to the certificate.

use super::*;

const BASE: &str = "/arbetsyta/utbildning/kurs/ladder-30-minutes";

#[tokio::test]
async fn a_course_is_taken_page_by_page_without_a_script() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    holds(
        &read(&mut maja, "/arbetsyta/utbildning").await,
        &[
            "Delaktighetstrappan på 30 minuter",
            "30 minuter · Alla tjänstepersoner",
            "Inte påbörjat",
        ],
    );
    holds(
        &read(&mut maja, BASE).await,
        &["Börja kursen", "12 av 14 frågor rätt besvarade", "36 månader"],
    );
    let page = format!("{BASE}/sida/why");
    holds(
        &read(&mut maja, &page).await,
        &["Sida 1 av 7", "<h2 id=\"avsnitt-1\">", "Fortsätt till frågorna"],
    );
    let sent = maja.post(&page, &[]).await;
    assert_eq!(sent.location, format!("{page}/fraga/word"));
    holds(
        &read(&mut maja, BASE).await,
        &["Pågår", "Fortsätt kursen", "0 av 7 sidor är klara"],
    );

    let question = format!("{page}/fraga/word");
    let asked = read(&mut maja, &question).await;
    holds(
        &asked,
        &["Fråga 1 av 2 till sidan Varför en trappa?", "<h1>Din chef säger"],
    );
    assert!(
        !asked.contains("Rätt ord från början"),
        "the explanation comes with the answer"
    );
    let empty = maja.post(&question, &[]).await;
    assert_eq!(empty.status, 422);
    holds(&empty.body, &["href=\"#svar\"", "Välj ett svar"]);
    let odd = maja.post(&question, &[("svar", "9")]).await;
    assert_eq!(odd.status, 422, "a choice that is not there is no choice");

    let sent = maja.post(&question, &[("svar", "2")]).await;
    assert_eq!(sent.location, format!("{question}#besked"));
    let wrong = read(&mut maja, &question).await;
    holds(
        &wrong,
        &[
            "Inte riktigt",
            "Antalet avgör inte",
            "Svara en gång till",
            "value=\"2\" checked",
        ],
    );
    assert!(
        !wrong.contains("Rätt ord från början"),
        "the right answer is not given away"
    );
    maja.post(&question, &[("svar", "1")]).await;
    holds(
        &read(&mut maja, &question).await,
        &[
            "<h2>Rätt</h2>",
            "Rätt ord från början",
            "Varför inte de andra svaren?",
            "Antalet avgör inte",
            "/fraga/fits\">",
        ],
    );
    maja.post(&question, &[("svar", "3")]).await;
    holds(
        &read(&mut maja, &question).await,
        &["Inte riktigt", "Det svaret räknas fortfarande"],
    );
    let english = read(&mut maja, &format!("/en{question}")).await;
    holds(&english, &["Not quite", "Your manager says"]);
}

#[tokio::test]
async fn several_answers_can_be_right_and_half_of_them_is_not_enough() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    let question = format!("{BASE}/sida/five-levels/fraga/levels");
    maja.post(&question, &[("svar", "1")]).await;
    holds(
        &read(&mut maja, &question).await,
        &["Inte riktigt", "något mer stämmer också", "type=\"checkbox\""],
    );
    maja.post(&question, &[("svar", "1"), ("svar", "3")]).await;
    holds(&read(&mut maja, &question).await, &["<h2>Rätt</h2>"]);
}

#[tokio::test]
async fn a_course_is_passed_with_enough_right_and_gives_one_certificate() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let staff = town.staff("maja@exempel.se").await;
        let mut maja = town.visitor("maja@exempel.se").await;
        holds(
            &read(&mut maja, &format!("{BASE}/resultat")).await,
            &["Du har svarat rätt på 0 av 14 frågor", "kvar"],
        );
        town.takes(&staff, COURSE, 3).await;
        let result = read(&mut maja, &format!("{BASE}/resultat")).await;
        holds(
            &result,
            &[
                "Du har svarat rätt på 11 av 14 frågor",
                "Inte godkänd än",
                "/sida/why/fraga/word",
            ],
        );
        let question = format!("{BASE}/sida/why/fraga/word");
        maja.post(&question, &[("svar", "1")]).await;
        let result = read(&mut maja, &format!("{BASE}/resultat")).await;
        holds(&result, &["12 av 14", "Du är godkänd", "17 mars 2026"]);
        // Retrying after having passed makes no second record.
        maja.post(&format!("{BASE}/sida/why/fraga/fits"), &[("svar", "4")])
            .await;
        let list = read(&mut maja, "/arbetsyta/utbildning").await;
        assert_eq!(
            list.matches("/arbetsyta/utbildning/intyg/").count(),
            1,
            "{}",
            town.test.engine
        );
        holds(&list, &["17 mars 2029", "Klart"]);

        town.days_pass(400).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let again = maja.post(&format!("{BASE}/om"), &[]).await;
        assert!(again.location.starts_with(BASE));
        holds(&read(&mut maja, BASE).await, &["Börja kursen"]);
        town.takes(&staff, COURSE, 0).await;
        let list = read(&mut maja, "/arbetsyta/utbildning").await;
        assert_eq!(
            list.matches("/arbetsyta/utbildning/intyg/").count(),
            2,
            "{}: both stay",
            town.test.engine
        );
    }
}

/// The address of the first certificate in a page.
fn certificate_in(page: &str) -> String {
    let rest = page
        .split("/arbetsyta/utbildning/intyg/")
        .nth(1)
        .expect("a certificate is there");
    let id: String = rest.chars().take_while(|c| *c != '"').collect();
    format!("/arbetsyta/utbildning/intyg/{id}")
}

#[tokio::test]
async fn a_certificate_is_its_owners_and_the_coordinators() {
    let town = Town::on(testkit::sqlite().await).await;
    let staff = town.staff("maja@exempel.se").await;
    town.takes(&staff, COURSE, 1).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    let path = certificate_in(&read(&mut maja, "/arbetsyta/utbildning").await);
    let page = read(&mut maja, &path).await;
    holds(
        &page,
        &[
            "Intyg: Delaktighetstrappan på 30 minuter",
            "Maja Lind har gått kursen",
            "13 av 14 frågor",
            "17 mars 2026",
            "2026-",
            "Nivån är ett löfte",
        ],
    );
    let file = maja.get(&format!("{path}/intyg.docx")).await;
    assert!(file.body.starts_with("PK"), "a DOCX is a package");
    assert_eq!(maja.get(&format!("{path}/intyg.odt")).await.status, 404);
    let mut johan = town.visitor("johan@exempel.se").await;
    read(&mut johan, &path).await;
    town.joins("elin@exempel.se", "Elin Berg", "", Role::ProjectLead).await;
    let mut elin = town.visitor("elin@exempel.se").await;
    assert_eq!(elin.get(&path).await.status, 404, "nobody else learns that it is there");
    assert_eq!(elin.get(&format!("{path}/intyg.docx")).await.status, 404);
}

#[cfg(feature = "pdf")]
#[tokio::test]
async fn a_certificate_is_a_tagged_pdf() {
    let town = Town::on(testkit::sqlite().await).await;
    let staff = town.staff("maja@exempel.se").await;
    town.takes(&staff, COURSE, 0).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    let path = certificate_in(&read(&mut maja, "/arbetsyta/utbildning").await);
    let file = maja.get(&format!("{path}/intyg.pdf")).await;
    assert_eq!(file.status, 200);
    assert_eq!(file.headers["content-type"], "application/pdf");
    assert!(file.body.starts_with("%PDF-") && file.body.contains("/StructTreeRoot") && file.body.contains("sv-SE"));
}

#[tokio::test]
async fn every_page_is_there_in_both_languages_and_asks_one_to_sign_in() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    let mut resident = Browser::new(town.site.clone(), capabilities);
    let pack = method::packs(&town.site).dialogue();
    let mut paths = vec!["/arbetsyta/utbildning".to_owned()];
    for course in &pack.library.courses {
        let base = crate::address(&course.key);
        paths.extend([base.clone(), format!("{base}/resultat")]);
        for page in &course.pages {
            paths.push(format!("{base}/sida/{}", page.key));
            paths.extend(
                page.questions
                    .iter()
                    .map(|one| format!("{base}/sida/{}/fraga/{}", page.key, one.key)),
            );
        }
    }
    for path in paths {
        read(&mut maja, &path).await;
        let english = read(&mut maja, &format!("/en{path}")).await;
        assert!(!english.contains("training-"), "{path}: a key without its text");
        let asked = resident.get(&path).await;
        assert!(asked.status == 303 && asked.location.starts_with("/logga-in"), "{path}");
    }
    for path in [
        "/kurs/finns-inte",
        "/kurs/ladder-30-minutes/sida/finns-inte",
        "/kurs/ladder-30-minutes/sida/why/fraga/x",
    ] {
        assert_eq!(
            maja.get(&format!("/arbetsyta/utbildning{path}")).await.status,
            404,
            "{path}"
        );
    }
    let captions = format!("{BASE}/sida/why/undertexter");
    assert_eq!(
        maja.get(&captions).await.status,
        404,
        "a page without a film has no captions"
    );
}
