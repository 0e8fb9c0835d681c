//! Goal 8: traces in a chain of a hundred thousand links, whole pages, on both engines.

use std::fmt::Write as _;
use std::rc::Rc;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};
use sqlx::postgres::PgConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{Connection as _, Executor as _};

use crate::goals::Bench;
use crate::load;
use crate::product::{Server, database};
use crate::table::{Measured, Row};

/// Threads of [`links`] links each; together a hundred thousand.
const THREADS: u64 = 1_283;
/// Pieces of evidence in a thread, and insights that rest on them.
const EVIDENCE: u64 = 48;
const INSIGHTS: u64 = 6;
/// Milliseconds that a trace page may take (the figure).
const WANTED: f64 = 15.0;
/// Rows that one insert carries.
const AT_ONCE: usize = 500;
/// The receipt code of nothing but noughts, which has a right check character.
const CODE: &str = "0000-0000-0000";

/// Which database is filled and asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    /// An identifier as this engine writes it.
    fn id(self, kind: u64, number: u64) -> String {
        let hex = format!("{kind:016x}{:016x}", number + 1);
        match self {
            Engine::Sqlite => format!("x'{hex}'"),
            Engine::Postgres => format!("'{hex}'"),
        }
    }

    fn bytes(self, bytes: &[u8]) -> String {
        let hex = bytes.iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        match self {
            Engine::Sqlite => format!("x'{hex}'"),
            Engine::Postgres => format!("'\\x{hex}'"),
        }
    }

    fn yes(self) -> &'static str {
        match self {
            Engine::Sqlite => "1",
            Engine::Postgres => "true",
        }
    }

    fn no(self) -> &'static str {
        match self {
            Engine::Sqlite => "0",
            Engine::Postgres => "false",
        }
    }
}

/// The same identifier as addresses write it.
fn address(kind: u64, number: u64) -> String {
    uuid::Uuid::from_u128(u128::from(kind) << 64 | u128::from(number + 1)).to_string()
}

/// Identifiers of this file's rows that are no nodes.
const ACCOUNT: u64 = 101;
const DIALOGUE: u64 = 102;
const ACTIVITY: u64 = 103;
const VOICE: u64 = 104;
const LINK: u64 = 105;

const KINDS: [&str; 10] = [
    "evidence",
    "insight",
    "need",
    "question",
    "idea",
    "prototype",
    "test",
    "measure",
    "effect",
    "answer",
];

/// A link of a thread: from and to, each as rank and number.
type Ends = ((u64, u64), (u64, u64));

/// The nodes of a thread with their ranks and numbers, and the links. A thread has 78 links: forty-eight pieces of evidence and a dozen
/// of the next thread's, six insights, three questions, three ideas, one prototype, two tests, measure, benefit and answer.
fn thread(number: u64) -> (Vec<(u64, u64)>, Vec<Ends>) {
    let of = |rank: u64, each: u64, place: u64| (rank, number * each + place);
    let mut nodes: Vec<(u64, u64)> = (0..EVIDENCE).map(|place| of(1, EVIDENCE, place)).collect();
    let counts = [(2, INSIGHTS), (4, 3), (5, 3), (6, 1), (7, 2), (8, 1), (9, 1), (10, 1)];
    nodes.extend(
        counts
            .iter()
            .flat_map(|(rank, each)| (0..*each).map(move |place| (*rank, number * each + place))),
    );
    let mut links: Vec<Ends> = (0..EVIDENCE)
        .map(|place| (of(1, EVIDENCE, place), of(2, INSIGHTS, place % INSIGHTS)))
        .collect();
    let next = (number + 1) % THREADS;
    links.extend((0..12).map(|place| ((1, next * EVIDENCE + place), of(2, INSIGHTS, place % INSIGHTS))));
    links.extend((0..INSIGHTS).map(|place| (of(2, INSIGHTS, place), of(4, 3, place % 3))));
    links.extend((0..3).map(|place| (of(4, 3, place), of(5, 3, place))));
    links.extend((0..3).map(|place| (of(5, 3, place), of(6, 1, 0))));
    links.extend((0..2).map(|place| (of(6, 1, 0), of(7, 2, place))));
    links.extend((0..2).map(|place| (of(7, 2, place), of(8, 1, 0))));
    links.push((of(8, 1, 0), of(9, 1, 0)));
    links.push((of(9, 1, 0), of(10, 1, 0)));
    (nodes, links)
}

/// Inserts rows, some hundred with each statement.
struct Inserting {
    head: &'static str,
    rows: Vec<String>,
    statements: Vec<String>,
}

impl Inserting {
    fn new(head: &'static str) -> Inserting {
        Inserting {
            head,
            rows: Vec::new(),
            statements: Vec::new(),
        }
    }

    fn add(&mut self, row: String) {
        self.rows.push(row);
        if self.rows.len() == AT_ONCE {
            self.close();
        }
    }

    fn close(&mut self) {
        if !self.rows.is_empty() {
            self.statements
                .push(format!("{} values {}", self.head, self.rows.join(", ")));
            self.rows.clear();
        }
    }

    fn statements(mut self) -> Vec<String> {
        self.close();
        self.statements
    }
}

/// Everything that is filled in, as statements of one engine.
fn statements(engine: Engine) -> Vec<String> {
    let id = |kind: u64, number: u64| engine.id(kind, number);
    let session = engine.bytes(&Sha256::digest(b"session:bench"));
    // A code's hash stands under the name of its use.
    let receipt = engine.bytes(&Sha256::digest([b"samspel receipt\0".as_slice(), &[0; 12]].concat()));
    let (account, dialogue, activity) = (id(ACCOUNT, 0), id(DIALOGUE, 0), id(ACTIVITY, 0));
    let (yes, no) = (engine.yes(), engine.no());
    let now = now();
    let mut all = vec![
        format!(
            "insert into account (id, email, name, unit, password_hash, totp_secret, totp_step, roles, active, created_at, revision) values ({account}, 'chain@bench.example', 'Bench', '', '', '', 0, 'coordinator', {yes}, 0, 1)"
        ),
        format!(
            "insert into session (token_hash, account_id, created_at, seen_at, expires_at, second_factor) values ({session}, {account}, {now}, {now}, 4000000000000000, {yes})"
        ),
        format!(
            "insert into process (id, pack, pack_version, template, state, returns_to, level, facts, revision, created_at, updated_at, updated_by) values ({dialogue}, 'medborgardialog', '', '', 'draft', '', '', '{{}}', 1, 0, 0, '')"
        ),
        format!(
            "insert into dialogue (id, slug, title, title_en, summary, level, phase, area, topic, owner_id, opens_on, closes_on, feedback_on, published_at, created_at, updated_at, phase_under) values ({dialogue}, 'kedjan', 'Kedjan', '', '', '', 'hidden', '', '', {account}, '', '', '', null, 0, 0, '')"
        ),
        format!(
            "insert into activity (id, dialogue_id, kind, title, title_en, lead, lead_en, state, premoderate, opens_on, closes_on, draft, version, position, revision, created_at) values ({activity}, {dialogue}, 'survey', 'Enkät', '', '', '', 'closed', {no}, '', '', '', 1, 0, 1, 0)"
        ),
        format!(
            "insert into contribution (id, activity_id, dialogue_id, version, channel, batch, language, answers, background, submitted_at, changed_at, withdrawn_at, submit_key, receipt_hash, entered_by) values ({}, {activity}, {dialogue}, 1, 'web', '', 'sv', '{{}}', '{{}}', 0, null, null, null, {receipt}, '')",
            id(VOICE, 0)
        ),
    ];
    let mut nodes = Inserting::new(
        "insert into chain_node (id, kind, rank, title, body, status, standing, reason, public_text, group_names, source_kind, source, quotable, origin_id, origin, topic, area, passage_id, theme_id, voices, base, follow_ups, supporting, contradicting, sources, source_kinds, groups_heard, details, search, erased_at, revision, created_at, created_by, updated_at, updated_by)",
    );
    let mut links = Inserting::new(
        "insert into chain_link (id, from_id, from_rank, to_id, to_rank, sort, reason, made_at, made_by, removed_at, removed_by, removed_reason)",
    );
    let mut made = 0_u64;
    for number in 0..THREADS {
        let (of_thread, ends) = thread(number);
        for (rank, place) in of_thread {
            let kind = KINDS
                .get(usize::try_from(rank - 1).unwrap_or_default())
                .copied()
                .unwrap_or_default();
            // The first thread is one dialogue's; the others came from elsewhere.
            let origin = if number == 0 {
                dialogue.clone()
            } else {
                "null".to_owned()
            };
            let title = format!("{kind} {place} om vägen hem, ljuset vid tunneln och dem som går där");
            let (supporting, public) = if rank == 2 {
                (10, title.as_str())
            } else {
                (0, if rank > 4 { title.as_str() } else { "" })
            };
            nodes.add(format!(
                "({}, '{kind}', {rank}, '{title}', '{title}. Det är mörkt när man kommer från tåget och ingen annan är där.', '', 'standing', '', '{public}', '[\"Unga\"]', 'interview', 'I{place}', 'public', {origin}, 'Vägen hem', 'trygghet', '', null, null, 1, 1, 0, {supporting}, 0, 3, 2, 1, '{{}}', '{title}', null, 1, {number}, 'Bench', {number}, 'Bench')",
                id(rank, place)
            ));
        }
        for ((from_rank, from), (to_rank, to)) in ends {
            let sort = if matches!(from_rank, 1 | 7) {
                "supports"
            } else {
                "leads-to"
            };
            links.add(format!(
                "({}, {}, {from_rank}, {}, {to_rank}, '{sort}', '', 0, 'Bench', null, '', '')",
                id(LINK, made),
                id(from_rank, from),
                id(to_rank, to)
            ));
            made += 1;
        }
    }
    all.extend(nodes.statements());
    all.extend(links.statements());
    // What was asked about is one of many: every piece of evidence has a voice.
    let mut voices = Inserting::new("insert into chain_voice (contribution_id, node_id)");
    for place in 0..THREADS * EVIDENCE {
        voices.add(format!("({}, {})", id(VOICE, place), id(1, place)));
    }
    all.extend(voices.statements());
    all
}

#[expect(
    clippy::disallowed_methods,
    reason = "a session begins now, whatever the product's own clock is asked through"
)]
fn now() -> u128 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map(|time| time.as_micros()).unwrap_or_default()
}

async fn fill_sqlite(bench: &Bench) -> Result<String> {
    let data = bench.folder.join("chain");
    std::fs::create_dir_all(&data)?;
    // The product makes its own schema.
    drop(Server::product(&bench.product, &data, &[]).await?);
    let mut connection =
        SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(data.join("samspel.db"))).await?;
    let mut all = connection.begin().await?;
    for statement in statements(Engine::Sqlite) {
        all.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(statement))).await?;
    }
    all.execute("analyze").await?;
    all.commit().await?;
    Ok(database(&data))
}

async fn fill_postgres(bench: &Bench, server: &str) -> Result<String> {
    const NAME: &str = "samspel_bench_chain";
    let mut connection = PgConnection::connect(server).await.context("SAMSPEL_TEST_POSTGRES")?;
    connection
        .execute("drop database if exists samspel_bench_chain")
        .await?;
    connection.execute("create database samspel_bench_chain").await?;
    let (base, _) = server
        .rsplit_once('/')
        .context("a server's address ends with a database")?;
    let url = format!("{base}/{NAME}");
    drop(Server::product(&bench.product, &bench.folder, &[("SAMSPEL_DATABASE", &url)]).await?);
    let mut connection = PgConnection::connect(&url).await?;
    let mut all = connection.begin().await?;
    for statement in statements(Engine::Postgres) {
        all.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(statement))).await?;
    }
    all.commit().await?;
    connection.execute("analyze").await?;
    Ok(url)
}

/// Measures the pages of traces on SQLite, and on PostgreSQL where a server is named.
pub async fn traces(bench: &Bench, rows: &mut Vec<Row>) -> Result<()> {
    eprintln!("writing a chain of a hundred thousand links");
    let url = fill_sqlite(bench).await?;
    measure(bench, "SQLite", &url, rows).await?;
    #[expect(
        clippy::disallowed_methods,
        reason = "the one word that a measurement needs from outside"
    )]
    let server = std::env::var("SAMSPEL_TEST_POSTGRES");
    match server {
        Ok(server) => {
            let url = fill_postgres(bench, &server).await?;
            measure(bench, "PostgreSQL", &url, rows).await
        }
        Err(_) => {
            eprintln!("PostgreSQL is left out: SAMSPEL_TEST_POSTGRES names no server");
            Ok(())
        }
    }
}

async fn measure(bench: &Bench, engine: &str, url: &str, rows: &mut Vec<Row>) -> Result<()> {
    let environment = [("SAMSPEL_DATABASE", url), ("SAMSPEL_PAGE_CACHE", "false")];
    let server = Server::product(&bench.product, &bench.folder, &environment).await?;
    let middle = THREADS / 2;
    let pages = [
        (
            "what a measure rests on",
            format!("/arbetsyta/insikter/{}/spar", address(8, middle)),
        ),
        (
            "what became of a quotation",
            format!("/arbetsyta/insikter/{}/spar?vag=fram", address(1, middle * EVIDENCE)),
        ),
        (
            "what became of a dialogue",
            format!("/arbetsyta/dialoger/{}/spar", address(DIALOGUE, 0)),
        ),
        (
            "what became of my answer, by receipt",
            format!("/kvitto/{CODE}/vad-det-blev"),
        ),
    ];
    for (what, page) in pages {
        let request = load::get_as(server.address, &page, "samspel=bench");
        let figures = load::run(bench.plan(&server, 1), 200, Rc::new(move |_| request.clone())).await?;
        rows.push(Row {
            goal: 8,
            what: format!("trace among 100,000 links, {engine}: {what}, whole page, ms"),
            product: format!("{} bytes", figures.bytes),
            reference: String::new(),
            measured: Measured::AtMost(figures.median.as_secs_f64() * 1000.0, WANTED),
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threads_have_a_hundred_thousand_links_that_lead_onwards() {
        let links: Vec<Ends> = (0..THREADS).flat_map(|number| thread(number).1).collect();
        assert!(links.len() >= 100_000, "{}", links.len());
        assert!(links.iter().all(|((from, _), (to, _))| from < to));
    }
}
