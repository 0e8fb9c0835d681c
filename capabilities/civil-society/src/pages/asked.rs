//! `/samverkan/{id}/organisationer`: which organisations were asked, took part, declined or said nothing. Open to everybody when
//! the municipality says so; organisations by name, never a person.

use crate::model::referral::Outcome;
use crate::store::{self, Invited};
use askama::Template;
use web::{Anyone, Cx, Fault, Reply, Req, page};

struct Group {
    id: &'static str,
    name: String,
    organisations: Vec<String>,
}

#[derive(Template)]
#[template(path = "civil-society/asked-public.html")]
struct Page {
    cx: Cx,
    title: String,
    due: String,
    count: usize,
    groups: Vec<Group>,
}

pub(crate) async fn show(req: Req, _: Anyone) -> Reply {
    let cx = req.cx();
    let mut read = req.site.db.read().await?;
    let id = req.id_param("id")?;
    let referral = store::referral(&mut read, id).await?.filter(|one| one.is_listed);
    let referral = referral.ok_or(Fault::NotFound)?;
    let process = dialogues::dialogue(&mut read, id).await?;
    let invited = store::invited(&mut read, id).await?;
    drop(read);
    let of = |outcome: Option<Outcome>| -> Vec<String> {
        let is_it = |one: &&Invited| Outcome::from_code(&one.outcome) == outcome;
        invited.iter().filter(is_it).map(|one| one.name.clone()).collect()
    };
    let groups = [
        ("deltog", Outcome::TookPart.label(), Some(Outcome::TookPart)),
        ("avstod", Outcome::Declined.label(), Some(Outcome::Declined)),
        ("tyst", Outcome::Silent.label(), Some(Outcome::Silent)),
        ("vantar", "civil-outcome-none", None),
    ]
    .map(|(id, key, outcome)| Group {
        id,
        name: cx.t(key),
        organisations: of(outcome),
    });
    page(&Page {
        title: process.title,
        due: referral.due_on.map(|day| cx.short_date(&day)).unwrap_or_default(),
        count: invited.len(),
        groups: groups.into_iter().filter(|one| !one.organisations.is_empty()).collect(),
        cx,
    })
}
