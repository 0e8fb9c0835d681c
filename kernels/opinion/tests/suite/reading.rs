//! Files as they come: in any order of columns, quoted, broken; every fault with its line.

use opinion::read::{Fault, ReadError, read_statements, read_votes};
use opinion::{Cast, Standing, Vote, Votes};
use proptest::prelude::*;

fn fault(text: &str) -> (u64, Fault) {
    match read_votes(text.as_bytes()) {
        Err(ReadError { line, fault }) => (line, fault),
        Ok(votes) => panic!("read as {votes:?}"),
    }
}

#[test]
fn a_polis_export_is_read() {
    let text = "timestamp,datetime,comment-id,voter-id,vote\n\
        1435654192085,Tue Jun 30 15:49:52 WIB 2015,0,0,1\n\
        1435656324267,\"Tue, Jun 30\",0,1,-1\r\n\
        1435656324268,,1,1,0\n";
    let votes = read_votes(text.as_bytes()).expect("a good file");
    let cast = |participant, statement, vote| Cast {
        participant,
        statement,
        vote,
    };
    let expected = [
        cast(0, 0, Vote::Agree),
        cast(1, 0, Vote::Disagree),
        cast(1, 1, Vote::Pass),
    ];
    assert_eq!(votes, Votes::from_casts(expected).expect("few"));
}

#[test]
fn the_latest_vote_counts_wherever_it_stands() {
    let text = "vote,voter-id,comment-id,timestamp\n1,5,9,200\n-1,5,9,100\n0,6,9,7\n1,6,9,7\n";
    let votes = read_votes(text.as_bytes()).expect("a good file");
    assert_eq!(votes.of(5).collect::<Vec<_>>(), [(9, Vote::Agree)]);
    assert_eq!(
        votes.of(6).collect::<Vec<_>>(),
        [(9, Vote::Agree)],
        "of equal times the one further down"
    );
    let large = "voter-id,comment-id,vote\n18446744073709551615,0009223372036854775808,1\n";
    let votes = read_votes(large.as_bytes()).expect("a good file");
    assert_eq!(votes.of(u64::MAX).collect::<Vec<_>>(), [(1 << 63, Vote::Agree)]);
    let without_time = "\u{feff}Voter-ID,comment-id,vote\n5,9,1\n\n5,9,-1";
    let votes = read_votes(without_time.as_bytes()).expect("a good file");
    assert_eq!(votes.of(5).collect::<Vec<_>>(), [(9, Vote::Disagree)]);
}

#[test]
fn faults_of_votes_name_their_line() {
    let head = "comment-id,voter-id,vote\n";
    assert_eq!(fault(""), (1, Fault::Empty));
    assert_eq!(fault("comment-id,vote\n"), (1, Fault::NoColumn("voter-id")));
    assert_eq!(fault("\n\nvote,vote\n"), (3, Fault::NoColumn("comment-id")));
    assert_eq!(
        fault("comment-id,voter-id,vote,vote\n"),
        (1, Fault::ColumnTwice("vote"))
    );
    assert_eq!(
        fault(&format!("{head}1,2,1\n\n1,2\n")),
        (4, Fault::Cells { cells: 2, columns: 3 })
    );
    assert_eq!(
        fault(&format!("{head}1,2,1\n1,2,2\n")),
        (3, Fault::NotAVote("2".to_owned()))
    );
    for id in ["", "x", "-3", "1.0", "NaN", "18446744073709551616"] {
        let value = id.to_owned();
        let expected = Fault::NotANumber {
            column: "voter-id",
            value,
        };
        assert_eq!(fault(&format!("{head}1,{id},1\n")), (2, expected));
    }
    assert_eq!(fault(&format!("{head}1,2,\"1\n\n")), (2, Fault::UnclosedQuote));
    assert_eq!(fault(&format!("{head}1,\"2\"3,1\n")), (2, Fault::AfterQuote));
    assert_eq!(
        fault(&format!("{head}1,\"{}", "a,\n".repeat(500_000))),
        (2, Fault::LongRow)
    );
    let after_a_long_cell = "comment-id,voter-id,vote,note\n1,2,1,\"two\nlines\"\n1,2,?,\n";
    assert_eq!(fault(after_a_long_cell), (4, Fault::NotAVote("?".to_owned())));
}

#[test]
fn messages_say_what_to_do() {
    let error = read_votes("comment-id,voter-id,vote\n1,2,yes\n".as_bytes()).expect_err("a wrong vote");
    assert_eq!(
        error.to_string(),
        "line 2: vote is “yes”; write 1 for agree, -1 for disagree and 0 for pass"
    );
    let error = read_votes(format!("comment-id,voter-id,vote\n1,2,{}\n", "å".repeat(900)).as_bytes());
    assert!(error.expect_err("a wrong vote").to_string().len() < 200, "a page long");
}

#[test]
fn statements_are_read_with_their_standing_and_text() {
    let text = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
        1,,53,6172,1,0,0,Not sure I believe any of this...\n\
        2,,48,215,38,18,1,\"Businesses, small or \"\"large\"\",\nshould pay\"\n\
        3,,36,85,53,30,-1,\n";
    let rows = read_statements(text.as_bytes()).expect("a good file");
    let found: Vec<_> = rows
        .iter()
        .map(|row| (row.statement.id, row.statement.standing, row.text.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (53, Standing::Open, "Not sure I believe any of this..."),
            (48, Standing::Open, "Businesses, small or \"large\",\nshould pay"),
            (36, Standing::Out, ""),
        ]
    );
    let rows = read_statements("is-meta,comment-id\ntrue,1\n,2\n".as_bytes()).expect("a good file");
    assert_eq!(rows[0].statement.standing, Standing::Meta);
    assert_eq!(rows[1].statement.standing, Standing::Open);
    let fault = |text: &[u8]| {
        let error = read_statements(text).expect_err("a wrong file");
        (error.line, error.fault)
    };
    assert_eq!(
        fault(b"comment-id,moderated\n1,2\n"),
        (2, Fault::NotAModeration("2".to_owned()))
    );
    assert_eq!(
        fault(b"comment-id,is-meta\n1,perhaps\n"),
        (2, Fault::NotATruth("perhaps".to_owned()))
    );
    assert_eq!(fault(b"comment-id,comment-body\n1,\xff\n"), (2, Fault::NotText));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_readers_fail_otherwise(bytes in proptest::collection::vec(
        prop_oneof![3 => prop::sample::select(b",\"\n\r-01 9x".to_vec()), 1 => any::<u8>()], 0..120)) {
        let with_head = [b"comment-id,voter-id,vote,timestamp\n".as_slice(), &bytes].concat();
        for text in [&bytes, &with_head] {
            // A source that gives three bytes at a time must not make a difference.
            let small = std::io::BufReader::with_capacity(3, text.as_slice());
            prop_assert_eq!(read_votes(text.as_slice()), read_votes(small));
            let _ = read_statements(text.as_slice());
        }
    }

    /// The short way for plain rows, which needs room to look ahead, and the long way say the same, faults and lines included.
    #[test]
    fn rows_that_are_nearly_plain_are_read_alike_by_both_ways(rows in proptest::collection::vec((
        prop_oneof![8 => "[0-9]{1,17}", 1 => "[ -]?[0-9]{0,20}[ x\"]?"],
        prop_oneof![4 => "[a-z:]{0,20}", 1 => "[a\"\r,]{0,3}"],
        prop_oneof![8 => "[0-9]{1,9}", 1 => "[ +-]?[0-9]{0,19}[ ;]?"],
        prop_oneof![8 => "-?1|0", 1 => "[ -]?[0-9]{0,2}[ x]?"],
        prop_oneof![8 => Just("\n"), 4 => Just("\r\n"), 1 => Just(",\n"), 1 => Just("\n\n"), 1 => Just("\r\r\n"), 1 => Just("")],
    ), 0..4)) {
        let mut text = String::from("timestamp,note,comment-id,voter-id,vote\n");
        for (time, note, id, vote, end) in &rows {
            text += &format!("{time},{note},{id},{id},{vote}{end}");
        }
        let small = std::io::BufReader::with_capacity(3, text.as_bytes());
        prop_assert_eq!(read_votes(text.as_bytes()), read_votes(small));
    }

    #[test]
    fn what_is_written_is_read(rows in proptest::collection::vec((0_u64..50, 0_u64..50, -1_i64..=1, ".{0,9}"), 0..40)) {
        let mut text = String::from("note,comment-id,voter-id,vote\n");
        for (statement, participant, vote, note) in &rows {
            text += &format!("\"{}\",{statement},{participant},{vote}\n", note.replace('"', "\"\""));
        }
        let casts = rows.iter().map(|(statement, participant, vote, _)| Cast {
            participant: *participant,
            statement: *statement,
            vote: Vote::from_value(*vote).expect("one of three"),
        });
        prop_assert_eq!(read_votes(text.as_bytes()), Ok(Votes::from_casts(casts).expect("few")));
    }
}
