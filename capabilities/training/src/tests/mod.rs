//! Stories of training on a real site, through its pages.

mod imports;
mod learning;
mod rights;

use db::{Actor, Clock as _, Id};
use identity::{NewAccount, Role, Staff};
use std::sync::Arc;
use testkit::{Answer, Browser, TestDb};
use web::{Capability, Site};

const PASSWORD: &str = "en lång mening att minnas";
const COURSE: &str = "ladder-30-minutes";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        toolbox::capability(),
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
            let packs = method::Packs::embedded().unwrap_or_else(|faults| panic!("{faults:?}"));
            site.put(toolbox::Toolbox::new(&packs, &site.texts.clone()));
            site.put(packs);
            site.put(method::Sources::new(vec![dialogues::source(), crate::source()]));
        });
        let town = Town { test, site };
        town.joins("anna@exempel.se", "Anna Ek", "Kansliet", Role::Administrator)
            .await;
        town.joins("johan@exempel.se", "Johan Ek", "Kansliet", Role::Coordinator)
            .await;
        town.joins("maja@exempel.se", "Maja Lind", "Kontaktcenter", Role::Moderator)
            .await;
        town
    }

    async fn joins(&self, email: &str, name: &str, unit: &str, role: Role) -> Id {
        let new = NewAccount {
            email: email.into(),
            name: name.into(),
            unit: unit.into(),
            password: PASSWORD.into(),
            roles: vec![role],
        };
        let made = self
            .site
            .db
            .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
            .await;
        made.expect("the account is made")
    }

    async fn staff(&self, email: &str) -> Staff {
        let mut read = self.site.db.read().await.expect("the database answers");
        let staff = identity::staff_by_email(&mut read, email)
            .await
            .expect("the account is read");
        staff.expect("the account is there")
    }

    async fn visitor(&self, email: &str) -> Browser {
        let mut browser = Browser::new(self.site.clone(), capabilities);
        browser.sign_in(email, PASSWORD).await;
        browser
    }

    /// Days pass, and the worker with them.
    async fn days_pass(&self, days: i64) {
        let now = self.test.clock.now();
        self.test.clock.set(now + jiff::SignedDuration::from_hours(24 * days));
        crate::tick(&self.site).await.expect("rights are settled");
    }

    /// Answers every question of a course right but for these.
    async fn takes(&self, staff: &Staff, course: &str, wrong: usize) {
        let pack = method::packs(&self.site).dialogue();
        let course = pack.library.course(course).expect("the course is there");
        let mut left = wrong;
        for page in &course.pages {
            crate::acts::mark_read(&self.site, staff, &course.key, &page.key)
                .await
                .expect("the page is there");
            for question in &page.questions {
                let right = question.right();
                let other = (0..question.choices.len())
                    .filter(|place| !right.contains(place))
                    .take(1)
                    .collect();
                let chosen = if left > 0 { other } else { right };
                left = left.saturating_sub(1);
                let place = (page.key.as_str(), question.key.as_str());
                crate::acts::answer(&self.site, staff, &course.key, place, &chosen)
                    .await
                    .expect("the question is there");
            }
        }
    }
}

/// The page, which must be there.
async fn read(browser: &mut Browser, path: &str) -> String {
    let Answer { status, body, .. } = browser.get(path).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

#[track_caller]
fn holds(page: &str, texts: &[&str]) {
    // Dates and numbers are kept together by hard spaces.
    let page = page.replace('\u{a0}', " ");
    for text in texts {
        assert!(page.contains(text), "no {text:?} in {page}");
    }
}
