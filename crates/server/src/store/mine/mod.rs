//! One person's own rows: which of them changed, in the order of a counter of the person's own. What a row holds is
//! read from where it is kept.

mod bell;
mod page;
mod touch;

pub use self::bell::{BellRow, forget_before, persons_of, read, ring, without};
pub use self::page::{Line, Place, held, page, revision, sums};
pub use self::touch::{
    Touched, invitations_to, note, of_accounts, of_devices, of_memberships, touch,
};
