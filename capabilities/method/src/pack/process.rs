//! The process template of a pack: every reference resolved, then judged as a whole by the engine.

use super::build::Build;
use super::gates::{gates, rules};
use super::raw::{self, Key};
use super::{Decision, DutyText, Field, Named, RuleText, StepText, TaskText, TransitionText, Warning, Words};
use engine::{By, Flaw, Machine, Reason, Target, TaskField, Template};
use std::collections::{BTreeMap, BTreeSet};

/// The words of the process.
#[derive(Default)]
pub(super) struct Parts {
    pub steps: Vec<StepText>,
    pub states: Vec<Named>,
    pub phases: BTreeMap<String, String>,
    pub transitions: Vec<TransitionText>,
    pub gates: Vec<Named>,
    pub rules: Vec<RuleText>,
    pub groups: Vec<Named>,
    pub tasks: Vec<TaskText>,
    pub duties: Vec<DutyText>,
    pub warnings: Vec<Warning>,
}

/// A process template with its machine.
pub(super) struct Whole {
    pub name: Words,
    pub about: Words,
    pub parts: Parts,
    pub machine: Machine,
}

/// What residents meet while a process is in a state. `published` and `open` follow the calendar.
pub(super) const PHASES: [&str; 14] = [
    "hidden",
    "information",
    "published",
    "open",
    "closed",
    "compiled",
    "report-adopted",
    "handed-over",
    "decided",
    "answered",
    "evaluated",
    "ended",
    "paused",
    "cancelled",
];

/// The keys that exist, read before anything refers to them.
struct Keys {
    states: BTreeSet<String>,
    gates: BTreeSet<String>,
    tasks: BTreeSet<String>,
}

/// What a step leads back to when it ends a pause.
const WHERE_IT_WAS: &str = "where-it-was";

/// The template; `None` when it has faults, which are then told.
pub(super) fn whole(build: &mut Build<'_>, raw: &raw::ProcessFile, fields: &[Field]) -> Option<Whole> {
    let told = build.faults.len();
    let keys = keys(build, raw);
    let mut parts = Parts::default();
    let mut template = Template {
        key: raw.template.key.get_ref().clone(),
        start: raw.template.start.get_ref().clone(),
        level_field: raw.template.level_field.get_ref().clone(),
        levels: build.levels.clone(),
        announced: fields
            .iter()
            .filter(|field| field.announced)
            .map(|field| field.key.clone())
            .collect(),
        fields: fields.iter().map(|field| field.key.clone()).collect(),
        evidence: build.evidence.clone(),
        items: build.items.keys().cloned().collect(),
        ..Template::default()
    };
    build.known(
        build.process,
        "state",
        &raw.template.start,
        keys.states.contains(raw.template.start.get_ref()),
    );
    build.known_field(build.process, &raw.template.level_field);

    states(build, raw, &mut template, &mut parts);
    tasks(build, raw, &keys, fields, &mut template, &mut parts);
    transitions(build, raw, &keys, &mut template, &mut parts);
    gates(build, raw, &mut template, &mut parts);
    rules(build, raw, &mut template, &mut parts);
    duties(build, raw, &keys, &mut template, &mut parts);
    steps(build, raw, &keys, &mut parts);
    warnings(build, raw, &keys, &mut parts);

    for task in &parts.tasks {
        if build.tasks.iter().all(|one| one.key != task.key) {
            build.tasks.push(task.clone());
        }
    }
    let name = build.words(build.process, &raw.template.name);
    let about = raw.template.about.as_ref().map(|text| build.words(build.process, text));
    if build.faults.len() > told {
        return None;
    }
    match Machine::new(template) {
        Ok(machine) => Some(Whole {
            name,
            about: about.unwrap_or_default(),
            parts,
            machine,
        }),
        Err(flaws) => {
            flaws.into_iter().for_each(|flaw| tell(build, flaw));
            None
        }
    }
}

fn keys(build: &mut Build<'_>, raw: &raw::ProcessFile) -> Keys {
    let mut all = |what: &'static str, keys: Vec<&Key>| {
        let mut seen = BTreeSet::new();
        for key in keys {
            build.unique(build.process, what, &mut seen, key);
            let line = build.line(build.process, key.span().start);
            build.places.insert((what, key.get_ref().clone()), line);
        }
        seen
    };
    all("transition", raw.transition.iter().map(|one| &one.key).collect());
    all("rule", raw.rule.iter().map(|one| &one.key).collect());
    all("duty", raw.duty.iter().map(|one| &one.key).collect());
    all("step", raw.step.iter().map(|one| &one.key).collect());
    all("warning", raw.warning.iter().map(|one| &one.key).collect());
    all(
        "transition address",
        raw.transition
            .iter()
            .map(|one| one.address.as_ref().unwrap_or(&one.key))
            .collect(),
    );
    all(
        "task address",
        raw.task
            .iter()
            .map(|one| one.address.as_ref().unwrap_or(&one.key))
            .collect(),
    );
    Keys {
        states: all("state", raw.state.iter().map(|one| &one.key).collect()),
        gates: all("gate", raw.gate.iter().map(|one| &one.key).collect()),
        tasks: all("task", raw.task.iter().map(|one| &one.key).collect()),
    }
}

fn states(build: &mut Build<'_>, raw: &raw::ProcessFile, template: &mut Template, parts: &mut Parts) {
    for one in &raw.state {
        let key = one.key.get_ref().clone();
        template.states.push(engine::State {
            key: key.clone(),
            public: one.public,
            last: one.last,
            pause: one.pause,
        });
        let phase = one.phase.as_ref().map_or(key.as_str(), |phase| phase.get_ref());
        let known = PHASES.contains(&phase);
        if let (Some(phase), false) = (&one.phase, known) {
            let remedy = format!("use one of {}", PHASES.join(", "));
            let problem = format!("residents know no phase \"{}\"", phase.get_ref());
            build.fault(build.process, phase.span().start, problem, remedy);
        }
        let phase = if known { phase } else { "hidden" };
        parts.phases.insert(key.clone(), phase.to_string());
        parts.states.push(Named {
            key,
            name: build.words(build.process, &one.name),
        });
    }
}

fn transitions(build: &mut Build<'_>, raw: &raw::ProcessFile, keys: &Keys, template: &mut Template, parts: &mut Parts) {
    for one in &raw.transition {
        for state in one
            .from
            .iter()
            .chain((one.to.get_ref() != WHERE_IT_WAS).then_some(&one.to))
        {
            build.known(build.process, "state", state, keys.states.contains(state.get_ref()));
        }
        for gate in one.gate.iter() {
            build.known(build.process, "gate", gate, keys.gates.contains(gate.get_ref()));
        }
        let by = match (&one.on_day, &one.after_day) {
            (Some(field), _) => By::OnDay(field.get_ref().clone()),
            (None, Some(field)) => By::AfterDay(field.get_ref().clone()),
            (None, None) => By::Person,
        };
        for field in one.on_day.iter().chain(&one.after_day) {
            build.known_field(build.process, field);
        }
        if by == By::Person && one.permission.is_none() {
            let problem = "nobody may take the step";
            build.fault(
                build.process,
                one.key.span().start,
                problem,
                "name a permission, or on_day or after_day for the calendar",
            );
        }
        if let Some(permission) = &one.permission {
            let known = identity::PERMISSIONS
                .iter()
                .any(|(name, _)| name == permission.get_ref());
            build.known(build.process, "permission", permission, known);
        }
        template.transitions.push(engine::Transition {
            key: one.key.get_ref().clone(),
            from: one.from.iter().map(|key| key.get_ref().clone()).collect(),
            to: match one.to.get_ref().as_str() {
                WHERE_IT_WAS => Target::WhereItWas,
                state => Target::State(state.into()),
            },
            gate: one.gate.as_ref().map(|key| key.get_ref().clone()),
            reason: reason(build, one.reason.as_ref()),
            permission: one
                .permission
                .as_ref()
                .map(|key| key.get_ref().clone())
                .unwrap_or_default(),
            by,
            back: one.back,
        });
        parts.transitions.push(TransitionText {
            key: one.key.get_ref().clone(),
            address: one.address.as_ref().unwrap_or(&one.key).get_ref().clone(),
            offered_when: one
                .offered_when
                .as_ref()
                .map(|when| build.condition(build.process, one.key.span().start, when)),
            name: build.words(build.process, &one.name),
            text: one
                .text
                .as_ref()
                .map(|text| build.words(build.process, text))
                .unwrap_or_default(),
        });
    }
}

fn reason(build: &mut Build<'_>, key: Option<&Key>) -> Reason {
    match key.map(|key| (key, key.get_ref().as_str())) {
        None => Reason::None,
        Some((_, "internal")) => Reason::Internal,
        Some((_, "public")) => Reason::Public,
        Some((key, _)) => {
            build.known(build.process, "sort of reason", key, false);
            Reason::None
        }
    }
}

fn tasks(
    build: &mut Build<'_>,
    raw: &raw::ProcessFile,
    keys: &Keys,
    fields: &[Field],
    template: &mut Template,
    parts: &mut Parts,
) {
    let mut groups = BTreeSet::new();
    for one in &raw.group {
        build.unique(build.process, "group", &mut groups, &one.key);
        parts.groups.push(Named {
            key: one.key.get_ref().clone(),
            name: build.words(build.process, &one.name),
        });
    }
    let mut placed = BTreeSet::new();
    for one in &raw.task {
        let at = one.key.span().start;
        build.known(build.process, "group", &one.group, groups.contains(one.group.get_ref()));
        if one.page.is_some() != one.fields.is_empty() {
            build.fault(
                build.process,
                at,
                "a task is either a form or a page",
                "give it fields or a page, not both",
            );
        }
        for key in &one.fields {
            build.known_field(build.process, key);
            if !placed.insert(key.get_ref().clone()) {
                let problem = format!("the field \"{}\" already stands in another task", key.get_ref());
                build.fault(
                    build.process,
                    key.span().start,
                    problem,
                    "let each field stand in one task",
                );
            }
        }
        for key in &one.evidence {
            let known = build.evidence.contains(key.get_ref());
            build.known(build.process, "evidence", key, known);
        }
        for key in &one.after {
            build.known(build.process, "task", key, keys.tasks.contains(key.get_ref()));
        }
        for key in one.from_state.iter() {
            build.known(build.process, "state", key, keys.states.contains(key.get_ref()));
        }
        template.tasks.push(engine::Task {
            key: one.key.get_ref().clone(),
            fields: one.fields.iter().filter_map(|key| task_field(fields, key)).collect(),
            evidence: one.evidence.iter().map(|key| key.get_ref().clone()).collect(),
            after: one.after.iter().map(|key| key.get_ref().clone()).collect(),
            from_state: one.from_state.as_ref().map(|key| key.get_ref().clone()),
            when: one.when.as_ref().map(|when| build.condition(build.process, at, when)),
        });
        parts.tasks.push(TaskText {
            key: one.key.get_ref().clone(),
            address: one.address.as_ref().unwrap_or(&one.key).get_ref().clone(),
            group: one.group.get_ref().clone(),
            name: build.words(build.process, &one.name),
            page: one.page.clone(),
            fields: one.fields.iter().map(|key| key.get_ref().clone()).collect(),
        });
    }
}

fn task_field(fields: &[Field], key: &Key) -> Option<TaskField> {
    let field = fields.iter().find(|field| &field.key == key.get_ref())?;
    Some(TaskField {
        field: field.key.clone(),
        required_from: field.required_from,
        when: field.when.clone(),
    })
}

fn duties(build: &mut Build<'_>, raw: &raw::ProcessFile, keys: &Keys, template: &mut Template, parts: &mut Parts) {
    for one in &raw.duty {
        build.known_field(build.process, &one.due);
        for state in [&one.from_state, &one.until_state] {
            build.known(build.process, "state", state, keys.states.contains(state.get_ref()));
        }
        for task in one.task.iter() {
            build.known(build.process, "task", task, keys.tasks.contains(task.get_ref()));
        }
        let key = one.key.get_ref().clone();
        template.duties.push(engine::Duty {
            key: key.clone(),
            due: one.due.get_ref().clone(),
            from_level: one
                .from_level
                .as_ref()
                .and_then(|level| build.rank(build.process, level)),
            from_state: one.from_state.get_ref().clone(),
            until_state: one.until_state.get_ref().clone(),
        });
        let task = one.task.as_ref().map(|key| key.get_ref().clone());
        parts.duties.push(DutyText {
            key,
            name: build.words(build.process, &one.name),
            task,
            weight: one.weight,
        });
    }
}

fn steps(build: &mut Build<'_>, raw: &raw::ProcessFile, keys: &Keys, parts: &mut Parts) {
    for one in &raw.step {
        for gate in one.gate.iter() {
            build.known(build.process, "gate", gate, keys.gates.contains(gate.get_ref()));
        }
        for task in &one.tasks {
            build.known(build.process, "task", task, keys.tasks.contains(task.get_ref()));
        }
        let decision = one.decision.as_ref().map(|one| {
            let mut field = |key: &raw::Key| {
                build.known_field(build.process, key);
                key.get_ref().clone()
            };
            Decision {
                choice: field(&one.choice),
                on: field(&one.on),
                by: field(&one.by),
                ground: field(&one.ground),
            }
        });
        parts.steps.push(StepText {
            key: one.key.get_ref().clone(),
            name: build.words(build.process, &one.name),
            question: build.words(build.process, &one.question),
            role: build.words(build.process, &one.role),
            output: build.words(build.process, &one.output),
            gate: one.gate.as_ref().map(|key| key.get_ref().clone()),
            decision,
            tasks: one.tasks.iter().map(|key| key.get_ref().clone()).collect(),
        });
    }
}

fn warnings(build: &mut Build<'_>, raw: &raw::ProcessFile, keys: &Keys, parts: &mut Parts) {
    for one in &raw.warning {
        for task in one.task.iter() {
            build.known(build.process, "task", task, keys.tasks.contains(task.get_ref()));
        }
        let text: Words = build.words(build.process, &one.text);
        parts.warnings.push(Warning {
            key: one.key.get_ref().clone(),
            task: one.task.as_ref().map(|key| key.get_ref().clone()),
            when: build.condition(build.process, one.key.span().start, &one.when),
            text,
        });
    }
}

/// A flaw of the whole, at the line of the part it names.
fn tell(build: &mut Build<'_>, flaw: Flaw) {
    let (what, key, problem, remedy) = match flaw {
        Flaw::Twice { what, key } => (
            what,
            key.clone(),
            format!("the {what} \"{key}\" is there twice"),
            "rename one of them",
        ),
        Flaw::Unknown { place, what, key } => (
            "gate",
            place,
            format!("there is no {what} \"{key}\""),
            "define it or refer to one that exists",
        ),
        Flaw::Unreachable { state } => (
            "state",
            state.clone(),
            format!("no way leads to the state \"{state}\""),
            "add a transition to it or take it away",
        ),
        Flaw::DeadEnd { state } => (
            "state",
            state.clone(),
            format!("no way leads from the state \"{state}\" to an end"),
            "add a transition onward or mark it as last",
        ),
        Flaw::LeavesLast { transition } => (
            "transition",
            transition,
            "the transition leaves a state that is marked as last".into(),
            "take away the transition or the mark",
        ),
        Flaw::Circle { tasks } => {
            let first = tasks.first().cloned().unwrap_or_default();
            (
                "task",
                first,
                format!("the tasks {} wait for one another", tasks.join(", ")),
                "take away one of their after",
            )
        }
        Flaw::Impossible { transition, about } => {
            let problem = format!("the step can never be taken: the gates ask for different things of \"{about}\"");
            ("transition", transition, problem, "let the gates on the way agree")
        }
        Flaw::NoTask { place, field } => (
            "gate",
            place,
            format!("no task lets anyone fill in \"{field}\", so the gate can never be met"),
            "add the field to a task",
        ),
        Flaw::Pause { transition } => {
            let problem = "a pause must be entered from a state that is no pause and be left by where-it-was".into();
            ("transition", transition, problem, "correct from and to")
        }
    };
    let line = build.places.get(&(what, key)).copied().unwrap_or(1);
    build.faults.add_line(build.process, line, problem, remedy);
}
