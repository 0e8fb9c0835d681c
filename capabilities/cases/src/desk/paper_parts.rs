//! Forms for the parts of a paper: its head, and one section at a time.

use super::papers::{address, kind_of};
use crate::paper::{self, Kind, compose, compose::Header, phrases};
use crate::paper_acts::{self as acts, Paper, SectionDraft, paper_cx};
use crate::store;
use askama::Template;
use identity::{Grant, RegisterCase};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "cases/paper-section.html")]
struct SectionPage {
    cx: Cx,
    errors: Errors,
    heading: String,
    paper: String,
    title: String,
    base: String,
    generated: String,
    is_added: bool,
    has_timetable: bool,
    hint: String,
    phrases: Vec<(String, String)>,
    own_title: String,
    shown: bool,
    written: String,
    timetable: String,
    revision: i64,
    max: usize,
    conflict: Vec<(String, String, String)>,
}

async fn section_page(
    req: &Req,
    who: &Grant<RegisterCase>,
    errors: Errors,
    form: Option<&Form>,
) -> Result<SectionPage, Fault> {
    let (id, kind, key) = (req.id_param("id")?, kind_of(req), req.param("section")?);
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let one = Paper::get(&mut read, id, kind).await?;
    let assignments = store::assignments_of(&mut read, id).await?;
    drop(read);
    let written_in = paper_cx(&req.site);
    let section = one.section(key)?;
    let text = |field: &str, stands: &str| form.map_or_else(|| stands.to_owned(), |form| form.text(field));
    let list = if kind == Kind::Statement && key == "proposal" {
        phrases::phrases(
            &written_in,
            &one.header.recipient,
            &one.header.office,
            &dialogue.title,
            &assignments,
        )
    } else {
        Vec::new()
    };
    let cx = if errors.is_empty() {
        who.cx(req)
    } else {
        who.cx(req).failed()
    };
    let hint = format!("cases-hint-{}-{key}", kind.code());
    Ok(SectionPage {
        errors,
        heading: compose::heading(&written_in, kind, &one.header, section),
        paper: cx.t(kind.label()),
        base: req.url(&address(id, kind)),
        generated: generated_html(section),
        is_added: section.is_added(),
        has_timetable: section.is_investigation() && kind == Kind::Statement,
        hint: if req.site.texts.has(req.lang, &hint) {
            cx.t(&hint)
        } else {
            String::new()
        },
        phrases: list.into_iter().map(|phrase| (phrase.code, phrase.sentence)).collect(),
        own_title: text("title", &section.title),
        shown: form.map_or(section.shown, |form| form.has("shown")),
        written: text("written", &section.written),
        timetable: text("timetable", &section.timetable),
        revision: form.and_then(|form| form.int("revision")).unwrap_or(section.revision),
        max: paper::LONGEST,
        title: dialogue.title,
        conflict: Vec::new(),
        cx,
    })
}

/// The generated part as it will look, with its headings under the form's own.
fn generated_html(section: &paper::Section) -> String {
    let document = documents::Document {
        title: String::new(),
        language: "sv-SE".to_owned(),
        kind: String::new(),
        organisation: String::new(),
        unit: String::new(),
        author: String::new(),
        date: jiff::civil::Date::ZERO,
        case_number: String::new(),
        subject: String::new(),
        recipient: String::new(),
        head: Vec::new(),
        blocks: section.generated.clone(),
    };
    documents::to_html(&document, 2)
}

pub(crate) async fn section_form(req: Req, who: Grant<RegisterCase>) -> Reply {
    page(&section_page(&req, &who, Errors::default(), None).await?)
}

pub(crate) async fn save_section(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, kind, form) = (req.id_param("id")?, kind_of(&req), req.form()?);
    let key = req.param("section")?.to_owned();
    let mut errors = Errors::default();
    let shape = section_page(&req, &who, Errors::default(), Some(&form)).await?;
    if shape.is_added && form.text("title").is_empty() {
        errors.add("title", req.t("cases-error-section-title"));
    }
    let length = form.text("written").chars().count();
    if length > paper::LONGEST {
        errors.add(
            "written",
            req.ta(
                "cases-error-too-long",
                &[("n", i64::try_from(length - paper::LONGEST).unwrap_or(0).into())],
            ),
        );
    }
    if !errors.is_empty() {
        return invalid(&section_page(&req, &who, errors, Some(&form)).await?);
    }
    let chosen = form.all("phrases");
    let sentences: Vec<String> = shape
        .phrases
        .iter()
        .filter(|(code, _)| chosen.contains(code))
        .map(|(_, sentence)| sentence.clone())
        .collect();
    let draft = SectionDraft {
        title: form.text("title"),
        shown: form.has("shown"),
        written: phrases::with_phrases(&form.text("written"), &sentences),
        timetable: form.text("timetable"),
    };
    match acts::write_section(
        &req.site,
        &who,
        id,
        kind,
        &key,
        form.int("revision").unwrap_or(-1),
        draft,
    )
    .await
    {
        // With phrases the official goes on editing what was put in; otherwise back to the paper.
        Ok(()) if !sentences.is_empty() => {
            req.done(&format!("{}/avsnitt/{key}", address(id, kind)), "cases-done-phrases")
        }
        Ok(()) => req.done(&address(id, kind), "cases-done-section"),
        Err(Fault::Conflict) => invalid(&conflicting(&req, &who, &form, &key).await?),
        Err(fault) => Err(fault),
    }
}

/// The form with what was typed, and what somebody else saved meanwhile. Saving again is then a choice.
async fn conflicting(req: &Req, who: &Grant<RegisterCase>, form: &Form, key: &str) -> Result<SectionPage, Fault> {
    let mut again = section_page(req, who, Errors::default(), Some(form)).await?;
    let mut read = req.site.db.read().await?;
    let one = Paper::get(&mut read, req.id_param("id")?, kind_of(req)).await?;
    let stands = one.section(key)?;
    again.revision = stands.revision;
    let pairs = [
        ("cases-field-section-title", stands.title.clone(), form.text("title")),
        ("cases-field-written", stands.written.clone(), form.text("written")),
        (
            "cases-field-timetable",
            stands.timetable.clone(),
            form.text("timetable"),
        ),
    ];
    let differing = pairs.into_iter().filter(|(_, theirs, mine)| theirs != mine);
    again.conflict = differing
        .map(|(key, theirs, mine)| (again.cx.t(key), theirs, mine))
        .collect();
    Ok(again)
}

pub(crate) async fn add_section(req: Req, who: Grant<RegisterCase>) -> Reply {
    let id = req.id_param("id")?;
    let key = acts::add_section(&req.site, &who, id).await?;
    req.see_other(&format!("{}/avsnitt/{key}", address(id, Kind::Statement)))
}

pub(crate) async fn remove_section(req: Req, who: Grant<RegisterCase>) -> Reply {
    let id = req.id_param("id")?;
    acts::remove_section(&req.site, &who, id, req.param("section")?).await?;
    req.done(&address(id, Kind::Statement), "cases-done-remove-section")
}

#[derive(Template)]
#[template(path = "cases/paper-header.html")]
struct HeaderPage {
    cx: Cx,
    errors: Errors,
    paper: String,
    title: String,
    base: String,
    is_statement: bool,
    fields: Header,
    signatures: String,
    conflict: Vec<(String, String, String)>,
}

async fn header_page(
    req: &Req,
    who: &Grant<RegisterCase>,
    errors: Errors,
    typed: Option<Header>,
) -> Result<HeaderPage, Fault> {
    let (id, kind) = (req.id_param("id")?, kind_of(req));
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let one = Paper::get(&mut read, id, kind).await?;
    let fields = typed.unwrap_or(one.header);
    let cx = if errors.is_empty() {
        who.cx(req)
    } else {
        who.cx(req).failed()
    };
    Ok(HeaderPage {
        errors,
        paper: cx.t(kind.label()),
        title: dialogue.title,
        base: req.url(&address(id, kind)),
        is_statement: kind == Kind::Statement,
        signatures: fields.signatures.join("\n"),
        fields,
        conflict: Vec::new(),
        cx,
    })
}

pub(crate) async fn header_form(req: Req, who: Grant<RegisterCase>) -> Reply {
    page(&header_page(&req, &who, Errors::default(), None).await?)
}

fn typed_header(form: &Form) -> Header {
    let lines = |text: String| {
        text.lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .take(6)
            .collect()
    };
    Header {
        title: form.text("title"),
        recipient: form.text("recipient"),
        office: form.text("office"),
        author: form.text("author"),
        case_number: form.text("case-number"),
        signatures: lines(form.text("signatures")),
        revision: form.int("revision").unwrap_or(-1),
    }
}

/// Longest line of a head, in characters.
const LONGEST_LINE: usize = 300;

pub(crate) async fn save_header(req: Req, who: Grant<RegisterCase>) -> Reply {
    let (id, kind, form) = (req.id_param("id")?, kind_of(&req), req.form()?);
    let typed = typed_header(&form);
    let mut errors = Errors::default();
    for (field, text, key) in [
        ("title", &typed.title, "cases-error-paper-title"),
        ("recipient", &typed.recipient, "cases-error-recipient"),
        ("office", &typed.office, "cases-error-office"),
    ] {
        if text.is_empty() {
            errors.add(field, req.t(key));
        }
    }
    let lines = [
        ("title", &typed.title),
        ("recipient", &typed.recipient),
        ("office", &typed.office),
        ("author", &typed.author),
        ("case-number", &typed.case_number),
    ];
    for (field, text) in lines {
        let length = text.chars().count();
        if length > LONGEST_LINE {
            errors.add(
                field,
                req.ta(
                    "cases-error-too-long",
                    &[("n", i64::try_from(length - LONGEST_LINE).unwrap_or(0).into())],
                ),
            );
        }
    }
    if !errors.is_empty() {
        return invalid(&header_page(&req, &who, errors, Some(typed)).await?);
    }
    match acts::write_header(&req.site, &who, id, kind, typed.clone()).await {
        Ok(()) => req.done(&address(id, kind), "cases-done-header"),
        Err(Fault::Conflict) => {
            let stands = header_page(&req, &who, Errors::default(), None).await?;
            let mut again = header_page(&req, &who, Errors::default(), Some(typed)).await?;
            let (theirs, mine) = (&stands.fields, &again.fields);
            let pairs = [
                ("cases-field-paper-title", &theirs.title, &mine.title),
                ("cases-field-recipient", &theirs.recipient, &mine.recipient),
                ("cases-field-office", &theirs.office, &mine.office),
                ("cases-field-author", &theirs.author, &mine.author),
                ("cases-field-case-number", &theirs.case_number, &mine.case_number),
                ("cases-field-signatures", &stands.signatures, &again.signatures),
            ];
            let differing = pairs.into_iter().filter(|(_, theirs, mine)| theirs != mine);
            again.conflict = differing
                .map(|(key, theirs, mine)| (again.cx.t(key), theirs.clone(), mine.clone()))
                .collect();
            again.fields.revision = stands.fields.revision;
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}
