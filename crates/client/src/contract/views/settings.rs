//! What is set on this computer, for one account.

use doorward_domain::{
    Equals, LevelChoice, Locale, OrganisationId, Plan, Refusal, Settings, SignIn, Version,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::shape::{shapes, words};
use super::people::PeopleFilter;
use super::requests::{CareFilter, RequestsFilter};
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
        /// The questions kept under a name, in the order in which they were saved.
        saved_views: Vec<SavedView>,
        /// Whose work is shown, if somebody chose it.
        organisation: Option<OrganisationId>,
        /// How wide the panel is, if somebody chose it.
        panel_width: Option<u32>,
        /// The columns of the list of people, if somebody chose them.
        columns: Option<Vec<Column>>,
        /// Whether the desktop tells of what is new while somebody looks elsewhere.
        notifications: bool,
        /// Of what.
        told_of: ToldOf,
        /// When it does not, if somebody chose that.
        quiet_hours: Option<QuietHours>,
        /// Whether the program goes on in the tray when its window is closed.
        keeps_running: bool,
        /// Whether it is started when whoever sits here signs in to the computer; none where no computer starts it.
        at_login: Option<bool>,
    }
    /// Of what the desktop tells.
    ToldOf {
        /// Who waits for a decision.
        requests: bool,
        /// Invitations and links that need care.
        invitations: bool,
        /// One's own changes that were refused.
        changes: bool,
        /// Everything else that the bell has.
        others: bool,
    }
    /// Hours in which the desktop tells nothing, by the clock of this computer; over midnight where they end before
    /// they begin.
    QuietHours {
        /// The first minute of the day.
        from: u16,
        /// The first minute after them.
        until: u16,
    }
    /// The organisation's own settings.
    OrganisationSettingsView {
        /// The settings; none where this account is not sent them.
        settings: Option<Settings>,
        /// Which version a command that overwrites is based on.
        version: Option<Version>,
        /// Why they cannot be changed, if not.
        changing: Option<Refusal>,
        /// What the organisation pays for, where that is known here.
        plan: Option<Plan>,
        /// How its people may sign in, where that is known here.
        sign_in: Option<SignIn>,
        /// Every level that requests could be answered with by default, with why not.
        request_levels: Vec<LevelChoice>,
        /// What can be set about inviting; none where the settings are not sent.
        inviting: Option<InvitingSettings>,
    }
    /// Where strangers find an organisation, as far as there is something behind the addresses.
    PublicPageView {
        /// Which.
        organisation: OrganisationId,
        /// Where people ask to join.
        application: Option<String>,
        /// The page with its listed members.
        page: Option<String>,
        /// What another website shows the list with.
        widget: Option<String>,
    }
    /// What can be set about inviting.
    InvitingSettings {
        /// Every level, as it could be what the dialog that invites proposes first.
        default_levels: Vec<LevelChoice>,
        /// Whom somebody with the level that is proposed now equals, which screens warn of.
        equals: Option<Equals>,
        /// The longest term that whoever runs the server allows, in days.
        longest_term_days: u32,
        /// Why the term, the level and the approval of links cannot be changed, if not.
        changing: Option<Refusal>,
    }
    /// A question kept under a name.
    SavedView {
        /// Its identity.
        id: Uuid,
        /// What it is called.
        name: String,
        /// About which organisation; none is about the work of all.
        organisation: Option<OrganisationId>,
        /// The question.
        query: SavedQuestion,
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

/// What can be kept under a name: how the list of a screen is narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum SavedQuestion {
    /// About people.
    People(PeopleFilter),
    /// About the requests that wait.
    Requests(RequestsFilter),
    /// About what needs care.
    Care(CareFilter),
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
    /// Whether the desktop tells of what is new.
    Notifications(bool),
    /// Of what.
    ToldOf(ToldOf),
    /// When it does not.
    QuietHours(Option<QuietHours>),
    /// Whether the program goes on in the tray when its window is closed.
    KeepsRunning(bool),
}

impl ToldOf {
    /// Of everything.
    pub const EVERYTHING: Self = Self {
        requests: true,
        invitations: true,
        changes: true,
        others: true,
    };
}

impl QuietHours {
    /// Whether a minute of the day is one of them.
    pub fn cover(&self, minute: u16) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&minute)
        } else {
            minute >= self.from || minute < self.until
        }
    }
}

#[cfg(test)]
mod tests {
    use super::QuietHours;

    #[test]
    fn quiet_hours_may_go_over_midnight() {
        let night = QuietHours {
            from: 22 * 60,
            until: 7 * 60,
        };
        let covers = [(21, false), (22, true), (0, true), (6, true), (7, false)];
        for (hour, quiet) in covers {
            assert_eq!(night.cover(hour * 60), quiet, "{hour}");
        }
        let noon = QuietHours {
            from: 12 * 60,
            until: 13 * 60,
        };
        assert!(noon.cover(12 * 60 + 59) && !noon.cover(13 * 60) && !noon.cover(0));
        let never = QuietHours {
            from: 60,
            until: 60,
        };
        assert!(!never.cover(60));
    }
}
