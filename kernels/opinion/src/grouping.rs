//! From places in the plane to groups with names: who is grouped, into how many, and which of them may be told of.

use crate::k_means::{Fit, KMeans};
use crate::memory::{Memory, Rival};
use crate::points::{Points, squared_distance};
use crate::settings::Settings;
use crate::silhouette::{MOST_POINTS, silhouettes};
use crate::votes::Votes;

/// What came of trying one number of groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    pub groups: usize,
    /// Sum of squared distances to the centre of one's group.
    pub inertia: f64,
    /// Mean silhouette, −1 to 1. Kaufman & Rousseeuw (*Finding Groups in Data*, 1990) read up to 0.25 as no
    /// structure, up to 0.50 as weak, up to 0.70 as reasonable and more as strong.
    pub silhouette: f64,
    /// Every group has enough people to be told of.
    pub is_publishable: bool,
}

/// What is not told, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Suppressed {
    /// Groups that were too small and joined the nearest.
    pub merged_groups: usize,
    /// Fewer people have voted enough than the smallest group needs: there are no groups.
    pub too_few_people: bool,
}

/// People in groups. Groups are ordered by label.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grouping {
    /// The group of each row of the table of votes; `None` for who is not grouped.
    pub group_of: Vec<Option<u8>>,
    /// A, B, C …; kept from run to run.
    pub labels: Vec<char>,
    pub sizes: Vec<usize>,
    pub centres: Vec<[f64; 2]>,
    pub candidates: Vec<Candidate>,
    pub suppressed: Suppressed,
    pub rival: Option<Rival>,
    /// The centres of the best division into each number of groups, for the next run.
    pub searched: Vec<Vec<[f64; 2]>>,
}

/// A division that is this close to the best counts as good, and that of the run before is then kept.
const AS_GOOD: f64 = 1.0005;

/// The rows of people with enough votes, of those grouped before, and, while these are too few, of those with
/// most votes (the lower id first).
pub fn enough_votes(votes: &Votes, settings: &Settings, before: Option<&Memory>) -> Vec<usize> {
    let needed = settings.votes_needed.min(votes.statements().len());
    let was_grouped = |row: usize| before.is_some_and(|before| before.label_of(votes.participants()[row]).is_some());
    let (mut rows, mut others): (Vec<usize>, Vec<usize>) =
        (0..votes.participants().len()).partition(|row| votes.row(*row).len() >= needed || was_grouped(*row));
    if rows.len() < settings.people_needed {
        others.sort_by_key(|row| (std::cmp::Reverse(votes.row(*row).len()), *row));
        others.truncate(settings.people_needed - rows.len());
        rows.append(&mut others);
        rows.sort_unstable();
    }
    rows
}

/// Groups the people in `rows`, whose places stand in `positions` (by row).
pub fn group(
    votes: &Votes,
    positions: &[[f64; 2]],
    rows: &[usize],
    settings: &Settings,
    before: Option<&Memory>,
) -> Grouping {
    let mut grouping = Grouping {
        group_of: vec![None; positions.len()],
        ..Grouping::default()
    };
    if rows.len() < settings.smallest() {
        grouping.suppressed.too_few_people = !rows.is_empty();
        return grouping;
    }
    let earlier: Vec<Option<char>> = (rows.iter())
        .map(|row| before.and_then(|before| before.label_of(votes.participants()[*row])))
        .collect();
    let points = Points::of(rows.iter().map(|row| positions[*row]));
    let (mut fits, candidates) = candidates(&points, settings, &earlier, before);
    grouping.searched = fits.iter().map(|fit| fit.centres.clone()).collect();
    let shown = before.map_or(0, |before| before.labels().len());
    let (chosen, rival) = choose(&candidates, shown, before.and_then(|before| before.rival), settings);
    let mut groups = match chosen {
        Some(place) => Groups::new(&points, fits.swap_remove(place).groups),
        None => fallback(&points, fits, &candidates, settings, &mut grouping.suppressed),
    };
    let labels = groups.labels(&earlier, before);
    groups.order_by(&labels);
    grouping.labels = labels;
    grouping.labels.sort_unstable();
    grouping.sizes = groups.sizes;
    grouping.centres = groups.centres;
    grouping.candidates = candidates;
    grouping.rival = rival;
    for (row, group) in rows.iter().zip(&groups.of_point) {
        grouping.group_of[*row] = Some(*group);
    }
    grouping
}

/// The best division into each number of groups, and what is to be said of it.
fn candidates(
    points: &Points,
    settings: &Settings,
    earlier: &[Option<char>],
    before: Option<&Memory>,
) -> (Vec<Fit>, Vec<Candidate>) {
    let condensed = points.condensed(MOST_POINTS);
    let search = KMeans::new(points, &condensed);
    let old_centres = centres_of_old(points, earlier);
    let mut fewer = Vec::new();
    let fits: Vec<Fit> = (2..=settings.most_for(points.len()))
        .map_while(|k| {
            let ended = before.and_then(|before| before.centres_of(k));
            let best = search.best(k, settings.seed, ended, &fewer)?;
            fewer.clone_from(&best.centres);
            // Two divisions can be equally good; people should then find themselves where they were.
            let kept = (old_centres.len() == k).then(|| search.from(old_centres.clone()));
            Some(match kept {
                Some(kept) if kept.inertia <= AS_GOOD * best.inertia => kept,
                _ => best,
            })
        })
        .collect();
    let divisions: Vec<Vec<u8>> = fits.iter().map(|fit| fit.groups_of(&condensed)).collect();
    let silhouettes = silhouettes(&condensed, &divisions.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let candidates = (fits.iter().zip(silhouettes))
        .map(|(fit, silhouette)| Candidate {
            groups: fit.centres.len(),
            inertia: fit.inertia,
            silhouette: silhouette.unwrap_or(0.0),
            is_publishable: fit.sizes().iter().all(|size| *size >= settings.smallest()),
        })
        .collect();
    (fits, candidates)
}

/// Where the groups of the run before lie now.
fn centres_of_old(points: &Points, earlier: &[Option<char>]) -> Vec<[f64; 2]> {
    let mut labels: Vec<char> = earlier.iter().copied().flatten().collect();
    labels.sort_unstable();
    labels.dedup();
    (labels.iter())
        .map(|label| {
            let members = (0..points.len()).filter(|point| earlier[*point] == Some(*label));
            middle(members.map(|point| points.place(point)))
        })
        .collect()
}

fn middle(places: impl Iterator<Item = [f64; 2]>) -> [f64; 2] {
    let (mut x, mut y, mut n) = (0.0, 0.0, 0.0_f64);
    for place in places {
        x += place[0];
        y += place[1];
        n += 1.0;
    }
    [x / n.max(1.0), y / n.max(1.0)]
}

/// The publishable candidate with the highest silhouette, the fewer groups when equal. When another number is shown,
/// and could still be, the new one waits until it has been best often enough.
fn choose(
    candidates: &[Candidate],
    shown: usize,
    rival: Option<Rival>,
    settings: &Settings,
) -> (Option<usize>, Option<Rival>) {
    let publishable = (0..candidates.len()).filter(|place| candidates[*place].is_publishable);
    let higher = |a: usize, b: usize| {
        if candidates[b].silhouette > candidates[a].silhouette {
            b
        } else {
            a
        }
    };
    let Some(best) = publishable.reduce(higher) else {
        return (None, None);
    };
    let groups = candidates[best].groups;
    let of_shown = (candidates.iter()).position(|candidate| candidate.is_publishable && candidate.groups == shown);
    match of_shown {
        Some(of_shown) if of_shown != best => {
            let before = rival
                .filter(|rival| rival.groups == groups)
                .map_or(0, |rival| rival.runs);
            let runs = before.saturating_add(1);
            if runs >= settings.runs_to_change {
                (Some(best), None)
            } else {
                (Some(of_shown), Some(Rival { groups, runs }))
            }
        }
        _ => (Some(best), None),
    }
}

/// When every division has a group that is too small: the one with the highest silhouette that still has two groups
/// after the small ones joined others, and otherwise everybody together.
fn fallback(
    points: &Points,
    fits: Vec<Fit>,
    candidates: &[Candidate],
    settings: &Settings,
    suppressed: &mut Suppressed,
) -> Groups {
    let mut best: Option<(f64, usize, Groups)> = None;
    for (fit, candidate) in fits.into_iter().zip(candidates) {
        let mut groups = Groups::new(points, fit.groups);
        let merged = groups.merge_small(points, settings.smallest());
        let is_better = best
            .as_ref()
            .is_none_or(|(silhouette, _, _)| candidate.silhouette > *silhouette);
        if groups.sizes.len() > 1 && is_better {
            best = Some((candidate.silhouette, merged, groups));
        }
    }
    match best {
        Some((_, merged, groups)) => {
            suppressed.merged_groups = merged;
            groups
        }
        None => {
            suppressed.merged_groups = candidates.first().map_or(0, |_| 1);
            Groups::new(points, vec![0; points.len()])
        }
    }
}

/// A division while it is being made fit to be told of.
struct Groups {
    of_point: Vec<u8>,
    sizes: Vec<usize>,
    centres: Vec<[f64; 2]>,
}

impl Groups {
    fn new(points: &Points, of_point: Vec<u8>) -> Groups {
        let count = of_point.iter().map(|group| usize::from(*group) + 1).max().unwrap_or(0);
        let members = |group: usize| {
            let of_point = &of_point;
            (0..points.len()).filter(move |point| usize::from(of_point[*point]) == group)
        };
        let sizes = (0..count).map(|group| members(group).count()).collect();
        let centres = (0..count)
            .map(|group| middle(members(group).map(|point| points.place(point))))
            .collect();
        Groups {
            sizes,
            centres,
            of_point,
        }
    }

    /// The smallest group joins the one with the nearest centre, until all are large enough or one is left.
    fn merge_small(&mut self, points: &Points, smallest: usize) -> usize {
        let mut merged = 0;
        while self.sizes.len() > 1 {
            let small = (0..self.sizes.len())
                .min_by_key(|group| self.sizes[*group])
                .unwrap_or(0);
            if self.sizes[small] >= smallest {
                break;
            }
            let distance = |group: usize| squared_distance(self.centres[group], self.centres[small]);
            let nearest = (0..self.sizes.len())
                .filter(|group| *group != small)
                .min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
                .unwrap_or(small);
            let (low, high) = (small.min(nearest) as u8, small.max(nearest) as u8);
            let joined = |group: &u8| match *group {
                group if group == high => low,
                group if group > high => group - 1,
                group => group,
            };
            *self = Groups::new(points, self.of_point.iter().map(joined).collect());
            merged += 1;
        }
        merged
    }

    /// A label for each group: that of the group of the run before which it shares most people with, and for a group
    /// that is new the first letter not in use. In a first run the largest is A.
    fn labels(&self, earlier: &[Option<char>], before: Option<&Memory>) -> Vec<char> {
        let mut in_use = before.map_or_else(Vec::new, Memory::labels);
        let mut shared: Vec<(usize, usize, usize)> = Vec::new();
        for (place, label) in in_use.iter().enumerate() {
            for group in 0..self.sizes.len() {
                let both = self.of_point.iter().zip(earlier);
                let count =
                    both.filter(|(of, label_before)| usize::from(**of) == group && **label_before == Some(*label));
                shared.push((count.count(), place, group));
            }
        }
        shared.retain(|(count, _, _)| *count > 0);
        shared.sort_by_key(|(count, place, group)| (std::cmp::Reverse(*count), *place, *group));
        let mut labels: Vec<Option<char>> = vec![None; self.sizes.len()];
        for (_, place, group) in shared {
            if labels[group].is_none() && !labels.contains(&Some(in_use[place])) {
                labels[group] = Some(in_use[place]);
            }
        }
        let mut unnamed: Vec<usize> = (0..labels.len()).filter(|group| labels[*group].is_none()).collect();
        unnamed.sort_by_key(|group| (std::cmp::Reverse(self.sizes[*group]), *group));
        for group in unnamed {
            let free = ('A'..=char::MAX).find(|label| !in_use.contains(label)).unwrap_or('A');
            in_use.push(free);
            labels[group] = Some(free);
        }
        labels.into_iter().flatten().collect()
    }

    fn order_by(&mut self, labels: &[char]) {
        let mut order: Vec<usize> = (0..labels.len()).collect();
        order.sort_by_key(|group| labels[*group]);
        let place_of = |group: u8| order.iter().position(|old| *old == usize::from(group)).unwrap_or(0) as u8;
        let places: Vec<u8> = (0..labels.len() as u8).map(place_of).collect();
        for group in &mut self.of_point {
            *group = places[usize::from(*group)];
        }
        self.sizes = order.iter().map(|group| self.sizes[*group]).collect();
        self.centres = order.iter().map(|group| self.centres[*group]).collect();
    }
}
