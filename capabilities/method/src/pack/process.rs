//! The process template of a pack: every reference resolved, then judged as a whole by the engine.

use super::build::{Build, PROCESS};
use super::gates::{gates, rules};
use super::raw::{self, Key};
use super::{DutyText, Field, Named, RuleText, StepText, TaskText, TransitionText, Warning, Words};
use engine::{By, Flaw, Machine, Reason, Target, TaskField, Template};
use std::collections::BTreeSet;

/// The words of the process, and its machine if it makes sense.
#[derive(Default)]
pub(super) struct Parts {
    pub machine: Option<Machine>,
    pub steps: Vec<StepText>,
    pub states: Vec<Named>,
    pub transitions: Vec<TransitionText>,
    pub gates: Vec<Named>,
    pub rules: Vec<RuleText>,
    pub groups: Vec<Named>,
    pub tasks: Vec<TaskText>,
    pub duties: Vec<DutyText>,
    pub warnings: Vec<Warning>,
}

/// The keys that exist, read before anything refers to them.
struct Keys {
    states: BTreeSet<String>,
    gates: BTreeSet<String>,
    tasks: BTreeSet<String>,
}

/// What a step leads back to when it ends a pause.
const WHERE_IT_WAS: &str = "where-it-was";

pub(super) fn parts(build: &mut Build<'_>, raw: &raw::ProcessFile, fields: &[Field]) -> Parts {
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
        PROCESS,
        "state",
        &raw.template.start,
        keys.states.contains(raw.template.start.get_ref()),
    );
    build.known_field(PROCESS, &raw.template.level_field);

    states(build, raw, &mut template, &mut parts);
    tasks(build, raw, &keys, fields, &mut template, &mut parts);
    transitions(build, raw, &keys, &mut template, &mut parts);
    gates(build, raw, &mut template, &mut parts);
    rules(build, raw, &mut template, &mut parts);
    duties(build, raw, &keys, &mut template, &mut parts);
    steps(build, raw, &keys, &mut parts);
    warnings(build, raw, &keys, &mut parts);

    if build.faults.is_empty() {
        match Machine::new(template) {
            Ok(machine) => parts.machine = Some(machine),
            Err(flaws) => flaws.into_iter().for_each(|flaw| tell(build, flaw)),
        }
    }
    parts
}

fn keys(build: &mut Build<'_>, raw: &raw::ProcessFile) -> Keys {
    let mut all = |what: &'static str, keys: Vec<&Key>| {
        let mut seen = BTreeSet::new();
        for key in keys {
            build.unique(PROCESS, what, &mut seen, key);
            let line = build.line(PROCESS, key.span().start);
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
        parts.states.push(Named {
            key,
            name: build.words(PROCESS, &one.name),
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
            build.known(PROCESS, "state", state, keys.states.contains(state.get_ref()));
        }
        for gate in one.gate.iter() {
            build.known(PROCESS, "gate", gate, keys.gates.contains(gate.get_ref()));
        }
        let by = match (&one.on_day, &one.after_day) {
            (Some(field), _) => By::OnDay(field.get_ref().clone()),
            (None, Some(field)) => By::AfterDay(field.get_ref().clone()),
            (None, None) => By::Person,
        };
        for field in one.on_day.iter().chain(&one.after_day) {
            build.known_field(PROCESS, field);
        }
        if by == By::Person && one.permission.is_none() {
            let problem = "nobody may take the step";
            build.fault(
                PROCESS,
                one.key.span().start,
                problem,
                "name a permission, or on_day or after_day for the calendar",
            );
        }
        if let Some(permission) = &one.permission {
            let known = identity::PERMISSIONS
                .iter()
                .any(|(name, _)| name == permission.get_ref());
            build.known(PROCESS, "permission", permission, known);
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
                .map(|when| build.condition(PROCESS, one.key.span().start, when)),
            name: build.words(PROCESS, &one.name),
            text: one
                .text
                .as_ref()
                .map(|text| build.words(PROCESS, text))
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
            build.known(PROCESS, "sort of reason", key, false);
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
        build.unique(PROCESS, "group", &mut groups, &one.key);
        parts.groups.push(Named {
            key: one.key.get_ref().clone(),
            name: build.words(PROCESS, &one.name),
        });
    }
    let mut placed = BTreeSet::new();
    for one in &raw.task {
        let at = one.key.span().start;
        build.known(PROCESS, "group", &one.group, groups.contains(one.group.get_ref()));
        if one.page.is_some() != one.fields.is_empty() {
            build.fault(
                PROCESS,
                at,
                "a task is either a form or a page",
                "give it fields or a page, not both",
            );
        }
        for key in &one.fields {
            build.known_field(PROCESS, key);
            if !placed.insert(key.get_ref().clone()) {
                let problem = format!("the field \"{}\" already stands in another task", key.get_ref());
                build.fault(PROCESS, key.span().start, problem, "let each field stand in one task");
            }
        }
        for key in &one.evidence {
            let known = build.evidence.contains(key.get_ref());
            build.known(PROCESS, "evidence", key, known);
        }
        for key in &one.after {
            build.known(PROCESS, "task", key, keys.tasks.contains(key.get_ref()));
        }
        for key in one.from_state.iter() {
            build.known(PROCESS, "state", key, keys.states.contains(key.get_ref()));
        }
        template.tasks.push(engine::Task {
            key: one.key.get_ref().clone(),
            fields: one.fields.iter().filter_map(|key| task_field(fields, key)).collect(),
            evidence: one.evidence.iter().map(|key| key.get_ref().clone()).collect(),
            after: one.after.iter().map(|key| key.get_ref().clone()).collect(),
            from_state: one.from_state.as_ref().map(|key| key.get_ref().clone()),
            when: one.when.as_ref().map(|when| build.condition(PROCESS, at, when)),
        });
        parts.tasks.push(TaskText {
            key: one.key.get_ref().clone(),
            address: one.address.as_ref().unwrap_or(&one.key).get_ref().clone(),
            group: one.group.get_ref().clone(),
            name: build.words(PROCESS, &one.name),
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
        build.known_field(PROCESS, &one.due);
        for state in [&one.from_state, &one.until_state] {
            build.known(PROCESS, "state", state, keys.states.contains(state.get_ref()));
        }
        for task in one.task.iter() {
            build.known(PROCESS, "task", task, keys.tasks.contains(task.get_ref()));
        }
        let key = one.key.get_ref().clone();
        template.duties.push(engine::Duty {
            key: key.clone(),
            due: one.due.get_ref().clone(),
            from_level: one.from_level.as_ref().and_then(|level| build.rank(PROCESS, level)),
            from_state: one.from_state.get_ref().clone(),
            until_state: one.until_state.get_ref().clone(),
        });
        let task = one.task.as_ref().map(|key| key.get_ref().clone());
        parts.duties.push(DutyText {
            key,
            name: build.words(PROCESS, &one.name),
            task,
            weight: one.weight,
        });
    }
}

fn steps(build: &mut Build<'_>, raw: &raw::ProcessFile, keys: &Keys, parts: &mut Parts) {
    for one in &raw.step {
        for gate in one.gate.iter() {
            build.known(PROCESS, "gate", gate, keys.gates.contains(gate.get_ref()));
        }
        for task in &one.tasks {
            build.known(PROCESS, "task", task, keys.tasks.contains(task.get_ref()));
        }
        parts.steps.push(StepText {
            key: one.key.get_ref().clone(),
            name: build.words(PROCESS, &one.name),
            question: build.words(PROCESS, &one.question),
            role: build.words(PROCESS, &one.role),
            output: build.words(PROCESS, &one.output),
            gate: one.gate.as_ref().map(|key| key.get_ref().clone()),
            tasks: one.tasks.iter().map(|key| key.get_ref().clone()).collect(),
        });
    }
}

fn warnings(build: &mut Build<'_>, raw: &raw::ProcessFile, keys: &Keys, parts: &mut Parts) {
    for one in &raw.warning {
        for task in one.task.iter() {
            build.known(PROCESS, "task", task, keys.tasks.contains(task.get_ref()));
        }
        let text: Words = build.words(PROCESS, &one.text);
        parts.warnings.push(Warning {
            key: one.key.get_ref().clone(),
            task: one.task.as_ref().map(|key| key.get_ref().clone()),
            when: build.condition(PROCESS, one.key.span().start, &one.when),
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
    build.faults.add_line(PROCESS, line, problem, remedy);
}
