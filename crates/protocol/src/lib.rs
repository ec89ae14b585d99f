//! What travels between Doorward's client and server. Commands, records and refusals are the domain's own types;
//! this crate adds the envelopes around them, the version they have together, and the folding of text for search.

#![deny(missing_docs)]

mod account;
mod doorbell;
mod feed;
mod fold;
mod history;
mod mine;
mod nameless;
mod pack;
mod problem;
mod push;
mod refused;
mod sum;
mod version;

pub use account::{NewAccount, Proof, SignIn, SignedIn};
pub use doorbell::Ring;
pub use feed::{Changes, Erased, Gone, SentRecord};
pub use fold::{fold, fold_typed, order_key};
pub use history::{Entry, HistoryPage, hex, payload_hash};
pub use mine::{
    Mine, MyDevice, MyGone, MyKind, MyMembership, MyNotice, MyRecord, MySentRecord, MySums,
    ReadNotices, Texts,
};
pub use nameless::nameless;
pub use pack::{MAX_PACK_HEAD, MAX_PACK_PAGES, PACK_TYPE, PackHead};
pub use problem::{Code, Problem};
pub use push::{
    MAX_COMMANDS, MAX_PUSH_BYTES, Outcome, Push, PushAnswer, PushedCommand, Settled, Stopped,
};
pub use sum::{Sum, Sums};
pub use version::{HISTORY, OLDEST_SERVED, PROTOCOL_HEADER, PROTOCOL_VERSION};
