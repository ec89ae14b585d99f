//! Making a pass and its QR code.

use std::fmt::Write;

use doorward_domain::{OpenRooms, OrganisationId, PersonId};
use doorward_pass::{MOST_ROOMS, Pass, PassRooms};
use qrcode::{Color, EcLevel, QrCode};

use super::keys;
use crate::App;

/// How long a pass works, in milliseconds (RULES 8).
const TERM: i64 = 60 * 1000;
/// The quiet zone around a code, in modules.
const QUIET: usize = 4;

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
    Some(Made {
        first: (!open.all && open.rooms.len() > MOST_ROOMS).then_some(MOST_ROOMS),
        svg: drawn(&code),
        text,
    })
}

/// The code in units of its modules: one line through each row, which skips what is light. A rectangle for every module
/// would weigh more than the whole page may.
fn drawn(code: &QrCode) -> String {
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut at = 0;
        // Writing into a text cannot fail.
        let _ = write!(path, "M{QUIET} {}.5", y + QUIET);
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                let _ = match at {
                    0 => write!(path, "h{}", run.len()),
                    light => write!(path, "m{light} 0h{}", run.len()),
                };
                at = 0;
            } else {
                at = run.len();
            }
        }
    }
    format!(
        "<svg viewBox=\"0 0 {side} {side}\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path stroke=\"#000\" d=\"{path}\"/></svg>"
    )
}
