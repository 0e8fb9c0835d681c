//! `/tillganglighet`: the accessibility statement, made from what the municipality says about its site, with the form to
//! tell what does not work.

use crate::model::statement::{Both, Conformance};
use crate::statement_acts::{self, Held, Report, TOPIC};
use askama::Template;
use identity::contacts;
use std::time::Duration;
use web::{Anyone, Cx, Errors, Fault, Form, Lang, Reply, Req};

/// The page of residents.
pub(crate) const STATEMENT: &str = "/tillganglighet";

const KEEP: Duration = Duration::from_secs(600);
/// The longest of what one may tell.
const LONGEST: usize = 3_000;

#[derive(Template)]
#[template(path = "information/statement.html")]
struct StatementPage {
    cx: Cx,
    errors: Errors,
    view: StatementView,
    typed: Typed,
    longest: usize,
}

/// The statement in words.
struct StatementView {
    lead: String,
    conformance: String,
    has_gaps: bool,
    gaps: TextView,
    reviewed: String,
    updated: String,
    assessor: String,
    how: TextView,
    answer_days: i64,
    burden: TextView,
    outside: TextView,
    /// The municipality has not assessed its site yet.
    is_own: bool,
}

/// Paragraphs or lines of a text, with the language they are in.
struct TextView {
    lang: &'static str,
    lines: Vec<String>,
}

#[derive(Default)]
struct Typed {
    place: String,
    what: String,
    email: String,
}

/// `GET /tillganglighet`
pub(crate) async fn show(req: Req, _: Anyone) -> Reply {
    let page = page(req.cx(), Errors::default(), Typed::default()).await?;
    Ok(web::page(&page)?.cached([TOPIC.to_owned(), "settings".to_owned()], KEEP))
}

/// `POST /tillganglighet`: a letter goes to those who answer about dialogues.
pub(crate) async fn report(req: Req, _: Anyone) -> Reply {
    let typed = typed(&req.form()?);
    let mut errors = Errors::default();
    if typed.what.is_empty() {
        errors.add("vad", req.t("information-report-error-what"));
    } else if typed.what.chars().count() > LONGEST || typed.place.chars().count() > LONGEST {
        errors.add("vad", req.t("information-report-error-long"));
    }
    if !typed.email.is_empty() && !contacts::is_address(&typed.email) {
        errors.add("email", req.t("information-report-error-email"));
    }
    if req.site.settings().contact_email.is_empty() {
        return Err(Fault::rule("information-report-nowhere"));
    }
    if !errors.is_empty() {
        return web::invalid(&page(req.cx().failed(), errors, typed).await?);
    }
    req.site.guard.send(&req)?;
    let report = Report {
        place: typed.place,
        what: typed.what,
        email: typed.email,
    };
    statement_acts::send(&req.cx(), &report).await?;
    req.done(STATEMENT, "information-report-done")
}

fn typed(form: &Form) -> Typed {
    Typed {
        place: form.text("sida"),
        what: form.text("vad"),
        email: form.text("email"),
    }
}

async fn page(cx: Cx, errors: Errors, typed: Typed) -> Result<StatementPage, Fault> {
    let mut read = cx.site().db.read().await?;
    let held = statement_acts::statement(cx.site(), &mut read).await?;
    drop(read);
    Ok(StatementPage {
        view: view(&cx, &held),
        errors,
        typed,
        longest: LONGEST,
        cx,
    })
}

fn view(cx: &Cx, held: &Held) -> StatementView {
    let statement = &held.statement;
    StatementView {
        lead: cx.t2(
            "information-statement-lead",
            ("municipality", &cx.settings.municipality),
            ("service", &statement.service),
        ),
        conformance: cx.t(&format!("information-conforms-{}", statement.conformance.code())),
        has_gaps: statement.conformance != Conformance::Full,
        gaps: text(&statement.gaps, cx.lang),
        reviewed: statement.reviewed_on.map(|day| cx.short_date(&day)).unwrap_or_default(),
        updated: held.saved_at.map(|at| cx.day(&at)).unwrap_or_default(),
        assessor: cx.t(&format!("information-assessed-{}", statement.assessor.code())),
        how: text(&statement.how, cx.lang),
        answer_days: statement.answer_days,
        burden: text(&statement.burden, cx.lang),
        outside: text(&statement.outside, cx.lang),
        is_own: held.number == 0,
    }
}

fn text(both: &Both, lang: Lang) -> TextView {
    let (text, lang) = both.get(lang);
    TextView {
        lang: lang.code(),
        lines: text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
    }
}
