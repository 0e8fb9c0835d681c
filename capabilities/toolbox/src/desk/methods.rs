//! `/arbetsyta/metoder`: the catalogue by facets, and a method's card.

use super::{Lead, cost, cost_options, html, level_name, level_options, options, rank, span};
use crate::Toolbox;
use crate::model::catalogue::Facets;
use askama::Template;
use identity::{Grant, SeeDesk};
use method::Pack;
use method::pack::{Form, Link, MethodCard, Phase, Purpose, Reach, TargetGroup};
use web::{Cx, Fault, Reply, Req, page};

/// A question of the form: its name in the address, its label, its choices and what was chosen.
struct Question {
    id: &'static str,
    label: String,
    options: Vec<(String, String)>,
    value: String,
}

#[derive(Template)]
#[template(path = "toolbox/methods.html")]
struct Catalogue {
    cx: Cx,
    questions: Vec<Question>,
    asked: bool,
    count: String,
    methods: Vec<CardView>,
}

/// A method as a line of the catalogue.
struct CardView {
    href: String,
    name: String,
    about: String,
    reach: String,
    levels: String,
    facts: String,
}

pub(crate) async fn catalogue(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let toolbox = req.site.get::<Toolbox>().book();
    let facets = facets(&req, &toolbox.pack);
    let cards = &toolbox.pack.library.methods;
    let mut methods: Vec<CardView> = cards
        .iter()
        .filter(|card| facets.fits(card))
        .map(|card| card_view(&cx, &toolbox.pack, card))
        .collect();
    methods.sort_by_cached_key(|one| one.name.to_lowercase());
    page(&Catalogue {
        questions: questions(&req, &cx, &toolbox.pack),
        asked: !facets.is_empty(),
        count: cx.ta(
            "toolbox-methods-count",
            &[("n", methods.len().into()), ("of", cards.len().into())],
        ),
        methods,
        cx,
    })
}

/// What the address asks for. A word that means nothing asks for nothing.
fn facets(req: &Req, pack: &Pack) -> Facets {
    Facets {
        level: req.query("niva").and_then(|key| rank(pack, key)),
        purpose: req.query("syfte").and_then(Purpose::from_code),
        reach: req.query("del").and_then(Reach::from_code),
        form: req.query("form").and_then(Form::from_code),
        cost: req.query("kostnad").and_then(|class| class.parse().ok()),
        group: req.query("grupp").and_then(TargetGroup::from_code),
    }
}

fn questions(req: &Req, cx: &Cx, pack: &Pack) -> Vec<Question> {
    let question = |id: &'static str, label: &str, options: Vec<(String, String)>| Question {
        id,
        label: cx.t(label),
        options,
        value: req.query(id).unwrap_or_default().to_owned(),
    };
    vec![
        question("niva", "toolbox-level", level_options(cx, pack)),
        question("syfte", "toolbox-purpose", options!(cx, Purpose, "toolbox-purpose-{}")),
        question("del", "toolbox-reach", options!(cx, Reach, "toolbox-reach-{}")),
        question("form", "toolbox-form", options!(cx, Form, "toolbox-form-{}")),
        question("kostnad", "toolbox-cost-most", cost_options(cx)),
        question("grupp", "toolbox-group", options!(cx, TargetGroup, "toolbox-group-{}")),
    ]
}

fn card_view(cx: &Cx, pack: &Pack, card: &MethodCard) -> CardView {
    CardView {
        href: cx.link(&Link::Method(card.key.clone()).address()),
        name: card.name.get(cx.lang).to_owned(),
        about: card.about.get(cx.lang).to_owned(),
        reach: cx.t(&format!("toolbox-reach-{}", card.reach.code())),
        levels: levels(cx, pack, card),
        facts: cx.t2(
            "toolbox-card-facts",
            ("weeks", &span(cx, card.weeks)),
            ("hours", &span(cx, card.hours)),
        ),
    }
}

fn levels(cx: &Cx, pack: &Pack, card: &MethodCard) -> String {
    let names: Vec<String> = card.levels.iter().map(|rank| level_name(cx, pack, *rank)).collect();
    names.join(", ")
}

#[derive(Template)]
#[template(path = "toolbox/method.html")]
struct CardPage {
    cx: Cx,
    name: String,
    about: String,
    facts: Vec<(String, String)>,
    html: String,
    /// Phase and its lines.
    checklist: Vec<(String, Vec<String>)>,
    chapters: Vec<Lead>,
    /// The examples bank, narrowed to the method.
    examples: String,
    /// Where the method is taken into a dialogue; empty for those who do not plan.
    use_href: String,
}

pub(crate) async fn card(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let toolbox = req.site.get::<Toolbox>().book();
    let library = &toolbox.pack.library;
    let card = library.method(req.param("method")?).ok_or(Fault::NotFound)?;
    let naming = library.chapters.iter().filter(|one| one.methods.contains(&card.key));
    page(&CardPage {
        name: card.name.get(cx.lang).to_owned(),
        about: card.about.get(cx.lang).to_owned(),
        facts: facts(&cx, &toolbox.pack, card),
        html: html(&cx, &card.text, "avsnitt"),
        checklist: checklist(&cx, card),
        chapters: naming
            .map(|one| Lead::new(&cx, &Link::Chapter(one.key.clone()), one.name.get(cx.lang)))
            .collect(),
        examples: cx.link(&format!("/arbetsyta/exempel?metod={}", card.key)),
        use_href: super::use_address(&req, &who.staff, std::iter::once(card.key.as_str())),
        cx,
    })
}

fn facts(cx: &Cx, pack: &Pack, card: &MethodCard) -> Vec<(String, String)> {
    let groups = |groups: &[TargetGroup]| {
        let names: Vec<String> = groups
            .iter()
            .map(|one| cx.t(&format!("toolbox-group-{}", one.code())))
            .collect();
        names.join(", ")
    };
    let purposes: Vec<String> = card
        .purposes
        .iter()
        .map(|one| cx.t(&format!("toolbox-purpose-{}", one.code())))
        .collect();
    let forms: Vec<String> = card
        .form
        .iter()
        .map(|one| cx.t(&format!("toolbox-form-{}", one.code())))
        .collect();
    let random = if card.random {
        "toolbox-random-yes"
    } else {
        "toolbox-random-no"
    };
    vec![
        (cx.t("toolbox-level"), levels(cx, pack, card)),
        (cx.t("toolbox-purpose"), purposes.join(", ")),
        (
            cx.t("toolbox-reach"),
            cx.t(&format!("toolbox-reach-{}", card.reach.code())),
        ),
        (cx.t("toolbox-form"), forms.join(", ")),
        (cx.t("toolbox-people"), span(cx, card.group)),
        (cx.t("toolbox-weeks-estimate"), span(cx, card.weeks)),
        (cx.t("toolbox-hours-estimate"), span(cx, card.hours)),
        (cx.t("toolbox-cost-estimate"), cost(cx, card.cost)),
        (
            cx.t("toolbox-conflict"),
            cx.t(&format!("toolbox-conflict-{}", card.conflict.code())),
        ),
        (cx.t("toolbox-reaches"), groups(&card.reaches)),
        (cx.t("toolbox-misses"), groups(&card.misses)),
        (cx.t("toolbox-random"), cx.t(random)),
        (
            cx.t("toolbox-activity"),
            cx.t(&format!("toolbox-activity-{}", card.activity.code())),
        ),
    ]
}

/// The method's checklist by phase; phases without a line are left out.
fn checklist(cx: &Cx, card: &MethodCard) -> Vec<(String, Vec<String>)> {
    let of = |phase: &Phase| {
        let items = card.checklist.iter().filter(|item| item.phase == *phase);
        let lines: Vec<String> = items.map(|item| item.text.get(cx.lang).to_owned()).collect();
        (cx.t(&format!("toolbox-phase-{}", phase.code())), lines)
    };
    Phase::ALL
        .iter()
        .map(of)
        .filter(|(_, lines)| !lines.is_empty())
        .collect()
}
