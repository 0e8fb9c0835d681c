//! The door where voices enter: activities that ask, contributions that answer, and the passages they are made of.
//!
//! * To add a kind of question: a variant of [`model::definition::Kind`] and of [`model::answer::Answer`], their arms
//!   in `model`, and its look in `templates/participation/field.html`.
//! * To add a kind of activity: see [`kinds`].
//! * What others call stands below and in [`acts`]; [`store`] serves those above with the same rows.
//! * Never here: whether a text is shown (moderation decides), what it means (insights), what came of it (cases).

pub mod acts;
mod conditions;
pub mod count;
mod desk;
mod dialogue;
pub mod export;
pub mod kinds;
pub mod marks;
pub mod model;
pub mod opinions;
mod pages;
mod shown;
mod source;
pub mod store;
mod words;

pub use acts::{Letter, Preview, Report, Sending, Sent, import, preview, submit};
pub use model::channel::Channel;
pub use model::definition::Definition;
pub use model::import::Options as ImportOptions;
pub use model::state::{ActivityState, Door, PassageState};
pub use shown::Shown;
pub use source::source;
pub use store::{
    Activity, Contribution, Decision, Passage, PassageFilter, activities, activity, count_passages, count_waiting,
    dated_activities, passage, passage_counts, passage_ids, passages, passages_by_id, waiting as waiting_passages,
};
pub use words::words;

use db::{Conn, Id, Tx};
use jiff::{Timestamp, civil::Date};
use model::answer::Answers;
use web::{Capability, Fault, Req};

/// Words of the door.
pub const TEXTS: texts::Source = texts::source!("participation");

/// What participation brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "participation",
        routes: desk::routes(pages::routes()),
        texts: TEXTS,
        menu: Vec::new(),
    }
}

/// What participation computes apart from requests: groups of opinions, and who wins a vote over money.
pub fn works() -> Vec<background::Work> {
    vec![opinions::opinions_work(), count::budget_work()]
}

/// The contribution that the receipt code in the address (`{code}`) belongs to, with the code as it is written. Codes that lead
/// nowhere are counted, so that nobody tries many.
///
/// # Errors
/// [`Fault::NotFound`]; a fault of its own when too many were tried.
pub async fn with_code(req: &Req) -> Result<(String, Contribution), Fault> {
    let (code, contribution) = pages::find(req).await?;
    Ok((code.to_string(), contribution))
}

/// How many contributions a dialogue has. Withdrawn ones are not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    pub total: i64,
    /// Largest first.
    pub by_channel: Vec<(Channel, i64)>,
}

/// Standing contributions of a dialogue per channel.
pub async fn counts(conn: &mut Conn, dialogue: Id) -> db::Result<Counts> {
    let rows = store::counts(conn, dialogue).await?;
    let by_channel: Vec<(Channel, i64)> = rows
        .iter()
        .filter_map(|row| Some((Channel::named(&row.channel)?, row.n)))
        .collect();
    Ok(Counts {
        total: rows.iter().map(|row| row.n).sum(),
        by_channel,
    })
}

/// One person's standing answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    pub contribution: Id,
    pub version: i64,
    pub channel: Channel,
    pub language: String,
    pub submitted_at: Timestamp,
    /// Questions seen, with the answer if one was given.
    pub answers: Answers,
    /// The same for "Om dig".
    pub background: Answers,
}

/// All standing answers to an activity, or to one version of it, in the order they came.
pub async fn responses(conn: &mut Conn, activity: Id, version: Option<i64>) -> db::Result<Vec<Response>> {
    let rows = store::answer_rows(conn, activity, version.unwrap_or(0)).await?;
    let response = |row: store::AnswerRow| Response {
        contribution: row.id,
        version: row.version,
        channel: Channel::named(&row.channel).unwrap_or(Channel::Import),
        language: row.language,
        submitted_at: row.submitted_at,
        answers: Answers::from_json(&row.answers).unwrap_or_default(),
        background: Answers::from_json(&row.background).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(response).collect())
}

/// The published versions of an activity, oldest first, with their numbers.
pub async fn versions(conn: &mut Conn, activity: Id) -> Result<Vec<(i64, Definition)>, Fault> {
    let rows = store::definitions(conn, activity).await?;
    rows.iter()
        .map(|row| Ok((row.version, acts::from_json(&row.definition)?)))
        .collect()
}

/// The same as people met them, oldest first: in the newest stand the statements that residents have proposed, too.
///
/// # Errors
/// The database's.
pub async fn met_versions(conn: &mut Conn, activity: Id) -> db::Result<Vec<(i64, Definition)>> {
    acts::met_versions(conn, activity).await
}

/// A way to take part, as the dialogue's page shows it.
#[derive(Debug, Clone)]
pub struct Offer {
    pub activity: Activity,
    /// What one meets there today.
    pub door: Door,
    /// The page, without language.
    pub href: String,
    /// The last day: its own or the dialogue's.
    pub closes_on: Option<Date>,
}

/// The published activities of a dialogue that residents see, in order.
pub async fn offers(conn: &mut Conn, dialogue: &dialogues::Dialogue, today: Date) -> db::Result<Vec<Offer>> {
    let place = dialogue::Dialogue::of(dialogue.into(), today);
    let all = store::activities(conn, dialogue.id).await?;
    let offer = |activity: Activity| Offer {
        door: place.door(&activity, today),
        href: format!("{}/delta/{}", place.href(), activity.id),
        closes_on: activity.closes_on.or(place.closes_on),
        activity,
    };
    Ok(all
        .into_iter()
        .filter(|a| a.version > 0)
        .map(offer)
        .filter(|o| o.door != Door::Hidden)
        .collect())
}

/// Records what a person decided about a passage, with its audit line, and lets cached pages go.
///
/// # Errors
/// `Conflict` when somebody decided after `revision`.
pub async fn decide_passage(tx: &mut Tx<'_>, id: Id, revision: i64, decision: &Decision) -> Result<Passage, Fault> {
    store::save_decision(tx, id, revision, decision).await?;
    let passage = store::passage(tx, id).await?;
    let detail = serde_json::json!({ "state": decision.state.name(), "reason": decision.reason });
    tx.audit("passage.decide", "passage", id, detail).await?;
    acts::touch(tx, passage.dialogue_id);
    // A proposed statement may have come or gone.
    let activity = store::activity(tx, passage.activity_id).await?;
    acts::recount(tx, &activity).await?;
    Ok(passage)
}

/// The text key of a channel's name.
pub fn channel_label(channel: Channel) -> &'static str {
    match channel {
        Channel::Web => "participation-channel-web",
        Channel::Paper => "participation-channel-paper",
        Channel::Phone => "participation-channel-phone",
        Channel::Email => "participation-channel-email",
        Channel::Meeting => "participation-channel-meeting",
        Channel::School => "participation-channel-school",
        Channel::Interview => "participation-channel-interview",
        Channel::Import => "participation-channel-import",
    }
}

#[cfg(test)]
mod tests;
