//! How each group voted on each statement, and the tests that everything said about groups rests on.
//!
//! All shares carry the field's prior: one vote for and one against (Laplace), so that two of two is not "everybody".
//! Counts of one to four people stand in here too: who publishes cells and not only lists suppresses them first.

use crate::votes::{Count, Vote, Votes};

/// A share or ratio is told apart from chance when its test is above this: one-sided, 90 %, as the field has it.
pub const SIGNIFICANT: f64 = 1.2816;

/// Positions per group and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    groups: Vec<Vec<Count>>,
    together: Vec<Count>,
}

impl Tally {
    /// `group_of` tells the group of each row of the table; `None` is in no group. O(votes).
    pub fn new(votes: &Votes, group_of: &[Option<u8>], groups: usize) -> Tally {
        let columns = votes.statements().len();
        // Per group and possible entry, since that is what a row's entries say.
        let mut entries = vec![vec![0_u32; 4 * columns]; groups];
        for (row, group) in votes.rows().zip(group_of) {
            let Some(entries) = group.and_then(|group| entries.get_mut(usize::from(group))) else {
                continue;
            };
            for entry in row {
                entries[*entry as usize] += 1;
            }
        }
        let count = |entry: &[u32]| Count {
            disagree: entry[Vote::Disagree as usize],
            pass: entry[Vote::Pass as usize],
            agree: entry[Vote::Agree as usize],
        };
        let groups: Vec<Vec<Count>> = (entries.iter())
            .map(|entries| entries.chunks_exact(4).map(count).collect())
            .collect();
        let mut together = vec![Count::default(); columns];
        for group in &groups {
            for (sum, count) in together.iter_mut().zip(group) {
                sum.agree += count.agree;
                sum.disagree += count.disagree;
                sum.pass += count.pass;
            }
        }
        Tally { groups, together }
    }

    /// For groups given as lists of participant ids; ids that did not vote count nowhere.
    pub fn of_members(votes: &Votes, groups: &[Vec<u64>]) -> Tally {
        let mut group_of = vec![None; votes.participants().len()];
        for (group, members) in (0..=u8::MAX).zip(groups) {
            for row in members
                .iter()
                .filter_map(|id| votes.participants().binary_search(id).ok())
            {
                group_of[row] = Some(group);
            }
        }
        Tally::new(votes, &group_of, groups.len().min(256))
    }

    pub fn groups(&self) -> usize {
        self.groups.len()
    }

    /// Positions of one group, by column.
    pub fn group(&self, group: usize) -> &[Count] {
        &self.groups[group]
    }

    /// Positions of all who are in a group, by column.
    pub fn together(&self) -> &[Count] {
        &self.together
    }

    /// For each column the product over groups of the share that agrees (or disagrees): high only where every group
    /// does, however small it is (*group-informed consensus*, Small et al. 2021).
    pub fn group_informed_consensus(&self, vote: Vote) -> Vec<f64> {
        (0..self.together.len())
            .map(|column| self.groups.iter().map(|group| share(group[column], vote)).product())
            .collect()
    }
}

/// (c + 1) / (n + 2).
pub fn share(count: Count, vote: Vote) -> f64 {
    (f64::from(count.number(vote)) + 1.0) / (f64::from(count.total()) + 2.0)
}

/// How many standard errors the share lies above one half, with one vote for added: 2√(n+1) · ((c+1)/(n+1) − ½).
pub fn share_test(count: Count, vote: Vote) -> f64 {
    let n = f64::from(count.total()) + 1.0;
    2.0 * n.sqrt() * ((f64::from(count.number(vote)) + 1.0) / n - 0.5)
}

/// How many times as likely the position is in the group as in the rest.
pub fn ratio(group: Count, rest: Count, vote: Vote) -> f64 {
    share(group, vote) / share(rest, vote)
}

/// The pooled two-proportion z of group against rest, with one added to all four counts; 0 when everybody took
/// the position.
pub fn ratio_test(group: Count, rest: Count, vote: Vote) -> f64 {
    let (a, b) = (f64::from(group.number(vote)) + 1.0, f64::from(rest.number(vote)) + 1.0);
    let (n, m) = (f64::from(group.total()) + 1.0, f64::from(rest.total()) + 1.0);
    let pooled = (a + b) / (n + m);
    if pooled == 1.0 {
        return 0.0;
    }
    (a / n - b / m) / (pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m)).sqrt()
}
