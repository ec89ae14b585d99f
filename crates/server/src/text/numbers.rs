//! Numbers as a language groups them, and as it inflects what they count.

use doorward_domain::Locale;
use fluent_bundle::FluentValue;

/// A value that chooses the right form of its message. The plural rules of the library are those of an older CLDR, in
/// which Romanian counts 101 and 201 as it counts 100; since CLDR 38 they are as 2 to 19, and as every fraction is.
pub(super) fn inflecting<'a>(value: &FluentValue<'a>, locale: Locale) -> FluentValue<'a> {
    let mut value = value.clone();
    if let (FluentValue::Number(number), Locale::Ro) = (&mut value, locale) {
        let (plain, digits) = (
            number.as_string(),
            &mut number.options.minimum_fraction_digits,
        );
        if plain.ends_with("01") && !plain.contains('.') {
            *digits = Some(1);
        }
    }
    value
}

/// A number from 10,000 on in groups of three; smaller ones stand as they are.
pub(super) fn grouped(value: &FluentValue<'_>, separator: &str) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let said = number.as_string();
    let plain = said.strip_suffix(".0").unwrap_or(&said);
    if !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if plain.len() < 5 {
        return (plain != said).then(|| plain.to_owned());
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
    fn romanian_counts_after_a_hundred_as_below_twenty() {
        let said = |count: i64| {
            let count = [("count", FluentValue::from(count))];
            crate::text::words(Locale::Ro).say_with("notify-requests", &count)
        };
        assert_eq!(said(19), "19 persoane așteaptă");
        assert_eq!(said(100), "100 de persoane așteaptă");
        assert_eq!(said(101), "101 persoane așteaptă");
        assert_eq!(said(10_001), "10.001 persoane așteaptă");
    }

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
