//! What screens show, finished for rendering: rows of the server, and above them what waits on this computer.

mod conflict;
mod crowd;
mod extent;
mod history;
mod invitation;
mod invitations;
mod invite;
mod level_choices;
mod levels;
mod links;
mod outbox;
mod people;
mod person;
mod request;
mod requests;
mod rooms;
mod secrets;
mod session;
mod settings;

pub(crate) use conflict::resolution;
pub(crate) use history::history;
pub(crate) use invitation::invitation;
pub(crate) use invitations::invitations;
pub(crate) use invite::{check_contacts, invite_form};
pub(crate) use level_choices::level_choices;
pub(crate) use levels::levels;
pub(crate) use outbox::outbox;
pub(crate) use people::people;
pub(crate) use person::person;
pub(crate) use request::request;
pub(crate) use requests::requests;
pub(crate) use rooms::rooms;
pub(crate) use secrets::{invitation_link, link_url};
pub(crate) use session::{session, sync};
pub(crate) use settings::{nobodys_settings, settings};
