//! Results in words and pictures, the same on the desk, on the public page and in the report: the finding first, then
//! the figure, always with its base.

use chart::{Bar, Bars, Comparison, Group, Order, Scale};
use participation::model::definition::Wording;
use stats::representation::Finding;
use stats::{Cell, Proportion};
use web::{Cx, Lang};

use crate::model::results::{QuestionResult, RankedRow, Row, RowLabel, Summary};
use crate::reading::{Compared, Themes};

/// A question's result, ready for a page or a document.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Unique among the figures of a dialogue; fit for an element's id.
    pub id: String,
    /// The question.
    pub heading: String,
    /// "single", "scale", "long-text" …
    pub kind: &'static str,
    pub background: bool,
    /// One sentence with the main result.
    pub finding: String,
    /// "n = 120: så många fick frågan. 110 svarade."
    pub base: String,
    pub bars: Option<Bars>,
    pub ranking: Vec<RankingLine>,
    /// What was left out and why; empty when nothing was.
    pub hidden: String,
}

/// A line of a ranking, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct RankingLine {
    pub label: String,
    pub position: String,
    pub first: String,
    pub n: String,
}

/// The figures of all questions of a dialogue.
pub fn figures(cx: &Cx, results: &[QuestionResult]) -> Vec<Figure> {
    results
        .iter()
        .enumerate()
        .map(|(place, result)| figure(cx, result, place))
        .collect()
}

fn figure(cx: &Cx, result: &QuestionResult, place: usize) -> Figure {
    let numbers = [
        ("asked", number(cx, result.asked)),
        ("answered", number(cx, result.answered)),
    ];
    let ranking = match &result.summary {
        Summary::Ranking(rows) => rows.iter().map(|row| ranking_line(cx, row)).collect(),
        _ => Vec::new(),
    };
    Figure {
        id: format!("fraga-{}", place + 1),
        heading: said(cx, &result.label),
        kind: result.kind,
        background: result.background,
        finding: finding(cx, result),
        base: with(cx, "insights-base", &numbers),
        bars: bars(cx, result),
        ranking,
        hidden: if result.summary.hides() {
            cx.t("insights-hidden")
        } else {
            String::new()
        },
    }
}

/// The result of a question in one sentence.
pub fn finding(cx: &Cx, result: &QuestionResult) -> String {
    if result.answered == 0 {
        return cx.t("insights-finding-none");
    }
    match &result.summary {
        Summary::Choices { .. } | Summary::Places(_) | Summary::Dates(_) => leading(cx, result),
        Summary::Scale {
            rows, n, median, mean, ..
        } => {
            let steps = rows.iter().filter(|row| matches!(row.label, RowLabel::Step(_))).count();
            middle(
                cx,
                "insights-finding-scale",
                *median,
                *mean,
                &[("n", number(cx, *n)), ("steps", steps.to_string())],
            )
        }
        Summary::Numbers { unit, n, median, mean } => middle(
            cx,
            "insights-finding-number",
            *median,
            *mean,
            &[("n", number(cx, *n)), ("unit", said(cx, unit))],
        ),
        Summary::Ranking(rows) => match rows.first().and_then(|row| Some((row, row.mean_position?))) {
            Some((row, position)) => with(
                cx,
                "insights-finding-ranking",
                &[
                    ("label", said(cx, &row.label)),
                    ("position", decimal(cx, position)),
                    ("n", number(cx, row.n)),
                ],
            ),
            None => cx.t("insights-finding-few"),
        },
        Summary::Text { wrote } => cx.tn("insights-finding-text", *wrote),
    }
}

/// The commonest answer, or that there is none.
fn leading(cx: &Cx, result: &QuestionResult) -> String {
    let Some((row, share)) = result.summary.leading().and_then(|row| Some((row, result.share(row)?))) else {
        let nothing_shown = result
            .summary
            .rows()
            .iter()
            .all(|row| matches!(row.count, Cell::Hidden | Cell::Shown(0)));
        return cx.t(if nothing_shown {
            "insights-finding-few"
        } else {
            "insights-finding-even"
        });
    };
    with(
        cx,
        "insights-finding-leading",
        &[
            ("label", row_label(cx, row)),
            ("share", percent(cx, share)),
            ("count", number(cx, share.count)),
            ("n", number(cx, share.n)),
        ],
    )
}

/// Median and, where it may be told, mean.
fn middle(cx: &Cx, key: &str, median: Option<f64>, mean: Option<f64>, more: &[(&str, String)]) -> String {
    let Some(median) = median else {
        return cx.t("insights-finding-few");
    };
    let mut values = more.to_vec();
    values.push(("median", decimal(cx, median)));
    let mut sentence = with(cx, key, &values);
    if let Some(mean) = mean {
        sentence.push(' ');
        sentence.push_str(&cx.t1("insights-finding-mean", "mean", decimal(cx, mean)));
    }
    sentence
}

fn bars(cx: &Cx, result: &QuestionResult) -> Option<Bars> {
    let rows = result.summary.rows();
    if rows.is_empty() {
        return None;
    }
    let bar = |row: &Row| Bar {
        label: row_label(cx, row),
        count: row.count.count().map(signed),
    };
    let order = if result.summary.is_ordered() {
        Order::AsGiven
    } else {
        Order::BySize
    };
    Some(Bars::new(
        rows.iter().map(bar).collect(),
        signed(result.asked),
        order,
        Scale::Base,
    ))
}

/// Themes as bars, the largest first; the base is the passages that were given a theme.
pub fn theme_bars(cx: &Cx, themes: &Themes) -> (String, Bars) {
    let leading = themes.leading();
    let bar = |one: &&crate::ThemeCount| Bar {
        label: one.theme.name.clone(),
        count: Some(one.n),
    };
    let bars = Bars::new(
        leading.iter().map(bar).collect(),
        themes.progress.coded,
        Order::BySize,
        Scale::Base,
    );
    let finding = match leading.first().filter(|first| first.n > 0) {
        Some(first) => with(
            cx,
            "insights-finding-themes",
            &[
                ("label", first.theme.name.clone()),
                ("share", cx.percent(first.n, themes.progress.coded)),
                ("count", cx.number(first.n)),
                ("n", cx.number(themes.progress.coded)),
            ],
        ),
        None => cx.t("insights-finding-no-themes"),
    };
    (finding, bars)
}

/// Participants beside the population: the sentence and the picture.
pub fn comparison(cx: &Cx, compared: &Compared) -> (String, Comparison) {
    let group = |one: &crate::ComparedGroup| Group {
        label: said(cx, &one.label),
        count: one.figures.participants.count().map(signed),
        reference: signed(one.figures.population),
    };
    let chart = Comparison::new(compared.groups.iter().map(group).collect(), signed(compared.n));
    let named = |finding: Finding| -> String {
        let groups = compared.groups.iter().filter(|one| one.figures.finding == finding);
        groups.map(|one| said(cx, &one.label)).collect::<Vec<_>>().join(", ")
    };
    let parts = [
        ("insights-representation-missing", Finding::Missing),
        ("insights-representation-under", Finding::Under),
        ("insights-representation-over", Finding::Over),
    ];
    let mut sentences: Vec<String> = parts
        .into_iter()
        .map(|(key, finding)| (key, named(finding)))
        .filter(|(_, groups)| !groups.is_empty())
        .map(|(key, groups)| cx.t1(key, "groups", groups))
        .collect();
    if compared.n == 0 {
        sentences = vec![cx.t("insights-finding-none")];
    } else if sentences.is_empty() {
        sentences.push(cx.t("insights-representation-alike"));
    }
    sentences.push(cx.t1("insights-representation-base", "n", number(cx, compared.n)));
    (sentences.join(" "), chart)
}

/// Who is missing, with how many more of them would do: "16–24 år (8 till)". Empty when nobody is.
pub fn missing(cx: &Cx, compared: &Compared) -> String {
    let group = |(label, lacking): &(Wording, u64)| {
        cx.t2(
            "insights-representation-lacking",
            ("group", &said(cx, label)),
            ("n", &number(cx, *lacking)),
        )
    };
    let groups: Vec<String> = compared.missing.iter().map(group).collect();
    if groups.is_empty() {
        return String::new();
    }
    cx.t1("insights-representation-lacking-all", "groups", groups.join(", "))
}

/// What stands beside a group in the table of [`comparison`].
pub fn finding_label(finding: Finding) -> &'static str {
    match finding {
        Finding::Over => "insights-group-over",
        Finding::Under => "insights-group-under",
        Finding::AsExpected => "insights-group-expected",
        Finding::Missing => "insights-group-missing",
        Finding::TooFew => "insights-group-few",
    }
}

/// "−4,2" percentage points.
pub fn points(cx: &Cx, value: f64) -> String {
    let sign = if value.abs() < 0.05 {
        "±"
    } else if value < 0.0 {
        "−"
    } else {
        "+"
    };
    format!("{sign}{}", decimal(cx, value.abs()))
}

fn ranking_line(cx: &Cx, row: &RankedRow) -> RankingLine {
    let few = || cx.t("web-few");
    RankingLine {
        label: said(cx, &row.label),
        position: row.mean_position.map_or_else(few, |position| decimal(cx, position)),
        first: row.first.map_or_else(few, |first| number(cx, first)),
        n: if row.mean_position.is_some() {
            number(cx, row.n)
        } else {
            few()
        },
    }
}

/// What a row is called in the reader's language.
pub fn row_label(cx: &Cx, row: &Row) -> String {
    match &row.label {
        RowLabel::Words(wording) => said(cx, wording),
        RowLabel::Step(step) => step.to_string(),
        RowLabel::Month(year, month) => month_name(cx, *year, *month),
        RowLabel::Unsure => cx.t("insights-row-unsure"),
        RowLabel::Declined => cx.t("insights-row-declined"),
        RowLabel::OwnWords => cx.t("insights-row-own-words"),
    }
}

/// "mars 2026": a short date without its day, which a hard space parts from the month.
fn month_name(cx: &Cx, year: i16, month: i8) -> String {
    let Ok(first) = jiff::civil::Date::new(year, month, 1) else {
        return year.to_string();
    };
    let whole = cx.short_date(&first);
    whole
        .split_once('\u{a0}')
        .map_or(whole.clone(), |(_, rest)| rest.to_owned())
}

pub(crate) fn said(cx: &Cx, wording: &Wording) -> String {
    wording.said(cx.lang.code()).to_owned()
}

/// One decimal at most, with the language's own sign.
pub(crate) fn decimal(cx: &Cx, value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if cx.lang == Lang::Sv {
        text.replace('.', ",")
    } else {
        text.to_owned()
    }
}

fn number(cx: &Cx, value: u64) -> String {
    cx.number(signed(value))
}

fn percent(cx: &Cx, share: Proportion) -> String {
    cx.percent(signed(share.count), signed(share.n))
}

fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn with(cx: &Cx, key: &str, values: &[(&str, String)]) -> String {
    let values: Vec<_> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str().into()))
        .collect();
    cx.ta(key, &values)
}
