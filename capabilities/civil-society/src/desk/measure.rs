//! One measure: its form, and its colours over time.

use super::measures::{Shown, address, cause_words, shown};
use super::{Parts, choose, date_of, day, needed, needed_date, optional, parts, screen, typed_parts};
use crate::acts::crime;
use crate::model::measure::{Colour, Measure};
use crate::model::{LINE, TEXT};
use crate::store::{self, MeasureFollowUp, StoredMeasure};
use crate::words;
use askama::Template;
use db::Id;
use identity::{Grant, PreventCrime};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

struct FollowLine {
    day: String,
    by: String,
    colour: Shown,
    outcome: String,
    effect: String,
}

/// The fields of a measure as typed.
#[derive(Default)]
struct Typed {
    cause: String,
    place: String,
    action: String,
    goal: String,
    timing: String,
    due: Parts,
    organisation: String,
    responsible: String,
    indicator: String,
}

impl Typed {
    fn of(form: &Form) -> Typed {
        Typed {
            cause: form.text("cause"),
            place: form.raw("place"),
            action: form.text("action"),
            goal: form.text("goal"),
            timing: form.text("timing"),
            due: typed_parts(form, "due"),
            organisation: form.text("organisation"),
            responsible: form.text("responsible"),
            indicator: form.text("indicator"),
        }
    }

    fn standing(one: &StoredMeasure) -> Typed {
        Typed {
            cause: one.measure.cause.to_string(),
            place: one.measure.place.to_string(),
            action: one.measure.action.clone(),
            goal: one.measure.goal.clone(),
            timing: one.measure.timing.clone(),
            due: parts(one.measure.due_on),
            organisation: one.organisation.clone(),
            responsible: one.measure.responsible.clone(),
            indicator: one.measure.indicator.clone(),
        }
    }
}

/// What somebody typed about a follow-up.
#[derive(Default)]
struct Followed {
    colour: String,
    outcome: String,
    effect: String,
}

#[derive(Template)]
#[template(path = "civil-society/measure.html")]
struct Page {
    cx: Cx,
    errors: Errors,
    asks_function: bool,
    action: String,
    is_new: bool,
    causes: Vec<(String, String)>,
    typed: Typed,
    history: Vec<FollowLine>,
    colours: Vec<(String, String)>,
    followed: Followed,
    on: Parts,
    text_max: usize,
    revision: i64,
    /// Somebody else saved first: what stands is told in the fields' words.
    conflict: Vec<(String, String, String)>,
}

async fn build(req: &Req, cx: Cx, stands: Option<Id>, typed: Option<Typed>) -> Result<Page, Fault> {
    let mut read = req.site.db.read().await?;
    let causes = store::causes(&mut read).await?;
    let follow_ups = store::measure_follow_ups(&mut read).await?;
    let stored = match stands {
        Some(id) => Some(store::measure(&mut read, id).await?),
        None => None,
    };
    drop(read);
    let line = |one: &MeasureFollowUp| FollowLine {
        day: day(&cx, one.followed_on),
        by: one.created_by.clone(),
        colour: shown(&cx, Colour::from_code(&one.colour)),
        outcome: one.outcome.clone(),
        effect: one.effect.clone(),
    };
    let of_it = follow_ups.iter().filter(|one| Some(one.measure_id) == stands);
    Ok(Page {
        errors: Errors::default(),
        asks_function: false,
        action: stands.map_or_else(|| cx.link(NEW), |id| cx.link(&address(id))),
        is_new: stands.is_none(),
        causes: causes
            .iter()
            .map(|one| (one.id.to_string(), cause_words(&cx, one)))
            .collect(),
        history: of_it.map(line).collect(),
        colours: colours(&cx),
        followed: Followed::default(),
        on: parts(Some(req.today())),
        text_max: TEXT,
        revision: stored.as_ref().map(|one| one.revision).unwrap_or_default(),
        typed: typed
            .or_else(|| stored.as_ref().map(Typed::standing))
            .unwrap_or_default(),
        conflict: Vec::new(),
        cx,
    })
}

/// The measure as the form says it; nothing when something is wrong.
async fn read(req: &Req, form: &Form, errors: &mut Errors) -> Result<Option<Measure>, Fault> {
    let mut conn = req.site.db.read().await?;
    let cause = form.text("cause").parse::<Id>().ok();
    let cause = match cause {
        Some(id) => store::causes(&mut conn)
            .await?
            .iter()
            .find(|one| one.id == id)
            .map(|one| one.id),
        None => None,
    };
    if cause.is_none() {
        errors.add("cause", req.t("civil-error-measure-cause"));
    }
    let action = needed(req, form, errors, "action", "civil-error-action", TEXT);
    let goal = needed(req, form, errors, "goal", "civil-error-goal", TEXT);
    let timing = needed(req, form, errors, "timing", "civil-error-timing", LINE);
    let due_on = date_of(req, form, errors, "due");
    let written = form.text("organisation");
    let organisation = match written.as_str() {
        "" => None,
        name => choose::organisation(req, &mut conn, name, errors, "organisation").await?,
    };
    drop(conn);
    let responsible = needed(req, form, errors, "responsible", "civil-error-responsible", LINE);
    let indicator = optional(req, form, errors, "indicator", TEXT);
    let place = if form.text("place").is_empty() {
        Some(1)
    } else {
        form.int("place")
    };
    if place.is_none_or(|place| !(1..=999).contains(&place)) {
        errors.add("place", req.t("civil-error-order"));
    }
    let texts = [
        ("action", action.as_str()),
        ("goal", &goal),
        ("timing", &timing),
        ("responsible", &responsible),
        ("indicator", &indicator),
    ];
    screen::persons(req, form, errors, &texts);
    let (Some(cause), Some(place), true) = (cause, place, errors.is_empty()) else {
        return Ok(None);
    };
    Ok(Some(Measure {
        cause,
        place,
        action,
        goal,
        timing,
        due_on,
        organisation,
        responsible,
        indicator,
    }))
}

/// The colours as the pack explains them.
pub(super) fn colours(cx: &Cx) -> Vec<(String, String)> {
    let mut known = words::choices(cx.site(), cx.lang, "measure-colour");
    known.retain(|(code, _)| Colour::from_code(code).is_some());
    known
}

const NEW: &str = "/arbetsyta/brottsforebyggande/atgarder/ny";

pub(crate) async fn new(req: Req, who: Grant<PreventCrime>) -> Reply {
    page(&build(&req, who.cx(&req), None, None).await?)
}

pub(crate) async fn create(req: Req, who: Grant<PreventCrime>) -> Reply {
    let form = req.form()?;
    let mut errors = Errors::default();
    let Some(measure) = read(&req, &form, &mut errors).await? else {
        let again = build(&req, who.cx(&req).failed(), None, Some(Typed::of(&form))).await?;
        return invalid(&Page {
            asks_function: screen::asks(&form, &errors),
            errors,
            ..again
        });
    };
    crime::write_measure(&req.site, &who, None, &measure, Some(&form.text("nyckel"))).await?;
    req.done(crate::MEASURES, "civil-note-measure")
}

pub(crate) async fn show(req: Req, who: Grant<PreventCrime>) -> Reply {
    page(&build(&req, who.cx(&req), Some(req.id_param("measure")?), None).await?)
}

pub(crate) async fn save(req: Req, who: Grant<PreventCrime>) -> Reply {
    let (id, form) = (req.id_param("measure")?, req.form()?);
    let mut errors = Errors::default();
    let revision = form.int("revision").unwrap_or(0);
    let Some(measure) = read(&req, &form, &mut errors).await? else {
        let again = build(&req, who.cx(&req).failed(), Some(id), Some(Typed::of(&form))).await?;
        return invalid(&Page {
            asks_function: screen::asks(&form, &errors),
            revision,
            errors,
            ..again
        });
    };
    match crime::write_measure(&req.site, &who, Some((id, revision)), &measure, None).await {
        Ok(_) => req.done(crate::MEASURES, "civil-note-measure"),
        Err(Fault::Conflict) => {
            let stands = store::measure(&mut req.site.db.read().await?, id).await?;
            let mut again = build(&req, who.cx(&req).failed(), Some(id), Some(Typed::of(&form))).await?;
            again.conflict = differences(&again.cx, &Typed::standing(&stands), &again.typed);
            invalid(&again)
        }
        Err(fault) => Err(fault),
    }
}

fn differences(cx: &Cx, stands: &Typed, mine: &Typed) -> Vec<(String, String, String)> {
    let line = |one: &Typed| {
        [
            ("civil-field-action", one.action.clone()),
            ("civil-field-goal", one.goal.clone()),
            ("civil-field-timing", one.timing.clone()),
            ("civil-field-organisation", one.organisation.clone()),
            ("civil-field-responsible", one.responsible.clone()),
            ("civil-field-indicator", one.indicator.clone()),
        ]
    };
    super::told_apart(cx, line(stands), line(mine))
}

pub(crate) async fn follow_up(req: Req, who: Grant<PreventCrime>) -> Reply {
    let (id, form) = (req.id_param("measure")?, req.form()?);
    let mut errors = Errors::default();
    let colour = Colour::from_code(&form.text("colour"));
    if colour.is_none() {
        errors.add("colour", req.t("civil-error-colour"));
    }
    let outcome = needed(&req, &form, &mut errors, "outcome", "civil-error-outcome", TEXT);
    let effect = optional(&req, &form, &mut errors, "effect", TEXT);
    let on = needed_date(&req, &form, &mut errors, "on", "civil-error-follow-up-on");
    if on.is_some_and(|day| day > req.today()) {
        errors.add("on", req.t("civil-error-future"));
    }
    screen::persons(&req, &form, &mut errors, &[("outcome", &outcome), ("effect", &effect)]);
    if let (Some(colour), Some(on), true) = (colour, on, errors.is_empty()) {
        let once = form.text("nyckel");
        crime::follow_up_measure(&req.site, &who, id, colour, (&outcome, &effect), on, Some(&once)).await?;
        return req.done(&address(id), "civil-note-followed");
    }
    let mut again = build(&req, who.cx(&req).failed(), Some(id), None).await?;
    again.asks_function = screen::asks(&form, &errors);
    again.errors = errors;
    again.on = typed_parts(&form, "on");
    again.followed = Followed {
        colour: form.text("colour"),
        outcome,
        effect,
    };
    invalid(&again)
}
