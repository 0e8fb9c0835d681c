//! What is measured, on what, and what is wanted. The figures wanted are those of issue 5: seconds of processor time, MB, and how
//! many times quicker than the tool that the field uses.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::made;

/// What a case must reach. `None` and nothing: shown, not judged.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    pub ratio: Option<f64>,
    pub seconds: Option<f64>,
    pub megabytes: Option<f64>,
    /// A quality and the least it may be.
    pub quality: Option<(&'static str, f64)>,
}

/// One line of the table.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it is asked for by: `--goal opinions`.
    pub goal: &'static str,
    /// Which function of `own.rs`, and of `reference.py`, runs it.
    pub kernel: &'static str,
    pub name: String,
    /// Passed to both sides.
    pub words: Vec<String>,
    /// The tool on the other side.
    pub reference: Option<&'static str>,
    /// What the lower bound is.
    pub bound: &'static str,
    pub wanted: Wanted,
}

/// Where data lies.
pub struct Places {
    /// The public data, one folder for each kind (README).
    pub data: Option<PathBuf>,
    /// Where made-up data is written.
    pub made: PathBuf,
}

pub const GOALS: [&str; 13] = [
    "opinions",
    "opinions-large",
    "opinions-again",
    "next-statement",
    "budget",
    "budget-collection",
    "panel",
    "duplicates",
    "themes",
    "stems",
    "language",
    "personal-data",
    "statistics",
];

const BYTES: &str = "each byte once";

/// All cases for which there is data, of one goal or of all.
pub fn cases(places: &Places, only: Option<&str>) -> Result<Vec<Case>> {
    let wanted = |goal: &str| only.is_none_or(|only| only == goal);
    let mut cases = Vec::new();
    if wanted("opinions") {
        cases.extend(conversations(places));
    }
    if wanted("opinions-large") {
        cases.extend(large_conversations(places)?);
    }
    if wanted("opinions-again") || wanted("next-statement") {
        cases.extend(after_an_answer(places)?.into_iter().filter(|case| wanted(case.goal)));
    }
    if wanted("budget") || wanted("budget-collection") {
        cases.extend(budgets(places).into_iter().filter(|case| wanted(case.goal)));
    }
    if wanted("panel") {
        cases.extend(panels(places)?);
    }
    let texts = ["duplicates", "themes", "stems", "language", "personal-data"];
    if texts.into_iter().any(wanted) {
        cases.extend(about_texts(places)?.into_iter().filter(|case| wanted(case.goal)));
    }
    if wanted("statistics") {
        cases.extend(statistics(places)?);
    }
    Ok(cases)
}

impl Places {
    /// The folder or file of public data, where there is one.
    fn public(&self, name: &str) -> Option<PathBuf> {
        self.data
            .as_ref()
            .map(|data| data.join(name))
            .filter(|path| path.exists())
    }

    /// A file of made-up data, written once.
    fn made(&self, name: &str, content: impl FnOnce() -> String) -> Result<String> {
        let path = self.made.join(name);
        if !path.exists() {
            std::fs::create_dir_all(&self.made)?;
            std::fs::write(&path, content()).with_context(|| format!("writing {}", path.display()))?;
        }
        Ok(word(&path))
    }
}

fn word(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Entries of a folder by name, with a given ending or none.
fn entries(folder: &Path, ending: Option<&str>) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    found.retain(|path| ending.is_none_or(|ending| path.extension().is_some_and(|other| other == ending)));
    found.sort();
    found
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

const OPINION_BOUND: &str = "each byte once, each vote 36 times";

fn conversations(places: &Places) -> Vec<Case> {
    let folders = places
        .public("polis")
        .map(|folder| entries(&folder, None))
        .unwrap_or_default();
    let exports = folders.into_iter().filter(|folder| folder.join("votes.csv").is_file());
    exports
        .filter(|folder| !name(folder).starts_with("production-"))
        .map(|folder| Case {
            goal: "opinions",
            kernel: "opinions",
            name: name(&folder),
            words: vec![word(&folder.join("votes.csv")), word(&folder.join("comments.csv"))],
            reference: Some("red-dwarf"),
            bound: OPINION_BOUND,
            wanted: Wanted {
                ratio: Some(50.0),
                ..Wanted::default()
            },
        })
        .collect()
}

/// The sizes of kernels.md 1.3; the largest has no reference, whose dense table alone would be 1.6 GB.
fn large_conversations(places: &Places) -> Result<Vec<Case>> {
    let sizes = [
        (2_031, 896, 111.0, Some(50.0), 0.008, None, true),
        (10_000, 500, 55.3, None, 0.050, None, true),
        (40_000, 1_000, 48.7, Some(150.0), 0.250, Some(100.0), true),
        (100_000, 2_000, 49.6, None, 0.600, Some(200.0), false),
    ];
    let mut cases = Vec::new();
    for (people, statements, mean, ratio, seconds, megabytes, reference) in sizes {
        let file = places.made(&format!("conversation-{people}x{statements}.csv"), || {
            made::conversation(people, statements, mean, 1)
        })?;
        cases.push(Case {
            goal: "opinions-large",
            kernel: "opinions",
            name: format!("made up, {people} people, {statements} statements"),
            words: vec![file],
            reference: reference.then_some("red-dwarf"),
            bound: OPINION_BOUND,
            wanted: Wanted {
                ratio,
                seconds: Some(seconds),
                megabytes,
                quality: None,
            },
        });
    }
    Ok(cases)
}

fn after_an_answer(places: &Places) -> Result<Vec<Case>> {
    let file = places.made("conversation-2031x896.csv", || made::conversation(2_031, 896, 111.0, 1))?;
    let seconds = |seconds| Wanted {
        seconds: Some(seconds),
        ..Wanted::default()
    };
    Ok(vec![
        Case {
            goal: "opinions-again",
            kernel: "opinions-again",
            name: "one more vote on 225,000".into(),
            words: vec![file],
            reference: None,
            bound: "each vote once",
            wanted: seconds(0.002),
        },
        Case {
            goal: "next-statement",
            kernel: "next-statement",
            name: "one draw among 10,000".into(),
            words: Vec::new(),
            reference: None,
            bound: "",
            wanted: seconds(20e-6),
        },
    ])
}

fn budgets(places: &Places) -> Vec<Case> {
    let files = places
        .public("pabulib")
        .map(|folder| entries(&folder, Some("pb")))
        .unwrap_or_default();
    let rules = ["greedy-cost", "phragmen", "equal-shares", "equal-shares-cardinality"];
    let pick = |part: &str| files.iter().find(|file| name(file).contains(part));
    let mut asked: Vec<(&PathBuf, &str)> = Vec::new();
    for part in [
        "Assen_2024",
        "Warszawa_2021_Wilanow",
        "Zurich_D5",
        "Warszawa_2023_Ursynow",
    ] {
        asked.extend(pick(part).into_iter().flat_map(|file| rules.map(|rule| (file, rule))));
    }
    for part in ["Warszawa_2021_Wilanow", "Warszawa_2023_Ursynow"] {
        asked.extend(pick(part).map(|file| (file, "equal-shares-add1u")));
    }
    let mut cases: Vec<Case> = (asked.into_iter())
        .map(|(file, rule)| Case {
            goal: "budget",
            kernel: "budget",
            name: format!(
                "{}, {rule}",
                stem(file).replace("Poland_", "").replace("Netherlands_", "")
            ),
            words: vec![rule.into(), word(file)],
            reference: Some("pabutools"),
            bound: BYTES,
            wanted: Wanted {
                ratio: (rule == "equal-shares-add1u").then_some(500.0),
                seconds: Some(0.150),
                ..Wanted::default()
            },
        })
        .collect();
    if !files.is_empty() {
        cases.push(Case {
            goal: "budget-collection",
            kernel: "budget-collection",
            name: format!("{} elections, three rules each", files.len()),
            words: files.iter().map(|file| word(file)).collect(),
            reference: None,
            bound: BYTES,
            // Three seconds for the 1,746 of the whole collection.
            wanted: Wanted {
                seconds: Some(3.0 * files.len() as f64 / 1_746.0),
                ..Wanted::default()
            },
        });
    }
    cases
}

fn panels(places: &Places) -> Result<Vec<Case>> {
    let mut pools = Vec::new();
    if let Some(folder) = places.public("panel") {
        for (name, size, seconds) in [
            ("example_small_20", 20, 0.3),
            ("sf-fixtures", 22, 0.3),
            ("kommun_s_24", 24, 0.3),
        ] {
            let file = |names: [&str; 2]| {
                names
                    .map(|file| folder.join(name).join(file))
                    .into_iter()
                    .find(|file| file.is_file())
            };
            let (pool, quotas) = (
                file(["candidates.csv", "respondents.csv"]),
                file(["features.csv", "categories.csv"]),
            );
            if let (Some(pool), Some(quotas)) = (pool, quotas) {
                pools.push((name.to_owned(), size, word(&pool), word(&quotas), seconds));
            }
        }
    }
    let (pool, quotas) = made::pool(825, 75, &[2, 6, 6, 3], 1);
    let (pool, quotas) = (
        places.made("pool-825.csv", || pool)?,
        places.made("quotas-825.csv", || quotas)?,
    );
    pools.push(("made up, 825 people".into(), 75, pool, quotas, 3.0));
    let mut cases = Vec::new();
    for (name, size, pool, quotas, seconds) in pools {
        // The other tool's LEXIMIN needs a commercial solver; its least odds are those of MAXIMIN.
        for algorithm in ["leximin", "maximin"] {
            cases.push(Case {
                goal: "panel",
                kernel: "panel",
                name: format!("{name}, {size} seats, {algorithm}"),
                words: vec![algorithm.into(), size.to_string(), pool.clone(), quotas.clone()],
                reference: (algorithm == "maximin").then_some("sortition-algorithms"),
                bound: "one panel for each type, and one",
                wanted: Wanted {
                    seconds: Some(seconds),
                    ..Wanted::default()
                },
            });
        }
    }
    Ok(cases)
}

fn about_texts(places: &Places) -> Result<Vec<Case>> {
    let Some(folder) = places.public("text") else {
        return Ok(Vec::new());
    };
    let file = |name: &str| word(&folder.join(name));
    let case = |goal, name: &str, words, reference, wanted| Case {
        goal,
        kernel: goal,
        name: name.to_owned(),
        words,
        reference,
        bound: BYTES,
        wanted,
    };
    let quality = |name, least| Some((name, least));
    let languages: Vec<String> = (entries(&folder.join("langid"), Some("txt")).iter())
        .map(|path| format!("{}={}", stem(path), word(path)))
        .collect();
    let once = std::fs::read_to_string(folder.join("neardup_10000.txt"))?;
    let pairs = std::fs::read_to_string(folder.join("neardup_10000.pairs"))?;
    let (ten, ten_pairs) = (
        places.made("neardup-105000.txt", || tenfold(&once))?,
        places.made("neardup-105000.pairs", || tenfold_pairs(&pairs, once.lines().count()))?,
    );
    let found = |seconds, ratio| Wanted {
        ratio,
        seconds: Some(seconds),
        quality: quality("recall", 0.99),
        ..Wanted::default()
    };
    let labelled = places.made("themes.tsv", || labelled(&folder, &once))?;
    let words = places.made("words.txt", || distinct_words(&once))?;
    let themes = Wanted {
        ratio: Some(5.0),
        seconds: Some(0.3),
        quality: quality("NMI, least of 20 seeds", 0.60),
        ..Wanted::default()
    };
    let only = |name, least| Wanted {
        quality: quality(name, least),
        ..Wanted::default()
    };
    let planted = vec![file("neardup_10000.txt"), file("neardup_10000.pairs")];
    Ok(vec![
        case(
            "duplicates",
            "10,500 texts",
            planted,
            Some("datasketch"),
            found(0.1, Some(40.0)),
        ),
        case(
            "duplicates",
            "105,000 texts, each met ten times",
            vec![ten, ten_pairs],
            None,
            found(1.5, None),
        ),
        case(
            "themes",
            "seven themes in 10,000 texts",
            vec![labelled],
            Some("scikit-learn"),
            themes,
        ),
        case(
            "stems",
            "different words",
            vec![words],
            Some("snowballstemmer"),
            only("words a second, millions", 5.0),
        ),
        case(
            "language",
            "six languages: right",
            languages.clone(),
            Some("lingua"),
            only("right", 0.98),
        ),
        case(
            "language",
            "six languages: speed",
            languages.clone(),
            None,
            only("sentences a second, thousands", 50.0),
        ),
        case(
            "language",
            "six languages: Danish",
            languages.clone(),
            None,
            only("right in da", 0.95),
        ),
        case(
            "language",
            "six languages: Bokmål",
            languages,
            None,
            only("right in nb", 0.95),
        ),
        case(
            "personal-data",
            "3,000 made-up texts",
            vec![file("pii/dev.jsonl")],
            None,
            only("recall of identity numbers", 1.0),
        ),
    ])
}

/// The texts ten times over, each time with another word before, so that the copies are near and not equal.
fn tenfold(texts: &str) -> String {
    let copy = |round: usize| {
        texts
            .lines()
            .map(move |line| format!("{} {line}\n", ["och", "men", "så"][round % 3]))
    };
    (0..10).flat_map(copy).collect()
}

/// Planted pairs within each of the ten.
fn tenfold_pairs(pairs: &str, texts: usize) -> String {
    let places = |line: &str| {
        line.split_whitespace()
            .filter_map(|place| place.parse().ok())
            .collect::<Vec<usize>>()
    };
    let shifted = |round: usize| {
        move |line: &str| match places(line)[..] {
            [first, second] => format!("{} {}\n", first + round * texts, second + round * texts),
            _ => String::new(),
        }
    };
    (0..10).flat_map(|round| pairs.lines().map(shifted(round))).collect()
}

/// All texts once, with the topic of those that somebody gave one: six of argument, and immigration.
fn labelled(folder: &Path, texts: &str) -> String {
    let mut known = std::collections::BTreeMap::new();
    for (file, text, topic) in [
        ("argumentation-sentences_dev.tsv", 3, Some(1)),
        ("absabank-imm_dev.tsv", 1, None),
    ] {
        let lines = std::fs::read_to_string(folder.join(file)).unwrap_or_default();
        for line in lines.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            if let Some(text) = cells.get(text) {
                let topic = topic
                    .and_then(|topic| cells.get(topic))
                    .map_or("invandring", |topic| *topic);
                known.insert((*text).to_owned(), topic.to_owned());
            }
        }
    }
    for text in texts.lines().take(10_000) {
        known.entry(text.to_owned()).or_default();
    }
    known.iter().map(|(text, topic)| format!("{topic}\t{text}\n")).collect()
}

fn distinct_words(texts: &str) -> String {
    let lower = texts.to_lowercase();
    let words: std::collections::BTreeSet<&str> = text::stem::words(&lower).map(|place| &lower[place]).collect();
    words.iter().map(|word| format!("{word}\n")).collect()
}

fn statistics(places: &Places) -> Result<Vec<Case>> {
    let survey = places.made("survey-100000.csv", || {
        let columns = made::survey(100_000, &[2, 7, 6, 3, 3], 1);
        let row = |person: usize| {
            let codes: Vec<String> = columns
                .iter()
                .map(|column| column[person].unwrap_or(0).to_string())
                .collect();
            codes.join(",") + "\n"
        };
        (0..100_000).map(row).collect()
    })?;
    let choices = places.made("choices-200000.csv", || {
        let choices = made::choices(1_000, 200_000, 2);
        choices
            .iter()
            .map(|(winner, loser)| format!("{winner},{loser}\n"))
            .collect()
    })?;
    let case = |kernel, name: String, words, reference, bound, seconds| Case {
        goal: "statistics",
        kernel,
        name,
        words,
        reference: Some(reference),
        bound,
        wanted: Wanted {
            seconds: Some(seconds),
            ..Wanted::default()
        },
    };
    let mut cases = vec![
        case(
            "raking",
            "weights, 100,000 people, five margins".into(),
            vec![survey],
            "ipfn",
            "each code once",
            0.005,
        ),
        case(
            "paired",
            "Bradley–Terry, 1,000 things, 200,000 choices".into(),
            vec![choices],
            "choix",
            "each choice once",
            0.050,
        ),
    ];
    if let Some(folder) = places.public("survey/scottish") {
        let files: Vec<String> = entries(&folder, Some("csv")).iter().map(|file| word(file)).collect();
        // Half a second for all 1,070 elections of the collection.
        let seconds = 0.5 * files.len() as f64 / 1_070.0;
        cases.push(case(
            "ballots",
            format!("{} elections by STV and Schulze", files.len()),
            files,
            "votekit",
            BYTES,
            seconds,
        ));
    }
    Ok(cases)
}
