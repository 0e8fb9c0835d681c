//! What others have written: the published texts of an activity, the newest first.

use db::Id;
use web::{Cx, Fault, Req};

use crate::kinds::kind;
use crate::model::channel::Channel;
use crate::store::{self, Activity, Passage};

/// Comments on a page.
const ON_A_PAGE: usize = 20;
/// The address asks with this for what came before a comment.
const BEFORE: &str = "fore";

/// One page of them. There is no count of all: it would cost more the more people have spoken.
#[derive(Default)]
pub(super) struct Comments {
    pub list: Vec<Comment>,
    /// Whether this is not the first page.
    pub further: bool,
    /// Where the next page begins, if there is one.
    older: Option<Id>,
}

pub(super) struct Comment {
    pub text: String,
    pub language: String,
    pub day: String,
    pub masked: bool,
    pub channel: String,
}

impl Comments {
    /// Nobody has written, as far as residents may see.
    pub fn none(&self) -> bool {
        self.list.is_empty() && !self.further
    }

    /// What to add to the address for the next page.
    pub fn older(&self) -> Option<String> {
        self.older.map(|id| format!("?{BEFORE}={id}#kommentarer"))
    }
}

/// The published texts of the activity, if its kind shows them.
pub(super) async fn comments(req: &Req, cx: &Cx, activity: &Activity) -> Result<Comments, Fault> {
    let Some(question) = kind(&activity.kind).public_question() else {
        return Ok(Comments::default());
    };
    // An address that somebody has cut shows the newest.
    let before: Option<Id> = req.query(BEFORE).and_then(|text| text.parse().ok());
    let mut conn = req.site.db.read().await?;
    // One more than is shown tells whether there is a next page.
    let mut rows = store::published(&mut conn, activity.id, question, before, ON_A_PAGE as i64 + 1).await?;
    let more = rows.len() > ON_A_PAGE;
    rows.truncate(ON_A_PAGE);
    Ok(Comments {
        older: rows.last().filter(|_| more).map(|last| last.id),
        further: before.is_some(),
        list: rows.into_iter().map(|row| comment(cx, row)).collect(),
    })
}

fn comment(cx: &Cx, passage: Passage) -> Comment {
    let channel = Channel::named(&passage.channel).filter(|c| *c != Channel::Web);
    Comment {
        masked: passage.state == "masked",
        day: cx.day(&passage.submitted_at),
        channel: channel.map(|c| cx.t(crate::channel_label(c))).unwrap_or_default(),
        text: passage.public_body,
        language: passage.language,
    }
}
