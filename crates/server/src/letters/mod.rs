//! Letters: what `domain::notices` asks for becomes rows of the queue in the transaction of the change; a worker
//! renders and sends them, at least once, under one stable id. Secrets stand in no row: links are made while rendering.

mod account;
mod address;
mod allowance;
mod digest;
#[cfg(test)]
mod digest_tests;
mod facts;
mod fate;
mod follow;
pub mod handing;
#[cfg(test)]
mod handing_tests;
mod leads_to;
pub mod new_link;
mod queue;
pub mod recipients;
pub mod reminders;
mod render;
mod reset;
mod segments;
mod sms;
#[cfg(test)]
mod sweep_scenes;
#[cfg(test)]
mod sweep_tests;
#[cfg(test)]
mod sweep_time_tests;
mod template;
mod texting;
mod transport;
mod worker;

pub use self::account::{account_exists, confirmation};
pub use self::address::{address_changed, new_address, phone_changed};
pub use self::follow::Told;
pub use self::leads_to::{LeadsTo, asks_for_care, asks_for_decision};
pub use self::render::line_of;
#[cfg(feature = "samples")]
pub use self::render::{Sample, samples};
pub use self::reset::{password_changed, provider_connected, reset};
pub use self::transport::Unusable;
#[cfg(test)]
pub use self::worker::send_all;
pub use self::worker::{Post, run};
