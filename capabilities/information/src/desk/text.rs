//! `/arbetsyta/texter/{shelf}/{text}/{lang}`: one text, what readers see of it, what waits, and every version of it; and
//! the acts that are one button.

use super::{Head, as_fault, key_of, version_name};
use crate::acts;
use crate::model::version::{Shelf, State, Version, next_change, shown};
use crate::store::versions as store;
use askama::Template;
use identity::{ApproveDialogue, Grant};
use web::{Cx, Fault, Pagination, Reply, Req, page};

/// Versions on a page of the history.
const PER_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "information/text.html")]
struct TextPage {
    cx: Cx,
    head: Head,
    /// What readers see, in words.
    shown: String,
    /// Where they see it.
    reader: String,
    /// The number of the last version, for the forms.
    latest: i64,
    /// The draft that waits: its number and name.
    draft: Option<(i64, String)>,
    /// Approved for later: number and words.
    planned: Option<(i64, String)>,
    /// The municipality's own text is shown: one can go back to the base.
    is_own: bool,
    versions: Vec<VersionView>,
    pages: Pagination,
    /// The address that a page number is added to.
    history: String,
}

struct VersionView {
    number: i64,
    name: String,
    iso: String,
    note: String,
    state: String,
    kind: &'static str,
    is_latest: bool,
    is_base: bool,
}

pub(crate) async fn show(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (key, _) = key_of(&req)?;
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let latest = store::latest(&mut read, &key).await?;
    let number = latest.as_ref().map_or(0, |one| one.number);
    let approved: Vec<Version> = store::approved(&mut read, key.shelf, &key.text)
        .await?
        .into_iter()
        .filter(|(lang, _)| *lang == key.lang)
        .map(|(_, version)| version)
        .collect();
    let pages = Pagination::new(Some(req.page_number()), PER_PAGE, number);
    let listed = store::history(&mut read, &key, PER_PAGE, pages.offset()).await?;
    drop(read);
    let own = shown(&approved, req.now);
    let next = next_change(&approved, req.now);
    let planned = approved.iter().find(|one| next.is_some() && one.publish_at == next);
    page(&TextPage {
        head: Head::new(&cx, &key),
        shown: own.map_or_else(|| cx.t("information-shown-base"), |one| version_name(&cx, one)),
        reader: cx.link(&reader(&req, &key)),
        latest: number,
        draft: latest
            .filter(|one| one.state == State::Draft)
            .map(|one| (one.number, version_name(&cx, &one))),
        planned: planned.map(|one| (one.number, planned_words(&cx, one))),
        is_own: own.is_some(),
        versions: listed.iter().map(|one| version(&cx, one, number, req.now)).collect(),
        pages,
        history: format!("{}?", cx.link(&key.desk_address())),
        cx,
    })
}

/// Where readers find the text.
fn reader(req: &Req, key: &crate::TextKey) -> String {
    let pack = method::packs(&req.site).dialogue();
    let Some(audience) = key.shelf.audience() else {
        return method::pack::Link::Chapter(key.text.clone()).address();
    };
    let mut pages = pack.library.pages.iter();
    let page = pages.find(|one| one.audience == audience && one.key == key.text);
    page.map_or_else(|| "/".to_owned(), |one| one.address.clone())
}

fn planned_words(cx: &Cx, version: &Version) -> String {
    let when = version.publish_at.map(|at| cx.moment(&at)).unwrap_or_default();
    let number = version.number.to_string();
    cx.t2("information-planned", ("n", &number), ("when", &when))
}

fn version(cx: &Cx, version: &Version, latest: i64, now: jiff::Timestamp) -> VersionView {
    let by = |key: &str, at: Option<jiff::Timestamp>| {
        let when = at.map(|at| cx.moment(&at)).unwrap_or_default();
        cx.t2(key, ("who", &version.approved_by), ("when", &when))
    };
    let (state, kind) = match version.state {
        State::Draft => (cx.t("information-version-draft"), ""),
        State::Approved if version.is_planned(now) => (by("information-version-planned", version.publish_at), "info"),
        State::Approved if version.is_base => (by("information-version-base", version.publish_at), "ok"),
        State::Approved => (by("information-version-approved", version.publish_at), "ok"),
        State::Withdrawn => (cx.t("information-version-withdrawn"), ""),
        State::Stopped => (cx.t("information-version-stopped"), "bad"),
    };
    VersionView {
        number: version.number,
        name: version_name(cx, version),
        iso: version.written_at.to_string(),
        note: version.note.clone(),
        state,
        kind,
        is_latest: version.number == latest,
        is_base: version.is_base,
    }
}

/// `POST …/aterstall`: what an earlier version said becomes a new draft.
pub(crate) async fn restore(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (key, _) = key_of(&req)?;
    let (number, made_from) = numbers(&req)?;
    let note = req.ta("information-note-restored", &[("n", number.into())]);
    acts::restore(&req.site, &who.staff, &key, made_from, number, &note)
        .await
        .map_err(as_fault)?;
    req.done(&key.desk_address(), "information-done-restored")
}

/// `POST …/grundtext`: the base text is shown again.
pub(crate) async fn return_to_base(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (key, _) = key_of(&req)?;
    let (_, made_from) = numbers(&req)?;
    let note = req.t("information-note-base");
    acts::return_to_base(&req.site, &who.staff, &key, made_from, &note)
        .await
        .map_err(as_fault)?;
    let done = if key.shelf == Shelf::Handbook {
        "information-done-base-chapter"
    } else {
        "information-done-base"
    };
    req.done(&key.desk_address(), done)
}

/// `POST …/avbryt`: a planned publication is called off.
pub(crate) async fn call_off(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (key, _) = key_of(&req)?;
    let (number, _) = numbers(&req)?;
    acts::call_off(&req.site, &who.staff, &key, number)
        .await
        .map_err(as_fault)?;
    req.done(&key.desk_address(), "information-done-called-off")
}

/// The version the act is about, and the last one that the page showed.
fn numbers(req: &Req) -> Result<(i64, i64), Fault> {
    let form = req.form()?;
    Ok((form.int("version").unwrap_or(0), form.int("revision").unwrap_or(0)))
}
