//! How far somebody has come in a course. A question answered right once stays right: retrying is free and costs nothing.

use jiff::Timestamp;
use method::pack::{Course, CoursePage, Question};
use std::collections::{BTreeSet, HashMap};

db::record! {
    /// A page read (`question` empty) or a question answered.
    #[derive(Debug, Clone)]
    pub(crate) struct Mark {
        pub page: String,
        pub question: String,
        /// Places of the choices made last, from nought, with commas between.
        pub chosen: String,
        /// Whether it was ever answered right.
        pub is_right: bool,
        pub at: Timestamp,
    }
}

impl Mark {
    /// The choices made last.
    pub(crate) fn choices(&self) -> BTreeSet<usize> {
        self.chosen.split(',').filter_map(|place| place.parse().ok()).collect()
    }
}

/// Choices as they are stored.
pub(crate) fn stored(choices: &BTreeSet<usize>) -> String {
    let places: Vec<String> = choices.iter().map(ToString::to_string).collect();
    places.join(",")
}

/// Something to do in a course, in order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'c> {
    Page(&'c CoursePage),
    Question(&'c CoursePage, &'c Question),
    Result,
}

impl Step<'_> {
    /// Where it is done.
    pub(crate) fn address(&self, course: &Course) -> String {
        let base = crate::address(&course.key);
        match self {
            Step::Page(page) => format!("{base}/sida/{}", page.key),
            Step::Question(page, question) => format!("{base}/sida/{}/fraga/{}", page.key, question.key),
            Step::Result => format!("{base}/resultat"),
        }
    }

    fn key(&self) -> (&str, &str) {
        match self {
            Step::Page(page) => (&page.key, ""),
            Step::Question(page, question) => (&page.key, &question.key),
            Step::Result => ("", ""),
        }
    }
}

/// Everything there is to do in a course: each page, then its questions, and the result last.
pub(crate) fn steps(course: &Course) -> Vec<Step<'_>> {
    let of_page =
        |page| std::iter::once(Step::Page(page)).chain(page.questions.iter().map(move |one| Step::Question(page, one)));
    course.pages.iter().flat_map(of_page).chain([Step::Result]).collect()
}

/// The steps before and after one.
pub(crate) fn beside<'c>(course: &'c Course, step: &Step<'_>) -> (Option<Step<'c>>, Option<Step<'c>>) {
    let all = steps(course);
    let place = all.iter().position(|one| one.key() == step.key());
    let at = |place: Option<usize>| all.get(place?).copied();
    (
        at(place.and_then(|place| place.checked_sub(1))),
        at(place.map(|place| place + 1)),
    )
}

/// The state of a page: `not-started`, `started` or `done`, as the kit's task list calls them.
pub(crate) type PageState = &'static str;

/// How far somebody has come.
pub(crate) struct Progress<'c> {
    pub course: &'c Course,
    marks: HashMap<(String, String), Mark>,
}

impl<'c> Progress<'c> {
    /// Marks of pages and questions that the course no longer has are left aside.
    pub(crate) fn new(course: &'c Course, marks: Vec<Mark>) -> Progress<'c> {
        let still_there = |mark: &Mark| {
            let page = course.page(&mark.page);
            page.is_some_and(|page| mark.question.is_empty() || page.question(&mark.question).is_some())
        };
        let marks = marks.into_iter().filter(still_there);
        Progress {
            course,
            marks: marks
                .map(|mark| ((mark.page.clone(), mark.question.clone()), mark))
                .collect(),
        }
    }

    /// What was answered to a question last, or that a page was read (`question` empty).
    pub(crate) fn mark(&self, page: &str, question: &str) -> Option<&Mark> {
        self.marks.get(&(page.to_owned(), question.to_owned()))
    }

    /// Whether anything was done at all.
    pub(crate) fn has_begun(&self) -> bool {
        !self.marks.is_empty()
    }

    /// When the first thing was done.
    pub(crate) fn begun_at(&self) -> Option<Timestamp> {
        self.marks.values().map(|mark| mark.at).min()
    }

    pub(crate) fn page_state(&self, page: &CoursePage) -> PageState {
        let answered = page
            .questions
            .iter()
            .filter(|one| self.mark(&page.key, &one.key).is_some())
            .count();
        let was_read = self.mark(&page.key, "").is_some();
        match (was_read, answered) {
            (_, n) if n == page.questions.len() && (was_read || n > 0) => "done",
            (false, 0) => "not-started",
            _ => "started",
        }
    }

    /// Pages with nothing left to do.
    pub(crate) fn pages_done(&self) -> usize {
        self.course
            .pages
            .iter()
            .filter(|page| self.page_state(page) == "done")
            .count()
    }

    /// Questions answered, right or not.
    pub(crate) fn answered(&self) -> usize {
        self.marks.keys().filter(|(_, question)| !question.is_empty()).count()
    }

    /// Questions answered right.
    pub(crate) fn right(&self) -> usize {
        self.marks
            .values()
            .filter(|mark| !mark.question.is_empty() && mark.is_right)
            .count()
    }

    /// Whether every page is done.
    pub(crate) fn is_finished(&self) -> bool {
        self.pages_done() == self.course.pages.len()
    }

    /// Whether every page is done and enough of the answers are right.
    pub(crate) fn has_passed(&self) -> bool {
        self.is_finished() && self.right() >= self.course.needed()
    }

    /// Where to go on: the first step with something left to do.
    pub(crate) fn go_on(&self) -> Step<'c> {
        let is_left = |step: &Step<'_>| match step {
            Step::Page(page) => self.page_state(page) == "not-started",
            Step::Question(page, question) => self.mark(&page.key, &question.key).is_none(),
            Step::Result => true,
        };
        steps(self.course).into_iter().find(is_left).unwrap_or(Step::Result)
    }

    /// Questions that were answered, and never right.
    pub(crate) fn missed(&self) -> Vec<(&'c CoursePage, &'c Question)> {
        let of_page = |page: &'c CoursePage| page.questions.iter().map(move |question| (page, question));
        let all = self.course.pages.iter().flat_map(of_page);
        all.filter(|(page, question)| self.mark(&page.key, &question.key).is_some_and(|mark| !mark.is_right))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::pack::{Choice, Words};

    fn course() -> Course {
        let question = |key: &str| Question {
            key: key.into(),
            text: Words::default(),
            many: false,
            choices: [true, false]
                .map(|right| Choice {
                    text: Words::default(),
                    right,
                    why: Words::default(),
                })
                .into(),
        };
        let page = |key: &str, questions: &[&str]| CoursePage {
            key: key.into(),
            name: Words::default(),
            minutes: 1,
            medium: None,
            text: String::new(),
            questions: questions.iter().map(|key| question(key)).collect(),
        };
        Course {
            key: "c".into(),
            name: Words::default(),
            about: Words::default(),
            audience: Words::default(),
            edition: 1,
            minutes: 2,
            pass: 50,
            valid_months: None,
            pages: vec![page("read", &[]), page("asked", &["a", "b", "c"])],
            source: String::new(),
        }
    }

    fn mark(page: &str, question: &str, is_right: bool) -> Mark {
        Mark {
            page: page.into(),
            question: question.into(),
            chosen: "0".into(),
            is_right,
            at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn the_way_through_a_course_is_each_page_and_then_its_questions() {
        let course = course();
        let way: Vec<String> = steps(&course).iter().map(|step| step.address(&course)).collect();
        let base = "/arbetsyta/utbildning/kurs/c";
        let told = [
            "/sida/read",
            "/sida/asked",
            "/sida/asked/fraga/a",
            "/sida/asked/fraga/b",
            "/sida/asked/fraga/c",
            "/resultat",
        ];
        assert_eq!(way, told.map(|rest| format!("{base}{rest}")));
        let (before, after) = beside(&course, &Step::Page(&course.pages[1]));
        assert_eq!(
            before.map(|one| one.address(&course)),
            Some(format!("{base}/sida/read"))
        );
        assert_eq!(
            after.map(|one| one.address(&course)),
            Some(format!("{base}/sida/asked/fraga/a"))
        );
        assert!(beside(&course, &Step::Result).1.is_none());
    }

    #[test]
    fn a_course_is_passed_when_all_is_done_and_enough_is_right() {
        let course = course();
        assert_eq!(course.needed(), 2, "half of three, rounded up");
        let cases: [(&[Mark], usize, bool, &str); 5] = [
            (&[], 0, false, "/sida/read"),
            (&[mark("read", "", false)], 1, false, "/sida/asked"),
            (
                &[
                    mark("asked", "a", true),
                    mark("asked", "b", true),
                    mark("asked", "c", true),
                ],
                1,
                false,
                "/sida/read",
            ),
            (
                &[
                    mark("read", "", false),
                    mark("asked", "a", true),
                    mark("asked", "b", false),
                    mark("asked", "c", false),
                ],
                2,
                false,
                "/resultat",
            ),
            (
                &[
                    mark("read", "", false),
                    mark("asked", "a", true),
                    mark("asked", "b", true),
                    mark("asked", "c", false),
                ],
                2,
                true,
                "/resultat",
            ),
        ];
        for (marks, pages, passed, next) in cases {
            let progress = Progress::new(&course, marks.to_vec());
            assert_eq!(
                (progress.pages_done(), progress.has_passed()),
                (pages, passed),
                "{marks:?}"
            );
            assert!(progress.go_on().address(&course).ends_with(next), "{marks:?}");
        }
    }

    #[test]
    fn what_the_course_no_longer_asks_counts_for_nothing() {
        let course = course();
        let marks = vec![
            mark("gone", "a", true),
            mark("asked", "gone", true),
            mark("asked", "a", false),
        ];
        let progress = Progress::new(&course, marks);
        assert_eq!(
            (progress.answered(), progress.right(), progress.missed().len()),
            (1, 0, 1)
        );
    }
}
