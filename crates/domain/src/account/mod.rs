//! The end of an account: at once, or after the grace period of the last Owner, and what remains of its person: a
//! tombstone that names nobody; a new name of its person, how they are reached, and the ways in.

mod cancel;
mod delete;
mod erase;
mod farewell;
mod reach;
mod readdress;
mod rename;
mod ways;

pub use self::cancel::CancelAccountDeletion;
pub use self::delete::{DeleteAccount, Parting};
pub use self::erase::{Erasing, FORMER, buried, erased, erased_command, erased_signature};
pub use self::farewell::{Farewell, after_deletion, closing, farewell, orphaned};
pub use self::reach::{instead, may_want, replaced, told_of};
pub use self::readdress::readdressed;
pub use self::rename::renamed;
pub use self::ways::{AddressShown, Arrival, Newcomer, may_disconnect};
