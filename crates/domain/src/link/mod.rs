//! Share links and QR codes: open to whoever holds them, within narrow bounds.

mod actions;
mod change;
mod close;
mod join;
mod less;
mod make;
mod record;

pub use self::actions::{link_actions, link_questions};
pub use self::change::ChangeLink;
pub use self::close::CloseLink;
pub use self::join::JoinByLink;
pub use self::less::link_gives_less;
pub(crate) use self::make::links_may_give;
pub use self::make::{MOST_LINK_DOMAINS, MakeLink};
pub use self::record::{Link, LinkForm};
