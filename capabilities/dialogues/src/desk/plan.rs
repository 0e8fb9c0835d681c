//! `…/{id}`: the task list of one dialogue, project or collaboration, what may be done next, and what it has promised.

use super::{AdviceView, Head, address, load};
use crate::Kind;
use askama::Template;
use identity::{Grant, SeeDesk, Staff};
use method::{Picture, TaskStatus, Transition};
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "dialogues/plan.html")]
struct Plan {
    cx: Cx,
    head: Head,
    groups: Vec<GroupView>,
    done: usize,
    of: usize,
    progress: String,
    onward: Vec<StepView>,
    other: Vec<StepView>,
    level: Option<LevelView>,
    warnings: Vec<String>,
    /// Where another edition of the method is offered.
    edition_href: Option<String>,
    template: String,
    advice: Vec<AdviceView>,
    sheets: Vec<(String, String)>,
    owed: Vec<(String, String, bool)>,
    may_plan: bool,
    /// Where the plan is copied; empty for what is not.
    copy_href: String,
}

struct GroupView {
    name: String,
    tasks: Vec<TaskView>,
}

struct TaskView {
    /// Empty when there is nothing to open.
    href: String,
    name: String,
    /// The word of `kit::task_status`.
    status: &'static str,
}

struct StepView {
    href: String,
    name: String,
    missing: usize,
    may: bool,
}

struct LevelView {
    rank: u8,
    name: String,
    promise: String,
    not_promise: String,
    show: Vec<String>,
    methods: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let (dialogue, picture) = load(&req, &mut read).await?;
    let advice = super::advice(&cx, &mut read, dialogue.id, None).await?;
    drop(read);
    let head = Head::new(&cx, &dialogue, &picture);
    let (done, of) = picture.progress();
    let (onward, other) = steps(&cx, &head, &picture, &who.staff);
    let facts = &picture.process.facts;
    let plan = Plan {
        groups: groups(&cx, &head, &picture),
        progress: cx.ta("dialogues-progress", &[("done", done.into()), ("of", of.into())]),
        done,
        of,
        onward,
        other,
        level: picture.level().map(|level| LevelView {
            rank: level.rank,
            name: level.name.get(cx.lang).to_string(),
            promise: facts.text_in("promise", cx.lang),
            not_promise: level.not_promise.get(cx.lang).to_string(),
            show: level.show.iter().map(|one| one.get(cx.lang).to_string()).collect(),
            methods: level.methods.get(cx.lang).to_string(),
        }),
        warnings: picture.warnings(None, cx.lang),
        edition_href: picture
            .newer
            .as_ref()
            .filter(|_| !picture.is_closed())
            .map(|_| format!("{}/metod", head.base)),
        template: picture.pack.template_name.get(cx.lang).to_string(),
        advice,
        sheets: picture
            .pack
            .sheets
            .iter()
            .filter(|one| !one.many)
            .map(|one| {
                (
                    format!("{}/mall/{}", head.base, one.key.to_lowercase()),
                    one.name.get(cx.lang).to_string(),
                )
            })
            .collect(),
        owed: picture
            .owed()
            .iter()
            .map(|(duty, day)| {
                (
                    duty.name.get(cx.lang).to_string(),
                    cx.short_date(day),
                    *day < picture.today,
                )
            })
            .collect(),
        may_plan: super::may_plan(&who.staff),
        copy_href: match dialogue.kind {
            Kind::Dialogue => cx.link(&format!("/arbetsyta/dialoger/ny?kopiera={}", dialogue.id)),
            _ => String::new(),
        },
        head,
        cx,
    };
    page(&plan)
}

fn groups(cx: &Cx, head: &Head, picture: &Picture) -> Vec<GroupView> {
    let pack = &picture.pack;
    let task = |one: &method::pack::TaskText| TaskView {
        href: match &one.page {
            Some(page) => address(cx, head, &page.replace("{id}", &head.id.to_string())),
            None => format!("{}/steg/{}", head.base, one.address),
        },
        name: one.name.get(cx.lang).to_string(),
        status: match picture.status(one) {
            _ if !picture.concerns(one) => "not-needed",
            TaskStatus::Done => "done",
            TaskStatus::Ongoing => "started",
            TaskStatus::NotStarted => "not-started",
            TaskStatus::CannotStartYet => "blocked",
        },
    };
    pack.groups
        .iter()
        .map(|group| GroupView {
            name: group.name.get(cx.lang).to_string(),
            tasks: pack
                .tasks
                .iter()
                .filter(|one| one.group == group.key)
                .map(task)
                .collect(),
        })
        .collect()
}

/// The steps onward, and those that go back, pause or give up.
fn steps(cx: &Cx, head: &Head, picture: &Picture, staff: &Staff) -> (Vec<StepView>, Vec<StepView>) {
    let view = |step: &Transition| {
        let text = picture.pack.transition(&step.key);
        StepView {
            href: format!(
                "{}/lage/{}",
                head.base,
                text.map_or(step.key.as_str(), |one| one.address.as_str())
            ),
            name: text.map_or(step.key.as_str(), |one| one.name.get(cx.lang)).to_string(),
            missing: picture.missing_for(step).len(),
            may: staff.may_named(&step.permission),
        }
    };
    let all = picture.steps();
    let (onward, other): (Vec<&Transition>, Vec<&Transition>) = all.iter().partition(|step| picture.leads_on(step));
    (
        onward.into_iter().map(view).collect(),
        other.into_iter().map(view).collect(),
    )
}
