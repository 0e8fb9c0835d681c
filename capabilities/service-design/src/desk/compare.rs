//! `…/jamfor`: the ideas of a project set against each other by two numbers, as the pack says which; as a picture and a table.

use super::Project;
use askama::Template;
use dialogues::Head;
use identity::{Grant, SeeDesk};
use method::Facts;
use method::pack::{Plane, Sheet};
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "service-design/compare.html")]
struct Compare {
    cx: Cx,
    head: Head,
    pictures: Vec<Picture>,
}

struct Picture {
    id: String,
    name: String,
    svg: String,
    finding: String,
    across: String,
    up: String,
    rows: Vec<Row>,
    /// Those that lack a number stand apart: address and title.
    without: Vec<(String, String)>,
}

struct Row {
    number: usize,
    href: String,
    title: String,
    across: i64,
    up: i64,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let project = Project::read(&req, &mut read).await?;
    let pack = project.picture.pack.clone();
    let mut pictures = Vec::new();
    let drawn = pack
        .sheets
        .iter()
        .filter_map(|sheet| Some((sheet, sheet.plane.as_ref()?, sheet.node.as_ref()?)));
    for (sheet, plane, node) in drawn {
        let all = evidence_chain::fillings(&mut read, project.dialogue.id, node.kind).await?;
        pictures.push(picture(&cx, &project, sheet, plane, &all));
    }
    drop(read);
    page(&Compare {
        head: project.head(&cx),
        pictures,
        cx,
    })
}

/// The number of a field within the scale of the picture.
fn number(facts: &Facts, field: &str, plane: &Plane) -> Option<i64> {
    let number: i64 = facts.text(field).trim().parse().ok()?;
    Some(number.clamp(plane.lowest, plane.highest))
}

fn picture(cx: &Cx, project: &Project, sheet: &Sheet, plane: &Plane, all: &[(evidence_chain::Node, Facts)]) -> Picture {
    let label = |field: &str| {
        project
            .picture
            .pack
            .field(field)
            .map_or(field, |field| field.label.get(cx.lang))
            .to_string()
    };
    let (mut rows, mut without) = (Vec::new(), Vec::new());
    for (node, facts) in all.iter().filter(|(node, _)| !node.is_erased()) {
        let href = cx.link(&node.address());
        match (number(facts, &plane.across, plane), number(facts, &plane.up, plane)) {
            (Some(across), Some(up)) => rows.push(Row {
                number: rows.len() + 1,
                href,
                title: node.title.clone(),
                across,
                up,
            }),
            _ => without.push((href, node.title.clone())),
        }
    }
    let points: Vec<(i64, i64)> = rows.iter().map(|row: &Row| (row.across, row.up)).collect();
    let best = rows.iter().max_by_key(|row| (row.up - row.across, row.up));
    let finding = best
        .map(|row| cx.t1("design-compare-finding", "title", &row.title))
        .unwrap_or_default();
    Picture {
        id: sheet.key.to_lowercase(),
        name: sheet.name.get(cx.lang).to_string(),
        svg: chart::Plane::new(&points, (plane.lowest, plane.highest), &finding).svg,
        across: label(&plane.across),
        up: label(&plane.up),
        finding,
        rows,
        without,
    }
}
