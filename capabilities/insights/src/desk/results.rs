//! `…/resultat`: what people answered, question by question, and what the free texts are about.

use askama::Template;
use chart::Bars;
use db::Conn;
use identity::{AnalyseContributions, Grant, SeeDesk};
use participation::model::channel::Channel;
use participation::store as voices;
use web::{Cx, Reply, Req, page};

use super::files::names;
use super::{Room, Tab};
use crate::reading::{self, Compared};
use crate::voting::{Voting, votings};
use crate::words::{Figure, comparison, decimal, figures, missing, said, theme_bars};

#[derive(Template)]
#[template(path = "insights/results.html")]
struct Results {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    tabs: Vec<Tab>,
    room: Room,
    /// Contributions per channel, in words, and all of them.
    channels: Vec<(String, String)>,
    total: String,
    is_empty: bool,
    parts: Vec<Part>,
    votings: Vec<VotingPart>,
    themes: Option<(String, Bars)>,
    progress: String,
    coding_href: String,
    represented: Vec<Represented>,
    population_href: String,
}

/// Who took part beside who lives here, by one background question.
struct Represented {
    heading: String,
    finding: String,
    /// Who is missing and by how many; how unlike the whole is.
    notes: Vec<String>,
}

fn represented(cx: &Cx, compared: &Compared) -> Represented {
    let index = compared
        .dissimilarity
        .map(|index| cx.t1("insights-representation-index", "index", decimal(cx, 100.0 * index)));
    Represented {
        heading: said(cx, &compared.label),
        finding: comparison(cx, compared).0,
        notes: Some(missing(cx, compared))
            .filter(|told| !told.is_empty())
            .into_iter()
            .chain(index)
            .collect(),
    }
}

/// Statements or a vote over money, with the files to compute it again from.
struct VotingPart {
    voting: Voting,
    files: Vec<(String, String)>,
}

/// One activity's figures.
struct Part {
    title: String,
    figures: Vec<(Figure, String)>,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let room = Room::of(&mut read, &req).await?;
    let counts = voices::counts(&mut read, room.id).await?;
    let parts = parts(&cx, &mut read, &room).await?;
    let votings = votings(&cx, &mut read, room.id).await?;
    let may_download = who.staff.may::<AnalyseContributions>();
    let file = |voting: &Voting, (name, label): (&str, &str)| {
        let address = room.under(&format!("resultat/{}/{name}", voting.activity));
        (cx.link(&address), cx.t(label))
    };
    let votings: Vec<VotingPart> = votings
        .into_iter()
        .map(|voting| VotingPart {
            files: names(voting.is_statements)
                .iter()
                .filter(|_| may_download)
                .map(|one| file(&voting, *one))
                .collect(),
            voting,
        })
        .collect();
    let themes = reading::themes(&mut read, room.id).await?;
    let compared = reading::representation(&mut read, room.id).await?;
    let progress = themes.progress;
    page(&Results {
        crumbs: room.crumbs(&cx),
        tabs: room.tabs(&cx),
        is_empty: counts.is_empty(),
        total: cx.tn(
            "insights-results-total",
            counts.iter().map(|count| count.n).sum::<i64>(),
        ),
        channels: counts
            .iter()
            .map(|count| (channel_name(&cx, &count.channel), cx.number(count.n)))
            .collect(),
        parts,
        votings,
        progress: progress_text(&cx, progress.base, progress.base - progress.left()),
        themes: (!themes.themes.is_empty()).then(|| theme_bars(&cx, &themes)),
        coding_href: cx.link(&room.under("kodning")),
        represented: compared.iter().map(|one| represented(&cx, one)).collect(),
        population_href: cx.link(&room.under("befolkning")),
        room,
        cx,
    })
}

async fn parts(cx: &Cx, conn: &mut Conn, room: &Room) -> db::Result<Vec<Part>> {
    let results = reading::results(conn, room.id).await?;
    let mut parts: Vec<(db::Id, Part)> = Vec::new();
    // Statements stand in a table of their own.
    let figures = results.iter().zip(figures(cx, &results));
    for (result, figure) in figures.filter(|(result, _)| result.kind != "statement") {
        let free_text = matches!(figure.kind, "short-text" | "long-text");
        let address = format!("kodning?aktivitet={}&fraga={}", result.activity, result.key);
        let href = if free_text {
            cx.link(&room.under(&address))
        } else {
            String::new()
        };
        match parts.iter_mut().find(|(activity, _)| *activity == result.activity) {
            Some((_, part)) => part.figures.push((figure, href)),
            None => {
                let title = result.activity_title.said(cx.lang.code()).to_owned();
                parts.push((
                    result.activity,
                    Part {
                        title,
                        figures: vec![(figure, href)],
                    },
                ));
            }
        }
    }
    Ok(parts.into_iter().map(|(_, part)| part).collect())
}

/// The channel's name; an unknown word stands as it is.
pub(super) fn channel_name(cx: &Cx, name: &str) -> String {
    Channel::named(name).map_or_else(
        || name.to_owned(),
        |channel| cx.t(participation::channel_label(channel)),
    )
}

/// "120 av 300 texter är lästa."
pub(super) fn progress_text(cx: &Cx, base: i64, done: i64) -> String {
    cx.ta(
        "insights-progress",
        &[("done", cx.number(done).into()), ("base", cx.number(base).into())],
    )
}
