//! The card by which others see somebody: a name and where they belong. Names are asked once; this shows what comes of it.

use doorward_domain::Name;

use crate::text::initials;

/// A card.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// The name; empty while it is not typed.
    pub name: String,
    /// The letters on the tile.
    pub initials: String,
    /// Where they belong, if that is known.
    pub line: String,
}

impl Card {
    /// The card of a name, as far as it is one.
    pub fn of(name: &str, line: &str) -> Self {
        let name = Name::try_from(name).map(|name| name.to_string());
        let name = name.unwrap_or_default();
        Self {
            initials: initials(&name),
            name,
            line: line.to_owned(),
        }
    }
}
