//! Stories of the end of a voice's walk, on real databases and real pages. Here: the place they happen in.

mod export;
mod papers;

use std::sync::Arc;

use db::{Actor, Id};
use documents::Block;
use identity::{Grant, NewAccount, RegisterCase, Role, Staff};
use participation::model::answer::{Answer, Answers};
use participation::model::definition::{Choice, Definition, Kind, Question, Wording};
use participation::model::finish::{Strictness, finish};
use participation::{ActivityState, Channel, Sending};
use serde_json::json;
use testkit::{Browser, TestDb};
use web::{Capability, Fault, Site};

use crate::paper::compose;
use crate::paper_acts::{self, Paper};
use crate::store::papers as store_papers;
use crate::*;

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        participation::capability(),
        insights::capability(),
        crate::capability(),
    ]
}

/// A site with a dialogue, a survey, three themes and an assignment from the board.
struct Story {
    site: Arc<Site>,
    staff: Staff,
    dialogue: Id,
    survey: Id,
}

fn question(key: &str, label: &str, kind: Kind) -> Question {
    Question {
        label: Wording::new(label, ""),
        ..Question::blank(key, kind)
    }
}

fn definition() -> Definition {
    let choice = |(key, label): &(&str, &str)| Choice {
        key: (*key).into(),
        label: Wording::new(*label, ""),
    };
    let choices = |pairs: &[(&str, &str)]| pairs.iter().map(choice).collect();
    let ways = Kind::Single {
        options: choices(&[("ga", "Gå"), ("bada", "Bada")]),
    };
    let several = Kind::Multiple {
        options: choices(&[("ljus", "Ljus"), ("tak", "Tak")]),
        min: 0,
        max: 0,
    };
    let questions = vec![
        question("satt", "Vad gör du helst i parken?", ways),
        question("varfor", "Varför?", Kind::LongText { max_length: 2_000 }),
        question("onskar", "Vad önskar du?", several),
    ];
    Definition {
        intro: Wording::default(),
        questions,
    }
}

impl Story {
    async fn begin(test: TestDb) -> Story {
        let site = testkit::site(&test, &capabilities(), |site| {
            site.put(method::Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
            site.put(method::Sources::new(vec![
                participation::source(),
                insights::source(),
                crate::source(),
            ]));
        });
        let new = NewAccount {
            email: "maja@exempel.se".into(),
            name: "Maja Lind".into(),
            unit: String::new(),
            password: PASSWORD.into(),
            roles: vec![Role::Coordinator],
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
        let survey = survey(&site, &staff, dialogue).await;
        Story {
            site,
            staff,
            dialogue,
            survey,
        }
    }

    fn who(&self) -> Grant<RegisterCase> {
        Grant::of(&self.staff).unwrap()
    }

    async fn facts(&self, facts: serde_json::Value) {
        let serde_json::Value::Object(map) = facts else {
            panic!("facts are a map")
        };
        dialogues::record(&self.site, &self.staff, self.dialogue, None, map, "")
            .await
            .map_err(Fault::from)
            .unwrap();
    }

    async fn assignment(&self) {
        let draft = AssignmentDraft {
            body: "Kommunstyrelsen".into(),
            decided_on: jiff::civil::date(2024, 4, 22),
            paragraph: "69".into(),
            wording: "Utred hur parken kan utvecklas.".into(),
            due_on: None,
            case_number: "KS 2024/0165".into(),
            responsible: "Kommunledningskontoret".into(),
            status: AssignmentStatus::Ongoing,
            note: String::new(),
        };
        let id = save_assignment(&self.site, &self.who(), None, draft, None)
            .await
            .unwrap();
        link_assignment(&self.site, &self.who(), id, self.dialogue, true)
            .await
            .unwrap();
    }

    async fn voice(&self, way: &str, why: &str) {
        let activity = participation::activity(&mut self.site.db.read().await.unwrap(), self.survey)
            .await
            .unwrap();
        let mut given = Answers::default();
        given.put("satt", Some(Answer::Choice(way.into())));
        given.put("varfor", Some(Answer::Text(why.into())));
        given.put("onskar", Some(Answer::Choices(vec!["ljus".into()])));
        let sending = Sending {
            activity: &activity,
            version: 1,
            finished: finish(&definition(), &given, Strictness::SecondHand).unwrap(),
            channel: Channel::Web,
            batch: String::new(),
            language: "sv".into(),
            entered_by: String::new(),
            at: None,
            submit_key: &self.site.token(),
            letter: None,
        };
        participation::submit(&self.site, Actor::Participant, sending)
            .await
            .unwrap();
    }

    /// Seven people; five speak of light, one of cows, one of nothing that fits.
    async fn voices(&self) {
        for n in 0..5 {
            self.voice("ga", &format!("Mer ljus på kvällen, röst {n}")).await;
        }
        self.voice("bada", "Kor som betar").await;
        self.voice("bada", "Inget särskilt").await;
        let light = self.theme("Ljus och trygghet").await;
        let cows = self.theme("Natur").await;
        let filter = participation::PassageFilter {
            dialogue: Some(self.dialogue),
            ..Default::default()
        };
        let mut read = self.site.db.read().await.unwrap();
        for id in participation::passage_ids(&mut read, &filter).await.unwrap() {
            let passage = participation::passage(&mut read, id).await.unwrap();
            let theme = if passage.body.contains("ljus") {
                light
            } else if passage.body.contains("Kor") {
                cows
            } else {
                continue;
            };
            let change = insights::Change {
                passage: Some(id),
                add: [theme].into(),
                ..Default::default()
            };
            insights::code(&self.site, self.staff.actor(), self.dialogue, &[change])
                .await
                .unwrap();
        }
    }

    async fn theme(&self, name: &str) -> Id {
        let draft = insights::ThemeDraft::named(name);
        insights::create_theme(&self.site, self.staff.actor(), self.dialogue, &draft)
            .await
            .unwrap()
    }

    /// A moderator hides what somebody wrote.
    async fn hide(&self, text: &str) {
        let filter = participation::PassageFilter {
            dialogue: Some(self.dialogue),
            ..Default::default()
        };
        let mut read = self.site.db.read().await.unwrap();
        let all = participation::passages(&mut read, &filter, 100, 0).await.unwrap();
        let one = all.into_iter().find(|one| one.body == text).unwrap();
        let decision = participation::Decision {
            state: participation::PassageState::Hidden,
            public_body: String::new(),
            reason: "other".into(),
            note: String::new(),
            by: "Maja Lind".into(),
        };
        let decided = self.site.db.write(self.staff.actor(), async |tx| {
            participation::decide_passage(tx, one.id, one.revision, &decision).await
        });
        decided.await.unwrap();
    }

    async fn paper(&self, kind: PaperKind) -> Paper {
        Paper::get(&mut self.site.db.read().await.unwrap(), self.dialogue, kind)
            .await
            .unwrap()
    }

    async fn write(&self, kind: PaperKind, key: &str, written: &str) -> Result<(), Fault> {
        let section = self.paper(kind).await.section(key).unwrap().clone();
        let draft = SectionDraft {
            shown: true,
            written: written.into(),
            timetable: section.timetable,
            title: section.title,
        };
        write_section(
            &self.site,
            &self.who(),
            self.dialogue,
            kind,
            key,
            section.revision,
            draft,
        )
        .await
    }

    async fn evidence(&self, key: &str) -> bool {
        let mut read = self.site.db.read().await.unwrap();
        let all = (crate::source().evidence)(&mut read, self.dialogue).await.unwrap();
        all.iter().find(|one| one.key == key).unwrap().met
    }

    async fn browser(&self) -> Browser {
        let mut browser = Browser::new(self.site.clone(), capabilities);
        browser.sign_in("maja@exempel.se", PASSWORD).await;
        browser
    }

    fn desk(&self, rest: &str) -> String {
        format!("/arbetsyta/dialoger/{}/{rest}", self.dialogue)
    }
}

async fn survey(site: &Site, staff: &Staff, dialogue: Id) -> Id {
    use participation::acts::{Creating, create, publish, save_draft, set_state};
    let new = Creating {
        dialogue,
        kind: "survey".into(),
        title: "Enkät om parken".into(),
        opens_on: None,
        closes_on: None,
    };
    let id = create(site, staff.actor(), new).await.unwrap();
    save_draft(site, staff.actor(), id, 1, &definition()).await.unwrap();
    publish(site, staff.actor(), id, 2, "").await.unwrap();
    set_state(site, staff.actor(), id, ActivityState::Open).await.unwrap();
    id
}

fn words(document: &documents::Document) -> String {
    paper::lines(&document.blocks).join("\n")
}
