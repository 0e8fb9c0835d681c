//! `/arbetsyta/aktiviteter/{activity}`: the questions in order, one question's form, publishing, opening and closing.

use std::collections::BTreeMap;

use askama::Template;
use identity::{Grant, PlanDialogue, PublishDialogue, RecordContributions, SeeDesk};
use web::{Cx, Errors, Fault, Reply, Req};

use super::Here;
use super::activities::standing;
use super::question_form::{QuestionForm, field_of};
use crate::acts;
use crate::conditions;
use crate::dialogue::Dialogue;
use crate::kinds::kind;
use crate::model::ballot::FundingRule;
use crate::model::check::Fault as DefinitionFault;
use crate::model::definition::{Definition, Kind, Question};
use crate::model::keys::fresh;
use crate::model::state::ActivityState;
use crate::model::versions::question_keys;
use crate::store::{self, Activity, VersionRow};
use crate::words::words;

#[derive(Template)]
#[template(path = "participation/builder.html")]
struct BuilderPage {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    dialogue: Dialogue,
    activity: Activity,
    title: String,
    kind: String,
    standing: String,
    address: String,
    questions: Vec<Row>,
    faults: Vec<String>,
    kinds: Vec<(String, String)>,
    /// The draft says something else than the published version.
    is_changed: bool,
    versions: Vec<VersionRow>,
    answers: i64,
    may_plan: bool,
    may_publish: bool,
    may_record: bool,
}

struct Row {
    key: String,
    number: usize,
    label: String,
    kind: String,
    notes: Vec<String>,
    faults: Vec<String>,
    is_first: bool,
    is_last: bool,
    is_needed: bool,
}

#[derive(Template)]
#[template(path = "participation/question-form.html")]
struct QuestionPage {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    title: String,
    action: String,
    back: String,
    revision: i64,
    form: QuestionForm,
    /// What somebody else saved meanwhile: what it is, as it stands, as typed. None when nobody did.
    conflict: Option<Vec<(String, String, String)>>,
    is_published: bool,
    kind: String,
    tests: Vec<(String, String)>,
    /// The form asks for words only: how one answers belongs to the kind of activity.
    is_plain: bool,
    /// The rules that can decide over money: word, name, how it works.
    rules: Vec<(String, String, String)>,
}

/// The activity with its draft and published versions.
struct Workbench {
    here: Here,
    draft: Definition,
    earlier: Vec<Definition>,
}

impl Workbench {
    async fn of(req: &Req) -> Result<Self, Fault> {
        let here = Here::of(req).await?;
        let mut conn = req.site.db.read().await?;
        let draft = acts::from_json(&store::draft(&mut conn, here.activity.id).await?)?;
        let earlier = crate::versions(&mut conn, here.activity.id)
            .await?
            .into_iter()
            .map(|(_, d)| d)
            .collect();
        Ok(Self { here, draft, earlier })
    }

    fn question(&self, req: &Req) -> Result<&Question, Fault> {
        self.draft.question(req.param("question")?).ok_or(Fault::NotFound)
    }
}

pub async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let bench = Workbench::of(&req).await?;
    let (versions, answers) = {
        let mut conn = req.site.db.read().await?;
        let versions = store::versions(&mut conn, bench.here.activity.id).await?;
        let answers = versions.iter().map(|v| v.answers).sum();
        (versions, answers)
    };
    let cx = who.cx(&req);
    let Workbench { here, draft, earlier } = bench;
    let hindrances = acts::hindrances(&here.activity, &draft, &earlier);
    let in_words = |fault: &DefinitionFault| words(&req.site.texts, req.lang, &fault.problem);
    let page = BuilderPage {
        crumbs: here.crumbs(&cx, false),
        title: here.activity.title(cx.lang.code()).to_owned(),
        kind: cx.t(kind(&here.activity.kind).label()),
        standing: standing(&cx, &here.dialogue, &here.activity, req.today()),
        address: here.address(),
        questions: rows(&cx, &here.activity, &draft, &hindrances, in_words),
        faults: hindrances
            .iter()
            .filter(|f| f.question.is_empty())
            .map(in_words)
            .collect(),
        kinds: kind(&here.activity.kind)
            .offers()
            .iter()
            .map(|name| ((*name).to_owned(), cx.t(kind_label(name))))
            .collect(),
        is_changed: earlier.last() != Some(&draft),
        versions,
        answers,
        may_plan: who.staff.may::<PlanDialogue>(),
        may_publish: who.staff.may::<PublishDialogue>(),
        may_record: who.staff.may::<RecordContributions>(),
        dialogue: here.dialogue,
        activity: here.activity,
        cx,
    };
    web::page(&page)
}

/// The text key of a kind of question.
pub(super) fn kind_label(name: &str) -> &'static str {
    match name {
        "short-text" => "participation-question-short-text",
        "long-text" => "participation-question-long-text",
        "single" => "participation-question-single",
        "multiple" => "participation-question-multiple",
        "scale" => "participation-question-scale",
        "ranking" => "participation-question-ranking",
        "number" => "participation-question-number-kind",
        "date" => "participation-question-date",
        "place" => "participation-question-place",
        "email" => "participation-question-email",
        "statement" => "participation-question-statement",
        "proposal" => "participation-question-proposal",
        "budget" => "participation-question-budget",
        _ => "participation-question-information",
    }
}

fn rows(
    cx: &Cx,
    activity: &Activity,
    draft: &Definition,
    hindrances: &[DefinitionFault],
    in_words: impl Fn(&DefinitionFault) -> String,
) -> Vec<Row> {
    let order: Vec<&Question> = draft.in_order().collect();
    let numbers: BTreeMap<&str, usize> = order.iter().enumerate().map(|(i, q)| (q.key.as_str(), i + 1)).collect();
    let last_main = order.iter().filter(|q| !q.is_background()).count();
    order
        .iter()
        .enumerate()
        .map(|(i, question)| {
            let mut notes = vec![cx.t(if question.required {
                "participation-builder-required"
            } else {
                "participation-builder-voluntary"
            })];
            if !question.asks() || matches!(question.kind, Kind::Statement { .. }) {
                notes.clear();
            }
            if question.is_background() {
                notes.push(cx.t("participation-background-title"));
            }
            notes.extend(
                question
                    .choices()
                    .iter()
                    .filter(|_| !matches!(question.kind, Kind::Statement { .. }))
                    .map(|c| c.label.sv.clone())
                    .reduce(|all, one| format!("{all}, {one}")),
            );
            if let Kind::Budget { terms, .. } = &question.kind {
                notes.push(cx.t1("participation-budget-total", "total", cx.number(terms.total)));
                notes.push(cx.t(terms.rule.label()));
            }
            notes.push(conditions::in_words(cx, draft, question, &numbers));
            notes.retain(|note| !note.is_empty());
            Row {
                key: question.key.clone(),
                number: i + 1,
                label: if question.label.is_empty() {
                    cx.t("participation-builder-no-label")
                } else {
                    question.label.said(cx.lang.code()).to_owned()
                },
                kind: cx.t(kind_label(question.kind.name())),
                notes,
                faults: hindrances
                    .iter()
                    .filter(|f| f.question == question.key)
                    .map(&in_words)
                    .collect(),
                is_first: i == 0 || i == last_main,
                is_last: i + 1 == order.len() || i + 1 == last_main,
                is_needed: kind(&activity.kind).needs(&question.key),
            }
        })
        .collect()
}

/// Adds, moves or removes a question: the buttons of the list.
pub async fn arrange(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let bench = Workbench::of(&req).await?;
    let address = bench.here.address();
    let activity = &bench.here.activity;
    let mut draft = bench.draft;
    let done = form.text("gor");
    let (act, key) = done.split_once(':').unwrap_or((done.as_str(), ""));
    let mut next = address.clone();
    match act {
        "lagg-till" => {
            let mut taken = question_keys(&bench.earlier);
            taken.extend(question_keys([&draft]));
            let sort = form.text("sort");
            let of_kind = kind(&activity.kind);
            let blank = Some(sort.as_str())
                .filter(|sort| of_kind.offers().contains(sort))
                .and_then(|sort| of_kind.blank_question(sort, &req.site.texts, &taken))
                .ok_or(Fault::BadRequest("participation-builder-choose-kind"))?;
            next = format!("{address}/fraga/{}", blank.key);
            if draft.question(&blank.key).is_some() {
                // The field for proposals is there once.
                return req.see_other(&next);
            }
            draft.questions.push(blank);
        }
        "upp" | "ner" => move_question(&mut draft, key, act == "upp"),
        "ta-bort" if !kind(&activity.kind).needs(key) => draft.questions.retain(|q| q.key != key),
        _ => return Err(Fault::BadRequest("participation-builder-unknown")),
    }
    let revision = form.int("revision").unwrap_or_default();
    match acts::save_draft(&req.site, who.actor(), activity.id, revision, &draft).await {
        Err(Fault::Conflict) => req.done(&address, "participation-note-stale"),
        Err(fault) => Err(fault),
        Ok(()) if act == "lagg-till" => req.see_other(&next),
        Ok(()) => req.done(&next, "participation-note-saved"),
    }
}

/// Changes places with the neighbour in its own part: background questions stay after the main ones.
fn move_question(draft: &mut Definition, key: &str, up: bool) {
    draft.questions.sort_by_key(Question::is_background);
    let Some(at) = draft.questions.iter().position(|q| q.key == key) else {
        return;
    };
    let Some(other) = (if up { at.checked_sub(1) } else { Some(at + 1) }) else {
        return;
    };
    let same_part = draft
        .questions
        .get(other)
        .is_some_and(|q| q.is_background() == draft.questions[at].is_background());
    if same_part {
        draft.questions.swap(at, other);
    }
}

pub async fn question(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let bench = Workbench::of(&req).await?;
    let form = QuestionForm::of(bench.question(&req)?);
    let revision = bench.here.activity.revision;
    web::page(&question_page(
        who.cx(&req),
        &req,
        &bench,
        form,
        revision,
        Errors::default(),
        None,
    )?)
}

fn question_page(
    cx: Cx,
    req: &Req,
    bench: &Workbench,
    form: QuestionForm,
    revision: i64,
    errors: Errors,
    conflict: Option<Vec<(String, String, String)>>,
) -> Result<QuestionPage, Fault> {
    let question = bench.question(req)?;
    let address = bench.here.address();
    let tests = super::condition_form::possible_tests(&cx, &bench.draft, question);
    Ok(QuestionPage {
        errors,
        crumbs: bench.here.crumbs(&cx, true),
        title: if question.label.is_empty() {
            cx.t("participation-builder-new-question")
        } else {
            question.label.sv.clone()
        },
        action: format!("{address}/fraga/{}", question.key),
        back: address,
        revision,
        form,
        conflict,
        is_published: bench.earlier.iter().any(|d| d.question(&question.key).is_some()),
        kind: cx.t(kind_label(question.kind.name())),
        tests,
        is_plain: kind(&bench.here.activity.kind).is_plain(&question.key),
        rules: FundingRule::ALL
            .map(|rule| (rule.name().to_owned(), cx.t(rule.label()), cx.t(rule.told())))
            .to_vec(),
        cx,
    })
}

pub async fn save_question(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let sent = req.form()?;
    let bench = Workbench::of(&req).await?;
    let before = bench.question(&req)?;
    let form = QuestionForm::read(before, &sent);
    let revision = sent.int("revision").unwrap_or_default();
    let mut errors = Errors::default();
    let older = bench.earlier.iter().rev().filter_map(|d| d.question(&before.key));
    let question = form.question(before, older, &mut |field, key| errors.add(field, req.t(key)));
    // A key made before there was a label says nothing; it becomes the label's as long as nobody has answered it.
    let mut question = with_readable_key(question, &bench);
    let of_kind = kind(&bench.here.activity.kind);
    if of_kind.is_plain(&question.key) {
        question.required = of_kind.needs(&question.key);
        if question.is_free_text() {
            question.kind = before.kind.clone();
        }
        (question.unsure, question.decline, question.purpose, question.show_if) = (false, false, None, None);
    }
    let mut draft = bench.draft.clone();
    let at = draft
        .questions
        .iter()
        .position(|q| q.key == before.key)
        .ok_or(Fault::NotFound)?;
    draft.questions[at] = question.clone();
    rename(&mut draft, &before.key, &question.key);
    for fault in acts::hindrances(&bench.here.activity, &draft, &bench.earlier)
        .iter()
        .filter(|f| f.question == question.key)
    {
        let field = match (&question.kind, field_of(fault.problem.key)) {
            (Kind::Budget { .. }, "alternativ-sv") => "projekt",
            (_, field) => field,
        };
        errors.add(field, words(&req.site.texts, req.lang, &fault.problem));
    }
    if !errors.is_empty() {
        let page = question_page(who.cx(&req).failed(), &req, &bench, form, revision, errors, None)?;
        return web::invalid(&page);
    }
    match acts::save_draft(&req.site, who.actor(), bench.here.activity.id, revision, &draft).await {
        Ok(()) => req.done(&bench.here.address(), "participation-note-question-saved"),
        Err(Fault::Conflict) => {
            let conflict = QuestionForm::of(before).differences(&who.cx(&req), &form);
            let now = bench.here.activity.revision;
            web::invalid(&question_page(
                who.cx(&req).failed(),
                &req,
                &bench,
                form,
                now,
                Errors::default(),
                Some(conflict),
            )?)
        }
        Err(fault) => Err(fault),
    }
}

fn with_readable_key(mut question: Question, bench: &Workbench) -> Question {
    let is_new = bench.earlier.iter().all(|d| d.question(&question.key).is_none());
    let is_placeholder = question.key == "fraga" || question.key.starts_with("fraga-");
    if is_new && is_placeholder && !question.label.is_empty() {
        let mut taken = question_keys(&bench.earlier);
        taken.extend(question_keys([&bench.draft]));
        question.key = fresh(&question.label.sv, "fraga", &taken);
    }
    question
}

/// Lets conditions follow a question that got a new key.
fn rename(draft: &mut Definition, old: &str, new: &str) {
    let tests = draft
        .questions
        .iter_mut()
        .filter_map(|q| q.show_if.as_mut())
        .flat_map(|c| &mut c.tests);
    tests
        .filter(|test| test.question == old)
        .for_each(|test| test.question = new.to_owned());
}

pub async fn publish(req: Req, who: Grant<PublishDialogue>) -> Reply {
    let form = req.form()?;
    let here = Here::of(&req).await?;
    let revision = form.int("revision").unwrap_or_default();
    match acts::publish(
        &req.site,
        who.actor(),
        here.activity.id,
        revision,
        &form.text("anteckning"),
    )
    .await
    {
        Ok(_) => req.done(&here.address(), "participation-note-published"),
        Err(Fault::Conflict) => req.done(&here.address(), "participation-note-stale"),
        Err(fault) => Err(fault),
    }
}

pub async fn set_state(req: Req, who: Grant<PublishDialogue>) -> Reply {
    let form = req.form()?;
    let here = Here::of(&req).await?;
    let (state, note) = match form.text("lage").as_str() {
        "open" => (ActivityState::Open, "participation-note-opened"),
        "paused" => (ActivityState::Paused, "participation-note-paused"),
        "closed" => (ActivityState::Closed, "participation-note-closed"),
        _ => return Err(Fault::BadRequest("participation-builder-unknown")),
    };
    acts::set_state(&req.site, who.actor(), here.activity.id, state).await?;
    req.done(&here.address(), note)
}
