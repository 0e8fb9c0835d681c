//! `/arbetsyta/anvand-metoder?metod=…&dialog=…`: methods of the toolbox taken into a dialogue. First which dialogue, then
//! what will be made, each part to be left out, then all of it at once.

use askama::Template;
use db::Id;
use dialogues::{Dialogue, Filter};
use identity::{Grant, PlanDialogue};
use method::Pack;
use method::pack::{Link, MethodCard};
use web::{Cx, Errors, Fault, Form, Reply, Req};

use crate::acts::{self, Standing, Using, carrier, has_field};
use crate::kinds::kind;

/// More methods than this nobody uses in one dialogue; an address may name any number.
const MOST: usize = 12;

#[derive(Template)]
#[template(path = "participation/use-methods.html")]
struct UsePage {
    cx: Cx,
    errors: Errors,
    /// The methods asked for, by key.
    asked: Vec<String>,
    /// The names of the methods, for the question which dialogue.
    names: Vec<String>,
    /// Dialogues to choose among; empty when one is chosen.
    dialogues: Vec<(String, String)>,
    /// The chosen one: id, title and address.
    chosen: Option<(Id, String, String)>,
    methods: Vec<MethodView>,
    /// Nothing of the methods is left to make.
    is_all_there: bool,
}

/// A method with its parts.
struct MethodView {
    key: String,
    name: String,
    href: String,
    parts: Vec<Part>,
    /// What is there already, and what cannot be: sentences.
    notes: Vec<String>,
}

/// Something that is made unless it is unticked.
struct Part {
    /// As the form sends it: `aktivitet`, `plan` or `punkt`.
    name: &'static str,
    value: String,
    text: String,
    ticked: bool,
}

/// What the page shows: which methods, for which dialogue, and what was ticked when it comes back.
struct Given<'a> {
    asked: Vec<String>,
    dialogue: Option<Id>,
    form: Option<&'a Form>,
    errors: Errors,
}

async fn build(req: &Req, who: &Grant<PlanDialogue>, given: Given<'_>) -> Result<UsePage, Fault> {
    let mut cx = who.cx(req);
    cx.has_errors = !given.errors.is_empty();
    let mut conn = req.site.db.read().await?;
    let (pack, dialogue) = match given.dialogue {
        Some(id) => {
            let process = method::process(&mut conn, id).await?;
            let pack = method::packs(&req.site).of(&process);
            (pack, Some(dialogues::dialogue(&mut conn, id).await?))
        }
        None => (method::packs(&req.site).dialogue(), None),
    };
    let cards: Vec<&MethodCard> = given.asked.iter().filter_map(|key| pack.library.method(key)).collect();
    if cards.is_empty() {
        return Err(Fault::NotFound);
    }
    let (mut methods, mut choices) = (Vec::new(), Vec::new());
    if let Some(dialogue) = &dialogue {
        let stands = acts::standing(&mut conn, dialogue.id, &cards).await?;
        let view = |(card, stands)| method_view(&cx, &pack, card, stands, given.form);
        methods = cards.iter().copied().zip(&stands).map(view).collect();
    } else {
        choices = open_dialogues(&cx, &mut conn, who, req).await?;
    }
    Ok(UsePage {
        asked: cards.iter().map(|card| card.key.clone()).collect(),
        names: cards.iter().map(|card| card.name.get(cx.lang).to_owned()).collect(),
        chosen: dialogue.map(|one| (one.id, titled(&cx, &one), cx.link(&one.desk_address()))),
        is_all_there: methods.iter().all(|one: &MethodView| one.parts.is_empty()),
        dialogues: choices,
        methods,
        errors: given.errors,
        cx,
    })
}

fn titled(cx: &Cx, dialogue: &Dialogue) -> String {
    match dialogue.title_in(cx.lang) {
        title if title.is_empty() => cx.t("participation-use-untitled"),
        title => title,
    }
}

/// Those that are not over, one's own first.
async fn open_dialogues(
    cx: &Cx,
    conn: &mut db::Conn,
    who: &Grant<PlanDialogue>,
    req: &Req,
) -> Result<Vec<(String, String)>, Fault> {
    let mut all = dialogues::list_all(conn, &Filter::default(), req.today()).await?;
    all.retain(|one| !one.phase(req.today()).is_over() && one.state != "declined");
    all.sort_by_key(|one| one.owner_id != who.staff.id);
    Ok(all.iter().map(|one| (one.id.to_string(), titled(cx, one))).collect())
}

fn method_view(cx: &Cx, pack: &Pack, card: &MethodCard, stands: &Standing, form: Option<&Form>) -> MethodView {
    let (mut parts, mut notes) = (Vec::new(), Vec::new());
    let mut part = |name: &'static str, value: String, text: String| {
        // All of it, until somebody has said something else.
        let ticked = form.is_none_or(|form| form.all(name).contains(&value));
        parts.push(Part {
            name,
            value,
            text,
            ticked,
        });
    };
    match (carrier(card.activity), stands.activity) {
        (_, Some(_)) => notes.push(cx.t("participation-use-activity-there")),
        (None, None) => notes.push(cx.t("participation-use-no-activity")),
        (Some(sort), None) => {
            let sort = cx.t(kind(sort).label());
            let text = cx.t2(
                "participation-use-activity",
                ("name", card.name.get(cx.lang)),
                ("kind", &sort),
            );
            part("aktivitet", card.key.clone(), text);
        }
    }
    if stands.is_in_plan {
        notes.push(cx.t("participation-use-plan-there"));
    } else if has_field(pack) {
        part("plan", card.key.clone(), cx.t("participation-use-plan"));
    }
    let (there, new): (Vec<_>, Vec<_>) = card.checklist.iter().partition(|line| stands.items.contains(&line.key));
    for line in new {
        let phase = cx.t(&format!("participation-use-{}", line.phase.code()));
        let text = cx.t2(
            "participation-use-item",
            ("phase", &phase),
            ("text", line.text.get(cx.lang)),
        );
        part("punkt", format!("{}.{}", card.key, line.key), text);
    }
    if !there.is_empty() {
        notes.push(cx.tn("participation-use-items-there", there.len()));
    }
    MethodView {
        key: card.key.clone(),
        name: card.name.get(cx.lang).to_owned(),
        href: cx.link(&Link::Method(card.key.clone()).address()),
        parts,
        notes,
    }
}

/// Each key once, in the order of the address.
fn asked<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut asked: Vec<String> = Vec::new();
    for key in keys.map(str::trim) {
        if asked.len() < MOST && !asked.iter().any(|one| one == key) {
            asked.push(key.to_owned());
        }
    }
    asked
}

pub(super) async fn form(req: Req, who: Grant<PlanDialogue>) -> Reply {
    // Without a method there is nothing to use: one is chosen in the catalogue.
    if req.query("metod").is_none() {
        return req.see_other("/arbetsyta/metoder");
    }
    let dialogue = match req.query("dialog") {
        Some(id) => Some(id.parse().map_err(|_| Fault::NotFound)?),
        None => None,
    };
    let given = Given {
        asked: asked(req.query_all("metod")),
        dialogue,
        form: None,
        errors: Errors::default(),
    };
    web::page(&build(&req, &who, given).await?)
}

pub(super) async fn take(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let form = req.form()?;
    let dialogue: Id = form.text("dialog").parse().map_err(|_| Fault::NotFound)?;
    let using = using(&form);
    if using
        .iter()
        .all(|one| !one.activity && !one.plan && one.items.is_empty())
    {
        let mut errors = Errors::default();
        errors.add("delar", req.t("participation-use-nothing"));
        let given = Given {
            asked: using.into_iter().map(|one| one.method).collect(),
            dialogue: Some(dialogue),
            form: Some(&form),
            errors,
        };
        return web::invalid(&build(&req, &who, given).await?);
    }
    let made = acts::use_methods(&req.site, &who.staff, dialogue, &using, &form.text("nyckel")).await?;
    let page = if made.activities > 0 {
        "aktiviteter"
    } else {
        "checklista"
    };
    req.done(
        &format!("/arbetsyta/dialoger/{dialogue}/{page}"),
        "participation-use-done",
    )
}

/// What the form says is to be made of each method.
fn using(form: &Form) -> Vec<Using> {
    let (activities, plans, items) = (form.all("aktivitet"), form.all("plan"), form.all("punkt"));
    let of = |method: String| Using {
        activity: activities.contains(&method),
        plan: plans.contains(&method),
        items: items
            .iter()
            .filter_map(|item| item.strip_prefix(&method)?.strip_prefix('.'))
            .map(str::to_owned)
            .collect(),
        method,
    };
    let methods = form.all("metod");
    asked(methods.iter().map(String::as_str)).into_iter().map(of).collect()
}
