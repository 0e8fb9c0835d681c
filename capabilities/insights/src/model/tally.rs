//! Counts the answers to one question, one person at a time, and says what may be shown of them.

use std::collections::{BTreeMap, HashMap};

use db::Id;
use participation::model::answer::Answer;
use participation::model::definition::{Choice, Definition, Kind, Question, Wording};
use stats::{Cell, SMALLEST_SHOWN, ranking, scale, suppress, suppression::suppress_each};

use super::results::{QuestionResult, RankedRow, Row, RowLabel, Summary};

/// All questions of one activity while its answers are counted.
pub struct Tallies {
    activity: Id,
    title: Wording,
    questions: Vec<Tally>,
    by_key: HashMap<String, usize>,
}

struct Tally {
    question: Question,
    asked: u64,
    answered: u64,
    unsure: u64,
    declined: u64,
    options: HashMap<String, u64>,
    steps: Vec<u64>,
    rankings: Vec<Vec<usize>>,
    numbers: Vec<f64>,
    months: BTreeMap<(i16, i8), u64>,
    own_words: u64,
}

impl Tallies {
    /// `versions`: all published definitions, oldest first. Wordings are the newest; questions and options that a later
    /// version took away keep their place after the others, since people have answered them.
    pub fn new(activity: Id, title: Wording, versions: &[Definition]) -> Tallies {
        let mut questions: Vec<Question> = Vec::new();
        for definition in versions.iter().rev() {
            for question in definition.in_order().filter(|question| is_counted(question)) {
                match questions.iter_mut().find(|known| known.key == question.key) {
                    None => questions.push(question.clone()),
                    Some(known) => add_former_options(known, question),
                }
            }
        }
        let by_key = questions
            .iter()
            .enumerate()
            .map(|(place, question)| (question.key.clone(), place))
            .collect();
        Tallies {
            activity,
            title,
            questions: questions.into_iter().map(Tally::new).collect(),
            by_key,
        }
    }

    /// One answer, or none from one who saw the question. Answers to questions that were never published are left out.
    pub fn add(&mut self, key: &str, answer: Option<&Answer>) {
        if let Some(place) = self.by_key.get(key) {
            self.questions[*place].add(answer);
        }
    }

    pub fn finish(self) -> Vec<QuestionResult> {
        let (activity, title) = (self.activity, self.title);
        self.questions
            .into_iter()
            .map(|tally| tally.finish(activity, &title))
            .collect()
    }
}

/// E-mail addresses are contacts, not answers, and information asks nothing.
fn is_counted(question: &Question) -> bool {
    question.asks() && !matches!(question.kind, Kind::Email)
}

fn add_former_options(known: &mut Question, former: &Question) {
    let kept = match &mut known.kind {
        Kind::Single { options }
        | Kind::Multiple { options, .. }
        | Kind::Ranking { options }
        | Kind::Statement { options }
        | Kind::Budget { options, .. } => options,
        Kind::Place { areas } => areas,
        _ => return,
    };
    let gone: Vec<Choice> = former
        .choices()
        .iter()
        .filter(|choice| !kept.iter().any(|one| one.key == choice.key))
        .cloned()
        .collect();
    kept.extend(gone);
}

impl Tally {
    fn new(question: Question) -> Tally {
        let steps = match question.kind {
            Kind::Scale { steps, .. } => vec![0; usize::from(steps)],
            _ => Vec::new(),
        };
        Tally {
            question,
            asked: 0,
            answered: 0,
            unsure: 0,
            declined: 0,
            options: HashMap::new(),
            steps,
            rankings: Vec::new(),
            numbers: Vec::new(),
            months: BTreeMap::new(),
            own_words: 0,
        }
    }

    fn add(&mut self, answer: Option<&Answer>) {
        self.asked += 1;
        let Some(answer) = answer else { return };
        self.answered += 1;
        match answer {
            Answer::Unsure => self.unsure += 1,
            Answer::Declined => self.declined += 1,
            Answer::Choice(key) => self.count(key),
            Answer::Choices(keys) => keys.iter().for_each(|key| self.count(key)),
            Answer::Scale(step) => {
                let place = usize::from(step.saturating_sub(1));
                // A later version may have a shorter scale than the answer knew.
                if place >= self.steps.len() {
                    self.steps.resize(place + 1, 0);
                }
                self.steps[place] += 1;
            }
            Answer::Ranking(keys) => {
                let choices = self.question.choices();
                let places = keys
                    .iter()
                    .filter_map(|key| choices.iter().position(|choice| choice.key == *key));
                self.rankings.push(places.collect());
            }
            Answer::Number(number) => self.numbers.push(*number),
            Answer::Date(date) => *self.months.entry((date.year(), date.month())).or_default() += 1,
            Answer::Place { area, .. } if area.is_empty() => self.own_words += 1,
            Answer::Place { area, .. } => self.count(&area.clone()),
            Answer::Text(_) | Answer::Email(_) | Answer::EmailLeft => {}
        }
    }

    fn count(&mut self, key: &str) {
        *self.options.entry(key.to_owned()).or_default() += 1;
    }

    fn finish(self, activity: Id, title: &Wording) -> QuestionResult {
        let summary = self.summary();
        QuestionResult {
            activity,
            activity_title: title.clone(),
            kind: self.question.kind.name(),
            background: self.question.is_background(),
            key: self.question.key,
            label: self.question.label,
            asked: self.asked,
            answered: self.answered,
            summary,
        }
    }

    fn summary(&self) -> Summary {
        match &self.question.kind {
            Kind::Single { .. } | Kind::Statement { .. } => Summary::Choices {
                several: false,
                rows: self.rows(self.option_rows()),
            },
            Kind::Multiple { .. } | Kind::Budget { .. } => Summary::Choices {
                several: true,
                rows: self.rows_each(),
            },
            Kind::Place { .. } => {
                let mut rows = self.option_rows();
                rows.push((String::new(), RowLabel::OwnWords, self.own_words));
                Summary::Places(self.rows(rows))
            }
            Kind::Scale { low, high, .. } => self.scale(low, high),
            Kind::Ranking { options } => Summary::Ranking(self.ranking(options)),
            Kind::Number { unit, .. } => {
                let numbers = scale::summarise_numbers(&self.numbers);
                Summary::Numbers {
                    unit: unit.clone(),
                    n: numbers.n,
                    median: numbers.median,
                    mean: numbers.mean,
                }
            }
            Kind::Date { .. } => {
                let months = self
                    .months
                    .iter()
                    .map(|((year, month), count)| (String::new(), RowLabel::Month(*year, *month), *count));
                Summary::Dates(self.rows(months.collect()))
            }
            Kind::ShortText { .. } | Kind::LongText { .. } | Kind::Email | Kind::Information => Summary::Text {
                wrote: self.answered - self.unsure - self.declined,
            },
        }
    }

    fn option_rows(&self) -> Vec<(String, RowLabel, u64)> {
        let count = |key: &str| self.options.get(key).copied().unwrap_or(0);
        let choices = self.question.choices().iter();
        choices
            .map(|choice| {
                (
                    choice.key.clone(),
                    RowLabel::Words(choice.label.clone()),
                    count(&choice.key),
                )
            })
            .collect()
    }

    /// "Vet inte" and "vill inte svara", where the question offers them.
    fn other_rows(&self) -> Vec<(String, RowLabel, u64)> {
        let offered = [
            (self.question.unsure, RowLabel::Unsure, self.unsure),
            (self.question.decline, RowLabel::Declined, self.declined),
        ];
        let shown = offered.into_iter().filter(|(offered, _, count)| *offered || *count > 0);
        shown.map(|(_, label, count)| (String::new(), label, count)).collect()
    }

    /// Rows that together are all who answered: a hidden one must not be the rest of the sum.
    fn rows(&self, mut counted: Vec<(String, RowLabel, u64)>) -> Vec<Row> {
        counted.extend(self.other_rows());
        let counts: Vec<u64> = counted.iter().map(|(_, _, count)| *count).collect();
        labelled(counted, suppress(&counts))
    }

    fn rows_each(&self) -> Vec<Row> {
        let mut counted = self.option_rows();
        counted.extend(self.other_rows());
        let counts: Vec<u64> = counted.iter().map(|(_, _, count)| *count).collect();
        labelled(counted, suppress_each(&counts, self.answered))
    }

    fn scale(&self, low: &Wording, high: &Wording) -> Summary {
        let points = (1_u64..)
            .zip(&self.steps)
            .map(|(step, count)| (step.to_string(), RowLabel::Step(step), *count));
        let rows = self.rows(points.collect());
        let whole = scale::summarise(1, &self.steps);
        let hidden = rows
            .iter()
            .filter(|row| row.count == Cell::Hidden && matches!(row.label, RowLabel::Step(_)))
            .count();
        // One or two hidden steps could be computed from the mean and the sum.
        let mean = whole.mean.filter(|_| !(1..=2).contains(&hidden));
        Summary::Scale {
            low: low.clone(),
            high: high.clone(),
            rows,
            n: whole.n,
            median: whole.median,
            mean,
        }
    }

    fn ranking(&self, options: &[Choice]) -> Vec<RankedRow> {
        let ranked = ranking::summarise(options.len(), self.rankings.iter().map(Vec::as_slice));
        let row = |ranked: ranking::Ranked| RankedRow {
            key: options[ranked.item].key.clone(),
            label: options[ranked.item].label.clone(),
            n: if (1..SMALLEST_SHOWN).contains(&ranked.n) {
                0
            } else {
                ranked.n
            },
            mean_position: ranked.mean_position,
            first: ranked.first,
        };
        ranked.into_iter().map(row).collect()
    }
}

fn labelled(counted: Vec<(String, RowLabel, u64)>, cells: Vec<Cell>) -> Vec<Row> {
    counted
        .into_iter()
        .zip(cells)
        .map(|((key, label, _), count)| Row { key, label, count })
        .collect()
}

#[cfg(test)]
mod tests;
