//! The moderators' pages: the queue, one text, the log.

mod item;
mod log;
mod queue;

pub(crate) use item::{decide_item, item, undo_item};
pub(crate) use log::log;
pub(crate) use queue::{publish_many, queue};

use std::collections::HashMap;

use db::{Conn, Id};
use dialogues::Filter;
use participation::model::channel::Channel;
use participation::{Passage, PassageFilter, PassageState, channel_label};
use web::{Cx, Form, Req};

use crate::model::Waits;

/// Texts on a page of the queue.
pub(super) const PER_PAGE: i64 = 25;
/// Characters of a text in a list.
pub(super) const BEGINNING: usize = 160;
/// Waiting texts read when the filter asks what only the text itself tells.
const LOOKED_THROUGH: i64 = 5_000;

/// Which waiting texts a moderator looks at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct QueueFilter {
    pub dialogue: Option<Id>,
    pub activity: Option<Id>,
    pub waits: Option<Waits>,
}

impl QueueFilter {
    pub(super) fn of_request(req: &Req) -> QueueFilter {
        Self::read(|name| req.query(name).unwrap_or_default().to_owned())
    }

    pub(super) fn of_form(form: &Form) -> QueueFilter {
        Self::read(|name| form.text(name))
    }

    fn read(value: impl Fn(&str) -> String) -> QueueFilter {
        QueueFilter {
            dialogue: value("dialog").parse().ok(),
            activity: value("aktivitet").parse().ok(),
            waits: Waits::ALL
                .into_iter()
                .find(|waits| waits.word() == value("skal-att-granska")),
        }
    }

    pub(super) fn pairs(self) -> Vec<(&'static str, String)> {
        let dialogue = self.dialogue.map(|id| ("dialog", id.to_string()));
        let activity = self.activity.map(|id| ("aktivitet", id.to_string()));
        let waits = self.waits.map(|waits| ("skal-att-granska", waits.word().to_owned()));
        [dialogue, activity, waits].into_iter().flatten().collect()
    }

    /// `?dialog=…`, or empty.
    pub(super) fn query(self) -> String {
        let pairs: Vec<String> = self
            .pairs()
            .into_iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if pairs.is_empty() {
            String::new()
        } else {
            format!("?{}", pairs.join("&"))
        }
    }

    fn passages(self) -> PassageFilter {
        PassageFilter {
            dialogue: self.dialogue,
            activity: self.activity,
            state: Some(PassageState::Waiting),
            ..PassageFilter::default()
        }
    }

    /// How many wait, and a page of them, the oldest first.
    pub(super) async fn find(self, conn: &mut Conn, page: i64) -> db::Result<(i64, Vec<Passage>)> {
        let offset = (page.max(1) - 1) * PER_PAGE;
        let filter = self.passages();
        let Some(wanted) = self.waits else {
            let count = participation::count_passages(conn, &filter).await?;
            return Ok((
                count,
                participation::passages(conn, &filter, PER_PAGE, offset.min(count)).await?,
            ));
        };
        let mut all = participation::passages(conn, &filter, LOOKED_THROUGH, 0).await?;
        all.retain(|passage| Waits::of(passage) == wanted);
        let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
        let skip = usize::try_from(offset).unwrap_or(usize::MAX);
        Ok((
            count,
            all.into_iter()
                .skip(skip)
                .take(usize::try_from(PER_PAGE).unwrap_or(25))
                .collect(),
        ))
    }

    /// The oldest waiting text besides this one.
    pub(super) async fn next(self, conn: &mut Conn, done: Id) -> db::Result<Option<Id>> {
        let (_, some) = self.find(conn, 1).await?;
        // What was passed on to a colleague still waits, but not for the one who passed it on.
        let fresh = some
            .iter()
            .find(|passage| passage.id != done && Waits::of(passage) != Waits::Forwarded);
        Ok(fresh
            .or_else(|| some.iter().find(|passage| passage.id != done))
            .map(|passage| passage.id))
    }
}

/// Titles of all dialogues, for lists.
pub(super) async fn titles(conn: &mut Conn, req: &Req) -> db::Result<HashMap<Id, String>> {
    let all = dialogues::list_all(conn, &Filter::default(), req.today()).await?;
    Ok(all
        .into_iter()
        .map(|dialogue| (dialogue.id, dialogue.title_in(req.lang)))
        .collect())
}

pub(super) fn channel(cx: &Cx, name: &str) -> String {
    Channel::named(name).map_or_else(|| name.to_owned(), |channel| cx.t(channel_label(channel)))
}

/// The first words of a text, for lists.
pub(super) fn beginning(body: &str) -> String {
    let flat = body.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= BEGINNING {
        return flat;
    }
    let kept: String = flat.chars().take(BEGINNING).collect();
    format!("{}…", kept.trim_end())
}

/// "för 3 timmar sedan".
pub(super) fn ago(cx: &Cx, at: jiff::Timestamp, now: jiff::Timestamp) -> String {
    let minutes = now.duration_since(at).as_mins().max(0);
    match minutes {
        0..60 => cx.tn("moderation-ago-minutes", minutes),
        60..2_880 => cx.tn("moderation-ago-hours", minutes / 60),
        _ => cx.tn("moderation-ago-days", minutes / 1_440),
    }
}

/// The words for how a text stands.
pub(super) fn state_label(passage: &Passage) -> &'static str {
    match passage.state() {
        PassageState::Waiting => "moderation-state-waiting",
        PassageState::Published => "moderation-state-published",
        PassageState::Masked => "moderation-state-masked",
        PassageState::Hidden => "moderation-state-hidden",
    }
}
