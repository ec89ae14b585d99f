//! Asking the rules with what the store knows, changing nothing: what a command would come to, what an actor may see.

use doorward_domain::{
    Actor, Command, Decision, MembershipId, Moment, OrganisationId, Refusal, Stuck, Window, World,
    decide, needs, stuck, view,
};

use crate::App;
use crate::store::{self, Tx, lookups};

/// A world in which nothing is known but what whoever runs the server decided.
pub fn world(app: &App, organisation: OrganisationId) -> World {
    let mut world = World::new(organisation);
    world.put_texted_in(app.config().sms.countries().map(<[String]>::to_vec));
    world.put_daily_most(app.config().invitations_a_day());
    world
}

/// What a command would come to, changing nothing.
pub async fn would(
    app: &App,
    organisation: OrganisationId,
    actor: &Actor,
    command: &Command,
) -> Result<Result<Decision, Refusal>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    would_in(
        &mut tx,
        world(app, organisation),
        (actor, command),
        app.now(),
    )
    .await
}

/// The same, of a world whose questions are answered as they come.
pub async fn would_in(
    tx: &mut Tx,
    mut world: World,
    (actor, command): (&Actor, &Command),
    now: Moment,
) -> Result<Result<Decision, Refusal>, store::Error> {
    loop {
        let questions = needs(&world, actor, command, now);
        if questions.is_empty() {
            return Ok(decide(&world, actor, command, now));
        }
        lookups::load(tx, &mut world, &questions, now).await?;
    }
}

/// What an actor may see of an organisation now.
pub async fn window(
    tx: &mut Tx,
    world: &mut World,
    actor: &Actor,
    now: Moment,
) -> Result<Window, store::Error> {
    loop {
        let window = view(world, actor, now);
        let Window::Asks(questions) = &window else {
            return Ok(window);
        };
        lookups::load(tx, world, questions, now).await?;
    }
}

/// Whether nobody but the requester could decide a request now.
pub async fn is_stuck(
    app: &App,
    organisation: OrganisationId,
    request: MembershipId,
) -> Result<bool, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let (mut world, now) = (World::new(organisation), app.now());
    loop {
        match stuck(&world, request, now) {
            Stuck::Yes => return Ok(true),
            Stuck::No => return Ok(false),
            Stuck::Asks(questions) => lookups::load(&mut tx, &mut world, &questions, now).await?,
        }
    }
}
