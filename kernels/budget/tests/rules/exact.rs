//! The kernel decides as the definitions do, computed in fractions: on thousands of small elections full of ties.

use crate::naive::{Fraction, Small, fraction, small};
use budget::{Completion, EqualShares, Greedy, Phragmen, Rule, Satisfaction, TieBreak};
use proptest::prelude::*;

const SATISFACTIONS: [Satisfaction; 3] = [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Points];

fn winners(small: &Small, rule: Rule) -> Vec<usize> {
    rule.decide(&small.election(), TieBreak::Id).expect("decides").winners
}

fn agrees(small: &Small) -> Result<(), TestCaseError> {
    prop_assert_eq!(winners(small, Rule::Phragmen), small.phragmen());
    for satisfaction in SATISFACTIONS {
        let equal_shares = |completion| winners(small, Rule::EqualShares(EqualShares::by(satisfaction, completion)));
        let alone = small.equal_shares(satisfaction, small.share(0));
        prop_assert_eq!(equal_shares(Completion::None), alone.clone());
        prop_assert_eq!(equal_shares(Completion::Greedy), small.greedy(satisfaction, alone));
        let raised = small.add1(satisfaction);
        prop_assert_eq!(equal_shares(Completion::Add1), raised.clone());
        prop_assert_eq!(equal_shares(Completion::Add1u), small.greedy(satisfaction, raised));
        let greedy = winners(small, Rule::Greedy(Greedy::by(satisfaction)));
        prop_assert_eq!(greedy, small.greedy(satisfaction, Vec::new()));
    }
    Ok(())
}

/// The small election with so many more voters who support only this project.
fn with_more(small: &Small, project: usize, points: u64, more: u64) -> Small {
    let mut small = small.clone();
    let mut ballot = vec![0; small.costs.len()];
    ballot[project] = points;
    small.points.extend((0..more).map(|_| ballot.clone()));
    small
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn approvals_are_decided_as_defined(small in small(1)) {
        agrees(&small)?;
    }

    #[test]
    fn points_are_decided_as_defined(small in small(4)) {
        agrees(&small)?;
    }

    #[test]
    fn equal_shares_tells_exactly_how_many_supporters_were_lacking(small in small(3)) {
        for satisfaction in SATISFACTIONS {
            let outcome = EqualShares::by(satisfaction, Completion::None).decide(&small.election(), TieBreak::Id);
            let most = match satisfaction {
                Satisfaction::Points => small.points.iter().flatten().copied().max().unwrap_or(1).max(1),
                _ => 1,
            };
            for (project, told) in outcome.expect("decides").projects.iter().enumerate() {
                if let Some(lacking) = told.reason.lacking() {
                    let bought = |more| {
                        let small = with_more(&small, project, most, more);
                        // The share stays what it was: they come without money of others.
                        small.equal_shares(satisfaction, share_of(&small, more)).contains(&project)
                    };
                    prop_assert!(lacking > 0 && bought(lacking), "{} {:?} {}", project, satisfaction, lacking);
                    prop_assert!(!bought(lacking - 1), "{} {:?} {}", project, satisfaction, lacking);
                }
            }
        }
    }

    #[test]
    fn phragmen_tells_exactly_how_many_supporters_were_lacking(small in small(1)) {
        let outcome = Phragmen.decide(&small.election(), TieBreak::Id);
        for (project, told) in outcome.projects.iter().enumerate() {
            if let Some(lacking) = told.reason.lacking() {
                let bought = |more| with_more(&small, project, 1, more).phragmen().contains(&project);
                prop_assert!(lacking > 0 && bought(lacking) && !bought(lacking - 1), "{} {}", project, lacking);
            }
        }
    }

    #[test]
    fn greedy_tells_exactly_how_much_was_lacking(small in small(3), least_score in 0_u64..4, stops: bool) {
        for satisfaction in SATISFACTIONS {
            let greedy = Greedy { satisfaction, stops, least_score };
            let outcome = greedy.decide(&small.election(), TieBreak::Id);
            for (project, told) in outcome.projects.iter().enumerate() {
                if let Some(lacking) = told.reason.lacking() {
                    let funded = |more| {
                        let small = with_more(&small, project, 1, more);
                        greedy.decide(&small.election(), TieBreak::Id).winners.contains(&project)
                    };
                    prop_assert!(lacking > 0 && funded(lacking) && !funded(lacking - 1), "{} {}", project, lacking);
                }
            }
        }
    }
}

fn share_of(small: &Small, more: u64) -> Fraction {
    fraction(i128::from(small.budget), (small.points.len() as u64 - more) as i128)
}
