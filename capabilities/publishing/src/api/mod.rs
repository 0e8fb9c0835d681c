//! Open data: the same facts as on the public pages, as JSON under `/api/v1` (and `/en/api/v1` in English). Faults are
//! problem+json (RFC 9457). What the pages do not show is not here either: no hidden dialogue, no small cell, no person.
//!
//! To add an answer: a handler here, its route in `routes`, its path and schema in `openapi` — a test compares them.

pub(crate) mod openapi;

use crate::filter::{Asked, STATES};
use crate::list::pack;
use crate::page::find;
use crate::phases::{self, Days};
use crate::results::with_results;
use db::Conn;
use dialogues::{Dialogue, Filter};
use insights::{QuestionResult, Summary};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::time::Duration;
use web::{Anyone, Cx, Fault, Pagination, Reply, Req, Routes};

/// Dialogues in one answer.
const PER_PAGE: i64 = 50;
const KEEP: Duration = Duration::from_secs(60);
const KEEP_FIGURES: Duration = Duration::from_secs(300);

/// The routes of the API.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/api/v1/openapi.json", description)
        .get("/api/v1/dialogues", list)
        .get("/api/v1/dialogues/{slug}", one)
        .get("/api/v1/dialogues/{slug}/results", results)
        .get("/api/v1/dialogues/{slug}/answers", answers)
}

async fn description(req: Req, _: Anyone) -> Reply {
    Ok(web::json(&openapi::document(&req.site.base_url))?.cached(["settings".to_owned()], KEEP_FIGURES))
}

/// The parameters of the list, in English, as the page's filter understands them.
fn asked(req: &Req) -> Asked {
    let text = |name: &str| req.query(name).unwrap_or_default().to_owned();
    let state = match text("status").as_str() {
        "open" => "pagar",
        "coming" => "kommande",
        "closed" => "lases",
        "decided" => "beslutad",
        "answered" => "aterkopplad",
        _ => "",
    };
    debug_assert!(state.is_empty() || STATES.iter().any(|(word, ..)| *word == state));
    Asked {
        words: text("q"),
        state: state.to_owned(),
        area: text("area"),
        topic: text("topic"),
        level: text("level"),
    }
}

async fn list(req: Req, _: Anyone) -> Reply {
    let wished = req.query("page").and_then(|text| text.parse().ok());
    let body = list_body(&req.cx(), &asked(&req), wished, req.today()).await?;
    Ok(web::json(&body)?.cached(["dialogues".to_owned()], KEEP))
}

pub(crate) async fn list_body(cx: &Cx, asked: &Asked, wished: Option<i64>, today: Date) -> Result<Value, Fault> {
    let mut conn = cx.site().db.read().await?;
    let all = dialogues::list_public(&mut conn, &Filter::default(), today).await?;
    drop(conn);
    let found: Vec<&Dialogue> = all.iter().filter(|one| asked.takes(one, today)).collect();
    let pages = Pagination::new(wished, PER_PAGE, i64::try_from(found.len()).unwrap_or(i64::MAX));
    let first = usize::try_from(pages.offset()).unwrap_or(0);
    let items: Vec<Value> = found
        .iter()
        .skip(first)
        .take(50)
        .map(|dialogue| summary(cx, dialogue, today))
        .collect();
    Ok(json!({
        "items": items, "total": pages.total(), "page": pages.page(), "perPage": PER_PAGE,
        "next": pages.has_next().then(|| pages.next()),
    }))
}

fn summary(cx: &Cx, dialogue: &Dialogue, today: Date) -> Value {
    json!({
        "id": dialogue.id.to_string(),
        "slug": dialogue.slug,
        "url": cx.absolute(&dialogue.address()),
        "title": dialogue.title_in(cx.lang),
        "summary": dialogue.summary_in(cx.lang),
        "status": dialogue.phase(today).code(),
        "level": dialogue.level,
        "area": dialogue.area,
        "topic": dialogue.topic,
        "opensOn": dialogue.opens_on,
        "closesOn": dialogue.closes_on,
        "feedbackOn": dialogue.feedback_on,
        "publishedAt": dialogue.published_at,
        "updatedAt": dialogue.updated_at,
    })
}

async fn one(req: Req, _: Anyone) -> Reply {
    let dialogue = find(&req).await?;
    let body = one_body(&req.cx(), &dialogue, req.today()).await?;
    Ok(web::json(&body)?.cached([format!("dialogue:{}", dialogue.id)], KEEP))
}

pub(crate) async fn one_body(cx: &Cx, dialogue: &Dialogue, today: Date) -> Result<Value, Fault> {
    let (facts, lang) = (&dialogue.facts, cx.lang);
    let pack = pack(cx);
    let mut conn = cx.site().db.read().await?;
    let documents = dialogues::documents(&mut conn, dialogue.id).await?;
    drop(conn);
    let level = dialogue.level.as_deref().and_then(|key| pack.ladder.level(key));
    let days = Days::of(dialogue, &cx.site().zone);
    let phases = phases::steps(dialogue.phase(today), days, today);
    let fixed = facts.rows_in("cannot-influence", lang);
    let mut body = summary(cx, dialogue, today);
    let more = json!({
        "question": facts.text_in("question", lang),
        "purpose": facts.list_in("purpose", lang),
        "promise": facts.text_in("promise", lang),
        "ladder": level.map(|level| json!({ "key": level.key, "step": level.rank, "of": 5, "name": level.name.get(lang) })),
        "canInfluence": facts.list_in("can-influence", lang),
        "cannotInfluence": fixed.iter().map(|row| json!({ "part": row.get("part"), "reason": row.get("reason") })).collect::<Vec<_>>(),
        "decidingBody": facts.text_in("deciding-body", lang),
        "whoMayTakePart": facts.text_in("who-may-take-part", lang),
        "caseNumber": facts.text("case-number"),
        "phases": phases.iter().map(|step| json!({
            "name": cx.t(step.name), "standing": step.standing.code(), "from": step.from, "until": step.until,
        })).collect::<Vec<_>>(),
        "documents": documents.iter().map(|one| json!({
            "title": one.title, "url": cx.absolute(&one.href()), "mediaType": one.media_type, "bytes": one.size,
        })).collect::<Vec<_>>(),
        "contact": { "name": facts.text("contact-name"), "phone": facts.text("contact-phone"), "email": facts.text("contact-email") },
    });
    merge(&mut body, more);
    Ok(body)
}

async fn results(req: Req, _: Anyone) -> Reply {
    let dialogue = with_results(&req).await?;
    let body = results_body(&req.cx(), &dialogue).await?;
    Ok(web::json(&body)?.cached([format!("dialogue:{}", dialogue.id)], KEEP_FIGURES))
}

pub(crate) async fn results_body(cx: &Cx, dialogue: &Dialogue) -> Result<Value, Fault> {
    let mut conn = cx.site().db.read().await?;
    let questions = insights::results(&mut conn, dialogue.id).await?;
    let themes = insights::themes(&mut conn, dialogue.id).await?;
    let compared = insights::representation(&mut conn, dialogue.id).await?;
    let contributions = contributions(&mut conn, dialogue).await?;
    drop(conn);
    let theme = |one: &&insights::ThemeCount| json!({ "name": one.theme.name, "count": one.n });
    let group = |one: &insights::ComparedGroup| {
        json!({
            "label": one.label.said(cx.lang.code()),
            "count": one.figures.participants.count(),
            "population": one.figures.population,
        })
    };
    Ok(json!({
        "dialogue": dialogue.slug,
        "contributions": contributions,
        "smallestShown": 5,
        "questions": questions.iter().map(|one| question(cx, one)).collect::<Vec<_>>(),
        "themes": { "base": themes.progress.coded, "items": themes.leading().iter().map(theme).collect::<Vec<_>>() },
        "participants": compared.iter().map(|one| json!({
            "question": one.label.said(cx.lang.code()), "base": one.n, "source": one.source,
            "groups": one.groups.iter().map(group).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    }))
}

async fn contributions(conn: &mut Conn, dialogue: &Dialogue) -> db::Result<i64> {
    let counts = participation::store::counts(conn, dialogue.id).await?;
    Ok(counts.iter().map(|one| one.n).sum())
}

/// A question with its counts; `null` where fewer than five gave the answer.
fn question(cx: &Cx, result: &QuestionResult) -> Value {
    let rows = result.summary.rows().iter();
    let answers: Vec<Value> = match &result.summary {
        Summary::Ranking(lines) => lines
            .iter()
            .map(|line| json!({ "label": line.label.said(cx.lang.code()), "count": line.first, "meanPosition": line.mean_position }))
            .collect(),
        _ => rows.map(|row| json!({ "label": insights::row_label(cx, row), "count": row.count.count() })).collect(),
    };
    let (median, mean) = match &result.summary {
        Summary::Scale { median, mean, .. } | Summary::Numbers { median, mean, .. } => (*median, *mean),
        _ => (None, None),
    };
    json!({
        "activity": result.activity_title.said(cx.lang.code()),
        "question": result.label.said(cx.lang.code()),
        "kind": result.kind,
        "background": result.background,
        "base": result.asked,
        "answered": result.answered,
        "answers": answers,
        "median": median,
        "mean": mean,
    })
}

async fn answers(req: Req, _: Anyone) -> Reply {
    let dialogue = find(&req).await?;
    let body = answers_body(&req.cx(), &dialogue).await?;
    Ok(web::json(&body)?.cached([format!("dialogue:{}", dialogue.id)], KEEP))
}

pub(crate) async fn answers_body(cx: &Cx, dialogue: &Dialogue) -> Result<Value, Fault> {
    let mut conn = cx.site().db.read().await?;
    let decisions = cases::decisions(&mut conn, dialogue.id).await?;
    let answers = cases::answers_public(&mut conn, dialogue.id).await?;
    drop(conn);
    Ok(json!({
        "dialogue": dialogue.slug,
        "feedbackOn": dialogue.feedback_on,
        "decisions": decisions.iter().map(|one| json!({
            "body": one.body, "decidedOn": one.decided_on, "paragraph": one.paragraph, "wording": one.wording,
            "effect": one.effect().code(), "reason": one.reason,
        })).collect::<Vec<_>>(),
        "answers": answers.iter().map(|one| json!({
            "youSaid": one.you_said, "outcome": one.outcome().code(), "weDo": one.reason,
            "responsible": one.responsible, "due": one.due_text, "publishedAt": one.published_at,
        })).collect::<Vec<_>>(),
    }))
}

fn merge(body: &mut Value, more: Value) {
    if let (Value::Object(body), Value::Object(more)) = (body, more) {
        body.extend(more);
    }
}
