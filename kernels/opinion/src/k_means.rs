//! Groups in the plane: k-means that does not settle for the first answer.
//!
//! Lloyd's rounds (*Least squares quantization in PCM*, IEEE Trans. Inf. Theory 28, 1982) end in whatever valley they
//! start in. So the search starts many times, by k-means++ (Arthur & Vassilvitskii, SODA 2007), on few points that
//! stand for all; then moves single centres (random swap, Fränti, *J. Big Data* 5, 2018); and lets the best few run
//! to their end among all people. A run that follows another begins where that one ended, and needs fewer starts.

mod descent;

use crate::chance::SplitMix64;
use crate::points::{Points, squared_distance, total};
use descent::{MOST_ROUNDS, assign, descend, distances, finish, lloyd};

/// One division of points into groups.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fit {
    pub centres: Vec<[f64; 2]>,
    /// The group of each point, counted from 0.
    pub groups: Vec<u8>,
    /// Weighted sum of squared distances to the centre of one's group.
    pub inertia: f64,
}

impl Fit {
    /// The groups that other points would be in.
    pub(crate) fn groups_of(&self, points: &Points) -> Vec<u8> {
        let mut groups = vec![0; points.len()];
        assign(points, &self.centres, &mut groups);
        groups
    }

    /// How many points each group has.
    pub(crate) fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.centres.len()];
        for group in &self.groups {
            sizes[usize::from(*group)] += 1;
        }
        sizes
    }
}

/// How many points stand for all while the search looks for valleys.
const SKETCH: usize = 512;
const STARTS: usize = 12;
const SWAPS: usize = 24;
/// The search ends when the deepest valley has been met this often: where people do form groups, nearly every start
/// leads there.
const ENOUGH: usize = 12;
/// Where the search of the run before ended counts as met this often: what a few votes change is seldom another valley.
const MET_BEFORE: usize = 8;
/// Valleys deeper than this times the least inertia in the sketch may turn out the deepest.
const IN_REACH: f64 = 1.02;
/// A descent that after its first rounds stands this many times as high as the deepest valley is given up. Of 1,600 divisions
/// of clouds like those of the test below, six were more than 0.05 % off the best of sixty starts; five when none was given up.
const HOPELESS: f64 = 1.06;
/// How many valleys run to their end.
const FINALISTS: usize = 6;
/// How many of these do so among all people, where condensed points have told the rest apart.
const FINALISTS_AMONG_ALL: usize = 2;

/// The points with the sketch of them, made once for every number of groups.
pub(crate) struct KMeans<'a> {
    points: &'a Points,
    condensed: &'a Points,
    sketch: Points,
}

impl<'a> KMeans<'a> {
    /// `condensed` stands for `points` where they are many, and is the same where they are few.
    pub(crate) fn new(points: &'a Points, condensed: &'a Points) -> KMeans<'a> {
        KMeans {
            points,
            condensed,
            sketch: condensed.condensed(SKETCH),
        }
    }

    /// The best division found; `None` when there are fewer than `k` different points. `before` are centres that were
    /// best in the run before, `fewer` those of one group less: every other start adds one to these (global k-means,
    /// Likas, Vlassis & Verbeek, *Pattern Recognition* 36, 2003).
    ///
    /// The same seed finds the same. O(people · k · rounds).
    pub(crate) fn best(&self, k: usize, seed: u64, before: Option<&[[f64; 2]]>, fewer: &[[f64; 2]]) -> Option<Fit> {
        let mut chance = SplitMix64::new(seed ^ (k as u64) << 56);
        let mut valleys = Valleys::default();
        if let Some(before) = before {
            valleys.search(&self.sketch, before.to_vec());
            valleys.met = MET_BEFORE;
        }
        for start in 0..STARTS + (2048 / self.sketch.len().max(1)).min(64) {
            let first = if start % 2 == 0 { fewer } else { &[] };
            let centres = plus_plus(&self.sketch, first, k, &mut chance)?;
            valleys.search(&self.sketch, centres);
            if valleys.met >= ENOUGH {
                break;
            }
        }
        for swap in 0..SWAPS {
            if valleys.met >= ENOUGH {
                break;
            }
            let deepest = &valleys.deepest_first[0];
            let mut centres = deepest.centres.clone();
            // People far from their centre call for one: drawn as k-means++ does. Where nobody is, nothing is deeper.
            let Some(point) = draw(&distances(&self.sketch, deepest), &mut chance) else {
                break;
            };
            centres[swap % k] = self.sketch.place(point);
            valleys.search(&self.sketch, centres);
        }
        let least = valleys.deepest_first[0].inertia;
        let mut ends: Vec<Fit> = (valleys.deepest_first.into_iter())
            .take_while(|valley| valley.inertia <= IN_REACH * least)
            .filter_map(|valley| descend(self.condensed, valley.centres, f64::INFINITY))
            .collect();
        ends.sort_by(|a, b| a.inertia.total_cmp(&b.inertia));
        if self.condensed.len() == self.points.len() {
            return ends.into_iter().next();
        }
        (ends.into_iter().take(FINALISTS_AMONG_ALL))
            .filter_map(|end| descend(self.points, end.centres, f64::INFINITY))
            .min_by(|a, b| a.inertia.total_cmp(&b.inertia))
    }

    /// From these centres to the end of the valley they lie in.
    pub(crate) fn from(&self, centres: Vec<[f64; 2]>) -> Fit {
        finish(self.points, lloyd(self.points, centres, MOST_ROUNDS))
    }
}

/// What the search has come upon.
#[derive(Default)]
struct Valleys {
    deepest_first: Vec<Fit>,
    /// How often the deepest has been met.
    met: usize,
}

impl Valleys {
    /// Descends from these centres, unless the way soon shows that it leads to no valley of use.
    fn search(&mut self, points: &Points, centres: Vec<[f64; 2]>) {
        let least = self
            .deepest_first
            .first()
            .map_or(f64::INFINITY, |deepest| deepest.inertia);
        if let Some(found) = descend(points, centres, HOPELESS * least) {
            self.keep(found);
        }
    }

    /// Valleys that are the same have the same depth up to rounding.
    fn keep(&mut self, new: Fit) {
        let is_same = |valley: &Fit| (valley.inertia - new.inertia).abs() <= 1e-9 * new.inertia;
        match self.deepest_first.iter().position(is_same) {
            Some(place) => self.met += usize::from(place == 0),
            None => {
                let place = self
                    .deepest_first
                    .partition_point(|valley| valley.inertia < new.inertia);
                self.met = if place == 0 { 1 } else { self.met };
                self.deepest_first.insert(place, new);
                self.deepest_first.truncate(FINALISTS);
            }
        }
    }
}

/// Those of `first`; without them one drawn by weight; then each further one by weight and squared distance from those
/// there are.
fn plus_plus(points: &Points, first: &[[f64; 2]], k: usize, chance: &mut SplitMix64) -> Option<Vec<[f64; 2]>> {
    let mut centres = first[..first.len().min(k)].to_vec();
    if centres.is_empty() {
        centres.push(points.place(draw(&points.weight, chance)?));
    }
    let mut shares = vec![f64::INFINITY; points.len()];
    for place in 0..k - 1 {
        let centre = centres[place];
        let people = points.x.iter().zip(&points.y).zip(&points.weight);
        for (((x, y), weight), share) in people.zip(&mut shares) {
            let distance = weight * squared_distance([*x, *y], centre);
            *share = if distance < *share { distance } else { *share };
        }
        if place + 1 == centres.len() {
            centres.push(points.place(draw(&shares, chance)?));
        }
    }
    Some(centres)
}

/// A point by its share; `None` when all are 0.
fn draw(shares: &[f64], chance: &mut SplitMix64) -> Option<usize> {
    let rest = chance.unit() * total(shares);
    let mut passed = 0.0;
    let drawn = shares.iter().position(|share| {
        passed += share;
        passed > rest
    });
    // Sums in another order may differ by a hair.
    drawn.or_else(|| shares.iter().rposition(|share| *share > 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The depth of the deepest valley that so many starts by k-means++ among all points find.
    fn best_of(points: &Points, k: usize, starts: usize, seed: u64) -> f64 {
        let mut chance = SplitMix64::new(seed);
        (0..starts)
            .filter_map(|_| {
                let centres = plus_plus(points, &[], k, &mut chance)?;
                Some(finish(points, lloyd(points, centres, MOST_ROUNDS)).inertia)
            })
            .fold(f64::INFINITY, f64::min)
    }

    /// Between four clouds and none: sums of uniform numbers around places that move together.
    fn clouds(people: usize, apart: f64, seed: u64) -> Points {
        let mut chance = SplitMix64::new(seed);
        let mut near = move || (0..4).map(|_| chance.unit() - 0.5).sum::<f64>();
        Points::of((0..people).map(|person| {
            let (x, y) = ((person % 2) as f64, (person / 2 % 2) as f64);
            [apart * x + 2.0 * near(), apart * y + near()]
        }))
    }

    /// Clouds that overlap have many valleys of nearly the same depth: harder than any real conversation that was
    /// tried.
    #[test]
    fn no_valley_that_sixty_starts_find_is_deeper() {
        for people in [60, 300, 700] {
            for (seed, apart) in [(0, 0.0), (1, 0.7), (2, 1.5), (3, 3.0)] {
                let points = clouds(people, apart, 77 * seed + people as u64);
                let search = KMeans::new(&points, &points);
                let mut fewer = Vec::new();
                for k in 2..=5 {
                    let found = search.best(k, 0, None, &fewer).expect("so many points");
                    let ratio = found.inertia / best_of(&points, k, 60, seed);
                    fewer = found.centres;
                    assert!(ratio <= 1.0005, "{people} people, {apart} apart, {k} groups: {ratio}");
                }
            }
        }
    }

    #[test]
    fn as_many_groups_as_there_are_places_and_no_more() {
        let points = Points::of([[0.0, 0.0], [1.0, 0.0], [1.0, 0.0], [0.0, 2.0]]);
        let search = KMeans::new(&points, &points);
        assert!(
            search
                .best(3, 0, None, &[])
                .is_some_and(|fit| fit.inertia == 0.0 && fit.sizes() != [0, 0, 0])
        );
        assert_eq!(search.best(4, 0, None, &[]), None);
        assert_eq!(
            KMeans::new(&Points::default(), &Points::default()).best(2, 0, None, &[]),
            None
        );
    }
}
