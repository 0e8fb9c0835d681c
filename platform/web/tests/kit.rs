//! Every component of the kit, rendered in both languages and held against the rules of the house.

use askama::Template;
use chart::{Bar, Bars, Column, Comparison, Group, Order, Scale, Split, Stacked, Timeline};
use std::collections::HashSet;
use web::{Cx, Errors, Lang, MenuEntry, Pagination};

struct Phase {
    name: &'static str,
    note: String,
    state: &'static str,
    href: String,
}

struct File {
    href: String,
    title: &'static str,
    kind: &'static str,
    size: String,
}

struct Event {
    moment: String,
    iso: String,
    text: &'static str,
}

#[derive(Template)]
#[template(path = "kit-public.html")]
struct Public {
    cx: Cx,
    errors: Errors,
    steps: Vec<(String, &'static str)>,
    value: String,
    options: Vec<(String, String)>,
    fixed: [(&'static str, &'static str); 2],
    explained: Vec<(&'static str, &'static str, String)>,
    chosen: Vec<String>,
    states: [&'static str; 10],
    task_states: [&'static str; 5],
    outcomes: [&'static str; 6],
    level: i64,
    phases: Vec<Phase>,
    pages: Pagination,
    files: Vec<File>,
    events: Vec<Event>,
    versions: Vec<(&'static str, String, String)>,
    bars: Bars,
    stacked: Stacked,
    comparison: Comparison,
    timeline: Timeline,
}

#[derive(Template)]
#[template(path = "kit-desk.html")]
struct Desk {
    cx: Cx,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "kit-plain.html")]
struct Plain {
    cx: Cx,
}

fn text(word: &str) -> String {
    word.to_owned()
}

fn bars() -> Bars {
    let bar = |label: &str, count| Bar {
        label: text(label),
        count,
    };
    let bars = vec![
        bar("Lekplats", Some(79)),
        bar("Natur och växter", Some(65)),
        bar("<b>Annat</b>", None),
    ];
    Bars::new(bars, 209, Order::BySize, Scale::Base)
}

fn stacked() -> Stacked {
    let row = |label: &str, a, b| Split {
        label: text(label),
        counts: vec![Some(a), b],
        base: 100,
    };
    Stacked::new(
        &[text("Ja"), text("Nej")],
        vec![row("Kvinnor", 60, Some(40)), row("Män", 55, None)],
    )
}

fn comparison() -> Comparison {
    let group = |label: &str, count, reference| Group {
        label: text(label),
        count,
        reference,
    };
    Comparison::new(
        vec![
            group("16–24 år", Some(6), 900),
            group("25–64 år", Some(150), 5000),
            group("65–", None, 2100),
        ],
        160,
    )
}

fn public(cx: Cx, errors: Errors) -> Public {
    let phase = |name, note: &str, state| Phase {
        name,
        note: text(note),
        state,
        href: String::new(),
    };
    let column = |label: &str, count| Column {
        label: text(label),
        count,
    };
    Public {
        steps: vec![(cx.link("/"), "Start"), (cx.link("/dialoger"), "Dialoger")],
        value: text("b"),
        options: vec![(text("a"), text("Lekplats")), (text("b"), text("Natur & <växter>"))],
        fixed: [("ja", "Ja"), ("nej", "Nej")],
        explained: vec![
            ("a", "Information", String::new()),
            ("b", "Dialog", text("Vi resonerar med deltagarna.")),
        ],
        chosen: vec![text("a"), text("b")],
        states: [
            "draft",
            "published",
            "open",
            "closed",
            "compiled",
            "decided",
            "answered",
            "paused",
            "cancelled",
            "ended",
        ],
        task_states: ["not-started", "started", "done", "blocked", "not-needed"],
        outcomes: ["done", "partly", "investigated", "under-way", "no", "outside"],
        level: 3,
        phases: vec![
            phase("Förberedelse", "15 januari", "done"),
            phase("Samla in synpunkter", "", "now"),
            phase("Beslut", "Juni", "coming"),
        ],
        pages: Pagination::new(Some(4), 10, 100),
        files: vec![File {
            href: text("/filer/1/plan.pdf"),
            title: "Plan",
            kind: "PDF",
            size: cx.size(31_000),
        }],
        events: vec![Event {
            moment: text("17 mars 2026"),
            iso: text("2026-03-17"),
            text: "Dialogen öppnade",
        }],
        versions: vec![("Rubrik", text("Ny park"), text("Park"))],
        bars: bars(),
        stacked: stacked(),
        comparison: comparison(),
        timeline: Timeline::new(vec![column("Vecka 10", 12), column("Vecka 11", 4)], "Svar per vecka"),
        cx,
        errors,
    }
}

/// The values of an attribute in a page, in order.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn check(html: &str, name: &str) {
    let ids = attributes(html, "id");
    let known: HashSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "{name}: an id stands twice in {ids:?}");
    for attribute in [
        "for",
        "aria-describedby",
        "aria-labelledby",
        "data-counter",
        "data-copy",
    ] {
        for target in attributes(html, attribute)
            .iter()
            .flat_map(|list| list.split(' ').filter(|word| !word.is_empty()))
        {
            assert!(
                known.contains(target),
                "{name}: {attribute} points at {target}, which is not there"
            );
        }
    }
    for target in attributes(html, "href")
        .iter()
        .filter_map(|href| href.strip_prefix('#'))
    {
        assert!(
            known.contains(target),
            "{name}: a link goes to #{target}, which is not there"
        );
    }
    assert!(
        !html.contains(" style=") && !html.contains("<style") && !html.contains("javascript:"),
        "{name}: inline style or script"
    );
    assert!(
        !html.contains(" onclick") && html.matches("<script").count() == 1,
        "{name}: a script of its own"
    );
    assert_eq!(html.matches("<h1").count(), 1, "{name}: one h1");
    assert!(
        !html.contains(">web-") && !html.contains("\"web-"),
        "{name}: a text key without text"
    );
    assert!(!html.contains("<b>Annat"), "{name}: text from a person became markup");
}

#[tokio::test]
async fn every_part_keeps_the_rules_of_the_house() {
    let base = testkit::sqlite().await;
    let site = testkit::site(&base, &[], |_| {});
    for lang in Lang::ALL {
        let name = lang.code();
        let html = public(site.cx(lang), Errors::default()).render().unwrap();
        check(&html, name);
        assert!(
            !html.contains("data-error-summary>\n<h2 id=\"error-summary\""),
            "no summary without errors"
        );

        let mut errors = Errors::default();
        for field in [
            "title", "email", "body", "count", "visited", "area", "first", "level", "scale", "all", "mail-me",
            "picture",
        ] {
            errors.add(field, format!("Rätta {field}"));
        }
        let html = public(site.cx(lang).failed(), errors).render().unwrap();
        check(&html, &format!("{name} with errors"));
        assert_eq!(html.matches("class=\"err\"").count(), 12);
        assert!(html.contains(&format!("<title>{} ", site.texts.get(lang, "web-title-error"))));
        assert!(
            html.contains(r#"value="a" checked"#)
                && html.contains(r#"value="b" checked"#)
                && html.contains(r#"value="b" selected"#)
        );
    }
}

#[tokio::test]
async fn the_desk_has_its_menu_and_the_paper_form_has_none() {
    let base = testkit::sqlite().await;
    let site = testkit::site(&base, &[], |_| {});
    let mut cx = site.cx(Lang::Sv);
    cx.user = Some(text("Anna Ek"));
    cx.menu = vec![MenuEntry {
        href: text("/arbetsyta/dialoger"),
        label: text("Dialoger"),
        current: true,
    }];
    let html = Desk {
        cx,
        errors: Errors::default(),
    }
    .render()
    .unwrap();
    check(&html, "desk");
    assert!(html.contains("Anna Ek") && html.contains("<h2>Stöd</h2>"));
    let html = Plain { cx: site.cx(Lang::En) }.render().unwrap();
    check(&html, "paper form");
    assert!(!html.contains("<nav") && !html.contains("<footer"));
}

#[test]
fn the_kit_is_light() {
    let packed = |text: &str| {
        use std::io::Write as _;
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap().len()
    };
    let theme = web::theme::Theme::from_brand(web::theme::Colour::rgb(0, 62, 107), None, None).css();
    let css = packed(include_str!("../assets/kit.css")) + packed(&theme);
    let js = packed(include_str!("../assets/kit.js"));
    assert!(css <= 12_000, "CSS is {css} bytes packed");
    assert!(js <= 10_000, "JS is {js} bytes packed");
}

#[test]
fn the_stylesheet_mirrors_by_itself() {
    let css = include_str!("../assets/kit.css");
    for physical in [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "text-align: left",
        "text-align: right",
        "border-left",
        "border-right",
        "float: left",
        " left:",
        " right:",
    ] {
        assert!(!css.contains(physical), "{physical} does not mirror in Arabic");
    }
    assert!(!css.contains("url("), "the kit fetches nothing");
    assert_eq!(css.matches('{').count(), css.matches('}').count());
}
