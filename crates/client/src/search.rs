//! What a person is found by: one folded text per membership, searched anywhere in it from three characters on, and at
//! the beginning of a word with one or two (DESIGN 4, *Search and order*).

use doorward_protocol::{fold, fold_typed};

/// Characters from which a term is looked for anywhere in the text.
const TRIGRAM: usize = 3;

/// A search as it is asked of the indexes; every word of it must be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Search {
    long: Vec<String>,
    short: Vec<String>,
}

impl Search {
    /// The search for what somebody typed; none when there is nothing to look for.
    pub(crate) fn of(typed: &str) -> Option<Self> {
        let folded = fold_typed(typed);
        let (long, short): (Vec<&str>, Vec<&str>) = folded
            .split_whitespace()
            .partition(|term| term.chars().count() >= TRIGRAM);
        // A word begins with a letter: of "J." it is the J that is looked for.
        let bare = |term: &str| term.replace(|c: char| !c.is_alphanumeric(), "");
        let short: Vec<String> = short
            .into_iter()
            .map(bare)
            .filter(|it| !it.is_empty())
            .collect();
        let long: Vec<String> = long.into_iter().map(str::to_owned).collect();
        let any = !long.is_empty() || !short.is_empty();
        any.then_some(Self { long, short })
    }

    /// Every term, folded.
    pub(crate) fn terms(&self) -> Vec<&str> {
        self.long
            .iter()
            .chain(&self.short)
            .map(String::as_str)
            .collect()
    }

    /// What the trigram index is asked, if it is.
    pub(crate) fn trigrams(&self) -> Option<String> {
        join(&self.long, "")
    }

    /// What the index of words is asked, if it is.
    pub(crate) fn prefixes(&self) -> Option<String> {
        join(&self.short, "*")
    }

    /// The term that the fewest texts hold, as far as its length tells.
    pub(crate) fn rarest(&self) -> &str {
        let longest = self.terms().into_iter().max_by_key(|term| term.len());
        longest.unwrap_or_default()
    }

    /// What remains to be looked for in a text that holds the rarest term.
    pub(crate) fn besides_rarest(&self) -> Self {
        let rarest = self.rarest();
        let others = self.long.iter().filter(|term| *term != rarest);
        Self {
            long: others.cloned().collect(),
            short: self.short.clone(),
        }
    }

    /// Whether a folded text is found; for the few rows that lie above the indexes.
    pub(crate) fn finds(&self, text: &str) -> bool {
        let begins = |term: &String| {
            text.split(|c: char| !c.is_alphanumeric())
                .any(|word| word.starts_with(term.as_str()))
        };
        self.long.iter().all(|term| text.contains(term.as_str())) && self.short.iter().all(begins)
    }
}

/// A text in Latin letters, where it is written in others: some people write theirs so.
pub(crate) fn in_latin(text: &str) -> Option<String> {
    let words = text.split_whitespace().count();
    let folded = fold(text);
    let latin: Vec<&str> = folded.split_whitespace().skip(words).collect();
    (!latin.is_empty()).then(|| latin.join(" "))
}

fn join(terms: &[String], end: &str) -> Option<String> {
    let quoted: Vec<String> = terms
        .iter()
        .map(|term| format!("\"{}\"{end}", term.replace('"', "\"\"")))
        .collect();
    (!quoted.is_empty()).then(|| quoted.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_find_cyrillic_names() {
        let text = fold("Анна Соколова администратор anna.sok@example.ru");
        assert!(Search::of("soko").unwrap().finds(&text));
        assert!(Search::of("СОКО").unwrap().finds(&text));
        assert!(
            Search::of("so an").unwrap().finds(&text),
            "every word, in any order"
        );
        assert!(
            !Search::of("ok").unwrap().finds(&text),
            "two letters begin a word"
        );
        assert!(Search::of("A. so").unwrap().finds(&text), "an initial");
        assert_eq!(Search::of("  "), None);
        assert_eq!(Search::of(" - "), None);
    }

    #[test]
    fn what_is_typed_is_text_and_never_a_query() {
        assert_eq!(
            Search::of("a\"b OR").unwrap().trigrams().unwrap(),
            "\"a\"\"b\""
        );
    }
}
