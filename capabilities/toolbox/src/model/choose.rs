//! Choosing methods (dialogue.md §5.1): what cannot work is left out, the rest is weighed with reasons, and what is
//! proposed is a set: one broad, one deep and one outreach method. Pure: from a wish and the cards to a proposal.
//!
//! The level is a hard filter for the deep method, which carries the promise. A broad or outreach method may stand one
//! step lower (never below consultation): so do real dialogues, which put a survey beside their meetings.

use method::pack::{Conflict, Form, MethodCard, Purpose, Reach, TargetGroup};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The rank of consultation, the lowest level of a dialogue.
const CONSULTATION: u8 = 2;

/// What somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Rank on the ladder.
    pub level: u8,
    pub purpose: Purpose,
    /// How many people, if that is known.
    pub people: Option<u32>,
    pub groups: Vec<TargetGroup>,
    pub weeks: Option<u32>,
    /// Of staff, for the whole set.
    pub hours: Option<u32>,
    /// The dearest class of cost.
    pub cost: Option<u8>,
    /// Whether taking part by computer is possible.
    pub digital: bool,
    pub conflict: Conflict,
}

/// What a method must pass to be thought of at all, in the order they are applied and told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    Level,
    People,
    Weeks,
    Hours,
    Cost,
    Digital,
}

impl Filter {
    pub const ALL: [Filter; 6] = [
        Filter::Level,
        Filter::People,
        Filter::Weeks,
        Filter::Hours,
        Filter::Cost,
        Filter::Digital,
    ];

    /// The word in text keys.
    pub fn code(self) -> &'static str {
        match self {
            Filter::Level => "level",
            Filter::People => "people",
            Filter::Weeks => "weeks",
            Filter::Hours => "hours",
            Filter::Cost => "cost",
            Filter::Digital => "digital",
        }
    }

    /// Whether the method can work for the wish, as far as this filter sees.
    pub fn passes(self, wish: &Wish, card: &MethodCard) -> bool {
        match self {
            Filter::Level => carries(wish, card) || stands_below(wish, card),
            Filter::People => wish.people.is_none_or(|people| card.group.min <= people),
            Filter::Weeks => wish.weeks.is_none_or(|weeks| card.weeks.min <= weeks),
            Filter::Hours => wish.hours.is_none_or(|hours| card.hours.min <= hours),
            Filter::Cost => wish.cost.is_none_or(|cost| card.cost <= cost),
            Filter::Digital => wish.digital || without_computer(card),
        }
    }
}

/// Why a method is worth its place, or what to mind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It works at the level that was chosen.
    Level,
    /// It gives a basis one level below; the promise is kept by another.
    Below,
    Purpose,
    Reaches(Vec<TargetGroup>),
    /// It takes as many people as are wanted.
    Many,
    WithoutComputer,
    /// It stands so contested a question.
    Conflict,
    /// The question may be too contested for it: mind.
    TooContested,
    /// It tends to miss groups that are wanted: mind.
    Misses(Vec<TargetGroup>),
}

/// A method that passed, weighed.
#[derive(Debug, Clone)]
pub struct Weighed<'c> {
    pub card: &'c MethodCard,
    pub score: i32,
    pub reasons: Vec<Reason>,
}

/// Which filters to loosen together, and how many methods that lets in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loosen {
    pub filters: Vec<Filter>,
    pub lets_in: usize,
}

/// What is proposed.
#[derive(Debug, Clone)]
pub struct Proposal<'c> {
    /// How many each filter took away, of those that the ones before it left.
    pub removed: Vec<(Filter, usize)>,
    /// All that passed, best first.
    pub passed: Vec<Weighed<'c>>,
    /// At most one of each reach: broad, deep, outreach.
    pub set: Vec<Weighed<'c>>,
    /// The reaches for which nothing passed or nothing more had room.
    pub lacking: Vec<Reach>,
    /// Wanted groups that no method of the set tends to reach.
    pub missed: Vec<TargetGroup>,
    /// Whether one can take part in some of it without a computer.
    pub without_computer: bool,
    /// Whether some of it carries the level that was chosen.
    pub carries_level: bool,
    /// The least hours of staff that the set asks for.
    pub hours: u32,
    /// What to loosen when nothing passed.
    pub loosen: Option<Loosen>,
}

/// The proposal for a wish.
pub fn choose<'c>(wish: &Wish, cards: &'c [MethodCard]) -> Proposal<'c> {
    let (removed, left) = filtered(wish, cards);
    let mut passed: Vec<Weighed<'c>> = left.into_iter().map(|card| weigh(wish, card)).collect();
    // Of equal methods the one that takes least work, then by key, so that the same wish gets the same answer.
    passed.sort_by(|a, b| {
        let by_work = a.card.hours.min.cmp(&b.card.hours.min);
        b.score
            .cmp(&a.score)
            .then(by_work)
            .then_with(|| a.card.key.cmp(&b.card.key))
    });
    let set = best_set(wish, &passed);
    let in_set = |reach: &Reach| set.iter().any(|one| one.card.reach == *reach);
    Proposal {
        removed,
        lacking: Reach::ALL.iter().copied().filter(|reach| !in_set(reach)).collect(),
        missed: missed(wish, &set),
        without_computer: set.iter().any(|one| without_computer(one.card)),
        carries_level: set.iter().any(|one| carries(wish, one.card)),
        hours: hours(&set),
        loosen: if passed.is_empty() { loosen(wish, cards) } else { None },
        set: set.into_iter().cloned().collect(),
        passed,
    }
}

fn filtered<'c>(wish: &Wish, cards: &'c [MethodCard]) -> (Vec<(Filter, usize)>, Vec<&'c MethodCard>) {
    let mut left: Vec<&MethodCard> = cards.iter().collect();
    let removed = Filter::ALL.map(|filter| {
        let before = left.len();
        left.retain(|card| filter.passes(wish, card));
        (filter, before - left.len())
    });
    (removed.to_vec(), left)
}

fn carries(wish: &Wish, card: &MethodCard) -> bool {
    card.levels.contains(&wish.level)
}

fn stands_below(wish: &Wish, card: &MethodCard) -> bool {
    let below = wish.level.saturating_sub(1);
    card.reach != Reach::Deep && below >= CONSULTATION && card.levels.contains(&below)
}

fn without_computer(card: &MethodCard) -> bool {
    card.form.iter().any(|form| *form != Form::Digital)
}

fn weigh<'c>(wish: &Wish, card: &'c MethodCard) -> Weighed<'c> {
    let wanted = |groups: &[TargetGroup]| -> Vec<TargetGroup> {
        wish.groups
            .iter()
            .copied()
            .filter(|group| groups.contains(group))
            .collect()
    };
    let (reaches, misses) = (wanted(&card.reaches), wanted(&card.misses));
    let (reached, left_out) = (reaches.len() as i32, misses.len() as i32);
    // A card names its best purpose first.
    let fits = card.purposes.iter().position(|one| *one == wish.purpose);
    let many = wish
        .people
        .is_some_and(|people| card.reach == Reach::Broad && card.group.max.is_none_or(|max| max >= people));
    // A quiet question is no merit of a method that could stand a loud one.
    let stands = wish.conflict > Conflict::Low && card.conflict >= wish.conflict;
    let steps_short = wish.conflict as i32 - card.conflict as i32;
    let weights = [
        (carries(wish, card), 3, Reason::Level),
        (!carries(wish, card), 0, Reason::Below),
        (fits.is_some(), if fits == Some(0) { 4 } else { 3 }, Reason::Purpose),
        // Little, for reaching one twice is a small gain; that a group is reached at all weighs in the set.
        (!reaches.is_empty(), reached, Reason::Reaches(reaches)),
        (many, 2, Reason::Many),
        (without_computer(card), 1, Reason::WithoutComputer),
        (stands, 2, Reason::Conflict),
        (steps_short > 0, -2 * steps_short, Reason::TooContested),
        (!misses.is_empty(), -left_out, Reason::Misses(misses)),
    ];
    let held: Vec<_> = weights.into_iter().filter(|(holds, ..)| *holds).collect();
    Weighed {
        card,
        score: held.iter().map(|(_, weight, _)| weight).sum(),
        reasons: held.into_iter().map(|(_, _, reason)| reason).collect(),
    }
}

/// The best set with at most one of each reach that the hours allow. Some thousand combinations at the most: every one
/// is tried, so that the set is best as a whole and not only one by one.
fn best_set<'p, 'c>(wish: &Wish, passed: &'p [Weighed<'c>]) -> Vec<&'p Weighed<'c>> {
    let of = |reach: Reach| -> Vec<Option<&'p Weighed<'c>>> {
        let those = passed.iter().filter(|one| one.card.reach == reach).map(Some);
        those.chain([None]).collect()
    };
    let (broad, deep, outreach) = (of(Reach::Broad), of(Reach::Deep), of(Reach::Outreach));
    let mut best: (Vec<&'p Weighed<'c>>, Worth) = (Vec::new(), (false, false, 0, 0, Reverse(0)));
    for one in &broad {
        for two in &deep {
            for three in &outreach {
                let set: Vec<_> = [one, two, three].into_iter().flatten().copied().collect();
                if wish.hours.is_some_and(|available| hours(&set) > available) {
                    continue;
                }
                let worth = worth(wish, &set);
                if worth > best.1 {
                    best = (set, worth);
                }
            }
        }
    }
    best.0
}

/// What a set is compared by, the first first: a way without a computer, the level carried, the number of its parts, and
/// then the score of its methods with what they reach together; of equals the one that takes least work.
type Worth = (bool, bool, usize, i32, Reverse<u32>);

fn worth(wish: &Wish, set: &[&Weighed<'_>]) -> Worth {
    let reached = wish.groups.len() - missed(wish, set).len();
    let score: i32 = set.iter().map(|one| one.score).sum();
    (
        set.iter().any(|one| without_computer(one.card)),
        set.iter().any(|one| carries(wish, one.card)),
        set.len(),
        score + 4 * reached as i32,
        Reverse(hours(set)),
    )
}

/// "Open to all" reaches nobody in particular, so it is not counted.
fn missed(wish: &Wish, set: &[&Weighed<'_>]) -> Vec<TargetGroup> {
    let reached = |group: &TargetGroup| set.iter().any(|one| one.card.reaches.contains(group));
    wish.groups.iter().copied().filter(|group| !reached(group)).collect()
}

fn hours(set: &[&Weighed<'_>]) -> u32 {
    set.iter().map(|one| one.card.hours.min).sum()
}

/// The fewest filters that let something in, and of those the ones that let in most. The level comes last: it is a promise
/// that somebody has decided, while time and money are only short.
fn loosen(wish: &Wish, cards: &[MethodCard]) -> Option<Loosen> {
    let failed = |card: &MethodCard| -> BTreeSet<Filter> {
        Filter::ALL
            .into_iter()
            .filter(|filter| !filter.passes(wish, card))
            .collect()
    };
    let sets: BTreeSet<BTreeSet<Filter>> = cards.iter().map(failed).collect();
    let lets_in = |filters: &BTreeSet<Filter>| cards.iter().filter(|card| failed(card).is_subset(filters)).count();
    sets.iter()
        .map(|filters| Loosen {
            lets_in: lets_in(filters),
            filters: filters.iter().copied().collect(),
        })
        .min_by_key(|one| {
            let gives_up_the_level = one.filters.contains(&Filter::Level);
            (gives_up_the_level, one.filters.len(), Reverse(one.lets_in))
        })
}

#[cfg(test)]
mod tests;
