//! Stories of civil society on a real site, through its pages.

mod asked;
mod councils;
mod crime;
mod promises;
mod register;
mod representatives;

use db::{Actor, Clock as _, Id};
use identity::{NewAccount, Role};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use testkit::{Answer, Browser, TestDb};
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        crate::capability(),
    ]
}

/// A site with its officials.
struct Town {
    test: TestDb,
    site: Arc<Site>,
}

impl Town {
    async fn on(test: TestDb) -> Town {
        let site = testkit::site(&test, &capabilities(), |site| {
            let packs = method::Packs::embedded_of(&method::EMBEDDED);
            site.put(packs.unwrap_or_else(|faults| panic!("{faults:?}")));
            site.put(method::Sources::new(vec![crate::source()]).with_pages(crate::pages()));
        });
        let town = Town { test, site };
        for (email, name, role) in [
            ("johan@exempel.se", "Johan Ek", Role::Coordinator),
            ("maja@exempel.se", "Maja Lind", Role::ProjectLead),
            ("erik@exempel.se", "Erik Berg", Role::Elected),
        ] {
            town.joins(email, name, role).await;
        }
        town
    }

    async fn joins(&self, email: &str, name: &str, role: Role) {
        let new = NewAccount {
            email: email.into(),
            name: name.into(),
            unit: "Kansliet".into(),
            password: PASSWORD.into(),
            roles: vec![role],
        };
        let made = self
            .site
            .db
            .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
            .await;
        made.expect("the account is made");
    }

    /// What waits for somebody on the desk: what to do, and about what.
    async fn duties(&self, email: &str) -> Vec<String> {
        let mut read = self.site.db.read().await.expect("the database answers");
        let staff = identity::staff_by_email(&mut read, email)
            .await
            .expect("the account is read");
        let asking = method::Asking {
            staff: staff.expect("the account is there"),
            today: self.site.today(),
            lang: web::Lang::Sv,
            days_ahead: method::FORTNIGHT,
            packs: method::packs(&self.site),
        };
        let duties = (crate::source().duties)(&mut read, &asking)
            .await
            .expect("duties are read");
        duties
            .iter()
            .map(|duty| format!("{} {}", duty.title_key, duty.about))
            .collect()
    }

    /// A process of the pack, in the template of that key.
    async fn process(&self, pack: &str, template: &str) -> Id {
        let edition = method::packs(&self.site).edition(pack).expect("the pack is in use");
        let pack = edition.template(template).expect("the template is there").clone();
        let begun = self
            .site
            .db
            .write(Actor::System, async |tx| {
                method::begin(tx, &pack, serde_json::Map::new()).await
            })
            .await;
        begun.expect("the process begins").id
    }

    /// What is proved about a process: `relevance-judged 0/1 false`.
    async fn proofs(&self, process: Id) -> Vec<String> {
        let mut read = self.site.db.read().await.expect("the database answers");
        let proofs = (crate::source().evidence)(&mut read, process)
            .await
            .expect("evidence is read");
        let told = |one: &method::Evidence| format!("{} {}/{} {}", one.key, one.count, one.base, one.met);
        proofs.iter().map(told).collect()
    }

    fn days_pass(&self, days: i64) {
        let now = self.test.clock.now();
        self.test.clock.set(now + jiff::SignedDuration::from_hours(24 * days));
    }

    async fn visitor(&self, email: &str) -> Browser {
        let mut browser = Browser::new(self.site.clone(), capabilities);
        browser.sign_in(email, PASSWORD).await;
        browser
    }
}

/// The page, which must be there.
async fn read(browser: &mut Browser, path: &str) -> String {
    let Answer { status, body, .. } = browser.get(path).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

/// Sends a form that must be taken; gives the address it leads to.
async fn sent(browser: &mut Browser, path: &str, form: &[(&str, &str)]) -> String {
    static SENT: AtomicU64 = AtomicU64::new(0);
    // A page gives each form a key of its own; one that the story names is sent as it is.
    let key = SENT.fetch_add(1, Ordering::Relaxed).to_string();
    let mut form = form.to_vec();
    if !form.iter().any(|(name, _)| *name == "nyckel") {
        form.push(("nyckel", &key));
    }
    let answer = browser.post(path, &form).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    let address = answer.location.split(['?', '#']).next().unwrap_or_default();
    address.to_owned()
}

/// Sends a form that must come back with what is wrong.
async fn refused(browser: &mut Browser, path: &str, form: &[(&str, &str)]) -> String {
    let answer = browser.post(path, form).await;
    assert_eq!(answer.status, 422, "{path}: {}", answer.body);
    answer.body
}

#[track_caller]
fn holds(page: &str, texts: &[&str]) {
    // Dates and numbers are kept together by hard spaces.
    let page = page.replace('\u{a0}', " ");
    for text in texts {
        assert!(page.contains(text), "no {text:?} in {page}");
    }
}

#[track_caller]
fn lacks(page: &str, texts: &[&str]) {
    for text in texts {
        assert!(!page.contains(text), "{text:?} stands in {page}");
    }
}

/// The address of the link that ends so.
fn page_link(page: &str, end: &str) -> String {
    let (before, _) = page.split_once(end).unwrap_or_else(|| panic!("no {end} in {page}"));
    let (_, href) = before
        .rsplit_once("href=\"")
        .unwrap_or_else(|| panic!("no link in {before}"));
    href.trim_end_matches('"').to_owned()
}
