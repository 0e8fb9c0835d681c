//! The single transferable vote against an official count, a second counter, its promises and hostile input.

use proptest::prelude::*;
use stats::ballots::{BallotError, Ballots, Contest, ReadError, read};
use stats::schulze::Duels;
use stats::stv::{Count, CountError, Event, Votes, count};
use std::path::PathBuf;

fn ballots(candidates: usize, entries: &[(u64, &[usize])]) -> Ballots {
    let mut ballots = Ballots::new(candidates).expect("few candidates");
    for (times, order) in entries {
        ballots.cast(order, *times).expect("a ballot");
    }
    ballots
}

fn counted(ballots: &Ballots, seats: usize) -> Count {
    count(ballots, seats, &(0..ballots.candidates()).collect::<Vec<_>>()).expect("a count")
}

/// Dundee City Council, 5 May 2022, ward 5 Maryfield: the totals of every stage as the returning officer published them. The
/// ballots are made up so that every transfer has the published number of papers; the count depends on nothing else.
#[test]
fn an_official_count_is_reproduced_to_the_fifth_decimal() {
    let [labour, liberal, sovereignty, alba, lynn, conservative, short, green] = [0, 1, 2, 3, 4, 5, 6, 7];
    #[rustfmt::skip]
    let entries: &[(u64, &[usize])] = &[
(337, &[labour]), (149, &[labour, short]), (248, &[labour, green]),
        (157, &[labour, conservative]), (15, &[labour, conservative, short]), (47, &[labour, conservative, green]),
        (21, &[lynn]), (937, &[lynn, short]), (64, &[lynn, green]),
        (5, &[lynn, conservative]), (8, &[lynn, conservative, short]), (2, &[lynn, conservative, green]),
        (19, &[conservative, short]), (76, &[conservative, green]), (276, &[conservative]),
        (960, &[short]), (446, &[green]),
        // The first excluded: 34 papers, then 202, then 226.
        (4, &[sovereignty, labour]), (4, &[sovereignty, liberal]), (4, &[sovereignty, alba]), (5, &[sovereignty, conservative]),
        (2, &[sovereignty, short]), (7, &[sovereignty, green]), (8, &[sovereignty]),
        (60, &[liberal, labour]), (8, &[liberal, alba]), (5, &[liberal, lynn]), (38, &[liberal, conservative]),
        (12, &[liberal, short]), (40, &[liberal, green]), (35, &[liberal]),
        (45, &[alba, labour]), (51, &[alba, lynn]), (16, &[alba, conservative]), (31, &[alba, short]), (24, &[alba, green]), (47, &[alba]),
    ];
    let ballots = ballots(8, entries);
    let counted = counted(&ballots, 3);
    assert_eq!((counted.valid, counted.quota), (4_213, 1_054));
    use Event::{Exclusion, FirstPreferences, Surplus};
    let gone = "0.00000";
    #[rustfmt::skip]
    let published: [(Event, [&str; 8], &str, &[usize]); 7] = [
        (FirstPreferences, ["953.00000", "198.00000", "34.00000", "214.00000", "1037.00000", "371.00000", "960.00000", "446.00000"], gone, &[]),
        (Exclusion { candidate: 2 }, ["957.00000", "202.00000", gone, "218.00000", "1037.00000", "376.00000", "962.00000", "453.00000"], "8.00000", &[]),
        (Exclusion { candidate: 1 }, ["1017.00000", gone, gone, "226.00000", "1042.00000", "414.00000", "974.00000", "493.00000"], "47.00000", &[]),
        (Exclusion { candidate: 3 }, ["1062.00000", gone, gone, gone, "1093.00000", "430.00000", "1005.00000", "517.00000"], "106.00000", &[4, 0]),
        (Surplus { candidate: 4 }, ["1062.00000", gone, gone, gone, "1054.00000", "430.53520", "1038.43216", "519.28352"], "108.74912", &[]),
        (Surplus { candidate: 0 }, ["1054.00000", gone, gone, gone, "1054.00000", "432.18427", "1039.55413", "521.15096"], "112.11064", &[]),
        (Exclusion { candidate: 5 }, ["1054.00000", gone, gone, gone, "1054.00000", gone, "1058.95252", "597.57623"], "448.47125", &[6]),
    ];
    assert_eq!(counted.stages.len(), published.len());
    for (stage, (event, votes, non_transferable, elected)) in counted.stages.iter().zip(published) {
        assert_eq!(stage.event, event);
        assert_eq!(
            stage.votes.iter().map(Votes::to_string).collect::<Vec<_>>(),
            votes,
            "{event:?}"
        );
        assert_eq!(
            (stage.non_transferable.to_string().as_str(), &stage.elected[..]),
            (non_transferable, elected),
            "{event:?}"
        );
    }
    assert_eq!(counted.elected, [4, 0, 6]);
}

fn contest(name: &str) -> Contest {
    let folder = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/survey/scottish"
    ));
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn twenty_eight_real_elections_have_the_winners_of_a_second_counter() {
    let rows = include_str!("stv_winners.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let mut schulze_first_not_elected = 0;
    for row in rows.clone() {
        let [file, seats, winners] = row.split('\t').collect::<Vec<_>>().try_into().expect("three fields");
        let contest = contest(file);
        assert_eq!(
            (contest.seats.to_string().as_str(), contest.names.len()),
            (seats, contest.ballots.candidates()),
            "{file}"
        );
        let counted = counted(&contest.ballots, contest.seats);
        let mut elected: Vec<String> = counted
            .elected
            .iter()
            .map(|elected| contest.names[*elected].to_lowercase())
            .collect();
        elected.sort();
        let mut expected: Vec<String> = winners.split('|').map(str::to_lowercase).collect();
        expected.sort();
        assert_eq!(elected, expected, "{file}");
        assert!(counted.stages.iter().all(|stage| stage.by_lot.is_empty()), "{file}");
        let order = Duels::of(&contest.ballots).order();
        assert_eq!(
            order
                .condorcet_winner
                .map(|winner| vec![winner])
                .unwrap_or(order.winners.clone()),
            order.winners,
            "{file}"
        );
        schulze_first_not_elected += usize::from(!counted.elected.contains(&order.winners[0]));
    }
    assert_eq!(rows.count(), 28);
    assert_eq!(schulze_first_not_elected, SCHULZE_FIRST_NOT_ELECTED);
}

/// How often the one who wins every duel had too few first preferences to stay in.
const SCHULZE_FIRST_NOT_ELECTED: usize = 0;

#[test]
fn equal_votes_are_told_apart_by_the_latest_stage_and_then_by_lot() {
    // 3 is excluded first and makes 1 and 2 equal; before, 2 had fewer.
    let entries: [(u64, &[usize]); 5] = [(10, &[0]), (6, &[1]), (5, &[2]), (1, &[3, 2]), (2, &[0, 3])];
    let counted_by = |lot: &[usize], entries: &[(u64, &[usize])]| count(&ballots(4, entries), 1, lot).expect("a count");
    for lot in [[0, 1, 2, 3], [3, 2, 1, 0]] {
        let stages = counted_by(&lot, &entries).stages;
        assert_eq!(
            (stages[2].event, stages[2].by_lot.len()),
            (Event::Exclusion { candidate: 2 }, 0)
        );
    }
    let equal: [(u64, &[usize]); 4] = [(9, &[0]), (6, &[1, 2]), (6, &[2, 1]), (2, &[3])];
    let first = counted_by(&[0, 1, 2, 3], &equal);
    assert_eq!(
        (first.stages[2].event, &first.stages[2].by_lot[..]),
        (Event::Exclusion { candidate: 2 }, &[1, 2][..])
    );
    assert_eq!(
        (first.elected, counted_by(&[0, 2, 1, 3], &equal).elected),
        (vec![1], vec![2])
    );
}

#[test]
fn few_candidates_no_ballots_and_blank_ones_are_counted_too() {
    let none = counted(&ballots(3, &[]), 2);
    assert_eq!((none.valid, none.quota, none.elected.len()), (0, 1, 2));
    assert_eq!(counted(&ballots(2, &[(3, &[1])]), 5).elected, [1, 0]);
    assert_eq!(counted(&ballots(0, &[]), 1).elected, [0_usize; 0]);
    assert_eq!(counted(&ballots(2, &[(3, &[1])]), usize::MAX).elected.len(), 2);
    let blank = ballots(2, &[(3, &[]), (1, &[0])]);
    assert_eq!(
        (blank.valid(), blank.blank(), counted(&blank, 1).elected),
        (1, 3, vec![0])
    );
    let one = ballots(2, &[(1, &[0])]);
    assert_eq!(count(&one, 0, &[0, 1]), Err(CountError::NoSeats));
    for lot in [&[0][..], &[0, 0], &[0, 2], &[0, 1, 1]] {
        assert_eq!(count(&one, 1, lot), Err(CountError::Lot { candidates: 2 }));
    }
}

#[test]
fn what_is_no_ballot_is_refused() {
    let mut ballots = ballots(3, &[]);
    assert_eq!(
        ballots.cast(&[0, 3], 1),
        Err(BallotError::UnknownCandidate { candidate: 3 })
    );
    assert_eq!(ballots.cast(&[0, 1, 0], 1), Err(BallotError::Twice { candidate: 0 }));
    assert_eq!(ballots.cast(&[0], Ballots::MOST + 1), Err(BallotError::TooManyBallots));
    assert_eq!(ballots.cast(&[0], Ballots::MOST), Ok(()));
    assert_eq!(ballots.cast(&[], 1), Err(BallotError::TooManyBallots));
    assert_eq!(counted(&ballots, 2).elected, [0, 1]);
    assert!(matches!(
        Ballots::new(1_001),
        Err(BallotError::TooManyCandidates { .. })
    ));
}

#[test]
fn faults_in_a_file_are_told_with_their_line() {
    let fault = |text: &str| read(text).map(|_| ()).expect_err("a fault");
    let number = |line, field: &str| ReadError::Number {
        line,
        field: field.to_owned(),
    };
    assert_eq!(fault(""), ReadError::Head { line: 1 });
    assert_eq!(fault("\n8\n"), ReadError::Head { line: 2 });
    assert_eq!(fault("a,b"), ReadError::Head { line: 1 });
    assert_eq!(fault("3,1\n5,x"), number(2, "x"));
    assert_eq!(fault("3,1\n5,0"), number(2, "0"));
    assert_eq!(fault("3,1\n5,1,,2"), number(2, ""));
    assert_eq!(
        fault("3,1\n\n5,4"),
        ReadError::Ballot {
            line: 3,
            error: BallotError::UnknownCandidate { candidate: 3 }
        }
    );
    assert_eq!(
        fault("3,1\n5,2,2"),
        ReadError::Ballot {
            line: 2,
            error: BallotError::Twice { candidate: 1 }
        }
    );
    assert_eq!(
        fault("99999,1"),
        ReadError::Ballot {
            line: 1,
            error: BallotError::TooManyCandidates { candidates: 99_999 }
        }
    );
    assert!(
        fault("3,1\n5,2,2")
            .to_string()
            .starts_with("line 2: candidate 1 is ranked twice")
    );
    let read = read("\u{feff}2,1,\r\n5,2,1,\r\n\"Candidate 1\",\"Å\",\"P\",\r\n\"Ward\",\r\n").expect("a contest");
    assert_eq!(
        (read.seats, read.names, read.title, read.ballots.valid()),
        (1, vec!["Å".to_owned()], "Ward".to_owned(), 5)
    );
}

type Entries = Vec<(u64, Vec<usize>)>;

fn election() -> impl Strategy<Value = (Entries, usize)> {
    let order = Just((0..6).collect::<Vec<usize>>()).prop_shuffle();
    let entry =
        (1_u64..30, order, 1_usize..7).prop_map(|(times, order, length)| (times, order[..length.min(6)].to_vec()));
    (proptest::collection::vec(entry, 0..25), 1_usize..5)
}

fn cast(entries: &Entries) -> Ballots {
    let entries: Vec<(u64, &[usize])> = entries.iter().map(|(times, order)| (*times, &order[..])).collect();
    ballots(6, &entries)
}

proptest! {
    #[test]
    fn every_vote_is_somewhere_at_every_stage_and_every_seat_is_filled((entries, seats) in election()) {
        let counted = counted(&cast(&entries), seats);
        for stage in &counted.stages {
            let held: u64 = stage.votes.iter().map(|votes| votes.0).sum();
            prop_assert_eq!(held + stage.non_transferable.0, counted.valid * Votes::ONE);
        }
        prop_assert_eq!(counted.elected.len(), seats);
    }

    /// Droop proportionality for solid coalitions (D. R. Woodall, *Voting Matters* 3, 1994), with room for what cut decimals lose.
    #[test]
    fn who_ranks_the_same_few_first_is_represented((entries, seats) in election(), share in 0_u64..400) {
        let mut entries = entries;
        entries.push((share + 1, vec![4, 5]));
        entries.push((share / 3 + 1, vec![5, 4]));
        let ballots = cast(&entries);
        let counted = counted(&ballots, seats);
        let solid: u64 = ballots.iter().filter(|(order, _)| matches!(order, [4, 5, ..] | [5, 4, ..])).map(|(_, times)| times).sum();
        let entitled = ((solid.saturating_sub(1)) / counted.quota).min(2).min(seats as u64);
        let elected = counted.elected.iter().filter(|elected| **elected >= 4).count() as u64;
        prop_assert!(elected >= entitled, "{} of {}", elected, entitled);
    }

    #[test]
    fn the_order_of_ballots_does_not_matter((entries, seats) in election()) {
        let reversed: Entries = entries.iter().rev().cloned().collect();
        prop_assert_eq!(counted(&cast(&entries), seats), counted(&cast(&reversed), seats));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[0-9,\"\nCandi ]{0,80}") {
        let _ = read(&text);
    }
}
