//! The commands as they are called: what they answer fits the documented shape, reports hold what they promise, and what is wrong with
//! a file is told with its name and line. Commands on texts stand in `texts.rs`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod desk;

use desk::Desk;
use serde_json::{Value, json};
use std::path::Path;

/// Twelve against twelve on six statements, and one who passes on all.
fn votes() -> String {
    let mut csv = String::from("timestamp,comment-id,voter-id,vote\n");
    for voter in 0..25 {
        for statement in 0..6 {
            let side = i32::from(voter < 12) * 2 - 1;
            let vote = match (voter, statement) {
                (24, _) => 0,
                (_, 5) => 1,
                (_, statement) if statement % 2 == 0 => side,
                _ => -side,
            };
            csv.push_str(&format!("{},{statement},{voter},{vote}\n", 100 + voter));
        }
    }
    csv
}

const POLL: &str = "category,feature,population\nage,young,400\nage,old,600\nsex,woman,500\nsex,man,500\n";

#[test]
fn opinions_are_grouped_and_what_unites_is_told() {
    let desk = Desk::new();
    let statements = "comment-id,comment-body,moderated\n0,\"Mer <b>skugga</b>\",1\n5,\"Fler bänkar, snart\",1\n";
    desk.put("votes.csv", votes()).put("statements.csv", statements);
    let told = desk.json("opinions", "opinions @votes.csv --statements @statements.csv");
    assert_eq!((&told["votes"], &told["participants"]), (&json!(150), &json!(25)));
    assert_eq!(told["statement_ids"], json!([0, 1, 2, 3, 4, 5]));
    assert_eq!(told["axes"][0].as_array().unwrap().len(), 6);
    let groups = told["groups"].as_array().unwrap();
    assert_eq!(groups.len(), 2);
    let of_first = groups[0]["members"].as_array().unwrap();
    let sides: Vec<bool> = of_first.iter().map(|id| id.as_u64().unwrap() < 12).collect();
    assert!(sides.iter().filter(|side| **side == sides[0]).count() >= 12, "{told}");
    assert_eq!(told["consensus"]["agree"][0], 5);
    let first = &told["representative"]["A"][0];
    assert!(
        first["agree"].is_boolean() && first["n"].as_u64().unwrap() >= 12,
        "{first}"
    );

    desk.run("opinions @votes.csv --statements @statements.csv --html @report.html")
        .unwrap();
    let page = std::fs::read_to_string(desk.at("report.html")).unwrap();
    assert!(page.contains("<html lang=\"sv\">") && page.contains("<h1>Åsiktsgrupper</h1>"));
    assert!(
        page.contains("Mer &lt;b&gt;skugga&lt;/b&gt;"),
        "words of others are text, never markup"
    );
    assert!(page.contains("<svg") && page.contains("<caption"));
}

#[test]
fn a_small_table_of_votes_gives_a_result_that_names_nobody() {
    for (content, people) in [
        ("comment-id,voter-id,vote\n", 0),
        ("comment-id,voter-id,vote\n1,1,1\n", 1),
        ("comment-id,voter-id,vote\n1,1,0\n1,2,0\n1,3,0\n", 3),
        ("comment-id,voter-id,vote\n1,1,1\n1,1,-1\n", 1),
    ] {
        let desk = Desk::new();
        desk.put("votes.csv", content);
        let told = desk.json("opinions", "opinions @votes.csv");
        assert_eq!(told["participants"], people, "{content}");
        assert_eq!(told["groups"], json!([]));
        assert_eq!(told["suppressed"]["too_few_people"], people > 0);
        desk.run("opinions @votes.csv --html @report.html --language en")
            .unwrap();
    }
}

#[test]
fn a_budget_says_why() {
    let desk = Desk::new();
    desk.put("e.pb", "META\nkey;value\ndescription;test\ncountry;Sverige\nunit;Exempelby\ninstance;2026\nnum_projects;3\nnum_votes;3\nbudget;100\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost;name\na;60;Bänkar\nb;50;Träd\nc;40;Lampor\nVOTES\nvoter_id;vote\n1;a,b\n2;a,c\n3;a\n");
    for rule in ["greedy", "phragmen", "equal-shares --completion add1u"] {
        let told = desk.json("budget", &format!("budget @e.pb --rule {rule}"));
        assert_eq!(told["winners"][0], "a", "{rule}");
    }
    desk.run("budget @e.pb --html @report.html").unwrap();
    let page = std::fs::read_to_string(desk.at("report.html")).unwrap();
    assert!(page.contains("2 av 3 projekt får pengar, för 100 av 100."), "{page}");
}

#[test]
fn a_panel_is_drawn_and_can_be_drawn_again() {
    let desk = Desk::new();
    let pool: String = (1..=20)
        .map(|id| format!("{id},{},{}\n", ["woman", "man"][id % 2], ["young", "old"][id / 11]))
        .collect();
    desk.put("pool.csv", format!("id,sex,age\n{pool}")).put(
        "quotas.csv",
        "category,feature,min,max\nsex,woman,2,2\nsex,man,2,2\nage,young,1,3\nage,old,1,3\n",
    );
    let line = "panel --pool @pool.csv --quotas @quotas.csv --size 4 --seed 2026-11-28";
    let told = desk.json("panel", line);
    assert_eq!(told["certified"], true);
    assert_eq!(told["panel"].as_array().unwrap().len(), 4);
    let sum: f64 = told["probabilities"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_f64)
        .sum();
    assert!((sum - 4.0).abs() < 1e-6);
    assert_eq!(desk.json("panel", line), told);
    desk.run(&format!("{line} --html @report.html")).unwrap();
    assert!(
        std::fs::read_to_string(desk.at("report.html"))
            .unwrap()
            .contains("4 personer lottades fram bland 20")
    );
}

#[test]
fn who_took_part_is_compared_and_weighted() {
    let desk = Desk::new();
    let mut people = String::from("age,sex,answer\n");
    for (row, times) in [
        ("young,woman", 10),
        ("young,man", 5),
        ("old,woman", 30),
        ("old,man", 50),
        (",man", 5),
    ] {
        (0..times).for_each(|_| people.push_str(&format!("{row},yes\n")));
    }
    desk.put("people.csv", people).put("population.csv", POLL);
    let line = "representation --participants @people.csv --population @population.csv";
    let told = desk.json("representation", line);
    assert_eq!(told["participants"], 100);
    let age = &told["categories"][0];
    assert_eq!((&age["category"], &age["n"]), (&json!("age"), &json!(95)));
    assert_eq!(age["features"][0]["finding"], "under");
    assert!(age["missing"][0]["lacking"].as_u64().unwrap() > 0);
    assert_eq!(told["weighting"]["converged"], true);
    assert!(told["weighting"]["effective_n"].as_f64().unwrap() < 100.0);
    let shares = "category;feature;population\nage;young;0,4\nage;old;0,6\nsex;woman;0.5\nsex;man;0.5\n";
    desk.put("shares.csv", shares);
    let same = desk.json(
        "representation",
        "representation --participants @people.csv --population @shares.csv",
    );
    assert_eq!(same["weighting"]["effective_n"], told["weighting"]["effective_n"]);
    assert_eq!(same["categories"][0]["population"], Value::Null);
    assert_eq!(same["categories"][0]["dissimilarity"], age["dissimilarity"]);
    desk.run(&format!("{line} --weights @weights.csv --html @report.html"))
        .unwrap();
    let weights = std::fs::read_to_string(desk.at("weights.csv")).unwrap();
    let sum: f64 = weights
        .lines()
        .skip(1)
        .map(|row| row.split_once(',').unwrap().1.parse::<f64>().unwrap())
        .sum();
    assert_eq!(weights.lines().count(), 101);
    assert!((sum - 100.0).abs() < 1e-9);
    assert!(
        std::fs::read_to_string(desk.at("report.html"))
            .unwrap()
            .contains("Färre än väntat")
    );
}

#[test]
fn things_are_ranked_by_each_method() {
    let desk = Desk::new();
    desk.put("pairs.csv", "winner,loser,times\nBadhus,Bibliotek,7\nBibliotek,Lekplats,6\nBadhus,Lekplats,9\nLekplats,Badhus,1\n")
        .put("ballots.csv", "3,2\n6,1,2,3\n3,2,3,1\n2,3,2\n\"Candidate 1\",\"Ask\",\"\"\n\"Candidate 2\",\"Björk\",\"\"\n\"Candidate 3\",\"Ceder\",\"\"\n\"Torget\"\n");
    let told = desk.json("rank", "rank @pairs.csv");
    assert_eq!((&told["method"], &told["choices"]), (&json!("paired"), &json!(23)));
    assert_eq!(told["items"][0]["item"], "Badhus");
    let told = desk.json("rank", "rank @ballots.csv --method schulze");
    assert_eq!(
        (&told["winners"], &told["condorcet_winner"]),
        (&json!(["Ask"]), &json!("Ask"))
    );
    let told = desk.json("rank", "rank @ballots.csv --method stv");
    assert_eq!(
        (&told["elected"], &told["quota"]),
        (&json!(["Ask", "Björk"]), &json!(4))
    );
    for method in ["schulze", "stv"] {
        desk.run(&format!("rank @ballots.csv --method {method} --html @report.html"))
            .unwrap();
        assert!(
            std::fs::read_to_string(desk.at("report.html"))
                .unwrap()
                .contains("11 röstsedlar"),
            "{method}"
        );
    }
}

#[test]
fn what_is_wrong_is_told_with_file_and_line() {
    let desk = Desk::new();
    desk.put("votes.csv", "comment-id,voter-id,vote\n1,1,1\n1,2,5\n")
        .put("no-column.csv", "a,b\n1,2\n")
        .put("empty.csv", "")
        .put("open.csv", "text\n\"öppet\n")
        .put("broken.jsonl", "{\"text\": \"bra\"}\n{\"text\": 7}\n")
        .put("other.jsonl", "{\"text\": \"bra\"}\nnot json\n")
        .put("people.csv", "age,sex\nyoung,woman\nnobody,man\n")
        .put("population.csv", POLL)
        .put("minus.csv", "category,feature,population\nage,young,-4\n")
        .put("itself.csv", "winner,loser\na,b\na,a\n")
        .put("ballots.csv", "3,2\n5,1,9\n")
        .put("latin.txt", [b'o', b'k', b'\n', 0xe5])
        .put("bytes.csv", [0xff, 0x00, 0xd8, 0x12])
        .put("bench.txt", "bänk\n")
        .put("short.vec", "bänk 1 2\npark 1\n")
        .put("other.vec", "bench 1 2\n");
    let place = "representation --population @population.csv --participants";
    for (line, beginning) in [
        ("opinions @votes.csv", "votes.csv:3: vote is “5”"),
        (
            "opinions @no-column.csv",
            "no-column.csv:1: no column is called comment-id",
        ),
        ("opinions @missing.csv", "cannot read missing.csv"),
        ("themes @empty.csv", "empty.csv:1: the file is empty"),
        (
            "themes @no-column.csv",
            "no-column.csv:1: no column is called text; these are: a, b",
        ),
        ("themes @no-column.csv --column a --themes 0", "0 themes"),
        (
            "themes @open.csv",
            "open.csv:2: a quotation mark that begins here is never closed",
        ),
        ("duplicates @broken.jsonl", "broken.jsonl:2: text is no text"),
        ("personal-data @other.jsonl", "other.jsonl:2: this line is not JSON"),
        (
            &format!("{place} @people.csv"),
            "people.csv:3: age: “nobody” is not in the population: young, old",
        ),
        (
            "representation --participants @people.csv --population @minus.csv",
            "minus.csv:2: population is “-4”",
        ),
        ("rank @itself.csv", "itself.csv:3: a was chosen over itself"),
        ("rank @ballots.csv --method stv", "ballots.csv:2: "),
        (
            "rank @ballots.csv --seats 2",
            "--seats and --lot belong to --method stv",
        ),
        ("budget @votes.csv", "votes.csv:"),
        (
            "panel --pool @people.csv --quotas @votes.csv --size 2 --seed x",
            "votes.csv:1: ",
        ),
        (
            "themes @bench.txt --vectors @short.vec",
            "short.vec:2: 1 numbers follow the word, but 2",
        ),
        (
            "duplicates @bench.txt --vectors @other.vec",
            "other.vec:1: none of the 1 different words",
        ),
        (
            "duplicates @bench.txt --vectors @missing.vec",
            "cannot read missing.vec",
        ),
        (
            "duplicates @bench.txt --meaning 0.5",
            "error: the following required arguments were not provided:\n  --vectors",
        ),
        ("language @latin.txt", "latin.txt:2: this is not text in UTF-8"),
        ("language @bytes.csv", "bytes.csv:1: "),
    ] {
        let told = desk.run(line).expect_err(line);
        let told = told.trim_start_matches('/');
        assert!(told.starts_with(beginning), "{line}: {told}");
    }
}

/// Writes what is out of date, so that the change can be looked at and committed.
#[test]
fn the_schemas_in_docs_are_those_of_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema");
    let mut stale = Vec::new();
    for shape in analyse::schemas() {
        let name = format!("analyse-{}.schema.json", shape.name);
        let file = folder.join(&name);
        let now = serde_json::to_string_pretty(&shape.schema).unwrap() + "\n";
        if std::fs::read_to_string(&file).unwrap_or_default() != now {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, now).unwrap();
            stale.push(name);
        }
    }
    assert!(stale.is_empty(), "written anew, look at the change: {stale:?}");
}
