//! Few people, many people, and names that stay from run to run.

use super::*;

fn numbered() -> Vec<(u64, String)> {
    [(1, "pastaende"), (2, "pastaende-2"), (10_001, "forslag-x")]
        .map(|(number, key)| (number, key.to_owned()))
        .to_vec()
}

fn asked() -> BTreeSet<String> {
    numbered().into_iter().map(|(_, key)| key).collect()
}

fn cast(participant: u64, statement: u64, vote: Vote) -> Cast {
    Cast {
        participant,
        statement,
        vote,
    }
}

/// Two camps of `size` people each who disagree about everything but the last statement.
fn camps(size: u64) -> Vec<Cast> {
    let mut casts = Vec::new();
    for person in 0..2 * size {
        let side = if person < size { Vote::Agree } else { Vote::Disagree };
        let other = if person < size { Vote::Disagree } else { Vote::Agree };
        casts.extend([
            cast(person, 1, side),
            cast(person, 2, other),
            cast(person, 10_001, Vote::Agree),
        ]);
    }
    casts
}

#[test]
fn nobody_and_one_person_give_a_result_without_groups() {
    for casts in [Vec::new(), vec![cast(1, 1, Vote::Agree)], camps(2)] {
        let (opinions, kept) = analyse(&numbered(), &asked(), casts, None).unwrap();
        assert!(
            opinions.groups.is_empty() && opinions.squares.is_empty(),
            "{opinions:?}"
        );
        assert_eq!(opinions.statements.len(), 3, "also those nobody took a stance on");
        assert_eq!(opinions.priorities.len(), 3);
        assert!(Kept::read(&serde_json::to_string(&kept).unwrap()).is_some());
    }
}

#[test]
fn two_camps_are_told_with_what_divides_and_unites_them() {
    let (opinions, kept) = analyse(&numbered(), &asked(), camps(10), None).unwrap();
    assert_eq!(opinions.groups.iter().map(|g| g.size).collect::<Vec<_>>(), [10, 10]);
    assert_eq!(opinions.agreed, ["forslag-x"]);
    let all = opinions.statements[2].all;
    assert_eq!(
        (all.agree, all.disagree, all.pass, all.n),
        (Some(20), Some(0), Some(0), Some(20))
    );
    assert_eq!(opinions.statements[0].groups[0].n, Some(10));
    assert_eq!(opinions.dividing.len(), 2);
    assert_eq!(opinions.squares.iter().map(|s| s.n).sum::<u64>(), 20);
    let again = Kept::read(&serde_json::to_string(&kept).unwrap()).unwrap();
    let (next, _) = analyse(&numbered(), &asked(), camps(10), Some(&again)).unwrap();
    assert_eq!(next.groups, opinions.groups, "groups keep their names");
    assert!(!serde_json::to_string(&opinions).unwrap().contains("members"));
}

#[test]
fn what_is_no_longer_asked_makes_no_groups_and_is_not_shown_next() {
    let mut asked = asked();
    asked.remove("pastaende-2");
    let (opinions, _) = analyse(&numbered(), &asked, camps(10), None).unwrap();
    let dividing: Vec<&str> = opinions.dividing.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(dividing, ["pastaende"]);
    assert!(opinions.priorities.iter().all(|(key, _)| key != "pastaende-2"));
    assert_eq!(opinions.statements[1].all.n, Some(20), "its stances are still counted");
}

#[test]
fn a_few_of_another_mind_are_not_shown_nor_computed_from_the_groups() {
    let mut casts = camps(20);
    casts.extend([cast(0, 10_001, Vote::Disagree), cast(1, 10_001, Vote::Disagree)]);
    let (opinions, _) = analyse(&numbered(), &asked(), casts, None).unwrap();
    let statement = &opinions.statements[2];
    assert_eq!(statement.all.disagree, None, "{statement:?}");
    let hidden = |stances: &Stances| {
        [stances.agree, stances.disagree, stances.pass]
            .iter()
            .filter(|c| c.is_none())
            .count()
    };
    assert!(
        hidden(&statement.all) >= 2,
        "one hidden count beside the sum would be computed: {statement:?}"
    );
    let few = vec![cast(1, 1, Vote::Agree), cast(2, 1, Vote::Pass)];
    let (opinions, _) = analyse(&numbered(), &asked(), few, None).unwrap();
    assert_eq!(
        opinions.statements[0].all,
        Stances::default(),
        "two people are too few for any number"
    );
}
