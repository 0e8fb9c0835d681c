//! Stories of reading on real databases and real pages: two coders side by side, bulk and its undo, small cells, figures
//! about the population, and what thousands of residents wrote.

mod coding;
mod pages;
mod reading;
mod suggestions;
mod voting;

use std::sync::Arc;

use db::{Actor, Id};
use identity::{NewAccount, Role, Staff};
use participation::model::answer::{Answer, Answers};
use participation::model::definition::{Choice, Definition, Kind, Question, Wording};
use participation::model::finish::{Strictness, finish};
use participation::{ActivityState, Channel, ImportOptions, Sending};
use stats::Cell;
use stats::representation::Finding;
use testkit::{Browser, TestDb};
use web::{Capability, Fault, Site};

use crate::*;

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        participation::capability(),
        crate::capability(),
    ]
}

/// A site with one dialogue and one published survey.
struct Story {
    clock: Arc<db::FixedClock>,
    site: Arc<Site>,
    staff: Staff,
    dialogue: Id,
    survey: Id,
}

impl Story {
    async fn begin(test: TestDb) -> Story {
        Story::with_vectors(test, "").await
    }

    /// With the operator's file of word vectors at that path.
    async fn with_vectors(test: TestDb, vectors: &str) -> Story {
        let site = testkit::site(&test, &capabilities(), |site| {
            site.put(method::Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
            site.put(method::Sources::new(vec![crate::source()]));
            site.put(crate::WordVectors::at(vectors));
            site.put(background::Works::new(
                [participation::works(), crate::works()].concat(),
            ));
        });
        let new = NewAccount {
            email: "maja@exempel.se".into(),
            name: "Maja Lind".into(),
            unit: String::new(),
            password: PASSWORD.into(),
            roles: vec![Role::ProjectLead],
        };
        site.db
            .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
            .await
            .unwrap();
        let staff = identity::staff_by_email(&mut site.db.read().await.unwrap(), "maja@exempel.se")
            .await
            .unwrap()
            .unwrap();
        let dialogue = dialogues::create(&site, &staff, "Parken vid sjön", "Vad vill du göra i parken?")
            .await
            .unwrap();
        let survey = activity(&site, &staff, dialogue, "survey", Some(definition())).await;
        Story {
            clock: test.clock.clone(),
            site,
            staff,
            dialogue,
            survey,
        }
    }

    fn actor(&self) -> Actor {
        self.staff.actor()
    }

    async fn answer(&self, answers: &[(&str, Answer)]) {
        let mut read = self.site.db.read().await.unwrap();
        let activity = participation::activity(&mut read, self.survey).await.unwrap();
        drop(read);
        let mut given = Answers::default();
        answers
            .iter()
            .for_each(|(key, answer)| given.put(key, Some(answer.clone())));
        let key = self.site.token();
        let sending = Sending {
            activity: &activity,
            version: 1,
            finished: finish(&definition(), &given, Strictness::SecondHand).unwrap(),
            channel: Channel::Web,
            batch: String::new(),
            language: "sv".into(),
            entered_by: String::new(),
            at: None,
            submit_key: &key,
            letter: None,
        };
        participation::submit(&self.site, Actor::Participant, sending)
            .await
            .unwrap();
    }

    /// Somebody of an age chooses a way to use the park and says why.
    async fn voice(&self, way: &str, age: &str, why: &str) {
        let (way, age) = (Answer::Choice(way.into()), Answer::Choice(age.into()));
        self.answer(&[("satt", way), ("varfor", Answer::Text(why.into())), ("alder", age)])
            .await;
    }

    async fn texts(&self) -> Vec<Id> {
        let filter = participation::PassageFilter {
            dialogue: Some(self.dialogue),
            ..Default::default()
        };
        participation::passage_ids(&mut self.site.db.read().await.unwrap(), &filter)
            .await
            .unwrap()
    }

    async fn theme(&self, name: &str) -> Id {
        create_theme(&self.site, self.actor(), self.dialogue, &ThemeDraft::named(name))
            .await
            .unwrap()
    }

    async fn themes(&self) -> Themes {
        themes(&mut self.site.db.read().await.unwrap(), self.dialogue)
            .await
            .unwrap()
    }

    async fn counts(&self) -> Vec<(String, i64)> {
        self.themes()
            .await
            .themes
            .into_iter()
            .map(|one| (one.theme.name, one.n))
            .collect()
    }

    async fn browser(&self) -> Browser {
        let mut browser = Browser::new(self.site.clone(), capabilities);
        browser.sign_in("maja@exempel.se", PASSWORD).await;
        browser
    }

    fn path(&self, rest: &str) -> String {
        format!("/arbetsyta/dialoger/{}/{rest}", self.dialogue)
    }
}

async fn activity(site: &Site, staff: &Staff, dialogue: Id, kind: &str, definition: Option<Definition>) -> Id {
    use participation::acts::{Creating, create, publish, save_draft, set_state};
    let new = Creating {
        dialogue,
        kind: kind.into(),
        title: "Enkät om parken".into(),
        opens_on: None,
        closes_on: None,
    };
    let id = create(site, staff.actor(), new).await.unwrap();
    let mut revision = 1;
    if let Some(definition) = definition {
        save_draft(site, staff.actor(), id, 1, &definition).await.unwrap();
        revision = 2;
    }
    publish(site, staff.actor(), id, revision, "").await.unwrap();
    set_state(site, staff.actor(), id, ActivityState::Open).await.unwrap();
    id
}

fn definition() -> Definition {
    let question = |key: &str, label: &str, kind| Question {
        label: Wording::new(label, ""),
        ..Question::blank(key, kind)
    };
    let choices = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .map(|(key, label)| Choice {
                key: (*key).into(),
                label: Wording::new(*label, ""),
            })
            .collect()
    };
    let ways = Kind::Single {
        options: choices(&[("ga", "Gå"), ("bada", "Bada"), ("leka", "Leka")]),
    };
    let ages = Kind::Single {
        options: choices(&[
            ("ung", "16–24 år"),
            ("mitt", "25–64 år"),
            ("gammal", "65 år eller äldre"),
        ]),
    };
    let mut age = question("alder", "Hur gammal är du?", ages);
    age.purpose = Some(Wording::new("Vi vill veta om vi når alla åldrar.", ""));
    age.decline = true;
    Definition {
        intro: Wording::default(),
        questions: vec![
            question("satt", "Vad gör du helst i parken?", ways),
            question("varfor", "Varför?", Kind::LongText { max_length: 2_000 }),
            question(
                "ordning",
                "Vad är viktigast?",
                Kind::Ranking {
                    options: choices(&[("ljus", "Ljus"), ("tak", "Tak")]),
                },
            ),
            question(
                "trygg",
                "Hur trygg är du?",
                Kind::Scale {
                    steps: 5,
                    low: Wording::new("Otrygg", ""),
                    high: Wording::new("Trygg", ""),
                },
            ),
            question(
                "ganger",
                "Hur ofta?",
                Kind::Number {
                    min: None,
                    max: None,
                    decimals: 0,
                    unit: Wording::new("gånger", ""),
                },
            ),
            age,
        ],
    }
}

fn change(passage: Id, add: &[Id], remove: &[Id]) -> Change {
    Change {
        passage: Some(passage),
        add: add.iter().copied().collect(),
        remove: remove.iter().copied().collect(),
        ..Change::default()
    }
}
