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
        Kind::Single { options } | Kind::Multiple { options, .. } | Kind::Ranking { options } => options,
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
            Kind::Single { .. } => Summary::Choices {
                several: false,
                rows: self.rows(self.option_rows()),
            },
            Kind::Multiple { .. } => Summary::Choices {
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
mod tests {
    use super::*;
    use stats::Proportion;

    fn question(kind: Kind) -> Question {
        Question {
            label: Wording::new("Fråga", ""),
            ..Question::blank("fraga", kind)
        }
    }

    fn nobody() -> Id {
        "00000000-0000-7000-8000-000000000000".parse().unwrap()
    }

    fn choice(key: &str) -> Choice {
        Choice {
            key: key.into(),
            label: Wording::new(key, ""),
        }
    }

    fn counted(kind: Kind, answers: impl IntoIterator<Item = Option<Answer>>) -> QuestionResult {
        let definition = Definition {
            questions: vec![question(kind)],
            ..Definition::default()
        };
        let mut tallies = Tallies::new(nobody(), Wording::default(), &[definition]);
        answers
            .into_iter()
            .for_each(|answer| tallies.add("fraga", answer.as_ref()));
        tallies.finish().remove(0)
    }

    fn times(n: usize, answer: Option<Answer>) -> Vec<Option<Answer>> {
        vec![answer; n]
    }

    #[test]
    fn n_is_those_who_saw_the_question() {
        let options = vec![choice("a"), choice("b")];
        let answers = [
            times(12, Some(Answer::Choice("a".into()))),
            times(8, Some(Answer::Choice("b".into()))),
            times(5, None),
        ]
        .concat();
        let result = counted(Kind::Single { options }, answers);
        assert_eq!((result.asked, result.answered, result.skipped()), (25, 20, 5));
        let leading = result.summary.leading().unwrap();
        assert_eq!(
            (leading.key.as_str(), result.share(leading)),
            ("a", Some(Proportion::new(12, 25)))
        );
    }

    #[test]
    fn a_small_cell_is_hidden_and_cannot_be_computed() {
        let options = vec![choice("a"), choice("b"), choice("c")];
        let answers = [("a", 30), ("b", 2), ("c", 9)]
            .map(|(key, n)| times(n, Some(Answer::Choice(key.into()))))
            .concat();
        let result = counted(Kind::Single { options }, answers);
        let counts: Vec<Cell> = result.summary.rows().iter().map(|row| row.count).collect();
        assert_eq!(counts, [Cell::Shown(30), Cell::Hidden, Cell::Hidden]);
        assert!(result.summary.hides());
    }

    #[test]
    fn a_question_of_a_former_version_is_still_told() {
        let before = Definition {
            questions: vec![
                Question::blank(
                    "gammal",
                    Kind::Single {
                        options: vec![choice("x")],
                    },
                ),
                question(Kind::Single {
                    options: vec![choice("a"), choice("b")],
                }),
            ],
            ..Definition::default()
        };
        let after = Definition {
            questions: vec![question(Kind::Single {
                options: vec![choice("b"), choice("c")],
            })],
            ..Definition::default()
        };
        let results = Tallies::new(nobody(), Wording::default(), &[before, after]).finish();
        assert_eq!(
            results.iter().map(|result| result.key.as_str()).collect::<Vec<_>>(),
            ["fraga", "gammal"]
        );
        assert_eq!(
            results[0]
                .summary
                .rows()
                .iter()
                .map(|row| row.key.as_str())
                .collect::<Vec<_>>(),
            ["b", "c", "a"]
        );
    }

    #[test]
    fn scales_rankings_numbers_dates_and_places_are_summarised() {
        let scale = Kind::Scale {
            steps: 5,
            low: Wording::default(),
            high: Wording::default(),
        };
        let result = counted(
            scale,
            [times(10, Some(Answer::Scale(4))), times(6, Some(Answer::Scale(2)))].concat(),
        );
        assert!(
            matches!(result.summary, Summary::Scale { n: 16, median: Some(m), mean: Some(x), .. } if m == 4.0 && x == 3.25)
        );
        let ranking = Kind::Ranking {
            options: vec![choice("a"), choice("b")],
        };
        let result = counted(ranking, times(7, Some(Answer::Ranking(vec!["b".into(), "a".into()]))));
        assert!(
            matches!(&result.summary, Summary::Ranking(rows) if rows[0].key == "b" && rows[0].mean_position == Some(1.0) && rows[0].first == Some(7))
        );
        let number = Kind::Number {
            min: None,
            max: None,
            decimals: 0,
            unit: Wording::default(),
        };
        let result = counted(number.clone(), (1..=5).map(|n| Some(Answer::Number(f64::from(n)))));
        assert!(matches!(result.summary, Summary::Numbers { n: 5, median: Some(m), .. } if m == 3.0));
        let result = counted(number, times(4, Some(Answer::Number(7.0))));
        assert!(
            matches!(
                result.summary,
                Summary::Numbers {
                    median: None,
                    mean: None,
                    ..
                }
            ),
            "four people's mean says too much"
        );
        let dates = Kind::Date {
            earliest: None,
            latest: None,
        };
        let result = counted(dates, times(6, Some(Answer::Date(jiff::civil::date(2026, 3, 17)))));
        assert_eq!(result.summary.rows()[0].label, RowLabel::Month(2026, 3));
        let place = Kind::Place {
            areas: vec![choice("norr")],
        };
        let norr = Answer::Place {
            address: "Torget".into(),
            area: "norr".into(),
        };
        let own = Answer::Place {
            address: "Bryggan".into(),
            area: String::new(),
        };
        let result = counted(place, [times(9, Some(norr)), times(5, Some(own))].concat());
        assert_eq!(
            result.summary.rows().iter().map(|row| row.count).collect::<Vec<_>>(),
            [Cell::Shown(9), Cell::Shown(5)]
        );
    }
}
