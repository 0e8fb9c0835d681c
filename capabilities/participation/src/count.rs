//! What a sum of money pays for: a vote counted by its published rule, apart from requests, by `kernels/budget`.
//!
//! The projects are those of the newest version, numbered in their order; equal ones are taken in that order. So the `.pb` file of
//! the export, counted by anybody, gives the same winners.

use std::collections::HashMap;
use std::sync::Arc;

use background::{Answer as Computing, Computed, Work};
use budget::{
    Amount, Ballot, BallotKind, Completion, Election, EqualShares, Greedy, Outcome, Project, Reason, Rule,
    Satisfaction, TieBreak,
};
use db::{Conn, Id};
use serde::{Deserialize, Serialize};
use web::{Fault, Site};

use crate::acts;
use crate::kinds::{BALLOT, COUNT};
use crate::model::answer::{Answer, Answers};
use crate::model::ballot::{BallotForm, FundingRule, Terms};
use crate::model::definition::{Choice, Kind, Question};
use crate::store;

/// How many contributions stand in memory at once.
const PIECE: i64 = 2_000;

/// A project as the rule left it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CountedProject {
    pub key: String,
    pub cost: i64,
    pub votes: u64,
    pub selected: bool,
    /// Why, as `budget` names the reason.
    pub reason: String,
    /// The least number of further votes that would have been enough; `None` when no number would.
    pub lacking: Option<u64>,
    /// What it cost more than what was left at its turn, in kronor, where that was why.
    pub short: Option<i64>,
    /// When the rule took it, from 1.
    pub place: Option<u64>,
}

/// A vote, counted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BudgetCount {
    pub ballots: u64,
    /// Ballots that break the terms (entered by hand, say) and are not counted.
    pub refused: u64,
    pub total: i64,
    pub cost: i64,
    pub rule: FundingRule,
    pub projects: Vec<CountedProject>,
    /// Projects that were equal for the rule: the one taken first, then the others.
    pub ties: Vec<(String, Vec<String>)>,
    /// The rule could not be computed to its end; nothing is decided.
    pub undecided: bool,
}

/// The work that counts, for the program to register.
pub fn budget_work() -> Work {
    Work {
        kind: COUNT,
        run: |site, activity| -> Computing { Box::pin(compute(site, activity)) },
    }
}

/// The count that stands, and how current it is; `None` before anybody has voted.
///
/// # Errors
/// The database's.
pub async fn budget_count(conn: &mut Conn, activity: Id) -> db::Result<Option<(BudgetCount, Computed)>> {
    let Some(mut computed) = background::result(conn, activity, COUNT).await? else {
        return Ok(None);
    };
    let count = serde_json::from_value(computed.result.take()).unwrap_or_default();
    Ok(Some((count, computed)))
}

/// The ballot of the newest version of an activity; `None` when it has none.
///
/// # Errors
/// The database's.
pub async fn ballot(conn: &mut Conn, activity: Id) -> db::Result<Option<Question>> {
    let newest = acts::met_versions(conn, activity).await?.pop();
    Ok(newest.and_then(|(_, definition)| definition.question(BALLOT).cloned()))
}

/// All ballots in the order they came, each as the places of its projects among the options.
///
/// # Errors
/// The database's.
pub async fn ballots(conn: &mut Conn, activity: Id, options: &[Choice]) -> db::Result<Vec<Vec<usize>>> {
    let places: HashMap<&str, usize> = (options.iter().enumerate())
        .map(|(place, option)| (option.key.as_str(), place))
        .collect();
    let mut ballots = Vec::new();
    let mut after = None;
    loop {
        let rows = store::answer_rows_after(conn, activity, after, PIECE).await?;
        for row in &rows {
            let answers = Answers::from_json(&row.answers).unwrap_or_default();
            if let Some(Answer::Choices(keys)) = answers.given(BALLOT) {
                ballots.push(
                    keys.iter()
                        .filter_map(|key| places.get(key.as_str()).copied())
                        .collect(),
                );
            }
        }
        match rows.last() {
            Some(last) if rows.len() as i64 == PIECE => after = Some((last.submitted_at, last.id)),
            _ => return Ok(ballots),
        }
    }
}

/// The number of a project in files: padded, so that order by text is the order of the list.
pub fn project_number(place: usize, projects: usize) -> String {
    let width = projects.to_string().len();
    format!("{:0width$}", place + 1)
}

async fn compute(site: Arc<Site>, activity: Id) -> Result<serde_json::Value, Fault> {
    let (question, ballots) = {
        let mut conn = site.db.read().await?;
        let Some(question) = ballot(&mut conn, activity).await? else {
            return serde_json::to_value(BudgetCount::default()).map_err(Fault::internal);
        };
        let ballots = ballots(&mut conn, activity, question.choices()).await?;
        (question, ballots)
    };
    let count = web::computed(move || -> Result<BudgetCount, String> {
        match &question.kind {
            Kind::Budget { options, terms } => counted(options, terms, &ballots),
            _ => Ok(BudgetCount::default()),
        }
    })
    .await?;
    serde_json::to_value(count).map_err(Fault::internal)
}

fn counted(options: &[Choice], terms: &Terms, ballots: &[Vec<usize>]) -> Result<BudgetCount, String> {
    let amount = |kronor: i64| {
        u64::try_from(kronor)
            .ok()
            .and_then(Amount::units)
            .unwrap_or(Amount::ZERO)
    };
    let project = |(place, option): (usize, &Choice)| Project {
        id: project_number(place, options.len()),
        name: option.label.sv.clone(),
        cost: amount(terms.cost(&option.key)),
    };
    let kind = match terms.ballot {
        BallotForm::Knapsack => BallotKind::Knapsack,
        BallotForm::Approval { .. } => BallotKind::Approval,
    };
    let projects = options.iter().enumerate().map(project).collect();
    let mut election = Election::new(amount(terms.total), projects, kind).map_err(|fault| fault.to_string())?;
    let mut refused = 0;
    for ballot in ballots {
        let too_many = matches!(terms.ballot, BallotForm::Approval { most } if most > 0 && ballot.len() > most);
        if too_many || election.cast(Ballot::Projects(ballot)).is_err() {
            refused += 1;
        }
    }
    let outcome = rule(terms.rule).decide(&election, TieBreak::Id);
    let mut count = BudgetCount {
        ballots: election.voters(),
        refused,
        total: terms.total,
        rule: terms.rule,
        undecided: outcome.is_err(),
        ..BudgetCount::default()
    };
    match outcome {
        Ok(outcome) => tell(&mut count, options, terms, &outcome),
        Err(_) => {
            let votes = election.supporters();
            let undecided = |(option, votes): (&Choice, u64)| CountedProject {
                key: option.key.clone(),
                cost: terms.cost(&option.key),
                votes,
                ..CountedProject::default()
            };
            count.projects = options.iter().zip(votes).map(undecided).collect();
        }
    }
    Ok(count)
}

/// The kernel's rule for a published one; the settings are part of what is told before people vote.
fn rule(rule: FundingRule) -> Rule {
    match rule {
        FundingRule::Greedy => Rule::Greedy(Greedy::by(Satisfaction::Cost)),
        FundingRule::EqualShares => Rule::EqualShares(EqualShares::by(Satisfaction::Cost, Completion::Add1u)),
        FundingRule::Phragmen => Rule::Phragmen,
    }
}

fn tell(count: &mut BudgetCount, options: &[Choice], terms: &Terms, outcome: &Outcome) {
    let key = |place: usize| options[place].key.clone();
    count.cost = kronor(outcome.cost);
    count.ties = (outcome.ties.iter())
        .map(|tie| (key(tie.first), tie.others.iter().copied().map(key).collect()))
        .collect();
    count.projects = (options.iter().zip(&outcome.projects).enumerate())
        .map(|(place, (option, project))| CountedProject {
            key: option.key.clone(),
            cost: terms.cost(&option.key),
            votes: project.supporters,
            selected: project.reason.selected(),
            reason: project.reason.code().to_owned(),
            lacking: project.reason.lacking(),
            short: match project.reason {
                // Rounded up: so much more would have been enough.
                Reason::DidNotFit { short, .. } => Some(kronor_up(short)),
                _ => None,
            },
            place: (outcome.winners.iter().position(|winner| *winner == place)).map(|at| at as u64 + 1),
        })
        .collect();
}

fn kronor(amount: Amount) -> i64 {
    i64::try_from(amount.in_parts() / Amount::PARTS).unwrap_or(i64::MAX)
}

fn kronor_up(amount: Amount) -> i64 {
    i64::try_from(amount.in_parts().div_ceil(Amount::PARTS)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::choices;

    fn terms(rule: FundingRule, ballot: BallotForm) -> Terms {
        let project = |cost| crate::model::ballot::Project {
            cost,
            ..Default::default()
        };
        Terms {
            projects: [("a", 60), ("b", 40), ("c", 50)]
                .map(|(key, cost)| (key.to_owned(), project(cost)))
                .into(),
            total: 100,
            rule,
            ballot,
        }
    }

    fn winners(count: &BudgetCount) -> Vec<&str> {
        let chosen = count.projects.iter().filter(|project| project.selected);
        chosen.map(|project| project.key.as_str()).collect()
    }

    #[test]
    fn the_rule_that_was_told_decides() {
        let options = choices(&["a", "b", "c"]);
        let mut ballots = vec![vec![0]; 6];
        ballots.extend(vec![vec![1]; 3]);
        ballots.extend(vec![vec![2]; 4]);
        let greedy = terms(FundingRule::Greedy, BallotForm::Knapsack);
        let count = counted(&options, &greedy, &ballots).unwrap();
        assert_eq!((winners(&count), count.cost, count.ballots), (vec!["a", "b"], 100, 13));
        assert_eq!(count.projects[2].reason, "did-not-fit");
        assert_eq!(
            (count.projects[2].short, count.projects[2].lacking),
            (Some(10), Some(3))
        );
        for rule in [FundingRule::EqualShares, FundingRule::Phragmen] {
            let count = counted(&options, &terms(rule, BallotForm::Approval { most: 2 }), &ballots).unwrap();
            assert!(!count.undecided && count.cost <= 100, "{count:?}");
        }
    }

    #[test]
    fn nobody_one_person_and_a_ballot_over_the_money() {
        let options = choices(&["a", "b", "c"]);
        for rule in FundingRule::ALL {
            let terms = terms(rule, BallotForm::Knapsack);
            let none = counted(&options, &terms, &[]).unwrap();
            assert_eq!((winners(&none).len(), none.ballots, none.cost), (0, 0, 0));
            let over = counted(&options, &terms, &[vec![0, 2], vec![1]]).unwrap();
            assert_eq!((winners(&over), over.ballots, over.refused), (vec!["b"], 1, 1));
        }
    }

    #[test]
    fn equal_projects_are_taken_in_the_order_of_the_list_and_told() {
        let options = choices(&["c", "a", "b"]);
        let greedy = terms(FundingRule::Greedy, BallotForm::Approval { most: 0 });
        let count = counted(&options, &greedy, &[vec![0, 1]]).unwrap();
        assert_eq!(winners(&count), ["c"]);
        assert_eq!(count.ties, [("c".to_owned(), vec!["a".to_owned()])]);
    }

    #[test]
    fn nothing_to_spend_pays_for_nothing() {
        let mut terms = terms(FundingRule::Greedy, BallotForm::Approval { most: 0 });
        terms.total = 0;
        let count = counted(&choices(&["a", "b", "c"]), &terms, &[vec![0, 1, 2]]).unwrap();
        assert_eq!(
            (winners(&count).len(), count.projects[0].reason.as_str()),
            (0, "above-budget")
        );
        terms.total = -5;
        assert!(counted(&choices(&["a", "b", "c"]), &terms, &[vec![0]]).is_ok());
    }

    #[test]
    fn numbers_sort_as_the_list() {
        assert_eq!([project_number(0, 12), project_number(11, 12)], ["01", "12"]);
    }
}
