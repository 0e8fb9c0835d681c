//! `/dialoger/{slug}/resultat`: what came of it. Answers first, then what was said with its base, then who took part.

use crate::answers::{self, Told};
use crate::list::pack_of;
use crate::page::{DocumentView, find};
use crate::view::{DialogueView, has_results};
use askama::Template;
use chart::{Bars, Comparison};
use db::Conn;
use dialogues::Dialogue;
use insights::{Figure, Voting};
use jiff::civil::Date;
use participation::model::channel::Channel;
use std::time::Duration;
use web::{Anyone, Cx, Fault, Reply, Req};

/// Figures are counted again at most this often; they move only while late paper answers are entered.
const KEEP: Duration = Duration::from_secs(300);
/// Quotes shown for a theme.
const QUOTES: usize = 2;
/// Themes shown with quotes.
const QUOTED_THEMES: usize = 12;

#[derive(Template)]
#[template(path = "publishing/results.html")]
pub(crate) struct Results {
    cx: Cx,
    d: DialogueView,
    told: Told,
    figures: Vec<Figure>,
    votings: Vec<Voting>,
    themes: Option<ThemesView>,
    compared: Vec<ComparedView>,
    method: MethodView,
    next_steps: String,
    documents: Vec<DocumentView>,
    /// Address and text of each download.
    downloads: Vec<(String, String)>,
}

/// Themes of the free texts: the bars and what may be quoted.
struct ThemesView {
    finding: String,
    bars: Bars,
    quoted: Vec<Quoted>,
}

struct Quoted {
    theme: String,
    quotes: Vec<(String, String)>,
}

/// Who took part by one question, beside the population.
struct ComparedView {
    id: String,
    heading: String,
    finding: String,
    chart: Comparison,
    source: String,
}

/// How the voices came in.
struct MethodView {
    contributions: i64,
    /// Name of the channel and how many.
    channels: Vec<(String, String)>,
}

/// `GET /dialoger/{slug}/resultat`
pub async fn show(req: Req, _: Anyone) -> Reply {
    let dialogue = with_results(&req).await?;
    let page = results_of(req.cx(), &dialogue, req.today()).await?;
    let computed = page.votings.iter().map(|one| background::topic(one.activity));
    let topics: Vec<String> = [format!("dialogue:{}", dialogue.id), "settings".to_owned()]
        .into_iter()
        .chain(computed)
        .collect();
    Ok(web::page(&page)?.cached(topics, KEEP))
}

pub(crate) async fn results_of(cx: Cx, dialogue: &Dialogue, today: Date) -> Result<Results, Fault> {
    let pack = pack_of(&cx, dialogue);
    let mut read = cx.site().db.read().await?;
    let conn = &mut read;
    let results = insights::results(conn, dialogue.id).await?;
    let compared = insights::representation(conn, dialogue.id).await?;
    Ok(Results {
        d: DialogueView::new(dialogue, &pack, &cx, today),
        told: answers::told(conn, dialogue, &cx).await?,
        // Statements stand in a table of their own.
        figures: insights::figures(&cx, &results)
            .into_iter()
            .filter(|figure| figure.kind != "statement")
            .collect(),
        votings: insights::votings(&cx, conn, dialogue.id).await?,
        themes: themes(conn, dialogue, &cx).await?,
        compared: compared
            .iter()
            .enumerate()
            .map(|(place, one)| compared_view(place, one, &cx))
            .collect(),
        method: method(conn, dialogue, &cx).await?,
        next_steps: dialogue.facts.text_in("next-steps", cx.lang),
        documents: documents(conn, dialogue, &cx).await?,
        downloads: vec![
            (
                cx.link(&format!("{}/resultat/svar.csv", dialogue.address())),
                cx.t("publishing-download-csv"),
            ),
            (
                cx.link(&format!("/api/v1/dialogues/{}/results", dialogue.slug)),
                cx.t("publishing-download-json"),
            ),
        ],
        cx,
    })
}

/// `GET /dialoger/{slug}/resultat/svar.csv`: the same figures as on the page, one row for each answer.
pub async fn csv(req: Req, _: Anyone) -> Reply {
    let dialogue = with_results(&req).await?;
    let text = csv_of(&req.cx(), &dialogue).await?;
    web::download(&format!("{}-svar.csv", dialogue.slug), "text/csv; charset=utf-8", text)
}

pub(crate) async fn csv_of(cx: &Cx, dialogue: &Dialogue) -> Result<String, Fault> {
    let mut conn = cx.site().db.read().await?;
    let results = insights::results(&mut conn, dialogue.id).await?;
    // The mark tells spreadsheets that the text is UTF-8.
    let mut text = String::from("\u{feff}");
    text.push_str(&row(&[
        "publishing-csv-question",
        "publishing-csv-answer",
        "publishing-csv-count",
        "publishing-csv-base",
    ]
    .map(|key| cx.t(key))));
    for figure in insights::figures(cx, &results) {
        for bar in figure.bars.iter().flat_map(|bars| &bars.rows) {
            let count = bar.count.map_or_else(|| cx.t("web-few"), |count| count.to_string());
            text.push_str(&row(&[
                figure.heading.clone(),
                bar.label.clone(),
                count,
                bar.base.to_string(),
            ]));
        }
    }
    Ok(text)
}

/// The dialogue of the address, if its answers have been compiled.
pub async fn with_results(req: &Req) -> Result<Dialogue, Fault> {
    let dialogue = find(req).await?;
    if has_results(dialogue.state_on(req.today()), dialogue.phase(req.today())) {
        Ok(dialogue)
    } else {
        Err(Fault::NotFound)
    }
}

async fn themes(conn: &mut Conn, dialogue: &Dialogue, cx: &Cx) -> Result<Option<ThemesView>, Fault> {
    let themes = insights::themes(conn, dialogue.id).await?;
    if themes.progress.coded == 0 {
        return Ok(None);
    }
    let (finding, bars) = insights::theme_bars(cx, &themes);
    let mut quoted = Vec::new();
    // A code plan has some ten themes; each of the largest may be quoted.
    for one in themes.leading().into_iter().take(QUOTED_THEMES) {
        let quotes = insights::quotes(conn, one.theme.id, QUOTES).await?;
        if !quotes.is_empty() {
            let quotes = quotes.into_iter().map(|quote| (quote.text, quote.language)).collect();
            quoted.push(Quoted {
                theme: one.theme.name.clone(),
                quotes,
            });
        }
    }
    Ok(Some(ThemesView { finding, bars, quoted }))
}

fn compared_view(place: usize, compared: &insights::Compared, cx: &Cx) -> ComparedView {
    let (finding, chart) = insights::comparison(cx, compared);
    ComparedView {
        id: format!("jamforelse-{}", place + 1),
        heading: compared.label.said(cx.lang.code()).to_owned(),
        finding,
        chart,
        source: compared.source.clone(),
    }
}

async fn method(conn: &mut Conn, dialogue: &Dialogue, cx: &Cx) -> Result<MethodView, Fault> {
    let counts = participation::store::counts(conn, dialogue.id).await?;
    let name = |word: &str| {
        Channel::named(word).map_or_else(|| word.to_owned(), |one| cx.t(participation::channel_label(one)))
    };
    Ok(MethodView {
        contributions: counts.iter().map(|one| one.n).sum(),
        channels: counts
            .iter()
            .map(|one| (name(&one.channel), cx.number(one.n)))
            .collect(),
    })
}

async fn documents(conn: &mut Conn, dialogue: &Dialogue, cx: &Cx) -> Result<Vec<DocumentView>, Fault> {
    let documents = dialogues::documents(conn, dialogue.id).await?;
    Ok(documents.iter().map(|one| DocumentView::new(one, cx)).collect())
}

/// One row of a CSV file. A cell that a spreadsheet would take for a formula gets a quotation mark before it.
fn row(cells: &[String]) -> String {
    let cell = |text: &String| {
        let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            "'"
        } else {
            ""
        };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    };
    format!("{}\r\n", cells.iter().map(cell).collect::<Vec<_>>().join(";"))
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn a_cell_is_never_a_formula() {
        let cells = ["=1+1", "Lek; \"bus\"", "−3"].map(str::to_owned);
        assert_eq!(row(&cells), "\"'=1+1\";\"Lek; \"\"bus\"\"\";\"−3\"\r\n");
    }
}
