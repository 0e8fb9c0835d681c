//! What goes to the board and comes back: assignments, the report, the case, the decision, the answers.

use super::content::{Assignment, Progress};
use super::stage::{Life, Stage, fault};
use anyhow::Context as _;
use cases::{AnswerDraft, AssignmentDraft, AssignmentStatus, DecisionDraft, Effect, Outcome, PaperKind, SectionDraft};
use db::Id;
use identity::{AnswerPublic, Grant, RegisterCase};
use std::collections::BTreeMap;

impl<'a> Stage<'a> {
    fn registers(&self, word: &str) -> anyhow::Result<Grant<RegisterCase>> {
        Grant::of(self.person(word)?).map_err(fault)
    }

    /// Registers an assignment from the board.
    pub(super) async fn register(&self, one: &Assignment) -> anyhow::Result<Id> {
        let draft = self.assignment(one, AssignmentStatus::Received, &one.note)?;
        cases::save_assignment(&self.site, &self.registers("birgitta")?, None, draft, None)
            .await
            .map_err(fault)
    }

    fn assignment(&self, one: &Assignment, status: AssignmentStatus, note: &str) -> anyhow::Result<AssignmentDraft> {
        Ok(AssignmentDraft {
            body: one.body.clone(),
            decided_on: self.calendar.working_day(one.decided),
            paragraph: one.paragraph.clone(),
            wording: one.wording.clone(),
            due_on: one.due.map(|due| self.calendar.working_day(due)),
            case_number: one.case_number.clone(),
            responsible: one.responsible.clone(),
            status,
            note: note.to_owned(),
        })
    }

    /// Says how far an assignment has come.
    pub(super) async fn report_progress(
        &self,
        one: &Assignment,
        id: Id,
        revision: i64,
        step: &Progress,
    ) -> anyhow::Result<()> {
        let status = AssignmentStatus::from_code(&step.status).with_context(|| format!("no status {}", step.status))?;
        let draft = self.assignment(one, status, &step.note)?;
        let registrar = self.registers("birgitta")?;
        cases::save_assignment(&self.site, &registrar, Some((id, revision)), draft, None)
            .await
            .map_err(fault)?;
        Ok(())
    }

    /// Says that a dialogue carries an assignment out.
    pub(super) async fn link(&self, assignment: Id, life: &Life<'a>) -> anyhow::Result<()> {
        cases::link_assignment(&self.site, &self.registers("birgitta")?, assignment, life.id()?, true)
            .await
            .map_err(fault)
    }

    /// The dialogue report: begun from what the house knows, completed by the lead, adopted for all to read.
    pub(super) async fn report(&self, life: &Life<'a>) -> anyhow::Result<()> {
        self.paper(life, PaperKind::Report, &life.story.report, true).await
    }

    /// The tjänsteutlåtande.
    pub(super) async fn statement(&self, life: &Life<'a>) -> anyhow::Result<()> {
        self.paper(life, PaperKind::Statement, &life.story.statement, true)
            .await
    }

    async fn paper(
        &self,
        life: &Life<'a>,
        kind: PaperKind,
        written: &BTreeMap<String, String>,
        public: bool,
    ) -> anyhow::Result<()> {
        let (site, dialogue, lead) = (&self.site, life.id()?, self.registers(&life.story.lead)?);
        cases::begin_paper(site, &lead, dialogue, kind).await.map_err(fault)?;
        for (section, text) in written {
            let draft = SectionDraft {
                shown: true,
                written: text.clone(),
                ..SectionDraft::default()
            };
            cases::write_section(site, &lead, dialogue, kind, section, 0, draft)
                .await
                .map_err(fault)
                .with_context(|| format!("the section {section}"))?;
        }
        cases::adopt_paper(site, &lead, dialogue, kind, None, public)
            .await
            .map_err(fault)?;
        Ok(())
    }

    /// The board has decided; the registrar records it.
    pub(super) async fn decision(&self, life: &Life<'a>) -> anyhow::Result<()> {
        let decision = life.story.decision.as_ref().context("the story has no decision")?;
        let draft = DecisionDraft {
            body: decision.body.clone(),
            decided_on: self.calendar.working_day(decision.day),
            paragraph: decision.paragraph.clone(),
            wording: decision.wording.clone(),
            effect: Effect::from_code(&decision.effect).with_context(|| format!("no effect {}", decision.effect))?,
            reason: decision.reason.clone(),
        };
        let registrar = self.registers("birgitta")?;
        cases::record_decision(&self.site, &registrar, life.id()?, None, draft, None)
            .await
            .map_err(fault)?;
        Ok(())
    }

    /// What becomes of each theme; with letters to those who asked when it is published.
    pub(super) async fn answers(&self, life: &Life<'a>, published: bool) -> anyhow::Result<()> {
        let (site, dialogue) = (&self.site, life.id()?);
        let who: Grant<AnswerPublic> = Grant::of(self.person(&life.story.lead)?).map_err(fault)?;
        let decision = cases::decisions(&mut site.db.read().await?, dialogue)
            .await?
            .first()
            .map(|one| one.id);
        for theme in &life.story.themes {
            let Some(answer) = &theme.answer else { continue };
            let draft = AnswerDraft {
                you_said: answer.you_said.clone(),
                outcome: Outcome::from_code(&answer.outcome)
                    .with_context(|| format!("no outcome {}", answer.outcome))?,
                reason: answer.reason.clone(),
                responsible: answer.responsible.clone(),
                due_text: answer.due.clone(),
                decision,
            };
            let id = *life
                .themes
                .get(theme.key.as_str())
                .with_context(|| format!("no theme {}", theme.key))?;
            cases::save_answer(site, &who, dialogue, id, 0, draft)
                .await
                .map_err(fault)?;
        }
        if published {
            cases::publish_answers(site, &who, dialogue).await.map_err(fault)?;
        }
        Ok(())
    }
}
