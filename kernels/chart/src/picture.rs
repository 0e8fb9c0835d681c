//! The whole chart as one SVG with its words, for documents that cannot use the page's stylesheet.

use crate::bars::{BarRow, Bars};
use crate::svg::escape;
use std::fmt::Write as _;

const WIDTH: i64 = 640;
const ROW: i64 = 26;
const LABEL: i64 = 220;
const NUMBER: i64 = 90;
/// About how many signs of 12 px text the label column holds.
const LABEL_SIGNS: usize = 34;
/// Dark blue on a light ground: 9:1 on paper and on screen.
const INK: &str = "#111111";
const FILL: &str = "#003e6b";
const FRAME: &str = "#6b727a";

impl Bars {
    /// Draws the chart with labels and numbers. `title` becomes its alternative text; `number` writes the number at a
    /// bar (for example "38 % (79)"), and what stands for a suppressed cell.
    pub fn picture(&self, title: &str, number: impl Fn(&BarRow) -> String) -> String {
        let rows = i64::try_from(self.rows.len()).unwrap_or(0);
        let height = rows * ROW + 4;
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" font-family="sans-serif" font-size="12"><title>{}</title>"#,
            escape(title)
        );
        for (place, row) in (0_i64..).zip(&self.rows) {
            let y = place * ROW + 4;
            let room = WIDTH - LABEL - NUMBER;
            let width = room * row.permille / 1000;
            let (text_y, frame_end) = (y + 14, WIDTH);
            // Writing to a String cannot fail.
            let _ = write!(
                svg,
                r#"<text x="0" y="{text_y}" fill="{INK}">{}</text><rect x="{LABEL}" y="{y}" width="{room}" height="18" fill="none" stroke="{FRAME}"/><rect x="{LABEL}" y="{y}" width="{width}" height="18" fill="{FILL}"/><text x="{frame_end}" y="{text_y}" text-anchor="end" fill="{INK}">{}</text>"#,
                escape(&shortened(&row.label)),
                escape(&number(row))
            );
        }
        svg.push_str("</svg>");
        svg
    }
}

/// A label that fits its column; the table beside the picture has it whole.
fn shortened(label: &str) -> String {
    if label.chars().count() <= LABEL_SIGNS {
        return label.to_owned();
    }
    let kept: String = label.chars().take(LABEL_SIGNS - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use crate::{Bar, Bars, Order, Scale};

    #[test]
    fn the_picture_names_itself_and_escapes_its_labels() {
        let bars = vec![
            Bar {
                label: "<b>Lek & idrott</b>".into(),
                count: Some(5),
            },
            Bar {
                label: "Ett mycket långt svarsalternativ som inte får plats".into(),
                count: None,
            },
        ];
        let svg = Bars::new(bars, 10, Order::AsGiven, Scale::Base).picture("Vad är viktigast", |row| {
            row.count.map_or("färre än 5".into(), |n| n.to_string())
        });
        assert!(svg.contains("<title>Vad är viktigast</title>") && svg.contains(r#"role="img""#));
        assert!(svg.contains("&lt;b&gt;Lek &amp; idrott&lt;/b&gt;") && !svg.contains("<b>"));
        assert!(svg.contains("färre än 5") && svg.contains('…'));
    }
}
