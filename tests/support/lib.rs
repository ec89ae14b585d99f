//! What the whole-system tests share: real servers, devices, pages, mail and databases, each in a process of its own.
//! Nothing here is part of the product.

pub mod api;
pub mod ask;
pub mod bell;
pub mod browser;
pub mod cast;
pub mod chromium;
pub mod desktop;
pub mod device;
pub mod devtools;
pub mod generated;
pub mod guard;
pub mod house;
pub mod http;
pub mod ids;
pub mod judge;
pub mod keychain;
pub mod keys;
pub mod loopback;
pub mod place;
pub mod postgres;
pub mod programs;
pub mod proxy;
pub mod rules;
pub mod samples;
pub mod server;
pub mod shots;
pub mod simulation;
pub mod smtp;
pub mod store;
pub mod visitor;
pub mod wait;
pub mod window;
pub mod words;
pub mod world;
