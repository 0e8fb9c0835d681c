//! Pairs worth a closer look: texts that share a band, each pair once.

use super::sketch::{BANDS, Plan, Sketches};

/// Texts in one bucket that are still compared all with all.
const CROWD: usize = 256;
/// In a larger bucket each text is compared with so many before it.
const NEIGHBOURS: usize = 16;

pub(super) struct Buckets<'s> {
    sketches: &'s Sketches,
    least_equal: usize,
    /// Bands that had a crowd in it: sharing them does not mean having been compared.
    crowded: [bool; BANDS],
    complete: bool,
}

impl<'s> Buckets<'s> {
    pub(super) fn new(plan: &Plan, sketches: &'s Sketches) -> Self {
        Buckets {
            sketches,
            least_equal: plan.least_equal,
            crowded: [false; BANDS],
            complete: true,
        }
    }

    /// Hands over every candidate `(a, b)` with `a < b`; now and then one twice. Answers whether all were looked at.
    pub(super) fn each_candidate(mut self, mut take: impl FnMut(usize, usize)) -> bool {
        let mut order: Vec<(u32, u32)> = Vec::with_capacity(self.sketches.len());
        for band in 0..BANDS {
            order.clear();
            order.extend((0..self.sketches.len()).map(|text| (self.sketches.keys(text)[band], text as u32)));
            order.sort_unstable();
            for bucket in order.chunk_by(|one, next| one.0 == next.0) {
                self.within(bucket, band, &mut take);
            }
        }
        self.complete
    }

    fn within(&mut self, bucket: &[(u32, u32)], band: usize, take: &mut impl FnMut(usize, usize)) {
        let crowd = bucket.len() > CROWD;
        if crowd {
            self.crowded[band] = true;
            self.complete = false;
        }
        // Neighbours of one crowd are neighbours of the next as well: once is enough for them.
        let counts = if crowd { [false; BANDS] } else { self.crowded };
        let reach = if crowd { NEIGHBOURS } else { CROWD };
        for (at, (_, b)) in bucket.iter().enumerate() {
            for (_, a) in &bucket[at.saturating_sub(reach)..at] {
                let (a, b) = (*a as usize, *b as usize);
                if !self.met_before(a, b, band, &counts) && self.sketches.equal(a, b) >= self.least_equal {
                    take(a, b);
                }
            }
        }
    }

    /// Whether they share an earlier band, those not counted that are marked.
    fn met_before(&self, a: usize, b: usize, band: usize, not_counted: &[bool; BANDS]) -> bool {
        let earlier = self.sketches.keys(a)[..band].iter().zip(&self.sketches.keys(b)[..band]);
        earlier
            .zip(not_counted)
            .any(|((x, y), not_counted)| x == y && !not_counted)
    }
}
