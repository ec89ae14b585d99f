//! What the page may call. Each call is handed on as it is; the device decides.

pub(crate) mod act;
pub(crate) mod execute;
pub(crate) mod query;
