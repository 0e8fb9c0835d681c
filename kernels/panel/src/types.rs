//! Member types: people whom no quota and no household rule can tell apart. A fair lottery gives them the same odds
//! (Flanigan, Gölz, Gupta, Hennig & Procaccia, *Nature* 596, 2021), so one number for each type is enough.

use crate::problem::{Category, Person};
use std::collections::BTreeMap;

/// A feature for each category, as places in the order of names.
type Kind = Vec<usize>;

#[derive(Debug, Clone)]
pub(crate) struct Types {
    /// In an order that depends on names alone, never on the order of rows or quotas.
    pub list: Vec<MemberType>,
    /// The type of each person.
    pub of: Vec<usize>,
    /// Households that hold the same kinds of people are one class: how many there are in each.
    pub classes: Vec<u32>,
    /// Categories and their features in the order of names.
    pub order: Vec<Place>,
}

#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub category: usize,
    pub features: Vec<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct MemberType {
    /// Index of the feature in each category, in the order given.
    pub features: Vec<usize>,
    /// The class of the household, for those who share one with others in the pool.
    pub class: Option<usize>,
    /// Indices of the people, in the order of their ids.
    pub people: Vec<usize>,
}

impl Types {
    pub fn of(categories: &[Category], people: &[Person]) -> Types {
        let order = order(categories);
        let kinds: Vec<Kind> = people.iter().map(|person| kind(&order, person)).collect();
        let (class_of, classes) = classes(people, &kinds);
        let mut by_id: Vec<usize> = (0..people.len()).collect();
        by_id.sort_by(|a, b| people[*a].id.cmp(&people[*b].id));
        let mut groups: BTreeMap<(&Kind, Option<usize>), Vec<usize>> = BTreeMap::new();
        for person in by_id {
            groups
                .entry((&kinds[person], class_of[person]))
                .or_default()
                .push(person);
        }
        let mut of = vec![0; people.len()];
        let list: Vec<MemberType> = groups
            .into_iter()
            .enumerate()
            .map(|(t, ((_, class), members))| {
                members.iter().for_each(|person| of[*person] = t);
                MemberType {
                    features: people[members[0]].features.clone(),
                    class,
                    people: members,
                }
            })
            .collect();
        Types {
            list,
            of,
            classes,
            order,
        }
    }
}

fn order(categories: &[Category]) -> Vec<Place> {
    let mut order: Vec<usize> = (0..categories.len()).collect();
    order.sort_by(|a, b| categories[*a].name.cmp(&categories[*b].name));
    order
        .into_iter()
        .map(|category| {
            let quotas = &categories[category].quotas;
            let mut features: Vec<usize> = (0..quotas.len()).collect();
            features.sort_by(|a, b| quotas[*a].feature.cmp(&quotas[*b].feature));
            Place { category, features }
        })
        .collect()
}

fn kind(order: &[Place], person: &Person) -> Kind {
    let place = |place: &Place| {
        place
            .features
            .iter()
            .position(|feature| *feature == person.features[place.category])
    };
    order.iter().map(|category| place(category).unwrap_or(0)).collect()
}

/// For each person the class of the household, and how many households each class has. Households of one have none.
fn classes(people: &[Person], kinds: &[Kind]) -> (Vec<Option<usize>>, Vec<u32>) {
    let mut households: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, person) in people.iter().enumerate() {
        if let Some(household) = &person.household {
            households.entry(household).or_default().push(index);
        }
    }
    let mut alike: BTreeMap<Vec<&Kind>, Vec<&Vec<usize>>> = BTreeMap::new();
    for members in households.values().filter(|members| members.len() > 1) {
        let mut content: Vec<&Kind> = members.iter().map(|person| &kinds[*person]).collect();
        content.sort();
        alike.entry(content).or_default().push(members);
    }
    let mut class_of = vec![None; people.len()];
    let mut classes = Vec::with_capacity(alike.len());
    for (class, households) in alike.into_values().enumerate() {
        for person in households.iter().flat_map(|members| members.iter()) {
            class_of[*person] = Some(class);
        }
        classes.push(households.len() as u32);
    }
    (class_of, classes)
}
