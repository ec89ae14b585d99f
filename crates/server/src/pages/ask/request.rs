//! A request to join on its way: what was typed becomes a command, and what the rules say of it a page.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{
    Actor, Answer as Given, Command, Decision, Lookup, MembershipId, Name, Note, OrganisationId,
    Refusal, RequestToJoin, World,
};
use doorward_protocol::Outcome;
use uuid::Uuid;

use super::declined::Declined;
use crate::accounts::SignedInDevice;
use crate::pages::form::{Fields, Form};
use crate::pages::icon::Icon;
use crate::pages::layout::Message;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::pages::{next, outcome};
use crate::store::lookups;
use crate::text::Value;
use crate::{App, execute, store};

/// The longest position.
const POSITION: usize = 80;
/// How the names of all fields for answers begin.
pub const ANSWER: &str = "answer-";
/// The longest note or answer.
const NOTE: usize = 500;

/// What whoever asks says of themselves.
#[derive(Debug, Default)]
pub struct About {
    /// The position they say they have.
    pub position: Option<Name>,
    /// What they add.
    pub note: Option<Note>,
}

/// A request with nothing filled in, to ask the rules with.
pub fn bare(app: &App) -> Command {
    Command::RequestToJoin(RequestToJoin {
        membership: MembershipId(app.new_id()),
        position: None,
        note: None,
        answers: Vec::new(),
        locale: None,
    })
}

/// What the rules say of somebody who would ask.
pub async fn verdict(
    visitor: &Visitor,
    organisation: OrganisationId,
    actor: &Actor,
) -> Result<Result<Decision, Refusal>, Early> {
    let verdict = execute::would(&visitor.app, organisation, actor, &bare(&visitor.app)).await;
    verdict.map_err(|error| visitor.broken(error))
}

/// What is known of a community, if there is one.
pub async fn community(visitor: &Visitor, id: &str) -> Result<Option<World>, Early> {
    let Ok(id) = id.parse::<OrganisationId>() else {
        return Ok(None);
    };
    let load = async || -> Result<World, store::Error> {
        let mut tx = visitor.app.store().snapshot().await?;
        let mut world = World::new(id);
        let question = BTreeSet::from([Lookup::Organisation]);
        lookups::load(&mut tx, &mut world, &question, visitor.app.now()).await?;
        Ok(world)
    };
    let world = load().await.map_err(|error| visitor.broken(error))?;
    Ok(world.organisation().is_some().then_some(world))
}

/// The name of a community.
pub fn name(world: &World) -> Option<&Name> {
    world.organisation().map(|it| &it.name)
}

/// The community's questions, each with the name of its field.
pub fn questions(world: &World) -> Vec<(String, Note)> {
    let questions = world.settings().map(|settings| &settings.questions);
    let questions = questions.into_iter().flatten().enumerate();
    let field = |(place, question): (usize, &Note)| {
        // By its words: what was typed for another question stays behind when the questions change meanwhile.
        let words = Uuid::new_v5(&Uuid::NAMESPACE_OID, question.as_str().as_bytes());
        let name = format!("{ANSWER}{place}-{}", words.simple());
        (name, question.clone())
    };
    questions.map(field).collect()
}

/// The command that the fields come to, or the form with what is wrong.
pub fn typed(
    visitor: &Visitor,
    questions: &[(String, Note)],
    fields: &Fields,
) -> Result<Command, Form> {
    let (mut form, About { position, note }) = about(visitor, fields);
    let mut answers = Vec::new();
    for (field, question) in questions {
        let text = fields.text(field);
        form = form.with(field, text);
        match Note::try_from(text) {
            Ok(text) => answers.push(Given {
                question: Some(question.clone()),
                text,
            }),
            Err(_) if text.trim().is_empty() => {
                form.fail(field, visitor.words.say("error-answer"));
            }
            Err(_) => form.fail(field, too_long(visitor, NOTE)),
        }
    }
    if form.has_errors() {
        return Err(form);
    }
    Ok(Command::RequestToJoin(RequestToJoin {
        membership: MembershipId(visitor.app.new_id()),
        position,
        note,
        answers,
        locale: Some(visitor.words.locale),
    }))
}

/// What the fields say of somebody, and the form with what is wrong in them.
pub fn about(visitor: &Visitor, fields: &Fields) -> (Form, About) {
    let mut form = Form::default()
        .with("position", fields.text("position"))
        .with("note", fields.text("note"));
    let position = filled(fields, "position").map(Name::try_from);
    let note = filled(fields, "note").map(Note::try_from);
    if matches!(position, Some(Err(_))) {
        form.fail("position", too_long(visitor, POSITION));
    }
    if matches!(note, Some(Err(_))) {
        form.fail("note", too_long(visitor, NOTE));
    }
    let said = About {
        position: position.and_then(Result::ok),
        note: note.and_then(Result::ok),
    };
    (form, said)
}

fn too_long(visitor: &Visitor, most: usize) -> String {
    let length = [("length", Value::from(most))];
    visitor.words.say_with("error-too-long", &length)
}

fn filled<'a>(fields: &'a Fields, name: &str) -> Option<&'a str> {
    Some(fields.text(name).trim()).filter(|text| !text.is_empty())
}

/// Sends the request and shows what came of it.
pub async fn send(
    visitor: &Visitor,
    device: &SignedInDevice,
    world: &World,
    command: Command,
) -> Answer {
    let outcome = execute::one(&visitor.app, world.id, &device.caller, command).await;
    match outcome.map_err(|error| visitor.broken(error))? {
        Outcome::Refused { refusal } => refused(visitor, world, &refusal).await,
        Outcome::Applied { .. } | Outcome::NoChange { .. } => {
            // An invitation that waited for this person may have met the request: the rules know.
            match verdict(visitor, world.id, &device.caller.actor).await? {
                Err(Refusal::AlreadyMember { .. }) => Ok(outcome::welcome(visitor, name(world))),
                _ => Ok(outcome::asked(visitor, name(world))),
            }
        }
    }
}

/// Why somebody cannot ask, on a page of its own.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "every other refusal is said by its own sentence"
)]
pub async fn refused(visitor: &Visitor, world: &World, refusal: &Refusal) -> Answer {
    Ok(match refusal {
        Refusal::NotFound | Refusal::NotAccepting => closed(visitor),
        Refusal::AlreadyMember { .. } => outcome::member(visitor, name(world)),
        Refusal::AlreadyOpen { .. } => outcome::open(visitor, name(world), StatusCode::OK),
        Refusal::TooSoon { .. } => too_soon(visitor, world, refusal).await?,
        refusal => visitor.refused(refusal),
    })
}

/// Until when somebody waits who was declined, and why they were (R-11, OLV-35).
async fn too_soon(visitor: &Visitor, world: &World, refusal: &Refusal) -> Answer {
    let declined = Declined::by(visitor, world.id).await?;
    let page = visitor
        .message(Icon::Waiting, "join-refusal-title")
        .about(name(world))
        .saying(visitor.words.refusal(refusal));
    let said = declined.map(|it| it.said(visitor.words));
    let page = said.into_iter().fold(page, Message::saying);
    Ok(visitor.page(StatusCode::CONFLICT, &page.linked(visitor.onward())))
}

/// No such community, or one that takes no requests: the same answer.
pub fn closed(visitor: &Visitor) -> Response {
    let page = visitor.message(Icon::Closed, "community-closed-title");
    let page = page.saying(visitor.words.say("community-closed-text"));
    let links = visitor.device.is_some().then(|| visitor.onward());
    let page = links.into_iter().fold(page, Message::linked);
    visitor.page(StatusCode::NOT_FOUND, &page)
}

/// Where the answer goes.
#[derive(Debug)]
pub struct Destination {
    /// In words.
    pub text: String,
    /// The page on which that is changed, from which one comes back: address and label.
    pub change: Option<(String, String)>,
}

/// OLV-21, OLV-22: the answer comes in the app, and to the real address where there is one and letters leave here.
pub fn where_the_answer_goes(visitor: &Visitor, here: &str) -> Destination {
    let words = visitor.words;
    let (text, label) = match visitor.written_to() {
        Some(contact) => (
            words.say_of("community-answer-to", "contact", contact.as_str()),
            "community-answer-change",
        ),
        None => (words.say("community-answer-here"), "community-answer-add"),
    };
    let sends = visitor.device.is_some() && visitor.app.config().mail.sends();
    let link = || (next::with("/me/address", Some(here)), words.say(label));
    Destination {
        text,
        change: sends.then(link),
    }
}
