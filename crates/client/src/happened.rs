//! What happened, as the server's history tells it and this device keeps it.

use doorward_domain::{Author, CommandId, DeviceId, Event, Moment};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// A page of the history, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct HappenedPage {
    pub(crate) entries: Vec<Happened>,
    /// Whether there are older ones.
    pub(crate) more: bool,
}

/// One entry of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Happened {
    /// Its number.
    pub(crate) seq: u64,
    pub(crate) at: Moment,
    /// The fact's name.
    pub(crate) kind: String,
    /// Who: a person's id, `system` or `operator`.
    pub(crate) actor: String,
    /// What it is about.
    pub(crate) object: String,
    /// The command it followed from.
    pub(crate) command: Option<CommandId>,
    /// The fact in full; none when it was erased.
    pub(crate) payload: Option<Value>,
}

impl Happened {
    /// What it is about; nil where that has no identity.
    pub(crate) fn object_id(&self) -> Uuid {
        self.object.parse().unwrap_or_default()
    }

    /// Who did it, with the name they had then, if it was not erased.
    pub(crate) fn author(&self) -> Option<Author> {
        match self.actor.as_str() {
            "system" => Some(Author::System),
            "operator" => Some(Author::Operator),
            _ => self.field("author"),
        }
    }

    /// The device it was made on.
    pub(crate) fn device(&self) -> Option<DeviceId> {
        self.field("device")
    }

    /// The fact itself; none when it was erased, or is one that this version does not know.
    pub(crate) fn event(&self) -> Option<Event> {
        self.field("event")
    }

    fn field<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        let field = self.payload.as_ref()?.get(name)?;
        serde_json::from_value(field.clone()).ok()
    }

    /// Every text in it, by which it is found.
    pub(crate) fn texts(&self) -> String {
        let mut texts = Vec::new();
        if let Some(payload) = &self.payload {
            collect(payload, &mut texts);
        }
        texts.join(" ")
    }
}

/// Names, contacts and reasons; identities and words of the program are not what people look for.
fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    const SOUGHT: [&str; 6] = ["name", "contact", "reason", "position", "note", "message"];
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text) if SOUGHT.contains(&key.as_str()) => texts.push(text),
                    Value::Array(items) if key == "contacts" => {
                        texts.extend(items.iter().filter_map(Value::as_str));
                    }
                    other => collect(other, texts),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
