//! A dialogue in the words of its public page. No rules of the method: names of levels and promises come from the pack.

use crate::phases::{self, Days, Standing};
use dialogues::{Change, Dialogue, Notice, Phase};
use jiff::civil::Date;
use method::Pack;
use web::Cx;

/// The level of a dialogue, in words.
#[derive(Debug, Clone, Default)]
pub struct LevelView {
    /// 1 is the lowest.
    pub rank: u8,
    pub name: String,
    pub meaning: String,
}

impl LevelView {
    fn of(dialogue: &Dialogue, pack: &Pack, cx: &Cx) -> Option<LevelView> {
        let level = pack.ladder.level(dialogue.level.as_deref()?)?;
        Some(LevelView {
            rank: level.rank,
            name: level.name.get(cx.lang).to_owned(),
            meaning: level.meaning.get(cx.lang).to_owned(),
        })
    }
}

/// A dialogue on a list.
#[derive(Debug, Clone)]
pub struct Card {
    pub href: String,
    pub title: String,
    pub summary: String,
    /// State code, for the status tag.
    pub state: String,
    pub level: Option<LevelView>,
    pub area: String,
    /// "Stänger 31 mars 2026".
    pub when: String,
}

impl Card {
    /// The card of a dialogue today.
    pub fn new(dialogue: &Dialogue, pack: &Pack, cx: &Cx, today: Date) -> Card {
        Card {
            href: cx.link(&dialogue.address()),
            title: dialogue.title_in(cx.lang),
            summary: dialogue.summary_in(cx.lang),
            state: dialogue.state_on(today).to_owned(),
            level: LevelView::of(dialogue, pack, cx),
            area: dialogue.area.clone(),
            when: when(dialogue, cx, today),
        }
    }
}

/// The one day that matters most to somebody who comes today, in a short sentence; empty when there is none.
pub fn when(dialogue: &Dialogue, cx: &Cx, today: Date) -> String {
    let say = |key: &str, day: Option<Date>| {
        day.map(|day| cx.t1(key, "date", cx.short_date(&day)))
            .unwrap_or_default()
    };
    match dialogue.phase(today) {
        Phase::Coming => say("publishing-opens", dialogue.opens_on),
        Phase::Open => match dialogue.closes_on {
            Some(day) if day == today => cx.t("publishing-closes-today"),
            Some(day) => {
                let left = i64::from((day - today).get_days());
                cx.ta(
                    "publishing-closes-in",
                    &[("date", cx.short_date(&day).into()), ("n", left.into())],
                )
            }
            None => String::new(),
        },
        Phase::Closed => match dialogue.facts.date("report-on").filter(|day| *day >= today) {
            Some(day) => cx.t1("publishing-report-comes", "date", cx.short_date(&day)),
            None => say("publishing-closed", dialogue.closes_on),
        },
        Phase::Deciding => say("publishing-decision-comes", dialogue.facts.date("decision-expected-on")),
        Phase::Decided => say("publishing-answer-comes", dialogue.feedback_on),
        Phase::Answered | Phase::Ended => cx.t("publishing-result-is-here"),
        Phase::Hidden | Phase::Information | Phase::Paused | Phase::Cancelled => String::new(),
    }
}

/// A phase in words, as the kit's macro shows it.
#[derive(Debug, Clone)]
pub struct PhaseView {
    pub name: String,
    pub note: String,
    pub state: &'static str,
    pub href: String,
}

/// Something that cannot be influenced, and why.
#[derive(Debug, Clone)]
pub struct Fixed {
    pub part: String,
    pub reason: String,
}

/// News of a dialogue.
#[derive(Debug, Clone)]
pub struct News {
    pub moment: String,
    pub iso: String,
    pub text: String,
}

/// Everything the dialogue's page tells besides its activities, documents and answers.
#[derive(Debug, Clone)]
pub struct DialogueView {
    pub href: String,
    pub title: String,
    pub summary: String,
    pub question: String,
    pub state: String,
    pub phase: Phase,
    pub when: String,
    pub level: Option<LevelView>,
    pub promise: String,
    pub phases: Vec<PhaseView>,
    pub can: Vec<String>,
    pub cannot: Vec<Fixed>,
    pub purpose: Vec<String>,
    pub how_used: String,
    pub background: Vec<String>,
    pub period: String,
    pub who: String,
    pub decides: String,
    pub area: String,
    pub case_number: String,
    pub answer_by: String,
    pub contact_name: String,
    pub contact_phone: String,
    pub contact_email: String,
    pub personal_data: String,
    /// What the process template tells the public besides: a heading and its lines.
    pub more: Vec<(String, Vec<String>)>,
    /// The page is read in another language than its facts are written in.
    pub only_swedish: bool,
}

impl DialogueView {
    /// The page of a dialogue today.
    pub fn new(dialogue: &Dialogue, pack: &Pack, cx: &Cx, today: Date) -> DialogueView {
        let facts = &dialogue.facts;
        let text = |key: &str| facts.text_in(key, cx.lang);
        let plain = |key: &str| facts.text(key);
        let period = match (dialogue.opens_on, dialogue.closes_on) {
            (Some(from), Some(to)) => cx.period(&from, &to),
            (Some(from), None) => cx.t1("publishing-from", "date", cx.short_date(&from)),
            _ => String::new(),
        };
        DialogueView {
            href: cx.link(&dialogue.address()),
            title: dialogue.title_in(cx.lang),
            summary: dialogue.summary_in(cx.lang),
            question: text("question"),
            state: dialogue.state_on(today).to_owned(),
            phase: dialogue.phase(today),
            when: when(dialogue, cx, today),
            level: LevelView::of(dialogue, pack, cx),
            promise: text("promise"),
            phases: phase_views(dialogue, cx, today),
            can: facts.list_in("can-influence", cx.lang),
            cannot: fixed(dialogue, cx),
            purpose: facts.list_in("purpose", cx.lang),
            how_used: text("how-results-are-used"),
            background: paragraphs(&text("background")),
            period,
            who: text("who-may-take-part"),
            decides: text("deciding-body"),
            area: dialogue.area.clone(),
            case_number: plain("case-number"),
            answer_by: dialogue.feedback_on.map(|day| cx.short_date(&day)).unwrap_or_default(),
            contact_name: plain("contact-name"),
            contact_phone: plain("contact-phone"),
            contact_email: plain("contact-email"),
            personal_data: text("personal-data-text"),
            more: more(dialogue, pack, cx),
            only_swedish: !facts.is_translated("title", cx.lang),
        }
    }

    /// Whether there is a page of results to read.
    pub fn has_results(&self) -> bool {
        has_results(&self.state, self.phase)
    }

    /// The address of its results.
    pub fn results_href(&self) -> String {
        format!("{}/resultat", self.href)
    }

    /// The dialled form of the telephone number.
    pub fn phone_href(&self) -> String {
        phone_href(&self.contact_phone)
    }
}

/// Results are shown from when the answers have been compiled.
pub fn has_results(state: &str, phase: Phase) -> bool {
    state == "compiled" || matches!(phase, Phase::Deciding | Phase::Decided | Phase::Answered | Phase::Ended)
}

/// `tel:` wants digits and a plus sign only.
pub fn phone_href(phone: &str) -> String {
    let digits: String = phone
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect();
    format!("tel:{digits}")
}

/// Public facts that only the dialogue's own process template asks for: what was voted on, what a walk led to, the answer
/// to a proposal. What every dialogue tells has its own place on the page.
fn more(dialogue: &Dialogue, pack: &Pack, cx: &Cx) -> Vec<(String, Vec<String>)> {
    let usual = method::packs(cx.site()).dialogue();
    let asks = |pack: &Pack, key: &String| pack.tasks.iter().any(|task| task.fields.contains(key));
    let own = pack
        .fields
        .iter()
        .filter(|field| field.public && asks(pack, &field.key) && !asks(&usual, &field.key));
    own.map(|field| {
        let told = method::told(cx, pack, field, &dialogue.facts);
        let rows = told.rows.iter().map(|cells| {
            let filled = cells.iter().filter(|cell| !cell.is_empty());
            filled.cloned().collect::<Vec<_>>().join(" – ")
        });
        let lines = told.lines.iter().cloned().chain(rows).collect::<Vec<_>>();
        (field.label.get(cx.lang).to_owned(), lines)
    })
    .filter(|(_, lines)| !lines.is_empty())
    .collect()
}

fn phase_views(dialogue: &Dialogue, cx: &Cx, today: Date) -> Vec<PhaseView> {
    let days = Days::of(dialogue, &cx.local().zone);
    let body = dialogue.facts.text_in("deciding-body", cx.lang);
    let view = |step: phases::Step| PhaseView {
        name: match step.name {
            "publishing-phase-decide" if !body.is_empty() => cx.t1("publishing-phase-decide-in", "body", &body),
            name => cx.t(name),
        },
        note: match (step.standing, step.from, step.until) {
            (Standing::Late, _, Some(until)) => cx.t1("publishing-phase-was-due", "date", cx.short_date(&until)),
            (_, Some(from), Some(until)) if step.name == "publishing-phase-collect" => cx.period(&from, &until),
            (_, Some(from), _) => cx.short_date(&from),
            (Standing::Done, None, Some(until)) => cx.short_date(&until),
            (_, None, Some(until)) => cx.t1("publishing-phase-by", "date", cx.short_date(&until)),
            (_, None, None) => String::new(),
        },
        state: step.standing.code(),
        href: String::new(),
    };
    phases::steps(dialogue.phase(today), days, today)
        .into_iter()
        .map(view)
        .collect()
}

fn fixed(dialogue: &Dialogue, cx: &Cx) -> Vec<Fixed> {
    let cell = |row: &method::Row, key: &str| row.get(key).cloned().unwrap_or_default();
    let rows = dialogue.facts.rows_in("cannot-influence", cx.lang);
    rows.iter()
        .map(|row| Fixed {
            part: cell(row, "part"),
            reason: cell(row, "reason"),
        })
        .collect()
}

/// A text in paragraphs, as empty lines part them.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// News in words, newest first.
pub fn news(notices: &[Notice], pack: &Pack, cx: &Cx) -> Vec<News> {
    let words = |notice: &Notice| match &notice.what {
        Change::State { to, .. } => cx.t1("publishing-news-state", "state", state_word(to, pack, cx)),
        Change::Field { key, from, to } => {
            let what = pack.field(key).map_or(key.as_str(), |field| field.label.get(cx.lang));
            let (from, to) = (value_word(key, from, pack, cx), value_word(key, to, pack, cx));
            cx.ta(
                "publishing-news-field",
                &[("what", what.into()), ("from", from.into()), ("to", to.into())],
            )
        }
    };
    let view = |notice: &Notice| News {
        moment: cx.day(&notice.at),
        iso: notice.at.to_string(),
        text: match notice.reason.is_empty() {
            true => words(notice),
            false => format!(
                "{} {}",
                words(notice),
                cx.t1("publishing-news-reason", "reason", &notice.reason)
            ),
        },
    };
    notices.iter().map(view).collect()
}

fn state_word(state: &str, pack: &Pack, cx: &Cx) -> String {
    pack.state_name(state, cx.lang).to_lowercase()
}

/// Dates, levels and options in words; everything else as it stands.
fn value_word(key: &str, value: &str, pack: &Pack, cx: &Cx) -> String {
    if let Ok(day) = value.parse::<Date>() {
        return cx.short_date(&day);
    }
    if let Some(level) = pack.ladder.level(value).filter(|_| key == "level") {
        return level.name.get(cx.lang).to_owned();
    }
    pack.field(key)
        .map_or_else(|| value.to_owned(), |field| field.option(value, cx.lang).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_can_be_dialled() {
        assert_eq!(phone_href("08-123 45 00"), "tel:081234500");
        assert_eq!(phone_href("+46 8 123 45 00 (växel)"), "tel:+4681234500");
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        assert_eq!(paragraphs("Ett.\nTvå.\n\n\n  Tre. \n\n"), ["Ett.\nTvå.", "Tre."]);
    }
}
