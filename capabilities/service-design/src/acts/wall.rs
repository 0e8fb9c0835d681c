//! What a team does at the wall. Each act is a step that can be turned back.

use super::{changed, first_time, project};
use crate::model::screening::points_out_a_person;
use crate::model::wall::{LONGEST_NOTE, Note, Spot, Turn, Turns, Wall};
use crate::store::wall as store;
use db::{Id, Tx};
use evidence_chain::{NewcomerLinks, NodeKind, Refused, Sort};
use identity::{Grant, PlanDialogue};
use serde_json::json;
use web::{Fault, Site};

/// Something done at the wall.
#[derive(Debug, Clone)]
pub enum Sorting<'a> {
    /// A note from where it was seen to a group, or among those that nobody has sorted.
    Move {
        note: Id,
        from: Option<Id>,
        to: Option<Id>,
    },
    Begin {
        name: &'a str,
    },
    /// Another heading over the one that was seen.
    Rename {
        group: Id,
        was: &'a str,
        name: &'a str,
    },
    /// Takes a group apart; its notes are unsorted again.
    Dissolve {
        group: Id,
    },
    /// A loose note, with where it comes from.
    Write {
        body: &'a str,
        source: &'a str,
    },
    TakeDown {
        note: Id,
    },
    PutBack {
        note: Id,
    },
}

impl Sorting<'_> {
    /// The word in the log.
    fn code(&self) -> &'static str {
        match self {
            Sorting::Move { .. } => "affinity.move",
            Sorting::Begin { .. } => "affinity.begin-group",
            Sorting::Rename { .. } => "affinity.rename-group",
            Sorting::Dissolve { .. } => "affinity.dissolve-group",
            Sorting::Write { .. } => "affinity.write-note",
            Sorting::TakeDown { .. } => "affinity.take-down-note",
            Sorting::PutBack { .. } => "affinity.put-back-note",
        }
    }
}

/// Does one thing at the wall of a project.
///
/// # Errors
/// A rule that says why it does not go, such as that somebody has moved the note meanwhile, or that the project is over.
pub async fn sort(
    site: &Site,
    who: &Grant<PlanDialogue>,
    of: Id,
    sorting: &Sorting<'_>,
    once: Option<&str>,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            project(site, tx, of).await?;
            first_time(tx, once).await?;
            let number = store::begin_step(tx, of).await?;
            let mut wall = store::wall(tx, of).await?;
            let turns = match *sorting {
                Sorting::Move { note, from, to } => wall.move_note(note, from, to),
                Sorting::Begin { name } => wall.begin_group(tx.new_id(), name),
                Sorting::Rename { group, was, name } => wall.rename(group, was, name),
                Sorting::Dissolve { group } => wall.dissolve(group),
                Sorting::Write { body, source } => Ok(write(tx, of, &mut wall, body.trim(), source.trim()).await?),
                Sorting::TakeDown { note } => wall.take_down(note),
                Sorting::PutBack { note } => wall.put_back(note),
            };
            let turns = turns.map_err(Fault::rule)?;
            if turns.is_empty() {
                return Ok(());
            }
            store::lay(tx, of, &wall, &turns).await?;
            let kept = serde_json::to_value(&turns).map_err(Fault::internal)?;
            store::insert_step(tx, of, number, sorting.code(), kept).await?;
            tx.audit(sorting.code(), "project", of, json!({ "step": number }))
                .await?;
            Ok(())
        })
        .await
}

async fn write(tx: &mut Tx<'_>, of: Id, wall: &mut Wall, body: &str, source: &str) -> Result<Turns, Fault> {
    if body.is_empty() {
        return Err(Fault::rule("design-error-wall-note"));
    }
    if body.chars().count() > LONGEST_NOTE || source.chars().count() > LONGEST_NOTE {
        return Err(Fault::rule("design-error-wall-note-long"));
    }
    if points_out_a_person(body) || points_out_a_person(source) {
        return Err(Fault::rule("design-error-wall-note-person"));
    }
    let id = tx.new_id();
    store::insert_note(tx, of, id, body, source).await?;
    wall.notes.push(Note {
        id,
        is_evidence: false,
        body: body.to_owned(),
        source: source.to_owned(),
        kind: String::new(),
        group: None,
        is_there: false,
        is_erased: false,
    });
    let spot = |is_there| Spot { group: None, is_there };
    let turn = Turn {
        id,
        before: spot(false),
        after: spot(true),
    };
    Ok(Turns {
        notes: vec![turn],
        ..Turns::default()
    })
}

/// Turns a step back, if what it changed still lies as it was left.
///
/// # Errors
/// [`Fault::NotFound`] when it has been turned back; a rule when somebody has changed the same since.
pub async fn undo(site: &Site, who: &Grant<PlanDialogue>, of: Id, number: i64) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            project(site, tx, of).await?;
            store::begin_step(tx, of).await?;
            let step = store::step(tx, of, number).await?;
            let turns: Turns = serde_json::from_value(step.turns).map_err(Fault::internal)?;
            let wall = store::wall(tx, of).await?;
            wall.lies_as(&turns).map_err(Fault::rule)?;
            store::lay(tx, of, &wall, &turns.back()).await?;
            changed(store::set_undone(tx, of, number).await)?;
            tx.audit("affinity.undo", "project", of, json!({ "step": number }))
                .await?;
            Ok(())
        })
        .await
}

/// Takes the words of a loose note away for good; it must have been taken down. Also when the project is over.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn erase_note(site: &Site, who: &Grant<PlanDialogue>, of: Id, note: Id) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            changed(store::erase_note(tx, of, note).await)?;
            tx.audit(
                "affinity.erase-note",
                "project",
                of,
                json!({ "note": note.to_string() }),
            )
            .await?;
            Ok(())
        })
        .await
}

/// Makes a draft of an insight of a group: the statement rests on the evidence in the group, some of which may speak against it.
///
/// # Errors
/// A rule without a statement, when the group has no evidence with words left, or when it is an insight already.
pub async fn carry_over(
    site: &Site,
    who: &Grant<PlanDialogue>,
    of: Id,
    group: Id,
    statement: &str,
    against: &[Id],
    once: Option<&str>,
) -> Result<Id, Fault> {
    let statement = statement.trim();
    if statement.is_empty() {
        return Err(Fault::rule("design-error-wall-statement"));
    }
    site.db
        .write(who.actor(), async |tx| {
            let (project, _) = project(site, tx, of).await?;
            first_time(tx, once).await.map_err(Refused::from)?;
            store::begin_step(tx, of).await?;
            let wall = store::wall(tx, of).await?;
            let stands = wall.group(group).map_err(Fault::rule)?;
            if stands.insight.is_some() {
                return Err(Fault::rule("design-error-wall-carried").into());
            }
            let sort = |id: Id| match against.contains(&id) {
                true => Sort::Contradicts,
                false => Sort::Supports,
            };
            let evidence = wall
                .in_group(Some(group))
                .filter(|note| note.is_evidence && !note.is_erased);
            let from: Vec<(Id, Sort)> = evidence.map(|note| (note.id, sort(note.id))).collect();
            if from.is_empty() {
                return Err(Fault::rule("design-error-wall-no-evidence").into());
            }
            let draft = evidence_chain::draft(site, &project, NodeKind::Insight, statement)?;
            let links = NewcomerLinks {
                place: Some(of),
                from: &from,
                reason: "",
            };
            let insight = evidence_chain::add_in(site, tx, who, draft, links).await?;
            store::set_insight(tx, of, group, insight).await?;
            let detail = json!({ "group": group.to_string(), "insight": insight.to_string() });
            tx.audit("affinity.carry-over", "project", of, detail).await?;
            Ok(insight)
        })
        .await
        .map_err(told)
}

/// Why the chain did not take something, as one fault.
pub(super) fn told(refused: Refused) -> Fault {
    match refused {
        Refused::Fault(fault) => fault,
        Refused::Lacks(_) => Fault::rule("design-error-chain-lacks"),
    }
}
