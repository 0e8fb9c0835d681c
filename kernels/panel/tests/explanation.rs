//! Quotas that no panel meets, and seats that become empty.

mod common;

use common::{Small, choices, panels, pools};
use panel::infeasible::explain;
use panel::{Category, Contradiction, Error, Fault, Infeasible, Lottery, Problem, Quota, leximin, replacement};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The fewest seats by which quotas must move for this choice of people; `None` when two share a household.
fn distance(problem: &Problem, panel: &[usize]) -> Option<u32> {
    let people = problem.people();
    let homes: Vec<&String> = panel
        .iter()
        .filter_map(|person| people[*person].household.as_ref())
        .collect();
    if homes.iter().collect::<BTreeSet<_>>().len() < homes.len() {
        return None;
    }
    let mut sum = 0;
    for (place, category) in problem.categories().iter().enumerate() {
        for (feature, quota) in category.quotas.iter().enumerate() {
            let count = panel
                .iter()
                .filter(|person| people[**person].features[place] == feature)
                .count() as u32;
            sum += quota.low.saturating_sub(count) + count.saturating_sub(quota.high);
        }
    }
    Some(sum)
}

/// The categories with the changes made.
fn relaxed(problem: &Problem, why: &Infeasible) -> Vec<Category> {
    let mut categories = problem.categories().to_vec();
    for change in &why.relaxation {
        let category = categories
            .iter_mut()
            .find(|category| category.name == change.category)
            .expect("known");
        let quota = category
            .quotas
            .iter_mut()
            .find(|quota| quota.feature == change.feature)
            .expect("known");
        assert_eq!((quota.low, quota.high), change.from);
        (quota.low, quota.high) = change.to;
    }
    categories
}

/// Quotas that have nothing to do with the people.
fn wild() -> impl Strategy<Value = Small> {
    (pools(0), proptest::collection::vec((0_u32..5, 0_u32..4), 9)).prop_map(|(mut small, quotas)| {
        let all = small
            .categories
            .iter_mut()
            .flat_map(|category| category.quotas.iter_mut());
        for (quota, (low, more)) in all.zip(quotas) {
            (quota.low, quota.high) = (low, low + more);
        }
        small
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn there_is_an_explanation_when_there_is_no_panel_and_its_change_is_the_smallest(small in wild()) {
        let problem = small.problem();
        let why = explain(&problem).expect("an answer");
        prop_assert_eq!(why.is_none(), !panels(&problem).is_empty());
        let Some(why) = why else { return Ok(()) };
        prop_assert_eq!(leximin(&problem).err(), Some(Error::Infeasible(Box::new(why.clone()))));
        let all = choices(problem.people().len(), problem.size() as usize);
        let nearest = all.iter().filter_map(|panel| distance(&problem, panel)).min();
        let moved: u32 = why.relaxation.iter().map(|change| change.from.0 - change.to.0 + change.to.1 - change.from.1).sum();
        // A quota above the number of seats is moved down to it first.
        prop_assert_eq!(Some(moved), nearest);
        let mended = Problem::new(relaxed(&problem, &why), small.people.clone(), small.size).expect("sound");
        prop_assert!(!panels(&mended).is_empty());
    }

    #[test]
    fn those_who_leave_are_replaced_within_the_quotas(small in pools(1), leaving in 0_usize..5, asked in 0_usize..12) {
        let problem = small.problem();
        let panel = Lottery::of(&problem, &leximin(&problem).expect("odds")).expect("a lottery").panels()[0].clone();
        let gone = [panel[leaving % panel.len()]];
        let rest = match replacement(&problem, &panel, &gone, &[asked]) {
            Ok(rest) => rest,
            Err(Error::Invalid(Fault::TooFewPeople { .. })) => return Ok(()),
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        };
        prop_assert_eq!(rest.size(), 1);
        let index = |id: &str| problem.people().iter().position(|person| person.id == id).expect("of the pool");
        let candidates: Vec<usize> = rest.people().iter().map(|person| index(&person.id)).collect();
        prop_assert!(!candidates.contains(&asked) && !candidates.iter().any(|person| panel.contains(person)));
        let filled = |new: usize| -> Vec<usize> {
            panel.iter().copied().filter(|person| !gone.contains(person)).chain([new]).collect()
        };
        let possible: BTreeSet<usize> = (0..problem.people().len())
            .filter(|new| !panel.contains(new) && *new != asked && problem.accepts(&filled(*new)))
            .collect();
        let found: BTreeSet<usize> = panels(&rest).into_iter().map(|one| candidates[one[0]]).collect();
        prop_assert_eq!(possible, found);
    }
}

/// Lower and upper quota, and flex.
type Limits = (u32, u32, Option<(u32, u32)>);

fn two_categories(quotas: [Limits; 4], people: &[[usize; 2]], size: u32) -> Problem {
    let quota = |place: usize| {
        let (low, high, flex) = quotas[place];
        Quota {
            feature: ["kvinna", "man", "ung", "gammal"][place].to_owned(),
            low,
            high,
            flex,
        }
    };
    let categories = vec![
        Category {
            name: "kön".into(),
            quotas: vec![quota(0), quota(1)],
        },
        Category {
            name: "ålder".into(),
            quotas: vec![quota(2), quota(3)],
        },
    ];
    let people = people
        .iter()
        .enumerate()
        .map(|(number, features)| panel::Person {
            id: number.to_string(),
            features: features.to_vec(),
            household: None,
        })
        .collect();
    Problem::new(categories, people, size).expect("sound")
}

#[test]
fn each_kind_of_contradiction_is_named() {
    let people = [[0, 0], [0, 1], [1, 1], [1, 1]];
    let why = |quotas| {
        explain(&two_categories(quotas, &people, 2))
            .expect("an answer")
            .expect("no panel")
    };
    let contradictions = why([(2, 2, None), (1, 2, None), (0, 2, None), (0, 2, None)]).contradictions;
    assert_eq!(
        contradictions,
        [Contradiction::LowsExceedSize {
            category: "kön".into(),
            sum: 3,
            size: 2
        }]
    );
    let contradictions = why([(0, 1, None), (0, 0, None), (0, 2, None), (0, 2, None)]).contradictions;
    assert_eq!(
        contradictions,
        [Contradiction::HighsBelowSize {
            category: "kön".into(),
            sum: 1,
            size: 2
        }]
    );
    let young = why([(0, 2, None), (0, 2, None), (2, 2, None), (0, 2, None)]);
    let too_few = Contradiction::TooFewPeople {
        category: "ålder".into(),
        feature: "ung".into(),
        people: 1,
        low: 2,
    };
    assert_eq!(young.contradictions, [too_few]);
    assert_eq!(
        young.to_string(),
        "no panel meets all quotas; ålder, ung: the pool can seat 1, the lower quota asks for 2; the smallest change that \
         helps: ålder, ung from 2–2 to 1–2"
    );
    // Two men, one of them young: each quota can be met, not both.
    let together = why([(0, 0, None), (2, 2, None), (1, 1, None), (1, 1, None)]);
    assert!(together.contradictions.is_empty() && !together.relaxation.is_empty());
}

#[test]
fn a_change_stays_within_what_the_organiser_allows_when_it_can() {
    let people = [[0, 0], [0, 1], [1, 1], [1, 1]];
    // Two old men needed, and a woman: either quota could give way, only the one on age may.
    let quotas = [
        (1, 1, Some((0, 0))),
        (1, 1, Some((0, 0))),
        (1, 1, Some((1, 1))),
        (1, 1, Some((1, 1))),
    ];
    let impossible = [[0, 1], [0, 1], [1, 1], [1, 1]];
    let why = explain(&two_categories(quotas, &impossible, 2))
        .expect("an answer")
        .expect("no panel");
    assert!(
        !why.beyond_flex && why.relaxation.iter().all(|change| change.category == "ålder"),
        "{why}"
    );
    let stiff = quotas.map(|(low, high, _)| (low, high, Some((0, 0))));
    let why = explain(&two_categories(stiff, &impossible, 2))
        .expect("an answer")
        .expect("no panel");
    assert!(why.beyond_flex && !why.relaxation.is_empty(), "{why}");
    assert!(
        explain(&two_categories(quotas, &people, 2))
            .expect("an answer")
            .is_none()
    );
}

#[test]
fn one_household_cannot_fill_two_seats() {
    let mut small = two_categories(
        [(0, 2, None), (0, 2, None), (0, 2, None), (0, 2, None)],
        &[[0, 0], [1, 1]],
        2,
    )
    .people()
    .to_vec();
    small
        .iter_mut()
        .for_each(|person| person.household = Some("Storgatan 1".into()));
    let categories = two_categories([(0, 2, None); 4], &[[0, 0], [1, 1]], 2)
        .categories()
        .to_vec();
    let problem = Problem::new(categories, small, 2).expect("sound");
    let why = explain(&problem).expect("an answer").expect("no panel");
    assert_eq!(
        why.contradictions,
        [Contradiction::TooFewHouseholds { households: 1, size: 2 }]
    );
    assert!(why.relaxation.is_empty());
}

#[test]
fn what_contradicts_itself_is_refused() {
    let sound = two_categories([(0, 2, None); 4], &[[0, 0], [1, 1]], 2);
    let (categories, people) = (sound.categories().to_vec(), sound.people().to_vec());
    let new = |categories: &[Category], people: &[panel::Person], size| {
        Problem::new(categories.to_vec(), people.to_vec(), size)
            .map(|_| ())
            .map_err(|error| error.to_string())
    };
    assert_eq!(
        new(&categories, &people, 0),
        Err("a panel needs at least one seat".into())
    );
    assert!(new(&categories, &people, 3).is_err_and(|text| text.contains("2 people and the panel 3 seats")));
    assert!(new(&categories, &[], 1).is_err());
    let mut twins = people.clone();
    twins[1].id = twins[0].id.clone();
    assert!(new(&categories, &twins, 1).is_err_and(|text| text.contains("two people have the id")));
    let mut strange = people.clone();
    strange[0].features = vec![0, 7];
    assert!(new(&categories, &strange, 1).is_err_and(|text| text.contains("exactly one feature")));
    let mut crossed = categories.clone();
    (crossed[0].quotas[0].low, crossed[0].quotas[0].high) = (2, 1);
    assert!(new(&crossed, &people, 1).is_err_and(|text| text.contains("swap or correct")));
    let doubled = [categories[0].clone(), categories[0].clone()];
    assert!(new(&doubled, &people, 1).is_err_and(|text| text.contains("stands twice")));
    let mut nameless = people.clone();
    nameless[0].id = "a\tb".into();
    assert!(new(&categories, &nameless, 1).is_err_and(|text| text.contains("control character")));
}

#[test]
fn hostile_sizes_give_an_answer() {
    // No categories at all: everybody is of one type.
    let people: Vec<panel::Person> = (0..200_000)
        .map(|number| panel::Person {
            id: number.to_string(),
            features: vec![],
            household: None,
        })
        .collect();
    let problem = Problem::new(vec![], people.clone(), 100).expect("sound");
    let odds = leximin(&problem).expect("odds");
    assert!(odds.certificate.holds() && (odds.min_probability() - 100.0 / 200_000.0).abs() < 1e-9);
    // One person, one seat, and quotas as high as numbers go.
    let quotas = vec![Quota {
        feature: "f".into(),
        low: 0,
        high: u32::MAX,
        flex: Some((u32::MAX, u32::MAX)),
    }];
    let category = vec![Category {
        name: "c".into(),
        quotas,
    }];
    let one = vec![panel::Person {
        id: "p".into(),
        features: vec![0],
        household: Some("h".into()),
    }];
    let problem = Problem::new(category.clone(), one.clone(), 1).expect("sound");
    assert_eq!(leximin(&problem).expect("odds").probabilities, [1.0]);
    let mut impossible = category;
    impossible[0].quotas[0].low = u32::MAX;
    let problem = Problem::new(impossible, one, 1).expect("sound");
    assert!(explain(&problem).expect("an answer").is_some());
    // As many types as people.
    let many = 4_001;
    let quotas = (0..many)
        .map(|f| Quota {
            feature: f.to_string(),
            low: 0,
            high: 1,
            flex: None,
        })
        .collect();
    let people = (0..many)
        .map(|number| panel::Person {
            id: number.to_string(),
            features: vec![number],
            household: None,
        })
        .collect();
    let problem = Problem::new(
        vec![Category {
            name: "c".into(),
            quotas,
        }],
        people,
        10,
    )
    .expect("sound");
    assert!(matches!(
        leximin(&problem),
        Err(Error::TooManyTypes { types: 4_001, .. })
    ));
    let lottery = Lottery::legacy(&problem).expect("greedy drawing needs no types");
    assert!(lottery.panels().iter().take(10).all(|panel| problem.accepts(panel)));
}
