//! The keys that sign passes: derived from the server's key, another one every ninety days. That of now and the next are
//! published, so that a door that asks once in a while always has the right one.

use doorward_domain::Moment;
use doorward_pass::{PublishedKeys, Signer, Unsigned};

use crate::App;

/// How long one key signs, in milliseconds.
const TERM: i64 = 90 * 24 * 60 * 60 * 1000;

/// The keys that doors need.
pub fn published(app: &App) -> Result<PublishedKeys, Unsigned> {
    let now = app.now();
    let keys = [term(now), term(now).saturating_add(1)];
    let key = |id| signer(app, id).map(|signer| signer.published());
    Ok(PublishedKeys {
        keys: keys.into_iter().map(key).collect::<Result<_, _>>()?,
    })
}

/// The key that signs now.
pub(super) fn current(app: &App) -> Result<Signer, Unsigned> {
    signer(app, term(app.now()))
}

fn signer(app: &App, id: u32) -> Result<Signer, Unsigned> {
    Signer::of(id, &app.tokens().pass_seed(id))
}

fn term(at: Moment) -> u32 {
    u32::try_from(at.0 / TERM).unwrap_or_default()
}
