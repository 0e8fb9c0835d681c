//! Who took part, compared with who lives here: per group the difference in percentage points and whether it
//! is more than chance, the groups that are missing, and one figure for the whole.

use crate::proportion::{Interval, Proportion};
use crate::suppression::{Cell, suppress};

/// The smallest difference, in percentage points, that is worth telling however large n is.
pub const WORTH_TELLING: f64 = 3.0;

/// One group of one dimension, such as the age band 25–44.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub participants: Cell,
    pub population: u64,
    /// The group's part of all who answered; `None` when the count is hidden.
    pub share: Option<f64>,
    /// The group's part of the population.
    pub expected: f64,
    /// `100 · (share − expected)`, percentage points.
    pub difference: Option<f64>,
    /// Where chance alone could have put that difference, 95 %: Wilson's interval of the share, less the expected one, in
    /// percentage points. The population's figures count as exact.
    pub interval: Option<Interval>,
    /// How large the difference may be before it is told: max(3, 200·√(q(1−q)/n)) percentage points.
    pub limit: f64,
    pub finding: Finding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Finding {
    Over,
    Under,
    AsExpected,
    /// Lives here, and nobody in it took part.
    Missing,
    /// One to four people, or hidden to protect such a group.
    TooFew,
}

/// One dimension compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Representation {
    /// Participants who told which group they belong to.
    pub n: u64,
    pub population: u64,
    pub groups: Vec<Group>,
    /// Index of dissimilarity ½·Σ|p − q| (Duncan & Duncan, 1955), 0–1: the part of the participants that would have to
    /// belong to other groups for the shares to agree. Hidden groups count as one, so that the index tells nothing
    /// of them; it is then at most the true one. `None` without participants or population.
    pub dissimilarity: Option<f64>,
}

/// A group that is missing or under-represented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// Its place among the groups.
    pub group: usize,
    /// So many more participants from it alone would bring its share to that in the population:
    /// ⌈(expected · n − count) / (1 − expected)⌉.
    pub lacking: u64,
}

impl Representation {
    /// Who is missing, most lacking first. Groups whose count is hidden are not among them: the number would tell it.
    pub fn missing(&self) -> Vec<Missing> {
        let lacking = |group: &Group| {
            let count = group.participants.count()? as f64;
            let found = matches!(group.finding, Finding::Under | Finding::Missing) && group.expected < 1.0;
            found.then(|| ((group.expected * self.n as f64 - count) / (1.0 - group.expected)).ceil() as u64)
        };
        let groups = self.groups.iter().enumerate();
        let mut missing: Vec<Missing> = groups
            .filter_map(|(group, figures)| {
                Some(Missing {
                    group,
                    lacking: lacking(figures)?,
                })
            })
            .collect();
        missing.sort_by_key(|missing| (std::cmp::Reverse(missing.lacking), missing.group));
        missing
    }
}

/// Compares participants with the population, group by group in the order given: `(participants, population)`.
pub fn compare(groups: &[(u64, u64)]) -> Representation {
    let participants: Vec<u64> = groups.iter().map(|(count, _)| *count).collect();
    let (n, population) = (
        participants.iter().sum(),
        groups.iter().map(|(_, population)| population).sum(),
    );
    let known = n > 0 && population > 0;
    let cells = suppress(&participants);
    let compared = groups
        .iter()
        .zip(&cells)
        .map(|((_, of_population), cell)| group(*cell, n, *of_population, population))
        .collect();
    Representation {
        n,
        population,
        dissimilarity: known.then(|| dissimilarity(groups, &cells, n, population)),
        groups: compared,
    }
}

fn dissimilarity(groups: &[(u64, u64)], cells: &[Cell], n: u64, population: u64) -> f64 {
    let distance =
        |count: u64, of_population: u64| (count as f64 / n as f64 - of_population as f64 / population as f64).abs();
    let (mut sum, mut hidden) = (0.0, (0, 0));
    for ((count, of_population), cell) in groups.iter().zip(cells) {
        match cell {
            Cell::Shown(_) => sum += distance(*count, *of_population),
            Cell::Hidden => hidden = (hidden.0 + count, hidden.1 + of_population),
        }
    }
    (sum + distance(hidden.0, hidden.1)) / 2.0
}

fn group(participants: Cell, n: u64, of_population: u64, population: u64) -> Group {
    let expected = Proportion::new(of_population, population).share().unwrap_or(0.0);
    let counted = participants.count().map(|count| Proportion::new(count, n));
    let share = counted.and_then(Proportion::share);
    let points = |end: f64| 100.0 * (end - expected);
    let interval = counted.and_then(Proportion::wilson).map(|wilson| Interval {
        low: points(wilson.low),
        high: points(wilson.high),
    });
    let difference = share.map(|share| 100.0 * (share - expected));
    let limit = match n {
        0 => 100.0,
        _ => (200.0 * (expected * (1.0 - expected) / n as f64).sqrt()).max(WORTH_TELLING),
    };
    let finding = match (participants, difference) {
        (Cell::Shown(0), _) if of_population > 0 && n > 0 => Finding::Missing,
        (_, Some(difference)) if difference > limit => Finding::Over,
        (_, Some(difference)) if difference < -limit => Finding::Under,
        (Cell::Hidden, _) => Finding::TooFew,
        _ => Finding::AsExpected,
    };
    Group {
        participants,
        population: of_population,
        share,
        expected,
        difference,
        interval,
        limit,
        finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_told_in_percentage_points_with_their_limit() {
        // 200 participants: 60 % against 50 %; 2·√(0.25/200) = 7.07 points.
        let compared = compare(&[(120, 5_000), (80, 5_000)]);
        assert_eq!((compared.n, compared.population), (200, 10_000));
        let first = &compared.groups[0];
        assert!((first.difference.expect("shown") - 10.0).abs() < 1e-9);
        assert!((first.limit - 7.0711).abs() < 1e-4);
        assert_eq!(
            (first.finding, compared.groups[1].finding),
            (Finding::Over, Finding::Under)
        );
        assert!((compared.dissimilarity.expect("known") - 0.1).abs() < 1e-12);
    }

    #[test]
    fn small_differences_are_not_told_however_many_took_part() {
        let compared = compare(&[(52_000, 5_000), (48_000, 5_000)]);
        assert_eq!(compared.groups[0].limit, WORTH_TELLING);
        assert_eq!(compared.groups[0].finding, Finding::AsExpected);
    }

    #[test]
    fn groups_nobody_came_from_are_missing_and_small_ones_too_few() {
        let compared = compare(&[(0, 3_000), (3, 2_000), (40, 3_000), (9, 2_000)]);
        assert_eq!(
            compared.groups.iter().map(|group| group.finding).collect::<Vec<_>>(),
            [Finding::Missing, Finding::TooFew, Finding::Over, Finding::TooFew]
        );
        assert_eq!(compared.groups[1].share, None);
    }

    #[test]
    fn a_difference_comes_with_its_interval() {
        // 81 of 263: Newcombe's 25.53–36.62 %, less 40 %.
        let compared = compare(&[(81, 4_000), (182, 6_000)]);
        let interval = compared.groups[0].interval.expect("shown");
        assert!(
            (interval.low + 14.47).abs() < 0.005 && (interval.high + 3.38).abs() < 0.005,
            "{interval:?}"
        );
    }

    #[test]
    fn who_is_missing_is_told_with_how_many_would_be_enough() {
        let compared = compare(&[(0, 2_000), (20, 3_000), (80, 5_000), (3, 0), (6, 0)]);
        let missing = compared.missing();
        assert_eq!(missing.iter().map(|missing| missing.group).collect::<Vec<_>>(), [0, 1]);
        for Missing { group, lacking } in missing {
            let Group {
                participants, expected, ..
            } = compared.groups[group];
            let share = |more: u64| {
                let (count, n) = (participants.count().expect("shown") + more, compared.n + more);
                count as f64 / n as f64
            };
            assert!(
                share(lacking) >= expected && share(lacking - 1) < expected,
                "{group}: {lacking}"
            );
        }
        assert!(compare(&[(9, 10), (0, 0)]).missing().is_empty());
    }

    #[test]
    fn nothing_to_compare_is_no_figure() {
        assert_eq!(compare(&[]).dissimilarity, None);
        assert_eq!(compare(&[(0, 100)]).dissimilarity, None);
        assert_eq!(compare(&[(10, 0)]).dissimilarity, None);
    }

    proptest::proptest! {
        #[test]
        fn the_index_lies_between_alike_and_apart(groups in proptest::collection::vec((0_u64..500, 0_u64..9_000), 1..10)) {
            let compared = compare(&groups);
            if let Some(index) = compared.dissimilarity {
                proptest::prop_assert!((0.0..=1.0 + 1e-12).contains(&index));
            }
            let same: Vec<(u64, u64)> = groups.iter().map(|(count, _)| (*count, *count)).collect();
            proptest::prop_assert!(compare(&same).dissimilarity.is_none_or(|index| index < 1e-12));
        }
    }
}
