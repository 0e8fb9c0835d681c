//! Results as blocks of a document: the finding first, then the numbers with their base.

use chart::Bars;
use documents::{Block, Column, Figure, Table};
use web::Cx;

/// A question's result under a heading of that level.
pub(crate) fn question(cx: &Cx, figure: &insights::Figure, level: u8) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(level, &figure.heading),
        Block::paragraph(&figure.finding),
    ];
    if let Some(bars) = &figure.bars {
        blocks.push(Block::Table(bar_table(cx, bars, &figure.base)));
    } else if !figure.ranking.is_empty() {
        blocks.push(ranking(cx, figure));
    } else {
        blocks.push(Block::paragraph(&figure.base));
    }
    if !figure.hidden.is_empty() {
        blocks.push(Block::paragraph(&figure.hidden));
    }
    blocks
}

/// The bars as a table with counts and shares; the caption says the base.
pub(crate) fn bar_table(cx: &Cx, bars: &Bars, caption: &str) -> Table {
    let row = |row: &chart::BarRow| match row.count {
        Some(count) => vec![row.label.clone(), cx.number(count), cx.percent(count, row.base)],
        None => vec![row.label.clone(), cx.t("web-few"), "–".to_owned()],
    };
    Table {
        caption: caption.to_owned(),
        columns: vec![
            Column::text(cx.t("web-table-choice")),
            Column::number(cx.t("web-table-count")),
            Column::number(cx.t("web-table-share")),
        ],
        header_column: true,
        rows: bars.rows.iter().map(row).collect(),
    }
}

/// The bars as a picture; `finding` is its caption, and its rows in words its alternative text.
pub(crate) fn picture(cx: &Cx, bars: &Bars, finding: &str) -> Block {
    let number = |row: &chart::BarRow| match row.count {
        Some(count) => format!("{} ({})", cx.percent(count, row.base), cx.number(count)),
        None => cx.t("web-few"),
    };
    let rows: Vec<String> = bars
        .rows
        .iter()
        .map(|row| format!("{}: {}", row.label, number(row)))
        .collect();
    Block::Figure(Figure {
        svg: bars.picture(finding, number),
        alt: rows.join("; "),
        caption: finding.to_owned(),
    })
}

fn ranking(cx: &Cx, figure: &insights::Figure) -> Block {
    let rows = figure.ranking.iter().map(|row| {
        vec![
            row.label.clone(),
            row.position.clone(),
            row.first.clone(),
            row.n.clone(),
        ]
    });
    Block::Table(Table {
        caption: figure.base.clone(),
        columns: vec![
            Column::text(cx.t("web-table-choice")),
            Column::number(cx.t("cases-table-position")),
            Column::number(cx.t("cases-table-first")),
            Column::number(cx.t("web-table-base")),
        ],
        header_column: true,
        rows: rows.collect(),
    })
}

/// Who took part by one background question, beside the population.
pub(crate) fn compared(cx: &Cx, one: &insights::Compared, level: u8) -> Vec<Block> {
    let (finding, chart) = insights::comparison(cx, one);
    let row = |row: &chart::ComparisonRow| {
        let theirs = cx.percent(row.reference, row.reference_base);
        match row.count {
            Some(count) => vec![row.label.clone(), cx.number(count), cx.percent(count, row.base), theirs],
            None => vec![row.label.clone(), cx.t("web-few"), "–".to_owned(), theirs],
        }
    };
    let source = cx.t1("cases-population-source", "source", &one.source);
    vec![
        Block::heading(level, one.label.said(cx.lang.code())),
        Block::paragraph(finding),
        Block::Table(Table {
            caption: source,
            columns: vec![
                Column::text(cx.t("web-table-group")),
                Column::number(cx.t("web-table-count")),
                Column::number(cx.t("web-comparison-ours")),
                Column::number(cx.t("web-comparison-theirs")),
            ],
            header_column: true,
            rows: chart.rows.iter().map(row).collect(),
        }),
    ]
}
