//! The ways to take part in a dialogue, as its page offers them.

use db::Conn;
use dialogues::{Dialogue, Phase};
use jiff::civil::Date;
use participation::model::state::ActivityState;
use participation::store::{self, Activity};
use web::{Cx, Fault};

/// One way to take part.
#[derive(Debug, Clone)]
pub struct Way {
    pub href: String,
    /// The form to print; the same questions on paper.
    pub paper: String,
    pub title: String,
    pub lead: String,
    /// What the button says: verb and object.
    pub button: String,
    /// Can one take part today?
    pub open: bool,
    /// When it opens or closes; empty when the dialogue's own days hold.
    pub note: String,
}

/// The ways that residents may see, in the order of the page. How many have spoken is told with the results: counting
/// here would make the page dearer with every voice.
pub async fn of(conn: &mut Conn, dialogue: &Dialogue, cx: &Cx, today: Date, preview: bool) -> Result<Vec<Way>, Fault> {
    let activities = store::activities(conn, dialogue.id).await?;
    let shown = activities
        .iter()
        .filter(|one| preview || one.state() != ActivityState::Draft);
    Ok(shown.map(|one| way(one, dialogue, cx, today)).collect())
}

fn way(activity: &Activity, dialogue: &Dialogue, cx: &Cx, today: Date) -> Way {
    let lang = cx.lang.code();
    let href = cx.link(&format!("{}/delta/{}", dialogue.address(), activity.id));
    let opens = activity.opens_on.filter(|day| today < *day);
    let closed = activity.state() == ActivityState::Closed || activity.closes_on.is_some_and(|day| today > day);
    let open =
        dialogue.phase(today) == Phase::Open && activity.state() == ActivityState::Open && opens.is_none() && !closed;
    let note = match (opens, activity.closes_on) {
        _ if closed => cx.t("publishing-way-closed"),
        _ if activity.state() == ActivityState::Paused => cx.t("publishing-way-paused"),
        (Some(day), _) => cx.t1("publishing-opens", "date", cx.short_date(&day)),
        (None, Some(day)) if Some(day) != dialogue.closes_on => cx.t1("publishing-closes", "date", cx.short_date(&day)),
        _ => String::new(),
    };
    let button = match activity.kind.as_str() {
        "comment" => cx.t("publishing-way-comment"),
        "statements" => cx.t("publishing-way-statements"),
        "budget" => cx.t("publishing-way-budget"),
        _ => cx.t("publishing-way-survey"),
    };
    Way {
        paper: format!("{href}/blankett"),
        title: activity.title(lang).to_owned(),
        lead: activity.lead(lang).to_owned(),
        href,
        button,
        open,
        note,
    }
}
