//! The rooms, grouped by the sites they belong to, with what may be done to each.

use doorward_domain::{MembershipId, Name, Refusal, RoomId, SiteId, Version};

use super::super::shape::shapes;

shapes! {
    /// A window of the rooms.
    PlacesView {
        /// Every site that is shown, by name.
        sites: Vec<PlaceSite>,
        /// How many rooms match.
        total: u32,
        /// How many rooms there are.
        rooms: u32,
        /// Why no site can be made, if not.
        making: Option<Refusal>,
    }
    /// A site with the rooms of the window.
    PlaceSite {
        /// Which.
        id: SiteId,
        /// What it is called.
        name: Name,
        /// Which version a command that overwrites is based on.
        version: Version,
        /// Why neither it nor its rooms can be changed, if not.
        changing: Option<Refusal>,
        /// Why it cannot be removed, if not.
        removing: Option<Refusal>,
        /// Its rooms within the window, by name.
        rooms: Vec<PlaceRoom>,
    }
    /// A room.
    PlaceRoom {
        /// Which.
        id: RoomId,
        /// What it is called.
        name: Name,
        /// Which version a command that overwrites is based on.
        version: Version,
        /// Why it cannot be changed, if not.
        changing: Option<Refusal>,
    }
    /// One room with everything that its panel shows.
    RoomView {
        /// Which.
        id: RoomId,
        /// What it is called.
        name: Name,
        /// The site it belongs to.
        site: SiteId,
        /// Which version a command that overwrites is based on.
        version: Version,
        /// Why it cannot be renamed, if not.
        changing: Option<Refusal>,
        /// Why it cannot be removed, if not.
        removing: Option<Refusal>,
        /// Whether everything that a removal rests on is known here; else the server checks it.
        certain: bool,
        /// Every site that it could belong to.
        sites: Vec<RoomSite>,
        /// From whom a removal takes it: the first of those whose access names it.
        named: Vec<RoomHolder>,
        /// How many members' access names it; none where not everybody whose access does is sent here.
        members: Option<u32>,
        /// How many open invitations name it; none where that is not known either.
        invited: Option<u32>,
    }
    /// A site that a room could belong to.
    RoomSite {
        /// Which.
        id: SiteId,
        /// What it is called.
        name: Name,
        /// Why the room cannot be moved there, if not.
        refusal: Option<Refusal>,
    }
    /// Somebody whose access names a room.
    RoomHolder {
        /// Which membership.
        membership: MembershipId,
        /// What they are called.
        name: Option<Name>,
        /// Whether it is an invitation that nobody has accepted yet.
        invited: bool,
    }
}
