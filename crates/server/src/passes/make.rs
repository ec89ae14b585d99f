//! Making a pass and its QR code.

use doorward_domain::{OpenRooms, OrganisationId, PersonId};
use doorward_pass::{MOST_ROOMS, Pass, PassRooms};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use super::keys;
use crate::App;

/// How long a pass works, in milliseconds (RULES 8).
const TERM: i64 = 60 * 1000;
/// The shortest side of a code, in the units of the image.
const SIDE: u32 = 280;

/// A pass that was made.
#[derive(Debug)]
pub struct Made {
    /// What the code says.
    pub text: String,
    /// The code, black on white with its quiet zone.
    pub svg: String,
    /// How many rooms it names, where there are more than a pass can.
    pub first: Option<usize>,
}

/// A pass for the doors that are open to somebody now.
pub fn make(
    app: &App,
    organisation: OrganisationId,
    person: PersonId,
    open: &OpenRooms,
) -> Option<Made> {
    let named = open.rooms.iter().take(MOST_ROOMS).map(|room| room.id.0);
    let pass = Pass {
        organisation: organisation.0,
        person: person.0,
        rooms: if open.all {
            PassRooms::All
        } else {
            PassRooms::Some(named.collect())
        },
        expires_at: app.now().plus_millis(TERM).0,
    };
    let signed = keys::current(app).and_then(|signer| signer.sign(&pass));
    let text = signed
        .inspect_err(|error| tracing::error!(%error, "a pass cannot be made"))
        .ok()?;
    let code = QrCode::with_error_correction_level(&text, EcLevel::L)
        .inspect_err(|error| tracing::error!(%error, "a pass does not fit into a code"))
        .ok()?;
    let svg = code
        .render::<svg::Color<'_>>()
        .min_dimensions(SIDE, SIDE)
        .quiet_zone(true)
        .build();
    // It stands within a page, which has said already what it is written in.
    let begins = svg.find("<svg").unwrap_or_default();
    Some(Made {
        first: (!open.all && open.rooms.len() > MOST_ROOMS).then_some(MOST_ROOMS),
        svg: svg.get(begins..).unwrap_or_default().to_owned(),
        text,
    })
}
