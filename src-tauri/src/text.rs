//! The few sentences the shell itself says, from the same messages as the page.

use doorward_domain::Locale;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

/// One message; an id without a message is shown as it is.
pub(crate) fn say(locale: Locale, id: &str, values: &FluentArgs<'_>) -> String {
    let (name, text) = match locale {
        Locale::En => ("en", include_str!("../../locales/en/app.ftl")),
        Locale::Ru => ("ru", include_str!("../../locales/ru/app.ftl")),
        Locale::Et => ("et", include_str!("../../locales/et/app.ftl")),
        Locale::Ro => ("ro", include_str!("../../locales/ro/app.ftl")),
    };
    let resource =
        FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable);
    let mut bundle = FluentBundle::new(name.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        return id.to_owned();
    };
    bundle
        .format_pattern(pattern, Some(values), &mut Vec::new())
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_the_forms_of_their_language() {
        let of = |count: i64| {
            let mut values = FluentArgs::new();
            values.set("count", count);
            say(Locale::Ru, "notify-requests", &values)
        };
        assert_eq!(of(3), "3 новых запроса");
        assert_eq!(of(5), "5 новых запросов");
    }
}
