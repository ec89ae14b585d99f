//! What the tray says: a line for the pointer, a number for the picture, and the lines of its menu.

use doorward_client::contract::RequestRow;
use doorward_client::{Glance, InProgress};
use doorward_domain::{Locale, MembershipId, OrganisationId};
use doorward_server::text::{Words, words};

/// Letters of a name that a line of the menu has room for.
const MOST: usize = 48;

/// Everything that the tray says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    /// What the pointer reads.
    pub(crate) line: String,
    /// How many wait.
    pub(crate) count: u32,
    /// The menu.
    pub(crate) items: Vec<Item>,
}

/// One line of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    /// Something that is said only.
    Says(String),
    /// One request.
    Request(String, OrganisationId, MembershipId),
    /// The list of them.
    Open(String),
    /// Inviting.
    Invite(String),
    /// Being told nothing for an hour, and whether it is so.
    Pause(String, bool),
    /// The end.
    Quit(String),
    /// A line between them.
    Rule,
}

impl Shown {
    /// What is shown of what is seen.
    pub(crate) fn of(seen: &Glance, paused: bool) -> Self {
        let words = words(seen.locale.unwrap_or(Locale::En));
        let mut items = Vec::new();
        let mut lines = Vec::new();
        if seen.signed_in {
            lines.push(words.say_with("tray-waiting", &[("count", seen.waiting.into())]));
        }
        lines.extend(seen.import.map(|it| importing(words, it)));
        items.extend(lines.iter().cloned().map(Item::Says));
        items.extend(seen.newest.iter().map(|row| {
            let text = called(words, seen, row);
            Item::Request(text, row.organisation, row.membership)
        }));
        if !items.is_empty() {
            items.push(Item::Rule);
        }
        items.push(Item::Open(words.say("tray-open")));
        if seen.invites {
            items.push(Item::Invite(words.say("invite-people")));
        }
        items.push(Item::Pause(words.say("tray-pause"), paused));
        items.push(Item::Rule);
        items.push(Item::Quit(words.say("tray-quit")));
        if lines.is_empty() {
            lines.push("Doorward".into());
        }
        Self {
            line: lines.join("\n"),
            count: seen.waiting,
            items,
        }
    }
}

fn importing(words: &Words, it: InProgress) -> String {
    let says = if it.paused {
        "import-paused-at"
    } else {
        "import-running"
    };
    let values = [("done", it.done.into()), ("total", it.total.into())];
    words.say_with(says, &values)
}

/// Who asks, and where, if the work of several organisations is shown.
fn called(words: &Words, seen: &Glance, row: &RequestRow) -> String {
    let named = row.name.as_ref().map(ToString::to_string);
    let name = named.or_else(|| row.contact.as_ref().map(ToString::to_string));
    let name = short(&name.unwrap_or_else(|| words.say("no-name")));
    let several = seen.organisations.len() > 1;
    let mut known = seen.organisations.iter().filter(|_| several);
    match known.find(|it| it.id == row.organisation) {
        Some(organisation) => format!("{name} – {}", short(&organisation.name)),
        None => name,
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(waiting: u32) -> Glance {
        Glance {
            signed_in: true,
            waiting,
            ..Glance::default()
        }
    }

    #[test]
    fn the_line_counts_who_waits_in_each_language() {
        let line = |locale, waiting| {
            let seen = Glance {
                locale: Some(locale),
                ..seen(waiting)
            };
            Shown::of(&seen, false).line
        };
        assert_eq!(line(Locale::En, 12), "12 people are waiting");
        assert_eq!(line(Locale::En, 1), "1 person is waiting");
        assert_eq!(line(Locale::En, 0), "Nobody is waiting");
        assert_eq!(line(Locale::Ru, 2), "Ожидают 2 человека");
        assert_eq!(line(Locale::Et, 3), "Ootel on 3 inimest");
        assert_eq!(line(Locale::Ro, 20), "20 de persoane așteaptă");
    }

    #[test]
    fn an_import_is_said_while_it_is_sent() {
        let import = Some(InProgress {
            done: 271,
            total: 398,
            paused: false,
        });
        let shown = Shown::of(&Glance { import, ..seen(0) }, false);
        assert!(shown.line.ends_with("Inviting: 271 of 398"), "{shown:?}");
        assert!(
            shown
                .items
                .contains(&Item::Says("Inviting: 271 of 398".into()))
        );
    }

    #[test]
    fn nobody_signed_in_opens_pauses_and_quits_only() {
        let shown = Shown::of(&Glance::default(), true);
        let [
            Item::Open(_),
            Item::Pause(_, true),
            Item::Rule,
            Item::Quit(_),
        ] = shown.items.as_slice()
        else {
            panic!("{shown:?}");
        };
        assert_eq!((shown.line.as_str(), shown.count), ("Doorward", 0));
    }
}
