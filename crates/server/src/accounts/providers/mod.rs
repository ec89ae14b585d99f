//! Coming in with the account of another site, by OpenID Connect: the code flow with PKCE, bound to the browser that began.
//! A site proves who somebody is there and which address is theirs; it never joins accounts
//! (docs/adr/0017-a-provider-proves-an-address.md).

mod attempt;
mod connect;
mod fetch;
mod proven;
mod talk;
mod token;

pub use self::attempt::Attempt;
pub use self::connect::{Connected, Disconnected, arrival, connect, disconnect, make};
pub use self::proven::Proven;
pub use self::talk::{NotProven, Providers};
