//! What the door needs to know of the dialogue it stands in.

use db::{Conn, Id};
use jiff::civil::Date;
use web::Fault;

use crate::model::state::{DialoguePhase, Door, door};
use crate::store::Activity;

db::record! {
    #[derive(Debug, Clone)]
    pub struct Dialogue {
        pub id: Id,
        pub slug: String,
        pub title: String,
        /// The state code of the process.
        pub phase: String,
        pub opens_on: Option<Date>,
        pub closes_on: Option<Date>,
        pub feedback_on: Option<Date>,
    }
}

impl Dialogue {
    /// What a resident who comes to the activity today meets. An activity without dates of its own follows the dialogue.
    pub fn door(&self, activity: &Activity, today: Date) -> Door {
        let opens = activity.opens_on.or(self.opens_on);
        let closes = activity.closes_on.or(self.closes_on);
        door(activity.state(), opens, closes, DialoguePhase::of(&self.phase), today)
    }

    pub fn href(&self) -> String {
        format!("/dialoger/{}", self.slug)
    }
}

pub async fn by_slug(conn: &mut Conn, slug: &str) -> Result<Dialogue, Fault> {
    let statement =
        db::sql!("select id, slug, title, phase, opens_on, closes_on, feedback_on from dialogue where slug = $1");
    Ok(conn.one(statement, db::args![slug]).await?)
}

pub async fn by_id(conn: &mut Conn, id: Id) -> Result<Dialogue, Fault> {
    let statement =
        db::sql!("select id, slug, title, phase, opens_on, closes_on, feedback_on from dialogue where id = $1");
    Ok(conn.one(statement, db::args![id]).await?)
}
