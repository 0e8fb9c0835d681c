//! `/arbetsyta/metodval`: from what one wants to a proposed set of methods, with reasons. A GET form, so that a proposal
//! can be sent to a colleague.

use super::{Lead, cost_options, level_name, level_options, options, rank, span};
use crate::{Proposal, Reason, Toolbox, Weighed, Wish, choose};
use askama::Template;
use identity::{Grant, SeeDesk};
use method::Pack;
use method::pack::{Conflict, Link, Purpose, TargetGroup};
use web::{Cx, Errors, Fault, Reply, Req, page};

/// How many of those that passed are listed beside the set.
const MORE: usize = 12;

#[derive(Template)]
#[template(path = "toolbox/chooser.html")]
struct Chooser {
    cx: Cx,
    errors: Errors,
    typed: Typed,
    levels: Vec<(String, String)>,
    purposes: Vec<(String, String)>,
    groups: Vec<(String, String)>,
    costs: Vec<(String, String)>,
    conflicts: Vec<(String, String)>,
    answer: Option<AnswerView>,
    /// The dialogue one came from, carried along.
    dialogue: String,
    /// Where the proposed set is taken into a dialogue; empty without one, and for those who do not plan.
    use_href: String,
}

/// What the form says, as typed.
#[derive(Default)]
struct Typed {
    level: String,
    purpose: String,
    people: String,
    groups: Vec<String>,
    weeks: String,
    hours: String,
    cost: String,
    digital: String,
    conflict: String,
}

/// The proposal in words.
struct AnswerView {
    set: Vec<MethodView>,
    more: Vec<MethodView>,
    /// What each filter took away; those that took nothing are not told.
    removed: Vec<String>,
    left: String,
    hours: String,
    /// What to mind about the set as a whole.
    minds: Vec<String>,
    /// What to loosen; empty when something passed.
    loosen: String,
}

impl AnswerView {
    /// Leads on to methods with the dialogue that one came from.
    fn leading_on_with(mut self, dialogue: Option<&str>) -> AnswerView {
        if let Some(id) = dialogue {
            for one in self.set.iter_mut().chain(&mut self.more) {
                one.lead.href.push_str(&format!("?dialog={}", web::encode(id)));
            }
        }
        self
    }
}

struct MethodView {
    lead: Lead,
    reach: String,
    facts: String,
    reasons: Vec<String>,
    minds: Vec<String>,
}

pub(crate) async fn chooser(req: Req, who: Grant<SeeDesk>) -> Reply {
    let mut cx = super::under(who.cx(&req), crate::METHODS);
    let toolbox = req.site.get::<Toolbox>().book();
    let pack = &toolbox.pack;
    let asked = req.query("niva").is_some() || req.query("syfte").is_some() || req.query("visa").is_some();
    let mut errors = Errors::default();
    let mut typed = typed(&req);
    if !asked {
        typed.level = level_of_dialogue(&req).await?;
    }
    let wish = if asked {
        wish(&cx, pack, &typed, &mut errors)
    } else {
        None
    };
    cx.has_errors = !errors.is_empty();
    let proposal = wish.as_ref().map(|wish| choose(wish, &pack.library.methods));
    let set = proposal.iter().flat_map(|one| &one.set);
    let use_href = super::use_address(&req, &who.staff, set.map(|one| one.card.key.as_str()));
    let answer = wish
        .as_ref()
        .zip(proposal.as_ref())
        .map(|(wish, proposal)| answer(&cx, pack, wish, proposal));
    let answer = answer.map(|answer| answer.leading_on_with(req.query("dialog")));
    let groups = options!(cx, TargetGroup, "toolbox-group-{}");
    page(&Chooser {
        levels: level_options(&cx, pack),
        purposes: options!(cx, Purpose, "toolbox-purpose-{}"),
        // "Everyone" is not a group that one seeks out.
        groups: groups
            .into_iter()
            .filter(|(code, _)| code != TargetGroup::Everyone.code())
            .collect(),
        costs: cost_options(&cx),
        conflicts: options!(cx, Conflict, "toolbox-conflict-{}"),
        dialogue: req.query("dialog").unwrap_or_default().to_owned(),
        use_href,
        errors,
        typed,
        answer,
        cx,
    })
}

/// The level that the dialogue in the address has chosen: what the plan says is not asked for again.
async fn level_of_dialogue(req: &Req) -> Result<String, Fault> {
    let Some(Ok(id)) = req.query("dialog").map(str::parse) else {
        return Ok(String::new());
    };
    let mut read = req.site.db.read().await?;
    Ok(method::process(&mut read, id).await?.level.unwrap_or_default())
}

fn typed(req: &Req) -> Typed {
    let word = |name: &str| req.query(name).unwrap_or_default().to_owned();
    let or = |name: &str, otherwise: &str| req.query(name).unwrap_or(otherwise).to_owned();
    Typed {
        level: word("niva"),
        purpose: word("syfte"),
        people: word("antal"),
        groups: req.query_all("grupp").map(str::to_owned).collect(),
        weeks: word("veckor"),
        hours: word("timmar"),
        cost: word("kostnad"),
        digital: or("digitalt", "ja"),
        conflict: or("konflikt", Conflict::Low.code()),
    }
}

/// The wish, or what is wrong at which field.
fn wish(cx: &Cx, pack: &Pack, typed: &Typed, errors: &mut Errors) -> Option<Wish> {
    let level = rank(pack, &typed.level);
    if level.is_none() {
        errors.add("niva", cx.t("toolbox-choose-level"));
    }
    let purpose = Purpose::from_code(&typed.purpose);
    if purpose.is_none() {
        errors.add("syfte", cx.t("toolbox-choose-purpose"));
    }
    let mut number = |id: &str, typed: &str| {
        let digits: String = typed.split_whitespace().collect();
        let value = digits.parse::<u32>().ok().filter(|n| *n > 0);
        if value.is_none() && !digits.is_empty() {
            errors.add(id, cx.t("toolbox-choose-number"));
        }
        value
    };
    let (people, weeks, hours) = (
        number("antal", &typed.people),
        number("veckor", &typed.weeks),
        number("timmar", &typed.hours),
    );
    if !errors.is_empty() {
        return None;
    }
    Some(Wish {
        level: level?,
        purpose: purpose?,
        people,
        groups: typed
            .groups
            .iter()
            .filter_map(|code| TargetGroup::from_code(code))
            .collect(),
        weeks,
        hours,
        cost: typed.cost.parse().ok(),
        digital: typed.digital != "nej",
        conflict: Conflict::from_code(&typed.conflict).unwrap_or(Conflict::Low),
    })
}

fn answer(cx: &Cx, pack: &Pack, wish: &Wish, proposal: &Proposal<'_>) -> AnswerView {
    let in_set = |one: &Weighed<'_>| proposal.set.iter().any(|other| other.card.key == one.card.key);
    let view = |one: &Weighed<'_>| method(cx, pack, wish, one);
    let removed = proposal.removed.iter().filter(|(_, n)| *n > 0);
    AnswerView {
        set: proposal.set.iter().map(view).collect(),
        more: proposal
            .passed
            .iter()
            .filter(|one| !in_set(one))
            .take(MORE)
            .map(view)
            .collect(),
        removed: removed
            .map(|(filter, n)| cx.tn(&format!("toolbox-removed-{}", filter.code()), *n))
            .collect(),
        left: cx.tn("toolbox-left", proposal.passed.len()),
        hours: cx.tn("toolbox-set-hours", proposal.hours),
        minds: minds(cx, pack, wish, proposal),
        loosen: loosen(cx, proposal),
    }
}

fn method(cx: &Cx, pack: &Pack, wish: &Wish, one: &Weighed<'_>) -> MethodView {
    let (mut reasons, mut minds) = (Vec::new(), Vec::new());
    for reason in &one.reasons {
        let text = reason_text(cx, pack, wish, reason);
        match reason {
            Reason::Below | Reason::TooContested | Reason::Misses(_) => minds.push(text),
            _ => reasons.push(text),
        }
    }
    MethodView {
        lead: Lead {
            about: one.card.about.get(cx.lang).to_owned(),
            ..Lead::new(cx, &Link::Method(one.card.key.clone()), one.card.name.get(cx.lang))
        },
        reach: cx.t(&format!("toolbox-reach-{}", one.card.reach.code())),
        facts: cx.t2(
            "toolbox-card-facts",
            ("weeks", &span(cx, one.card.weeks)),
            ("hours", &span(cx, one.card.hours)),
        ),
        reasons,
        minds,
    }
}

fn reason_text(cx: &Cx, pack: &Pack, wish: &Wish, reason: &Reason) -> String {
    match reason {
        Reason::Level => cx.t1("toolbox-reason-level", "level", level_name(cx, pack, wish.level)),
        Reason::Below => {
            let below = level_name(cx, pack, wish.level.saturating_sub(1));
            cx.t1("toolbox-reason-below", "level", below)
        }
        Reason::Purpose => {
            let purpose = cx.t(&format!("toolbox-purpose-{}", wish.purpose.code()));
            cx.t1("toolbox-reason-purpose", "purpose", purpose.to_lowercase())
        }
        Reason::Reaches(groups) => cx.t1("toolbox-reason-reaches", "groups", group_names(cx, groups)),
        Reason::Many => cx.t("toolbox-reason-many"),
        Reason::WithoutComputer => cx.t("toolbox-reason-without-computer"),
        Reason::Conflict => cx.t("toolbox-reason-conflict"),
        Reason::TooContested => cx.t("toolbox-reason-too-contested"),
        Reason::Misses(groups) => cx.t1("toolbox-reason-misses", "groups", group_names(cx, groups)),
    }
}

/// "barn och unga, äldre".
fn group_names(cx: &Cx, groups: &[TargetGroup]) -> String {
    let name = |group: &TargetGroup| cx.t(&format!("toolbox-group-{}", group.code())).to_lowercase();
    groups.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn minds(cx: &Cx, pack: &Pack, wish: &Wish, proposal: &Proposal<'_>) -> Vec<String> {
    let mut minds = Vec::new();
    if proposal.set.is_empty() {
        return minds;
    }
    if !proposal.missed.is_empty() {
        minds.push(cx.t1("toolbox-set-missed", "groups", group_names(cx, &proposal.missed)));
    }
    for reach in &proposal.lacking {
        let part = cx.t(&format!("toolbox-reach-{}", reach.code())).to_lowercase();
        minds.push(cx.t1("toolbox-set-lacking", "part", part));
    }
    if !proposal.carries_level {
        minds.push(cx.t1("toolbox-set-level", "level", level_name(cx, pack, wish.level)));
    }
    if !proposal.without_computer {
        minds.push(cx.t("toolbox-set-computer"));
    }
    minds
}

fn loosen(cx: &Cx, proposal: &Proposal<'_>) -> String {
    let Some(loosen) = &proposal.loosen else {
        return String::new();
    };
    let name = |filter: &crate::Filter| cx.t(&format!("toolbox-filter-{}", filter.code()));
    let filters: Vec<String> = loosen.filters.iter().map(name).collect();
    let values = [
        ("filters", filters.join(", ").into()),
        ("n", i64::try_from(loosen.lets_in).unwrap_or(i64::MAX).into()),
    ];
    cx.ta("toolbox-loosen", &values)
}
