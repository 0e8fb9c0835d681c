//! What lotteries owe by when: a draw whose number is known, and the erasure of those who said yes.

use crate::desk::address;
use crate::model::stage::Stage;
use crate::store;
use db::{Conn, Id};
use dialogues::{Filter, Kind};
use identity::{ApproveDialogue, PlanDialogue};
use method::{Asking, BoxFuture, Duty, Evidence, Source};
use std::collections::BTreeSet;

/// What this room tells the method.
pub fn source() -> Source {
    Source {
        name: "lottery",
        evidence,
        duties,
    }
}

/// Which dialogues draw a panel is nothing the method asks.
fn evidence(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
    Box::pin(async { Ok(Vec::new()) })
}

fn duties<'a>(conn: &'a mut Conn, asking: &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>> {
    Box::pin(async move {
        let lotteries = store::not_erased(conn).await?;
        if lotteries.is_empty() || !asking.staff.may::<PlanDialogue>() {
            return Ok(Vec::new());
        }
        let mine = Filter {
            owner: (!asking.staff.may::<ApproveDialogue>()).then_some(asking.staff.id),
            ..Filter::default()
        };
        let dialogues = dialogues::list_of(conn, Kind::Dialogue, &mine, asking.today).await?;
        let mine: BTreeSet<Id> = dialogues.iter().map(|one| one.id).collect();
        let mut duties = Vec::new();
        for one in lotteries.iter().filter(|one| mine.contains(&one.dialogue_id)) {
            let duty = |due, title_key| Duty {
                due,
                title_key,
                about: one.name.clone(),
                href: address(one),
                weight: 3,
            };
            if one.stage() == Stage::Published && one.settles_on.is_some_and(|day| day <= asking.horizon()) {
                duties.push(duty(one.settles_on, "lottery-duty-draw"));
            }
            if one.parent_id.is_none() && one.erase_on.is_some_and(|day| day <= asking.horizon()) {
                duties.push(duty(one.erase_on, "lottery-duty-erase"));
            }
        }
        Ok(duties)
    })
}
