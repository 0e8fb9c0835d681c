//! The chooser beside three real dialogues (dialogue.md §5.1), and what holds whatever is wished.

use super::*;
use method::pack::{Activity, embedded, read};
use proptest::prelude::*;
use std::sync::LazyLock;

static CARDS: LazyLock<Vec<MethodCard>> = LazyLock::new(|| {
    let edition = read(&embedded(method::CITIZEN_DIALOGUE)).unwrap_or_else(|faults| panic!("{faults:?}"));
    edition.templates[0].library.methods.clone()
});

fn wish() -> Wish {
    Wish {
        level: 3,
        purpose: Purpose::Understand,
        people: None,
        groups: Vec::new(),
        weeks: None,
        hours: None,
        cost: None,
        digital: true,
        conflict: Conflict::Low,
    }
}

fn of<'p>(proposal: &'p Proposal<'_>, reach: Reach) -> &'p MethodCard {
    let found = proposal.set.iter().find(|one| one.card.reach == reach);
    found.unwrap_or_else(|| panic!("no {reach:?}")).card
}

fn passed(proposal: &Proposal<'_>, keys: &[&str]) {
    for key in keys {
        assert!(
            proposal.passed.iter().any(|one| one.card.key == *key),
            "{key} was left out"
        );
    }
}

/// Danderyd asked about a contested square before there was a proposal: idea workshop, film, a web survey with 1 281
/// answers and two focus groups.
#[test]
fn eneby_torg_gets_a_questionnaire_beside_a_conversation() {
    let proposal = choose(
        &Wish {
            purpose: Purpose::Ideas,
            people: Some(1_281),
            groups: vec![TargetGroup::Parents, TargetGroup::Children, TargetGroup::Working],
            weeks: Some(16),
            hours: Some(200),
            cost: Some(2),
            conflict: Conflict::Medium,
            ..wish()
        },
        &CARDS,
    );
    passed(&proposal, &["idea-workshop", "survey", "focus-group"]);
    let broad = of(&proposal, Reach::Broad);
    assert_eq!(broad.activity, Activity::Survey, "{}", broad.key);
    assert!(broad.group.max.is_none_or(|max| max >= 1_281));
    assert_eq!(of(&proposal, Reach::Deep).activity, Activity::Meeting);
    assert!(proposal.missed.is_empty() && proposal.carries_level && proposal.hours <= 200);
}

/// Tierp held eleven evenings in ten places, four dialogues in schools and one with the pensioners' council.
#[test]
fn tierp_gets_meetings_and_the_schools() {
    let proposal = choose(
        &Wish {
            people: Some(400),
            groups: vec![TargetGroup::Children, TargetGroup::Older, TargetGroup::Rural],
            weeks: Some(24),
            hours: Some(300),
            cost: Some(2),
            ..wish()
        },
        &CARDS,
    );
    passed(
        &proposal,
        &["dialogue-meeting", "children-dialogue", "advisory-councils"],
    );
    let deep = of(&proposal, Reach::Deep);
    assert!(
        deep.form.contains(&Form::Physical) && deep.levels.contains(&3),
        "{}",
        deep.key
    );
    assert!(of(&proposal, Reach::Outreach).reaches.contains(&TargetGroup::Children));
    assert!(proposal.missed.is_empty() && proposal.without_computer);
}

/// Lindesberg put a web survey beside fifteen outreach places, class time, five translations and posters.
#[test]
fn lindesberg_gets_a_survey_and_somebody_who_goes_out() {
    let proposal = choose(
        &Wish {
            level: 2,
            purpose: Purpose::Prioritise,
            people: Some(1_000),
            groups: vec![
                TargetGroup::Children,
                TargetGroup::OtherLanguages,
                TargetGroup::Newcomers,
            ],
            weeks: Some(12),
            hours: Some(200),
            cost: Some(2),
            ..wish()
        },
        &CARDS,
    );
    passed(&proposal, &["survey", "pop-up", "children-dialogue"]);
    assert_eq!(of(&proposal, Reach::Broad).key, "survey");
    let outreach = of(&proposal, Reach::Outreach);
    assert!(
        outreach.reaches.contains(&TargetGroup::OtherLanguages),
        "{}",
        outreach.key
    );
    assert!(proposal.missed.is_empty() && proposal.without_computer);
}

#[test]
fn when_nothing_is_left_it_says_what_to_loosen() {
    let proposal = choose(
        &Wish {
            level: 5,
            weeks: Some(4),
            ..wish()
        },
        &CARDS,
    );
    assert!(proposal.passed.is_empty() && proposal.set.is_empty());
    let loosen = proposal.loosen.expect("there is a way out");
    assert_eq!(loosen.filters, [Filter::Weeks]);
    assert!(loosen.lets_in >= 2);
}

#[test]
fn a_group_that_nothing_reaches_is_named() {
    let proposal = choose(
        &Wish {
            groups: vec![TargetGroup::Businesses, TargetGroup::Rural, TargetGroup::Disabilities],
            weeks: Some(3),
            ..wish()
        },
        &CARDS,
    );
    assert!(
        proposal.missed.contains(&TargetGroup::Disabilities),
        "{:?}",
        proposal.missed
    );
}

#[test]
fn few_hours_give_fewer_parts_rather_than_half_done_ones() {
    let proposal = choose(
        &Wish {
            hours: Some(20),
            ..wish()
        },
        &CARDS,
    );
    assert!(!proposal.set.is_empty() && proposal.hours <= 20, "{}", proposal.hours);
    assert!(!proposal.lacking.is_empty());
}

prop_compose! {
    fn any_wish()(
        level in 1u8..=5,
        purpose in prop::sample::select(Purpose::ALL),
        people in prop::option::of(1u32..60_000),
        groups in prop::sample::subsequence(TargetGroup::ALL, 0..=TargetGroup::ALL.len()),
        weeks in prop::option::of(1u32..80),
        hours in prop::option::of(1u32..2_000),
        cost in prop::option::of(1u8..=4),
        digital in any::<bool>(),
        conflict in prop::sample::select(Conflict::ALL),
    ) -> Wish {
        Wish { level, purpose, people, groups, weeks, hours, cost, digital, conflict }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_proposed_passes_every_filter(wish in any_wish()) {
        let proposal = choose(&wish, &CARDS);
        for one in &proposal.set {
            for filter in Filter::ALL {
                prop_assert!(filter.passes(&wish, one.card), "{} {filter:?}", one.card.key);
            }
        }
        if let Some(hours) = wish.hours {
            prop_assert!(proposal.hours <= hours);
        }
    }

    #[test]
    fn there_is_at_most_one_of_each_reach(wish in any_wish()) {
        let proposal = choose(&wish, &CARDS);
        for reach in Reach::ALL {
            let parts = proposal.set.iter().filter(|one| one.card.reach == *reach).count();
            prop_assert_eq!(parts + usize::from(proposal.lacking.contains(reach)), 1);
        }
    }

    #[test]
    fn the_filters_account_for_every_method(wish in any_wish()) {
        let proposal = choose(&wish, &CARDS);
        let removed: usize = proposal.removed.iter().map(|(_, n)| n).sum();
        prop_assert_eq!(removed + proposal.passed.len(), CARDS.len());
        prop_assert_eq!(proposal.passed.is_empty(), proposal.loosen.is_some());
        prop_assert_eq!(proposal.passed.is_empty(), proposal.set.is_empty());
    }

    #[test]
    fn nobody_is_both_reached_and_missed(wish in any_wish()) {
        let proposal = choose(&wish, &CARDS);
        for group in &proposal.missed {
            prop_assert!(proposal.set.iter().all(|one| !one.card.reaches.contains(group)));
        }
        prop_assert!(proposal.set.is_empty() || !proposal.passed.iter().any(|one| without_computer(one.card)) || proposal.without_computer);
    }
}
