//! What a team of service design does together in a room: notes sorted on the wall, and ideas written in rounds on phones.

use super::stage::{Stage, fault};
use anyhow::Context as _;
use db::Id;
use identity::{Grant, PlanDialogue};
use serde::Deserialize;
use service_design::{Opening, Sorting, Written};
use std::collections::BTreeMap;

/// The meeting as the project's file tells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workshop {
    groups: Vec<Heap>,
    /// Notes that nobody has sorted.
    loose: Vec<Noted>,
    round: Round,
}

/// A group on the wall.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Heap {
    name: String,
    /// Evidence of the chain, by the keys of the project's file.
    evidence: Vec<String>,
    notes: Vec<Noted>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Noted {
    body: String,
    source: String,
}

/// Ideas in rounds, open to those in the room.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Round {
    /// The question, by its key in the project's file.
    question: String,
    ideas_each: i64,
    /// Days from today.
    closes: i32,
    /// For each seat the ideas of its first round.
    seats: Vec<Vec<String>>,
}

impl Stage<'_> {
    /// Sorts the wall and opens a session in which the first round is written.
    pub(super) async fn meets(
        &self,
        who: &Grant<PlanDialogue>,
        project: Id,
        told: &Workshop,
        known: &BTreeMap<String, Id>,
    ) -> anyhow::Result<()> {
        for heap in &told.groups {
            self.sort(who, project, heap, known)
                .await
                .with_context(|| heap.name.clone())?;
        }
        for note in &told.loose {
            self.pin(who, project, note).await?;
        }
        self.rounds(who, project, &told.round, known).await
    }

    async fn sort(
        &self,
        who: &Grant<PlanDialogue>,
        project: Id,
        heap: &Heap,
        known: &BTreeMap<String, Id>,
    ) -> anyhow::Result<()> {
        let begin = Sorting::Begin { name: &heap.name };
        self.does(who, project, &begin).await?;
        let wall = service_design::wall(&mut self.site.db.read().await?, project).await?;
        let group = wall.groups.iter().find(|one| one.name == heap.name);
        let to = Some(group.context("the group")?.id);
        let mut notes = Vec::new();
        for key in &heap.evidence {
            notes.push(*known.get(key).with_context(|| format!("no {key}"))?);
        }
        for note in &heap.notes {
            notes.push(self.pin(who, project, note).await?);
        }
        for note in notes {
            let sorting = Sorting::Move { note, from: None, to };
            self.does(who, project, &sorting).await?;
        }
        Ok(())
    }

    async fn does(&self, who: &Grant<PlanDialogue>, project: Id, sorting: &Sorting<'_>) -> anyhow::Result<()> {
        let done = service_design::sort(&self.site, who, project, sorting, None).await;
        done.map_err(fault)
    }

    /// Writes a note and gives its id.
    async fn pin(&self, who: &Grant<PlanDialogue>, project: Id, note: &Noted) -> anyhow::Result<Id> {
        let writes = Sorting::Write {
            body: &note.body,
            source: &note.source,
        };
        self.does(who, project, &writes).await?;
        let wall = service_design::wall(&mut self.site.db.read().await?, project).await?;
        let pinned = wall.notes.iter().find(|one| one.body == note.body);
        Ok(pinned.context("the note")?.id)
    }

    async fn rounds(
        &self,
        who: &Grant<PlanDialogue>,
        project: Id,
        told: &Round,
        known: &BTreeMap<String, Id>,
    ) -> anyhow::Result<()> {
        let (site, question) = (&self.site, known.get(&told.question).copied());
        let opening = Opening {
            chosen: Some(question.context("the question of the round")?),
            typed: "",
            ideas_each: told.ideas_each,
            closes_on: Some(self.calendar.any_day(told.closes)),
        };
        let id = service_design::open_session(site, who, project, opening, None)
            .await
            .map_err(fault)?;
        let sessions = service_design::sessions_of(&mut site.db.read().await?, project).await?;
        let session = sessions.iter().find(|one| one.id == id).context("the session")?;
        for (seat, ideas) in told.seats.iter().enumerate() {
            let browser = format!("seat {seat}");
            service_design::take_seat(site, session, &browser, None)
                .await
                .map_err(fault)?;
            let write = |body: &String| Written {
                body: body.clone(),
                builds_on: None,
            };
            let written = ideas.iter().map(write).collect();
            service_design::write_ideas(site, session, &browser, 1, written, None)
                .await
                .map_err(fault)?;
        }
        service_design::go_on(site, who, project, id, 1).await.map_err(fault)
    }
}
