//! `…/historik`: what happened to a dialogue, who did it and why.

use super::{Head, load};
use crate::checklist::OwnItem;
use crate::store;
use askama::Template;
use identity::{Grant, SeeDesk};
use method::{Event, Picture};
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "dialogues/history.html")]
struct History {
    cx: Cx,
    head: Head,
    events: Vec<EventView>,
}

struct EventView {
    iso: String,
    moment: String,
    text: String,
    reason: String,
    by: String,
    public: bool,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(&req, &mut read).await?;
    let events = method::events(&mut read, dialogue.id).await?;
    let own = store::checklist::own_items(&mut read, dialogue.id).await?;
    drop(read);
    let head = Head::new(&cx, &dialogue, &picture);
    let view = |event: &Event| EventView {
        iso: event.at.to_string(),
        moment: cx.moment(&event.at),
        text: text(&cx, &picture, &own, event),
        reason: event.reason.clone(),
        by: event.actor.clone(),
        public: event.public,
    };
    page(&History {
        events: events.iter().map(view).collect(),
        head,
        cx,
    })
}

/// What happened, in words. Own items are named also after they were taken away.
pub(super) fn text(cx: &Cx, picture: &Picture, own: &[OwnItem], event: &Event) -> String {
    let pack = &picture.pack;
    let lang = cx.lang;
    match event.kind.split_once(':') {
        Some(("field", key)) => {
            let label = pack.field(key).map_or(key, |field| field.label.get(lang));
            let word = |value: &str| match value.parse() {
                Ok(day) => cx.short_date(&day),
                Err(_) => pack
                    .ladder
                    .level(value)
                    .map_or(value, |level| level.name.get(lang))
                    .to_string(),
            };
            let (from, to) = (word(&event.from_value), word(&event.to_value));
            cx.ta(
                "dialogues-history-field",
                &[("what", label.into()), ("from", from.into()), ("to", to.into())],
            )
        }
        Some(("task", key)) => {
            let name = pack.task(key).map_or("", |task| task.name.get(lang));
            if name.is_empty() {
                cx.t("dialogues-history-saved")
            } else {
                cx.t1("dialogues-history-task", "what", name)
            }
        }
        Some(("item", key)) => {
            let of_pack = pack.item(key).map(|item| item.text.get(lang).to_string());
            let of_own = || {
                own.iter()
                    .find(|own| own.item == key)
                    .map(|own| own.text_in(pack, lang))
            };
            item_text(cx, &of_pack.or_else(of_own).unwrap_or_else(|| key.to_string()), event)
        }
        None if event.kind == "edition" => cx.t2(
            "dialogues-history-edition",
            ("from", &event.from_value),
            ("to", &event.to_value),
        ),
        _ => {
            let name = |state: &str| pack.state_name(state, lang).to_string();
            cx.t2(
                "dialogues-history-state",
                ("from", &name(&event.from_value)),
                ("to", &name(&event.to_value)),
            )
        }
    }
}

fn item_text(cx: &Cx, item: &str, event: &Event) -> String {
    let Some(day) = event.to_value.strip_prefix("assigned") else {
        return cx.t1(&format!("dialogues-history-item-{}", event.to_value), "what", item);
    };
    let owner = match event.from_value.as_str() {
        "" => cx.t("dialogues-checklist-nobody"),
        name => name.to_string(),
    };
    match day.trim().parse() {
        Ok(day) => cx.ta(
            "dialogues-history-item-assigned-by",
            &[
                ("what", item.into()),
                ("owner", owner.into()),
                ("day", cx.short_date(&day).into()),
            ],
        ),
        Err(_) => cx.t2("dialogues-history-item-assigned", ("what", item), ("owner", &owner)),
    }
}
