//! One person's own rows: which of them changed, in the order of a counter of the person's own. What a row holds is
//! read from where it is kept.

mod bell;
pub mod digest;
mod page;
mod signed_out;
mod told;
mod touch;
mod whose;

pub use self::bell::{
    BellRow, ask_persons_of, forget_before, persons_of, read, ring, rung, without,
};
pub use self::digest::DigestRow;
pub use self::page::{Line, Place, held, held_in, page, revision, sums};
pub use self::signed_out::{SignedOut, sign_out};
pub use self::told::{read_until, told, unread};
pub use self::touch::{Touched, note, of_accounts, of_devices, touch};
pub use self::whose::{Whose, hold_contacts, invitations_to, whose};
