//! The method cards: `methods/<key>.toml` with its text in `methods/sv/<key>.md`.

use super::build::Build;
use super::placed::Placed;
use super::raw::Key;
use super::raw_library as raw;
use super::{Activity, Conflict, Form, MethodCard, MethodItem, Phase, Purpose, Reach, Span, TargetGroup};
use std::collections::BTreeSet;

/// The dearest class of cost.
const DEAREST: u8 = 4;

/// The words of a facet, for faults.
macro_rules! words_of {
    ($facet:ident) => {
        $facet::ALL.iter().map(|one| one.code()).collect::<Vec<_>>()
    };
}

impl<'a> Build<'a> {
    pub(super) fn methods(&mut self) -> Vec<MethodCard> {
        let files = self.files;
        let named = files.keys().filter_map(|file| {
            let key = file.strip_prefix("methods/")?.strip_suffix(".toml")?;
            (!key.contains('/')).then_some((file.as_str(), key))
        });
        let named: Vec<(&'a str, &'a str)> = named.collect();
        self.stray_texts("methods/sv/", &named.iter().map(|(_, key)| *key).collect(), "method");
        named
            .into_iter()
            .filter_map(|(file, key)| {
                let raw: raw::MethodFile = self.parse(file)?;
                self.method(file, key, raw)
            })
            .collect()
    }

    /// The card; `None` when a facet that cannot be left out has an unknown word, which is then told.
    fn method(&mut self, file: &'a str, key: &str, raw: raw::MethodFile) -> Option<MethodCard> {
        let text = self.own_text(&format!("methods/sv/{key}.md"), "method", key);
        let name = self.words(file, &raw.name);
        let about = self.words(file, &raw.about);
        let levels = raw.levels.iter().filter_map(|level| self.rank(file, level)).collect();
        let purposes = self.facets(file, "purpose", &raw.purposes, Purpose::from_code, &words_of!(Purpose));
        let reach = self.facet(file, "reach", &raw.reach, Reach::from_code, &words_of!(Reach));
        let form = self.facets(file, "form", &raw.form, Form::from_code, &words_of!(Form));
        let conflict = self.facet(
            file,
            "conflict",
            &raw.conflict,
            Conflict::from_code,
            &words_of!(Conflict),
        );
        let groups = words_of!(TargetGroup);
        let reaches = self.facets(file, "target group", &raw.reaches, TargetGroup::from_code, &groups);
        let misses = self.facets(file, "target group", &raw.misses, TargetGroup::from_code, &groups);
        let activity = self.facet(
            file,
            "activity",
            &raw.activity,
            Activity::from_code,
            &words_of!(Activity),
        );
        let spans = [raw.group, raw.weeks, raw.hours].map(|span| self.span(file, &span));
        let [group, weeks, hours] = spans;
        let cost = self.cost(file, &raw.cost);
        let checklist = self.method_items(file, &raw.checklist);
        Some(MethodCard {
            key: key.to_string(),
            name,
            about,
            levels,
            purposes,
            reach: reach?,
            form,
            group,
            weeks,
            hours,
            cost,
            conflict: conflict?,
            reaches,
            misses,
            random: raw.random,
            activity: activity?,
            checklist,
            text,
            source: raw.source,
        })
    }

    fn method_items(&mut self, file: &'a str, raw: &[raw::MethodItem]) -> Vec<MethodItem> {
        let mut seen = BTreeSet::new();
        raw.iter()
            .filter_map(|one| {
                self.unique(file, "checklist item", &mut seen, &one.key);
                let text = self.words(file, &one.text);
                let phase = self.facet(file, "phase", &one.phase, Phase::from_code, &words_of!(Phase))?;
                Some(MethodItem {
                    key: one.key.get_ref().clone(),
                    phase,
                    text,
                })
            })
            .collect()
    }

    /// The value of a word; an unknown one is told with the words there are.
    fn facet<T>(
        &mut self,
        file: &'a str,
        what: &str,
        key: &Key,
        read: fn(&str) -> Option<T>,
        words: &[&str],
    ) -> Option<T> {
        let value = read(key.get_ref());
        if value.is_none() {
            let problem = format!("there is no {what} \"{}\"", key.get_ref());
            let remedy = format!("use one of {}", words.join(", "));
            self.fault(file, key.span().start, problem, remedy);
        }
        value
    }

    fn facets<T>(
        &mut self,
        file: &'a str,
        what: &str,
        keys: &[Key],
        read: fn(&str) -> Option<T>,
        words: &[&str],
    ) -> Vec<T> {
        keys.iter()
            .filter_map(|key| self.facet(file, what, key, read, words))
            .collect()
    }

    fn span(&mut self, file: &'a str, raw: &Placed<raw::Span>) -> Span {
        let raw::Span { min, max } = *raw.get_ref();
        if max.is_some_and(|max| max < min) {
            self.fault(
                file,
                raw.span().start,
                "the span ends before it begins",
                "write min first and max last",
            );
        }
        Span { min, max }
    }

    fn cost(&mut self, file: &'a str, raw: &Placed<u8>) -> u8 {
        let cost = *raw.get_ref();
        if !(1..=DEAREST).contains(&cost) {
            let problem = format!("there is no class of cost {cost}");
            self.fault(file, raw.span().start, problem, format!("use 1 to {DEAREST}"));
        }
        cost
    }
}
