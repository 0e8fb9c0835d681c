//! `/arbetsyta/rad`: the councils and forums, and the form of one.

use super::{Parts, date_of, day, parts, typed_parts};
use crate::acts::councils;
use crate::model::council::Council;
use crate::store::{self, StoredCouncil};
use crate::words;
use askama::Template;
use db::Id;
use identity::{Grant, KeepRegister, SeeDesk};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

/// The field of the pack that names the kinds of councils.
pub(super) const KINDS: &str = "forum-kind";

/// The page of a council.
pub(super) fn address(id: Id) -> String {
    format!("{}/{id}", crate::COUNCILS)
}

struct Line {
    href: String,
    name: String,
    kind: String,
    chair: String,
    seats: String,
    next: String,
    is_late: bool,
    open: String,
}

#[derive(Template)]
#[template(path = "civil-society/councils.html")]
struct List {
    cx: Cx,
    lines: Vec<Line>,
    closed: Vec<(String, String)>,
    may_keep: bool,
}

pub(crate) async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, today) = (who.cx(&req), req.today());
    let kinds = words::choices(&req.site, req.lang, KINDS);
    let mut read = req.site.db.read().await?;
    let all = store::councils(&mut read).await?;
    let seats = store::seats(&mut read).await?;
    let actions = store::actions(&mut read).await?;
    drop(read);
    let line = |one: &StoredCouncil| Line {
        href: cx.link(&address(one.id)),
        name: one.council.name.clone(),
        kind: words::name(&kinds, &one.council.kind),
        chair: one.council.chair.clone(),
        seats: cx.number(
            seats
                .iter()
                .filter(|seat| seat.council_id == one.id && seat.is_taken(today))
                .count(),
        ),
        next: day(&cx, one.council.next_on),
        is_late: one.council.next_on.is_some_and(|day| day < today),
        open: cx.number(
            actions
                .iter()
                .filter(|action| action.council_id == one.id && action.closed_on.is_none())
                .count(),
        ),
    };
    let (closed, meeting): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.council.is_closed);
    page(&List {
        lines: meeting.into_iter().map(line).collect(),
        closed: closed
            .into_iter()
            .map(|one| (cx.link(&address(one.id)), one.council.name.clone()))
            .collect(),
        may_keep: who.staff.may::<KeepRegister>(),
        cx,
    })
}

#[derive(Template)]
#[template(path = "civil-society/council-form.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    action: String,
    back: (String, String),
    is_new: bool,
    council: Council,
    kinds: Vec<(String, String)>,
    next: Parts,
    revision: i64,
    conflict: Vec<(String, String, String)>,
}

impl Page {
    fn new(req: &Req, cx: Cx, stands: Option<Id>, council: Council) -> Page {
        let (action, back) = match stands {
            None => (NEW.to_owned(), (cx.link(crate::COUNCILS), cx.t("civil-councils"))),
            Some(id) => (
                format!("{}/andra", address(id)),
                (cx.link(&address(id)), council.name.clone()),
            ),
        };
        Page {
            errors: Errors::default(),
            action: cx.link(&action),
            back,
            is_new: stands.is_none(),
            kinds: words::choices(&req.site, req.lang, KINDS),
            next: parts(council.next_on),
            revision: 0,
            conflict: Vec::new(),
            council,
            cx,
        }
    }

    fn typed(req: &Req, cx: Cx, stands: Option<Id>, form: &Form, errors: Errors) -> Page {
        Page {
            next: typed_parts(form, "next"),
            revision: form.int("revision").unwrap_or(0),
            errors,
            ..Page::new(req, cx.failed(), stands, council_of(form))
        }
    }
}

fn council_of(form: &Form) -> Council {
    Council {
        name: form.text("name"),
        kind: form.text("kind"),
        chair: form.text("chair"),
        is_led_by_municipality: form.has("led"),
        rhythm: form.text("rhythm"),
        rules: form.text("rules"),
        next_on: form.date("next").ok().flatten(),
        is_closed: form.has("closed"),
    }
}

/// The council as the form says it, or what is wrong at each field.
fn read(req: &Req, form: &Form) -> Result<Council, Errors> {
    let council = council_of(form);
    let mut errors = Errors::default();
    for (field, key) in council.complaints(&words::choices(&req.site, req.lang, KINDS)) {
        errors.add(field, req.t(key));
    }
    date_of(req, form, &mut errors, "next");
    let texts = [("name", council.name.as_str()), ("chair", &council.chair)];
    super::screen::numbers(req, &mut errors, &texts);
    if errors.is_empty() { Ok(council) } else { Err(errors) }
}

const NEW: &str = "/arbetsyta/rad/nytt";

pub(crate) async fn new(req: Req, who: Grant<KeepRegister>) -> Reply {
    page(&Page::new(&req, who.cx(&req), None, Council::default()))
}

pub(crate) async fn create(req: Req, who: Grant<KeepRegister>) -> Reply {
    let form = req.form()?;
    match read(&req, &form) {
        Ok(council) => {
            let once = form.text("nyckel");
            let id = councils::write_council(&req.site, &who, None, &council, Some(&once)).await?;
            req.done(&address(id), "civil-note-council")
        }
        Err(errors) => invalid(&Page::typed(&req, who.cx(&req), None, &form, errors)),
    }
}

pub(crate) async fn edit(req: Req, who: Grant<KeepRegister>) -> Reply {
    let id = req.id_param("council")?;
    let stands = store::council(&mut req.site.db.read().await?, id).await?;
    page(&Page {
        revision: stands.revision,
        ..Page::new(&req, who.cx(&req), Some(id), stands.council)
    })
}

pub(crate) async fn save(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("council")?, req.form()?);
    let council = match read(&req, &form) {
        Ok(council) => council,
        Err(errors) => return invalid(&Page::typed(&req, who.cx(&req), Some(id), &form, errors)),
    };
    let known = Some((id, form.int("revision").unwrap_or(0)));
    match councils::write_council(&req.site, &who, known, &council, None).await {
        Ok(_) => req.done(&address(id), "civil-note-council"),
        Err(Fault::Conflict) => {
            let stands = store::council(&mut req.site.db.read().await?, id).await?;
            let mut again = Page::typed(&req, who.cx(&req), Some(id), &form, Errors::default());
            again.revision = stands.revision;
            again.conflict = differences(&again.cx, &again.kinds, &stands.council, &council);
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, kinds: &[(String, String)], stands: &Council, mine: &Council) -> Vec<(String, String, String)> {
    let line = |one: &Council| {
        [
            ("civil-field-council", one.name.clone()),
            ("civil-field-council-kind", words::name(kinds, &one.kind)),
            ("civil-field-chair", one.chair.clone()),
            ("civil-field-rhythm", one.rhythm.clone()),
            ("civil-field-rules", one.rules.clone()),
            ("civil-field-meeting-next", day(cx, one.next_on)),
        ]
    };
    super::told_apart(cx, line(stands), line(mine))
}
