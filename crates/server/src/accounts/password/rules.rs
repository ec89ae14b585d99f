//! Which passwords are taken: long ones that are on no list and are not made of names. No rules of composition.

use unicode_normalization::UnicodeNormalization;

/// Fewest code points where the password is the only factor.
pub const SHORTEST: usize = 15;
/// Most code points; nothing is cut off.
pub const LONGEST: usize = 256;
/// Letters and digits that must be left when the names that everybody knows here are taken out.
const OWN_PART: usize = 8;
/// Different code points that a password has at least.
const DIFFERENT: usize = 5;

/// Long passwords that attackers try first, folded.
const COMMON: &[&str] = &[
    "administrator123",
    "adminadminadmin",
    "administratoradministrator",
    "areallylongpassword",
    "averylongpassword",
    "changemechangeme",
    "changethispassword",
    "correcthorsebatterystaple",
    "defaultpassword",
    "dontforgetthispassword",
    "iloveyouforever",
    "iloveyouiloveyou",
    "iloveyouverymuch",
    "ihatepasswords123",
    "letmeinletmein1",
    "letmeinletmeinletmein",
    "maryhadalittlelamb",
    "mypasswordispassword",
    "mypasswordissecret",
    "mysecretpassword",
    "nopasswordneeded",
    "passphrasepassphrase",
    "password12345678",
    "password123456789",
    "passwordpassword",
    "passwordpassword1",
    "passwordpassword123",
    "passwordpasswordpassword",
    "pleaseletmeinnow",
    "qwertyuiop123456",
    "qwertyuiopasdfg",
    "qwertyuiopasdfgh",
    "qwertyuiopasdfghjkl",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwerty1234567890",
    "qazwsxedcrfvtgb",
    "qazwsxedcrfvtgbyhnujm",
    "1qaz2wsx3edc4rfv",
    "1q2w3e4r5t6y7u8i",
    "1q2w3e4r5t6y7u8i9o0p",
    "zaq12wsxcde34rfv",
    "asdfghjklasdfgh",
    "asdfghjklqwertyuiop",
    "supersecretpassword",
    "theansweris42isntit",
    "thequickbrownfox",
    "thequickbrownfoxjumpsoverthelazydog",
    "thisisapassword",
    "thisismypassword",
    "thisismypassword1",
    "thisisnotapassword",
    "tobeornottobe123",
    "tobeornottobethatisthequestion",
    "trustno1trustno1",
    "unbelievable123",
    "welcomewelcome1",
    "whatismypassword",
    "youwillneverguess",
    "youllneverguessthis",
    "abcdefghijklmno",
    "abcdefghijklmnopqrstuvwxyz",
    "passwordlongenough",
    "longpasswordlong",
    "fifteencharacters",
    "maythefourcebewithyou",
    "maytheforcebewithyou",
    "йцукенгшщзхъфыв",
    "йцукенгшщзхъфывапролджэ",
    "парольпарольпароль",
    "мойсамыйдлинныйпароль",
    "оченьдлинныйпароль",
    "ябезумнотебялюблю",
    "ятебялюблюятебялюблю",
    "salasõnasalasõna",
    "paroolparoolparool",
    "minuparoolonpikk",
    "parolaparolaparola",
    "parolameaestelunga",
    "teiubescteiubesc",
    "123456789qwertyuiop",
];

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] code points.
    Short,
    /// More than [`LONGEST`] code points.
    Long,
    /// On a list, or so regular that it might as well be.
    Common,
    /// Made of names that are easy to guess here.
    Context,
}

/// The password in the one form in which it is hashed, whatever keyboard made it.
pub fn normalised(password: &str) -> String {
    password.nfc().collect()
}

/// Takes a new password or says why not. `names` are those of the product, the person and the organisation.
pub fn accept(password: &str, names: &[&str]) -> Result<String, Weakness> {
    let password = normalised(password);
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Weakness::Short);
    }
    if length > LONGEST {
        return Err(Weakness::Long);
    }
    let folded = folded(&password);
    if is_common(&folded) || is_regular(&password) {
        return Err(Weakness::Common);
    }
    if own_part(&folded, names) < OWN_PART {
        return Err(Weakness::Context);
    }
    Ok(password)
}

fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

fn is_common(folded: &str) -> bool {
    // A common one does not become better by a year at its end.
    let stem = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    COMMON.iter().any(|common| {
        *common == folded || common.trim_end_matches(|c: char| c.is_ascii_digit()) == stem
    })
}

/// Whether it is a short piece again and again, few different characters, or a run such as 0123456789.
fn is_regular(password: &str) -> bool {
    let letters: Vec<char> = password.to_lowercase().chars().collect();
    let different: std::collections::BTreeSet<char> = letters.iter().copied().collect();
    let repeats = |piece: usize| {
        letters
            .iter()
            .zip(letters.iter().skip(piece))
            .all(|(one, other)| one == other)
    };
    let steps = |by: i64| {
        let numbers = letters.iter().map(|c| i64::from(u32::from(*c)));
        numbers
            .clone()
            .zip(numbers.skip(1))
            .filter(|(one, other)| other - one == by)
            .count()
    };
    let run = letters.len().saturating_sub(3);
    different.len() < DIFFERENT || (1..=4).any(repeats) || steps(1) >= run || steps(-1) >= run
}

/// How many letters and digits are left without the names that everybody knows here.
fn own_part(folded_password: &str, names: &[&str]) -> usize {
    let mut words: Vec<String> = names
        .iter()
        .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
        .map(folded)
        .collect();
    words.push("doorward".to_owned());
    words.push("password".to_owned());
    words.retain(|word| word.chars().count() >= 4);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = words.iter().fold(folded_password.to_owned(), |rest, word| {
        rest.replace(word.as_str(), "")
    });
    // A year or a counter is no secret either.
    rest.chars().filter(|c| c.is_alphabetic()).count()
        + usize::from(rest.chars().any(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_code_points_and_nothing_is_cut_off_s_31() {
        assert_eq!(accept("тихая-улица-за", &[]), Err(Weakness::Short));
        assert_eq!(
            accept("тихая-улица-за-углом", &[]),
            Ok("тихая-улица-за-углом".to_owned())
        );
        let long: String = "seven tall white doors "
            .chars()
            .cycle()
            .take(256)
            .collect();
        assert_eq!(accept(&long, &[]), Ok(long.clone()));
        assert_eq!(accept(&format!("{long}x"), &[]), Err(Weakness::Long));
    }

    #[test]
    fn the_same_password_typed_elsewhere_is_the_same() {
        assert_eq!(
            normalised("jo\u{303}e-teisel-pool-kaldal"),
            normalised("j\u{f5}e-teisel-pool-kaldal")
        );
    }

    #[test]
    fn common_and_regular_passwords_are_refused() {
        for weak in [
            "correct horse battery staple",
            "PasswordPassword2026",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "0123456789012345",
        ] {
            assert_eq!(accept(weak, &[]), Err(Weakness::Common), "{weak}");
        }
    }

    #[test]
    fn names_that_everybody_knows_here_are_no_password() {
        let names = ["Kadri Õunapuu", "kadri@example.org", "Salong Hortensia"];
        for weak in [
            "Kadri Õunapuu 1987",
            "doorward-hortensia",
            "HortensiaSalong2026",
        ] {
            assert_eq!(accept(weak, &names), Err(Weakness::Context), "{weak}");
        }
        assert!(accept("kolm-musta-rauduksekest", &names).is_ok());
    }
}
