//! Where somebody is resident: the organisations in which a membership of theirs is in force, and the rooms it opens
//! (OLV-17, OLV-19).

use doorward_domain::{Lookup, Name, OpenRooms, OrganisationId, World, enters, is_listed};
use doorward_protocol::MyMembership;

use crate::App;
use crate::accounts::SignedInDevice;
use crate::store::{self, Tx, lookups};

/// One organisation in which somebody is resident.
#[derive(Debug)]
pub struct Residence {
    /// Which.
    pub organisation: OrganisationId,
    /// What it is called.
    pub name: Name,
    /// The rooms that are open to them.
    pub open: OpenRooms,
    /// Whether everybody may see it.
    pub listed: bool,
}

/// Where a membership makes its person resident now, if it does.
pub async fn residence(
    app: &App,
    tx: &mut Tx,
    device: &SignedInDevice,
    mine: &MyMembership,
) -> Result<Option<Residence>, store::Error> {
    let (now, standing) = (app.now(), device.account.standing);
    if !mine.membership.is_in_force(now) {
        return Ok(None);
    }
    let mut world = World::new(mine.organisation);
    let questions = [Lookup::Organisation, Lookup::Rooms].into();
    lookups::load(tx, &mut world, &questions, now).await?;
    let open = enters(&world, standing, &mine.membership, now);
    let found = world.organisation().zip(open);
    Ok(found.map(|(organisation, open)| Residence {
        organisation: organisation.id,
        name: organisation.name.clone(),
        listed: is_listed(organisation, standing, &mine.membership, now),
        open,
    }))
}
