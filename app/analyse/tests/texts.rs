//! The commands on texts: read from tables and lines, by their words and by what they mean.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod desk;

use desk::{Desk, fits};
use serde_json::{Value, json};

#[test]
fn texts_are_read_from_tables_and_from_lines() {
    let desk = Desk::new();
    desk.put(
        "texts.csv",
        "id;text\n1;Vi vill ha fler bänkar i parken vid torget\n2;vi vill ha fler bänkar i parken vid torget!\n3;Ring mig på 070-123 45 67\n4;The library should stay open later in the evenings\n",
    )
    .put(
        "texts.jsonl",
        "{\"text\": \"Vi vill ha fler bänkar i parken vid torget\"}\n\"vi vill ha fler bänkar i parken vid torget!\"\n\n{\"text\": \"Ring mig på 070-123 45 67\"}\n{\"text\": \"The library should stay open later in the evenings\"}\n",
    );
    desk.put(
        "texts.txt",
        "Vi vill ha fler bänkar i parken vid torget\nvi vill ha fler bänkar i parken vid torget!\nRing mig på 070-123 45 67\nThe library should stay open later in the evenings\n",
    );
    for file in ["@texts.csv", "@texts.jsonl", "@texts.txt"] {
        let same = desk.json("duplicates", &format!("duplicates {file}"));
        assert_eq!(same["clusters"], json!([[0, 1]]), "{file}");
        assert_eq!((&same["pairs"][0][0], &same["pairs"][0][1]), (&json!(0), &json!(1)));
        let tongues = desk.json("language", &format!("language {file} --column text"));
        assert_eq!(tongues["languages"][3], "en");
        let themes = desk.json("themes", &format!("themes {file} --themes 2"));
        assert_eq!(themes["assigned"].as_array().unwrap().len(), 4);
        let lines = desk.run(&format!("personal-data {file} --json")).unwrap();
        let rows: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        rows.iter().for_each(|row| fits("personal-data", row));
        assert_eq!(rows.len(), 4);
        assert_eq!(
            rows[2],
            json!({ "spans": [{ "kind": "phone", "start": 12, "end": 25 }] })
        );
        for command in ["duplicates", "language", "themes", "personal-data"] {
            desk.run(&format!("{command} {file} --html @report.html")).unwrap();
            let page = std::fs::read_to_string(desk.at("report.html")).unwrap();
            assert!(!page.contains("analyse-"), "a text is missing: {command}");
        }
    }
}

#[test]
fn with_word_vectors_texts_meet_by_meaning() {
    let desk = Desk::new();
    desk.put(
        "texts.txt",
        "cykelbana\ncykelväg\nlekplats\nlekpark\nlekplats\nokänt\n\n",
    )
    .put(
        "words.vec",
        "4 2\ncykelbana 1 0.1\ncykelväg 0.9 0.1\nlekplats 0.1 1\nlekpark 0.1 0.9\n",
    );
    let told = desk.json(
        "duplicates",
        "duplicates @texts.txt --vectors @words.vec --meaning 0.95",
    );
    assert_eq!(told["clusters"], json!([[2, 4]]));
    let other = &told["in_other_words"];
    let places: Vec<_> = other["pairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| (pair[0].clone(), pair[1].clone()))
        .collect();
    assert_eq!(places, [(json!(0), json!(1)), (json!(2), json!(3))], "{other}");
    assert_eq!(
        other["vectors"],
        json!({ "file": "words.vec", "dimensions": 2, "words": 4, "texts": 5,
            "coverage": { "words": 6, "known": 5, "other_forms": 0, "by_parts": 0, "share": 5.0 / 6.0 } })
    );
    let told = desk.json("themes", "themes @texts.txt --themes 2 --vectors @words.vec");
    assert_eq!(told["assigned"], json!([1, 1, 0, 0, 0, null, null]));
    assert_eq!(told["vectors"]["words"], 4);
    for (command, found) in [
        ("themes", "vilka ord som står tillsammans och vad de brukar betyda"),
        ("duplicates", "Texter som kanske säger samma sak med andra ord"),
    ] {
        let table = desk
            .run(&format!(
                "{command} @texts.txt --vectors @words.vec --html @report.html"
            ))
            .unwrap();
        assert!(
            table.contains("by meaning too, with words.vec: 2 dimensions, 5 of 6 words known"),
            "{table}"
        );
        let page = std::fs::read_to_string(desk.at("report.html")).unwrap();
        assert!(page.contains(found) && page.contains("5 av 6 ord (83,3"), "{page}");
        assert!(!page.contains("analyse-"), "a text is missing: {command}");
        let without = desk.json(command, &format!("{command} @texts.txt"));
        assert_eq!(
            (&without["vectors"], &without["in_other_words"]),
            (&Value::Null, &Value::Null)
        );
    }
}
