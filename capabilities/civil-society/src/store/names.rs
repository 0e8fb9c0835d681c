//! Organisations by what lists and choices need of them: names, topics, areas, the day of their review.

use crate::model::list_of;
use crate::model::organisation::{Draft, folded};
use db::{Conn, Id, Result, args, sql};
use jiff::civil::Date;
use serde_json::Value as Json;

db::record! {
    struct ListsRow {
        topics: Json,
        areas: Json,
    }
}

/// Topics and areas that the register knows, for its filter.
pub(crate) async fn known_lists(conn: &mut Conn) -> Result<(Vec<String>, Vec<String>)> {
    let query = sql!("select distinct topics, areas from organisation where archived_at is null");
    let rows = conn.all::<ListsRow>(query, args![]).await?;
    let (mut topics, mut areas) = (Vec::new(), Vec::new());
    for row in rows {
        topics.extend(list_of(row.topics));
        areas.extend(list_of(row.areas));
    }
    for list in [&mut topics, &mut areas] {
        list.sort_by_key(|part| part.to_lowercase());
        list.dedup();
    }
    Ok((topics, areas))
}

db::record! {
    /// An organisation by its name, for choices and for finding duplicates.
    #[derive(Debug, Clone)]
    pub(crate) struct Named {
        pub id: Id,
        pub name: String,
        pub number: String,
        pub is_archived: bool,
    }
}

/// All organisations, also archived ones, by name.
pub(crate) async fn named(conn: &mut Conn) -> Result<Vec<Named>> {
    let query =
        sql!("select id, name, number, archived_at is not null as is_archived from organisation order by folded, id");
    conn.all(query, args![]).await
}

/// Another organisation with the same number, or the same folded name: the number weighs most.
pub(crate) async fn duplicate(conn: &mut Conn, draft: &Draft, but: Option<Id>) -> Result<Option<Named>> {
    let name = folded(&draft.name);
    let query = sql!(
        "select id, name, number, archived_at is not null as is_archived from organisation
         where ((number <> '' and number = $1) or folded = $2) and id is distinct from $3
         order by case when number = $1 then 0 else 1 end, id limit 1"
    );
    conn.maybe(query, args![&draft.number, name, but]).await
}

db::record! {
    /// An organisation whose facts should be looked at.
    #[derive(Debug, Clone)]
    pub(crate) struct ToReview {
        pub id: Id,
        pub name: String,
        pub review_on: Option<Date>,
    }
}

/// Organisations to be looked at by that day, soonest first.
pub(crate) async fn to_review(conn: &mut Conn, until: Date, limit: i64) -> Result<Vec<ToReview>> {
    // Uses organisation_review.
    let query = sql!(
        "select id, name, review_on from organisation
         where archived_at is null and review_on <> '' and review_on <= $1 order by review_on, id limit $2"
    );
    conn.all(query, args![until, limit]).await
}

/// How many organisations are to be looked at by that day.
pub(crate) async fn count_to_review(conn: &mut Conn, until: Date) -> Result<i64> {
    let query =
        sql!("select count(*) from organisation where archived_at is null and review_on <> '' and review_on <= $1");
    conn.scalar(query, args![until]).await
}
