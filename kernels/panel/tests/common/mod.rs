//! Small pools, and the set of all their panels by trying every one.
#![allow(dead_code)]

use panel::{Category, Person, Problem, Quota};
use proptest::prelude::*;

/// A pool as it is drawn at random: features of people, quotas, seats, and households by number.
#[derive(Debug, Clone)]
pub struct Small {
    pub categories: Vec<Category>,
    pub people: Vec<Person>,
    pub size: u32,
}

impl Small {
    pub fn problem(&self) -> Problem {
        Problem::new(self.categories.clone(), self.people.clone(), self.size).expect("a sound problem")
    }
}

/// Pools of 4–12 people with two or three categories whose quotas lie within `slack` of a panel that exists, and
/// households of a few. With `slack` 0 the quotas are as tight as can be.
pub fn pools(slack: u32) -> impl Strategy<Value = Small> {
    (4_usize..=12, 2_usize..=3)
        .prop_flat_map(move |(people, categories)| {
            let features = proptest::collection::vec(proptest::collection::vec(0_usize..3, categories), people);
            let slacks = proptest::collection::vec((0..=slack, 0..=slack), categories * 3);
            let households = proptest::collection::vec(0_usize..20, people);
            (features, slacks, 1_u32..=5, households)
        })
        .prop_map(|(features, slacks, size, households)| small(&features, &slacks, size, &households))
}

fn small(features: &[Vec<usize>], slacks: &[(u32, u32)], size: u32, households: &[usize]) -> Small {
    let people: Vec<Person> = features
        .iter()
        .zip(households)
        .enumerate()
        .map(|(number, (features, household))| Person {
            id: format!("p{number}"),
            features: features.clone(),
            // Numbers below four are homes that several may share.
            household: (*household < 4).then(|| format!("home {household}")),
        })
        .collect();
    let mut seated: Vec<usize> = Vec::new();
    for (index, person) in people.iter().enumerate() {
        let shares = |other: &usize| person.household.is_some() && people[*other].household == person.household;
        if (seated.len() as u32) < size && !seated.iter().any(shares) {
            seated.push(index);
        }
    }
    let quota = |category: usize, feature: usize| {
        let count = seated
            .iter()
            .filter(|person| features[**person][category] == feature)
            .count() as u32;
        let (down, up) = slacks[category * 3 + feature];
        Quota {
            feature: format!("f{feature}"),
            low: count.saturating_sub(down),
            high: count + up,
            flex: None,
        }
    };
    let categories = (0..features[0].len())
        .map(|category| Category {
            name: format!("c{category}"),
            quotas: (0..3).map(|feature| quota(category, feature)).collect(),
        })
        .collect();
    Small {
        categories,
        people,
        size: seated.len() as u32,
    }
}

/// Every choice of `size` people.
pub fn choices(people: usize, size: usize) -> Vec<Vec<usize>> {
    let subsets = (0_u32..1 << people).filter(|set| set.count_ones() as usize == size);
    subsets
        .map(|set| (0..people).filter(|person| set >> person & 1 == 1).collect())
        .collect()
}

/// Every panel that meets the quotas.
pub fn panels(problem: &Problem) -> Vec<Vec<usize>> {
    let mut all = choices(problem.people().len(), problem.size() as usize);
    all.retain(|panel| problem.accepts(panel));
    all
}
