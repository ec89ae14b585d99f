//! Desks side by side: which of them an organisation is worked in at.

use std::collections::BTreeSet;
use std::sync::Arc;

use doorward_domain::OrganisationId;

use super::{Desk, Office};
use crate::error::Result;

/// A desk and the organisations that are worked in there.
pub(crate) type Works = (Arc<Desk>, Vec<Arc<Office>>);

/// Every organisation once: where several accounts belong to it, at the desk that stands first.
pub(crate) async fn worked_in(desks: &[Arc<Desk>]) -> Result<Vec<Works>> {
    if let [only] = desks {
        return Ok(vec![(Arc::clone(only), only.offices().await)]);
    }
    let mut taken: BTreeSet<OrganisationId> = BTreeSet::new();
    let mut works = Vec::with_capacity(desks.len());
    for desk in desks {
        let known = desk.own.organisations().await?.into_iter();
        let gone: BTreeSet<OrganisationId> = known.filter(|it| it.gone).map(|it| it.id).collect();
        let mut offices = desk.offices().await;
        offices.retain(|office| !gone.contains(&office.id) && taken.insert(office.id));
        works.push((Arc::clone(desk), offices));
    }
    Ok(works)
}
