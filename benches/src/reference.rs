//! The reference: the least that can stand for the same work, on the same crates and the same database file.
//! Nothing is checked, nothing is logged, nothing is translated; so the product can come near it but not past it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use askama::Template;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as Named, State};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse};
use axum::routing::{get, post};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Row, SqliteConnection};
use tokio::sync::{Mutex, mpsc, oneshot};
use uuid::Uuid;

/// A page with the twenty newest contributions of a dialogue.
#[derive(Template)]
#[template(path = "page.html")]
struct Page {
    title: String,
    summary: String,
    rows: Vec<(String, String)>,
}

struct House {
    read: SqlitePool,
    /// One commit for each answer.
    one: Mutex<SqliteConnection>,
    /// One commit for all answers that wait.
    group: mpsc::Sender<Waiting>,
    /// The same bytes that the product sends as its cached page.
    page: Bytes,
    gzip: Bytes,
}

struct Waiting {
    body: String,
    done: oneshot::Sender<bool>,
}

const INSERT: &str = "insert into reference_answer (id, at, body) values ($1, $2, $3)";

/// Serves the reference until it is killed.
pub async fn serve(database: &Path, page: &Path, listen: SocketAddr) -> Result<()> {
    let page = std::fs::read(page).context("the static page")?;
    let mut writer = SqliteConnection::connect_with(&options(database)).await?;
    let table = "create table if not exists reference_answer (id blob primary key, at integer not null, body text not null) strict, without rowid";
    sqlx::query(table).execute(&mut writer).await?;
    let (group, waiting) = mpsc::channel(1024);
    tokio::spawn(commit_in_groups(options(database), waiting));
    let house = House {
        read: SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options(database).read_only(true))
            .await?,
        one: Mutex::new(writer),
        group,
        gzip: gzipped(&page)?.into(),
        page: page.into(),
    };
    let app = Router::new()
        .route("/dialoger/{slug}", get(dialogue))
        .route("/static", get(fixed))
        .route("/group", post(answer_in_group))
        .route("/one", post(answer_alone))
        .with_state(Arc::new(house));
    axum::serve(tokio::net::TcpListener::bind(listen).await?, app).await?;
    Ok(())
}

/// The same settings as the product's own.
fn options(database: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(PathBuf::from(database))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(std::time::Duration::from_secs(10))
}

async fn dialogue(State(house): State<Arc<House>>, Named(slug): Named<String>) -> Result<Html<String>, StatusCode> {
    let page = page(&house.read, &slug).await.map_err(|_| StatusCode::NOT_FOUND)?;
    Ok(Html(page.render().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?))
}

async fn page(read: &SqlitePool, slug: &str) -> Result<Page> {
    let mut connection = read.acquire().await?;
    let dialogue = sqlx::query("select id, title, summary from dialogue where slug = $1")
        .bind(slug)
        .fetch_one(&mut *connection)
        .await?;
    let newest = "select public_body, created_at from passage where dialogue_id = $1 and state = 'published' and not withdrawn \
                  order by id desc limit 20";
    let rows = sqlx::query(newest)
        .bind(dialogue.get::<Vec<u8>, _>(0))
        .fetch_all(&mut *connection)
        .await?;
    Ok(Page {
        title: dialogue.get(1),
        summary: dialogue.get(2),
        rows: rows
            .iter()
            .map(|row| (row.get(0), row.get::<i64, _>(1).to_string()))
            .collect(),
    })
}

async fn fixed(State(house): State<Arc<House>>, headers: HeaderMap) -> impl IntoResponse {
    let gzip = headers
        .get("accept-encoding")
        .is_some_and(|value| value.as_bytes().windows(4).any(|part| part == b"gzip"));
    let (body, encoding) = if gzip {
        (house.gzip.clone(), "gzip")
    } else {
        (house.page.clone(), "identity")
    };
    (
        [(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_ENCODING, encoding)],
        body,
    )
}

/// The longest field as it was sent: the least that can be called reading the form.
fn longest(form: &str) -> String {
    form.split('&')
        .filter_map(|field| field.split_once('='))
        .map(|(_, value)| value)
        .max_by_key(|value| value.len())
        .unwrap_or_default()
        .to_string()
}

async fn answer_in_group(State(house): State<Arc<House>>, form: String) -> impl IntoResponse {
    let (done, written) = oneshot::channel();
    let sent = house
        .group
        .send(Waiting {
            body: longest(&form),
            done,
        })
        .await
        .is_ok();
    receipt(sent && written.await.unwrap_or(false))
}

async fn answer_alone(State(house): State<Arc<House>>, form: String) -> impl IntoResponse {
    let mut writer = house.one.lock().await;
    receipt(insert(&mut writer, &longest(&form)).await.is_ok())
}

fn receipt(written: bool) -> impl IntoResponse {
    let status = if written {
        StatusCode::SEE_OTHER
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    };
    (status, [(LOCATION, "/static")])
}

async fn insert(writer: &mut SqliteConnection, body: &str) -> sqlx::Result<()> {
    let id = Uuid::from_u64_pair(next_number(), 0);
    sqlx::query(INSERT)
        .bind(id.as_bytes().to_vec())
        .bind(0_i64)
        .bind(body)
        .execute(writer)
        .await?;
    Ok(())
}

/// Rising numbers, as UUIDv7 are: new rows are written at the end of the index.
fn next_number() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

/// All that wait are written together and answered after one commit.
async fn commit_in_groups(options: SqliteConnectOptions, mut waiting: mpsc::Receiver<Waiting>) -> Result<()> {
    let mut writer = SqliteConnection::connect_with(&options).await?;
    let mut jobs = Vec::new();
    while waiting.recv_many(&mut jobs, 256).await > 0 {
        let mut transaction = writer.begin().await?;
        for job in &jobs {
            insert(&mut transaction, &job.body).await?;
        }
        transaction.commit().await?;
        for job in jobs.drain(..) {
            // Whoever hung up needs no answer.
            let _ = job.done.send(true);
        }
    }
    Ok(())
}

/// Compressed as a careful operator would: once, at the best level.
pub fn gzipped(bytes: &[u8]) -> Result<Vec<u8>> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
