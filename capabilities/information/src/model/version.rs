//! A text that is written on the desk over a base text, and its versions. A version is never changed after it was
//! written: to save is to add one, so nothing that was saved is lost. Of the approved ones, the text that readers see is
//! the one whose time came last.

use jiff::Timestamp;
use method::pack::Audience;
use texts::Lang;

/// Where a text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// Pages for everybody.
    Public,
    /// Pages for those who work in the municipality.
    Intranet,
    /// Chapters of the handbook.
    Handbook,
}

impl Shelf {
    /// All of them, in the order of lists.
    pub const ALL: [Shelf; 3] = [Shelf::Public, Shelf::Intranet, Shelf::Handbook];

    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Shelf::Public => "public",
            Shelf::Intranet => "intranet",
            Shelf::Handbook => "handbook",
        }
    }

    /// The word in addresses.
    pub fn address(self) -> &'static str {
        match self {
            Shelf::Public => "publik",
            Shelf::Intranet => "intranat",
            Shelf::Handbook => "handbok",
        }
    }

    /// The shelf with that word in the database.
    pub fn from_code(code: &str) -> Option<Shelf> {
        Shelf::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The shelf with that word in an address.
    pub fn from_address(word: &str) -> Option<Shelf> {
        Shelf::ALL.into_iter().find(|one| one.address() == word)
    }

    /// Whose pages stand there; chapters are read in the handbook.
    pub fn audience(self) -> Option<Audience> {
        match self {
            Shelf::Public => Some(Audience::Public),
            Shelf::Intranet => Some(Audience::Intranet),
            Shelf::Handbook => None,
        }
    }
}

/// Which text: its shelf, its key in the pack and its language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextKey {
    pub shelf: Shelf,
    pub text: String,
    pub lang: Lang,
}

impl TextKey {
    /// The key of a text.
    pub fn new(shelf: Shelf, text: impl Into<String>, lang: Lang) -> TextKey {
        TextKey {
            shelf,
            text: text.into(),
            lang,
        }
    }

    /// Its address on the desk.
    pub fn desk_address(&self) -> String {
        format!(
            "/arbetsyta/texter/{}/{}/{}",
            self.shelf.address(),
            self.text,
            self.lang.code()
        )
    }
}

/// What a text says. Chapters have no title and lead of their own: those stand in the handbook's contents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    pub title: String,
    pub lead: String,
    /// Markdown.
    pub body: String,
}

impl Content {
    /// All of it as lines to compare.
    pub fn as_lines(&self) -> String {
        let parts = [self.title.trim(), self.lead.trim(), self.body.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("\n\n")
    }
}

/// How far a version has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Written, not approved.
    Draft,
    /// Approved; shown from its time on.
    Approved,
    /// Was approved for a later time and was called off before it came.
    Withdrawn,
    /// Its time came, but by then it did not fit the method any more.
    Stopped,
}

impl State {
    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Approved => "approved",
            State::Withdrawn => "withdrawn",
            State::Stopped => "stopped",
        }
    }

    /// The state with that word; an unknown one shows nothing, as a draft.
    pub fn from_code(code: &str) -> State {
        let all = [State::Approved, State::Withdrawn, State::Stopped];
        all.into_iter().find(|one| one.code() == code).unwrap_or(State::Draft)
    }
}

/// One version of a text.
#[derive(Debug, Clone)]
pub struct Version {
    pub number: i64,
    pub state: State,
    /// It says that the base text is to be shown; its content is what the base said then.
    pub is_base: bool,
    pub content: Content,
    /// What was changed, in the writer's words.
    pub note: String,
    pub written_at: Timestamp,
    pub written_by: String,
    pub approved_at: Option<Timestamp>,
    pub approved_by: String,
    /// From when it is shown.
    pub publish_at: Option<Timestamp>,
    /// When that was carried out.
    pub published_at: Option<Timestamp>,
}

impl Version {
    /// Approved for a time that has not come.
    pub fn is_planned(&self, now: Timestamp) -> bool {
        self.state == State::Approved && self.publish_at.is_some_and(|at| at > now)
    }

    /// Approved, and its time has come.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.state == State::Approved && self.publish_at.is_some_and(|at| at <= now)
    }
}

/// The version that readers see now; none when it is the base text.
pub fn shown(versions: &[Version], now: Timestamp) -> Option<&Version> {
    let due = versions.iter().filter(|one| one.is_due(now));
    due.max_by_key(|one| (one.publish_at, one.number))
        .filter(|one| !one.is_base)
}

/// When what readers see changes next by plan.
pub fn next_change(versions: &[Version], now: Timestamp) -> Option<Timestamp> {
    versions
        .iter()
        .filter(|one| one.is_planned(now))
        .filter_map(|one| one.publish_at)
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a moment")
    }

    fn version(number: i64, state: State, publish: Option<i64>, is_base: bool) -> Version {
        Version {
            number,
            state,
            is_base,
            content: Content::default(),
            note: String::new(),
            written_at: at(0),
            written_by: String::new(),
            approved_at: None,
            approved_by: String::new(),
            publish_at: publish.map(at),
            published_at: None,
        }
    }

    #[test]
    fn readers_see_the_version_whose_time_came_last() {
        let all = [
            version(1, State::Approved, Some(10), false),
            version(2, State::Approved, Some(100), false),
            // Approved later, for an earlier time than the plan: it holds until the plan's time comes.
            version(3, State::Approved, Some(20), false),
            version(4, State::Draft, None, false),
            version(5, State::Withdrawn, Some(30), false),
        ];
        let number = |now: i64| shown(&all, at(now)).map(|one| one.number);
        assert_eq!(
            (number(5), number(10), number(50), number(100)),
            (None, Some(1), Some(3), Some(2))
        );
        assert_eq!(
            (next_change(&all, at(50)), next_change(&all, at(100))),
            (Some(at(100)), None)
        );
    }

    #[test]
    fn a_return_to_the_base_shows_the_base() {
        let all = [
            version(1, State::Approved, Some(10), false),
            version(2, State::Approved, Some(20), true),
        ];
        assert!(shown(&all, at(15)).is_some() && shown(&all, at(20)).is_none());
    }
}
