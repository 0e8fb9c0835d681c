//! `/arbetsyta/borja-har/behover-jag-en-dialog`: the guide, one question a page. The answers stand in the address and
//! nowhere else, so that the outcome can be sent to a colleague.

use askama::Template;
use identity::{Grant, PlanDialogue, SeeDesk};
use method::Pack;
use method::pack::{Guide, GuideAnswer, GuideOutcome, GuideQuestion, Leads, Link};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

/// Where the guide begins.
pub(crate) const GUIDE: &str = "/arbetsyta/borja-har/behover-jag-en-dialog";

#[derive(Template)]
#[template(path = "information/guide.html")]
struct QuestionPage {
    cx: Cx,
    errors: Errors,
    name: String,
    about: String,
    text: String,
    hint: String,
    answers: Vec<(String, String)>,
    /// The answers so far.
    given: Vec<String>,
    /// The question before; empty at the first.
    back: String,
}

#[derive(Template)]
#[template(path = "information/outcome.html")]
struct OutcomePage {
    cx: Cx,
    guide: String,
    name: String,
    reason: String,
    next: String,
    /// Where a dialogue on the proposed level is begun; none for another outcome, and for those who may not plan.
    begin: Option<String>,
    read: Vec<(String, String)>,
    /// Question, answer and where it is changed.
    given: Vec<(String, String, String)>,
    again: String,
}

/// The way that answers took, and where it ended.
struct Way<'g> {
    given: Vec<(&'g GuideQuestion, &'g GuideAnswer)>,
    end: End<'g>,
}

enum End<'g> {
    Question(&'g GuideQuestion),
    Outcome(&'g GuideOutcome),
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let pack = method::packs(&req.site).dialogue();
    let guide = pack.library.guide.as_ref().ok_or(Fault::NotFound)?;
    let asked: Vec<&str> = req.query_all("svar").collect();
    let way = walk(guide, &asked).ok_or(Fault::NotFound)?;
    match way.end {
        End::Outcome(outcome) => {
            let may_plan = who.staff.may::<PlanDialogue>();
            page(&outcome_page(who.cx(&req), &pack, guide, &way.given, outcome, may_plan))
        }
        End::Question(question) => {
            // The form says how many answers stood before it; no more have come when none was chosen.
            let sent = req.query("steg").and_then(|step| step.parse::<usize>().ok());
            let mut errors = Errors::default();
            if sent == Some(way.given.len()) {
                errors.add("svar", req.t("information-error-answer"));
                return invalid(&question_page(
                    who.cx(&req).failed(),
                    guide,
                    &way.given,
                    question,
                    errors,
                ));
            }
            page(&question_page(who.cx(&req), guide, &way.given, question, errors))
        }
    }
}

/// Follows the answers from the first question. An answer that the question does not have ends the way there.
fn walk<'g>(guide: &'g Guide, answers: &[&str]) -> Option<Way<'g>> {
    let mut question = guide.question(&guide.first)?;
    let mut given = Vec::new();
    for key in answers {
        let Some(answer) = question.answers.iter().find(|one| one.key == *key) else {
            break;
        };
        given.push((question, answer));
        match &answer.leads {
            Leads::Question(next) => question = guide.question(next)?,
            Leads::Outcome(end) => {
                let end = End::Outcome(guide.outcome(end)?);
                return Some(Way { given, end });
            }
        }
    }
    let end = End::Question(question);
    Some(Way { given, end })
}

/// The address at which so many answers have been given.
fn address(cx: &Cx, given: &[(&GuideQuestion, &GuideAnswer)]) -> String {
    let answers: Vec<String> = given.iter().map(|(_, answer)| format!("svar={}", answer.key)).collect();
    let sign = if answers.is_empty() { "" } else { "?" };
    format!("{}{sign}{}", cx.link(GUIDE), answers.join("&"))
}

fn question_page(
    cx: Cx,
    guide: &Guide,
    given: &[(&GuideQuestion, &GuideAnswer)],
    question: &GuideQuestion,
    errors: Errors,
) -> QuestionPage {
    let before = given.len().checked_sub(1).and_then(|last| given.get(..last));
    QuestionPage {
        name: guide.name.get(cx.lang).to_owned(),
        about: guide.about.get(cx.lang).to_owned(),
        text: question.text.get(cx.lang).to_owned(),
        hint: question
            .hint
            .as_ref()
            .map(|hint| hint.get(cx.lang).to_owned())
            .unwrap_or_default(),
        answers: question
            .answers
            .iter()
            .map(|one| (one.key.clone(), one.text.get(cx.lang).to_owned()))
            .collect(),
        given: given.iter().map(|(_, answer)| answer.key.clone()).collect(),
        back: before.map(|before| address(&cx, before)).unwrap_or_default(),
        errors,
        cx,
    }
}

fn outcome_page(
    cx: Cx,
    pack: &Pack,
    guide: &Guide,
    given: &[(&GuideQuestion, &GuideAnswer)],
    outcome: &GuideOutcome,
    may_plan: bool,
) -> OutcomePage {
    let level = outcome.level.as_ref().filter(|_| may_plan);
    let row = |(place, (question, answer)): (usize, &(&GuideQuestion, &GuideAnswer))| {
        let change = address(&cx, given.get(..place).unwrap_or_default());
        let (question, answer) = (question.text.get(cx.lang), answer.text.get(cx.lang));
        (question.to_owned(), answer.to_owned(), change)
    };
    OutcomePage {
        guide: guide.name.get(cx.lang).to_owned(),
        name: outcome.name.get(cx.lang).to_owned(),
        reason: outcome.reason.get(cx.lang).to_owned(),
        next: outcome.next.get(cx.lang).to_owned(),
        begin: level.map(|level| cx.link(&format!("/arbetsyta/dialoger/ny?niva={level}"))),
        read: outcome.read.iter().filter_map(|link| lead(&cx, pack, link)).collect(),
        given: given.iter().enumerate().map(row).collect(),
        again: address(&cx, &[]),
        cx,
    }
}

/// A link within the method, by the name of what it leads to.
fn lead(cx: &Cx, pack: &Pack, link: &Link) -> Option<(String, String)> {
    let name = match link {
        Link::Chapter(key) => &pack.library.chapter(key)?.name,
        Link::Method(key) => &pack.library.method(key)?.name,
        Link::Template(key) => &pack.sheets.iter().find(|one| one.key == *key)?.name,
    };
    Some((cx.link(&link.address()), name.get(cx.lang).to_owned()))
}
