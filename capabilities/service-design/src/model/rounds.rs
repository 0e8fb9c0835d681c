//! Ideas written in rounds: everybody writes at the same time, and from the second round on builds on what somebody else wrote.

use db::Id;
use jiff::{Timestamp, civil::Date};

/// The most ideas that one writes in a round: more is not written in a quarter of an hour.
pub(crate) const MOST_IDEAS: i64 = 6;
/// The most who take part.
pub(crate) const MOST_SEATS: i64 = 60;
/// How many days ahead the last day may lie.
pub(crate) const MOST_DAYS: i32 = 31;
/// How long an idea may be, in characters.
pub(crate) const LONGEST_IDEA: usize = 400;

/// A session with its rounds.
#[derive(Debug, Clone)]
pub struct Session {
    pub id: Id,
    pub project: Id,
    /// The word in its public address.
    pub code: String,
    pub question: String,
    /// The question's node in the chain, when it was chosen and not typed.
    pub question_node: Option<Id>,
    /// How many ideas each writes in a round.
    pub ideas_each: i64,
    /// The round that is written now, from 1.
    pub round: i64,
    /// How many take part.
    pub seats: i64,
    /// The last day on which one can write.
    pub closes_on: Date,
    pub opened_at: Timestamp,
    pub closed_at: Option<Timestamp>,
}

/// Who may read an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// The others in the room.
    Shown,
    /// The team and whoever wrote it: it looks as if it points out a person.
    Held,
    /// The team only, for a reason that it wrote.
    Hidden,
}

impl Sight {
    /// The word in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Sight::Shown => "shown",
            Sight::Held => "held",
            Sight::Hidden => "hidden",
        }
    }

    /// What nobody knows is not shown.
    pub(crate) fn from_code(code: &str) -> Sight {
        let all = [Sight::Shown, Sight::Held];
        all.into_iter().find(|one| one.code() == code).unwrap_or(Sight::Hidden)
    }
}

/// An idea of a session.
#[derive(Debug, Clone)]
pub struct Idea {
    pub id: Id,
    /// Who wrote it: a number in the room, never a person.
    pub seat: i64,
    pub round: i64,
    pub body: String,
    pub builds_on: Option<Id>,
    pub sight: Sight,
    /// Why it is hidden.
    pub reason: String,
    /// The idea card that was made of it.
    pub node: Option<Id>,
}

impl Session {
    /// Its public address.
    pub fn address(&self) -> String {
        format!("/varv/{}", self.code)
    }

    /// Can one still write, and read what others wrote?
    pub fn is_open(&self, today: Date) -> bool {
        self.closed_at.is_none() && today <= self.closes_on
    }
}

/// What a seat reads in a round, to build on: the ideas that one other wrote in the rounds before. Papers go round the table: each
/// round one seat further on, over those who have written something that may be read. So nobody gets their own, and
/// as long as nobody comes or goes everybody's ideas are read by somebody in every round.
pub fn passed_on(ideas: &[Idea], seat: i64, round: i64) -> Vec<&Idea> {
    let readable = |idea: &&Idea| idea.sight == Sight::Shown && idea.round < round && idea.seat != seat;
    let mut writers: Vec<i64> = ideas.iter().filter(readable).map(|idea| idea.seat).collect();
    // Round the table, from the neighbour on.
    writers.sort_unstable_by_key(|writer| (*writer < seat, *writer));
    writers.dedup();
    let further = usize::try_from(round - 2).unwrap_or(0);
    let Some(writer) = further.checked_rem(writers.len()).map(|place| writers[place]) else {
        return Vec::new();
    };
    ideas
        .iter()
        .filter(readable)
        .filter(|idea| idea.seat == writer)
        .collect()
}

/// An idea as somebody typed it: its text, and the idea that it builds on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub body: String,
    pub builds_on: Option<Id>,
}

/// What is wrong with ideas that a seat sends for a round.
pub(crate) fn fault(
    session: &Session,
    ideas: &[Idea],
    seat: i64,
    round: i64,
    written: &[Written],
) -> Option<&'static str> {
    let own = ideas
        .iter()
        .filter(|idea| idea.seat == seat && idea.round == round)
        .count();
    let passed = passed_on(ideas, seat, round);
    let builds = |one: &Written| one.builds_on.is_none_or(|on| passed.iter().any(|idea| idea.id == on));
    if !(1..=session.round).contains(&round) {
        Some("design-error-rounds-round")
    } else if written.is_empty() {
        Some("design-error-rounds-nothing")
    } else if written.iter().any(|one| one.body.chars().count() > LONGEST_IDEA) {
        Some("design-error-rounds-long")
    } else if i64::try_from(own + written.len()).is_ok_and(|all| all > session.ideas_each) {
        Some("design-error-rounds-many")
    } else if !written.iter().all(builds) {
        Some("design-error-rounds-builds")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn idea(number: usize, seat: i64, round: i64, sight: Sight) -> Idea {
        Idea {
            id: format!("00000000-0000-7000-8000-{number:012x}")
                .parse()
                .expect("an identifier"),
            seat,
            round,
            body: format!("Idé {number}"),
            builds_on: None,
            sight,
            reason: String::new(),
            node: None,
        }
    }

    fn session(round: i64) -> Session {
        Session {
            id: Id::MAX,
            project: Id::MAX,
            code: "abc234".into(),
            question: String::new(),
            question_node: None,
            ideas_each: 3,
            round,
            seats: 2,
            closes_on: jiff::civil::date(2026, 3, 2),
            opened_at: Timestamp::UNIX_EPOCH,
            closed_at: None,
        }
    }

    proptest! {
        #[test]
        fn nobody_reads_their_own_nor_what_is_not_shown(
            written in prop::collection::vec((1_i64..8, 1_i64..5, 0_u8..3), 0..60), seat in 1_i64..9, round in 1_i64..7,
        ) {
            let sights = [Sight::Shown, Sight::Held, Sight::Hidden];
            let ideas: Vec<Idea> = written
                .into_iter()
                .enumerate()
                .map(|(number, (seat, round, sight))| idea(number, seat, round, sights[usize::from(sight)]))
                .collect();
            let passed = passed_on(&ideas, seat, round);
            prop_assert!(passed.iter().all(|idea| idea.seat != seat && idea.round < round && idea.sight == Sight::Shown));
            prop_assert!(passed.iter().map(|idea| idea.seat).collect::<BTreeSet<_>>().len() <= 1);
            let is_there = ideas.iter().any(|idea| idea.seat != seat && idea.round < round && idea.sight == Sight::Shown);
            prop_assert_eq!(passed.is_empty(), !is_there);
        }

        #[test]
        fn in_a_room_where_nobody_comes_or_goes_every_paper_lies_before_somebody_else(seats in 2_i64..12, round in 2_i64..20) {
            let ideas: Vec<Idea> = (1..=seats).map(|seat| idea(usize::try_from(seat).unwrap_or(0), seat, 1, Sight::Shown)).collect();
            let read: BTreeSet<i64> = (1..=seats).map(|seat| passed_on(&ideas, seat, round)[0].seat).collect();
            prop_assert_eq!(i64::try_from(read.len()).unwrap_or(0), seats);
        }
    }

    #[test]
    fn what_is_sent_fits_the_round() {
        let session = session(2);
        let ideas = [
            idea(1, 1, 1, Sight::Shown),
            idea(2, 2, 1, Sight::Shown),
            idea(3, 1, 2, Sight::Shown),
        ];
        let written = |body: &str, on: Option<usize>| Written {
            body: body.into(),
            builds_on: on.map(|place| ideas[place].id),
        };
        let fault = |round: i64, written: &[Written]| fault(&session, &ideas, 1, round, written);
        assert_eq!(fault(2, &[written("Sms", Some(1)), written("Brev", None)]), None);
        assert_eq!(fault(2, &[]), Some("design-error-rounds-nothing"));
        assert_eq!(fault(3, &[written("Sms", None)]), Some("design-error-rounds-round"));
        assert_eq!(
            fault(2, &[written(&"x".repeat(401), None)]),
            Some("design-error-rounds-long")
        );
        let three = [written("a", None), written("b", None), written("c", None)];
        assert_eq!(
            fault(2, &three),
            Some("design-error-rounds-many"),
            "one is written already"
        );
        assert_eq!(
            fault(2, &[written("Sms", Some(0))]),
            Some("design-error-rounds-builds"),
            "not on one's own"
        );
    }

    #[test]
    fn a_session_is_open_through_its_last_day() {
        let mut session = session(1);
        assert!(session.is_open(jiff::civil::date(2026, 3, 2)) && !session.is_open(jiff::civil::date(2026, 3, 3)));
        session.closed_at = Some(Timestamp::UNIX_EPOCH);
        assert!(!session.is_open(jiff::civil::date(2026, 3, 2)));
    }
}
