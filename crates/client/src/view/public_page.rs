//! Where strangers find an organisation: its application, its public page and the list for another website.

use doorward_domain::{
    AccountStanding, Lookup, Membership, Organisation, OrganisationId, Refusal, is_listed,
};

use crate::contract::{PublicPageAsk, PublicPageView};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;

/// The addresses, where there is something behind them; whoever is not sent the settings is not told.
pub(crate) async fn public_page(desk: &Desk, ask: &PublicPageAsk) -> Result<PublicPageView> {
    let id = ask.organisation;
    let office = desk.known_office(id).await.ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    let question = |overlay: &Overlay| {
        let organisation = Lookup::Organisation;
        let open = overlay.world.lacks(&organisation).then_some(organisation);
        open.into_iter().collect()
    };
    office.ask(desk, &mut shown, question).await?;
    let settings = shown.world.settings().ok_or(Refusal::NotFound)?;
    let takes_requests = settings.accepts_requests;
    let above: Vec<Membership> = shown
        .memberships()
        .into_iter()
        .filter_map(|id| Some(shown.membership(id)?.value.clone()))
        .collect();
    let organisation = shown.world.organisation().cloned();
    // Reading members takes long, and others wait to decide.
    drop(shown);
    let has_page = match organisation {
        _ if takes_requests => true,
        Some(organisation) => lists_somebody(desk, &office, &organisation, &above).await?,
        None => false,
    };
    let at = |path: &str| format!("{}{path}", desk.remote.origin().trim_end_matches('/'));
    Ok(PublicPageView {
        organisation: id,
        application: takes_requests.then(|| at(&format!("/c/{id}"))),
        page: has_page.then(|| at(&format!("/o/{id}"))),
        widget: has_page.then(|| widget(id, &at("/widget/members.v1.js"))),
    })
}

/// What another website shows the list with (docs/public-list.md).
fn widget(id: OrganisationId, script: &str) -> String {
    format!("<div data-doorward-members=\"{id}\"></div>\n<script src=\"{script}\"></script>")
}

/// Whether somebody is listed, as far as this device holds the members. How their accounts stand only the server knows.
async fn lists_somebody(
    desk: &Desk,
    office: &Office,
    organisation: &Organisation,
    above: &[Membership],
) -> Result<bool> {
    let (now, living) = (desk.now(), AccountStanding::Living);
    let listed = |it: &Membership| is_listed(organisation, living, it, now);
    if above.iter().any(listed) {
        return Ok(true);
    }
    let Some(cache) = office.cache().await else {
        return Ok(false);
    };
    let below = |it: &Membership| listed(it) && above.iter().all(|one| one.id != it.id);
    cache.lists(below).await
}
