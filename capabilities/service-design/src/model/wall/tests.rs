//! Whatever is sorted on the wall can be taken back step by step, and nothing lies in two groups.

use super::*;
use proptest::prelude::*;

impl Wall {
    /// Lays what a step says, as the store does.
    fn lay(&mut self, turns: &Turns) {
        for turn in &turns.groups {
            match self.groups.iter_mut().find(|group| group.id == turn.id) {
                Some(group) => (group.name, group.is_there) = (turn.after.name.clone(), turn.after.is_there),
                None => self.groups.push(Group {
                    id: turn.id,
                    name: turn.after.name.clone(),
                    insight: None,
                    is_there: turn.after.is_there,
                }),
            }
        }
        for turn in &turns.notes {
            let note = self
                .notes
                .iter_mut()
                .find(|note| note.id == turn.id)
                .expect("a note of the wall");
            (note.group, note.is_there) = (turn.after.group, turn.after.is_there);
        }
    }
}

fn id(number: u8) -> Id {
    format!("00000000-0000-7000-8000-0000000000{number:02x}")
        .parse()
        .expect("an identifier")
}

fn note(number: u8, source: &str) -> Note {
    Note {
        id: id(number),
        is_evidence: number.is_multiple_of(2),
        body: format!("Lapp {number}"),
        source: source.into(),
        kind: String::new(),
        group: None,
        is_there: true,
        is_erased: false,
    }
}

fn wall() -> Wall {
    Wall {
        groups: Vec::new(),
        notes: vec![
            note(0, "Intervju A"),
            note(1, "intervju a"),
            note(2, "Enkät"),
            note(3, ""),
        ],
    }
}

fn done(wall: &mut Wall, step: Result<Turns, No>) -> Turns {
    let turns = step.expect("it may be done");
    wall.lay(&turns);
    turns
}

#[test]
fn a_note_moves_from_where_it_was_seen_and_sources_are_counted_not_notes() {
    let mut wall = wall();
    let step = wall.begin_group(id(90), " Ingen vet  vem som svarar ");
    done(&mut wall, step);
    assert_eq!(
        wall.standing().next().map(|one| one.name.as_str()),
        Some("Ingen vet vem som svarar")
    );
    for number in [0, 1, 2] {
        let step = wall.move_note(id(number), None, Some(id(90)));
        done(&mut wall, step);
    }
    assert_eq!(
        (wall.in_group(Some(id(90))).count(), wall.sources(Some(id(90)))),
        (3, 2)
    );
    assert_eq!(
        wall.move_note(id(0), None, None),
        Err(MOVED),
        "somebody moved it meanwhile"
    );
    assert_eq!(wall.move_note(id(3), None, Some(id(91))), Err(GROUP_GONE));
    assert_eq!(
        wall.begin_group(id(92), "ingen vet vem som SVARAR"),
        Err("design-error-wall-name-taken")
    );
    assert_eq!(wall.begin_group(id(92), "  "), Err("design-error-wall-name"));
    assert_eq!(
        wall.begin_group(id(92), &"x".repeat(121)),
        Err("design-error-wall-name-long")
    );
    assert_eq!(
        wall.rename(id(90), "Information", "Annat"),
        Err("design-error-wall-renamed")
    );
    assert_eq!(wall.take_down(id(2)), Err("design-error-wall-evidence-stays"));
}

#[test]
fn a_step_is_not_turned_back_over_what_others_did_since() {
    let mut wall = wall();
    let step = wall.begin_group(id(90), "Oro");
    let begun = done(&mut wall, step);
    let step = wall.move_note(id(0), None, Some(id(90)));
    let moved = done(&mut wall, step);
    assert!(wall.lies_as(&begun).is_err(), "the new group has a note");
    let step = wall.dissolve(id(90));
    let dissolved = done(&mut wall, step);
    assert!(wall.lies_as(&moved).is_err(), "the note lies elsewhere");
    let step = wall.begin_group(id(91), "Oro");
    done(&mut wall, step);
    assert!(wall.lies_as(&dissolved).is_err(), "two groups would have one heading");
}

proptest! {
    #[test]
    fn turning_every_step_back_gives_the_wall_as_it_was(acts in prop::collection::vec((0_u8..6, 0_u8..4, 0_u8..5), 0..40)) {
        let mut wall = wall();
        let mut walls = Vec::new();
        for (number, (act, which, place)) in acts.into_iter().enumerate() {
            let group = id(100 + place);
            let to = (place > 0).then_some(group);
            let from = wall.notes.iter().find(|note| note.id == id(which)).and_then(|note| note.group);
            let was = wall.groups.iter().find(|one| one.id == group).map(|one| one.name.clone()).unwrap_or_default();
            let step = match act {
                // A group is begun once: its identifier is new.
                0 if wall.groups.iter().any(|one| one.id == group) => continue,
                0 => wall.begin_group(group, &format!("Grupp {number}")),
                1 => wall.move_note(id(which), from, to),
                2 => wall.rename(group, &was, &format!("Ny {number}")),
                3 => wall.dissolve(group),
                4 => wall.take_down(id(which)),
                _ => wall.put_back(id(which)),
            };
            if let Ok(turns) = step {
                walls.push((wall.clone(), turns.clone()));
                wall.lay(&turns);
            }
        }
        for (before, turns) in walls.into_iter().rev() {
            prop_assert_eq!(wall.lies_as(&turns), Ok(()));
            wall.lay(&turns.back());
            let there = |wall: &Wall| (wall.standing().cloned().collect::<Vec<_>>(), wall.notes.clone());
            prop_assert_eq!(there(&wall), there(&before));
        }
    }
}
