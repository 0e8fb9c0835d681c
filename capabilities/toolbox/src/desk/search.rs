//! `/arbetsyta/handbok/sok?q=`: searching chapters, methods, words, checklist items, templates, courses and
//! information pages.

use crate::{Hit, Sort, Toolbox};
use askama::Template;
use identity::{Grant, SeeDesk};
use web::{Cx, Reply, Req, page};

/// More than anybody reads; who needs the next one writes another word.
const MOST: usize = 30;
/// A longer question is cut before it is read.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "toolbox/search.html")]
struct Found {
    cx: Cx,
    question: String,
    /// How many, in words; empty when nothing was asked.
    count: String,
    hits: Vec<HitView>,
}

struct HitView {
    href: String,
    title: String,
    sort: String,
    excerpt: Vec<(String, bool)>,
}

pub(crate) async fn search(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let toolbox = req.site.get::<Toolbox>().book();
    let question: String = req.query("q").unwrap_or_default().chars().take(LONGEST).collect();
    let hits: Vec<HitView> = toolbox
        .index
        .search(&question, MOST)
        .into_iter()
        .map(|hit| view(&cx, hit))
        .collect();
    page(&Found {
        count: match (question.is_empty(), hits.len()) {
            (true, _) => String::new(),
            (false, MOST) => cx.tn("toolbox-search-most", MOST),
            (false, n) => cx.tn("toolbox-search-count", n),
        },
        question,
        hits,
        cx,
    })
}

fn view(cx: &Cx, hit: Hit<'_>) -> HitView {
    HitView {
        href: cx.link(&hit.entry.address),
        title: hit.entry.title.get(cx.lang).to_owned(),
        sort: cx.t(match hit.entry.sort {
            Sort::Chapter => "toolbox-sort-chapter",
            Sort::Method => "toolbox-sort-method",
            Sort::Term => "toolbox-sort-term",
            Sort::Item => "toolbox-sort-item",
            Sort::Template => "toolbox-sort-template",
            Sort::Lesson => "toolbox-sort-lesson",
            Sort::Page => "toolbox-sort-page",
        }),
        excerpt: hit.excerpt,
    }
}
