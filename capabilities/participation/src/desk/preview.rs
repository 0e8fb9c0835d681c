//! `…/forhandsgranska`: the walk as residents will meet it, from the draft or from a published version.

use identity::{Grant, SeeDesk};
use web::{Fault, Form, Reply, Req};

use super::Here;
use crate::acts;
use crate::model::definition::Definition;
use crate::pages::{Context, Mode, Step, step};
use crate::store;

pub async fn start(req: Req, _: Grant<SeeDesk>) -> Reply {
    show(&req, Form::default()).await
}

pub async fn walk(req: Req, _: Grant<SeeDesk>) -> Reply {
    let form = req.form()?;
    show(&req, form).await
}

async fn show(req: &Req, form: Form) -> Reply {
    let here = Here::of(req).await?;
    let version = req.query("version").and_then(|v| v.parse().ok()).unwrap_or(0);
    let definition = definition(req, &here, version).await?;
    if definition.questions.is_empty() {
        return Err(Fault::rule("participation-fault-no-questions"));
    }
    let question = if version > 0 {
        format!("?version={version}")
    } else {
        String::new()
    };
    let context = Context {
        definition: &definition,
        version,
        mode: Mode::Preview,
        title: here.activity.title(req.lang.code()).to_owned(),
        action: format!("{}/forhandsgranska{question}", here.address()),
        start: here.address(),
    };
    match step(req, req.cx(), &context, &form)? {
        Step::Page(reply) => reply,
        // The page to check has no send button here; a form that says send all the same changes nothing.
        Step::Send(_) => req.see_other(&here.address()),
    }
}

async fn definition(req: &Req, here: &Here, version: i64) -> Result<Definition, Fault> {
    let mut conn = req.site.db.read().await?;
    let text = match version {
        0 => store::draft(&mut conn, here.activity.id).await?,
        version => store::version(&mut conn, here.activity.id, version).await?,
    };
    acts::from_json(&text)
}
