//! `/arbetsyta/ordlista`: the words of the method, in the order of the reader's alphabet.

use crate::Toolbox;
use askama::Template;
use identity::{Grant, SeeDesk};
use method::pack::{Library, Term};
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "toolbox/glossary.html")]
struct Glossary {
    cx: Cx,
    letters: Vec<Letter>,
}

/// The words that begin with a letter.
struct Letter {
    letter: String,
    terms: Vec<TermView>,
}

struct TermView {
    key: String,
    name: String,
    also: String,
    meaning: String,
    /// Key and name.
    see: Vec<(String, String)>,
}

pub(crate) async fn glossary(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = super::under(who.cx(&req), crate::BOOK);
    let toolbox = req.site.get::<Toolbox>().book();
    let library = &toolbox.pack.library;
    let mut terms: Vec<&Term> = library.terms.iter().collect();
    terms.sort_by_cached_key(|term| alphabetical(term.name.get(cx.lang)));
    let mut letters: Vec<Letter> = Vec::new();
    for term in terms {
        let letter: String = term
            .name
            .get(cx.lang)
            .chars()
            .take(1)
            .flat_map(char::to_uppercase)
            .collect();
        let view = view(&cx, library, term);
        match letters.last_mut() {
            Some(last) if last.letter == letter => last.terms.push(view),
            _ => letters.push(Letter {
                letter,
                terms: vec![view],
            }),
        }
    }
    page(&Glossary { cx, letters })
}

fn view(cx: &Cx, library: &Library, term: &Term) -> TermView {
    let see = |key: &String| {
        let other = library.term(key)?;
        Some((other.key.clone(), other.name.get(cx.lang).to_owned()))
    };
    TermView {
        key: term.key.clone(),
        name: term.name.get(cx.lang).to_owned(),
        also: term.also.join(", "),
        meaning: term.meaning.get(cx.lang).to_owned(),
        see: term.see.iter().filter_map(see).collect(),
    }
}

/// The place of a word in a Swedish alphabet: å, ä and ö are letters of their own and stand last.
fn alphabetical(word: &str) -> Vec<u32> {
    let letter = |letter: char| match letter {
        'å' => 'z' as u32 + 1,
        'ä' | 'æ' => 'z' as u32 + 2,
        'ö' | 'ø' => 'z' as u32 + 3,
        'é' | 'è' => 'e' as u32,
        other => other as u32,
    };
    word.chars().flat_map(char::to_lowercase).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_letters_of_the_alphabet_stand_last() {
        let mut words = vec!["öppen", "zon", "ärende", "åtgärd", "Arkiv", "idé", "ideer"];
        words.sort_by_cached_key(|word| alphabetical(word));
        assert_eq!(words, ["Arkiv", "idé", "ideer", "zon", "åtgärd", "ärende", "öppen"]);
    }
}
