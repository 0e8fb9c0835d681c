//! What a run hands to the next, so that groups keep their names and pictures do not flip.

/// The part of an analysis that the next one starts from. It holds who is in which group: keep it as carefully as
/// votes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Memory {
    /// For each statement its weight on the two axes.
    pub axes: Vec<(u64, [f64; 2])>,
    /// Who was in which group, ascending by participant. Once in a group, somebody stays among those who are grouped.
    pub members: Vec<(u64, char)>,
    /// A number of groups that has been better than the one shown.
    pub rival: Option<Rival>,
    /// Where the search for each number of groups ended: the next begins there. A centre can be one person's place.
    pub centres: Vec<Vec<[f64; 2]>>,
}

/// In how many runs, one after the other, another number of groups was best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rival {
    pub groups: usize,
    pub runs: u32,
}

impl Memory {
    pub(crate) fn label_of(&self, participant: u64) -> Option<char> {
        let place = self.members.binary_search_by_key(&participant, |(id, _)| *id).ok()?;
        Some(self.members[place].1)
    }

    /// Where the search for so many groups ended; `None` too when what was kept is no place.
    pub(crate) fn centres_of(&self, groups: usize) -> Option<&[[f64; 2]]> {
        let of_groups = self.centres.iter().find(|centres| centres.len() == groups)?;
        let is_place = |centre: &[f64; 2]| centre.iter().all(|x| x.is_finite());
        of_groups.iter().all(is_place).then_some(of_groups.as_slice())
    }

    /// The labels in use, ascending.
    pub(crate) fn labels(&self) -> Vec<char> {
        let mut labels: Vec<char> = self.members.iter().map(|(_, label)| *label).collect();
        labels.sort_unstable();
        labels.dedup();
        labels
    }

    /// The axes by column; a statement that is new has no weight.
    pub(crate) fn axes_for(&self, statements: &[u64]) -> Option<[Vec<f64>; 2]> {
        let mut known = self.axes.clone();
        known.sort_by_key(|(id, _)| *id);
        let weights = |axis: usize| {
            statements
                .iter()
                .map(|id| match known.binary_search_by_key(id, |(id, _)| *id) {
                    Ok(place) => known[place].1[axis],
                    Err(_) => 0.0,
                })
                .collect()
        };
        (!known.is_empty()).then(|| [weights(0), weights(1)])
    }
}
