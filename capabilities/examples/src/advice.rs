//! The offer beside the plan of a finished dialogue: make an example of it.

use crate::{acts, store};
use db::{Conn, Id};
use method::{Advice, BoxFuture, Heed};
use web::Cx;

/// An offer while the dialogue is finished and has no example.
pub fn advise<'a>(conn: &'a mut Conn, cx: &'a Cx, dialogue: Id) -> BoxFuture<'a, db::Result<Vec<Advice>>> {
    Box::pin(async move {
        let dialogue = dialogues::dialogue(conn, dialogue).await?;
        let is_one = dialogue.kind == dialogues::Kind::Dialogue;
        if !is_one
            || !acts::is_finished(&dialogue, cx.site().today())
            || store::of_dialogue(conn, dialogue.id).await?.is_some()
        {
            return Ok(Vec::new());
        }
        Ok(vec![Advice {
            text: cx.t("examples-offer"),
            href: format!("{}/exempel", dialogue.desk_address()),
            heed: Heed::Offer,
            field: "",
        }])
    })
}
