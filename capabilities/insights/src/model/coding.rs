//! Coding is adding and removing, never overwriting: what a form changes is told apart from what it only showed, so
//! that two people who code the same passages keep each other's work.

use std::collections::{BTreeSet, HashMap, HashSet};

use db::Id;

/// What one coder changed about one passage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    pub passage: Option<Id>,
    pub add: BTreeSet<Id>,
    pub remove: BTreeSet<Id>,
    /// "Får citeras", when that was changed.
    pub quotable: Option<bool>,
    /// "Läst, inget tema", when that was changed.
    pub read: Option<bool>,
}

impl Change {
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.remove.is_empty() && self.quotable.is_none() && self.read.is_none()
    }
}

/// How a passage stood on the page, or stands in what was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    pub themes: BTreeSet<Id>,
    pub quotable: bool,
    pub read: bool,
}

impl Marks {
    /// What turns `self`, as the page showed it, into `sent`.
    pub fn change_to(&self, passage: Id, sent: &Marks) -> Change {
        Change {
            passage: Some(passage),
            add: sent.themes.difference(&self.themes).copied().collect(),
            remove: self.themes.difference(&sent.themes).copied().collect(),
            quotable: (sent.quotable != self.quotable).then_some(sent.quotable),
            read: (sent.read != self.read).then_some(sent.read),
        }
    }
}

db::record! {
    /// One theme given to one passage.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Coding {
        pub passage_id: Id,
        pub theme_id: Id,
        pub quotable: bool,
    }
}

/// How far the reading of a dialogue has come. `base` is all standing passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    pub base: i64,
    /// Given at least one theme.
    pub coded: i64,
    /// Read, no theme fits.
    pub without_theme: i64,
}

impl Progress {
    pub fn left(&self) -> i64 {
        self.base - self.coded - self.without_theme
    }
}

/// All codings of a dialogue, by passage; passages that no longer stand are left out.
pub struct Codings {
    pub base: i64,
    by_passage: HashMap<Id, Vec<Coding>>,
    read: HashSet<Id>,
}

impl Codings {
    pub fn new(standing: &[Id], codings: Vec<Coding>, read: Vec<Id>) -> Codings {
        let known: HashSet<Id> = standing.iter().copied().collect();
        let mut by_passage: HashMap<Id, Vec<Coding>> = HashMap::with_capacity(codings.len());
        for coding in codings.into_iter().filter(|coding| known.contains(&coding.passage_id)) {
            by_passage.entry(coding.passage_id).or_default().push(coding);
        }
        let read = read
            .into_iter()
            .filter(|passage| known.contains(passage) && !by_passage.contains_key(passage))
            .collect();
        Codings {
            base: i64::try_from(standing.len()).unwrap_or(i64::MAX),
            by_passage,
            read,
        }
    }

    pub fn progress(&self) -> Progress {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Progress {
            base: self.base,
            coded: count(self.by_passage.len()),
            without_theme: count(self.read.len()),
        }
    }

    pub fn marks(&self, passage: Id) -> Marks {
        let codings = self.by_passage.get(&passage).map(Vec::as_slice).unwrap_or_default();
        Marks {
            themes: codings.iter().map(|coding| coding.theme_id).collect(),
            quotable: codings.iter().any(|coding| coding.quotable),
            read: self.read.contains(&passage),
        }
    }

    pub fn has(&self, passage: Id, theme: Id) -> bool {
        self.by_passage
            .get(&passage)
            .is_some_and(|codings| codings.iter().any(|coding| coding.theme_id == theme))
    }

    /// Read or coded.
    pub fn is_done(&self, passage: Id) -> bool {
        self.by_passage.contains_key(&passage) || self.read.contains(&passage)
    }

    pub fn is_read_without_theme(&self, passage: Id) -> bool {
        self.read.contains(&passage)
    }

    /// Passages per theme. A passage counts once for a parent, however many of its children it has.
    pub fn counts(&self, parents: &HashMap<Id, Id>) -> HashMap<Id, i64> {
        let mut counts = HashMap::new();
        for codings in self.by_passage.values() {
            let themes: HashSet<Id> = codings
                .iter()
                .flat_map(|coding| [Some(coding.theme_id), parents.get(&coding.theme_id).copied()])
                .flatten()
                .collect();
            for theme in themes {
                *counts.entry(theme).or_default() += 1;
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> Id {
        format!("00000000-0000-7000-8000-0000000000{n:02x}").parse().unwrap()
    }

    fn coding(passage: u8, theme: u8) -> Coding {
        Coding {
            passage_id: id(passage),
            theme_id: id(theme),
            quotable: false,
        }
    }

    #[test]
    fn a_form_adds_and_removes_what_it_changed_only() {
        let shown = Marks {
            themes: [id(1), id(2)].into(),
            quotable: false,
            read: false,
        };
        let sent = Marks {
            themes: [id(2), id(3)].into(),
            quotable: true,
            read: false,
        };
        let change = shown.change_to(id(9), &sent);
        assert_eq!((change.add, change.remove), ([id(3)].into(), [id(1)].into()));
        assert_eq!((change.quotable, change.read), (Some(true), None));
        assert!(shown.change_to(id(9), &shown).is_empty());
    }

    #[test]
    fn progress_counts_standing_passages_once() {
        let codings = Codings::new(
            &[id(1), id(2), id(3), id(4)],
            vec![coding(1, 10), coding(1, 11), coding(8, 10)],
            vec![id(1), id(2), id(8)],
        );
        assert_eq!(
            codings.progress(),
            Progress {
                base: 4,
                coded: 1,
                without_theme: 1
            }
        );
        assert_eq!(codings.progress().left(), 2);
    }

    #[test]
    fn a_parent_counts_a_passage_once() {
        let codings = Codings::new(
            &[id(1), id(2)],
            vec![coding(1, 10), coding(1, 11), coding(2, 11)],
            vec![],
        );
        let counts = codings.counts(&HashMap::from([(id(10), id(9)), (id(11), id(9))]));
        assert_eq!((counts[&id(9)], counts[&id(10)], counts[&id(11)]), (2, 1, 2));
    }
}
