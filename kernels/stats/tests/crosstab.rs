//! An attacker against published tables: linear bounds by an independent simplex, and what must
//! not happen whatever comes in.

use proptest::prelude::*;
use stats::crosstab::{CrossTable, Published, TableError};
use stats::{Cell, SMALLEST_SHOWN};

fn publish(rows: usize, columns: usize, counts: &[u64]) -> Published {
    CrossTable::new(rows, columns, counts.to_vec())
        .expect("a table")
        .publish()
}

/// The table with its totals, row by row.
fn with_totals(rows: usize, columns: usize, counts: &[u64]) -> Vec<u64> {
    let cell = |row: usize, column: usize| {
        let rows = if row == rows { 0..rows } else { row..row + 1 };
        let columns_of = |_| {
            if column == columns {
                0..columns
            } else {
                column..column + 1
            }
        };
        rows.flat_map(|row| columns_of(row).map(move |column| counts[row * columns + column]))
            .sum()
    };
    (0..=rows)
        .flat_map(|row| (0..=columns).map(move |column| (row, column)))
        .map(|(row, column)| cell(row, column))
        .collect()
}

fn shown(published: &Published) -> Vec<Cell> {
    let row = |row: usize| {
        let cells = &published.cells[row * published.columns..][..published.columns];
        cells
            .iter()
            .chain([&published.row_totals[row]])
            .copied()
            .collect::<Vec<_>>()
    };
    let last = published.column_totals.iter().chain([&published.total]).copied();
    (0..published.rows).flat_map(row).chain(last).collect()
}

/// Least and largest value of every hidden cell over all tables with the shown numbers and no cell below `least`.
///
/// A simplex in whole numbers: the matrix is totally unimodular, so every pivot is 1 or −1.
fn bounds(rows: usize, columns: usize, view: &[Cell], truth: &[u64], least: i64) -> Vec<Option<(i64, Option<i64>)>> {
    let width = columns + 1;
    let hidden: Vec<usize> = (0..view.len()).filter(|cell| view[*cell] == Cell::Hidden).collect();
    let mut tableau: Vec<Vec<i64>> = Vec::new();
    let sign = |total: bool| if total { -1 } else { 1 };
    // One equation per row and per column, the totals among them; the shown cells make the right-hand side.
    let lines = (0..=rows).map(|row| (0..width).map(|column| row * width + column).collect());
    let lines = lines.chain((0..width).map(|column| (0..=rows).map(|row| row * width + column).collect()));
    for line in lines.collect::<Vec<Vec<usize>>>() {
        let coefficient = |cell: usize| {
            line.iter()
                .position(|other| *other == cell)
                .map_or(0, |at| sign(at + 1 == line.len()))
        };
        let mut equation: Vec<i64> = hidden.iter().map(|cell| coefficient(*cell)).collect();
        let known = |cell: &usize| view[*cell].count().map_or(least, |count| count as i64) * coefficient(*cell);
        equation.push(-line.iter().map(known).sum::<i64>());
        tableau.push(equation);
    }
    let free = hidden.len();
    let mut basis: Vec<Option<usize>> = vec![None; tableau.len()];
    for equation in tableau.iter_mut().filter(|equation| equation[free] < 0) {
        equation.iter_mut().for_each(|value| *value = -*value);
    }
    // First phase: drive the artificial variables, one per equation, out.
    loop {
        let gain = |column: usize, tableau: &[Vec<i64>], basis: &[Option<usize>]| -> i64 {
            tableau
                .iter()
                .zip(basis)
                .filter(|(_, basis)| basis.is_none())
                .map(|(row, _)| row[column])
                .sum()
        };
        let Some(column) =
            (0..free).find(|column| gain(*column, &tableau, &basis) > 0 && !basis.contains(&Some(*column)))
        else {
            break;
        };
        let row = leaving(&tableau, column, &basis).expect("bounded below");
        pivot(&mut tableau, row, column);
        basis[row] = Some(column);
    }
    for row in 0..tableau.len() {
        if basis[row].is_none() {
            assert_eq!(tableau[row][free], 0, "the truth is a solution");
            if let Some(column) = (0..free).find(|column| tableau[row][*column] != 0) {
                pivot(&mut tableau, row, column);
                basis[row] = Some(column);
            }
        }
    }
    let mut extreme = |place: usize, up: bool| -> Option<i64> {
        loop {
            // The objective x_place in terms of the variables outside the basis.
            let row = basis.iter().position(|basis| *basis == Some(place));
            let value = row.map_or(0, |row| tableau[row][free]);
            let gain = |column: usize| match row {
                Some(row) => -tableau[row][column],
                None => i64::from(column == place),
            };
            let better = |column: usize| if up { gain(column) > 0 } else { gain(column) < 0 };
            let Some(column) = (0..free).find(|column| !basis.contains(&Some(*column)) && better(*column)) else {
                return Some(value + least);
            };
            let row = leaving(&tableau, column, &basis)?;
            pivot(&mut tableau, row, column);
            basis[row] = Some(column);
        }
    };
    let mut found = vec![None; view.len()];
    for (place, cell) in hidden.iter().enumerate() {
        let (low, high) = (extreme(place, false).expect("bounded below"), extreme(place, true));
        let value = truth[*cell] as i64;
        assert!(
            low <= value && high.is_none_or(|high| value <= high),
            "the truth lies within"
        );
        found[*cell] = Some((low, high));
    }
    found
}

/// Bland's rule: of the rows that give the least ratio, the one with the lowest variable. Artificial variables go first.
fn leaving(tableau: &[Vec<i64>], column: usize, basis: &[Option<usize>]) -> Option<usize> {
    let rows = (0..tableau.len()).filter(|row| tableau[*row][column] > 0);
    let ratio = |row: &usize| *tableau[*row].last().expect("a right-hand side");
    rows.min_by_key(|row| (ratio(row), basis[*row].map_or(0, |variable| variable + 1)))
}

fn pivot(tableau: &mut [Vec<i64>], row: usize, column: usize) {
    let sign = tableau[row][column];
    assert!(sign.abs() == 1, "totally unimodular");
    tableau[row].iter_mut().for_each(|value| *value *= sign);
    let used = tableau[row].clone();
    for (other, line) in tableau.iter_mut().enumerate() {
        let factor = line[column];
        if other != row && factor != 0 {
            line.iter_mut()
                .zip(&used)
                .for_each(|(value, used)| *value -= factor * used);
        }
    }
}

/// Checks that nothing small is shown and that the attacker's bounds are as wide as promised.
fn attack(rows: usize, columns: usize, counts: &[u64]) {
    let truth = with_totals(rows, columns, counts);
    let view = shown(&publish(rows, columns, counts));
    for (cell, count) in view.iter().zip(&truth) {
        let small = (1..SMALLEST_SHOWN).contains(count);
        assert!(
            *cell == Cell::Hidden || (*cell == Cell::Shown(*count) && !small),
            "{counts:?}: {view:?}"
        );
    }
    if view.iter().all(|cell| *cell == Cell::Hidden) {
        return;
    }
    let found = bounds(rows, columns, &view, &truth, 1);
    for (cell, bounds) in found.iter().enumerate() {
        let Some((low, high)) = *bounds else { continue };
        assert!(
            high != Some(low),
            "{rows}x{columns} {counts:?}: cell {cell} is {low} and nothing else\n{view:?}"
        );
        let small = (1..SMALLEST_SHOWN).contains(&truth[cell]);
        // Of a total one knows that it is at least the number of its hidden cells.
        let is_total = cell % (columns + 1) == columns || cell / (columns + 1) == rows;
        let wide = (is_total || low == 1) && high.is_none_or(|high| high >= SMALLEST_SHOWN as i64);
        assert!(
            !small || wide,
            "{rows}x{columns} {counts:?}: cell {cell} within {low} and {high:?}\n{view:?}"
        );
    }
}

#[test]
fn one_small_cell_takes_a_rectangle_with_it() {
    #[rustfmt::skip]
    let published = publish(3, 3, &[
        20, 3, 30,
        40, 9, 50,
        60, 70, 8,
    ]);
    let hidden: Vec<usize> = (0..9).filter(|cell| published.cells[*cell] == Cell::Hidden).collect();
    // 3 alone, or with only 9 beside it, would be the total less the rest.
    assert_eq!(hidden, [0, 1, 3, 4]);
    assert_eq!(published.hidden(), 4);
    assert_eq!(
        (published.total, published.cell(2, 2), published.cell(3, 0)),
        (Cell::Shown(290), Some(Cell::Shown(8)), None)
    );
}

#[test]
fn large_tables_and_empty_ones_are_shown_whole() {
    assert_eq!(publish(2, 2, &[5, 6, 0, 8]).hidden(), 0);
    assert_eq!(publish(2, 2, &[0, 0, 0, 0]).hidden(), 0);
    assert_eq!(publish(0, 3, &[]).hidden(), 0);
    assert_eq!(publish(3, 0, &[]).hidden(), 0);
}

#[test]
fn a_small_total_is_hidden_and_cannot_be_had_from_the_others() {
    let published = publish(3, 2, &[1, 2, 40, 50, 60, 70]);
    assert_eq!(published.row_totals[0], Cell::Hidden);
    assert_eq!(published.total, Cell::Shown(223));
    attack(3, 2, &[1, 2, 40, 50, 60, 70]);
}

#[test]
fn few_people_in_all_are_not_shown_at_all() {
    assert_eq!(publish(2, 2, &[1, 1, 1, 1]).hidden(), 9);
    assert_eq!(publish(1, 1, &[3]).hidden(), 4);
}

#[test]
fn what_is_no_table_is_refused() {
    let table = |rows, columns, counts| CrossTable::new(rows, columns, counts).map(|table| table.publish().hidden());
    assert_eq!(
        table(2, 2, vec![1]),
        Err(TableError::Shape {
            rows: 2,
            columns: 2,
            found: 1
        })
    );
    assert!(matches!(table(usize::MAX, 2, vec![]), Err(TableError::Shape { .. })));
    assert_eq!(
        table(usize::MAX, 0, vec![]),
        Err(TableError::TooLarge {
            rows: usize::MAX,
            columns: 0
        })
    );
    assert!(matches!(
        table(1_000, 1_000, vec![0; 1_000_000]),
        Err(TableError::TooLarge { .. })
    ));
    assert_eq!(
        table(500, 1, vec![9; 500]),
        Err(TableError::TooLarge { rows: 500, columns: 1 })
    );
    assert_eq!(table(1, 2, vec![u64::MAX, 1]), Err(TableError::TooMany));
    assert_eq!(table(1, 2, vec![1 << 53, 1]), Err(TableError::TooMany));
    assert_eq!(table(1, 2, vec![(1 << 53) - 1, 1]), Ok(4));
}

fn table() -> impl Strategy<Value = (usize, usize, Vec<u64>)> {
    let count = prop_oneof![3 => 0_u64..5, 2 => 5_u64..12, 3 => 5_u64..400];
    (1_usize..6, 1_usize..7).prop_flat_map(move |(rows, columns)| {
        (
            Just(rows),
            Just(columns),
            proptest::collection::vec(count.clone(), rows * columns),
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn linear_bounds_never_close_on_a_hidden_cell((rows, columns, counts) in table()) {
        attack(rows, columns, &counts);
    }

    #[test]
    fn the_other_way_round_is_as_safe((rows, columns, counts) in table()) {
        let turned: Vec<u64> = (0..columns).flat_map(|column| (0..rows).map(move |row| (row, column)))
            .map(|(row, column)| counts[row * columns + column]).collect();
        attack(columns, rows, &turned);
    }
}
