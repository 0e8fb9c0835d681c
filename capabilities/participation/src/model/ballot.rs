//! What people vote by when they decide over a sum of money: what each project costs, what a ballot may hold, and the rule that
//! counts. It is published before anybody votes and never changes afterwards.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::definition::{Choice, Wording};
use super::problem::{Arg, Problem};

/// The largest sum or cost in kronor.
pub const MAX_KRONOR: i64 = 10_000_000_000;

/// What one project is, beside its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Whole kronor.
    #[serde(default)]
    pub cost: i64,
    #[serde(default)]
    pub text: Wording,
    /// Where it would be; empty when it has no place.
    #[serde(default)]
    pub place: String,
}

/// The rule that decides which projects the sum pays for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FundingRule {
    /// Most votes first, as long as the money lasts.
    #[default]
    Greedy,
    /// Everybody decides over an equal part of the money (Method of Equal Shares, completed by add1u).
    EqualShares,
    /// Everybody's part grows at the same speed, and supporters buy when they can (Phragmén).
    Phragmen,
}

/// What one ballot may hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BallotForm {
    /// As many as the money pays for.
    #[default]
    Knapsack,
    /// At most so many projects, whatever they cost; 0 for any number.
    Approval { most: usize },
}

/// The terms of a vote over money.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// By the key of the option.
    #[serde(default)]
    pub projects: BTreeMap<String, Project>,
    /// Whole kronor.
    #[serde(default)]
    pub total: i64,
    #[serde(default)]
    pub rule: FundingRule,
    #[serde(default)]
    pub ballot: BallotForm,
}

impl FundingRule {
    pub const ALL: [FundingRule; 3] = [FundingRule::Greedy, FundingRule::EqualShares, FundingRule::Phragmen];

    /// The word in forms; also how `samspel analyse budget --rule` names it.
    pub fn name(self) -> &'static str {
        match self {
            FundingRule::Greedy => "greedy",
            FundingRule::EqualShares => "equal-shares",
            FundingRule::Phragmen => "phragmen",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        FundingRule::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// The text key of its name.
    pub fn label(self) -> &'static str {
        match self {
            FundingRule::Greedy => "participation-rule-greedy",
            FundingRule::EqualShares => "participation-rule-equal-shares",
            FundingRule::Phragmen => "participation-rule-phragmen",
        }
    }

    /// The text key of how it works, in plain words.
    pub fn told(self) -> &'static str {
        match self {
            FundingRule::Greedy => "participation-rule-greedy-told",
            FundingRule::EqualShares => "participation-rule-equal-shares-told",
            FundingRule::Phragmen => "participation-rule-phragmen-told",
        }
    }
}

impl Terms {
    /// What a project costs; a key without a project costs nothing.
    pub fn cost(&self, key: &str) -> i64 {
        self.projects.get(key).map_or(0, |project| project.cost)
    }

    /// What the chosen ones cost together.
    pub fn sum<'k>(&self, keys: impl IntoIterator<Item = &'k String>) -> i64 {
        keys.into_iter()
            .fold(0, |sum: i64, key| sum.saturating_add(self.cost(key)))
    }

    /// Whether a ballot may hold these.
    pub fn accept(&self, keys: &[String]) -> Result<(), Problem> {
        match self.ballot {
            BallotForm::Knapsack => {
                let over = self.sum(keys).saturating_sub(self.total);
                if over > 0 {
                    return Err(Problem::new("participation-answer-over-budget").with("over", Arg::Kronor(over)));
                }
            }
            BallotForm::Approval { most } if most > 0 && keys.len() > most => {
                return Err(Problem::new("participation-answer-choose-fewer-projects")
                    .with("max", most)
                    .with("chosen", keys.len()));
            }
            BallotForm::Approval { .. } => {}
        }
        Ok(())
    }

    /// What hinders publishing.
    pub fn faults(&self, options: &[Choice], add: &mut impl FnMut(Problem)) {
        if !(1..=MAX_KRONOR).contains(&self.total) {
            add(Problem::new("participation-fault-budget-total"));
        }
        for option in options {
            let cost = self.cost(&option.key);
            if !(1..=MAX_KRONOR).contains(&cost) {
                add(Problem::new("participation-fault-project-cost").with("project", option.label.sv.as_str()));
            } else if cost > self.total && self.total > 0 {
                add(Problem::new("participation-fault-project-over").with("project", option.label.sv.as_str()));
            }
        }
        let known: BTreeSet<&str> = options.iter().map(|option| option.key.as_str()).collect();
        if matches!(self.ballot, BallotForm::Approval { most } if most > known.len()) {
            add(Problem::new("participation-fault-budget-most").with("options", known.len()));
        }
    }

    /// Why votes by both cannot be counted together: other money, another ballot or rule, or a project that changed its cost.
    pub fn differs(&self, other: &Terms) -> Option<&'static str> {
        let dearer =
            |(key, project): (&String, &Project)| other.projects.get(key).is_some_and(|now| now.cost != project.cost);
        let parts = [
            (self.total != other.total, "participation-version-budget"),
            (self.ballot != other.ballot, "participation-version-ballot"),
            (self.rule != other.rule, "participation-version-rule"),
            (self.projects.iter().any(dearer), "participation-version-cost"),
        ];
        parts.into_iter().find_map(|(is_other, key)| is_other.then_some(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::choices;
    use proptest::prelude::*;

    fn terms(ballot: BallotForm) -> Terms {
        let project = |cost| Project {
            cost,
            ..Project::default()
        };
        Terms {
            projects: [("a", 60), ("b", 40), ("c", 50)]
                .map(|(key, cost)| (key.to_owned(), project(cost)))
                .into(),
            total: 100,
            rule: FundingRule::Greedy,
            ballot,
        }
    }

    fn keys(keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    #[test]
    fn a_knapsack_holds_what_the_money_pays_for_to_the_krona() {
        let terms = terms(BallotForm::Knapsack);
        assert_eq!(terms.accept(&keys(&["a", "b"])), Ok(()));
        let over = terms.accept(&keys(&["a", "c"])).unwrap_err();
        assert_eq!(over.key, "participation-answer-over-budget");
        assert_eq!(
            over,
            Problem::new("participation-answer-over-budget").with("over", Arg::Kronor(10))
        );
    }

    #[test]
    fn approval_counts_projects_and_not_money() {
        let two = terms(BallotForm::Approval { most: 2 });
        assert_eq!(two.accept(&keys(&["a", "c"])), Ok(()));
        assert!(two.accept(&keys(&["a", "b", "c"])).is_err());
        assert_eq!(
            terms(BallotForm::Approval { most: 0 }).accept(&keys(&["a", "b", "c"])),
            Ok(())
        );
    }

    #[test]
    fn what_would_make_the_vote_unfair_hinders_publishing() {
        let faults = |terms: &Terms| {
            let mut found = Vec::new();
            terms.faults(&choices(&["a", "b", "c"]), &mut |problem| found.push(problem.key));
            found
        };
        assert_eq!(faults(&terms(BallotForm::Knapsack)), [] as [&str; 0]);
        let mut none = terms(BallotForm::Knapsack);
        none.total = 0;
        assert_eq!(faults(&none), ["participation-fault-budget-total"]);
        let mut dear = terms(BallotForm::Approval { most: 4 });
        dear.projects.get_mut("a").unwrap().cost = 101;
        dear.projects.get_mut("b").unwrap().cost = -1;
        assert_eq!(
            faults(&dear),
            [
                "participation-fault-project-over",
                "participation-fault-project-cost",
                "participation-fault-budget-most"
            ]
        );
    }

    #[test]
    fn a_vote_that_has_begun_keeps_its_terms_and_may_get_more_projects() {
        let before = terms(BallotForm::Knapsack);
        let mut more = before.clone();
        more.projects.insert(
            "d".into(),
            Project {
                cost: 5,
                ..Project::default()
            },
        );
        assert_eq!(before.differs(&more), None);
        more.projects.get_mut("a").unwrap().cost = 61;
        assert_eq!(before.differs(&more), Some("participation-version-cost"));
        let other_rule = Terms {
            rule: FundingRule::Phragmen,
            ..before.clone()
        };
        assert_eq!(before.differs(&other_rule), Some("participation-version-rule"));
    }

    proptest! {
        #[test]
        fn hostile_costs_are_summed_without_overflow(costs in prop::collection::vec(any::<i64>(), 0..8)) {
            let projects: BTreeMap<String, Project> = (costs.iter().enumerate())
                .map(|(i, cost)| (format!("p{i}"), Project { cost: *cost, ..Project::default() }))
                .collect();
            let keys: Vec<String> = projects.keys().cloned().collect();
            let _ = Terms { projects, total: i64::MIN, ..Terms::default() }.accept(&keys);
        }
    }
}
