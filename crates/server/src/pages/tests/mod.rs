//! The pages in process, over a real store: what people press, and what programs try.

mod accounts;
mod invitations;
mod letters;
mod requests;
pub(crate) mod site;
