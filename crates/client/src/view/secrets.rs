//! Secret links. Only the server knows them, it notes that they were shown, and nothing of them is kept here.

use qrcode::QrCode;
use qrcode::render::svg;

use crate::contract::{InvitationLinkAsk, InvitationLinkView, LinkUrlAsk, LinkUrlView};
use crate::desk::Desk;
use crate::error::{Error, Result};

/// The shortest side of a code, in the units of the image (`UI_SPEC` 7.4).
const SIDE: u32 = 240;

/// The secret link of an open invitation.
pub(crate) async fn invitation_link(
    desk: &Desk,
    ask: &InvitationLinkAsk,
) -> Result<InvitationLinkView> {
    let asked = desk
        .remote
        .invitation_link(ask.organisation, ask.membership);
    let heard = asked.await?;
    desk.heard(heard.said).await?;
    Ok(InvitationLinkView {
        url: heard.value.url,
    })
}

/// The secret link of a share link or QR code, and its code.
pub(crate) async fn link_url(desk: &Desk, ask: &LinkUrlAsk) -> Result<LinkUrlView> {
    let heard = desk.remote.link_url(ask.organisation, ask.link).await?;
    desk.heard(heard.said).await?;
    let url = heard.value.url;
    let svg = code(&url)?;
    Ok(LinkUrlView { url, svg })
}

/// A QR code of medium error correction, black on white with its quiet zone.
fn code(url: &str) -> Result<String> {
    // A link is far below what a code can hold; a server that sends more does not speak the protocol.
    let code = QrCode::new(url).map_err(|_| Error::Strange { status: 200 })?;
    Ok(code
        .render::<svg::Color<'_>>()
        .min_dimensions(SIDE, SIDE)
        .quiet_zone(true)
        .build())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_code_is_an_image_with_a_quiet_zone() {
        let svg = super::code("https://door.example.ee/j/lAAAAAAAAAAAAAAAAAAAAAAAA").unwrap();
        assert!(svg.contains("<svg") && svg.contains("#fff"), "{svg:.200}");
    }
}
