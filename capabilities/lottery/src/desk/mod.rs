//! The desk pages of a dialogue's lotteries.

pub(crate) mod files;
pub(crate) mod form;
pub(crate) mod replace;
pub(crate) mod show;
pub(crate) mod steps;

use crate::model::stage::Stage;
use crate::store::{self, Lottery};
use askama::Template;
use db::Conn;
use dialogues::{Dialogue, Head};
use identity::{Grant, PlanDialogue, SeeDesk};
use jiff::civil::Date;
use method::Picture;
use web::{Cx, Fault, Form, Reply, Req, page};

/// The dialogue in the address.
pub(crate) struct Room {
    pub dialogue: Dialogue,
    picture: Picture,
}

impl Room {
    pub(crate) async fn of(req: &Req, conn: &mut Conn) -> Result<Room, Fault> {
        let dialogue = dialogues::named(req, conn).await?;
        let picture = method::picture(&req.site, conn, dialogue.id).await?;
        Ok(Room { dialogue, picture })
    }

    pub(crate) fn head(&self, cx: &Cx) -> Head {
        Head::new(cx, &self.dialogue, &self.picture)
    }
}

/// The lottery in the address, which must be of the dialogue there.
pub(crate) async fn named(req: &Req, conn: &mut Conn) -> Result<Lottery, Fault> {
    let lottery = store::lottery(conn, req.id_param("lottery")?).await?;
    if dialogues::named(req, conn).await?.id == lottery.dialogue_id {
        Ok(lottery)
    } else {
        Err(Fault::NotFound)
    }
}

/// The address of a lottery on the desk.
pub(crate) fn address(lottery: &Lottery) -> String {
    format!("/arbetsyta/dialoger/{}/lottning/{}", lottery.dialogue_id, lottery.id)
}

/// Its name, told apart from the panel's when it fills empty seats.
pub(crate) fn title(cx: &Cx, lottery: &Lottery) -> String {
    match lottery.parent_id {
        None => lottery.name.clone(),
        Some(_) => cx.t1("lottery-for-seats", "name", &lottery.name),
    }
}

/// A lottery in a list.
pub(crate) struct Line {
    pub href: String,
    pub title: String,
    pub stage: String,
    pub tag: &'static str,
    pub seats: String,
    pub people: String,
    pub when: String,
}

impl Line {
    pub(crate) fn new(cx: &Cx, lottery: &Lottery, href: &str) -> Line {
        let at = lottery.drawn_at.or(lottery.cancelled_at).or(lottery.published_at);
        Line {
            href: cx.link(href),
            title: title(cx, lottery),
            stage: cx.t(lottery.stage().label()),
            tag: lottery.stage().tag(),
            seats: cx.number(lottery.seats),
            people: cx.number(lottery.people),
            when: cx.moment(&at.unwrap_or(lottery.created_at)),
        }
    }
}

#[derive(Template)]
#[template(path = "lottery/list.html")]
struct List {
    cx: Cx,
    head: Head,
    lines: Vec<Line>,
    may_plan: bool,
    new_href: String,
}

pub(crate) async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let room = Room::of(&req, &mut read).await?;
    let all = store::of_dialogue(&mut read, room.dialogue.id).await?;
    drop(read);
    page(&List {
        head: room.head(&cx),
        lines: all.iter().map(|one| Line::new(&cx, one, &address(one))).collect(),
        may_plan: who.staff.may::<PlanDialogue>(),
        new_href: cx.link(&format!("{}/lottning/ny", room.dialogue.desk_address())),
        cx,
    })
}

/// Parts of a date as a form shows them.
pub(crate) type Parts = (String, String, String);

pub(crate) fn parts(date: Option<Date>) -> Parts {
    date.map_or_else(Parts::default, |date| {
        (
            date.day().to_string(),
            date.month().to_string(),
            date.year().to_string(),
        )
    })
}

pub(crate) fn typed_parts(form: &Form, field: &str) -> Parts {
    let part = |name: &str| form.text(&format!("{field}-{name}"));
    (part("day"), part("month"), part("year"))
}

/// A group of a category with all that is told of it.
pub(crate) struct GroupRow {
    pub category: String,
    pub group: String,
    pub pool: String,
    pub quota: String,
    pub expected: String,
    /// Empty before the draw.
    pub drawn: String,
}

pub(crate) fn group_rows(cx: &Cx, figures: &crate::model::odds::Figures) -> Vec<GroupRow> {
    let row = |one: &crate::model::odds::Group| GroupRow {
        category: one.category.clone(),
        group: one.group.clone(),
        pool: cx.number(one.pool),
        quota: format!("{}–{}", cx.number(i64::from(one.low)), cx.number(i64::from(one.high))),
        expected: decimal(cx, one.expected),
        drawn: one.drawn.map(|count| cx.number(count)).unwrap_or_default(),
    };
    figures.groups.iter().map(row).collect()
}

/// One decimal, with the comma of the language.
fn decimal(cx: &Cx, value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    match cx.lang {
        web::Lang::Sv => text.replace('.', ","),
        web::Lang::En => text.to_owned(),
    }
}

/// May it still be ended before the draw?
pub(crate) fn is_under_way(lottery: &Lottery) -> bool {
    lottery.stage().leads_to(Stage::Cancelled)
}
