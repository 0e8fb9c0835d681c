//! `…/kodning/export`: the texts that the filter finds, with their themes, as a table to count in.

use std::collections::HashSet;

use db::{Conn, Id};
use documents::Cell;
use identity::{AnalyseContributions, Grant};
use participation::store::{self as voices, Passage, PassageFilter};
use web::{Cx, Fault, Reply, Req};

use super::Room;
use super::coding::state_tag;
use super::results::channel_name;
use crate::filter::CodingFilter;
use crate::model::coding::Codings;
use crate::reading::{self, Asked, ThemeCount};
use crate::store;
use crate::words::said;

pub(crate) async fn export(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let cx = who.cx(&req);
    let filter = CodingFilter::of_request(&req);
    let mut read = req.site.db.read().await?;
    let room = Room::of(&mut read, &req).await?;
    let asked = reading::asked(&mut read, room.id).await?;
    let plan = store::themes(&mut read, room.id).await?;
    let (_, codings) = reading::codings(&mut read, room.id).await?;
    let themes = reading::counted(&plan, &codings).themes;
    let rows = export_rows(&cx, &mut read, &filter, &room, &asked, &themes, &codings).await?;
    drop(read);
    let bytes = documents::csv::write(
        &export_titles(&cx, &themes),
        &rows,
        documents::csv::Style::SWEDISH_EXCEL,
    );
    web::download(
        &format!("{}.csv", cx.t("insights-export-file")),
        documents::CSV,
        bytes.map_err(Fault::internal)?,
    )
}

fn export_titles(cx: &Cx, themes: &[ThemeCount]) -> Vec<String> {
    let fixed = [
        "id", "activity", "question", "channel", "day", "state", "text", "read", "quotable", "themes",
    ];
    let fixed = fixed.into_iter().map(|name| cx.t(&format!("insights-export-{name}")));
    fixed.chain(themes.iter().map(|one| one.theme.name.clone())).collect()
}

async fn export_rows(
    cx: &Cx,
    conn: &mut Conn,
    filter: &CodingFilter,
    room: &Room,
    asked: &[Asked],
    themes: &[ThemeCount],
    codings: &Codings,
) -> db::Result<Vec<Vec<Cell>>> {
    let wanted: HashSet<Id> = filter.find(conn, room.id, codings).await?.into_iter().collect();
    let all = PassageFilter {
        dialogue: Some(room.id),
        ..PassageFilter::default()
    };
    let passages = voices::passages(conn, &all, i64::MAX, 0).await?;
    let row = |passage: &Passage| {
        let marks = codings.marks(passage.id);
        let activity = asked.iter().find(|one| one.activity.id == passage.activity_id);
        let question = activity.and_then(|one| one.question(&passage.question));
        let names: Vec<&str> = themes
            .iter()
            .filter(|one| marks.themes.contains(&one.theme.id))
            .map(|one| one.theme.name.as_str())
            .collect();
        let mut row = vec![
            Cell::text(passage.id.to_string()),
            Cell::text(activity.map(|one| said(cx, &one.title())).unwrap_or_default()),
            Cell::text(
                question
                    .map(|one| said(cx, &one.label))
                    .unwrap_or_else(|| passage.question.clone()),
            ),
            Cell::text(channel_name(cx, &passage.channel)),
            Cell::Date(cx.local().day(passage.submitted_at)),
            Cell::text(cx.t(state_tag(passage.state()).map_or("insights-state-published", |(key, _)| key))),
            Cell::text(&passage.body),
            Cell::Yes(codings.is_done(passage.id)),
            Cell::Yes(marks.quotable),
            Cell::text(names.join(" | ")),
        ];
        row.extend(themes.iter().map(|one| Cell::Yes(marks.themes.contains(&one.theme.id))));
        row
    };
    Ok(passages
        .iter()
        .filter(|passage| wanted.contains(&passage.id))
        .map(row)
        .collect())
}
