//! Accounts as a device meets them: signing up, signing in, and the person's own rows.

use doorward_domain::{Account, DeviceId, Locale, Membership, Moment, Name, OrganisationId};
use serde::{Deserialize, Serialize};

/// The body of `POST /v1/accounts`: somebody signs up; a letter with a link confirms the address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    /// First and last name as others will see them.
    pub name: String,
    /// The address that becomes the login.
    pub email: String,
    /// The password, 15 to 256 characters.
    pub password: String,
    /// The language of letters and pages.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub locale: Locale,
}

/// The body of `POST /v1/sessions`: a device signs in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The address of the account.
    pub email: String,
    /// The password.
    pub password: String,
    /// What the device is called in lists.
    pub device_name: String,
}

impl std::fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewAccount").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").finish_non_exhaustive()
    }
}

/// The answer to a sign-in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// The secret of the session, sent as `Authorization: Bearer …`.
    pub token: String,
    /// The account.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub account: Account,
    /// This device.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub device: DeviceId,
    /// The server's share of the key of the cache on this device, 32 bytes as base64url.
    pub cache_share: String,
    /// The first instant at which the token no longer works.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub expires_at: Moment,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedIn")
            .field("device", &self.device)
            .finish_non_exhaustive()
    }
}

/// One page of `GET /v1/me/changes?cursor=…`: the person's own rows, in the order of their changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// Whether this page begins anew: what was held is to be dropped first.
    pub reset: bool,
    /// The latest state of changed rows.
    pub records: Vec<MyRecord>,
    /// Where the next page begins; opaque.
    pub cursor: String,
    /// Whether more is there now.
    pub more: bool,
    /// The revision of the person's rows as of this page.
    pub revision: u64,
}

/// One of the person's own rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MyRecord {
    /// The account.
    Account(Account),
    /// A membership, request or invitation of the person.
    Membership(Box<MyMembership>),
}

/// A membership of the person with what a list of them needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyMembership {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// What the organisation is called.
    pub organisation_name: Name,
    /// The membership.
    pub membership: Membership,
}
