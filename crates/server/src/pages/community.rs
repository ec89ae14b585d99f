//! The page of a community: asking to join (OLV-20 to OLV-29), for as long as the rules say that requests are taken.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{
    Command, Contact, Lookup, MembershipId, Name, Note, OrganisationId, Refusal, RequestToJoin,
    World,
};
use doorward_protocol::Outcome;

use super::form::{Fields, Form};
use super::join::nobody;
use super::layout::Shell;
use super::visitor::{Answer, Early, Visitor};
use crate::accounts::limits::Action;
use crate::store::lookups;
use crate::text::Value;
use crate::{execute, store};

/// The longest position.
const POSITION: usize = 80;
/// The longest note or answer.
const NOTE: usize = 500;

#[derive(Debug, Template)]
#[template(path = "pages/community.html")]
struct Page {
    shell: Shell,
    text: String,
    signed_in: bool,
    form: Form,
    questions: Vec<(String, String)>,
    answer: String,
}

/// The page.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.attempt(Action::Lookup).await?;
    let Some(world) = world(&visitor, &id).await? else {
        return Ok(closed(&visitor));
    };
    let bare = request(&visitor, None, None, Vec::new());
    if let Err(refusal) = would(&visitor, &world, &bare).await? {
        return Ok(refused(&visitor, &world, &refusal));
    }
    Ok(page(&visitor, &world, StatusCode::OK, Form::default()))
}

/// Takes the request.
pub async fn take(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go("/sign-in"));
    };
    visitor.attempt(Action::Request).await?;
    let Some(world) = world(&visitor, &id).await? else {
        return Ok(closed(&visitor));
    };
    let known = questions(&world)
        .into_iter()
        .map(|(field, _)| field)
        .collect::<Vec<_>>();
    let known: Vec<&str> = known
        .iter()
        .map(String::as_str)
        .chain(["position", "note"])
        .collect();
    fields.only(&known).map_err(|code| visitor.broken(code))?;
    let command = match asked_for(&visitor, &world, &fields) {
        Ok(command) => command,
        Err(form) => {
            return Ok(page(
                &visitor,
                &world,
                StatusCode::UNPROCESSABLE_ENTITY,
                form,
            ));
        }
    };
    let outcome = execute::one(&visitor.app, world.id, &device.caller, command).await;
    let name = world.organisation().map(|it| &it.name);
    match outcome.map_err(|error| visitor.broken(error))? {
        Outcome::Refused { refusal } => Ok(refused(&visitor, &world, &refusal)),
        Outcome::Applied { .. } | Outcome::NoChange { .. } => {
            // An invitation that waited for this person may have met the request: the rules know.
            let again = request(&visitor, None, None, Vec::new());
            match would(&visitor, &world, &again).await? {
                Err(Refusal::AlreadyMember { .. }) => Ok(welcome(&visitor, name)),
                _ => Ok(asked(&visitor, name)),
            }
        }
    }
}

/// The command that the fields come to, or the form with what is wrong.
fn asked_for(visitor: &Visitor, world: &World, fields: &Fields) -> Result<Command, Form> {
    let mut form = Form::default()
        .with("position", fields.text("position"))
        .with("note", fields.text("note"));
    let too_long = |most: usize| {
        visitor
            .words
            .say_with("error-too-long", &[("length", Value::from(most))])
    };
    let position = Some(fields.text("position").trim())
        .filter(|text| !text.is_empty())
        .map(Name::try_from);
    let note = Some(fields.text("note").trim())
        .filter(|text| !text.is_empty())
        .map(Note::try_from);
    if matches!(position, Some(Err(_))) {
        form.fail("position", too_long(POSITION));
    }
    if matches!(note, Some(Err(_))) {
        form.fail("note", too_long(NOTE));
    }
    let mut answers = Vec::new();
    for (field, _) in questions(world) {
        let text = fields.text(&field);
        form = form.with(&field, text);
        match Note::try_from(text) {
            Ok(answer) => answers.push(answer),
            Err(_) if text.trim().is_empty() => {
                form.fail(&field, visitor.words.say("error-answer"));
            }
            Err(_) => form.fail(&field, too_long(NOTE)),
        }
    }
    if form.has_errors() {
        return Err(form);
    }
    Ok(request(
        visitor,
        position.and_then(Result::ok),
        note.and_then(Result::ok),
        answers,
    ))
}

fn request(
    visitor: &Visitor,
    position: Option<Name>,
    note: Option<Note>,
    answers: Vec<Note>,
) -> Command {
    let membership = MembershipId(visitor.app.new_id());
    Command::RequestToJoin(RequestToJoin {
        membership,
        position,
        note,
        answers,
    })
}

async fn would(
    visitor: &Visitor,
    world: &World,
    command: &Command,
) -> Result<Result<doorward_domain::Decision, Refusal>, Early> {
    let newcomer = nobody(visitor, Vec::new(), None);
    let actor = visitor.actor().unwrap_or(&newcomer);
    let verdict = execute::would(&visitor.app, world.id, actor, command).await;
    verdict.map_err(|error| visitor.broken(error))
}

async fn world(visitor: &Visitor, id: &str) -> Result<Option<World>, Early> {
    let Ok(id) = id.parse::<OrganisationId>() else {
        return Ok(None);
    };
    let load = async || -> Result<World, store::Error> {
        let mut tx = visitor.app.store().snapshot().await?;
        let mut world = World::new(id);
        lookups::load(
            &mut tx,
            &mut world,
            &BTreeSet::from([Lookup::Organisation]),
            visitor.app.now(),
        )
        .await?;
        Ok(world)
    };
    let world = load().await.map_err(|error| visitor.broken(error))?;
    Ok(world.organisation().is_some().then_some(world))
}

fn page(visitor: &Visitor, world: &World, status: StatusCode, form: Form) -> Response {
    let name = world.organisation().map(|it| &it.name);
    let named = |id: &str| {
        visitor
            .words
            .say_of(id, "organisation", name.map_or("", Name::as_str))
    };
    let page = Page {
        shell: visitor.shell(named("community-title")).about(name),
        text: named("community-text"),
        signed_in: visitor.device.is_some(),
        form,
        questions: questions(world),
        answer: where_the_answer_goes(visitor),
    };
    visitor.page(status, &page)
}

fn questions(world: &World) -> Vec<(String, String)> {
    let questions = world
        .settings()
        .map(|settings| settings.questions.as_slice())
        .unwrap_or_default();
    questions
        .iter()
        .enumerate()
        .map(|(place, question)| (format!("answer-{place}"), question.to_string()))
        .collect()
}

/// OLV-21, OLV-22: in the app, and at the real address where there is one.
fn where_the_answer_goes(visitor: &Visitor) -> String {
    let contacts = visitor
        .device
        .iter()
        .flat_map(|device| &device.account.contacts);
    match contacts
        .into_iter()
        .find(|contact| matches!(contact, Contact::Email(_)))
    {
        Some(contact) => visitor
            .words
            .say_of("community-answer-to", "contact", contact.as_str()),
        None => visitor.words.say("community-answer-here"),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "every other refusal is said by its own sentence"
)]
fn refused(visitor: &Visitor, world: &World, refusal: &Refusal) -> Response {
    let name = world.organisation().map(|it| &it.name);
    let named = |id: &str| {
        visitor
            .words
            .say_of(id, "organisation", name.map_or("", Name::as_str))
    };
    match refusal {
        Refusal::NotFound | Refusal::NotAccepting => closed(visitor),
        Refusal::AlreadyMember { .. } => {
            let text = visitor.words.say("join-member-text");
            visitor.message_about(
                name,
                named("join-member-title"),
                vec![text],
                visitor.onward(),
            )
        }
        Refusal::AlreadyOpen { .. } => {
            let title = visitor.words.say("community-open-title");
            visitor.message_about(
                name,
                title,
                vec![named("community-open-text")],
                visitor.onward(),
            )
        }
        refusal => visitor.refused(refusal),
    }
}

/// No such community, or one that takes no requests: the same answer.
fn closed(visitor: &Visitor) -> Response {
    let text = visitor.words.say("community-closed-text");
    visitor.message(
        StatusCode::NOT_FOUND,
        "community-closed-title",
        &[text],
        &[],
    )
}

/// Somebody has asked.
pub fn asked(visitor: &Visitor, organisation: Option<&Name>) -> Response {
    let name = organisation.map_or("", Name::as_str);
    let contacts = visitor
        .device
        .iter()
        .flat_map(|device| &device.account.contacts);
    let text = match contacts
        .into_iter()
        .find(|contact| matches!(contact, Contact::Email(_)))
    {
        Some(contact) => {
            let variables = [
                ("organisation", Value::from(name)),
                ("contact", Value::from(contact.as_str())),
            ];
            visitor.words.say_with("join-asked-text", &variables)
        }
        None => visitor.words.say("community-answer-here"),
    };
    visitor.message_about(
        organisation,
        visitor.words.say("join-asked-title"),
        vec![text],
        visitor.onward(),
    )
}

fn welcome(visitor: &Visitor, organisation: Option<&Name>) -> Response {
    let title = visitor.words.say_of(
        "join-done-title",
        "organisation",
        organisation.map_or("", Name::as_str),
    );
    visitor.message_about(
        organisation,
        title,
        vec![visitor.words.say("join-done-text")],
        visitor.onward(),
    )
}
