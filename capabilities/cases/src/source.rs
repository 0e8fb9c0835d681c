//! What cases can prove to the gates, and what they owe by when.

use crate::paper::Kind;
use crate::store::{self, papers as store_papers};
use db::{Conn, Id};
use method::{Asking, BoxFuture, Duty, Evidence, Source};

/// Evidence about papers, decisions and answers; duties about assignments and answers.
pub fn source() -> Source {
    Source {
        name: "cases",
        evidence,
        duties,
    }
}

fn evidence(conn: &mut Conn, dialogue: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
    Box::pin(async move {
        let desk = |page: &str| format!("/arbetsyta/dialoger/{dialogue}/{page}");
        let decisions = count(store::decisions(conn, dialogue).await?.len());
        let themes = insights::themes(conn, dialogue).await?;
        let answers = store::answers(conn, dialogue).await?;
        let base = count(themes.themes.len());
        let answered = |published: bool| {
            let is_answered = |theme: Id| {
                answers
                    .iter()
                    .any(|one| one.theme_id == theme && (!published || one.published_at.is_some()))
            };
            count(themes.themes.iter().filter(|one| is_answered(one.theme.id)).count())
        };
        let (written, published) = (answered(false), answered(true));
        let reports = count(store_papers::snapshots(conn, dialogue, Kind::Report).await?.len()).min(1);
        let statements = count(store_papers::snapshots(conn, dialogue, Kind::Statement).await?.len()).min(1);
        let whole = |n: i64| base > 0 && n == base;
        Ok(vec![
            Evidence {
                key: "report-adopted",
                met: reports > 0,
                count: reports,
                base: 1,
                href: desk("rapport"),
            },
            Evidence {
                key: "case-handed-over",
                met: statements > 0,
                count: statements,
                base: 1,
                href: desk("tjansteutlatande"),
            },
            Evidence {
                key: "decision-recorded",
                met: decisions > 0,
                count: decisions,
                base: 1,
                href: desk("beslut"),
            },
            Evidence {
                key: "themes-answered",
                met: whole(written),
                count: written,
                base,
                href: desk("svar"),
            },
            Evidence {
                key: "answers-published",
                met: whole(published),
                count: published,
                base,
                href: desk("svar"),
            },
        ])
    })
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn duties<'a>(conn: &'a mut Conn, asking: &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>> {
    Box::pin(async move {
        let assignments = store::assignments(conn).await?;
        let owed = assignments.into_iter().filter(|one| one.status().is_open());
        let near = owed.filter(|one| one.due_on.is_some_and(|due| due <= asking.horizon()));
        Ok(near
            .map(|one| Duty {
                due: one.due_on,
                title_key: "cases-duty-assignment",
                about: format!("{} § {} ({})", one.body, one.paragraph, one.case_number),
                href: format!("/arbetsyta/uppdrag/{}", one.id),
                weight: 2,
            })
            .collect())
    })
}
