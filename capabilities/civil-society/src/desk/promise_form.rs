//! The form of a promise to residents: a new one, or one that stands.

use super::promises::address;
use super::{Parts, date_of, needed_date, parts, screen, typed_parts};
use crate::acts::promises;
use crate::model::promise::Promise;
use crate::model::{TEXT, lines};
use crate::store;
use askama::Template;
use identity::{Grant, PreventCrime};
use jiff::civil::Date;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "civil-society/promise-form.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    asks_function: bool,
    action: String,
    is_new: bool,
    title: String,
    parties: String,
    places: String,
    promises: String,
    background: String,
    effect: String,
    from: Parts,
    until: Parts,
    next: Parts,
    text_max: usize,
    revision: i64,
    conflict: Vec<(String, String, String)>,
}

impl Page {
    fn new(cx: Cx, action: &str, stands: Option<&Promise>) -> Page {
        let list = |of: fn(&Promise) -> &Vec<String>| stands.map(|one| of(one).join("\n")).unwrap_or_default();
        let text = |of: fn(&Promise) -> &String| stands.map(|one| of(one).clone()).unwrap_or_default();
        Page {
            errors: Errors::default(),
            asks_function: false,
            action: cx.link(action),
            is_new: stands.is_none(),
            title: text(|one| &one.title),
            parties: list(|one| &one.parties),
            places: list(|one| &one.places),
            promises: list(|one| &one.promises),
            background: text(|one| &one.background),
            effect: text(|one| &one.effect),
            from: parts(stands.map(|one| one.from_on)),
            until: parts(stands.map(|one| one.until_on)),
            next: parts(stands.and_then(|one| one.follow_up_on)),
            text_max: TEXT,
            revision: 0,
            conflict: Vec::new(),
            cx,
        }
    }

    /// The form as it was typed.
    fn typed(cx: Cx, action: &str, is_new: bool, form: &Form, errors: Errors) -> Page {
        Page {
            asks_function: screen::asks(form, &errors),
            is_new,
            title: form.text("title"),
            parties: form.raw("parties"),
            places: form.raw("places"),
            promises: form.raw("promises"),
            background: form.text("background"),
            effect: form.text("effect"),
            from: typed_parts(form, "from"),
            until: typed_parts(form, "until"),
            next: typed_parts(form, "next"),
            revision: form.int("revision").unwrap_or(0),
            errors,
            ..Page::new(cx.failed(), action, None)
        }
    }
}

/// The promise as the form says it, or what is wrong at each field.
fn read(req: &Req, form: &Form) -> Result<Promise, Errors> {
    let mut errors = Errors::default();
    let from = needed_date(req, form, &mut errors, "from", "civil-error-promise-from");
    let until = needed_date(req, form, &mut errors, "until", "civil-error-promise-until");
    let follow_up_on = date_of(req, form, &mut errors, "next");
    let (Some(from_on), Some(until_on)) = (from, until) else {
        // The period is asked for first; the rest is told with it.
        let rest = promise_of(form, (Date::MIN, Date::MAX), follow_up_on);
        tell(req, form, &rest, &mut errors);
        return Err(errors);
    };
    let promise = promise_of(form, (from_on, until_on), follow_up_on);
    tell(req, form, &promise, &mut errors);
    if errors.is_empty() { Ok(promise) } else { Err(errors) }
}

fn promise_of(form: &Form, (from_on, until_on): (Date, Date), follow_up_on: Option<Date>) -> Promise {
    Promise {
        title: form.text("title"),
        parties: lines(&form.text("parties")),
        places: lines(&form.text("places")),
        promises: lines(&form.text("promises")),
        background: form.text("background"),
        effect: form.text("effect"),
        from_on,
        until_on,
        follow_up_on,
    }
}

fn tell(req: &Req, form: &Form, promise: &Promise, errors: &mut Errors) {
    for (field, key) in promise.complaints() {
        errors.add(field, req.t(key));
    }
    let (places, promises) = (promise.places.join("\n"), promise.promises.join("\n"));
    let texts = [
        ("title", promise.title.as_str()),
        ("places", &places),
        ("promises", &promises),
        ("background", &promise.background),
        ("effect", &promise.effect),
    ];
    screen::persons(req, form, errors, &texts);
}

const NEW: &str = "/arbetsyta/brottsforebyggande/medborgarlofte/nytt";

pub(crate) async fn new(req: Req, who: Grant<PreventCrime>) -> Reply {
    page(&Page::new(who.cx(&req), NEW, None))
}

pub(crate) async fn create(req: Req, who: Grant<PreventCrime>) -> Reply {
    let form = req.form()?;
    match read(&req, &form) {
        Ok(promise) => {
            let once = form.text("nyckel");
            let id = promises::write_promise(&req.site, &who, None, &promise, Some(&once)).await?;
            req.done(&address(id), "civil-note-promise")
        }
        Err(errors) => invalid(&Page::typed(who.cx(&req), NEW, true, &form, errors)),
    }
}

pub(crate) async fn edit(req: Req, who: Grant<PreventCrime>) -> Reply {
    let id = req.id_param("promise")?;
    let stands = store::promise(&mut req.site.db.read().await?, id).await?;
    page(&Page {
        revision: stands.revision,
        ..Page::new(who.cx(&req), &format!("{}/andra", address(id)), Some(&stands.promise))
    })
}

pub(crate) async fn save(req: Req, who: Grant<PreventCrime>) -> Reply {
    let (id, form) = (req.id_param("promise")?, req.form()?);
    let action = format!("{}/andra", address(id));
    let promise = match read(&req, &form) {
        Ok(promise) => promise,
        Err(errors) => return invalid(&Page::typed(who.cx(&req), &action, false, &form, errors)),
    };
    let known = Some((id, form.int("revision").unwrap_or(0)));
    match promises::write_promise(&req.site, &who, known, &promise, None).await {
        Ok(_) => req.done(&address(id), "civil-note-promise"),
        Err(Fault::Conflict) => {
            let stands = store::promise(&mut req.site.db.read().await?, id).await?;
            let mut again = Page::typed(who.cx(&req), &action, false, &form, Errors::default());
            again.revision = stands.revision;
            again.conflict = differences(&again.cx, &stands.promise, &promise);
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, stands: &Promise, mine: &Promise) -> Vec<(String, String, String)> {
    let line = |one: &Promise| {
        [
            ("civil-field-promise-title", one.title.clone()),
            ("civil-field-promise-parties", one.parties.join(", ")),
            ("civil-field-promise-places", one.places.join(", ")),
            ("civil-field-promises", one.promises.join(", ")),
            ("civil-field-promise-background", one.background.clone()),
            ("civil-field-promise-effect", one.effect.clone()),
            ("civil-promise-period", cx.period(&one.from_on, &one.until_on)),
        ]
    };
    super::told_apart(cx, line(stands), line(mine))
}
