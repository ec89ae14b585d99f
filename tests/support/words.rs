//! What people read, by message and language, taken from `locales/`: whoever expects a letter says it in its words.

use anyhow::{Context, Result, ensure};
use doorward_domain::Locale;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use crate::programs;

/// A message of letters or of the window, or a word that all share.
pub fn say(locale: Locale, id: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut bundle = FluentBundle::new(vec![locale.tag().parse()?]);
    bundle.set_use_isolating(false);
    for file in ["words", "letters", "app"] {
        let path = format!("locales/{}/{file}.ftl", locale.tag());
        let text = std::fs::read_to_string(programs::root().join(&path))?;
        let read = FluentResource::try_new(text).ok();
        bundle.add_resource_overriding(read.with_context(|| format!("{path} cannot be read"))?);
    }
    let message = bundle.get_message(id).and_then(|it| it.value());
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        arguments.set(*name, *value);
    }
    let mut errors = Vec::new();
    let pattern = message.with_context(|| format!("there is no message {id}"))?;
    let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    ensure!(errors.is_empty(), "{id} cannot be said: {errors:?}");
    Ok(said.into_owned())
}
