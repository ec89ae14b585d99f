//! Two acceptances at the same instant, through two servers where the database is PostgreSQL, never make a managed
//! organisation manage another.

use anyhow::{Context, Result};
use doorward_domain::{AcceptManagement, Command, OrganisationId, ProposeManagement, Refusal};
use doorward_protocol::Outcome;
use doorward_server::App;
use doorward_server::execute::{self, Caller};
use doorward_server::store::Dialect;
use doorward_suite::rounds::rounds;

use crate::house::{House, NOW, name};

crate::on_both_engines!(no_chain_comes_of_two_acceptances_at_once_r_40);

async fn found(house: &House, owner: &Caller, called: &str) -> Result<OrganisationId> {
    let made = execute::found(&house.app, owner, name(called), None).await?;
    Ok(made.organisation)
}

async fn propose(
    house: &House,
    owner: &Caller,
    of: OrganisationId,
    to: OrganisationId,
) -> Result<()> {
    let propose = Command::ProposeManagement(ProposeManagement { manager: to });
    let outcome = execute::one(&house.app, of, owner, propose).await?;
    anyhow::ensure!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    Ok(())
}

async fn accept(app: &App, owner: &Caller, community: OrganisationId) -> Result<Outcome> {
    let accept = Command::AcceptManagement(AcceptManagement { community });
    let outcome = execute::one(app, community, owner, accept).await;
    outcome.context("no race ends in a fault")
}

async fn no_chain_comes_of_two_acceptances_at_once_r_40(house: &House) -> Result<()> {
    let other = match house.app.store().dialect() {
        Dialect::Sqlite => house.app.clone(),
        Dialect::Postgres => house.sibling_at(NOW).await?,
    };
    let owner = house.person(3, "carla").await?;
    for round in 0..rounds(50, 1000) {
        let low = found(house, &owner, &format!("Low {round}")).await?;
        let middle = found(house, &owner, &format!("Middle {round}")).await?;
        let high = found(house, &owner, &format!("High {round}")).await?;
        propose(house, &owner, low, middle).await?;
        propose(house, &owner, middle, high).await?;
        let (below, above) = tokio::join!(
            accept(&house.app, &owner, low),
            accept(&other, &owner, middle)
        );
        let outcomes = [below?, above?];
        let applied = |it: &&Outcome| matches!(it, Outcome::Applied { .. });
        assert_eq!(
            outcomes.iter().filter(applied).count(),
            1,
            "round {round}: {outcomes:?}"
        );
        let refused = Outcome::Refused {
            refusal: Refusal::OneStep,
        };
        assert!(outcomes.contains(&refused), "round {round}: {outcomes:?}");
    }
    Ok(())
}
