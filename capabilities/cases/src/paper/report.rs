//! The generated parts of a dialogue report (template T10): one function a section, each from what the house knows.

use super::material::Material;
use super::phrases::cited;
use super::{Fresh, figures};
use documents::{Block, Column, Table};
use web::Cx;

/// What can be said about each section now. Sections that only a person can write are not here.
pub(crate) fn fresh(cx: &Cx, all: &Material) -> Fresh {
    vec![
        ("summary", summary(cx, all)),
        ("assignment", assignment(cx, all)),
        ("scope", scope(cx, all)),
        ("account", account(cx, all)),
        ("participants", participants(cx, all)),
        ("themes", themes(cx, all)),
        ("outside", outside(cx, all)),
        ("next", next(cx, all)),
        ("method", method(cx, all)),
        ("annex-questions", questions(cx, all)),
        ("annex-code-plan", code_plan(cx, all)),
    ]
}

/// Themes named in a summary.
const NAMED: usize = 5;

fn summary(cx: &Cx, all: &Material) -> Vec<Block> {
    let facts = &all.dialogue.facts;
    let mut blocks = Vec::new();
    if facts.has("question") {
        blocks.push(Block::paragraph(cx.t1(
            "cases-report-question",
            "question",
            facts.text("question"),
        )));
    }
    blocks.push(Block::paragraph(came_in(cx, all)));
    blocks.extend(main_results(cx, all));
    blocks
}

/// "312 svar kom in 2–31 mars 2026."
pub(crate) fn came_in(cx: &Cx, all: &Material) -> String {
    let period = all.period(cx);
    let values = [
        ("n", all.counts.total.into()),
        ("text", cx.number(all.counts.total).into()),
        ("period", period.clone().into()),
    ];
    cx.ta(
        if period.is_empty() {
            "cases-report-came-in-undated"
        } else {
            "cases-report-came-in"
        },
        &values,
    )
}

/// The largest themes as a list with their counts and base.
pub(crate) fn main_results(cx: &Cx, all: &Material) -> Vec<Block> {
    let leading = all.leading();
    if leading.is_empty() {
        return Vec::new();
    }
    let base = all.themes.progress.coded;
    let line = |one: &&insights::ThemeCount| {
        let values = [
            ("theme", one.theme.name.as_str().into()),
            ("count", cx.number(one.n).into()),
            ("share", cx.percent(one.n, base).into()),
        ];
        cx.ta("cases-report-theme-line", &values)
    };
    vec![
        Block::paragraph(cx.tn("cases-report-themes-lead", base)),
        Block::bullets(leading.iter().take(NAMED).map(line)),
    ]
}

fn assignment(cx: &Cx, all: &Material) -> Vec<Block> {
    let facts = &all.dialogue.facts;
    let mut blocks: Vec<Block> = all
        .assignments
        .iter()
        .map(|one| Block::paragraph(assigned(cx, one)))
        .collect();
    blocks.extend(documents::prose(&facts.text("mandate")));
    let rows = [
        ("cases-report-purpose", facts.list("purpose").join("\n")),
        ("cases-report-level", all.level.clone()),
        ("cases-report-promise", facts.text("promise")),
        ("cases-report-used", facts.text("how-results-are-used")),
        ("cases-report-decider", facts.text("deciding-body")),
    ];
    blocks.extend(filled(cx, &rows));
    blocks
}

/// "Kommunstyrelsen beslutade den 22 april 2024 (§ 69) om uppdraget: …"
pub(crate) fn assigned(cx: &Cx, one: &crate::model::Assignment) -> String {
    let cited = cited(cx, one.decided_on, &one.paragraph);
    let key = if one.responsible.is_empty() {
        "cases-report-assigned"
    } else {
        "cases-report-assigned-to"
    };
    let values = [
        ("body", one.body.as_str().into()),
        ("office", one.responsible.as_str().into()),
        ("cited", cited.into()),
        ("wording", one.wording.as_str().into()),
    ];
    cx.ta(key, &values)
}

/// Facts with a value, as labels and values.
pub(crate) fn filled(cx: &Cx, rows: &[(&str, String)]) -> Option<Block> {
    let rows: Vec<(String, String)> = rows
        .iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(key, value)| (cx.t(key), value.clone()))
        .collect();
    (!rows.is_empty()).then_some(Block::Facts { rows })
}

fn scope(cx: &Cx, all: &Material) -> Vec<Block> {
    let facts = &all.dialogue.facts;
    let mut blocks = Vec::new();
    let open = facts.list("can-influence");
    if !open.is_empty() {
        blocks.push(Block::heading(2, cx.t("cases-report-can")));
        blocks.push(Block::bullets(open));
    }
    let closed = facts.rows("cannot-influence");
    if !closed.is_empty() {
        blocks.push(Block::heading(2, cx.t("cases-report-cannot")));
        let columns = [("part", "cases-table-part"), ("reason", "cases-table-reason")];
        blocks.push(Block::Table(rows_table(
            cx,
            cx.t("cases-report-cannot-caption"),
            &columns,
            &closed,
        )));
    }
    blocks
}

fn rows_table(cx: &Cx, caption: String, columns: &[(&str, &str)], rows: &[method::Row]) -> Table {
    let cells = |row: &method::Row| {
        columns
            .iter()
            .map(|(key, _)| row.get(*key).cloned().unwrap_or_default())
            .collect()
    };
    Table {
        caption,
        columns: columns.iter().map(|(_, title)| Column::text(cx.t(title))).collect(),
        header_column: true,
        rows: rows.iter().map(cells).collect(),
    }
}

fn account(cx: &Cx, all: &Material) -> Vec<Block> {
    let facts = &all.dialogue.facts;
    let mut blocks = documents::prose(&facts.text("process-account"));
    let methods = facts.list("methods");
    if !methods.is_empty() {
        blocks.push(Block::heading(2, cx.t("cases-report-methods")));
        blocks.push(Block::bullets(methods));
    }
    if !all.activities.is_empty() {
        let row = |one: &super::material::Asked| {
            let period = match (
                one.activity.opens_on.or(all.dialogue.opens_on),
                one.activity.closes_on.or(all.dialogue.closes_on),
            ) {
                (Some(from), Some(to)) => cx.period(&from, &to),
                _ => String::new(),
            };
            vec![one.activity.title(cx.lang.code()).to_owned(), period, cx.number(one.n)]
        };
        blocks.push(Block::Table(Table {
            caption: cx.t("cases-report-activities"),
            columns: vec![
                Column::text(cx.t("cases-table-activity")),
                Column::text(cx.t("web-table-period")),
                Column::number(cx.t("cases-table-answers")),
            ],
            header_column: true,
            rows: all.activities.iter().map(row).collect(),
        }));
    }
    blocks
}

fn participants(cx: &Cx, all: &Material) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph(came_in(cx, all))];
    let total = all.counts.total;
    if total > 0 {
        let row = |(channel, n): (String, i64)| vec![channel, cx.number(n), cx.percent(n, total)];
        blocks.push(Block::Table(Table {
            caption: cx.tn("cases-report-channels", total),
            columns: vec![
                Column::text(cx.t("cases-table-channel")),
                Column::number(cx.t("web-table-count")),
                Column::number(cx.t("web-table-share")),
            ],
            header_column: true,
            rows: all.channels(cx).into_iter().map(row).collect(),
        }));
    }
    for one in &all.representation {
        blocks.extend(figures::compared(cx, one, 2));
    }
    let compared =
        |question: &insights::QuestionResult| all.representation.iter().any(|one| one.question == question.key);
    let others: Vec<_> = all
        .results
        .iter()
        .filter(|one| one.background && !compared(one))
        .cloned()
        .collect();
    blocks.extend(
        insights::figures(cx, &others)
            .iter()
            .flat_map(|figure| figures::question(cx, figure, 2)),
    );
    blocks.push(Block::note(cx.t("cases-report-self-selected")));
    blocks
}

fn themes(cx: &Cx, all: &Material) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !all.leading().is_empty() {
        let (finding, bars) = insights::theme_bars(cx, &all.themes);
        blocks.push(Block::paragraph(
            cx.tn("cases-report-themes-base", all.themes.progress.coded),
        ));
        blocks.push(figures::picture(cx, &bars, &finding));
        for one in all.leading() {
            blocks.extend(theme(cx, all, one));
        }
    }
    let open: Vec<_> = all.results.iter().filter(|one| !one.background).cloned().collect();
    let asked: Vec<_> = insights::figures(cx, &open)
        .into_iter()
        .filter(|one| one.bars.is_some() || !one.ranking.is_empty())
        .collect();
    if !asked.is_empty() {
        blocks.push(Block::heading(2, cx.t("cases-report-questions")));
        blocks.extend(asked.iter().flat_map(|figure| figures::question(cx, figure, 3)));
    }
    blocks
}

fn theme(cx: &Cx, all: &Material, one: &insights::ThemeCount) -> Vec<Block> {
    let base = all.themes.progress.coded;
    let values = [
        ("count", cx.number(one.n).into()),
        ("base", cx.number(base).into()),
        ("share", cx.percent(one.n, base).into()),
    ];
    let mut blocks = vec![
        Block::heading(2, &one.theme.name),
        Block::paragraph(cx.ta("cases-report-theme-count", &values)),
    ];
    blocks.extend(documents::prose(&one.theme.definition));
    let parts: Vec<String> = all
        .themes
        .themes
        .iter()
        .filter(|part| part.theme.parent_id == Some(one.theme.id) && part.n > 0)
        .map(|part| format!("{} ({})", part.theme.name, cx.number(part.n)))
        .collect();
    if !parts.is_empty() {
        blocks.push(Block::paragraph(cx.t("cases-report-parts")));
        blocks.push(Block::bullets(parts));
    }
    for quote in all.quotes.get(&one.theme.id).into_iter().flatten() {
        let source =
            participation::Channel::named(&quote.channel).map(|channel| cx.t(participation::channel_label(channel)));
        let language = (quote.language != cx.lang.code() && !quote.language.is_empty()).then(|| quote.language.clone());
        blocks.push(Block::Quote {
            text: quote.text.clone(),
            source: source.unwrap_or_default(),
            language,
        });
    }
    blocks
}

fn outside(cx: &Cx, all: &Material) -> Vec<Block> {
    let rows = all.dialogue.facts.rows("outside-questions");
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [("question", "cases-table-question"), ("sent-to", "cases-table-sent-to")];
    vec![Block::Table(rows_table(
        cx,
        cx.t("cases-report-outside-caption"),
        &columns,
        &rows,
    ))]
}

fn next(cx: &Cx, all: &Material) -> Vec<Block> {
    let facts = &all.dialogue.facts;
    let mut blocks = documents::prose(&facts.text("next-steps"));
    for one in &all.decisions {
        let values = [
            ("body", one.body.as_str().into()),
            ("cited", cited(cx, one.decided_on, &one.paragraph).into()),
            ("wording", one.wording.as_str().into()),
        ];
        blocks.push(Block::paragraph(cx.ta("cases-report-decided", &values)));
    }
    let day = |key: &str| facts.date(key).map(|day| cx.short_date(&day)).unwrap_or_default();
    let rows = [
        ("cases-report-decider", facts.text("deciding-body")),
        ("cases-report-decision-on", day("decision-expected-on")),
        ("cases-report-feedback-on", day("feedback-on")),
        ("cases-report-feedback-owner", facts.text("feedback-owner")),
    ];
    blocks.extend(filled(cx, &rows));
    blocks
}

fn method(cx: &Cx, all: &Material) -> Vec<Block> {
    let progress = &all.themes.progress;
    let mut blocks = documents::prose(&all.dialogue.facts.text("method-reflection"));
    blocks.push(Block::paragraph(cx.t("cases-report-self-selected")));
    if progress.base > 0 {
        let numbers = [
            ("base", progress.base),
            ("coded", progress.coded),
            ("without", progress.without_theme),
        ];
        let values: Vec<_> = numbers.iter().map(|(name, n)| (*name, cx.number(*n).into())).collect();
        blocks.push(Block::paragraph(cx.ta("cases-report-reading", &values)));
    }
    blocks.push(Block::paragraph(cx.tn("cases-report-small-cells", 5)));
    blocks
}

fn questions(cx: &Cx, all: &Material) -> Vec<Block> {
    let lang = cx.lang.code();
    let mut blocks = Vec::new();
    for asked in &all.activities {
        let Some(definition) = &asked.definition else { continue };
        blocks.push(Block::heading(2, asked.activity.title(lang)));
        let line = |question: &participation::model::definition::Question| {
            let options: Vec<&str> = question
                .choices()
                .iter()
                .map(|choice| choice.label.said(lang))
                .collect();
            let options = if options.is_empty() {
                String::new()
            } else {
                format!("\n{}", options.join(" · "))
            };
            format!("{}{options}", question.label.said(lang))
        };
        blocks.push(Block::numbered(
            definition.in_order().filter(|question| question.asks()).map(line),
        ));
    }
    blocks
}

fn code_plan(cx: &Cx, all: &Material) -> Vec<Block> {
    if all.themes.themes.is_empty() {
        return Vec::new();
    }
    let row = |one: &insights::ThemeCount| {
        let theme = &one.theme;
        vec![
            theme.name.clone(),
            theme.definition.clone(),
            theme.counts_in.clone(),
            theme.counts_out.clone(),
        ]
    };
    let columns = [
        "cases-table-theme",
        "cases-table-definition",
        "cases-table-counts-in",
        "cases-table-counts-out",
    ];
    vec![Block::Table(Table {
        caption: cx.t("cases-report-code-plan"),
        columns: columns.iter().map(|key| Column::text(cx.t(key))).collect(),
        header_column: true,
        rows: all.themes.themes.iter().map(row).collect(),
    })]
}
