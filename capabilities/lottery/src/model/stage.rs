//! The stages of a lottery. There are only steps forward: what was published stays published.

/// How far a lottery has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Pool and quotas may still be changed; nothing is promised.
    Preparing,
    /// The thousand panels are public; the seed is not known yet.
    Published,
    /// The seed is known, and with it the panel.
    Drawn,
    /// Ended without a panel, with the reason told.
    Cancelled,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Stage; 4] = [Stage::Preparing, Stage::Published, Stage::Drawn, Stage::Cancelled];

    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Stage::Preparing => "preparing",
            Stage::Published => "published",
            Stage::Drawn => "drawn",
            Stage::Cancelled => "cancelled",
        }
    }

    /// The stage of that word. An unknown word is a lottery that nothing more is done with.
    pub fn named(code: &str) -> Stage {
        let known = Stage::ALL.into_iter().find(|stage| stage.code() == code);
        known.unwrap_or(Stage::Cancelled)
    }

    /// The key of its name.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Stage::Preparing => "lottery-stage-preparing",
            Stage::Published => "lottery-stage-published",
            Stage::Drawn => "lottery-stage-drawn",
            Stage::Cancelled => "lottery-stage-cancelled",
        }
    }

    /// The kind of its tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Stage::Preparing => "",
            Stage::Published => "info",
            Stage::Drawn => "ok",
            Stage::Cancelled => "warn",
        }
    }

    /// May the lottery go from here to there?
    pub fn leads_to(self, next: Stage) -> bool {
        matches!(
            (self, next),
            (Stage::Preparing, Stage::Published | Stage::Cancelled)
                | (Stage::Published, Stage::Drawn | Stage::Cancelled)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_no_way_back() {
        for (at, stage) in Stage::ALL.into_iter().enumerate() {
            assert_eq!(Stage::named(stage.code()), stage);
            for earlier in &Stage::ALL[..=at] {
                assert!(!stage.leads_to(*earlier), "{stage:?} to {earlier:?}");
            }
        }
        assert!(
            !Stage::Drawn.leads_to(Stage::Cancelled),
            "a panel is not drawn again until it pleases"
        );
        assert!(
            !Stage::Preparing.leads_to(Stage::Drawn),
            "nothing is drawn that was not published"
        );
        assert_eq!(Stage::named("annat"), Stage::Cancelled);
    }
}
