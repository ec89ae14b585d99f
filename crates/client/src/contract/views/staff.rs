//! Staff records, with the login that each has or not.

use doorward_domain::{
    Command, Contact, MembershipId, Name, PersonState, Refusal, StaffId, Version,
};

use super::super::shape::shapes;

shapes! {
    /// Those the organisation keeps by name.
    StaffView {
        /// Everybody, by name.
        rows: Vec<StaffRow>,
        /// Why nobody can be added, if not.
        making: Option<Refusal>,
    }
    /// One of them.
    StaffRow {
        /// Which.
        staff: StaffId,
        /// What they are called.
        name: Name,
        /// Their position.
        position: Option<Name>,
        /// Which version a command that overwrites is based on.
        version: Version,
        /// Why the record cannot be changed, if not.
        changing: Option<Refusal>,
        /// Why it cannot be removed, if not.
        removing: Option<Refusal>,
        /// The login they have or are invited to; none where they have none.
        login: Option<StaffLogin>,
    }
    /// The login of somebody who is kept by name.
    StaffLogin {
        /// The membership or open invitation.
        membership: MembershipId,
        /// Where it stands.
        state: PersonState,
        /// How they sign in, where this account may know.
        contact: Option<Contact>,
        /// What withdraws it.
        withdraw: Command,
        /// Why it cannot be withdrawn, if not.
        withdrawing: Option<Refusal>,
    }
}
