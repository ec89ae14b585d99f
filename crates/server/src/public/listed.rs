//! Who is listed now: what the store narrowed down, judged by the rules.

use doorward_domain::{Lookup, Moment, Name, OrganisationId, PersonId, Standing, World, is_listed};

use crate::App;
use crate::store::{self, lookups, public};

/// Members that one organisation shows at most.
const MOST: i64 = 5000;

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
    let works = organisation.standing == Standing::Active;
    let takes_requests = works && world.settings().is_some_and(|it| it.accepts_requests);
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

/// Whether an organisation has a page: it takes requests, or somebody is listed.
pub async fn has_page(app: &App, id: OrganisationId) -> Result<bool, store::Error> {
    Ok(listing(app, id).await?.is_some())
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
