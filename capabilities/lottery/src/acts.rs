//! What an official does with a lottery: prepares it, publishes it, draws, fills empty seats, erases. The caller holds the permission.
//! There are only steps forward, each with its line in the log.

mod seats;

use crate::model::Told;
use crate::model::odds::{self, Computed, Figures, Outcome};
use crate::model::read;
use crate::model::stage::Stage;
use crate::model::terms::{MOST_SEATS, Pool, Quotas};
use crate::store::{self, Lottery, New};
use crate::work::ODDS;
use background::ask;
use db::{Actor, Conn, Id, Tx};
use jiff::civil::Date;
use serde_json::json;
use web::{Fault, Site};

pub(crate) use seats::drawn_ids;
pub use seats::{Leaving, members, replace};

/// Longest name of a lottery, and longest line in it.
pub(crate) const LINE: usize = 200;
/// Longest reason.
pub(crate) const TEXT: usize = 1_000;

/// A lottery as an official writes it down. Without a pool the one that stands is kept.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    pub(crate) name: String,
    pub(crate) seats: u32,
    pub(crate) quotas: Quotas,
    pub(crate) pool: Option<Pool>,
    pub(crate) erase_on: Option<Date>,
}

impl Draft {
    /// A lottery of two files: quotas, and those who said yes, nobody of whom lives with another.
    ///
    /// # Errors
    /// [`Told`]: what is wrong in a file, and in which row.
    pub fn of_files(name: &str, seats: u32, quotas: &str, people: &str, erase_on: Date) -> Result<Draft, Told> {
        let quotas = read::quotas(quotas.as_bytes())?;
        let read = read::pool(people.as_bytes(), &quotas, &[])?;
        Ok(Draft {
            name: name.to_owned(),
            seats,
            quotas,
            pool: Some(read.pool),
            erase_on: Some(erase_on),
        })
    }

    /// What is wrong, at which field.
    pub(crate) fn complaints(&self, today: Date) -> Vec<(&'static str, &'static str)> {
        let mut complaints = Vec::new();
        match self.name.chars().count() {
            0 => complaints.push(("namn", "lottery-error-name")),
            1..=LINE => {}
            _ => complaints.push(("namn", "lottery-error-long")),
        }
        if !(1..=MOST_SEATS).contains(&self.seats) {
            complaints.push(("platser", "lottery-error-seats"));
        }
        match self.erase_on {
            None => complaints.push(("gallras", "lottery-error-erase")),
            Some(day) if day <= today => complaints.push(("gallras", "lottery-error-erase-past")),
            Some(_) => {}
        }
        complaints
    }
}

fn audited(lottery: &Lottery) -> serde_json::Value {
    json!({ "dialogue": lottery.dialogue_id, "name": lottery.name })
}

/// What was published is shown to everybody.
fn touch(tx: &mut Tx<'_>, lottery: Id) {
    tx.touch(topic(lottery));
}

/// The topic of the public page.
pub(crate) fn topic(lottery: Id) -> String {
    format!("lottery:{lottery}")
}

/// The lottery as it stands, if it may go on from the stage it is in.
async fn at(tx: &mut Tx<'_>, id: Id, revision: i64, stage: Stage) -> Result<Lottery, Fault> {
    let lottery = store::lottery(tx, id).await?;
    tx.expect_revision(lottery.revision, revision)?;
    if lottery.stage() == stage && lottery.erased_at.is_none() {
        Ok(lottery)
    } else {
        Err(Fault::rule("lottery-not-now"))
    }
}

/// Begins a lottery. `once` is the form's one-time key.
///
/// # Errors
/// [`Fault::Conflict`] when the form was sent before; [`Fault::Rule`] without a pool.
pub async fn prepare(site: &Site, actor: Actor, dialogue: Id, draft: &Draft, once: &str) -> Result<Id, Fault> {
    let pool = draft.pool.as_ref().ok_or_else(|| Fault::rule("lottery-error-file"))?;
    site.db
        .write(actor, async |tx| {
            if !tx.use_once(once).await? {
                return Err(Fault::Conflict);
            }
            let new = New {
                dialogue,
                parent: None,
                name: &draft.name,
                seats: draft.seats,
                quotas: &draft.quotas,
                pool,
                reason: "",
                erase_on: draft.erase_on,
            };
            let id = store::insert(tx, &new).await?;
            let detail = json!({ "dialogue": dialogue, "people": pool.people.len(), "seats": draft.seats });
            tx.audit("lottery.prepare", "lottery", id, detail).await?;
            ask(tx, id, ODDS).await?;
            Ok(id)
        })
        .await
}

/// Changes what a lottery is made from, while nothing is published.
///
/// # Errors
/// [`Fault::Conflict`] when somebody saved after `revision`.
pub(crate) async fn change(site: &Site, actor: Actor, id: Id, revision: i64, draft: &Draft) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let lottery = at(tx, id, revision, Stage::Preparing).await?;
            if lottery.parent_id.is_some() {
                // Its quotas follow from the panel that stands.
                return Err(Fault::rule("lottery-not-now"));
            }
            let pool = match &draft.pool {
                Some(pool) => pool.clone(),
                None => store::pool(tx, id).await?.unwrap_or_default(),
            };
            let new = New {
                dialogue: lottery.dialogue_id,
                parent: None,
                name: &draft.name,
                seats: draft.seats,
                quotas: &draft.quotas,
                pool: &pool,
                reason: "",
                erase_on: draft.erase_on,
            };
            store::change(tx, id, revision, &new).await?;
            let detail = json!({ "people": pool.people.len(), "seats": draft.seats, "new_pool": draft.pool.is_some() });
            tx.audit("lottery.change", "lottery", id, detail).await?;
            ask(tx, id, ODDS).await?;
            Ok(())
        })
        .await
}

/// The odds of what stands at a revision, once they are computed.
pub(crate) async fn computed(conn: &mut Conn, lottery: &Lottery) -> db::Result<Option<Computed>> {
    let result = background::result(conn, lottery.id, ODDS).await?;
    let computed = result.and_then(|one| serde_json::from_value::<Computed>(one.result).ok());
    Ok(computed.filter(|one| one.revision == lottery.revision))
}

/// Publishes the thousand panels, and what will settle which of them it is. From now on nothing of it can be changed.
///
/// # Errors
/// [`Fault::Conflict`]; [`Fault::Rule`] while the odds are not there or not proved, or for a day that has come.
pub async fn publish(
    site: &Site,
    actor: Actor,
    id: Id,
    revision: i64,
    source: &str,
    settles_on: Date,
) -> Result<(), Fault> {
    if settles_on <= site.today() || source.is_empty() {
        return Err(Fault::rule("lottery-error-settles-past"));
    }
    site.db
        .write(actor, async |tx| {
            let lottery = at(tx, id, revision, Stage::Preparing).await?;
            let figures = provable(tx, &lottery).await?;
            store::publish(tx, id, revision, &figures, source, settles_on).await?;
            let detail = json!({
                "dialogue": lottery.dialogue_id, "sha256": figures.fingerprint, "seed": source, "settles_on": settles_on,
            });
            tx.audit("lottery.publish", "lottery", id, detail).await?;
            touch(tx, lottery.parent_id.unwrap_or(id));
            touch(tx, id);
            Ok(())
        })
        .await
}

/// Figures with a certificate, whose file is the one kept.
async fn provable(tx: &mut Tx<'_>, lottery: &Lottery) -> Result<Figures, Fault> {
    let Some(Outcome::Figures(figures)) = computed(tx, lottery).await?.map(|one| one.outcome) else {
        return Err(Fault::rule("lottery-not-computed"));
    };
    let document = store::document_of(tx, lottery.id, lottery.revision).await?;
    let is_it = document.is_some_and(|text| panel::draw::fingerprint(&text) == figures.fingerprint);
    if figures.certified && is_it {
        Ok(figures)
    } else {
        Err(Fault::rule("lottery-not-computed"))
    }
}

/// Draws the panel by the seed, once it can be known.
///
/// # Errors
/// [`Fault::Conflict`]; [`Fault::Rule`] before the day on which the seed is settled.
pub async fn draw(site: &Site, actor: Actor, id: Id, revision: i64, seed: &str) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(actor, async |tx| {
            let lottery = at(tx, id, revision, Stage::Published).await?;
            if seed.is_empty() || lottery.settles_on.is_none_or(|day| today < day) {
                return Err(Fault::rule("lottery-error-early"));
            }
            let figures = lottery.figures().ok_or(Fault::NotFound)?;
            let document = store::document(tx, id).await?.ok_or(Fault::NotFound)?;
            let drawn = panel::draw(&document, seed).map_err(Fault::internal)?;
            if drawn.fingerprint != figures.fingerprint {
                return Err(Fault::internal("the file kept is not the file published"));
            }
            let pool = store::pool(tx, id).await?.unwrap_or_default();
            let figures = odds::drawn(figures, &pool, &drawn.ids);
            store::draw(tx, id, revision, seed, drawn.number, &figures).await?;
            let detail = json!({
                "dialogue": lottery.dialogue_id, "sha256": figures.fingerprint, "seed": seed, "number": drawn.number,
            });
            tx.audit("lottery.draw", "lottery", id, detail).await?;
            touch(tx, lottery.parent_id.unwrap_or(id));
            touch(tx, id);
            Ok(())
        })
        .await
}

/// Ends a lottery before the draw. What was published stays public, with the reason.
///
/// # Errors
/// [`Fault::Conflict`]; [`Fault::Rule`] after the draw.
pub(crate) async fn cancel(site: &Site, actor: Actor, id: Id, revision: i64, reason: &str) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let lottery = store::lottery(tx, id).await?;
            tx.expect_revision(lottery.revision, revision)?;
            if !lottery.stage().leads_to(Stage::Cancelled) {
                return Err(Fault::rule("lottery-not-now"));
            }
            // Why a seat became empty is told by the panel's own page.
            let told = match lottery.reason.as_str() {
                "" => reason.to_owned(),
                before => format!("{before}\n{reason}"),
            };
            store::cancel(tx, id, revision, &told).await?;
            tx.audit("lottery.cancel", "lottery", id, json!({ "reason": reason }))
                .await?;
            touch(tx, lottery.parent_id.unwrap_or(id));
            touch(tx, id);
            Ok(())
        })
        .await
}

/// Erases everybody's number: the pool and the file, also of lotteries for empty seats. The protocol stays, with counts.
///
/// # Errors
/// [`Fault::Conflict`] when somebody saved after `revision`; [`Fault::Rule`] for a lottery for empty seats, which is erased with
/// its panel.
pub(crate) async fn erase(site: &Site, actor: Actor, id: Id, revision: i64) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let lottery = store::lottery(tx, id).await?;
            tx.expect_revision(lottery.revision, revision)?;
            if lottery.erased_at.is_some() || lottery.parent_id.is_some() {
                return Err(Fault::rule("lottery-not-now"));
            }
            let seats = store::for_seats_of(tx, &lottery).await?;
            store::erase(tx, id).await?;
            let detail = json!({ "of": audited(&lottery), "people": lottery.people, "for_seats": seats.len() });
            tx.audit("lottery.erase", "lottery", id, detail).await?;
            seats.iter().for_each(|one| touch(tx, one.id));
            touch(tx, id);
            Ok(())
        })
        .await
}
