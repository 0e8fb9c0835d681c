//! Rules of the engine on a small template, and the invariant that carries them: what a passed gate asked for
//! stays true, whatever is done in whatever order.

use crate::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn field(key: &str) -> Requirement {
    Requirement {
        need: Need::Field(key.into()),
        from_level: None,
        when: None,
    }
}

fn step(key: &str, from: &[&str], to: &str, gate: Option<&str>) -> Transition {
    Transition {
        key: key.into(),
        from: from.iter().map(|state| (*state).into()).collect(),
        to: if to == "back" {
            Target::WhereItWas
        } else {
            Target::State(to.into())
        },
        gate: gate.map(String::from),
        reason: Reason::None,
        permission: "do".into(),
        by: By::Person,
        back: false,
    }
}

fn state(key: &str) -> State {
    State {
        key: key.into(),
        ..State::default()
    }
}

/// Draft → shown → over, with a pause and a way back; showing needs a promise and, from level 2, a date.
fn template() -> Template {
    let fields = ["level", "promise", "due", "opens", "open-to-change"];
    Template {
        key: "small".into(),
        start: "draft".into(),
        level_field: "level".into(),
        levels: vec!["low".into(), "high".into()],
        states: vec![
            state("draft"),
            State {
                public: true,
                ..state("shown")
            },
            State {
                public: true,
                ..state("running")
            },
            State {
                public: true,
                last: true,
                ..state("over")
            },
            State {
                public: true,
                pause: true,
                ..state("paused")
            },
        ],
        transitions: vec![
            step("show", &["draft"], "shown", Some("show")),
            Transition {
                back: true,
                reason: Reason::Public,
                ..step("hide", &["shown"], "draft", None)
            },
            Transition {
                by: By::OnDay("opens".into()),
                ..step("run", &["shown"], "running", None)
            },
            step("end", &["running"], "over", Some("end")),
            Transition {
                reason: Reason::Public,
                ..step("pause", &["shown", "running"], "paused", None)
            },
            step("resume", &["paused"], "back", None),
        ],
        gates: vec![
            Gate {
                key: "show".into(),
                needs: vec![
                    Requirement {
                        need: Need::LevelFrom(1),
                        ..field("")
                    },
                    field("promise"),
                    Requirement {
                        from_level: Some(2),
                        ..field("due")
                    },
                    Requirement {
                        need: Need::OneOf {
                            field: "open-to-change".into(),
                            values: vec!["yes".into()],
                        },
                        ..field("")
                    },
                    Requirement {
                        need: Need::Item("checked".into()),
                        ..field("")
                    },
                ],
            },
            Gate {
                key: "end".into(),
                needs: vec![Requirement {
                    need: Need::Evidence("answered".into()),
                    ..field("")
                }],
            },
        ],
        rules: vec![Rule {
            key: "due-after-opening".into(),
            field: "due".into(),
            need: Need::Order {
                first: "opens".into(),
                then: "due".into(),
            },
            when: None,
        }],
        tasks: vec![
            Task {
                key: "plan".into(),
                fields: fields
                    .iter()
                    .map(|key| TaskField {
                        field: (*key).into(),
                        required_from: Some(0),
                        when: None,
                    })
                    .collect(),
                ..Task::default()
            },
            Task {
                key: "answer".into(),
                evidence: vec!["answered".into()],
                from_state: Some("running".into()),
                ..Task::default()
            },
            Task {
                key: "after".into(),
                after: vec!["plan".into()],
                ..Task::default()
            },
        ],
        duties: vec![Duty {
            key: "answer".into(),
            due: "due".into(),
            from_level: Some(2),
            from_state: "shown".into(),
            until_state: "over".into(),
        }],
        announced: ["promise".to_string()].into(),
        fields: fields.iter().map(|key| (*key).into()).collect(),
        evidence: ["answered".to_string()].into(),
        items: ["checked".to_string()].into(),
    }
}

fn machine() -> Machine {
    Machine::new(template()).expect("the small template makes sense")
}

fn facts(values: &[(&str, &str)]) -> Change {
    let values = values.iter().map(|(key, value)| {
        let list = if value.is_empty() {
            Vec::new()
        } else {
            vec![(*value).to_string()]
        };
        ((*key).to_string(), list)
    });
    Change {
        facts: values.collect(),
        ..Change::default()
    }
}

fn planned(machine: &Machine) -> Standing {
    let mut change = facts(&[
        ("level", "high"),
        ("promise", "we listen"),
        ("due", "2026-06-01"),
        ("open-to-change", "yes"),
        ("opens", "2026-03-01"),
    ]);
    change.items.insert("checked".into(), true);
    machine
        .change(&Standing::new(machine.template()), &change, "")
        .expect("a draft takes facts")
        .standing
}

fn on(today: &str) -> Seen {
    Seen {
        today: today.into(),
        evidence: BTreeMap::new(),
    }
}

fn with(today: &str, answered: bool) -> Seen {
    Seen {
        evidence: [(
            "answered".to_string(),
            Evidence {
                met: answered,
                count: 1,
                base: 2,
            },
        )]
        .into(),
        ..on(today)
    }
}

const ME: Who<'static> = Who::Person(&["do"]);

#[test]
fn a_gate_tells_everything_that_is_missing_and_where_to_put_it_right() {
    let machine = machine();
    let missing = machine.missing("show", &Standing::new(machine.template()), &on("2026-01-01"));
    let needs: Vec<&Need> = missing.iter().map(|one| &one.need).collect();
    assert_eq!(
        needs.len(),
        4,
        "the date is not asked for before a level is chosen: {needs:?}"
    );
    assert_eq!(missing[1].task.as_deref(), Some("plan"));
    let refused = machine.advance(&Standing::new(machine.template()), "show", ME, "", &on("2026-01-01"));
    assert_eq!(refused, Err(Refusal::Missing(missing)));
}

#[test]
fn before_a_level_is_chosen_a_gate_asks_for_what_its_lowest_level_needs() {
    let needs = |from: u8, to: Option<u8>| {
        let mut template = template();
        template.gates[0].needs[0].need = Need::LevelFrom(from);
        template.gates[0].needs.extend(to.map(|rank| Requirement {
            need: Need::LevelTo(rank),
            ..field("")
        }));
        let machine = Machine::new(template).expect("it makes sense");
        let missing = machine.missing("show", &Standing::new(machine.template()), &on("2026-01-01"));
        missing.into_iter().map(|one| one.need).collect::<Vec<_>>()
    };
    assert!(!needs(1, None).contains(&Need::Field("due".into())));
    assert!(needs(2, None).contains(&Need::Field("due".into())));
    let one_level = needs(2, Some(2));
    assert!(one_level.contains(&Need::LevelTo(2)));
    assert!(!one_level.contains(&Need::LevelFrom(2)), "one level is asked for once");
}

#[test]
fn a_higher_level_asks_for_more() {
    let machine = machine();
    let low = facts(&[("level", "low"), ("promise", "p"), ("open-to-change", "yes")]);
    let low = machine
        .change(&Standing::new(machine.template()), &low, "")
        .expect("facts fit")
        .standing;
    let needs = |standing: &Standing| {
        machine
            .missing("show", standing, &on("2026-01-01"))
            .into_iter()
            .map(|one| one.need)
            .collect::<Vec<_>>()
    };
    assert_eq!(needs(&low), [Need::Item("checked".into())]);
    let high = machine
        .change(&low, &facts(&[("level", "high")]), "")
        .expect("facts fit")
        .standing;
    assert!(needs(&high).contains(&Need::Field("due".into())));
}

#[test]
fn what_a_passed_gate_asked_for_cannot_be_taken_away() {
    let machine = machine();
    let shown = machine
        .advance(&planned(&machine), "show", ME, "", &on("2026-01-01"))
        .expect("all is there")
        .standing;
    for key in ["level", "promise", "due", "open-to-change"] {
        assert!(
            matches!(
                machine.change(&shown, &facts(&[(key, "")]), "why"),
                Err(Refusal::Holds(_))
            ),
            "{key}"
        );
    }
    assert!(matches!(
        machine.change(&shown, &facts(&[("open-to-change", "no")]), "why"),
        Err(Refusal::Holds(_))
    ));
    let untick = Change {
        items: [("checked".to_string(), false)].into(),
        ..Change::default()
    };
    assert!(matches!(machine.change(&shown, &untick, ""), Err(Refusal::Holds(_))));
    let paused = machine
        .advance(&shown, "pause", ME, "illness", &on("2026-01-01"))
        .expect("a reason was given")
        .standing;
    assert!(
        matches!(
            machine.change(&paused, &facts(&[("due", "")]), "why"),
            Err(Refusal::Holds(_))
        ),
        "a pause holds too"
    );
    let back = machine
        .advance(&shown, "hide", ME, "wrong date", &on("2026-01-01"))
        .expect("a reason was given")
        .standing;
    assert!(
        machine.change(&back, &facts(&[("due", "")]), "").is_ok(),
        "going back frees it"
    );
}

#[test]
fn an_announced_change_needs_a_public_reason_once_public() {
    let machine = machine();
    let planned = planned(&machine);
    let change = facts(&[("promise", "we decide together")]);
    assert!(
        machine
            .change(&planned, &change, "")
            .expect("a draft is free")
            .notices
            .is_empty()
    );
    let shown = machine
        .advance(&planned, "show", ME, "", &on("2026-01-01"))
        .expect("all is there")
        .standing;
    let refused = machine.change(&shown, &change, "  ");
    assert_eq!(
        refused,
        Err(Refusal::ReasonNeeded {
            public: true,
            fields: vec!["promise".into()]
        })
    );
    let changed = machine
        .change(&shown, &change, "the board widened the frame")
        .expect("a reason was given");
    assert_eq!(changed.notices[0].from, ["we listen"]);
}

#[test]
fn the_calendar_takes_its_steps_and_nobody_else_does() {
    let machine = machine();
    let shown = machine
        .advance(&planned(&machine), "show", ME, "", &on("2026-01-01"))
        .expect("all is there")
        .standing;
    assert!(machine.due_step(&shown, &on("2026-02-28")).is_none());
    assert_eq!(
        machine.due_step(&shown, &on("2026-03-01")).map(|one| one.key.as_str()),
        Some("run")
    );
    assert_eq!(
        machine.advance(&shown, "run", ME, "", &on("2026-03-01")),
        Err(Refusal::NotAllowed)
    );
    assert_eq!(
        machine.advance(&shown, "run", Who::Calendar, "", &on("2026-02-01")),
        Err(Refusal::NotYet)
    );
    assert!(
        machine
            .advance(&shown, "run", Who::Calendar, "", &on("2026-03-01"))
            .is_ok()
    );
}

#[test]
fn a_pause_returns_to_where_it_was() {
    let machine = machine();
    let shown = machine
        .advance(&planned(&machine), "show", ME, "", &on("2026-01-01"))
        .expect("all is there")
        .standing;
    assert!(matches!(
        machine.advance(&shown, "pause", ME, "", &on("2026-01-01")),
        Err(Refusal::ReasonNeeded { public: true, .. })
    ));
    let paused = machine
        .advance(&shown, "pause", ME, "illness", &on("2026-01-01"))
        .expect("a reason was given")
        .standing;
    let resumed = machine
        .advance(&paused, "resume", ME, "", &on("2026-01-01"))
        .expect("it was paused")
        .standing;
    assert_eq!(resumed, shown);
}

#[test]
fn rules_hold_in_every_state_and_empty_fields_break_none() {
    let machine = machine();
    let wrong = facts(&[("opens", "2026-03-02"), ("due", "2026-03-01")]);
    let refused = machine.change(&Standing::new(machine.template()), &wrong, "");
    assert_eq!(refused, Err(Refusal::Breaks(vec!["due-after-opening".into()])));
    assert!(
        machine
            .change(&Standing::new(machine.template()), &facts(&[("due", "2026-03-01")]), "")
            .is_ok()
    );
}

#[test]
fn a_task_tells_how_far_it_has_come() {
    let machine = machine();
    let task = |key: &str| {
        machine
            .template()
            .tasks
            .iter()
            .find(|one| one.key == key)
            .expect("the task is there")
            .clone()
    };
    let start = Standing::new(machine.template());
    let status = |key: &str, standing: &Standing, seen: &Seen| machine.status(&task(key), standing, seen);
    assert_eq!(status("plan", &start, &on("2026-01-01")), TaskStatus::NotStarted);
    assert_eq!(status("after", &start, &on("2026-01-01")), TaskStatus::CannotStartYet);
    let begun = machine
        .change(&start, &facts(&[("promise", "p")]), "")
        .expect("facts fit")
        .standing;
    assert_eq!(status("plan", &begun, &on("2026-01-01")), TaskStatus::Ongoing);
    let whole = planned(&machine);
    assert_eq!(status("plan", &whole, &on("2026-01-01")), TaskStatus::Done);
    assert_eq!(status("after", &whole, &on("2026-01-01")), TaskStatus::NotStarted);
    let unsure = Change {
        marks: [("plan".to_string(), false)].into(),
        ..Change::default()
    };
    let unsure = machine.change(&whole, &unsure, "").expect("a mark fits").standing;
    assert_eq!(status("plan", &unsure, &on("2026-01-01")), TaskStatus::Ongoing);
    assert_eq!(
        status("answer", &whole, &with("2026-01-01", true)),
        TaskStatus::Ongoing,
        "it has not come that far"
    );
    let mut nothing_waits = with("2026-01-01", true);
    nothing_waits.evidence.insert(
        "answered".into(),
        Evidence {
            met: true,
            ..Evidence::default()
        },
    );
    assert_eq!(
        status("answer", &whole, &nothing_waits),
        TaskStatus::CannotStartYet,
        "that nothing waits is no sign of work before anything can come in"
    );
}

#[test]
fn a_duty_is_owed_from_its_state_until_it_is_fulfilled() {
    let machine = machine();
    let planned = planned(&machine);
    assert!(machine.owed(&planned).is_empty());
    let shown = machine
        .advance(&planned, "show", ME, "", &on("2026-01-01"))
        .expect("all is there")
        .standing;
    assert_eq!(
        machine.owed(&shown),
        [Owed {
            duty: "answer".into(),
            due: "2026-06-01".into()
        }]
    );
    let running = machine
        .advance(&shown, "run", Who::Calendar, "", &on("2026-03-01"))
        .expect("the day has come")
        .standing;
    let over = machine
        .advance(&running, "end", ME, "", &with("2026-06-01", true))
        .expect("proved")
        .standing;
    assert!(machine.owed(&over).is_empty());
    assert_eq!(
        machine.change(&over, &facts(&[("promise", "x")]), "why"),
        Err(Refusal::Closed)
    );
}

#[test]
fn a_template_that_contradicts_itself_is_no_machine() {
    let broken = |edit: fn(&mut Template)| {
        let mut template = template();
        edit(&mut template);
        Machine::new(template).map(|_| ()).expect_err("the template is broken")
    };
    let has = |flaws: Vec<Flaw>, test: fn(&Flaw) -> bool| assert!(flaws.iter().any(test), "{flaws:?}");
    has(broken(|t| t.states.push(state("island"))), |flaw| {
        matches!(flaw, Flaw::Unreachable { .. })
    });
    has(broken(|t| t.transitions.retain(|one| one.key != "end")), |flaw| {
        matches!(flaw, Flaw::Unreachable { .. } | Flaw::DeadEnd { .. })
    });
    has(
        broken(|t| t.transitions.push(step("again", &["over"], "draft", None))),
        |flaw| matches!(flaw, Flaw::LeavesLast { .. }),
    );
    has(broken(|t| t.tasks[0].after.push("after".into())), |flaw| {
        matches!(flaw, Flaw::Circle { .. })
    });
    has(broken(|t| t.gates[1].needs.push(field("promisse"))), |flaw| {
        matches!(flaw, Flaw::Unknown { .. })
    });
    has(
        broken(|t| t.tasks[0].fields.retain(|one| one.field != "promise")),
        |flaw| matches!(flaw, Flaw::NoTask { .. }),
    );
    has(broken(|t| t.states.push(state("draft"))), |flaw| {
        matches!(flaw, Flaw::Twice { .. })
    });
    has(
        broken(|t| t.transitions.push(step("lost", &["draft"], "back", None))),
        |flaw| matches!(flaw, Flaw::Pause { .. }),
    );
    has(
        broken(|t| {
            t.gates[1].needs.push(Requirement {
                need: Need::OneOf {
                    field: "open-to-change".into(),
                    values: vec!["no".into()],
                },
                from_level: None,
                when: None,
            })
        }),
        |flaw| matches!(flaw, Flaw::Impossible { .. }),
    );
}

#[derive(Debug, Clone)]
enum Command {
    Set(usize, usize),
    Tick(bool),
    Step(usize, bool, u32),
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => (0..5usize, 0..3usize).prop_map(|(field, value)| Command::Set(field, value)),
        1 => any::<bool>().prop_map(Command::Tick),
        3 => (0..6usize, any::<bool>(), 0..400u32).prop_map(|(step, answered, day)| Command::Step(step, answered, day)),
    ]
}

/// The commands of one life of a process; anything refused leaves it as it was.
fn live(machine: &Machine, commands: &[Command], mut check: impl FnMut(&Standing, &Seen)) {
    let fields = ["level", "promise", "due", "open-to-change", "opens"];
    let values = [
        ["", "low", "high"],
        ["", "p", "q"],
        ["", "2026-06-01", "2026-01-15"],
        ["", "yes", "no"],
        ["", "2026-03-01", "2026-05-01"],
    ];
    let mut standing = planned(machine);
    for command in commands {
        let mut seen = on("2026-01-01");
        match command {
            Command::Set(field, value) => {
                let change = facts(&[(fields[*field], values[*field][*value])]);
                if let Ok(changed) = machine.change(&standing, &change, "why") {
                    standing = changed.standing;
                }
            }
            Command::Tick(done) => {
                let change = Change {
                    items: [("checked".to_string(), *done)].into(),
                    ..Change::default()
                };
                if let Ok(changed) = machine.change(&standing, &change, "why") {
                    standing = changed.standing;
                }
            }
            Command::Step(step, answered, day) => {
                seen = with(&format!("2026-{:02}-{:02}", 1 + day / 40 % 12, 1 + day % 28), *answered);
                let step = &machine.template().transitions[*step];
                let who = if step.by == By::Person { ME } else { Who::Calendar };
                if let Ok(taken) = machine.advance(&standing, &step.key, who, "why", &seen) {
                    standing = taken.standing;
                }
            }
        }
        check(&standing, &seen);
    }
}

proptest! {
    #[test]
    fn held_gates_stay_met_whatever_is_done(commands in prop::collection::vec(command(), 0..80)) {
        let machine = machine();
        live(&machine, &commands, |standing, seen| {
            for gate in machine.held(standing.effective_state()) {
                let unmet: Vec<Missing> = machine.missing(gate, standing, seen).into_iter().filter(|one| one.need.is_fact()).collect();
                assert!(unmet.is_empty(), "{unmet:?} in {standing:?}");
            }
            for rule in &machine.template().rules {
                assert!(standing.keeps(machine.template(), &rule.need));
            }
        });
    }

    #[test]
    fn nothing_ends_unanswered(commands in prop::collection::vec(command(), 0..80)) {
        let machine = machine();
        let mut before = planned(&machine).state;
        live(&machine, &commands, |standing, seen| {
            if standing.state == "over" && before != "over" {
                assert!(seen.evidence.get("answered").is_some_and(|proof| proof.met));
            }
            before.clone_from(&standing.state);
        });
    }
}
