//! What the calendar is made from, read in a few statements however many dialogues there are.

use crate::model::clash::{Around, Clash, clashes};
use crate::model::{LocalDay, Period, Planned};
use crate::store::{self, Accepted};
use db::{Conn, Id};
use jiff::{ToSpan as _, civil::Date};
use std::collections::BTreeMap;

/// Dialogues and days around a period.
pub(crate) struct Material {
    /// Also those that began within the year before the period: an area remembers them.
    pub dialogues: Vec<Planned>,
    pub local: Vec<LocalDay>,
    limit: usize,
    accepted: BTreeMap<(Id, String), Accepted>,
}

impl Material {
    pub(crate) async fn read(conn: &mut Conn, period: Period, limit: u32) -> db::Result<Material> {
        let from = period.first.saturating_sub(1.year());
        let found = dialogues::in_period(conn, from, period.last).await?;
        // An election is told before its day, by the votes in advance.
        let local = store::local_days(conn, period.first, period.last.saturating_add(18.days())).await?;
        let accepted = store::accepted(conn).await?;
        Ok(Material {
            dialogues: found.iter().filter_map(Planned::of).collect(),
            local,
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            accepted: accepted
                .into_iter()
                .map(|one| ((one.dialogue_id, one.clash.clone()), one))
                .collect(),
        })
    }

    /// Everything from a day on.
    pub(crate) async fn ahead(conn: &mut Conn, today: Date, limit: u32) -> db::Result<Material> {
        Material::read(conn, Period::new(today, Date::MAX), limit).await
    }

    /// What surrounds one dialogue.
    pub(crate) async fn around(conn: &mut Conn, one: &Planned, limit: u32) -> db::Result<Material> {
        let days = one.milestones.iter().map(|(_, day)| *day);
        let first = days.clone().fold(one.period.first, Date::min);
        let last = days.fold(one.period.last, Date::max);
        Material::read(conn, Period::new(first, last), limit).await
    }

    pub(crate) fn clashes(&self, one: &Planned) -> Vec<Clash> {
        let around = Around {
            dialogues: &self.dialogues,
            local: &self.local,
            limit: self.limit,
        };
        clashes(one, around)
    }

    /// Who accepted the clash, and why.
    pub(crate) fn accepted(&self, dialogue: Id, clash: &Clash) -> Option<&Accepted> {
        self.accepted.get(&(dialogue, clash.key()))
    }

    /// The serious clashes that nobody has accepted.
    pub(crate) fn undecided<'a>(&'a self, one: &'a Planned) -> impl Iterator<Item = Clash> + 'a {
        let all = self.clashes(one).into_iter();
        all.filter(|clash| clash.serious && self.accepted(one.id, clash).is_none())
    }
}
