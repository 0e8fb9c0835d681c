//! The whole walk from votes to what a committee reads.

use crate::axes::{Axes, principal_axes};
use crate::grouping::{Candidate, Suppressed, enough_votes, group};
use crate::lists::{Consensus, Divisive, Representative, consensus, divisive, representative};
use crate::memory::Memory;
use crate::projection::{extremities, participant_positions};
use crate::routing::{META_PRIORITY, priority};
use crate::settings::Settings;
use crate::statement::{Columns, Standing, Statement};
use crate::tally::Tally;
use crate::votes::{Count, Vote, Votes};

/// People who vote alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// A, B, C …; the same people keep the same letter from run to run.
    pub label: char,
    pub size: usize,
    /// Where the group lies in the picture.
    pub centre: [f64; 2],
    /// Ids, ascending. For officials and for the next run; never published.
    pub members: Vec<u64>,
    /// What is typical of the group.
    pub representative: Vec<Representative>,
}

/// Where somebody stands in the picture. Publish places without the ids.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    pub participant: u64,
    pub place: [f64; 2],
    pub group: Option<char>,
}

/// How far all groups agree on one statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Common {
    pub statement: u64,
    /// Product over groups of the share that agrees, 0–1.
    pub agree: f64,
    /// The same for disagreeing.
    pub disagree: f64,
}

/// Everything that is known of a conversation. Columns follow `statement_ids`.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// Votes that count.
    pub votes: usize,
    pub participants: usize,
    /// Statements that somebody voted on, ascending.
    pub statement_ids: Vec<u64>,
    pub columns: Columns,
    pub axes: Axes,
    /// How far each statement sets people apart.
    pub extremity: Vec<f64>,
    /// Everybody who voted, ascending by id.
    pub positions: Vec<Position>,
    /// By label.
    pub groups: Vec<Group>,
    /// What each number of groups would have given.
    pub candidates: Vec<Candidate>,
    pub suppressed: Suppressed,
    /// Positions per group, in the order of `groups`.
    pub tally: Tally,
    pub consensus: Consensus,
    /// Weighed statements, those that all groups agree on most first; empty without groups.
    pub common: Vec<Common>,
    pub divisive: Vec<Divisive>,
    /// Weights for [`crate::routing::NextStatement`]: every statement that may be shown, voted on or not, ascending
    /// by id.
    pub priorities: Vec<(u64, f64)>,
    /// For the next run.
    pub memory: Memory,
}

/// Analyses a conversation. `statements` tells which are out or about the person, and which nobody has voted on yet;
/// those not listed are open. With the memory of the run before, searches start where that one ended and groups keep
/// their names.
///
/// The result depends on the votes, not on the order of people; any table gives a result, also an empty one.
/// O(votes · steps + people · groups · rounds); memory is linear in votes, people and statements.
pub fn analyse(votes: &Votes, statements: &[Statement], settings: &Settings, before: Option<&Memory>) -> Analysis {
    let columns = Columns::new(votes, statements);
    let old_axes = before.and_then(|before| before.axes_for(votes.statements()));
    let axes = principal_axes(votes, &columns, old_axes.as_ref());
    let places = participant_positions(votes, &columns, &axes);
    let rows = enough_votes(votes, settings, before);
    let grouping = group(votes, &places, &rows, settings, before);
    let tally = Tally::new(votes, &grouping.group_of, grouping.labels.len());
    let extremity = extremities(&columns, &axes);

    let label = |row: usize| grouping.group_of[row].map(|group| grouping.labels[usize::from(group)]);
    let positions: Vec<Position> = (votes.participants().iter().enumerate())
        .map(|(row, participant)| Position {
            participant: *participant,
            place: places[row],
            group: label(row),
        })
        .collect();
    let mut groups: Vec<Group> = representative(votes, &columns, &tally, settings.listed)
        .into_iter()
        .enumerate()
        .map(|(group, representative)| Group {
            label: grouping.labels[group],
            size: grouping.sizes[group],
            centre: grouping.centres[group],
            members: Vec::with_capacity(grouping.sizes[group]),
            representative,
        })
        .collect();
    let members = votes.participants().iter().zip(&grouping.group_of);
    for (participant, group) in members.filter_map(|(id, group)| Some((*id, (*group)?))) {
        groups[usize::from(group)].members.push(participant);
    }
    let is_told = votes.participants().len() >= settings.smallest();
    Analysis {
        votes: votes.len(),
        participants: votes.participants().len(),
        statement_ids: votes.statements().to_vec(),
        consensus: if is_told {
            consensus(votes, &columns, settings.listed)
        } else {
            Consensus::default()
        },
        common: common(votes, &columns, &tally),
        divisive: divisive(votes, &columns, &tally, settings.listed),
        priorities: priorities(votes, &columns, &tally, &extremity, statements),
        memory: Memory {
            axes: (votes.statements().iter().enumerate())
                .map(|(column, id)| (*id, [axes.weights[0][column], axes.weights[1][column]]))
                .collect(),
            members: (positions.iter())
                .filter_map(|position| Some((position.participant, position.group?)))
                .collect(),
            rival: grouping.rival,
            centres: grouping.searched,
        },
        columns,
        axes,
        extremity,
        positions,
        groups,
        candidates: grouping.candidates,
        suppressed: grouping.suppressed,
        tally,
    }
}

fn common(votes: &Votes, columns: &Columns, tally: &Tally) -> Vec<Common> {
    if tally.groups() == 0 {
        return Vec::new();
    }
    let agree = tally.group_informed_consensus(Vote::Agree);
    let disagree = tally.group_informed_consensus(Vote::Disagree);
    let mut common: Vec<Common> = (0..agree.len())
        .filter(|column| columns.is_weighed(*column))
        .map(|column| Common {
            statement: votes.statements()[column],
            agree: agree[column],
            disagree: disagree[column],
        })
        .collect();
    common.sort_by(|a, b| b.agree.total_cmp(&a.agree).then(a.statement.cmp(&b.statement)));
    common
}

/// Counts people in groups, as the field does; everybody as long as there are no groups.
fn priorities(
    votes: &Votes,
    columns: &Columns,
    tally: &Tally,
    extremity: &[f64],
    statements: &[Statement],
) -> Vec<(u64, f64)> {
    let counts = if tally.groups() > 0 {
        tally.together()
    } else {
        votes.counts()
    };
    let of = |standing: Standing, count: Count, extremity: f64| match standing {
        Standing::Open => Some(priority(count, extremity)),
        Standing::Meta => Some(META_PRIORITY),
        Standing::Out => None,
    };
    let voted_on = (votes.statements().iter().enumerate())
        .filter_map(|(column, id)| Some((*id, of(columns.standing[column], counts[column], extremity[column])?)));
    let mut unseen: Vec<&Statement> = (statements.iter())
        .filter(|statement| votes.column(statement.id).is_none())
        .collect();
    // Of several entries for one statement the last counts, here as in `Columns`.
    unseen.sort_by_key(|statement| statement.id);
    let unseen = (unseen.chunk_by(|a, b| a.id == b.id)).filter_map(|same| {
        let last = same[same.len() - 1];
        Some((last.id, of(last.standing, Count::default(), 0.0)?))
    });
    let mut priorities: Vec<(u64, f64)> = voted_on.chain(unseen).collect();
    priorities.sort_by_key(|(id, _)| *id);
    priorities
}
