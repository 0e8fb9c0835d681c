//! `/sa-granskar-vi`: the published rules, who is responsible, and how many texts are hidden for which reason
//! (lagen om elektroniska anslagstavlor, 3 §).

use askama::Template;
use web::{Anyone, Cx, Reply, Req, page};

use crate::model::Reason;

#[derive(Template)]
#[template(path = "moderation/rules.html")]
struct Rules {
    cx: Cx,
    /// Short name, rule, how many are hidden.
    rules: Vec<(String, String, String)>,
}

pub(crate) async fn rules(req: Req, _: Anyone) -> Reply {
    let mut read = req.site.db.read().await?;
    let hidden = crate::hidden_counts(&mut read, None).await?;
    drop(read);
    let cx = req.cx();
    let count = |reason: Reason| hidden.iter().find(|(one, _)| *one == reason).map_or(0, |(_, n)| *n);
    let rule = |reason: Reason| (cx.t(reason.label()), cx.t(reason.rule()), cx.number(count(reason)));
    page(&Rules {
        rules: Reason::ALL.into_iter().map(rule).collect(),
        cx,
    })
}
