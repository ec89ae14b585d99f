//! The bell on the pages: what the person was told, the newest first, and that they have read it. Looking reads nothing
//! (INV-4).

use askama::Template;
use axum::http::StatusCode;
use doorward_domain::Moment;
use doorward_protocol::MyNotice;
use uuid::Uuid;

use crate::accounts::SignedInDevice;
use crate::letters::{LeadsTo, line_of};
use crate::pages::form::Fields;
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::visitor::{Answer, Visitor};
use crate::store::{self, doorbell, mine};
use crate::text::{Value, Words};

/// The page.
const PATH: &str = "/me/notices";
/// Entries on one page.
const PAGE: usize = 50;

#[derive(Debug, Template)]
#[template(path = "pages/notices.html")]
struct Page {
    shell: Shell,
    days: Vec<Day>,
    /// Until when everything was read by whoever presses the button; none where nothing is unread.
    until: Option<i64>,
    /// Where older entries are, where there are any.
    older: Option<String>,
}

/// What was told on one day.
#[derive(Debug)]
struct Day {
    name: String,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    text: String,
    /// The organisation, where the text does not name it.
    organisation: Option<String>,
    href: Option<String>,
    /// Where it is dealt with, where that is not on these pages.
    place: Option<String>,
    read: bool,
}

/// The page.
pub async fn show(visitor: Visitor) -> Answer {
    let Some(device) = &visitor.device else {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    };
    let before = visitor.query("before").and_then(|it| place(&it));
    let found = found(&visitor, device, before).await;
    let mut told = found.map_err(|error| visitor.broken(error))?;
    let more = told.len() > PAGE;
    told.truncate(PAGE);
    let older = told.last().filter(|_| more);
    let newest = told.first().filter(|_| visitor.unread > 0);
    let page = Page {
        shell: visitor.shell(visitor.words.say("bell")),
        until: newest.map(|it| it.at.0),
        older: older.map(|it| format!("{PATH}?before={}.{}", it.at.0, it.id)),
        days: days(visitor.words, &told),
    };
    Ok(visitor.page(StatusCode::OK, &page))
}

/// Notes that the person has read what stood on the page, and everything older.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let Some(device) = &visitor.device else {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    };
    fields
        .only(&["until"])
        .map_err(|code| visitor.broken(code))?;
    if let Ok(until) = fields.text("until").parse() {
        let read = read(&visitor, device, Moment(until)).await;
        read.map_err(|error| visitor.broken(error))?;
    }
    Ok(visitor.go(PATH))
}

async fn found(
    visitor: &Visitor,
    device: &SignedInDevice,
    before: Option<(Moment, Uuid)>,
) -> Result<Vec<MyNotice>, store::Error> {
    let mut tx = visitor.app.store().snapshot().await?;
    mine::told(&mut tx, device.account.person, before, PAGE + 1).await
}

async fn read(
    visitor: &Visitor,
    device: &SignedInDevice,
    until: Moment,
) -> Result<(), store::Error> {
    let (app, person) = (&visitor.app, device.account.person);
    let mut tx = app.store().begin().await?;
    let read = mine::read_until(&mut tx, person, until, app.now()).await?;
    let bells = mine::note(&mut tx, read).await?;
    doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

/// The entry that a page of older ones follows.
fn place(text: &str) -> Option<(Moment, Uuid)> {
    let (at, id) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), id.parse().ok()?))
}

fn days(words: &Words, told: &[MyNotice]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for it in told {
        let name = words.date(it.at);
        match days.last_mut().filter(|day| day.name == name) {
            Some(day) => day.entries.push(entry(words, it)),
            None => days.push(Day {
                name,
                entries: vec![entry(words, it)],
            }),
        }
    }
    days
}

fn entry(words: &Words, it: &MyNotice) -> Entry {
    let (text, leads_to) = (text(words, it), LeadsTo::of(&it.kind));
    let organisation = it.organisation_name.to_string();
    Entry {
        organisation: (!text.contains(&organisation)).then_some(organisation),
        href: leads_to.page().map(str::to_owned),
        place: (leads_to == LeadsTo::Decision).then(|| words.say("notices-in-app")),
        read: it.read,
        text,
    }
}

/// The words of the bell, as on every device of the person.
fn text(words: &Words, it: &MyNotice) -> String {
    let name = it.name.as_ref().map(ToString::to_string);
    let name = name.or_else(|| it.contact.as_ref().map(ToString::to_string));
    let name = name.unwrap_or_else(|| words.say("no-name"));
    let by = it.by.as_ref().map(ToString::to_string).unwrap_or_default();
    let values = [
        ("name", Value::from(name.as_str())),
        ("link", Value::from(name.as_str())),
        ("organisation", Value::from(it.organisation_name.as_str())),
        ("by", Value::from(by.as_str())),
        ("inviter", Value::from(by.as_str())),
    ];
    words.say_with(line_of(&it.kind, it.by.is_some()), &values)
}
