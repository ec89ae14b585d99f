//! Every place where somebody's row can stand.

use anyhow::Result;
use doorward_domain::{Account, Grant, Membership, Preset, Sent, Side, Status};

use super::scene::{self, NOW, days_ago};
use crate::cast;

const ORGANISATION: Side = Side::Organisation;
const PERSON: Side = Side::Person;
const REVOKED: Status = Status::Cancelled { by: ORGANISATION };
const LEFT: Status = Status::Ended {
    by: PERSON,
    suspended: false,
};
const LEFT_PAUSED: Status = Status::Ended {
    by: PERSON,
    suspended: true,
};
const SHUT_OUT: Status = Status::Ended {
    by: ORGANISATION,
    suspended: false,
};

/// A row of somebody in every place, with what the place is called.
pub fn all(anna: &Account) -> Result<Vec<(&'static str, Membership)>> {
    let mut rows = open(anna)?;
    rows.extend(approved(anna));
    rows.extend(closed(anna)?);
    Ok(rows)
}

fn open(anna: &Account) -> Result<Vec<(&'static str, Membership)>> {
    let by_organisation = Status::Initiated { by: ORGANISATION };
    Ok(vec![
        ("invited", invited(anna, by_organisation, 7)?),
        ("invited, term passed", invited(anna, by_organisation, -1)?),
        (
            "requested",
            scene::row(anna, Status::Initiated { by: PERSON }),
        ),
    ])
}

fn approved(anna: &Account) -> Vec<(&'static str, Membership)> {
    let row = || scene::row(anna, Status::Approved);
    let staff = || Grant::of(Preset::Staff);
    let ahead = Grant {
        starts_at: Some(NOW.plus_days(2)),
        ..staff()
    };
    let over = Grant {
        ends_at: Some(days_ago(1)),
        ..staff()
    };
    vec![
        ("approved", row()),
        (
            "approved, paused",
            Membership {
                suspended: true,
                ..row()
            },
        ),
        (
            "approved, not started",
            Membership {
                grant: Some(ahead),
                ..row()
            },
        ),
        (
            "approved, lapsed",
            Membership {
                grant: Some(over),
                ..row()
            },
        ),
    ]
}

fn closed(anna: &Account) -> Result<Vec<(&'static str, Membership)>> {
    let at = |status| scene::row(anna, status);
    Ok(vec![
        (
            "request declined",
            at(Status::Rejected { by: ORGANISATION }),
        ),
        (
            "invitation declined",
            invited(anna, Status::Rejected { by: PERSON }, 7)?,
        ),
        ("request cancelled", at(Status::Cancelled { by: PERSON })),
        ("invitation revoked", invited(anna, REVOKED, 7)?),
        ("superseded", at(Status::Cancelled { by: Side::System })),
        ("ended by organisation", at(SHUT_OUT)),
        ("left", at(LEFT)),
        ("left while paused", at(LEFT_PAUSED)),
        ("expired", at(Status::Expired { by: ORGANISATION })),
    ])
}

/// A row that Olga began by an invitation whose term ends in that many days.
fn invited(anna: &Account, status: Status, days: i64) -> Result<Membership> {
    let giver = doorward_domain::signed(&scene::signed_in(cast::OLGA)?, days_ago(3));
    let sent = Sent {
        giver: giver.clone(),
        expires_at: days_ago(-days),
        generation: 1,
        sent_at: None,
        locale: None,
        message: None,
    };
    let unanswered = matches!(status, Status::Initiated { .. } | Status::Cancelled { .. });
    Ok(Membership {
        person: (!unanswered).then_some(anna.person),
        begun: giver,
        invitation: Some(sent),
        asked: None,
        ..scene::row(anna, status)
    })
}
