//! The two promises of the method, on the real pack and under any order of commands: nothing is published without
//! what the public must know, and nothing ends unanswered.

use crate::pack::{self, Kind, Pack};
use engine::{By, Change, Evidence, Machine, Missing, Need, Seen, Standing, Who};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

static PACK: LazyLock<Arc<Pack>> = LazyLock::new(|| {
    let edition = pack::read(&pack::embedded(crate::CITIZEN_DIALOGUE));
    edition
        .unwrap_or_else(|faults| panic!("{} faults", faults.len()))
        .templates[0]
        .clone()
});

const EVERYTHING: &[&str] = &["PlanDialogue", "ApproveDialogue", "PublishDialogue"];
const DAYS: [&str; 5] = ["2026-02-01", "2026-03-01", "2026-03-20", "2026-05-01", "2026-09-01"];

/// A value that the field can hold; none clears it.
fn value(field: usize, pick: usize) -> (String, Vec<String>) {
    let field = &PACK.fields[field % PACK.fields.len()];
    let one = |text: &str| vec![text.to_string()];
    let values = match field.kind {
        _ if pick == 0 => Vec::new(),
        Kind::Choice | Kind::Choices => vec![field.options[pick % field.options.len()].key.clone()],
        Kind::YesNo => one(if pick.is_multiple_of(2) { "yes" } else { "no" }),
        Kind::Date => one(DAYS[pick % DAYS.len()]),
        Kind::Level => vec![PACK.ladder.levels()[pick % 5].key.clone()],
        _ => one("text"),
    };
    (field.key.clone(), values)
}

#[derive(Debug, Clone)]
enum Command {
    Set {
        field: usize,
        pick: usize,
        reason: bool,
    },
    SetMany(Vec<(usize, usize)>),
    Tick {
        item: usize,
        done: bool,
    },
    /// Try a step as things are.
    Step {
        step: usize,
        day: usize,
        evidence: u16,
    },
    /// Fill in whatever the step asks for, then try it.
    Work {
        step: usize,
        day: usize,
        evidence: u16,
        level: usize,
    },
    Calendar {
        day: usize,
    },
}

fn command() -> impl Strategy<Value = Command> {
    let n = PACK.fields.len();
    let steps = PACK.transitions.len();
    prop_oneof![
        4 => (0..n, 0..6usize, any::<bool>()).prop_map(|(field, pick, reason)| Command::Set { field, pick, reason }),
        1 => prop::collection::vec((0..n, 0..6usize), 1..6).prop_map(Command::SetMany),
        1 => (0..PACK.items.len(), any::<bool>()).prop_map(|(item, done)| Command::Tick { item, done }),
        3 => (0..steps, 0..5usize, any::<u16>()).prop_map(|(step, day, evidence)| Command::Step { step, day, evidence }),
        6 => (0..steps, 0..5usize, any::<u16>(), 1..5usize).prop_map(|(step, day, evidence, level)| Command::Work { step, day, evidence: evidence | 0x0f5f, level }),
        1 => (0..5usize).prop_map(|day| Command::Calendar { day }),
    ]
}

fn seen(day: usize, evidence: u16) -> Seen {
    let proof = |(place, one): (usize, &pack::EvidenceText)| {
        let met = evidence >> (place % 16) & 1 == 1;
        (
            one.key.clone(),
            Evidence {
                met,
                count: i64::from(met),
                base: 1,
            },
        )
    };
    Seen {
        today: DAYS[day].into(),
        evidence: PACK.evidence.iter().enumerate().map(proof).collect(),
    }
}

/// Sets what each missing thing asks for.
fn work(machine: &Machine, standing: &Standing, missing: &[Missing], level: usize) -> Standing {
    let mut change = Change::default();
    for one in missing {
        let (key, pick) = match &one.need {
            Need::Item(item) => {
                change.items.insert(item.clone(), true);
                continue;
            }
            Need::Field(key) => (key, 1),
            Need::NotPassed(key) | Need::Order { then: key, .. } => (key, 4),
            Need::OneOf { field, values } => {
                change.facts.insert(field.clone(), vec![values[0].clone()]);
                continue;
            }
            Need::LevelFrom(_) => {
                change
                    .facts
                    .insert("level".into(), vec![PACK.ladder.levels()[level].key.clone()]);
                continue;
            }
            Need::LevelTo(_) => {
                change.facts.insert("level".into(), vec!["information".into()]);
                continue;
            }
            Need::Evidence(_) => continue,
        };
        let place = PACK
            .fields
            .iter()
            .position(|field| &field.key == key)
            .expect("the pack knows the field");
        let pick = match key.as_str() {
            "opens-on" => 1,
            "closes-on" => 2,
            "report-on" => 3,
            "feedback-on" => 4,
            _ => pick,
        };
        change.facts.insert(key.clone(), value(place, pick).1);
    }
    machine
        .change(standing, &change, "why")
        .map_or_else(|_| standing.clone(), |changed| changed.standing)
}

/// One life of a dialogue. `check` sees every state it comes to, and what could be proved when it came there.
fn live(commands: &[Command], mut check: impl FnMut(&str, &Standing, &Seen)) {
    let machine = &PACK.machine;
    let mut standing = Standing::new(machine.template());
    for command in commands {
        let before = standing.state.clone();
        let mut now = seen(0, 0);
        let change = |standing: &Standing, facts: BTreeMap<String, Vec<String>>, reason: &str| {
            let change = Change {
                facts,
                ..Change::default()
            };
            machine
                .change(standing, &change, reason)
                .map_or_else(|_| standing.clone(), |changed| changed.standing)
        };
        match command {
            Command::Set { field, pick, reason } => {
                standing = change(
                    &standing,
                    [value(*field, *pick)].into(),
                    if *reason { "why" } else { "" },
                );
            }
            Command::SetMany(list) => {
                standing = change(
                    &standing,
                    list.iter().map(|(field, pick)| value(*field, *pick)).collect(),
                    "why",
                );
            }
            Command::Tick { item, done } => {
                let items = [(PACK.items[*item].key.clone(), *done)].into();
                let ticked = machine.change(
                    &standing,
                    &Change {
                        items,
                        ..Change::default()
                    },
                    "",
                );
                standing = ticked.map_or(standing, |changed| changed.standing);
            }
            Command::Step { step, day, evidence } => {
                now = seen(*day, *evidence);
                standing = stepped(machine, &standing, &PACK.transitions[*step].key, &now);
            }
            Command::Work {
                step,
                day,
                evidence,
                level,
            } => {
                now = seen(*day, *evidence);
                let key = &PACK.transitions[*step].key;
                let step = machine.transition(key).expect("the machine has the pack's steps");
                // A level first, for it decides what else is asked for.
                for _ in 0..3 {
                    let missing = machine.missing_for(step, &standing, &now);
                    standing = work(machine, &standing, &missing, *level);
                }
                standing = stepped(machine, &standing, key, &now);
            }
            Command::Calendar { day } => {
                now = seen(*day, 0);
                while let Some(step) = machine.due_step(&standing, &now) {
                    standing = stepped(machine, &standing, &step.key.clone(), &now);
                }
            }
        }
        check(&before, &standing, &now);
    }
}

fn stepped(machine: &Machine, standing: &Standing, key: &str, now: &Seen) -> Standing {
    let by_person = machine.transition(key).is_some_and(|step| step.by == By::Person);
    let who = if by_person {
        Who::Person(EVERYTHING)
    } else {
        Who::Calendar
    };
    machine
        .advance(standing, key, who, "why", now)
        .map_or_else(|_| standing.clone(), |step| step.standing)
}

/// What stands on the public page of a running dialogue and in its register: the issue's own list.
const PUBLISHED_NEEDS: &[&str] = &[
    "level",
    "promise",
    "can-influence",
    "cannot-influence",
    "feedback-on",
    "feedback-owner",
    "responsible-body",
    "personal-data",
    "legal-basis",
    "retention",
    "controller",
    "personal-data-text",
    "title",
    "question",
    "summary",
];
const EVALUATION: &[&str] = &["evaluation-purpose", "evaluation-representation", "evaluation-lessons"];
const RUNNING: &[&str] = &[
    "published",
    "open",
    "closed",
    "compiled",
    "report-adopted",
    "handed-over",
    "decided",
    "answered",
    "evaluated",
];

fn assert_published_whole(standing: &Standing) {
    for field in PUBLISHED_NEEDS {
        assert!(standing.filled(field), "{field} is missing in {}", standing.state);
    }
    let level = standing.level(PACK.machine.template());
    assert!(level >= Some(2), "{} at level {level:?}", standing.state);
    assert_ne!(standing.value("can-be-influenced"), Some("no"));
    assert_ne!(standing.value("deciders-open"), Some("no"));
}

fn assert_promises(before: &str, standing: &Standing, now: &Seen) {
    let proved = |key: &str| now.evidence.get(key).is_some_and(|proof| proof.met);
    if RUNNING.contains(&standing.effective_state()) {
        assert_published_whole(standing);
    }
    if standing.state == "ended" && before != "ended" && before != "information" {
        assert_published_whole(standing);
        assert!(
            proved("themes-answered") && proved("answers-published"),
            "ended unanswered"
        );
        assert!(
            EVALUATION.iter().all(|field| standing.filled(field)),
            "ended without an evaluation"
        );
    }
    if standing.state == "ended" && before == "information" {
        assert_eq!(
            standing.level(PACK.machine.template()),
            Some(1),
            "only information may end without answers"
        );
    }
    if standing.state == "assigned" && before == "examined" {
        assert_eq!(standing.value("examination-outcome"), Some("dialogue"));
    }
    if standing.value("can-be-influenced") == Some("no") || standing.value("deciders-open") == Some("no") {
        assert_ne!(
            standing.value("examination-outcome"),
            Some("dialogue"),
            "a failed examination"
        );
    }
    if standing.level(PACK.machine.template()) >= Some(2) && RUNNING.contains(&standing.effective_state()) {
        assert!(
            standing.filled("feedback-on"),
            "feedback is a duty from consultation up"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_commands_breaks_the_promises(commands in prop::collection::vec(command(), 0..120)) {
        live(&commands, assert_promises);
    }

    /// The same from a published dialogue, where clearing, lowering and pausing are tried hardest.
    #[test]
    fn nothing_undoes_a_published_dialogue(commands in prop::collection::vec(command(), 0..60), level in 1..5usize) {
        let mut all = road_to("publish", level);
        all.extend(commands);
        live(&all, assert_promises);
    }
}

/// The commands of somebody who does everything right, up to a step.
fn road_to(last: &str, level: usize) -> Vec<Command> {
    let road = [
        ("examine", 0),
        ("assign", 0),
        ("plan", 0),
        ("publish", 0),
        ("open", 1),
        ("close", 3),
        ("compile", 3),
        ("adopt-report", 3),
        ("hand-over", 3),
        ("decide", 3),
        ("answer", 3),
        ("evaluate", 3),
        ("end", 3),
    ];
    let place = |key: &str| {
        PACK.transitions
            .iter()
            .position(|one| one.key == key)
            .expect("the pack has the step")
    };
    let end = road
        .iter()
        .position(|(key, _)| *key == last)
        .expect("the step is on the road");
    let outcome = PACK
        .fields
        .iter()
        .position(|field| field.key == "examination-outcome")
        .expect("the field is there");
    let mut commands = vec![Command::Set {
        field: outcome,
        pick: 4,
        reason: false,
    }];
    commands.extend(road[..=end].iter().map(|(key, day)| Command::Work {
        step: place(key),
        day: *day,
        evidence: u16::MAX,
        level,
    }));
    commands
}

#[test]
fn every_level_can_go_all_the_way() {
    for level in 1..5 {
        let mut states = Vec::new();
        live(&road_to("end", level), |before, standing, now| {
            assert_promises(before, standing, now);
            states.push(standing.state.clone());
        });
        assert_eq!(
            states.last().map(String::as_str),
            Some("ended"),
            "level {level}: {states:?}"
        );
        assert!(states.iter().any(|state| state == "published"));
    }
}

#[test]
fn without_answers_nothing_ends() {
    let unanswered = !(1
        << PACK
            .evidence
            .iter()
            .position(|one| one.key == "themes-answered")
            .expect("the key is there"));
    let mut commands = road_to("answer", 2);
    for command in &mut commands {
        if let Command::Work { evidence, .. } = command {
            *evidence = unanswered;
        }
    }
    let mut last = String::new();
    live(&commands, |_, standing, _| last.clone_from(&standing.state));
    assert_eq!(last, "decided");
}

#[test]
fn a_failed_examination_leaves_information_waiting_or_declining() {
    let machine = &PACK.machine;
    let set = |standing: &Standing, pairs: &[(&str, &str)]| {
        let facts = pairs
            .iter()
            .map(|(key, value)| ((*key).to_string(), vec![(*value).to_string()]))
            .collect();
        machine.change(
            standing,
            &Change {
                facts,
                ..Change::default()
            },
            "",
        )
    };
    let start = Standing::new(machine.template());
    for failed in ["can-be-influenced", "deciders-open"] {
        let no = set(&start, &[(failed, "no")]).expect("a no is a fine answer").standing;
        let refused = set(&no, &[("examination-outcome", "dialogue")]);
        assert_eq!(
            refused.map(|_| ()),
            Err(engine::Refusal::Breaks(vec!["failed-examination".into()]))
        );
        for outcome in ["information", "wait", "decline"] {
            assert!(set(&no, &[("examination-outcome", outcome)]).is_ok(), "{outcome}");
        }
    }
}

#[test]
fn every_task_has_a_place_in_the_steps_and_what_gates_ask_stands_in_a_task() {
    // What belongs to a template alone is tested with the templates: `pack/tests/sheets.rs`.
    let gates = PACK.machine.template().gates.iter();
    for requirement in gates.flat_map(|gate| &gate.needs) {
        if let Need::Field(field) = &requirement.need {
            let shown = PACK.tasks.iter().any(|task| task.fields.contains(field));
            assert!(shown, "{field} stands in no task");
        }
    }
    for step in &PACK.steps {
        assert!(!step.tasks.is_empty(), "{}", step.key);
    }
    for task in &PACK.tasks {
        assert!(
            PACK.steps.iter().any(|step| step.tasks.contains(&task.key)) || task.key == "next",
            "{}",
            task.key
        );
    }
}
