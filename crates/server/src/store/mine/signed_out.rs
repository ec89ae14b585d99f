//! Signing a person out of their devices, and what follows from that.

use doorward_domain::{DeviceId, PersonId};

use super::touch::{note, of_devices};
use crate::doorbell::Bell;
use crate::store::{Error, Tx, sessions};

/// Sessions that have ended.
#[derive(Debug)]
pub struct SignedOut {
    /// How many.
    pub count: usize,
    /// The rings that follow.
    pub bells: Vec<Bell>,
}

/// Ends every session of a person, on all devices but the one named, with its stream and its share of a cache key (SES-3).
pub async fn sign_out(
    tx: &mut Tx,
    person: PersonId,
    but: Option<DeviceId>,
) -> Result<SignedOut, Error> {
    let ended = sessions::end_all(tx, person, but).await?;
    let mut bells = note(tx, of_devices(&ended, true)).await?;
    bells.push(Bell::Sessions);
    Ok(SignedOut {
        count: ended.len(),
        bells,
    })
}
