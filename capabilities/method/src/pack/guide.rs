//! The guide "Do I need a dialogue?": a few questions, each answer leading to the next question or to an outcome with its
//! reason and the next step.

use super::build::Build;
use super::raw::Key;
use super::raw_information as raw;
use super::{Library, Link, Words};
use std::collections::{BTreeMap, BTreeSet};

const GUIDE: &str = "guide.toml";

/// The guide.
#[derive(Debug, Clone)]
pub struct Guide {
    pub name: Words,
    pub about: Words,
    /// The key of the question it begins with.
    pub first: String,
    pub questions: Vec<GuideQuestion>,
    pub outcomes: Vec<GuideOutcome>,
    /// Where what it says comes from, for whoever edits it.
    pub source: String,
}

/// A question of the guide.
#[derive(Debug, Clone)]
pub struct GuideQuestion {
    pub key: String,
    pub text: Words,
    pub hint: Option<Words>,
    pub answers: Vec<GuideAnswer>,
}

/// An answer to a question of the guide.
#[derive(Debug, Clone)]
pub struct GuideAnswer {
    pub key: String,
    pub text: Words,
    pub leads: Leads,
}

/// Where an answer leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To the question with that key.
    Question(String),
    /// To the outcome with that key.
    Outcome(String),
}

/// Where the guide ends.
#[derive(Debug, Clone)]
pub struct GuideOutcome {
    pub key: String,
    pub name: Words,
    pub reason: Words,
    pub next: Words,
    /// The level a dialogue is begun with; without it one does something else.
    pub level: Option<String>,
    /// What to read.
    pub read: Vec<Link>,
}

impl Guide {
    /// The question with that key.
    pub fn question(&self, key: &str) -> Option<&GuideQuestion> {
        self.questions.iter().find(|one| one.key == key)
    }

    /// The outcome with that key.
    pub fn outcome(&self, key: &str) -> Option<&GuideOutcome> {
        self.outcomes.iter().find(|one| one.key == key)
    }
}

impl<'a> Build<'a> {
    /// The guide, if the pack has one.
    pub(super) fn guide(&mut self, library: &Library, templates: &[String]) -> Option<Guide> {
        let file: raw::GuideFile = self.parse_optional(GUIDE)?;
        let (mut questions, mut outcomes) = (BTreeSet::new(), BTreeSet::new());
        for one in &file.question {
            self.unique(GUIDE, "question", &mut questions, &one.key);
        }
        for one in &file.outcome {
            self.unique(GUIDE, "outcome", &mut outcomes, &one.key);
        }
        self.known(GUIDE, "question", &file.first, questions.contains(file.first.get_ref()));
        let guide = Guide {
            name: self.words(GUIDE, &file.name),
            about: self.words(GUIDE, &file.about),
            first: file.first.get_ref().clone(),
            questions: file
                .question
                .iter()
                .map(|one| self.guide_question(one, &questions, &outcomes))
                .collect(),
            outcomes: file
                .outcome
                .iter()
                .map(|one| self.guide_outcome(one, library, templates))
                .collect(),
            source: file.source.clone(),
        };
        self.guide_ways(&file, &guide);
        Some(guide)
    }

    fn guide_question(
        &mut self,
        one: &raw::Question,
        questions: &BTreeSet<String>,
        outcomes: &BTreeSet<String>,
    ) -> GuideQuestion {
        let at = one.key.span().start;
        if one.answer.len() < 2 {
            let problem = format!("the question \"{}\" has fewer than two answers", one.key.get_ref());
            self.fault(GUIDE, at, problem, "write at least two [[question.answer]]");
        }
        let mut seen = BTreeSet::new();
        let mut answers = Vec::new();
        for answer in &one.answer {
            self.unique(GUIDE, "answer", &mut seen, &answer.key);
            if let Some(leads) = self.guide_leads(answer, questions, outcomes) {
                answers.push(GuideAnswer {
                    key: answer.key.get_ref().clone(),
                    text: self.words(GUIDE, &answer.text),
                    leads,
                });
            }
        }
        GuideQuestion {
            key: one.key.get_ref().clone(),
            text: self.words(GUIDE, &one.text),
            hint: one.hint.as_ref().map(|hint| self.words(GUIDE, hint)),
            answers,
        }
    }

    fn guide_leads(
        &mut self,
        answer: &raw::Answer,
        questions: &BTreeSet<String>,
        outcomes: &BTreeSet<String>,
    ) -> Option<Leads> {
        let to = |key: &Key| key.get_ref().clone();
        match (&answer.question, &answer.outcome) {
            (Some(key), None) => self
                .known(GUIDE, "question", key, questions.contains(key.get_ref()))
                .then(|| Leads::Question(to(key))),
            (None, Some(key)) => self
                .known(GUIDE, "outcome", key, outcomes.contains(key.get_ref()))
                .then(|| Leads::Outcome(to(key))),
            _ => {
                let problem = format!("the answer \"{}\" does not lead to one place", answer.key.get_ref());
                let remedy = "write either question = \"…\" or outcome = \"…\"";
                self.fault(GUIDE, answer.key.span().start, problem, remedy);
                None
            }
        }
    }

    fn guide_outcome(&mut self, one: &raw::Outcome, library: &Library, templates: &[String]) -> GuideOutcome {
        if let Some(level) = &one.level {
            self.rank(GUIDE, level);
        }
        let exists = |link: &Link| match link {
            Link::Chapter(key) => library.chapter(key).is_some(),
            Link::Method(key) => library.method(key).is_some(),
            Link::Template(key) => templates.contains(key),
        };
        let mut read = Vec::new();
        for key in &one.read {
            let link = Link::parse(key.get_ref()).filter(exists);
            self.known(GUIDE, "chapter, method or template", key, link.is_some());
            read.extend(link);
        }
        GuideOutcome {
            key: one.key.get_ref().clone(),
            name: self.words(GUIDE, &one.name),
            reason: self.words(GUIDE, &one.reason),
            next: self.words(GUIDE, &one.next),
            level: one.level.as_ref().map(|key| key.get_ref().clone()),
            read,
        }
    }

    /// Every question and outcome can be reached, and no way goes in a ring.
    fn guide_ways(&mut self, file: &raw::GuideFile, guide: &Guide) {
        let mut reached = BTreeSet::new();
        let mut ends = BTreeSet::new();
        let mut waiting = vec![guide.first.as_str()];
        while let Some(key) = waiting.pop() {
            if !reached.insert(key) {
                continue;
            }
            for answer in guide.question(key).iter().flat_map(|one| &one.answers) {
                match &answer.leads {
                    Leads::Question(next) => waiting.push(next),
                    Leads::Outcome(end) => {
                        ends.insert(end.as_str());
                    }
                }
            }
        }
        for one in file
            .question
            .iter()
            .filter(|one| !reached.contains(one.key.get_ref().as_str()))
        {
            self.unreached("question", &one.key);
        }
        for one in file
            .outcome
            .iter()
            .filter(|one| !ends.contains(one.key.get_ref().as_str()))
        {
            self.unreached("outcome", &one.key);
        }
        let ring = file.question.iter().find(|one| returns(guide, one.key.get_ref()));
        if let Some(one) = ring {
            let problem = format!("answers lead from the question \"{}\" back to it", one.key.get_ref());
            let remedy = "let one of them lead to an outcome";
            self.fault(GUIDE, one.key.span().start, problem, remedy);
        }
    }

    fn unreached(&mut self, what: &str, key: &Key) {
        let problem = format!("no answer leads to the {what} \"{}\"", key.get_ref());
        let remedy = format!("let an answer lead to it or take the {what} away");
        self.fault(GUIDE, key.span().start, problem, remedy);
    }
}

/// Whether one can come back to a question by answering.
fn returns(guide: &Guide, start: &str) -> bool {
    let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
    let mut waiting = vec![start];
    while let Some(key) = waiting.pop() {
        for answer in guide.question(key).iter().flat_map(|one| &one.answers) {
            if let Leads::Question(next) = &answer.leads {
                if next == start {
                    return true;
                }
                if seen.insert(next, ()).is_none() {
                    waiting.push(next);
                }
            }
        }
    }
    false
}
