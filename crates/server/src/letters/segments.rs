//! How many messages a text comes to: seven bits for the letters that every phone has, sixteen as soon as one other
//! letter stands in it, and less in each where there are several (GSM 03.38).

/// Letters of the first table; a phone has all of them.
const PLAIN: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Letters of the second table; each counts as two.
const DOUBLE: &str = "^{}\\[~]|€";
/// Messages that one text comes to at most (SMS-1).
const MOST: usize = 2;

/// Whether every phone has all letters of a text.
pub(super) fn is_plain(text: &str) -> bool {
    text.chars()
        .all(|c| PLAIN.contains(c) || DOUBLE.contains(c))
}

/// How many messages a text comes to.
pub(super) fn segments(text: &str) -> usize {
    let (length, one, each) = if is_plain(text) {
        let doubles = text.chars().filter(|c| DOUBLE.contains(*c)).count();
        (text.chars().count() + doubles, 160, 153)
    } else {
        (text.encode_utf16().count(), 70, 67)
    };
    if length <= one {
        1
    } else {
        length.div_ceil(each)
    }
}

/// What is said of a name, with as much of the name as fits into the messages that one text may come to.
pub(super) fn fitted(name: &str, say: impl Fn(&str) -> String) -> String {
    let whole = say(name);
    if segments(&whole) <= MOST {
        return whole;
    }
    let letters: Vec<char> = name.chars().collect();
    let shorter = (0..letters.len()).rev().map(|many| {
        let kept: String = letters[..many].iter().collect();
        say(&format!("{}...", kept.trim_end()))
    });
    let mut last = whole;
    for text in shorter {
        last = text;
        if segments(&last) <= MOST {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_that_not_every_phone_has_makes_messages_short() {
        for (text, many) in [
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("a".repeat(307), 3),
            ("€".repeat(80), 1),
            ("€".repeat(81), 2),
            ("ж".repeat(70), 1),
            ("ж".repeat(71), 2),
            (format!("{}ț", "a".repeat(69)), 1),
            (format!("{}õ", "a".repeat(70)), 2),
        ] {
            assert_eq!(segments(&text), many, "{text}");
        }
    }

    #[test]
    fn a_long_name_is_shortened_until_two_messages_hold_it_sms_1() {
        let link = "https://a-rather-long-name.of-a-server.example.ee/j/tAAAAAAAAAAAAAA";
        let say = |name: &str| format!("{name}: приглашение. {link}");
        let text = fitted(&"Технопарк ".repeat(8), say);
        assert!(segments(&text) <= 2 && text.ends_with(link), "{text}");
        assert!(text.starts_with("Технопарк"), "{text}");
        assert_eq!(fitted("Lila", |name| format!("{name}!")), "Lila!");
    }
}
