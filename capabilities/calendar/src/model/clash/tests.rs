//! Clashes as rules: what is told, how much it weighs, and that two dialogues see each other alike.

use super::*;
use db::Ids;
use jiff::civil::date;
use proptest::prelude::*;

fn ids(count: usize) -> Vec<Id> {
    let ids = Ids::seeded(7);
    let clock = db::FixedClock::new(jiff::Timestamp::UNIX_EPOCH);
    (0..count).map(|_| ids.next(&clock)).collect()
}

fn planned(id: Id, area: &str, groups: &[&str], first: Date, last: Date) -> Planned {
    Planned {
        id,
        title: format!("Dialog i {area}"),
        area: area.into(),
        committee: String::new(),
        level: String::new(),
        groups: groups.iter().map(|group| (*group).to_owned()).collect(),
        period: Period::new(first, last),
        milestones: Vec::new(),
        feedback_on: None,
        owner_id: id,
    }
}

fn break_(id: Id, kind: LocalKind, first: Date, last: Date) -> LocalDay {
    LocalDay {
        id,
        name: "Sportlov".into(),
        kind,
        period: Period::new(first, last),
        revision: 1,
    }
}

fn told(one: &Planned, dialogues: &[Planned], local: &[LocalDay]) -> Vec<(String, bool)> {
    let around = Around {
        dialogues,
        local,
        limit: 4,
    };
    let word = |clash: &Clash| clash.key().split(':').next().unwrap_or_default().to_owned();
    clashes(one, around)
        .iter()
        .map(|clash| (word(clash), clash.serious))
        .collect()
}

#[test]
fn the_same_area_at_the_same_time_clashes_and_more_so_with_the_same_group() {
    let id = ids(5);
    let (first, last) = (date(2026, 9, 21), date(2026, 10, 9));
    let one = planned(id[0], "Sjövik", &["Föräldrar"], first, last);
    let same_area = planned(id[1], "sjövik", &["Äldre"], date(2026, 10, 9), date(2026, 10, 30));
    let same_group = planned(id[2], "Sjövik", &["föräldrarna"], date(2026, 9, 1), date(2026, 9, 21));
    let everywhere = planned(id[3], "", &["Föräldrar"], first, last);
    let elsewhere = planned(id[4], "Kyrkby", &["Föräldrar"], first, last);
    let all = [one.clone(), same_area, same_group, everywhere, elsewhere];
    assert_eq!(
        told(&one, &all, &[]),
        [
            ("area-group".to_owned(), true),
            ("group".to_owned(), false),
            ("area".to_owned(), false)
        ]
    );
    let later = planned(id[1], "Sjövik", &["Föräldrar"], date(2026, 10, 10), date(2026, 10, 30));
    assert_eq!(told(&one, &[later], &[]), [], "the day after is another time");
}

#[test]
fn holidays_clash_on_the_days_that_matter_only() {
    let id = ids(1);
    let mut one = planned(id[0], "Sjövik", &[], date(2026, 3, 30), date(2026, 4, 20));
    assert_eq!(told(&one, &[], &[]), [], "Easter in the middle is no clash");
    one.milestones.push(("Möte".into(), date(2026, 4, 3)));
    assert_eq!(
        told(&one, &[], &[]),
        [("holiday".to_owned(), false)],
        "a meeting on Good Friday"
    );
    one.period = Period::new(date(2026, 5, 1), date(2026, 5, 14));
    one.milestones.clear();
    assert_eq!(
        told(&one, &[], &[]).len(),
        2,
        "it opens on the first of May and closes on Ascension Day"
    );
}

#[test]
fn a_school_break_is_serious_when_it_takes_half_of_the_time() {
    let id = ids(2);
    let winter = break_(id[1], LocalKind::SchoolBreak, date(2026, 2, 23), date(2026, 2, 27));
    let long = planned(id[0], "", &[], date(2026, 2, 9), date(2026, 3, 13));
    let short = planned(id[0], "", &[], date(2026, 2, 20), date(2026, 3, 1));
    assert_eq!(
        told(&long, &[], std::slice::from_ref(&winter)),
        [("local".to_owned(), false)]
    );
    assert_eq!(
        told(&short, &[], std::slice::from_ref(&winter)),
        [("local".to_owned(), true)]
    );
    let feast = LocalDay {
        kind: LocalKind::Religious,
        ..winter
    };
    assert_eq!(
        told(&long, &[], std::slice::from_ref(&feast)),
        [],
        "no meeting falls on it"
    );
}

#[test]
fn an_election_is_serious_when_people_vote_while_the_dialogue_is_open() {
    let id = ids(2);
    let over_it = planned(id[0], "", &[], date(2026, 9, 1), date(2026, 9, 30));
    let before = planned(id[0], "", &[], date(2026, 8, 10), date(2026, 8, 28));
    let long_before = planned(id[0], "", &[], date(2026, 8, 1), date(2026, 8, 25));
    assert_eq!(told(&over_it, &[], &[]), [("election".to_owned(), true)]);
    assert_eq!(
        told(&before, &[], &[]),
        [("election".to_owned(), false)],
        "voting in advance"
    );
    assert_eq!(told(&long_before, &[], &[]), []);
    // An election to the European Parliament is written in by hand.
    let europe = break_(id[1], LocalKind::Election, date(2029, 6, 10), date(2029, 6, 10));
    let then = planned(id[0], "", &[], date(2029, 6, 4), date(2029, 6, 20));
    assert_eq!(told(&then, &[], &[europe]), [("election".to_owned(), true)]);
    // Voting in advance that begins the year before an election of January is no ordinary case, but is found.
    let january = break_(id[1], LocalKind::Election, date(2028, 1, 9), date(2028, 1, 9));
    let december = planned(id[0], "", &[], date(2027, 12, 20), date(2027, 12, 30));
    assert_eq!(told(&december, &[], &[january]), [("election".to_owned(), false)]);
}

#[test]
fn the_fifth_dialogue_of_an_area_within_a_year_is_one_too_many() {
    let id = ids(6);
    let at = |place: usize, month| planned(id[place], "Sjövik", &[], date(2027, month, 10), date(2027, month, 12));
    let mut all = vec![at(0, 1), at(1, 2), at(2, 3), at(3, 4)];
    assert_eq!(told(&all[3].clone(), &all, &[]), []);
    all.push(at(4, 5));
    assert_eq!(told(&all[4].clone(), &all, &[]), [("too-many".to_owned(), true)]);
    assert_eq!(
        told(&all[0].clone(), &all, &[]),
        [],
        "the first one is not the one too many"
    );
    let next_year = planned(id[5], "Sjövik", &[], date(2028, 3, 11), date(2028, 3, 20));
    assert_eq!(
        told(&next_year, &all, &[]),
        [],
        "two of the year before count, and itself"
    );
}

fn day() -> impl Strategy<Value = Date> {
    (0_i32..1200).prop_map(|days| date(2025, 1, 1).saturating_add(days.days()))
}

fn dialogue(id: Id) -> impl Strategy<Value = Planned> {
    let areas = prop::sample::select(vec!["", "Sjövik", "sjövik", "Kyrkby"]);
    let groups = prop::collection::vec(
        prop::sample::select(vec!["Unga", "unga", "Äldre", "Föreningar", "föreningarna"]),
        0..4,
    );
    (areas, groups, day(), 0_i32..90).prop_map(move |(area, groups, first, days)| {
        planned(id, area, &groups, first, first.saturating_add(days.days()))
    })
}

fn two() -> impl Strategy<Value = (Planned, Planned)> {
    let id = ids(2);
    (dialogue(id[0]), dialogue(id[1]))
}

proptest! {
    #[test]
    fn a_clash_is_the_same_from_both_sides((one, other) in two()) {
        let (mine, theirs) = (pair(&one, &other), pair(&other, &one));
        prop_assert_eq!(mine.is_some(), theirs.is_some());
        if let (Some(mine), Some(theirs)) = (mine, theirs) {
            prop_assert_eq!(mine.period, theirs.period);
            prop_assert_eq!(mine.serious, theirs.serious);
            let word = |clash: &Clash| clash.key().split(':').next().unwrap_or_default().to_owned();
            prop_assert_eq!(word(&mine), word(&theirs));
            prop_assert_eq!(mine.other.map(|one| one.id), Some(other.id));
        }
    }

    #[test]
    fn nothing_clashes_with_itself((one, _) in two()) {
        prop_assert_eq!(pair(&one, &one), None);
        let around = Around { dialogues: std::slice::from_ref(&one), local: &[], limit: 1 };
        prop_assert!(clashes(&one, around).iter().all(|clash| clash.other.is_none()));
    }

    #[test]
    fn a_clash_with_another_lies_within_both((one, other) in two()) {
        if let Some(clash) = pair(&one, &other) {
            prop_assert_eq!(clash.period.shared(one.period), Some(clash.period));
            prop_assert_eq!(clash.period.shared(other.period), Some(clash.period));
        }
    }
}
