//! The statements that a reader is shown: what is typical of each group, what all agree on, what divides them.
//!
//! Selection and order are the field's; where its order leaves ties open, the lower statement id comes first.

use crate::statement::Columns;
use crate::tally::{SIGNIFICANT, Tally, ratio, ratio_test, share, share_test};
use crate::votes::{Count, Vote, Votes};

/// A statement that tells one group from the rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Representative {
    pub statement: u64,
    /// What the group is typical for: agreeing or disagreeing.
    pub vote: Vote,
    /// How many in the group took that position.
    pub count: u32,
    /// Of how many in the group who voted on it.
    pub n: u32,
    /// (count + 1) / (n + 2).
    pub share: f64,
    pub share_test: f64,
    /// How many times as likely the position is as among the rest.
    pub ratio: f64,
    pub ratio_test: f64,
    /// Stands first because the group agrees with it most typically.
    pub best_agree: bool,
}

impl Representative {
    fn new(statement: u64, group: Count, rest: Count) -> Representative {
        let agree = ratio_test(group, rest, Vote::Agree);
        let disagree = ratio_test(group, rest, Vote::Disagree);
        let (vote, count) = if agree > disagree {
            (Vote::Agree, group.agree)
        } else {
            (Vote::Disagree, group.disagree)
        };
        Representative {
            statement,
            vote,
            count,
            n: group.total(),
            share: share(group, vote),
            share_test: share_test(group, vote),
            ratio: ratio(group, rest, vote),
            ratio_test: agree.max(disagree),
            best_agree: false,
        }
    }

    fn strength(&self) -> f64 {
        self.ratio * self.ratio_test * self.share * self.share_test
    }
}

/// Per group of the tally at most `most` statements, those it agrees with before those it disagrees with.
///
/// A statement counts when its share lies above one half and above the rest by more than chance; the strongest by
/// ratio · test · share · test come first, but before all the statement the group agrees with most typically. A
/// group without any gets the single one that sets it apart most. O(statements · log statements) for each group.
pub fn representative(votes: &Votes, columns: &Columns, tally: &Tally, most: usize) -> Vec<Vec<Representative>> {
    (0..tally.groups())
        .map(|group| of_group(votes, columns, tally, group, most))
        .collect()
}

fn of_group(votes: &Votes, columns: &Columns, tally: &Tally, group: usize, most: usize) -> Vec<Representative> {
    let candidates: Vec<(Representative, Agreement, bool)> = (0..votes.statements().len())
        .filter(|column| columns.is_weighed(*column))
        .map(|column| {
            let of_group = tally.group(group)[column];
            let rest = tally.together()[column].without(of_group);
            (
                Representative::new(votes.statements()[column], of_group, rest),
                Agreement::new(of_group, rest),
                is_significant(of_group, rest),
            )
        })
        .collect();
    let mut list: Vec<Representative> = (candidates.iter())
        .filter_map(|(candidate, _, significant)| significant.then_some(*candidate))
        .collect();
    list.sort_by(|a, b| {
        b.strength()
            .total_cmp(&a.strength())
            .then(a.statement.cmp(&b.statement))
    });
    let mut best: Option<(Representative, Agreement)> = None;
    for (candidate, agreement, _) in &candidates {
        if agreement.beats(best.as_ref().map(|(_, agreement)| agreement)) {
            best = Some((*candidate, *agreement));
        }
    }
    if let Some((mut best, _)) = best {
        list.retain(|candidate| candidate.statement != best.statement);
        best.best_agree = true;
        list.insert(0, best);
    } else if list.is_empty() {
        let most_apart = candidates.iter().map(|(candidate, ..)| *candidate);
        // The first of equals: max_by would keep the last.
        list.extend(most_apart.reduce(|best, next| if next.ratio_test > best.ratio_test { next } else { best }));
    }
    list.truncate(most);
    list.sort_by_key(|candidate| candidate.vote != Vote::Agree);
    list
}

fn is_significant(group: Count, rest: Count) -> bool {
    [Vote::Agree, Vote::Disagree]
        .into_iter()
        .any(|vote| share_test(group, vote) > SIGNIFICANT && ratio_test(group, rest, vote) > SIGNIFICANT)
}

/// How good an example a statement is of what a group agrees with.
#[derive(Debug, Clone, Copy)]
struct Agreement {
    is_taken_up: bool,
    share: f64,
    share_test: f64,
    ratio: f64,
    ratio_test: f64,
}

impl Agreement {
    fn new(group: Count, rest: Count) -> Agreement {
        Agreement {
            is_taken_up: group.agree + group.disagree > 0,
            share: share(group, Vote::Agree),
            share_test: share_test(group, Vote::Agree),
            ratio: ratio(group, rest, Vote::Agree),
            ratio_test: ratio_test(group, rest, Vote::Agree),
        }
    }

    /// The field's rule: against a best that is more common here than elsewhere, typicality decides; against another,
    /// how many agree; and the first must be one of the two.
    fn beats(&self, best: Option<&Agreement>) -> bool {
        let often = |one: &Agreement| one.share * one.share_test;
        match best {
            _ if !self.is_taken_up => false,
            None => self.share_test > SIGNIFICANT || (self.ratio > 1.0 && self.share > 0.5),
            Some(best) if best.ratio > 1.0 => {
                self.ratio * self.ratio_test * often(self) > best.ratio * best.ratio_test * often(best)
            }
            Some(best) => often(self) > often(best),
        }
    }
}

/// A statement that most of all who voted on it take the same position on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreed {
    pub statement: u64,
    pub count: u32,
    pub n: u32,
    pub share: f64,
    pub share_test: f64,
}

/// What most agree with, and what most reject.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Consensus {
    pub agree: Vec<Agreed>,
    pub disagree: Vec<Agreed>,
}

/// Over everybody, in a group or not: share above one half by more than chance, strongest by share · test
/// first, at most `most` each way.
pub fn consensus(votes: &Votes, columns: &Columns, most: usize) -> Consensus {
    let list = |vote: Vote| {
        let mut list: Vec<Agreed> = (votes.counts().iter().enumerate())
            .filter(|(column, _)| columns.is_weighed(*column))
            .map(|(column, count)| Agreed {
                statement: votes.statements()[column],
                count: count.number(vote),
                n: count.total(),
                share: share(*count, vote),
                share_test: share_test(*count, vote),
            })
            .filter(|agreed| agreed.share > 0.5 && agreed.share_test > SIGNIFICANT)
            .collect();
        let strength = |agreed: &Agreed| agreed.share * agreed.share_test;
        list.sort_by(|a, b| strength(b).total_cmp(&strength(a)).then(a.statement.cmp(&b.statement)));
        list.truncate(most);
        list
    };
    Consensus {
        agree: list(Vote::Agree),
        disagree: list(Vote::Disagree),
    }
}

/// A statement on which two groups stand against each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Divisive {
    pub statement: u64,
    /// The group (place in the tally) that agrees most.
    pub agreeing: usize,
    /// The group that disagrees most.
    pub disagreeing: usize,
    /// Share that agrees in the one, less the share that agrees in the other; 0–1, with the prior.
    pub distance: f64,
}

/// Statements that more than half of one group agrees with and more than half of another rejects, each by more than
/// chance; the greatest distance first, at most `most`.
pub fn divisive(votes: &Votes, columns: &Columns, tally: &Tally, most: usize) -> Vec<Divisive> {
    let highest = |column: usize, vote: Vote| {
        let of = |group: usize| share(tally.group(group)[column], vote);
        (0..tally.groups()).reduce(|best, next| if of(next) > of(best) { next } else { best })
    };
    let mut list: Vec<Divisive> = (0..votes.statements().len())
        .filter(|column| columns.is_weighed(*column))
        .filter_map(|column| {
            let (agreeing, disagreeing) = (highest(column, Vote::Agree)?, highest(column, Vote::Disagree)?);
            let (with, against) = (tally.group(agreeing)[column], tally.group(disagreeing)[column]);
            let is_divided = agreeing != disagreeing
                && share_test(with, Vote::Agree) > SIGNIFICANT
                && share_test(against, Vote::Disagree) > SIGNIFICANT;
            is_divided.then(|| Divisive {
                statement: votes.statements()[column],
                agreeing,
                disagreeing,
                distance: share(with, Vote::Agree) - share(against, Vote::Agree),
            })
        })
        .collect();
    list.sort_by(|a, b| b.distance.total_cmp(&a.distance).then(a.statement.cmp(&b.statement)));
    list.truncate(most);
    list
}
