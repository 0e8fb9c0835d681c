//! What the municipality keeps for the next dialogue: the school year's breaks, and examples of dialogues that are over.

use super::content::{Break, Town};
use super::stage::{Life, Stage, fault};
use anyhow::Context as _;
use calendar::{LocalKind, NewDay};
use identity::{ApproveDialogue, Grant, PlanDialogue};
use jiff::{
    ToSpan as _,
    civil::{ISOWeekDate, Weekday},
};

impl<'a> Stage<'a> {
    /// The breaks of this year and the next.
    pub(super) async fn breaks(&self, town: &Town) -> anyhow::Result<()> {
        let mut days = Vec::new();
        for year in [self.calendar.today.year(), self.calendar.today.year() + 1] {
            for one in &town.breaks {
                days.push(days_of(one, year).with_context(|| one.name.clone())?);
            }
        }
        let coordinator: Grant<ApproveDialogue> = Grant::of(self.person("johan")?).map_err(fault)?;
        calendar::add_days(&self.site, &coordinator, &days, None)
            .await
            .map_err(fault)
    }

    /// The lead takes what the dialogue proposes, the coordinator publishes it.
    pub(super) async fn example(&self, life: &Life<'a>) -> anyhow::Result<()> {
        let told = life.story.example.as_ref().context("the story has no example")?;
        let proposed = examples::propose(&self.site, &mut self.site.db.read().await?, life.id()?)
            .await
            .map_err(fault)?;
        let content = examples::Content {
            lead: told.lead.clone(),
            contact: told.contact.clone(),
            ..proposed
        };
        let lead: Grant<PlanDialogue> = Grant::of(self.person(&life.story.lead)?).map_err(fault)?;
        let example = examples::create(&self.site, &lead, Some(life.id()?), &content, None)
            .await
            .map_err(fault)?;
        let coordinator: Grant<ApproveDialogue> = Grant::of(self.person("johan")?).map_err(fault)?;
        examples::publish(&self.site, &coordinator, example, 1, "")
            .await
            .map_err(fault)?;
        Ok(())
    }
}

/// From the Monday of its first week to the Friday of its last.
fn days_of(one: &Break, year: i16) -> anyhow::Result<NewDay> {
    let monday = ISOWeekDate::new(year, one.week, Weekday::Monday)?.date();
    let friday = monday.checked_add((one.weeks * 7 - 3).days())?;
    calendar::new_day(&one.name, LocalKind::SchoolBreak, monday, friday)
        .map_err(|(field, problem)| anyhow::anyhow!("{field}: {problem:?}"))
}
