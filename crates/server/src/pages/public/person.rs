//! A member's page: the organisations that list them (BEL-7).

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use doorward_domain::{OrganisationId, PersonId};
use doorward_protocol::Code;

use crate::pages::layout::Shell;
use crate::pages::visitor::{Answer, Visitor};
use crate::public::listings_of;
use crate::text::initials;

#[derive(Debug, Template)]
#[template(path = "pages/person.html")]
struct Page {
    shell: Shell,
    initials: String,
    listings: Vec<Line>,
}

/// One organisation in the list.
#[derive(Debug)]
struct Line {
    organisation: OrganisationId,
    name: String,
    initials: String,
    position: Option<String>,
    since: String,
}

/// The page; whoever is listed nowhere has none, as somebody who does not exist.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let listed = match id.parse::<PersonId>() {
        Ok(id) => listings_of(&visitor.app, id).await,
        Err(_) => Ok(Vec::new()),
    };
    let listed = listed.map_err(|error| visitor.broken(error))?;
    let first = listed.first();
    let name = first.ok_or_else(|| visitor.broken(Code::NotFound))?;
    let name = name.name.to_string();
    let words = visitor.words;
    let page = Page {
        initials: initials(&name),
        shell: visitor.shell(name),
        listings: listed
            .iter()
            .map(|it| Line {
                organisation: it.organisation,
                name: it.organisation_name.to_string(),
                initials: initials(it.organisation_name.as_str()),
                position: it.position.as_ref().map(ToString::to_string),
                since: words.say_of("me-since", "when", &words.date(it.since)),
            })
            .collect(),
    };
    Ok(visitor.page(StatusCode::OK, &page))
}
