//! A desk: one signed-in account on this computer, with its files, its outbox, the organisations it works in and the
//! server it speaks to. The facade works on it, and so does sync.

mod absence;
mod account;
mod bell;
mod beside;
mod contact;
mod execute;
mod office;
mod opening;
mod preferences;
mod sending;
mod table;
mod texting;
mod way_back;
mod whole;

pub(crate) use account::Desk;
pub(crate) use beside::{Works, worked_in};
pub(crate) use office::Office;
pub(crate) use opening::{Opening, Surroundings};
pub(crate) use sending::TOGETHER;
