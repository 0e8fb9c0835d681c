//! The pages that explain: how a dialogue works, accessibility, personal data, contact.

use crate::list::{Rung, pack};
use crate::view;
use askama::Template;
use std::time::Duration;
use web::{Anyone, Cx, Reply, Req};

const KEEP: Duration = Duration::from_secs(600);

/// A step of the ladder with what it promises, what it does not, and what must be shown afterwards.
struct Step {
    rung: Rung,
    meaning: String,
    not_promise: String,
    show: Vec<String>,
    methods: String,
}

#[derive(Template)]
#[template(path = "publishing/how.html")]
struct How {
    cx: Cx,
    note: String,
    steps: Vec<Step>,
    /// The eight principles, as text keys.
    principles: [&'static str; 8],
    /// How a dialogue goes: heading and text, as text keys.
    course: [(&'static str, &'static str); 6],
}

/// `GET /sa-fungerar-det`
pub async fn how(req: Req, _: Anyone) -> Reply {
    kept(web::page(&how_of(req.cx())))
}

fn how_of(cx: Cx) -> How {
    let pack = pack(&cx);
    let step = |level: &method::pack::LevelText| Step {
        rung: Rung {
            rank: level.rank,
            name: level.name.get(cx.lang).to_owned(),
            promise: level.promise.get(cx.lang).to_owned(),
        },
        meaning: level.meaning.get(cx.lang).to_owned(),
        not_promise: level.not_promise.get(cx.lang).to_owned(),
        show: level.show.iter().map(|one| one.get(cx.lang).to_owned()).collect(),
        methods: level.methods.get(cx.lang).to_owned(),
    };
    How {
        note: pack
            .ladder
            .models
            .first()
            .map(|model| model.note.get(cx.lang).to_owned())
            .unwrap_or_default(),
        steps: pack.ladder.levels().iter().map(step).collect(),
        principles: [
            "publishing-principle-1",
            "publishing-principle-2",
            "publishing-principle-3",
            "publishing-principle-4",
            "publishing-principle-5",
            "publishing-principle-6",
            "publishing-principle-7",
            "publishing-principle-8",
        ],
        course: [
            ("publishing-course-1", "publishing-course-1-text"),
            ("publishing-course-2", "publishing-course-2-text"),
            ("publishing-course-3", "publishing-course-3-text"),
            ("publishing-course-4", "publishing-course-4-text"),
            ("publishing-course-5", "publishing-course-5-text"),
            ("publishing-course-6", "publishing-course-6-text"),
        ],
        cx,
    }
}

#[derive(Template)]
#[template(path = "publishing/accessibility.html")]
struct Accessibility {
    cx: Cx,
}

/// `GET /tillganglighet`
pub async fn accessibility(req: Req, _: Anyone) -> Reply {
    kept(web::page(&Accessibility { cx: req.cx() }))
}

#[derive(Template)]
#[template(path = "publishing/privacy.html")]
struct Privacy {
    cx: Cx,
}

/// `GET /personuppgifter`
pub async fn privacy(req: Req, _: Anyone) -> Reply {
    kept(web::page(&Privacy { cx: req.cx() }))
}

#[derive(Template)]
#[template(path = "publishing/contact.html")]
struct Contact {
    cx: Cx,
    phone_href: String,
    address: Vec<String>,
}

/// `GET /kontakt`
pub async fn contact(req: Req, _: Anyone) -> Reply {
    let cx = req.cx();
    let address = cx.settings.contact_address.lines().map(str::to_owned).collect();
    kept(web::page(&Contact {
        phone_href: view::phone_href(&cx.settings.contact_phone),
        address,
        cx,
    }))
}

fn kept(reply: Reply) -> Reply {
    Ok(reply?.cached(["settings".to_owned()], KEEP))
}
