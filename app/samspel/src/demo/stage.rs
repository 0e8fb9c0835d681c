//! Where the story is performed: every step becomes the act that an official or a resident would have done through a page,
//! by somebody who may do it, while the clock stands at its moment.

use super::calendar::Calendar;
use super::content::{Asking, Completed, Content, Given, Story};
use super::plot::Step;
use anyhow::{Context as _, anyhow};
use db::{FixedClock, Id};
use dialogues::{Assigning, advance, assign, create, record, tick_item};
use identity::Staff;
use jiff::Timestamp;
use method::{Refused, TickStatus};
use participation::model::definition::{Definition, Question};
use participation::store::Activity;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use web::{Fault, Site};

/// The stage: the site, its clock, and the people.
pub struct Stage<'a> {
    pub site: Arc<Site>,
    pub clock: Arc<FixedClock>,
    pub content: &'a Content,
    pub calendar: Calendar,
    /// By the word that the content calls them by.
    pub people: BTreeMap<&'a str, Staff>,
    /// The site's pages, for what a resident does with a link from a letter.
    pub pages: axum::Router,
}

/// A dialogue as far as it has been told.
pub struct Life<'a> {
    pub name: &'a str,
    pub story: &'a Story,
    id: Option<Id>,
    /// Built activities with the version and questions in use, by their place in the story.
    pub built: BTreeMap<usize, Built>,
    /// Themes by the story's keys.
    pub themes: BTreeMap<&'a str, Id>,
}

/// A published activity.
pub struct Built {
    pub activity: Activity,
    pub version: i64,
    pub definition: Definition,
}

impl<'a> Life<'a> {
    pub fn new(name: &'a str, story: &'a Story) -> Life<'a> {
        Life {
            name,
            story,
            id: None,
            built: BTreeMap::new(),
            themes: BTreeMap::new(),
        }
    }

    /// The dialogue, once it has begun.
    pub fn id(&self) -> anyhow::Result<Id> {
        self.id.context("the dialogue has not begun")
    }
}

/// An act's refusal, in words for whoever edits the content.
pub fn refused(refusal: Refused) -> anyhow::Error {
    anyhow!("refused: {refusal:?}")
}

/// As [`refused`], for acts outside the method.
pub fn fault(fault: Fault) -> anyhow::Error {
    anyhow!("refused: {fault:?}")
}

impl<'a> Stage<'a> {
    /// The official with that word.
    pub fn person(&self, word: &str) -> anyhow::Result<&Staff> {
        self.people
            .get(word)
            .with_context(|| format!("nobody is called {word}"))
    }

    /// The one who does a step of the method: some are the coordinator's.
    fn who_takes(&self, step: &str, life: &Life) -> anyhow::Result<&Staff> {
        let coordinators = matches!(step, "decline" | "assign" | "plan" | "end" | "cancel");
        self.person(if coordinators { "johan" } else { &life.story.lead })
    }

    /// Performs a step at its moment.
    pub async fn perform(&self, life: &mut Life<'a>, at: Timestamp, step: &Step<'a>) -> anyhow::Result<()> {
        self.clock.set(at);
        let site = &*self.site;
        let lead = self.person(&life.story.lead)?;
        match step {
            Step::Begin => life.id = Some(self.begin(life, lead).await?),
            Step::Write(values) => {
                record(site, lead, life.id()?, None, values.clone(), "")
                    .await
                    .map_err(refused)?;
            }
            Step::Change(change) => {
                let values = self.resolved(&change.facts)?;
                record(site, lead, life.id()?, None, values, &change.reason)
                    .await
                    .map_err(refused)?;
            }
            Step::Complete(one) => self.complete(life, one).await?,
            Step::Tick(item, note) => {
                tick_item(site, lead, life.id()?, item, TickStatus::Done, note)
                    .await
                    .map_err(refused)?;
            }
            Step::Give(given) => self.give(life.id()?, lead, given).await?,
            Step::Take(step) => {
                let reason = life.story.reasons.get(*step).map(String::as_str).unwrap_or_default();
                advance(site, self.who_takes(step, life)?, life.id()?, step, reason)
                    .await
                    .map_err(refused)?;
            }
            Step::Calendar => {
                dialogues::tick(site).await.map_err(fault)?;
            }
            Step::Build(place) => self.build(life, *place).await?,
            Step::Answer(sent) => self.answer(life, sent).await?,
            Step::Import(place, day, voices) => self.import(life, *place, *day, voices).await?,
            Step::Contacts => self.contacts(life).await?,
            Step::Moderate => self.moderate(life).await?,
            Step::Themes => self.code_plan(life).await?,
            Step::Population => self.population(life).await?,
            Step::Code(share) => self.code(life, *share).await?,
            Step::Report => self.report(life).await?,
            Step::Statement => self.statement(life).await?,
            Step::Decision => self.decision(life).await?,
            Step::Answers { published } => self.answers(life, *published).await?,
            Step::Example => self.example(life).await?,
        }
        Ok(())
    }

    async fn begin(&self, life: &Life<'a>, lead: &Staff) -> anyhow::Result<Id> {
        let text = |key: &str| {
            life.story
                .facts
                .get(key)
                .and_then(toml::Value::as_str)
                .unwrap_or_default()
        };
        create(&self.site, lead, text("title"), text("question"))
            .await
            .map_err(refused)
    }

    async fn complete(&self, life: &Life<'a>, one: &Completed) -> anyhow::Result<()> {
        let (site, id, lead) = (&self.site, life.id()?, self.person(&life.story.lead)?);
        let values = self.resolved(&one.facts)?;
        sheets::write(site, lead, id, &one.key, None, values, "")
            .await
            .map_err(refused)?;
        let said = &one.comment;
        sheets::comment(site, lead, id, &one.key, &said.section, &said.says, "")
            .await
            .map_err(fault)?;
        let approved = sheets::approve(site, self.person("johan")?, id, &one.key, None).await;
        approved
            .map(|_| ())
            .map_err(|why| anyhow!("template {}: {why:?}", one.key))
    }

    async fn give(&self, dialogue: Id, lead: &Staff, given: &Given) -> anyhow::Result<()> {
        let owner = match &given.who {
            Some(word) => Some(self.person(word)?.id),
            None => None,
        };
        let assigning = Assigning {
            owner: Some(owner),
            due_on: Some(Some(self.calendar.working_day(given.due))),
        };
        let items = [given.item.clone()];
        assign(&self.site, lead, dialogue, &items, &assigning)
            .await
            .map_err(refused)?;
        Ok(())
    }

    fn resolved(&self, facts: &toml::Table) -> anyhow::Result<Map<String, Value>> {
        match self.calendar.resolve(&toml::Value::Table(facts.clone()))? {
            Value::Object(values) => Ok(values),
            _ => Ok(Map::new()),
        }
    }

    /// An activity from the first draft to the open door.
    async fn build(&self, life: &mut Life<'a>, place: usize) -> anyhow::Result<()> {
        use participation::acts::{self, Creating};
        let asking: &Asking = life.story.activities.get(place).context("no such activity")?;
        let (site, actor) = (&*self.site, self.person(&life.story.lead)?.actor());
        let new = Creating {
            dialogue: life.id()?,
            kind: asking.kind.clone(),
            title: asking.title.sv.clone(),
            opens_on: None,
            closes_on: None,
        };
        let id = acts::create(site, actor.clone(), new).await.map_err(fault)?;
        let settings = participation::store::Settings {
            title: asking.title.sv.clone(),
            title_en: asking.title.en.clone(),
            lead: asking.lead.sv.clone(),
            lead_en: asking.lead.en.clone(),
            premoderate: participation::kinds::kind(&asking.kind).premoderates(),
            ..Default::default()
        };
        let mut revision = self.activity(id).await?.revision;
        acts::save_settings(site, actor.clone(), id, revision, settings, asking.intro.clone())
            .await
            .map_err(fault)?;
        if !asking.questions.is_empty() {
            let questions = self.questions(asking);
            let draft = Definition {
                intro: asking.intro.clone(),
                questions,
            };
            revision = self.activity(id).await?.revision;
            acts::save_draft(site, actor.clone(), id, revision, &draft)
                .await
                .map_err(fault)?;
        }
        // Until the plan is approved an activity stays a draft.
        if life.story.days.contains_key("publish") {
            revision = self.activity(id).await?.revision;
            acts::publish(site, actor, id, revision, "").await.map_err(fault)?;
            let versions = participation::versions(&mut self.site.db.read().await?, id)
                .await
                .map_err(fault)?;
            let (version, definition) = versions.into_iter().next_back().context("no version")?;
            life.built.insert(
                place,
                Built {
                    activity: self.activity(id).await?,
                    version,
                    definition,
                },
            );
        }
        Ok(())
    }

    /// As the content writes them, with what belongs to their kind: the stances of a statement, or the questions about oneself.
    fn questions(&self, asking: &Asking) -> Vec<Question> {
        if asking.kind != "statements" {
            return asking
                .questions
                .iter()
                .chain(&self.content.shared.about)
                .cloned()
                .collect();
        }
        let kind = participation::kinds::kind(&asking.kind);
        let blank = kind.blank_question("statement", &self.site.texts, &BTreeSet::new());
        let with_stances = |question: &Question| Question {
            kind: blank
                .as_ref()
                .map_or_else(|| question.kind.clone(), |blank| blank.kind.clone()),
            ..question.clone()
        };
        let proposal = kind.blank(&self.site.texts).questions;
        asking.questions.iter().map(with_stances).chain(proposal).collect()
    }

    async fn activity(&self, id: Id) -> anyhow::Result<Activity> {
        Ok(participation::activity(&mut self.site.db.read().await?, id).await?)
    }
}
