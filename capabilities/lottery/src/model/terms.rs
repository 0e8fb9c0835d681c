//! What a lottery is made from, as it is kept: people by number with their categories, and quotas. Names never come here.

use panel::{Category, Person, Problem, Quota};
use serde::{Deserialize, Serialize};

/// Most seats that a panel is drawn for.
pub(crate) const MOST_SEATS: u32 = 500;
/// Most people in a pool.
pub(crate) const MOST_PEOPLE: usize = 20_000;

/// One who said yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Member {
    /// A number given for this lottery.
    pub id: String,
    /// For each category the place of the group.
    pub groups: Vec<usize>,
    /// Those who share a household have the same number here. The address itself is not kept.
    pub household: Option<usize>,
}

/// Everybody who said yes; in a lottery for empty seats also who left them, and who cannot be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pool {
    pub people: Vec<Member>,
    #[serde(default)]
    pub gone: Vec<String>,
    #[serde(default)]
    pub unavailable: Vec<String>,
}

/// Bounds for one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bound {
    pub group: String,
    pub low: u32,
    pub high: u32,
}

/// Bounds for the groups of each category, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Quotas(pub Vec<(String, Vec<Bound>)>);

impl Quotas {
    pub(crate) fn of(categories: &[Category]) -> Quotas {
        let bound = |quota: &Quota| Bound {
            group: quota.feature.clone(),
            low: quota.low,
            high: quota.high,
        };
        let category = |one: &Category| (one.name.clone(), one.quotas.iter().map(bound).collect());
        Quotas(categories.iter().map(category).collect())
    }

    pub(crate) fn categories(&self) -> Vec<Category> {
        let quota = |bound: &Bound| Quota {
            feature: bound.group.clone(),
            low: bound.low,
            high: bound.high,
            flex: None,
        };
        let category = |(name, bounds): &(String, Vec<Bound>)| Category {
            name: name.clone(),
            quotas: bounds.iter().map(quota).collect(),
        };
        self.0.iter().map(category).collect()
    }

    /// As rows to be read again, below the heads that a form shows.
    pub(crate) fn written(&self) -> String {
        self.below("kategori;grupp;minst;högst\n")
    }

    /// The same with the heads that `samspel analyse panel` reads.
    pub(crate) fn file(&self) -> String {
        self.below("category;feature;min;max\n")
    }

    fn below(&self, head: &str) -> String {
        let mut text = head.to_owned();
        for (category, bounds) in &self.0 {
            for Bound { group, low, high } in bounds {
                text.push_str(&format!("{};{};{low};{high}\n", cell(category), cell(group)));
            }
        }
        text
    }
}

/// A cell of a separated file, in quotation marks where it needs them.
pub(crate) fn cell(text: &str) -> String {
    if text.contains([';', ',', '\t', '"', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

impl Pool {
    pub(crate) fn of(people: &[Person]) -> Pool {
        let mut households: Vec<&str> = people.iter().filter_map(|one| one.household.as_deref()).collect();
        households.sort_unstable();
        households.dedup();
        let member = |one: &Person| Member {
            id: one.id.clone(),
            groups: one.features.clone(),
            household: one
                .household
                .as_deref()
                .and_then(|home| households.binary_search(&home).ok()),
        };
        Pool {
            people: people.iter().map(member).collect(),
            ..Pool::default()
        }
    }

    pub(crate) fn persons(&self) -> Vec<Person> {
        let person = |one: &Member| Person {
            id: one.id.clone(),
            features: one.groups.clone(),
            household: one.household.map(|number| number.to_string()),
        };
        self.people.iter().map(person).collect()
    }

    /// Whether anybody shares a household with somebody in a way that the lottery looks at.
    pub(crate) fn has_households(&self) -> bool {
        self.people.iter().any(|one| one.household.is_some())
    }

    /// As a file from which `samspel analyse panel` makes the same lottery.
    pub(crate) fn written(&self, quotas: &Quotas) -> String {
        let households = self.has_households();
        let mut text = String::from("id");
        for (category, _) in &quotas.0 {
            text.push(';');
            text.push_str(&cell(category));
        }
        if households {
            text.push_str(";household");
        }
        text.push('\n');
        for one in &self.people {
            text.push_str(&cell(&one.id));
            for (place, (_, bounds)) in one.groups.iter().zip(&quotas.0) {
                text.push(';');
                text.push_str(&bounds.get(*place).map(|bound| cell(&bound.group)).unwrap_or_default());
            }
            if households {
                text.push(';');
                text.push_str(&one.household.map(|number| number.to_string()).unwrap_or_default());
            }
            text.push('\n');
        }
        text
    }
}

/// The problem that the kernel solves.
pub(crate) fn problem(quotas: &Quotas, pool: &Pool, seats: u32) -> Result<Problem, panel::Error> {
    Problem::new(quotas.categories(), pool.persons(), seats)
}
