//! The form of an example: a new one, one proposed by a finished dialogue, one that stands.

use super::address;
use crate::acts;
use crate::model::{Content, LEAD_LENGTH, LINE_LENGTH, TEXT_LENGTH, TITLE_LENGTH};
use crate::store;
use askama::Template;
use db::Id;
use identity::{Grant, PlanDialogue};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "examples/form.html")]
struct ExampleForm {
    cx: Cx,
    errors: Errors,
    action: String,
    is_new: bool,
    /// The dialogue that proposed it; empty for none.
    dialogue: String,
    content: Content,
    /// As typed, also when they are no numbers.
    year: String,
    participants: String,
    levels: Vec<(String, String)>,
    methods: Vec<(String, String)>,
    lead_max: usize,
    text_max: usize,
    revision: i64,
    /// What stands now, when somebody else saved first: label, theirs, mine.
    conflict: Vec<(String, String, String)>,
}

impl ExampleForm {
    fn new(cx: Cx, action: &str, content: Content) -> ExampleForm {
        let pack = method::packs(cx.site()).dialogue();
        let cards = pack.library.methods.iter();
        let mut methods: Vec<(String, String)> = cards
            .map(|card| (card.key.clone(), card.name.get(cx.lang).to_owned()))
            .collect();
        methods.sort_by_key(|(_, name)| name.to_lowercase());
        let levels = pack.ladder.levels().iter();
        ExampleForm {
            errors: Errors::default(),
            action: cx.link(action),
            is_new: false,
            dialogue: String::new(),
            year: content.year.to_string(),
            participants: content.participants.map(|count| count.to_string()).unwrap_or_default(),
            levels: levels
                .map(|one| (one.key.clone(), one.name.get(cx.lang).to_owned()))
                .collect(),
            methods,
            lead_max: LEAD_LENGTH,
            text_max: TEXT_LENGTH,
            revision: 0,
            conflict: Vec::new(),
            content,
            cx,
        }
    }

    /// The form as it was typed.
    fn typed(cx: Cx, action: &str, form: &Form) -> ExampleForm {
        let mut page = ExampleForm::new(cx, action, content_of(form));
        page.year = form.raw("year");
        page.participants = form.raw("participants");
        page.dialogue = form.text("dialogue");
        page.revision = form.int("revision").unwrap_or(0);
        page
    }
}

fn content_of(form: &Form) -> Content {
    Content {
        title: form.text("title"),
        lead: form.text("lead"),
        purpose: form.text("purpose"),
        process: form.text("process"),
        result: form.text("result"),
        lessons: form.text("lessons"),
        level: form.text("level"),
        methods: form.all("methods"),
        area: form.text("area"),
        committee: form.text("committee"),
        year: form.int("year").and_then(|year| year.try_into().ok()).unwrap_or(0),
        participants: form.int("participants"),
        contact: form.text("contact"),
    }
}

/// The example as the form says it, or what is wrong at each field.
fn read(req: &Req, form: &Form) -> Result<Content, Errors> {
    let mut content = content_of(form);
    let mut errors = Errors::default();
    for (field, key) in content.complaints() {
        let most = match field {
            "title" => TITLE_LENGTH,
            "lead" => LEAD_LENGTH,
            "area" | "committee" | "contact" => LINE_LENGTH,
            _ => TEXT_LENGTH,
        };
        errors.add(field, req.ta(key, &[("max", most.into())]));
    }
    if content.participants.is_none() && !form.text("participants").is_empty() {
        errors.add("participants", req.t("examples-error-participants"));
    }
    // Keys come from our own lists; anything else is left out.
    let pack = method::packs(&req.site).dialogue();
    content.methods.retain(|key| pack.library.method(key).is_some());
    if pack.ladder.level(&content.level).is_none() {
        content.level.clear();
    }
    if errors.is_empty() { Ok(content) } else { Err(errors) }
}

const NEW: &str = "/arbetsyta/exempel/nytt";

pub(crate) async fn new(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let content = Content {
        year: req.today().year(),
        ..Content::default()
    };
    page(&ExampleForm {
        is_new: true,
        ..ExampleForm::new(who.cx(&req), NEW, content)
    })
}

/// The proposal of a finished dialogue, or the example it already has.
pub(crate) async fn from_dialogue(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let dialogue = req.id_param("id")?;
    let mut conn = req.site.db.read().await?;
    if let Some(known) = store::of_dialogue(&mut conn, dialogue).await? {
        return req.see_other(&format!("{}/andra", address(known.id)));
    }
    let content = acts::propose(&req.site, &mut conn, dialogue).await?;
    drop(conn);
    page(&ExampleForm {
        is_new: true,
        dialogue: dialogue.to_string(),
        ..ExampleForm::new(who.cx(&req), NEW, content)
    })
}

pub(crate) async fn create(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let content = match read(&req, &form) {
        Ok(content) => content,
        Err(errors) => {
            return invalid(&ExampleForm {
                errors,
                is_new: true,
                ..ExampleForm::typed(who.cx(&req).failed(), NEW, &form)
            });
        }
    };
    let dialogue: Option<Id> = match form.text("dialogue").as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Fault::NotFound)?),
    };
    let id = acts::create(&req.site, &who, dialogue, &content, Some(&form.text("nyckel"))).await?;
    req.done(&format!("{}/forhandsgranska", address(id)), "examples-note-saved")
}

pub(crate) async fn edit(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let id = req.id_param("example")?;
    let example = store::example(&mut req.site.db.read().await?, id).await?;
    page(&ExampleForm {
        revision: example.revision,
        ..ExampleForm::new(who.cx(&req), &format!("{}/andra", address(id)), example.draft)
    })
}

pub(crate) async fn save(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let (id, form) = (req.id_param("example")?, req.form()?);
    let action = format!("{}/andra", address(id));
    let content = match read(&req, &form) {
        Ok(content) => content,
        Err(errors) => {
            return invalid(&ExampleForm {
                errors,
                ..ExampleForm::typed(who.cx(&req).failed(), &action, &form)
            });
        }
    };
    match acts::save(&req.site, &who, id, form.int("revision").unwrap_or(0), &content).await {
        Ok(()) => req.done(&format!("{}/forhandsgranska", address(id)), "examples-note-saved"),
        Err(Fault::Conflict) => {
            let stands = store::example(&mut req.site.db.read().await?, id).await?;
            let mut again = ExampleForm::typed(who.cx(&req).failed(), &action, &form);
            again.revision = stands.revision;
            again.conflict = differences(&again.cx, &stands.draft, &content);
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, stands: &Content, mine: &Content) -> Vec<(String, String, String)> {
    let line = |content: &Content| {
        [
            ("examples-field-title", content.title.clone()),
            ("examples-field-lead", content.lead.clone()),
            ("examples-section-purpose", content.purpose.clone()),
            ("examples-section-process", content.process.clone()),
            ("examples-section-result", content.result.clone()),
            ("examples-section-lessons", content.lessons.clone()),
            ("examples-field-methods", content.methods.join(", ")),
            ("examples-field-level", content.level.clone()),
            ("examples-field-area", content.area.clone()),
            ("examples-field-committee", content.committee.clone()),
            ("examples-field-year", content.year.to_string()),
            (
                "examples-field-participants",
                content.participants.map(|n| n.to_string()).unwrap_or_default(),
            ),
            ("examples-field-contact", content.contact.clone()),
        ]
    };
    let pairs = line(stands).into_iter().zip(line(mine));
    pairs
        .filter(|((_, theirs), (_, mine))| theirs != mine)
        .map(|((key, theirs), (_, mine))| (cx.t(key), theirs, mine))
        .collect()
}
