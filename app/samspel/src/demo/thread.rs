//! A project of service design that took up a dialogue: what was said becomes evidence, insight, ideas and a test.

use super::stage::{Life, Stage, fault};
use super::workshop::Workshop;
use anyhow::Context as _;
use db::Id;
use dialogues::Kind;
use evidence_chain::{Draft, NewcomerLinks, NodeKind, Origin, Picks, Sort};
use identity::{Grant, PlanDialogue};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The project as its file tells it. Days are counted from today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// The dialogue that it took up: the name of its file.
    dialogue: String,
    /// A word of the town's people.
    lead: String,
    title: String,
    /// What the team understood of the dialogue, in one sentence.
    insight: String,
    /// The insight once it has been reviewed.
    reviewed: Map<String, Value>,
    facts: Map<String, Value>,
    days: BTreeMap<String, i32>,
    nodes: Vec<Told>,
    /// What the team does together in a room.
    workshop: Workshop,
}

/// A node of the chain.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    key: String,
    kind: String,
    /// What leads to it, by key; `insight` is the one made of the dialogue.
    #[serde(default)]
    from: Vec<String>,
    fields: Map<String, Value>,
    #[serde(default)]
    days: BTreeMap<String, i32>,
}

impl Stage<'_> {
    /// The project begins, takes up the dialogue, and comes as far as a measure that its first test led to.
    pub(super) async fn thread(&self, lives: &[Life<'_>]) -> anyhow::Result<()> {
        let told = &self.content.project;
        let life = lives
            .iter()
            .find(|life| life.name == told.dialogue)
            .context("the project's dialogue")?;
        let staff = self.person(&told.lead)?;
        let who: Grant<PlanDialogue> = Grant::of(staff).map_err(fault)?;
        let project = dialogues::start(&self.site, staff, Kind::Project, "", &told.title)
            .await
            .map_err(|refused| anyhow::anyhow!("{refused:?}"))?;
        let facts = self.dated(&told.facts, &told.days);
        dialogues::record(&self.site, staff, project, None, facts, "")
            .await
            .map_err(|refused| anyhow::anyhow!("{refused:?}"))?;
        let mut known = BTreeMap::from([("insight".to_owned(), self.heard(life, &who, project).await?)]);
        for one in &told.nodes {
            let id = self
                .node(&who, project, one, &known)
                .await
                .with_context(|| one.key.clone())?;
            known.insert(one.key.clone(), id);
        }
        self.stands(&who, &known).await?;
        self.meets(&who, project, &told.workshop, &known).await
    }

    /// What the dialogue said, as evidence under a draft of an insight.
    async fn heard(&self, life: &Life<'_>, who: &Grant<PlanDialogue>, project: Id) -> anyhow::Result<Id> {
        let mut read = self.site.db.read().await?;
        let dialogue = dialogues::dialogue(&mut read, life.id()?).await?;
        let themes = insights::themes(&mut read, dialogue.id).await?.themes;
        let largest = themes
            .iter()
            .max_by_key(|one| one.n)
            .context("the dialogue has themes")?
            .theme
            .id;
        let quotes = insights::quotes(&mut read, largest, 4).await?;
        drop(read);
        let picks = Picks {
            passages: quotes.iter().map(|quote| quote.passage).collect(),
            themes: vec![largest],
            project: Some(project),
            insight: self.content.project.insight.clone(),
        };
        let (_, insight) = evidence_chain::gather(&self.site, who, &dialogue, &picks, None)
            .await
            .map_err(refused)?;
        insight.context("the insight of the dialogue")
    }

    async fn node(
        &self,
        who: &Grant<PlanDialogue>,
        project: Id,
        told: &Told,
        known: &BTreeMap<String, Id>,
    ) -> anyhow::Result<Id> {
        let kind = NodeKind::from_code(&told.kind).with_context(|| format!("no kind {}", told.kind))?;
        let mut from = Vec::new();
        for key in &told.from {
            from.push((
                *known.get(key).with_context(|| format!("{key} comes later"))?,
                Sort::LeadsTo,
            ));
        }
        let draft = Draft {
            kind,
            details: self.dated(&told.fields, &told.days),
            origin: Origin {
                process: Some(project),
                title: self.content.project.title.clone(),
                ..Origin::default()
            },
        };
        let stands = NewcomerLinks {
            place: Some(project),
            from: &from,
            reason: "",
        };
        evidence_chain::add(&self.site, who, draft, stands, None)
            .await
            .map_err(refused)
    }

    /// What the team saw itself speaks for the insight, the figures against it; then the insight is reviewed.
    async fn stands(&self, who: &Grant<PlanDialogue>, known: &BTreeMap<String, Id>) -> anyhow::Result<()> {
        let of = |key: &str| known.get(key).copied().with_context(|| format!("no {key}"));
        let insight = of("insight")?;
        let link = async |from: Id, sort: Sort, reason: &str| {
            evidence_chain::link(&self.site, who, insight, &[from], Some(sort), reason)
                .await
                .map_err(fault)
        };
        link(of("seen")?, Sort::Supports, "").await?;
        link(of("against")?, Sort::Contradicts, "").await?;
        let reviewed = self.content.project.reviewed.clone();
        evidence_chain::change(&self.site, who, insight, 1, reviewed)
            .await
            .map_err(refused)
    }

    /// Fields with their days, as dates.
    fn dated(&self, fields: &Map<String, Value>, days: &BTreeMap<String, i32>) -> Map<String, Value> {
        let date = |day: &i32| Value::from(self.calendar.any_day(*day).to_string());
        let mut all = fields.clone();
        all.extend(days.iter().map(|(key, day)| (key.clone(), date(day))));
        all
    }
}

fn refused(refused: evidence_chain::Refused) -> anyhow::Error {
    anyhow::anyhow!("{refused:?}")
}
