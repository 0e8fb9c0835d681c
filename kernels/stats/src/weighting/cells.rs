//! Respondents who are alike in every margin, taken together: a hundred thousand of them are a few hundred cells.

use super::{Margin, Share};

/// Weights are kept within this and its inverse, so that margins that contradict each other end in a report and never
/// in a number that is none.
const FURTHEST: f64 = 1e300;

pub(super) struct Cells {
    /// Respondents per cell.
    counts: Vec<f64>,
    /// Per margin, the category of each cell.
    categories: Vec<Vec<Option<u16>>>,
    /// The cell of each respondent.
    of: Vec<u32>,
}

impl Cells {
    /// Numbered in the order of their categories, so that the order of the respondents changes no sum.
    pub(super) fn of(margins: &[Margin<'_>], respondents: usize) -> Cells {
        let mut of = vec![0_u32; respondents];
        let mut cells = 1;
        for margin in margins {
            cells = refine(&mut of, cells, margin.categories);
        }
        let mut counts = vec![0.0; cells];
        let mut categories = vec![vec![None; cells]; margins.len()];
        for cell in &of {
            counts[*cell as usize] += 1.0;
        }
        for (margin, categories) in margins.iter().zip(&mut categories) {
            for (cell, category) in of.iter().zip(margin.categories) {
                categories[*cell as usize] = *category;
            }
        }
        Cells { counts, categories, of }
    }

    pub(super) fn len(&self) -> usize {
        self.counts.len()
    }

    /// Respondents per category.
    pub(super) fn count(&self, margin: usize, categories: usize) -> Vec<f64> {
        self.sums(margin, categories, |_| 1.0)
    }

    /// Scales the free weights of each category so that the limited ones meet its share of what the margin holds.
    ///
    /// Σ min(limit, f·free) grows with f ever more slowly, so Newton's steps from the factor that no limit would ask for
    /// rise to the answer and end when no further cell meets the limit.
    pub(super) fn scale(&self, margin: usize, shares: &[f64], free: &mut [f64], limit: f64) {
        let categories = &self.categories[margin];
        let told: f64 = self
            .sums(margin, shares.len(), |cell| free[cell].min(limit))
            .iter()
            .sum();
        let open = self.sums(margin, shares.len(), |cell| free[cell]);
        let mut factors: Vec<f64> = shares
            .iter()
            .zip(&open)
            .map(|(share, open)| share * told / open)
            .collect();
        let mut at_limit = 0;
        loop {
            let (mut full, mut open, mut met) = (vec![0.0; shares.len()], vec![0.0; shares.len()], 0);
            for (cell, category) in categories.iter().enumerate() {
                let Some(category) = category.map(usize::from) else {
                    continue;
                };
                if factors[category] * free[cell] >= limit {
                    full[category] += self.counts[cell] * limit;
                    met += 1;
                } else {
                    open[category] += self.counts[cell] * free[cell];
                }
            }
            if met == at_limit {
                break;
            }
            at_limit = met;
            for (category, factor) in factors.iter_mut().enumerate() {
                let wanted = (shares[category] * told - full[category]) / open[category];
                // With all at the limit there is nothing left to scale: the report tells that the margin does not hold.
                if full[category] > 0.0 && wanted.is_finite() && wanted > *factor {
                    *factor = wanted;
                }
            }
        }
        for (free, category) in free.iter_mut().zip(categories) {
            if let Some(category) = category {
                *free = (*free * factors[usize::from(*category)]).clamp(1.0 / FURTHEST, FURTHEST);
            }
        }
    }

    /// The largest difference between a share and the known one.
    pub(super) fn largest_gap(&self, targets: &[Vec<f64>], free: &[f64], limit: f64) -> f64 {
        let gap = |share: &Share| (share.weighted - share.population).abs();
        self.shares(targets, free, limit)
            .iter()
            .flatten()
            .map(gap)
            .fold(0.0, f64::max)
    }

    pub(super) fn shares(&self, targets: &[Vec<f64>], free: &[f64], limit: f64) -> Vec<Vec<Share>> {
        let of_margin = |(margin, shares): (usize, &Vec<f64>)| {
            let before = self.count(margin, shares.len());
            let after = self.sums(margin, shares.len(), |cell| free[cell].min(limit));
            let (told_before, told_after): (f64, f64) = (before.iter().sum(), after.iter().sum());
            let share = |(category, population): (usize, &f64)| Share {
                unweighted: before[category] / told_before,
                weighted: after[category] / told_after,
                population: *population,
            };
            shares.iter().enumerate().map(share).collect()
        };
        targets.iter().enumerate().map(of_margin).collect()
    }

    /// The weight of each respondent.
    pub(super) fn spread(&self, free: &[f64], limit: f64) -> Vec<f64> {
        self.of.iter().map(|cell| free[*cell as usize].min(limit)).collect()
    }

    fn sums(&self, margin: usize, categories: usize, weight: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut sums = vec![0.0; categories];
        for (cell, category) in self.categories[margin].iter().enumerate() {
            if let Some(category) = category {
                sums[usize::from(*category)] += self.counts[cell] * weight(cell);
            }
        }
        sums
    }
}

/// Splits the cells by one more margin; the new number of cells.
fn refine(of: &mut [u32], cells: usize, categories: &[Option<u16>]) -> usize {
    // Those who did not tell come first.
    let place = |category: &Option<u16>| category.map_or(0, |category| u64::from(category) + 1);
    let width = categories.iter().map(place).max().unwrap_or(0) + 1;
    let key = |cell: u32, category: &Option<u16>| u64::from(cell) * width + place(category);
    let keys = cells as u64 * width;
    // Where few of the possible cells are taken a sorted list is smaller than a table of all.
    if keys > 4 * of.len() as u64 + 65_536 {
        let mut taken: Vec<u64> = of
            .iter()
            .zip(categories)
            .map(|(cell, category)| key(*cell, category))
            .collect();
        taken.sort_unstable();
        taken.dedup();
        for (cell, category) in of.iter_mut().zip(categories) {
            *cell = taken.partition_point(|taken| *taken < key(*cell, category)) as u32;
        }
        return taken.len();
    }
    let mut numbers = vec![0_u32; keys as usize];
    for (cell, category) in of.iter().zip(categories) {
        numbers[key(*cell, category) as usize] = 1;
    }
    let mut next = 0;
    for number in numbers.iter_mut().filter(|number| **number > 0) {
        *number = next;
        next += 1;
    }
    for (cell, category) in of.iter_mut().zip(categories) {
        *cell = numbers[key(*cell, category) as usize];
    }
    next as usize
}
