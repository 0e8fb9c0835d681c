//! `/lottning/{lottery}`: what everybody may know of a lottery, from the moment it is published. Whoever took the file before the draw
//! can see afterwards that nothing was chosen.

use crate::acts::{drawn_ids, topic};
use crate::desk::{GroupRow, Line, group_rows, show, title};
use crate::model::stage::Stage;
use crate::paper::{commands, how};
use crate::store::{self, Lottery};
use askama::Template;
use std::time::Duration;
use web::{Anyone, Cx, Fault, Reply, Req, download, page};

/// The public address of a lottery.
pub(crate) fn address(lottery: &Lottery) -> String {
    format!("/lottning/{}", lottery.id)
}

#[derive(Template)]
#[template(path = "lottery/open.html")]
struct Public {
    cx: Cx,
    title: String,
    /// Title and address of the dialogue, if residents see it.
    dialogue: String,
    dialogue_href: String,
    lead: String,
    facts: Vec<(String, String)>,
    chances: Vec<String>,
    groups: Vec<GroupRow>,
    is_drawn: bool,
    ids: String,
    /// Empty when it is erased.
    file: String,
    erased: String,
    /// How anybody checks it, with the commands that find the number of the panel; empty when nothing was drawn.
    how: String,
    commands: Vec<String>,
    others: Vec<Line>,
}

async fn published(req: &Req, conn: &mut db::Conn) -> Result<Lottery, Fault> {
    let lottery = store::lottery(conn, req.id_param("lottery")?).await?;
    if lottery.is_public() {
        Ok(lottery)
    } else {
        Err(Fault::NotFound)
    }
}

pub(crate) async fn show(req: Req, _: Anyone) -> Reply {
    let cx = req.cx();
    let mut read = req.site.db.read().await?;
    let lottery = published(&req, &mut read).await?;
    let dialogue = dialogues::dialogue(&mut read, lottery.dialogue_id).await?;
    let others = store::of_dialogue(&mut read, lottery.dialogue_id).await?;
    let ids = drawn_ids(&mut read, &lottery).await?;
    drop(read);
    let figures = lottery.figures().ok_or(Fault::NotFound)?;
    let is_public = dialogue.is_public(req.today());
    let topics = others
        .iter()
        .map(|one| topic(one.id))
        .chain([format!("dialogue:{}", dialogue.id)]);
    let topics: Vec<String> = topics.collect();
    let others = others.iter().filter(|one| one.is_public() && one.id != lottery.id);
    let shown = page(&Public {
        title: title(&cx, &lottery),
        dialogue: if is_public {
            dialogue.title_in(cx.lang)
        } else {
            String::new()
        },
        dialogue_href: cx.link(&dialogue.address()),
        lead: lead(&cx, &lottery),
        facts: facts(&cx, &lottery),
        chances: show::chances(&cx, &figures),
        groups: group_rows(&cx, &figures),
        is_drawn: lottery.stage() == Stage::Drawn,
        ids: ids.join(", "),
        file: match lottery.erased_at {
            None => cx.link(&format!("{}/lottning.txt", address(&lottery))),
            Some(_) => String::new(),
        },
        erased: lottery
            .erased_at
            .map(|at| cx.t1("lottery-erased-on", "day", cx.day(&at)))
            .unwrap_or_default(),
        how: how(&lottery).map(|key| cx.t(key)).unwrap_or_default(),
        commands: commands(&lottery),
        others: others.map(|one| Line::new(&cx, one, &address(one))).collect(),
        cx,
    })?;
    Ok(shown.cached(topics, Duration::from_secs(300)))
}

fn lead(cx: &Cx, lottery: &Lottery) -> String {
    let day = lottery.settles_on.map(|day| cx.date(&day)).unwrap_or_default();
    match lottery.stage() {
        Stage::Drawn => cx.t2(
            "lottery-lead-drawn",
            ("seed", &lottery.seed),
            ("number", &cx.number(lottery.number)),
        ),
        Stage::Cancelled if lottery.reason.is_empty() => cx.t("lottery-lead-erased"),
        Stage::Cancelled => cx.t1("lottery-lead-cancelled", "reason", &lottery.reason),
        Stage::Preparing | Stage::Published => {
            cx.t2("lottery-public-lead", ("source", &lottery.seed_source), ("day", &day))
        }
    }
}

/// What was published when; officials are not named to everybody.
fn facts(cx: &Cx, lottery: &Lottery) -> Vec<(String, String)> {
    let moment = |at: Option<jiff::Timestamp>| at.map(|at| cx.moment(&at)).unwrap_or_default();
    let fingerprint = lottery.figures().map(|one| one.fingerprint).unwrap_or_default();
    let number = if lottery.number > 0 {
        cx.number(lottery.number)
    } else {
        String::new()
    };
    [
        ("lottery-field-people", cx.number(lottery.people)),
        ("lottery-field-seats", cx.number(lottery.seats)),
        ("lottery-field-published", moment(lottery.published_at)),
        ("lottery-field-fingerprint", fingerprint),
        ("lottery-field-source", lottery.seed_source.clone()),
        (
            "lottery-field-settles",
            lottery.settles_on.map(|day| cx.date(&day)).unwrap_or_default(),
        ),
        ("lottery-field-seed", lottery.seed.clone()),
        ("lottery-field-number", number),
        ("lottery-field-drawn", moment(lottery.drawn_at)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (cx.t(key), value))
    .collect()
}

/// The file as it was published, byte for byte.
pub(crate) async fn file(req: Req, _: Anyone) -> Reply {
    let mut read = req.site.db.read().await?;
    let lottery = published(&req, &mut read).await?;
    let document = store::document(&mut read, lottery.id).await?.ok_or(Fault::NotFound)?;
    drop(read);
    download("lottning.txt", "text/plain; charset=utf-8", document)
}
