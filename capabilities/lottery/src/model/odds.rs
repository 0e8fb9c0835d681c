//! The odds that a pool and its quotas give, with the thousand panels; or why there is no panel, and the smallest change that helps.

use super::Told;
use super::terms::{Pool, Quotas, problem};
use panel::{Change, Contradiction, Error, Fault, Infeasible, Lottery, Odds, Problem};
use serde::{Deserialize, Serialize};

/// One group of one category: how many there are, may be, are expected, and were drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Group {
    pub category: String,
    pub group: String,
    pub pool: usize,
    pub low: u32,
    pub high: u32,
    /// Seats that the lottery gives the group on average.
    pub expected: f64,
    /// Once it is drawn.
    pub drawn: Option<usize>,
}

/// What is told of the odds. It holds no numbers of people, so it may stay when they are erased.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Figures {
    pub people: usize,
    /// In how many of the thousand panels the one with the least and the one with the most chance sit.
    pub least: u32,
    pub most: u32,
    /// Proved: nobody's chance can be raised without lowering that of somebody who has no more.
    pub certified: bool,
    /// How far the thousand panels are from the exact odds, at most.
    pub rounding: f64,
    pub fingerprint: String,
    pub groups: Vec<Group>,
    /// Who lives together was looked at; told also when the pool is erased, so that the command stays the same.
    #[serde(default)]
    pub has_households: bool,
}

/// What computing gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub(crate) enum Outcome {
    Figures(Figures),
    /// No panel meets the quotas: why, and what would help.
    Infeasible {
        why: Vec<Told>,
        /// `Område, Norr: 4–6 blir 3–6`.
        change: Vec<Told>,
    },
    /// There are no exact odds, and what to do about it.
    Refused {
        why: Told,
    },
}

/// The outcome of what stood at a revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Computed {
    pub revision: i64,
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// The fairest odds (leximin, certified) and the file to publish. Seconds of arithmetic for hundreds of people.
pub(crate) fn compute(quotas: &Quotas, pool: &Pool, seats: u32) -> (Outcome, Option<String>) {
    match attempt(quotas, pool, seats) {
        Ok((figures, document)) => (Outcome::Figures(figures), Some(document)),
        Err(error) => (refused(&error), None),
    }
}

fn attempt(quotas: &Quotas, pool: &Pool, seats: u32) -> Result<(Figures, String), Error> {
    let problem = problem(quotas, pool, seats)?;
    let odds = panel::leximin(&problem)?;
    let lottery = Lottery::of(&problem, &odds)?;
    let document = lottery.document(&problem);
    let counts = lottery.counts();
    let figures = Figures {
        people: problem.people().len(),
        least: counts.iter().copied().min().unwrap_or(0),
        most: counts.iter().copied().max().unwrap_or(0),
        certified: odds.certificate.holds(),
        rounding: lottery.largest_difference(&odds),
        fingerprint: panel::draw::fingerprint(&document),
        groups: groups(&problem, &odds),
        has_households: pool.has_households(),
    };
    Ok((figures, document))
}

fn groups(problem: &Problem, odds: &Odds) -> Vec<Group> {
    let of_group = |category: usize, group: usize| {
        let chances = problem.people().iter().zip(&odds.probabilities);
        chances
            .filter(move |(person, _)| person.features[category] == group)
            .map(|(_, chance)| *chance)
    };
    let mut groups = Vec::new();
    for (category, one) in problem.categories().iter().enumerate() {
        for (group, quota) in one.quotas.iter().enumerate() {
            groups.push(Group {
                category: one.name.clone(),
                group: quota.feature.clone(),
                pool: of_group(category, group).count(),
                low: quota.low,
                high: quota.high,
                expected: of_group(category, group).sum(),
                drawn: None,
            });
        }
    }
    groups
}

/// The figures with how many of each group sit in the panel of these numbers.
pub(crate) fn drawn(mut figures: Figures, pool: &Pool, ids: &[String]) -> Figures {
    let members: Vec<&super::terms::Member> = pool.people.iter().filter(|one| ids.contains(&one.id)).collect();
    let mut at = (0, 0);
    for place in 0..figures.groups.len() {
        if place > 0 {
            let same = figures.groups[place].category == figures.groups[place - 1].category;
            at = if same { (at.0, at.1 + 1) } else { (at.0 + 1, 0) };
        }
        let sits = members.iter().filter(|one| one.groups.get(at.0) == Some(&at.1)).count();
        figures.groups[place].drawn = Some(sits);
    }
    figures
}

fn refused(error: &Error) -> Outcome {
    let refused = |why: Told| Outcome::Refused { why };
    match error {
        Error::Infeasible(why) => infeasible(why),
        Error::Invalid(fault) => refused(fault_told(fault)),
        Error::TooManyTypes { types, most } => refused(
            Told::new("lottery-too-many-types")
                .with("types", types)
                .with("most", most),
        ),
        Error::TooHard | Error::Greedy { .. } | Error::Solver(_) => refused(Told::new("lottery-too-hard")),
    }
}

/// What contradicts itself before any panel is looked for.
pub(crate) fn fault_told(fault: &Fault) -> Told {
    match fault {
        Fault::NoSeats => Told::new("lottery-error-seats"),
        Fault::TooFewPeople { people, size } => Told::new("lottery-too-few-people")
            .with("people", people)
            .with("seats", size),
        Fault::SameName { name } => Told::new("lottery-same-name").with("name", name),
        Fault::TooManyPeople { .. }
        | Fault::SameId { .. }
        | Fault::Id { .. }
        | Fault::Features { .. }
        | Fault::OtherProblem
        | Fault::Crossed { .. } => Told::new("lottery-too-hard"),
    }
}

/// Why no panel meets the quotas.
pub(crate) fn infeasible(why: &Infeasible) -> Outcome {
    let mut reasons: Vec<Told> = why.contradictions.iter().map(contradiction).collect();
    if reasons.is_empty() {
        reasons.push(Told::new("lottery-infeasible-together"));
    }
    Outcome::Infeasible {
        why: reasons,
        change: why.relaxation.iter().map(change).collect(),
    }
}

fn contradiction(one: &Contradiction) -> Told {
    match one {
        Contradiction::LowsExceedSize { category, sum, size } => Told::new("lottery-infeasible-lows")
            .with("category", category)
            .with("sum", sum)
            .with("seats", size),
        Contradiction::HighsBelowSize { category, sum, size } => Told::new("lottery-infeasible-highs")
            .with("category", category)
            .with("sum", sum)
            .with("seats", size),
        Contradiction::TooFewPeople {
            category,
            feature,
            people,
            low,
        } => Told::new("lottery-infeasible-few")
            .with("category", category)
            .with("group", feature)
            .with("people", people)
            .with("low", low),
        Contradiction::TooFewHouseholds { households, size } => Told::new("lottery-infeasible-households")
            .with("households", households)
            .with("seats", size),
    }
}

fn change(one: &Change) -> Told {
    Told::new("lottery-infeasible-change")
        .with("category", &one.category)
        .with("group", &one.feature)
        .with("from", format!("{}–{}", one.from.0, one.from.1))
        .with("to", format!("{}–{}", one.to.0, one.to.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::terms::{Bound, Member};

    fn quotas(bounds: [(u32, u32); 2]) -> Quotas {
        let bound = |(group, (low, high)): (&str, (u32, u32))| Bound {
            group: group.into(),
            low,
            high,
        };
        Quotas(vec![(
            "Kön".into(),
            ["Kvinna", "Man"].into_iter().zip(bounds).map(bound).collect(),
        )])
    }

    fn pool(women: usize, men: usize) -> Pool {
        let member = |n: usize| Member {
            id: format!("p{n:03}"),
            groups: vec![usize::from(n >= women)],
            household: None,
        };
        Pool {
            people: (0..women + men).map(member).collect(),
            ..Pool::default()
        }
    }

    #[test]
    fn the_figures_are_those_of_the_thousand_panels() {
        let (outcome, document) = compute(&quotas([(2, 2), (2, 2)]), &pool(4, 8), 4);
        let Outcome::Figures(figures) = outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!((figures.people, figures.least, figures.most), (12, 250, 500));
        assert!(figures.certified && figures.rounding < 0.002);
        let document = document.unwrap();
        assert_eq!(figures.fingerprint, panel::draw::fingerprint(&document));
        let drawn_ids = panel::draw::draw(&document, "3 9 17 22").unwrap().ids;
        let told = drawn(figures, &pool(4, 8), &drawn_ids);
        assert_eq!(
            told.groups.iter().map(|one| one.drawn).collect::<Vec<_>>(),
            [Some(2), Some(2)]
        );
        assert!((told.groups[1].expected - 2.0).abs() < 1e-6 && told.groups[1].pool == 8);
    }

    #[test]
    fn quotas_that_nobody_meets_are_told_with_the_smallest_change() {
        let (outcome, document) = compute(&quotas([(3, 4), (2, 3)]), &pool(2, 8), 4);
        let Outcome::Infeasible { why, change } = outcome else {
            panic!("{outcome:?}")
        };
        let keys: Vec<&str> = why.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["lottery-infeasible-lows", "lottery-infeasible-few"]);
        assert_eq!(change.len(), 1, "{change:?}");
        assert!(document.is_none());
    }

    #[test]
    fn fewer_people_than_seats_is_no_lottery() {
        let (outcome, _) = compute(&quotas([(0, 9), (0, 9)]), &pool(1, 2), 4);
        assert!(matches!(outcome, Outcome::Refused { why } if why.key == "lottery-too-few-people"));
    }

    #[test]
    fn what_is_kept_is_read_again() {
        for seats in [2, 9] {
            let (outcome, _) = compute(&quotas([(1, 1), (1, 1)]), &pool(2, 8), seats);
            let kept = Computed { revision: 3, outcome };
            let json = serde_json::to_value(&kept).unwrap();
            assert_eq!(serde_json::from_value::<Computed>(json).unwrap(), kept);
        }
    }
}
