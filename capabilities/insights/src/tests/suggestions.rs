//! Stories of suggestions: they are asked for, read, taken up or put aside, and code nothing by themselves.

use super::*;

const CAMPAIGN: &str = "Spara eken vid torget, den är hundra år gammal och alla tycker om den";

impl Story {
    /// Sixty texts about three things, and a campaign of four.
    async fn spoken(&self) {
        for n in 0..60 {
            let why = match n % 3 {
                0 => format!("Vi vill ha bättre belysning vid gångvägen till skolan, lampor saknas nummer {n}"),
                1 => format!("Bussen går för sällan på kvällen och hållplatsen ligger långt bort, tur {n}"),
                _ => format!("Lekplatsen behöver gungor och en rutschkana för små barn, önskan {n}"),
            };
            self.voice("ga", "ung", &why).await;
        }
        for end in ["", "!", ".", " verkligen"] {
            self.voice("ga", "ung", &format!("{CAMPAIGN}{end}")).await;
        }
    }

    async fn suggested(&self, maja: &mut Browser) -> String {
        assert_eq!(maja.post(&self.path("forslag"), &[]).await.status.as_u16(), 303);
        assert!(maja.get(&self.path("forslag")).await.body.contains("görs just nu"));
        assert_eq!(background::run_waiting(&self.site).await.unwrap(), 1);
        let page = maja.get(&self.path("forslag")).await.body;
        assert_eq!(
            self.counts().await.iter().map(|(_, n)| n).sum::<i64>(),
            0,
            "nothing is coded"
        );
        page
    }

    /// When the suggestions on a page were made, as its form says.
    async fn looked_at(&self, maja: &mut Browser, place: &str) -> String {
        let page = maja.get(&self.path(&format!("forslag/{place}"))).await.body;
        let from = page.find("name=\"gjord\" value=\"").unwrap() + 20;
        page[from..].split('"').next().unwrap().to_owned()
    }
}

/// The place of the cluster that holds the campaign.
fn campaign(page: &str) -> &str {
    let at = page.find("Spara eken").unwrap_or_else(|| panic!("{page}"));
    let from = page[..at].rfind("id=\"lika-").unwrap() + 4;
    page[from..].split('"').next().unwrap()
}

#[tokio::test]
async fn a_campaign_is_read_once_and_coded_together_and_every_voice_counts() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        story.spoken().await;
        let mut maja = story.browser().await;
        let list = story.suggested(&mut maja).await;
        assert!(
            list.contains("av 64 texter") && list.contains("jämför texterna bokstav för bokstav"),
            "{list}"
        );
        let place = campaign(&list).to_owned();
        let path = story.path(&format!("forslag/{place}"));
        let page = maja.get(&path).await.body;
        assert!(
            page.contains("4 av 64 texter") && !page.contains("type=\"checkbox\""),
            "{page}"
        );
        let made = story.looked_at(&mut maja, &place).await;
        let nameless = maja.post(&path, &[("gjord", &made), ("gor", "koda")]).await;
        assert_eq!(nameless.status.as_u16(), 422);
        assert!(nameless.body.contains("Skriv ett namn på temat"), "{}", nameless.body);
        let fields = [
            ("gjord", made.as_str()),
            ("gor", "koda"),
            ("namn", "Eken <b>"),
            ("sida", "1"),
        ];
        let coded = maja.post(&path, &fields).await;
        assert_eq!(coded.status.as_u16(), 303, "{}", coded.body);
        assert_eq!(story.counts().await, [("Eken <b>".to_owned(), 4)]);
        assert_eq!(story.texts().await.len(), 64, "nothing is merged");
        let after = maja.get(&coded.location).await.body;
        assert!(after.contains("4 av 4 har redan temat ”Eken &#60;b&#62;”"), "{after}");
        let taken_back = [
            (
                "tema-angra",
                after
                    .split("name=\"tema-angra\" value=\"")
                    .nth(1)
                    .unwrap()
                    .split('"')
                    .next()
                    .unwrap(),
            ),
            (
                "tid",
                after
                    .split("name=\"tid\" value=\"")
                    .nth(1)
                    .unwrap()
                    .split('"')
                    .next()
                    .unwrap(),
            ),
        ];
        assert_eq!(
            maja.post(&story.path("kodning/angra"), &taken_back)
                .await
                .status
                .as_u16(),
            303
        );
        assert_eq!(
            story.counts().await,
            [("Eken <b>".to_owned(), 0)],
            "the coding is taken back"
        );
    }
}

#[tokio::test]
async fn of_a_theme_only_the_ticked_texts_are_coded() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        story.spoken().await;
        let light = story.theme("Ljus").await.to_string();
        let mut maja = story.browser().await;
        let list = story.suggested(&mut maja).await;
        assert!(
            list.contains("Ord som utmärker texterna:") && list.contains("id=\"tema-3\""),
            "{list}"
        );
        let path = story.path("forslag/tema-1");
        let page = maja.get(&path).await.body;
        let ids: Vec<&str> = page
            .split("name=\"text\" value=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert!(ids.len() >= 20, "{page}");
        let made = story.looked_at(&mut maja, "tema-1").await;
        let none = maja
            .post(&path, &[("gjord", &made), ("gor", "koda"), ("tema", &light)])
            .await;
        assert_eq!(none.status.as_u16(), 422, "nothing is ticked");
        let fields = [
            ("gjord", made.as_str()),
            ("gor", "koda"),
            ("tema", &light),
            ("text", ids[0]),
            ("text", ids[2]),
        ];
        let both: Vec<(&str, &str)> = fields.iter().copied().chain([("namn", "Annat")]).collect();
        assert_eq!(maja.post(&path, &both).await.status.as_u16(), 422, "one theme, not two");
        let coded = maja.post(&path, &fields).await;
        assert_eq!(coded.status.as_u16(), 303, "{}", coded.body);
        assert_eq!(story.counts().await, [("Ljus".to_owned(), 2)]);
        let foreign = [
            ("gjord", made.as_str()),
            ("gor", "koda"),
            ("tema", &light),
            ("text", light.as_str()),
        ];
        assert_eq!(
            maja.post(&path, &foreign).await.status.as_u16(),
            422,
            "a text of no such suggestion"
        );
    }
}

#[tokio::test]
async fn what_is_put_aside_stays_aside_and_what_is_old_is_told() {
    for test in testkit::databases().await {
        let story = Story::begin(test).await;
        story.spoken().await;
        let mut maja = story.browser().await;
        let list = story.suggested(&mut maja).await;
        let place = campaign(&list).to_owned();
        let made = story.looked_at(&mut maja, &place).await;
        let path = story.path(&format!("forslag/{place}"));
        assert_eq!(
            maja.post(&path, &[("gjord", &made), ("gor", "undan")])
                .await
                .status
                .as_u16(),
            303
        );
        story.voice("ga", "ung", &format!("{CAMPAIGN} ja")).await;
        let list = maja.get(&story.path("forslag")).await.body;
        assert!(
            list.contains("lagda åt sidan") && !list.contains("Spara eken"),
            "{list}"
        );
        assert!(list.contains("1 text har kommit in sedan dess"), "{list}");

        assert_eq!(maja.post(&story.path("forslag"), &[]).await.status.as_u16(), 303);
        let mut clockwork = story.site.clock.now();
        clockwork += jiff::SignedDuration::from_secs(1);
        story.clock.set(clockwork);
        background::run_waiting(&story.site).await.unwrap();
        let list = maja.get(&story.path("forslag")).await.body;
        assert!(
            list.contains("lagda åt sidan") && !list.contains("Spara eken"),
            "known again: {list}"
        );
        let stale = maja
            .post(&path, &[("gjord", &made), ("gor", "koda"), ("namn", "Ek")])
            .await;
        assert_eq!(stale.status.as_u16(), 303);
        assert!(
            story.counts().await.is_empty(),
            "another suggestion may stand there now"
        );
    }
}

#[tokio::test]
async fn few_texts_odd_addresses_and_those_without_the_right() {
    let story = Story::begin(testkit::sqlite().await).await;
    let mut maja = story.browser().await;
    let empty = maja.get(&story.path("forslag")).await.body;
    assert!(empty.contains("Gör förslag") && !empty.contains("Likadana"), "{empty}");
    story
        .voice("ga", "ung", "<script>alert(1)</script> ring 070-123 45 67")
        .await;
    story
        .voice("ga", "ung", "<script>alert(1)</script> ring 070-123 45 67!")
        .await;
    let list = story.suggested(&mut maja).await;
    assert!(
        list.contains("minst 30 texter") && list.contains("<mark>070-123 45 67</mark>"),
        "{list}"
    );
    assert!(!list.contains("<script>alert"));
    for word in ["tema-1", "lika-9", "x", "lika-0", "tema-99999999999999999999"] {
        assert_eq!(
            maja.get(&story.path(&format!("forslag/{word}"))).await.status.as_u16(),
            404,
            "{word}"
        );
    }
    let mut anyone = Browser::new(story.site.clone(), capabilities);
    assert_eq!(
        anyone.get(&story.path("forslag")).await.status.as_u16(),
        303,
        "to the door"
    );
    for path in ["forslag", "forslag/lika-1"] {
        let page = maja.get(&format!("/en{}", story.path(path))).await;
        assert!(
            page.status.is_success() && !page.body.contains("Förslag"),
            "{}",
            page.body
        );
    }
}

#[tokio::test]
async fn word_vectors_of_the_operator_are_used_and_told_and_a_broken_file_stops_nothing() {
    let folder = std::env::temp_dir().join(format!("samspel-vectors-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (sound, broken) = (path("ord.vec"), path("trasig.vec"));
    std::fs::write(&sound, "3 2\nbelysning 1 0\nbussen 0 1\nlekplatsen -1 0.2\n").unwrap();
    std::fs::write(&broken, "belysning 1 0\nbussen 0\n").unwrap();
    for (file, told) in [
        (&sound, "enligt filen ord.vec"),
        (&broken, "trasig.vec, gick inte att använda"),
        (&path("borta.vec"), "borta.vec, gick inte att använda"),
    ] {
        let story = Story::with_vectors(testkit::sqlite().await, file).await;
        story.spoken().await;
        let page = story.suggested(&mut story.browser().await).await;
        assert!(page.contains(told) && page.contains("id=\"tema-3\""), "{page}");
        assert_eq!(page.contains("av orden i texterna (60 av "), file == &sound, "{page}");
    }
    let story = Story::begin(testkit::sqlite().await).await;
    story.spoken().await;
    let page = story.suggested(&mut story.browser().await).await;
    assert!(
        !page.contains("enligt filen") && !page.contains("ordvektorer"),
        "{page}"
    );
}
