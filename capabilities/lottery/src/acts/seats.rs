//! Who sits in a panel, and the lotteries for seats that became empty.

use crate::model::replace::{empty_seats, sitting};
use crate::model::stage::Stage;
use crate::store::{self, Lottery, New};
use crate::work::ODDS;
use background::ask;
use db::{Actor, Conn, Id};
use serde_json::json;
use web::{Fault, Site};

/// Who sits in a panel now: those drawn, and those drawn for empty seats, without those who left.
///
/// # Errors
/// The database's; a kept file that cannot be read.
pub async fn members(conn: &mut Conn, lottery: &Lottery) -> Result<Vec<String>, Fault> {
    let first = drawn_ids(conn, lottery).await?;
    let mut later = Vec::new();
    // A panel has a handful of lotteries for empty seats.
    for one in store::for_seats_of(conn, lottery).await? {
        if one.stage() == Stage::Drawn {
            let gone = store::pool(conn, one.id).await?.unwrap_or_default().gone;
            later.push((gone, drawn_ids(conn, &one).await?));
        }
    }
    Ok(sitting(&first, &later))
}

/// The numbers that a lottery drew; nobody when it has not, or when they are erased.
pub(crate) async fn drawn_ids(conn: &mut Conn, lottery: &Lottery) -> Result<Vec<String>, Fault> {
    if lottery.stage() != Stage::Drawn {
        return Ok(Vec::new());
    }
    let Some(document) = store::document(conn, lottery.id).await? else {
        return Ok(Vec::new());
    };
    Ok(panel::draw(&document, &lottery.seed).map_err(Fault::internal)?.ids)
}

/// Who leaves a panel, who cannot be asked in their place, and why.
#[derive(Debug, Clone, Default)]
pub struct Leaving {
    pub gone: Vec<String>,
    pub unavailable: Vec<String>,
    pub reason: String,
}

/// Begins the lottery for the seats of those who leave, among all others who said yes.
///
/// # Errors
/// [`Fault::Rule`] when the panel is not drawn, when another such lottery is under way, or when nobody is left to draw among.
pub async fn replace(site: &Site, actor: Actor, id: Id, leaving: &Leaving, once: &str) -> Result<Id, Fault> {
    site.db
        .write(actor, async |tx| {
            let lottery = store::lottery(tx, id).await?;
            let pool = store::pool(tx, id).await?;
            let (Stage::Drawn, None, Some(pool)) = (lottery.stage(), lottery.parent_id, pool) else {
                return Err(Fault::rule("lottery-not-now"));
            };
            let earlier = store::for_seats_of(tx, &lottery).await?;
            if earlier.iter().any(|one| one.stage().leads_to(Stage::Cancelled)) {
                return Err(Fault::rule("lottery-replacing"));
            }
            let sitting = members(tx, &lottery).await?;
            let gone: Vec<String> = leaving.gone.iter().filter(|id| sitting.contains(id)).cloned().collect();
            if gone.is_empty() {
                return Err(Fault::rule("lottery-error-gone"));
            }
            if !tx.use_once(once).await? {
                return Err(Fault::Conflict);
            }
            let away = away(tx, &earlier, &leaving.unavailable).await?;
            let (quotas, left, seats) = empty_seats(&lottery.quotas()?, &pool, lottery.size(), &sitting, &gone, &away)
                .map_err(|_| Fault::rule("lottery-nobody-left"))?;
            let new = New {
                dialogue: lottery.dialogue_id,
                parent: Some(id),
                name: &lottery.name,
                seats,
                quotas: &quotas,
                pool: &left,
                reason: &leaving.reason,
                erase_on: lottery.erase_on,
            };
            let made = store::insert(tx, &new).await?;
            let detail = json!({ "parent": id, "seats": seats, "people": left.people.len(), "reason": leaving.reason });
            tx.audit("lottery.replace", "lottery", made, detail).await?;
            ask(tx, made, ODDS).await?;
            Ok(made)
        })
        .await
}

/// Everybody who cannot be drawn: those named now, and whoever left or could not be asked before.
async fn away(conn: &mut Conn, earlier: &[Lottery], named: &[String]) -> db::Result<Vec<String>> {
    let mut away = named.to_vec();
    for one in earlier {
        let before = store::pool(conn, one.id).await?.unwrap_or_default();
        away.extend(before.gone);
        away.extend(before.unavailable);
    }
    Ok(away)
}
