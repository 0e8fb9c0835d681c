//! What the program does while nobody asks: letters, results that take a while, dates that pass, rights that follow them, addresses whose time is over.

use mail::Transport;
use std::{sync::Arc, time::Duration};
use web::Site;

const LETTERS_AT_ONCE: i64 = 50;

/// Starts the workers. They end with the process; nothing is lost then, because what they do stands in the database.
pub fn start(site: &Arc<Site>, smtp: Option<mail::Smtp>) {
    if let Some(smtp) = smtp {
        tokio::spawn(deliver(site.clone(), Arc::new(smtp)));
    }
    tokio::spawn(pass_dates(site.clone()));
    tokio::spawn(follow_editions(site.clone()));
    tokio::spawn(compute(site.clone()));
}

/// Takes over an edition of the method that a command or another node has put in use.
async fn follow_editions(site: Arc<Site>) {
    loop {
        tokio::time::sleep(Duration::from_secs(3)).await;
        if let Err(error) = method::editions::refresh(&site).await {
            tracing::error!(%error, "the editions of the method");
        }
        // Making the handbook and its index takes a while; nobody who reads should wait for it.
        let site = site.clone();
        let made = tokio::task::spawn_blocking(move || drop(site.get::<toolbox::Toolbox>().book())).await;
        if let Err(error) = made {
            tracing::error!(%error, "the handbook of another edition");
        }
    }
}

/// Makes the results that take a while, one after another.
async fn compute(site: Arc<Site>) {
    loop {
        if let Err(error) = background::run_waiting(&site).await {
            tracing::error!(%error, "results that wait");
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
}

async fn deliver(site: Arc<Site>, transport: Arc<dyn Transport>) {
    loop {
        match mail::deliver_due(&site.db, &*transport, LETTERS_AT_ONCE).await {
            Ok(0) => tokio::time::sleep(Duration::from_secs(2)).await,
            Ok(sent) => metrics::counter!("samspel_letters_sent").increment(u64::try_from(sent).unwrap_or(0)),
            Err(error) => {
                tracing::error!(%error, "the outbox");
                tokio::time::sleep(Duration::from_secs(30)).await;
            }
        }
    }
}

async fn pass_dates(site: Arc<Site>) {
    loop {
        if let Err(error) = dialogues::tick(&site).await {
            tracing::error!(%error, "dates of dialogues");
        }
        if let Err(error) = training::tick(&site).await {
            tracing::error!(%error, "rights that require a course");
        }
        if let Err(error) = information::tick(&site).await {
            tracing::error!(%error, "planned publications");
        }
        if let Err(error) = civil_society::tick(&site).await {
            tracing::error!(%error, "agreements that run out");
        }
        if let Err(error) = identity::contacts::erase_due(&site.db, site.today()).await {
            tracing::error!(%error, "erasing addresses");
        }
        site.guard.forget_quiet();
        if let Ok(mut read) = site.db.read().await
            && let Ok(counts) = mail::counts(&mut read).await
        {
            metrics::gauge!("samspel_letters_waiting").set(counts.waiting as f64);
            metrics::gauge!("samspel_letters_given_up").set(counts.given_up as f64);
        }
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
}
