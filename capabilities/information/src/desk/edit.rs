//! `…/redigera`: writing a text, with preview and hints, and with both texts side by side when somebody else wrote first.

use super::{Comparison, FaultView, Head, fault_views, key_of, version_name};
use crate::acts::{self, Refused};
use crate::model::diff::Row;
use crate::model::hints::{self, Hint};
use crate::model::version::{Content, TextKey};
use crate::pages::blocks::{Block, blocks};
use crate::pages::show::ShownView;
use crate::store::versions as store;
use askama::Template;
use identity::{ApproveDialogue, Grant};
use method::pack::{Directive, PackFault};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

/// The longest of each field, in characters.
const TITLE: usize = 120;
const LEAD: usize = 400;
const BODY: usize = 60_000;
const NOTE: usize = 300;

#[derive(Template)]
#[template(path = "information/edit.html")]
struct Edit {
    cx: Cx,
    errors: Errors,
    head: Head,
    content: Content,
    note: String,
    /// The version that the text was made from.
    made_from: i64,
    faults: Vec<FaultView>,
    preview: Option<Preview>,
    conflict: Option<Comparison>,
    /// Lines in braces that may stand here, with what they show.
    directives: Vec<(String, String)>,
    limits: [usize; 4],
}

/// The text as readers will see it, with what a writer may look at.
struct Preview {
    shown: ShownView,
    hints: Vec<String>,
    /// How heavy it is to read; empty when it cannot be told.
    lix: String,
}

/// What is wrong besides the fields.
#[derive(Default)]
struct Beside {
    errors: Errors,
    faults: Vec<PackFault>,
    preview: Option<Preview>,
    conflict: Option<Comparison>,
}

pub(crate) async fn form(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (key, base) = key_of(&req)?;
    let mut read = req.site.db.read().await?;
    let latest = store::latest(&mut read, &key).await?;
    drop(read);
    let made_from = latest.as_ref().map_or(0, |one| one.number);
    let content = latest.map_or(base, |one| one.content);
    page(&edit(
        who.cx(&req),
        &key,
        content,
        String::new(),
        made_from,
        Beside::default(),
    ))
}

pub(crate) async fn save(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (key, _) = key_of(&req)?;
    let form = req.form()?;
    let (content, note) = (typed(&form), form.text("andring"));
    let made_from = form.int("revision").unwrap_or(0);
    let errors = complaints(&req, &key, &content, &note);
    if !errors.is_empty() {
        let beside = Beside {
            errors,
            ..Beside::default()
        };
        return invalid(&edit(who.cx(&req).failed(), &key, content, note, made_from, beside));
    }
    if form.text("gor") == "forhandsgranska" {
        return preview(&req, &who, &key, content, note, made_from).await;
    }
    match acts::write(&req.site, &who.staff, &key, made_from, &content, &note).await {
        Ok(_) => req.done(&key.desk_address(), "information-done-draft"),
        Err(refused) => refuse(&req, &who, &key, content, note, made_from, refused),
    }
}

/// The page again, with what keeps the text from being taken. What was typed stands in the form.
fn refuse(
    req: &Req,
    who: &Grant<ApproveDialogue>,
    key: &TextKey,
    content: Content,
    note: String,
    made_from: i64,
    refused: Refused,
) -> Reply {
    let cx = who.cx(req).failed();
    let mut beside = Beside::default();
    let mut made_from = made_from;
    match refused {
        Refused::Fault(fault) => return Err(fault),
        Refused::Unsound(faults) => {
            beside
                .errors
                .add("text", cx.tn("information-error-faults", faults.len()));
            beside.faults = faults;
        }
        Refused::Overtaken(latest) => {
            // Saved again, the text follows the one that came first; both have then been seen.
            made_from = latest.number;
            let theirs = (version_name(&cx, &latest), &latest.content);
            let mine = (cx.t("information-conflict-mine"), &content);
            beside.conflict = Some(Comparison::new(&cx, key, theirs, mine));
        }
    }
    invalid(&edit(cx, key, content, note, made_from, beside))
}

/// Shows the text as readers will see it. Nothing is saved.
async fn preview(
    req: &Req,
    who: &Grant<ApproveDialogue>,
    key: &TextKey,
    content: Content,
    note: String,
    made_from: i64,
) -> Reply {
    let cx = who.cx(req);
    let blocks = match acts::check(&req.site, key, &content).await {
        Err(refused) => return refuse(req, who, key, content, note, made_from, refused),
        Ok(Some(chapter)) => {
            let html = toolbox::chapter_html(&cx, &chapter.pack, &key.text).ok_or(Fault::NotFound)?;
            vec![Block::Html(html)]
        }
        Ok(None) => {
            let mut read = req.site.db.read().await?;
            blocks(&mut read, &cx, key, &content.body).await?
        }
    };
    let words = toolbox::plain(&format!("{}\n\n{}\n\n{}", content.title, content.lead, content.body));
    let preview = Preview {
        shown: ShownView {
            title: content.title.clone(),
            lead: content.lead.clone(),
            lang: key.lang.code(),
            is_untranslated: key.lang != cx.lang,
            blocks,
            changed: String::new(),
        },
        hints: hints::hints(&words, key.lang)
            .iter()
            .map(|hint| hint_words(&cx, hint))
            .collect(),
        lix: hints::lix(&words, key.lang)
            .map(|lix| cx.tn("information-lix", lix))
            .unwrap_or_default(),
    };
    let beside = Beside {
        preview: Some(preview),
        ..Beside::default()
    };
    page(&edit(cx, key, content, note, made_from, beside))
}

fn edit(cx: Cx, key: &TextKey, content: Content, note: String, made_from: i64, beside: Beside) -> Edit {
    let directive = |one: &Directive| {
        let shows = cx.t(&format!("information-directive-{}", one.code()));
        (format!("{{{}}}", one.code()), shows)
    };
    let directives = key
        .shelf
        .audience()
        .map(|one| one.directives().iter().map(directive).collect());
    Edit {
        head: Head::new(&cx, key),
        faults: fault_views(&cx, key, &beside.faults),
        directives: directives.unwrap_or_default(),
        limits: [TITLE, LEAD, BODY, NOTE],
        errors: beside.errors,
        preview: beside.preview,
        conflict: beside.conflict,
        content,
        note,
        made_from,
        cx,
    }
}

fn typed(form: &Form) -> Content {
    Content {
        title: form.text("titel"),
        lead: form.text("ingress"),
        body: form.raw("text").trim_end().to_owned(),
    }
}

fn complaints(req: &Req, key: &TextKey, content: &Content, note: &str) -> Errors {
    let mut errors = Errors::default();
    let mut length = |field: &str, text: &str, longest: usize, empty: Option<&'static str>| {
        let over = text.chars().count().saturating_sub(longest);
        match empty.filter(|_| text.trim().is_empty()) {
            Some(key) => errors.add(field, req.t(key)),
            None if over > 0 => {
                let over = i64::try_from(over).unwrap_or(i64::MAX);
                errors.add(field, req.ta("information-error-long", &[("n", over.into())]));
            }
            None => {}
        }
    };
    if key.shelf.audience().is_some() {
        length("titel", &content.title, TITLE, Some("information-error-title"));
        length("ingress", &content.lead, LEAD, Some("information-error-lead"));
    }
    length("text", &content.body, BODY, Some("information-error-text"));
    length("andring", note, NOTE, None);
    errors
}

fn hint_words(cx: &Cx, hint: &Hint) -> String {
    match hint {
        Hint::LongSentence(start, words) => {
            let words = words.to_string();
            cx.t2("information-hint-sentence", ("n", &words), ("start", start))
        }
        Hint::Abbreviation(word) => cx.t1("information-hint-abbreviation", "word", word),
        Hint::Word(word, common) if common.is_empty() => cx.t1("information-hint-without", "word", word),
        Hint::Word(word, common) => cx.t2("information-hint-word", ("word", word), ("common", common)),
    }
}
