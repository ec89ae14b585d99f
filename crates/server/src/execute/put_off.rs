//! Letters that are tried again later. Where they are invitations' and wait so long that it is told, those who may see the
//! invitations see why: all that wait of one organisation at once.

use std::collections::BTreeMap;

use doorward_domain::{DeliveryWait, Moment, OrganisationId};
use uuid::Uuid;

use super::noted::{Came, Step, take};
use crate::App;
use crate::doorbell::Bell;
use crate::store::{self, Tx, letters};

/// A letter that is tried again later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutOff {
    /// The letter.
    pub letter: Uuid,
    /// Why, for the operator.
    pub reason: String,
    /// When it is tried again.
    pub until: Moment,
    /// What is told to those who may see the invitation, where it waits long enough.
    pub told: Option<DeliveryWait>,
}

/// Puts letters off together. What cannot be told of one of them keeps none of them from being put off.
pub async fn put_off_letters(app: &App, letters: &[PutOff]) -> Result<(), store::Error> {
    match put_off(app, letters, true).await {
        Err(error) if error.is_of_one_command() => {}
        done => return done,
    }
    for one in letters {
        let alone = std::slice::from_ref(one);
        if let Err(error) = put_off(app, alone, true).await {
            tracing::error!(%error, letter = %one.letter, "why a letter waits cannot be told");
            put_off(app, alone, false).await?;
        }
    }
    Ok(())
}

async fn put_off(app: &App, letters: &[PutOff], tells: bool) -> Result<(), store::Error> {
    if letters.is_empty() {
        return Ok(());
    }
    let mut tx = app.store().begin().await?;
    // The organisations' locks before the letters' rows, as everywhere.
    let bells = if tells {
        tell(app, &mut tx, letters).await?
    } else {
        Vec::new()
    };
    for it in letters {
        letters::put_off(&mut tx, it.letter, &it.reason, it.until).await?;
    }
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

/// Takes into the records of invitations that their letters wait, where that is news.
async fn tell(app: &App, tx: &mut Tx, letters: &[PutOff]) -> Result<Vec<Bell>, store::Error> {
    let told = letters.iter().filter(|it| it.told.is_some());
    let ids: Vec<Uuid> = told.map(|it| it.letter).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sendings = letters::invitations_of(tx, &ids).await?;
    let mut steps: BTreeMap<OrganisationId, Vec<Step>> = BTreeMap::new();
    for it in letters {
        let (Some(wait), Some(sending)) = (it.told, sendings.get(&it.letter)) else {
            continue;
        };
        let (organisation, membership, generation) = *sending;
        steps.entry(organisation).or_default().push(Step {
            membership,
            generation,
            came: Came::Waits(wait),
        });
    }
    let mut bells = Vec::new();
    for (organisation, steps) in steps {
        bells.extend(take(app, tx, organisation, steps).await?);
    }
    Ok(bells)
}
