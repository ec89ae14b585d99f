//! Problem documents (RFC 9457): the one shape of every error answer.

use doorward_domain::Refusal;
use serde::{Deserialize, Serialize};

use crate::refused;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $status:literal;)*) => {
        /// Why the API did not do what was asked, apart from the refusals of the domain.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $key)] $name,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// The HTTP status it is sent with.
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* }
            }
        }
    };
}

codes! {
    /// The body is not JSON of the expected shape.
    Malformed = "malformed", 422;
    /// The content type is not the one the route takes.
    WrongContentType = "wrong_content_type", 415;
    /// The body is larger than the route takes.
    TooLarge = "too_large", 413;
    /// No session, or one that has ended.
    SignedOut = "signed_out", 401;
    /// Address or password do not fit.
    SignInFailed = "sign_in_failed", 401;
    /// There is no such thing for this account.
    NotFound = "not_found", 404;
    /// The route does not take this method.
    WrongMethod = "wrong_method", 405;
    /// The same id was sent before with another body.
    IdReused = "id_reused", 409;
    /// The cursor was not made for this account, device and organisation.
    BadCursor = "bad_cursor", 400;
    /// The known thing no longer works.
    NoLongerWorks = "no_longer_works", 410;
    /// Too many attempts; see `Retry-After`.
    TooMany = "too_many", 429;
    /// This version of the client is too old.
    UpdateNeeded = "update_needed", 426;
    /// The request comes from a foreign page.
    ForeignOrigin = "foreign_origin", 403;
    /// The request names a host that this server does not serve.
    UnknownHost = "unknown_host", 421;
    /// A field holds what it cannot hold.
    Invalid = "invalid", 422;
    /// The command was refused.
    Refused = "refused", 409;
    /// A passing fault; the same request may be sent again.
    Unavailable = "unavailable", 503;
    /// The store has no room; nothing was changed.
    StoreFull = "store_full", 507;
}

/// The body of every error answer, sent as `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// The stable code.
    pub code: Code,
    /// The HTTP status.
    pub status: u16,
    /// One English sentence for logs and developers; screens use the code.
    pub title: String,
    /// The field that is meant, if one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The refusal of the domain, if it was one.
    #[serde(
        default,
        deserialize_with = "refused::perhaps",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Object>))]
    pub refusal: Option<Refusal>,
}
