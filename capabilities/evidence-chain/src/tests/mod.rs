//! Stories of the chain on real databases and real pages: from voices to what became of them, what may stand on what, what a
//! schema refuses, and what traces tell.

mod effects;
mod pages;
mod rules;
mod threads;

use crate::*;
use db::{Actor, Id};
use dialogues::Kind;
use identity::{Grant, NewAccount, PlanDialogue, Role, Staff};
use participation::model::answer::{Answer, Answers};
use participation::model::definition::{Definition, Question, Wording};
use participation::model::finish::{Strictness, finish};
use participation::{ActivityState, Channel, PassageState, Sending};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use testkit::{Browser, TestDb};
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";
const EMAIL: &str = "maja@exempelby.example";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        participation::capability(),
        insights::capability(),
        cases::capability(),
        crate::capability(),
    ]
}

/// A site with a project lead and a project.
struct Story {
    site: Arc<Site>,
    staff: Staff,
    who: Grant<PlanDialogue>,
    project: Id,
}

impl Story {
    async fn begin(test: &TestDb) -> Story {
        let site = testkit::site(test, &capabilities(), |site| {
            site.put(method::Packs::embedded_of(&method::EMBEDDED).unwrap_or_else(|faults| panic!("{faults:?}")));
            site.put(method::Sources::new(vec![dialogues::source(), crate::source()]).with_pages(crate::pages()));
        });
        let new = NewAccount {
            email: EMAIL.into(),
            name: "Maja Lind".into(),
            unit: String::new(),
            password: PASSWORD.into(),
            roles: vec![Role::ProjectLead],
        };
        site.db
            .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
            .await
            .expect("the account is new");
        let mut read = site.db.read().await.expect("a reader");
        let staff = identity::staff_by_email(&mut read, EMAIL)
            .await
            .expect("read")
            .expect("the account");
        drop(read);
        let who = Grant::<PlanDialogue>::of(&staff).expect("a project lead plans");
        let project = dialogues::start(&site, &staff, Kind::Project, "", "Tryggare väg hem")
            .await
            .expect("begun");
        Story {
            site,
            staff,
            who,
            project,
        }
    }

    async fn browser(&self) -> Browser {
        let mut browser = Browser::new(self.site.clone(), capabilities);
        browser.sign_in(EMAIL, PASSWORD).await;
        browser
    }

    /// Adds a node in the project.
    async fn add(&self, kind: NodeKind, details: Value, from: &[(Id, Sort)]) -> Result<Id, Refused> {
        let draft = Draft {
            kind,
            details: map(details),
            origin: Origin {
                process: Some(self.project),
                title: "Tryggare väg hem".into(),
                ..Origin::default()
            },
        };
        let stands = NewcomerLinks {
            place: Some(self.project),
            from,
            reason: "",
        };
        add(&self.site, &self.who, draft, stands, None).await
    }

    async fn evidence(&self, text: &str, kind: &str, source: &str) -> Id {
        let details = json!({ "evidence-kind": "quote", "evidence-text": text, "evidence-source-kind": kind, "evidence-source": source,
            "evidence-groups": ["Unga"], "evidence-quotable": "public" });
        self.add(NodeKind::Evidence, details, &[]).await.expect("evidence")
    }

    async fn insight(&self, text: &str, status: &str, on: &[(Id, Sort)]) -> Result<Id, Refused> {
        self.add(NodeKind::Insight, insight(text, status), on).await
    }

    async fn change(&self, id: Id, details: Value) -> Result<(), Refused> {
        let revision = self.node(id).await.revision;
        change(&self.site, &self.who, id, revision, map(details)).await
    }

    async fn node(&self, id: Id) -> Node {
        let mut read = self.site.db.read().await.expect("a reader");
        node(&mut read, id).await.expect("the node is there")
    }

    async fn back(&self, id: Id) -> Trace {
        let mut read = self.site.db.read().await.expect("a reader");
        trace_back(&mut read, id).await.expect("traced")
    }

    async fn on(&self, id: Id) -> Trace {
        let mut read = self.site.db.read().await.expect("a reader");
        trace_on(&mut read, id).await.expect("traced")
    }

    /// Which of the gates' proofs hold for the project.
    async fn proofs(&self) -> Vec<(&'static str, bool)> {
        let mut read = self.site.db.read().await.expect("a reader");
        let proofs = (source().evidence)(&mut read, self.project).await.expect("proved");
        proofs.into_iter().map(|one| (one.key, one.met)).collect()
    }

    /// Is the proof met?
    async fn proves(&self, key: &str) -> bool {
        self.proofs()
            .await
            .contains(&(source_key(key).unwrap_or_else(|| panic!("no proof {key}")), true))
    }
}

const KEYS: [&str; 10] = [
    "sources-registered",
    "insights-evidenced",
    "questions-grounded",
    "ideas-grounded",
    "ideas-decided",
    "prototype-tested",
    "measures-recorded",
    "benefits-registered",
    "benefits-followed",
    "contributors-answered",
];

fn source_key(key: &str) -> Option<&'static str> {
    KEYS.into_iter().find(|one| *one == key)
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is no object"),
    }
}

fn insight(text: &str, status: &str) -> Value {
    json!({ "insight-heading": text, "insight-text": text, "insight-for-whom": ["Unga"], "insight-status": status,
        "insight-public": format!("Vi har förstått: {text}") })
}

fn idea(name: &str, status: &str) -> Value {
    json!({ "idea-name": name, "idea-description": name, "idea-for-whom": ["Unga"], "idea-origin": "resident",
        "idea-value-user": "Tryggt", "idea-value-service": "Mindre skador", "idea-needs": "Stolpar", "idea-assumptions": ["Ljus räcker"],
        "idea-impact": "4", "idea-effort": "2", "idea-status": status, "idea-public": format!("Vi prövar: {name}") })
}

fn measure(name: &str, status: &str) -> Value {
    json!({ "measure-name": name, "measure-text": name, "measure-owner": "Gatuenheten", "measure-due": "2026-11-01",
        "measure-status": status, "measure-body": "Tekniska nämnden", "measure-decided-on": "2026-05-12", "measure-paragraph": "§ 84",
        "measure-public": format!("Nämnden har beslutat: {name}") })
}

fn ids(trace: &Trace) -> Vec<Id> {
    trace.nodes.iter().map(|node| node.id).collect()
}

/// A dialogue with a survey of one question.
struct Voices {
    dialogue: Id,
    survey: Id,
}

fn survey() -> Definition {
    Definition {
        intro: Wording::default(),
        questions: vec![Question {
            label: Wording::new("Vad gör vägen otrygg?", ""),
            ..Question::blank(
                "varfor",
                participation::model::definition::Kind::LongText { max_length: 2_000 },
            )
        }],
    }
}

impl Voices {
    async fn begin(story: &Story) -> Voices {
        use participation::acts::{Creating, create, publish, save_draft, set_state};
        let (site, staff) = (&story.site, &story.staff);
        let dialogue = dialogues::create(site, staff, "Vägen till stationen", "Vad gör vägen otrygg?")
            .await
            .expect("begun");
        let new = Creating {
            dialogue,
            kind: "survey".into(),
            title: "Enkät".into(),
            opens_on: None,
            closes_on: None,
        };
        let survey = create(site, staff.actor(), new).await.expect("created");
        save_draft(site, staff.actor(), survey, 1, &self::survey())
            .await
            .expect("saved");
        publish(site, staff.actor(), survey, 2, "").await.expect("published");
        set_state(site, staff.actor(), survey, ActivityState::Open)
            .await
            .expect("open");
        Voices { dialogue, survey }
    }

    /// Somebody says something; the receipt's code.
    async fn say(&self, story: &Story, text: &str) -> String {
        let mut read = story.site.db.read().await.expect("a reader");
        let activity = participation::activity(&mut read, self.survey)
            .await
            .expect("the survey");
        drop(read);
        let mut given = Answers::default();
        given.put("varfor", Some(Answer::Text(text.into())));
        let key = story.site.token();
        let sending = Sending {
            activity: &activity,
            version: 1,
            finished: finish(&survey(), &given, Strictness::SecondHand).expect("finished"),
            channel: Channel::Web,
            batch: String::new(),
            language: "sv".into(),
            entered_by: String::new(),
            at: None,
            submit_key: &key,
            letter: None,
        };
        let sent = participation::submit(&story.site, Actor::Participant, sending)
            .await
            .expect("sent");
        sent.code.to_string()
    }

    /// All texts published, and coded as quotable under one theme.
    async fn read_and_coded(&self, story: &Story, theme: &str) -> (Id, Vec<Id>) {
        let (site, staff) = (&story.site, &story.staff);
        let filter = participation::PassageFilter {
            dialogue: Some(self.dialogue),
            ..Default::default()
        };
        let mut read = site.db.read().await.expect("a reader");
        let texts = participation::passage_ids(&mut read, &filter).await.expect("the texts");
        let passages = participation::passages_by_id(&mut read, &texts)
            .await
            .expect("the texts");
        drop(read);
        for passage in &passages {
            let decision = participation::Decision {
                state: PassageState::Published,
                public_body: passage.body.clone(),
                reason: String::new(),
                note: String::new(),
                by: staff.name.clone(),
            };
            site.db
                .write(staff.actor(), async |tx| {
                    participation::decide_passage(tx, passage.id, passage.revision, &decision).await
                })
                .await
                .expect("decided");
        }
        let theme = insights::create_theme(site, staff.actor(), self.dialogue, &insights::ThemeDraft::named(theme))
            .await
            .expect("a theme");
        let change = |passage: &Id| insights::Change {
            passage: Some(*passage),
            add: [theme].into_iter().collect(),
            quotable: Some(true),
            ..insights::Change::default()
        };
        let changes: Vec<insights::Change> = texts.iter().map(change).collect();
        insights::code(site, staff.actor(), self.dialogue, &changes)
            .await
            .expect("coded");
        (theme, texts)
    }
}
