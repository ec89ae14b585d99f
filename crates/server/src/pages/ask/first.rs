//! Where somebody goes who signs in without saying where to: to the list of communities once, if they belong to none
//! (OLV-5, OLV-7), else to their memberships.

use doorward_domain::{Account, Actor};
use doorward_protocol::MyKind;

use super::choice;
use super::offered::offered;
use crate::App;
use crate::pages::visitor::{Early, Visitor};
use crate::store::told_once::{self, Mark};
use crate::store::{self, mine};

/// Where to go on to.
const MEMBERSHIPS: &str = "/me";

/// The first page for somebody who has just signed in.
pub async fn first_page(visitor: &Visitor, account: &Account) -> Result<String, Early> {
    let broken = |error: store::Error| visitor.broken(error);
    let belongs = belongs(&visitor.app, account).await.map_err(broken)?;
    if belongs {
        return Ok(MEMBERSHIPS.to_owned());
    }
    let actor = Actor::Person {
        account: account.clone(),
        fresh: false,
    };
    if was_offered(&visitor.app, account).await.map_err(broken)? {
        return Ok(MEMBERSHIPS.to_owned());
    }
    if !offered(visitor, &actor, "").await?.any() {
        return Ok(MEMBERSHIPS.to_owned());
    }
    let is_first = is_first(&visitor.app, account).await.map_err(broken)?;
    Ok(if is_first {
        choice::at_first()
    } else {
        MEMBERSHIPS.to_owned()
    })
}

/// Whether there is any membership or request of this person, whatever became of it, or an invitation to them.
async fn belongs(app: &App, account: &Account) -> Result<bool, store::Error> {
    let mut tx = app.store().snapshot().await?;
    for kind in [MyKind::Membership, MyKind::Invitation] {
        if !mine::held(&mut tx, account.person, kind, 1)
            .await?
            .is_empty()
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether this person has been offered communities before.
async fn was_offered(app: &App, account: &Account) -> Result<bool, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let known = told_once::known(&mut tx, &[offer_to(account)].into()).await?;
    Ok(!known.is_empty())
}

/// What says that somebody has been.
fn offer_to(account: &Account) -> Mark {
    Mark {
        subject: account.person.0,
        what: "communities_offered".to_owned(),
    }
}

/// Whether this person has not been offered communities before; they are now.
async fn is_first(app: &App, account: &Account) -> Result<bool, store::Error> {
    let mut tx = app.store().begin().await?;
    let fresh = told_once::set(&mut tx, &[offer_to(account)].into(), app.now()).await?;
    tx.commit().await?;
    Ok(!fresh.is_empty())
}
