//! Cross-tables whose small cells nobody can compute: not from the row, the column, the totals, nor all of them together.
//!
//! A count of one to four people is hidden, in the totals, too (primary suppression). Since a row and its total tell a
//! single hidden cell by subtraction, further cells are hidden (secondary suppression; Hundepool et al., *Statistical
//! Disclosure Control*, Wiley 2012, 4.4) until this holds for a reader who knows everything shown and that zeros always
//! are: **each small cell could be anything from one to the threshold** (a small total: the threshold, too), and no hidden
//! cell is determined. Bounds of that
//! kind are those of linear programming, which a table with totals makes a matter of flows (`network.rs`), so they are
//! whole numbers and exact.
//!
//! Which of several cells is hidden beside a small one follows from the counts, so whoever retraces that choice may narrow
//! a hidden cell further than the bounds do. For a single line of counts [`suppress`](crate::suppress) withstands that, too.
//!
//! It protects within one table. Two tables that share a margin, or the same table of yesterday, can give a cell away
//! together: publish one, or neither at short intervals.

mod network;

use crate::suppression::{Cell, SMALLEST_SHOWN};
use network::Network;

/// Counts by two properties, each person in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossTable {
    rows: usize,
    columns: usize,
    counts: Vec<u64>,
}

/// What may be published of a [`CrossTable`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Published {
    pub rows: usize,
    pub columns: usize,
    /// Row by row.
    pub cells: Vec<Cell>,
    pub row_totals: Vec<Cell>,
    pub column_totals: Vec<Cell>,
    pub total: Cell,
}

/// What is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableError {
    /// There must be rows · columns counts.
    Shape { rows: usize, columns: usize, found: usize },
    /// More than [`CrossTable::MOST_CELLS`] or [`CrossTable::MOST_LINES`]: nobody reads it, and its small cells would be most of it. Merge categories.
    TooLarge { rows: usize, columns: usize },
    /// More than 2⁵³ people in all.
    TooMany,
}

impl std::fmt::Display for TableError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Shape { rows, columns, found } => {
                write!(
                    f,
                    "{found} counts do not fill {rows} rows of {columns}: give one for each cell"
                )
            }
            Self::TooLarge { rows, columns } => {
                let most = CrossTable::MOST_CELLS;
                write!(
                    f,
                    "{rows} rows of {columns} are more than {most} cells: merge categories"
                )
            }
            Self::TooMany => write!(f, "the counts add up to more than 2^53 people: check them"),
        }
    }
}

impl std::error::Error for TableError {}

impl CrossTable {
    /// With the totals.
    pub const MOST_CELLS: usize = 10_000;
    /// Rows and columns together: the time grows with their square.
    pub const MOST_LINES: usize = 400;

    /// `counts` row by row.
    pub fn new(rows: usize, columns: usize, counts: Vec<u64>) -> Result<CrossTable, TableError> {
        let found = counts.len();
        if rows.checked_mul(columns) != Some(found) {
            return Err(TableError::Shape { rows, columns, found });
        }
        let cells = rows.saturating_add(1).saturating_mul(columns.saturating_add(1));
        if cells > Self::MOST_CELLS || rows + columns > Self::MOST_LINES {
            return Err(TableError::TooLarge { rows, columns });
        }
        match counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count)) {
            Some(sum) if sum <= 1 << 53 => Ok(CrossTable { rows, columns, counts }),
            _ => Err(TableError::TooMany),
        }
    }

    /// What may be shown with the threshold of five.
    pub fn publish(&self) -> Published {
        self.publish_below(SMALLEST_SHOWN)
    }

    /// [`CrossTable::publish`] with another threshold; 0 and 1 hide nothing.
    ///
    /// Where the totals leave no room, as when all are few, everything is hidden. O(small cells · threshold · (rows + columns)²)
    /// to hide; then, while that takes no more than [`Network::MOST_STEPS`] steps, cells that need not be hidden are shown.
    pub fn publish_below(&self, smallest: u64) -> Published {
        let mut network = Network::new(self.rows, self.columns, &self.counts, smallest);
        let hidden = if network.protect() {
            Some(network.hidden())
        } else {
            None
        };
        let cell = |row: usize, column: usize| {
            let place = row * (self.columns + 1) + column;
            match hidden {
                Some(hidden) if !hidden[place] => Cell::Shown(network.value(place)),
                _ => Cell::Hidden,
            }
        };
        Published {
            rows: self.rows,
            columns: self.columns,
            cells: (0..self.rows)
                .flat_map(|row| (0..self.columns).map(move |column| (row, column)))
                .map(|(row, column)| cell(row, column))
                .collect(),
            row_totals: (0..self.rows).map(|row| cell(row, self.columns)).collect(),
            column_totals: (0..self.columns).map(|column| cell(self.rows, column)).collect(),
            total: cell(self.rows, self.columns),
        }
    }
}

impl Published {
    /// The cell in a row and column, counted from 0; `None` outside the table.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        let inside = row < self.rows && column < self.columns;
        inside.then(|| self.cells[row * self.columns + column])
    }

    /// How many cells and totals are hidden.
    pub fn hidden(&self) -> usize {
        let totals = self.row_totals.iter().chain(&self.column_totals).chain([&self.total]);
        self.cells
            .iter()
            .chain(totals)
            .filter(|cell| **cell == Cell::Hidden)
            .count()
    }
}
