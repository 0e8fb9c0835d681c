//! Groups of real conversations: as close as sixty restarts can make them, the same for whoever comes first, and keeping their
//! names from run to run.

use crate::conversation::{Conversation, all, exported};
use crate::polis::assert_close;
use opinion::memory::Rival;
use opinion::{Analysis, Cast, Settings, Vote, Votes, analyse};

fn analysed(conversation: &Conversation) -> Analysis {
    analyse(
        &conversation.votes,
        &conversation.statements,
        &Settings::default(),
        None,
    )
}

fn places_of_grouped(found: &Analysis) -> Vec<[f64; 2]> {
    (found.positions.iter().filter(|position| position.group.is_some()))
        .map(|position| position.place)
        .collect()
}

fn squared(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
}

/// The least inertia that plain k-means reaches from so many starts at people drawn by squared distance: written anew here,
/// so that it shares no fault with what it judges.
fn best_of_restarts(places: &[[f64; 2]], k: usize, restarts: u64) -> f64 {
    let mut state = 88_172_645_463_325_252_u64;
    let mut unit = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut best = f64::INFINITY;
    for _ in 0..restarts {
        let mut centres = vec![places[(unit() * places.len() as f64) as usize]];
        while centres.len() < k {
            let distance = |place: &[f64; 2]| {
                centres
                    .iter()
                    .map(|c| squared(*place, *c))
                    .fold(f64::INFINITY, f64::min)
            };
            let mut rest = unit() * places.iter().map(distance).sum::<f64>();
            let drawn = places.iter().find(|place| {
                rest -= distance(place);
                rest <= 0.0
            });
            centres.push(*drawn.unwrap_or(&places[0]));
        }
        best = best.min(plain_k_means(places, centres));
    }
    best
}

fn plain_k_means(places: &[[f64; 2]], mut centres: Vec<[f64; 2]>) -> f64 {
    let mut inertia = f64::INFINITY;
    loop {
        let mut sums = vec![[0.0; 3]; centres.len()];
        let mut next = 0.0;
        for place in places {
            let distance = |group: &usize| squared(*place, centres[*group]);
            let nearest = (0..centres.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)));
            let nearest = nearest.expect("some centre");
            next += distance(&nearest);
            sums[nearest] = [
                sums[nearest][0] + place[0],
                sums[nearest][1] + place[1],
                sums[nearest][2] + 1.0,
            ];
        }
        if next >= inertia {
            return next;
        }
        inertia = next;
        for (centre, [x, y, n]) in centres.iter_mut().zip(sums).filter(|(_, sum)| sum[2] > 0.0) {
            *centre = [x / n, y / n];
        }
    }
}

#[test]
fn every_division_is_as_close_as_the_best_of_sixty_restarts() {
    for (name, conversation) in all() {
        assert_close_as_restarts(name, &analysed(&conversation));
    }
}

fn assert_close_as_restarts(name: &str, found: &Analysis) {
    let places = places_of_grouped(found);
    assert!(!found.candidates.is_empty(), "{name}");
    for candidate in &found.candidates {
        let best = best_of_restarts(&places, candidate.groups, 60);
        let ratio = candidate.inertia / best;
        assert!(ratio <= 1.0005, "{name}, {} groups: {ratio}", candidate.groups);
    }
}

/// Centres far from where anybody is leave the search to find the valleys by itself.
#[test]
fn a_wrong_memory_does_not_mislead_the_search() {
    let conversation = exported("15-per-hour-seattle");
    let mut memory = analysed(&conversation).memory;
    for (place, centre) in memory.centres.iter_mut().flatten().enumerate() {
        *centre = [1e3 * place as f64, -1e6];
    }
    let settings = Settings::default();
    let found = analyse(&conversation.votes, &conversation.statements, &settings, Some(&memory));
    assert_close_as_restarts("15-per-hour-seattle, misled", &found);
}

#[test]
fn what_is_said_of_the_groups_holds_for_their_members() {
    for (name, conversation) in all() {
        let found = analysed(&conversation);
        let shown = found
            .candidates
            .iter()
            .find(|candidate| candidate.groups == found.groups.len());
        let shown = shown
            .filter(|candidate| candidate.is_publishable)
            .expect("a division that may be told of");
        for other in found.candidates.iter().filter(|candidate| candidate.is_publishable) {
            assert!(shown.silhouette >= other.silhouette, "{name}");
        }
        let mut inertia = 0.0;
        for group in &found.groups {
            assert_eq!(group.size, group.members.len(), "{name}");
            assert!(group.size >= 5, "{name}");
            for id in &group.members {
                let position = found.positions.iter().find(|position| position.participant == *id);
                let position = position.expect("a member who voted");
                assert_eq!(position.group, Some(group.label), "{name}");
                inertia += squared(position.place, group.centre);
            }
        }
        assert_close(inertia, shown.inertia, 1e-9, name);
        assert_close(plain_silhouette(&found), shown.silhouette, 1e-9, name);
    }
}

/// Rousseeuw's definition, word for word.
fn plain_silhouette(found: &Analysis) -> f64 {
    let people: Vec<_> = found
        .positions
        .iter()
        .filter(|position| position.group.is_some())
        .collect();
    let mean_distance = |from: usize, label: char| {
        let others = (0..people.len()).filter(|other| *other != from && people[*other].group == Some(label));
        let distances: Vec<f64> = others
            .map(|other| squared(people[from].place, people[other].place).sqrt())
            .collect();
        distances.iter().sum::<f64>() / distances.len() as f64
    };
    let of = |person: usize| {
        let own = people[person].group.expect("grouped");
        let within = mean_distance(person, own);
        let others = found.groups.iter().filter(|group| group.label != own);
        let beside = others
            .map(|group| mean_distance(person, group.label))
            .fold(f64::INFINITY, f64::min);
        (beside - within) / within.max(beside)
    };
    (0..people.len()).map(of).sum::<f64>() / people.len() as f64
}

#[test]
fn the_largest_group_is_a() {
    let found = analysed(&exported("brexit-consensus"));
    let groups: Vec<(char, usize)> = found.groups.iter().map(|group| (group.label, group.size)).collect();
    assert_eq!(groups.iter().map(|(label, _)| *label).collect::<String>(), "ABC");
    assert!(groups.is_sorted_by(|a, b| a.1 >= b.1), "{groups:?}");
}

#[test]
fn a_run_after_a_run_changes_nothing_and_takes_no_side() {
    for (name, conversation) in all() {
        let first = analysed(&conversation);
        let second = analyse(
            &conversation.votes,
            &conversation.statements,
            &Settings {
                seed: 1,
                ..Settings::default()
            },
            Some(&first.memory),
        );
        assert_eq!(first.memory.members, second.memory.members, "{name}");
        for (before, after) in first.positions.iter().zip(&second.positions) {
            for axis in 0..2 {
                assert_close(after.place[axis], before.place[axis], 1e-7, name);
            }
        }
    }
}

/// The first 150 of a conversation's people, then all: nearly all of them keep their letter, and their picture is not
/// turned round.
#[test]
fn groups_keep_their_letters_while_people_come() {
    let conversation = exported("brexit-consensus");
    let people: Vec<u64> = conversation.votes.participants().to_vec();
    let casts = |people: &[u64]| -> Vec<Cast> {
        let of = |id: &u64| {
            let id = *id;
            let votes = conversation.votes.of(id);
            votes
                .map(move |(statement, vote)| Cast {
                    participant: id,
                    statement,
                    vote,
                })
                .collect::<Vec<_>>()
        };
        people.iter().flat_map(of).collect()
    };
    let settings = Settings::default();
    let mut votes = Votes::from_casts(casts(&people[..150])).expect("few");
    let mut before = analyse(&votes, &[], &settings, None);
    for few in people[150..].chunks(6) {
        votes.add(&casts(few)).expect("few");
        let after = analyse(&votes, &[], &settings, Some(&before.memory));
        let label = |found: &Analysis, id: u64| found.positions.iter().find(|place| place.participant == id)?.group;
        let kept = before
            .memory
            .members
            .iter()
            .filter(|(id, was)| label(&after, *id) == Some(*was));
        let (kept, all) = (kept.count(), before.memory.members.len());
        assert!(kept * 10 >= all * 9, "only {kept} of {all} kept their letter");
        before = after;
    }
    assert_eq!(votes, conversation.votes);
    assert_close_as_restarts("brexit-consensus, in parts", &before);
}

/// Two clouds that come to be three: three is best at once, and shows in the fourth run.
#[test]
fn another_number_of_groups_waits_until_it_has_been_best_four_times() {
    let votes = three_camps(20);
    let settings = Settings::default();
    let at_once = analyse(&votes, &[], &settings, None);
    assert_eq!(at_once.groups.len(), 3);
    let mut memory = at_once.memory.clone();
    for (_, label) in &mut memory.members {
        *label = if *label == 'C' { 'B' } else { *label };
    }
    for run in 1..=3 {
        let found = analyse(&votes, &[], &settings, Some(&memory));
        assert_eq!(found.groups.len(), 2, "run {run}");
        assert_eq!(found.memory.rival, Some(Rival { groups: 3, runs: run }));
        memory = found.memory;
    }
    let found = analyse(&votes, &[], &settings, Some(&memory));
    assert_eq!((found.groups.len(), found.memory.rival), (3, None));
    let labels: String = found.groups.iter().map(|group| group.label).collect();
    assert_eq!(labels, "ABC");
}

/// Camps of so many people who agree with their own eight statements and reject the rest, passing on one in eleven.
fn three_camps(people: u64) -> Votes {
    let casts = (0..3 * people).flat_map(|participant| {
        (0..24).map(move |statement| Cast {
            participant,
            statement,
            vote: match () {
                () if (7 * participant + 13 * statement + participant * statement).is_multiple_of(11) => Vote::Pass,
                () if participant % 3 == statement % 3 => Vote::Agree,
                () => Vote::Disagree,
            },
        })
    });
    Votes::from_casts(casts).expect("few")
}

#[test]
fn people_alone_do_not_make_a_group() {
    // Thirty of one mind, thirty of the other, and three who reject everything.
    let mut casts = Vec::new();
    for participant in 0..63_u64 {
        for statement in 0..12_u64 {
            let side = if participant < 60 {
                participant % 2 == statement % 2
            } else {
                false
            };
            let unsure = participant < 60 && (participant / 2 + statement).is_multiple_of(5);
            let vote = match (unsure, side) {
                (true, _) => Vote::Pass,
                (false, true) => Vote::Agree,
                (false, false) => Vote::Disagree,
            };
            casts.push(Cast {
                participant,
                statement,
                vote,
            });
        }
    }
    let votes = Votes::from_casts(casts).expect("few");
    let found = analyse(&votes, &[], &Settings::default(), None);
    assert!(found.groups.iter().all(|group| group.size >= 5), "{:?}", found.groups);
    assert_eq!(found.groups.iter().map(|group| group.size).sum::<usize>(), 63);
}

#[test]
fn where_every_division_leaves_somebody_alone_they_join_the_nearest() {
    // Nine of one mind and one of the other.
    let cast = |participant, statement| Cast {
        participant,
        statement,
        vote: if participant == 9 { Vote::Agree } else { Vote::Disagree },
    };
    let votes = Votes::from_casts((0..10).flat_map(|person| (0..8).map(move |statement| cast(person, statement))));
    let found = analyse(&votes.expect("few"), &[], &Settings::default(), None);
    assert_eq!(found.groups.iter().map(|group| group.size).collect::<Vec<_>>(), [10]);
    assert_eq!(found.suppressed.merged_groups, 1);
    assert!(found.candidates.iter().all(|candidate| !candidate.is_publishable));
    assert!(found.divisive.is_empty());
}
