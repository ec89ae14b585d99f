//! Which language to speak: the tag somebody chose, or the first of a browser's wishes that is spoken here.

use doorward_domain::Locale;

/// The language a tag names, such as `ro` or `ro-MD`.
pub fn locale_from(tag: &str) -> Option<Locale> {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
    Locale::ALL
        .into_iter()
        .find(|locale| locale.tag().eq_ignore_ascii_case(primary))
}

/// The language of an `Accept-Language` header that is wished most of those spoken here.
pub fn accepted(header: &str) -> Option<Locale> {
    let wish = |text: &str| {
        let (tag, weight) = text.split_once(";q=").unwrap_or((text, "1"));
        Some((
            locale_from(tag)?,
            weight
                .trim()
                .parse::<f32>()
                .ok()
                .filter(|weight| *weight > 0.0)?,
        ))
    };
    let mut wishes: Vec<(Locale, f32)> = header.split(',').filter_map(wish).collect();
    // Equal wishes keep their order.
    wishes.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    wishes.first().map(|(locale, _)| *locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_wish_that_is_spoken_wins() {
        assert_eq!(accepted("de-CH, ro-MD;q=0.8, en;q=0.5"), Some(Locale::Ro));
        assert_eq!(accepted("en;q=0.1, et;q=0.9"), Some(Locale::Et));
        assert_eq!(accepted("ru, en"), Some(Locale::Ru));
        assert_eq!(accepted("tlh, en;q=0"), None);
        assert_eq!(accepted(""), None);
    }
}
