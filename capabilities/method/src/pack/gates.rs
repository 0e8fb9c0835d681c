//! The gates and rules of a pack: what each line asks for, resolved to a need of the engine.

use super::build::Build;
use super::placed::Placed;
use super::process::Parts;
use super::raw::{self, Key};
use super::{Named, RuleText};
use engine::{Condition, Need, Requirement, Template};

pub(super) fn gates(build: &mut Build<'_>, raw: &raw::ProcessFile, template: &mut Template, parts: &mut Parts) {
    for one in &raw.gate {
        let mut needs = Vec::new();
        for need in &one.needs {
            needs.extend(requirements(build, template, need));
        }
        template.gates.push(engine::Gate {
            key: one.key.get_ref().clone(),
            needs,
        });
        parts.gates.push(Named {
            key: one.key.get_ref().clone(),
            name: build.words(build.process, &one.name),
        });
    }
}

/// One line of a gate. A whole task stands for each of its required fields.
fn requirements(build: &mut Build<'_>, template: &Template, spanned: &Placed<raw::Need>) -> Vec<Requirement> {
    let (raw, at) = (spanned.get_ref(), spanned.span().start);
    let from_level = raw.from_level.as_ref().and_then(|key| build.rank(build.process, key));
    let when = raw.when.as_ref().map(|when| build.condition(build.process, at, when));
    if let Some(task) = &raw.task {
        let found = template.tasks.iter().find(|one| &one.key == task.get_ref());
        build.known(build.process, "task", task, found.is_some());
        let needs: Vec<Requirement> = found
            .map(|one| task_needs(one, from_level, when.as_ref()))
            .unwrap_or_default();
        if found.is_some() && needs.is_empty() {
            build.fault(
                build.process,
                task.span().start,
                "the task has no required field",
                "name its evidence instead, or make a field required",
            );
        }
        return needs;
    }
    match need(build, raw, at) {
        Some(need) => vec![Requirement { need, from_level, when }],
        None => Vec::new(),
    }
}

fn task_needs(task: &engine::Task, from_level: Option<u8>, when: Option<&Condition>) -> Vec<Requirement> {
    let required = task.fields.iter().filter_map(|one| Some((one, one.required_from?)));
    required
        .map(|(one, from)| Requirement {
            need: Need::Field(one.field.clone()),
            from_level: Some(from.max(from_level.unwrap_or(0))),
            when: both(when, one.when.as_ref()),
        })
        .collect()
}

/// The gate's condition and the field's own.
fn both(one: Option<&Condition>, other: Option<&Condition>) -> Option<Condition> {
    match (one, other) {
        (Some(one), Some(other)) => Some(Condition::All(vec![one.clone(), other.clone()])),
        (one, other) => one.or(other).cloned(),
    }
}

fn need(build: &mut Build<'_>, raw: &raw::Need, at: usize) -> Option<Need> {
    let field = |build: &mut Build<'_>, key: &Key| {
        build.known_field(build.process, key);
        key.get_ref().clone()
    };
    if let Some(key) = &raw.field {
        return Some(Need::Field(field(build, key)));
    }
    if let Some(key) = &raw.not_passed {
        return Some(Need::NotPassed(field(build, key)));
    }
    if let Some(one) = &raw.one_of {
        return Some(one_of(build, one));
    }
    if let Some(order) = &raw.order {
        return Some(Need::Order {
            first: field(build, &order.first),
            then: field(build, &order.then),
        });
    }
    if let Some(key) = &raw.level_from {
        return build.rank(build.process, key).map(Need::LevelFrom);
    }
    if let Some(key) = &raw.level_to {
        return build.rank(build.process, key).map(Need::LevelTo);
    }
    if let Some(key) = &raw.evidence {
        let known = build.evidence.contains(key.get_ref());
        build.known(build.process, "evidence", key, known);
        return Some(Need::Evidence(key.get_ref().clone()));
    }
    if let Some(key) = &raw.item {
        let ticked = build.items.get(key.get_ref()).copied();
        if build.known(build.process, "item", key, ticked.is_some()) && ticked == Some(false) {
            build.fault(
                build.process,
                key.span().start,
                "the item ticks itself",
                "ask for its fields instead",
            );
        }
        return Some(Need::Item(key.get_ref().clone()));
    }
    build.fault(
        build.process,
        at,
        "the line asks for nothing",
        "write field, one_of, task, level_from, level_to, order, not_passed, evidence or item",
    );
    None
}

fn one_of(build: &mut Build<'_>, raw: &raw::OneOf) -> Need {
    Need::OneOf {
        field: raw.field.get_ref().clone(),
        values: build.values(build.process, &raw.field, &raw.values),
    }
}

pub(super) fn rules(build: &mut Build<'_>, raw: &raw::ProcessFile, template: &mut Template, parts: &mut Parts) {
    for one in &raw.rule {
        let at = one.key.span().start;
        build.known_field(build.process, &one.field);
        let need = match (&one.one_of, &one.order) {
            (Some(values), None) => one_of(build, values),
            (None, Some(order)) => {
                build.known_field(build.process, &order.first);
                build.known_field(build.process, &order.then);
                Need::Order {
                    first: order.first.get_ref().clone(),
                    then: order.then.get_ref().clone(),
                }
            }
            _ => {
                build.fault(
                    build.process,
                    at,
                    "the rule must say one thing",
                    "write either one_of or order",
                );
                continue;
            }
        };
        let when = one.when.as_ref().map(|when| build.condition(build.process, at, when));
        let (key, field) = (one.key.get_ref().clone(), one.field.get_ref().clone());
        template.rules.push(engine::Rule {
            key: key.clone(),
            field: field.clone(),
            need,
            when,
        });
        parts.rules.push(RuleText {
            key,
            field,
            message: build.words(build.process, &one.message),
        });
    }
}
