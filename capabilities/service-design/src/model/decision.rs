//! Gate decisions: a project's steps from one state to another, each with what was decided about it.

use jiff::Timestamp;
use method::pack::{Decision, Pack, TransitionText};
use method::{Condition, Event, Facts, Transition};

/// What a step of the process was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// As the team decided at the gate; the option's word is the pack's.
    Decided,
    Back,
    Pause,
    Resume,
    /// Anything else, such as closing after the last gate.
    Other,
}

/// One decision, told from the process's events and the fields of its gate.
#[derive(Debug, Clone)]
pub(crate) struct Taken {
    pub at: Timestamp,
    pub from: String,
    pub to: String,
    pub sort: Sort,
    /// The option that was chosen at the gate, with the field it stands in.
    pub option: Option<(String, String)>,
    pub reason: String,
    /// Who took the step in the system.
    pub actor: String,
    /// Who decided, when and on what ground: of the latest decision at each gate, since the fields hold no more.
    pub decided: Option<Decided>,
}

/// What the fields of a gate say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decided {
    pub on: String,
    pub by: String,
    pub ground: String,
}

/// The decisions of a project, the latest first. `events` come the latest first.
pub(crate) fn taken(pack: &Pack, facts: &Facts, events: &[Event]) -> Vec<Taken> {
    let mut told = Vec::new();
    let steps = events.iter().filter(|event| event.kind == "state");
    steps
        .map(|event| {
            let transition = transition(pack, &event.from_value, &event.to_value);
            let option = transition.and_then(|one| pack.transition(&one.key)).and_then(option);
            let decision = option.as_ref().and_then(|(field, _)| decision(pack, field));
            let decided = decision.filter(|one| !told.contains(&one.choice)).map(|one| {
                told.push(one.choice.clone());
                Decided {
                    on: facts.text(&one.on),
                    by: facts.text(&one.by),
                    ground: facts.text(&one.ground),
                }
            });
            Taken {
                at: event.at,
                sort: sort(pack, event, transition, option.is_some()),
                from: event.from_value.clone(),
                to: event.to_value.clone(),
                option,
                reason: event.reason.clone(),
                actor: event.actor.clone(),
                decided,
            }
        })
        .collect()
}

fn transition<'a>(pack: &'a Pack, from: &str, to: &str) -> Option<&'a Transition> {
    let leads = |one: &&Transition| match &one.to {
        method::Target::State(state) => state == to,
        method::Target::WhereItWas => false,
    };
    let all = pack.machine.template().transitions.iter();
    all.filter(|one| one.from.iter().any(|state| state == from)).find(leads)
}

fn sort(pack: &Pack, event: &Event, transition: Option<&Transition>, decided: bool) -> Sort {
    let pauses = |state: &str| pack.machine.state(state).is_some_and(|state| state.pause);
    match transition {
        _ if pauses(&event.to_value) => Sort::Pause,
        Some(one) if one.back => Sort::Back,
        Some(_) if decided => Sort::Decided,
        None if pauses(&event.from_value) => Sort::Resume,
        _ => Sort::Other,
    }
}

/// The answer at the gate that offers a step: the field and its one option.
fn option(text: &TransitionText) -> Option<(String, String)> {
    match &text.offered_when {
        Some(Condition::Is { field, values }) if values.len() == 1 => Some((field.clone(), values[0].clone())),
        _ => None,
    }
}

/// The fields of the gate at which that field is asked.
fn decision<'a>(pack: &'a Pack, choice: &str) -> Option<&'a Decision> {
    let all = pack.steps.iter().filter_map(|step| step.decision.as_ref());
    all.into_iter().find(|one| one.choice == choice)
}
