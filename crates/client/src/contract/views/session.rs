//! Who is signed in and where, how this device stands with the server, and what an event names.

use doorward_domain::{Locale, MembershipId, Moment, Name, OrganisationId};
use uuid::Uuid;

use super::super::shape::{shapes, words};

words! {
    /// A part of the screen that an event names.
    ViewName {
        /// Who is signed in and where, with the numbers of the sidebar.
        Session,
        /// Open requests.
        Requests,
        /// People.
        People,
        /// Invitations and links.
        Invitations,
        /// Access levels.
        Levels,
        /// The history.
        History,
        /// Queued work.
        Outbox,
        /// The table that is being looked at, and what was sent of tables.
        Import,
        /// The state of the connection.
        Sync,
        /// What is set on this computer.
        Settings,
        /// What the person was told.
        Bell,
        /// Nothing to ask for again: the program was asked to close, and work would be lost by it.
        Closing,
    }
    /// A screen that a link may lead to.
    LinkedScreen {
        /// Open requests.
        Request,
        /// People.
        Person,
        /// Inviting somebody.
        Invite,
        /// Inviting many at once.
        Import,
    }
    /// How files are kept.
    Kept {
        /// Encrypted on disk.
        Encrypted,
        /// In memory only: lost when Doorward is closed.
        Memory,
        /// There is no keychain, and nobody has chosen a passphrase or declined one; nothing is written to disk yet.
        Undecided,
        /// Encrypted on disk under a passphrase that has not been given since the program was started.
        Sealed,
        /// The keychain is locked or refuses; what it opens lies untouched.
        Locked,
    }
    /// How this device stands with the server.
    SyncState {
        /// The server cannot be reached.
        Offline,
        /// Something is on its way.
        Working,
        /// Everything this device knows of is done.
        Idle,
        /// Nobody is signed in, or the session has ended.
        SignedOut,
        /// This version is too old for the server.
        UpdateNeeded,
    }
}

shapes! {
    /// Who is signed in, and the organisations.
    SessionView {
        /// The account in front, if somebody is signed in: what is set and offered is its own.
        signed_in: Option<SignedInView>,
        /// Every account that is signed in, in the order in which they did.
        accounts: Vec<SignedInView>,
        /// How files are kept.
        kept: Kept,
        /// The organisations by name, account by account. One that several accounts belong to is worked in for the one in
        /// front.
        organisations: Vec<KnownOrganisation>,
        /// The language chosen, if one was.
        locale: Option<Locale>,
        /// The server that was connected to and is proposed for signing in.
        server: Option<String>,
        /// A link of an invitation that another program handed over; it is opened when the person says so.
        handed: Option<HandedLink>,
        /// A screen that a link of another program leads to; it is gone to once, and nothing is done there.
        linked: Option<LinkedPlace>,
        /// Whether the program brings a server along, to be tried on this computer.
        may_try_here: bool,
    }
    /// Where a link leads that another program handed over.
    LinkedPlace {
        /// The screen.
        screen: LinkedScreen,
        /// Whom it shows.
        membership: Option<MembershipId>,
        /// Whose work that is; none where this device knows nobody of that name, or nobody is shown.
        organisation: Option<OrganisationId>,
    }
    /// A link of an invitation that another program handed over.
    HandedLink {
        /// Where it would be opened; none where no server is known yet.
        server: Option<String>,
    }
    /// An account that is signed in.
    SignedInView {
        /// What names it on this device.
        account: String,
        /// The person's name.
        name: Name,
        /// The address of the account.
        email: String,
        /// The server.
        server: String,
        /// Whether that is the one the program brings along; its owner signs in again by trying it again.
        here: bool,
    }
    /// An organisation in the list of them.
    KnownOrganisation {
        /// Which.
        id: OrganisationId,
        /// For which account it is worked in.
        account: String,
        /// What it is called.
        name: String,
        /// How many requests wait.
        waiting: u32,
        /// How many people are approved.
        people: u32,
        /// How many invitations could not be delivered.
        failed: u32,
        /// What this account does there.
        may: Rights,
        /// Whether requests come to this account because nobody there decides them.
        stands_in: bool,
        /// Whether this account sees nothing there any more.
        gone: bool,
        /// Whether its rows are locked: the server was not heard for too long. They open with the next contact.
        locked: bool,
    }
    /// What an account does in an organisation, as its view says.
    Rights {
        /// Whether it decides requests.
        decide: bool,
        /// Whether it invites.
        invite: bool,
        /// Whether it sees who is a member.
        people: bool,
        /// Whether it reads the history.
        history: bool,
    }
    /// How this device stands with its servers.
    SyncView {
        /// The state: that of the account in front where it must do something about it, else the one that says most.
        state: SyncState,
        /// The server's time of the last contact; with several accounts of the one that was heard of longest ago.
        last_contact_at: Option<Moment>,
        /// How many commands no server has settled.
        unsent: u32,
        /// How many need their person: refused, or stuck.
        needs_you: u32,
        /// Each account by itself, in the order in which they signed in.
        accounts: Vec<AccountSync>,
    }
    /// How one account stands with its server.
    AccountSync {
        /// What names it on this device.
        account: String,
        /// The state.
        state: SyncState,
        /// How many of its commands no server has settled.
        unsent: u32,
    }
    /// New identities.
    IdsView {
        /// The identities.
        ids: Vec<Uuid>,
    }
}

impl ViewName {
    /// Everything that is asked for again by somebody who does not know what has changed.
    pub const EVERYTHING: &[Self] = &[
        Self::Session,
        Self::Requests,
        Self::People,
        Self::Invitations,
        Self::Levels,
        Self::History,
        Self::Outbox,
        Self::Import,
        Self::Sync,
        Self::Settings,
        Self::Bell,
    ];
    /// What a command changes, by what it makes or by what becomes of it.
    pub(crate) const OF_COMMANDS: &[Self] = &[
        Self::Requests,
        Self::People,
        Self::Invitations,
        Self::Levels,
        Self::Outbox,
        Self::Import,
        Self::Session,
    ];
    /// What rows change that come, or that are locked and open again.
    pub(crate) const OF_ROWS: &[Self] = &[
        Self::Requests,
        Self::People,
        Self::Invitations,
        Self::Levels,
        Self::History,
        Self::Outbox,
        Self::Import,
        Self::Session,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_told_is_missing_in_everything() {
        for told in [ViewName::OF_COMMANDS, ViewName::OF_ROWS] {
            assert!(told.iter().all(|it| ViewName::EVERYTHING.contains(it)));
        }
        let closing = &ViewName::Closing;
        assert!(!ViewName::EVERYTHING.contains(closing), "that asks");
    }
}
