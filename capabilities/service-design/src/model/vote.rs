//! A vote with dots: each who votes spreads a few dots over the ideas.

use db::Id;
use jiff::Timestamp;

/// The most dots that one may have.
pub(crate) const MOST_DOTS: i64 = 10;
/// The letters and digits of a code: none that is taken for another when somebody reads it aloud.
const ALPHABET: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
/// How long a code is: short enough to type on a phone, and a million times more than there are votes.
pub(crate) const CODE: usize = 6;

/// A vote with its choices.
#[derive(Debug, Clone)]
pub struct Vote {
    pub id: Id,
    pub project: Id,
    /// The word in its address.
    pub code: String,
    pub question: String,
    /// How many dots each has.
    pub dots: i64,
    pub opened_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    pub choices: Vec<Choice>,
    /// How many have voted: the base of every number.
    pub ballots: i64,
}

/// Something to vote on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub place: i64,
    /// The idea, as a node of the evidence chain.
    pub node: Id,
    pub title: String,
    /// How many dots it has got.
    pub dots: i64,
}

impl Vote {
    /// Its public address.
    pub fn address(&self) -> String {
        format!("/rost/{}", self.code)
    }

    /// The choices with most dots first.
    pub fn outcome(&self) -> Vec<&Choice> {
        let mut all: Vec<&Choice> = self.choices.iter().collect();
        all.sort_by_key(|choice| (std::cmp::Reverse(choice.dots), choice.place));
        all
    }

    /// What is wrong with a ballot: the dots for each choice, in their order.
    pub(crate) fn fault(&self, dots: &[i64]) -> Option<&'static str> {
        let sum = dots.iter().try_fold(0_i64, |sum, one| sum.checked_add(*one));
        match sum {
            _ if dots.len() != self.choices.len() || dots.iter().any(|one| *one < 0) => Some("design-error-dots"),
            Some(0) => Some("design-error-no-dots"),
            Some(sum) if sum <= self.dots => None,
            _ => Some("design-error-many-dots"),
        }
    }
}

/// A code from random bytes.
pub(crate) fn code(bytes: [u8; CODE]) -> String {
    let letter = |byte: u8| char::from(ALPHABET[usize::from(byte % 31)]);
    bytes.into_iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(choices: usize) -> Vote {
        let choice = |place: usize| Choice {
            place: i64::try_from(place).unwrap_or(0),
            node: Id::MAX,
            title: String::new(),
            dots: 0,
        };
        Vote {
            id: Id::MAX,
            project: Id::MAX,
            code: code([0, 31, 255, 30, 7, 99]),
            question: String::new(),
            dots: 3,
            opened_at: Timestamp::UNIX_EPOCH,
            closed_at: None,
            choices: (0..choices).map(choice).collect(),
            ballots: 0,
        }
    }

    #[test]
    fn a_ballot_has_some_dots_and_not_too_many() {
        let vote = vote(3);
        for (dots, fault) in [
            (vec![1, 1, 1], None),
            (vec![3, 0, 0], None),
            (vec![0, 0, 0], Some("design-error-no-dots")),
            (vec![2, 2, 0], Some("design-error-many-dots")),
            (vec![-1, 1, 1], Some("design-error-dots")),
            (vec![1, 1], Some("design-error-dots")),
            (vec![i64::MAX, i64::MAX, 0], Some("design-error-many-dots")),
        ] {
            assert_eq!(vote.fault(&dots), fault, "{dots:?}");
        }
        assert!(
            vote.code.len() == CODE && !vote.code.contains(['0', '1', 'i', 'l', 'o']),
            "{}",
            vote.code
        );
    }
}
