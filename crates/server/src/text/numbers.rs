//! Numbers as a language groups them.

use fluent_bundle::FluentValue;

/// A number from 10,000 on in groups of three; smaller ones stand as they are.
pub(super) fn grouped(value: &FluentValue<'_>, separator: &str) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.as_string();
    if plain.len() < 5 || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut text = String::with_capacity(plain.len() * 2);
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (plain.len() - at) % 3 == 0 {
            text.push_str(separator);
        }
        text.push(digit);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped_as_the_language_does_it() {
        let number = FluentValue::from(100_000);
        assert_eq!(grouped(&number, "\u{a0}").as_deref(), Some("100\u{a0}000"));
        assert_eq!(
            grouped(&FluentValue::from(2026), ","),
            None,
            "a year is no amount"
        );
    }
}
