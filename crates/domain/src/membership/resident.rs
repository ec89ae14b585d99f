//! Residents: what a member in force may enter, and whether everybody may see that they are one (R-1, R-2, BEL-6, BEL-7,
//! OLV-17, OLV-19).

use super::access::{OpenRooms, open_rooms};
use super::record::Membership;
use crate::Moment;
use crate::actor::AccountStanding;
use crate::organisation::{Organisation, Standing};
use crate::world::World;

/// What a membership lets its person enter now; none where it gives no right. Ask it of a world that knows the
/// organisation and its rooms.
pub fn enters(
    world: &World,
    standing: AccountStanding,
    membership: &Membership,
    now: Moment,
) -> Option<OpenRooms> {
    let is_here = world
        .organisation()
        .is_some_and(|it| is_resident(it, standing, membership, now));
    let grant = membership.grant.as_ref().filter(|_| is_here)?;
    Some(open_rooms(world, grant))
}

/// Whether a membership is listed publicly now: on the organisation's page and on its person's.
pub fn is_listed(
    organisation: &Organisation,
    standing: AccountStanding,
    membership: &Membership,
    now: Moment,
) -> bool {
    membership.visible && is_resident(organisation, standing, membership, now)
}

/// in force, of an account that counts, in an organisation that works.
fn is_resident(
    organisation: &Organisation,
    standing: AccountStanding,
    membership: &Membership,
    now: Moment,
) -> bool {
    organisation.standing == Standing::Active
        && standing.has_rights(now)
        && membership.is_in_force(now)
}
