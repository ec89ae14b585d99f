//! The organisation's own settings.

mod change;

pub use self::change::ChangeSettings;
