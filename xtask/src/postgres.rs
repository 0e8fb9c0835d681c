//! A PostgreSQL cluster of one's own for the length of a run: made in a folder that is thrown away,
//! on a free port, with a password nobody else knows. Nothing on the machine is touched.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::tools;

/// A running cluster; gone when dropped, and also when this program is killed.
pub struct Postgres {
    watch: Child,
    /// What `SAMSPEL_TEST_POSTGRES` should be.
    pub url: String,
}

/// Ends with the one who holds its standard input: then the server is stopped and the folder removed.
const WATCH: &str = r#"
"$1/postgres" -D "$2/data" -p "$3" -h 127.0.0.1 -k "$2" >"$2/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -INT "$server" 2>/dev/null
wait "$server"
cd /; rm -rf "$2"
"#;

/// Nothing here must survive a power cut, so nothing waits for the disk.
const SETTINGS: &str = "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\nmax_connections = 200\n\
                        shared_buffers = 128MB\nautovacuum = off\nmax_wal_size = 2GB\n";

impl Postgres {
    /// Starts one, installing PostgreSQL first where that is needed and allowed.
    pub fn start() -> Result<Postgres> {
        let binaries = binaries()?;
        let folder = own_folder()?;
        let user = tools::is_root().then(server_user).transpose()?;
        if let Some(user) = &user {
            tools::quietly(Command::new("chown").arg(user).arg(&folder)).context("giving the folder to the server")?;
        }
        let password = password()?;
        let secret = folder.join("password");
        std::fs::write(&secret, &password)?;
        let mut initdb = as_user(user.as_deref(), &binaries.join("initdb"));
        initdb.args([
            "--username=samspel",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]);
        initdb.arg("--pwfile").arg(&secret).arg("-D").arg(folder.join("data"));
        if let Some(user) = &user {
            tools::quietly(Command::new("chown").arg(user).arg(&secret))?;
        }
        tools::quietly(initdb.current_dir(&folder)).context("making a cluster")?;
        let settings = folder.join("data/postgresql.conf");
        std::fs::OpenOptions::new()
            .append(true)
            .open(&settings)?
            .write_all(SETTINGS.as_bytes())?;

        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut watch = as_user(user.as_deref(), Path::new("/bin/sh"));
        watch
            .args(["-c", WATCH, "watch"])
            .arg(&binaries)
            .arg(&folder)
            .arg(port.to_string());
        watch
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let watch = watch.spawn().context("starting the server")?;
        let postgres = Postgres {
            watch,
            url: format!("postgres://samspel:{password}@127.0.0.1:{port}/postgres"),
        };
        postgres.answered(port, &folder)?;
        Ok(postgres)
    }

    /// Waits until the port answers and the server says that it is ready.
    fn answered(&self, port: u16, folder: &Path) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
            if log.contains("ready to accept connections") && TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
        bail!("PostgreSQL did not start in 30 s:\n{log}")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // Closing its input is what tells the watch to stop the server and clean up.
        drop(self.watch.stdin.take());
        let _ = self.watch.wait();
    }
}

/// Where `initdb` and `postgres` are: what `PATH` has, what `pg_config` says, or Debian's newest.
fn binaries() -> Result<PathBuf> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    tools::install("postgresql").context("PostgreSQL is missing")?;
    installed().context("PostgreSQL is still missing after installing it")
}

fn installed() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    folders.extend(tools::find("initdb").and_then(|file| file.parent().map(Path::to_path_buf)));
    folders.extend(
        tools::quietly(Command::new("pg_config").arg("--bindir"))
            .ok()
            .map(|path| PathBuf::from(path.trim())),
    );
    if let Ok(entries) = std::fs::read_dir("/usr/lib/postgresql") {
        let mut versions: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        versions.sort_by_key(|path| {
            let number = path
                .file_name()
                .and_then(|name| name.to_string_lossy().parse::<u32>().ok());
            std::cmp::Reverse(number.unwrap_or_default())
        });
        folders.extend(versions.into_iter().map(|path| path.join("bin")));
    }
    folders
        .into_iter()
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// PostgreSQL refuses to run as root; its own user, or `nobody`, is there on every Debian.
fn server_user() -> Result<String> {
    let exists = |user: &str| {
        Command::new("id")
            .arg(user)
            .output()
            .is_ok_and(|output| output.status.success())
    };
    ["postgres", "nobody"]
        .into_iter()
        .find(|user| exists(user))
        .map(str::to_string)
        .context("no user to run PostgreSQL as; it refuses root")
}

fn as_user(user: Option<&str>, program: &Path) -> Command {
    match user {
        Some(user) => {
            let mut command = Command::new("runuser");
            command.args(["-u", user, "--"]).arg(program);
            command
        }
        None => Command::new(program),
    }
}

fn own_folder() -> Result<PathBuf> {
    let made = tools::quietly(Command::new("mktemp").args(["-d", "--tmpdir", "samspel-postgres-XXXXXXXX"]))?;
    Ok(PathBuf::from(made.trim()))
}

fn password() -> Result<String> {
    use std::io::Read;
    let mut bytes = [0_u8; 16];
    std::fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
