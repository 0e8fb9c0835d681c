//! Tables out of workbooks, JSON and separated text; what is too large or broken is refused with its reason.

use super::*;
use crate::xlsx::{Cell, Sheet, workbook as written};
use jiff::civil::date;
use proptest::prelude::*;

fn cells(rows: &Rows) -> Vec<(usize, Vec<&str>)> {
    let cells = rows
        .records
        .iter()
        .filter_map(|one| Some((one.row, one.cells.as_ref().ok()?)));
    cells
        .map(|(row, cells)| (row, cells.iter().map(String::as_str).collect()))
        .collect()
}

#[test]
fn a_workbook_gives_its_first_filled_sheet() {
    let sheet = |rows: Vec<Vec<Cell>>| Sheet {
        name: "Register".into(),
        titles: vec!["Namn".into(), "Nummer".into(), "Årsmöte".into()],
        rows,
    };
    let rows = vec![
        vec![
            Cell::text("Exempelby IF"),
            Cell::Integer(8_024_001_235),
            Cell::Date(date(2026, 2, 1)),
        ],
        vec![],
        vec![Cell::text(" Rädda ån "), Cell::Number(1.5), Cell::Empty],
    ];
    let empty = Sheet {
        titles: Vec::new(),
        ..sheet(Vec::new())
    };
    let file = written("x", &[empty, sheet(rows)]).expect("the workbook is written");
    let read = read(&file).expect("the workbook is read");
    assert_eq!(read.head, ["Namn", "Nummer", "Årsmöte"]);
    let expected = [
        (2, vec!["Exempelby IF", "8024001235", "2026-02-01"]),
        (4, vec![" Rädda ån ", "1.5", ""]),
    ];
    assert_eq!(cells(&read), expected);
}

#[test]
fn what_unfolds_too_far_is_refused_before_it_is_read() {
    let rows = vec![vec![Cell::text("å".repeat(1_000))]; 500];
    let sheet = Sheet {
        name: "Register".into(),
        titles: vec!["Namn".into()],
        rows,
    };
    let file = written("x", &[sheet]).expect("the workbook is written");
    assert!(workbook(&file, MAX_UNFOLDED).is_ok());
    let refused = workbook(&file, 10_000);
    assert_eq!(refused, Err(Fault::Table(table::Fault::TooLarge { max: 0 })));
    assert_eq!(read(b"PK\x03\x04 and nothing more"), Err(Fault::Workbook));
    assert_eq!(read(b"\xd0\xcf\x11\xe0 an old one"), Err(Fault::Workbook));
}

#[test]
fn records_of_json_are_rows_with_all_their_fields() {
    let file = r#"{"hämtad": "2026-03-17", "organisationer": [
        {"namn": "Exempelby IF", "områden": ["Mörby", "Berga"], "antal": 12},
        {"namn": "Rädda ån", "öppen": true, "antal": null},
        {"namn": "Kyrkan", "adress": {"gata": "Storgatan"}},
        "Svetsarna"]}"#;
    let read = read(file.as_bytes()).expect("the file is read");
    let mut head = read.head.clone();
    head.sort();
    assert_eq!(head, ["adress", "antal", "namn", "områden", "öppen"]);
    let at = |name: &str| {
        read.head
            .iter()
            .position(|one| one == name)
            .expect("the column is there")
    };
    let first = read.records[0].cells.as_ref().expect("the record is read");
    assert_eq!(
        (first[at("områden")].as_str(), first[at("antal")].as_str()),
        ("Mörby\nBerga", "12")
    );
    let faulty: Vec<usize> = read
        .records
        .iter()
        .filter(|one| one.cells.is_err())
        .map(|one| one.row)
        .collect();
    assert_eq!(faulty, [3, 4]);
    assert_eq!(super::read(b"[\n{\"a\": 1},\n{\"a\" 2}]"), Err(Fault::Json { line: 3 }));
    assert_eq!(super::read(b"{\"a\": [1], \"b\": [2]}"), Err(Fault::NoRecords));
    assert_eq!(super::read(b" [1, 2]"), Err(Fault::NoRecords));
    assert_eq!(super::read(b"[]"), Err(Fault::Table(table::Fault::NoRows)));
    let wide: String = (0..300).map(|n| format!("{{\"f{n}\": 1}},")).collect();
    let wide = format!("[{}]", wide.trim_end_matches(','));
    assert_eq!(
        super::read(wide.as_bytes()),
        Err(Fault::Table(table::Fault::NotATable { broken: 1 }))
    );
}

#[test]
fn separated_text_is_read_as_before() {
    let read = read("\u{feff}namn;nummer\nå;1\n".as_bytes()).expect("the file is read");
    assert_eq!(read.head, ["namn", "nummer"]);
    assert_eq!(cells(&read), [(2, vec!["å", "1"])]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_bytes_are_read_or_refused(start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"[", b"{\""]),
                                     bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(rows) = read(&[start, &bytes].concat()) {
            let fits = |one: &Record| one.cells.as_ref().map_or(true, |cells| cells.len() == rows.head.len());
            prop_assert!(rows.records.iter().all(fits));
        }
    }
}
