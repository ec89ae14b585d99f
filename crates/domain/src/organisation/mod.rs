//! An organisation and its settings: what every rule about it starts from.

mod delete;
mod record;

pub use self::delete::DeleteOrganisation;
pub use self::record::{
    LONGEST_LOCK_DAYS, LONGEST_TERM_DAYS, Organisation, Plan, Settings, SignIn, Standing,
    USUAL_LOCK_DAYS,
};
