//! Words that carry grammar and not subject, in Swedish and English: they say nothing about what a text is about.

/// In lower case, sorted.
#[rustfmt::skip]
const WORDS: [&str; 366] = [
    "a", "about", "aldrig", "all", "alla", "alltid", "alltså", "also", "am", "an", "and", "andra", "annan", "annat",
    "anse", "anser", "antingen", "any", "are", "as", "at", "att", "av", "bara", "be", "because", "been", "being",
    "bl", "bland", "blev", "bli", "blir", "blivit", "borde", "bort", "bra", "but", "by", "både", "bör", "ca", "can",
    "could", "dag", "dagar", "de", "del", "dels", "dem", "den", "denna", "deras", "dess", "dessa", "det", "detta",
    "did", "dig", "din", "dina", "ditt", "do", "dock", "does", "du", "dvs", "där", "därför", "då", "efter",
    "eftersom", "ej", "eller", "en", "enligt", "ens", "er", "era", "ert", "etc", "ett", "ex", "exempel", "exempelvis",
    "fall", "fem", "fick", "finns", "fler", "flera", "for", "fortfarande", "fram", "from", "från", "fyra", "få",
    "får", "fått", "för", "första", "gav", "ge", "genom", "ger", "gett", "gick", "gjorde", "gjort", "gärna", "gå",
    "går", "gått", "gör", "göra", "ha", "had", "hade", "han", "hans", "har", "has", "have", "he", "hej", "hel",
    "hela", "helt", "hem", "hen", "henne", "hennes", "her", "him", "his", "hon", "honom", "hos", "how", "hur", "här",
    "i", "icke", "if", "igen", "in", "inga", "ingen", "inget", "innan", "inom", "inte", "into", "is", "istället",
    "it", "its", "ja", "jag", "ju", "just", "kan", "kanske", "kom", "komma", "kommer", "kommit", "kring", "kunde",
    "kunna", "like", "lite", "litet", "låt", "låta", "låter", "man", "many", "may", "me", "med", "medan", "mellan",
    "men", "menar", "mer", "mest", "mig", "min", "mina", "mindre", "minst", "mitt", "more", "most", "mot", "much",
    "my", "mycket", "många", "mår", "måste", "ned", "nej", "ner", "ni", "no", "nog", "not", "now", "nu", "ny", "nya",
    "nytt", "när", "någon", "någonting", "något", "några", "nån", "nåra", "nåt", "och", "också", "of", "ofta", "ok",
    "olika", "om", "on", "one", "only", "or", "oss", "other", "our", "out", "over", "per", "precis", "på", "redan",
    "s", "sade", "sagt", "samma", "samt", "samtidigt", "se", "sedan", "sen", "ser", "sett", "she", "should", "sig",
    "sin", "sina", "sitt", "själv", "själva", "ska", "skall", "skulle", "snart", "so", "som", "some", "stor", "stora",
    "stort", "such", "säga", "säger", "särskilt", "sätt", "så", "sådan", "sådana", "sådant", "såg", "såna", "sånt",
    "t", "ta", "tack", "tagit", "tar", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "through", "till", "to", "tog", "too", "tre", "tror", "trots", "två", "two", "tycker", "under",
    "up", "upp", "ut", "utan", "utanför", "vad", "var", "vara", "varandra", "vare", "varför", "varit", "varje",
    "varken", "vars", "vart", "vem", "vems", "very", "vet", "veta", "vi", "vid", "vilka", "vilken", "vilket", "vill",
    "ville", "väl", "vår", "våra", "vårt", "was", "we", "were", "what", "when", "where", "which", "while", "who",
    "will", "with", "would", "you", "your", "ytterligare", "än", "ändå", "är", "även", "år", "åt", "över",
];

/// Whether a word in lower case is one of them.
pub fn is_stop_word(lower: &str) -> bool {
    WORDS.binary_search(&lower).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_without_repetition() {
        assert!(WORDS.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn grammar_is_left_out_and_subjects_stay() {
        assert!(["och", "inte", "kommer", "the"].into_iter().all(is_stop_word));
        assert!(!["cykel", "skola", "kommunen", ""].into_iter().any(is_stop_word));
    }
}
