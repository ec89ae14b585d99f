//! The acts: what a device is to do that is no command of the domain.

use doorward_domain::{CommandId, Locale, MembershipId, Moment, OrganisationId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::import_acts::ImportAct;
use super::views::{SavedQuestion, Setting};

/// Something the device is to do that is no command of the domain.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Act {
    /// Signs in at a server, beside those who are signed in; the account is in front then.
    SignIn {
        /// Its address.
        server: String,
        /// The account's address.
        email: String,
        /// The password.
        password: String,
    },
    /// Proves anew who sits here: for ten minutes what takes a fresh sign-in can be done.
    Prove {
        /// In which organisation it is to be done; the account in front where none is named.
        #[cfg_attr(feature = "bindings", ts(optional))]
        organisation: Option<OrganisationId>,
        /// The password; none is asked for where the server runs on this computer.
        password: String,
    },
    /// Signs out; unsent work is thrown away or kept for the same account.
    SignOut {
        /// Which account; the one in front where none is named.
        #[cfg_attr(feature = "bindings", ts(optional))]
        account: Option<String>,
        /// Whether it is thrown away.
        discard: bool,
    },
    /// Brings another account that is signed in to the front.
    SwitchAccount {
        /// Which.
        account: String,
    },
    /// Asks the server at once.
    SyncNow,
    /// Takes a command back that has not left this computer.
    Undo {
        /// Which.
        id: CommandId,
    },
    /// Puts an ended or stuck command out of sight.
    Discard {
        /// Which.
        id: CommandId,
    },
    /// Sends a stuck command again.
    Retry {
        /// Which.
        id: CommandId,
    },
    /// Sets the language.
    SetLocale {
        /// Which.
        locale: Locale,
    },
    /// Finds out whether a Doorward server answers at an address; from then on it is proposed for signing in.
    Connect {
        /// The address.
        server: String,
    },
    /// Starts the server that the program brings along, with demo data at the first time, and signs its owner in.
    TryHere,
    /// Opens the page of an invitation or share link in the system's browser; nothing is decided by it.
    OpenLink {
        /// The link as it was received.
        link: String,
    },
    /// Opens the link that another program handed over: the person has confirmed it.
    OpenHanded,
    /// Puts that link away.
    ForgetHanded,
    /// Opens the page of the person's own account at the server in the system's browser: what is done there is done there.
    OpenAccount,
    /// Begins a letter to somebody in the system's mail program; the device looks the address up.
    WriteTo {
        /// In which organisation.
        organisation: OrganisationId,
        /// To whom.
        membership: MembershipId,
    },
    /// Where the keychain does not serve: keeps what is written to disk under a passphrase, or opens what one keeps.
    Passphrase {
        /// The passphrase.
        passphrase: String,
        /// Whether it takes the place of a forgotten one; what that kept is put aside.
        #[cfg_attr(feature = "bindings", ts(optional))]
        anew: Option<bool>,
    },
    /// Works without a passphrase: nothing is written to disk until the program is started again.
    DeclinePassphrase,
    /// Puts a request off until an instant, or no longer: on this computer alone.
    Snooze {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        membership: MembershipId,
        /// Until when.
        until: Option<Moment>,
    },
    /// Notes that entries of the bell were read.
    ReadNotices {
        /// Which.
        notices: Vec<Uuid>,
    },
    /// Notes that every entry of the bell was read that is no newer than an instant.
    ReadNoticesUntil {
        /// The instant of the newest that was seen.
        until: Moment,
    },
    /// Sets something on this computer.
    SetSetting(Setting),
    /// Has the program started, or no longer, when whoever sits here signs in to the computer.
    StartAtLogin {
        /// Whether it is.
        on: bool,
    },
    /// Keeps a question under a name; the same name in the same list takes its place.
    SaveView {
        /// What it is called.
        name: String,
        /// About which organisation; none is about the work of all.
        organisation: Option<OrganisationId>,
        /// The question.
        query: SavedQuestion,
    },
    /// Calls a question that was kept something else.
    RenameView {
        /// Which.
        id: Uuid,
        /// What it is called from now on.
        name: String,
    },
    /// Forgets a question that was kept.
    RemoveView {
        /// Which.
        id: Uuid,
    },
    /// A step of inviting many at once.
    Import(ImportAct),
    /// Closes the program, whatever is lost by it.
    Close,
}

impl std::fmt::Debug for Act {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::SignIn { .. } => "SignIn",
            Self::Prove { .. } => "Prove",
            Self::SignOut { .. } => "SignOut",
            Self::SwitchAccount { .. } => "SwitchAccount",
            Self::SyncNow => "SyncNow",
            Self::Undo { .. } => "Undo",
            Self::Discard { .. } => "Discard",
            Self::Retry { .. } => "Retry",
            Self::SetLocale { .. } => "SetLocale",
            Self::Connect { .. } => "Connect",
            Self::TryHere => "TryHere",
            Self::OpenLink { .. } => "OpenLink",
            Self::OpenHanded => "OpenHanded",
            Self::ForgetHanded => "ForgetHanded",
            Self::OpenAccount => "OpenAccount",
            Self::WriteTo { .. } => "WriteTo",
            Self::Passphrase { .. } => "Passphrase",
            Self::DeclinePassphrase => "DeclinePassphrase",
            Self::Snooze { .. } => "Snooze",
            Self::ReadNotices { .. } => "ReadNotices",
            Self::ReadNoticesUntil { .. } => "ReadNoticesUntil",
            Self::SetSetting(_) => "SetSetting",
            Self::StartAtLogin { .. } => "StartAtLogin",
            Self::SaveView { .. } => "SaveView",
            Self::RenameView { .. } => "RenameView",
            Self::RemoveView { .. } => "RemoveView",
            Self::Import(_) => "Import",
            Self::Close => "Close",
        })
    }
}
