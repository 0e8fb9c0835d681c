//! Who took what position on which statement: a sparse table with one entry for each vote that counts.
//!
//! A conversation of 100,000 people and 2,000 statements has 200 million cells and five million votes, so cells that
//! hold no vote are never stored. Rows are participants, columns are statements, both in the order of their ids; so
//! nothing that is computed from the table depends on the order in which people came.

mod builder;

pub use builder::VotesBuilder;
use builder::ranks;
use std::fmt;

/// A position on a statement. Agree is +1 in every formula of this crate, as in the field's exports; the field's
/// own server stores agree as −1, which turns the sign of axes and means and of nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vote {
    Disagree = 0,
    Pass = 1,
    Agree = 2,
}

impl Vote {
    /// −1, 0 or +1.
    pub fn value(self) -> i8 {
        self as i8 - 1
    }

    /// The vote that an export writes as −1, 0 or 1.
    pub fn from_value(value: i64) -> Option<Vote> {
        match value {
            -1 => Some(Vote::Disagree),
            0 => Some(Vote::Pass),
            1 => Some(Vote::Agree),
            _ => None,
        }
    }

    fn of(cell: u32) -> Vote {
        match cell & 3 {
            0 => Vote::Disagree,
            1 => Vote::Pass,
            _ => Vote::Agree,
        }
    }
}

/// One vote as it was cast. Ids are the caller's numbers; they need be neither dense nor in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cast {
    pub participant: u64,
    pub statement: u64,
    pub vote: Vote,
}

/// How many took each position on a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Count {
    pub agree: u32,
    pub disagree: u32,
    pub pass: u32,
}

impl Count {
    pub fn total(self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    pub fn number(self, vote: Vote) -> u32 {
        match vote {
            Vote::Disagree => self.disagree,
            Vote::Pass => self.pass,
            Vote::Agree => self.agree,
        }
    }

    /// All positions but those in `part`.
    pub fn without(self, part: Count) -> Count {
        Count {
            agree: self.agree.saturating_sub(part.agree),
            disagree: self.disagree.saturating_sub(part.disagree),
            pass: self.pass.saturating_sub(part.pass),
        }
    }

    fn of(&mut self, vote: Vote) -> &mut u32 {
        match vote {
            Vote::Disagree => &mut self.disagree,
            Vote::Pass => &mut self.pass,
            Vote::Agree => &mut self.agree,
        }
    }
}

/// There are more statements or participants than the table has numbers for (2³⁰ each).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("more than 2^30 participants or statements: divide the conversation into several")
    }
}

impl std::error::Error for Full {}

/// The votes that count: for each participant and statement the last one cast.
///
/// Memory is 4 bytes a vote. Entries of a row are `column · 4 + vote`, ascending.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Votes {
    participants: Vec<u64>,
    statements: Vec<u64>,
    starts: Vec<usize>,
    cells: Vec<u32>,
    counts: Vec<Count>,
}

impl Votes {
    /// From votes in the order in which they were cast; of several by one person on one statement the last counts.
    /// Time and memory are linear in the votes.
    pub fn from_casts(casts: impl IntoIterator<Item = Cast>) -> Result<Votes, Full> {
        let mut builder = VotesBuilder::default();
        for cast in casts {
            builder.push(cast, 0)?;
        }
        Ok(builder.build())
    }

    /// Ids of those who voted, ascending. Their places are the rows.
    pub fn participants(&self) -> &[u64] {
        &self.participants
    }

    /// Ids of the statements that somebody voted on, ascending. Their places are the columns.
    pub fn statements(&self) -> &[u64] {
        &self.statements
    }

    /// How many votes count.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Positions per column.
    pub fn counts(&self) -> &[Count] {
        &self.counts
    }

    /// The column of a statement, `None` when nobody voted on it. O(log statements).
    pub fn column(&self, statement: u64) -> Option<usize> {
        self.statements.binary_search(&statement).ok()
    }

    /// What one participant has voted on, in the order of statement ids; nothing for somebody unknown.
    pub fn of(&self, participant: u64) -> impl Iterator<Item = (u64, Vote)> {
        let row = match self.participants.binary_search(&participant) {
            Ok(row) => self.row(row),
            Err(_) => &[],
        };
        row.iter()
            .map(|cell| (self.statements[(cell >> 2) as usize], Vote::of(*cell)))
    }

    pub(crate) fn row(&self, row: usize) -> &[u32] {
        &self.cells[self.starts[row]..self.starts[row + 1]]
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = &[u32]> {
        self.starts.windows(2).map(|ends| &self.cells[ends[0]..ends[1]])
    }

    /// Takes in votes that were cast after all those in the table, the last of them counting. One pass of copying over
    /// the table, whatever the number of new votes; equal to building the table anew from all votes.
    pub fn add(&mut self, casts: &[Cast]) -> Result<(), Full> {
        let mut news: Vec<(u64, u64, usize, Vote)> = (casts.iter().enumerate())
            .map(|(order, cast)| (cast.participant, cast.statement, order, cast.vote))
            .collect();
        news.sort_unstable();
        let last_of_each = |place: usize| match news.get(place + 1) {
            Some(next) => (next.0, next.1) != (news[place].0, news[place].1),
            None => true,
        };
        let news: Vec<(u64, u64, Vote)> = (0..news.len())
            .filter(|place| last_of_each(*place))
            .map(|place| (news[place].0, news[place].1, news[place].3))
            .collect();
        self.add_statements(news.iter().map(|new| new.1).collect())?;
        if self.participants.len() + news.len() > LARGEST {
            return Err(Full);
        }
        self.merge(&news);
        Ok(())
    }

    fn add_statements(&mut self, mut ids: Vec<u64>) -> Result<(), Full> {
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|id| self.column(*id).is_none());
        if self.statements.len() + ids.len() > LARGEST {
            return Err(Full);
        }
        if ids.is_empty() {
            return Ok(());
        }
        let before = std::mem::take(&mut self.statements);
        let counts = std::mem::take(&mut self.counts);
        let all: Vec<u64> = [before.as_slice(), &ids].concat();
        let (sorted, places) = ranks(&all);
        self.statements = sorted;
        self.counts = vec![Count::default(); self.statements.len()];
        for (place, count) in places.iter().zip(counts) {
            self.counts[*place as usize] = count;
        }
        for cell in &mut self.cells {
            *cell = places[(*cell >> 2) as usize] << 2 | *cell & 3;
        }
        Ok(())
    }

    /// `news` ascend by participant and statement, one for each pair.
    fn merge(&mut self, news: &[(u64, u64, Vote)]) {
        let old = Votes {
            participants: std::mem::take(&mut self.participants),
            starts: std::mem::take(&mut self.starts),
            cells: std::mem::take(&mut self.cells),
            ..Votes::default()
        };
        self.cells.reserve(old.cells.len() + news.len());
        self.starts.reserve(old.starts.len() + news.len());
        let mut copied = 0;
        for of_one in news.chunk_by(|a, b| a.0 == b.0) {
            let place = old.participants.partition_point(|id| *id < of_one[0].0);
            self.copy_rows(&old, copied..place);
            let known = old.participants.get(place) == Some(&of_one[0].0);
            copied = place + usize::from(known);
            self.participants.push(of_one[0].0);
            self.starts.push(self.cells.len());
            self.merge_row(if known { old.row(place) } else { &[] }, of_one);
        }
        self.copy_rows(&old, copied..old.participants.len());
        self.starts.push(self.cells.len());
    }

    fn copy_rows(&mut self, old: &Votes, rows: std::ops::Range<usize>) {
        if rows.is_empty() {
            return;
        }
        let (from, to) = (old.starts[rows.start], old.starts[rows.end]);
        let here = self.cells.len();
        self.starts
            .extend(old.starts[rows.clone()].iter().map(|start| start - from + here));
        self.participants.extend_from_slice(&old.participants[rows]);
        self.cells.extend_from_slice(&old.cells[from..to]);
    }

    fn merge_row(&mut self, row: &[u32], news: &[(u64, u64, Vote)]) {
        let mut rest = row;
        for (_, statement, vote) in news {
            let column = self.statements.partition_point(|id| id < statement);
            let before = rest.partition_point(|cell| ((cell >> 2) as usize) < column);
            self.cells.extend_from_slice(&rest[..before]);
            rest = &rest[before..];
            if let Some((cell, after)) = rest.split_first()
                && (cell >> 2) as usize == column
            {
                *self.counts[column].of(Vote::of(*cell)) -= 1;
                rest = after;
            }
            *self.counts[column].of(*vote) += 1;
            self.cells.push((column as u32) << 2 | *vote as u32);
        }
        self.cells.extend_from_slice(rest);
    }

    /// Leaves out votes on statements that `known` does not hold, and people who then have none: a vote on a statement
    /// that was taken away is not an opinion that anybody can look up. Answers how many votes were left out.
    pub fn keep_statements(&mut self, known: impl Fn(u64) -> bool) -> usize {
        let kept: Vec<bool> = self.statements.iter().map(|id| known(*id)).collect();
        if kept.iter().all(|kept| *kept) {
            return 0;
        }
        let mut builder = VotesBuilder::default();
        for (row, participant) in self.participants.iter().enumerate() {
            for cell in self.row(row).iter().filter(|cell| kept[(**cell >> 2) as usize]) {
                let cast = Cast {
                    participant: *participant,
                    statement: self.statements[(cell >> 2) as usize],
                    vote: Vote::of(*cell),
                };
                // A part of a table that had room has room.
                let _ = builder.push(cast, 0);
            }
        }
        let before = self.len();
        *self = builder.build();
        before - self.len()
    }
}

const LARGEST: usize = 1 << 30;
