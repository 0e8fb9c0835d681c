//! The report to the council, written from what stands: problems, gaps, agreements, measures and their colours, with what
//! the committee judges and proposes. Swedish whatever language the desk is read in, since the council reads it.

use crate::desk::agreements::names;
use crate::desk::measures::{latest, who_does};
use crate::model::agreement::{State, state};
use crate::model::clock::{Demand, next_due};
use crate::model::measure::Colour;
use crate::model::relevance::Decision;
use crate::picture::Picture;
use crate::store::{
    self, MeasureFollowUp, Party, PromiseFollowUp, StoredAgreement, StoredMeasure, StoredMet, StoredPromise,
};
use crate::words;
use db::Conn;
use documents::{Block, Column, Document, Table};
use jiff::civil::Date;
use std::sync::Arc;
use texts::{Lang, Local, Texts};
use web::{Fault, Settings, Site};

/// What somebody writes in a report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Written {
    pub title: String,
    pub case_number: String,
    pub assessment: String,
    pub proposal: String,
}

/// All that a report is written from.
pub(crate) struct Report {
    picture: Picture,
    agreements: Vec<StoredAgreement>,
    parties: Vec<Party>,
    measures: Vec<StoredMeasure>,
    follow_ups: Vec<MeasureFollowUp>,
    /// What the act asks for every other year.
    met: Vec<StoredMet>,
    promises: Vec<StoredPromise>,
    promise_follow_ups: Vec<PromiseFollowUp>,
    today: Date,
    /// What a problem can need, in words.
    functions: Vec<(String, String)>,
    texts: Arc<Texts>,
    local: Local,
}

impl Report {
    pub(crate) async fn read(site: &Site, conn: &mut Conn) -> Result<Report, Fault> {
        Ok(Report {
            picture: Picture::read(conn).await?,
            agreements: store::agreements(conn).await?,
            parties: store::parties(conn).await?,
            measures: store::measures(conn).await?,
            follow_ups: store::measure_follow_ups(conn).await?,
            met: store::demands_met(conn).await?,
            promises: store::promises(conn).await?,
            promise_follow_ups: store::promise_follow_ups(conn).await?,
            today: site.today(),
            functions: words::choices(site, Lang::Sv, words::FUNCTIONS),
            texts: site.texts.clone(),
            local: Local {
                lang: Lang::Sv,
                zone: site.zone.clone(),
            },
        })
    }

    fn t(&self, key: &str) -> String {
        self.texts.get(Lang::Sv, key)
    }

    fn day(&self, date: Option<Date>) -> String {
        date.map(|date| self.local.short_date(date)).unwrap_or_default()
    }

    /// The report with what was written in it.
    pub(crate) fn document(&self, settings: &Settings, written: &Written) -> Document {
        let mut blocks = vec![
            Block::heading(1, self.t("civil-report-summary")),
            Block::Facts { rows: self.summary() },
        ];
        let section = |heading: &str, table: Table, none: &str| {
            let body = if table.rows.is_empty() {
                Block::paragraph(self.t(none))
            } else {
                Block::Table(table)
            };
            [Block::heading(1, self.t(heading)), body]
        };
        blocks.extend(documents::prose(&written.assessment));
        blocks.extend(section(
            "civil-report-problems",
            self.problems(),
            "civil-report-no-problems",
        ));
        blocks.extend(section("civil-report-gaps", self.gaps(), "civil-report-no-gaps"));
        blocks.extend(section(
            "civil-report-agreements",
            self.agreements(),
            "civil-report-no-agreements",
        ));
        blocks.extend(section(
            "civil-report-measures",
            self.measures(),
            "civil-report-no-measures",
        ));
        blocks.extend(section(
            "civil-report-outcomes",
            self.outcomes(),
            "civil-report-no-outcomes",
        ));
        blocks.extend(section("civil-promises", self.promises(), "civil-report-no-promises"));
        blocks.push(Block::heading(1, self.t("civil-report-proposal")));
        blocks.extend(documents::prose(&written.proposal));
        blocks.push(Block::note(self.t("civil-report-note")));
        Document {
            title: written.title.clone(),
            language: "sv-SE".to_owned(),
            kind: self.t("civil-report-kind"),
            organisation: settings.municipality.clone(),
            unit: settings.office.clone(),
            author: settings.office.clone(),
            date: self.today,
            case_number: written.case_number.clone(),
            subject: self.t("civil-report-subject"),
            recipient: self.t("civil-report-recipient"),
            head: vec![(self.t("civil-report-date"), self.day(Some(self.today)))],
            blocks,
        }
    }

    /// The numbers, each with its base.
    fn summary(&self) -> Vec<(String, String)> {
        let of = |part: usize, whole: usize| format!("{part} av {whole}");
        let in_force = self.in_force().count();
        let with = |colour: Colour| {
            let is_it =
                |one: &&StoredMeasure| latest(&self.follow_ups, one.id).is_some_and(|one| one.colour == colour.code());
            self.measures.iter().filter(is_it).count()
        };
        let mut rows: Vec<(String, String)> = Demand::ALL.iter().map(|demand| self.demand(*demand)).collect();
        rows.extend([
            (
                self.t("civil-report-judged"),
                of(self.picture.problems_judged(), self.picture.problems.len()),
            ),
            (
                self.t("civil-report-decided"),
                of(self.picture.gaps_decided(), self.picture.gaps.len()),
            ),
            (self.t("civil-report-in-force"), of(in_force, self.agreements.len())),
        ]);
        rows.extend(
            Colour::ALL
                .iter()
                .map(|colour| (self.t(colour.label()), of(with(*colour), self.measures.len()))),
        );
        rows
    }

    /// What the act asks for every other year: which, by whom, and when it is due again.
    fn demand(&self, demand: Demand) -> (String, String) {
        let met = store::latest_met(&self.met, demand);
        let told = met.and_then(|one| {
            let decided_on = one.decided_on?;
            let due = self.local.short_date(next_due(decided_on));
            let decided = self.local.short_date(decided_on);
            let parts = [one.version.clone(), one.decided_by.clone(), decided];
            Some(format!("{}. {} {due}", parts.join(", "), self.t("civil-demand-due")))
        });
        (
            self.t(demand.label()),
            told.unwrap_or_else(|| self.t("civil-demand-never")),
        )
    }

    fn promises(&self) -> Table {
        let row = |one: &StoredPromise| {
            let latest = self.promise_follow_ups.iter().find(|told| told.promise_id == one.id);
            let colour = latest.and_then(|told| Colour::from_code(&told.colour));
            vec![
                one.promise.title.clone(),
                one.promise.parties.join(", "),
                self.local.period(one.promise.from_on, one.promise.until_on),
                colour.map_or_else(|| self.t("civil-colour-none"), |one| self.t(one.label())),
                latest.map(|told| told.told.clone()).unwrap_or_default(),
            ]
        };
        let columns = [
            "civil-field-promise-title",
            "civil-field-promise-parties",
            "civil-promise-period",
            "civil-follow-up",
            "civil-field-promise-told",
        ];
        self.table("civil-promises", &columns, self.promises.iter().map(row).collect())
    }

    fn in_force(&self) -> impl Iterator<Item = &StoredAgreement> {
        let is_it = |one: &&StoredAgreement| state(&one.agreement, one.ended_on, self.today) == State::InForce;
        self.agreements.iter().filter(is_it)
    }

    fn table(&self, caption: &str, columns: &[&str], rows: Vec<Vec<String>>) -> Table {
        Table {
            caption: self.t(caption),
            columns: columns.iter().map(|key| Column::text(self.t(key))).collect(),
            header_column: true,
            rows,
        }
    }

    fn problems(&self) -> Table {
        let row = |one: &store::StoredProblem| {
            let causes = self.picture.causes.iter().filter(|cause| cause.problem_id == one.id);
            let causes: Vec<String> = causes
                .map(|cause| format!("{} {}", cause.label(), cause.cause))
                .collect();
            let problem = &one.problem;
            let title = format!("{}. {}", one.number, problem.title);
            vec![
                title,
                problem.place.clone(),
                problem.description.clone(),
                causes.join("; "),
            ]
        };
        let columns = [
            "civil-field-problem",
            "civil-field-place",
            "civil-field-description",
            "civil-causes",
        ];
        self.table(
            "civil-report-problems",
            &columns,
            self.picture.problems.iter().map(row).collect(),
        )
    }

    fn gaps(&self) -> Table {
        let row = |gap: &crate::model::relevance::Gap| {
            let problem = self.picture.problems.iter().find(|one| one.id == gap.problem);
            let decided = self.picture.decision(gap);
            let decision = decided.and_then(|one| Decision::from_code(&one.decision));
            let what = decided.map(|one| {
                let parts = [one.reason.clone(), one.responsible.clone(), self.day(one.due_on)];
                let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                parts.join(", ")
            });
            vec![
                problem.map(|one| one.problem.title.clone()).unwrap_or_default(),
                words::name(&self.functions, gap.function.code()),
                self.t(gap.kind.label()),
                decision.map_or_else(|| self.t("civil-undecided"), |one| self.t(one.label())),
                what.unwrap_or_default(),
            ]
        };
        let columns = [
            "civil-field-problem",
            "civil-function",
            "civil-gap-why",
            "civil-field-decision",
            "civil-field-reason",
        ];
        self.table(
            "civil-report-gaps",
            &columns,
            self.picture.gaps.iter().map(row).collect(),
        )
    }

    fn agreements(&self) -> Table {
        let row = |one: &StoredAgreement| {
            vec![
                one.agreement.title.clone(),
                names(&self.parties, one.id),
                one.agreement.purposes.join("; "),
                one.agreement.areas.join("; "),
                self.day(one.agreement.expires_on),
            ]
        };
        let columns = [
            "civil-field-agreement-title",
            "civil-parties",
            "civil-field-purposes",
            "civil-field-agreement-areas",
            "civil-field-expires",
        ];
        self.table("civil-report-agreements", &columns, self.in_force().map(row).collect())
    }

    /// Brå's columns.
    fn measures(&self) -> Table {
        let row = |one: &StoredMeasure| {
            let cause = self.picture.causes.iter().find(|cause| cause.id == one.measure.cause);
            let colour = latest(&self.follow_ups, one.id).and_then(|one| Colour::from_code(&one.colour));
            vec![
                cause
                    .map(|cause| format!("{} {}", cause.label(), cause.cause))
                    .unwrap_or_default(),
                one.measure.action.clone(),
                one.measure.goal.clone(),
                one.measure.timing.clone(),
                who_does(one),
                colour.map_or_else(|| self.t("civil-colour-none"), |one| self.t(one.label())),
            ]
        };
        let columns = [
            "civil-field-cause",
            "civil-field-action",
            "civil-field-goal",
            "civil-field-timing",
            "civil-who",
            "civil-follow-up",
        ];
        self.table(
            "civil-report-measures",
            &columns,
            self.measures.iter().map(row).collect(),
        )
    }

    fn outcomes(&self) -> Table {
        let row = |one: &StoredMeasure| {
            let told = latest(&self.follow_ups, one.id)?;
            Some(vec![
                one.measure.action.clone(),
                told.outcome.clone(),
                told.effect.clone(),
                self.day(told.followed_on),
            ])
        };
        let columns = [
            "civil-field-action",
            "civil-field-outcome",
            "civil-field-effect",
            "civil-field-on",
        ];
        self.table(
            "civil-report-outcomes",
            &columns,
            self.measures.iter().filter_map(row).collect(),
        )
    }
}
