//! The page: what the account is, its devices, and what deleting it would come to, asked of the rules.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{AccountStanding, Contact, DeviceId, Letters, Moment, Parting};

use super::ways::{self, Connected};
use crate::accounts::SignedInDevice;
use crate::execute::{self, Foreseen};
use crate::pages::form::Form;
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::sign_up::texted;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::pages::with::Way;
use crate::store::{accounts, letter_facts, sessions};
use crate::text::{Value, initials};

#[derive(Debug, Template)]
#[template(path = "pages/account.html")]
struct Page {
    shell: Shell,
    form: Form,
    said: Option<String>,
    name: String,
    initials: String,
    contacts: Vec<String>,
    /// Whether a phone can be added here, changed or removed.
    phones: bool,
    /// Whether there is a password, beside other sites.
    has_password: bool,
    /// The accounts of other sites that they come in with.
    connected: Vec<Connected>,
    /// Those that can be connected.
    ways: Vec<Way>,
    devices: Vec<Device>,
    /// The ways in which letters that may wait can come, and which of them is chosen.
    letters: Vec<(&'static str, String, bool)>,
    /// When the account closes, if it is about to.
    closes: Option<String>,
    /// What deleting the account would come to.
    deleting: String,
    name_hint: String,
}

#[derive(Debug)]
struct Device {
    id: DeviceId,
    name: String,
    initials: String,
    seen: String,
    here: bool,
}

/// What is said on the page beside what stands there.
#[derive(Debug, Default)]
pub struct Shown {
    /// What came of what was pressed.
    pub said: Option<String>,
    /// What was typed, and what is wrong with it.
    pub form: Form,
}

/// The page.
pub async fn show(visitor: Visitor) -> Answer {
    let Some(device) = &visitor.device else {
        return Ok(visitor.go(&next::with("/sign-in", Some("/me/account"))));
    };
    page(&visitor, device, Shown::default()).await
}

/// The page, with what came of what was pressed.
pub async fn page(visitor: &Visitor, device: &SignedInDevice, shown: Shown) -> Answer {
    let (words, account) = (visitor.words, &device.account);
    let closes = match account.standing {
        AccountStanding::Closing { at } => {
            Some(words.say_of("account-closes", "when", &words.date(at)))
        }
        AccountStanding::Living | AccountStanding::Suspended | AccountStanding::Gone => None,
    };
    let mut form = shown.form;
    if form.value("called").is_empty() && !form.has_errors() {
        form = form.with("called", account.name.as_str());
    }
    let status = if form.has_errors() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let ways = ways::of(visitor, account.person).await?;
    let page = Page {
        shell: visitor.shell(words.say("account-title")),
        has_password: ways.has_password,
        connected: ways.connected,
        ways: ways.more,
        form,
        said: shown.said,
        initials: initials(account.name.as_str()),
        name: account.name.to_string(),
        contacts: account.contacts.iter().map(ToString::to_string).collect(),
        phones: !texted(visitor).is_empty() || account.contacts.iter().any(is_phone),
        devices: devices(visitor, device).await?,
        letters: letters(visitor, device).await?,
        deleting: deleting(visitor, device).await?,
        name_hint: words.say_of("account-delete-name-hint", "name", account.name.as_str()),
        closes,
    };
    Ok(visitor.page(status, &page))
}

const fn is_phone(contact: &Contact) -> bool {
    matches!(contact, Contact::Phone(_))
}

async fn devices(visitor: &Visitor, device: &SignedInDevice) -> Result<Vec<Device>, Early> {
    let (words, now) = (visitor.words, visitor.app.now());
    let rows = async {
        let mut tx = visitor.app.store().snapshot().await?;
        sessions::devices_of(&mut tx, device.account.person, now).await
    };
    let rows = rows.await.map_err(|error| visitor.broken(error))?;
    let device = |row: sessions::DeviceRow| Device {
        id: row.device,
        seen: words.say_of("account-seen", "when", &words.date(row.seen_at)),
        here: row.device == device.caller.device,
        initials: initials(&row.name),
        name: row.name,
    };
    Ok(rows.into_iter().map(device).collect())
}

async fn letters(
    visitor: &Visitor,
    device: &SignedInDevice,
) -> Result<Vec<(&'static str, String, bool)>, Early> {
    let chosen = async {
        let mut tx = visitor.app.store().snapshot().await?;
        accounts::letters_of(&mut tx, device.account.person).await
    };
    let chosen = chosen.await.map_err(|error| visitor.broken(error))?;
    let ways = [
        (Letters::AtOnce, "account-letters-at-once"),
        (Letters::Daily, "account-letters-daily"),
    ];
    let way = |(way, says): (Letters, &str)| (way.key(), visitor.words.say(says), way == chosen);
    Ok(ways.into_iter().map(way).collect())
}

/// What deleting the account would come to, in words.
async fn deleting(visitor: &Visitor, device: &SignedInDevice) -> Result<String, Early> {
    let words = visitor.words;
    let foreseen = execute::foreseen(&visitor.app, &device.account).await;
    let foreseen = foreseen.map_err(|error| visitor.broken(error))?;
    let Parting::Closes(at) = foreseen.parting else {
        return Ok(words.say("account-delete-text"));
    };
    let names = names(visitor, &foreseen).await?;
    Ok(closing(visitor, &names, at))
}

fn closing(visitor: &Visitor, names: &str, at: Moment) -> String {
    let when = visitor.words.date(at);
    let variables = [
        ("organisations", Value::from(names)),
        ("when", Value::from(when.as_str())),
    ];
    visitor.words.say_with("account-delete-closes", &variables)
}

/// The names of the organisations that need the person.
async fn names(visitor: &Visitor, foreseen: &Foreseen) -> Result<String, Early> {
    let mut found = Vec::new();
    for organisation in &foreseen.needed_by {
        let name = async {
            let mut tx = visitor.app.store().snapshot().await?;
            letter_facts::names(&mut tx, *organisation, &[]).await
        };
        let (name, _) = name.await.map_err(|error| visitor.broken(error))?;
        found.extend(name.map(|name| name.to_string()));
    }
    Ok(found.join(", "))
}

/// The page of somebody whose account is gone.
pub fn gone(visitor: &Visitor) -> Response {
    let page = visitor.message(crate::pages::icon::Icon::Done, "account-gone-title");
    let page = page.saying(visitor.words.say("account-gone-text"));
    visitor.page(StatusCode::OK, &page.linked(visitor.onward()))
}
