//! The first copy of an organisation: a pack, if the server has one (decision 0016), else pages.

use doorward_protocol::Changes;

use super::pull::{heard_for, know};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::remote::{First, Heard, Parcel};

/// Asks for everything. Answers the first page; none where a pack has been taken in or has turned out to be no good, and
/// the feed is to be asked again, after the pack or from the start.
pub(super) async fn ask(desk: &Desk, office: &Office) -> Result<Option<Heard<Changes>>> {
    let parcel = match desk.remote.first(office.id).await? {
        First::Page(heard) => return Ok(Some(*heard)),
        First::Pack(parcel) => *parcel,
    };
    heard_for(desk, office, parcel.said).await?;
    if office.cursor().await.is_some() {
        // The rows were locked until this moment: everything is not what is needed.
        return Ok(None);
    }
    if let Err(error) = take(desk, office, parcel).await {
        tracing::warn!(%error, organisation = %office.id, "a pack was no good; pages are asked for");
        office.want_pages();
        office.clear(desk).await?;
    }
    Ok(None)
}

async fn take(desk: &Desk, office: &Office, parcel: Parcel) -> Result<()> {
    let whole = office.unpack(desk, parcel).await?;
    if let Some(organisation) = whole.organisation().await? {
        know(desk, office, [&organisation]).await?;
    }
    Ok(())
}
