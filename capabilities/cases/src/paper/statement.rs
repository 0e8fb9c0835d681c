//! The generated parts of a tjänsteutlåtande: what the dialogue gives the case (template T11). The office's assessment and
//! proposal are its own.

use super::material::Material;
use super::phrases::{cited, genitive};
use super::report::{assigned, came_in, filled, main_results};
use super::{Fresh, INVESTIGATION};
use crate::model::Outcome;
use documents::Block;
use web::Cx;

/// What can be said about each section now.
pub(crate) fn fresh(cx: &Cx, all: &Material) -> Fresh {
    vec![
        ("matter", matter(cx, all)),
        ("background", background(cx, all)),
        (INVESTIGATION, investigation(cx, all)),
        ("children", children(cx, all)),
        ("economy", economy(cx, all)),
        ("papers", papers(cx, all)),
    ]
}

fn matter(cx: &Cx, all: &Material) -> Vec<Block> {
    let mut blocks: Vec<Block> = all
        .assignments
        .iter()
        .map(|one| Block::paragraph(assigned(cx, one)))
        .collect();
    let values = [
        ("title", all.dialogue.title.as_str().into()),
        ("came", came_in(cx, all).into()),
    ];
    blocks.push(Block::paragraph(cx.ta("cases-statement-came", &values)));
    blocks
}

fn background(cx: &Cx, all: &Material) -> Vec<Block> {
    let facts = &all.dialogue.facts;
    let mut blocks: Vec<Block> = all
        .assignments
        .iter()
        .map(|one| Block::paragraph(assigned(cx, one)))
        .collect();
    blocks.extend(documents::prose(&facts.text("background")));
    let purpose = facts.list("purpose");
    if !purpose.is_empty() {
        blocks.push(Block::paragraph(cx.t("cases-statement-purpose")));
        blocks.push(Block::bullets(purpose));
    }
    blocks
}

fn investigation(cx: &Cx, all: &Material) -> Vec<Block> {
    let facts = &all.dialogue.facts;
    let channels: Vec<String> = all
        .channels(cx)
        .into_iter()
        .map(|(name, n)| format!("{name}: {}", cx.number(n)))
        .collect();
    let rows = [
        ("cases-report-level", all.level.clone()),
        ("cases-report-promise", facts.text("promise")),
        ("cases-statement-period", all.period(cx)),
        ("cases-statement-answers", cx.number(all.counts.total)),
        ("cases-statement-channels", channels.join("\n")),
    ];
    let mut blocks = Vec::new();
    blocks.extend(filled(cx, &rows));
    blocks.extend(main_results(cx, all));
    for one in &all.representation {
        blocks.push(Block::paragraph(insights::comparison(cx, one).0));
    }
    blocks.push(Block::paragraph(cx.t("cases-report-self-selected")));
    blocks.extend(not_met(cx, all));
    blocks
}

/// Views that are not met, each with its reason.
fn not_met(cx: &Cx, all: &Material) -> Vec<Block> {
    let lines: Vec<String> = all
        .answers
        .iter()
        .filter(|answer| matches!(answer.outcome(), Outcome::No | Outcome::Outside))
        .map(|answer| format!("{} {}", answer.you_said, answer.reason))
        .collect();
    if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::paragraph(cx.t("cases-statement-not-met")), Block::bullets(lines)]
    }
}

/// The line "Tidplan:" of the dialogue's own section, from its dates.
pub(crate) fn timetable(cx: &Cx, all: &Material) -> String {
    let facts = &all.dialogue.facts;
    let line = |(key, field): (&str, &str)| facts.date(field).map(|day| cx.t1(key, "date", cx.short_date(&day)));
    let parts = [
        ("cases-timetable-decision", "decision-expected-on"),
        ("cases-timetable-feedback", "feedback-on"),
        ("cases-timetable-evaluation", "evaluation-on"),
    ];
    parts.into_iter().filter_map(line).collect::<Vec<_>>().join(" ")
}

/// Even "no consequences" must have its reason (barnkonventionen art. 3), so this is only where the office begins.
fn children(cx: &Cx, all: &Material) -> Vec<Block> {
    let facts = &all.dialogue.facts;
    let mut blocks = Vec::new();
    match facts.text("children-concerned").as_str() {
        "yes" => blocks.push(Block::paragraph(cx.t("cases-statement-children-yes"))),
        "no" => blocks.push(Block::paragraph(cx.t("cases-statement-children-no"))),
        _ => {}
    }
    blocks.extend(documents::prose(&facts.text("children-how")));
    let schools = all
        .counts
        .by_channel
        .iter()
        .find(|(channel, _)| *channel == participation::Channel::School);
    if let Some((_, n)) = schools {
        blocks.push(Block::paragraph(cx.tn("cases-statement-children-schools", *n)));
    }
    blocks
}

fn economy(cx: &Cx, all: &Material) -> Vec<Block> {
    let amounts = all.dialogue.facts.rows("budget");
    let sum: i64 = amounts
        .iter()
        .filter_map(|row| row.get("amount")?.parse::<i64>().ok())
        .sum();
    if sum == 0 {
        Vec::new()
    } else {
        vec![Block::paragraph(cx.t1("cases-statement-cost", "sum", cx.number(sum)))]
    }
}

/// The list "Handlingar i ärendet"; the statement itself is the first.
fn papers(cx: &Cx, all: &Material) -> Vec<Block> {
    let mut list = vec![cx.t1("cases-papers-statement", "title", &all.title)];
    if let Some((version, day)) = all.report {
        let values = [
            ("title", all.dialogue.title.as_str().into()),
            ("version", version.into()),
            ("date", cx.short_date(&day).into()),
        ];
        list.push(cx.ta("cases-papers-report", &values));
    }
    let decided = |one: &crate::model::Assignment| {
        let values = [
            ("body", genitive(&one.body).into()),
            ("cited", cited(cx, one.decided_on, &one.paragraph).into()),
        ];
        cx.ta("cases-papers-decision", &values)
    };
    list.extend(all.assignments.iter().map(decided));
    vec![Block::numbered(list)]
}
