//! Finds the programs that the checks need, and installs the Debian package when one is missing and that is allowed here:
//! as root with apt, unless `XTASK_NO_INSTALL` is set. Otherwise it says what to install.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The program, wherever `PATH` has it.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// The program, installed first when that is needed and allowed.
pub fn need(program: &str, package: &str) -> Result<PathBuf> {
    if let Some(found) = find(program) {
        return Ok(found);
    }
    install(package).with_context(|| format!("`{program}` is missing"))?;
    find(program).with_context(|| format!("`{program}` is still missing after installing {package}"))
}

/// Installs Debian packages, or says that somebody must.
pub fn install(packages: &str) -> Result<()> {
    let allowed = std::env::var_os("XTASK_NO_INSTALL").is_none();
    if !allowed || !is_root() || find("apt-get").is_none() {
        bail!("install it and run again: apt-get install {packages}");
    }
    println!("   installing {packages}");
    let apt = |words: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-qq", "-o", "Dpkg::Use-Pty=0"])
            .args(words);
        // What apt has to say is of interest only when it fails.
        let output = command.output().context("running apt-get")?;
        if !output.status.success() {
            bail!(
                "apt-get {}: {}",
                words.join(" "),
                String::from_utf8_lossy(&output.stderr).trim()
            );
        }
        Ok(())
    };
    let mut words = vec!["install", "-y", "--no-install-recommends"];
    words.extend(packages.split_whitespace());
    if apt(&words).is_err() {
        apt(&["update"])?;
        apt(&words)?;
    }
    Ok(())
}

/// Whether this runs as root (who may install, and whom PostgreSQL refuses to serve).
pub fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Runs to the end, writing to the terminal. True when it went well.
pub fn run(command: &mut Command) -> Result<bool> {
    let name = command.get_program().to_string_lossy().into_owned();
    Ok(command.status().with_context(|| format!("running {name}"))?.success())
}

/// Runs to the end, silently; an error says what it wrote.
pub fn quietly(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| format!("running {name}"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let wrong = String::from_utf8_lossy(&output.stderr);
        bail!("{name} failed: {}", [said.trim(), wrong.trim()].join("\n").trim());
    }
    Ok(said)
}

/// A Python with what `pdfcheck.py` needs, in the target folder. Made once.
pub fn python(target: &Path) -> Result<PathBuf> {
    let folder = target.join("check/python");
    let python = folder.join("bin/python");
    // Named so that another version makes another environment.
    let ready = folder.join("pikepdf-10.17.0");
    if ready.is_file() {
        return Ok(python);
    }
    let system = need("python3", "python3")?;
    let venv = |system: &Path| {
        quietly(Command::new(system).args([
            OsStr::new("-m"),
            OsStr::new("venv"),
            OsStr::new("--clear"),
            folder.as_os_str(),
        ]))
    };
    if venv(&system).is_err() {
        install("python3-venv")?;
        venv(&system)?;
    }
    quietly(Command::new(&python).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "pikepdf==10.17.0",
    ]))?;
    std::fs::write(&ready, "")?;
    Ok(python)
}
