//! Values on their way into statements and out of rows.

use sqlx::Row;
use sqlx::any::AnyRow;
use uuid::Uuid;

use super::Error;

/// A set on its way into a statement.
pub(super) fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(Error::unreadable("parameter", ""))
}

/// Reads an id out of a row.
pub(super) fn id<T: From<Uuid>>(row: &AnyRow, column: &'static str) -> Result<T, Error> {
    optional_id(row, column)?
        .ok_or_else(|| Error::Database(sqlx::Error::ColumnNotFound(column.to_owned())))
}

/// Reads an id that may be missing out of a row.
pub(super) fn optional_id<T: From<Uuid>>(
    row: &AnyRow,
    column: &'static str,
) -> Result<Option<T>, Error> {
    let text: Option<String> = row.try_get(column)?;
    let wrong = |error: uuid::Error| sqlx::Error::ColumnDecode {
        index: column.to_owned(),
        source: error.into(),
    };
    Ok(text
        .map(|text| Uuid::parse_str(&text))
        .transpose()
        .map_err(wrong)?
        .map(T::from))
}

/// Reads a value that travels as text.
pub(super) fn read<T: serde::de::DeserializeOwned>(text: &str, id: &str) -> Result<T, Error> {
    serde_json::from_value(serde_json::Value::String(text.to_owned()))
        .map_err(Error::unreadable("account", id))
}
