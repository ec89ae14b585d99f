//! `admin`: the operator's door. Every use is in the system's history.

use anyhow::Context;
use clap::{Subcommand, ValueEnum};
use doorward_domain::{
    Contact, LONGEST_TERM_DAYS, Name, Organisation, OrganisationId, Plan, SignIn, Standing,
};

use super::{Place, print};
use crate::api::links::join_url;
use crate::config::Transport;
use crate::execute::{self, Caller, Founding};
use crate::tokens::TokenKind;

/// What the operator wants.
#[derive(Debug, clap::Args)]
pub struct Admin {
    #[command(subcommand)]
    about: About,
}

#[derive(Debug, Subcommand)]
enum About {
    /// Organisations.
    #[command(subcommand)]
    Organisation(ForOrganisation),
    /// Accounts.
    #[command(subcommand)]
    Account(ForAccount),
}

#[derive(Debug, Subcommand)]
enum ForOrganisation {
    /// Make an organisation and invite its Owner; prints both ids and the invitation's link.
    Create {
        #[command(flatten)]
        place: Place,
        /// What it is called.
        #[arg(long)]
        name: String,
        /// The address of its Owner.
        #[arg(long)]
        owner: String,
    },
    /// Set what it pays for.
    Plan {
        #[command(flatten)]
        place: Place,
        /// Which.
        organisation: OrganisationId,
        /// The plan.
        plan: PlanName,
    },
    /// Set how its people may sign in.
    SignIn {
        #[command(flatten)]
        place: Place,
        /// Which.
        organisation: OrganisationId,
        /// The ways.
        ways: Ways,
    },
    /// Set how long its invitations may stand at most.
    Term {
        #[command(flatten)]
        place: Place,
        /// Which.
        organisation: OrganisationId,
        /// The longest term in days.
        #[arg(value_parser = clap::value_parser!(u32).range(1..=i64::from(LONGEST_TERM_DAYS)))]
        days: u32,
    },
    /// Switch it off: nobody has a right in it, and nothing works that leads to it (S-40).
    Deactivate {
        #[command(flatten)]
        place: Place,
        /// Which.
        organisation: OrganisationId,
    },
    /// Switch it on again; what has expired meanwhile stays expired.
    Activate {
        #[command(flatten)]
        place: Place,
        /// Which.
        organisation: OrganisationId,
    },
}

#[derive(Debug, Subcommand)]
enum ForAccount {
    /// Take all rights from an account for a while.
    Suspend {
        #[command(flatten)]
        place: Place,
        /// Its address.
        email: String,
    },
    /// Give them back.
    Resume {
        #[command(flatten)]
        place: Place,
        /// Its address.
        email: String,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PlanName {
    Free,
    Pro,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Ways {
    Any,
    ExternalOnly,
}

impl Admin {
    /// Does it.
    pub async fn run(self) -> anyhow::Result<()> {
        match self.about {
            About::Organisation(it) => it.run().await,
            About::Account(it) => it.run().await,
        }
    }
}

impl ForOrganisation {
    async fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Create { place, name, owner } => create(&place, &name, &owner).await,
            Self::Plan {
                place,
                organisation,
                plan,
            } => {
                let plan = match plan {
                    PlanName::Free => Plan::Free,
                    PlanName::Pro => Plan::Pro,
                };
                operate(&place, organisation, "plan_set", |it| it.plan = plan).await
            }
            Self::SignIn {
                place,
                organisation,
                ways,
            } => {
                let ways = match ways {
                    Ways::Any => SignIn::Any,
                    Ways::ExternalOnly => SignIn::ExternalOnly,
                };
                operate(&place, organisation, "sign_in_set", |it| it.sign_in = ways).await
            }
            Self::Term {
                place,
                organisation,
                days,
            } => {
                let set = |it: &mut Organisation| it.longest_term_days = days;
                operate(&place, organisation, "longest_term_set", set).await
            }
            Self::Deactivate {
                place,
                organisation,
            } => {
                let off = |it: &mut Organisation| it.standing = Standing::Deactivated;
                operate(&place, organisation, "organisation_deactivated", off).await
            }
            Self::Activate {
                place,
                organisation,
            } => {
                let on = |it: &mut Organisation| it.standing = Standing::Active;
                operate(&place, organisation, "organisation_activated", on).await
            }
        }
    }
}

impl ForAccount {
    async fn run(self) -> anyhow::Result<()> {
        let (place, email, suspended) = match self {
            Self::Suspend { place, email } => (place, email, true),
            Self::Resume { place, email } => (place, email, false),
        };
        let contact: Contact = email.parse().context("the address")?;
        Ok(execute::suspend(&place.open().await?, &contact, suspended).await?)
    }
}

/// Changes an organisation's record.
async fn operate(
    place: &Place,
    organisation: OrganisationId,
    kind: &str,
    change: impl FnOnce(&mut Organisation),
) -> anyhow::Result<()> {
    Ok(execute::operate(&place.open().await?, organisation, kind, change).await?)
}

async fn create(place: &Place, name: &str, owner: &str) -> anyhow::Result<()> {
    let name = Name::try_from(name.to_owned()).context("--name")?;
    let owner: Contact = owner.parse().context("--owner")?;
    let app = place.open().await?;
    let caller = Caller::operator();
    let Founding {
        organisation,
        owner,
    } = execute::found(&app, &caller, name, Some(owner)).await?;
    let mut token = app.tokens().token(TokenKind::Invitation, owner.0, FIRST);
    if app.config().mail.transport == Transport::None {
        // No letter can ever show whose the address is; the operator, who hands the link over, says so instead.
        let proof = app.tokens().mailbox_proof(owner.0, FIRST);
        token = format!("{token}.{proof}");
    }
    let link = join_url(&app, &token).context("no public_url")?;
    print(&serde_json::json!({ "organisation": organisation, "invitation": owner, "link": link.as_str() }).to_string())
}

/// The generation of an invitation that was never sent again.
const FIRST: u32 = 1;
