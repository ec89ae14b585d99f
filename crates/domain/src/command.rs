//! Every command there is: an intention of somebody, as data. Travels unopened through IPC, outbox and wire.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::{CancelAccountDeletion, DeleteAccount};
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::invitation::{
    AcceptInvitation, ChangeInvitation, DeclineInvitation, InvitePerson, ResendInvitation,
    RevokeInvitation,
};
use crate::level::{ChangeLevel, DeleteLevel, MakeLevel};
use crate::link::{ChangeLink, CloseLink, JoinByLink, MakeLink};
use crate::management::{AcceptManagement, EndManagement, ProposeManagement};
use crate::membership::{
    AddMember, ChangeGrant, EndMembership, ExpireMembership, RenewMembership, ResumeMember,
    SetPosition, SetVisibility, SuspendMember,
};
use crate::organisation::DeleteOrganisation;
use crate::ownership::{AcceptOwnership, OfferOwnership, WithdrawOffer};
use crate::request::{ApproveRequest, CancelRequest, DeclineRequest, ReopenRequest, RequestToJoin};
use crate::room::{ChangeRoom, MakeRoom, RemoveRoom};
use crate::settings::ChangeSettings;
use crate::site::{ChangeSite, MakeSite, RemoveSite};
use crate::staff::{ChangeStaffRecord, MakeStaffRecord, RemoveStaffRecord};

/// Whether a command waits in the outbox before it may be sent, so that undo means that nothing left the computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It goes at once: taking access away never waits.
    Never,
    /// It waits.
    Always,
    /// It waits when it only gives.
    IfNothingIsTaken,
}

/// Whether a command may be made without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// It may wait for the server as long as it takes.
    Anywhere,
    /// It is made in contact with the server only: whoever makes it wants to hear at once what became of it.
    Online,
}

macro_rules! target {
    ($command:ident, nothing) => {{
        let _ = $command;
        None
    }};
    ($command:ident, $field:ident) => {
        Some($command.$field.0)
    };
}

macro_rules! commands {
    ($($name:ident = $key:literal, about $target:ident, $hold:ident, $reach:ident;)*) => {
        /// One command.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[serde(tag = "type")]
        pub enum Command {
            $(
                #[doc = concat!("See [`", stringify!($name), "`].")]
                #[serde(rename = $key)]
                $name($name),
            )*
        }

        $(
            impl From<$name> for Command {
                fn from(command: $name) -> Self {
                    Self::$name(command)
                }
            }
        )*

        impl Command {
            /// The keys of all commands.
            pub const KEYS: &'static [&'static str] = &[$($key,)*];

            /// The stable key, such as `approve_request`.
            pub const fn key(&self) -> &'static str {
                match self { $(Self::$name(_) => $key,)* }
            }

            /// The record the command is about, by what it names or will make; none for the organisation as a whole.
            pub fn target(&self) -> Option<Uuid> {
                match self { $(Self::$name(command) => target!(command, $target),)* }
            }

            /// Whether it waits in the outbox (RULES 6, *Hold*).
            pub const fn hold(&self) -> Hold {
                match self { $(Self::$name(_) => Hold::$hold,)* }
            }

            /// Whether it is made in contact with the server only (RULES 6, *online*).
            pub const fn needs_server(&self) -> bool {
                let reach = match self { $(Self::$name(_) => Reach::$reach,)* };
                matches!(reach, Reach::Online)
            }

            /// Whether it is judged by what other organisations are at that instant. Two of these in two
            /// organisations could each be right and wrong together, so they wait for one another.
            pub const fn rests_on_others(&self) -> bool {
                matches!(self, Self::AcceptManagement(_) | Self::DeleteOrganisation(_))
            }

            pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
                match self { $(Self::$name(command) => command.decide(case),)* }
            }
        }
    };
}

commands! {
    InvitePerson = "invite_person", about membership, Always, Anywhere;
    ResendInvitation = "resend_invitation", about membership, Always, Anywhere;
    ChangeInvitation = "change_invitation", about membership, Never, Anywhere;
    RevokeInvitation = "revoke_invitation", about membership, Always, Anywhere;
    AcceptInvitation = "accept_invitation", about membership, Never, Online;
    DeclineInvitation = "decline_invitation", about membership, Never, Online;
    MakeLink = "make_link", about link, Never, Online;
    ChangeLink = "change_link", about link, Never, Anywhere;
    CloseLink = "close_link", about link, Always, Anywhere;
    JoinByLink = "join_by_link", about membership, Never, Online;
    RequestToJoin = "request_to_join", about membership, Never, Anywhere;
    CancelRequest = "cancel_request", about membership, Never, Anywhere;
    ApproveRequest = "approve_request", about membership, Always, Anywhere;
    DeclineRequest = "decline_request", about membership, Always, Anywhere;
    ReopenRequest = "reopen_request", about membership, Never, Anywhere;
    AddMember = "add_member", about membership, Always, Anywhere;
    ChangeGrant = "change_grant", about membership, IfNothingIsTaken, Anywhere;
    SuspendMember = "suspend_member", about membership, Never, Anywhere;
    ResumeMember = "resume_member", about membership, Never, Anywhere;
    ExpireMembership = "expire_membership", about membership, Never, Anywhere;
    EndMembership = "end_membership", about membership, Never, Anywhere;
    RenewMembership = "renew_membership", about membership, Never, Anywhere;
    SetVisibility = "set_visibility", about membership, Never, Anywhere;
    SetPosition = "set_position", about membership, Never, Anywhere;
    MakeLevel = "make_level", about level, Never, Anywhere;
    ChangeLevel = "change_level", about level, Never, Anywhere;
    DeleteLevel = "delete_level", about level, Never, Anywhere;
    ChangeSettings = "change_settings", about nothing, Never, Anywhere;
    MakeStaffRecord = "make_staff_record", about staff, Never, Anywhere;
    ChangeStaffRecord = "change_staff_record", about staff, Never, Anywhere;
    RemoveStaffRecord = "remove_staff_record", about staff, Never, Anywhere;
    MakeRoom = "make_room", about room, Never, Anywhere;
    ChangeRoom = "change_room", about room, Never, Anywhere;
    RemoveRoom = "remove_room", about room, Never, Anywhere;
    MakeSite = "make_site", about site, Never, Anywhere;
    ChangeSite = "change_site", about site, Never, Anywhere;
    RemoveSite = "remove_site", about site, Never, Anywhere;
    OfferOwnership = "offer_ownership", about membership, Never, Anywhere;
    AcceptOwnership = "accept_ownership", about membership, Never, Anywhere;
    WithdrawOffer = "withdraw_offer", about membership, Never, Anywhere;
    ProposeManagement = "propose_management", about nothing, Never, Anywhere;
    AcceptManagement = "accept_management", about nothing, Never, Anywhere;
    EndManagement = "end_management", about nothing, Never, Anywhere;
    DeleteOrganisation = "delete_organisation", about nothing, Never, Online;
    DeleteAccount = "delete_account", about nothing, Never, Online;
    CancelAccountDeletion = "cancel_account_deletion", about nothing, Never, Online;
}
