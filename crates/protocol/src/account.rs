//! Accounts as a device meets them: signing up and signing in.

use doorward_domain::{Account, DeviceId, Locale, Moment};
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

/// The body of `POST /v1/sessions/current/proof`: whoever is signed in proves anew who they are (RULES 6).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The password of the account.
    pub password: String,
}

impl std::fmt::Debug for Proof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proof").finish_non_exhaustive()
    }
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
