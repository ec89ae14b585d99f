//! Making an organisation, where the operator lets everybody do so: its name, then what comes next.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{Contact, Grant, Name, OrganisationId, Refusal};

use super::form::{Fields, Form};
use super::icon::Icon;
use super::layout::Shell;
use super::me::residence;
use super::next;
use super::outcome;
use super::visitor::{Answer, Early, Visitor};
use crate::accounts::SignedInDevice;
use crate::execute::{self, Error, Wanted};
use crate::store::{self, mine};

/// Where it is.
const PATH: &str = "/me/organisation";

#[derive(Debug, Template)]
#[template(path = "pages/founding.html")]
struct Page {
    shell: Shell,
    form: Form,
    /// The id of what is made with it: who presses the button twice makes one organisation.
    id: OrganisationId,
}

/// The form.
pub async fn show(visitor: Visitor) -> Answer {
    if visitor.device.is_none() {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    }
    if !execute::may_found(&visitor.app) {
        return Err(visitor.broken(Refusal::Forbidden { needs: None }));
    }
    Ok(form(&visitor, Form::default()))
}

/// Makes it. What follows is a page of its own, so that loading that one anew makes no second organisation.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    };
    fields
        .only(&["organisation", "id"])
        .map_err(|code| visitor.broken(code))?;
    let (typed, id) = (fields.text("organisation"), fields.text("id"));
    let Ok(name) = Name::try_from(typed) else {
        let mut shown = Form::default().with("organisation", typed);
        shown.fail("organisation", visitor.words.say("error-organisation"));
        return Ok(form(&visitor, shown));
    };
    let wanted = |id| Wanted {
        id,
        name: name.clone(),
    };
    let (app, caller, network) = (&visitor.app, &device.caller, &visitor.network);
    let mut made = execute::found_own(app, caller, network, wanted(id.parse().ok())).await;
    if let Err(Error::IdReused) = made {
        // Whoever goes back and types another name wants another organisation.
        made = execute::found_own(app, caller, network, wanted(None)).await;
    }
    let made = made.map_err(|error| visitor.broken(error))?;
    let made = made.map_err(|wait| visitor.too_often(wait))?;
    Ok(visitor.go(&format!("{PATH}/{}", made.organisation)))
}

/// What comes next, for the Owner of what was made.
pub async fn made(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    };
    let name = match id.parse::<OrganisationId>() {
        Ok(id) => owned(&visitor, &device, id).await?,
        Err(_) => None,
    };
    Ok(match name {
        Some(name) => done(&visitor, &device, &name),
        None => visitor.go(PATH),
    })
}

/// The name of an organisation whose Owner the person is now.
async fn owned(
    visitor: &Visitor,
    device: &SignedInDevice,
    id: OrganisationId,
) -> Result<Option<Name>, Early> {
    let owned = async || -> Result<_, store::Error> {
        let mut tx = visitor.app.store().snapshot().await?;
        for mine in mine::held_in(&mut tx, device.account.person, id).await? {
            let is_owner = mine.membership.grant.as_ref().is_some_and(Grant::is_owner);
            if is_owner && let Some(home) = residence(&visitor.app, &mut tx, device, &mine).await? {
                return Ok(Some(home.name));
            }
        }
        Ok(None)
    };
    owned().await.map_err(|error| visitor.broken(error))
}

fn done(visitor: &Visitor, device: &SignedInDevice, name: &Name) -> Response {
    let words = visitor.words;
    let login = device.account.contacts.first();
    let login = login.map_or("", Contact::as_str);
    let page = outcome::about(visitor, Some(name), Icon::Done, "founding-done-title");
    let mut page = page.saying(words.say("founding-done-text"));
    page = page.saying(words.say_of("founding-done-next", "contact", login));
    if let Some(server) = visitor.app.public_url() {
        page = page.saying(words.say_of("founding-done-server", "server", server.as_str()));
    }
    visitor.page(StatusCode::OK, &page.linked(visitor.onward()))
}

fn form(visitor: &Visitor, form: Form) -> Response {
    let status = if form.has_errors() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = Page {
        shell: visitor.shell(visitor.words.say("founding-title")),
        form,
        id: OrganisationId(visitor.app.new_id()),
    };
    visitor.page(status, &page)
}
