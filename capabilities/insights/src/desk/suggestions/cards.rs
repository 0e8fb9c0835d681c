//! Suggestions as they stand: which texts each is of, how far they are coded, and how a card in the list tells it.

use std::collections::{BTreeSet, HashMap};

use db::{Conn, Id};
use participation::marks;
use participation::store::Passage;
use web::{Cx, Fault, Req};

use super::super::Room;
use crate::model::coding::Codings;
use crate::model::plan::Theme;
use crate::model::suggest::{Meaning, Place, Suggestions, commonest};
use crate::reading;
use crate::store::{self, SuggestionDecision};
use crate::suggestions::{self, Standing};

/// Typical texts shown of a theme in the list.
const TYPICAL: usize = 3;

/// A suggestion in the list.
pub(super) struct Card {
    pub word: String,
    pub href: String,
    pub heading: String,
    pub terms: String,
    /// "12 av 240 texter".
    pub share: String,
    /// What it became, or how far it is coded already.
    pub stands: String,
    pub sample: Vec<Sample>,
}

pub(super) struct Sample {
    pub language: String,
    pub pieces: Vec<(String, String)>,
}

/// All that the pages read.
pub(super) struct Read {
    pub room: Room,
    pub standing: Standing,
    pub plan: Vec<Theme>,
    pub codings: Codings,
    pub texts: Vec<Id>,
    pub decisions: HashMap<String, Option<Id>>,
}

impl Read {
    pub async fn of(conn: &mut Conn, req: &Req) -> Result<Read, Fault> {
        let room = Room::of(conn, req).await?;
        let standing = suggestions::standing(conn, room.id).await?;
        let (texts, codings) = reading::codings(conn, room.id).await?;
        let decisions = store::suggestion_decisions(conn, room.id).await?;
        let plan = store::themes(conn, room.id).await?;
        let pair = |one: SuggestionDecision| (one.suggestion, one.theme_id);
        Ok(Read {
            standing: standing.unwrap_or(Standing {
                suggestions: Suggestions::default(),
                made_at: None,
                waits: false,
                failed: false,
            }),
            decisions: decisions.into_iter().map(pair).collect(),
            plan,
            codings,
            texts,
            room,
        })
    }

    pub fn made(&self) -> i64 {
        self.standing.made_at.map_or(0, |at| at.as_microsecond())
    }

    /// The texts of a suggestion that still stand.
    pub fn members(&self, at: Place) -> Vec<Id> {
        let members = self.standing.suggestions.members(at).unwrap_or_default();
        members
            .into_iter()
            .filter(|text| self.texts.binary_search(text).is_ok())
            .collect()
    }

    pub fn is_aside(&self, at: Place) -> bool {
        let key = self.standing.suggestions.key(at);
        key.is_some_and(|key| matches!(self.decisions.get(&key), Some(None)))
    }

    pub fn name_of(&self, theme: Id) -> Option<&str> {
        self.plan
            .iter()
            .find(|one| one.id == theme)
            .map(|one| one.name.as_str())
    }

    /// How far the texts of a suggestion are coded: "9 av 12 har temat Ljus".
    pub fn stands(&self, cx: &Cx, members: &[Id]) -> String {
        let marks: Vec<BTreeSet<Id>> = members.iter().map(|text| self.codings.marks(*text).themes).collect();
        let Some((theme, n)) = commonest(marks.iter()) else {
            return String::new();
        };
        cx.ta(
            "insights-suggest-coded",
            &[
                ("n", cx.number(n).into()),
                ("base", cx.number(members.len()).into()),
                ("theme", self.name_of(theme).unwrap_or_default().into()),
            ],
        )
    }

    pub fn terms(&self, at: Place) -> String {
        match at {
            Place::Theme(theme) => self
                .standing
                .suggestions
                .themes
                .get(theme)
                .map(|one| one.terms.join(", "))
                .unwrap_or_default(),
            Place::Alike(_) => String::new(),
        }
    }

    /// The texts that show a suggestion: the typical one of those that are alike, the most typical of a theme.
    pub fn typical(&self, at: Place) -> Vec<Id> {
        match at {
            Place::Theme(_) => self.members(at).into_iter().take(TYPICAL).collect(),
            Place::Alike(cluster) => {
                let (all, members) = (&self.standing.suggestions, self.members(at));
                let typical = all
                    .alike
                    .get(cluster)
                    .and_then(|one| all.texts.get(one.typical))
                    .copied();
                let stands = typical.filter(|text| members.contains(text));
                stands.or(members.first().copied()).into_iter().collect()
            }
        }
    }

    pub fn heading(&self, cx: &Cx, at: Place) -> String {
        match at {
            Place::Theme(theme) => cx.t1("insights-suggest-theme", "n", cx.number(theme + 1)),
            Place::Alike(cluster) => cx.t1("insights-suggest-alike", "n", cx.number(cluster + 1)),
        }
    }

    pub fn share(&self, cx: &Cx, members: &[Id]) -> String {
        cx.t2(
            "insights-suggest-share",
            ("n", &cx.number(members.len())),
            ("base", &cx.number(self.texts.len())),
        )
    }

    pub fn card(&self, cx: &Cx, at: Place, passages: &HashMap<Id, Passage>) -> Card {
        let members = self.members(at);
        let sample = |text: &Id| {
            let passage = passages.get(text)?;
            Some(Sample {
                language: passage.language.clone(),
                pieces: marks::marked(cx, &passage.body),
            })
        };
        Card {
            word: at.word(),
            href: cx.link(&self.room.under(&format!("forslag/{}", at.word()))),
            heading: self.heading(cx, at),
            terms: self.terms(at),
            share: self.share(cx, &members),
            stands: self.stands(cx, &members),
            sample: self.typical(at).iter().filter_map(sample).collect(),
        }
    }

    /// When they were made, from how many texts, and what came since.
    pub fn status(&self, cx: &Cx) -> Vec<String> {
        let mut status = Vec::new();
        if let Some(at) = self.standing.made_at {
            let (new, _) = self.standing.suggestions.against(&self.texts);
            status.push(cx.t2(
                "insights-suggest-made",
                ("moment", &cx.moment(&at)),
                ("n", &cx.number(self.standing.suggestions.texts.len())),
            ));
            if new > 0 {
                status.push(cx.tn("insights-suggest-new-texts", new));
            }
            status.extend(
                self.standing
                    .suggestions
                    .meaning
                    .as_ref()
                    .map(|one| by_meaning(cx, one)),
            );
        }
        if self.standing.failed {
            status.push(cx.t("insights-suggest-failed"));
        } else if self.standing.waits {
            status.push(cx.t("insights-suggest-waits"));
        }
        status
    }
}

/// What the word vectors knew of the texts, or that they could not be read.
fn by_meaning(cx: &Cx, meaning: &Meaning) -> String {
    if !meaning.is_read {
        return cx.t1("insights-suggest-vectors-fault", "file", &meaning.file);
    }
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let (known, words) = (number(meaning.known), number(meaning.words));
    cx.ta(
        "insights-suggest-by-meaning",
        &[
            ("file", meaning.file.as_str().into()),
            ("share", cx.percent(known, words).into()),
            ("known", cx.number(known).into()),
            ("words", cx.number(words).into()),
        ],
    )
}
