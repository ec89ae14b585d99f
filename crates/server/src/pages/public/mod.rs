//! Pages that everybody may see: an organisation with its listed members, and a member with where they are listed.

mod organisation;
mod person;

pub use self::organisation::show as organisation;
pub use self::person::show as person;
