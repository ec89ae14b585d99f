//! Every message is used, and every message that code asks for exists.

use std::collections::BTreeSet;

use anyhow::Result;
use doorward_client::contract::CLIENT_CODES;
use doorward_domain::{Permission, Preset, Refusal};
use doorward_protocol::Code;

use super::catalogue::Catalogue;
use super::{REFERENCE, catalogue};
use crate::tree::Source;
use crate::{finding, tree};

/// Families of messages whose ids are made from a code of the program: `refusal-` and the code with
/// dashes. Every code has its message; the codes come from the crates that own them.
fn families() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("refusal-", Refusal::CODES.to_vec()),
        (
            "problem-",
            Code::ALL.iter().map(|code| code.key()).collect(),
        ),
        (
            "permission-",
            Permission::ALL
                .iter()
                .map(|permission| permission.key())
                .collect(),
        ),
        ("failure-", CLIENT_CODES.to_vec()),
        (
            "delivery-",
            doorward_domain::InvitationState::ALL
                .iter()
                .map(|state| state.key())
                .collect(),
        ),
        (
            "level-",
            Preset::ALL.iter().map(|preset| preset.key()).collect(),
        ),
    ]
}

/// Families whose members only the screens know: the rest of the id stands in the code, quoted or as
/// the name of a variant.
const FROM_CODE: &[&str] = &["status-", "command-"];

/// How code asks for a message by its id.
const ASKING: &[&str] = &["t(", "say(", "say_with(", "say_of("];

#[test]
fn every_code_has_its_message() -> Result<()> {
    let messages = catalogue(REFERENCE)?;
    let findings: Vec<String> = families()
        .into_iter()
        .flat_map(|(family, codes)| codes.into_iter().map(move |code| id_of(family, code)))
        .filter(|id| !messages.messages.contains_key(id))
        .collect();
    finding::none("these codes have no message in locales/:", &findings)
}

#[test]
fn every_message_that_code_asks_for_exists() -> Result<()> {
    let messages = catalogue(REFERENCE)?;
    let mut findings = Vec::new();
    for source in code()? {
        let lost = asked(&source.text)
            .into_iter()
            .filter(|id| !messages.messages.contains_key(*id));
        findings.extend(lost.map(|id| format!("{}: {id}", source.path)));
    }
    finding::none("these messages are not in locales/:", &findings)
}

#[test]
fn every_message_is_used() -> Result<()> {
    let messages = catalogue(REFERENCE)?;
    let code = code()?;
    let contained: BTreeSet<&String> = messages
        .messages
        .values()
        .flat_map(|message| &message.references)
        .collect();
    let made: BTreeSet<String> = families()
        .into_iter()
        .flat_map(|(family, codes)| codes.into_iter().map(move |code| id_of(family, code)))
        .collect();
    let families = templates(&code);
    let findings: Vec<String> = whole_messages(&messages)
        .filter(|id| !contained.contains(id) && !made.contains(*id))
        .filter(|id| {
            !code
                .iter()
                .any(|source| is_named(id, &source.text, &families))
        })
        .cloned()
        .collect();
    finding::none("nothing uses these messages:", &findings)
}

/// Messages and terms; an attribute is used with its message.
fn whole_messages(catalogue: &Catalogue) -> impl Iterator<Item = &String> {
    catalogue.messages.keys().filter(|id| !id.contains('.'))
}

fn id_of(family: &str, code: &str) -> String {
    format!("{family}{}", code.replace(['_', '.'], "-"))
}

/// The code that speaks to people; generated types and tests do not.
fn code() -> Result<Vec<Source>> {
    let mut sources = tree::sources("crates", &["rs", "html", "txt"])?;
    sources.extend(tree::sources("src-tauri", &["rs"])?);
    sources.extend(tree::sources("ui/src", &["ts", "svelte"])?);
    sources
        .retain(|source| !source.path.contains("/tests/") && !source.path.contains("/bindings/"));
    Ok(sources)
}

/// Whether code asks for a message by its whole id, or makes the id of a family from a name that the code has: the rest
/// of the id, or the words it begins with.
fn is_named(id: &str, text: &str, families: &BTreeSet<String>) -> bool {
    let named = |rest: &str| {
        is_quoted(rest, text)
            || is_quoted(&rest.replace('-', "_"), text)
            || text.contains(&variant(rest))
    };
    is_quoted(id, text)
        || families
            .iter()
            .filter_map(|family| id.strip_prefix(family.as_str()))
            .any(|rest| beginnings(rest).any(named))
}

/// `a-b-c`, `a-b` and `a`.
fn beginnings(rest: &str) -> impl Iterator<Item = &str> {
    let ends = rest.match_indices('-').map(|(end, _)| end);
    ends.chain([rest.len()]).map(|end| &rest[..end])
}

/// The families whose ids the window's code makes: what stands before the first value of a template.
fn templates(code: &[Source]) -> BTreeSet<String> {
    let texts = code.iter().flat_map(|source| source.text.split('`'));
    let family = |text: &str| {
        let (family, _) = text.split_once("${")?;
        let dashed = family.ends_with('-') && family.len() > 2;
        let plain = family
            .chars()
            .all(|it| it == '-' || it.is_ascii_lowercase());
        (dashed && plain).then(|| family.to_owned())
    };
    let made = texts.filter_map(family);
    made.chain(FROM_CODE.iter().map(|it| (*it).to_owned()))
        .collect()
}

fn is_quoted(id: &str, text: &str) -> bool {
    ['"', '\'', '`']
        .iter()
        .any(|quote| text.contains(&format!("{quote}{id}{quote}")))
}

/// `wrong-status` as a variant: `WrongStatus`.
fn variant(dashed: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    dashed
        .split('-')
        .filter(|word| !word.is_empty())
        .map(capital)
        .collect()
}

/// The ids that are written out where a message is asked for, also as the ends of a choice.
fn asked(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for asking in ASKING {
        for (at, _) in text.match_indices(asking) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
                continue;
            }
            found.extend(ends(first_argument(&text[at + asking.len()..])));
        }
    }
    found
}

/// What stands before the comma or bracket that ends the first argument.
fn first_argument(text: &str) -> &str {
    let (mut depth, mut quoted) = (0_i32, None);
    for (at, letter) in text.char_indices() {
        if let Some(quote) = quoted {
            quoted = (letter != quote).then_some(quote);
            continue;
        }
        match letter {
            '\'' | '"' | '`' => quoted = Some(letter),
            '(' | '[' | '{' => depth += 1,
            ',' | ')' | ']' | '}' if depth == 0 => return &text[..at],
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    text
}

/// The texts that an expression can come to: what it begins with, and what follows a `?`, a `:`, a `|` or a brace.
/// What it compares with is none, nor what a `match` looks for.
fn ends(expression: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut rest, mut before) = (expression, None);
    while let Some(at) = rest.find(['\'', '"']) {
        let ahead = rest[..at].trim_end().chars().next_back().or(before);
        let quote = &rest[at..=at];
        let Some((text, after)) = rest[at + 1..].split_once(quote) else {
            break;
        };
        let is_end = ahead.is_none_or(|it| "?:|{".contains(it));
        if is_end && !after.trim_start().starts_with("=>") {
            found.push(text);
        }
        (rest, before) = (after, Some('\''));
    }
    found
}

#[test]
fn a_request_for_a_message_is_found() {
    let text = "t('a-b', x) + format('no') + texts.say( \"c\" ) + t(variable) + at('no')
        + t(is === 'no' ? 'd' : has(x, 'no') ? 'e' : names['no'] ?? 'f', { x: 'no' }) + t(`no-${it}`)";
    assert_eq!(
        asked(text),
        ["a-b", "d", "e", "f", "c"],
        "ids are found where a message is asked for"
    );
}
