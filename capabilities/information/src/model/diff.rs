//! Two texts side by side: which lines were kept, changed, taken away and added, and which words within a changed line.
//! The longest common subsequence, by the textbook's table; what is too large for the table counts as all changed.

/// The table has at most this many cells for lines, and for the words of a pair of lines.
const LINES_LIMIT: usize = 4_000_000;
const WORDS_LIMIT: usize = 250_000;
/// Kept lines that are shown on each side of a change.
const AROUND: usize = 2;

/// A step from the left text to the right one, with places in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Kept(usize, usize),
    Gone(usize),
    New(usize),
}

/// The steps from left to right: together they hold every place of both once, in order.
pub(crate) fn steps<T: PartialEq>(left: &[T], right: &[T], limit: usize) -> Vec<Step> {
    let start = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let same_end = left[start..].iter().rev().zip(right[start..].iter().rev());
    let end = same_end.take_while(|(a, b)| a == b).count();
    let (left_end, right_end) = (left.len() - end, right.len() - end);
    let mut all: Vec<Step> = (0..start).map(|at| Step::Kept(at, at)).collect();
    let middle = between(&left[start..left_end], &right[start..right_end], limit);
    all.extend(middle.into_iter().map(|step| match step {
        Step::Kept(a, b) => Step::Kept(a + start, b + start),
        Step::Gone(a) => Step::Gone(a + start),
        Step::New(b) => Step::New(b + start),
    }));
    all.extend((0..end).map(|at| Step::Kept(left_end + at, right_end + at)));
    all
}

fn between<T: PartialEq>(left: &[T], right: &[T], limit: usize) -> Vec<Step> {
    let width = right.len() + 1;
    if left.len().saturating_mul(right.len()) > limit {
        let gone = (0..left.len()).map(Step::Gone);
        return gone.chain((0..right.len()).map(Step::New)).collect();
    }
    // longest[a * width + b]: the length of what left[a..] and right[b..] have in common.
    let mut longest = vec![0_u32; (left.len() + 1) * width];
    for a in (0..left.len()).rev() {
        for b in (0..right.len()).rev() {
            longest[a * width + b] = if left[a] == right[b] {
                longest[(a + 1) * width + b + 1] + 1
            } else {
                longest[(a + 1) * width + b].max(longest[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut all) = (0, 0, Vec::new());
    while a < left.len() && b < right.len() {
        if left[a] == right[b] {
            all.push(Step::Kept(a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            all.push(Step::Gone(a));
            a += 1;
        } else {
            all.push(Step::New(b));
            b += 1;
        }
    }
    all.extend((a..left.len()).map(Step::Gone));
    all.extend((b..right.len()).map(Step::New));
    all
}

/// Words of a line that are the same on the other side, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    pub text: String,
    pub changed: bool,
}

/// A row of two texts side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Row {
    /// The same line on both sides.
    Kept(String),
    /// What stands on each side; an empty side has no line.
    Changed { left: Vec<Span>, right: Vec<Span> },
    /// So many kept lines are left out.
    Skipped(usize),
}

/// The rows of two texts. Kept lines far from a change are left out.
pub(crate) fn rows(left: &str, right: &str) -> Vec<Row> {
    let (left, right): (Vec<&str>, Vec<&str>) = (left.lines().collect(), right.lines().collect());
    let mut all = Vec::new();
    let (mut gone, mut new): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for step in steps(&left, &right, LINES_LIMIT) {
        match step {
            Step::Gone(at) => gone.push(left[at]),
            Step::New(at) => new.push(right[at]),
            Step::Kept(at, _) => {
                pair(&mut all, &mut gone, &mut new);
                all.push(Row::Kept(left[at].to_owned()));
            }
        }
    }
    pair(&mut all, &mut gone, &mut new);
    near_changes(all)
}

/// Whether the two texts differ.
pub(crate) fn differ(rows: &[Row]) -> bool {
    rows.iter().any(|row| matches!(row, Row::Changed { .. }))
}

/// Lines taken away stand beside those that came in their place.
fn pair(all: &mut Vec<Row>, gone: &mut Vec<&str>, new: &mut Vec<&str>) {
    // Empty lines only part paragraphs; beside a text they would hide what became of it.
    let full = |lines: &mut Vec<&str>| lines.retain(|line| !line.trim().is_empty());
    if gone.iter().chain(new.iter()).any(|line| !line.trim().is_empty()) {
        full(gone);
        full(new);
    }
    for at in 0..gone.len().max(new.len()) {
        all.push(match (gone.get(at), new.get(at)) {
            (Some(left), Some(right)) => words(left, right),
            (left, right) => Row::Changed {
                left: left.map(|line| whole(line)).unwrap_or_default(),
                right: right.map(|line| whole(line)).unwrap_or_default(),
            },
        });
    }
    gone.clear();
    new.clear();
}

fn whole(line: &str) -> Vec<Span> {
    vec![Span {
        text: line.to_owned(),
        changed: true,
    }]
}

/// Two lines with the words that differ.
fn words(left: &str, right: &str) -> Row {
    let (a, b): (Vec<&str>, Vec<&str>) = (
        left.split_inclusive(' ').collect(),
        right.split_inclusive(' ').collect(),
    );
    let (mut on_left, mut on_right) = (Vec::new(), Vec::new());
    for step in steps(&a, &b, WORDS_LIMIT) {
        match step {
            Step::Kept(at, there) => {
                add(&mut on_left, a[at], false);
                add(&mut on_right, b[there], false);
            }
            Step::Gone(at) => add(&mut on_left, a[at], true),
            Step::New(at) => add(&mut on_right, b[at], true),
        }
    }
    Row::Changed {
        left: on_left,
        right: on_right,
    }
}

fn add(spans: &mut Vec<Span>, word: &str, changed: bool) {
    match spans.last_mut().filter(|last| last.changed == changed) {
        Some(last) => last.text.push_str(word),
        None => spans.push(Span {
            text: word.to_owned(),
            changed,
        }),
    }
}

fn near_changes(rows: Vec<Row>) -> Vec<Row> {
    let changed: Vec<usize> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| matches!(row, Row::Changed { .. }))
        .map(|(at, _)| at)
        .collect();
    let is_near = |at: usize| {
        let next = changed.partition_point(|one| *one < at);
        let before = next.checked_sub(1).and_then(|place| changed.get(place));
        let within = |one: &usize| one.abs_diff(at) <= AROUND;
        before.is_some_and(within) || changed.get(next).is_some_and(within)
    };
    let mut shown = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        match (is_near(at), shown.last_mut()) {
            (true, _) => shown.push(row),
            (false, Some(Row::Skipped(count))) => *count += 1,
            (false, _) => shown.push(Row::Skipped(1)),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kept(all: &[Step]) -> usize {
        all.iter().filter(|step| matches!(step, Step::Kept(..))).count()
    }

    /// The length of the longest common subsequence, the slow way.
    fn longest(left: &[u8], right: &[u8]) -> usize {
        match (left.split_first(), right.split_first()) {
            (Some((a, left)), Some((b, right))) if a == b => 1 + longest(left, right),
            (Some((_, less)), Some((_, fewer))) => longest(less, right).max(longest(left, fewer)),
            _ => 0,
        }
    }

    proptest! {
        #[test]
        fn from_the_steps_both_texts_can_be_written(left in "[abc\n ]{0,40}", right in "[abc\n ]{0,40}", limit in 0usize..2_000) {
            let (a, b): (Vec<&str>, Vec<&str>) = (left.lines().collect(), right.lines().collect());
            let (mut on_left, mut on_right) = (Vec::new(), Vec::new());
            for step in steps(&a, &b, limit) {
                match step {
                    Step::Kept(at, there) => {
                        prop_assert_eq!(a[at], b[there]);
                        on_left.push(a[at]);
                        on_right.push(b[there]);
                    }
                    Step::Gone(at) => on_left.push(a[at]),
                    Step::New(at) => on_right.push(b[at]),
                }
            }
            prop_assert_eq!(on_left, a);
            prop_assert_eq!(on_right, b);
        }

        #[test]
        fn as_much_is_kept_as_can_be(left in "[abc]{0,9}", right in "[abc]{0,9}") {
            let all = steps(left.as_bytes(), right.as_bytes(), LINES_LIMIT);
            prop_assert_eq!(kept(&all), longest(left.as_bytes(), right.as_bytes()));
        }

        #[test]
        fn rows_tell_a_difference_when_there_is_one(left in "[ab\n]{0,20}", right in "[ab\n]{0,20}") {
            let same = left.lines().eq(right.lines());
            prop_assert_eq!(differ(&rows(&left, &right)), !same);
        }
    }

    #[test]
    fn a_changed_line_tells_which_words() {
        let shown = rows(
            "Ett\n\nVi svarar snart igen.\n\nTre",
            "Ett\n\nVi svarar i maj igen.\n\nTre",
        );
        let span = |text: &str, changed| Span {
            text: text.into(),
            changed,
        };
        let changed = Row::Changed {
            left: vec![span("Vi svarar ", false), span("snart ", true), span("igen.", false)],
            right: vec![span("Vi svarar ", false), span("i maj ", true), span("igen.", false)],
        };
        assert!(shown.contains(&changed), "{shown:?}");
    }

    #[test]
    fn kept_lines_far_from_a_change_are_left_out() {
        let text: String = (0..20).map(|number| format!("rad {number}\n")).collect();
        let shown = rows(&text, &text.replace("rad 10\n", "annat\n"));
        assert_eq!(shown.first(), Some(&Row::Skipped(8)));
        assert_eq!(shown.last(), Some(&Row::Skipped(7)));
        assert_eq!(shown.len(), 7);
    }
}
