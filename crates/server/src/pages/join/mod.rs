//! Joining by an invitation or a link: the page shows what is stored, and what the rules say of it (ACT-13 to ACT-18).

mod answer;
mod closed;
mod door;
mod expired;
mod gives;
mod invited;
mod page;
mod passage;
mod renewed;
mod said;
mod stage;

pub use self::answer::{enter, show, take};
pub use self::closed::lost;
pub use self::invited::{Invited, invited};
pub use self::passage::{again, leads_in, passage, renewed};
