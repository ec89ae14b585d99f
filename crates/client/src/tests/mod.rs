//! The device without a network: real encrypted files, the real rules, no server. Stories with a server are the suite's.

mod absence;
mod asks;
mod cast;
mod crowd;
mod files;
mod limits;
mod offline;
mod outbox;
mod parts;
mod people;
mod rows;
mod steps;
