//! Residents answer: who says what, when and how, thrown with a die that falls the same way every time. Every voice of the
//! content is heard once; the other answers tick boxes and write nothing, as most people do.

use super::calendar::Calendar;
use super::content::{Answers as Leanings, Asking, Shared, Story, Voice};
use super::dice::Dice;
use super::plot::{Step, Timed};
use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use participation::Channel;
use participation::model::answer::{Answer, Answers};
use participation::model::ballot::Terms;
use participation::model::definition::{Kind, Question};
use participation::model::stance::Stance;
use std::collections::BTreeMap;

/// An answer on its way in.
#[derive(Debug, Clone)]
pub struct Sent {
    pub activity: usize,
    pub answers: Answers,
    pub channel: Channel,
    pub language: &'static str,
    /// The form's one-time key.
    pub key: String,
}

/// The question of an open comment.
const COMMENT: &str = "text";

/// All answers to a story's activities between two moments.
///
/// # Errors
/// Names a voice that no activity can take.
pub fn all<'a>(
    name: &'a str,
    story: &'a Story,
    shared: &'a Shared,
    calendar: &Calendar,
    first: Timestamp,
    until: Timestamp,
) -> anyhow::Result<Vec<Timed<'a>>> {
    let leanings = story.answers.as_ref().context("no answers")?;
    let mut throwing = Throwing {
        dice: Dice::new(name),
        name,
        story,
        shared,
        leanings,
        first,
        until,
        steps: Vec::new(),
    };
    for (place, activity) in story.activities.iter().enumerate() {
        match activity.kind.as_str() {
            "comment" => throwing.comments(place, calendar)?,
            _ => throwing.survey(place, activity),
        }
    }
    Ok(throwing.steps)
}

struct Throwing<'a> {
    dice: Dice,
    name: &'a str,
    story: &'a Story,
    shared: &'a Shared,
    leanings: &'a Leanings,
    first: Timestamp,
    until: Timestamp,
    steps: Vec<Timed<'a>>,
}

/// What came in later than this has not been read yet.
const FRESH_HOURS: i64 = 26;
/// What came in before this has certainly been read: moderators read every third day, on working days.
const READ_HOURS: i64 = 9 * 24;

impl<'a> Throwing<'a> {
    /// Many come in the first days and before the last; most in the evening.
    /// What the story says that a moderator decided on has come in time to be read.
    fn moment(&mut self, fresh: bool, decided: bool) -> Timestamp {
        let latest = self.until - SignedDuration::from_mins(40);
        if fresh {
            let minutes = 60 + i64::try_from(self.dice.below(60 * FRESH_HOURS as usize - 60)).unwrap_or(60);
            return (latest - SignedDuration::from_mins(minutes)).max(self.first);
        }
        let before = if decided { READ_HOURS } else { FRESH_HOURS };
        let whole = (latest - SignedDuration::from_hours(before))
            .duration_since(self.first)
            .as_secs()
            .max(3600);
        let days = (whole / 86_400).max(1);
        let part = if self.dice.chance(40) {
            self.dice.part() * 0.25
        } else {
            self.dice.part()
        };
        let day = (part * days as f64) as i64;
        let hour = [7, 8, 11, 12, 15, 16, 17, 18, 19, 19, 20, 20, 21, 21, 22][self.dice.below(15)];
        let seconds = day * 86_400 + hour * 3600 + i64::try_from(self.dice.below(3600)).unwrap_or(0);
        self.first + SignedDuration::from_secs(seconds.min(whole))
    }

    fn channel(&mut self) -> Channel {
        let weights = if self.leanings.channels.is_empty() {
            &self.shared.channels
        } else {
            &self.leanings.channels
        };
        let names: Vec<&String> = weights.keys().collect();
        let weights: Vec<f64> = weights.values().copied().collect();
        names
            .get(self.dice.weighted(&weights))
            .and_then(|name| Channel::named(name))
            .unwrap_or(Channel::Web)
    }

    fn send(&mut self, activity: usize, answers: Answers, channel: Channel, voices: Vec<&'a Voice>) {
        let in_english = voices.iter().any(|voice| voice.en) || (voices.is_empty() && self.dice.chance(3));
        let decided = voices.iter().any(|voice| !voice.moderation.is_empty());
        let at = self.moment(voices.iter().any(|voice| voice.fresh), decided);
        let key = format!("demonstration-{}-{:05}", self.name, self.steps.len());
        let language = if in_english && channel == Channel::Web {
            "en"
        } else {
            "sv"
        };
        self.steps.push((
            at,
            Step::Answer(Sent {
                activity,
                answers,
                channel,
                language,
                key,
            }),
        ));
    }

    fn comments(&mut self, activity: usize, calendar: &Calendar) -> anyhow::Result<()> {
        let story = self.story;
        let voices = story.voices.get(COMMENT).map(Vec::as_slice).unwrap_or_default();
        for voice in voices.iter().filter(|voice| !voice.meeting) {
            let mut answers = Answers::default();
            answers.put(COMMENT, Some(Answer::Text(voice.says.clone())));
            self.send(activity, answers, Channel::Web, vec![voice]);
        }
        let noted: Vec<&Voice> = voices.iter().filter(|voice| voice.meeting).collect();
        if !noted.is_empty() {
            let met = calendar.working_day(self.leanings.meeting.context("the day of the meeting")?);
            let entered = calendar.moment(met.tomorrow()?, 8, 30)?;
            self.steps.push((entered, Step::Import(activity, met, noted)));
        }
        Ok(())
    }

    fn survey(&mut self, place: usize, activity: &'a Asking) {
        let story = self.story;
        // Fewer go on to a second activity than answer the first.
        let count = match activity.kind.as_str() {
            "statements" | "budget" => self.leanings.count / 2,
            _ => self.leanings.count,
        };
        // Which answer each voice belongs to: any, but no two voices to the same question in one.
        let mut spoken: BTreeMap<usize, Vec<(&'a str, &'a Voice)>> = BTreeMap::new();
        for question in activity.questions.iter().filter(|question| question.is_free_text()) {
            let voices = story.voices.get(&question.key).map(Vec::as_slice).unwrap_or_default();
            let mut seats: Vec<usize> = (0..count).collect();
            self.dice.shuffle(&mut seats);
            for (voice, seat) in voices.iter().zip(seats) {
                spoken.entry(seat).or_default().push((&question.key, voice));
            }
        }
        for seat in 0..count {
            let said = spoken.remove(&seat).unwrap_or_default();
            let channel = if said.iter().any(|(_, voice)| voice.en || voice.fresh) {
                Channel::Web
            } else {
                self.channel()
            };
            let answers = self.filled_in(activity, &said, channel);
            self.send(
                place,
                answers,
                channel,
                said.into_iter().map(|(_, voice)| voice).collect(),
            );
        }
    }

    /// One person's form.
    fn filled_in(&mut self, activity: &'a Asking, said: &[(&str, &Voice)], channel: Channel) -> Answers {
        let mut answers = Answers::default();
        if activity.kind == "statements" {
            self.stances(activity, &mut answers);
            return answers;
        }
        for question in &activity.questions {
            let voice = said
                .iter()
                .find(|(key, _)| *key == question.key)
                .map(|(_, voice)| Answer::Text(voice.says.clone()));
            // On paper some boxes are left empty.
            let answered = question.required || self.dice.chance(if channel == Channel::Web { 92 } else { 80 });
            let answer = match voice {
                Some(text) => Some(text),
                None if question.is_free_text() || !answered => None,
                None => self.chosen(question, activity),
            };
            answers.put(&question.key, answer);
        }
        let shared = self.shared;
        for question in &shared.about {
            let answer = match self.dice.below(100) {
                0..6 if question.decline => Some(Answer::Declined),
                6..14 => None,
                _ => self.chosen(question, activity),
            };
            answers.put(&question.key, answer);
        }
        answers
    }

    /// One person's stances. People are of two minds, and each statement's leanings tell first those of one, then those of the other.
    fn stances(&mut self, activity: &Asking, answers: &mut Answers) {
        let side = usize::from(self.dice.chance(40)) * Stance::ALL.len();
        for question in &activity.questions {
            // Not everybody goes through all of them.
            if !self.dice.chance(85) {
                continue;
            }
            let weights = self.weights(&question.key, activity, 2 * Stance::ALL.len());
            let weights = weights.get(side..side + Stance::ALL.len()).unwrap_or_default();
            let stance = Stance::ALL[self.dice.weighted(weights) % Stance::ALL.len()];
            answers.put(&question.key, Some(Answer::Choice(stance.key().to_owned())));
        }
    }

    /// Projects that together cost no more than there is.
    fn ballot(&mut self, keys: &[&String], weights: &[f64], terms: &Terms) -> Vec<String> {
        let mut left = terms.total;
        let wished = self.dice.several(weights, keys.len());
        let mut places: Vec<usize> = wished
            .into_iter()
            .filter(|place| {
                let cost = keys.get(*place).map_or(0, |key| terms.cost(key));
                let fits = cost <= left;
                left -= if fits { cost } else { 0 };
                fits
            })
            .collect();
        places.sort_unstable();
        places
            .into_iter()
            .filter_map(|place| keys.get(place).map(|key| (*key).clone()))
            .collect()
    }

    fn chosen(&mut self, question: &Question, activity: &Asking) -> Option<Answer> {
        if question.unsure && self.dice.chance(6) {
            return Some(Answer::Unsure);
        }
        let keys: Vec<&String> = question.choices().iter().map(|choice| &choice.key).collect();
        let weights = self.weights(&question.key, activity, keys.len());
        let key = |place: usize| keys.get(place).map(|key| (*key).clone());
        Some(match &question.kind {
            Kind::Single { .. } => Answer::Choice(key(self.dice.weighted(&weights))?),
            Kind::Multiple { min, max, .. } => {
                let most = if *max == 0 { 3.min(keys.len()) } else { *max };
                let mut places = {
                    let count = 1 + self.dice.below(most);
                    self.dice.several(&weights, count.max(*min))
                };
                places.sort_unstable();
                Answer::Choices(places.into_iter().filter_map(key).collect())
            }
            Kind::Ranking { .. } => {
                let count = if self.dice.chance(75) {
                    keys.len()
                } else {
                    1 + self.dice.below(keys.len())
                };
                Answer::Ranking(self.dice.several(&weights, count).into_iter().filter_map(key).collect())
            }
            Kind::Scale { steps, .. } => {
                let weights = self.weights(&question.key, activity, usize::from(*steps));
                Answer::Scale(u8::try_from(self.dice.weighted(&weights) + 1).unwrap_or(1))
            }
            Kind::Budget { terms, .. } => Answer::Choices(self.ballot(&keys, &weights, terms)),
            Kind::Number { min, max, .. } => Answer::Number(self.number(&weights, *min, *max)),
            Kind::Place { .. } => self.place(&weights, key),
            _ => return None,
        })
    }

    /// Around what the content calls usual: many below it, few far above.
    fn number(&mut self, weights: &[f64], min: Option<f64>, max: Option<f64>) -> f64 {
        let usual = weights.first().copied().unwrap_or(10.0);
        let thrown = usual * (0.2 + self.dice.part() + self.dice.part() * self.dice.part() * 2.0);
        let grain = if usual >= 100.0 { 50.0 } else { 1.0 };
        ((thrown / grain).round() * grain).clamp(min.unwrap_or(0.0), max.unwrap_or(f64::MAX))
    }

    fn place(&mut self, weights: &[f64], key: impl Fn(usize) -> Option<String>) -> Answer {
        let leanings = self.leanings;
        let address = match leanings.places.len() {
            0 => String::new(),
            count if self.dice.chance(35) => leanings.places[self.dice.below(count)].clone(),
            _ => String::new(),
        };
        let area = if address.is_empty() || self.dice.chance(60) {
            key(self.dice.weighted(weights))
        } else {
            None
        };
        Answer::Place {
            address,
            area: area.unwrap_or_default(),
        }
    }

    /// How often each option is chosen: as the content says, or else one more than the next.
    fn weights(&self, question: &str, activity: &Asking, options: usize) -> Vec<f64> {
        let told = self
            .leanings
            .lean
            .get(question)
            .or_else(|| self.shared.lean.get(question));
        told.cloned().unwrap_or_else(|| {
            let mut dice = Dice::new(&format!("{question} {}", activity.title.sv));
            (0..options.max(1)).map(|_| 1.0 + dice.part() * 4.0).collect()
        })
    }
}
