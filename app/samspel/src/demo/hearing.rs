//! What happens to what residents say: it comes in, is moderated, gets themes, and some ask to be told what comes of it.

use super::answering::Sent;
use super::content::Voice;
use super::stage::{Built, Life, Stage, fault};
use anyhow::{Context as _, bail, ensure};
use axum::{body::Body, http::Request};
use db::{Actor, Id};
use insights::{Change, ThemeDraft};
use jiff::civil::Date;
use moderation::{Decision, Reason};
use participation::model::finish::{Strictness, finish};
use participation::{Channel, ImportOptions, Passage, PassageFilter, PassageState, Sending};
use std::collections::{BTreeMap, BTreeSet};
use tower::ServiceExt as _;
use web::Lang;

/// All passages of a dialogue of the demonstration fit in one reading.
const ALL: i64 = 2_000;

impl<'a> Stage<'a> {
    /// One person's answer comes in: by themselves on the web, through staff on paper and by telephone.
    pub(super) async fn answer(&self, life: &Life<'a>, sent: &Sent) -> anyhow::Result<()> {
        let built = built(life, sent.activity)?;
        let by_staff = sent.channel != Channel::Web;
        let strictness = if by_staff {
            Strictness::SecondHand
        } else {
            Strictness::AtTheForm
        };
        let finished = finish(&built.definition, &sent.answers, strictness);
        let finished = match finished {
            Ok(finished) => finished,
            // An empty paper is no answer; nobody would have entered it.
            Err(_) if by_staff && sent.answers.is_blank() => return Ok(()),
            Err(problems) => bail!("an answer does not fit: {problems:?}"),
        };
        let clerk = self.person("elin")?;
        let day = self.site.today();
        let sending = Sending {
            activity: &built.activity,
            version: built.version,
            finished,
            channel: sent.channel,
            batch: if by_staff {
                format!("{} {}-{:02}", round(sent.channel), day.year(), day.month())
            } else {
                String::new()
            },
            language: sent.language.to_owned(),
            entered_by: if by_staff { clerk.name.clone() } else { String::new() },
            at: None,
            submit_key: &sent.key,
            letter: None,
        };
        let actor = if by_staff { clerk.actor() } else { Actor::Participant };
        participation::submit(&self.site, actor, sending).await.map_err(fault)?;
        Ok(())
    }

    /// The recorder's notes of a meeting come in as a file.
    pub(super) async fn import(
        &self,
        life: &Life<'a>,
        place: usize,
        met: Date,
        voices: &[&Voice],
    ) -> anyhow::Result<()> {
        let mut file = String::from("datum;kanal;text\n");
        for voice in voices {
            file.push_str(&format!("{met};möte;\"{}\"\n", voice.says.replace('"', "\"\"")));
        }
        let built = built(life, place)?;
        let lead = self.person(&life.story.lead)?.actor();
        let name = format!("anteckningar-{met}.csv");
        let options = ImportOptions {
            channel: Channel::Meeting,
            ..ImportOptions::default()
        };
        let report = participation::import(&self.site, lead, built.activity.id, &name, file.as_bytes(), &options)
            .await
            .map_err(fault)?;
        ensure!(report.accepted == voices.len(), "the notes of the meeting: {report:?}");
        Ok(())
    }

    async fn passages(&self, life: &Life<'a>, state: Option<PassageState>) -> anyhow::Result<Vec<Passage>> {
        let filter = PassageFilter {
            dialogue: Some(life.id()?),
            state,
            ..PassageFilter::default()
        };
        Ok(participation::passages(&mut self.site.db.read().await?, &filter, ALL, 0).await?)
    }

    /// The moderator reads everything that waits, except what has just come.
    pub(super) async fn moderate(&self, life: &Life<'a>) -> anyhow::Result<()> {
        let moderator = self.person("elin")?.actor();
        for passage in self.passages(life, Some(PassageState::Waiting)).await? {
            let voice = voice(life, &passage);
            if voice.is_some_and(|voice| voice.fresh) {
                continue;
            }
            let (decision, note) = match voice.map(|voice| voice.moderation.as_str()).unwrap_or_default() {
                "" => (Decision::Publish, ""),
                "mask" => (Decision::Mask(covered(&passage.body)), "Telefonnummer maskerat."),
                reason => {
                    let reason = Reason::from_code(reason).with_context(|| format!("no reason {reason}"))?;
                    (Decision::Hide(reason), "Förolämpning. Texten finns kvar i ärendet.")
                }
            };
            let (id, revision) = (passage.id, passage.revision);
            moderation::decide(&self.site, moderator.clone(), id, revision, &decision, note)
                .await
                .map_err(fault)?;
        }
        Ok(())
    }

    /// The code plan, theme by theme.
    pub(super) async fn code_plan(&self, life: &mut Life<'a>) -> anyhow::Result<()> {
        let (actor, story) = (self.person(&life.story.lead)?.actor(), life.story);
        for theme in &story.themes {
            let draft = ThemeDraft {
                definition: theme.definition.clone(),
                counts_in: theme.counts_in.clone(),
                counts_out: theme.counts_out.clone(),
                shortcut: theme.shortcut.clone(),
                ..ThemeDraft::named(&theme.name)
            };
            let id = insights::create_theme(&self.site, actor.clone(), life.id()?, &draft)
                .await
                .map_err(fault)?;
            life.themes.insert(&theme.key, id);
        }
        Ok(())
    }

    /// The first so many hundredths of the texts get their themes.
    pub(super) async fn code(&self, life: &Life<'a>, share: usize) -> anyhow::Result<()> {
        let dialogue = life.id()?;
        let passages = self.passages(life, None).await?;
        let changes: Vec<Change> = passages
            .iter()
            .take((passages.len() * share).div_ceil(100))
            .map(|passage| coded(life, passage))
            .collect::<anyhow::Result<_>>()?;
        let lead = self.person(&life.story.lead)?.actor();
        insights::code(&self.site, lead, dialogue, &changes)
            .await
            .map_err(fault)?;
        Ok(())
    }

    /// Who lives here, from the municipality's file.
    pub(super) async fn population(&self, life: &Life<'a>) -> anyhow::Result<()> {
        let (dialogue, lead) = (life.id()?, self.person(&life.story.lead)?.actor());
        let file = self.content.population.as_bytes();
        let figures = insights::read_population(&mut self.site.db.read().await?, dialogue, file).await?;
        let figures = figures.map_err(|problems| anyhow::anyhow!("befolkning.csv: {problems:?}"))?;
        insights::import_population(&self.site, lead, dialogue, &figures)
            .await
            .map_err(fault)
    }

    /// Two people ask to be told, and press the button behind the link of their letter.
    pub(super) async fn contacts(&self, life: &Life<'a>) -> anyhow::Result<()> {
        let dialogue = life.id()?;
        let title = dialogues::dialogue(&mut self.site.db.read().await?, dialogue)
            .await?
            .title;
        for (person, lang) in [("deltagare", Lang::Sv), ("participant", Lang::En)] {
            let (cx, token) = (self.site.cx(lang), self.site.token());
            let email = format!("{person}.{}@exempelby.example", life.name);
            self.site
                .db
                .write(Actor::Participant, async |tx| {
                    identity::contacts::register(tx, &cx, dialogue, None, &title, &email, &token).await
                })
                .await
                .map_err(fault)?;
            let confirm = Request::post(format!("/bekrafta/{token}"))
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Body::empty())?;
            let response = self.pages.clone().oneshot(confirm).await?;
            ensure!(
                response.status().is_success(),
                "the link in the letter: {}",
                response.status()
            );
        }
        Ok(())
    }
}

fn built<'b>(life: &'b Life, place: usize) -> anyhow::Result<&'b Built> {
    life.built.get(&place).context("the activity is not built")
}

/// What a pile of forms is called at the contact centre.
fn round(channel: Channel) -> &'static str {
    match channel {
        Channel::Paper => "Pappersenkäter",
        Channel::Phone => "Telefonsamtal",
        Channel::Meeting => "Dialogmöte",
        Channel::School => "Skolbesök",
        Channel::Interview => "Samtal på plats",
        _ => "Inkomna svar",
    }
}

/// The voice a text came from.
fn voice<'b>(life: &Life<'b>, passage: &Passage) -> Option<&'b Voice> {
    life.story
        .voices
        .get(&passage.question)?
        .iter()
        .find(|voice| voice.says == passage.body)
}

/// The text with what the detector found covered.
fn covered(body: &str) -> String {
    participation::marks::pieces(body)
        .into_iter()
        .map(|piece| {
            if piece.is_identifying() {
                "[maskerat]".into()
            } else {
                piece.text
            }
        })
        .collect()
}

/// What the coder makes of a text: its themes, or "read, no theme".
fn coded(life: &Life, passage: &Passage) -> anyhow::Result<Change> {
    let themes: &BTreeMap<&str, Id> = &life.themes;
    let voice = voice(life, passage).with_context(|| format!("nobody said {:?}", passage.body))?;
    let theme = |key: &str| themes.get(key).copied().with_context(|| format!("no theme {key:?}"));
    // A text that is shown to nobody is read, and belongs to nothing.
    let keys = if passage.state() == PassageState::Hidden {
        ""
    } else {
        &voice.t
    };
    let add: BTreeSet<Id> = keys.split_whitespace().map(theme).collect::<anyhow::Result<_>>()?;
    Ok(Change {
        passage: Some(passage.id),
        read: add.is_empty().then_some(true),
        quotable: voice.quote.then_some(true),
        add,
        remove: BTreeSet::new(),
    })
}
