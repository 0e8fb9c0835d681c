//! The rules of looking before showing: why a text may be hidden, what a decision must hold, what is marked in a text.

use jiff::{SignedDuration, Timestamp};
use participation::{Passage, PassageState};
use text::personal_data::{Kind, find};

/// How long a decision can be taken back with one press.
pub(crate) const UNDO_WITHIN: SignedDuration = SignedDuration::from_mins(10);
/// Longest note, in characters.
pub(crate) const MAX_NOTE: usize = 1_000;
/// The word in `reason` for a text that was passed on to a colleague.
pub(crate) const FORWARDED: &str = "forwarded";

/// Why a text is hidden: the published rules, and nothing else. An authority that opens a forum does not remove opinions
/// because they are unpleasant (RF 1:9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Obviously one of the crimes of lagen (1998:112) om elektroniska anslagstavlor, 5 §.
    Unlawful,
    /// Personal data about somebody, or an insult to a person.
    Person,
    /// Threat or hate.
    Threat,
    Advertising,
    OffTopic,
    Duplicate,
    /// Secrecy by offentlighets- och sekretesslagen.
    Secrecy,
}

impl Reason {
    /// All reasons, in the order of lists.
    pub const ALL: [Reason; 7] = [
        Reason::Unlawful,
        Reason::Person,
        Reason::Threat,
        Reason::Advertising,
        Reason::OffTopic,
        Reason::Duplicate,
        Reason::Secrecy,
    ];

    /// The word in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Unlawful => "unlawful",
            Reason::Person => "person",
            Reason::Threat => "threat",
            Reason::Advertising => "advertising",
            Reason::OffTopic => "off-topic",
            Reason::Duplicate => "duplicate",
            Reason::Secrecy => "secrecy",
        }
    }

    pub fn from_code(code: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// The key of its short name, as it stands in public.
    pub fn label(self) -> &'static str {
        match self {
            Reason::Unlawful => "moderation-reason-unlawful",
            Reason::Person => "moderation-reason-person",
            Reason::Threat => "moderation-reason-threat",
            Reason::Advertising => "moderation-reason-advertising",
            Reason::OffTopic => "moderation-reason-off-topic",
            Reason::Duplicate => "moderation-reason-duplicate",
            Reason::Secrecy => "moderation-reason-secrecy",
        }
    }

    /// The key of the published rule.
    pub fn rule(self) -> &'static str {
        match self {
            Reason::Unlawful => "moderation-rule-unlawful",
            Reason::Person => "moderation-rule-person",
            Reason::Threat => "moderation-rule-threat",
            Reason::Advertising => "moderation-rule-advertising",
            Reason::OffTopic => "moderation-rule-off-topic",
            Reason::Duplicate => "moderation-rule-duplicate",
            Reason::Secrecy => "moderation-rule-secrecy",
        }
    }
}

/// What a moderator decides about a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    Publish,
    /// Publish this text instead, with personal data covered.
    Mask(String),
    Hide(Reason),
    /// Let a colleague decide; the note says who and why.
    Forward,
}

/// What is wrong with a decision as sent: the field and the text that says what to do.
pub(crate) type Problem = (&'static str, &'static str);

/// A decision as sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    pub choice: String,
    pub masked: String,
    pub reason: String,
    pub note: String,
}

impl Typed {
    pub(crate) fn read(&self, body: &str) -> Result<Decision, Vec<Problem>> {
        let mut problems = Vec::new();
        let decision = match self.choice.as_str() {
            "publicera" => Some(Decision::Publish),
            "maskera" => match mask_problem(body, &self.masked) {
                None => Some(Decision::Mask(self.masked.trim().to_owned())),
                Some(key) => {
                    problems.push(("maskerad", key));
                    None
                }
            },
            "dolj" => Reason::from_code(&self.reason).map(Decision::Hide).or_else(|| {
                problems.push(("skal", "moderation-error-reason"));
                None
            }),
            "vidare" if self.note.trim().is_empty() => {
                problems.push(("notering", "moderation-error-forward"));
                None
            }
            "vidare" => Some(Decision::Forward),
            _ => {
                problems.push(("beslut", "moderation-error-choice"));
                None
            }
        };
        if self.note.chars().count() > MAX_NOTE {
            problems.push(("notering", "moderation-error-note-long"));
        }
        decision.filter(|_| problems.is_empty()).ok_or(problems)
    }
}

/// A masked text says something, differs from the original, and holds none of what it was to cover. Whoever means that a
/// marked number may stand (the municipality's own) publishes the text as it is.
fn mask_problem(body: &str, masked: &str) -> Option<&'static str> {
    if masked.trim().is_empty() {
        return Some("moderation-error-mask-empty");
    }
    if masked.trim() == body.trim() {
        return Some("moderation-error-mask-same");
    }
    (!find(masked).is_empty()).then_some("moderation-error-mask-left")
}

/// Why a text waits, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waits {
    Forwarded,
    /// The detector found something.
    Marked,
    /// All texts of the activity are looked at first.
    Premoderated,
}

impl Waits {
    pub(crate) const ALL: [Waits; 3] = [Waits::Forwarded, Waits::Marked, Waits::Premoderated];

    pub(crate) fn of(passage: &Passage) -> Waits {
        match () {
            () if passage.reason == FORWARDED => Waits::Forwarded,
            () if is_marked(passage) => Waits::Marked,
            () => Waits::Premoderated,
        }
    }

    /// The word in the address.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Waits::Forwarded => "vidare",
            Waits::Marked => "markerad",
            Waits::Premoderated => "forhand",
        }
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Waits::Forwarded => "moderation-waits-forwarded",
            Waits::Marked => "moderation-waits-marked",
            Waits::Premoderated => "moderation-waits-premoderated",
        }
    }
}

fn is_marked(passage: &Passage) -> bool {
    !find(&passage.body).is_empty()
}

/// May it be published in bulk, without anybody opening it? Only what the detector found nothing in.
pub(crate) fn may_publish_unread(passage: &Passage) -> bool {
    passage.state() == PassageState::Waiting && !passage.withdrawn && Waits::of(passage) == Waits::Premoderated
}

/// Can a decision still be taken back?
pub(crate) fn may_undo(passage: &Passage, now: Timestamp) -> bool {
    let is_recent = passage
        .decided_at
        .is_some_and(|at| now.duration_since(at) <= UNDO_WITHIN);
    is_recent && !passage.withdrawn && (passage.state() != PassageState::Waiting || passage.reason == FORWARDED)
}

/// The key of what stands in its place, "[telefonnummer borttaget]".
pub(crate) fn mask_label(kind: Kind) -> &'static str {
    match kind {
        Kind::PersonalNumber => "moderation-mask-personal-number",
        Kind::CoordinationNumber => "moderation-mask-coordination-number",
        Kind::Phone => "moderation-mask-phone",
        Kind::Email => "moderation-mask-email",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "Ring mig på 070-123 45 67 om bänken.";

    fn typed(choice: &str) -> Typed {
        Typed {
            choice: choice.into(),
            ..Typed::default()
        }
    }

    #[test]
    fn a_decision_needs_what_belongs_to_it() {
        assert_eq!(typed("").read(BODY), Err(vec![("beslut", "moderation-error-choice")]));
        assert_eq!(typed("dolj").read(BODY), Err(vec![("skal", "moderation-error-reason")]));
        assert_eq!(
            typed("vidare").read(BODY),
            Err(vec![("notering", "moderation-error-forward")])
        );
        assert_eq!(typed("publicera").read(BODY), Ok(Decision::Publish));
        let hidden = Typed {
            reason: "threat".into(),
            ..typed("dolj")
        };
        assert_eq!(hidden.read(BODY), Ok(Decision::Hide(Reason::Threat)));
        assert_eq!(
            Typed {
                reason: "tråkig".into(),
                ..typed("dolj")
            }
            .read(BODY),
            Err(vec![("skal", "moderation-error-reason")])
        );
    }

    #[test]
    fn a_masked_text_covers_what_was_found() {
        let mask = |text: &str| {
            Typed {
                masked: text.into(),
                ..typed("maskera")
            }
            .read(BODY)
        };
        assert_eq!(mask(" "), Err(vec![("maskerad", "moderation-error-mask-empty")]));
        assert_eq!(mask(BODY), Err(vec![("maskerad", "moderation-error-mask-same")]));
        assert_eq!(
            mask("Ring 0701234567"),
            Err(vec![("maskerad", "moderation-error-mask-left")])
        );
        assert_eq!(mask("Ring mig."), Ok(Decision::Mask("Ring mig.".into())));
    }

    #[test]
    fn every_reason_is_read_by_its_own_word() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_code(reason.code()), Some(reason));
        }
    }
}
