//! The problem as it is given: categories with quotas, the people who said yes, and the size of the panel.

use crate::composition::{Row, Rules};
use crate::error::{Error, Fault};
use crate::types::Types;
use std::collections::BTreeSet;

/// Most people in a pool.
pub const MOST_PEOPLE: usize = 5_000_000;

/// Something that people are stratified by, such as age, and its features. Everybody has exactly one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    pub name: String,
    pub quotas: Vec<Quota>,
}

/// How many members of the panel have one feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    pub feature: String,
    /// At least this many.
    pub low: u32,
    /// At most this many.
    pub high: u32,
    /// How far the organiser is ready to move `low` down and `high` up if there is no panel; `None`: as far as needed.
    pub flex: Option<(u32, u32)>,
}

/// Somebody in the pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Stands in published lotteries, so a number given for that purpose and never a name.
    pub id: String,
    /// One index into [`Category::quotas`] for each category.
    pub features: Vec<usize>,
    /// Of people with the same household at most one is chosen. `None`: shares with nobody.
    pub household: Option<String>,
}

/// A pool, its quotas and a size that fit each other. Whether any panel meets the quotas is told by
/// [`crate::infeasible::explain`].
#[derive(Debug, Clone)]
pub struct Problem {
    categories: Vec<Category>,
    people: Vec<Person>,
    size: u32,
    types: Types,
    rules: Rules,
}

impl Problem {
    /// Checks the values and groups people into member types: those with the same features, and who share their
    /// household with the same kinds of people, are interchangeable. O(people · categories · log people).
    pub fn new(categories: Vec<Category>, people: Vec<Person>, size: u32) -> Result<Problem, Error> {
        check_quotas(&categories)?;
        check_people(&categories, &people, size)?;
        let types = Types::of(&categories, &people);
        let rules = rules(&categories, &types, size);
        Ok(Problem {
            categories,
            people,
            size,
            types,
            rules,
        })
    }

    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Seats.
    pub fn size(&self) -> u32 {
        self.size
    }

    /// How many different kinds of people there are: what the cost of exact odds grows with.
    pub fn member_types(&self) -> usize {
        self.types.list.len()
    }

    /// Whether these people (indices into [`Problem::people`]) make a panel: the right number of them, nobody twice,
    /// each quota met, at most one of a household. O(panel · categories).
    pub fn accepts(&self, panel: &[usize]) -> bool {
        let distinct: BTreeSet<usize> = panel.iter().copied().collect();
        if distinct.len() != panel.len() || panel.len() != self.size as usize {
            return false;
        }
        let Some(members) = panel
            .iter()
            .map(|i| self.people.get(*i))
            .collect::<Option<Vec<&Person>>>()
        else {
            return false;
        };
        let households: Vec<&String> = members.iter().filter_map(|person| person.household.as_ref()).collect();
        households.iter().collect::<BTreeSet<_>>().len() == households.len()
            && self.categories.iter().enumerate().all(|(place, category)| {
                category.quotas.iter().enumerate().all(|(feature, quota)| {
                    let count = members
                        .iter()
                        .filter(|person| person.features[place] == feature)
                        .count();
                    (quota.low as usize..=quota.high as usize).contains(&count)
                })
            })
    }

    pub(crate) fn types(&self) -> &Types {
        &self.types
    }

    pub(crate) fn rules(&self) -> &Rules {
        &self.rules
    }
}

fn check_quotas(categories: &[Category]) -> Result<(), Fault> {
    let mut names = BTreeSet::new();
    for category in categories {
        let mut features = BTreeSet::new();
        if !names.insert(&category.name) {
            return Err(Fault::SameName {
                name: category.name.clone(),
            });
        }
        for quota in &category.quotas {
            if !features.insert(&quota.feature) {
                return Err(Fault::SameName {
                    name: quota.feature.clone(),
                });
            }
            if quota.low > quota.high {
                return Err(Fault::Crossed {
                    category: category.name.clone(),
                    feature: quota.feature.clone(),
                    low: quota.low,
                    high: quota.high,
                });
            }
        }
    }
    Ok(())
}

fn check_people(categories: &[Category], people: &[Person], size: u32) -> Result<(), Fault> {
    if size == 0 {
        return Err(Fault::NoSeats);
    }
    if people.len() > MOST_PEOPLE {
        return Err(Fault::TooManyPeople {
            people: people.len(),
            most: MOST_PEOPLE,
        });
    }
    if people.len() < size as usize {
        return Err(Fault::TooFewPeople {
            people: people.len(),
            size,
        });
    }
    let mut ids = BTreeSet::new();
    for person in people {
        if person.id.is_empty() || person.id.chars().any(char::is_control) {
            return Err(Fault::Id { id: person.id.clone() });
        }
        if !ids.insert(&person.id) {
            return Err(Fault::SameId { id: person.id.clone() });
        }
        let fits = person.features.len() == categories.len()
            && person
                .features
                .iter()
                .zip(categories)
                .all(|(feature, category)| *feature < category.quotas.len());
        if !fits {
            return Err(Fault::Features { id: person.id.clone() });
        }
    }
    Ok(())
}

/// First the size, then each quota in the order of names, then at most one from each household of a class.
fn rules(categories: &[Category], types: &Types, size: u32) -> Rules {
    let all = 0..types.list.len();
    let mut rows = vec![Row {
        types: all.clone().collect(),
        low: size,
        high: size,
    }];
    for place in types.order.iter() {
        for feature in &place.features {
            let quota = &categories[place.category].quotas[*feature];
            rows.push(Row {
                types: all
                    .clone()
                    .filter(|t| types.list[*t].features[place.category] == *feature)
                    .collect(),
                low: quota.low,
                high: quota.high.min(size),
            });
        }
    }
    for (class, households) in types.classes.iter().enumerate() {
        let members: Vec<usize> = all.clone().filter(|t| types.list[*t].class == Some(class)).collect();
        rows.push(Row {
            types: members,
            low: 0,
            high: (*households).min(size),
        });
    }
    let people: Vec<u32> = types.list.iter().map(|t| t.people.len() as u32).collect();
    let mut most: Vec<u32> = people.iter().map(|people| (*people).min(size)).collect();
    for row in &rows {
        for t in &row.types {
            most[*t] = most[*t].min(row.high);
        }
    }
    Rules {
        people,
        most,
        rows,
        cuts: Vec::new(),
    }
}
