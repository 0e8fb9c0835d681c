//! What becomes of suggestions: an official asks for them, takes one up as a theme, or puts it aside. The caller holds the permission.

use std::collections::HashSet;

use db::{Actor, Conn, Id, Tx};
use jiff::Timestamp;
use participation::store::{self as voices, PassageFilter};
use serde_json::json;
use web::{Fault, Site};

use crate::acts::Bulk;
use crate::model::plan::ThemeDraft;
use crate::model::suggest::{Place, Suggestions};
use crate::store;
use crate::work::SUGGESTIONS;

/// Suggestions as they stand.
pub(crate) struct Standing {
    pub suggestions: Suggestions,
    pub made_at: Option<Timestamp>,
    /// They are being made, for the first time or anew.
    pub waits: bool,
    /// The last attempt did not succeed; another follows by itself.
    pub failed: bool,
}

/// The suggestions of a dialogue; `None` when nobody has asked for any.
///
/// # Errors
/// The database's.
pub(crate) async fn standing(conn: &mut Conn, dialogue: Id) -> db::Result<Option<Standing>> {
    let result = background::result(conn, dialogue, SUGGESTIONS).await?;
    Ok(result.map(|one| Standing {
        suggestions: serde_json::from_value(one.result).unwrap_or_default(),
        made_at: one.made_at,
        waits: !one.current,
        failed: !one.fault.is_empty(),
    }))
}

/// Asks for suggestions from the texts that stand now.
///
/// # Errors
/// The database's.
pub(crate) async fn request(site: &Site, actor: Actor, dialogue: Id) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            tx.audit("suggestion.ask", "dialogue", dialogue, json!({})).await?;
            background::ask(tx, dialogue, SUGGESTIONS).await?;
            Ok(())
        })
        .await
}

/// Which theme a suggestion becomes.
pub(crate) enum Becomes {
    New(String),
    Theme(Id),
}

/// The suggestion at a place, as whoever decides saw it.
pub(crate) struct Seen {
    pub place: Place,
    /// When the suggestions on the page were made, in microseconds.
    pub made: i64,
}

async fn seen(tx: &mut Tx<'_>, dialogue: Id, seen: &Seen) -> Result<(Suggestions, String), Fault> {
    let standing = standing(tx, dialogue).await?.ok_or(Fault::NotFound)?;
    if standing.made_at.map(Timestamp::as_microsecond) != Some(seen.made) {
        // Meanwhile they were made anew: another suggestion may stand in this place.
        return Err(Fault::rule("insights-suggest-anew"));
    }
    let key = standing.suggestions.key(seen.place).ok_or(Fault::NotFound)?;
    Ok((standing.suggestions, key))
}

/// Takes a suggestion up: those of its texts that are `chosen` (of texts that are alike: all) get a theme, new or old. Each text is
/// coded by itself and counts by itself; [`undo_code_all`](crate::undo_code_all) takes it back.
///
/// # Errors
/// [`Fault::Rule`] when the suggestions were made anew, when no text is chosen, and for the name as for a new theme.
pub(crate) async fn take_up(
    site: &Site,
    actor: Actor,
    dialogue: Id,
    one: &Seen,
    chosen: &[Id],
    becomes: &Becomes,
) -> Result<Bulk, Fault> {
    let by = actor.name().to_owned();
    site.db
        .write(actor, async |tx| {
            let (suggestions, key) = seen(tx, dialogue, one).await?;
            let members = suggestions.members(one.place).ok_or(Fault::NotFound)?;
            let wanted: HashSet<Id> = match one.place {
                Place::Alike(_) => members.iter().copied().collect(),
                Place::Theme(_) => chosen.iter().copied().collect(),
            };
            let texts = those_that_stand(tx, dialogue, &members, &wanted).await?;
            if texts.is_empty() {
                return Err(Fault::rule("insights-suggest-none-chosen"));
            }
            let theme = theme(tx, dialogue, becomes).await?;
            let pairs: Vec<(Id, Id)> = texts.iter().map(|text| (*text, theme)).collect();
            let added = store::add_codings(tx, dialogue, &pairs, false).await?;
            store::decide_suggestion(tx, dialogue, &key, Some(theme), &by).await?;
            let detail = json!({ "dialogue": dialogue, "suggestion": key, "added": added });
            tx.audit("suggestion.take-up", "theme", theme, detail).await?;
            tx.touch(format!("dialogue:{dialogue}"));
            Ok(Bulk {
                theme,
                at: tx.now(),
                added,
            })
        })
        .await
}

/// Texts of the suggestion that are wanted and stand: somebody may have taken theirs back since.
async fn those_that_stand(conn: &mut Conn, dialogue: Id, members: &[Id], wanted: &HashSet<Id>) -> db::Result<Vec<Id>> {
    let filter = PassageFilter {
        dialogue: Some(dialogue),
        ..PassageFilter::default()
    };
    let standing: HashSet<Id> = voices::passage_ids(conn, &filter).await?.into_iter().collect();
    let stands = |text: &&Id| wanted.contains(text) && standing.contains(text);
    Ok(members.iter().filter(stands).copied().collect())
}

async fn theme(tx: &mut Tx<'_>, dialogue: Id, becomes: &Becomes) -> Result<Id, Fault> {
    let plan = store::themes(tx, dialogue).await?;
    match becomes {
        Becomes::Theme(id) => {
            let known = plan.iter().any(|theme| theme.id == *id && !theme.archived);
            known.then_some(*id).ok_or(Fault::rule("insights-plan-theme-gone"))
        }
        Becomes::New(name) => {
            let draft = ThemeDraft::named(name);
            if let Some((_, key)) = draft.check(&plan, None).first() {
                return Err(Fault::rule(key));
            }
            let id = store::insert_theme(tx, dialogue, &draft).await?;
            let detail = json!({ "dialogue": dialogue, "name": draft.name });
            tx.audit("theme.create", "theme", id, detail).await?;
            Ok(id)
        }
    }
}

/// Puts a suggestion aside, or takes it out again. It stays aside when suggestions are made anew.
///
/// # Errors
/// [`Fault::Rule`] when the suggestions were made anew meanwhile.
pub(crate) async fn put_aside(site: &Site, actor: Actor, dialogue: Id, one: &Seen, aside: bool) -> Result<(), Fault> {
    let by = actor.name().to_owned();
    site.db
        .write(actor, async |tx| {
            let (_, key) = seen(tx, dialogue, one).await?;
            if aside {
                store::decide_suggestion(tx, dialogue, &key, None, &by).await?;
            } else {
                store::forget_suggestion(tx, dialogue, &key).await?;
            }
            let detail = json!({ "suggestion": key, "aside": aside });
            tx.audit("suggestion.aside", "dialogue", dialogue, detail).await?;
            Ok(())
        })
        .await
}
