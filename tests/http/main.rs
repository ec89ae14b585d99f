//! Bad input on every route and every command: a clear problem document with a stable code, nothing lost, nothing
//! half-done. Every case ends with what the store holds being the same as before.

mod again;
mod assigned;
mod batches;
mod commands;
mod daily;
mod founding;
mod ground;
mod hosts;
mod injected;
mod looking;
mod notices;
mod order;
mod own_request;
mod pages;
mod providers;
mod routes;
mod strangers;
mod texting;
mod unlogged;
mod widget;
