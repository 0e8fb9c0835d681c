//! Stories of lotteries on a real site, through their pages.

mod replacements;
mod stories;

use db::{Actor, Id};
use identity::{NewAccount, Role};
use jiff::SignedDuration;
use std::sync::Arc;
use testkit::{Answer, Browser, TestDb};
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";
const QUOTAS: &str = "kategori;grupp;minst;högst\nKön;Kvinna;2;2\nKön;Man;2;2\n";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        crate::capability(),
    ]
}

/// A site with a dialogue and its officials.
struct Town {
    test: TestDb,
    site: Arc<Site>,
    dialogue: Id,
}

impl Town {
    async fn on(test: TestDb) -> Town {
        let site = testkit::site(&test, &capabilities(), |site| {
            site.put(method::Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
            site.put(method::Sources::new(vec![crate::source()]).with_pages(crate::pages()));
            site.put(background::Works::new(crate::works()));
        });
        for (email, name, role) in [
            ("maja@exempel.se", "Maja Lind", Role::ProjectLead),
            ("johan@exempel.se", "Johan Ek", Role::Coordinator),
            ("erik@exempel.se", "Erik Berg", Role::Elected),
        ] {
            let new = NewAccount {
                email: email.into(),
                name: name.into(),
                unit: String::new(),
                password: PASSWORD.into(),
                roles: vec![role],
            };
            let made = site
                .db
                .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
                .await;
            made.unwrap();
        }
        let maja = identity::staff_by_email(&mut site.db.read().await.unwrap(), "maja@exempel.se")
            .await
            .unwrap()
            .unwrap();
        let dialogue = dialogues::create(&site, &maja, "Torget", "Hur ska torget se ut?")
            .await
            .unwrap();
        Town { test, site, dialogue }
    }

    async fn comes(&self, email: &str) -> Browser {
        let mut browser = Browser::new(self.site.clone(), capabilities);
        browser.sign_in(email, PASSWORD).await;
        browser
    }

    fn path(&self, rest: &str) -> String {
        format!("/arbetsyta/dialoger/{}/lottning{rest}", self.dialogue)
    }

    /// Days pass, and Maja signs in again.
    async fn days_pass(&self, days: i64, maja: &mut Browser) {
        let later = self.site.clock.now() + SignedDuration::from_hours(24 * days);
        self.test.clock.set(later);
        maja.sign_in("maja@exempel.se", PASSWORD).await;
    }

    async fn computes(&self) -> usize {
        background::run_waiting(&self.site).await.unwrap()
    }

    /// What the log says was done, in its order.
    async fn acts(&self) -> Vec<String> {
        let mut read = self.site.db.read().await.unwrap();
        let statement = db::sql!("select act from audit where object_kind = 'lottery' order by id");
        read.scalars(statement, vec![]).await.unwrap()
    }

    async fn duties(&self, email: &str) -> Vec<&'static str> {
        let mut read = self.site.db.read().await.unwrap();
        let staff = identity::staff_by_email(&mut read, email).await.unwrap();
        let asking = method::Asking {
            staff: staff.unwrap(),
            today: self.site.today(),
            lang: web::Lang::Sv,
            days_ahead: 0,
            packs: method::packs(&self.site),
        };
        let duties = (crate::source().duties)(&mut read, &asking).await.unwrap();
        duties.into_iter().map(|duty| duty.title_key).collect()
    }

    /// Twelve people, four to a household of two, are asked to fill four seats; the odds are computed.
    async fn prepared(&self, maja: &mut Browser) -> String {
        let fields = form(maja, &self.path("/ny"), QUOTAS).await;
        let sent = maja.upload(&self.path("/ny"), &fields, "ja.csv", pool()).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
        assert_eq!(self.computes().await, 1);
        page(&sent.location)
    }

    async fn published(&self, maja: &mut Browser) -> String {
        let here = self.prepared(maja).await;
        let sent = maja.post(&format!("{here}/publicera"), &settles(1, "20")).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
        here
    }

    async fn drawn(&self, maja: &mut Browser) -> String {
        let here = self.published(maja).await;
        self.days_pass(3, maja).await;
        let sent = maja.post(&format!("{here}/dra"), &seed("2", "3 9 17 22")).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
        here
    }
}

/// An address without what the last act did.
fn page(location: &str) -> String {
    location.split('?').next().unwrap_or_default().to_owned()
}

fn pool() -> String {
    let person = |n: usize| {
        let sex = if n.is_multiple_of(2) { "Kvinna" } else { "Man" };
        let street = if n < 4 {
            "Storgatan 1".to_owned()
        } else {
            format!("Lillgatan {n}")
        };
        format!("p{n:02};{sex};{street};okänd sort\n")
    };
    format!("id;kön;gata;yrke\n{}", (0..12).map(person).collect::<String>())
}

/// The form of a new lottery, with the key that its page gave.
async fn form<'a>(browser: &mut Browser, path: &str, quotas: &'a str) -> Vec<(&'static str, &'a str)> {
    let answer = browser.get(path).await;
    let key = between(&answer, "name=\"nyckel\" value=\"", "\"");
    vec![
        ("nyckel", Box::leak(key.into_boxed_str())),
        ("namn", "Medborgarråd om torget"),
        ("platser", "4"),
        ("kvoter", quotas),
        ("hushall", "gata"),
        ("gallras-day", "1"),
        ("gallras-month", "9"),
        ("gallras-year", "2026"),
    ]
}

fn between(answer: &Answer, before: &str, after: &str) -> String {
    let from = answer
        .body
        .find(before)
        .unwrap_or_else(|| panic!("{before}: {}", answer.body))
        + before.len();
    let rest = &answer.body[from..];
    rest[..rest.find(after).unwrap()].to_owned()
}

/// Tests begin on 17 March 2026.
fn settles(revision: i64, day: &str) -> Vec<(&'static str, &str)> {
    assert_eq!(revision, 1);
    vec![
        ("revision", "1"),
        ("slump", "Lottoraden lördag 20 mars"),
        ("avgors-day", day),
        ("avgors-month", "3"),
        ("avgors-year", "2026"),
    ]
}

fn seed<'a>(revision: &'a str, words: &'a str) -> [(&'static str, &'a str); 3] {
    [("revision", revision), ("rad", words), ("rad-igen", words)]
}
