//! `samspel check`: the doctor. Every finding says what to do.

use crate::{commands::open_site, config::Config};
use std::{process::ExitCode, sync::Arc};
use web::Site;

/// What was found about one thing.
enum Finding {
    Sound(String),
    Notice(String),
    Fault(String),
}

use Finding::{Fault, Notice, Sound};

pub fn faulty_configuration(error: &anyhow::Error) -> ExitCode {
    eprintln!("FAULT   {error:#}");
    ExitCode::FAILURE
}

pub async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let mut findings = vec![Sound("the configuration is read".into())];
    findings.extend(look_at_configuration(config));
    match open_site(config).await {
        Err(error) => findings.push(Fault(format!("the site cannot be opened: {error:#}"))),
        Ok(site) => findings.extend(look_at_site(&site).await),
    }
    findings.push(look_at_mail(config).await);
    let mut faults = 0;
    for finding in &findings {
        match finding {
            Sound(text) => eprintln!("ok      {text}"),
            Notice(text) => eprintln!("notice  {text}"),
            Fault(text) => {
                faults += 1;
                eprintln!("FAULT   {text}");
            }
        }
    }
    Ok(if faults == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn look_at_configuration(config: &Config) -> Vec<Finding> {
    let mut findings = Vec::new();
    if config.base_url.starts_with("http://") && !config.listen.ip().is_loopback() {
        findings.push(Notice(
            "base_url has no https: passwords travel in the clear. Put a web server with TLS in front".into(),
        ));
    }
    if !config.page_cache {
        findings.push(Notice(
            "page_cache is off: public pages are built anew for every visitor".into(),
        ));
    }
    findings
}

async fn look_at_site(site: &Arc<Site>) -> Vec<Finding> {
    let mut findings = vec![Sound(format!("the schema is at version {}", db::latest_version()))];
    match site.db.integrity_faults().await {
        Ok(faults) if faults.is_empty() => findings.push(Sound("the database is sound".into())),
        Ok(faults) => findings.push(Fault(format!(
            "the database is damaged ({}): restore a backup",
            faults.join("; ")
        ))),
        Err(error) => findings.push(Fault(format!("the database cannot be checked: {error}"))),
    }
    let Ok(mut read) = site.db.read().await else {
        findings.push(Fault("the database lends no connection".into()));
        return findings;
    };
    match mail::counts(&mut read).await {
        Ok(counts) if counts.given_up > 0 => {
            findings.push(Fault(format!(
                "{} letters were never taken by the mail server",
                counts.given_up
            )));
        }
        Ok(counts) => findings.push(Sound(format!(
            "outbox: {} waiting, {} sent",
            counts.waiting, counts.sent
        ))),
        Err(error) => findings.push(Fault(format!("the outbox: {error}"))),
    }
    match identity::account_counts(&mut read).await {
        Ok((0, _)) => findings.push(Notice(
            "no administrator: make one with samspel user … --role administrator".into(),
        )),
        Ok((administrators, without_second_factor)) => {
            findings.push(Sound(format!("{administrators} administrator(s) in use")));
            if without_second_factor > 0 {
                findings.push(Notice(format!(
                    "{without_second_factor} account(s) have no second factor"
                )));
            }
        }
        Err(error) => findings.push(Fault(format!("the accounts: {error}"))),
    }
    findings
}

async fn look_at_mail(config: &Config) -> Finding {
    let host = &config.mail.host;
    if host.is_empty() {
        return Notice("mail.host is empty: letters wait in the outbox and reach nobody".into());
    }
    let connect = tokio::net::TcpStream::connect((host.as_str(), config.mail.port));
    match tokio::time::timeout(std::time::Duration::from_secs(5), connect).await {
        Ok(Ok(_)) => Sound(format!("the mail server {host}:{} answers", config.mail.port)),
        Ok(Err(error)) => Fault(format!("the mail server {host}:{}: {error}", config.mail.port)),
        Err(_) => Fault(format!(
            "the mail server {host}:{} does not answer within 5 seconds",
            config.mail.port
        )),
    }
}
