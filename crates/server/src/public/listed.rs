//! Who is listed now: what the store narrowed down, judged by the rules.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{
    Lookup, Moment, Name, Organisation, OrganisationId, PersonId, Settings, Standing, World,
    is_listed,
};

use crate::App;
use crate::store::{self, lookups, public};

/// Members that one organisation shows at most.
const MOST: i64 = 5000;
/// Members that are read of an organisation to find one who is listed; the others only where none of these is.
const FIRST: i64 = 20;

/// One member as everybody may see them.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: Name,
    /// Their position, where they have one.
    pub position: Option<Name>,
    /// Since when they are a member.
    pub since: Moment,
    /// Where.
    pub organisation: OrganisationId,
    /// What that is called.
    pub organisation_name: Name,
}

/// What an organisation shows everybody.
#[derive(Debug, Clone)]
pub struct Listing {
    /// Which.
    pub organisation: OrganisationId,
    /// What it is called.
    pub name: Name,
    /// Whether it takes requests.
    pub takes_requests: bool,
    /// Its listed members, by name.
    pub members: Vec<Listed>,
}

/// What an organisation shows; nothing where it shows nobody and takes no requests, so that it cannot be told from one
/// that does not exist.
pub async fn listing(app: &App, id: OrganisationId) -> Result<Option<Listing>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let (mut world, now) = (World::new(id), app.now());
    lookups::load(&mut tx, &mut world, &[Lookup::Organisation].into(), now).await?;
    let Some(organisation) = world.organisation() else {
        return Ok(None);
    };
    let takes_requests = takes_requests(organisation, world.settings());
    let mut members = judged(public::of_organisation(&mut tx, id, MOST).await?, now);
    members.sort_by_cached_key(|it| doorward_protocol::order_key(it.name.as_str()));
    let listing = Listing {
        organisation: id,
        name: organisation.name.clone(),
        takes_requests,
        members,
    };
    Ok(Some(listing).filter(|it| it.takes_requests || !it.members.is_empty()))
}

/// Which of these organisations have a page: they take requests, or somebody is listed. Of those that take none no more
/// members are read than it takes to find one.
pub async fn with_pages(
    app: &App,
    ids: &[OrganisationId],
) -> Result<BTreeSet<OrganisationId>, store::Error> {
    let (mut tx, now) = (app.store().snapshot().await?, app.now());
    let (mut found, mut others) = (BTreeSet::new(), Vec::new());
    for (organisation, settings) in public::homes(&mut tx, ids).await? {
        if takes_requests(&organisation, settings.as_ref()) {
            found.insert(organisation.id);
        } else {
            others.push(organisation.id);
        }
    }
    let some = public::some_of(&mut tx, &others, FIRST).await?;
    let mut read: BTreeMap<OrganisationId, i64> = BTreeMap::new();
    for it in &some {
        *read.entry(it.organisation.id).or_default() += 1;
    }
    found.extend(judged(some, now).iter().map(|it| it.organisation));
    for (id, _) in read.into_iter().filter(|(_, count)| *count == FIRST) {
        if !found.contains(&id) {
            let all = public::of_organisation(&mut tx, id, MOST).await?;
            found.extend(judged(all, now).first().map(|it| it.organisation));
        }
    }
    Ok(found)
}

/// Whether strangers may ask an organisation to take them in.
fn takes_requests(organisation: &Organisation, settings: Option<&Settings>) -> bool {
    organisation.standing == Standing::Active && settings.is_some_and(|it| it.accepts_requests)
}

/// Where a person is listed, the longest first.
pub async fn listings_of(app: &App, person: PersonId) -> Result<Vec<Listed>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let visible = public::of_person(&mut tx, person, MOST).await?;
    let mut listed = judged(visible, app.now());
    listed.sort_by_key(|it| it.since);
    Ok(listed)
}

fn judged(visible: Vec<public::Visible>, now: Moment) -> Vec<Listed> {
    let listed = visible.into_iter().filter_map(|it| {
        let membership = it.membership;
        let is_shown = is_listed(&it.organisation, it.standing, &membership, now);
        let since = membership.decided.as_ref().unwrap_or(&membership.begun).at;
        let shown = membership.person.zip(membership.name).filter(|_| is_shown);
        shown.map(|(person, name)| Listed {
            person,
            name,
            position: membership.position,
            since,
            organisation: it.organisation.id,
            organisation_name: it.organisation.name,
        })
    });
    listed.collect()
}
