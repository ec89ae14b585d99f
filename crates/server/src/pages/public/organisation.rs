//! An organisation's page: its listed members, and the ways to its application and to one's own membership (BEL-6, BEL-25,
//! BEL-26).

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use doorward_domain::{OrganisationId, PersonId};
use doorward_protocol::Code;

use crate::pages::layout::Shell;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::public::{Listed, listing};
use crate::store::{self, mine};
use crate::text::{Value, initials};

/// Members on one page.
const SHOWN: usize = 200;

#[derive(Debug, Template)]
#[template(path = "pages/organisation.html")]
struct Page {
    shell: Shell,
    count: String,
    members: Vec<Line>,
    /// The pages before and after this one.
    before: Option<String>,
    after: Option<String>,
    application: Option<String>,
    is_mine: bool,
}

/// One member in the list.
#[derive(Debug)]
struct Line {
    person: PersonId,
    name: String,
    initials: String,
    position: Option<String>,
}

/// The page.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let found = match id.parse::<OrganisationId>() {
        Ok(id) => listing(&visitor.app, id).await,
        Err(_) => Ok(None),
    };
    let found = found.map_err(|error| visitor.broken(error))?;
    let listing = found.ok_or_else(|| visitor.broken(Code::NotFound))?;
    let is_mine = is_mine(&visitor, listing.organisation).await?;
    let first = visitor.query("from").and_then(|it| it.parse().ok());
    let first: usize = first.unwrap_or_default();
    let total = listing.members.len();
    let at = |from: usize| format!("/o/{}?from={from}", listing.organisation);
    let takes = listing.takes_requests && !is_mine;
    let page = Page {
        shell: visitor
            .shell(listing.name.to_string())
            .about(Some(&listing.name)),
        count: visitor
            .words
            .say_with("public-members", &[("count", Value::from(total))]),
        members: listing
            .members
            .iter()
            .skip(first)
            .take(SHOWN)
            .map(line)
            .collect(),
        before: (first > 0).then(|| at(first.saturating_sub(SHOWN))),
        after: (first.saturating_add(SHOWN) < total).then(|| at(first + SHOWN)),
        application: takes.then(|| format!("/c/{}", listing.organisation)),
        is_mine,
    };
    Ok(visitor.page(StatusCode::OK, &page))
}

fn line(it: &Listed) -> Line {
    Line {
        person: it.person,
        name: it.name.to_string(),
        initials: initials(it.name.as_str()),
        position: it.position.as_ref().map(ToString::to_string),
    }
}

/// Whether who is signed in has a membership there.
async fn is_mine(visitor: &Visitor, organisation: OrganisationId) -> Result<bool, Early> {
    let Some(device) = &visitor.device else {
        return Ok(false);
    };
    let held = async || -> Result<_, store::Error> {
        let mut tx = visitor.app.store().snapshot().await?;
        mine::held_in(&mut tx, device.account.person, organisation).await
    };
    let held = held().await.map_err(|error| visitor.broken(error))?;
    Ok(held.iter().any(|it| it.membership.status.is_live()))
}
