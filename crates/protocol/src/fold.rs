//! Folding: the one function that makes text searchable, and the one that orders it (DESIGN 4).

use std::sync::LazyLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Text as it is searched: lower case, NFKD without marks, ё as е, and Latin letters beside Cyrillic ones, so that
/// "soko" finds "Соко". Words stand apart by one blank; the Latin spelling follows the folded text.
pub fn fold(text: &str) -> String {
    let plain = fold_typed(text);
    if plain.chars().any(|c| latin(c).is_some()) {
        let beside: String = plain
            .chars()
            .map(|c| latin(c).map_or_else(|| c.to_string(), str::to_owned))
            .collect();
        return format!("{plain} {beside}");
    }
    plain
}

/// The folded text without its Latin spelling: what was typed to search with, as texts hold both.
pub fn fold_typed(text: &str) -> String {
    let lower = text.to_lowercase();
    let bare: String = lower.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The Latin spelling of a Cyrillic letter whose marks are gone (й is и here, ё is е).
const fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'ы' | 'і' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'є' => "ye",
        _ => return None,
    })
}

static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    Collator::try_new(CollatorPreferences::default(), options).ok()
});

/// The key that orders text as the ICU root collation does; compare keys byte by byte.
pub fn order_key(text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    if let Some(collator) = COLLATOR.as_ref() {
        // Writing into a vector cannot fail.
        let _: Result<(), _> = collator.write_sort_key_to(text, &mut key);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_script_do_not_matter() {
        assert!(fold("Соколова").contains(&fold("soko")));
        assert!(fold("Õunapuu").contains(&fold("ounap")));
        assert!(fold("Ștefan  Brânză").contains(&fold("stefan branza")));
        assert!(fold("Алёна").contains(&fold("алена")));
    }

    #[test]
    fn order_is_that_of_the_root_collation() {
        let mut names = ["Zoe", "Ștefan", "anna", "Õunapuu", "Stefan", "Анна"];
        names.sort_by_key(|name| order_key(name));
        assert_eq!(
            names,
            ["anna", "Õunapuu", "Stefan", "Ștefan", "Zoe", "Анна"]
        );
    }
}
