//! What the organisers have decided about each statement, and what follows for its column.

use crate::votes::Votes;

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Standing {
    /// Part of everything.
    #[default]
    Open,
    /// Taken out by moderation: neither shown nor weighed, though it was voted on.
    Out,
    /// About the person rather than the question ("I live here"): shown to everybody, but it must not make groups.
    Meta,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    pub id: u64,
    pub standing: Standing,
}

/// The columns of a table of votes as the analysis weighs them.
///
/// The field's treatment of missing votes: a cell without a vote gets the mean of the votes cast in its column, and
/// every column is centred on that mean; so it becomes exactly 0, and a dense matrix is never needed. A column that
/// is out or meta counts as if everybody had passed on it (Small et al., *Polis: Scaling deliberation by mapping high
/// dimensional opinion spaces*, Recerca 26(2), 2021, and the server's own results).
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    pub standing: Vec<Standing>,
    /// Mean of the votes cast, −1 to 1; 0 for a column that is not weighed.
    pub mean: Vec<f64>,
}

impl Columns {
    /// Statements that are not listed are open; of several entries for one id the last counts.
    pub fn new(votes: &Votes, statements: &[Statement]) -> Columns {
        let mut standing = vec![Standing::Open; votes.statements().len()];
        for statement in statements {
            if let Some(column) = votes.column(statement.id) {
                standing[column] = statement.standing;
            }
        }
        let mean = (standing.iter().zip(votes.counts()))
            .map(|(standing, count)| match standing {
                Standing::Open => (f64::from(count.agree) - f64::from(count.disagree)) / f64::from(count.total()),
                _ => 0.0,
            })
            .collect();
        Columns { standing, mean }
    }

    pub fn is_weighed(&self, column: usize) -> bool {
        self.standing[column] == Standing::Open
    }

    /// The centred value of each possible entry, by `column · 4 + vote`: −1, 0, +1 less the mean.
    pub(crate) fn centred(&self) -> Vec<f64> {
        let mut values = Vec::with_capacity(4 * self.mean.len());
        for (column, mean) in self.mean.iter().enumerate() {
            let weight = f64::from(u8::from(self.is_weighed(column)));
            values.extend([-1.0, 0.0, 1.0].map(|value| weight * (value - mean)));
            values.push(0.0);
        }
        values
    }
}
