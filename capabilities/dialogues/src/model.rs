//! What a dialogue is, to residents and to the rest of the house. Rules only: no database, no pages.

use crate::Kind;
use db::Id;
use jiff::{Timestamp, civil::Date};
use method::{Facts, LevelKey};
use texts::Lang;

/// A process of the method with an address, dates and an owner: a citizen dialogue, or what lies on the desk as one does.
#[derive(Debug, Clone)]
pub struct Dialogue {
    /// The same as its process.
    pub id: Id,
    /// Its word in the public address.
    pub slug: String,
    pub kind: Kind,
    pub title: String,
    pub summary: String,
    pub level: Option<LevelKey>,
    /// The state of its process, by the process template's own key.
    pub state: String,
    /// Where a paused dialogue returns to.
    pub returns_to: Option<String>,
    /// What residents meet in that state, in the words all templates share (`published`, `decided` …).
    pub stage: String,
    /// The same for what was paused.
    pub stage_under: Option<String>,
    pub area: String,
    pub topic: String,
    pub owner_id: Id,
    pub opens_on: Option<Date>,
    pub closes_on: Option<Date>,
    pub feedback_on: Option<Date>,
    /// When residents could first see it.
    pub published_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub pack: String,
    /// The edition of the pack that its process follows.
    pub edition: String,
    /// The process template.
    pub template: String,
    pub facts: Facts,
    pub revision: i64,
}

/// Where a dialogue is, as a resident meets it. Opening and closing follow the calendar: nobody has to click.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Not shown to residents: draft, examined, declined, assigned, planned.
    Hidden,
    /// Only information; nothing can be influenced.
    Information,
    /// Published, opens later.
    Coming,
    /// One can take part.
    Open,
    /// Taking part is over; the answers are being read.
    Closed,
    /// The report is written and goes to those who decide.
    Deciding,
    Decided,
    /// Everyone has an answer.
    Answered,
    Ended,
    Paused,
    Cancelled,
}

impl Phase {
    /// The word in addresses and the API.
    pub fn code(self) -> &'static str {
        match self {
            Phase::Hidden => "hidden",
            Phase::Information => "information",
            Phase::Coming => "coming",
            Phase::Open => "open",
            Phase::Closed => "closed",
            Phase::Deciding => "deciding",
            Phase::Decided => "decided",
            Phase::Answered => "answered",
            Phase::Ended => "ended",
            Phase::Paused => "paused",
            Phase::Cancelled => "cancelled",
        }
    }

    /// Over, from a resident's view: nothing more will happen.
    pub fn is_over(self) -> bool {
        matches!(self, Phase::Answered | Phase::Ended | Phase::Cancelled)
    }
}

db::record! {
    /// What the door of an activity needs to know of its dialogue: a row, without what is written about it.
    #[derive(Debug, Clone)]
    pub struct Glance {
        pub id: Id,
        pub slug: String,
        kind: String,
        /// In Swedish.
        pub title: String,
        /// Empty when there is no translation.
        pub title_en: String,
        stage: String,
        stage_under: String,
        pub opens_on: Option<Date>,
        pub closes_on: Option<Date>,
        pub feedback_on: Option<Date>,
        published_at: Option<Timestamp>,
    }
}

impl Glance {
    /// Where it stands today.
    pub fn phase(&self, today: Date) -> Phase {
        phase(&self.stage, self.opens_on, self.closes_on, today)
    }

    /// May residents see it?
    pub fn is_public(&self, today: Date) -> bool {
        let under = if self.stage_under.is_empty() {
            &self.stage
        } else {
            &self.stage_under
        };
        self.kind == Kind::Dialogue.code()
            && is_public(self.published_at, phase(under, self.opens_on, self.closes_on, today))
    }
}

impl From<&Dialogue> for Glance {
    fn from(whole: &Dialogue) -> Glance {
        Glance {
            id: whole.id,
            slug: whole.slug.clone(),
            kind: whole.kind.code().to_string(),
            title: whole.title.clone(),
            title_en: whole.facts.text("title@en"),
            stage: whole.stage.clone(),
            stage_under: whole.stage_under.clone().unwrap_or_default(),
            opens_on: whole.opens_on,
            closes_on: whole.closes_on,
            feedback_on: whole.feedback_on,
            published_at: whole.published_at,
        }
    }
}

/// A pause hides nothing that was seen, and shows nothing that was not: `under_it` is the phase that was paused.
fn is_public(published_at: Option<Timestamp>, under_it: Phase) -> bool {
    published_at.is_some() && under_it != Phase::Hidden
}

impl Dialogue {
    /// Where the dialogue is on a day.
    pub fn phase(&self, today: Date) -> Phase {
        phase(&self.stage, self.opens_on, self.closes_on, today)
    }

    /// The stage that fits the day, also before the calendar's step has been recorded: `published`, `open`
    /// or `closed` for a running dialogue, else its stage. For `kit::status`.
    pub fn state_on(&self, today: Date) -> &str {
        match self.phase(today) {
            Phase::Coming => "published",
            Phase::Open => "open",
            Phase::Closed if self.stage == "published" || self.stage == "open" => "closed",
            _ => &self.stage,
        }
    }

    /// Can one take part today?
    pub fn is_open(&self, today: Date) -> bool {
        self.phase(today) == Phase::Open
    }

    /// Will it be, is it or was it held? Declined and cancelled ones take nobody's time.
    pub fn takes_place(&self) -> bool {
        !matches!(self.state.as_str(), "declined" | "cancelled")
    }

    /// Do residents see it?
    pub fn is_public(&self, today: Date) -> bool {
        let under = self.stage_under.as_deref().unwrap_or(&self.stage);
        self.kind == Kind::Dialogue && is_public(self.published_at, phase(under, self.opens_on, self.closes_on, today))
    }

    /// The title in a language, or in Swedish when it has not been translated.
    pub fn title_in(&self, lang: Lang) -> String {
        self.facts.text_in("title", lang)
    }

    pub fn summary_in(&self, lang: Lang) -> String {
        self.facts.text_in("summary", lang)
    }

    /// Its public address.
    pub fn address(&self) -> String {
        format!("/dialoger/{}", self.slug)
    }

    /// Its address on the desk.
    pub fn desk_address(&self) -> String {
        format!("{}/{}", self.kind.base(), self.id)
    }
}

/// The phase of a stage on a day. A published dialogue whose first day has come is open, and closed after its last.
/// Which stage a state is, its process template says.
pub fn phase(stage: &str, opens_on: Option<Date>, closes_on: Option<Date>, today: Date) -> Phase {
    match stage {
        "published" | "open" => {
            let opened = stage == "open" || opens_on.is_some_and(|day| today >= day);
            let closed = closes_on.is_some_and(|day| today > day);
            match (opened, closed) {
                (true, true) => Phase::Closed,
                (true, false) => Phase::Open,
                (false, _) => Phase::Coming,
            }
        }
        "information" => Phase::Information,
        "closed" | "compiled" => Phase::Closed,
        "report-adopted" | "handed-over" => Phase::Deciding,
        "decided" => Phase::Decided,
        "answered" | "evaluated" => Phase::Answered,
        "ended" => Phase::Ended,
        "paused" => Phase::Paused,
        "cancelled" => Phase::Cancelled,
        _ => Phase::Hidden,
    }
}

/// Which dialogues a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words in title, summary or question.
    pub words: String,
    pub phase: Option<Phase>,
    pub area: String,
    pub topic: String,
    pub level: String,
    /// Only those this official owns.
    pub owner: Option<Id>,
}

impl Filter {
    /// Does a dialogue belong on the list?
    pub fn takes(&self, dialogue: &Dialogue, today: Date) -> bool {
        let same = |asked: &str, has: &str| {
            asked.is_empty() || asked.eq_ignore_ascii_case(has) || asked.to_lowercase() == has.to_lowercase()
        };
        let text = || {
            format!(
                "{} {} {}",
                dialogue.title,
                dialogue.summary,
                dialogue.facts.text("question")
            )
            .to_lowercase()
        };
        self.phase.is_none_or(|phase| phase == dialogue.phase(today))
            && self.owner.is_none_or(|owner| owner == dialogue.owner_id)
            && same(&self.area, &dialogue.area)
            && same(&self.topic, &dialogue.topic)
            && same(&self.level, dialogue.level.as_deref().unwrap_or_default())
            && (self.words.is_empty()
                || self
                    .words
                    .to_lowercase()
                    .split_whitespace()
                    .all(|word| text().contains(word)))
    }
}

/// A file that belongs to a dialogue.
#[derive(Debug, Clone)]
pub struct Document {
    pub id: Id,
    pub dialogue_id: Id,
    pub file_id: Id,
    pub title: String,
    /// The file's name.
    pub name: String,
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    pub public: bool,
    pub added_at: Timestamp,
    pub removed_at: Option<Timestamp>,
}

impl Document {
    /// Where the file is served.
    pub fn href(&self) -> String {
        format!("/filer/{}/{}", self.id, self.name)
    }

    /// Its content is gone for good: no file is empty that was taken in.
    pub fn is_erased(&self) -> bool {
        self.size == 0
    }

    /// Whether a page can show it as a picture.
    pub fn is_picture(&self) -> bool {
        self.media_type.starts_with("image/")
    }

    /// "PDF", "DOCX" …
    pub fn kind(&self) -> String {
        self.name.rsplit_once('.').map_or("", |(_, kind)| kind).to_uppercase()
    }
}

/// Something everyone should know about a running dialogue: a change with its reason.
#[derive(Debug, Clone)]
pub struct Notice {
    pub at: Timestamp,
    pub what: Change,
    pub reason: String,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// From one state code to another.
    State { from: String, to: String },
    /// A field, with the values before and after.
    Field { key: String, from: String, to: String },
}

/// The word in an address: small letters without marks, digits and hyphens.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.to_lowercase().chars() {
        let plain = match letter {
            'å' | 'ä' | 'à' | 'á' | 'æ' => 'a',
            'ö' | 'ø' | 'ó' => 'o',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ü' | 'ú' => 'u',
            one if one.is_ascii_alphanumeric() => one,
            _ => '-',
        };
        if plain != '-' || !(slug.is_empty() || slug.ends_with('-')) {
            slug.push(plain);
        }
        if slug.len() >= 60 {
            break;
        }
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "dialog".into() } else { slug.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_title_becomes_a_word_for_the_address() {
        assert_eq!(slug("Hur ska Mörby park bli?"), "hur-ska-morby-park-bli");
        assert_eq!(slug("  Åby – 2026! "), "aby-2026");
        assert_eq!(slug("???"), "dialog");
        assert!(slug(&"lång titel ".repeat(20)).len() <= 60);
    }

    #[test]
    fn a_published_dialogue_opens_and_closes_by_the_calendar() {
        let on = |state, day| phase(state, Some(date(2026, 3, 2)), Some(date(2026, 3, 31)), day);
        assert_eq!(on("published", date(2026, 3, 1)), Phase::Coming);
        assert_eq!(on("published", date(2026, 3, 2)), Phase::Open);
        assert_eq!(on("open", date(2026, 3, 31)), Phase::Open);
        assert_eq!(on("open", date(2026, 4, 1)), Phase::Closed);
        assert_eq!(on("published", date(2026, 4, 1)), Phase::Closed);
        assert_eq!(on("paused", date(2026, 3, 10)), Phase::Paused);
        assert_eq!(on("planned", date(2026, 3, 10)), Phase::Hidden);
    }
}
