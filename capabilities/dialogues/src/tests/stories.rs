//! Through acts: beginning, copying, publishing, the calendar, documents, duties, what others are told.

use super::*;
use crate::*;
use identity::Role;
use jiff::civil::date;
use method::Refused;
use texts::Lang;
use web::Fault;

#[tokio::test]
async fn a_dialogue_gets_a_word_of_its_own_in_the_address() {
    for test in testkit::databases().await {
        let site = site(&test);
        let lead = staff(&site, Role::ProjectLead).await;
        let first = create(&site, &lead, "Mörby park", "Vad?").await.expect("created");
        let second = create(&site, &lead, "Mörby park", "Vad nu?").await.expect("created");
        let mut read = site.db.read().await.expect("a reader");
        assert_eq!(dialogue(&mut read, first).await.expect("read").slug, "morby-park");
        assert_eq!(by_slug(&mut read, "morby-park-2").await.expect("read").id, second);
    }
}

#[tokio::test]
async fn only_those_who_plan_begin_a_dialogue() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let elected = staff(&site, Role::Elected).await;
    let refused = create(&site, &elected, "Park", "Vad?").await;
    assert!(matches!(refused, Err(Refused::Fault(Fault::Forbidden))));
}

#[tokio::test]
async fn a_copy_brings_the_plan_but_not_the_dates_or_the_examination() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let earlier = published(&site, &who).await;
    let id = copy(&site, &who, earlier, "Hur ska Sätra park bli?", "Vad vill du göra där?")
        .await
        .expect("copied");
    let mut read = site.db.read().await.expect("a reader");
    let copied = dialogue(&mut read, id).await.expect("read");
    assert_eq!(copied.state, "draft");
    assert_eq!(copied.title, "Hur ska Sätra park bli?");
    assert_eq!(copied.facts.list("methods"), ["Enkät", "Gåtur"]);
    assert_eq!(copied.summary_in(Lang::En), "Tell us what you want to do in the park.");
    assert!(
        !copied.facts.has("opens-on") && !copied.facts.has("examination-outcome") && !copied.facts.has("case-number")
    );
}

#[tokio::test]
async fn residents_see_a_dialogue_from_publication_and_it_opens_and_closes_by_itself() {
    for test in testkit::databases().await {
        let site = site(&test);
        let who = staff(&site, Role::Coordinator).await;
        let hidden = create(&site, &who, "Utkast", "Vad?").await.expect("created");
        let id = published(&site, &who).await;
        let everything = Filter::default();
        let listed = async |day| {
            let mut read = site.db.read().await.expect("a reader");
            list_public(&mut read, &everything, day).await.expect("read")
        };
        let list = listed(date(2026, 3, 20)).await;
        assert_eq!(list.iter().map(|one| one.id).collect::<Vec<_>>(), [id]);
        assert_eq!(list[0].phase(date(2026, 3, 20)), Phase::Coming);
        // Open by the date alone, before anyone has recorded it.
        assert_eq!(list[0].phase(date(2026, 4, 1)), Phase::Open);
        assert_eq!(list[0].state_on(date(2026, 5, 1)), "closed");

        test.clock.set("2026-04-02T08:00:00Z".parse().expect("a moment"));
        assert_eq!(tick(&site).await.expect("the calendar acts"), 1);
        assert_eq!(tick(&site).await.expect("the calendar acts"), 0, "once is enough");
        assert_eq!(listed(date(2026, 4, 2)).await[0].state, "open");
        test.clock.set("2026-05-01T08:00:00Z".parse().expect("a moment"));
        assert_eq!(tick(&site).await.expect("the calendar acts"), 1);
        assert_eq!(listed(date(2026, 5, 1)).await[0].state, "closed");
        let mut read = site.db.read().await.expect("a reader");
        assert!(
            !dialogue(&mut read, hidden)
                .await
                .expect("read")
                .is_public(date(2026, 5, 1))
        );
    }
}

#[tokio::test]
async fn publishing_on_the_first_day_opens_at_once() {
    let test = testkit::sqlite().await;
    test.clock.set("2026-04-05T08:00:00Z".parse().expect("a moment"));
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = published(&site, &who).await;
    let mut read = site.db.read().await.expect("a reader");
    assert_eq!(dialogue(&mut read, id).await.expect("read").state, "open");
}

#[tokio::test]
async fn a_changed_promise_and_a_pause_are_told_to_everyone() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = published(&site, &who).await;
    record(
        &site,
        &who,
        id,
        None,
        map(json!({ "feedback-on": "2026-09-15" })),
        "Nämnden möts senare.",
    )
    .await
    .expect("a reason was given");
    advance(&site, &who, id, "pause", "Projektledaren är sjuk.")
        .await
        .expect("a reason was given");
    let mut read = site.db.read().await.expect("a reader");
    let told = notices(&mut read, id).await.expect("read");
    assert_eq!(told.len(), 2);
    assert_eq!(
        told[0].what,
        Change::State {
            from: "published".into(),
            to: "paused".into()
        }
    );
    assert_eq!(
        told[1].what,
        Change::Field {
            key: "feedback-on".into(),
            from: "2026-08-15".into(),
            to: "2026-09-15".into()
        }
    );
    let paused = dialogue(&mut read, id).await.expect("read");
    assert_eq!(paused.phase(date(2026, 4, 2)), Phase::Paused);
    assert!(paused.is_public(date(2026, 4, 2)));
    assert_eq!(paused.feedback_on, Some(date(2026, 9, 15)));
}

#[tokio::test]
async fn a_discarded_draft_and_a_withdrawn_page_are_seen_by_nobody() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let draft = create(&site, &who, "Utkast", "Vad?").await.expect("created");
    advance(&site, &who, draft, "discard", "Dubblett.")
        .await
        .expect("a reason was given");
    let id = published(&site, &who).await;
    advance(&site, &who, id, "unpublish", "Fel datum i inbjudan.")
        .await
        .expect("a reason was given");
    advance(&site, &who, id, "pause", "Vi väntar på nämnden.")
        .await
        .expect("a reason was given");
    let mut read = site.db.read().await.expect("a reader");
    assert!(
        list_public(&mut read, &Filter::default(), site.today())
            .await
            .expect("read")
            .is_empty()
    );
}

#[tokio::test]
async fn filters_find_by_words_area_and_phase() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    published(&site, &who).await;
    let mut read = site.db.read().await.expect("a reader");
    let today = date(2026, 4, 10);
    let mut count = async |filter: Filter| list_public(&mut read, &filter, today).await.expect("read").len();
    assert_eq!(
        count(Filter {
            words: "PARKEN göra".into(),
            ..Filter::default()
        })
        .await,
        1
    );
    assert_eq!(
        count(Filter {
            words: "skola".into(),
            ..Filter::default()
        })
        .await,
        0
    );
    assert_eq!(
        count(Filter {
            area: "mörby".into(),
            phase: Some(Phase::Open),
            ..Filter::default()
        })
        .await,
        1
    );
    assert_eq!(
        count(Filter {
            phase: Some(Phase::Ended),
            ..Filter::default()
        })
        .await,
        0
    );
    assert_eq!(
        count(Filter {
            level: "dialogue".into(),
            ..Filter::default()
        })
        .await,
        0
    );
}

#[tokio::test]
async fn late_promises_stand_first_among_duties() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = published(&site, &who).await;
    let moderator = staff(&site, Role::Moderator).await;
    let asking = |staff: &Staff, today| Asking {
        staff: staff.clone(),
        today,
        lang: Lang::Sv,
        days_ahead: method::FORTNIGHT,
        packs: method::packs(&site),
    };
    let sources = site.get::<Sources>();
    let mut read = site.db.read().await.expect("a reader");
    let early = sources
        .duties(&mut read, &asking(&who, date(2026, 3, 20)))
        .await
        .expect("read");
    assert!(
        early.iter().all(|duty| duty.due.is_none()),
        "nothing is owed within a fortnight: {early:?}"
    );
    let late = sources
        .duties(&mut read, &asking(&who, date(2026, 8, 20)))
        .await
        .expect("read");
    assert_eq!(late[0].due, Some(date(2026, 5, 31)));
    assert!(late[0].about.contains("Fastställ dialograpporten"), "{}", late[0].about);
    assert_eq!(late[0].href, format!("/arbetsyta/dialoger/{id}/rapport"));
    assert!(
        late.iter()
            .any(|duty| duty.about.contains("Återkoppla till deltagarna"))
    );
    assert!(
        sources
            .duties(&mut read, &asking(&moderator, date(2026, 8, 20)))
            .await
            .expect("read")
            .is_empty(),
        "not the moderator's"
    );
}

#[tokio::test]
async fn a_plan_that_is_ready_waits_for_whoever_approves() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let lead = staff(&site, Role::ProjectLead).await;
    let coordinator = staff(&site, Role::Coordinator).await;
    let id = create(&site, &lead, "Mörby park", "Vad?").await.expect("created");
    record(&site, &lead, id, None, plan(), "").await.expect("the plan fits");
    advance(&site, &lead, id, "examine", "").await.expect("examined");
    let mut read = site.db.read().await.expect("a reader");
    let waiting = async |read: &mut Conn, staff: &Staff| {
        let asking = Asking {
            staff: staff.clone(),
            today: site.today(),
            lang: Lang::Sv,
            days_ahead: method::FORTNIGHT,
            packs: method::packs(&site),
        };
        let duties = site.get::<Sources>().duties(read, &asking).await.expect("read");
        duties
            .into_iter()
            .filter(|duty| duty.title_key == "dialogues-duty-ready")
            .map(|duty| duty.href)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        waiting(&mut read, &coordinator).await,
        [format!("/arbetsyta/dialoger/{id}/lage/uppdrag")]
    );
    assert!(waiting(&mut read, &lead).await.is_empty());
}

#[tokio::test]
async fn documents_are_public_only_when_said_so() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = published(&site, &who).await;
    attach(&site, &who, id, "Program", "program.pdf", b"%PDF-1.7 x", true)
        .await
        .expect("attached");
    attach(&site, &who, id, "Anteckningar", "noter.txt", b"internt", false)
        .await
        .expect("attached");
    let refused = attach(&site, &who, id, "Sida", "sida.html", b"<html>", true).await;
    assert!(matches!(
        refused,
        Err(Fault::Rule {
            key: "dialogues-error-file-kind",
            ..
        })
    ));
    let mut read = site.db.read().await.expect("a reader");
    let list = documents(&mut read, id).await.expect("read");
    assert_eq!(
        list.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(),
        ["Program"]
    );
    assert_eq!(list[0].kind(), "PDF");
}
