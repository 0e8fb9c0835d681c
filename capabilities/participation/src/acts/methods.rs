//! A method of the toolbox taken into a dialogue: an activity that carries it, the lines of its checklist, its name in the
//! plan. All of it in one transaction, and none of it twice.

use db::{Conn, Id, Tx};
use identity::{Grant, PlanDialogue, Staff};
use method::Pack;
use method::pack::{Activity as Carrier, MethodCard};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use web::{Fault, Site};

use super::activities::{Creating, create_in};
use crate::kinds::KINDS;
use crate::store;

/// The field of the plan in which methods stand, one on each line. The method's own content names it; a pack without it
/// has no such line, and then nothing is written.
const METHODS: &str = "methods";

/// What of a method a dialogue has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The activity that carries it.
    pub activity: Option<Id>,
    pub is_in_plan: bool,
    /// Keys of the card's lines that stand on the checklists.
    pub items: BTreeSet<String>,
}

/// What of a method is to be taken into a dialogue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Using {
    pub method: String,
    pub activity: bool,
    pub plan: bool,
    /// Keys of the card's lines.
    pub items: Vec<String>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    pub activities: usize,
    pub items: usize,
    /// Names written in the plan.
    pub names: usize,
}

/// The kind of activity that can carry a method; `None` where there is no such kind.
pub fn carrier(activity: Carrier) -> Option<&'static str> {
    KINDS
        .iter()
        .map(|kind| kind.name())
        .find(|name| *name == activity.code())
}

/// Has the pack a field in the plan for methods?
pub fn has_field(pack: &Pack) -> bool {
    pack.field(METHODS).is_some()
}

/// What a dialogue has of each of these methods.
pub async fn standing(conn: &mut Conn, dialogue: Id, cards: &[&MethodCard]) -> Result<Vec<Standing>, Fault> {
    let names = method::process(conn, dialogue).await?.facts.list(METHODS);
    let activities = store::method_activities(conn, dialogue).await?;
    let items = dialogues::method_items(conn, dialogue).await?;
    let of = |card: &&MethodCard| Standing {
        activity: activities.iter().find(|(key, _)| *key == card.key).map(|(_, id)| *id),
        is_in_plan: is_named(&names, card),
        items: items.get(&card.key).cloned().unwrap_or_default(),
    };
    Ok(cards.iter().map(of).collect())
}

/// People write names their own way, in either language.
fn is_named(names: &[String], card: &MethodCard) -> bool {
    let same = |name: &str, other: &str| name.trim().to_lowercase() == other.to_lowercase();
    names
        .iter()
        .any(|name| same(name, &card.name.sv) || same(name, &card.name.en))
}

/// Takes methods into a dialogue. What is there already stays as it is; a form sent twice does it once.
///
/// # Errors
/// [`Fault::Forbidden`] without the right to plan; [`Fault::NotFound`] for a method that the dialogue's pack does not hold;
/// a broken rule when the dialogue is over.
pub async fn use_methods(site: &Site, staff: &Staff, dialogue: Id, using: &[Using], once: &str) -> Result<Made, Fault> {
    Grant::<PlanDialogue>::of(staff)?;
    site.db
        .write(staff.actor(), async |tx| {
            method::expect_running(site, tx, dialogue).await?;
            if !once.is_empty() && !tx.use_once(once).await? {
                return Ok(Made::default());
            }
            let process = method::process(tx, dialogue).await?;
            let pack = method::packs(site).of(&process);
            let found = using
                .iter()
                .map(|one| pack.library.method(&one.method).ok_or(Fault::NotFound));
            let cards: Vec<&MethodCard> = found.collect::<Result<_, _>>()?;
            let stands = standing(tx, dialogue, &cards).await?;
            let mut made = Made::default();
            for ((one, card), stands) in using.iter().zip(&cards).zip(&stands) {
                if one.activity && stands.activity.is_none() {
                    made.activities += carry(site, tx, dialogue, card).await?;
                }
                if !one.items.is_empty() {
                    made.items += dialogues::add_method_items(site, tx, dialogue, &one.method, &one.items).await?;
                }
            }
            let new = using.iter().zip(&cards).zip(&stands);
            let new = new.filter(|((one, _), stands)| one.plan && !stands.is_in_plan && has_field(&pack));
            let names: Vec<&str> = new.map(|((_, card), _)| card.name.sv.as_str()).collect();
            made.names = names.len();
            name(site, tx, staff, dialogue, &process.facts.list(METHODS), &names).await?;
            let methods: Vec<&str> = using.iter().map(|one| one.method.as_str()).collect();
            let detail =
                json!({ "methods": methods, "activities": made.activities, "items": made.items, "named": made.names });
            tx.audit("dialogue.use-methods", "dialogue", dialogue, detail).await?;
            Ok(made)
        })
        .await
}

/// A draft that carries the method, called what the method is called. Nought where no kind of activity can.
async fn carry(site: &Site, tx: &mut Tx<'_>, dialogue: Id, card: &MethodCard) -> Result<usize, Fault> {
    let Some(kind) = carrier(card.activity) else {
        return Ok(0);
    };
    let new = Creating {
        dialogue,
        kind: kind.to_string(),
        title: card.name.sv.clone(),
        opens_on: None,
        closes_on: None,
    };
    let id = create_in(site, tx, &new).await?;
    let standing = store::activity(tx, id).await?;
    let settings = store::Settings {
        title: standing.title,
        title_en: card.name.en.clone(),
        premoderate: standing.premoderate,
        ..store::Settings::default()
    };
    store::save_settings(tx, id, standing.revision, &settings).await?;
    store::add_method_activity(tx, dialogue, &card.key, id).await?;
    Ok(1)
}

/// Writes names in the plan, after those that stand there.
async fn name(
    site: &Site,
    tx: &mut Tx<'_>,
    staff: &Staff,
    dialogue: Id,
    stand: &[String],
    names: &[&str],
) -> Result<(), Fault> {
    if names.is_empty() {
        return Ok(());
    }
    let all = stand.iter().map(String::as_str).chain(names.iter().copied());
    let all: Vec<Value> = all.map(Value::from).collect();
    let facts: Map<String, Value> = [(METHODS.to_string(), Value::Array(all))].into_iter().collect();
    dialogues::record_in(site, tx, staff, dialogue, None, facts, "").await?;
    Ok(())
}
