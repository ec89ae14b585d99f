//! What is set on this computer, for one account.

use doorward_domain::{Locale, OrganisationId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::shape::{shapes, words};
use super::people::PeopleFilter;
use super::session::Kept;

words! {
    /// Light or dark.
    Theme {
        /// As the system has it.
        System,
        /// Light.
        Light,
        /// Dark.
        Dark,
    }
    /// How much room a row takes.
    Density {
        /// As designed.
        Normal,
        /// More.
        Comfortable,
    }
}

shapes! {
    /// What is set on this computer.
    SettingsView {
        /// The language chosen, if one was.
        locale: Option<Locale>,
        /// Light or dark.
        theme: Theme,
        /// How much room a row takes.
        density: Density,
        /// Whether single letters are shortcuts.
        single_keys: bool,
        /// How files are kept.
        kept: Kept,
        /// The folder they are kept in, if they are.
        folder: Option<String>,
        /// The server, if somebody is signed in.
        server: Option<String>,
        /// The version of the program.
        version: String,
        /// The questions about people kept under a name, in the order in which they were saved.
        saved_views: Vec<SavedView>,
        /// Whose work is shown, if somebody chose it.
        organisation: Option<OrganisationId>,
        /// How wide the panel is, if somebody chose it.
        panel_width: Option<u32>,
        /// The columns of the list of people, if somebody chose them.
        columns: Option<Vec<Column>>,
    }
    /// A question about people kept under a name.
    SavedView {
        /// Its identity.
        id: Uuid,
        /// What it is called.
        name: String,
        /// About which organisation.
        organisation: OrganisationId,
        /// The question.
        query: PeopleFilter,
        /// How many match now; with a search counted up to a thousand.
        count: u32,
        /// Whether more match than were counted.
        more_than: bool,
    }
    /// One column of the list of people.
    Column {
        /// Which.
        key: String,
        /// How wide it is.
        width: u32,
        /// Whether it is shown.
        shown: bool,
    }
}

/// One thing that can be set on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "key", content = "value", rename_all = "snake_case")]
pub enum Setting {
    /// Light or dark.
    Theme(Theme),
    /// How much room a row takes.
    Density(Density),
    /// Whether single letters are shortcuts.
    SingleKeys(bool),
    /// Whose work is shown to somebody who belongs to several organisations; everybody's where none is chosen.
    Organisation(Option<OrganisationId>),
    /// How wide the panel is.
    PanelWidth(u32),
    /// The columns of the list of people.
    Columns(Vec<Column>),
}
