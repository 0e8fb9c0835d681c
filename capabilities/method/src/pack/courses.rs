//! The courses: `courses/<key>/course.toml` with a text for each page in `courses/<key>/sv/<page>.md`, and what a film
//! on a page needs beside it.

use super::build::Build;
use super::placed::Placed;
use super::raw::{Key, Text};
use super::raw_courses as raw;
use super::{Choice, Course, CoursePage, Medium, MediumKind, Question, Words};
use std::collections::BTreeSet;

const FOLDER: &str = "courses/";

/// A course being read.
struct Reading<'a> {
    /// Its `course.toml`.
    file: &'a str,
    /// The folder of its texts.
    texts: String,
    /// Files of that folder that something names.
    named: BTreeSet<String>,
}

impl<'a> Build<'a> {
    /// All courses, in the order of their keys.
    pub(super) fn courses(&mut self) -> Vec<Course> {
        let files = self.files;
        let in_courses = files
            .keys()
            .filter_map(|file| Some((file.as_str(), file.strip_prefix(FOLDER)?)));
        let mut keys = BTreeSet::new();
        for (file, rest) in in_courses {
            match rest.split_once('/') {
                Some((key, _)) if files.contains_key(&format!("{FOLDER}{key}/course.toml")) => {
                    keys.insert(key);
                }
                _ => self.faults.add_line(
                    file,
                    1,
                    "the file belongs to no course",
                    "put it in the folder of a course that has a course.toml",
                ),
            }
        }
        let heads = files.keys().filter_map(|file| {
            let key = file.strip_prefix(FOLDER)?.strip_suffix("/course.toml")?;
            keys.contains(key).then_some((file.as_str(), key))
        });
        let heads: Vec<(&'a str, &'a str)> = heads.collect();
        heads
            .into_iter()
            .filter_map(|(file, key)| self.course(file, key))
            .collect()
    }

    fn course(&mut self, file: &'a str, key: &str) -> Option<Course> {
        if !is_word(key) {
            let problem = format!("the course key \"{key}\" cannot stand in an address");
            self.faults.add_line(
                file,
                1,
                problem,
                "name the folder with letters a to z, digits and hyphens",
            );
        }
        let raw: raw::CourseFile = self.parse(file)?;
        let mut reading = Reading {
            file,
            texts: format!("{FOLDER}{key}/sv/"),
            named: BTreeSet::new(),
        };
        self.check_numbers(file, &raw);
        let mut seen = BTreeSet::new();
        let mut pages = Vec::new();
        for page in &raw.page {
            self.unique(file, "page", &mut seen, &page.key);
            pages.push(self.course_page(&mut reading, page));
        }
        self.strays(key, &reading);
        Some(Course {
            key: key.to_string(),
            name: self.words(file, &raw.name),
            about: self.words(file, &raw.about),
            audience: self.words(file, &raw.audience),
            edition: *raw.edition.get_ref(),
            minutes: *raw.minutes.get_ref(),
            pass: *raw.pass.get_ref(),
            valid_months: raw.valid_months.map(Placed::into_inner),
            pages,
            source: raw.source,
        })
    }

    fn check_numbers(&mut self, file: &'a str, raw: &raw::CourseFile) {
        let minutes: u32 = raw.page.iter().map(|page| page.minutes).sum();
        let told = *raw.minutes.get_ref();
        let mut check = |holds: bool, at: usize, problem: String, remedy: &str| {
            if !holds {
                self.fault(file, at, problem, remedy);
            }
        };
        let at = raw.minutes.span().start;
        let problem = format!("the course says {told} minutes, its pages take {minutes}");
        check(told == minutes, at, problem, "make the two agree");
        check(
            (1..=100).contains(raw.pass.get_ref()),
            raw.pass.span().start,
            "the share that must be right is no percentage".into(),
            "use 1 to 100",
        );
        check(
            *raw.edition.get_ref() >= 1,
            raw.edition.span().start,
            "the edition is no number of an edition".into(),
            "begin with 1",
        );
        if let Some(months) = &raw.valid_months {
            let problem = "the course is out of date when it is passed".into();
            check(
                *months.get_ref() >= 1,
                months.span().start,
                problem,
                "leave valid_months out when it never is",
            );
        }
        let asks = raw.page.iter().any(|page| !page.question.is_empty());
        check(
            asks,
            raw.minutes.span().start,
            "the course asks nothing".into(),
            "write a question on some page",
        );
    }

    fn course_page(&mut self, reading: &mut Reading<'a>, raw: &raw::Page) -> CoursePage {
        let file = reading.file;
        let key = raw.key.get_ref().clone();
        let text_file = format!("{key}.md");
        let text = self.own_text(&format!("{}{text_file}", reading.texts), "page", &key);
        reading.named.insert(text_file);
        let mut seen = BTreeSet::new();
        let mut questions = Vec::new();
        for question in &raw.question {
            self.unique(file, "question", &mut seen, &question.key);
            questions.push(self.question(file, question));
        }
        CoursePage {
            name: self.words(file, &raw.name),
            minutes: raw.minutes,
            medium: raw.medium.as_ref().and_then(|medium| self.medium(reading, medium)),
            text,
            questions,
            key,
        }
    }

    fn question(&mut self, file: &'a str, raw: &raw::Question) -> Question {
        let (key, at) = (raw.key.get_ref(), raw.key.span().start);
        let right = raw.choice.iter().filter(|choice| choice.right).count();
        if raw.choice.len() < 2 {
            let problem = format!("the question \"{key}\" leaves no choice");
            self.fault(file, at, problem, "write at least two choices");
        }
        if right == 0 {
            let problem = format!("the question \"{key}\" has no right answer");
            self.fault(file, at, problem, "write right = true at the choice that is right");
        }
        if right > 1 && !raw.many {
            let problem = format!("the question \"{key}\" has {right} right answers, and one can be chosen");
            self.fault(file, at, problem, "write many = true, or leave one of them right");
        }
        let choices = raw.choice.iter().map(|choice| self.choice(file, choice)).collect();
        Question {
            key: key.clone(),
            text: self.words(file, &raw.text),
            many: raw.many,
            choices,
        }
    }

    fn choice(&mut self, file: &'a str, raw: &raw::Choice) -> Choice {
        Choice {
            text: self.words(file, &raw.text),
            right: raw.right,
            why: self.explanation(file, &raw.text, raw.why.as_ref()),
        }
    }

    /// Every choice is explained: the wrong ones are where one learns.
    fn explanation(&mut self, file: &'a str, choice: &Text, why: Option<&Text>) -> Words {
        match why {
            Some(why) => self.words(file, why),
            None => {
                let at = choice.span().start;
                self.fault(
                    file,
                    at,
                    "the choice has no explanation",
                    "write why = { sv = \"…\", en = \"…\" }",
                );
                Words::default()
            }
        }
    }

    /// A film or a recording, refused unless everyone can take part of it.
    fn medium(&mut self, reading: &mut Reading<'a>, raw: &Placed<raw::Medium>) -> Option<Medium> {
        let (file, at, medium) = (reading.file, raw.span().start, raw.get_ref());
        let kind = match medium.kind.get_ref().as_str() {
            "film" => Some(MediumKind::Film),
            "audio" => Some(MediumKind::Audio),
            other => {
                let problem = format!("there is no sort of medium \"{other}\"");
                self.fault(file, medium.kind.span().start, problem, "use film or audio");
                None
            }
        };
        let address = medium.address.get_ref();
        if !address.starts_with('/') || address.starts_with("//") {
            let problem = format!("the medium \"{address}\" does not lie on the site");
            let remedy = "write an address that begins with one /; pages of the site fetch nothing from elsewhere";
            self.fault(file, medium.address.span().start, problem, remedy);
        }
        let captions = self.beside(reading, at, "captions", ".vtt", medium.captions.as_ref());
        let transcript = self.beside(reading, at, "transcript", ".md", medium.transcript.as_ref());
        if let (Some(text), Some(name)) = (&captions, &medium.captions)
            && !text.trim_start_matches('\u{feff}').starts_with("WEBVTT")
        {
            let problem = "the captions are not in the form WebVTT";
            let place = format!("{}{}", reading.texts, name.get_ref());
            self.faults.add_line(&place, 1, problem, "let the first line be WEBVTT");
        }
        Some(Medium {
            kind: kind?,
            address: address.clone(),
            captions: captions?,
            transcript: transcript?,
        })
    }

    /// A text that a medium cannot do without.
    fn beside(
        &mut self,
        reading: &mut Reading<'a>,
        at: usize,
        what: &str,
        ending: &str,
        name: Option<&Key>,
    ) -> Option<String> {
        let file = reading.file;
        let Some(name) = name else {
            let problem = format!("the medium has no {what}");
            let remedy = format!("write {what} = \"….{}\" and the file in sv/", &ending[1..]);
            self.fault(file, at, problem, remedy);
            return None;
        };
        let text = self.files.get(&format!("{}{}", reading.texts, name.get_ref()));
        reading.named.insert(name.get_ref().clone());
        match text.filter(|text| name.get_ref().ends_with(ending) && !text.trim().is_empty()) {
            Some(text) => Some(text.clone()),
            None => {
                let problem = format!("there is no {what} \"{}\"", name.get_ref());
                let remedy = format!(
                    "write the file {}{} with the ending {ending}",
                    reading.texts,
                    name.get_ref()
                );
                self.fault(file, name.span().start, problem, remedy);
                None
            }
        }
    }

    /// Files in the course's folder that nothing names.
    fn strays(&mut self, key: &str, reading: &Reading<'a>) {
        for file in self.files.keys() {
            let Some(rest) = file.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix(key)) else {
                continue;
            };
            let is_named = rest
                .strip_prefix("/sv/")
                .is_some_and(|name| reading.named.contains(name));
            if rest.starts_with('/') && rest != "/course.toml" && !is_named {
                let page = rest.strip_prefix("/sv/").and_then(|name| name.strip_suffix(".md"));
                let problem = match page {
                    Some(page) => format!("there is no page \"{page}\""),
                    None => "nothing in the course names the file".into(),
                };
                self.faults
                    .add_line(file, 1, problem, "rename the file after its page or take it away");
            }
        }
    }
}

/// Whether a key can stand in an address.
fn is_word(key: &str) -> bool {
    !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
