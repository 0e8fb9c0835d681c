//! What the kernel found, as it may be told: groups of at least five, places in squares, small counts hidden.

use std::collections::BTreeMap;

use opinion::{Analysis, Count, Vote, Votes};
use stats::crosstab::CrossTable;
use stats::{Cell, suppress};

use super::{CountedStatement, Dividing, OpinionGroup, Opinions, SQUARES, Square, Stances, Typical};

/// Whether a statement on the field's list says something of the group: most of it take the position, and oftener than the others. The
/// list's first may be what a group agrees with best, though all the others agree as well.
fn sets_apart(one: &opinion::Representative) -> bool {
    one.count * 2 > one.n && one.ratio > 1.0
}

/// Everything of it, with statements by their keys.
pub(super) fn told(numbered: &[(u64, String)], votes: &Votes, found: &Analysis) -> Opinions {
    let keys: BTreeMap<u64, &String> = numbered.iter().map(|(number, key)| (*number, key)).collect();
    let key = |number: u64| keys.get(&number).map(|key| (*key).clone()).unwrap_or_default();
    let shared = |list: &[opinion::Agreed]| -> Vec<String> { list.iter().map(|one| key(one.statement)).collect() };
    let counted = |(number, key): &(u64, String)| {
        let (all, groups) = match votes.column(*number) {
            Some(column) => shown(found, votes.counts()[column], column),
            None => (Stances::zero(), vec![Stances::zero(); found.groups.len()]),
        };
        CountedStatement {
            key: key.clone(),
            number: *number,
            all,
            groups,
        }
    };
    let typical = |one: &opinion::Representative| Typical {
        key: key(one.statement),
        agrees: one.vote == Vote::Agree,
    };
    let group = |group: &opinion::Group| OpinionGroup {
        label: group.label,
        size: group.size as u64,
        typical: (group.representative.iter())
            .filter(|one| sets_apart(one))
            .map(typical)
            .collect(),
    };
    Opinions {
        participants: found.participants as u64,
        stances: found.votes as u64,
        statements: numbered.iter().map(counted).collect(),
        groups: found.groups.iter().map(group).collect(),
        agreed: shared(&found.consensus.agree),
        rejected: shared(&found.consensus.disagree),
        dividing: (found.divisive.iter())
            .map(|one| Dividing {
                key: key(one.statement),
                agreeing: found.groups[one.agreeing].label,
                disagreeing: found.groups[one.disagreeing].label,
            })
            .collect(),
        squares: if found.groups.is_empty() {
            Vec::new()
        } else {
            squares(found)
        },
        too_few: found.suppressed.too_few_people,
        merged: found.suppressed.merged_groups as u64,
        separation: (found.candidates.iter())
            .find(|one| one.is_publishable && one.groups == found.groups.len())
            .map(|one| one.silhouette),
        priorities: (found.priorities.iter())
            .map(|(number, priority)| (key(*number), *priority))
            .collect(),
    }
}

/// What may be shown of one statement: everybody and each group, as one table, so that no row gives another away.
fn shown(found: &Analysis, all: Count, column: usize) -> (Stances, Vec<Stances>) {
    let placed = found.tally.together()[column];
    let mut rows: Vec<Count> = (0..found.tally.groups())
        .map(|group| found.tally.group(group)[column])
        .collect();
    rows.push(all.without(placed));
    let counts: Vec<u64> = rows
        .iter()
        .flat_map(|row| [row.agree, row.disagree, row.pass].map(u64::from))
        .collect();
    let groups = found.tally.groups();
    // At most twelve groups: this is a table.
    let table = CrossTable::new(rows.len(), 3, counts).map(|table| table.publish());
    match table {
        Ok(table) if groups > 0 => {
            let row = |group: usize| Stances::of(&table.cells[3 * group..3 * group + 3], table.row_totals[group]);
            let all = Stances::of(&table.column_totals, table.total);
            (all, (0..groups).map(row).collect())
        }
        _ => {
            let cells = suppress(&[all.agree, all.disagree, all.pass].map(u64::from));
            let total = suppress(&[u64::from(all.total())])[0];
            (Stances::of(&cells, total), Vec::new())
        }
    }
}

impl Stances {
    fn of(cells: &[Cell], n: Cell) -> Stances {
        let count = |place: usize| cells.get(place).and_then(|cell| cell.count());
        Stances {
            agree: count(0),
            disagree: count(1),
            pass: count(2),
            n: n.count(),
        }
    }

    /// Nobody has taken a stance: that may be told.
    fn zero() -> Stances {
        Stances {
            agree: Some(0),
            disagree: Some(0),
            pass: Some(0),
            n: Some(0),
        }
    }
}

/// People counted by square and group, so that the picture costs the same however many they are and shows no single place exactly.
fn squares(found: &Analysis) -> Vec<Square> {
    let reach = (found.positions.iter().flat_map(|one| one.place))
        .filter(|x| x.is_finite())
        .fold(0.0_f64, |reach, x| reach.max(x.abs()));
    let square = |x: f64| {
        let share = if reach > 0.0 && x.is_finite() {
            (x / reach + 1.0) / 2.0
        } else {
            0.5
        };
        ((share * SQUARES as f64) as i64).clamp(0, SQUARES - 1)
    };
    let mut counted: BTreeMap<(Option<char>, i64, i64), u64> = BTreeMap::new();
    for one in &found.positions {
        let [across, up] = one.place.map(square);
        *counted.entry((one.group, across, up)).or_default() += 1;
    }
    counted
        .into_iter()
        .map(|((group, across, up), n)| Square { across, up, group, n })
        .collect()
}
