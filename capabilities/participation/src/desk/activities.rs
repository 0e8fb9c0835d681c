//! `/arbetsyta/dialoger/{id}/aktiviteter`: the ways to take part in a dialogue, and a new one.

use askama::Template;
use db::Id;
use identity::{Grant, PlanDialogue, SeeDesk};
use web::{Cx, Errors, Fault, Reply, Req};

use crate::acts::{self, Creating};
use crate::dialogue::{self, Dialogue};
use crate::kinds::{KINDS, kind};
use crate::model::channel::Channel;
use crate::model::state::Door;
use crate::store;

#[derive(Template)]
#[template(path = "participation/activities.html")]
struct ActivitiesPage {
    cx: Cx,
    errors: Errors,
    dialogue: Dialogue,
    rows: Vec<Row>,
    may_plan: bool,
    may_record: bool,
    kinds: Vec<(String, String, String)>,
    chosen: String,
    title: String,
}

struct Row {
    href: String,
    title: String,
    kind: String,
    /// "Öppen till och med 31 mars", in words.
    standing: String,
    version: i64,
    total: i64,
    channels: String,
}

pub async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let page = page(
        &req,
        who.cx(&req),
        &who,
        Errors::default(),
        String::new(),
        String::new(),
    )
    .await?;
    web::page(&page)
}

async fn page<P: identity::Permission>(
    req: &Req,
    cx: Cx,
    who: &Grant<P>,
    errors: Errors,
    chosen: String,
    title: String,
) -> Result<ActivitiesPage, Fault> {
    let mut conn = req.site.db.read().await?;
    let dialogue = dialogue::by_id(&mut conn, req.id_param("dialogue")?, req.today()).await?;
    let activities = store::activities(&mut conn, dialogue.id).await?;
    let counts = store::counts_by_activity(&mut conn, dialogue.id).await?;
    let rows = activities
        .iter()
        .map(|activity| Row {
            href: format!("/arbetsyta/aktiviteter/{}", activity.id),
            title: activity.title(cx.lang.code()).to_owned(),
            kind: cx.t(kind(&activity.kind).label()),
            standing: standing(&cx, &dialogue, activity, req.today()),
            version: activity.version,
            total: counts
                .iter()
                .filter(|c| c.activity_id == activity.id)
                .map(|c| c.n)
                .sum(),
            channels: channels(&cx, &counts, activity.id),
        })
        .collect();
    Ok(ActivitiesPage {
        errors,
        rows,
        may_plan: who.staff.may::<PlanDialogue>(),
        may_record: who.staff.may::<identity::RecordContributions>(),
        kinds: KINDS
            .iter()
            .map(|k| (k.name().to_owned(), cx.t(k.label()), cx.t(k.hint())))
            .collect(),
        chosen,
        title,
        dialogue,
        cx,
    })
}

fn channels(cx: &Cx, counts: &[store::ActivityCount], activity: Id) -> String {
    let of = |c: &&store::ActivityCount| c.activity_id == activity;
    let words = |c: &store::ActivityCount| {
        let name = Channel::named(&c.channel)
            .map(|channel| cx.t(crate::channel_label(channel)))
            .unwrap_or_default();
        format!("{name} {}", cx.number(c.n))
    };
    counts.iter().filter(of).map(words).collect::<Vec<_>>().join(", ")
}

/// What a resident meets today, in the words of the desk.
pub(super) fn standing(cx: &Cx, dialogue: &Dialogue, activity: &store::Activity, today: jiff::civil::Date) -> String {
    let last = activity.closes_on.or(dialogue.closes_on);
    if activity.version == 0 {
        return cx.t("participation-standing-draft");
    }
    match (dialogue.door(activity, today), last) {
        (Door::Open, Some(last)) => cx.t1("participation-standing-open-to", "date", cx.short_date(&last)),
        (Door::Open, None) => cx.t("participation-standing-open"),
        (Door::NotYet(first), _) => cx.t1("participation-standing-opens", "date", cx.short_date(&first)),
        (Door::Paused, _) => cx.t("participation-standing-paused"),
        (Door::Closed, _) => cx.t("participation-standing-closed"),
        (Door::Hidden, _) => cx.t("participation-standing-ready"),
    }
}

pub async fn create(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let (chosen, title) = (form.text("sort"), form.text("namn"));
    let mut errors = Errors::default();
    if !KINDS.iter().any(|k| k.name() == chosen) {
        errors.add("sort", req.t("participation-activity-choose-kind"));
    }
    let dialogue = {
        let mut conn = req.site.db.read().await?;
        dialogue::by_id(&mut conn, req.id_param("dialogue")?, req.today())
            .await?
            .id
    };
    if errors.is_empty() {
        let new = Creating {
            dialogue,
            kind: chosen.clone(),
            title: title.clone(),
            opens_on: None,
            closes_on: None,
        };
        match acts::create(&req.site, who.actor(), new).await {
            Ok(id) => return req.see_other(&format!("/arbetsyta/aktiviteter/{id}")),
            Err(Fault::Rule { key, args }) => errors.add("namn", in_words(&req, key, &args)),
            Err(fault) => return Err(fault),
        }
    }
    web::invalid(&page(&req, who.cx(&req).failed(), &who, errors, chosen, title).await?)
}

/// A broken rule as the message of a field.
pub(super) fn in_words(req: &Req, key: &str, args: &[(&'static str, String)]) -> String {
    let values: Vec<_> = args
        .iter()
        .map(|(name, value)| (*name, value.as_str().into()))
        .collect();
    req.ta(key, &values)
}
