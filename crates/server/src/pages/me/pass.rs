//! The pass: a QR code that a door reads, renewed by the page itself before its minute is over (RULES 8, OLV-19).

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use doorward_domain::OrganisationId;

use super::residence::{Residence, residence};
use crate::accounts::SignedInDevice;
use crate::pages::icon::Icon;
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::visitor::{Answer, Visitor};
use crate::store::{self, mine};
use crate::text::{Value, initials};
use crate::{App, passes};

/// Seconds after which the page renews itself: the code before it works for as long again.
const RENEWED_AFTER: u32 = 30;

#[derive(Debug, Template)]
#[template(path = "pages/pass.html")]
struct Page {
    shell: Shell,
    renewed_after: u32,
    code: String,
    text: String,
    name: String,
    initials: String,
    resident: String,
    first: Option<String>,
}

/// The pass for the doors of an organisation.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let Some(device) = &visitor.device else {
        return Ok(visitor.go(&next::with("/sign-in", Some("/me"))));
    };
    let home = match id.parse::<OrganisationId>() {
        Ok(id) => home(&visitor.app, device, id).await,
        Err(_) => Ok(None),
    };
    let home = home.map_err(|error| visitor.broken(error))?;
    let person = device.account.person;
    let made = home
        .as_ref()
        .and_then(|home| passes::make(&visitor.app, home.organisation, person, &home.open));
    let (Some(home), Some(made)) = (home, made) else {
        let none = visitor.message(Icon::Closed, "pass-none-title");
        let none = none.saying(visitor.words.say("pass-none-text"));
        return Ok(visitor.page(StatusCode::NOT_FOUND, &none.linked(visitor.onward())));
    };
    let words = visitor.words;
    let page = Page {
        shell: visitor
            .shell(words.say("pass-title"))
            .about(Some(&home.name)),
        renewed_after: RENEWED_AFTER,
        code: made.svg,
        text: made.text,
        name: device.account.name.to_string(),
        initials: initials(device.account.name.as_str()),
        resident: words.say_of("me-resident", "organisation", home.name.as_str()),
        first: made
            .first
            .map(|count| words.say_with("pass-first", &[("count", Value::from(count))])),
    };
    Ok(visitor.page(StatusCode::OK, &page))
}

/// Where somebody is resident, if it is this organisation.
async fn home(
    app: &App,
    device: &SignedInDevice,
    organisation: OrganisationId,
) -> Result<Option<Residence>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    for mine in &mine::held_in(&mut tx, device.account.person, organisation).await? {
        if let Some(home) = residence(app, &mut tx, device, mine).await? {
            return Ok(Some(home));
        }
    }
    Ok(None)
}
