//! The register: kept by hand, filled from a file, and taken back.

use super::*;
use documents::Cell;
use documents::xlsx::Sheet;

const REGISTER: &str = "/arbetsyta/organisationer";
const FILE: &str = "namn;organisationsnummer;typ;områden;kontaktroll\nExempelby IF;802400-1235;ideell förening;Mörby, Berga;Kansliet\n\
                    Rädda ån;;;Berga;Ordförande\nRädda Ån, ideell förening;;;;\nSvetsarna;123;;;\nAnna Ek;811218-9876;;;\n";

fn form<'a>(name: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![("name", name), ("kind", "association"), ("source", "Webbplatsen")];
    form.extend_from_slice(more);
    form
}

#[tokio::test]
async fn an_organisation_is_added_found_changed_and_archived() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        holds(&read(&mut maja, REGISTER).await, &["Registret är tomt"]);
        let lines = [
            ("topics", "Fotboll\nLäxhjälp"),
            ("areas", "Mörby"),
            ("number", "802400-1235"),
            ("nyckel", "a"),
        ];
        let here = sent(&mut maja, "/arbetsyta/organisationer/ny", &form("Exempelby IF", &lines)).await;
        holds(
            &read(&mut maja, &here).await,
            &["Fotboll, Läxhjälp", "802400-1235", "17 mars 2027", "Sågs över"],
        );
        let twice = refused(&mut maja, "/arbetsyta/organisationer/ny", &form("Exempelby IF", &lines)).await;
        holds(&twice, &["Formuläret var redan skickat"]);
        // The same number is never two organisations; the same name may be.
        let number = refused(
            &mut maja,
            "/arbetsyta/organisationer/ny",
            &form("Bergs IF", &[("number", "8024001235")]),
        )
        .await;
        holds(&number, &["finns redan hos ”Exempelby IF”", "value=\"Bergs IF\""]);
        let name = refused(
            &mut maja,
            "/arbetsyta/organisationer/ny",
            &form("EXEMPELBY IF, ideell förening", &[]),
        )
        .await;
        holds(
            &name,
            &[
                "”Exempelby IF” finns redan",
                "Det är en annan organisation",
                "EXEMPELBY IF, ideell förening",
            ],
        );
        let another = form("EXEMPELBY IF, ideell förening", &[("another", "ja")]);
        sent(&mut maja, "/arbetsyta/organisationer/ny", &another).await;

        for (query, is_found) in [
            ("q=exempelby", true),
            ("q=fotboll+mörby", true),
            ("q=802400-1235", true),
            ("q=100%25", false),
            ("omrade=M%C3%B6rby", true),
            ("omrade=M%C3%B6r", false),
            ("typ=company", false),
            ("verksamhet=Fotboll", true),
            ("visa=arkiverade", false),
        ] {
            let list = read(&mut maja, &format!("{REGISTER}?{query}")).await;
            assert_eq!(
                list.contains(">Exempelby IF</a>"),
                is_found,
                "{}: {query}",
                town.test.engine
            );
        }

        // Somebody else saved first: nothing is lost, and both versions are shown.
        let edit = format!("{here}/andra");
        let first = form(
            "Exempelby idrottsförening",
            &[("revision", "1"), ("number", "802400-1235")],
        );
        sent(&mut maja, &edit, &first).await;
        let second = form("Exempelby IF Damer", &[("revision", "1"), ("number", "802400-1235")]);
        let conflict = refused(&mut maja, &edit, &second).await;
        holds(
            &conflict,
            &[
                "Exempelby idrottsförening",
                "Exempelby IF Damer",
                "name=\"revision\" value=\"2\"",
            ],
        );

        let archive = format!("{here}/arkivera");
        holds(
            &refused(&mut maja, &archive, &[("revision", "2"), ("reason", "")]).await,
            &["Skriv varför"],
        );
        sent(
            &mut maja,
            &archive,
            &[("revision", "2"), ("reason", "Upplöst på årsmötet")],
        )
        .await;
        lacks(&read(&mut maja, REGISTER).await, &["Exempelby idrottsförening"]);
        holds(
            &read(&mut maja, &here).await,
            &["Upplöst på årsmötet", "Ta tillbaka organisationen"],
        );
        sent(&mut maja, &format!("{here}/tillbaka"), &[("revision", "3")]).await;
        holds(&read(&mut maja, REGISTER).await, &["Exempelby idrottsförening"]);
    }
}

#[tokio::test]
async fn persons_are_seen_by_few_protected_ones_on_no_page_and_none_in_a_file() {
    let town = Town::on(testkit::sqlite().await).await;
    let (mut maja, mut erik) = (
        town.visitor("maja@exempel.se").await,
        town.visitor("erik@exempel.se").await,
    );
    let here = sent(
        &mut maja,
        "/arbetsyta/organisationer/ny",
        &form("Kvinnojouren", &[("contact-role", "Kansliet")]),
    )
    .await;
    let person = format!("{here}/person");
    holds(
        &refused(&mut maja, &person, &[("role", "Ordförande")]).await,
        &["Skriv e-post eller telefon"],
    );
    let open = [
        ("role", "Ordförande"),
        ("person-name", "Siv Dal"),
        ("email", "siv@exempel.se"),
    ];
    sent(&mut maja, &person, &open).await;
    let hidden = [
        ("role", "Jour"),
        ("person-name", "Rut Holm"),
        ("phone", "070-174 06 05"),
        ("protected", "ja"),
    ];
    sent(&mut maja, &person, &hidden).await;
    let page = read(&mut maja, &here).await;
    holds(&page, &["Siv Dal", "siv@exempel.se", "Jour", "Skyddad kontakt"]);
    lacks(&page, &["Rut Holm", "070-174"]);
    let page = read(&mut erik, &here).await;
    holds(&page, &["Kansliet"]);
    lacks(&page, &["Siv Dal", "Rut Holm", "Jour"]);
    let file = read(&mut erik, "/arbetsyta/organisationer/fil/organisationer.csv").await;
    holds(&file, &["Kvinnojouren", "Kansliet"]);
    lacks(&file, &["Siv Dal", "Rut Holm", "siv@exempel.se"]);
    // The way to the protected one leads through the register's keepers, and only from its own organisation.
    let href = page_link(&read(&mut maja, &here).await, ">Jour</a>");
    holds(&read(&mut maja, &href).await, &["Rut Holm"]);
    assert_eq!(erik.get(&href).await.status, 403);
    let other = sent(&mut maja, "/arbetsyta/organisationer/ny", &form("Scouterna", &[])).await;
    let id = href.rsplit('/').next().unwrap_or_default();
    assert_eq!(maja.get(&format!("{other}/person/{id}")).await.status, 404);
    sent(&mut maja, &href, &[("gor", "ta-bort")]).await;
    lacks(&read(&mut maja, &here).await, &["Jour"]);
}

#[tokio::test]
async fn a_meeting_is_noted_and_shows_in_the_list() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    let here = sent(&mut maja, "/arbetsyta/organisationer/ny", &form("Scouterna", &[])).await;
    let event = format!("{here}/handelse");
    let future = [("met", "2026-04-01"), ("met-kind", "meeting"), ("told", "Om lägret")];
    holds(
        &refused(&mut maja, &event, &future).await,
        &["i dag eller tidigare", "Om lägret"],
    );
    sent(
        &mut maja,
        &event,
        &[("met", "2026-03-02"), ("met-kind", "meeting"), ("told", "Om lägret")],
    )
    .await;
    holds(
        &read(&mut maja, &here).await,
        &["2 mars 2026", "Om lägret", "Maja Lind"],
    );
    holds(&read(&mut maja, REGISTER).await, &["2 mars 2026"]);
}

async fn staged(maja: &mut Browser, file: impl AsRef<[u8]>) -> String {
    let sent = maja.upload(crate::IMPORT, &[], "föreningar.csv", file).await;
    assert!(
        sent.location.starts_with(crate::IMPORT),
        "{} {}",
        sent.status,
        sent.body
    );
    sent.location
}

#[tokio::test]
async fn a_file_is_looked_at_imported_once_and_taken_back_but_for_what_was_used() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let preview = staged(&mut maja, FILE).await;
        holds(
            &read(&mut maja, &preview).await,
            &[
                "2 organisationer går att lägga in",
                "3 rader läggs inte in",
                "”Rädda ån” finns redan",
                "Skriv organisationsnumret med tio siffror",
                "ser ut som ett personnummer",
            ],
        );
        holds(&read(&mut maja, REGISTER).await, &["Registret är tomt"]);
        let report = sent(&mut maja, &preview, &[("gor", "importera")]).await;
        let again = sent(&mut maja, &preview, &[("gor", "importera")]).await;
        assert_eq!(again, report, "sent twice, done once");
        holds(&read(&mut maja, REGISTER).await, &["2 organisationer", "Exempelby IF"]);
        holds(
            &read(&mut maja, &report).await,
            &["2 organisationer lades in", "Ångra inläggningen"],
        );

        // What goes out comes in again, and is known.
        let export = read(&mut maja, "/arbetsyta/organisationer/fil/organisationer.csv").await;
        let known = staged(&mut maja, &export).await;
        holds(
            &read(&mut maja, &known).await,
            &["Ingen ny organisation går att lägga in", "2 rader läggs inte in"],
        );
        sent(&mut maja, &known, &[("gor", "avbryt")]).await;
        assert_eq!(maja.get(&known).await.status, 404);

        let list = read(&mut maja, REGISTER).await;
        let used = page_link(&list, ">Exempelby IF</a>");
        sent(
            &mut maja,
            &format!("{used}/handelse"),
            &[("met", "2026-03-02"), ("met-kind", "call"), ("told", "Om planerna")],
        )
        .await;
        sent(&mut maja, &format!("{report}/angra"), &[]).await;
        holds(
            &read(&mut maja, &report).await,
            &["Inläggningen ångrades", "1 organisation finns kvar"],
        );
        let list = read(&mut maja, REGISTER).await;
        holds(&list, &["Exempelby IF"]);
        lacks(&list, &["Rädda ån"]);
    }
}

/// A row of a large register: eight of ten carry a fault, each kind told by its own words.
fn faulty(row: usize) -> Vec<Cell> {
    let name = format!("Sällskapet {row}");
    let mut cells = vec![
        Cell::text(&name),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ];
    let (column, cell) = match row % 10 {
        0 => (4, Cell::Date(jiff::civil::date(2026, 2, 1))),
        1 => (0, Cell::text(format!("SÄLLSKAPET {}, ideell förening", row - 1))),
        2 => (1, Cell::Integer(i64::try_from(row).unwrap_or_default())),
        3 => (1, Cell::text("811218-9876")),
        4 => (2, Cell::text("rymdfarare")),
        5 => (4, Cell::text("i fjol")),
        6 => (3, Cell::text("exempel.se")),
        7 => (0, Cell::text("å".repeat(201))),
        8 => (5, Cell::text("för mycket")),
        _ => (1, Cell::Integer(8_024_001_235)),
    };
    cells[column] = cell;
    cells
}

#[tokio::test]
async fn ten_thousand_rows_of_a_workbook_come_in_with_each_fault_told_and_nothing_half_done() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let mut maja = town.visitor("maja@exempel.se").await;
        let titles = ["Namn", "Organisationsnummer", "Typ", "Webbplats", "Årsmöte"].map(String::from);
        let sheet = Sheet {
            name: "Föreningar".into(),
            titles: titles.to_vec(),
            rows: (0..10_000).map(faulty).collect(),
        };
        let file = documents::xlsx::workbook("Register", &[sheet]).expect("the workbook is written");
        let preview = staged(&mut maja, file).await;
        // The first that bears the number is taken, and each tenth without a fault.
        let told = [
            "1 001 organisationer går",
            "8 999 rader läggs inte in",
            "”Sällskapet 0” finns redan",
            "Skriv organisationsnumret med tio siffror",
            "ser ut som ett personnummer",
            "”rymdfarare” är ingen typ",
            "”i fjol” är inget datum",
            "börjar med https://",
            "högst 200 tecken",
            "Raden går inte att läsa",
            "Numret finns redan hos ”Sällskapet 9”",
        ];
        holds(&read(&mut maja, &preview).await, &told);
        // Somebody adds one of them meanwhile: the file is read anew, and the rest comes in whole.
        sent(&mut maja, "/arbetsyta/organisationer/ny", &form("Sällskapet 10", &[])).await;
        let report = sent(&mut maja, &preview, &[("gor", "importera")]).await;
        holds(
            &read(&mut maja, &report).await,
            &["1 000 organisationer lades in", "9 000 rader"],
        );
        holds(
            &read(&mut maja, &format!("{REGISTER}?sida=20")).await,
            &["1 001 organisationer"],
        );
        sent(&mut maja, &format!("{report}/angra"), &[]).await;
        holds(&read(&mut maja, REGISTER).await, &["1 organisation", "Sällskapet 10"]);
    }
}

#[tokio::test]
async fn a_register_as_json_is_read_alike_and_a_broken_file_says_where() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    let file = r#"{"organisationer": [
        {"namn": "Exempelby IF", "organisationsnummer": 8024001235, "områden": ["Mörby", "Berga"], "årsmöte": "2026-02-01"},
        {"namn": "Exempelby I F", "organisationsnummer": "802400-1235"},
        {"namn": {"sv": "Svetsarna"}}]}"#;
    let preview = staged(&mut maja, file).await;
    let page = read(&mut maja, &preview).await;
    holds(
        &page,
        &[
            "1 organisation går",
            "802400-1235",
            "2 rader läggs inte in",
            "Raden går inte att läsa",
        ],
    );
    sent(&mut maja, &preview, &[("gor", "importera")]).await;
    holds(&read(&mut maja, REGISTER).await, &["Mörby, Berga"]);
    for (file, told) in [
        ("[\n{\"namn\": \"A\"}\n{", "trasig på rad 3"),
        ("{\"namn\": \"A\"}", "ingen lista över organisationer"),
        ("PK\u{3}\u{4}x", "går inte att läsa som en arbetsbok"),
    ] {
        let answer = maja.upload(crate::IMPORT, &[], "register.json", file).await;
        assert_eq!(answer.status, 422, "{told}");
        holds(&answer.body, &[told]);
    }
}

#[tokio::test]
async fn a_review_is_owed_after_a_year_and_done_with_one_button() {
    let town = Town::on(testkit::sqlite().await).await;
    let mut maja = town.visitor("maja@exempel.se").await;
    let here = sent(&mut maja, "/arbetsyta/organisationer/ny", &form("Scouterna", &[])).await;
    assert_eq!(town.duties("maja@exempel.se").await, Vec::<String>::new());
    town.days_pass(360);
    let mut maja = town.visitor("maja@exempel.se").await;
    assert_eq!(town.duties("maja@exempel.se").await, ["civil-duty-review Scouterna"]);
    assert_eq!(town.duties("erik@exempel.se").await, Vec::<String>::new());
    sent(&mut maja, &format!("{here}/granskad"), &[("revision", "1")]).await;
    assert_eq!(town.duties("maja@exempel.se").await, Vec::<String>::new());
}
