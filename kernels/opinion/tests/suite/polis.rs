//! What others have computed for real conversations, reproduced: the results that the Polis server stored for two,
//! and those of red-dwarf for seven.

use crate::conversation::{Conversation, EXPORTS, SERVER, exported, stored};
use crate::reference::{Listed, Lists, RedDwarf};
use opinion::axes::principal_axes;
use opinion::grouping::enough_votes;
use opinion::lists::{Agreed, Representative, consensus, representative};
use opinion::projection::{extremities, participant_positions};
use opinion::routing::{META_PRIORITY, priority};
use opinion::{Count, Settings, Standing, Tally, Vote};

#[test]
fn means_axes_and_extremities_are_the_servers() {
    for name in SERVER {
        let (conversation, server) = stored(name);
        let columns = conversation.columns();
        let axes = principal_axes(&conversation.votes, &columns, None);
        // Agree is −1 there.
        let means: Vec<f64> = server.pca.center.iter().map(|mean| -mean).collect();
        assert_all_close(name, &columns.mean, &means, 1e-14);
        assert_axes(name, &axes.weights, [&server.pca.comps[0], &server.pca.comps[1]]);
        let extremity = extremities(&columns, &axes);
        assert_all_close(name, &extremity, &server.pca.comment_extremity, 1e-12);
    }
}

#[test]
fn people_stand_where_the_server_put_them() {
    for name in SERVER {
        let (conversation, server) = stored(name);
        let columns = conversation.columns();
        let axes = principal_axes(&conversation.votes, &columns, None);
        let places = participant_positions(&conversation.votes, &columns, &axes);
        // Each axis may point the other way.
        let sign = |axis: usize| -> f64 {
            let weights = axes.weights[axis].iter().zip(&server.pca.comps[axis]);
            // Agree is −1 there.
            -weights.map(|(a, b)| a * b).sum::<f64>().signum()
        };
        let mut compared = 0;
        for (participant, expected) in server.places() {
            let Ok(row) = conversation.votes.participants().binary_search(&participant) else {
                continue;
            };
            for axis in 0..2 {
                assert_close(sign(axis) * places[row][axis], expected[axis], 1e-12, name);
            }
            compared += 1;
        }
        assert!(compared >= 20, "{name}: only {compared} people compared");
    }
}

#[test]
fn cells_consensus_of_groups_and_priorities_are_the_servers() {
    for name in SERVER {
        let (conversation, server) = stored(name);
        let (votes, columns) = (&conversation.votes, conversation.columns());
        let tally = Tally::of_members(votes, &server.groups());
        let mut compared = 0;
        for (group, statement, cell) in server.cells() {
            let column = votes.column(statement).expect("a statement of the conversation");
            let expected = Count {
                agree: cell.agree,
                disagree: cell.disagree,
                pass: cell.seen - cell.agree - cell.disagree,
            };
            assert_eq!(
                tally.group(group)[column],
                expected,
                "{name}: group {group}, {statement}"
            );
            compared += 1;
        }
        assert_eq!(compared, tally.groups() * votes.statements().len(), "{name}");
        let common = tally.group_informed_consensus(Vote::Agree);
        assert_all_close(name, &common, &server.common(), 1e-12);
        let axes = principal_axes(votes, &columns, None);
        let extremity = extremities(&columns, &axes);
        let priorities: Vec<f64> = (0..extremity.len())
            .map(|column| match columns.standing[column] {
                Standing::Meta => META_PRIORITY,
                _ => priority(tally.together()[column], extremity[column]),
            })
            .collect();
        assert_all_close(name, &priorities, &server.priorities(), 1e-12);
    }
}

#[test]
fn representative_and_consensus_lists_are_the_servers() {
    for name in SERVER {
        let (conversation, server) = stored(name);
        // It stores this test with the digits of a single-precision number.
        let of_ratio_test = f64::from(f32::EPSILON);
        assert_lists(
            name,
            &conversation,
            &server.groups(),
            &Lists::of_server(name),
            of_ratio_test,
        );
    }
}

#[test]
fn what_red_dwarf_computes_comes_out_too() {
    for name in EXPORTS {
        let (conversation, expected) = (exported(name), RedDwarf::of(name));
        let (votes, columns) = (&conversation.votes, conversation.columns());
        let axes = principal_axes(votes, &columns, None);
        assert_axes(name, &axes.weights, [&expected.pc1, &expected.pc2]);
        let rows = enough_votes(votes, &Settings::default(), None);
        let clustered = rows.iter().map(|row| &votes.participants()[*row]);
        assert!(clustered.eq(expected.labels.keys()), "{name}");
        let tally = Tally::of_members(votes, &expected.groups());
        let extremity = extremities(&columns, &axes);
        let priorities: Vec<f64> = (tally.together().iter().zip(extremity))
            .map(|(count, extremity)| priority(*count, extremity))
            .collect();
        // Beyond 500 people it gets its axes from a random projection (scikit-learn): the second leaves 1.4e-5 here.
        let relative = if votes.participants().len() > 500 { 1e-4 } else { 1e-12 };
        assert_all_close(name, &priorities, &expected.priority, relative);
        assert_lists(
            name,
            &conversation,
            &expected.groups(),
            &Lists::of_red_dwarf(name),
            1e-12,
        );
    }
}

fn assert_axes(name: &str, found: &[Vec<f64>; 2], expected: [&[f64]; 2]) {
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found.len(), expected.len(), "{name}");
        let cosine = cosine(found, expected);
        assert!(cosine >= 1.0 - 1e-9, "{name}: cosine {cosine}");
    }
}

/// Cosine of the angle between two vectors, without its sign.
fn cosine(a: &[f64], b: &[f64]) -> f64 {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    dot(a, b).abs() / (dot(a, a) * dot(b, b)).sqrt()
}

pub fn assert_close(found: f64, expected: f64, relative: f64, what: &str) {
    assert!(
        (found - expected).abs() <= relative * expected.abs().max(1.0),
        "{what}: {found}, expected {expected}"
    );
}

fn assert_all_close(name: &str, found: &[f64], expected: &[f64], relative: f64) {
    assert_eq!(found.len(), expected.len(), "{name}");
    for (column, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert_close(*found, *expected, relative, &format!("{name}, column {column}"));
    }
}

fn assert_lists(name: &str, conversation: &Conversation, groups: &[Vec<u64>], expected: &Lists, of_ratio_test: f64) {
    let (votes, columns) = (&conversation.votes, conversation.columns());
    let tally = Tally::of_members(votes, groups);
    let lists = representative(votes, &columns, &tally, 5);
    assert_eq!(lists.len(), expected.representative.len(), "{name}");
    for (group, list) in lists.iter().enumerate() {
        let expected = &expected.representative[&group];
        assert_eq!(list.len(), expected.len(), "{name}, group {group}: {list:?}");
        for (item, expected) in list.iter().zip(expected) {
            assert_representative(name, item, expected, of_ratio_test);
        }
    }
    let (lists, expected) = (consensus(votes, &columns, 5), &expected.consensus);
    for (list, expected) in [(lists.agree, &expected.agree), (lists.disagree, &expected.disagree)] {
        assert_eq!(list.len(), expected.len(), "{name}: {list:?}");
        for (item, expected) in list.iter().zip(expected) {
            assert_agreed(name, item, expected);
        }
    }
}

fn assert_representative(name: &str, item: &Representative, expected: &Listed, of_ratio_test: f64) {
    let what = format!("{name}, {item:?}, expected {expected:?}");
    let of_group = expected.of_group.as_ref().expect("an entry of a group");
    assert_eq!(item.statement, expected.tid, "{what}");
    assert_eq!(item.vote == Vote::Agree, of_group.repful_for == "agree", "{what}");
    assert_eq!((item.count, item.n), (expected.n_success, expected.n_trials), "{what}");
    assert_close(item.share, expected.p_success, 1e-12, &what);
    assert_close(item.share_test, expected.p_test, 1e-12, &what);
    assert_close(item.ratio, of_group.repness, 1e-12, &what);
    assert_close(item.ratio_test, of_group.repness_test, of_ratio_test, &what);
    assert_eq!(item.best_agree, of_group.best_agree, "{what}");
}

fn assert_agreed(name: &str, item: &Agreed, expected: &Listed) {
    let what = format!("{name}, {item:?}, expected {expected:?}");
    // The counts too: of statements with equal counts the references take any first, we the lower id.
    assert_eq!((item.count, item.n), (expected.n_success, expected.n_trials), "{what}");
    assert!(item.statement <= expected.tid, "{what}");
    assert_close(item.share, expected.p_success, 1e-12, &what);
    assert_close(item.share_test, expected.p_test, 1e-12, &what);
}
