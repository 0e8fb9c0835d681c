//! What came of statements and of votes over money, ready for a page: the same on the desk and in public. It was computed apart
//! from requests (`participation::opinions`, `participation::count`); here it gets its words, and small counts stay hidden.

mod money;

use askama::Template;
use background::Computed;
use chart::{Scatter, Stand};
use db::{Conn, Id};
use participation::kinds::{COUNT, OPINIONS, kind};
use participation::model::definition::Question;
use participation::opinions::{self, CountedStatement, Opinions, SQUARES, Stances};
use web::{Cx, Fault};

use crate::reading::{Asked, asked};
use crate::words::said;

/// A mean silhouette up to here is a weak division (Kaufman and Rousseeuw, *Finding Groups in Data*, 1990).
const WEAK: f64 = 0.5;

/// The result of one activity, as a piece of a page below a heading of the second level.
#[derive(Debug, Clone)]
pub struct Voting {
    pub activity: Id,
    pub title: String,
    /// Markup of ours; what people wrote in it is escaped.
    pub html: String,
    /// Statements, or else a vote over money.
    pub is_statements: bool,
}

#[derive(Template)]
#[template(path = "insights/opinions.html")]
struct OpinionsPart {
    cx: Cx,
    id: String,
    current: String,
    base: String,
    finding: String,
    rows: Vec<StatementRow>,
    agreed: Vec<Line>,
    rejected: Vec<Line>,
    dividing: Vec<Line>,
    groups: Vec<GroupPart>,
    /// Empty while there are no groups.
    picture: String,
    notes: Vec<String>,
}

/// A statement with what may be told of it.
struct StatementRow {
    words: String,
    foreign: bool,
    /// Agree, disagree, pass: "64 % (32)".
    stances: [String; 3],
    n: String,
}

/// A statement in a list, and what is told after it.
struct Line {
    words: String,
    foreign: bool,
    told: String,
}

struct GroupPart {
    name: String,
    size: String,
    share: String,
    typical: Vec<Line>,
}

/// The results of all activities of a dialogue whose results are computed apart, in the order of its page.
///
/// # Errors
/// The database's.
pub async fn votings(cx: &Cx, conn: &mut Conn, dialogue: Id) -> Result<Vec<Voting>, Fault> {
    let mut votings = Vec::new();
    // A dialogue has a handful of activities.
    for one in asked(conn, dialogue).await? {
        let html = match kind(&one.activity.kind).computed() {
            Some(OPINIONS) => of_statements(cx, conn, &one).await?,
            Some(COUNT) => money::of_budget(cx, conn, &one).await?,
            _ => continue,
        };
        votings.push(Voting {
            activity: one.activity.id,
            title: said(cx, &one.title()),
            html,
            is_statements: kind(&one.activity.kind).computed() == Some(OPINIONS),
        });
    }
    Ok(votings)
}

/// When it was computed, and whether it is being computed anew.
fn currency(cx: &Cx, computed: &Computed) -> String {
    match (computed.made_at, computed.current) {
        (None, _) => cx.t("insights-voting-first"),
        (Some(at), true) => cx.t1("insights-voting-current", "moment", cx.moment(&at)),
        (Some(at), false) => cx.t1("insights-voting-waits", "moment", cx.moment(&at)),
    }
}

async fn of_statements(cx: &Cx, conn: &mut Conn, one: &Asked) -> Result<String, Fault> {
    let found = opinions::opinions(conn, one.activity.id).await?;
    let (found, current) = match found {
        Some((found, computed)) => (found, currency(cx, &computed)),
        None => (Opinions::default(), cx.t("insights-voting-none")),
    };
    let telling = Telling { cx, one, found: &found };
    let rows: Vec<StatementRow> = found.statements.iter().filter_map(|row| telling.row(row)).collect();
    let lines = |keys: &[String], pick: fn(&Stances) -> Option<u64>| -> Vec<Line> {
        keys.iter().filter_map(|key| telling.shared(key, pick)).collect()
    };
    let agreed = lines(&found.agreed, |all| all.agree);
    let part = OpinionsPart {
        id: format!("pastaenden-{}", one.activity.id),
        base: base(cx, &found),
        finding: match agreed.first() {
            Some(first) => cx.t1("insights-statements-finding", "statement", &first.words),
            None => cx.t("insights-statements-finding-none"),
        },
        rejected: lines(&found.rejected, |all| all.disagree),
        dividing: telling.dividing(),
        groups: telling.groups(),
        picture: telling.picture(),
        notes: telling.notes(),
        agreed,
        rows,
        current,
        cx: cx.clone(),
    };
    part.render().map_err(Fault::internal)
}

/// What is needed to tell of one conversation.
struct Telling<'a> {
    cx: &'a Cx,
    one: &'a Asked,
    found: &'a Opinions,
}

impl Telling<'_> {
    /// The statement as it stands now; `None` when it may not be shown any more.
    fn words(&self, key: &str) -> Option<(String, bool)> {
        let question: &Question = self.one.question(key)?;
        let foreign = !question.label.is_in(self.cx.lang.code());
        Some((said(self.cx, &question.label), foreign))
    }

    /// "64 % (32)", or that too few did.
    fn share(&self, count: Option<u64>, n: Option<u64>) -> String {
        match count.zip(n) {
            Some((count, n)) => {
                let (count, n) = (signed(count), signed(n));
                format!("{} ({})", self.cx.percent(count, n), self.cx.number(count))
            }
            None => self.cx.t("web-few"),
        }
    }

    fn row(&self, row: &CountedStatement) -> Option<StatementRow> {
        let (words, foreign) = self.words(&row.key)?;
        let all = row.all;
        Some(StatementRow {
            words,
            foreign,
            stances: [all.agree, all.disagree, all.pass].map(|count| self.share(count, all.n)),
            n: match all.n {
                Some(n) => self.cx.number(signed(n)),
                None => self.cx.t("web-few"),
            },
        })
    }

    fn counted(&self, key: &str) -> Option<&CountedStatement> {
        self.found.statements.iter().find(|row| row.key == key)
    }

    /// A statement that most take the same stance on; without a number where that would tell of a few.
    fn shared(&self, key: &str, pick: fn(&Stances) -> Option<u64>) -> Option<Line> {
        let (words, foreign) = self.words(key)?;
        let all = self.counted(key)?.all;
        let told = match (pick(&all), all.n) {
            (Some(count), Some(n)) => self.of(count, n),
            _ => String::new(),
        };
        Some(Line { words, foreign, told })
    }

    fn of(&self, count: u64, n: u64) -> String {
        let (count, n) = (signed(count), signed(n));
        self.cx.ta(
            "insights-statements-of",
            &[
                ("share", self.cx.percent(count, n).into()),
                ("count", self.cx.number(count).into()),
                ("n", self.cx.number(n).into()),
            ],
        )
    }

    fn dividing(&self) -> Vec<Line> {
        let line = |one: &opinions::Dividing| {
            let (words, foreign) = self.words(&one.key)?;
            let told = self.cx.t2(
                "insights-statements-against",
                ("agreeing", &one.agreeing.to_string()),
                ("disagreeing", &one.disagreeing.to_string()),
            );
            Some(Line { words, foreign, told })
        };
        self.found.dividing.iter().filter_map(line).collect()
    }

    fn groups(&self) -> Vec<GroupPart> {
        let group = |(place, group): (usize, &opinions::OpinionGroup)| {
            let typical = group.typical.iter().filter_map(|typical| {
                let (words, foreign) = self.words(&typical.key)?;
                let stances = self
                    .counted(&typical.key)?
                    .groups
                    .get(place)
                    .copied()
                    .unwrap_or_default();
                let (count, told) = match typical.agrees {
                    true => (stances.agree, "insights-statements-agrees"),
                    false => (stances.disagree, "insights-statements-disagrees"),
                };
                let numbers = count
                    .zip(stances.n)
                    .map(|(count, n)| self.of(count, n))
                    .unwrap_or_default();
                let told = format!("{} {numbers}", self.cx.t(told)).trim_end().to_owned();
                Some(Line { words, foreign, told })
            });
            GroupPart {
                name: self.cx.t1("insights-statements-group", "label", group.label),
                size: self.cx.number(signed(group.size)),
                share: self.cx.percent(signed(group.size), signed(self.found.participants)),
                typical: typical.collect(),
            }
        };
        self.found.groups.iter().enumerate().map(group).collect()
    }

    fn picture(&self) -> String {
        if self.found.groups.is_empty() {
            return String::new();
        }
        let stand = |square: &opinions::Square| Stand {
            across: square.across,
            up: square.up,
            label: square.group.map(String::from).unwrap_or_default(),
            n: square.n,
        };
        let stands: Vec<Stand> = self.found.squares.iter().map(stand).collect();
        let groups = signed(self.found.groups.len() as u64);
        Scatter::new(&stands, SQUARES, &self.cx.tn("insights-statements-picture", groups)).svg
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.found.too_few || (self.found.groups.is_empty() && self.found.participants > 0) {
            notes.push(self.cx.t("insights-statements-too-few"));
        }
        if self.found.merged > 0 {
            notes.push(self.cx.t("insights-statements-merged"));
        }
        if self.found.separation.is_some_and(|mean| mean <= WEAK) {
            notes.push(self.cx.t("insights-statements-overlap"));
        }
        notes
    }
}

/// How many took part, and how many stances they took; not that where a statement's number is hidden, since the others give it then.
fn base(cx: &Cx, found: &Opinions) -> String {
    let (people, stances) = (cx.number(signed(found.participants)), cx.number(signed(found.stances)));
    match found.statements.iter().all(|row| row.all.n.is_some()) {
        true => cx.t2("insights-statements-base", ("n", &people), ("stances", &stances)),
        false => cx.t1("insights-statements-base-people", "n", people),
    }
}

fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
