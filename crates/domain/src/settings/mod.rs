//! The organisation's own settings.

mod change;
mod choices;

pub use self::change::ChangeSettings;
pub use self::choices::{InvitingChoices, inviting_choices, inviting_choices_questions};
