//! The part of a question's form that a vote over money has: the sum, how one votes, the rule, and the projects.

use web::Form;

use crate::model::ballot::{BallotForm, FundingRule, Project, Terms};
use crate::model::definition::{Choice, Kind, Question, Wording};
use crate::model::parse::read_number;
use crate::model::versions::keep_keys;

/// Empty rows that the form offers beside the projects that are there.
const EMPTY_ROWS: usize = 3;
/// Rows read at most; more projects than this nobody can choose among.
const MOST_ROWS: usize = 63;

/// One project as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProjectForm {
    pub number: usize,
    pub name: Wording,
    pub cost: String,
    pub text: Wording,
    pub place: String,
}

/// The fields as they stand in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BudgetForm {
    pub total: String,
    /// "knapsack", "approval".
    pub ballot: String,
    pub most: String,
    pub rule: String,
    pub projects: Vec<ProjectForm>,
}

impl BudgetForm {
    /// The form of a question as it stands; empty for other kinds.
    pub fn of(kind: &Kind) -> BudgetForm {
        let Kind::Budget { options, terms } = kind else {
            return BudgetForm::default();
        };
        let shown = |n: i64| if n == 0 { String::new() } else { n.to_string() };
        let (ballot, most) = match terms.ballot {
            BallotForm::Knapsack => ("knapsack", 0),
            BallotForm::Approval { most } => ("approval", most),
        };
        let mut form = BudgetForm {
            total: shown(terms.total),
            ballot: ballot.to_owned(),
            most: shown(i64::try_from(most).unwrap_or(0)),
            rule: terms.rule.name().to_owned(),
            projects: options.iter().map(|option| ProjectForm::of(option, terms)).collect(),
        };
        form.add_rows();
        form
    }

    /// What was typed.
    pub fn read(sent: &Form) -> BudgetForm {
        let rows = (1..=MOST_ROWS).map(|number| ProjectForm::read(sent, number));
        let mut form = BudgetForm {
            total: sent.text("summa"),
            ballot: sent.text("rostsatt"),
            most: sent.text("hogst-projekt"),
            rule: sent.text("regel"),
            projects: rows.filter(|row| !row.is_empty()).collect(),
        };
        form.add_rows();
        form
    }

    fn add_rows(&mut self) {
        self.projects
            .extend(std::iter::repeat_n(ProjectForm::default(), EMPTY_ROWS));
        for (place, project) in self.projects.iter_mut().enumerate() {
            project.number = place + 1;
        }
    }

    /// The kind that the form says. `known` are the question as it stands and as it was published.
    pub fn kind(&self, known: &[&Question], complain: &mut impl FnMut(&'static str, &'static str)) -> Kind {
        let rows: Vec<&ProjectForm> = self.projects.iter().filter(|row| !row.is_empty()).collect();
        if rows.iter().any(|row| row.name.is_empty()) {
            complain("projekt", "participation-budget-name-missing");
        }
        let named: Vec<(String, String)> = rows
            .iter()
            .map(|row| (row.name.sv.trim().to_owned(), row.name.en.trim().to_owned()))
            .collect();
        let before: Vec<&[Choice]> = known.iter().map(|question| question.choices()).collect();
        let options = keep_keys(&named, &before);
        let project = |(option, row): (&Choice, &&ProjectForm)| {
            let project = Project {
                // A cost that is no whole number is told with the name of its project, as one that is missing.
                cost: whole(&row.cost).unwrap_or(0),
                text: row.text.clone(),
                place: row.place.trim().to_owned(),
            };
            (option.key.clone(), project)
        };
        let most = match self.most.is_empty() {
            true => Some(0),
            false => whole(&self.most).and_then(|most| usize::try_from(most).ok()),
        };
        let ballot = match (self.ballot.as_str(), most) {
            ("approval", Some(most)) => BallotForm::Approval { most },
            ("approval", None) => {
                complain("hogst-projekt", "participation-builder-whole-number");
                BallotForm::Approval { most: 0 }
            }
            ("knapsack", _) => BallotForm::Knapsack,
            _ => {
                complain("rostsatt", "participation-budget-choose-ballot");
                BallotForm::Knapsack
            }
        };
        let rule = FundingRule::named(&self.rule);
        if rule.is_none() {
            complain("regel", "participation-budget-choose-rule");
        }
        Kind::Budget {
            terms: Terms {
                projects: options.iter().zip(&rows).map(project).collect(),
                total: whole(&self.total).unwrap_or(0),
                rule: rule.unwrap_or_default(),
                ballot,
            },
            options,
        }
    }
}

impl ProjectForm {
    fn of(option: &Choice, terms: &Terms) -> ProjectForm {
        let project = terms.projects.get(&option.key).cloned().unwrap_or_default();
        ProjectForm {
            number: 0,
            name: option.label.clone(),
            cost: if project.cost == 0 {
                String::new()
            } else {
                project.cost.to_string()
            },
            text: project.text,
            place: project.place,
        }
    }

    fn read(sent: &Form, number: usize) -> ProjectForm {
        let text = |field: &str| sent.text(&format!("projekt-{number}-{field}"));
        ProjectForm {
            number,
            name: Wording::new(text("namn"), text("namn-en")),
            cost: text("kostnad"),
            text: Wording::new(text("text"), text("text-en")),
            place: text("plats"),
        }
    }

    fn is_empty(&self) -> bool {
        let fields = [
            &self.name.sv,
            &self.name.en,
            &self.cost,
            &self.text.sv,
            &self.text.en,
            &self.place,
        ];
        fields.into_iter().all(|field| field.trim().is_empty())
    }
}

/// A whole number as people write it, "250 000" too.
fn whole(text: &str) -> Option<i64> {
    let number = read_number(text).ok()??.as_number()?;
    // Numbers up to here are whole exactly.
    (number.fract() == 0.0 && number.abs() <= 1e12).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, cost: &str) -> ProjectForm {
        ProjectForm {
            name: Wording::new(name, ""),
            cost: cost.to_owned(),
            ..ProjectForm::default()
        }
    }

    fn form(projects: Vec<ProjectForm>) -> BudgetForm {
        BudgetForm {
            total: "1 000 000".into(),
            ballot: "approval".into(),
            most: "2".into(),
            rule: "phragmen".into(),
            projects,
        }
    }

    #[test]
    fn a_vote_survives_its_form_and_keeps_its_keys() {
        let quiet = &mut |field: &'static str, key: &'static str| panic!("{field}: {key}");
        let kind = form(vec![row("Badplats", "250 000"), row("Skatepark", "600000")]).kind(&[], quiet);
        let question = Question::blank("rost", kind.clone());
        assert_eq!(BudgetForm::of(&kind).kind(&[&question], quiet), kind);
        let Kind::Budget { terms, options } = kind else {
            panic!()
        };
        assert_eq!(
            (terms.total, terms.cost("badplats"), options.len()),
            (1_000_000, 250_000, 2)
        );
        assert_eq!(terms.ballot, BallotForm::Approval { most: 2 });
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let mut told = Vec::new();
        let mut odd = form(vec![row("", "5"), row("Damm", "många")]);
        odd.most = "två".into();
        odd.rule = "slump".into();
        let kind = odd.kind(&[], &mut |field, _| told.push(field));
        assert_eq!(told, ["projekt", "hogst-projekt", "regel"]);
        let Kind::Budget { terms, .. } = kind else { panic!() };
        assert_eq!(
            terms.cost("damm"),
            0,
            "no number is told by the check as a missing cost"
        );
    }
}
