//! The servers under measurement: the real `samspel`, and this program as the reference, each a process of its own.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::load::{Answer, Connection, get};

/// A server that runs until this is dropped.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// From the start of the process to the whole first page.
    pub first_page: Duration,
}

impl Server {
    /// `samspel demo`, which fills the data folder first.
    pub async fn demo(binary: &Path, data: &Path) -> Result<Server> {
        let address = free_address()?;
        let mut command = Command::new(binary);
        command
            .arg("demo")
            .arg("--data")
            .arg(data)
            .arg("--listen")
            .arg(address.to_string());
        Server::start(command, address, "/", Duration::from_secs(600)).await
    }

    /// `samspel serve` on a data folder; `environment` is what differs from what is shipped.
    pub async fn product(binary: &Path, data: &Path, environment: &[(&str, &str)]) -> Result<Server> {
        let address = free_address()?;
        let mut command = Command::new(binary);
        command
            .arg("serve")
            .env("SAMSPEL_LISTEN", address.to_string())
            .env("SAMSPEL_DATABASE", database(data));
        // What is logged for each request is a choice of the operator; what is shipped logs at this level.
        command
            .env("SAMSPEL_LOG_LEVEL", "info")
            .envs(environment.iter().copied());
        Server::start(command, address, "/", Duration::from_secs(60)).await
    }

    /// The reference on a copy of the database, with a page of fixed bytes.
    pub async fn reference(database: &Path, page: &Path) -> Result<Server> {
        let address = free_address()?;
        let mut command = Command::new(std::env::current_exe()?);
        command
            .arg("reference")
            .arg("--database")
            .arg(database)
            .arg("--page")
            .arg(page);
        command.arg("--listen").arg(address.to_string());
        Server::start(command, address, "/static", Duration::from_secs(20)).await
    }

    async fn start(mut command: Command, address: SocketAddr, path: &str, patience: Duration) -> Result<Server> {
        // What the server logs is no part of the measurement, and a full pipe would stop it.
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let begun = Instant::now();
        let child = command
            .spawn()
            .with_context(|| format!("starting {:?}", command.get_program()))?;
        let mut server = Server {
            child,
            address,
            first_page: Duration::ZERO,
        };
        loop {
            if let Ok(mut connection) = Connection::open(address).await {
                let answer = connection.ask(&get(address, path, false)).await?;
                if answer.status != 200 {
                    bail!("{path} answered {}", answer.status);
                }
                server.first_page = begun.elapsed();
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait()? {
                bail!("{command:?} ended with {status} before it answered");
            }
            if begun.elapsed() > patience {
                bail!("{command:?} did not answer in {patience:?}");
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// The process, for its memory and time.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// One page.
    pub async fn page(&self, path: &str, gzip: bool) -> Result<Answer> {
        Connection::open(self.address)
            .await?
            .ask(&get(self.address, path, gzip))
            .await
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How the configuration names the database in a data folder.
pub fn database(data: &Path) -> String {
    format!("sqlite:{}", data.join("samspel.db").display())
}

fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
