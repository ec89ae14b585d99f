//! The pages in process, over a real store: what people press, and what programs try.

mod accounts;
mod cast;
mod doors;
mod frame;
mod invitations;
mod letters;
mod memberships;
mod parting;
mod passwords;
mod public;
mod requesters;
mod requests;
mod residence;
pub(crate) mod site;
