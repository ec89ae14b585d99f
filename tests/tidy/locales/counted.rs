//! Every message with a number in it reads right at the numbers that tell languages apart, in every language. What is
//! expected is written down here: the categories of CLDR for these numbers, not what some library says of them.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, Variant, VariantKey,
};
use fluent_syntax::{parser, serializer};

use super::LANGUAGES;
use crate::tree::Source;
use crate::{finding, tree};

/// The numbers, and the category of each in English, Estonian, Romanian and Russian.
const NUMBERS: [(f64, [&str; 4]); 11] = [
    (0.0, ["other", "other", "few", "many"]),
    (1.0, ["one", "one", "one", "one"]),
    (2.0, ["other", "other", "few", "few"]),
    (5.0, ["other", "other", "few", "many"]),
    (11.0, ["other", "other", "few", "many"]),
    (19.0, ["other", "other", "few", "many"]),
    (20.0, ["other", "other", "other", "many"]),
    (21.0, ["other", "other", "other", "one"]),
    (100.0, ["other", "other", "other", "many"]),
    (101.0, ["other", "other", OLD_FEW, "one"]),
    (1.5, ["other", "other", "few", "other"]),
];

/// What this library still takes for the few of Romanian after a hundred. The window's own plural rules are newer
/// (`ui/tests/plurals.test.ts`), and what the server says is put right where it is said (`text/numbers.rs`).
const OLD_FEW: &str = "other";

/// What stands for everything that is no number.
const WORD: &str = "x";

#[test]
fn every_counted_message_reads_right_at_every_number() -> Result<()> {
    let (mut findings, mut counted) = (Vec::new(), 0);
    for (place, (language, _)) in LANGUAGES.iter().enumerate() {
        let files = tree::sources(&format!("locales/{language}"), &["ftl"])?;
        counted += counted_in(&files)?.len();
        for (number, categories) in NUMBERS {
            let category = categories[place];
            findings.extend(wrong(language, &files, number, category)?);
        }
    }
    ensure!(counted > 100, "only {counted} counted messages are found");
    finding::none("these messages take a wrong form:", &findings)
}

/// The messages that read otherwise than with the variant of this category alone, or have a hole.
fn wrong(language: &str, files: &[Source], number: f64, category: &str) -> Result<Vec<String>> {
    let ids = counted_in(files)?;
    let (mut said, mut meant) = (bundle(language)?, bundle(language)?);
    for file in files {
        let resource = parsed(&file.text)?;
        add(&mut said, file.text.clone())?;
        add(
            &mut meant,
            serializer::serialize(&decided(resource, number, category)?),
        )?;
    }
    let mut findings = Vec::new();
    for (id, variables) in ids {
        let mut values = FluentArgs::new();
        for (variable, is_number) in variables {
            let value = if is_number {
                FluentValue::from(number)
            } else {
                WORD.into()
            };
            values.set(variable, value);
        }
        let (said, meant) = (read(&said, &id, &values), read(&meant, &id, &values));
        match (said, meant) {
            (Ok(said), Ok(meant)) if said == meant && !said.is_empty() => {}
            (said, meant) => findings.push(format!(
                "{language}: {id} at {number}: {said:?} instead of {meant:?}"
            )),
        }
    }
    Ok(findings)
}

fn bundle(language: &str) -> Result<FluentBundle<FluentResource>> {
    let mut bundle = FluentBundle::new(vec![language.parse()?]);
    bundle.set_use_isolating(false);
    Ok(bundle)
}

fn add(bundle: &mut FluentBundle<FluentResource>, text: String) -> Result<()> {
    let resource = FluentResource::try_new(text).ok().context("it parses")?;
    let added = bundle.add_resource(resource);
    added.map_err(|errors| anyhow::anyhow!("{errors:?}"))
}

fn read(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    values: &FluentArgs<'_>,
) -> Result<String, String> {
    let message = bundle.get_message(id).ok_or("it is not there")?;
    let pattern = message.value().ok_or("it says nothing")?;
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, Some(values), &mut errors)
        .into_owned();
    errors
        .is_empty()
        .then_some(text)
        .ok_or_else(|| format!("{errors:?}"))
}

type Variables = BTreeSet<(String, bool)>;

/// The messages that a number inflects, with their variables and whether each is a number.
fn counted_in(files: &[Source]) -> Result<Vec<(String, Variables)>> {
    let mut found = Vec::new();
    let catalogue = super::catalogue::Catalogue::read(files)?;
    for (id, message) in &catalogue.messages {
        let numbers: BTreeSet<&str> = message
            .selections
            .iter()
            .filter(|it| super::plurals::is_plural(it))
            .map(|it| it.variable.as_str())
            .collect();
        if !numbers.is_empty() && !id.starts_with('-') && !id.contains('.') {
            let bare = |it: &String| it.trim_start_matches('$').to_owned();
            let variables = message.variables.iter();
            let variables = variables.map(|it| (bare(it), numbers.contains(it.as_str())));
            found.push((id.clone(), variables.collect()));
        }
    }
    Ok(found)
}

fn parsed(text: &str) -> Result<Resource<&str>> {
    parser::parse(text).map_err(|(_, errors)| anyhow::anyhow!("{errors:?}"))
}

/// The messages with every choice by a number made already.
fn decided<'a>(
    resource: Resource<&'a str>,
    number: f64,
    category: &str,
) -> Result<Resource<&'a str>> {
    let mut body = Vec::new();
    for entry in resource.body {
        body.push(match entry {
            Entry::Message(mut message) => {
                message.value = message
                    .value
                    .map(|value| chosen(value, number, category))
                    .transpose()?;
                Entry::Message(message)
            }
            Entry::Term(mut term) => {
                term.value = chosen(term.value, number, category)?;
                Entry::Term(term)
            }
            silent @ (Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. }) => silent,
        });
    }
    Ok(Resource { body })
}

fn chosen<'a>(pattern: Pattern<&'a str>, number: f64, category: &str) -> Result<Pattern<&'a str>> {
    let mut elements = Vec::new();
    for element in pattern.elements {
        match element {
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } => {
                if is_by_number(&variants) {
                    let variant = pick(variants, number, category)?;
                    elements.extend(chosen(variant.value, number, category)?.elements);
                } else {
                    let variants = variants.into_iter().map(|mut variant| {
                        variant.value = chosen(variant.value, number, category)?;
                        Ok(variant)
                    });
                    let variants = variants.collect::<Result<_>>()?;
                    let expression = Expression::Select { selector, variants };
                    elements.push(PatternElement::Placeable { expression });
                }
            }
            plain @ (PatternElement::TextElement { .. } | PatternElement::Placeable { .. }) => {
                elements.push(plain);
            }
        }
    }
    if elements.is_empty() {
        // An empty variant would not be written as a pattern; an empty literal says the same.
        let nothing = InlineExpression::StringLiteral { value: "" };
        let expression = Expression::Inline(nothing);
        elements.push(PatternElement::Placeable { expression });
    }
    Ok(Pattern { elements })
}

fn is_by_number(variants: &[Variant<&str>]) -> bool {
    let keys = variants.iter().filter_map(|variant| match variant.key {
        VariantKey::Identifier { name } => Some(name),
        VariantKey::NumberLiteral { .. } => None,
    });
    let keys: Vec<&str> = keys.collect();
    keys == ["other"] || keys.iter().any(|key| ["one", "few", "many"].contains(key))
}

/// The variant of this very number, else that of its category.
fn pick<'a>(
    variants: Vec<Variant<&'a str>>,
    number: f64,
    category: &str,
) -> Result<Variant<&'a str>> {
    let exact = |variant: &Variant<&str>| match variant.key {
        VariantKey::NumberLiteral { value } => value.parse() == Ok(number),
        VariantKey::Identifier { .. } => false,
    };
    let alike = |variant: &Variant<&str>| match variant.key {
        VariantKey::Identifier { name } => name == category,
        VariantKey::NumberLiteral { .. } => false,
    };
    let place = variants.iter().position(exact);
    let place = place.or_else(|| variants.iter().position(alike));
    let place = place.with_context(|| format!("no form for {number}, which is {category}"))?;
    variants.into_iter().nth(place).context("it was just found")
}

#[test]
fn a_wrong_form_is_found() -> Result<()> {
    let text = "waiting = { $count ->\n    [one] one waits\n   *[other] { $count } wait\n}\n";
    let files = [Source {
        path: "locales/ru/a.ftl".to_owned(),
        text: text.to_owned(),
    }];
    assert_eq!(
        wrong("ru", &files, 21.0, "one")?,
        [""; 0],
        "Russian counts 21 like 1"
    );
    assert_eq!(wrong("ru", &files, 21.0, "other")?.len(), 1, "not like 20");
    assert!(
        wrong("ru", &files, 5.0, "many").is_err(),
        "a form is missing"
    );
    Ok(())
}
