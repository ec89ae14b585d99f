//! The API: extractor, one call, reply. Also what every route has in common, pages included.

pub mod body;
mod changes;
mod deletion;
mod extract;
mod health;
mod history;
pub mod links;
mod mine;
mod openapi;
mod organisations;
mod passes;
mod public;
mod push;
mod reports;
mod router;
mod stream;
mod surroundings;

pub use self::openapi::document;
pub use self::router::router;
