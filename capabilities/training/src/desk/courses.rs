//! `/arbetsyta/utbildning`: the courses and what one has taken; a course with its pages; its result.

use super::{course, crumbs, of, pack, progress};
use crate::duties;
use crate::model::progress::{Mark, Progress, Step};
use crate::model::standing::valid_until;
use crate::store::{self, Record};
use crate::{acts, address};
use askama::Template;
use identity::{Grant, SeeDesk, permission_label};
use jiff::civil::Date;
use method::pack::{Course, Library};
use web::{Cx, Reply, Req, page};

/// A course in the list.
struct CourseCard {
    href: String,
    name: String,
    about: String,
    /// Time and audience.
    note: String,
    state: &'static str,
    /// How far one has come, in words; empty before one has begun.
    progress: String,
}

/// A course one has passed.
pub(crate) struct Passed {
    pub course: String,
    pub day: String,
    /// The last day it is held to last; empty when it has none.
    pub until: String,
    pub is_old: bool,
    /// Address and number; none when it was taken elsewhere.
    pub certificate: Option<(String, String)>,
}

/// A course that a right of one's own asks for.
struct Asked {
    href: String,
    course: String,
    /// Which right, and by when.
    text: String,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "training/courses.html")]
struct Courses {
    cx: Cx,
    asked: Vec<Asked>,
    courses: Vec<CourseCard>,
    passed: Vec<Passed>,
    sees_overview: bool,
    sets_requirements: bool,
}

pub(crate) async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, pack, today) = (who.cx(&req), pack(&req), req.today());
    let mut read = req.site.db.read().await?;
    let marks = store::all_marks(&mut read, who.staff.id).await?;
    let records = store::records_of(&mut read, who.staff.id).await?;
    let asked = duties::asked(&mut read, &who.staff, &pack.library, today).await?;
    drop(read);
    let courses = pack.library.courses.iter().map(|one| {
        let own = marks
            .iter()
            .filter(|mark| mark.course == one.key && mark.edition == one.edition);
        card(&cx, &Progress::new(one, own.map(mark).collect()), &records)
    });
    page(&Courses {
        asked: asked.iter().map(|one| ask(&cx, one, today)).collect(),
        courses: courses.collect(),
        passed: records
            .iter()
            .map(|one| passed(&cx, &pack.library, one, today))
            .collect(),
        sees_overview: crate::sees_overview(&who.staff),
        sets_requirements: crate::sets_requirements(&who.staff),
        cx,
    })
}

fn ask(cx: &Cx, one: &duties::Asked<'_>, today: Date) -> Asked {
    let is_late = one.last_day < today;
    let text = if is_late {
        "training-asked-late"
    } else {
        "training-asked"
    };
    let permission = cx.t(permission_label(&one.permission));
    Asked {
        href: cx.link(&address(&one.course.key)),
        course: one.course.name.get(cx.lang).to_owned(),
        text: cx.t2(
            text,
            ("permission", &permission),
            ("day", &cx.short_date(&one.last_day)),
        ),
        is_late,
    }
}

fn mark(mark: &store::CourseMark) -> Mark {
    Mark {
        page: mark.page.clone(),
        question: mark.question.clone(),
        chosen: mark.chosen.clone(),
        is_right: mark.is_right,
        at: mark.at,
    }
}

fn card(cx: &Cx, progress: &Progress<'_>, records: &[Record]) -> CourseCard {
    let course = progress.course;
    let minutes = cx.tn("training-minutes", course.minutes);
    let has_passed = records.iter().any(|one| one.course == course.key);
    CourseCard {
        href: cx.link(&address(&course.key)),
        name: course.name.get(cx.lang).to_owned(),
        about: course.about.get(cx.lang).to_owned(),
        note: format!("{minutes} · {}", course.audience.get(cx.lang)),
        state: match (progress.has_passed(), progress.has_begun()) {
            (true, _) => "done",
            (false, true) => "started",
            (false, false) if has_passed => "done",
            (false, false) => "not-started",
        },
        progress: if progress.has_begun() {
            pages_done(cx, progress)
        } else {
            String::new()
        },
    }
}

/// "3 av 7 sidor är klara".
fn pages_done(cx: &Cx, progress: &Progress<'_>) -> String {
    let done = of(cx, progress.pages_done(), progress.course.pages.len());
    cx.t1("training-pages-done", "done", done)
}

/// The same, and how many questions are answered.
fn progress_words(cx: &Cx, progress: &Progress<'_>) -> String {
    let answered = of(cx, progress.answered(), progress.course.question_count());
    let (done, answered) = (
        pages_done(cx, progress),
        cx.t1("training-answered", "answered", answered),
    );
    format!("{done}. {answered}.")
}

/// A record as its owner or the coordinator reads it.
pub(crate) fn passed(cx: &Cx, library: &Library, record: &Record, today: Date) -> Passed {
    let course = library.course(&record.course);
    let until = course.and_then(|course| valid_until(course, record.passed_on));
    let certificate = record.has_certificate().then(|| {
        let href = cx.link(&format!("/arbetsyta/utbildning/intyg/{}", record.id));
        (href, record.number.clone())
    });
    Passed {
        // A course that the pack no longer has is still told, by its key.
        course: course
            .map_or(record.course.as_str(), |course| course.name.get(cx.lang))
            .to_owned(),
        day: cx.short_date(&record.passed_on),
        until: until.map(|day| cx.short_date(&day)).unwrap_or_default(),
        is_old: until.is_some_and(|day| day < today),
        certificate,
    }
}

/// A page of a course in its list.
struct PageLine {
    href: String,
    name: String,
    note: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "training/course.html")]
struct CoursePage {
    cx: Cx,
    name: String,
    about: String,
    facts: Vec<(String, String)>,
    pages: Vec<PageLine>,
    done: usize,
    of: usize,
    progress: String,
    has_begun: bool,
    is_finished: bool,
    go_on: String,
    result: String,
    again: String,
}

fn facts(cx: &Cx, course: &Course) -> Vec<(String, String)> {
    let needed = of(cx, course.needed(), course.question_count());
    let lasts = course.valid_months.map_or_else(
        || cx.t("training-lasts-always"),
        |months| cx.tn("training-lasts-months", months),
    );
    vec![
        (cx.t("training-fact-audience"), course.audience.get(cx.lang).to_owned()),
        (cx.t("training-fact-time"), cx.tn("training-minutes", course.minutes)),
        (
            cx.t("training-fact-pass"),
            cx.t1("training-pass-words", "needed", needed),
        ),
        (cx.t("training-fact-lasts"), lasts),
        (cx.t("training-fact-edition"), cx.number(course.edition)),
    ]
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, pack) = (who.cx(&req), pack(&req));
    let course = course(&req, &pack)?;
    let progress = progress(&req, &who.staff, course).await?;
    let line = |one: &method::pack::CoursePage| {
        let minutes = cx.tn("training-minutes", one.minutes);
        let questions = cx.tn("training-questions", one.questions.len());
        PageLine {
            href: cx.link(&Step::Page(one).address(course)),
            name: one.name.get(cx.lang).to_owned(),
            note: format!("{minutes} · {questions}"),
            state: progress.page_state(one),
        }
    };
    page(&CoursePage {
        name: course.name.get(cx.lang).to_owned(),
        about: course.about.get(cx.lang).to_owned(),
        facts: facts(&cx, course),
        pages: course.pages.iter().map(line).collect(),
        done: progress.pages_done(),
        of: course.pages.len(),
        progress: progress_words(&cx, &progress),
        has_begun: progress.has_begun(),
        is_finished: progress.is_finished(),
        go_on: cx.link(&progress.go_on().address(course)),
        result: cx.link(&Step::Result.address(course)),
        again: cx.link(&format!("{}/om", address(&course.key))),
        cx,
    })
}

pub(crate) async fn begin_again(req: Req, who: Grant<SeeDesk>) -> Reply {
    let pack = pack(&req);
    let course = course(&req, &pack)?;
    acts::begin_again(&req.site, &who.staff, &course.key).await?;
    req.done(&address(&course.key), "training-note-begun-again")
}

#[derive(Template)]
#[template(path = "training/result.html")]
struct ResultPage {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    name: String,
    is_finished: bool,
    has_passed: bool,
    /// How many were right, of how many that are needed.
    count: String,
    /// Questions that were never answered right.
    missed: Vec<(String, String)>,
    go_on: String,
    again: String,
    passed: Option<Passed>,
}

pub(crate) async fn result(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, pack) = (who.cx(&req), pack(&req));
    let course = course(&req, &pack)?;
    let progress = progress(&req, &who.staff, course).await?;
    let mut read = req.site.db.read().await?;
    let records = store::records_of(&mut read, who.staff.id).await?;
    drop(read);
    let latest = records
        .iter()
        .find(|one| one.course == course.key && one.has_certificate());
    let latest = latest.filter(|_| progress.has_passed());
    let right = of(&cx, progress.right(), course.question_count());
    let missed = progress.missed().into_iter().map(|(page, question)| {
        let href = cx.link(&Step::Question(page, question).address(course));
        (href, question.text.get(cx.lang).to_owned())
    });
    page(&ResultPage {
        crumbs: crumbs(&cx, course),
        name: course.name.get(cx.lang).to_owned(),
        is_finished: progress.is_finished(),
        has_passed: progress.has_passed(),
        count: cx.t2(
            "training-result-right",
            ("right", &right),
            ("needed", &cx.number(course.needed())),
        ),
        missed: missed.collect(),
        go_on: cx.link(&progress.go_on().address(course)),
        again: cx.link(&format!("{}/om", address(&course.key))),
        passed: latest.map(|one| passed(&cx, &pack.library, one, req.today())),
        cx,
    })
}
