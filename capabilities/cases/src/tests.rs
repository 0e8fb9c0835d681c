//! Stories of the end of a voice's walk, on real databases and real pages: a paper written by program and person
//! together, adopted and shown; two officials at the same section; answers as files.

use std::sync::Arc;

use db::{Actor, Id};
use documents::Block;
use identity::{Grant, NewAccount, RegisterCase, Role, Staff};
use participation::model::answer::{Answer, Answers};
use participation::model::definition::{Choice, Definition, Kind, Question, Wording};
use participation::model::finish::{Strictness, finish};
use participation::{ActivityState, Channel, Sending};
use serde_json::json;
use testkit::{Browser, TestDb};
use web::{Capability, Fault, Site};

use crate::paper::compose;
use crate::paper_acts::{self, Paper};
use crate::*;

const PASSWORD: &str = "en lång mening att minnas";

fn capabilities() -> Vec<Capability> {
    vec![
        identity::capability(),
        method::capability(),
        dialogues::capability(),
        participation::capability(),
        insights::capability(),
        crate::capability(),
    ]
}

/// A site with a dialogue, a survey, three themes and an assignment from the board.
struct Story {
    site: Arc<Site>,
    staff: Staff,
    dialogue: Id,
    survey: Id,
}

fn question(key: &str, label: &str, kind: Kind) -> Question {
    Question { label: Wording::new(label, ""), ..Question::blank(key, kind) }
}

fn definition() -> Definition {
    let choice = |(key, label): &(&str, &str)| Choice { key: (*key).into(), label: Wording::new(*label, "") };
    let choices = |pairs: &[(&str, &str)]| pairs.iter().map(choice).collect();
    let ways = Kind::Single { options: choices(&[("ga", "Gå"), ("bada", "Bada")]) };
    let several = Kind::Multiple { options: choices(&[("ljus", "Ljus"), ("tak", "Tak")]), min: 0, max: 0 };
    let questions = vec![
        question("satt", "Vad gör du helst i parken?", ways),
        question("varfor", "Varför?", Kind::LongText { max_length: 2_000 }),
        question("onskar", "Vad önskar du?", several),
    ];
    Definition { intro: Wording::default(), questions }
}

impl Story {
    async fn begin(test: TestDb) -> Story {
        let site = testkit::site(&test, &capabilities(), |site| {
            site.put(method::Packs::embedded().unwrap_or_else(|faults| panic!("{} faults", faults.len())));
            site.put(method::Sources::new(vec![participation::source(), insights::source(), crate::source()]));
        });
        let new = NewAccount {
            email: "maja@exempel.se".into(),
            name: "Maja Lind".into(),
            unit: String::new(),
            password: PASSWORD.into(),
            roles: vec![Role::Coordinator],
        };
        site.db.write(Actor::System, async |tx| identity::create_account(tx, &new).await).await.unwrap();
        let staff = identity::staff_by_email(&mut site.db.read().await.unwrap(), "maja@exempel.se").await.unwrap().unwrap();
        let dialogue = dialogues::create(&site, &staff, "Parken vid sjön", "Vad vill du göra i parken?").await.unwrap();
        let survey = survey(&site, &staff, dialogue).await;
        Story { site, staff, dialogue, survey }
    }

    fn who(&self) -> Grant<RegisterCase> {
        Grant::of(&self.staff).unwrap()
    }

    async fn facts(&self, facts: serde_json::Value) {
        let serde_json::Value::Object(map) = facts else { panic!("facts are a map") };
        dialogues::record(&self.site, &self.staff, self.dialogue, None, map, "").await.map_err(Fault::from).unwrap();
    }

    async fn assignment(&self) {
        let draft = AssignmentDraft {
            body: "Kommunstyrelsen".into(),
            decided_on: jiff::civil::date(2024, 4, 22),
            paragraph: "69".into(),
            wording: "Utred hur parken kan utvecklas.".into(),
            due_on: None,
            case_number: "KS 2024/0165".into(),
            responsible: "Kommunledningskontoret".into(),
            status: AssignmentStatus::Ongoing,
            note: String::new(),
        };
        let id = save_assignment(&self.site, &self.who(), None, draft, None).await.unwrap();
        link_assignment(&self.site, &self.who(), id, self.dialogue, true).await.unwrap();
    }

    async fn voice(&self, way: &str, why: &str) {
        let activity = participation::activity(&mut self.site.db.read().await.unwrap(), self.survey).await.unwrap();
        let mut given = Answers::default();
        given.put("satt", Some(Answer::Choice(way.into())));
        given.put("varfor", Some(Answer::Text(why.into())));
        given.put("onskar", Some(Answer::Choices(vec!["ljus".into()])));
        let sending = Sending {
            activity: &activity,
            version: 1,
            finished: finish(&definition(), &given, Strictness::SecondHand).unwrap(),
            channel: Channel::Web,
            batch: String::new(),
            language: "sv".into(),
            entered_by: String::new(),
            at: None,
            submit_key: &self.site.token(),
            letter: None,
        };
        participation::submit(&self.site, Actor::Participant, sending).await.unwrap();
    }

    /// Seven people; five speak of light, one of cows, one of nothing that fits.
    async fn voices(&self) {
        for n in 0..5 {
            self.voice("ga", &format!("Mer ljus på kvällen, röst {n}")).await;
        }
        self.voice("bada", "Kor som betar").await;
        self.voice("bada", "Inget särskilt").await;
        let light = self.theme("Ljus och trygghet").await;
        let cows = self.theme("Natur").await;
        let filter = participation::PassageFilter { dialogue: Some(self.dialogue), ..Default::default() };
        let mut read = self.site.db.read().await.unwrap();
        for id in participation::passage_ids(&mut read, &filter).await.unwrap() {
            let passage = participation::passage(&mut read, id).await.unwrap();
            let theme = if passage.body.contains("ljus") { light } else if passage.body.contains("Kor") { cows } else { continue };
            let change = insights::Change { passage: Some(id), add: [theme].into(), ..Default::default() };
            insights::code(&self.site, self.staff.actor(), self.dialogue, &[change]).await.unwrap();
        }
    }

    async fn theme(&self, name: &str) -> Id {
        let draft = insights::ThemeDraft::named(name);
        insights::create_theme(&self.site, self.staff.actor(), self.dialogue, &draft).await.unwrap()
    }

    async fn paper(&self, kind: PaperKind) -> Paper {
        Paper::get(&mut self.site.db.read().await.unwrap(), self.dialogue, kind).await.unwrap()
    }

    async fn write(&self, kind: PaperKind, key: &str, written: &str) -> Result<(), Fault> {
        let section = self.paper(kind).await.section(key).unwrap().clone();
        let draft = SectionDraft { shown: true, written: written.into(), timetable: section.timetable, title: section.title };
        write_section(&self.site, &self.who(), self.dialogue, kind, key, section.revision, draft).await
    }

    async fn evidence(&self, key: &str) -> bool {
        let mut read = self.site.db.read().await.unwrap();
        let all = (crate::source().evidence)(&mut read, self.dialogue).await.unwrap();
        all.iter().find(|one| one.key == key).unwrap().met
    }

    async fn browser(&self) -> Browser {
        let mut browser = Browser::new(self.site.clone(), capabilities);
        browser.sign_in("maja@exempel.se", PASSWORD).await;
        browser
    }

    fn desk(&self, rest: &str) -> String {
        format!("/arbetsyta/dialoger/{}/{rest}", self.dialogue)
    }
}

async fn survey(site: &Site, staff: &Staff, dialogue: Id) -> Id {
    use participation::acts::{Creating, create, publish, save_draft, set_state};
    let new = Creating { dialogue, kind: "survey".into(), title: "Enkät om parken".into(), opens_on: None, closes_on: None };
    let id = create(site, staff.actor(), new).await.unwrap();
    save_draft(site, staff.actor(), id, 1, &definition()).await.unwrap();
    publish(site, staff.actor(), id, 2, "").await.unwrap();
    set_state(site, staff.actor(), id, ActivityState::Open).await.unwrap();
    id
}

fn words(document: &documents::Document) -> String {
    paper::lines(&document.blocks).join("\n")
}

#[tokio::test]
async fn a_report_tells_what_is_known_with_its_base_and_keeps_what_was_written() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        story.assignment().await;
        story.facts(json!({ "purpose": ["Bättre underlag"], "can-influence": ["Platsen"] })).await;
        story.voices().await;
        begin_paper(&story.site, &story.who(), story.dialogue, PaperKind::Report).await.unwrap();
        let cx = paper_acts::paper_cx(&story.site);
        let text = words(&story.paper(PaperKind::Report).await.draft(&cx, PaperKind::Report));
        for expected in [
            "1 Sammanfattning",
            "12 Metod och felkällor",
            "7 svar har kommit in.",
            "Ljus och trygghet: 5 (83\u{a0}%)",
            "5 av 6 fritexter (83\u{a0}%).",
            "Kommunstyrelsen gav den 22\u{a0}april 2024 (§ 69) Kommunledningskontoret i uppdrag: Utred hur parken kan utvecklas.",
            "Bättre underlag",
        ] {
            assert!(text.contains(expected), "{expected} is not in\n{text}");
        }
        story.write(PaperKind::Report, "summary", "Min egen sammanfattning.").await.unwrap();
        story.voice("ga", "Ännu en röst").await;
        assert!(refresh_paper(&story.site, &story.who(), story.dialogue, PaperKind::Report).await.unwrap() >= 2);
        let one = story.paper(PaperKind::Report).await;
        assert_eq!(one.section("summary").unwrap().written, "Min egen sammanfattning.");
        assert!(words(&one.draft(&cx, PaperKind::Report)).contains("8 svar har kommit in."));
        // Asked again, there is nothing new.
        assert_eq!(refresh_paper(&story.site, &story.who(), story.dialogue, PaperKind::Report).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_statement_has_exactly_the_municipalitys_headings() {
    let story = Story::begin(testkit::sqlite().await).await;
    story.assignment().await;
    begin_paper(&story.site, &story.who(), story.dialogue, PaperKind::Statement).await.unwrap();
    let key = add_section(&story.site, &story.who(), story.dialogue).await.unwrap();
    let draft = SectionDraft { title: "Tjänstedesign".into(), shown: true, written: "x".into(), timetable: "Hösten 2026.".into() };
    write_section(&story.site, &story.who(), story.dialogue, PaperKind::Statement, &key, 0, draft).await.unwrap();
    let cx = paper_acts::paper_cx(&story.site);
    let one = story.paper(PaperKind::Statement).await;
    let header = PaperHeader { signatures: vec!["Kerstin Berg, Kommundirektör".into()], ..one.header.clone() };
    let day = story.site.today();
    let document = compose::document(&cx, PaperKind::Statement, &header, &one.sections, day, compose::Standing::Draft);
    let headings: Vec<(u8, &str)> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, text } => Some((*level, text.as_str())),
            Block::Signatures { .. } => Some((0, "underskrifter")),
            _ => None,
        })
        .collect();
    let expected = [
        (1, "Ärendet"),
        (1, "Kommunledningskontorets förslag till beslut"),
        (2, "Kommunstyrelsens beslut"),
        (1, "Bakgrund"),
        (1, "Kommunledningskontorets utredning"),
        (2, "Medborgardialog"),
        (2, "Tjänstedesign"),
        (1, "Kommunledningskontorets bedömning"),
        (1, "Konsekvenser för barn och unga"),
        (1, "Ekonomiska konsekvenser"),
        (0, "underskrifter"),
        (1, "Handlingar i ärendet"),
    ];
    assert_eq!(headings, expected);
    let text = words(&document);
    assert!(text.contains("Tidplan: Hösten 2026.") && text.contains("Kommunstyrelsens beslut, 22\u{a0}april 2024 (§ 69)"), "{text}");
}

#[tokio::test]
async fn an_adopted_report_never_changes_and_can_be_shown() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let (who, kind) = (story.who(), PaperKind::Report);
        story.facts(json!({ "purpose": ["Underlag"], "can-influence": ["Platsen"] })).await;
        story.voices().await;
        begin_paper(&story.site, &who, story.dialogue, kind).await.unwrap();
        let refused = adopt_paper(&story.site, &who, story.dialogue, kind, None, true).await;
        assert!(matches!(refused, Err(Fault::Rule { key: "cases-paper-incomplete", .. })), "{refused:?}");
        assert!(!story.evidence("report-adopted").await);
        story.write(kind, "conclusions", "Vår bedömning.").await.unwrap();
        story.write(kind, "account", "Så gjorde vi.").await.unwrap();
        let seen = story.paper(kind).await.row.revision;
        story.write(kind, "next", "Mer.").await.unwrap();
        let late = adopt_paper(&story.site, &who, story.dialogue, kind, Some(seen), true).await;
        assert!(matches!(late, Err(Fault::Conflict)), "somebody wrote after the official looked");
        assert_eq!(adopt_paper(&story.site, &who, story.dialogue, kind, None, true).await.unwrap(), 1);
        assert!(story.evidence("report-adopted").await && !story.evidence("case-handed-over").await);

        let first = published_report(&mut story.site.db.read().await.unwrap(), story.dialogue).await.unwrap().unwrap();
        let content = store_papers::content(&mut story.site.db.read().await.unwrap(), first.id).await.unwrap();
        use sha2::Digest as _;
        assert_eq!(first.sha256, data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(content.as_bytes())));
        story.write(kind, "conclusions", "En ny bedömning.").await.unwrap();
        story.voice("ga", "För sent").await;
        refresh_paper(&story.site, &who, story.dialogue, kind).await.unwrap();
        let again = store_papers::content(&mut story.site.db.read().await.unwrap(), first.id).await.unwrap();
        assert_eq!(again, content, "live data never rewrite an adopted version");
        assert_eq!(adopt_paper(&story.site, &who, story.dialogue, kind, None, false).await.unwrap(), 2);
        let shown = published_report(&mut story.site.db.read().await.unwrap(), story.dialogue).await.unwrap().unwrap();
        assert_eq!(shown.version, 1, "the second is not shown");
        show_paper(&story.site, &who, story.dialogue, kind, 1, false).await.unwrap();
        assert!(published_report(&mut story.site.db.read().await.unwrap(), story.dialogue).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn the_second_of_two_officials_is_told_and_loses_nothing() {
    let story = Story::begin(testkit::sqlite().await).await;
    begin_paper(&story.site, &story.who(), story.dialogue, PaperKind::Statement).await.unwrap();
    let mut browser = story.browser().await;
    let page = story.desk("tjansteutlatande/avsnitt/assessment");
    assert_eq!(browser.get(&page).await.status, 200);
    story.write(PaperKind::Statement, "assessment", "Bo skrev först.").await.unwrap();
    let answer = browser.post(&page, &[("revision", "0"), ("shown", "ja"), ("written", "Maja skrev också.")]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("Bo skrev först.") && answer.body.contains("Maja skrev också."));
    // Another section is not in the way.
    let other = story.desk("tjansteutlatande/avsnitt/economy");
    let answer = browser.post(&other, &[("revision", "0"), ("shown", "ja"), ("written", "Inga kostnader.")]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

#[tokio::test]
async fn an_official_writes_adopts_and_downloads_through_the_pages() {
    let story = Story::begin(testkit::sqlite().await).await;
    story.assignment().await;
    story.voices().await;
    let mut browser = story.browser().await;
    let page = story.desk("tjansteutlatande");
    assert!(browser.get(&page).await.body.contains("Börja skriva"));
    assert_eq!(browser.post(&format!("{page}/borja"), &[]).await.status, 303);
    let proposal = format!("{page}/avsnitt/proposal");
    let form = browser.get(&proposal).await.body;
    assert!(form.contains("Kommunledningskontorets uppdrag av den 22\u{a0}april 2024 (§ 69) är därmed genomfört."), "{form}");
    let fields = [("revision", "0"), ("shown", "ja"), ("written", ""), ("phrases", "note")];
    assert_eq!(browser.post(&proposal, &fields).await.status, 303);
    assert!(story.paper(PaperKind::Statement).await.section("proposal").unwrap().written.contains("lägger rapporteringen till handlingarna"));
    for (key, text) in [("assessment", "Vi bedömer."), ("children", "Barn gynnas."), ("economy", "Ingen kostnad."), ("background", "Så var det.")] {
        let fields = [("revision", "0"), ("shown", "ja"), ("written", text)];
        assert_eq!(browser.post(&format!("{page}/avsnitt/{key}"), &fields).await.status, 303);
    }
    assert_eq!(browser.get(&format!("{page}/nytt")).await.status, 200);
    assert_eq!(browser.get(&format!("{page}/uppgifter")).await.status, 200);
    let adopt = browser.get(&format!("{page}/faststall")).await.body;
    let revision = adopt.split("name=\"revision\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let done = browser.post(&format!("{page}/faststall"), &[("revision", &revision)]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(story.evidence("case-handed-over").await);
    let version = browser.get(&format!("{page}/utgava/1")).await;
    assert!(version.status == 200 && version.body.contains("Kontrollsumma"), "{}", version.body);
    let file = browser.get(&format!("{page}/utgava/1/docx")).await;
    assert_eq!((file.status.as_u16(), file.headers["content-type"].to_str().unwrap()), (200, documents::DOCX));
    assert_eq!(browser.get(&format!("{page}/utgava/9")).await.status, 404);
    let header = [("revision", "1"), ("title", ""), ("recipient", "Nämnden"), ("office", "Kontoret")];
    let refused = browser.post(&format!("{page}/uppgifter"), &header).await;
    assert!(refused.status == 422 && refused.body.contains("Skriv en titel") && refused.body.contains("Nämnden"));
}

#[tokio::test]
async fn hostile_text_stays_text_in_every_form() {
    let story = Story::begin(testkit::sqlite().await).await;
    begin_paper(&story.site, &story.who(), story.dialogue, PaperKind::Report).await.unwrap();
    let hostile = "<script>alert(1)</script> #panic(\"x\") \u{0}\u{202e} =1+1";
    story.write(PaperKind::Report, "summary", hostile).await.unwrap();
    let mut browser = story.browser().await;
    let body = browser.get(&story.desk("rapport")).await.body;
    assert!(body.contains("&lt;script&gt;alert(1)") && !body.contains("<script>alert"));
    let cx = paper_acts::paper_cx(&story.site);
    let document = story.paper(PaperKind::Report).await.draft(&cx, PaperKind::Report);
    assert!(documents::to_docx(&document).is_ok());
    #[cfg(feature = "pdf")]
    assert!(documents::to_pdf(&document).is_ok());
}

#[tokio::test]
async fn answers_leave_as_files_and_what_anybody_may_have_is_less() {
    let story = Story::begin(testkit::sqlite().await).await;
    story.voices().await;
    story.voice("ga", "=HYPERLINK(\"https://x\")").await;
    let mut browser = story.browser().await;
    assert!(browser.get(&story.desk("export")).await.body.contains("8 svar."));
    let file = |name: &str| story.desk(&format!("export/{}/{name}", story.survey));
    let csv = browser.get(&file("svar.csv")).await.body;
    let head = csv.lines().next().unwrap().trim_start_matches('\u{feff}').to_owned();
    assert_eq!(head, "nummer;version;kanal;sprak;datum;satt;varfor;onskar.ljus;onskar.tak");
    assert!(csv.contains("'=HYPERLINK") && csv.contains("Kor som betar"));
    let open = browser.get(&file("oppna-svar.csv")).await.body;
    assert!(open.starts_with("nummer,version") && !open.contains("HYPERLINK"), "nothing unpublished leaves: {open}");
    let json: serde_json::Value = serde_json::from_str(&browser.get(&file("svar.json")).await.body).unwrap();
    assert_eq!((json["n"].as_i64(), json["answers"][0]["satt"].as_str()), (Some(8), Some("ga")));
    assert_eq!(browser.get(&file("svar.xlsx")).await.headers["content-type"], documents::XLSX);
    assert_eq!(browser.get(&file("svar.exe")).await.status, 404);
    let other = story.desk(&format!("export/{}/svar.csv", story.site.new_id()));
    assert_eq!(browser.get(&other).await.status, 404);
}
