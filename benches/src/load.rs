//! The client that loads a server: HTTP/1.1 over connections that stay open, as many requests as the server answers.
//!
//! Our own, small and the same for product and reference, so that whatever it costs is taken from both.

use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::LocalSet;

/// How hard and how long.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub address: SocketAddr,
    /// The server's process, whose processor time is read around the run.
    pub process: u32,
    pub connections: usize,
    pub lasts: Duration,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Figures {
    pub per_second: f64,
    pub median: Duration,
    pub p99: Duration,
    /// Processor time of the server per answer.
    pub cost: Duration,
    /// Body of one answer, in bytes as sent.
    pub bytes: usize,
}

/// One answer.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    pub status: u16,
    /// Header names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The header's value, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// What to send, given a number that is never given twice in a run.
pub type Request = Rc<dyn Fn(u64) -> Vec<u8>>;

/// Loads the server with what `request` makes until the time is out.
/// Any answer with another status than `expected` ends the run with an error: a refusal is not a fast answer.
pub async fn run(plan: Plan, expected: u16, request: Request) -> Result<Figures> {
    let before = processor_time(plan.process)?;
    let begun = Instant::now();
    let until = begun + plan.lasts;
    let lines = LocalSet::new();
    let mut running = Vec::new();
    for number in 0..plan.connections {
        running.push(lines.spawn_local(line(plan, number as u64, until, expected, request.clone())));
    }
    lines.await;
    let took = begun.elapsed();
    let spent = processor_time(plan.process)?.saturating_sub(before);
    let mut times = Vec::new();
    let mut bytes = 0;
    for line in running {
        let (its, size) = line.await??;
        times.extend(its);
        bytes = size;
    }
    times.sort();
    if times.is_empty() {
        bail!("no answer in {:?}", plan.lasts);
    }
    let count = u32::try_from(times.len()).context("so many answers")?;
    Ok(Figures {
        per_second: f64::from(count) / took.as_secs_f64(),
        median: times[times.len() / 2],
        p99: times[times.len() * 99 / 100],
        cost: spent / count,
        bytes,
    })
}

/// One connection's part: how long each answer took, and the size of the last.
async fn line(
    plan: Plan,
    first: u64,
    until: Instant,
    expected: u16,
    request: Request,
) -> Result<(Vec<Duration>, usize)> {
    let mut connection = Connection::open(plan.address).await?;
    let mut times = Vec::new();
    let mut bytes = 0;
    let mut next = first;
    while Instant::now() < until {
        let sent = request(next);
        let start = Instant::now();
        let answer = connection.ask(&sent).await?;
        times.push(start.elapsed());
        if answer.status != expected {
            let start: String = answer.text().chars().take(300).collect();
            bail!("answered {} instead of {expected}: {start}", answer.status);
        }
        bytes = answer.body.len();
        // Connections count in steps, so that their numbers never meet.
        next += plan.connections as u64;
    }
    Ok((times, bytes))
}

/// One connection that stays open.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Connection> {
        let stream = TcpStream::connect(address)
            .await
            .with_context(|| format!("connecting to {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Connection {
            stream,
            buffer: Vec::with_capacity(64 * 1024),
        })
    }

    /// Sends a whole request and reads the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = loop {
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await?;
        };
        let mut answer = head_of(&self.buffer[..head])?;
        if answer.header("transfer-encoding").contains("chunked") {
            answer.body = self.chunks(head).await?;
        } else {
            let length: usize = answer.header("content-length").parse().unwrap_or(0);
            while self.buffer.len() < head + length {
                self.more().await?;
            }
            answer.body = self.buffer[head..head + length].to_vec();
        }
        Ok(answer)
    }

    async fn chunks(&mut self, head: usize) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        let mut at = head;
        loop {
            let line = loop {
                match find(&self.buffer[at..], b"\r\n") {
                    Some(end) => break at + end,
                    None => self.more().await?,
                }
            };
            let size = std::str::from_utf8(&self.buffer[at..line])?
                .split(';')
                .next()
                .unwrap_or_default();
            let size = usize::from_str_radix(size.trim(), 16).context("a chunk's size")?;
            while self.buffer.len() < line + 2 + size + 2 {
                self.more().await?;
            }
            if size == 0 {
                return Ok(body);
            }
            body.extend_from_slice(&self.buffer[line + 2..line + 2 + size]);
            at = line + 2 + size + 2;
        }
    }

    async fn more(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            bail!("the server closed the connection");
        }
        Ok(())
    }
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

fn head_of(head: &[u8]) -> Result<Answer> {
    let head = std::str::from_utf8(head).context("headers")?;
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .context("a status line")?
        .parse()?;
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_string()))
        .collect();
    Ok(Answer {
        status,
        headers,
        body: Vec::new(),
    })
}

/// A GET as a browser on a phone sends it; `gzip` asks for compression.
pub fn get(address: SocketAddr, path: &str, gzip: bool) -> Vec<u8> {
    let accept = if gzip {
        "accept-encoding: gzip, deflate, br\r\n"
    } else {
        ""
    };
    format!("GET {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\n{accept}\r\n").into_bytes()
}

/// A page as somebody signed in asks for it.
pub fn get_as(address: SocketAddr, path: &str, cookie: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\ncookie: {cookie}\r\n\r\n").into_bytes()
}

/// A form as a browser sends it, from the server's own page.
pub fn post(address: SocketAddr, path: &str, cookie: &str, body: &str) -> Vec<u8> {
    let cookie = if cookie.is_empty() {
        String::new()
    } else {
        format!("cookie: {cookie}\r\n")
    };
    format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\nsec-fetch-site: same-origin\r\n{cookie}\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Processor time that a process has used, from `/proc` (in ticks of 10 ms).
fn processor_time(process: u32) -> Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = fields
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    Ok(Duration::from_millis(ticks * 10))
}

/// Memory that a process holds, in bytes (`VmRSS`).
pub fn resident(process: u32) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .context("VmRSS")?;
    let kilobytes: u64 = line.split_whitespace().nth(1).context("VmRSS")?.parse()?;
    Ok(kilobytes * 1024)
}
