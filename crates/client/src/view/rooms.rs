//! The rooms of an organisation, by name.

use doorward_domain::{Lookup, Refusal, known_rooms};

use crate::contract::{RoomName, RoomsAsk, RoomsView};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;

/// Every room that people can be found by.
pub(crate) async fn rooms(desk: &Desk, ask: &RoomsAsk) -> Result<RoomsView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    let rooms = |overlay: &Overlay| {
        let lookup = Lookup::Rooms;
        let open = overlay.world.lacks(&lookup).then_some(lookup);
        open.into_iter().collect()
    };
    office.ask(desk, &mut shown, rooms).await?;
    let rooms = known_rooms(&shown.world).into_iter();
    Ok(RoomsView {
        rooms: rooms
            .map(|room| RoomName {
                id: room.id,
                name: room.name,
            })
            .collect(),
    })
}
