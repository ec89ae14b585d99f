//! The story behind each rule: a small case, a command, and what must come of it.

mod acting;
mod catalogue;
mod contacts;
mod doors;
mod doubt;
mod giving;
mod invitations;
mod levels;
mod links;
mod meetings;
mod memberships;
mod notices;
mod order;
mod owners;
mod ownership;
mod places;
mod plans;
mod reminders;
mod requests;
mod rooms;
mod screens;
mod settings;
mod staff;
mod stuck;
mod views;
