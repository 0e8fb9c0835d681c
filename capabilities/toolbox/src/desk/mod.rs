//! The pages of the toolbox, for everyone on the desk.

pub(crate) mod change;
pub(crate) mod chooser;
pub(crate) mod editions;
pub(crate) mod files;
pub(crate) mod glossary;
pub(crate) mod handbook;
pub(crate) mod methods;
pub(crate) mod search;

use crate::model::html::{Setting, to_html};
use identity::{PlanDialogue, Staff};
use method::Pack;
use method::pack::{Link, Span};
use web::{Cx, Lang, Req};

/// A line that leads somewhere.
pub(crate) struct Lead {
    pub href: String,
    pub name: String,
    /// What one finds there.
    pub about: String,
    /// Whether it is the page one is on.
    pub current: bool,
}

impl Lead {
    fn new(cx: &Cx, link: &Link, name: &str) -> Lead {
        Lead {
            href: cx.link(&link.address()),
            name: name.to_owned(),
            about: String::new(),
            current: false,
        }
    }
}

/// The page on which methods are taken into a dialogue: into the one that the address names, if it names one. Empty for
/// those who do not plan, and when there is no method.
pub(crate) fn use_address<'a>(req: &Req, staff: &Staff, methods: impl Iterator<Item = &'a str>) -> String {
    let methods: Vec<String> = methods.map(|key| format!("metod={}", web::encode(key))).collect();
    if methods.is_empty() || !staff.may::<PlanDialogue>() {
        return String::new();
    }
    let dialogue = req.query("dialog").map(|id| format!("&dialog={}", web::encode(id)));
    let words = methods.join("&");
    req.url(&format!(
        "/arbetsyta/anvand-metoder?{words}{}",
        dialogue.unwrap_or_default()
    ))
}

/// Marks the line of the menu that a page belongs to although its address does not stand below it.
pub(crate) fn under(mut cx: Cx, menu: &str) -> Cx {
    let href = cx.link(menu);
    for entry in &mut cx.menu {
        entry.current = entry.href == href;
    }
    cx
}

/// The HTML of a text of the method, its `##` as `h2`. `prefix` begins the id of each heading.
pub fn html(cx: &Cx, text: &str, prefix: &str) -> String {
    to_html(
        text,
        &Setting {
            top: 2,
            prefix,
            address: &|link| cx.link(&link.address()),
            page: &|path| cx.link(path),
            caption: &|number, under| caption(cx, number, under),
        },
    )
}

/// "Tabell 1: Rubrik". Swedish, as the text around it.
pub(crate) fn caption(cx: &Cx, number: usize, under: &str) -> String {
    caption_in(cx, Lang::Sv, number, under)
}

pub(crate) fn caption_in(cx: &Cx, lang: Lang, number: usize, under: &str) -> String {
    let number = number.to_string();
    let values = [("n", number.as_str().into()), ("under", under.into())];
    cx.site().texts.with(lang, "toolbox-table", &values)
}

/// "6–12", "från 10".
pub(crate) fn span(cx: &Cx, span: Span) -> String {
    match span.max {
        Some(max) if max == span.min => cx.number(max),
        Some(max) => format!("{}–{}", cx.number(span.min), cx.number(max)),
        None => cx.t1("toolbox-from", "n", cx.number(span.min)),
    }
}

/// The name of a level in the reader's language.
pub(crate) fn level_name(cx: &Cx, pack: &Pack, rank: u8) -> String {
    let levels = pack.ladder.levels();
    let level = levels.iter().find(|one| one.rank == rank);
    level.map(|one| one.name.get(cx.lang).to_owned()).unwrap_or_default()
}

/// The levels as choices of a form.
pub(crate) fn level_options(cx: &Cx, pack: &Pack) -> Vec<(String, String)> {
    let levels = pack.ladder.levels().iter();
    levels
        .map(|one| (one.key.clone(), one.name.get(cx.lang).to_owned()))
        .collect()
}

/// The rank of a level of a form.
pub(crate) fn rank(pack: &Pack, key: &str) -> Option<u8> {
    pack.ladder.level(key).map(|one| one.rank)
}

/// The values of a facet as choices of a form: its words in the pack, and what they are called.
macro_rules! options {
    ($cx:expr, $facet:ty, $label:literal) => {
        <$facet>::ALL
            .iter()
            .map(|one| (one.code().to_owned(), $cx.t(&format!($label, one.code()))))
            .collect::<Vec<(String, String)>>()
    };
}
pub(crate) use options;

/// The classes of cost as choices of a form.
pub(crate) fn cost_options(cx: &Cx) -> Vec<(String, String)> {
    (1..=4).map(|class| (class.to_string(), cost(cx, class))).collect()
}

/// "10 000–50 000 kronor".
pub(crate) fn cost(cx: &Cx, class: u8) -> String {
    cx.t(&format!("toolbox-cost-{class}"))
}
