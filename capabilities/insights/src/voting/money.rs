//! What a vote over money decided: each project with its votes, where they may be told, and why it got money or not.

use askama::Template;
use db::Conn;
use participation::count::{self, BudgetCount, CountedProject};
use participation::model::definition::Definition;
use stats::suppression::suppress_each;
use web::{Cx, Fault};

use super::{currency, signed};
use crate::reading::Asked;
use crate::words::said;

#[derive(Template)]
#[template(path = "insights/budget.html")]
struct BudgetPart {
    cx: Cx,
    id: String,
    current: String,
    base: String,
    finding: String,
    rule: Vec<String>,
    rows: Vec<ProjectRow>,
    notes: Vec<String>,
}

struct ProjectRow {
    name: String,
    cost: String,
    votes: String,
    selected: bool,
    why: String,
}

pub(super) async fn of_budget(cx: &Cx, conn: &mut Conn, one: &Asked) -> Result<String, Fault> {
    let counted = count::budget_count(conn, one.activity.id).await?;
    let (counted, current) = match counted {
        Some((counted, computed)) => (counted, currency(cx, &computed)),
        None => (BudgetCount::default(), cx.t("insights-voting-none")),
    };
    let newest: Option<&Definition> = one.versions.last();
    let name = |key: &str| {
        let choice = newest
            .and_then(|d| d.question(participation::kinds::BALLOT))
            .and_then(|q| q.choice(key));
        choice.map_or_else(|| key.to_owned(), |choice| said(cx, &choice.label))
    };
    let votes: Vec<u64> = counted.projects.iter().map(|project| project.votes).collect();
    let shown = suppress_each(&votes, counted.ballots);
    let mut rows: Vec<(u64, ProjectRow)> = (counted.projects.iter().zip(shown))
        .map(|(project, votes)| {
            let votes = votes.count();
            let row = ProjectRow {
                name: name(&project.key),
                cost: cx.number(project.cost),
                votes: votes.map_or_else(|| cx.t("web-few"), |votes| cx.number(signed(votes))),
                selected: project.selected,
                why: why(cx, project, votes.is_some(), counted.undecided),
            };
            (project.place.unwrap_or(u64::MAX), row)
        })
        .collect();
    // In the order in which the rule took them, then as listed.
    rows.sort_by_key(|(place, _)| *place);
    let winners = counted.projects.iter().filter(|project| project.selected).count();
    let part = BudgetPart {
        id: format!("budget-{}", one.activity.id),
        base: cx.tn("insights-budget-base", signed(counted.ballots)),
        finding: cx.ta(
            "insights-budget-finding",
            &[
                ("winners", signed(winners as u64).into()),
                ("projects", signed(counted.projects.len() as u64).into()),
                ("cost", cx.number(counted.cost).into()),
                ("total", cx.number(counted.total).into()),
            ],
        ),
        rule: vec![cx.t(counted.rule.told()), cx.t("participation-rule-ties")],
        notes: budget_notes(cx, &counted, name),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        current,
        cx: cx.clone(),
    };
    part.render().map_err(Fault::internal)
}

/// Why a project got money or not, and how much more support would have been enough.
fn why(cx: &Cx, project: &CountedProject, is_shown: bool, undecided: bool) -> String {
    if undecided {
        return String::new();
    }
    let place = project.place.unwrap_or_default().to_string();
    let first = match project.reason.as_str() {
        "ranked" => cx.t1("insights-budget-why-ranked", "place", place),
        "completed" => cx.t1("insights-budget-why-completed", "place", place),
        "free" | "earned" | "bought" => cx.t1("insights-budget-why-bought", "place", place),
        "no-support" => return cx.t("insights-budget-why-no-support"),
        "above-budget" => return cx.t("insights-budget-why-above"),
        "did-not-fit" => cx.t1(
            "insights-budget-why-short",
            "short",
            cx.number(project.short.unwrap_or_default()),
        ),
        "too-little-money" => cx.t("insights-budget-why-too-little"),
        _ => cx.t("insights-budget-why-too-late"),
    };
    let further = match (project.selected, is_shown, project.lacking) {
        // What was lacking would tell how few there were.
        (true, _, _) | (_, false, _) => String::new(),
        (_, _, Some(lacking)) => cx.tn("insights-budget-lacking", signed(lacking)),
        (_, _, None) => cx.t("insights-budget-lacking-never"),
    };
    format!("{first} {further}").trim_end().to_owned()
}

fn budget_notes(cx: &Cx, counted: &BudgetCount, name: impl Fn(&str) -> String) -> Vec<String> {
    let mut notes = Vec::new();
    if counted.undecided {
        notes.push(cx.t("insights-budget-undecided"));
    }
    for (first, others) in &counted.ties {
        let others: Vec<String> = others.iter().map(|key| name(key)).collect();
        notes.push(cx.t2(
            "insights-budget-tie",
            ("first", &name(first)),
            ("others", &others.join(", ")),
        ));
    }
    if counted.refused > 0 {
        notes.push(cx.tn("insights-budget-refused", signed(counted.refused)));
    }
    notes
}
