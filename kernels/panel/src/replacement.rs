//! When members drop out: the lottery for their seats, in which the panel still meets every quota.

use crate::error::Error;
use crate::problem::{Category, Person, Problem, Quota};
use std::collections::BTreeSet;

/// The seats to fill, as a problem of its own: fair odds and a public draw work on it as on the first.
///
/// `panel` is the drawn panel, `gone` those of it who leave, `unavailable` others who cannot be asked (declined,
/// moved), all as indices into [`Problem::people`]. Quotas become what the members who stay leave open; people who
/// stay, or who share a household with one who does, are not in the new pool. When the new problem has no panel,
/// [`crate::infeasible::explain`] tells the smallest change. Unknown indices count for nobody.
pub fn replacement(
    problem: &Problem,
    panel: &[usize],
    gone: &[usize],
    unavailable: &[usize],
) -> Result<Problem, Error> {
    let people = problem.people();
    let leaving: BTreeSet<usize> = gone.iter().copied().collect();
    let staying: BTreeSet<usize> = panel
        .iter()
        .copied()
        .filter(|person| !leaving.contains(person) && *person < people.len())
        .collect();
    let households: BTreeSet<&str> = staying
        .iter()
        .filter_map(|person| people[*person].household.as_deref())
        .collect();
    let away: BTreeSet<usize> = unavailable.iter().chain(panel).copied().collect();
    let pool: Vec<Person> = people
        .iter()
        .enumerate()
        .filter(|(index, _)| !away.contains(index) && !leaving.contains(index))
        .filter(|(_, person)| {
            !person
                .household
                .as_deref()
                .is_some_and(|household| households.contains(household))
        })
        .map(|(_, person)| person.clone())
        .collect();
    let open = |place: usize, feature: usize, quota: &Quota| {
        let filled = staying
            .iter()
            .filter(|person| people[**person].features[place] == feature)
            .count() as u32;
        Quota {
            feature: quota.feature.clone(),
            low: quota.low.saturating_sub(filled),
            high: quota.high.saturating_sub(filled),
            flex: quota.flex,
        }
    };
    let categories = (problem.categories().iter().enumerate())
        .map(|(place, category)| Category {
            name: category.name.clone(),
            quotas: category
                .quotas
                .iter()
                .enumerate()
                .map(|(feature, quota)| open(place, feature, quota))
                .collect(),
        })
        .collect();
    Problem::new(categories, pool, problem.size().saturating_sub(staying.len() as u32))
}
