//! The people of the cases, each with a fixed identity and one verified address.

use doorward_domain::{
    Account, AccountStanding, Actor, Contact, MembershipId, Name, PersonId, Preset,
};
use uuid::Uuid;

/// Somebody in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    number: u128,
    name: &'static str,
    address: &'static str,
}

macro_rules! cast {
    ($($(#[$doc:meta])* $constant:ident = $number:literal, $name:literal;)*) => {
        $($(#[$doc])* pub const $constant: Person = Person {
            number: $number,
            name: $name,
            address: concat!($name, "@example.org"),
        };)*
    };
}

cast! {
    /// Owns the organisation.
    OLGA = 1, "olga";
    /// Is Administrator.
    PIRET = 2, "piret";
    /// Is Finance manager.
    FELIX = 3, "felix";
    /// Is Manager.
    KADRI = 4, "kadri";
    /// Is Staff.
    ERIK = 5, "erik";
    /// Is Member.
    MARTA = 6, "marta";
    /// Is Guest.
    GUSTAV = 7, "gustav";
    /// Has an own level.
    IVO = 8, "ivo";
    /// Has another own level.
    LIIS = 9, "liis";
    /// Is invited, asks, belongs and leaves, as the case needs it.
    ANNA = 10, "anna";
    /// Has nothing to do with the organisation.
    STEFAN = 11, "stefan";
    /// Belongs to the managing organisation.
    TOMAS = 12, "tomas";
    /// Owns the organisation too.
    OSKAR = 13, "oskar";
}

impl Person {
    /// Everybody who is a member at a preset in `Casebook::staffed`.
    pub const AT_PRESETS: [(Self, Preset); 7] = [
        (OLGA, Preset::Owner),
        (PIRET, Preset::Administrator),
        (FELIX, Preset::FinanceManager),
        (KADRI, Preset::Manager),
        (ERIK, Preset::Staff),
        (MARTA, Preset::Member),
        (GUSTAV, Preset::Guest),
    ];

    /// Everybody there is.
    pub const ALL: [Self; 13] = [
        OLGA, PIRET, FELIX, KADRI, ERIK, MARTA, GUSTAV, IVO, LIIS, ANNA, STEFAN, TOMAS, OSKAR,
    ];

    /// Their identity.
    pub const fn id(self) -> PersonId {
        PersonId(Uuid::from_u128(0x1_0000 + self.number))
    }

    /// The membership that a case makes for them.
    pub const fn membership(self) -> MembershipId {
        MembershipId(Uuid::from_u128(0x2_0000 + self.number))
    }

    /// Their name.
    pub fn name(self) -> Name {
        Name::try_from(self.name.to_owned()).unwrap()
    }

    /// Their verified address.
    pub fn contact(self) -> Contact {
        self.address.parse().unwrap()
    }

    /// Their account, living.
    pub fn account(self) -> Account {
        Account {
            person: self.id(),
            name: self.name(),
            contacts: vec![self.contact()],
            standing: AccountStanding::Living,
        }
    }

    /// Them, signed in a moment ago.
    pub fn actor(self) -> Actor {
        Actor::Person {
            account: self.account(),
            fresh: true,
        }
    }
}
