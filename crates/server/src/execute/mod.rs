//! The single write path. Under the organisation's lock, in one transaction: what is known already answers as it did
//! before; the rest is looked up, decided and evolved command by command in one world; then everything is saved at
//! once. Nothing else changes what an organisation holds.

mod ask;
mod batch;
mod caller;
mod deleted;
mod ended;
mod erase;
mod error;
mod fact;
mod found;
mod found_own;
mod judge;
mod known;
mod noted;
mod parting;
mod push;
mod put_off;
mod readdress;
mod rename;
mod secret;
mod suspend;

pub use self::ask::{is_stuck, window, world, would, would_in};
pub use self::caller::{Caller, Trail};
pub use self::deleted::{close_rows, let_go};
pub use self::ended::Ended;
pub use self::erase::erase;
pub use self::error::Error;
pub use self::found::{Founding, found, note_use, operate};
pub use self::found_own::{Wanted, found_own, may_found};
pub use self::noted::{opened, report_letter, seen, settle_letters};
pub use self::parting::{Foreseen, delete_account, foreseen, keep_account, part};
pub use self::push::{one, push};
pub use self::put_off::{PutOff, put_off_letters};
pub use self::readdress::spread as spread_address;
pub use self::rename::{rename, spread as spread_name};
pub use self::secret::show_secret;
pub use self::suspend::{CannotSuspend, suspend};
