//! What the door needs to know of the dialogue it stands in.

use db::{Conn, Id};
use dialogues::Phase;
use jiff::civil::Date;
use web::{Cx, Fault};

use crate::model::state::{DialoguePhase, Door, door};
use crate::store::Activity;

/// The dialogue of an activity, as pages of the door show it.
#[derive(Debug, Clone)]
pub struct Dialogue {
    pub id: Id,
    pub slug: String,
    /// In Swedish.
    pub title: String,
    title_en: String,
    phase: Phase,
    is_public: bool,
    pub opens_on: Option<Date>,
    pub closes_on: Option<Date>,
    pub feedback_on: Option<Date>,
}

impl Dialogue {
    pub fn of(found: dialogues::Glance, today: Date) -> Self {
        let translated = Some(&found.title_en).filter(|text| !text.is_empty());
        Self {
            id: found.id,
            title_en: translated.unwrap_or(&found.title).clone(),
            phase: found.phase(today),
            is_public: found.is_public(today),
            slug: found.slug,
            title: found.title,
            opens_on: found.opens_on,
            closes_on: found.closes_on,
            feedback_on: found.feedback_on,
        }
    }

    /// What a resident who comes to the activity today meets. An activity without dates of its own follows the dialogue.
    pub fn door(&self, activity: &Activity, today: Date) -> Door {
        let opens = activity.opens_on.or(self.opens_on);
        let closes = activity.closes_on.or(self.closes_on);
        door(activity.state(), opens, closes, self.standing(), today)
    }

    /// What the dialogue's phase means for its activities.
    pub fn standing(&self) -> DialoguePhase {
        match self.phase {
            _ if !self.is_public => DialoguePhase::Hidden,
            Phase::Hidden | Phase::Information => DialoguePhase::Hidden,
            Phase::Coming => DialoguePhase::Coming,
            Phase::Open => DialoguePhase::Open,
            Phase::Paused => DialoguePhase::Paused,
            Phase::Closed | Phase::Deciding | Phase::Decided | Phase::Answered | Phase::Ended | Phase::Cancelled => {
                DialoguePhase::Over
            }
        }
    }

    /// The title in the reader's language.
    pub fn name(&self, cx: &Cx) -> &str {
        match cx.lang {
            web::Lang::Sv => &self.title,
            web::Lang::En => &self.title_en,
        }
    }

    pub fn href(&self) -> String {
        format!("/dialoger/{}", self.slug)
    }

    pub fn desk_href(&self) -> String {
        format!("/arbetsyta/dialoger/{}", self.id)
    }
}

pub async fn by_slug(conn: &mut Conn, slug: &str, today: Date) -> Result<Dialogue, Fault> {
    Ok(Dialogue::of(dialogues::glance_by_slug(conn, slug).await?, today))
}

pub async fn by_id(conn: &mut Conn, id: Id, today: Date) -> Result<Dialogue, Fault> {
    Ok(Dialogue::of(dialogues::glance(conn, id).await?, today))
}
