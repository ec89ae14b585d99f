//! The messages of each language, compiled in.

use std::borrow::Cow;
use std::sync::LazyLock;

use doorward_domain::Locale;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::numbers::{grouped, inflecting};

macro_rules! files {
    ($($name:ident = $locale:literal;)*) => {$(
        const $name: [&str; 3] = [
            include_str!(concat!("../../../../locales/", $locale, "/words.ftl")),
            include_str!(concat!("../../../../locales/", $locale, "/pages.ftl")),
            include_str!(concat!("../../../../locales/", $locale, "/letters.ftl")),
        ];
    )*};
}

files! {
    EN = "en";
    RU = "ru";
    ET = "et";
    RO = "ro";
}

/// A value put into a message.
pub type Value<'a> = FluentValue<'a>;

/// The messages of one language.
pub struct Words {
    /// The language.
    pub locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words")
            .field("locale", &self.locale)
            .finish_non_exhaustive()
    }
}

static ALL: LazyLock<[Words; 4]> = LazyLock::new(|| {
    [
        Words::load(Locale::En, EN),
        Words::load(Locale::Ru, RU),
        Words::load(Locale::Et, ET),
        Words::load(Locale::Ro, RO),
    ]
});

/// The messages of a language.
pub fn words(locale: Locale) -> &'static Words {
    let [en, ru, et, ro] = &*ALL;
    match locale {
        Locale::En => en,
        Locale::Ru => ru,
        Locale::Et => et,
        Locale::Ro => ro,
    }
}

impl Words {
    fn load(locale: Locale, files: [&str; 3]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(locale.tag().parse().into_iter().collect());
        // The four languages run in one direction; isolating marks would only disturb copying and mail programs.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match locale {
            Locale::En => |value, _| grouped(value, ","),
            Locale::Ro => |value, _| grouped(value, "."),
            Locale::Ru | Locale::Et => |value, _| grouped(value, "\u{a0}"),
        }));
        for file in files {
            let resource =
                FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, errors)| {
                    tracing::error!(locale = locale.tag(), ?errors, "a message cannot be read");
                    resource
                });
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(
                    locale = locale.tag(),
                    ?errors,
                    "a message stands there twice"
                );
            }
        }
        Self { locale, bundle }
    }

    /// The BCP 47 tag of the language.
    pub fn tag(&self) -> &'static str {
        self.locale.tag()
    }

    /// A message without variables.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A message with variables.
    pub fn say_with(&self, id: &str, variables: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            tracing::error!(locale = self.tag(), id, "a message is missing");
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = variables
            .iter()
            .map(|(name, value)| (*name, inflecting(value, self.locale)))
            .collect();
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut errors);
        if !errors.is_empty() {
            tracing::error!(locale = self.tag(), id, ?errors, "a message lacks a value");
        }
        text.into_owned()
    }

    /// A message with one text variable.
    pub fn say_of(&self, id: &str, name: &str, value: &str) -> String {
        self.say_with(id, &[(name, Value::String(Cow::Borrowed(value)))])
    }

    /// Whether there is such a message.
    #[cfg(test)]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}
