//! `…/kodning`: the coding desk. 25 texts a page, one form; what it sends is what the coder changed, so that two people
//! can code side by side.

use std::collections::BTreeSet;

use askama::Template;
use db::Id;
use identity::{AnalyseContributions, Grant};
use participation::model::channel::Channel;
use participation::model::state::PassageState;
use participation::store::{self as voices, Passage};
use web::{Cx, Form, Pagination, Reply, Req, page};

use super::results::{channel_name, progress_text};
use super::{Room, Tab};
use crate::acts;
use crate::filter::{CodingFilter, Stand};
use crate::model::coding::{Change, Codings, Marks};
use crate::model::plan::Theme;
use crate::reading::{self, Asked, ThemeCount, Themes};
use crate::store;
use crate::words::said;

/// Texts on a page: few enough to keep in mind, and what the database fetches by id at once.
const PER_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "insights/coding.html")]
struct Coding {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    tabs: Vec<Tab>,
    room: Room,
    filter: FilterView,
    /// "Visar 312 av 5 633 texter".
    found: String,
    progress: String,
    passages: Vec<PassageView>,
    themes: Vec<ThemeView>,
    pages: Pagination,
    base: String,
    bulk_href: String,
    export_href: String,
    undo: Option<UndoView>,
}

/// The filter as a form.
pub(super) struct FilterView {
    pub pairs: Vec<(&'static str, String)>,
    activity: String,
    activities: Vec<(String, String)>,
    question: String,
    questions: Vec<(String, String)>,
    stand: String,
    stands: Vec<(String, String)>,
    channel: String,
    channels: Vec<(String, String)>,
    contains: String,
    is_empty: bool,
}

struct PassageView {
    id: String,
    number: String,
    meta: String,
    state: Option<(&'static str, &'static str)>,
    /// The text in pieces, with what each may be of personal data.
    pieces: Vec<(String, String)>,
    language: String,
    /// What the page shows as ticked, for telling later what was changed.
    shown: String,
    boxes: Vec<Box>,
    quotable: bool,
    read: bool,
    done: bool,
}

struct Box {
    theme: String,
    name: String,
    shortcut: String,
    checked: bool,
}

/// A theme in the list beside the texts.
struct ThemeView {
    name: String,
    n: String,
    shortcut: String,
    child: bool,
    definition: String,
    counts_in: String,
    counts_out: String,
    href: String,
}

/// A bulk coding just made, which can be taken back.
pub(super) struct UndoView {
    pub theme: String,
    pub at: String,
    pub text: String,
}

pub(crate) async fn show(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let cx = who.cx(&req);
    let filter = CodingFilter::of_request(&req);
    let mut read = req.site.db.read().await?;
    let room = Room::of(&mut read, &req).await?;
    let asked = reading::asked(&mut read, room.id).await?;
    let plan = store::themes(&mut read, room.id).await?;
    let (standing, codings) = reading::codings(&mut read, room.id).await?;
    let found = filter.find(&mut read, room.id, &codings).await?;
    let pages = Pagination::new(Some(req.page_number()), PER_PAGE, count(found.len()));
    let here: Vec<Id> = found
        .iter()
        .skip(place(pages.offset()))
        .take(place(PER_PAGE))
        .copied()
        .collect();
    let passages = voices::passages_by_id(&mut read, &here).await?;
    let themes = reading::counted(&plan, &codings);
    let view =
        |(i, passage): (i64, &Passage)| passage_view(&cx, &asked, &themes, &codings, passage, pages.offset() + i + 1);
    let progress = themes.progress;
    page(&Coding {
        passages: (0..).zip(&passages).map(view).collect(),
        found: cx.ta(
            "insights-coding-found",
            &[
                ("found", cx.number(found.len()).into()),
                ("base", cx.number(standing.len()).into()),
            ],
        ),
        progress: progress_text(&cx, progress.base, progress.base - progress.left()),
        filter: filter_view(&cx, &filter, &asked, &themes),
        themes: themes.themes.iter().map(|one| theme_view(&cx, &room, one)).collect(),
        base: format!("{}?{}", cx.link(&room.under("kodning")), and(&filter.query())),
        bulk_href: format!("{}?{}", cx.link(&room.under("kodning/alla")), filter.query()),
        export_href: format!("{}?{}", cx.link(&room.under("kodning/export")), filter.query()),
        undo: undo(&cx, &req, &plan),
        crumbs: room.crumbs(&cx),
        tabs: room.tabs(&cx),
        pages,
        room,
        cx,
    })
}

/// `a=b` as `a=b&`, ready for one more word.
fn and(query: &str) -> String {
    if query.is_empty() {
        String::new()
    } else {
        format!("{query}&")
    }
}

pub(super) fn filter_view(cx: &Cx, filter: &CodingFilter, asked: &[Asked], themes: &Themes) -> FilterView {
    let mut questions: Vec<(String, String)> = Vec::new();
    let all = asked
        .iter()
        .flat_map(|one| one.versions.iter().rev())
        .flat_map(|definition| definition.in_order());
    for question in all.filter(|question| question.is_free_text()) {
        if !questions.iter().any(|(key, _)| *key == question.key) {
            questions.push((question.key.clone(), said(cx, &question.label)));
        }
    }
    let own = [
        (Stand::Unread, "insights-stand-unread"),
        (Stand::WithoutTheme, "insights-stand-without"),
    ];
    let theme = |one: &ThemeCount| {
        (
            one.theme.id.to_string(),
            cx.t1("insights-stand-theme", "name", &one.theme.name),
        )
    };
    let own = own.into_iter().map(|(stand, key)| (stand.word(), cx.t(key)));
    FilterView {
        pairs: filter.pairs(),
        activity: filter.activity.map(|id| id.to_string()).unwrap_or_default(),
        activities: asked
            .iter()
            .map(|one| (one.activity.id.to_string(), said(cx, &one.title())))
            .collect(),
        question: filter.question.clone(),
        questions,
        stand: filter.stand.word(),
        stands: own.chain(themes.themes.iter().map(theme)).collect(),
        channel: filter.channel.clone(),
        channels: Channel::ALL
            .iter()
            .map(|one| (one.name().to_owned(), channel_name(cx, one.name())))
            .collect(),
        contains: filter.contains.clone(),
        is_empty: filter.is_empty(),
    }
}

fn passage_view(
    cx: &Cx,
    asked: &[Asked],
    themes: &Themes,
    codings: &Codings,
    passage: &Passage,
    number: i64,
) -> PassageView {
    let marks = codings.marks(passage.id);
    let activity = asked.iter().find(|one| one.activity.id == passage.activity_id);
    let question = activity
        .and_then(|one| one.question(&passage.question))
        .map(|question| said(cx, &question.label));
    let parts = [
        question.unwrap_or_else(|| passage.question.clone()),
        channel_name(cx, &passage.channel),
        cx.day(&passage.submitted_at),
    ];
    let boxed = |one: &ThemeCount| Box {
        theme: one.theme.id.to_string(),
        name: one.theme.name.clone(),
        shortcut: one.theme.shortcut.clone(),
        checked: marks.themes.contains(&one.theme.id),
    };
    PassageView {
        id: passage.id.to_string(),
        number: cx.number(number),
        meta: parts.join(" · "),
        state: state_tag(passage.state()),
        pieces: participation::marks::marked(cx, &passage.body),
        language: passage.language.clone(),
        shown: written(&marks),
        boxes: themes.themes.iter().map(boxed).collect(),
        quotable: marks.quotable,
        read: marks.read,
        done: codings.is_done(passage.id),
    }
}

pub(super) fn state_tag(state: PassageState) -> Option<(&'static str, &'static str)> {
    match state {
        PassageState::Published => None,
        PassageState::Waiting => Some(("insights-state-waiting", "info")),
        PassageState::Masked => Some(("insights-state-masked", "")),
        PassageState::Hidden => Some(("insights-state-hidden", "warn")),
    }
}

fn theme_view(cx: &Cx, room: &Room, one: &ThemeCount) -> ThemeView {
    ThemeView {
        name: one.theme.name.clone(),
        n: cx.number(one.n),
        shortcut: one.theme.shortcut.clone(),
        child: one.theme.parent_id.is_some(),
        definition: one.theme.definition.clone(),
        counts_in: one.theme.counts_in.clone(),
        counts_out: one.theme.counts_out.clone(),
        href: cx.link(&room.under(&format!("kodning?tema={}", one.theme.id))),
    }
}

/// `?angra=theme.microseconds.added`, set by the bulk coding.
pub(super) fn undo(cx: &Cx, req: &Req, plan: &[Theme]) -> Option<UndoView> {
    let mut parts = req.query("angra")?.split('.');
    let (theme, at, added) = (parts.next()?, parts.next()?, parts.next()?);
    let name = plan
        .iter()
        .find(|one| one.id.to_string() == theme)
        .map(|one| one.name.as_str())?;
    let (added, _) = (added.parse::<i64>().ok()?, at.parse::<i64>().ok()?);
    Some(UndoView {
        theme: theme.to_owned(),
        at: at.to_owned(),
        text: cx.ta("insights-bulk-done", &[("n", added.into()), ("name", name.into())]),
    })
}

/// Theme ids and the two other boxes, with spaces between.
fn written(marks: &Marks) -> String {
    let flags = [(marks.quotable, "citat"), (marks.read, "last")];
    let flags = flags
        .into_iter()
        .filter(|(set, _)| *set)
        .map(|(_, word)| word.to_owned());
    marks
        .themes
        .iter()
        .map(Id::to_string)
        .chain(flags)
        .collect::<Vec<_>>()
        .join(" ")
}

fn read_marks<'a>(words: impl Iterator<Item = &'a str>) -> Marks {
    let mut marks = Marks {
        themes: BTreeSet::new(),
        quotable: false,
        read: false,
    };
    for word in words {
        match word {
            "citat" => marks.quotable = true,
            "last" => marks.read = true,
            id => marks.themes.extend(id.parse::<Id>().ok()),
        }
    }
    marks
}

/// What the form says was changed.
fn changes(form: &Form) -> Vec<Change> {
    let passages = form.all("text");
    let passages = passages
        .iter()
        .take(place(PER_PAGE))
        .filter_map(|id| Some((id, id.parse::<Id>().ok()?)));
    passages
        .map(|(name, id)| {
            let shown = form.text(&format!("visat-{name}"));
            let sent = form.all(&format!("kod-{name}"));
            let shown = read_marks(shown.split_whitespace());
            shown.change_to(id, &read_marks(sent.iter().map(String::as_str)))
        })
        .filter(|change| !change.is_empty())
        .collect()
}

pub(crate) async fn save(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let form = req.form()?;
    let dialogue = req.id_param("id")?;
    acts::code(&req.site, who.actor(), dialogue, &changes(&form)).await?;
    let filter = CodingFilter::of_form(&form);
    let number = form.int("sida").unwrap_or(1).max(1);
    // In the list of unread texts the next ones come up by themselves when these are done.
    let next = if form.has("nasta") && filter.stand != Stand::Unread {
        number + 1
    } else {
        number
    };
    let query = format!("{}sida={next}", and(&filter.query()));
    req.done(
        &format!("/arbetsyta/dialoger/{dialogue}/kodning?{query}"),
        "insights-coding-saved",
    )
}

pub(super) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub(super) fn place(n: i64) -> usize {
    usize::try_from(n).unwrap_or(0)
}
