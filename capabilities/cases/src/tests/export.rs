//! Answers as files, and what anybody may have of them.

use super::*;

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
    assert_eq!(
        head,
        "nummer;version;kanal;sprak;datum;satt;varfor;onskar.ljus;onskar.tak"
    );
    assert!(csv.contains("'=HYPERLINK") && csv.contains("Kor som betar"));
    story.hide("Kor som betar").await;
    let open = browser.get(&file("oppna-svar.csv")).await.body;
    assert!(
        open.starts_with("nummer,version") && open.contains("röst 4") && !open.contains("Kor som betar"),
        "{open}"
    );
    assert!(
        browser.get(&file("svar.csv")).await.body.contains("Kor som betar"),
        "hidden is not deleted"
    );
    let json: serde_json::Value = serde_json::from_str(&browser.get(&file("svar.json")).await.body).unwrap();
    assert_eq!(
        (json["n"].as_i64(), json["answers"][0]["satt"].as_str()),
        (Some(8), Some("ga"))
    );
    assert_eq!(
        browser.get(&file("svar.xlsx")).await.headers["content-type"],
        documents::XLSX
    );
    assert_eq!(browser.get(&file("svar.exe")).await.status, 404);
    let other = story.desk(&format!("export/{}/svar.csv", story.site.new_id()));
    assert_eq!(browser.get(&other).await.status, 404);
}
