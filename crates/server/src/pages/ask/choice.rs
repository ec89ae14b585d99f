//! Choosing a community and asking to join it, on one page that works without a script (OLV-20 to OLV-27).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::offered::{Choice, Offered, offered};
use super::request::Destination;
use super::{community, deciders, request};
use crate::accounts::SignedInDevice;
use crate::accounts::limits::Action;
use crate::pages::form::{Fields, Form};
use crate::pages::icon::Icon;
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::text::{Value, Words};

/// The page of the list.
const PATH: &str = "/request";
/// What asks for the page as it is at the first sign-in.
const FIRST: &str = "first";
/// Part of the name of a community that is looked for.
const SEARCH: &str = "q";

#[derive(Debug, Template)]
#[template(path = "pages/choose.html")]
struct Page {
    shell: Shell,
    form: Form,
    communities: Vec<Line>,
    left_out: Option<String>,
    answer: Destination,
    /// Who decides, where there is one community to choose.
    decided_by: Option<String>,
    is_first: bool,
    search: String,
    /// Whether the list is one that is searched.
    is_long: bool,
    /// What stands where a search finds none, or that there are more than are shown.
    note: Option<String>,
}

/// One community as the list shows it.
#[derive(Debug)]
struct Line {
    id: String,
    label: String,
    is_open: bool,
    is_chosen: bool,
}

/// The address of the page at the first sign-in.
pub fn at_first() -> String {
    format!("{PATH}?{FIRST}=1")
}

/// The page.
pub async fn choose(visitor: Visitor) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    };
    visitor.attempt(Action::Lookup).await?;
    let search = visitor.query(SEARCH).unwrap_or_default();
    let first = visitor.query(FIRST).unwrap_or_default();
    let form = Form::default().with(SEARCH, &search).with(FIRST, &first);
    page(&visitor, &device, StatusCode::OK, form).await
}

/// Takes the choice and sends the request, or asks the community's questions first.
pub async fn take_choice(visitor: Visitor, fields: Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some(PATH))));
    };
    visitor.attempt(Action::Request).await?;
    fields
        .only(&["community", "position", "note", FIRST, SEARCH])
        .map_err(|code| visitor.broken(code))?;
    let chosen = fields.text("community");
    let world = request::community(&visitor, chosen).await?;
    match (world, request::typed(&visitor, &[], &fields)) {
        (Some(world), Ok(command)) => {
            let actor = &device.caller.actor;
            match request::verdict(&visitor, world.id, actor).await? {
                Err(refusal) => request::refused(&visitor, &world, &refusal).await,
                Ok(_) if request::questions(&world).is_empty() => {
                    request::send(&visitor, &device, &world, command).await
                }
                Ok(decision) => {
                    let form = (StatusCode::OK, kept(&fields));
                    community::page(&visitor, &world, form, &decision).await
                }
            }
        }
        (world, typed) => {
            let mut form = typed.err().unwrap_or_else(|| kept(&fields));
            form = form
                .with("community", chosen)
                .with(SEARCH, fields.text(SEARCH))
                .with(FIRST, fields.text(FIRST));
            if world.is_none() {
                form.fail("community", visitor.words.say("error-community"));
            }
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&visitor, &device, status, form).await
        }
    }
}

fn kept(fields: &Fields) -> Form {
    Form::default()
        .with("position", fields.text("position"))
        .with("note", fields.text("note"))
}

async fn page(
    visitor: &Visitor,
    device: &SignedInDevice,
    status: StatusCode,
    form: Form,
) -> Result<Response, Early> {
    let search = form.value(SEARCH).trim().to_owned();
    let offered = offered(visitor, &device.caller.actor, &search).await?;
    let left_out = left_out(visitor.words, &offered);
    if offered.choices.is_empty() && search.is_empty() && !offered.goes_on {
        let none = visitor.message(Icon::Closed, "choose-none-title");
        let none = none.saying(left_out.unwrap_or_else(|| visitor.words.say("choose-none-text")));
        return Ok(visitor.page(status, &none.linked(visitor.onward())));
    }
    let note = note(visitor.words, &offered, &search);
    let chosen = form.value("community").to_owned();
    let decided_by = match offered.choices.as_slice() {
        [
            Choice {
                id,
                decision: Some(decision),
                ..
            },
        ] => deciders::sentence(visitor, *id, decision).await?,
        _ => None,
    };
    let communities = offered.choices.iter();
    let page = Page {
        shell: visitor.shell(visitor.words.say("choose-title")),
        communities: communities
            .map(|choice| line(visitor.words, choice, &chosen))
            .collect(),
        left_out,
        answer: request::where_the_answer_goes(visitor, PATH),
        decided_by,
        is_first: !form.value(FIRST).is_empty(),
        is_long: offered.goes_on || !search.is_empty(),
        note,
        search,
        form,
    };
    Ok(visitor.page(status, &page))
}

fn line(words: &Words, choice: &Choice, chosen: &str) -> Line {
    let id = choice.id.to_string();
    let label = match choice.not_before {
        None => choice.name.to_string(),
        Some(at) => words.say_with(
            "choose-later",
            &[
                ("organisation", Value::from(choice.name.as_str())),
                ("when", Value::from(words.date(at))),
            ],
        ),
    };
    let declined = choice.declined.as_ref().map(|it| it.in_short(words));
    let label: Vec<String> = [label].into_iter().chain(declined).collect();
    Line {
        is_chosen: id == chosen,
        is_open: choice.not_before.is_none(),
        label: label.join(" · "),
        id,
    }
}

/// What is said of a search. Where all that it found is left out, that is said and nothing else.
fn note(words: &Words, offered: &Offered, search: &str) -> Option<String> {
    if offered.goes_on {
        let shown = [("count", Value::from(offered.choices.len()))];
        return Some(words.say_with("choose-more", &shown));
    }
    let found_none = offered.choices.is_empty() && offered.left_out == 0;
    found_none.then(|| words.say_of("choose-nothing-found", "text", search))
}

/// What is said of those that are left out; how many they are only where all were looked at.
fn left_out(words: &Words, offered: &Offered) -> Option<String> {
    let count = [("count", Value::from(offered.left_out))];
    let text = || {
        if offered.goes_on {
            words.say("choose-left-out-some")
        } else {
            words.say_with("choose-left-out", &count)
        }
    };
    (offered.left_out > 0).then(text)
}
