//! A template becomes a machine only if it makes sense: every name is known, every state can be reached and
//! left, and no gate asks for two things that exclude each other.

use crate::order::{contradictions, held, reached};
use crate::{By, Condition, Need, Requirement, Target, Template, Transition};
use std::collections::{BTreeMap, BTreeSet};

/// A template that has been checked, with what follows from it.
#[derive(Debug, Clone)]
pub struct Machine {
    template: Template,
    /// For each state the gates that lie on every way to it.
    held: BTreeMap<String, BTreeSet<String>>,
    /// For each state itself and the states before it.
    reached: BTreeMap<String, BTreeSet<String>>,
}

/// What is wrong with a template. `place` is the key of the state, transition, gate, task, duty or rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    Twice {
        what: &'static str,
        key: String,
    },
    Unknown {
        place: String,
        what: &'static str,
        key: String,
    },
    Unreachable {
        state: String,
    },
    /// No way leads from here to a last state.
    DeadEnd {
        state: String,
    },
    /// A last state with a transition out of it.
    LeavesLast {
        transition: String,
    },
    /// The tasks wait for one another.
    Circle {
        tasks: Vec<String>,
    },
    /// The transition asks for things of which one excludes the other.
    Impossible {
        transition: String,
        about: String,
    },
    /// A gate asks for a field that no task lets anyone fill in.
    NoTask {
        place: String,
        field: String,
    },
    /// A pause that nothing returns from, a return from what is no pause, or a pause within a pause.
    Pause {
        transition: String,
    },
}

impl Machine {
    /// Checks the template.
    ///
    /// # Errors
    /// Every flaw found, not only the first.
    pub fn new(template: Template) -> Result<Machine, Vec<Flaw>> {
        let mut flaws = names(&template);
        if flaws.is_empty() {
            flaws.extend(ways(&template));
            flaws.extend(circles(&template));
            flaws.extend(unfillable(&template));
        }
        let held = held(&template);
        flaws.extend(contradictions(&template, &held));
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let reached = reached(&template);
        Ok(Machine {
            template,
            held,
            reached,
        })
    }

    pub fn template(&self) -> &Template {
        &self.template
    }

    /// The gates that lie on every way to this state, and so must keep holding in it.
    pub fn held(&self, state: &str) -> &BTreeSet<String> {
        static NONE: BTreeSet<String> = BTreeSet::new();
        self.held.get(state).unwrap_or(&NONE)
    }

    /// Has a process in `state` come as far as `milestone`?
    pub fn has_reached(&self, state: &str, milestone: &str) -> bool {
        self.reached.get(state).is_some_and(|before| before.contains(milestone))
    }

    pub fn transition(&self, key: &str) -> Option<&Transition> {
        self.template
            .transitions
            .iter()
            .find(|transition| transition.key == key)
    }

    pub(crate) fn needs<'a>(&'a self, gate: &'a str) -> impl Iterator<Item = &'a Requirement> {
        self.template
            .gates
            .iter()
            .filter(move |one| one.key == gate)
            .flat_map(|gate| &gate.needs)
    }
}

/// Duplicate and unknown keys.
fn names(t: &Template) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut set = |what: &'static str, keys: Vec<&String>| {
        let mut seen = BTreeSet::new();
        for key in keys {
            if !seen.insert(key.clone()) {
                flaws.push(Flaw::Twice { what, key: key.clone() });
            }
        }
        seen
    };
    let states = set("state", t.states.iter().map(|one| &one.key).collect());
    let gates = set("gate", t.gates.iter().map(|one| &one.key).collect());
    let tasks = set("task", t.tasks.iter().map(|one| &one.key).collect());
    set("transition", t.transitions.iter().map(|one| &one.key).collect());
    set("duty", t.duties.iter().map(|one| &one.key).collect());
    set("level", t.levels.iter().collect());

    let mut used: Vec<(&str, &'static str, &str)> =
        vec![("start", "state", &t.start), ("levels", "field", &t.level_field)];
    for transition in &t.transitions {
        used.extend(
            transition
                .from
                .iter()
                .map(|state| (transition.key.as_str(), "state", state.as_str())),
        );
        if let Target::State(state) = &transition.to {
            used.push((&transition.key, "state", state));
        }
        used.extend(
            transition
                .gate
                .iter()
                .map(|gate| (transition.key.as_str(), "gate", gate.as_str())),
        );
        if let By::OnDay(field) | By::AfterDay(field) = &transition.by {
            used.push((&transition.key, "field", field));
        }
    }
    for gate in &t.gates {
        for requirement in &gate.needs {
            need_names(&gate.key, &requirement.need, &mut used);
            condition_names(&gate.key, requirement.when.as_ref(), &mut used);
        }
    }
    for rule in &t.rules {
        need_names(&rule.key, &rule.need, &mut used);
        condition_names(&rule.key, rule.when.as_ref(), &mut used);
    }
    for task in &t.tasks {
        for field in &task.fields {
            used.push((&task.key, "field", &field.field));
            condition_names(&task.key, field.when.as_ref(), &mut used);
        }
        used.extend(
            task.evidence
                .iter()
                .map(|key| (task.key.as_str(), "evidence", key.as_str())),
        );
        used.extend(task.after.iter().map(|key| (task.key.as_str(), "task", key.as_str())));
        used.extend(
            task.from_state
                .iter()
                .map(|key| (task.key.as_str(), "state", key.as_str())),
        );
        condition_names(&task.key, task.when.as_ref(), &mut used);
    }
    for duty in &t.duties {
        used.push((&duty.key, "field", &duty.due));
        used.push((&duty.key, "state", &duty.from_state));
        used.push((&duty.key, "state", &duty.until_state));
    }
    for (place, what, key) in used {
        let known = match what {
            "state" => states.contains(key),
            "gate" => gates.contains(key),
            "task" => tasks.contains(key),
            "field" => t.fields.contains(key),
            "evidence" => t.evidence.contains(key),
            _ => t.items.contains(key),
        };
        if !known {
            flaws.push(Flaw::Unknown {
                place: place.into(),
                what,
                key: key.into(),
            });
        }
    }
    flaws
}

fn need_names<'a>(place: &'a str, need: &'a Need, used: &mut Vec<(&'a str, &'static str, &'a str)>) {
    match need {
        Need::Field(field) | Need::OneOf { field, .. } | Need::NotPassed(field) => used.push((place, "field", field)),
        Need::Order { first, then } => used.extend([(place, "field", first.as_str()), (place, "field", then.as_str())]),
        Need::Evidence(key) => used.push((place, "evidence", key)),
        Need::Item(key) => used.push((place, "item", key)),
        Need::LevelFrom(_) | Need::LevelTo(_) => {}
    }
}

fn condition_names<'a>(
    place: &'a str,
    condition: Option<&'a Condition>,
    used: &mut Vec<(&'a str, &'static str, &'a str)>,
) {
    match condition {
        None => {}
        Some(Condition::Is { field, .. } | Condition::Filled(field)) => used.push((place, "field", field)),
        Some(Condition::Not(inner)) => condition_names(place, Some(inner), used),
        Some(Condition::All(inner) | Condition::Any(inner)) => {
            inner.iter().for_each(|one| condition_names(place, Some(one), used));
        }
    }
}

/// The ends of one step from `from`: a pause leads back to every state it was entered from.
fn targets<'a>(t: &'a Template, transition: &'a Transition) -> Vec<&'a str> {
    match &transition.to {
        Target::State(state) => vec![state],
        Target::WhereItWas => t
            .transitions
            .iter()
            .filter(|one| matches!(&one.to, Target::State(to) if transition.from.contains(to)))
            .flat_map(|one| one.from.iter().map(String::as_str))
            .collect(),
    }
}

/// States that cannot be reached or left, and pauses that do not add up.
fn ways(t: &Template) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let edges: Vec<(&str, &str)> = t
        .transitions
        .iter()
        .flat_map(|one| {
            one.from
                .iter()
                .flat_map(move |from| targets(t, one).into_iter().map(move |to| (from.as_str(), to)))
        })
        .collect();
    let forward = spread([t.start.as_str()].into(), &edges);
    let lasts = t
        .states
        .iter()
        .filter(|one| one.last)
        .map(|one| one.key.as_str())
        .collect();
    let backwards: Vec<(&str, &str)> = edges.iter().map(|(from, to)| (*to, *from)).collect();
    let homeward = spread(lasts, &backwards);
    for state in &t.states {
        if !forward.contains(state.key.as_str()) {
            flaws.push(Flaw::Unreachable {
                state: state.key.clone(),
            });
        } else if !homeward.contains(state.key.as_str()) {
            flaws.push(Flaw::DeadEnd {
                state: state.key.clone(),
            });
        }
    }
    let is = |key: &str, test: fn(&crate::State) -> bool| t.states.iter().any(|state| state.key == key && test(state));
    for one in &t.transitions {
        if one.from.iter().any(|from| is(from, |state| state.last)) {
            flaws.push(Flaw::LeavesLast {
                transition: one.key.clone(),
            });
        }
        let from_pause = one.from.iter().any(|from| is(from, |state| state.pause));
        let wrong = match &one.to {
            Target::WhereItWas => !one.from.iter().all(|from| is(from, |state| state.pause)),
            Target::State(to) => from_pause && is(to, |state| state.pause),
        };
        if wrong {
            flaws.push(Flaw::Pause {
                transition: one.key.clone(),
            });
        }
    }
    flaws
}

pub(crate) fn spread<'a>(mut found: BTreeSet<&'a str>, edges: &[(&'a str, &'a str)]) -> BTreeSet<&'a str> {
    loop {
        let before = found.len();
        for (from, to) in edges {
            if found.contains(from) {
                found.insert(to);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

/// Tasks that wait for one another: take away whatever waits for nothing until nothing more can be taken.
fn circles(t: &Template) -> Vec<Flaw> {
    let mut left: BTreeMap<&str, BTreeSet<&str>> = t
        .tasks
        .iter()
        .map(|task| (task.key.as_str(), task.after.iter().map(String::as_str).collect()))
        .collect();
    while let Some(free) = left
        .iter()
        .find(|(_, after)| after.iter().all(|one| !left.contains_key(one)))
        .map(|(key, _)| *key)
    {
        left.remove(free);
    }
    if left.is_empty() {
        Vec::new()
    } else {
        vec![Flaw::Circle {
            tasks: left.into_keys().map(String::from).collect(),
        }]
    }
}

/// Fields asked for by a gate or needed by the calendar that no task shows.
fn unfillable(t: &Template) -> Vec<Flaw> {
    let shown: BTreeSet<&str> = t
        .tasks
        .iter()
        .flat_map(|task| task.fields.iter().map(|one| one.field.as_str()))
        .collect();
    let mut flaws = BTreeMap::new();
    for gate in &t.gates {
        for requirement in &gate.needs {
            let fields: Vec<&str> = match &requirement.need {
                Need::Field(field) | Need::OneOf { field, .. } | Need::NotPassed(field) => vec![field],
                Need::Order { first, then } => vec![first, then],
                Need::LevelFrom(_) | Need::LevelTo(_) => vec![&t.level_field],
                Need::Evidence(_) | Need::Item(_) => vec![],
            };
            for field in fields.into_iter().filter(|field| !shown.contains(field)) {
                flaws.insert((gate.key.clone(), field.to_string()), ());
            }
        }
    }
    flaws
        .into_keys()
        .map(|(place, field)| Flaw::NoTask { place, field })
        .collect()
}
