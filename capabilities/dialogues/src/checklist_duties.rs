//! What checklists owe: items that are an official's to do by a day, over all dialogues. An item that nobody has taken is
//! that of whoever answers for the dialogue.

use crate::Dialogue;
use crate::checklist::OwnItem;
use crate::store::checklist::{DueRow, due};
use db::{Conn, Id};
use method::{Asking, Duty};
use std::collections::BTreeMap;

pub(crate) async fn duties(conn: &mut Conn, asking: &Asking, all: &[Dialogue]) -> db::Result<Vec<Duty>> {
    let rows = due(conn, asking.staff.id, asking.horizon()).await?;
    let by_id: BTreeMap<Id, &Dialogue> = all.iter().map(|one| (one.id, one)).collect();
    let duty = |row: &DueRow| duty(row, by_id.get(&row.dialogue_id)?, asking);
    Ok(rows.iter().filter_map(duty).collect())
}

/// `None` for an item that is done, taken away or no concern of the dialogue as it stands now.
fn duty(row: &DueRow, dialogue: &Dialogue, asking: &Asking) -> Option<Duty> {
    let is_ticked = !row.status.is_empty() && row.status != "open";
    let pack = asking
        .packs
        .followed(&dialogue.pack, &dialogue.edition, &dialogue.template);
    let is_over = pack.machine.state(&dialogue.state).is_some_and(|state| state.last);
    if is_ticked || row.removed_at.is_some() || is_over {
        return None;
    }
    let text = if row.own_text.is_empty() {
        let item = pack.item(&row.item)?;
        let standing = method::standing_of(&pack, &dialogue.state, dialogue.returns_to.as_deref(), &dialogue.facts);
        let waits = pack.concerns(item, &standing) && !item.ticks_itself(&dialogue.facts);
        waits.then(|| item.text.get(asking.lang).to_string())?
    } else {
        let own = OwnItem {
            item: row.item.clone(),
            text: row.own_text.clone(),
            method: row.own_method.clone(),
            ..OwnItem::default()
        };
        own.text_in(&pack, asking.lang)
    };
    Some(Duty {
        due: Some(row.due_on),
        title_key: "dialogues-duty-item",
        about: format!("{}: {text}", dialogue.title),
        href: format!("{}/checklista/{}", dialogue.desk_address(), row.item),
        weight: 2,
    })
}
