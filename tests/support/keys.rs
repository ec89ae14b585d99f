//! Keys as a person names them: `a`, `Escape`, `Ctrl+k`, `Shift+j`, `g r`.

use anyhow::{Result, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

/// Keys that have a name instead of a letter.
const NAMED: &[(&str, Key)] = &[
    ("Ctrl", Key::Control),
    ("Shift", Key::Shift),
    ("Alt", Key::Alt),
    ("Enter", Key::Enter),
    ("Escape", Key::Escape),
    ("Tab", Key::Tab),
    ("Space", Key::Space),
    ("Backspace", Key::Backspace),
    ("Delete", Key::Delete),
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PageUp", Key::PageUp),
    ("PageDown", Key::PageDown),
    ("F6", Key::F6),
];

/// Presses chords one after the other, such as `g r`, as quickly as somebody who knows them.
pub fn chords(names: &str) -> Result<KeyActions> {
    let actions = KeyActions::new("keyboard".into());
    names.split(' ').try_fold(actions, chord)
}

/// Types a text letter by letter.
pub fn text(text: &str) -> KeyActions {
    let actions = KeyActions::new("keyboard".into());
    text.chars().fold(actions, |actions, value| {
        actions
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
    })
}

/// Presses a chord and lets go of it.
fn chord(mut actions: KeyActions, name: &str) -> Result<KeyActions> {
    let mut keys = Vec::new();
    // A plus alone is the key itself.
    let parts = if name == "+" {
        vec!["+"]
    } else {
        name.split('+').collect()
    };
    for part in parts {
        keys.push(key(part)?);
    }
    for value in &keys {
        actions = actions.then(KeyAction::Down { value: *value });
    }
    for value in keys.into_iter().rev() {
        actions = actions.then(KeyAction::Up { value });
    }
    Ok(actions)
}

fn key(name: &str) -> Result<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Ok(letter);
    }
    match NAMED.iter().find(|(named, _)| *named == name) {
        Some((_, key)) => Ok(char::from(*key)),
        None => bail!("there is no key {name}"),
    }
}
