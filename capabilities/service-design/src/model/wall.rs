//! The wall: notes sorted into groups. Every act is a step that says how notes and groups lay before and after, so that each can
//! be turned back as long as nobody has moved the same since.

use db::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How long the heading of a group may be, in characters: a statement, not an essay.
pub(crate) const LONGEST_NAME: usize = 120;
/// How long a loose note may be.
pub(crate) const LONGEST_NOTE: usize = 500;
/// The most groups that one can look over, and that a list of choices can hold.
const MOST_GROUPS: usize = 60;

/// A heap of notes with a statement as its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub id: Id,
    pub name: String,
    /// The insight that was made of it.
    pub insight: Option<Id>,
    pub is_there: bool,
}

/// Something on the wall: a piece of evidence of the chain, or a loose note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// For evidence, its node's.
    pub id: Id,
    pub is_evidence: bool,
    /// What it says. Empty for evidence whose words were erased.
    pub body: String,
    /// Where it comes from, never a person's name.
    pub source: String,
    /// What kind of source that is, by the pack's key; empty for a loose note.
    pub kind: String,
    /// The group it lies in; none for what nobody has sorted.
    pub group: Option<Id>,
    pub is_there: bool,
    /// Its words were taken away; its place stays.
    pub is_erased: bool,
}

/// All that lies on the wall of a project, what was taken down too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wall {
    pub groups: Vec<Group>,
    pub notes: Vec<Note>,
}

/// Where a note lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Spot {
    pub group: Option<Id>,
    pub is_there: bool,
}

/// How a group stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Label {
    pub name: String,
    pub is_there: bool,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Turn<T> {
    pub id: Id,
    pub before: T,
    pub after: T,
}

/// What one act changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Turns {
    pub notes: Vec<Turn<Spot>>,
    pub groups: Vec<Turn<Label>>,
}

impl Turns {
    pub(crate) fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.groups.is_empty()
    }

    /// The way back.
    pub(crate) fn back(&self) -> Turns {
        fn turned<T: Clone>(all: &[Turn<T>]) -> Vec<Turn<T>> {
            let back = |one: &Turn<T>| Turn {
                id: one.id,
                before: one.after.clone(),
                after: one.before.clone(),
            };
            all.iter().map(back).collect()
        }
        Turns {
            notes: turned(&self.notes),
            groups: turned(&self.groups),
        }
    }
}

/// Why the wall does not change; each is the key of a text that says what to do.
pub(crate) type No = &'static str;

const GROUP_GONE: No = "design-error-wall-group-gone";
const MOVED: No = "design-error-wall-moved";

impl Note {
    fn spot(&self) -> Spot {
        Spot {
            group: self.group,
            is_there: self.is_there,
        }
    }
}

impl Group {
    fn label(&self) -> Label {
        Label {
            name: self.name.clone(),
            is_there: self.is_there,
        }
    }
}

impl Wall {
    /// The groups that stand, in the order they were made.
    pub fn standing(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| group.is_there)
    }

    /// The notes that lie in a group, or those that nobody has sorted.
    pub fn in_group(&self, group: Option<Id>) -> impl Iterator<Item = &Note> {
        self.notes
            .iter()
            .filter(move |note| note.is_there && note.group == group)
    }

    /// A group that stands.
    ///
    /// # Errors
    /// When it is gone.
    pub(crate) fn group(&self, id: Id) -> Result<&Group, No> {
        self.standing().find(|group| group.id == id).ok_or(GROUP_GONE)
    }

    fn note(&self, id: Id) -> Result<&Note, No> {
        let found = self.notes.iter().find(|note| note.id == id && note.is_there);
        found.ok_or("design-error-wall-note-gone")
    }

    /// From how many different sources the notes of a group come. Notes are not people: this is what to count.
    pub fn sources(&self, group: Option<Id>) -> usize {
        let named = self.in_group(group).filter(|note| !note.source.is_empty());
        named
            .map(|note| note.source.to_lowercase())
            .collect::<BTreeSet<_>>()
            .len()
    }

    /// Whether all evidence of a group, when it is several pieces, comes from one kind of source.
    pub fn is_one_sided(&self, group: Option<Id>) -> bool {
        let kinds: Vec<&str> = self
            .in_group(group)
            .filter(|note| note.is_evidence)
            .map(|note| note.kind.as_str())
            .collect();
        kinds.len() > 1 && kinds.iter().all(|kind| *kind == kinds[0])
    }

    /// Moves a note from where the page showed it.
    pub(crate) fn move_note(&self, id: Id, from: Option<Id>, to: Option<Id>) -> Result<Turns, No> {
        let note = self.note(id)?;
        if note.group != from {
            return Err(MOVED);
        }
        if let Some(group) = to {
            self.group(group)?;
        }
        let after = Spot {
            group: to,
            is_there: true,
        };
        Ok(self.laid(note, after))
    }

    /// A new group.
    pub(crate) fn begin_group(&self, id: Id, name: &str) -> Result<Turns, No> {
        if self.standing().count() >= MOST_GROUPS {
            return Err("design-error-wall-many-groups");
        }
        let after = Label {
            name: self.free_name(name, None)?,
            is_there: true,
        };
        let before = Label {
            is_there: false,
            ..after.clone()
        };
        Ok(Turns {
            groups: vec![Turn { id, before, after }],
            ..Turns::default()
        })
    }

    /// Another heading, over the one that the page showed.
    pub(crate) fn rename(&self, id: Id, was: &str, name: &str) -> Result<Turns, No> {
        let group = self.group(id)?;
        if group.name != was {
            return Err("design-error-wall-renamed");
        }
        let after = Label {
            name: self.free_name(name, Some(id))?,
            is_there: true,
        };
        Ok(self.labelled(group, after))
    }

    /// Takes a group apart: its notes are unsorted again.
    pub(crate) fn dissolve(&self, id: Id) -> Result<Turns, No> {
        let group = self.group(id)?;
        let gone = Label {
            is_there: false,
            ..group.label()
        };
        let mut turns = self.labelled(group, gone);
        let loose = Spot {
            group: None,
            is_there: true,
        };
        turns.notes = self
            .in_group(Some(id))
            .flat_map(|note| self.laid(note, loose).notes)
            .collect();
        Ok(turns)
    }

    /// Takes a loose note down. Evidence is taken out of the project on its own page.
    pub(crate) fn take_down(&self, id: Id) -> Result<Turns, No> {
        let note = self.note(id)?;
        if note.is_evidence {
            return Err("design-error-wall-evidence-stays");
        }
        let gone = Spot {
            is_there: false,
            ..note.spot()
        };
        Ok(self.laid(note, gone))
    }

    /// Puts a loose note back; where its group is gone it is unsorted.
    pub(crate) fn put_back(&self, id: Id) -> Result<Turns, No> {
        let found = self.notes.iter().find(|note| note.id == id && !note.is_there);
        let note = found
            .filter(|note| !note.is_erased)
            .ok_or("design-error-wall-note-gone")?;
        let after = Spot {
            group: note.group.filter(|group| self.group(*group).is_ok()),
            is_there: true,
        };
        Ok(self.laid(note, after))
    }

    /// Whether a step still lies as it was left: only then can it be turned back.
    pub(crate) fn lies_as(&self, left: &Turns) -> Result<(), No> {
        let note = |turn: &Turn<Spot>| {
            let found = self.notes.iter().find(|note| note.id == turn.id);
            found.is_some_and(|note| note.spot() == turn.after && (note.is_evidence || !note.is_erased))
        };
        let group = |turn: &Turn<Label>| {
            let found = self.groups.iter().find(|group| group.id == turn.id);
            found.is_some_and(|group| group.label() == turn.after)
        };
        // A new group that has got notes since would take them along.
        let empties = |turn: &Turn<Label>| {
            let goes = turn.after.is_there && !turn.before.is_there;
            goes && self.in_group(Some(turn.id)).next().is_some()
        };
        // And a note does not go back into a group that is gone, unless the group comes back too.
        let comes_back = |id: Id| left.groups.iter().any(|turn| turn.id == id && turn.before.is_there);
        let has_place = |turn: &Turn<Spot>| {
            let back_in = turn.before.group.filter(|_| turn.before.is_there);
            back_in.is_none_or(|id| self.group(id).is_ok() || comes_back(id))
        };
        // The heading may stand over another group by now.
        let is_named =
            |turn: &Turn<Label>| !turn.before.is_there || self.free_name(&turn.before.name, Some(turn.id)).is_ok();
        let lies = left.notes.iter().all(|turn| note(turn) && has_place(turn))
            && left
                .groups
                .iter()
                .all(|turn| group(turn) && !empties(turn) && is_named(turn));
        lies.then_some(()).ok_or("design-error-wall-since")
    }

    /// A heading that may stand: said, short enough, and no other group's.
    fn free_name(&self, name: &str, own: Option<Id>) -> Result<String, No> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err("design-error-wall-name");
        }
        if name.chars().count() > LONGEST_NAME {
            return Err("design-error-wall-name-long");
        }
        let mut others = self.standing().filter(|group| Some(group.id) != own);
        if others.any(|group| group.name.to_lowercase() == name.to_lowercase()) {
            return Err("design-error-wall-name-taken");
        }
        Ok(name)
    }

    fn laid(&self, note: &Note, after: Spot) -> Turns {
        let turn = Turn {
            id: note.id,
            before: note.spot(),
            after,
        };
        Turns {
            notes: (turn.before != turn.after).then_some(turn).into_iter().collect(),
            ..Turns::default()
        }
    }

    fn labelled(&self, group: &Group, after: Label) -> Turns {
        let turn = Turn {
            id: group.id,
            before: group.label(),
            after,
        };
        Turns {
            groups: (turn.before != turn.after).then_some(turn).into_iter().collect(),
            ..Turns::default()
        }
    }
}

#[cfg(test)]
mod tests;
