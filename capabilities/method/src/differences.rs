//! What differs between two contents of a pack, as a page shows it (`method/differences.html`).

use crate::pack::{Change, Difference};

/// The differences of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceView {
    pub file: String,
    /// For the table's caption.
    pub id: String,
    pub rows: Vec<DifferenceRow>,
}

/// One difference; an empty side means that there is nothing on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceRow {
    /// `task level: name.sv`
    pub place: String,
    pub from: String,
    pub to: String,
    /// The same things in another order.
    pub moved: bool,
}

/// How much of a text a table shows.
const SHOWN: usize = 1_200;

/// The differences by file.
pub fn difference_views(all: &[Difference]) -> Vec<DifferenceView> {
    let mut views: Vec<DifferenceView> = Vec::new();
    for one in all {
        if views.last().is_none_or(|last| last.file != one.file) {
            views.push(DifferenceView {
                file: one.file.clone(),
                id: format!("skillnad-{}", views.len() + 1),
                rows: Vec::new(),
            });
        }
        if let Some(view) = views.last_mut() {
            view.rows.push(row(one));
        }
    }
    views
}

fn row(one: &Difference) -> DifferenceRow {
    let (from, to) = match &one.change {
        Change::Added(to) => ("", to.as_str()),
        Change::Removed(from) => (from.as_str(), ""),
        Change::Changed { from, to } => parted(from, to),
        Change::Moved => ("", ""),
    };
    let place = match (one.entry.as_str(), one.key.as_str()) {
        ("", key) => key.to_string(),
        (entry, "") => entry.to_string(),
        (entry, key) => format!("{entry}: {key}"),
    };
    DifferenceRow {
        place,
        from: shortened(from),
        to: shortened(to),
        moved: one.change == Change::Moved,
    }
}

/// Long texts without the lines that both begin and end with.
fn parted<'t>(from: &'t str, to: &'t str) -> (&'t str, &'t str) {
    if from.len() <= SHOWN && to.len() <= SHOWN {
        return (from, to);
    }
    let same = |one: &mut dyn Iterator<Item = (&'t str, &'t str)>| -> usize {
        one.take_while(|(a, b)| a == b).map(|(a, _)| a.len()).sum()
    };
    let lines = |text: &'t str| text.split_inclusive('\n').collect::<Vec<_>>();
    let (before, after) = (lines(from), lines(to));
    let head = same(&mut before.iter().copied().zip(after.iter().copied()));
    let tail = same(&mut before.iter().rev().copied().zip(after.iter().rev().copied()));
    let cut = |text: &'t str| {
        let end = text.len().saturating_sub(tail).max(head);
        text.get(head..end).unwrap_or(text)
    };
    (cut(from), cut(to))
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_show_what_differs() {
        let same = "en rad som är lika\n".repeat(100);
        let (from, to) = (format!("{same}gammal\n{same}"), format!("{same}ny\n{same}"));
        assert_eq!(parted(&from, &to), ("gammal\n", "ny\n"));
        assert_eq!(parted("kort", "annat"), ("kort", "annat"));
        assert!(shortened(&"å".repeat(5_000)).chars().count() <= SHOWN + 2);
    }
}
