//! `/arbetsyta`: what waits today, from every part of the house, and one's own dialogues.

use crate::store;
use crate::{Filter, Phase};
use askama::Template;
use identity::{Grant, SeeDesk};
use jiff::civil::Date;
use method::{Asking, Duty, Sources};
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "dialogues/today.html")]
struct Today {
    cx: Cx,
    duties: Vec<DutyRow>,
    dialogues: Vec<MyRow>,
    counts: Vec<(String, usize)>,
    may_plan: bool,
}

struct DutyRow {
    href: String,
    title: String,
    about: String,
    /// When it is owed, in words.
    when: String,
    /// The tag's kind: `bad` when late, `warn` today.
    kind: &'static str,
}

struct MyRow {
    href: String,
    title: String,
    state: String,
    next: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let today = req.today();
    let asking = Asking {
        staff: who.staff.clone(),
        today,
        lang: req.lang,
        days_ahead: method::FORTNIGHT,
        packs: method::packs(&req.site),
    };
    let mut read = req.site.db.read().await?;
    let duties = req.site.get::<Sources>().duties(&mut read, &asking).await?;
    let all = store::all(&mut read).await?;
    let mine = Filter {
        owner: Some(who.staff.id),
        ..Filter::default()
    };
    let dialogues = all
        .iter()
        .filter(|one| mine.takes(one, today) && !one.phase(today).is_over())
        .map(|one| MyRow {
            href: cx.link(&one.desk_address()),
            title: if one.title.is_empty() {
                cx.t("dialogues-untitled")
            } else {
                one.title.clone()
            },
            state: one.state_on(today).to_string(),
            next: next_date(&cx, one, today),
        })
        .collect();
    let count = |phase: Phase| all.iter().filter(|one| one.phase(today) == phase).count();
    let counts = [
        Phase::Hidden,
        Phase::Coming,
        Phase::Open,
        Phase::Closed,
        Phase::Deciding,
        Phase::Decided,
    ]
    .map(|phase| (cx.t(&format!("dialogues-count-{}", phase.code())), count(phase)));
    let page_ = Today {
        duties: duties.iter().map(|duty| duty_row(&cx, duty, today)).collect(),
        dialogues,
        counts: counts.into(),
        may_plan: super::may_plan(&who.staff),
        cx,
    };
    page(&page_)
}

fn duty_row(cx: &Cx, duty: &Duty, today: Date) -> DutyRow {
    let (when, kind) = match duty.due {
        None => (String::new(), ""),
        Some(day) if day < today => (cx.t1("dialogues-duty-late", "day", cx.short_date(&day)), "bad"),
        Some(day) if day == today => (cx.t("dialogues-duty-today"), "warn"),
        Some(day) => (cx.t1("dialogues-duty-due", "day", cx.short_date(&day)), "info"),
    };
    DutyRow {
        href: cx.link(&duty.href),
        title: cx.t(duty.title_key),
        about: duty.about.clone(),
        when,
        kind,
    }
}

/// The next day that matters in a dialogue, in words.
fn next_date(cx: &Cx, dialogue: &crate::Dialogue, today: Date) -> String {
    let days = [
        ("dialogues-next-opens", dialogue.opens_on),
        ("dialogues-next-closes", dialogue.closes_on),
        ("dialogues-next-feedback", dialogue.feedback_on),
    ];
    let coming = days
        .into_iter()
        .filter_map(|(key, day)| Some((key, day?)))
        .find(|(_, day)| *day >= today);
    coming
        .map(|(key, day)| cx.t1(key, "day", cx.short_date(&day)))
        .unwrap_or_default()
}
