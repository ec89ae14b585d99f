//! The communities offered to somebody: those that take requests, without those they are in or have asked (OLV-24,
//! OLV-25, R-45). The rules say which.

use std::collections::BTreeMap;

use doorward_domain::{Actor, Decision, Membership, Moment, Name, OrganisationId, Refusal};
use doorward_protocol::{MyKind, MyRecord, fold, fold_typed, order_key};

use super::declined::Declined;
use super::request;
use crate::pages::visitor::{Early, Visitor};
use crate::store::{self, Tx, communities, mine};
use crate::{App, execute};

/// Communities shown at once; others are found by their names.
pub const SHOWN: usize = 50;
/// Communities that the rules are asked about for one page; others are found by their names.
const JUDGED: usize = 200;
/// Rows of the person that are looked at for what they came to.
const ROWS: usize = 500;

/// One community in the list.
#[derive(Debug)]
pub struct Choice {
    /// The community.
    pub id: OrganisationId,
    /// Its name.
    pub name: Name,
    /// What a request would come to, where it may be made.
    pub decision: Option<Decision>,
    /// The first instant at which this person may ask it again, where they were rejected lately.
    pub not_before: Option<Moment>,
    /// The last no to this person, where there was one (OLV-35).
    pub declined: Option<Declined>,
}

/// What somebody is offered.
#[derive(Debug, Default)]
pub struct Offered {
    /// The communities, by name.
    pub choices: Vec<Choice>,
    /// How many are left out, because they are in them or have asked: of those that were looked at.
    pub left_out: usize,
    /// Whether there are communities after those that were looked at.
    pub goes_on: bool,
}

impl Offered {
    /// Whether there is one that can be asked now.
    pub fn any(&self) -> bool {
        self.choices.iter().any(|it| it.not_before.is_none())
    }
}

/// What somebody is offered, of all communities whose names a search finds; an empty one finds all.
pub async fn offered(visitor: &Visitor, actor: &Actor, search: &str) -> Result<Offered, Early> {
    let offered = judged(&visitor.app, actor, search).await;
    offered.map_err(|error| visitor.broken(error))
}

async fn judged(app: &App, actor: &Actor, search: &str) -> Result<Offered, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let mut taking = communities::that_take_requests(&mut tx).await?;
    let search = fold_typed(search);
    taking.retain(|(_, name)| {
        let name = fold(name.as_str());
        search.split(' ').all(|word| name.contains(word))
    });
    taking.sort_by_cached_key(|(_, name)| order_key(name.as_str()));
    let own = own(&mut tx, actor).await?;
    let (command, now) = (request::bare(app), app.now());
    let mut offered = Offered::default();
    for (place, (id, name)) in taking.into_iter().enumerate() {
        if offered.choices.len() == SHOWN || place == JUDGED {
            offered.goes_on = true;
            break;
        }
        let choice = |decision, not_before| Choice {
            id,
            name,
            decision,
            not_before,
            declined: own.get(&id).and_then(|rows| Declined::of(rows)),
        };
        let world = execute::world(app, id);
        match execute::would_in(&mut tx, world, (actor, &command), now).await? {
            Ok(decision) => offered.choices.push(choice(Some(decision), None)),
            Err(Refusal::TooSoon { until }) => offered.choices.push(choice(None, Some(until))),
            Err(Refusal::AlreadyMember { .. } | Refusal::AlreadyOpen { .. }) => {
                offered.left_out += 1;
            }
            // Whatever else stands against it, the community cannot be asked.
            Err(_) => {}
        }
    }
    Ok(offered)
}

/// The rows of who asks, by organisation.
async fn own(
    tx: &mut Tx,
    actor: &Actor,
) -> Result<BTreeMap<OrganisationId, Vec<Membership>>, store::Error> {
    let mut own: BTreeMap<OrganisationId, Vec<Membership>> = BTreeMap::new();
    let Some(person) = actor.person() else {
        return Ok(own);
    };
    for record in mine::held(tx, person, MyKind::Membership, ROWS).await? {
        if let MyRecord::Membership(mine) = record {
            let rows = own.entry(mine.organisation).or_default();
            rows.push(mine.membership);
        }
    }
    Ok(own)
}
