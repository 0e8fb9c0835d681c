//! A question, one on each page. The answer comes back to the same page with whether it was right and why.

use super::{course, course_page, crumbs, pack, progress};
use crate::acts;
use crate::model::progress::{Progress, Step, beside};
use askama::Template;
use identity::{Grant, SeeDesk};
use method::pack::{Course, CoursePage, Question};
use std::collections::BTreeSet;
use web::{Cx, Errors, Fault, Reply, Req, invalid};

/// What an answer is told.
struct Told {
    is_right: bool,
    title: String,
    /// Each choice made, and why it is right or not.
    choices: Vec<(String, String)>,
    /// What more there is to say about the answer as a whole.
    more: Vec<String>,
    /// The choices not made, and why, once the answer is right.
    others: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "training/question.html")]
struct QuestionPage {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    course: String,
    place: String,
    text: String,
    many: bool,
    options: Vec<(String, String)>,
    chosen: Vec<String>,
    told: Option<Told>,
    previous: Option<String>,
    next: String,
    onward: String,
}

/// The question of the address.
fn question<'p>(req: &Req, page: &'p CoursePage) -> Result<&'p Question, Fault> {
    page.question(req.param("question")?).ok_or(Fault::NotFound)
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, pack) = (who.cx(&req), pack(&req));
    let course = course(&req, &pack)?;
    let page = course_page(&req, course)?;
    let question = question(&req, page)?;
    let progress = progress(&req, &who.staff, course).await?;
    web::page(&view(cx, course, (page, question), &progress, Errors::default()))
}

fn view(
    cx: Cx,
    course: &Course,
    (page, question): (&CoursePage, &Question),
    progress: &Progress<'_>,
    errors: Errors,
) -> QuestionPage {
    let mark = progress.mark(&page.key, &question.key);
    let chosen = mark.map(|mark| mark.choices()).unwrap_or_default();
    let (previous, next) = beside(course, &Step::Question(page, question));
    let onward = match next {
        Some(Step::Question(..)) => "training-to-next-question",
        Some(Step::Page(_)) => "training-to-next-page",
        _ => "training-to-result",
    };
    let number = page
        .questions
        .iter()
        .position(|one| one.key == question.key)
        .map_or(1, |place| place + 1);
    let place = [
        ("place", super::of(&cx, number, page.questions.len())),
        ("page", page.name.get(cx.lang).to_owned()),
    ];
    let option = |(place, choice): (usize, &method::pack::Choice)| (value(place), choice.text.get(cx.lang).to_owned());
    QuestionPage {
        crumbs: crumbs(&cx, course),
        course: course.name.get(cx.lang).to_owned(),
        place: cx.t2(
            "training-question-of",
            (place[0].0, &place[0].1),
            (place[1].0, &place[1].1),
        ),
        text: question.text.get(cx.lang).to_owned(),
        many: question.many,
        options: question.choices.iter().enumerate().map(option).collect(),
        told: mark.map(|mark| told(&cx, question, &chosen, mark.is_right)),
        chosen: chosen.iter().copied().map(value).collect(),
        previous: previous.map(|step| cx.link(&step.address(course))),
        next: cx.link(&next.unwrap_or(Step::Result).address(course)),
        onward: cx.t(onward),
        errors,
        cx,
    }
}

/// A choice in the form: its place, from one.
fn value(place: usize) -> String {
    (place + 1).to_string()
}

/// `was_right`: now or before.
fn told(cx: &Cx, question: &Question, chosen: &BTreeSet<usize>, was_right: bool) -> Told {
    let right = question.right();
    let is_right = *chosen == right;
    let explained = |is_chosen: bool| {
        let all = question.choices.iter().enumerate();
        let those = all.filter(move |(place, _)| chosen.contains(place) == is_chosen);
        those.map(|(_, choice)| (choice.text.get(cx.lang).to_owned(), choice.why.get(cx.lang).to_owned()))
    };
    let mut more = Vec::new();
    if !is_right && chosen.is_subset(&right) {
        more.push(cx.t("training-something-missing"));
    }
    if !is_right && was_right {
        more.push(cx.t("training-still-counts"));
    }
    Told {
        is_right,
        title: cx.t(if is_right {
            "training-right"
        } else {
            "training-not-right"
        }),
        choices: explained(true).collect(),
        more,
        // Told before, they would give the answer away.
        others: if is_right {
            explained(false).collect()
        } else {
            Vec::new()
        },
    }
}

pub(crate) async fn answer(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, pack, form) = (who.cx(&req), pack(&req), req.form()?);
    let course = course(&req, &pack)?;
    let page = course_page(&req, course)?;
    let question = question(&req, page)?;
    let places = 1..=question.choices.len();
    let sent = form
        .all("svar")
        .into_iter()
        .filter_map(|place| place.parse::<usize>().ok());
    let chosen: BTreeSet<usize> = sent
        .filter(|place| places.contains(place))
        .map(|place| place - 1)
        .collect();
    if chosen.is_empty() {
        let mut errors = Errors::default();
        let missing = if question.many {
            "training-choose-some"
        } else {
            "training-choose-one"
        };
        errors.add("svar", cx.t(missing));
        let progress = progress(&req, &who.staff, course).await?;
        return invalid(&view(cx.failed(), course, (page, question), &progress, errors));
    }
    acts::answer(&req.site, &who.staff, &course.key, (&page.key, &question.key), &chosen).await?;
    req.see_other(&format!("{}#besked", Step::Question(page, question).address(course)))
}
