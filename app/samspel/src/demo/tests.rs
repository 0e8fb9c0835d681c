//! The demonstration through the same code as in life: every state is there, residents see what they should, and what is
//! owed first stands first.

use super::content::Content;
use super::fill::fill;
use crate::compose;
use dialogues::{Dialogue, Filter, Phase};
use identity::Role;
use method::{Asking, Sources};
use std::collections::BTreeSet;
use std::sync::Arc;
use texts::Lang;
use web::Site;

struct Filled {
    site: Arc<Site>,
    content: Content,
}

async fn filled() -> Filled {
    let test = testkit::sqlite().await;
    let site = testkit::site(&test, &compose::capabilities(), |site| compose::fill(site).unwrap());
    let content = Content::read().unwrap();
    fill(&site, &test.clock, testkit::start(), &content, |_| {})
        .await
        .map_err(|error| format!("{error:#}"))
        .unwrap();
    Filled { site, content }
}

impl Filled {
    async fn all(&self) -> Vec<Dialogue> {
        let mut read = self.site.db.read().await.unwrap();
        dialogues::list_all(&mut read, &Filter::default(), self.site.today())
            .await
            .unwrap()
    }

    async fn in_state(&self, state: &str) -> Dialogue {
        self.all().await.into_iter().find(|one| one.state == state).unwrap()
    }
}

#[tokio::test]
async fn the_demonstration_fills_itself_through_the_products_own_acts() {
    let town = filled().await;
    every_state_is_there_once(&town).await;
    the_public_list_holds_what_residents_may_see(&town).await;
    the_open_dialogue_has_answers_that_wait_and_answers_that_are_coded(&town).await;
    the_dialogue_that_ended_answered_every_theme(&town).await;
    what_is_overdue_stands_first(&town).await;
    residents_are_told_and_a_text_waits_for_its_day(&town).await;
    items_of_checklists_stand_on_the_desk_of_whoever_is_to_do_them(&town).await;
    those_who_asked_have_letters(&town).await;
    nobody_lacks_a_course_for_what_they_do(&town).await;
    two_dialogues_have_become_examples(&town).await;
    organisations_stand_in_the_register_and_their_network_is_drawn(&town).await;
    a_panel_is_drawn_and_a_seat_waits_for_its_day(&town).await;
    the_team_has_sorted_its_wall_and_writes_in_rounds(&town).await;
}

async fn a_panel_is_drawn_and_a_seat_waits_for_its_day(town: &Filled) {
    let dialogue = town.in_state("assigned").await;
    let mut read = town.site.db.read().await.unwrap();
    let lotteries = lottery::of_dialogue(&mut read, dialogue.id).await.unwrap();
    let stages: Vec<_> = lotteries.iter().map(lottery::Lottery::stage).collect();
    assert_eq!(stages, [lottery::Stage::Drawn, lottery::Stage::Published]);
    let members = lottery::members(&mut read, &lotteries[0]).await.unwrap();
    assert_eq!(
        members.len(),
        24,
        "whoever left keeps the seat until somebody is drawn for it"
    );
}

async fn the_team_has_sorted_its_wall_and_writes_in_rounds(town: &Filled) {
    let mut read = town.site.db.read().await.unwrap();
    let (kind, filter) = (dialogues::Kind::Project, Filter::default());
    let projects = dialogues::list_of(&mut read, kind, &filter, town.site.today())
        .await
        .unwrap();
    let wall = service_design::wall(&mut read, projects[0].id).await.unwrap();
    let sorted = wall.notes.iter().filter(|note| note.group.is_some()).count();
    assert_eq!((wall.groups.len(), sorted), (2, 5));
    let sessions = service_design::sessions_of(&mut read, projects[0].id).await.unwrap();
    let ideas = service_design::ideas_of(&mut read, sessions[0].id).await.unwrap();
    assert_eq!((sessions.len(), ideas.len()), (1, 6));
}

async fn organisations_stand_in_the_register_and_their_network_is_drawn(town: &Filled) {
    let mut browser = testkit::Browser::new(town.site.clone(), compose::capabilities);
    let johan = &town.content.town.people["johan"];
    browser.sign_in(&johan.email, &town.content.town.password).await;
    let mut page = async |path: &str| {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        answer.body
    };
    assert!(page("/arbetsyta/organisationer").await.contains("12 organisationer"));
    let waiting = page("/arbetsyta").await;
    assert!(waiting.contains("Godkänn eller neka ändring för"), "{waiting}");
    let network = page("/arbetsyta/organisationer/natverk").await;
    assert!(network.contains("role=\"img\"") && network.contains("Tryggare Almlunda"));
    let gaps = page("/arbetsyta/brottsforebyggande/gap").await;
    assert!(
        gaps.contains("Säkerhetschefen") || gaps.contains("Trafikbolaget"),
        "{gaps}"
    );
    assert!(page("/arbetsyta/rad").await.contains("Trygghetsrådet i Exempelby"));
    assert!(page("/arbetsyta/brottsforebyggande/atgarder").await.contains("Gult"));
}

async fn every_state_is_there_once(town: &Filled) {
    let states: Vec<String> = town.all().await.into_iter().map(|one| one.state).collect();
    let pack = method::packs(&town.site).dialogue();
    let known: BTreeSet<&str> = pack
        .machine
        .template()
        .states
        .iter()
        .map(|state| state.key.as_str())
        .collect();
    assert_eq!(states.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
    assert_eq!(states.len(), known.len(), "{states:?}");
    let told: BTreeSet<&str> = town
        .content
        .stories
        .iter()
        .map(|(_, story)| story.state.as_str())
        .collect();
    assert_eq!(told, known, "each file says where its story has come");
}

async fn the_public_list_holds_what_residents_may_see(town: &Filled) {
    let mut read = town.site.db.read().await.unwrap();
    let today = town.site.today();
    let list = dialogues::list_public(&mut read, &Filter::default(), today)
        .await
        .unwrap();
    let hidden = ["draft", "examined", "declined", "assigned", "planned"];
    assert_eq!(list.len(), town.content.stories.len() - hidden.len());
    assert!(list.iter().all(|one| !hidden.contains(&one.state.as_str())));
    assert_eq!(
        (list[0].phase(today), list[1].phase(today)),
        (Phase::Open, Phase::Coming)
    );
    for one in &list {
        for text in [
            one.title_in(Lang::En),
            one.summary_in(Lang::En),
            one.facts.text_in("promise", Lang::En),
        ] {
            assert!(!text.is_empty());
        }
        assert_ne!(one.title_in(Lang::En), one.title, "{} is translated", one.slug);
    }
}

async fn the_open_dialogue_has_answers_that_wait_and_answers_that_are_coded(town: &Filled) {
    let open = town.in_state("open").await;
    let mut read = town.site.db.read().await.unwrap();
    let counts = participation::counts(&mut read, open.id).await.unwrap();
    assert!((420..=460).contains(&counts.total), "{counts:?}");
    for kind in ["statements", "budget"] {
        let activities = participation::activities(&mut read, open.id).await.unwrap();
        let activity = activities.iter().find(|one| one.kind == kind).unwrap();
        let answers = participation::responses(&mut read, activity.id, None).await.unwrap();
        assert_eq!(answers.len(), 107, "{kind}");
    }
    assert!(counts.by_channel.len() >= 4, "{counts:?}");
    let states = participation::passage_counts(&mut read, open.id).await.unwrap();
    let count = |state: &str| states.iter().find(|one| one.state == state).map_or(0, |one| one.n);
    assert!(count("waiting") >= 4, "{states:?}");
    assert_eq!(
        (count("masked"), count("hidden")),
        (1, 1),
        "a moderator has decided: {states:?}"
    );
    let progress = insights::progress(&mut read, open.id).await.unwrap();
    assert!(progress.coded > 0 && progress.left() > 0, "{progress:?}");
    let compared = insights::representation(&mut read, open.id).await.unwrap();
    assert_eq!(compared.len(), 3);
}

async fn the_dialogue_that_ended_answered_every_theme(town: &Filled) {
    let ended = town.in_state("ended").await;
    let mut read = town.site.db.read().await.unwrap();
    let themes = insights::themes(&mut read, ended.id).await.unwrap();
    let answers = cases::answers_public(&mut read, ended.id).await.unwrap();
    assert_eq!((answers.len(), themes.progress.left()), (themes.themes.len(), 0));
    assert_eq!(cases::decisions(&mut read, ended.id).await.unwrap().len(), 1);
    assert!(cases::published_report(&mut read, ended.id).await.unwrap().is_some());
    let waits = method::picture(&town.site, &mut read, ended.id).await.unwrap();
    assert!(waits.is_closed());
}

async fn what_is_overdue_stands_first(town: &Filled) {
    let coordinator = town
        .content
        .town
        .people
        .values()
        .find(|one| one.role == Role::Coordinator.code())
        .unwrap();
    let mut read = town.site.db.read().await.unwrap();
    let staff = identity::staff_by_email(&mut read, &coordinator.email)
        .await
        .unwrap()
        .unwrap();
    let today = town.site.today();
    let asking = Asking {
        staff,
        today,
        lang: Lang::Sv,
        days_ahead: method::FORTNIGHT,
        packs: method::packs(&town.site),
    };
    let duties = town.site.get::<Sources>().duties(&mut read, &asking).await.unwrap();
    let first = duties.first().unwrap();
    assert!(
        first.about.contains("fritidsgården") && first.due.is_some_and(|due| due < today),
        "{duties:#?}"
    );
}

async fn residents_are_told_and_a_text_waits_for_its_day(town: &Filled) {
    let mut read = town.site.db.read().await.unwrap();
    let held = information::statement(&town.site, &mut read).await.unwrap();
    assert!(held.number == 1 && held.statement.reviewed_on.is_some());
    let waiting: i64 = read
        .scalar(
            db::sql!("select count(*) as n from text_version where state = 'approved' and published_at is null"),
            db::args![],
        )
        .await
        .unwrap();
    assert_eq!(waiting, 1);
}

async fn items_of_checklists_stand_on_the_desk_of_whoever_is_to_do_them(town: &Filled) {
    let mut read = town.site.db.read().await.unwrap();
    let packs = method::packs(&town.site);
    for (person, count) in [("elin", 2), ("sara", 2), ("lars", 0)] {
        let email = &town.content.town.people[person].email;
        let staff = identity::staff_by_email(&mut read, email).await.unwrap().unwrap();
        let asking = Asking {
            staff,
            today: town.site.today(),
            lang: Lang::Sv,
            days_ahead: method::FORTNIGHT,
            packs: packs.clone(),
        };
        let duties = town.site.get::<Sources>().duties(&mut read, &asking).await.unwrap();
        let items = duties.iter().filter(|duty| duty.title_key == "dialogues-duty-item");
        assert_eq!(items.count(), count, "{person}: {duties:#?}");
    }
}

async fn those_who_asked_have_letters(town: &Filled) {
    let answered = town.in_state("answered").await;
    let mut read = town.site.db.read().await.unwrap();
    assert_eq!(
        identity::contacts::recipients(&mut read, answered.id)
            .await
            .unwrap()
            .len(),
        2
    );
    assert_eq!(
        cases::dispatches(&mut read, answered.id).await.unwrap()[0].recipients,
        2
    );
    assert!(mail::counts(&mut read).await.unwrap().waiting > 0);
}

async fn nobody_lacks_a_course_for_what_they_do(town: &Filled) {
    training::tick(&town.site).await.unwrap();
    let mut read = town.site.db.read().await.unwrap();
    assert_eq!(identity::withheld(&mut read).await.unwrap(), []);
    let staff = identity::staff_in_use(&mut read).await.unwrap();
    assert!(staff.iter().any(|one| one.may_named("ModerateContributions")));
}

async fn two_dialogues_have_become_examples(town: &Filled) {
    let mut browser = testkit::Browser::new(town.site.clone(), compose::capabilities);
    let person = &town.content.town.people["lars"];
    browser.sign_in(&person.email, &town.content.town.password).await;
    let bank = browser.get("/arbetsyta/exempel?metod=walking-tour").await.body;
    assert!(
        bank.contains("Strandpromenad i Sjövik") && bank.contains("1 exempel"),
        "{bank}"
    );
    let all = browser.get("/arbetsyta/exempel").await.body;
    assert!(all.contains("2 exempel"), "{all}");
    let year = browser.get("/arbetsyta/kalender").await.body;
    assert!(year.contains("Höstlov") && year.contains("Sommarlov"), "{year}");
}

#[test]
fn what_is_printed_names_every_log_in_and_what_is_worth_opening() {
    let content = Content::read().unwrap();
    let text = super::said(&content, std::net::SocketAddr::from(([127, 0, 0, 1], 8080)), None);
    for person in content.town.people.values() {
        assert!(text.contains(&person.email));
    }
    assert_eq!(text.matches("http://127.0.0.1:8080/").count(), 8);
    assert!(text.contains("wait in the outbox"));
    assert!(content.town.password.chars().count() >= 12);
}

#[test]
fn every_role_has_a_log_in() {
    let content = Content::read().unwrap();
    let roles: BTreeSet<&str> = content.town.people.values().map(|one| one.role.as_str()).collect();
    assert_eq!(roles.len(), Role::ALL.len());
}
