//! The device without a network: real encrypted files, the real rules, no server. Stories with a server are the suite's.

mod absence;
mod access;
mod asks;
mod bell;
mod cast;
mod conflicts;
mod cost;
mod crowd;
mod erased;
mod files;
mod house;
mod import;
mod invitations;
mod limits;
mod meanwhile;
mod mine;
mod offline;
mod outbox;
mod parts;
mod people;
mod places;
mod queue;
mod reading;
mod rows;
mod saved;
mod steps;
