//! Requests: a person asks to join and the organisation answers (RULES 1, OLV-20 to OLV-34).

mod approve;
mod cancel;
mod decline;
mod make;
mod rejection;
mod reopen;

pub use self::approve::ApproveRequest;
pub use self::cancel::CancelRequest;
pub use self::decline::DeclineRequest;
pub use self::make::RequestToJoin;
pub(crate) use self::rejection::newest_rejection;
pub use self::rejection::rejection_to_tell;
pub use self::reopen::ReopenRequest;
