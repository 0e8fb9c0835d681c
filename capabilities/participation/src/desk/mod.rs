//! What officials see of the door: activities and their questions, answers that came on paper, files, the list.

mod activities;
mod answers;
mod budget_form;
mod builder;
mod condition_form;
mod entry;
mod import;
mod preview;
mod question_form;
mod settings;
mod use_methods;

use web::{Cx, Fault, Req, Routes};

use crate::dialogue::{self, Dialogue};
use crate::store::{self, Activity};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/arbetsyta/dialoger/{dialogue}/aktiviteter", activities::list)
        .post("/arbetsyta/dialoger/{dialogue}/aktiviteter", activities::create)
        .get("/arbetsyta/anvand-metoder", use_methods::form)
        .post("/arbetsyta/anvand-metoder", use_methods::take)
        .get("/arbetsyta/aktiviteter/{activity}", builder::show)
        .post("/arbetsyta/aktiviteter/{activity}", builder::arrange)
        .get("/arbetsyta/aktiviteter/{activity}/fraga/{question}", builder::question)
        .post(
            "/arbetsyta/aktiviteter/{activity}/fraga/{question}",
            builder::save_question,
        )
        .post("/arbetsyta/aktiviteter/{activity}/publicera", builder::publish)
        .post("/arbetsyta/aktiviteter/{activity}/lage", builder::set_state)
        .get("/arbetsyta/aktiviteter/{activity}/installningar", settings::form)
        .post("/arbetsyta/aktiviteter/{activity}/installningar", settings::save)
        .get("/arbetsyta/aktiviteter/{activity}/forhandsgranska", preview::start)
        .post("/arbetsyta/aktiviteter/{activity}/forhandsgranska", preview::walk)
        .get("/arbetsyta/aktiviteter/{activity}/registrera", entry::form)
        .post("/arbetsyta/aktiviteter/{activity}/registrera", entry::save)
        .get("/arbetsyta/aktiviteter/{activity}/importera", import::form)
        .post("/arbetsyta/aktiviteter/{activity}/importera", import::upload)
        .get("/arbetsyta/aktiviteter/{activity}/importera/{file}", import::preview)
        .post("/arbetsyta/aktiviteter/{activity}/importera/{file}", import::confirm)
        .get("/arbetsyta/aktiviteter/{activity}/import/{batch}", import::report)
        .post("/arbetsyta/aktiviteter/{activity}/import/{batch}/angra", import::undo)
        .get("/arbetsyta/aktiviteter/{activity}/svar", answers::list)
        .get("/arbetsyta/aktiviteter/{activity}/svar/{contribution}", answers::show)
        .post(
            "/arbetsyta/aktiviteter/{activity}/svar/{contribution}/ta-tillbaka",
            answers::withdraw,
        )
}

/// The activity in the address with its dialogue.
pub(crate) struct Here {
    pub dialogue: Dialogue,
    pub activity: Activity,
}

impl Here {
    pub async fn of(req: &Req) -> Result<Self, Fault> {
        let mut conn = req.site.db.read().await?;
        let activity = store::activity(&mut conn, req.id_param("activity")?).await?;
        let dialogue = dialogue::by_id(&mut conn, activity.dialogue_id, req.today()).await?;
        Ok(Self { dialogue, activity })
    }

    pub fn address(&self) -> String {
        format!("/arbetsyta/aktiviteter/{}", self.activity.id)
    }

    /// Where one is: the dialogue, its activities, and on pages under the activity the activity itself.
    pub fn crumbs(&self, cx: &Cx, with_activity: bool) -> Vec<(String, String)> {
        let desk = self.dialogue.desk_href();
        let mut crumbs = vec![
            (cx.link(&desk), self.dialogue.name(cx).to_owned()),
            (
                cx.link(&format!("{desk}/aktiviteter")),
                cx.t("participation-activities-title"),
            ),
        ];
        if with_activity {
            crumbs.push((cx.link(&self.address()), self.activity.title(cx.lang.code()).to_owned()));
        }
        crumbs
    }
}
