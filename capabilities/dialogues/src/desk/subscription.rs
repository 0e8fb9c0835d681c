//! `/arbetsyta/kalender-prenumeration`: the secret address of one's own calendar, made, exchanged and taken away.

use crate::feed;
use crate::store;
use askama::Template;
use identity::{Grant, SeeDesk};
use web::{Cx, Fault, Reply, Req, page};

#[derive(Template)]
#[template(path = "dialogues/subscription.html")]
struct Subscription {
    cx: Cx,
    /// Since when there is one; empty when there is none.
    since: String,
    /// The whole address: only just after it was made, because nobody but its owner keeps it.
    address: String,
    /// The same for programs that open calendars by themselves.
    webcal: String,
}

async fn build(req: &Req, who: &Grant<SeeDesk>, token: Option<&str>) -> Result<Subscription, Fault> {
    let cx = who.cx(req);
    let mut read = req.site.db.read().await?;
    let feed = store::feed::feed(&mut read, who.staff.id).await?;
    drop(read);
    let address = token
        .map(|token| cx.absolute(&feed::address(token)))
        .unwrap_or_default();
    Ok(Subscription {
        since: feed.map(|feed| cx.day(&feed.made_at)).unwrap_or_default(),
        webcal: match address.split_once("://") {
            Some((_, rest)) => format!("webcal://{rest}"),
            None => String::new(),
        },
        address,
        cx,
    })
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    page(&build(&req, &who, None).await?)
}

/// The page itself is the answer, not another address: the secret must not stand in one that is kept in histories and logs.
pub(crate) async fn change(req: Req, who: Grant<SeeDesk>) -> Reply {
    match req.form()?.text("gor").as_str() {
        "skapa" => {
            let token = feed::subscribe(&req.site, &who.staff).await?;
            page(&build(&req, &who, Some(&token)).await?)
        }
        "ta-bort" => {
            feed::unsubscribe(&req.site, &who.staff).await?;
            req.done("/arbetsyta/kalender-prenumeration", "dialogues-done-feed-removed")
        }
        _ => Err(Fault::BadRequest("dialogues-error-feed")),
    }
}
