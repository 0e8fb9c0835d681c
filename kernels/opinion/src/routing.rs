//! Which statement to show next: those that many take a position on, that set people apart, and that few have seen.

use crate::tally::share;
use crate::votes::{Count, Vote};

/// Weight of a statement about the person, which everybody should meet early: 7².
pub const META_PRIORITY: f64 = 49.0;

/// The field's weight of a statement in the draw (Small et al. 2021, §"comment routing"):
/// ((1 − P) · (1 + E) · A · (1 + 8 · 2^(−n/5)))², with P and A the shares that pass and agree, E the extremity,
/// n the votes. Count positions of people in groups. A statement nobody has voted on has n = 0 and E = 0.
pub fn priority(count: Count, extremity: f64) -> f64 {
    let engaged = (1.0 - share(count, Vote::Pass)) * (1.0 + extremity) * share(count, Vote::Agree);
    let weight = engaged * (1.0 + 8.0 * half_to_fifths(count.total()));
    weight * weight
}

/// 2^(−n/5) from constants, since a machine's own power function may differ in the last place from another's.
fn half_to_fifths(n: u32) -> f64 {
    const FIFTHS: [f64; 5] = [
        1.0,
        0.870_550_563_296_124_1,
        0.757_858_283_255_199,
        0.659_753_955_386_447_1,
        0.574_349_177_498_517_5,
    ];
    match n / 5 {
        halvings @ 0..=1000 => FIFTHS[(n % 5) as usize] * f64::from_bits(u64::from(1023 - halvings) << 52),
        _ => 0.0,
    }
}

/// Draws statements in proportion to their priority. A Fenwick tree (*Softw. Pract. Exp.* 24, 1994): a change and a
/// draw each cost O(log statements), a draw also O(seen · log seen).
#[derive(Debug, Clone, PartialEq)]
pub struct NextStatement {
    ids: Vec<u64>,
    priorities: Vec<f64>,
    /// At place i (from 1) the sum of the i & −i priorities that end there.
    sums: Vec<f64>,
}

impl NextStatement {
    /// Priorities that are negative or no finite number count as 0: such a statement is never drawn. Of several for one
    /// statement the last counts.
    pub fn new(priorities: impl IntoIterator<Item = (u64, f64)>) -> NextStatement {
        let mut sorted: Vec<(u64, f64)> = priorities.into_iter().collect();
        sorted.sort_by_key(|(id, _)| *id);
        let last = |pair: &[(u64, f64)]| pair[pair.len() - 1];
        let sorted: Vec<(u64, f64)> = sorted.chunk_by(|a, b| a.0 == b.0).map(last).collect();
        let mut next = NextStatement {
            ids: sorted.iter().map(|(id, _)| *id).collect(),
            priorities: sorted.iter().map(|(_, priority)| usable(*priority)).collect(),
            sums: vec![0.0; sorted.len() + 1],
        };
        for place in 1..=next.ids.len() {
            next.sums[place] += next.priorities[place - 1];
            let above = place + (place & place.wrapping_neg());
            if above < next.sums.len() {
                next.sums[above] += next.sums[place];
            }
        }
        next
    }

    /// Gives a known statement another priority; answers whether it is known.
    pub fn set(&mut self, statement: u64, priority: f64) -> bool {
        let Ok(place) = self.ids.binary_search(&statement) else {
            return false;
        };
        let change = usable(priority) - self.priorities[place];
        self.priorities[place] = usable(priority);
        let mut place = place + 1;
        while place < self.sums.len() {
            self.sums[place] += change;
            place += place & place.wrapping_neg();
        }
        true
    }

    /// A statement that is not among `seen`; `None` when there is none left. `chance` is the caller's, from 0 up to
    /// 1; the same chance gives the same statement.
    pub fn draw(&self, seen: &[u64], chance: f64) -> Option<u64> {
        let mut places: Vec<usize> = seen.iter().filter_map(|id| self.ids.binary_search(id).ok()).collect();
        places.sort_unstable();
        places.dedup();
        let mut seen_before = vec![0.0];
        for place in &places {
            seen_before.push(seen_before[seen_before.len() - 1] + self.priorities[*place]);
        }
        let seen_until = |end: usize| seen_before[places.partition_point(|place| *place < end)];
        let all = self.prefix(self.ids.len()) - seen_until(self.ids.len());
        let mut rest = if chance.is_finite() {
            chance.clamp(0.0, 1.0) * all
        } else {
            0.0
        };
        let mut passed = 0;
        let mut step = (self.ids.len() + 1).next_power_of_two() / 2;
        while step > 0 {
            if passed + step <= self.ids.len() {
                let unseen = self.sums[passed + step] - (seen_until(passed + step) - seen_until(passed));
                if unseen <= rest {
                    rest -= unseen;
                    passed += step;
                }
            }
            step /= 2;
        }
        // Sums of floats may end a hair beside: take the nearest that may be drawn.
        let may = |place: &usize| self.priorities[*place] > 0.0 && places.binary_search(place).is_err();
        (passed..self.ids.len())
            .find(may)
            .or_else(|| (0..passed.min(self.ids.len())).rev().find(may))
            .map(|place| self.ids[place])
    }

    fn prefix(&self, mut end: usize) -> f64 {
        let mut sum = 0.0;
        while end > 0 {
            sum += self.sums[end];
            end &= end - 1;
        }
        sum
    }
}

fn usable(priority: f64) -> f64 {
    // The bound keeps sums finite.
    if priority.is_finite() {
        priority.clamp(0.0, 1e200)
    } else {
        0.0
    }
}
