//! A flow: boxes in columns, and arrows that lead from left to right. For the thread from a voice to what became of it.

use crate::svg::escape;
use std::fmt::Write as _;

const BOX_WIDTH: usize = 168;
const BOX_HEIGHT: usize = 62;
const GAP_ACROSS: usize = 56;
const GAP_DOWN: usize = 14;
const HEAD: usize = 30;
/// About how many signs of 12 px text a line of a box holds, and how many lines.
const LINE_SIGNS: usize = 25;
const LINES: usize = 3;
const INK: &str = "#111111";
const FILL: &str = "#eef3f7";
const FRAME: &str = "#003e6b";
const FAINT: &str = "#6b727a";
const AGAINST: &str = "#8a1c1c";

/// A box of the flow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FlowBox {
    /// What stands in it; long texts are shortened, the list beside the picture has them whole.
    pub text: String,
    /// Drawn with a dashed frame: put aside, or emptied.
    pub faint: bool,
}

/// A column with its heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FlowColumn {
    pub title: String,
    pub boxes: Vec<FlowBox>,
}

/// An arrow between two boxes, each given as column and place in it, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlowArrow {
    pub from: (usize, usize),
    pub to: (usize, usize),
    /// Drawn dashed and in another colour.
    pub against: bool,
}

/// Columns from left to right, and the arrows between their boxes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flow {
    pub columns: Vec<FlowColumn>,
    pub arrows: Vec<FlowArrow>,
}

impl Flow {
    /// Draws the flow as one SVG. `title` becomes its alternative text. Arrows from or to boxes that do not exist are left out.
    /// Time grows with boxes plus arrows.
    pub fn picture(&self, title: &str) -> String {
        let tallest = self.columns.iter().map(|one| one.boxes.len()).max().unwrap_or(0);
        let width = (self.columns.len() * (BOX_WIDTH + GAP_ACROSS)).saturating_sub(GAP_ACROSS) + 4;
        let height = HEAD + tallest * (BOX_HEIGHT + GAP_DOWN) + 4;
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" font-family="sans-serif" font-size="12"><title>{}</title>"#,
            escape(title)
        );
        for arrow in &self.arrows {
            self.arrow(&mut svg, arrow);
        }
        for (place, column) in self.columns.iter().enumerate() {
            let x = left(place);
            // Writing to a String cannot fail.
            let _ = write!(
                svg,
                r#"<text x="{x}" y="16" font-weight="bold" fill="{INK}">{}</text>"#,
                escape(&column.title)
            );
            for (row, one) in column.boxes.iter().enumerate() {
                boxed(&mut svg, x, top(row), one);
            }
        }
        svg.push_str("</svg>");
        svg
    }

    fn has(&self, (column, row): (usize, usize)) -> bool {
        self.columns.get(column).is_some_and(|one| row < one.boxes.len())
    }

    fn arrow(&self, svg: &mut String, arrow: &FlowArrow) {
        if !self.has(arrow.from) || !self.has(arrow.to) {
            return;
        }
        let start = (left(arrow.from.0) + BOX_WIDTH, top(arrow.from.1) + BOX_HEIGHT / 2);
        let end = (left(arrow.to.0), top(arrow.to.1) + BOX_HEIGHT / 2);
        let bend = GAP_ACROSS / 2;
        let (colour, dashes) = if arrow.against {
            (AGAINST, r#" stroke-dasharray="5 4""#)
        } else {
            (FAINT, "")
        };
        let _ = write!(
            svg,
            r#"<path d="M{} {}C{} {} {} {} {} {}" fill="none" stroke="{colour}" stroke-width="1.5"{dashes}/><circle cx="{}" cy="{}" r="3" fill="{colour}"/>"#,
            start.0,
            start.1,
            start.0 + bend,
            start.1,
            end.0.saturating_sub(bend),
            end.1,
            end.0,
            end.1,
            end.0,
            end.1
        );
    }
}

fn left(column: usize) -> usize {
    2 + column * (BOX_WIDTH + GAP_ACROSS)
}

fn top(row: usize) -> usize {
    HEAD + row * (BOX_HEIGHT + GAP_DOWN)
}

fn boxed(svg: &mut String, x: usize, y: usize, one: &FlowBox) {
    let dashes = if one.faint { r#" stroke-dasharray="4 3""# } else { "" };
    let _ = write!(
        svg,
        r#"<rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="3" fill="{FILL}" stroke="{FRAME}"{dashes}/>"#
    );
    for (line, text) in lines(&one.text).into_iter().enumerate() {
        let _ = write!(
            svg,
            r#"<text x="{}" y="{}" fill="{INK}">{}</text>"#,
            x + 8,
            y + 18 + line * 17,
            escape(&text)
        );
    }
}

/// The text in at most three lines of whole words; what does not fit ends with a mark. A word too long for a line is cut.
fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let signs = word.chars().count();
        let full = lines.len() == LINES;
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + signs <= LINE_SIGNS => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if full => {
                *line = cut(line, LINE_SIGNS - 1, true);
                break;
            }
            _ => lines.push(cut(word, LINE_SIGNS, signs > LINE_SIGNS)),
        }
    }
    lines
}

fn cut(text: &str, signs: usize, marked: bool) -> String {
    if !marked {
        return text.to_owned();
    }
    let kept: String = text.chars().take(signs.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow() -> Flow {
        let column = |title: &str, texts: &[&str]| FlowColumn {
            title: title.into(),
            boxes: texts
                .iter()
                .map(|text| FlowBox {
                    text: (*text).to_owned(),
                    faint: false,
                })
                .collect(),
        };
        Flow {
            columns: vec![
                column("Belägg", &["<b>Det är mörkt</b> & otryggt", "Lamporna lyser"]),
                column(
                    "Insikt",
                    &["Unga undviker vägen efter klockan sju på kvällen eftersom de inte ser vem de möter"],
                ),
            ],
            arrows: vec![
                FlowArrow {
                    from: (0, 0),
                    to: (1, 0),
                    against: false,
                },
                FlowArrow {
                    from: (0, 1),
                    to: (1, 0),
                    against: true,
                },
                FlowArrow {
                    from: (0, 7),
                    to: (1, 0),
                    against: false,
                },
            ],
        }
    }

    #[test]
    fn every_box_and_every_real_arrow_is_drawn_and_text_stays_text() {
        let svg = flow().picture("Från röst till insikt");
        assert_eq!(svg.matches("<rect").count(), 3);
        assert_eq!(svg.matches("<path").count(), 2, "the arrow from nowhere is left out");
        assert_eq!(svg.matches("stroke-dasharray").count(), 1);
        assert!(svg.contains("&lt;b&gt;Det är mörkt&lt;/b&gt;") && !svg.contains("<b>"));
        assert!(svg.contains("<title>Från röst till insikt</title>") && svg.contains(r#"role="img""#));
    }

    #[test]
    fn long_texts_end_with_a_mark_after_three_lines() {
        let told = lines(&flow().columns[1].boxes[0].text);
        assert_eq!(told.len(), 3);
        assert!(told[2].ends_with('…'), "{told:?}");
        assert!(told.iter().all(|line| line.chars().count() <= LINE_SIGNS));
        assert_eq!(lines("kort"), ["kort"]);
        assert_eq!(lines(""), Vec::<String>::new());
        assert!(lines(&"x".repeat(90))[0].ends_with('…'));
    }

    #[test]
    fn nothing_draws_an_empty_picture() {
        assert!(Flow::default().picture("Tomt").ends_with("</svg>"));
    }
}
