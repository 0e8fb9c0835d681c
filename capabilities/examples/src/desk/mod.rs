//! Desk pages of the examples bank: finding, reading, writing.

pub(crate) mod list;
pub(crate) mod read;
pub(crate) mod write;

use method::Pack;
use method::pack::{Link, MethodCard};
use web::Cx;

/// The name of a level in the reader's language; empty when the example names none.
fn level_name(cx: &Cx, pack: &Pack, level: &str) -> String {
    let level = pack.ladder.level(level);
    level.map_or_else(String::new, |level| level.name.get(cx.lang).to_owned())
}

/// Address and name of a method's card.
fn card_link(cx: &Cx, card: &MethodCard) -> (String, String) {
    let address = Link::Method(card.key.clone()).address();
    (cx.link(&address), card.name.get(cx.lang).to_owned())
}

fn address(example: db::Id) -> String {
    format!("{}/{example}", crate::BANK)
}
