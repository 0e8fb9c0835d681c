//! Comma-separated text that opens in a spreadsheet without a cell becoming a formula.

use crate::Error;
use crate::clean::clean;
use crate::xlsx::Cell;

/// How the file is written; the default suits programs and open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// A byte order mark first, without which Excel reads å, ä and ö wrongly.
    pub byte_order_mark: bool,
    /// `,` for open data, `;` for Excel with Swedish settings.
    pub separator: u8,
}

impl Style {
    pub const OPEN_DATA: Style = Style {
        byte_order_mark: false,
        separator: b',',
    };
    pub const SWEDISH_EXCEL: Style = Style {
        byte_order_mark: true,
        separator: b';',
    };
}

/// The rows as UTF-8 CSV with CRLF line ends (RFC 4180), the titles first. Texts that a spreadsheet would
/// read as a formula get an apostrophe in front; typed numbers are left as they are.
pub fn write(titles: &[String], rows: &[Vec<Cell>], style: Style) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    if style.byte_order_mark {
        out.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(style.separator)
        .terminator(::csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(out);
    writer
        .write_record(titles.iter().map(|title| guarded(title)))
        .map_err(std::io::Error::from)?;
    for row in rows {
        writer
            .write_record(row.iter().map(text_of))
            .map_err(std::io::Error::from)?;
    }
    writer
        .into_inner()
        .map_err(|stopped| Error::Output(stopped.into_error()))
}

fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Number(number) if number.is_finite() => number.to_string(),
        Cell::Number(_) => String::new(),
        Cell::Yes(yes) => if *yes { "1" } else { "0" }.to_owned(),
        Cell::Date(date) => date.to_string(),
        Cell::Moment(moment) => moment.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
    }
}

/// The text, with an apostrophe in front if a spreadsheet would compute it (`=`, `+`, `-`, `@`, tab, return, or their wide forms).
fn guarded(text: &str) -> String {
    let starts_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠' | '−');
    let suspect = text.starts_with(starts_formula) || text.trim_start().starts_with(starts_formula);
    let cleaned = clean(text);
    if suspect || cleaned.trim_start().starts_with(starts_formula) {
        format!("'{cleaned}")
    } else {
        cleaned
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: Vec<Cell>, style: Style) -> String {
        String::from_utf8(write(&["a".into(), "b".into()], &[cells], style).unwrap()).unwrap()
    }

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        for bad in ["=1+1", "+46", "-x", "@SUM(A1)", "\t=1", "  =1", "\u{200e}\u{0}=1"] {
            let file = written(vec![Cell::text(bad), Cell::Integer(-5)], Style::OPEN_DATA);
            let cell = file.lines().nth(1).unwrap();
            assert!(
                cell.trim_start_matches('"').starts_with('\'') || bad.starts_with('\u{200e}'),
                "{bad:?} became {cell:?}"
            );
            assert!(cell.ends_with(",-5"));
        }
        assert_eq!(
            written(vec![Cell::text("Bra - tack"), Cell::Empty], Style::OPEN_DATA),
            "a,b\r\nBra - tack,\r\n"
        );
    }

    #[test]
    fn swedish_excel_gets_a_mark_and_semicolons() {
        let file = written(vec![Cell::text("å;ä"), Cell::text("rad\nrad")], Style::SWEDISH_EXCEL);
        assert_eq!(file, "\u{feff}a;b\r\n\"å;ä\";\"rad\nrad\"\r\n");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_comes_back(texts in proptest::collection::vec("\\PC{0,40}", 2)) {
            let file = write(&["a".into(), "b".into()], &[texts.iter().map(Cell::text).collect()], Style::OPEN_DATA).unwrap();
            let mut reader = ::csv::Reader::from_reader(file.as_slice());
            let row = reader.records().next().unwrap().unwrap();
            for (got, text) in row.iter().zip(&texts) {
                let text = clean(text);
                let guarded = format!("'{text}");
                proptest::prop_assert!(got == text || got == guarded);
            }
        }
    }
}
