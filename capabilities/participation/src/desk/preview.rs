//! `…/forhandsgranska`: the walk as residents will meet it, from the draft or from a published version.

use identity::{Grant, SeeDesk};
use web::{Errors, Fault, Form, Reply, Req};

use super::Here;
use crate::acts::{self, InUse};
use crate::kinds::{Way, kind};
use crate::model::answer::Answers;
use crate::model::definition::Definition;
use crate::pages::{Context, Mode, StatementPage, StatementPlace, Step, step};
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
    if kind(&here.activity.kind).way() == Way::Stances {
        return statements(req, here, version, definition, &form);
    }
    let context = Context {
        definition: &definition,
        version,
        mode: Mode::Preview,
        title: here.activity.title(req.lang.code()).to_owned(),
        action: address(&here, version),
        start: here.address(),
    };
    match step(req, req.cx(), &context, &form)? {
        Step::Page(reply) => reply,
        // The page to check has no send button here; a form that says send all the same changes nothing.
        Step::Send(_) => req.see_other(&here.address()),
    }
}

/// The preview's own address; `version` 0 is the draft.
fn address(here: &Here, version: i64) -> String {
    match version {
        0 => format!("{}/forhandsgranska", here.address()),
        version => format!("{}/forhandsgranska?version={version}", here.address()),
    }
}

/// Statements one after the other; the buttons lead on and nothing is stored.
fn statements(req: &Req, here: Here, version: i64, definition: Definition, form: &Form) -> Reply {
    let cx = req.cx();
    let shown = form.text("pastaende");
    let keys: Vec<String> = definition.statements().map(|question| question.key.clone()).collect();
    let mut keys = keys.into_iter();
    let next = if form.has("rost") {
        keys.find(|key| *key == shown);
        keys.next()
    } else {
        keys.next()
    };
    let place = StatementPlace {
        title: here.activity.title(cx.lang.code()).to_owned(),
        action: address(&here, version),
        code: String::new(),
        closes: None,
        leave: here.address(),
        dialogue: here.dialogue,
    };
    let intro = definition.intro.said(cx.lang.code()).to_owned();
    let used = InUse {
        activity: here.activity,
        definition,
    };
    let mut page = StatementPage::new(
        cx,
        Errors::default(),
        place,
        &used,
        &Answers::default(),
        next.as_deref(),
    );
    page.intro = intro;
    page.reply()
}

async fn definition(req: &Req, here: &Here, version: i64) -> Result<Definition, Fault> {
    let mut conn = req.site.db.read().await?;
    let text = match version {
        0 => store::draft(&mut conn, here.activity.id).await?,
        version => store::version(&mut conn, here.activity.id, version).await?,
    };
    acts::from_json(&text)
}
