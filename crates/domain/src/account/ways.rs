//! The ways into an account: a password, and accounts of other sites. Another site proves an address; it never joins
//! accounts (docs/adr/0017-a-provider-proves-an-address.md).

use crate::PersonId;

/// Somebody who comes from another site, held against who is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Newcomer {
    /// Whose account theirs is connected to.
    pub connected: Option<PersonId>,
    /// Who is signed in here.
    pub here: Option<PersonId>,
    /// Their address.
    pub address: AddressShown,
}

/// What another site has shown of somebody's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressShown {
    /// Nothing: it has verified none.
    Nothing,
    /// It is theirs, and nobody's here.
    Free,
    /// It is theirs, and the login of this account.
    Of(PersonId),
}

/// Where somebody who comes from another site gets to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// Into the account that theirs is connected to.
    In(PersonId),
    /// Nowhere: theirs is connected to somebody else than who is signed in here.
    Taken,
    /// Into this account, once its password was typed; then theirs is connected to it.
    Connects(PersonId),
    /// Into an account of their own, new, at the address that the other site has verified.
    Makes,
    /// Nowhere: an account needs an address that is somebody's.
    NoAddress,
}

impl Newcomer {
    /// Where they get to. An address opens no account by itself.
    pub fn arrival(self) -> Arrival {
        match (self.connected, self.here, self.address) {
            (Some(connected), Some(here), _) if connected != here => Arrival::Taken,
            (Some(connected), _, _) => Arrival::In(connected),
            (None, Some(here), _) => Arrival::Connects(here),
            (None, None, AddressShown::Of(owner)) => Arrival::Connects(owner),
            (None, None, AddressShown::Free) => Arrival::Makes,
            (None, None, AddressShown::Nothing) => Arrival::NoAddress,
        }
    }
}

/// Whether an account of another site may be disconnected: never the last way in.
pub const fn may_disconnect(has_password: bool, other_sites: usize) -> bool {
    has_password || other_sites > 0
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const ANNA: PersonId = PersonId(Uuid::from_u128(1));
    const OLGA: PersonId = PersonId(Uuid::from_u128(2));

    fn arrival(
        connected: Option<PersonId>,
        here: Option<PersonId>,
        address: AddressShown,
    ) -> Arrival {
        let newcomer = Newcomer {
            connected,
            here,
            address,
        };
        newcomer.arrival()
    }

    #[test]
    fn an_address_opens_no_account_by_itself() {
        use AddressShown::{Free, Nothing, Of};
        for address in [Nothing, Free, Of(ANNA), Of(OLGA)] {
            assert_eq!(
                arrival(Some(ANNA), None, address),
                Arrival::In(ANNA),
                "known by what the site calls them, whatever their address is by now"
            );
            assert_eq!(
                arrival(Some(ANNA), Some(ANNA), address),
                Arrival::In(ANNA),
                "she is in already"
            );
            assert_eq!(
                arrival(Some(ANNA), Some(OLGA), address),
                Arrival::Taken,
                "nobody becomes somebody else without signing out"
            );
            assert_eq!(
                arrival(None, Some(ANNA), address),
                Arrival::Connects(ANNA),
                "who is signed in connects their own account, whoever has the address"
            );
        }
        assert_eq!(
            arrival(None, None, Of(ANNA)),
            Arrival::Connects(ANNA),
            "its password is asked for"
        );
        assert_eq!(arrival(None, None, Free), Arrival::Makes);
        assert_eq!(
            arrival(None, None, Nothing),
            Arrival::NoAddress,
            "an account needs an address that is somebody's"
        );
    }

    #[test]
    fn nobody_takes_the_last_way_in_away() {
        assert!(!may_disconnect(false, 0));
        assert!(may_disconnect(true, 0));
        assert!(may_disconnect(false, 1));
    }
}
