//! A house of the demo as its file tells it.

use doorward_domain::{LinkForm, Locale, PermissionSet, Preset};
use serde::Deserialize;

use super::ago::Ago;

/// An organisation with its past. People are named by their addresses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    /// What it is called.
    pub name: String,
    /// Who founded it.
    pub owner: String,
    /// When.
    pub began: Ago,
    /// Sites with their rooms.
    pub sites: Vec<Site>,
    /// Its own levels.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// Who was invited and accepted.
    pub hired: Vec<Hired>,
    /// Who asked and was let in.
    pub joined: Vec<Joined>,
    /// Who asked and waits.
    pub asks: Vec<Asks>,
    /// Who asked and was declined.
    pub declined: Vec<Declined>,
    /// Who asked and thought better of it.
    #[serde(default)]
    pub withdrew: Vec<Somebody>,
    /// Who was invited and has not accepted.
    pub invited: Vec<Invited>,
    /// Whose invitation was taken back.
    #[serde(default)]
    pub revoked: Vec<Somebody>,
    /// Who declined an invitation.
    #[serde(default)]
    pub refused: Vec<Somebody>,
    /// Its links.
    pub links: Vec<Link>,
    /// Which of them were closed.
    #[serde(default)]
    pub closed: Vec<Closed>,
    /// Who was given another level.
    #[serde(default)]
    pub regranted: Vec<Regranted>,
    /// Who was paused.
    #[serde(default)]
    pub paused: Vec<Somebody>,
    /// Whose membership was ended.
    #[serde(default)]
    pub ended: Vec<Somebody>,
    /// Who left.
    #[serde(default)]
    pub left: Vec<Somebody>,
    /// Whose membership was set to expired.
    #[serde(default)]
    pub expired: Vec<Somebody>,
    /// Who was here.
    pub seen: Vec<Somebody>,
}

/// Somebody, at some time.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Somebody {
    pub ago: Ago,
    pub who: String,
}

/// A site with its rooms.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub name: String,
    pub rooms: Vec<String>,
}

/// An own level.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    pub name: String,
    pub permissions: PermissionSet,
}

/// A level somebody is given: a preset by its key, or an own one by its name.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum At {
    Preset(Preset),
    Own(String),
}

/// What a grant has beside its level: dates in days from today, rooms, and the sites that it is limited to, by their names.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    pub starts: Option<i64>,
    pub ends: Option<i64>,
    pub rooms: Vec<String>,
    pub sites: Vec<String>,
}

/// Somebody who was invited and accepted the day after.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hired {
    pub ago: Ago,
    pub who: String,
    pub at: At,
    pub by: String,
    pub starts: Option<i64>,
    pub ends: Option<i64>,
    /// The rooms that are open to them.
    #[serde(default)]
    pub rooms: Vec<String>,
    /// The sites that they are limited to.
    #[serde(default)]
    pub limited_to: Vec<String>,
}

/// Somebody who asked and was let in an hour later.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joined {
    pub ago: Ago,
    pub who: String,
    pub by: String,
    pub ends: Option<i64>,
}

/// Somebody who asked, by the form or by a link.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asks {
    pub ago: Ago,
    pub who: String,
    pub note: Option<String>,
    pub link: Option<String>,
}

/// Somebody who was declined two hours after asking.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declined {
    pub ago: Ago,
    pub who: String,
    pub by: String,
    pub reason: String,
}

/// An invitation, and what became of its letter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invited {
    pub ago: Ago,
    pub contact: String,
    pub name: String,
    pub locale: Locale,
    pub at: At,
    pub by: String,
    pub fate: Fate,
    /// What the other side said.
    pub said: Option<String>,
}

/// What became of the letter of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Queued,
    Sent,
    Delivered,
    Opened,
    Bounced,
    Failed,
    NotSent,
}

/// A link.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub ago: Ago,
    pub name: String,
    pub form: LinkForm,
    pub at: At,
    pub most: u32,
}

/// A link that was closed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    pub ago: Ago,
    pub name: String,
}

/// Somebody who was given another level.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regranted {
    pub ago: Ago,
    pub who: String,
    pub at: At,
    pub by: String,
}

/// The houses, the first of which belongs to the demo's owner.
pub fn houses() -> Result<[House; 2], toml::de::Error> {
    Ok([
        toml::from_str(include_str!("salon.toml"))?,
        toml::from_str(include_str!("studio.toml"))?,
    ])
}
