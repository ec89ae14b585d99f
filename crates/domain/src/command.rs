//! Every command there is: an intention of somebody, as data. Travels unopened through IPC, outbox and wire.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::case::{Case, Stop};
use crate::event::Event;
use crate::invitation::{
    AcceptInvitation, ChangeInvitation, DeclineInvitation, InvitePerson, ResendInvitation,
    RevokeInvitation,
};
use crate::later::{
    AcceptManagement, AcceptOwnership, CancelAccountDeletion, ChangeRoom, ChangeSite,
    ChangeStaffRecord, DeleteAccount, DeleteOrganisation, EndManagement, MakeRoom, MakeSite,
    MakeStaffRecord, OfferOwnership, ProposeManagement, RemoveRoom, RemoveSite, RemoveStaffRecord,
    WithdrawOffer,
};
use crate::level::{ChangeLevel, DeleteLevel, MakeLevel};
use crate::link::{ChangeLink, CloseLink, JoinByLink, MakeLink};
use crate::membership::{
    AddMember, ChangeGrant, EndMembership, ExpireMembership, RenewMembership, ResumeMember,
    SetPosition, SetVisibility, SuspendMember,
};
use crate::request::{ApproveRequest, CancelRequest, DeclineRequest, ReopenRequest, RequestToJoin};
use crate::settings::ChangeSettings;

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
    ($($name:ident = $key:literal, about $target:ident, $hold:ident;)*) => {
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
            /// The keys of all commands, those of later work included.
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

            pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
                match self { $(Self::$name(command) => command.decide(case),)* }
            }
        }
    };
}

commands! {
    InvitePerson = "invite_person", about membership, Always;
    ResendInvitation = "resend_invitation", about membership, Always;
    ChangeInvitation = "change_invitation", about membership, Never;
    RevokeInvitation = "revoke_invitation", about membership, Always;
    AcceptInvitation = "accept_invitation", about membership, Never;
    DeclineInvitation = "decline_invitation", about membership, Never;
    MakeLink = "make_link", about link, Never;
    ChangeLink = "change_link", about link, Never;
    CloseLink = "close_link", about link, Always;
    JoinByLink = "join_by_link", about membership, Never;
    RequestToJoin = "request_to_join", about membership, Never;
    CancelRequest = "cancel_request", about membership, Never;
    ApproveRequest = "approve_request", about membership, Always;
    DeclineRequest = "decline_request", about membership, Always;
    ReopenRequest = "reopen_request", about membership, Never;
    AddMember = "add_member", about membership, Always;
    ChangeGrant = "change_grant", about membership, IfNothingIsTaken;
    SuspendMember = "suspend_member", about membership, Never;
    ResumeMember = "resume_member", about membership, Never;
    ExpireMembership = "expire_membership", about membership, Never;
    EndMembership = "end_membership", about membership, Never;
    RenewMembership = "renew_membership", about membership, Never;
    SetVisibility = "set_visibility", about membership, Never;
    SetPosition = "set_position", about membership, Never;
    MakeLevel = "make_level", about level, Never;
    ChangeLevel = "change_level", about level, Never;
    DeleteLevel = "delete_level", about level, Never;
    ChangeSettings = "change_settings", about nothing, Never;
    MakeStaffRecord = "make_staff_record", about staff, Never;
    ChangeStaffRecord = "change_staff_record", about staff, Never;
    RemoveStaffRecord = "remove_staff_record", about staff, Never;
    MakeRoom = "make_room", about room, Never;
    ChangeRoom = "change_room", about room, Never;
    RemoveRoom = "remove_room", about room, Never;
    MakeSite = "make_site", about site, Never;
    ChangeSite = "change_site", about site, Never;
    RemoveSite = "remove_site", about site, Never;
    OfferOwnership = "offer_ownership", about membership, Never;
    AcceptOwnership = "accept_ownership", about membership, Never;
    WithdrawOffer = "withdraw_offer", about membership, Never;
    ProposeManagement = "propose_management", about nothing, Never;
    AcceptManagement = "accept_management", about nothing, Never;
    EndManagement = "end_management", about nothing, Never;
    DeleteOrganisation = "delete_organisation", about nothing, Never;
    DeleteAccount = "delete_account", about nothing, Never;
    CancelAccountDeletion = "cancel_account_deletion", about nothing, Never;
}
