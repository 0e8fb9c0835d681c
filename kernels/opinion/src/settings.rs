//! The numbers that the analysis goes by, and the field's defaults for them.

/// No group of fewer people is ever told of, whatever the settings say: its votes would be somebody's.
pub const SMALLEST_GROUP: usize = 5;

/// What an analysis goes by. `Settings::default()` is the field's practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Votes somebody must have cast to be placed in a group (or all statements, when there are fewer).
    pub votes_needed: usize,
    /// When fewer people than this have that many votes, those with most votes fill up.
    pub people_needed: usize,
    /// Groups smaller than this join the nearest; never below [`SMALLEST_GROUP`].
    pub smallest_group: usize,
    /// At most this many groups; never more than twelve.
    pub most_groups: usize,
    /// Another number of groups must be best in this many runs one after the other before it shows.
    pub runs_to_change: u32,
    /// Statements in each list.
    pub listed: usize,
    /// Where searches start. The same seed and votes give the same result.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            votes_needed: 7,
            people_needed: 15,
            smallest_group: SMALLEST_GROUP,
            most_groups: 5,
            runs_to_change: 4,
            listed: 5,
            seed: 0,
        }
    }
}

impl Settings {
    pub(crate) fn smallest(&self) -> usize {
        self.smallest_group.max(SMALLEST_GROUP)
    }

    /// The largest number of groups to try for so many people: two, and one more for each dozen.
    pub(crate) fn most_for(&self, people: usize) -> usize {
        self.most_groups.min(12).min(2 + people / 12)
    }
}
