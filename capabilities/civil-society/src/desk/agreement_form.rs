//! The form of an agreement: a new one, or one that stands.

use super::agreements::address;
use super::{Parts, date_of, options, parts, typed_parts};
use crate::acts::agreements;
use crate::model::agreement::{Agreement, AgreementKind};
use crate::model::{LINE, TEXT, is_long, lines};
use crate::store;
use askama::Template;
use identity::{Grant, KeepRegister};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "civil-society/agreement-form.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    action: String,
    is_new: bool,
    agreement: Agreement,
    kind: String,
    kinds: Vec<(String, String)>,
    purposes: String,
    areas: String,
    signed: Parts,
    expires: Parts,
    next: Parts,
    text_max: usize,
    revision: i64,
    conflict: Vec<(String, String, String)>,
}

impl Page {
    fn new(cx: Cx, action: &str, agreement: Agreement) -> Page {
        Page {
            errors: Errors::default(),
            action: cx.link(action),
            is_new: false,
            kind: agreement.kind.code().to_owned(),
            kinds: options!(cx, AgreementKind),
            purposes: agreement.purposes.join("\n"),
            areas: agreement.areas.join("\n"),
            signed: parts(agreement.signed_on),
            expires: parts(agreement.expires_on),
            next: parts(agreement.follow_up_on),
            text_max: TEXT,
            revision: 0,
            conflict: Vec::new(),
            agreement,
            cx,
        }
    }

    fn typed(cx: Cx, action: &str, form: &Form, errors: Errors) -> Page {
        Page {
            signed: typed_parts(form, "signed"),
            expires: typed_parts(form, "expires"),
            next: typed_parts(form, "next"),
            purposes: form.raw("purposes"),
            areas: form.raw("areas"),
            revision: form.int("revision").unwrap_or(0),
            errors,
            ..Page::new(cx.failed(), action, agreement_of(form))
        }
    }
}

fn agreement_of(form: &Form) -> Agreement {
    let date = |field| form.date(field).ok().flatten();
    Agreement {
        title: form.text("title"),
        kind: AgreementKind::from_code(&form.text("kind")).unwrap_or(AgreementKind::Collaboration),
        purposes: lines(&form.text("purposes")),
        areas: lines(&form.text("areas")),
        our_commitment: form.text("our-commitment"),
        legal_check: form.text("legal-check"),
        case_number: form.text("case-number"),
        signed_on: date("signed"),
        expires_on: date("expires"),
        follow_up_on: date("next"),
    }
}

fn read(req: &Req, form: &Form) -> Result<Agreement, Errors> {
    let agreement = agreement_of(form);
    let mut errors = Errors::default();
    for (field, key) in agreement.complaints(req.today()) {
        errors.add(field, req.t(key));
    }
    for field in ["signed", "expires", "next"] {
        if errors.on(field).is_none() {
            date_of(req, form, &mut errors, field);
        }
    }
    for (field, most) in [
        ("title", LINE),
        ("case-number", LINE),
        ("purposes", TEXT),
        ("areas", TEXT),
        ("our-commitment", TEXT),
        ("legal-check", TEXT),
    ] {
        if is_long(&form.text(field), most) {
            errors.add(field, req.ta("civil-error-too-long", &[("max", most.into())]));
        }
    }
    if errors.is_empty() { Ok(agreement) } else { Err(errors) }
}

const NEW: &str = "/arbetsyta/overenskommelser/ny";

pub(crate) async fn new(req: Req, who: Grant<KeepRegister>) -> Reply {
    page(&Page {
        is_new: true,
        ..Page::new(who.cx(&req), NEW, Agreement::default())
    })
}

pub(crate) async fn create(req: Req, who: Grant<KeepRegister>) -> Reply {
    let form = req.form()?;
    match read(&req, &form) {
        Ok(agreement) => {
            let once = form.text("nyckel");
            let id = agreements::write_agreement(&req.site, &who, None, &agreement, Some(&once)).await?;
            req.done(&address(id), "civil-note-agreement")
        }
        Err(errors) => invalid(&Page {
            is_new: true,
            ..Page::typed(who.cx(&req), NEW, &form, errors)
        }),
    }
}

pub(crate) async fn edit(req: Req, who: Grant<KeepRegister>) -> Reply {
    let id = req.id_param("agreement")?;
    let stands = store::agreement(&mut req.site.db.read().await?, id).await?;
    page(&Page {
        revision: stands.revision,
        ..Page::new(who.cx(&req), &format!("{}/andra", address(id)), stands.agreement)
    })
}

pub(crate) async fn save(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("agreement")?, req.form()?);
    let action = format!("{}/andra", address(id));
    let agreement = match read(&req, &form) {
        Ok(agreement) => agreement,
        Err(errors) => return invalid(&Page::typed(who.cx(&req), &action, &form, errors)),
    };
    let known = Some((id, form.int("revision").unwrap_or(0)));
    match agreements::write_agreement(&req.site, &who, known, &agreement, None).await {
        Ok(_) => req.done(&address(id), "civil-note-agreement"),
        Err(Fault::Conflict) => {
            let stands = store::agreement(&mut req.site.db.read().await?, id).await?;
            let mut again = Page::typed(who.cx(&req), &action, &form, Errors::default());
            again.revision = stands.revision;
            again.conflict = differences(&again.cx, &stands.agreement, &agreement);
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, stands: &Agreement, mine: &Agreement) -> Vec<(String, String, String)> {
    let line = |one: &Agreement| {
        [
            ("civil-field-agreement-title", one.title.clone()),
            ("civil-field-agreement-kind", cx.t(one.kind.label())),
            ("civil-field-purposes", one.purposes.join(", ")),
            ("civil-field-agreement-areas", one.areas.join(", ")),
            ("civil-field-our-commitment", one.our_commitment.clone()),
            ("civil-field-legal-check", one.legal_check.clone()),
            ("civil-field-case-number", one.case_number.clone()),
            ("civil-field-signed", super::day(cx, one.signed_on)),
            ("civil-field-expires", super::day(cx, one.expires_on)),
            ("civil-field-follow-up", super::day(cx, one.follow_up_on)),
        ]
    };
    super::told_apart(cx, line(stands), line(mine))
}
