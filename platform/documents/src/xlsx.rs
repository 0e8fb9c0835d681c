//! Workbooks: typed cells, a header row that stays in view, and never a formula.

use crate::Error;
use crate::clean::{clean, one_line};
use jiff::civil::{Date, DateTime};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

/// One value in a row of a workbook or a CSV file.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Integer(i64),
    Number(f64),
    Yes(bool),
    Date(Date),
    /// A moment in the municipality's own time.
    Moment(DateTime),
}

impl Cell {
    pub fn text(text: impl AsRef<str>) -> Cell {
        Cell::Text(text.as_ref().to_owned())
    }
}

/// One sheet: titles in the first row, then the rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub titles: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// Excel holds no longer text in a cell (counted in UTF-16); a longer one is cut, with a mark that it was.
const LONGEST_TEXT: usize = 32_767;
const CUT_MARK: &str = " […]";
/// Rows a sheet can hold, titles included; more go on in a second sheet.
const MOST_ROWS: usize = 1_048_576;

/// A workbook of the sheets, in order. Texts are written as texts whatever they begin with, numbers and dates as
/// numbers and dates; `title` stands in the file's properties.
pub fn workbook(title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(one_line(title)));
    let mut names = Vec::new();
    for sheet in sheets {
        for part in sheet
            .rows
            .chunks(MOST_ROWS - 1)
            .chain(sheet.rows.is_empty().then_some(&[][..]))
        {
            let page = book.add_worksheet();
            page.set_name(sheet_name(&sheet.name, &mut names))?;
            write_sheet(page, &sheet.titles, part)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

fn write_sheet(page: &mut Worksheet, titles: &[String], rows: &[Vec<Cell>]) -> Result<(), Error> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    page.set_freeze_panes(1, 0)?;
    for (column, title) in titles.iter().enumerate() {
        page.write_string_with_format(0, column as u16, fitting(title), &bold)?;
        page.set_column_width(column as u16, column_width(column, title, rows))?;
    }
    for (index, row) in rows.iter().enumerate() {
        let line = index as u32 + 1;
        for (column, cell) in row.iter().enumerate() {
            let column = column as u16;
            match cell {
                Cell::Empty => continue,
                Cell::Text(text) => page.write_string_with_format(line, column, fitting(text), &wrapped)?,
                Cell::Integer(number) => page.write_number(line, column, *number as f64)?,
                Cell::Number(number) if number.is_finite() => page.write_number(line, column, *number)?,
                Cell::Number(_) => continue,
                Cell::Yes(yes) => page.write_boolean(line, column, *yes)?,
                Cell::Date(day) => match excel_moment(day.at(0, 0, 0, 0)) {
                    Some(value) => page.write_datetime_with_format(line, column, value, &date)?,
                    None => page.write_string(line, column, day.to_string())?,
                },
                Cell::Moment(at) => match excel_moment(*at) {
                    Some(value) => page.write_datetime_with_format(line, column, value, &moment)?,
                    None => page.write_string(line, column, at.to_string())?,
                },
            };
        }
    }
    if !titles.is_empty() && !rows.is_empty() {
        page.autofilter(0, 0, rows.len() as u32, titles.len() as u16 - 1)?;
    }
    Ok(())
}

/// The moment as Excel counts, unless it lies before 1900, which Excel does not know.
fn excel_moment(at: DateTime) -> Option<ExcelDateTime> {
    let day = ExcelDateTime::from_ymd(u16::try_from(at.year()).ok()?, at.month() as u8, at.day() as u8).ok()?;
    day.and_hms(at.hour() as u16, at.minute() as u8, f64::from(at.second()))
        .ok()
}

fn fitting(text: &str) -> String {
    let text = clean(text);
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text;
    }
    let room = LONGEST_TEXT - CUT_MARK.encode_utf16().count();
    let mut used = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= room
        })
        .collect();
    kept + CUT_MARK
}

fn column_width(column: usize, title: &str, rows: &[Vec<Cell>]) -> f64 {
    let longest = rows
        .iter()
        .take(200)
        .filter_map(|row| row.get(column))
        .map(|cell| match cell {
            Cell::Text(text) => text.chars().count(),
            Cell::Date(_) => 11,
            Cell::Moment(_) => 17,
            _ => 8,
        });
    longest.max().unwrap_or(0).max(title.chars().count()).clamp(8, 60) as f64 + 2.0
}

/// A name that Excel accepts (at most 31 characters, none of `[]:*?/\`, unique without regard to case).
fn sheet_name(wished: &str, taken: &mut Vec<String>) -> String {
    let plain: String = one_line(wished).chars().filter(|c| !"[]:*?/\\".contains(*c)).collect();
    let plain = plain.trim_matches(['\'', ' ']);
    let base = if plain.is_empty() || plain.eq_ignore_ascii_case("history") {
        "Blad"
    } else {
        plain
    };
    let mut number = 1;
    loop {
        let suffix = if number == 1 {
            String::new()
        } else {
            format!(" {number}")
        };
        let room = 31 - suffix.len();
        let mut used = 0;
        let name: String = base
            .chars()
            .take_while(|c| {
                used += c.len_utf16();
                used <= room
            })
            .collect::<String>();
        // Cutting may have left one at the end, which Excel takes as badly as one at the beginning.
        let name = format!("{}{suffix}", name.trim_end_matches(['\'', ' ']));
        if !taken.contains(&name.to_lowercase()) {
            taken.push(name.to_lowercase());
            return name;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn part(file: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
        Sheet {
            name: "Svar".into(),
            titles: vec!["Fråga".into(), "Svar".into()],
            rows,
        }
    }

    #[test]
    fn nothing_a_person_wrote_becomes_a_formula_or_a_link() {
        let rows = vec![
            vec![
                Cell::text("=HYPERLINK(\"https://x\")"),
                Cell::text("https://exempel.se"),
            ],
            vec![Cell::text("+1"), Cell::Integer(-3)],
        ];
        let file = workbook("t", &[sheet(rows)]).unwrap();
        let xml = part(&file, "xl/worksheets/sheet1.xml");
        assert!(!xml.contains("<f>") && !xml.contains("hyperlink"), "{xml}");
        assert!(xml.contains("<v>-3</v>") && xml.contains("state=\"frozen\""));
        assert!(part(&file, "xl/sharedStrings.xml").contains("=HYPERLINK"));
    }

    #[test]
    fn dates_are_dates_and_old_ones_are_texts() {
        let rows = vec![vec![
            Cell::Date(jiff::civil::date(2026, 3, 17)),
            Cell::Date(jiff::civil::date(1650, 1, 1)),
        ]];
        let file = workbook("t", &[sheet(rows)]).unwrap();
        assert!(part(&file, "xl/worksheets/sheet1.xml").contains("<v>46098</v>"));
        assert!(part(&file, "xl/sharedStrings.xml").contains("1650-01-01"));
    }

    #[test]
    fn names_and_lengths_that_excel_refuses_are_made_to_fit() {
        let mut taken = Vec::new();
        assert_eq!(sheet_name("Fråga 1: [a/b]?", &mut taken), "Fråga 1 ab");
        assert_eq!(sheet_name("fråga 1 AB", &mut taken), "fråga 1 AB 2");
        assert_eq!(sheet_name("''", &mut taken), "Blad");
        assert_eq!(sheet_name(&"å".repeat(50), &mut taken).chars().count(), 31);
        assert!(fitting(&"🌳".repeat(20_000)).encode_utf16().count() <= LONGEST_TEXT);
        workbook(
            "t",
            &[
                sheet(vec![]),
                sheet(vec![vec![Cell::Number(f64::NAN), Cell::text("\u{1}x\u{fffe}")]]),
            ],
        )
        .unwrap();
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_accepted(text in proptest::prelude::any::<String>(), name in proptest::prelude::any::<String>()) {
            let sheet = Sheet { name, titles: vec![text.clone()], rows: vec![vec![Cell::Text(text.clone())]] };
            workbook(&text, &[sheet.clone(), sheet]).unwrap();
        }
    }
}
