//! Another e-mail address: the password and the address first, then the code that came there. Whether the address has an
//! account already shows nowhere (ENU-1).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::Contact;

use super::act::proved;
use super::page::{self, Shown};
use crate::accounts::SignedInDevice;
use crate::accounts::address::{self, Tried};
use crate::accounts::limits::Action;
use crate::config::Transport;
use crate::pages::form::{Fields, Form};
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::visitor::{Answer, Early, Visitor};

/// Where it is.
const PATH: &str = "/me/address";

#[derive(Debug, Template)]
#[template(path = "pages/address.html")]
struct Page {
    shell: Shell,
    form: Form,
    /// The address that a code is on its way to.
    wanted: Option<String>,
    /// Whether letters leave this server.
    sends: bool,
}

/// The form: for the code where one is on its way, else for the address.
pub async fn show(visitor: Visitor) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    };
    let is_waiting = visitor.query("another").is_none();
    form(&visitor, &device, Form::default(), is_waiting).await
}

/// Takes either form.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    };
    fields
        .only(&["do", "email", "present", "code"])
        .map_err(|code| visitor.broken(code))?;
    match fields.text("do") {
        "code" => code(&visitor, device, fields.text("code")).await,
        _ => ask(&visitor, &device, &fields).await,
    }
}

async fn ask(visitor: &Visitor, device: &SignedInDevice, fields: &Fields) -> Answer {
    visitor.attempt(Action::Reset).await?;
    let typed = fields.text("email");
    let contact = typed.parse::<Contact>().ok();
    let contact = contact.filter(|it| matches!(it, Contact::Email(_)));
    let mut shown = Form::default().with("email", typed);
    let proved = proved(visitor, device, fields.text("present")).await?;
    match &contact {
        None => shown.fail("email", visitor.words.say("error-email")),
        Some(it) if device.account.contacts.contains(it) => {
            shown.fail("email", visitor.words.say("account-address-same"));
        }
        Some(_) => {}
    }
    if proved.is_none() {
        shown.fail("present", visitor.words.say("account-wrong-password"));
    }
    let (Some(contact), false) = (contact, shown.has_errors()) else {
        return form(visitor, device, shown, false).await;
    };
    let asked = address::ask(&visitor.app, &device.account, &contact).await;
    asked.map_err(|error| visitor.broken(error))?;
    Ok(visitor.go(PATH))
}

async fn code(visitor: &Visitor, mut device: SignedInDevice, typed: &str) -> Answer {
    visitor.attempt(Action::Lookup).await?;
    let tried = address::confirm(&visitor.app, &device.account, typed).await;
    let mut shown = Form::default();
    match tried.map_err(|error| visitor.broken(error))? {
        Tried::Wrong => shown.fail("code", visitor.words.say("error-code")),
        Tried::Dead => {
            shown.fail("email", visitor.words.say("code-dead-text"));
            return form(visitor, &device, shown, false).await;
        }
        Tried::Done(contact) => {
            let found = now(visitor, &device).await?;
            device.account = found;
            let words = visitor.words;
            let said = words.say_of("account-address-changed", "contact", contact.as_str());
            let said = Some(said);
            let mut visitor = visitor.clone();
            visitor.device = Some(device.clone());
            return page::page(&visitor, &device, Shown { said, form: shown }).await;
        }
    }
    form(visitor, &device, shown, true).await
}

/// The account as it is now.
async fn now(
    visitor: &Visitor,
    device: &SignedInDevice,
) -> Result<doorward_domain::Account, Early> {
    let found = async {
        let mut tx = visitor.app.store().snapshot().await?;
        crate::store::accounts::account_of(&mut tx, device.account.person).await
    };
    let found = found.await.map_err(|error| visitor.broken(error))?;
    Ok(found.unwrap_or_else(|| device.account.clone()))
}

async fn form(visitor: &Visitor, device: &SignedInDevice, form: Form, is_waiting: bool) -> Answer {
    let wanted = if is_waiting {
        let wanted = address::wanted(&visitor.app, device.account.person).await;
        wanted.map_err(|error| visitor.broken(error))?
    } else {
        None
    };
    let page = Page {
        shell: visitor.shell(visitor.words.say("account-address-title")),
        wanted: wanted.map(|it| it.to_string()),
        sends: visitor.app.config().mail.transport != Transport::None,
        form,
    };
    Ok(answer(visitor, &page))
}

fn answer(visitor: &Visitor, page: &Page) -> Response {
    let status = if page.form.has_errors() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    visitor.page(status, page)
}
