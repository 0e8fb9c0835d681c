//! The odds of a lottery, computed apart from requests. The file of a thousand panels is kept with the lottery, so that it is erased with
//! it; what stands among the computed results names nobody.

use crate::model::odds::{Computed, compute};
use crate::model::stage::Stage;
use crate::store;
use background::{Answer, Work};
use db::{Actor, Id};
use serde_json::{Value, json};
use std::convert::Infallible;
use std::sync::Arc;
use web::{Fault, Site};

/// The word for these results.
pub(crate) const ODDS: &str = "panel-odds";

/// What the site computes for lotteries.
pub fn works() -> Vec<Work> {
    vec![Work { kind: ODDS, run: odds }]
}

fn odds(site: Arc<Site>, id: Id) -> Answer {
    Box::pin(async move { of(&site, id).await })
}

async fn of(site: &Site, id: Id) -> Result<Value, Fault> {
    let mut read = site.db.read().await?;
    let lottery = store::lottery(&mut read, id).await?;
    let pool = store::pool(&mut read, id).await?;
    drop(read);
    // Published odds stand; erased people have none.
    let (Stage::Preparing, Some(pool)) = (lottery.stage(), pool) else {
        return Ok(Value::Null);
    };
    let (quotas, seats, revision) = (lottery.quotas()?, lottery.size(), lottery.revision);
    let made = web::computed(move || Ok::<_, Infallible>(compute(&quotas, &pool, seats))).await?;
    let (outcome, document) = made;
    if let Some(document) = document {
        site.db
            .write(Actor::System, async |tx| {
                store::keep_document(tx, id, revision, &document).await
            })
            .await?;
    }
    Ok(json!(Computed { revision, outcome }))
}
