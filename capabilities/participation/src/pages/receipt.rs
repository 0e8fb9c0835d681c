//! `/kvitto/{code}`: it has come in; what happens next, the code, and an address for the answer.

use askama::Template;
use jiff::civil::Date;
use web::{Anyone, Cx, Errors, Fault, Reply, Req};

use crate::acts::{self, Letter, answers_of};
use crate::dialogue::{self, Dialogue};
use crate::model::answer::Answer;
use crate::model::receipt::Code;
use crate::store::Contribution;

#[derive(Template)]
#[template(path = "participation/receipt.html")]
struct ReceiptPage {
    cx: Cx,
    errors: Errors,
    dialogue: Dialogue,
    code: String,
    feedback: Option<Date>,
    /// They left an address in the survey itself.
    has_address: bool,
    email: String,
}

/// The contribution that a code in an address belongs to. Codes that lead nowhere are counted, so that nobody tries many.
pub(crate) async fn find(req: &Req) -> Result<(Code, Contribution), Fault> {
    let found = match Code::read(req.param("code")?) {
        Ok(code) => {
            let mut conn = req.site.db.read().await?;
            acts::by_code(&mut conn, code)
                .await?
                .map(|contribution| (code, contribution))
        }
        Err(_) => None,
    };
    match found {
        Some(found) => Ok(found),
        None => {
            req.site.guard.code(req)?;
            Err(Fault::NotFound)
        }
    }
}

pub async fn show(req: Req, _: Anyone) -> Reply {
    let (code, contribution) = find(&req).await?;
    if contribution.withdrawn_at.is_some() {
        return req.see_other(&format!("/mitt-svar/{code}"));
    }
    page(&req, req.cx(), code, &contribution, String::new(), Errors::default()).await
}

async fn page(req: &Req, cx: Cx, code: Code, contribution: &Contribution, email: String, errors: Errors) -> Reply {
    let mut conn = req.site.db.read().await?;
    let dialogue = dialogue::by_id(&mut conn, contribution.dialogue_id, req.today()).await?;
    let has_address = answers_of(contribution)
        .0
        .values()
        .any(|a| matches!(a, Some(Answer::EmailLeft)));
    let failed = !errors.is_empty();
    let page = ReceiptPage {
        cx,
        errors,
        code: code.to_string(),
        feedback: dialogue.feedback_on,
        has_address,
        email,
        dialogue,
    };
    if failed { web::invalid(&page) } else { web::page(&page) }
}

pub async fn ask_for_answer(req: Req, _: Anyone) -> Reply {
    let (code, contribution) = find(&req).await?;
    let email = req.form()?.text("e-post");
    if !identity::contacts::is_address(&email) {
        let mut errors = Errors::default();
        errors.add("e-post", req.t("participation-answer-email"));
        return page(&req, req.cx().failed(), code, &contribution, email, errors).await;
    }
    req.site.guard.send(&req)?;
    let dialogue = {
        let mut conn = req.site.db.read().await?;
        dialogue::by_id(&mut conn, contribution.dialogue_id, req.today()).await?
    };
    let cx = req.cx();
    acts::ask_for_answer(
        &req.site,
        &contribution,
        &email,
        Letter {
            cx: &cx,
            title: dialogue.name(&cx),
        },
    )
    .await?;
    req.done(&format!("/kvitto/{code}"), "participation-note-address")
}
