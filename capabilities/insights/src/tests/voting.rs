//! Statements and votes over money: what is told of them, and that anybody can compute it again from the files.

use super::*;
use participation::acts::{self, Creating};
use participation::kinds::{BALLOT, kind};
use participation::model::ballot::{BallotForm, FundingRule, Project, Terms};
use participation::model::stance::Stance;
use participation::opinions::opinions;
use participation::store::Activity;

impl Story {
    async fn made(&self, sort: &str, definition: &Definition) -> Activity {
        let new = Creating {
            dialogue: self.dialogue,
            kind: sort.into(),
            title: "Rösta om <parken>".into(),
            opens_on: None,
            closes_on: None,
        };
        let id = acts::create(&self.site, self.actor(), new).await.unwrap();
        acts::save_draft(&self.site, self.actor(), id, 1, definition)
            .await
            .unwrap();
        acts::publish(&self.site, self.actor(), id, 2, "").await.unwrap();
        participation::activity(&mut self.site.db.read().await.unwrap(), id)
            .await
            .unwrap()
    }

    async fn statements(&self, n: usize) -> Activity {
        let texts = &self.site.texts;
        let kind = kind("statements");
        let mut definition = kind.blank(texts);
        for number in 1..=n {
            let taken = definition.questions.iter().map(|q| q.key.clone()).collect();
            let mut question = kind.blank_question("statement", texts, &taken).unwrap();
            question.label.sv = format!("Påstående <nummer> {number}");
            definition.questions.push(question);
        }
        self.made("statements", &definition).await
    }

    /// Somebody takes these stances, on the first statement and on.
    async fn stances(&self, activity: &Activity, person: usize, stances: &[Stance]) {
        let mut conn = self.site.db.read().await.unwrap();
        let used = acts::in_use(&mut conn, activity.clone(), 1).await.unwrap();
        drop(conn);
        let keys: Vec<String> = used.definition.statements().map(|q| q.key.clone()).collect();
        let nonce = format!("en-nyckel-som-ar-lang-nog-{person}");
        let begun = acts::begin_stances(&self.site, &used, &keys[0], stances[0], "sv", &nonce).await;
        let who = begun.unwrap().contribution;
        for (key, stance) in keys.iter().zip(stances).skip(1) {
            acts::take_stance(&self.site, &used, who, key, *stance).await.unwrap();
        }
    }

    async fn ballot(&self, activity: &Activity, person: usize, keys: &[&str]) {
        let mut answers = Answers::default();
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        answers.put(BALLOT, Some(Answer::Choices(keys)));
        let definition = participation::versions(&mut self.site.db.read().await.unwrap(), activity.id)
            .await
            .unwrap();
        let sending = Sending {
            activity,
            version: 1,
            finished: finish(&definition[0].1, &answers, Strictness::AtTheForm).unwrap(),
            channel: Channel::Web,
            batch: String::new(),
            language: "sv".into(),
            entered_by: String::new(),
            at: None,
            submit_key: &format!("en-nyckel-som-ar-lang-nog-{person}"),
            letter: None,
        };
        participation::submit(&self.site, Actor::Participant, sending)
            .await
            .unwrap();
    }
}

fn vote(rule: FundingRule) -> Definition {
    let option = |(key, name): (&str, &str)| Choice {
        key: key.into(),
        label: Wording::new(name, ""),
    };
    let project = |cost| Project {
        cost,
        ..Project::default()
    };
    let mut question = Question::blank(
        BALLOT,
        Kind::Budget {
            options: [("bad", "Badplats; \"stor\""), ("skate", "Skatepark"), ("damm", "Damm")]
                .map(option)
                .to_vec(),
            terms: Terms {
                projects: [("bad", 60_000), ("skate", 40_000), ("damm", 50_000)]
                    .map(|(key, cost)| (key.to_owned(), project(cost)))
                    .into(),
                total: 100_000,
                rule,
                ballot: BallotForm::Approval { most: 2 },
            },
        },
    );
    question.label = Wording::new("Vad ska pengarna gå till?", "");
    question.required = true;
    Definition {
        questions: vec![question],
        ..Definition::default()
    }
}

const CAMPS: usize = 8;

async fn two_camps(story: &Story, activity: &Activity) {
    for person in 0..2 * CAMPS {
        let mine = if person < CAMPS {
            [Stance::Agree, Stance::Disagree, Stance::Agree]
        } else {
            [Stance::Disagree, Stance::Agree, Stance::Agree]
        };
        story.stances(activity, person, &mine).await;
    }
}

#[tokio::test]
async fn the_page_tells_what_unites_and_what_divides_and_when_it_was_computed() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.statements(3).await;
        let mut maja = story.browser().await;
        let empty = maja.get(&story.path("resultat")).await;
        assert_eq!(empty.status.as_u16(), 200, "{}", empty.body);
        two_camps(&story, &activity).await;
        let waits = maja.get(&story.path("resultat")).await;
        assert!(waits.body.contains("Räknas för första gången"), "{}", waits.body);
        background::run_waiting(&story.site).await.unwrap();
        let page = maja.get(&story.path("resultat")).await.body;
        assert!(page.contains("Räknat ") && !page.contains("Räknas om"), "{page}");
        for told in [
            "n = 16 personer",
            "Grupp A",
            "Grupp B",
            "100\u{a0}% (16 av 16)",
            "Det här delar grupperna",
            "<svg",
        ] {
            assert!(page.contains(told), "{told}: {page}");
        }
        assert!(
            page.contains("Påstående &#60;nummer&#62; 3") || page.contains("Påstående &lt;nummer&gt; 3"),
            "{page}"
        );
        assert!(!page.contains("<nummer>") && !page.contains("<parken>"), "{page}");
        story.stances(&activity, 99, &[Stance::Pass]).await;
        let page = maja.get(&story.path("resultat")).await.body;
        assert!(page.contains("Räknas om. Senast räknat"), "{page}");
        assert!(
            maja.get(&format!("/en{}", story.path("resultat")))
                .await
                .body
                .contains("Group A")
        );
    }
}

#[tokio::test]
async fn a_few_are_never_told() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.statements(2).await;
    for person in 0..4 {
        story
            .stances(&activity, person, &[Stance::Agree, Stance::Disagree])
            .await;
    }
    background::run_waiting(&story.site).await.unwrap();
    let page = story.browser().await.get(&story.path("resultat")).await.body;
    assert!(
        page.contains("För få har tagit ställning") && page.contains("Visas inte"),
        "{page}"
    );
    assert!(!page.contains("Grupp A") && !page.contains("100\u{a0}%"), "{page}");
}

#[tokio::test]
async fn the_files_of_stances_give_the_same_groups_again() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.statements(3).await;
    two_camps(&story, &activity).await;
    background::run_waiting(&story.site).await.unwrap();
    let mut maja = story.browser().await;
    let file = |name: &str| story.path(&format!("resultat/{}/{name}", activity.id));
    let csv = maja.get(&file("roster.csv")).await;
    assert!(
        csv.body.starts_with("timestamp,comment-id,voter-id,vote\r\n"),
        "{}",
        csv.body
    );
    let votes = opinion::read::read_votes(csv.body.as_bytes()).unwrap();
    let statements = maja.get(&file("pastaenden.csv")).await;
    let statements = opinion::read::read_statements(statements.body.as_bytes()).unwrap();
    assert_eq!(statements[2].text, "Påstående <nummer> 3");
    let statements: Vec<_> = statements.into_iter().map(|row| row.statement).collect();
    let again = opinion::analyse(&votes, &statements, &opinion::Settings::default(), None);
    let (found, _) = opinions(&mut story.site.db.read().await.unwrap(), activity.id)
        .await
        .unwrap()
        .unwrap();
    let sizes: Vec<u64> = again.groups.iter().map(|group| group.size as u64).collect();
    assert_eq!(sizes, found.groups.iter().map(|group| group.size).collect::<Vec<_>>());
    assert_eq!(again.consensus.agree[0].statement, 3);
    assert_eq!(found.agreed, ["pastaende-3"]);
    assert_eq!(
        maja.get(&file("rostning.pb")).await.status.as_u16(),
        404,
        "no such file of statements"
    );
}

#[tokio::test]
async fn a_vote_over_money_tells_who_won_why_and_can_be_counted_again() {
    for rule in FundingRule::ALL {
        let story = Story::begin(testkit::sqlite().await).await;
        let activity = story.made("budget", &vote(rule)).await;
        for person in 0..12 {
            let mine: &[&str] = if person < 7 { &["bad", "damm"] } else { &["skate"] };
            story.ballot(&activity, person, mine).await;
        }
        background::run_waiting(&story.site).await.unwrap();
        let mut maja = story.browser().await;
        let page = maja.get(&story.path("resultat")).await.body;
        assert!(page.contains("n = 12 röster") && page.contains("Får pengar"), "{page}");
        assert!(page.contains("Badplats; ") && page.contains("exakt lika"), "{page}");
        let pb = maja
            .get(&story.path(&format!("resultat/{}/rostning.pb", activity.id)))
            .await;
        let read = budget::pabulib::read(pb.body.as_bytes()).unwrap();
        assert!(read.notices.is_empty(), "{:?}\n{}", read.notices, pb.body);
        let rule = match rule {
            FundingRule::Greedy => budget::Rule::Greedy(budget::Greedy::by(budget::Satisfaction::Cost)),
            FundingRule::EqualShares => budget::Rule::EqualShares(budget::EqualShares::by(
                budget::Satisfaction::Cost,
                budget::Completion::Add1u,
            )),
            FundingRule::Phragmen => budget::Rule::Phragmen,
        };
        let again = rule.decide(&read.election, budget::TieBreak::Id).unwrap();
        let mut conn = story.site.db.read().await.unwrap();
        let (count, _) = participation::count::budget_count(&mut conn, activity.id)
            .await
            .unwrap()
            .unwrap();
        let won: Vec<usize> = (0..3).filter(|at| count.projects[*at].selected).collect();
        let mut winners = again.winners.clone();
        winners.sort_unstable();
        assert_eq!(won, winners);
        assert_eq!(
            u64::try_from(count.cost).unwrap() * budget::Amount::PARTS,
            again.cost.in_parts()
        );
    }
}
