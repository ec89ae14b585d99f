//! Facts as the history keeps them: named, signed, and with what they are about.

use std::io;

use doorward_domain::{Author, CommandId, DeviceId, Event, Moment};
use doorward_protocol::hex;
use rand::TryRngCore;
use rand::rngs::OsRng;
use serde_json::{Value, json};

use super::Trail;
use crate::store::history::Fact;
use crate::store::{self, Error};

/// Who, what and when of facts that belong together.
#[derive(Debug, Clone)]
pub struct Origin<'a> {
    /// Who.
    pub author: &'a Author,
    /// From which device.
    pub device: DeviceId,
    /// When.
    pub at: Moment,
    /// The command they follow from.
    pub command: Option<CommandId>,
    /// The request that brought it.
    pub trail: Option<Trail>,
}

/// The fact that an event is.
pub fn of(event: &Event, organisation: &str, origin: &Origin<'_>) -> Result<Fact, Error> {
    let value = serde_json::to_value(event).map_err(Error::unreadable("event", organisation))?;
    let kind = value
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    let object = event.object().map(|id| id.to_string());
    named(
        &kind,
        object.as_deref().unwrap_or(organisation),
        &json!({ "event": value }),
        origin,
    )
}

/// A fact that no event of the rules stands for, such as what the operator did.
pub fn named(
    kind: &str,
    object: &str,
    payload: &Value,
    origin: &Origin<'_>,
) -> Result<Fact, Error> {
    let mut payload = payload.clone();
    if let Value::Object(fields) = &mut payload {
        fields.insert("author".to_owned(), json!(origin.author));
        fields.insert("device".to_owned(), json!(origin.device));
        if let Some(trail) = origin.trail {
            fields.insert("request".to_owned(), json!(trail.request));
        }
    }
    Ok(Fact {
        at: origin.at,
        kind: kind.to_owned(),
        actor: actor(origin.author),
        object: object.to_owned(),
        command: origin.command,
        payload: payload.to_string(),
        salt: salt().map_err(store::Error::Folder)?,
        address: origin
            .trail
            .and_then(|trail| Some(trail.address?.to_string())),
    })
}

/// How the history names who acted.
pub fn actor(author: &Author) -> String {
    match author {
        Author::Person { id, .. } => id.to_string(),
        Author::System => "system".to_owned(),
        Author::Operator => "operator".to_owned(),
    }
}

fn salt() -> io::Result<String> {
    let mut bytes = [0; 16];
    OsRng.try_fill_bytes(&mut bytes).map_err(io::Error::other)?;
    Ok(hex(&bytes))
}
