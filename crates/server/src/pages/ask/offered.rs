//! The communities offered to somebody: those that take requests, without those they are in or have asked (OLV-24,
//! OLV-25, R-45). The rules say which.

use doorward_domain::{Actor, Moment, Name, OrganisationId, Refusal};

use super::request;
use crate::pages::visitor::{Early, Visitor};
use crate::store::communities;

/// Most communities in the list.
const MOST: i64 = 500;

/// One community in the list.
#[derive(Debug)]
pub struct Choice {
    /// The community.
    pub id: OrganisationId,
    /// Its name.
    pub name: Name,
    /// The first instant at which this person may ask it again, where they were rejected lately.
    pub not_before: Option<Moment>,
}

/// What somebody is offered.
#[derive(Debug, Default)]
pub struct Offered {
    /// The communities, by name.
    pub choices: Vec<Choice>,
    /// How many are left out, because they are in them or have asked.
    pub left_out: usize,
}

impl Offered {
    /// Whether there is one that can be asked now.
    pub fn any(&self) -> bool {
        self.choices.iter().any(|it| it.not_before.is_none())
    }
}

/// What somebody is offered.
pub async fn offered(visitor: &Visitor, actor: &Actor) -> Result<Offered, Early> {
    let taking = async || {
        let mut tx = visitor.app.store().snapshot().await?;
        communities::that_take_requests(&mut tx, MOST).await
    };
    let taking = taking().await.map_err(|error| visitor.broken(error))?;
    let mut offered = Offered::default();
    for (id, name) in taking {
        let choice = |not_before| Choice {
            id,
            name,
            not_before,
        };
        match request::why_not(visitor, id, actor).await? {
            None => offered.choices.push(choice(None)),
            Some(Refusal::TooSoon { until }) => offered.choices.push(choice(Some(until))),
            Some(Refusal::AlreadyMember { .. } | Refusal::AlreadyOpen { .. }) => {
                offered.left_out += 1;
            }
            // Whatever else stands against it, the community cannot be asked.
            Some(_) => {}
        }
    }
    let by_name = |it: &Choice| doorward_protocol::order_key(it.name.as_str());
    offered.choices.sort_by_cached_key(by_name);
    Ok(offered)
}
