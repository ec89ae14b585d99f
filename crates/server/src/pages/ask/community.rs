//! The page of a community: asking to join, for as long as the rules say that requests are taken.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use doorward_domain::{Decision, Name, Note, World};

use super::declined::Declined;
use super::request::Destination;
use super::{deciders, request};
use crate::accounts::limits::Action;
use crate::pages::card::Card;
use crate::pages::form::{Fields, Form};
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::stranger::stranger;
use crate::pages::visitor::{Answer, Visitor};

#[derive(Debug, Template)]
#[template(path = "pages/community.html")]
struct Page {
    shell: Shell,
    action: String,
    text: String,
    card: Option<Card>,
    form: Form,
    questions: Vec<(String, Note)>,
    answer: Destination,
    decided_by: Option<String>,
    /// The last no to who is signed in.
    declined: Option<String>,
}

impl Page {
    fn to(&self, path: &str) -> String {
        next::with(path, Some(&self.action))
    }
}

/// The page.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.attempt(Action::Lookup).await?;
    let Some(world) = request::community(&visitor, &id).await? else {
        return Ok(request::closed(&visitor));
    };
    offer(&visitor, &world, StatusCode::OK, Form::default()).await
}

/// The form, or why nobody can ask who is as whoever looks at it.
async fn offer(visitor: &Visitor, world: &World, status: StatusCode, form: Form) -> Answer {
    let newcomer = stranger(visitor, Vec::new(), None);
    let actor = visitor.actor().unwrap_or(&newcomer);
    match request::verdict(visitor, world.id, actor).await? {
        Ok(decision) => page(visitor, world, (status, form), &decision).await,
        Err(refusal) => request::refused(visitor, world, &refusal).await,
    }
}

/// Takes the request.
pub async fn take(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go("/sign-in"));
    };
    visitor.attempt(Action::Request).await?;
    let Some(world) = request::community(&visitor, &id).await? else {
        return Ok(request::closed(&visitor));
    };
    let questions = request::questions(&world);
    // An answer to a question that is not asked any more is dropped, and the form shown with those that are.
    let known =
        |name: &str| ["position", "note"].contains(&name) || name.starts_with(request::ANSWER);
    fields.only_if(known).map_err(|code| visitor.broken(code))?;
    match request::typed(&visitor, &questions, &fields) {
        Ok(command) => request::send(&visitor, &device, &world, command).await,
        Err(form) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            offer(&visitor, &world, status, form).await
        }
    }
}

/// The form of a community, for whoever is signed in, and what the rules would decide.
pub async fn page(
    visitor: &Visitor,
    world: &World,
    (status, form): (StatusCode, Form),
    decision: &Decision,
) -> Answer {
    let name = request::name(world);
    let organisation = name.map_or("", Name::as_str);
    let named = |id: &str| visitor.words.say_of(id, "organisation", organisation);
    let declined = Declined::by(visitor, world.id).await?;
    let account = visitor.device.as_ref().map(|device| &device.account);
    let action = format!("/c/{}", world.id);
    let page = Page {
        shell: visitor.shell(named("community-title")).about(name),
        text: named("community-text"),
        card: account.map(|it| Card::of(it.name.as_str(), form.value("position"))),
        form,
        questions: request::questions(world),
        answer: request::where_the_answer_goes(visitor, &action),
        decided_by: deciders::sentence(visitor, world.id, decision).await?,
        declined: declined.map(|it| it.said(visitor.words)),
        action,
    };
    Ok(visitor.page(status, &page))
}
