//! `…/svar`: the contributions as they came, one of them with its history.

use askama::Template;
use identity::{Grant, RecordContributions};
use web::{Cx, Errors, Fault, Pagination, Reply, Req};

use super::Here;
use crate::acts::{self, answers_of};
use crate::model::answer::Answers;
use crate::model::channel::Channel;
use crate::model::definition::Definition;
use crate::model::state::PassageState;
use crate::pages::{CheckRow, check_rows};
use crate::store::{self, Contribution, ListFilter};

/// Contributions on a page.
const ROWS: i64 = 50;

#[derive(Template)]
#[template(path = "participation/answers.html")]
struct AnswersPage {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    title: String,
    address: String,
    filter: ListFilter,
    channels: Vec<(String, String)>,
    rounds: Vec<(String, String)>,
    standings: Vec<(String, String)>,
    rows: Vec<Row>,
    pages: Pagination,
    base: String,
}

struct Row {
    href: String,
    moment: String,
    channel: String,
    text: String,
    notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "participation/answer.html")]
struct AnswerPage {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    title: String,
    action: String,
    facts: Vec<(String, String)>,
    rows: Vec<CheckRow>,
    texts: Vec<(String, String)>,
    changes: Vec<Event>,
    /// Staff may take back what staff entered.
    can_withdraw: bool,
    reason: String,
}

struct Event {
    moment: String,
    iso: String,
    text: String,
}

pub async fn list(req: Req, who: Grant<RecordContributions>) -> Reply {
    let here = Here::of(&req).await?;
    let cx = who.cx(&req);
    let word = |name: &str| req.query(name).unwrap_or_default().to_owned();
    let filter = ListFilter {
        channel: word("kanal"),
        batch: word("omgang"),
        standing: word("visa"),
    };
    let rounds = super::entry::rounds(&req, &here).await?;
    let (total, contributions, pages, versions) = {
        let mut conn = req.site.db.read().await?;
        let total = store::count_list(&mut conn, here.activity.id, &filter).await?;
        let pages = Pagination::new(Some(req.page_number()), ROWS, total);
        let found = store::list(&mut conn, here.activity.id, &filter, pages.per_page(), pages.offset()).await?;
        (total, found, pages, crate::versions(&mut conn, here.activity.id).await?)
    };
    debug_assert_eq!(pages.total(), total);
    let address = here.address();
    let page = AnswersPage {
        crumbs: here.crumbs(&cx, true),
        title: here.activity.title(cx.lang.code()).to_owned(),
        channels: Channel::ALL
            .into_iter()
            .map(|c| (c.name().to_owned(), cx.t(crate::channel_label(c))))
            .collect(),
        rounds: rounds.into_iter().map(|round| (round.clone(), round)).collect(),
        standings: vec![
            ("standing".to_owned(), cx.t("participation-answers-standing")),
            ("withdrawn".to_owned(), cx.t("participation-answers-withdrawn")),
        ],
        rows: contributions.iter().map(|c| row(&cx, &address, &versions, c)).collect(),
        base: base(&cx, &address, &filter),
        pages,
        filter,
        address,
        cx,
    };
    web::page(&page)
}

/// The address of the list with its filter, ready for `sida=`.
fn base(cx: &Cx, address: &str, filter: &ListFilter) -> String {
    let words = [
        ("kanal", &filter.channel),
        ("omgang", &filter.batch),
        ("visa", &filter.standing),
    ];
    let kept = words
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}&", web::encode(value)));
    format!("{}/svar?{}", cx.link(address), kept.collect::<String>())
}

fn row(cx: &Cx, address: &str, versions: &[(i64, Definition)], contribution: &Contribution) -> Row {
    let answers = answers_of(contribution);
    let mut notes = Vec::new();
    if contribution.changed_at.is_some() {
        notes.push(cx.t("participation-answers-changed"));
    }
    if contribution.withdrawn_at.is_some() {
        notes.push(cx.t("participation-answers-withdrawn"));
    }
    Row {
        href: format!("{address}/svar/{}", contribution.id),
        moment: cx.moment(&contribution.submitted_at),
        channel: channel(cx, contribution),
        text: excerpt(cx, versions, contribution.version, &answers),
        notes,
    }
}

fn channel(cx: &Cx, contribution: &Contribution) -> String {
    Channel::named(&contribution.channel)
        .map(|c| cx.t(crate::channel_label(c)))
        .unwrap_or_default()
}

/// The first words of what was answered.
fn excerpt(cx: &Cx, versions: &[(i64, Definition)], version: i64, answers: &Answers) -> String {
    let Some((_, definition)) = versions.iter().find(|(v, _)| *v == version) else {
        return String::new();
    };
    let rows = check_rows(cx, definition, answers);
    // Texts say most; then whatever was answered.
    let text = definition
        .in_order()
        .filter(|q| q.is_free_text())
        .find_map(|q| rows.iter().find(|r| r.key == q.key && !r.answer.is_empty()));
    let row = text.or_else(|| rows.iter().find(|r| !r.answer.is_empty()));
    row.map(|r| r.answer.chars().take(160).collect()).unwrap_or_default()
}

pub async fn show(req: Req, who: Grant<RecordContributions>) -> Reply {
    web::page(&answer_page(&req, who.cx(&req), String::new(), Errors::default()).await?)
}

async fn contribution(req: &Req, here: &Here) -> Result<Contribution, Fault> {
    let id = req.id_param("contribution")?;
    let mut conn = req.site.db.read().await?;
    let found = store::contribution(&mut conn, id).await?;
    if found.activity_id == here.activity.id {
        Ok(found)
    } else {
        Err(Fault::NotFound)
    }
}

async fn answer_page(req: &Req, cx: Cx, reason: String, errors: Errors) -> Result<AnswerPage, Fault> {
    let here = Here::of(req).await?;
    let contribution = contribution(req, &here).await?;
    let mut conn = req.site.db.read().await?;
    let used = acts::in_use(&mut conn, here.activity.clone(), contribution.version).await?;
    let passages = store::passages_of_contribution(&mut conn, contribution.id).await?;
    let changes = store::changes(&mut conn, contribution.id).await?;
    let label = |key: &str| {
        used.definition
            .question(key)
            .map(|q| q.label.said(cx.lang.code()).to_owned())
            .unwrap_or_default()
    };
    let mut crumbs = here.crumbs(&cx, true);
    crumbs.push((
        cx.link(&format!("{}/svar", here.address())),
        cx.t("participation-answers-title"),
    ));
    Ok(AnswerPage {
        errors,
        crumbs,
        title: here.activity.title(cx.lang.code()).to_owned(),
        action: format!("{}/svar/{}/ta-tillbaka", here.address(), contribution.id),
        facts: facts(&cx, &contribution),
        rows: check_rows(&cx, &used.definition, &answers_of(&contribution)),
        texts: passages
            .iter()
            .map(|p| (label(&p.question), cx.t(state_label(p.state()))))
            .collect(),
        changes: changes.iter().map(|c| event(&cx, &used.definition, c)).collect(),
        can_withdraw: !contribution.entered_by.is_empty() && contribution.withdrawn_at.is_none(),
        reason,
        cx,
    })
}

/// The text key of a passage's state on the desk.
fn state_label(state: PassageState) -> &'static str {
    match state {
        PassageState::Waiting => "participation-state-waiting",
        PassageState::Published => "participation-state-published",
        PassageState::Masked => "participation-state-masked",
        PassageState::Hidden => "participation-state-hidden",
    }
}

fn facts(cx: &Cx, contribution: &Contribution) -> Vec<(String, String)> {
    let moment = |at: Option<jiff::Timestamp>| at.map(|at| cx.moment(&at)).unwrap_or_default();
    // The id of an import says nothing to a reader; its own page tells about it.
    let round = if contribution.batch.parse::<db::Id>().is_ok() {
        String::new()
    } else {
        contribution.batch.clone()
    };
    vec![
        (cx.t("participation-answer-came"), cx.moment(&contribution.submitted_at)),
        (cx.t("participation-answer-channel"), channel(cx, contribution)),
        (cx.t("participation-answer-round"), round),
        (cx.t("participation-answer-version"), contribution.version.to_string()),
        (cx.t("participation-answer-language"), contribution.language.clone()),
        (cx.t("participation-answer-entered-by"), contribution.entered_by.clone()),
        (cx.t("participation-answer-changed"), moment(contribution.changed_at)),
        (
            cx.t("participation-answer-withdrawn"),
            moment(contribution.withdrawn_at),
        ),
    ]
}

fn event(cx: &Cx, definition: &Definition, change: &store::Change) -> Event {
    let text = match change.kind.as_str() {
        "withdrawn" => cx.t1("participation-change-withdrawn", "reason", &change.reason),
        _ => cx.t1(
            "participation-change-before",
            "answers",
            former(cx, definition, &change.answers),
        ),
    };
    Event {
        moment: cx.moment(&change.at),
        iso: change.at.to_string(),
        text,
    }
}

/// What stood there before a change, in one line.
fn former(cx: &Cx, definition: &Definition, stored: &str) -> String {
    let parts: serde_json::Value = serde_json::from_str(stored).unwrap_or_default();
    let part = |name: &str| parts[name].as_str().and_then(Answers::from_json).unwrap_or_default();
    let answers = crate::model::finish::joined(part("answers"), part("background"));
    let rows = check_rows(cx, definition, &answers);
    rows.iter()
        .filter(|r| !r.answer.is_empty())
        .map(|r| format!("{}: {}", r.question, r.answer))
        .collect::<Vec<_>>()
        .join(" · ")
}

pub async fn withdraw(req: Req, who: Grant<RecordContributions>) -> Reply {
    let here = Here::of(&req).await?;
    let contribution = contribution(&req, &here).await?;
    let reason = req.form()?.text("skal");
    if contribution.entered_by.is_empty() {
        return Err(Fault::rule("participation-withdraw-not-yours"));
    }
    if reason.is_empty() {
        let mut errors = Errors::default();
        errors.add("skal", req.t("participation-withdraw-reason-missing"));
        return web::invalid(&answer_page(&req, who.cx(&req).failed(), reason, errors).await?);
    }
    acts::withdraw(&req.site, who.actor(), contribution.id, &reason).await?;
    req.done(
        &format!("{}/svar/{}", here.address(), contribution.id),
        "participation-note-withdrawn-by-staff",
    )
}
