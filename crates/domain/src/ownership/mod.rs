//! Ownership: nobody becomes Owner without accepting.

mod accept;
mod offer;
mod standing;
mod withdraw;

pub use self::accept::AcceptOwnership;
pub use self::offer::OfferOwnership;
pub use self::standing::{OFFER_DAYS, OwnershipOffer};
pub use self::withdraw::WithdrawOffer;
