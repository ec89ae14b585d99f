//! A form as it is shown: what was typed, and what is wrong with it, beside the field and in a summary on top.

use std::collections::BTreeMap;

use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest, Request};
use doorward_protocol::Code;

use crate::App;
use crate::problem::Failure;

/// Values and errors by the names of the fields.
#[derive(Debug, Clone, Default)]
pub struct Form {
    values: BTreeMap<String, String>,
    errors: Vec<(String, String)>,
}

impl Form {
    /// With a value to show again.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.values.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Notes what is wrong with a field.
    pub fn fail(&mut self, name: &str, text: String) {
        self.errors.push((name.to_owned(), text));
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// What is wrong with a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.as_str())
    }

    /// Everything that is wrong.
    pub fn errors(&self) -> &[(String, String)] {
        &self.errors
    }

    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }
}

/// What came with a form.
#[derive(Clone, Default)]
pub struct Fields(BTreeMap<String, String>);

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Fields").field(&self.0.keys()).finish()
    }
}

impl Fields {
    /// Refuses fields that the form does not have: nobody sends an organisation or a role along (S-02, ROL-5).
    pub fn only(&self, known: &[&str]) -> Result<(), Code> {
        self.only_if(|name| known.contains(&name))
    }

    /// Refuses fields whose names the form does not know.
    pub fn only_if(&self, known: impl Fn(&str) -> bool) -> Result<(), Code> {
        let fits = self.0.keys().all(|name| known(name));
        if fits { Ok(()) } else { Err(Code::Malformed) }
    }

    /// Whether the form had a field.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The text of a field; none is the same as empty.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        match axum::Form::<Vec<(String, String)>>::from_request(request, app).await {
            Ok(axum::Form(pairs)) => Ok(Self(pairs.into_iter().collect())),
            Err(FormRejection::InvalidFormContentType(_)) => Err(Code::WrongContentType.into()),
            Err(FormRejection::BytesRejection(_)) => Err(Code::TooLarge.into()),
            Err(_) => Err(Code::Malformed.into()),
        }
    }
}
