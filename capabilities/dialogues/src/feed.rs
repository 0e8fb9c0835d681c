//! `/kalender/{token}.ics`: an official's dates for a calendar program, which comes without signing in. The address is the
//! key, so only its hash is kept. What it holds are the dated duties of the house, asked for as the desk asks.

use crate::store;
use db::{Actor, Id};
use documents::ics::{self, Calendar, Event};
use identity::{ApproveDialogue, Role, Staff};
use jiff::Timestamp;
use method::{Asking, Duty, Sources};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use web::{Anyone, Cx, Fault, Lang, Reply, Req, Routes, Site};

/// How far ahead a calendar looks, in days.
const AHEAD: i64 = 730;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.get("/kalender/{file}", fetch)
}

/// The address of a calendar, without language.
pub(crate) fn address(token: &str) -> String {
    format!("/kalender/{token}.ics")
}

pub(crate) fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(format!("calendar:{token}").as_bytes()).to_vec()
}

/// Gives an official a new secret address and forgets the one before.
pub(crate) async fn subscribe(site: &Site, staff: &Staff) -> Result<String, Fault> {
    let token = site.token();
    let key = hash(&token);
    site.db
        .write(staff.actor(), async |tx| {
            store::feed::set_feed(tx, staff.id, key).await?;
            tx.audit("calendar.subscribe", "account", staff.id, serde_json::json!({}))
                .await
        })
        .await?;
    Ok(token)
}

/// Ends an official's calendar.
pub(crate) async fn unsubscribe(site: &Site, staff: &Staff) -> Result<(), Fault> {
    site.db
        .write(staff.actor(), async |tx| {
            store::feed::remove_feed(tx, staff.id).await?;
            tx.audit("calendar.unsubscribe", "account", staff.id, serde_json::json!({}))
                .await
        })
        .await?;
    Ok(())
}

async fn fetch(req: Req, _: Anyone) -> Reply {
    let token = req.param("file")?.strip_suffix(".ics").ok_or(Fault::NotFound)?;
    let mut read = req.site.db.read().await?;
    let feed = store::feed::feed_by_token(&mut read, &hash(token))
        .await?
        .ok_or(Fault::NotFound)?;
    // The calendar of somebody who has left leads nowhere; it is there again if they come back.
    let staff = identity::official(&mut read, feed.account_id)
        .await?
        .ok_or(Fault::NotFound)?;
    let asking = asking(&req.site, staff, req.lang);
    let duties = req.site.get::<Sources>().duties(&mut read, &asking).await?;
    drop(read);
    let mut calendar = calendar(&req.cx(), &duties);
    let told = Sha256::digest(ics::write(&calendar).as_bytes()).to_vec();
    let changed_at = if told == feed.told_hash {
        feed.told_at
    } else {
        note(&req, feed.account_id, &told).await?
    };
    for event in &mut calendar.events {
        event.changed_at = changed_at;
    }
    web::fetched_again(&req, ics::ICS, ics::write(&calendar))
}

/// Programs replace an event when it says that it has changed, and only then. Rather than a moment for every duty of every
/// room, the calendar has one: when what it tells last became another.
async fn note(req: &Req, account: Id, told: &[u8]) -> Result<Timestamp, Fault> {
    let now = req.now;
    req.site
        .db
        .write(Actor::System, async |tx| {
            store::feed::set_told(tx, account, told, now).await
        })
        .await?;
    Ok(now)
}

/// The official's own: whoever answers for everybody's gates sees all of them on the desk, but keeps a calendar of the
/// dialogues they lead.
fn asking(site: &Site, mut staff: Staff, lang: Lang) -> Asking {
    if staff.may::<ApproveDialogue>() {
        staff.roles = vec![Role::ProjectLead];
    }
    Asking {
        staff,
        today: site.today(),
        lang,
        days_ahead: AHEAD,
        packs: method::packs(site),
    }
}

fn calendar(cx: &Cx, duties: &[Duty]) -> Calendar {
    let address = cx.absolute("/");
    let host = address
        .split("//")
        .nth(1)
        .and_then(|rest| rest.split(['/', ':']).next());
    let mut seen = BTreeMap::new();
    let event = |duty: &Duty| {
        let day = duty.due?;
        let number = seen.entry(identifier(duty)).and_modify(|n| *n += 1).or_insert(1);
        let uid = match *number {
            1 => identifier(duty),
            more => format!("{}-{more}", identifier(duty)),
        };
        Some(Event {
            uid: format!("{uid}@{}", host.unwrap_or("samspel")),
            changed_at: Timestamp::UNIX_EPOCH,
            first: day,
            last: day,
            summary: format!("{}: {}", cx.t(duty.title_key), duty.about),
            description: String::new(),
            url: cx.absolute(&duty.href),
            cancelled: false,
        })
    };
    Calendar {
        name: cx.t1("dialogues-feed-name", "site", &cx.settings.site_name),
        product: format!(
            "-//{}//Samspel//{}",
            cx.settings.municipality,
            cx.lang.code().to_uppercase()
        ),
        events: duties.iter().filter_map(event).collect(),
    }
}

/// The same as long as the duty is the same: what it asks and where it is done, whatever the day and the language.
fn identifier(duty: &Duty) -> String {
    let digest = Sha256::digest(format!("{} {}", duty.title_key, duty.href).as_bytes());
    digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}
