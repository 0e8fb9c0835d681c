//! What residents see at the door.

mod comments;
mod door;
mod flow;
mod my_answer;
mod question;
mod receipt;
mod statement_page;
mod statements;
mod taking_part;

pub(crate) use flow::{CheckRow, Context, Mode, Step, check_rows, step};
pub(crate) use question::{QuestionView, WebFields, error_target};
pub(crate) use receipt::find;
pub(crate) use statement_page::{Place as StatementPlace, StatementPage};

use web::Routes;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/dialoger/{slug}/delta/{activity}", taking_part::start)
        .post("/dialoger/{slug}/delta/{activity}", taking_part::walk)
        .get("/dialoger/{slug}/delta/{activity}/blankett", taking_part::paper)
        .get("/kvitto/{code}", receipt::show)
        .post("/kvitto/{code}", receipt::ask_for_answer)
        .get("/mitt-svar", my_answer::ask)
        .post("/mitt-svar", my_answer::find)
        .get("/mitt-svar/{code}", my_answer::show)
        .get("/mitt-svar/{code}/andra", my_answer::change_start)
        .post("/mitt-svar/{code}/andra", my_answer::change)
        .get("/mitt-svar/{code}/pastaenden", statements::show)
        .post("/mitt-svar/{code}/pastaenden", statements::take)
        .get("/mitt-svar/{code}/ta-tillbaka", my_answer::withdraw_form)
        .post("/mitt-svar/{code}/ta-tillbaka", my_answer::withdraw)
}
