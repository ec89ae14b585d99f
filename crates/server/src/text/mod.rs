//! Everything people read, from the message files compiled in: one [`Words`] for each language.

mod abilities;
mod dates;
mod negotiation;

use std::borrow::Cow;
use std::sync::LazyLock;

use doorward_domain::{LevelRef, Locale, Permission, Preset, Refusal, StatusName};
use doorward_protocol::Code;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use self::negotiation::{accepted, locale_from};

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
            .map(|(name, value)| (*name, value.clone()))
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

    /// What a permission lets one do.
    pub fn permission(&self, permission: Permission) -> String {
        self.say(&format!("permission-{}", kebab(permission.key())))
    }

    /// What a preset is called.
    pub fn preset(&self, preset: Preset) -> String {
        self.say(&format!("level-{}", kebab(preset.key())))
    }

    /// What a level is called; an own level by the name the organisation gave it.
    pub fn level(&self, level: LevelRef, own: Option<&str>) -> String {
        match level {
            LevelRef::Preset(preset) => self.preset(preset),
            LevelRef::Own(_) => own.unwrap_or("…").to_owned(),
        }
    }

    /// What a status is called.
    pub fn status(&self, status: StatusName) -> String {
        self.say(&format!("status-{}", status_key(status)))
    }

    /// The sentence for a problem with a request.
    pub fn problem(&self, code: Code) -> String {
        self.say(&format!("problem-{}", kebab(code.key())))
    }

    /// The sentence for a refusal.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let id = format!("refusal-{}", kebab(refusal.code()));
        if let Refusal::WrongStatus { status, .. } = refusal {
            return self.say_of(&id, "status", status_key(*status));
        }
        if let Refusal::TooSoon { until } = refusal {
            return self.say_of(&id, "until", &self.date_time(*until));
        }
        self.say(&id)
    }
}

/// The key of a status, as messages select on it.
pub fn status_key(status: StatusName) -> &'static str {
    match status {
        StatusName::Invited => "invited",
        StatusName::Requested => "requested",
        StatusName::Approved => "approved",
        StatusName::Rejected => "rejected",
        StatusName::Cancelled => "cancelled",
        StatusName::Ended => "ended",
        StatusName::Expired => "expired",
    }
}

/// The one or two letters on the tile of an organisation.
pub fn initials(name: &str) -> String {
    let words = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    words.take(2).flat_map(char::to_uppercase).collect()
}

/// A stable key as message ids spell it.
fn kebab(key: &str) -> String {
    key.replace(['.', '_'], "-")
}

/// A number from 10,000 on in groups of three; smaller ones stand as they are.
fn grouped(value: &FluentValue<'_>, separator: &str) -> Option<String> {
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

    fn ids() -> impl Iterator<Item = String> {
        let refusals = Refusal::CODES
            .iter()
            .map(|code| format!("refusal-{}", kebab(code)));
        let problems = Code::ALL
            .iter()
            .map(|code| format!("problem-{}", kebab(code.key())));
        let permissions = Permission::ALL
            .iter()
            .map(|it| format!("permission-{}", kebab(it.key())));
        let levels = Preset::ALL
            .iter()
            .map(|it| format!("level-{}", kebab(it.key())));
        refusals.chain(problems).chain(permissions).chain(levels)
    }

    #[test]
    fn every_code_has_a_sentence_in_every_language() {
        for locale in Locale::ALL {
            for id in ids() {
                assert!(words(locale).has(&id), "{} lacks {id}", locale.tag());
            }
        }
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

    #[test]
    fn a_refusal_names_where_the_thing_stands() {
        let refusal = Refusal::WrongStatus {
            status: StatusName::Cancelled,
            decided: None,
        };
        assert_eq!(words(Locale::Ru).refusal(&refusal), "Уже отменено.");
    }
}
