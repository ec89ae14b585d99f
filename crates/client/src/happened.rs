//! What happened, as the server's history tells it and this device keeps it.

use doorward_domain::{Author, CommandId, Moment};
use doorward_protocol::{Entry, HistoryPage};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// A page of the history, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Whether it continued the chain and said what it said at first, when it was read from the server.
    pub(crate) holds: bool,
}

impl From<HistoryPage> for HappenedPage {
    fn from(page: HistoryPage) -> Self {
        let holds = page.holds();
        let entries = page.entries.into_iter().zip(holds);
        Self {
            entries: entries.map(Happened::of).collect(),
            more: page.more,
        }
    }
}

impl Happened {
    fn of((entry, holds): (Entry, bool)) -> Self {
        let command = entry.command.as_deref();
        let payload = entry.payload.as_deref();
        Self {
            seq: entry.seq,
            at: Moment(entry.at),
            command: command.and_then(|id| id.parse().ok()).map(CommandId),
            payload: payload.and_then(|text| serde_json::from_str(text).ok()),
            kind: entry.kind,
            actor: entry.actor,
            object: entry.object,
            holds,
        }
    }

    /// What it is about; nil where that has no identity.
    pub(crate) fn object_id(&self) -> Uuid {
        self.object.parse().unwrap_or_default()
    }

    /// Who did it, with the name they had then, if it was not erased.
    pub(crate) fn author(&self) -> Option<Author> {
        match self.actor.as_str() {
            "system" => Some(Author::System),
            "operator" => Some(Author::Operator),
            _ => serde_json::from_value(self.part("author")?.clone()).ok(),
        }
    }

    /// A part of the fact; none when it was erased.
    pub(crate) fn part(&self, name: &str) -> Option<&Value> {
        self.payload.as_ref()?.get(name)
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
    if let Value::Array(items) = value {
        for item in items {
            collect(item, texts);
        }
    }
    for (key, value) in value.as_object().into_iter().flatten() {
        let text = value.as_str().filter(|_| SOUGHT.contains(&key.as_str()));
        texts.extend(text);
        if key == "contacts" {
            texts.extend(
                value
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str),
            );
        }
        collect(value, texts);
    }
}
