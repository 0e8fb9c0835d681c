//! What follows from a template: which gates lie on every way to a state, which states lie before it, and whether
//! the gates along a way can be met together.

use crate::check::spread;
use crate::{Flaw, Need, Target, Template};
use std::collections::{BTreeMap, BTreeSet};

/// The gates on every way to each state: the greatest sets for which
/// `held(to) ⊆ held(from) ∪ gate(step)` along every step. A return from a pause is no step here, for the
/// paused process has kept what its earlier state held.
pub(crate) fn held(t: &Template) -> BTreeMap<String, BTreeSet<String>> {
    let all: BTreeSet<String> = t.gates.iter().map(|gate| gate.key.clone()).collect();
    let mut held: BTreeMap<String, BTreeSet<String>> =
        t.states.iter().map(|state| (state.key.clone(), all.clone())).collect();
    held.insert(t.start.clone(), BTreeSet::new());
    loop {
        let mut changed = false;
        for step in &t.transitions {
            let Target::State(to) = &step.to else { continue };
            for from in &step.from {
                let mut after = held.get(from).cloned().unwrap_or_default();
                after.extend(step.gate.clone());
                if let Some(before) = held.get_mut(to) {
                    let kept: BTreeSet<String> = before.intersection(&after).cloned().collect();
                    changed |= kept.len() != before.len();
                    *before = kept;
                }
            }
        }
        if !changed {
            return held;
        }
    }
}

/// Steps whose own gate and held gates together can never be met.
pub(crate) fn contradictions(t: &Template, held: &BTreeMap<String, BTreeSet<String>>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let highest = u8::try_from(t.levels.len()).unwrap_or(u8::MAX);
    for step in &t.transitions {
        for from in &step.from {
            let mut gates = held.get(from).cloned().unwrap_or_default();
            gates.extend(step.gate.clone());
            let mut allowed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
            let (mut lowest, mut top) = (0, highest);
            for requirement in t
                .gates
                .iter()
                .filter(|gate| gates.contains(&gate.key))
                .flat_map(|gate| &gate.needs)
            {
                if requirement.when.is_some() || requirement.from_level.is_some_and(|from| from > 0) {
                    continue;
                }
                match &requirement.need {
                    Need::OneOf { field, values } => {
                        let values: BTreeSet<&str> = values.iter().map(String::as_str).collect();
                        let so_far = allowed.entry(field).or_insert_with(|| values.clone());
                        *so_far = so_far.intersection(&values).copied().collect();
                    }
                    Need::LevelFrom(rank) => lowest = lowest.max(*rank),
                    Need::LevelTo(rank) => top = top.min(*rank),
                    _ => {}
                }
            }
            let mut impossible: Vec<String> = allowed
                .iter()
                .filter(|(_, values)| values.is_empty())
                .map(|(field, _)| field.to_string())
                .collect();
            if lowest > top {
                impossible.push(t.level_field.clone());
            }
            flaws.extend(impossible.into_iter().map(|about| Flaw::Impossible {
                transition: step.key.clone(),
                about,
            }));
        }
    }
    flaws
}

/// For each state itself and every state on some forward way to it. A pause is on nobody's way.
pub(crate) fn reached(t: &Template) -> BTreeMap<String, BTreeSet<String>> {
    let pauses: BTreeSet<&str> = t
        .states
        .iter()
        .filter(|one| one.pause)
        .map(|one| one.key.as_str())
        .collect();
    let backwards: Vec<(&str, &str)> = t
        .transitions
        .iter()
        .filter(|one| !one.back)
        .filter_map(|one| match &one.to {
            Target::State(to) if !pauses.contains(to.as_str()) => Some((to.as_str(), &one.from)),
            _ => None,
        })
        .flat_map(|(to, from)| {
            from.iter()
                .filter(|from| !pauses.contains(from.as_str()))
                .map(move |from| (to, from.as_str()))
        })
        .collect();
    t.states
        .iter()
        .map(|state| {
            let before = spread([state.key.as_str()].into(), &backwards);
            (state.key.clone(), before.into_iter().map(String::from).collect())
        })
        .collect()
}
