//! The pages in process, over a real store: what people press, and what programs try.

mod accounts;
mod attacks;
mod browser;
mod cast;
mod doors;
mod frame;
mod invitations;
mod letters;
mod login;
mod memberships;
mod notices;
mod own_phone;
mod owners;
mod parting;
mod passwords;
mod phones;
mod profile;
mod public;
mod requesters;
mod requests;
mod residence;
pub(crate) mod site;
mod ways;
