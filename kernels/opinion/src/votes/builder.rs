//! From votes one by one to the table, and from ids to places.

use super::{Cast, Count, Full, LARGEST, Vote, Votes};
use std::collections::HashMap;

/// Takes votes one by one, with the time of each, and makes the table. Holds 16 bytes a vote, and 28 while it builds.
#[derive(Debug, Clone, Default)]
pub struct VotesBuilder {
    participants: Ids,
    statements: Ids,
    cast: Vec<(u32, u32)>,
    times: Vec<i64>,
}

impl VotesBuilder {
    /// `time` in any unit that grows. Of several votes by one person on one statement that with the latest time counts,
    /// and among equal times the one pushed last: exports are sorted by statement, not by time.
    #[inline]
    pub fn push(&mut self, cast: Cast, time: i64) -> Result<(), Full> {
        let participant = self.participants.place(cast.participant)?;
        let statement = self.statements.place(cast.statement)?;
        self.cast.push((participant, statement << 2 | cast.vote as u32));
        self.times.push(time);
        Ok(())
    }

    /// A counting sort by participant; only rows that are out of order or hold a statement twice are sorted.
    pub fn build(self) -> Votes {
        let (participants, rows) = ranks(&self.participants.ids);
        let (statements, columns) = ranks(&self.statements.ids);
        let mut starts = vec![0_usize; participants.len() + 1];
        for (participant, _) in &self.cast {
            starts[rows[*participant as usize] as usize + 1] += 1;
        }
        for row in 1..starts.len() {
            starts[row] += starts[row - 1];
        }
        let mut next = starts.clone();
        let mut cells = vec![0_u32; self.cast.len()];
        let mut times = vec![0_i64; self.cast.len()];
        for ((participant, cell), time) in self.cast.iter().zip(&self.times) {
            let place = &mut next[rows[*participant as usize] as usize];
            cells[*place] = columns[(cell >> 2) as usize] << 2 | cell & 3;
            times[*place] = *time;
            *place += 1;
        }
        drop((self.cast, self.times));
        keep_last(&mut starts, &mut cells, &times);
        let mut counts = vec![Count::default(); statements.len()];
        for cell in &cells {
            *counts[(cell >> 2) as usize].of(Vote::of(*cell)) += 1;
        }
        Votes {
            participants,
            statements,
            starts,
            cells,
            counts,
        }
    }
}

/// Brings each row into the order of columns and keeps the last vote on each; rows move up over what falls away.
fn keep_last(starts: &mut [usize], cells: &mut Vec<u32>, times: &[i64]) {
    let mut kept = 0;
    let mut sorted: Vec<(u32, i64, usize, u32)> = Vec::new();
    for row in 0..starts.len() - 1 {
        let range = starts[row]..starts[row + 1];
        starts[row] = kept;
        if cells[range.clone()].windows(2).all(|pair| pair[0] >> 2 < pair[1] >> 2) {
            cells.copy_within(range.clone(), kept);
            kept += range.len();
            continue;
        }
        sorted.clear();
        sorted.extend(range.map(|place| (cells[place] >> 2, times[place], place, cells[place])));
        sorted.sort_unstable();
        for of_one in sorted.chunk_by(|a, b| a.0 == b.0) {
            cells[kept] = of_one[of_one.len() - 1].3;
            kept += 1;
        }
    }
    if let Some(end) = starts.last_mut() {
        *end = kept;
    }
    cells.truncate(kept);
    cells.shrink_to_fit();
}

/// The ids in ascending order, and for each given id its place there.
pub(super) fn ranks(ids: &[u64]) -> (Vec<u64>, Vec<u32>) {
    let mut order: Vec<u32> = (0..ids.len() as u32).collect();
    order.sort_unstable_by_key(|place| ids[*place as usize]);
    let mut ranks = vec![0; ids.len()];
    for (rank, place) in order.iter().enumerate() {
        ranks[*place as usize] = rank as u32;
    }
    (order.iter().map(|place| ids[*place as usize]).collect(), ranks)
}

/// Numbers ids in the order of their first appearance.
///
/// Small ids, which is nearly all there are, stand in an array: hashing two ids a vote would cost more than all
/// the rest of reading.
#[derive(Debug, Clone, Default)]
struct Ids {
    ids: Vec<u64>,
    small: Vec<u32>,
    large: HashMap<u64, u32>,
}

const SMALL: u64 = 1 << 20;
const NONE: u32 = u32::MAX;

impl Ids {
    #[inline]
    fn place(&mut self, id: u64) -> Result<u32, Full> {
        let known = if id < SMALL {
            self.small.get(id as usize).copied().filter(|place| *place != NONE)
        } else {
            self.large.get(&id).copied()
        };
        match known {
            Some(place) => Ok(place),
            None => self.new_place(id),
        }
    }

    #[cold]
    fn new_place(&mut self, id: u64) -> Result<u32, Full> {
        if self.ids.len() == LARGEST {
            return Err(Full);
        }
        let place = self.ids.len() as u32;
        self.ids.push(id);
        if id < SMALL {
            if self.small.len() <= id as usize {
                self.small.resize(id as usize + 1, NONE);
            }
            self.small[id as usize] = place;
        } else {
            self.large.insert(id, place);
        }
        Ok(place)
    }
}
