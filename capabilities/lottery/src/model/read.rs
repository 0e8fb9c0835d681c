//! From files to a pool and its quotas, with the row of whatever is wrong. What is not needed is not kept, and what points out a
//! person by itself is refused: a lottery works with numbers.

use super::Told;
use super::terms::{MOST_PEOPLE, Pool, Quotas};
use documents::rows;
use panel::read::{Columns, Fault, Row, Unreadable};
use text::personal_data;
use text::table;

/// Longest number of a person: ids stand a thousand times in the published file.
const LONGEST_ID: usize = 32;
/// Longest name of a category or group.
const LONGEST_NAME: usize = 80;
/// Most categories and groups of each: more are no quotas.
const MOST_GROUPS: usize = 100;

/// Columns that say who somebody is.
const NAMING: [&str; 17] = [
    "namn",
    "förnamn",
    "efternamn",
    "name",
    "first name",
    "last name",
    "personnummer",
    "samordningsnummer",
    "e-post",
    "epost",
    "e-postadress",
    "mejl",
    "email",
    "e-mail",
    "telefon",
    "mobil",
    "phone",
];

/// What each column is called, in the words that the kernel reads.
const HEADS: [(&str, &str); 9] = [
    ("kategori", "category"),
    ("grupp", "feature"),
    ("egenskap", "feature"),
    ("minst", "min"),
    ("högst", "max"),
    ("mest", "max"),
    ("nummer", "id"),
    ("nr", "id"),
    ("löpnummer", "id"),
];

/// Reads quotas: a row for each group.
pub(crate) fn quotas(bytes: &[u8]) -> Result<Quotas, Told> {
    let rows = table_of(bytes, true)?;
    let categories = panel::read::quotas_of_rows(&rows).map_err(unreadable)?;
    let groups = categories.iter().map(|one| one.quotas.len()).max().unwrap_or(0);
    if categories.len() > MOST_GROUPS || groups > MOST_GROUPS {
        return Err(Told::new("lottery-read-many-groups").with("most", MOST_GROUPS));
    }
    for row in &rows {
        if row.cells.iter().any(|cell| cell.chars().count() > LONGEST_NAME) {
            return Err(at("lottery-read-long", row.line).with("most", LONGEST_NAME));
        }
    }
    Ok(Quotas::of(&categories))
}

/// What a file of those who said yes gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PoolRead {
    pub pool: Pool,
    /// Columns that stand in the file and are not kept.
    pub left_out: Vec<String>,
}

/// Reads the pool: a row for each person, a column for each category and those that tell who live together.
pub(crate) fn pool(bytes: &[u8], quotas: &Quotas, household: &[String]) -> Result<PoolRead, Told> {
    let rows = table_of(bytes, false)?;
    let head = rows.first().map(|row| row.cells.clone()).unwrap_or_default();
    if let Some(name) = head.iter().find(|name| NAMING.contains(&name.to_lowercase().as_str())) {
        return Err(Told::new("lottery-read-names").with("column", name));
    }
    if rows.len() > MOST_PEOPLE + 1 {
        return Err(Told::new("lottery-read-many").with("most", MOST_PEOPLE));
    }
    for row in rows.iter().skip(1) {
        check_id(&head, row)?;
    }
    let categories = quotas.categories();
    let homes: Vec<&str> = household.iter().map(String::as_str).collect();
    let columns = Columns {
        id: Some("id"),
        household: &homes,
    };
    let people = panel::read::pool_of_rows(&rows, &categories, &columns).map_err(unreadable)?;
    let kept = |name: &String| {
        let same = |other: &str| other.to_lowercase() == name.to_lowercase();
        name == "id" || categories.iter().any(|one| same(&one.name)) || homes.iter().any(|one| same(one))
    };
    Ok(PoolRead {
        pool: Pool::of(&people),
        left_out: head
            .into_iter()
            .filter(|name| !name.is_empty() && !kept(name))
            .collect(),
    })
}

/// A number, and nothing that says who it is.
fn check_id(head: &[String], row: &Row) -> Result<(), Told> {
    let Some(id) = head
        .iter()
        .position(|name| name == "id")
        .and_then(|place| row.cells.get(place))
    else {
        return Ok(());
    };
    if id.chars().count() > LONGEST_ID {
        return Err(at("lottery-read-long", row.line).with("most", LONGEST_ID));
    }
    // What was written is not written once more.
    if id.contains(char::is_whitespace) || id.contains('@') || !personal_data::find(id).is_empty() {
        return Err(at("lottery-read-id", row.line));
    }
    Ok(())
}

fn at(key: &str, line: usize) -> Told {
    Told::new(key).with("line", line)
}

/// The rows of a file, whatever program wrote it, with the heads in the kernel's words.
fn table_of(bytes: &[u8], quotas: bool) -> Result<Vec<Row>, Told> {
    let table = rows::read(bytes).map_err(|fault| whole(&fault))?;
    let renamed = |name: &String| {
        let lower = name.trim().to_lowercase();
        let known = HEADS
            .iter()
            .find(|(swedish, english)| *swedish == lower || *english == lower);
        match known {
            // A pool may have a category of its own by such a name.
            Some((_, english)) if quotas || *english == "id" => (*english).to_owned(),
            _ => name.trim().to_owned(),
        }
    };
    let head = Row {
        line: 1,
        cells: table.head.iter().map(renamed).collect(),
    };
    let mut rows = vec![head];
    for record in table.records {
        let mut cells = record.cells.map_err(|_| at("lottery-read-row", record.row))?;
        cells.resize(table.head.len(), String::new());
        rows.push(Row {
            line: record.row,
            cells: cells.into_iter().map(|cell| cell.trim().to_owned()).collect(),
        });
    }
    Ok(rows)
}

fn whole(fault: &rows::Fault) -> Told {
    Told::new(match fault {
        rows::Fault::Table(table::Fault::Empty | table::Fault::NoRows) | rows::Fault::NoRecords => "lottery-read-empty",
        rows::Fault::Table(table::Fault::TooLarge { .. } | table::Fault::TooManyRows { .. }) => "lottery-read-large",
        rows::Fault::Table(_) | rows::Fault::Json { .. } | rows::Fault::Workbook => "lottery-read-no-table",
    })
}

/// The kernel's fault with its row, in our words.
fn unreadable(Unreadable { line, fault }: Unreadable) -> Told {
    match fault {
        Fault::Empty | Fault::NoRows => Told::new("lottery-read-empty"),
        Fault::MissingColumn { name } => Told::new("lottery-read-missing-column").with("column", heading(&name)),
        Fault::SameColumn { name } => Told::new("lottery-read-same-column").with("column", heading(&name)),
        Fault::EmptyCell { column } => at("lottery-read-empty-cell", line).with("column", heading(&column)),
        Fault::NotANumber { column, cell } => at("lottery-read-number", line)
            .with("column", heading(&column))
            .with("cell", short(&cell)),
        Fault::SameFeature { feature, first, .. } => at("lottery-read-same-group", line)
            .with("group", short(&feature))
            .with("first", first),
        Fault::Crossed { low, high } => at("lottery-read-crossed", line).with("low", low).with("high", high),
        Fault::Flex => at("lottery-read-row", line),
        Fault::UnknownFeature { category, feature } => at("lottery-read-unknown-group", line)
            .with("category", short(&category))
            .with("group", short(&feature)),
        Fault::SameId { id, first } => at("lottery-read-same-id", line)
            .with("id", short(&id))
            .with("first", first),
        Fault::Id { .. } => at("lottery-read-id", line),
        Fault::NotUtf8 | Fault::NotATable | Fault::Cells { .. } | Fault::UnclosedQuote | Fault::AfterQuote => {
            at("lottery-read-row", line)
        }
    }
}

/// The heading as whoever writes Swedish files knows it.
fn heading(name: &str) -> String {
    let swedish = [
        ("category", "kategori"),
        ("feature", "grupp"),
        ("min", "minst"),
        ("max", "högst"),
    ];
    let known = swedish.iter().find(|(english, _)| *english == name);
    known.map_or_else(|| short(name), |(_, swedish)| (*swedish).to_owned())
}

/// A cell may hold a book; a message holds its beginning.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUOTAS: &str = "kategori;grupp;minst;högst\nKön;Kvinna;1;2\nKön;Man;1;2\n";

    fn told(result: Result<PoolRead, Told>) -> (String, Vec<String>) {
        let told = result.unwrap_err();
        (told.key, told.args.into_iter().map(|(_, value)| value).collect())
    }

    #[test]
    fn quotas_are_read_by_their_swedish_heads_and_written_back() {
        let quotas = quotas(QUOTAS.as_bytes()).unwrap();
        assert_eq!(quotas.written(), QUOTAS);
        let crossed = super::quotas(QUOTAS.replace("Man;1;2", "Man;3;2").as_bytes()).unwrap_err();
        assert_eq!(
            crossed,
            Told::new("lottery-read-crossed")
                .with("line", 3)
                .with("low", 3)
                .with("high", 2)
        );
        let lacking = super::quotas(b"kategori;grupp;minst\nA;b;1\n").unwrap_err();
        assert_eq!(lacking.args, [("column".to_owned(), "högst".to_owned())]);
    }

    #[test]
    fn a_pool_keeps_numbers_and_groups_and_not_where_people_live() {
        let quotas = quotas(QUOTAS.as_bytes()).unwrap();
        let file = "nummer;kön;gata;yrke\n101;kvinna;Storgatan 1;bagare\n102;man;Storgatan 1;smed\n103;man;;smed\n";
        let read = pool(file.as_bytes(), &quotas, &["gata".to_owned()]).unwrap();
        assert_eq!(read.left_out, ["yrke"]);
        let homes: Vec<Option<usize>> = read.pool.people.iter().map(|one| one.household).collect();
        assert_eq!(homes, [Some(0), Some(0), None]);
        let kept = serde_json::to_string(&read.pool).unwrap();
        assert!(!kept.contains("Storgatan") && !kept.contains("smed"), "{kept}");
        let again = pool(
            read.pool.written(&quotas).as_bytes(),
            &quotas,
            &["household".to_owned()],
        )
        .unwrap();
        assert_eq!(again.pool, read.pool, "the file we hand out is the pool");
    }

    #[test]
    fn what_points_out_a_person_is_refused_with_its_row_and_not_repeated() {
        let quotas = quotas(QUOTAS.as_bytes()).unwrap();
        let read = |file: &str| told(pool(file.as_bytes(), &quotas, &[]));
        assert_eq!(
            read("id;Namn;Kön\n1;Åsa;Kvinna\n"),
            ("lottery-read-names".into(), vec!["Namn".into()])
        );
        for id in ["Åsa Ek", "asa@exempel.se", "811218-9876", "070-123 45 67"] {
            assert_eq!(
                read(&format!("id;Kön\n1;Man\n{id};Kvinna\n")),
                ("lottery-read-id".into(), vec!["3".into()]),
                "{id}"
            );
        }
    }

    #[test]
    fn hostile_files_are_told_and_never_a_fault_of_ours() {
        let quotas = quotas(QUOTAS.as_bytes()).unwrap();
        let read = |file: &[u8]| told(pool(file, &quotas, &[])).0;
        assert_eq!(read(b""), "lottery-read-empty");
        assert_eq!(read(b"id;K\xc3\xb6n\n1;Annat\n"), "lottery-read-unknown-group");
        assert_eq!(read("id;Kön\n1;Man\n1;Man\n".as_bytes()), "lottery-read-same-id");
        assert_eq!(read("Kön\nMan\n".as_bytes()), "lottery-read-missing-column");
        assert_eq!(read("id;Kön\n1;\"Man\n".as_bytes()), "lottery-read-row");
        assert_eq!(read("id;Kön\n1;Man;3;4\n".as_bytes()), "lottery-read-row");
        assert_eq!(read(b"PK\x03\x04 no workbook"), "lottery-read-no-table");
        let many: String = (0..=MOST_PEOPLE).map(|n| format!("{n};Man\n")).collect();
        assert_eq!(read(format!("id;Kön\n{many}").as_bytes()), "lottery-read-many");
    }
}
