//! What service design tells the method: what must be erased, and which project ordered a dialogue.

use crate::store;
use db::{Conn, Id};
use dialogues::{Filter, Kind};
use identity::ApproveDialogue;
use method::{Advice, Asking, BoxFuture, Duty, Evidence, Heed, Source};
use std::collections::BTreeMap;
use web::Cx;

/// What this room tells the method.
pub fn source() -> Source {
    Source {
        name: "service-design",
        evidence,
        duties,
    }
}

/// Sheets prove nothing: what rests on them stands in the evidence chain.
fn evidence(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
    Box::pin(async { Ok(Vec::new()) })
}

/// Sheets whose day of erasure comes within the horizon or has passed.
fn duties<'a>(conn: &'a mut Conn, asking: &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>> {
    Box::pin(async move {
        let sheets = store::to_erase(conn, asking.horizon()).await?;
        if sheets.is_empty() {
            return Ok(Vec::new());
        }
        let mine = Filter {
            owner: (!asking.staff.may::<ApproveDialogue>()).then_some(asking.staff.id),
            ..Filter::default()
        };
        let projects = dialogues::list_of(conn, Kind::Project, &mine, asking.today).await?;
        let titles: BTreeMap<Id, String> = projects.into_iter().map(|one| (one.id, one.title)).collect();
        let duty = |sheet: &crate::Filled| {
            Some(Duty {
                due: sheet.erase_on,
                title_key: "design-duty-erase",
                about: format!("{}: {}", titles.get(&sheet.project)?, sheet.title),
                href: sheet.address(),
                weight: 3,
            })
        };
        Ok(sheets.iter().filter_map(duty).collect())
    })
}

/// Beside the plan of an ordered dialogue: the project that waits for what it brings.
pub fn advise<'a>(conn: &'a mut Conn, cx: &'a Cx, dialogue: Id) -> BoxFuture<'a, db::Result<Vec<Advice>>> {
    Box::pin(async move {
        let Some(order) = store::order_of(conn, dialogue).await? else {
            return Ok(Vec::new());
        };
        let project = dialogues::dialogue(conn, order.project).await?;
        Ok(vec![Advice {
            text: cx.t1("design-ordered-by", "project", &project.title),
            href: format!("{}/bestall", project.desk_address()),
            heed: Heed::Offer,
            field: "",
        }])
    })
}
