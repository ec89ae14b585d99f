//! How identities, lists and records are spelled in columns and parameters.

use uuid::Uuid;

use crate::{Error, Result};

/// The id in a column; a column that holds none reads as nil, which names nothing.
pub fn uuid(bytes: &[u8]) -> Uuid {
    Uuid::from_slice(bytes).unwrap_or_default()
}

/// Ids as one parameter: a JSON list of their hexadecimal forms.
pub fn id_set(ids: impl IntoIterator<Item = Uuid>) -> String {
    text_set(ids.into_iter().map(|id| id.simple().to_string()))
}

/// Texts as one parameter: a JSON list.
pub fn text_set(texts: impl IntoIterator<Item = String>) -> String {
    serde_json::Value::from_iter(texts).to_string()
}

/// What a column holds as JSON.
pub fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Error::Row)
}

/// A value as a column holds it.
pub fn to_json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::Row)
}
