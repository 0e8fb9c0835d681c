//! What is filled in, what is approved and what stays, without pages.

use super::*;
use crate::compose::{self, Head};
use crate::filling::{Filling, written_in};
use crate::model::{self, Standing};
use crate::{NotApproved, acts, store};

async fn filling(site: &Arc<Site>, id: Id) -> Filling {
    let mut read = site.db.read().await.expect("a reader");
    Filling::read(site, &mut read, id).await.expect("the dialogue is there")
}

/// The template as it would be written now.
async fn draft(site: &Arc<Site>, id: Id, template: &str) -> String {
    let filling = filling(site, id).await;
    let sheet = filling.sheet(template).expect("the template is there");
    words(&compose::filled(&written_in(site), &filling, sheet, &Head::Draft))
}

async fn standing(site: &Arc<Site>, id: Id, template: &str) -> Standing {
    let filling = filling(site, id).await;
    let sheet = filling.sheet(template).expect("the template is there");
    let mut read = site.db.read().await.expect("a reader");
    let versions = store::versions(&mut read, id).await.expect("read");
    let latest = versions.iter().find(|one| one.template == sheet.key);
    Standing::of(latest, &model::fingerprint(&filling.picture, sheet, &filling.filled))
}

async fn version(site: &Arc<Site>, id: Id, template: &str, number: i64) -> Document {
    let mut read = site.db.read().await.expect("a reader");
    let versions = store::versions(&mut read, id).await.expect("read");
    let one = versions
        .iter()
        .find(|one| one.template == template && one.number == number)
        .expect("the version is there");
    let content = store::content(&mut read, one.id).await.expect("read");
    assert_eq!(
        one.sha256,
        model::sha256(&content),
        "the checksum is that of the content"
    );
    serde_json::from_str(&content).expect("a document")
}

const MEETING: &str =
    "[{\"what\":\"Kväll i parken\",\"date\":\"2026-04-14\",\"time\":\"18–20\",\"place\":\"Mörby skola\"}]";

/// What T7 needs before it can be approved.
async fn meeting(site: &Arc<Site>, who: &Staff, id: Id) {
    let meetings: Value = serde_json::from_str(MEETING).expect("rows");
    acts::write(site, who, id, "T7", None, map(json!({ "meetings": meetings })), "")
        .await
        .expect("written");
}

#[tokio::test]
async fn what_one_template_asks_for_shows_in_another_and_is_approved_as_it_stood() {
    for test in testkit::databases().await {
        let site = site(&test);
        let who = staff(&site, Role::Coordinator).await;
        let id = planned(&site, &who).await;

        // The plan is there, and what the template itself asks for is not.
        let text = draft(&site, id, "T7").await;
        for expected in [
            "Få veta vad som saknas.",
            "Konsultation",
            "Bo Ek",
            "Möten: Inte ifyllt.",
        ] {
            assert!(text.contains(expected), "{expected} is not in\n{text}");
        }
        let refused = acts::approve(&site, &who, id, "t7", None).await;
        assert!(
            matches!(&refused, Err(NotApproved::Missing(keys)) if keys == &["meetings"]),
            "{refused:?}"
        );

        meeting(&site, &who, id).await;
        assert!(
            draft(&site, id, "T6").await.contains("Kväll i parken"),
            "the invitation knows the meeting"
        );
        assert_eq!(standing(&site, id, "T7").await, Standing::Draft);
        assert_eq!(acts::approve(&site, &who, id, "T7", None).await.expect("approved"), 1);
        assert_eq!(standing(&site, id, "T7").await, Standing::Approved(1));
        let again = acts::approve(&site, &who, id, "T7", None).await;
        assert!(matches!(again, Err(NotApproved::Already(1))), "{again:?}");

        // The plan changes: the version does not, and a new draft has begun.
        write_plan(&site, &who, id, json!({ "purpose": ["Något helt annat."] })).await;
        assert_eq!(standing(&site, id, "T7").await, Standing::Changed(1));
        assert!(draft(&site, id, "T7").await.contains("Något helt annat."));
        let first = version(&site, id, "T7", 1).await;
        assert!(words(&first).contains("Få veta vad som saknas.") && !words(&first).contains("Något helt annat."));
        assert!(
            first.head.contains(&("Godkänd av".into(), "Maja coordinator".into())),
            "{:?}",
            first.head
        );
        assert_eq!(acts::approve(&site, &who, id, "T7", None).await.expect("approved"), 2);
        assert!(words(&version(&site, id, "T7", 2).await).contains("Något helt annat."));
        // A change of something else leaves it approved.
        write_plan(&site, &who, id, json!({ "goal-link": "Agenda 2030" })).await;
        assert_eq!(standing(&site, id, "T7").await, Standing::Approved(2));
    }
}

#[tokio::test]
async fn an_unwritten_field_follows_its_source_until_somebody_writes() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = planned(&site, &who).await;
    let groups = |filling: &Filling| {
        let rows = filling.filled.facts.rows("group-analysis");
        rows.iter().map(|row| row["group"].clone()).collect::<Vec<_>>()
    };
    let before = filling(&site, id).await;
    assert_eq!(groups(&before), ["Unga", "Äldre"]);
    assert_eq!(before.filled.facts.text("press-contact"), "Maja Lind, 08-123 45 00");
    assert_eq!(
        before.filled.facts.text("yearly-summary"),
        "Berätta vad du vill göra i parken."
    );
    assert_eq!(before.filled.facts.text("examined-by"), "Maja coordinator");
    assert_eq!(
        before.filled.facts.text("data-protection-officer"),
        "dataskydd@exempelby.example"
    );
    assert_eq!(before.filled.facts.text("disclosure-owner"), "", "its source is empty");

    // Sent back as it was filled in, it is not stored: the source is still the one that tells.
    let same = json!({ "group-analysis": [{ "group": "Unga" }, { "group": "Äldre" }] });
    acts::write(&site, &who, id, "T4", None, map(same), "")
        .await
        .expect("written");
    assert!(!facts(&site, id).await.has("group-analysis"));
    write_plan(
        &site,
        &who,
        id,
        json!({ "target-groups": [{ "group": "Nyinflyttade" }] }),
    )
    .await;
    assert_eq!(groups(&filling(&site, id).await), ["Nyinflyttade"]);

    let own = json!({ "group-analysis": [{ "group": "Nyinflyttade", "trust": "Låg" }] });
    acts::write(&site, &who, id, "T4", None, map(own), "")
        .await
        .expect("written");
    write_plan(&site, &who, id, json!({ "target-groups": [{ "group": "Alla" }] })).await;
    let after = filling(&site, id).await;
    assert_eq!(groups(&after), ["Nyinflyttade"], "what somebody wrote stays");
    assert!(!after.filled.from.contains_key("group-analysis"));
}

#[tokio::test]
async fn a_template_takes_only_what_it_asks_for() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = planned(&site, &who).await;
    for (template, field) in [
        ("T7", "purpose"),
        ("T6", "meetings"),
        ("T8", "noted-views"),
        ("T7", "nothing"),
    ] {
        let refused = acts::write(&site, &who, id, template, None, map(json!({ field: "x" })), "").await;
        assert!(
            matches!(refused, Err(method::Refused::Fault(web::Fault::NotFound))),
            "{template} {field}: {refused:?}"
        );
    }
}

#[tokio::test]
async fn who_may_not_approve_cannot_and_a_change_in_between_is_told() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let (coordinator, lead) = (
        staff(&site, Role::Coordinator).await,
        staff(&site, Role::ProjectLead).await,
    );
    let id = planned(&site, &lead).await;
    meeting(&site, &lead, id).await;
    let refused = acts::approve(&site, &lead, id, "T7", None).await;
    assert!(
        matches!(refused, Err(NotApproved::Fault(web::Fault::Forbidden))),
        "{refused:?}"
    );
    let seen = {
        let filling = filling(&site, id).await;
        model::fingerprint(&filling.picture, filling.sheet("T7").expect("T7"), &filling.filled)
    };
    write_plan(&site, &lead, id, json!({ "can-influence": ["Allt"] })).await;
    let refused = acts::approve(&site, &coordinator, id, "T7", Some(&seen)).await;
    assert!(matches!(refused, Err(NotApproved::Changed)), "{refused:?}");
    assert_eq!(standing(&site, id, "T7").await, Standing::Draft, "nothing was kept");
}

#[tokio::test]
async fn a_plan_is_not_held_up_by_an_evaluation_whose_time_has_not_come() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = planned(&site, &who).await;
    let filling = filling(&site, id).await;
    let sheet = filling.sheet("T4").expect("T4");
    let keys: Vec<&str> = model::missing(&filling.picture, sheet, &filling.filled)
        .iter()
        .map(|field| field.key.as_str())
        .collect();
    assert!(
        keys.contains(&"who-may-take-part") && !keys.contains(&"evaluation-representation"),
        "{keys:?}"
    );
}

#[tokio::test]
async fn every_template_can_be_written_out_filled_in_and_blank() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = planned(&site, &who).await;
    let filling = filling(&site, id).await;
    let pack = &filling.picture.pack;
    for sheet in pack.sheets.iter() {
        let filled = compose::filled(&written_in(&site), &filling, sheet, &Head::Draft);
        let blank = compose::blank(&site.cx(web::Lang::En), pack, sheet, site.today());
        for document in [&filled, &blank] {
            assert!(documents::to_docx(document).expect(&sheet.key).starts_with(b"PK"));
            #[cfg(feature = "pdf")]
            {
                let file = documents::to_pdf(document).expect(&sheet.key);
                let text = String::from_utf8_lossy(&file);
                assert!(
                    text.starts_with("%PDF-") && text.contains("/StructTreeRoot"),
                    "{}",
                    sheet.key
                );
            }
        }
        let says = words(&blank);
        for section in &sheet.sections {
            assert!(
                says.contains(&section.heading.en),
                "{}: {}",
                sheet.key,
                section.heading.en
            );
        }
    }
    let notes = compose::blank(
        &site.cx(web::Lang::Sv),
        pack,
        pack.sheet("T8").expect("T8"),
        site.today(),
    );
    assert!(words(&notes).contains("Synpunkter vid bordet") && words(&notes).contains("Rad 3"));
    let draft = compose::filled(
        &written_in(&site),
        &filling,
        pack.sheet("T8").expect("T8"),
        &Head::Draft,
    );
    assert!(
        !words(&draft).contains("Synpunkter vid bordet"),
        "what is for the pen is not on the screen"
    );
}

#[tokio::test]
async fn a_section_that_does_not_concern_the_dialogue_says_so() {
    let test = testkit::sqlite().await;
    let site = site(&test);
    let who = staff(&site, Role::Coordinator).await;
    let id = planned(&site, &who).await;
    let silent = "Avsnittet gäller inte här.";
    assert!(!draft(&site, id, "T7").await.contains(silent));
    write_plan(&site, &who, id, json!({ "forms": ["survey"] })).await;
    let text = draft(&site, id, "T7").await;
    assert!(
        text.contains(silent) && !text.contains("Körschema: Inte ifyllt."),
        "{text}"
    );
    let filling = filling(&site, id).await;
    let keys = model::missing(&filling.picture, filling.sheet("T7").expect("T7"), &filling.filled);
    assert!(keys.is_empty(), "no meeting, no place for it: {keys:?}");
}
