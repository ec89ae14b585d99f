//! What the pages of an address and of a phone have in common: wanting one, showing by a code that it is one's own, and
//! removing a phone.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{Account, Contact, instead, may_want};

use super::act::proved;
use super::page::{self, Shown};
use crate::accounts::SignedInDevice;
use crate::accounts::address::{self, Tried};
use crate::accounts::limits::Action;
use crate::pages::form::{Fields, Form};
use crate::pages::layout::Shell;
use crate::pages::sign_up::texted;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::pages::{join, next};

/// One of the two pages.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    /// Where it is.
    pub path: &'static str,
    /// The field for what is wanted.
    pub field: &'static str,
    /// What it says.
    pub messages: Messages,
    /// Whether a code can leave this server.
    pub sends: bool,
    /// Whether it is about a phone.
    pub is_phone: bool,
}

/// What a page says, by the ids of messages.
#[derive(Debug, Clone, Copy)]
pub struct Messages {
    /// Its title.
    pub title: &'static str,
    /// What comes of it.
    pub text: &'static str,
    /// That a code is on its way.
    pub sent: &'static str,
    /// Why a code may not come.
    pub hint: &'static str,
    /// That the account has it already.
    pub same: &'static str,
    /// That the account has it now.
    pub changed: &'static str,
    /// That what was typed is none.
    pub bad: &'static str,
    /// That no code can be sent.
    pub nothing_sent: &'static str,
}

#[derive(Debug, Template)]
#[template(path = "pages/reach.html")]
struct Page {
    shell: Shell,
    form: Form,
    way: Way,
    /// What a code is on its way to.
    wanted: Option<String>,
    /// The phone that the account has.
    phone: Option<String>,
    /// Whether it may be removed.
    removable: bool,
}

impl Page {
    /// The page itself, from which one comes back to where one was.
    fn here(&self) -> String {
        next::with(self.way.path, self.shell.next.as_deref())
    }

    /// The page for another code.
    fn again(&self) -> String {
        let next = self.shell.next.as_deref();
        let next = next.map(|next| format!("&next={next}")).unwrap_or_default();
        format!("{}?another=1{next}", self.way.path)
    }

    /// Where one goes who changes nothing: address and label.
    fn back(&self) -> (&str, String) {
        match self.shell.next.as_deref() {
            Some(next) => (next, self.shell.words.say("page-cancel")),
            None => ("/me/account", self.shell.words.say("account-title")),
        }
    }
}

impl Way {
    fn is_about(&self, contact: &Contact) -> bool {
        matches!(contact, Contact::Phone(_)) == self.is_phone
    }

    fn phone_of<'a>(&self, account: &'a Account) -> Option<&'a Contact> {
        let mut contacts = account.contacts.iter().filter(|_| self.is_phone);
        contacts.find(|it| self.is_about(it))
    }
}

/// Somebody who is on the way into an organisation goes on with that; the page it leads to asks for the rest again.
fn sign_in_first(visitor: &Visitor, way: &Way) -> Response {
    let going = visitor.next.as_deref();
    let next = going.filter(|_| join::leads_in(going));
    visitor.go(&next::with("/sign-in", next.or(Some(way.path))))
}

/// The form: for the code where one is on its way, else for what is wanted.
pub async fn show(visitor: &Visitor, way: &Way) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(sign_in_first(visitor, way));
    };
    let is_waiting = visitor.query("another").is_none();
    let shown = match invited(visitor, way).await? {
        Some(contact) => Form::default().with(way.field, contact.as_str()),
        None => Form::default(),
    };
    let shown = form(visitor, way, &device, shown, is_waiting).await?;
    Ok(join::renewed(visitor, visitor.next.as_deref(), shown))
}

/// What an invitation on the way to which somebody is has been sent to, where it has shown that this is theirs.
async fn invited(visitor: &Visitor, way: &Way) -> Result<Option<Contact>, Early> {
    if !join::leads_in(visitor.next.as_deref()) {
        return Ok(None);
    }
    let invited = join::invited(visitor).await?;
    let contact = invited.map(|invited| invited.contact);
    Ok(contact.filter(|it| way.is_about(it)))
}

/// Takes any of the forms.
pub async fn take(visitor: &Visitor, way: &Way, fields: &Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(sign_in_first(visitor, way));
    };
    fields
        .only(&["do", way.field, "present", "password", "code"])
        .map_err(|code| visitor.broken(code))?;
    let answer = match fields.text("do") {
        "code" => code(visitor, way, device, fields.text("code")).await,
        "remove" if way.is_phone => remove(visitor, way, device, fields.text("password")).await,
        _ => ask(visitor, way, &device, fields).await,
    }?;
    Ok(join::renewed(visitor, visitor.next.as_deref(), answer))
}

async fn ask(visitor: &Visitor, way: &Way, device: &SignedInDevice, fields: &Fields) -> Answer {
    visitor.attempt(Action::Reset).await?;
    let (words, typed) = (visitor.words, fields.text(way.field));
    let contact = typed.parse::<Contact>().ok();
    let contact = contact.filter(|it| way.is_about(it));
    let mut shown = Form::default().with(way.field, typed);
    let proved = proved(visitor, device, fields.text("present")).await?;
    let may = |it: &Contact| may_want(&device.account.contacts, it, texted(visitor));
    match contact.as_ref().map(may) {
        None => shown.fail(way.field, words.say(way.messages.bad)),
        Some(Ok(false)) => shown.fail(way.field, words.say(way.messages.same)),
        Some(Err(_)) => shown.fail(way.field, words.say("account-phone-elsewhere")),
        Some(Ok(true)) => {}
    }
    if proved.is_none() {
        shown.fail("present", words.say("account-wrong-password"));
    }
    let (Some(contact), false) = (contact, shown.has_errors()) else {
        return form(visitor, way, device, shown, false).await;
    };
    let asked = address::ask(&visitor.app, &device.account, &contact).await;
    asked.map_err(|error| visitor.broken(error))?;
    Ok(visitor.go(&next::with(way.path, visitor.next.as_deref())))
}

async fn code(visitor: &Visitor, way: &Way, device: SignedInDevice, typed: &str) -> Answer {
    visitor.attempt(Action::Lookup).await?;
    let tried = address::confirm(&visitor.app, &device.account, typed).await;
    let mut shown = Form::default();
    match tried.map_err(|error| visitor.broken(error))? {
        Tried::Wrong => shown.fail("code", visitor.words.say("error-code")),
        Tried::Dead => {
            shown.fail(way.field, visitor.words.say("code-dead-text"));
            return form(visitor, way, &device, shown, false).await;
        }
        Tried::Done(contact) => {
            if let Some(next) = &visitor.next {
                return Ok(visitor.go(next));
            }
            let words = visitor.words;
            let said = words.say_of(way.messages.changed, "contact", contact.as_str());
            return done(visitor, device, said).await;
        }
    }
    form(visitor, way, &device, shown, true).await
}

async fn remove(visitor: &Visitor, way: &Way, device: SignedInDevice, typed: &str) -> Answer {
    let Some(device) = proved(visitor, &device, typed).await? else {
        let mut shown = Form::default();
        shown.fail("password", visitor.words.say("account-wrong-password"));
        return form(visitor, way, &device, shown, false).await;
    };
    if let Some(phone) = way.phone_of(&device.account) {
        let removed = address::remove(&visitor.app, &device.account, phone).await;
        if removed.map_err(|error| visitor.broken(error))? {
            let said = visitor.words.say("account-phone-removed");
            return done(visitor, device, said).await;
        }
    }
    Ok(visitor.go(way.path))
}

/// The page of the account as it is now.
async fn done(visitor: &Visitor, mut device: SignedInDevice, said: String) -> Answer {
    device.account = now(visitor, &device).await?;
    let mut visitor = visitor.clone();
    visitor.device = Some(device.clone());
    let shown = Shown {
        said: Some(said),
        form: Form::default(),
    };
    page::page(&visitor, &device, shown).await
}

/// The account as it is now.
async fn now(visitor: &Visitor, device: &SignedInDevice) -> Result<Account, Early> {
    let found = async {
        let mut tx = visitor.app.store().snapshot().await?;
        crate::store::accounts::account_of(&mut tx, device.account.person).await
    };
    let found = found.await.map_err(|error| visitor.broken(error))?;
    Ok(found.unwrap_or_else(|| device.account.clone()))
}

async fn form(
    visitor: &Visitor,
    way: &Way,
    device: &SignedInDevice,
    form: Form,
    is_waiting: bool,
) -> Answer {
    let wanted = if is_waiting {
        let wanted = address::wanted(&visitor.app, device.account.person).await;
        wanted.map_err(|error| visitor.broken(error))?
    } else {
        None
    };
    let phone = way.phone_of(&device.account);
    let left = phone.and_then(|it| instead(&device.account.contacts, it));
    let page = Page {
        shell: visitor.shell(visitor.words.say(way.messages.title)),
        wanted: wanted
            .filter(|it| way.is_about(it))
            .map(|it| it.to_string()),
        removable: left.is_some(),
        phone: phone.map(ToString::to_string),
        way: *way,
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
