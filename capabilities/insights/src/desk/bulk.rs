//! `…/kodning/alla`: one theme for every text that the filter finds. Shown before it is done, and can be taken back.

use askama::Template;
use db::Id;
use identity::{AnalyseContributions, Grant};
use jiff::Timestamp;
use participation::store as voices;
use web::{Cx, Errors, Fault, Reply, Req, page};

use super::{Room, Tab};
use crate::acts;
use crate::filter::CodingFilter;
use crate::reading;
use crate::store;

/// Texts shown as a sample before a bulk coding.
const SAMPLE: usize = 5;

#[derive(Template)]
#[template(path = "insights/bulk.html")]
struct Preview {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    tabs: Vec<Tab>,
    room: Room,
    pairs: Vec<(&'static str, String)>,
    /// How many the filter finds.
    found: String,
    themes: Vec<(String, String)>,
    chosen: String,
    /// What would happen; empty until a theme is chosen.
    effect: String,
    sample: Vec<Vec<(String, String)>>,
    back: String,
}

pub(crate) async fn preview_all(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let cx = who.cx(&req);
    let filter = CodingFilter::of_request(&req);
    let mut read = req.site.db.read().await?;
    let room = Room::of(&mut read, &req).await?;
    let plan = store::themes(&mut read, room.id).await?;
    let (_, codings) = reading::codings(&mut read, room.id).await?;
    let found = filter.find(&mut read, room.id, &codings).await?;
    let themes = reading::counted(&plan, &codings).themes;
    let chosen = req
        .query("ge")
        .and_then(|id| themes.iter().find(|one| one.theme.id.to_string() == id));
    let mut errors = Errors::default();
    if chosen.is_none() && req.query("visa").is_some() {
        errors.add("ge", cx.t("insights-bulk-choose"));
    }
    let has = chosen.map_or(0, |one| {
        found
            .iter()
            .filter(|passage| codings.has(**passage, one.theme.id))
            .count()
    });
    let sample: Vec<Id> = found.iter().take(SAMPLE).copied().collect();
    let sample = voices::passages_by_id(&mut read, &sample)
        .await?
        .into_iter()
        .map(|passage| participation::marks::marked(&cx, &passage.body))
        .collect();
    page(&Preview {
        errors,
        pairs: filter.pairs(),
        found: cx.tn("insights-bulk-found", found.len()),
        effect: chosen.map_or_else(String::new, |one| {
            let new = found.len() - has;
            cx.ta(
                "insights-bulk-effect",
                &[
                    ("name", one.theme.name.as_str().into()),
                    ("new", cx.number(new).into()),
                    ("already", cx.number(has).into()),
                ],
            )
        }),
        chosen: chosen.map(|one| one.theme.id.to_string()).unwrap_or_default(),
        themes: themes
            .iter()
            .map(|one| (one.theme.id.to_string(), one.theme.name.clone()))
            .collect(),
        sample,
        back: cx.link(&room.under(&format!("kodning?{}", filter.query()))),
        crumbs: room.crumbs(&cx),
        tabs: room.tabs(&cx),
        room,
        cx,
    })
}

pub(crate) async fn save_all(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let form = req.form()?;
    let dialogue = req.id_param("id")?;
    let theme: Id = form
        .text("ge")
        .parse()
        .map_err(|_| Fault::rule("insights-bulk-choose"))?;
    let filter = CodingFilter::of_form(&form);
    let bulk = acts::code_all(&req.site, who.actor(), dialogue, &filter, theme).await?;
    let undo = format!("angra={}.{}.{}", bulk.theme, bulk.at.as_microsecond(), bulk.added);
    let query = filter.query();
    let query = if query.is_empty() {
        undo
    } else {
        format!("{query}&{undo}")
    };
    req.see_other(&format!("/arbetsyta/dialoger/{dialogue}/kodning?{query}"))
}

pub(crate) async fn undo_all(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let form = req.form()?;
    let dialogue = req.id_param("id")?;
    let theme: Id = form.text("tema-angra").parse().map_err(|_| Fault::NotFound)?;
    let at = form
        .int("tid")
        .and_then(|micros| Timestamp::from_microsecond(micros).ok())
        .ok_or(Fault::NotFound)?;
    acts::undo_code_all(&req.site, who.actor(), dialogue, theme, at).await?;
    let query = CodingFilter::of_form(&form).query();
    req.done(
        &format!("/arbetsyta/dialoger/{dialogue}/kodning?{query}"),
        "insights-bulk-undone",
    )
}
