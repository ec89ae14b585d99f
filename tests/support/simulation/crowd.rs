//! Who takes part, and how each is known to the rules.

use anyhow::Result;
use doorward_domain::{Account, AccountStanding, Actor, Contact, Name, PersonId};
use uuid::Uuid;

/// Somebody who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who(pub usize);

/// Names and addresses; who comes first owns the first organisation, the second one the second.
const ALL: [(&str, &str); 6] = [
    ("Olga Owner", "olga@example.org"),
    ("Kadri Front", "kadri@example.org"),
    ("Anna Asks", "anna@example.org"),
    ("Stefan Strange", "stefan@example.org"),
    ("Marta Member", "marta@example.org"),
    ("Erik Elsewhere", "erik@example.org"),
];

impl Who {
    /// Who owns the first organisation.
    pub const OLGA: Self = Self(0);
    /// Who owns the second.
    pub const KADRI: Self = Self(1);
    /// Who asks to join.
    pub const ANNA: Self = Self(2);
    /// Who comes from outside.
    pub const STEFAN: Self = Self(3);
    /// Who comes from outside, too.
    pub const ERIK: Self = Self(5);
    /// Who is a member.
    pub const MARTA: Self = Self(4);

    /// Everybody.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ALL.len()).map(Self)
    }

    /// Their identity.
    pub fn id(self) -> PersonId {
        let number = u128::try_from(self.0).unwrap_or_default();
        PersonId(Uuid::from_u128(0x1000 + number))
    }

    /// What they are called.
    pub fn name(self) -> &'static str {
        ALL.get(self.0).map_or("", |it| it.0)
    }

    /// Their address.
    pub fn contact(self) -> Result<Contact> {
        Ok(ALL.get(self.0).map_or("", |it| it.1).parse()?)
    }

    /// Their account.
    pub fn account(self) -> Result<Account> {
        Ok(Account {
            person: self.id(),
            name: Name::try_from(self.name())?,
            contacts: vec![self.contact()?],
            standing: AccountStanding::Living,
        })
    }

    /// Them, acting.
    pub fn actor(self, fresh: bool) -> Result<Actor> {
        let account = self.account()?;
        Ok(Actor::Person { account, fresh })
    }
}
