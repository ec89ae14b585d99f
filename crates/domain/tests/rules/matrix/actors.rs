//! Everybody who may try something.

use doorward_domain::{Actor, Permission, PermissionSet, Preset};

use crate::casebook::{
    ANNA, Casebook, ERIK, FELIX, GUSTAV, IVO, KADRI, LIIS, MARTA, OLGA, PIRET, STEFAN,
};

/// Who tries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Olga.
    Owner,
    /// Piret.
    Administrator,
    /// Felix.
    FinanceManager,
    /// Kadri.
    Manager,
    /// Erik.
    Staff,
    /// Marta.
    Member,
    /// Gustav.
    Guest,
    /// Ivo, who has members.manage and nothing else.
    Keeper,
    /// Liis, who has invitations.manage and what Staff has.
    Inviter,
    /// Anna, whose row it is.
    Themselves,
    /// Stefan.
    Stranger,
    /// Doorward itself.
    System,
}

impl By {
    /// Everybody.
    pub const ALL: [Self; 12] = [
        Self::Owner,
        Self::Administrator,
        Self::FinanceManager,
        Self::Manager,
        Self::Staff,
        Self::Member,
        Self::Guest,
        Self::Keeper,
        Self::Inviter,
        Self::Themselves,
        Self::Stranger,
        Self::System,
    ];

    /// Them, signed in.
    pub fn actor(self) -> Actor {
        match self {
            Self::Owner => OLGA.actor(),
            Self::Administrator => PIRET.actor(),
            Self::FinanceManager => FELIX.actor(),
            Self::Manager => KADRI.actor(),
            Self::Staff => ERIK.actor(),
            Self::Member => MARTA.actor(),
            Self::Guest => GUSTAV.actor(),
            Self::Keeper => IVO.actor(),
            Self::Inviter => LIIS.actor(),
            Self::Themselves => ANNA.actor(),
            Self::Stranger => STEFAN.actor(),
            Self::System => Actor::System,
        }
    }
}

/// The organisation with everybody in it but Anna and Stefan.
pub fn book() -> Casebook {
    let mut book = Casebook::staffed();
    book.employ_at(IVO, PermissionSet::of(&[Permission::MembersManage]));
    book.employ_at(
        LIIS,
        PermissionSet::of(&[Permission::InvitationsManage, Permission::BookingsOwn]),
    );
    book.settings(|settings| settings.expire_by_itself = true);
    book.link(OLGA, Preset::Member);
    book
}
