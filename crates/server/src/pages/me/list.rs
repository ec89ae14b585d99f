//! The list: what is open or holds on top, what is past folded below.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{LevelRef, StatusName};
use doorward_protocol::{MyKind, MyMembership, MyRecord};

use super::row::{self, Leave, Row};
use crate::accounts::SignedInDevice;
use crate::pages::layout::Shell;
use crate::pages::next;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::store::{self, letter_facts, mine};
use crate::text::Value;

/// Most memberships shown.
const MOST: usize = 500;

#[derive(Debug, Template)]
#[template(path = "pages/me.html")]
struct Page {
    shell: Shell,
    said: Option<Said>,
    rows: Vec<Row>,
    past: Vec<Row>,
    past_title: String,
}

impl Page {
    fn anything(&self) -> bool {
        !(self.rows.is_empty() && self.past.is_empty())
    }
}

/// What came of what was pressed.
#[derive(Debug)]
pub struct Said {
    /// In words.
    pub text: String,
    /// Whether it was refused.
    pub refused: bool,
}

/// The first page.
pub async fn home(visitor: Visitor) -> Response {
    visitor.go(if visitor.device.is_some() {
        "/me"
    } else {
        "/sign-in"
    })
}

/// The list.
pub async fn show(visitor: Visitor) -> Answer {
    let Some(device) = &visitor.device else {
        return Ok(visitor.go(&next::with("/sign-in", Some("/me"))));
    };
    list(&visitor, device, None).await
}

/// The list, with what came of what was pressed.
pub async fn list(visitor: &Visitor, device: &SignedInDevice, said: Option<Said>) -> Answer {
    let (rows, past) = rows(visitor, device).await?;
    let count = [("count", Value::from(past.len()))];
    let page = Page {
        shell: visitor.shell(visitor.words.say("me-title")),
        past_title: visitor.words.say_with("me-past", &count),
        said,
        rows,
        past,
    };
    Ok(visitor.page(StatusCode::OK, &page))
}

/// What is shown, invitations first and then the newest, and what is past.
async fn rows(visitor: &Visitor, device: &SignedInDevice) -> Result<(Vec<Row>, Vec<Row>), Early> {
    let broken = |error: store::Error| visitor.broken(error);
    let invited = held(visitor, device, MyKind::Invitation).await;
    let found = held(visitor, device, MyKind::Membership).await;
    let (mut rows, mut past) = (Vec::new(), Vec::new());
    for (mine, level) in invited.map_err(broken)? {
        rows.extend(row::invited(visitor, device, &mine, level.as_deref()).await?);
    }
    for (mine, level) in found.map_err(broken)? {
        let level = level.as_deref();
        match mine.membership.status.name() {
            StatusName::Requested | StatusName::Invited | StatusName::Approved => {
                rows.push(row::live(visitor, device, &mine, level).await?);
            }
            StatusName::Ended | StatusName::Expired => past.push(row::of(visitor, &mine, level)),
            // OLV-31, OLV-33: hidden.
            StatusName::Cancelled | StatusName::Rejected => {}
        }
    }
    Ok((rows, past))
}

/// The person's rows of a kind, the newest first, each with the name of its own level, if it has one.
async fn held(
    visitor: &Visitor,
    device: &SignedInDevice,
    kind: MyKind,
) -> Result<Vec<(MyMembership, Option<String>)>, store::Error> {
    let mut tx = visitor.app.store().snapshot().await?;
    let held = mine::held(&mut tx, device.account.person, kind, MOST).await?;
    let mut found = Vec::new();
    for record in held {
        let (MyRecord::Membership(mine) | MyRecord::Invitation(mine)) = record else {
            continue;
        };
        let level = match mine.membership.grant.as_ref().map(|grant| grant.level) {
            Some(LevelRef::Own(id)) => letter_facts::names(&mut tx, mine.organisation, &[id])
                .await?
                .1
                .pop(),
            Some(LevelRef::Preset(_)) | None => None,
        };
        found.push((*mine, level.map(|level| level.name.to_string())));
    }
    found.sort_by_key(|(it, _)| std::cmp::Reverse((it.membership.begun.at, it.membership.id)));
    Ok(found)
}
