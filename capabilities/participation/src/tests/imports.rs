//! Files of contributions.

use std::fmt::Write as _;

use super::*;
use crate::ImportOptions;
use crate::export::{Cell, Export, Reader};

async fn import(
    story: &Story,
    activity: &Activity,
    csv: &str,
    options: &ImportOptions,
) -> Result<crate::Report, web::Fault> {
    crate::import(
        &story.site,
        story.staff.actor(),
        activity.id,
        "svar.csv",
        csv.as_bytes(),
        options,
    )
    .await
}

#[tokio::test]
async fn the_same_file_twice_adds_nothing_unless_forced_and_can_be_taken_back() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        let activity = story.comments().await;
        let csv = "kanal;datum;text\npapper;2026-03-01;Mer träd\nmöte;2026-03-02;=CMD()\n;igår;Hej\n";
        let options = ImportOptions::default();
        let report = import(&story, &activity, csv, &options).await.unwrap();
        assert_eq!(
            (report.accepted, report.refused_count, report.refused[0].row),
            (2, 1, 4)
        );
        assert!(
            report.refused[0].why.contains("2026-03-17"),
            "the remedy is named: {}",
            report.refused[0].why
        );
        let again = import(&story, &activity, csv, &options).await.unwrap();
        assert_eq!((again.accepted, again.already, again.batch), (0, 2, None));
        assert_eq!(story.total().await, 2);
        let forced = ImportOptions {
            force: true,
            ..options.clone()
        };
        assert_eq!(import(&story, &activity, csv, &forced).await.unwrap().accepted, 2);
        assert_eq!(story.total().await, 4);

        let batch = report.batch.unwrap();
        assert_eq!(acts::undo(&story.site, story.staff.actor(), batch).await.unwrap(), 2);
        assert!(matches!(
            acts::undo(&story.site, story.staff.actor(), batch).await,
            Err(web::Fault::Conflict)
        ));
        assert_eq!(story.total().await, 2);
        assert_eq!(
            import(&story, &activity, csv, &options).await.unwrap().accepted,
            2,
            "taken back, it can come again"
        );
    }
}

#[tokio::test]
async fn ten_thousand_rows_come_in_at_once() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.comments().await;
    let mut csv = String::from("text,datum\n");
    for n in 0..10_000 {
        writeln!(csv, "\"Synpunkt nummer {n}, med komma\",2026-03-{:02}", n % 16 + 1).unwrap();
    }
    let begun = std::time::Instant::now();
    let report = import(&story, &activity, &csv, &ImportOptions::default())
        .await
        .unwrap();
    assert_eq!((report.accepted, report.refused_count), (10_000, 0));
    assert_eq!(story.total().await, 10_000);
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    let mut read = story.site.db.read().await.unwrap();
    let mut export = Export::begin(
        &mut read,
        &story.site.texts,
        activity.id,
        Reader::Official,
        story.site.zone.clone(),
    )
    .await
    .unwrap();
    let rows = export.all(&mut read).await.unwrap();
    assert_eq!(rows.len(), 10_000);
    assert!(matches!(rows[9_999].last(), Some(Cell::Text(_))));
}

#[tokio::test]
async fn what_goes_outside_holds_only_what_is_published() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.comments().await;
    import(&story, &activity, "text\nMer träd\n", &ImportOptions::default())
        .await
        .unwrap();
    let mut read = story.site.db.read().await.unwrap();
    let mut export = Export::begin(
        &mut read,
        &story.site.texts,
        activity.id,
        Reader::Anyone,
        story.site.zone.clone(),
    )
    .await
    .unwrap();
    assert_eq!(
        export.all(&mut read).await.unwrap()[0].last(),
        Some(&Cell::Empty),
        "the comment waits to be read"
    );
}

#[tokio::test]
async fn what_residents_of_madrid_wrote_is_imported_as_it_is() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.comments().await;
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/madrid/comments.csv");
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let options = ImportOptions {
        language: "es".into(),
        ..ImportOptions::default()
    }
    .with_map("text=text,date=date")
    .unwrap();
    let report = crate::import(
        &story.site,
        story.staff.actor(),
        activity.id,
        "comments.csv",
        &bytes,
        &options,
    )
    .await
    .unwrap();
    assert_eq!((report.accepted, report.refused_count), (5_571, 62));
    let mut read = story.site.db.read().await.unwrap();
    let filter = crate::PassageFilter {
        activity: Some(activity.id),
        contains: "BICI".into(),
        ..Default::default()
    };
    assert!(crate::count_passages(&mut read, &filter).await.unwrap() > 50);
}

#[tokio::test]
async fn a_file_is_looked_at_before_it_is_imported() {
    let story = Story::begin(testkit::sqlite().await).await;
    let activity = story.comments().await;
    let mut lead = story.lead().await;
    let address = format!("{}/importera", desk(&activity));
    let none = lead.post(&address, &[("kanal", "import")]).await;
    assert!(
        none.status.as_u16() == 422 && none.body.contains("Välj en fil"),
        "{}",
        none.body
    );
    let csv = "text\nMer träd\n\"aldrig stängt\n";
    let staged = acts::stage(
        &story.site,
        story.staff.actor(),
        activity.id,
        "svar.csv",
        csv.into(),
        "{\"map\":\"\",\"channel\":\"paper\",\"language\":\"sv\",\"force\":false}",
    )
    .await
    .unwrap();
    let page = lead.get(&format!("{address}/{staged}")).await;
    assert!(
        page.body.contains("Mer träd") && page.body.contains("öppnas på raden men stängs aldrig"),
        "{}",
        page.body
    );
    assert_eq!(story.total().await, 0);
    let done = lead.post(&format!("{address}/{staged}"), &[("gor", "importera")]).await;
    assert!(done.location.contains("/import/"), "{}", done.location);
    let report = lead.get(&done.location).await;
    assert!(
        report.body.contains("En rad är importerad") && report.body.contains("En rad är stoppad"),
        "{}",
        report.body
    );
    assert_eq!(story.total().await, 1);
    let twice = lead.post(&format!("{address}/{staged}"), &[("gor", "importera")]).await;
    assert!(twice.location.contains("file-gone"));
    let address = done.location.split('?').next().unwrap().to_owned();
    let undone = lead.post(&format!("{address}/angra"), &[("gor", "ja")]).await;
    assert_eq!(undone.status.as_u16(), 303, "{}", undone.body);
    assert_eq!(story.total().await, 0);
}
