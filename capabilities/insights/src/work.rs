//! Suggestions, computed apart from requests from all texts that stand. The result names texts by their ids and holds terms that
//! several of them use; no text is copied.

use std::convert::Infallible;
use std::sync::Arc;

use background::{Answer, Work};
use db::Id;
use participation::store::{self as voices, PassageFilter};
use serde_json::{Value, json};
use web::{Fault, Site};

use crate::model::suggest::suggest;
use crate::vectors::WordVectors;

/// The word for these results.
pub(crate) const SUGGESTIONS: &str = "suggestions";
/// How many texts one statement reads.
const PIECE: i64 = 2_000;

/// What the site computes for the coding desk.
pub fn works() -> Vec<Work> {
    vec![Work {
        kind: SUGGESTIONS,
        run: suggestions,
    }]
}

fn suggestions(site: Arc<Site>, dialogue: Id) -> Answer {
    Box::pin(async move { of(&site, dialogue).await })
}

async fn of(site: &Site, dialogue: Id) -> Result<Value, Fault> {
    let filter = PassageFilter {
        dialogue: Some(dialogue),
        ..PassageFilter::default()
    };
    let mut read = site.db.read().await?;
    let mut texts: Vec<(Id, String)> = Vec::new();
    loop {
        let some = voices::passages(
            &mut read,
            &filter,
            PIECE,
            i64::try_from(texts.len()).unwrap_or(i64::MAX),
        )
        .await?;
        let is_last = (some.len() as i64) < PIECE;
        texts.extend(some.into_iter().map(|passage| (passage.id, passage.body)));
        if is_last {
            break;
        }
    }
    drop(read);
    let vectors = site.get::<WordVectors>();
    let made = move || suggest(&texts, |bodies| vectors.read(bodies));
    let made = web::computed(move || Ok::<_, Infallible>(made())).await?;
    Ok(json!(made))
}
