//! An information page as it is shown: its text, and between the text what directives fetch from elsewhere.

use crate::model::groups::{self, Standing};
use crate::model::version::{Content, Shelf, TextKey, Version, shown};
use crate::store::versions as store;
use db::Conn;
use dialogues::{Dialogue, Filter};
use jiff::Timestamp;
use method::Pack;
use method::pack::{Directive, InformationPage, LevelText, Stretch, stretches};
use web::{Cx, Fault, Lang};

/// Finished dialogues that the page lists; the rest are found by searching.
const FINISHED: usize = 20;

/// A stretch of the page.
pub(crate) enum Block {
    Html(String),
    Levels(Vec<LevelView>),
    Rungs(Vec<LevelView>),
    /// Name and meaning.
    Principles(Vec<(String, String)>),
    Dialogues(Vec<GroupView>),
    Contact(ContactView),
    Controller,
    Pages(Vec<Lead>),
}

/// A level of the ladder.
pub(crate) struct LevelView {
    pub rank: u8,
    pub name: String,
    pub meaning: String,
    pub promise: String,
    pub not_promise: String,
    pub show: Vec<String>,
    pub methods: String,
}

/// Dialogues that stand at the same place.
pub(crate) struct GroupView {
    pub heading: String,
    /// What is said when there are none.
    pub empty: String,
    pub dialogues: Vec<DialogueLine>,
}

pub(crate) struct DialogueLine {
    pub href: String,
    pub title: String,
    /// "Stänger 31 mars 2026".
    pub when: String,
}

pub(crate) struct ContactView {
    pub phone_href: String,
    pub address: Vec<String>,
}

/// A line that leads somewhere.
pub(crate) struct Lead {
    pub href: String,
    pub name: String,
    pub about: String,
}

/// What readers see of a page now.
pub(crate) struct Shown {
    pub content: Content,
    /// The language it is in: Swedish where the reader's is missing.
    pub lang: Lang,
    /// When the municipality's own text took over; none for the base text.
    pub since: Option<Timestamp>,
}

/// Chooses what readers of a language see: the municipality's text, else the base text, else the same in Swedish.
pub(crate) fn pick(page: &InformationPage, approved: &[(Lang, Version)], lang: Lang, now: Timestamp) -> Shown {
    let own = |lang: Lang| {
        let versions: Vec<Version> = approved
            .iter()
            .filter(|(one, _)| *one == lang)
            .map(|(_, v)| v.clone())
            .collect();
        shown(&versions, now).cloned()
    };
    if let Some(version) = own(lang) {
        return Shown {
            content: version.content,
            lang,
            since: version.publish_at,
        };
    }
    if page.text.get(lang).is_empty() && lang != Lang::Sv {
        return pick(page, approved, Lang::Sv, now);
    }
    Shown {
        content: Content {
            title: page.name.get(lang).to_owned(),
            lead: page.about.get(lang).to_owned(),
            body: page.text.get(lang).to_owned(),
        },
        lang,
        since: None,
    }
}

/// The stretches of a page's text.
pub(crate) async fn blocks(conn: &mut Conn, cx: &Cx, key: &TextKey, body: &str) -> Result<Vec<Block>, Fault> {
    let pack = method::packs(cx.site()).dialogue();
    let mut all = Vec::new();
    for (place, stretch) in stretches(body).into_iter().enumerate() {
        all.push(match stretch {
            Stretch::Text(text) => Block::Html(toolbox::prose(cx, key.lang, &text, &format!("avsnitt{place}"))),
            Stretch::Shown(Directive::Levels) => Block::Levels(levels(cx, &pack)),
            Stretch::Shown(Directive::Rungs) => Block::Rungs(levels(cx, &pack)),
            Stretch::Shown(Directive::Principles) => Block::Principles(principles(cx, &pack)),
            Stretch::Shown(Directive::Contact) => Block::Contact(contact(cx)),
            Stretch::Shown(Directive::Controller) => Block::Controller,
            Stretch::Shown(Directive::Dialogues) => Block::Dialogues(by_standing(conn, cx).await?),
            Stretch::Shown(Directive::Pages) => Block::Pages(pages(conn, cx, key, &pack).await?),
        });
    }
    Ok(all)
}

fn levels(cx: &Cx, pack: &Pack) -> Vec<LevelView> {
    let view = |level: &LevelText| LevelView {
        rank: level.rank,
        name: level.name.get(cx.lang).to_owned(),
        meaning: level.meaning.get(cx.lang).to_owned(),
        promise: level.promise.get(cx.lang).to_owned(),
        not_promise: level.not_promise.get(cx.lang).to_owned(),
        show: level.show.iter().map(|one| one.get(cx.lang).to_owned()).collect(),
        methods: level.methods.get(cx.lang).to_owned(),
    };
    pack.ladder.levels().iter().map(view).collect()
}

fn principles(cx: &Cx, pack: &Pack) -> Vec<(String, String)> {
    let all = pack.library.principles.iter();
    all.map(|one| (one.name.get(cx.lang).to_owned(), one.meaning.get(cx.lang).to_owned()))
        .collect()
}

fn contact(cx: &Cx) -> ContactView {
    let digits = cx.settings.contact_phone.chars();
    let digits: String = digits.filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    ContactView {
        phone_href: format!("tel:{digits}"),
        address: cx.settings.contact_address.lines().map(str::to_owned).collect(),
    }
}

async fn by_standing(conn: &mut Conn, cx: &Cx) -> Result<Vec<GroupView>, Fault> {
    let today = cx.site().today();
    let all = dialogues::list_public(conn, &Filter::default(), today).await?;
    let line = |dialogue: &Dialogue| DialogueLine {
        href: cx.link(&dialogue.address()),
        title: dialogue.title_in(cx.lang),
        when: groups::day(dialogue, today)
            .map(|(key, day)| cx.t1(key, "date", cx.short_date(&day)))
            .unwrap_or_default(),
    };
    let group = |standing: Standing| {
        let here = all
            .iter()
            .filter(|one| Standing::of(one.phase(today)) == Some(standing));
        let most = if standing == Standing::Finished {
            FINISHED
        } else {
            usize::MAX
        };
        let dialogues: Vec<DialogueLine> = here.take(most).map(line).collect();
        if dialogues.is_empty() && standing.empty().is_none() {
            return None;
        }
        Some(GroupView {
            heading: cx.t(standing.heading()),
            empty: standing.empty().map(|key| cx.t(key)).unwrap_or_default(),
            dialogues,
        })
    };
    Ok(Standing::ALL.into_iter().filter_map(group).collect())
}

/// The other pages for the same readers, by the titles that are shown.
async fn pages(conn: &mut Conn, cx: &Cx, key: &TextKey, pack: &Pack) -> Result<Vec<Lead>, Fault> {
    let titles = store::titles(conn, key.shelf, cx.site().clock.now()).await?;
    Ok(leads(cx, pack, key.shelf, &titles)
        .filter(|(page, _)| page.key != key.text)
        .map(|(_, lead)| lead)
        .collect())
}

fn leads<'a>(
    cx: &'a Cx,
    pack: &'a Pack,
    shelf: Shelf,
    titles: &'a [store::Title],
) -> impl Iterator<Item = (&'a InformationPage, Lead)> {
    let pages = pack.library.pages.iter();
    pages
        .filter(move |one| Some(one.audience) == shelf.audience())
        .map(|page| {
            let of_page = titles.iter().filter(|one| one.text == page.key && one.lang == cx.lang);
            let newest = of_page
                .max_by_key(|one| (one.publish_at, one.number))
                .filter(|one| !one.is_base);
            let lead = Lead {
                href: cx.link(&page.address),
                name: newest.map_or_else(|| page.name.get(cx.lang).to_owned(), |one| one.title.clone()),
                about: page.about.get(cx.lang).to_owned(),
            };
            (page, lead)
        })
}
