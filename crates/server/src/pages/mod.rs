//! Pages that invited and requesting people see: server-rendered, working without JavaScript. They show what the rules
//! say and pass on what people press; no status is judged here. GET changes nothing (INV-4).

mod account;
mod ask;
mod assets;
mod card;
mod code;
mod confirm;
mod cookies;
mod forgot;
mod form;
mod founding;
mod guard;
mod help;
mod icon;
mod join;
mod layout;
mod lost;
mod me;
mod next;
mod outcome;
mod public;
mod reset;
mod routes;
mod sign_in;
mod sign_out;
mod sign_up;
mod stranger;
#[cfg(test)]
pub(crate) mod tests;
mod visitor;
mod with;

pub use self::lost::nothing_here;
pub use self::routes::routes;
