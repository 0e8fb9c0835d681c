//! A page of a course: its text, its film with captions and transcript, and the way on.

use super::{course, course_page, crumbs, of, pack, progress};
use crate::acts;
use crate::model::progress::{Step, beside};
use askama::Template;
use identity::{Grant, SeeDesk};
use method::pack::{Course, CoursePage, Medium, MediumKind};
use web::{Cx, Fault, Reply, Req, raw};

/// A film or a recording.
struct MediumView {
    title: String,
    /// What its transcript is called.
    words: String,
    address: String,
    captions: String,
    transcript: String,
}

#[derive(Template)]
#[template(path = "training/lesson.html")]
struct Lesson {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    course: String,
    name: String,
    /// "Sida 2 av 7 · 4 minuter".
    place: String,
    medium: Option<MediumView>,
    html: String,
    /// What the way on is called.
    onward: String,
    previous: Option<String>,
}

pub(crate) async fn page(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, pack) = (who.cx(&req), pack(&req));
    let course = course(&req, &pack)?;
    let page = course_page(&req, course)?;
    let was_read = progress(&req, &who.staff, course).await?.mark(&page.key, "").is_some();
    let (previous, next) = beside(course, &Step::Page(page));
    let onward = match next {
        Some(Step::Question(..)) => "training-to-questions",
        Some(Step::Page(_)) => "training-to-next-page",
        _ => "training-to-result",
    };
    web::page(&Lesson {
        crumbs: crumbs(&cx, course),
        course: course.name.get(cx.lang).to_owned(),
        name: page.name.get(cx.lang).to_owned(),
        place: place(&cx, course, page, was_read),
        medium: page
            .medium
            .as_ref()
            .map(|medium| medium_view(&cx, course, page, medium)),
        html: toolbox::html(&cx, &page.text, "avsnitt"),
        onward: cx.t(onward),
        previous: previous.map(|step| cx.link(&step.address(course))),
        cx,
    })
}

fn place(cx: &Cx, course: &Course, page: &CoursePage, was_read: bool) -> String {
    let number = course
        .pages
        .iter()
        .position(|one| one.key == page.key)
        .map_or(1, |place| place + 1);
    let place = cx.t1("training-page-of", "place", of(cx, number, course.pages.len()));
    let mut words = vec![place, cx.tn("training-minutes", page.minutes)];
    if was_read {
        words.push(cx.t("training-page-read"));
    }
    words.join(" · ")
}

fn medium_view(cx: &Cx, course: &Course, page: &CoursePage, medium: &Medium) -> MediumView {
    let (title, words) = match medium.kind {
        MediumKind::Film => ("training-film", "training-film-words"),
        MediumKind::Audio => ("training-audio", "training-audio-words"),
    };
    MediumView {
        title: cx.t1(title, "name", page.name.get(cx.lang)),
        words: cx.t(words),
        address: medium.address.clone(),
        captions: format!("{}/undertexter", cx.link(&Step::Page(page).address(course))),
        transcript: toolbox::html(cx, &medium.transcript, "utskrift"),
    }
}

pub(crate) async fn read(req: Req, who: Grant<SeeDesk>) -> Reply {
    let pack = pack(&req);
    let course = course(&req, &pack)?;
    let page = course_page(&req, course)?;
    acts::mark_read(&req.site, &who.staff, &course.key, &page.key).await?;
    let next = beside(course, &Step::Page(page)).1.unwrap_or(Step::Result);
    req.see_other(&next.address(course))
}

/// The captions of a page's film, for the player.
pub(crate) async fn captions(req: Req, _: Grant<SeeDesk>) -> Reply {
    let pack = pack(&req);
    let page = course_page(&req, course(&req, &pack)?)?;
    let medium = page.medium.as_ref().ok_or(Fault::NotFound)?;
    raw("text/vtt; charset=utf-8", medium.captions.clone())
}
