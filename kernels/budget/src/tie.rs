//! Ties: in which order projects come that the rule itself cannot tell apart.

use crate::election::Election;
use std::cmp::Ordering;

/// The stated order. It does not look at votes, so no vote can change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TieBreak {
    /// By id, compared byte by byte: `10` before `2`, upper case before lower. What the field's tools do.
    #[default]
    Id,
    /// As listed: [`Election::projects`]. List them by lot to break ties by lot.
    Listed,
    /// The cheaper one; equally cheap ones by id.
    LowerCost,
}

/// A choice between projects that were exactly equal for the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The project that the stated order put first.
    pub first: usize,
    /// Those that were equal to it, by index. They may have been funded later.
    pub others: Vec<usize>,
}

impl TieBreak {
    /// Per project its place in the stated order: 0 comes first.
    pub(crate) fn places(self, election: &Election) -> Vec<u32> {
        let projects = election.projects();
        let mut order: Vec<usize> = (0..projects.len()).collect();
        let by_id = |a: &usize, b: &usize| projects[*a].id.as_bytes().cmp(projects[*b].id.as_bytes());
        order.sort_by(|a, b| match self {
            TieBreak::Id => by_id(a, b),
            TieBreak::Listed => Ordering::Equal,
            TieBreak::LowerCost => projects[*a].cost.cmp(&projects[*b].cost).then_with(|| by_id(a, b)),
        });
        let mut places = vec![0; projects.len()];
        for (place, project) in order.into_iter().enumerate() {
            places[project] = place as u32;
        }
        places
    }
}

/// Puts exactly equal projects in the stated order; a tie is one between at least two.
pub(crate) fn settle(equal: &mut [usize], places: &[u32]) -> Option<Tie> {
    equal.sort_by_key(|project| places[*project]);
    match equal {
        [first, others @ ..] if !others.is_empty() => Some(Tie {
            first: *first,
            others: others.to_vec(),
        }),
        _ => None,
    }
}
