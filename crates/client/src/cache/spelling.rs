//! How records are spelled in columns and parameters, with this crate's errors.

use crate::error::Result;

pub(crate) use doorward_copy::{id_set, text_set, uuid};

pub(crate) fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    Ok(doorward_copy::from_json(text)?)
}

pub(crate) fn to_json(value: &impl serde::Serialize) -> Result<String> {
    Ok(doorward_copy::to_json(value)?)
}
