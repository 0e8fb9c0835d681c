//! The picture of which organisations have to do with what: organisations to the left, what ties them together to the right, a line
//! for each tie. Drawn without chance, so the same register gives the same picture.

use chart::escape;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What an organisation can have in common with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Sort {
    Topic,
    Agreement,
    Council,
    Collaboration,
    Problem,
}

impl Sort {
    pub(crate) const ALL: [Sort; 5] = [
        Sort::Topic,
        Sort::Agreement,
        Sort::Council,
        Sort::Collaboration,
        Sort::Problem,
    ];

    /// The key of its name.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Sort::Topic => "civil-topic",
            Sort::Agreement => "civil-agreements",
            Sort::Council => "civil-councils",
            Sort::Collaboration => "civil-network-collaborations",
            Sort::Problem => "civil-problems",
        }
    }
}

/// Something that organisations have in common, by what it is and what it is called.
pub(crate) type Thing = (Sort, String);

/// An organisation with all that it has to do with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tied {
    pub name: String,
    pub things: BTreeSet<Thing>,
}

/// Most nodes in a picture: with more nobody follows a line.
pub(crate) const MOST: usize = 60;

/// Those that fit, the ones with most ties first, and then by name.
pub(crate) fn chosen(all: &[Tied], most: usize) -> Vec<&Tied> {
    let mut by_ties: Vec<&Tied> = all.iter().filter(|one| !one.things.is_empty()).collect();
    by_ties.sort_by_key(|one| (usize::MAX - one.things.len(), &one.name));
    let mut things: BTreeSet<&Thing> = BTreeSet::new();
    let mut taken: Vec<&Tied> = Vec::new();
    for one in by_ties {
        let more = one.things.iter().filter(|thing| !things.contains(thing)).count();
        if taken.len() + things.len() + 1 + more <= most {
            things.extend(&one.things);
            taken.push(one);
        }
    }
    taken
}

const WIDTH: usize = 960;
const LEFT: usize = 380;
const RIGHT: usize = 580;
const STEP: usize = 26;
const TOP: usize = 20;
/// Letters of a name that the picture has room for; the table has all of it.
const LETTERS: usize = 44;

/// The picture. `title` says in a sentence what it shows; `headings` name the sorts.
pub(crate) fn draw(tied: &[&Tied], title: &str, headings: &dyn Fn(Sort) -> String) -> String {
    let things: BTreeSet<&Thing> = tied.iter().flat_map(|one| &one.things).collect();
    let mut right: Vec<&Thing> = things.into_iter().collect();
    let mut left: Vec<&Tied> = tied.to_vec();
    // Each side in the order of the middle of what it is tied to: few lines cross.
    for _ in 0..4 {
        left.sort_by_key(|one| (middle(right.iter().map(|thing| one.things.contains(*thing))), &one.name));
        right.sort_by_key(|thing| {
            let ties = left.iter().map(|one| one.things.contains(*thing));
            (thing.0, middle(ties), &thing.1)
        });
    }
    let rows = rows_of(&right);
    let last = rows.iter().map(|(row, _)| *row).max().unwrap_or(0).max(left.len());
    let height = TOP * 2 + last * STEP;
    let mut svg = format!(
        r#"<svg viewBox="0 0 {WIDTH} {height}" role="img" focusable="false" fill="currentColor" font-size="14"><title>{}</title>"#,
        escape(title)
    );
    // Half of what is over goes above the organisations, so that lines do not all climb.
    let above = (last - left.len().min(last)) * STEP / 2;
    let at_left = |place: usize| TOP + above + place * STEP;
    for (place, one) in left.iter().enumerate() {
        for (row, thing) in &rows {
            if thing.is_some_and(|thing| one.things.contains(thing)) {
                // Writing to a String cannot fail.
                let _ = write!(
                    svg,
                    r#"<line x1="{LEFT}" y1="{}" x2="{RIGHT}" y2="{}" stroke="currentColor" stroke-opacity="0.45"/>"#,
                    at_left(place),
                    TOP + row * STEP
                );
            }
        }
    }
    for (place, one) in left.iter().enumerate() {
        let y = at_left(place);
        let _ = write!(
            svg,
            r#"<circle cx="{LEFT}" cy="{y}" r="5"/><text x="{}" y="{}" text-anchor="end">{}</text>"#,
            LEFT - 12,
            y + 5,
            escape(&shortened(&one.name))
        );
    }
    let mut told: Option<Sort> = None;
    for (row, thing) in &rows {
        let (y, Some(thing)) = (TOP + row * STEP, thing) else {
            continue;
        };
        if told != Some(thing.0) {
            told = Some(thing.0);
            let _ = write!(
                svg,
                r#"<text x="{}" y="{}" font-weight="bold">{}</text>"#,
                RIGHT + 12,
                y + 5 - STEP,
                escape(&headings(thing.0))
            );
        }
        let _ = write!(
            svg,
            r#"<rect x="{}" y="{}" width="10" height="10"/><text x="{}" y="{}">{}</text>"#,
            RIGHT - 5,
            y - 5,
            RIGHT + 12,
            y + 5,
            escape(&shortened(&thing.1))
        );
    }
    svg.push_str("</svg>");
    svg
}

/// The row of each thing, with a row left free above each sort for its heading.
fn rows_of<'a>(right: &[&'a Thing]) -> Vec<(usize, Option<&'a Thing>)> {
    let mut rows = Vec::new();
    let (mut row, mut before) = (0, None);
    for thing in right {
        if before != Some(thing.0) {
            before = Some(thing.0);
            row += 1;
        }
        rows.push((row, Some(*thing)));
        row += 1;
    }
    rows
}

/// The middle of the places that are true, in thousandths; the end when none is.
fn middle(ties: impl Iterator<Item = bool>) -> usize {
    let places: Vec<usize> = ties
        .enumerate()
        .filter(|(_, is_tied)| *is_tied)
        .map(|(place, _)| place)
        .collect();
    match places.len() {
        0 => usize::MAX,
        count => places.iter().sum::<usize>() * 1000 / count,
    }
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    let kept: String = name.chars().take(LETTERS - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tied(name: &str, things: &[(Sort, &str)]) -> Tied {
        Tied {
            name: name.into(),
            things: things.iter().map(|(sort, name)| (*sort, (*name).to_owned())).collect(),
        }
    }

    #[test]
    fn every_tie_is_a_line_and_what_people_wrote_is_no_markup() {
        let all = [
            tied(
                "<b>Nattvandrarna</b>",
                &[(Sort::Topic, "Vandring"), (Sort::Agreement, "Trygg station")],
            ),
            tied("Scouterna", &[(Sort::Topic, "Vandring")]),
            tied("Ensamma", &[]),
        ];
        let chosen = chosen(&all, MOST);
        assert_eq!(chosen.len(), 2);
        let svg = draw(&chosen, "Två & två", &|sort| format!("{sort:?}"));
        assert_eq!(svg.matches("<line").count(), 3);
        assert!(svg.contains("&lt;b&gt;Nattvandrarna") && svg.contains("<title>Två &amp; två</title>"));
        assert!(!svg.contains("<b>") && !svg.contains("style="));
        assert_eq!(svg, draw(&chosen, "Två & två", &|sort| format!("{sort:?}")));
    }

    proptest! {
        #[test]
        fn the_picture_never_holds_more_than_it_should(ties in prop::collection::vec(prop::collection::vec(0_usize..80, 0..12), 0..90)) {
            let all: Vec<Tied> = ties.iter().enumerate().map(|(at, things)| Tied {
                name: format!("{at}"),
                things: things.iter().map(|thing| (Sort::ALL[thing % 5], thing.to_string())).collect(),
            }).collect();
            let chosen = chosen(&all, MOST);
            let things: BTreeSet<&Thing> = chosen.iter().flat_map(|one| &one.things).collect();
            prop_assert!(chosen.len() + things.len() <= MOST);
            let lines: usize = chosen.iter().map(|one| one.things.len()).sum();
            prop_assert_eq!(draw(&chosen, "x", &|_| String::new()).matches("<line").count(), lines);
        }
    }
}
