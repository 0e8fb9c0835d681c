//! Stories of the door on real databases and real pages: what is sent is kept once, what is closed stays closed.

mod ballots;
mod desk;
mod imports;
mod methods;
mod stances;
mod voices;

use std::sync::Arc;

use db::{Actor, Id, args, sql};
use identity::{NewAccount, Role, Staff};
use testkit::{Browser, TestDb};
use web::{Capability, Site};

use crate::acts::{self, Creating};
use crate::model::answer::{Answer, Answers};
use crate::model::channel::Channel;
use crate::model::definition::Definition;
use crate::model::finish::{Strictness, finish};
use crate::model::samples;
use crate::store::{self, Activity};
use crate::{Sending, Sent};

const PASSWORD: &str = "en lång mening att minnas";
const LEAD: &str = "maja@exempel.se";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        crate::capability(),
    ]
}

/// A site with one open dialogue, "parken", 2–31 March 2026; it is 17 March.
struct Story {
    test: TestDb,
    site: Arc<Site>,
    staff: Staff,
    dialogue: Id,
}

impl Story {
    async fn begin(test: TestDb) -> Story {
        let site = testkit::site(&test, &capabilities(), |site| {
            site.put(method::Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
            site.put(method::Sources::new(vec![crate::source()]));
            let works = crate::works();
            site.put(background::Works::new(works));
        });
        let (name, roles) = ("Maja Lind".into(), vec![Role::ProjectLead]);
        let new = NewAccount {
            email: LEAD.into(),
            name,
            unit: String::new(),
            password: PASSWORD.into(),
            roles,
        };
        site.db
            .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
            .await
            .unwrap();
        let staff = identity::staff_by_email(&mut site.db.read().await.unwrap(), LEAD)
            .await
            .unwrap()
            .unwrap();
        let dialogue = dialogues::create(&site, &staff, "Parken", "Vad vill du göra i parken?")
            .await
            .unwrap();
        let story = Story {
            test,
            site,
            staff,
            dialogue,
        };
        story.dialogue_is("open").await;
        story
    }

    /// The method's own gates are tested where they stand; here the dialogue is put in a state.
    async fn dialogue_is(&self, state: &'static str) {
        let id = self.dialogue;
        self.site
            .db
            .write(Actor::System, async |tx| {
                tx.run(sql!("update process set state = $2 where id = $1"), args![id, state])
                    .await?;
                let now = tx.now();
                // What the pack says residents meet; states before that are hidden.
                let stage = method::packs(&self.site).dialogue().phase(state).to_string();
                tx.run(
                    sql!(
                        "update dialogue set published_at = $2, phase = $3, opens_on = '2026-03-02', closes_on = '2026-03-31',
                                             feedback_on = '2026-06-15' where id = $1"
                    ),
                    args![id, now, stage],
                )
                .await?;
                Ok::<_, db::Error>(())
            })
            .await
            .unwrap();
    }

    fn today_is(&self, year: i16, month: i8, day: i8) {
        let noon = jiff::civil::date(year, month, day)
            .at(12, 0, 0, 0)
            .to_zoned(self.site.zone.clone())
            .unwrap();
        self.test.clock.set(noon.timestamp());
    }

    /// A published activity with these questions.
    async fn activity(&self, kind: &str, definition: Option<Definition>) -> Activity {
        let title = "Svara om parken".to_owned();
        let new = Creating {
            dialogue: self.dialogue,
            kind: kind.into(),
            title,
            opens_on: None,
            closes_on: None,
        };
        let id = acts::create(&self.site, self.staff.actor(), new).await.unwrap();
        if let Some(definition) = definition {
            acts::save_draft(&self.site, self.staff.actor(), id, 1, &definition)
                .await
                .unwrap();
        }
        let revision = self.read_activity(id).await.revision;
        acts::publish(&self.site, self.staff.actor(), id, revision, "")
            .await
            .unwrap();
        self.read_activity(id).await
    }

    async fn survey(&self) -> Activity {
        self.activity("survey", Some(samples::every_kind())).await
    }

    async fn comments(&self) -> Activity {
        self.activity("comment", None).await
    }

    async fn read_activity(&self, id: Id) -> Activity {
        store::activity(&mut self.site.db.read().await.unwrap(), id)
            .await
            .unwrap()
    }

    async fn say(&self, activity: &Activity, text: &str, key: &str) -> Sent {
        let mut answers = Answers::default();
        answers.put("text", Some(Answer::Text(text.into())));
        let definition = crate::versions(&mut self.site.db.read().await.unwrap(), activity.id)
            .await
            .unwrap()
            .pop()
            .unwrap()
            .1;
        let sending = Sending {
            activity,
            version: activity.version,
            finished: finish(&definition, &answers, Strictness::AtTheForm).unwrap(),
            channel: Channel::Web,
            batch: String::new(),
            language: "sv".into(),
            entered_by: String::new(),
            at: None,
            submit_key: key,
            letter: None,
        };
        crate::submit(&self.site, Actor::Participant, sending).await.unwrap()
    }

    async fn total(&self) -> i64 {
        crate::counts(&mut self.site.db.read().await.unwrap(), self.dialogue)
            .await
            .unwrap()
            .total
    }

    fn resident(&self) -> Browser {
        Browser::new(self.site.clone(), capabilities)
    }

    async fn lead(&self) -> Browser {
        let mut browser = self.resident();
        browser.sign_in(LEAD, PASSWORD).await;
        browser
    }
}

fn door(activity: &Activity) -> String {
    format!("/dialoger/parken/delta/{}", activity.id)
}

fn desk(activity: &Activity) -> String {
    format!("/arbetsyta/aktiviteter/{}", activity.id)
}

/// The value of a hidden field, or of any input with that name.
fn field(html: &str, name: &str) -> String {
    let at = html
        .find(&format!("name=\"{name}\" value=\""))
        .unwrap_or_else(|| panic!("no field {name} in {html}"));
    let value = &html[at + name.len() + 15..];
    let value = &value[..value.find('"').unwrap()];
    value
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#39;", "'")
}

fn heading(html: &str) -> String {
    let start = html.find("<h1>").map_or(0, |at| at + 4);
    let end = html[start..].find("</h1>").map_or(start, |at| start + at);
    html[start..end].split('<').next().unwrap_or_default().trim().to_owned()
}
