//! The card on top of one's memberships, and the rooms below them: where one is resident, what is open, and whom to ask
//! for more (OLV-17 to OLV-19).

use doorward_domain::OrganisationId;

use super::residence::Residence;
use crate::accounts::SignedInDevice;
use crate::pages::visitor::Visitor;
use crate::text::initials;

/// The card.
#[derive(Debug)]
pub struct Profile {
    /// The name.
    pub name: String,
    /// The letters on the tile.
    pub initials: String,
    /// Where the person is reached.
    pub contact: Option<String>,
    /// Where they are resident.
    pub residences: Vec<Resident>,
    /// The page that everybody may see, where they are listed anywhere.
    pub public: Option<String>,
}

/// One line of the card.
#[derive(Debug)]
pub struct Resident {
    /// The organisation.
    pub organisation: OrganisationId,
    /// What the line says.
    pub text: String,
    /// What the link to the pass says to somebody who hears it without the line.
    pub pass: String,
}

/// The rooms that are open to somebody.
#[derive(Debug, Default)]
pub struct Rooms {
    /// Each with the organisation it belongs to.
    pub lines: Vec<(String, String)>,
    /// Whom to ask for more.
    pub hints: Vec<String>,
}

/// The card of who is signed in.
pub fn profile(visitor: &Visitor, device: &SignedInDevice, homes: &[Residence]) -> Profile {
    let named =
        |id: &str, home: &Residence| visitor.words.say_of(id, "organisation", home.name.as_str());
    Profile {
        name: device.account.name.to_string(),
        initials: initials(device.account.name.as_str()),
        contact: visitor
            .email()
            .or(device.account.contacts.first())
            .map(ToString::to_string),
        residences: homes
            .iter()
            .map(|home| Resident {
                organisation: home.organisation,
                text: named("me-resident", home),
                pass: named("me-pass-of", home),
            })
            .collect(),
        public: homes
            .iter()
            .any(|home| home.listed)
            .then(|| format!("/p/{}", device.account.person)),
    }
}

/// The rooms of all organisations in which somebody is resident.
pub fn rooms(visitor: &Visitor, homes: &[Residence]) -> Rooms {
    let mut rooms = Rooms::default();
    for home in homes {
        let of = home.name.to_string();
        if home.open.all {
            rooms.lines.push((visitor.words.say("me-all-rooms"), of));
            continue;
        }
        if home.open.rooms.is_empty() {
            rooms
                .lines
                .push((visitor.words.say("me-no-rooms"), of.clone()));
        }
        let names = home.open.rooms.iter().map(|room| room.name.to_string());
        rooms.lines.extend(names.map(|name| (name, of.clone())));
        let hint = visitor.words.say_of("me-more-rooms", "organisation", &of);
        rooms.hints.push(hint);
    }
    rooms
}
