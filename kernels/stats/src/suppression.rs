//! Small-cell suppression: a count of one to four people could point at a person, so it is not shown, and
//! nothing shown lets it be computed.
//!
//! Primary suppression hides counts below the threshold (zero stays: it points at nobody). Secondary
//! suppression then hides the smallest further cells until the hidden ones could be something else, since
//! the total is published too. See Hundepool et al., *Statistical Disclosure Control* (Wiley, 2012), ch. 4, and the
//! rule of five in the design ("small cells suppressed in public statistics, n < 5").

/// Counts from one up to, not including, this are never shown.
pub const SMALLEST_SHOWN: u64 = 5;

/// A count that may be shown, or one that may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cell {
    Shown(u64),
    Hidden,
}

impl Cell {
    pub fn count(self) -> Option<u64> {
        match self {
            Cell::Shown(count) => Some(count),
            Cell::Hidden => None,
        }
    }
}

/// What may be shown of a one-way table whose cells add up to a published total.
///
/// When the total itself is small, or no larger than the number of cells, everything is hidden, zeros included.
/// For each hidden cell there are at least two counts that give the same shown table, also to a reader who knows
/// this rule (a table of one cell is its total, and is the exception).
pub fn suppress(counts: &[u64]) -> Vec<Cell> {
    suppress_below(counts, SMALLEST_SHOWN)
}

/// [`suppress`] with another threshold; 0 and 1 hide nothing.
pub fn suppress_below(counts: &[u64], smallest: u64) -> Vec<Cell> {
    let is_small = |count: u64| (1..smallest).contains(&count);
    let (total, cells) = (counts.iter().sum::<u64>(), counts.len() as u64);
    if is_small(total) || (total <= cells && counts.iter().any(|count| is_small(*count))) {
        return vec![Cell::Hidden; counts.len()];
    }
    let mut hidden: Vec<bool> = counts.iter().map(|count| is_small(*count)).collect();
    while !is_safe(counts, &hidden, smallest) {
        // The smallest shown count that anyone chose costs the reader least. All cells with that count go together,
        // so that what is hidden depends on the counts alone: swapping two hidden ones gives the same table.
        let shown = counts
            .iter()
            .zip(&hidden)
            .filter(|(count, hidden)| !**hidden && **count > 0);
        let Some(next) = shown.map(|(count, _)| *count).min() else {
            break;
        };
        for (count, hidden) in counts.iter().zip(&mut hidden) {
            *hidden |= *count == next;
        }
    }
    counts
        .iter()
        .zip(hidden)
        .map(|(count, hidden)| if hidden { Cell::Hidden } else { Cell::Shown(*count) })
        .collect()
}

/// What may be shown where one person may stand in several cells (several choices allowed): the cells do not
/// add up to anything, so each is judged by itself.
pub fn suppress_each(counts: &[u64], base: u64) -> Vec<Cell> {
    let small = |count: u64| (1..SMALLEST_SHOWN).contains(&count);
    counts
        .iter()
        .map(|count| {
            if small(*count) || small(base) {
                Cell::Hidden
            } else {
                Cell::Shown(*count)
            }
        })
        .collect()
}

/// Whether the sum of the hidden cells, which anyone can compute, leaves each of them open.
fn is_safe(counts: &[u64], hidden: &[bool], smallest: u64) -> bool {
    let kept = || {
        counts
            .iter()
            .zip(hidden)
            .filter(|(_, hidden)| **hidden)
            .map(|(count, _)| *count)
    };
    let all_are = |value: u64| kept().all(|count| count == value);
    match kept().count() {
        0 => true,
        1 => false,
        // Their sum alone gives away all ones, and all as large as small cells can be.
        _ => !all_are(1) && !all_are(smallest.saturating_sub(1)) && kept().sum::<u64>() >= smallest,
    }
}

#[cfg(test)]
mod tests {
    use super::Cell::{Hidden, Shown};
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn large_cells_and_zeros_are_shown() {
        assert_eq!(suppress(&[12, 0, 5, 31]), [Shown(12), Shown(0), Shown(5), Shown(31)]);
    }

    #[test]
    fn one_small_cell_takes_the_smallest_other_with_it() {
        // 50 − 40 − 7 would tell the 3.
        assert_eq!(suppress(&[40, 3, 7]), [Shown(40), Hidden, Hidden]);
    }

    #[test]
    fn two_small_cells_hide_each_other_when_their_sum_leaves_room() {
        assert_eq!(suppress(&[40, 3, 4, 9]), [Shown(40), Hidden, Hidden, Shown(9)]);
    }

    #[test]
    fn two_cells_of_one_need_a_third() {
        assert_eq!(suppress(&[40, 1, 1, 9]), [Shown(40), Hidden, Hidden, Hidden]);
    }

    #[test]
    fn a_small_total_hides_the_whole_table() {
        assert_eq!(suppress(&[3, 0, 1]), [Hidden, Hidden, Hidden]);
    }

    #[test]
    fn several_choices_are_judged_one_by_one() {
        assert_eq!(suppress_each(&[40, 3, 0], 50), [Shown(40), Hidden, Shown(0)]);
        assert_eq!(suppress_each(&[3, 0], 3), [Hidden, Hidden]);
    }

    /// The attacker's view, by trying every table: whoever knows the rule and the total still has at least two
    /// possible counts for each hidden cell.
    #[test]
    fn no_hidden_cell_can_be_computed_even_by_one_who_knows_the_rule() {
        for (cells, base) in [(2_usize, 60_u64), (3, 30), (4, 15), (5, 10), (6, 8)] {
            let mut by_view: HashMap<(u64, Vec<Cell>), Vec<Vec<u64>>> = HashMap::new();
            for number in 0..base.pow(cells as u32) {
                let counts: Vec<u64> = (0..cells).map(|place| number / base.pow(place as u32) % base).collect();
                let total = counts.iter().sum();
                // Of larger totals not every table is tried.
                if total < base {
                    by_view.entry((total, suppress(&counts))).or_default().push(counts);
                }
            }
            for ((total, view), tables) in by_view {
                for place in (0..cells).filter(|place| view[*place] == Hidden) {
                    let first = tables[0][place];
                    assert!(
                        tables.iter().any(|table| table[place] != first),
                        "{view:?} of {total} gives away cell {place}: {first}"
                    );
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn never_shows_a_small_cell_nor_hides_just_one(counts in proptest::collection::vec(0_u64..40, 0..12)) {
            let shown = suppress(&counts);
            let hidden = shown.iter().filter(|cell| **cell == Hidden).count();
            proptest::prop_assert!(hidden != 1 || counts.len() == 1);
            for (count, cell) in counts.iter().zip(&shown) {
                proptest::prop_assert!(*cell == Hidden || *cell == Shown(*count));
                proptest::prop_assert!(!(1..SMALLEST_SHOWN).contains(count) || *cell == Hidden);
            }
        }
    }
}
