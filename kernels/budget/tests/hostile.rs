//! Whatever comes in: a result, or an error that says where and what to do.

use budget::pabulib::{self, Finding, Problem};
use budget::{
    Amount, Ballot, BallotError, BallotKind, Completion, Election, ElectionError, EqualShares, Error, Greedy, Project,
    Reason, Rule, Satisfaction, TieBreak,
};
use proptest::prelude::*;

const FILE: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nmax_length;2\nnum_votes;3\n\
    PROJECTS\nproject_id;cost;name;votes;selected\na;60.5;\"The \"\"old\"\" bath;\nrenewed\";2;1\nb;39,5;Path;9;0\n\
    VOTES\nvoter_id;vote\n1;a\n2;a,b\n2;\n";

fn project(id: &str, parts: u64) -> Project {
    Project {
        id: id.to_owned(),
        name: String::new(),
        cost: Amount::parts(parts).expect("an amount"),
    }
}

fn every_rule() -> Vec<Rule> {
    let mut rules = vec![Rule::Phragmen];
    for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Points] {
        rules.push(Rule::Greedy(Greedy::by(satisfaction)));
        for completion in [
            Completion::None,
            Completion::Add1,
            Completion::Add1u,
            Completion::Greedy,
        ] {
            rules.push(Rule::EqualShares(EqualShares::by(satisfaction, completion)));
        }
    }
    rules
}

fn problem(text: &str) -> (u32, Problem) {
    let error = pabulib::read(text.as_bytes()).expect_err(text);
    assert!(error.to_string().starts_with(&format!("line {}: ", error.line)));
    (error.line, error.problem)
}

#[test]
fn a_file_is_read_with_quotes_line_ends_and_a_byte_order_mark() {
    for text in [
        FILE.to_owned(),
        FILE.replace('\n', "\r\n"),
        format!("\u{feff}{FILE}"),
        FILE.trim_end().to_owned(),
    ] {
        let read = pabulib::read(text.as_bytes()).expect("reads");
        assert_eq!(read.election.voters(), 3);
        assert_eq!(read.election.supporters(), [2, 1]);
        assert_eq!(read.election.projects()[1].cost.to_string(), "39.5");
        assert_eq!(
            read.election.projects()[0].name.replace('\r', ""),
            "The \"old\" bath;\nrenewed"
        );
        assert_eq!(read.official, Some(vec![0]));
        let notices: Vec<String> = read.notices.iter().map(ToString::to_string).collect();
        assert_eq!(
            notices,
            [
                "line 11: votes of b is 9, the ballots give 1",
                "line 16: an earlier ballot has the voter id 2, too"
            ]
        );
        assert!(matches!(
            read.notices[0].finding,
            Finding::Tally {
                stated: 9,
                counted: 1,
                ..
            }
        ));
    }
}

#[test]
fn faults_of_a_file_are_told_with_their_line() {
    let text = |text: &str| text.to_owned();
    let with = |from: &str, to: &str| problem(&FILE.replace(from, to));
    assert_eq!(problem(""), (1, Problem::MissingSection("META")));
    assert_eq!(problem("hello"), (1, Problem::Stray(text("hello"))));
    assert_eq!(
        problem("META\nkey;value\nbudget;1"),
        (3, Problem::MissingSection("PROJECTS"))
    );
    assert_eq!(
        problem("META\nkey;value\nVOTES\n"),
        (3, Problem::MissingSection("PROJECTS"))
    );
    assert_eq!(with("budget;100\n", ""), (6, Problem::MissingKey("budget")));
    assert_eq!(
        with("vote_type;approval", "vote_type;guess"),
        (4, Problem::VoteType(text("guess")))
    );
    assert_eq!(with(";cost;", ";price;"), (8, Problem::MissingColumn("cost")));
    assert_eq!(with("vote\n1", "choice\n1"), (13, Problem::MissingColumn("vote")));
    assert_eq!(with("b;39,5;Path;9;0", "b"), (11, Problem::ShortRow("cost")));
    assert_eq!(with("b;39", "a;39"), (11, Problem::SameProject(text("a"))));
    assert_eq!(with("a,b", "a,c"), (15, Problem::UnknownProject(text("c"))));
    assert_eq!(with("a,b", "a,a"), (15, Problem::NamedTwice(text("a"))));
    assert_eq!(with("1;a", "1;\"a"), (14, Problem::UnclosedQuote));
    assert_eq!(with("1;a\n", "1\n"), (14, Problem::ShortRow("vote")));
    assert_eq!(with("2;\n", "2;\nVOTES\n"), (17, Problem::Stray(text("VOTES"))));
    for amount in ["NaN", "-5", "inf", "1e9", "0.00001", "99999999999999999999"] {
        let (line, problem) = with("39,5", amount);
        assert!(
            line == 11 && matches!(problem, Problem::NotAnAmount { column: "cost", .. }),
            "{amount}"
        );
    }
    let not_utf8 = pabulib::read(b"META\nkey;value\n\xff;1\n").expect_err("not UTF-8");
    assert_eq!((not_utf8.line, not_utf8.problem), (3, Problem::NotUtf8));
}

#[test]
fn ballots_with_points_ranks_and_knapsacks_are_held_to_their_kind() {
    let head = |kind: &str| {
        format!(
            "META\nkey;value\nbudget;10\nvote_type;{kind}\nmax_length;2\nPROJECTS\nproject_id;cost\na;6\nb;5\nc;1\nVOTES\n"
        )
    };
    let scored = |rows: &str| format!("{}vote;points\n{rows}\n", head("cumulative"));
    let read = pabulib::read(scored("a,b;3,0\nb;2.0\n;").as_bytes()).expect("reads");
    assert_eq!(
        (read.election.supporters(), read.election.points()),
        (vec![1, 2, 0], vec![3, 2, 0])
    );
    assert_eq!(
        problem(&scored("a,b;3")),
        (13, Problem::PointsDiffer { projects: 2, points: 1 })
    );
    for points in ["x", "-1", "1.5", "1000000001", "18446744073709551616"] {
        let text = points.to_owned();
        assert_eq!(
            problem(&scored(&format!("a;{points}"))),
            (13, Problem::NotANumber { column: "points", text })
        );
    }
    let missing = format!("{}vote\na\n", head("cumulative"));
    assert_eq!(problem(&missing), (12, Problem::MissingColumn("points")));
    let ranked = |vote: &str| format!("{}vote\n{vote}\n", head("ordinal"));
    let read = pabulib::read(ranked("b,a\nb").as_bytes()).expect("reads");
    assert_eq!(read.election.points(), [1, 3, 0]);
    assert_eq!(
        problem(&ranked("a,b,c")),
        (13, Problem::RankedTooMany { ranked: 3, longest: 2 })
    );
    let knapsack = |vote: &str| format!("{}vote\n{vote}\n", head("knapsack"));
    assert!(pabulib::read(knapsack("a,c").as_bytes()).is_ok());
    let (line, problem) = problem(&knapsack("a,b"));
    assert!(line == 13 && matches!(problem, Problem::KnapsackOverBudget { .. }));
}

#[test]
fn nothing_to_decide_is_an_outcome() {
    let budget = Amount::units(10).expect("small");
    let none = Election::new(budget, Vec::new(), BallotKind::Approval).expect("no ids");
    let unvoted = Election::new(budget, vec![project("a", 5), project("b", 0)], BallotKind::Approval).expect("ids");
    let mut broke = Election::new(
        Amount::ZERO,
        vec![project("a", 5), project("b", 0)],
        BallotKind::Approval,
    )
    .expect("ids");
    broke.cast(Ballot::Projects(&[0, 1])).expect("counts");
    let mut one = Election::new(budget, vec![project("a", 100_000)], BallotKind::Approval).expect("ids");
    one.cast(Ballot::Projects(&[0])).expect("counts");
    let mut blank = one.clone();
    blank.cast(Ballot::Projects(&[])).expect("counts");
    for rule in every_rule() {
        let winners = |election: &Election| rule.decide(election, TieBreak::Id).expect("decides").winners;
        assert_eq!((winners(&none), winners(&unvoted)), (vec![], vec![]));
        assert_eq!(winners(&broke), [1], "what costs nothing and has support is funded");
        assert_eq!(winners(&one), [0], "one voter has the whole budget");
        let alone = matches!(rule, Rule::EqualShares(rule) if rule.completion == Completion::None);
        assert_eq!(winners(&blank).is_empty(), alone, "a blank ballot has its share, too");
        let told = rule.decide(&broke, TieBreak::Id).expect("decides").projects[0].reason;
        assert_eq!(told, Reason::AboveBudget);
    }
}

#[test]
fn what_cannot_be_counted_is_refused_and_changes_nothing() {
    let mut election = Election::new(Amount::ZERO, vec![project("a", 5)], BallotKind::Cumulative).expect("ids");
    assert_eq!(
        election.cast(Ballot::Points(&[(1, 1)])),
        Err(BallotError::UnknownProject(1))
    );
    assert_eq!(
        election.cast(Ballot::Points(&[(0, 1), (0, 2)])),
        Err(BallotError::Twice(0))
    );
    assert_eq!(
        election.cast(Ballot::Points(&[(0, u64::MAX)])),
        Err(BallotError::TooManyPoints(0))
    );
    assert_eq!(election.cast(Ballot::Ranking(&[0])), Err(BallotError::OtherKind));
    assert_eq!((election.voters(), election.distinct_ballots()), (0, 0));
    let same = Election::new(
        Amount::ZERO,
        vec![project("a", 5), project("a", 6)],
        BallotKind::Approval,
    );
    assert_eq!(same.err(), Some(ElectionError::SameId("a".to_owned())));
}

#[test]
fn a_completion_that_would_not_end_is_an_error() {
    let mut projects: Vec<Project> = (0..3)
        .map(|index| project(&index.to_string(), Amount::MOST.in_parts()))
        .collect();
    projects.push(project("cheap", 1));
    let mut election = Election::new(Amount::MOST, projects, BallotKind::Approval).expect("ids");
    for ballot in [&[0][..], &[1], &[2], &[]] {
        election.cast(Ballot::Projects(ballot)).expect("counts");
    }
    let mut rule = EqualShares::by(Satisfaction::Cost, Completion::Add1);
    rule.step = Amount::parts(1).expect("small");
    let steps = EqualShares::MOST_STEPS;
    assert_eq!(rule.decide(&election, TieBreak::Id), Err(Error::TooManySteps { steps }));
    rule.step = Amount::ZERO;
    assert_eq!(rule.decide(&election, TieBreak::Id), Err(Error::NoStep));
}

#[test]
fn the_largest_amounts_points_and_a_million_ballots_are_counted() {
    let most = Amount::MOST.in_parts();
    let projects = vec![project("a", most), project("b", most - 1), project("c", 1)];
    let mut election = Election::new(Amount::MOST, projects, BallotKind::Cumulative).expect("ids");
    for voter in 0..1_000_000_u64 {
        let points = Election::MOST_POINTS - voter % 3;
        election
            .cast(Ballot::Points(&[(voter as usize % 2, points), (2, 1)]))
            .expect("counts");
    }
    assert_eq!(election.distinct_ballots(), 6);
    for rule in every_rule() {
        let mut rule = rule;
        if let Rule::EqualShares(rule) = &mut rule {
            rule.step = Amount::units(100_000).expect("small");
        }
        let outcome = rule.decide(&election, TieBreak::Id).expect("decides");
        assert!(outcome.cost <= outcome.budget && outcome.winners.contains(&2));
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "(META|PROJECTS|VOTES|budget|vote|[a-b;,\"0-9.\n\r]){0,60}", cut in 0..200_usize) {
        let _ = pabulib::read(text.as_bytes());
        let mut bytes = FILE.as_bytes().to_vec();
        bytes.splice(cut.min(bytes.len())..cut.min(bytes.len()), text.bytes());
        if let Ok(read) = pabulib::read(&bytes) {
            for rule in every_rule() {
                let _ = rule.decide(&read.election, TieBreak::LowerCost);
            }
        }
    }
}
