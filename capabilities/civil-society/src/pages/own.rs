//! `/forening/start`: what an organisation has with the municipality, for whoever speaks for it.

use super::door::{Badge, badge};
use crate::acts::{register, sign_in};
use crate::desk::day;
use crate::model::change::Verdict;
use crate::model::number;
use crate::representative::{COOKIE, Representative};
use crate::store::{self, AskedOf, Organisation, Promised, SpeaksFor, StoredChange, StoredProposal};
use crate::words;
use askama::Template;
use db::{Conn, Id};
use web::{Cx, Fault, Reply, Req, page};

/// Where one comes when signed in.
pub(super) const START: &str = "/forening/start";

/// A text with its mark.
type Tag = (String, &'static str, &'static str);

struct Agreement {
    title: String,
    ours: String,
    theirs: String,
    until: String,
}

/// Something with a page of its own and where it stands.
struct Item {
    href: String,
    title: String,
    state: Tag,
    told: String,
}

#[derive(Template)]
#[template(path = "civil-society/own.html")]
struct Page {
    cx: Cx,
    me: Badge,
    /// Other organisations that the same person speaks for.
    others: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    revision: i64,
    review: String,
    /// The day a change was sent that waits.
    waits: String,
    /// What came of the latest change, and the reason when it was refused.
    decided: Option<(Tag, String)>,
    asked: Vec<Item>,
    agreements: Vec<Agreement>,
    proposals: Vec<Item>,
}

pub(crate) async fn show(req: Req, who: Representative) -> Reply {
    let (cx, today) = (req.cx(), req.today());
    let mut read = req.site.db.read().await?;
    let one = store::organisation(&mut read, who.organisation).await?;
    let changes = store::changes_of(&mut read, who.organisation).await?;
    let agreements = store::promised_by(&mut read, who.organisation, today).await?;
    let proposals = store::proposals_of(&mut read, who.organisation).await?;
    let speaks = store::speaks_for(&mut read, &who.email, today).await?;
    let asked = asked(&req, &mut read, &cx, &who).await?;
    drop(read);
    let waits = changes.iter().find(|one| one.decision.is_empty());
    page(&Page {
        me: badge(&cx, &who),
        others: others(&who, &speaks),
        facts: facts(&cx, &one),
        revision: one.revision,
        review: day(&cx, one.review_on),
        waits: waits.map(|one| cx.day(&one.sent_at)).unwrap_or_default(),
        decided: changes.iter().find_map(|one| decided(&cx, one)),
        asked,
        agreements: agreements.into_iter().map(|one| agreement(&cx, one)).collect(),
        proposals: proposals.iter().map(|one| proposal(&req, &cx, one)).collect(),
        cx,
    })
}

fn others(who: &Representative, speaks: &[SpeaksFor]) -> Vec<(String, String)> {
    let others = speaks.iter().filter(|one| one.organisation_id != who.organisation);
    others
        .map(|one| (one.organisation_id.to_string(), one.organisation.clone()))
        .collect()
}

fn facts(cx: &Cx, one: &Organisation) -> Vec<(String, String)> {
    let draft = &one.draft;
    vec![
        (cx.t("civil-field-name"), draft.name.clone()),
        (cx.t("civil-field-kind"), cx.t(draft.kind.label())),
        (cx.t("civil-field-number"), number::shown(&draft.number)),
        (cx.t("civil-field-aims"), draft.aims.clone()),
        (cx.t("civil-field-topics"), draft.topics.join(", ")),
        (cx.t("civil-field-groups"), draft.groups.join(", ")),
        (cx.t("civil-field-areas"), draft.areas.join(", ")),
        (cx.t("civil-field-website"), draft.website.clone()),
        (cx.t("civil-field-contact-role"), draft.contact_role.clone()),
        (cx.t("civil-field-contact-address"), draft.contact_address.clone()),
        (cx.t("civil-field-meeting"), day(cx, draft.meeting_on)),
    ]
}

fn decided(cx: &Cx, one: &StoredChange) -> Option<(Tag, String)> {
    let verdict = Verdict::from_code(&one.decision)?;
    let (kind, mark) = match verdict {
        Verdict::Approved => ("ok", "✓"),
        Verdict::Refused => ("warn", "✕"),
        Verdict::Replaced => return None,
    };
    let day = one.decided_at.map(|at| cx.day(&at)).unwrap_or_default();
    let tag = (format!("{}, {day}", cx.t(verdict.label())), kind, mark);
    Some((tag, one.reason.clone()))
}

fn agreement(cx: &Cx, one: Promised) -> Agreement {
    Agreement {
        title: one.title,
        ours: one.our_commitment,
        theirs: one.commitment,
        until: day(cx, one.expires_on),
    }
}

/// What the organisation is asked, with the titles of the collaborations that ask.
async fn asked(req: &Req, conn: &mut Conn, cx: &Cx, who: &Representative) -> Result<Vec<Item>, Fault> {
    let asked = store::asked_of(conn, who.organisation).await?;
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let all = dialogues::Filter::default();
    let processes = dialogues::list_of(conn, dialogues::Kind::Collaboration, &all, req.today()).await?;
    let item = |one: &AskedOf| {
        let process = processes.iter().find(|process| process.id == one.process_id)?;
        let due = day(cx, one.due_on);
        Some(Item {
            href: cx.link(&format!("/forening/remiss/{}", one.process_id)),
            title: process.title.clone(),
            state: asked_state(cx, one, req.today()),
            told: if due.is_empty() {
                due
            } else {
                cx.t1("civil-letter-due", "day", due)
            },
        })
    };
    Ok(asked.iter().filter_map(item).collect())
}

/// Where a question stands with the organisation.
pub(super) fn asked_state(cx: &Cx, one: &AskedOf, today: jiff::civil::Date) -> Tag {
    let (key, kind, mark) = match one.outcome.as_str() {
        "" if one.due_on.is_some_and(|last| last < today) => ("civil-own-late", "", "✕"),
        "" => ("civil-outcome-none", "warn", "…"),
        _ => ("civil-own-closed", "ok", "✓"),
    };
    (cx.t(key), kind, mark)
}

fn proposal(req: &Req, cx: &Cx, one: &StoredProposal) -> Item {
    let outcomes = words::choices(&req.site, req.lang, words::OUTCOMES);
    let due = day(cx, one.due_on);
    let (state, told) = if one.is_answered {
        let outcome = words::name(&outcomes, &one.outcome);
        ((outcome, "info", "§"), cx.day(&one.received_at))
    } else {
        let told = format!("{}. {} {due}", cx.day(&one.received_at), cx.t("civil-proposal-due"));
        ((cx.t("civil-outcome-none"), "", "○"), told)
    };
    Item {
        href: cx.link(&format!("/forening/forslag/{}", one.id)),
        title: one.title.clone(),
        state,
        told,
    }
}

/// The facts hold.
pub(crate) async fn confirm(req: Req, who: Representative) -> Reply {
    let revision = req.form()?.int("revision").unwrap_or(0);
    register::confirm_as(&req.site, &who, revision).await?;
    req.done(START, "civil-note-reviewed")
}

/// Turns to another organisation of the same person.
pub(crate) async fn turn(req: Req, who: Representative) -> Reply {
    let organisation: Id = req.form()?.text("of").parse().map_err(|_| Fault::NotFound)?;
    let token = req.cookie(COOKIE).unwrap_or_default();
    sign_in::turn_to(&req.site, &who, token, organisation).await?;
    req.see_other(START)
}
