//! Every place where Anna's row can stand.

use doorward_domain::{Grant, Membership, OwnershipOffer, Preset, Side, Status};

use super::actors;
use crate::casebook::{ANNA, Casebook, NEW, OLGA};

/// Where the row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is none.
    Absent,
    /// Invited.
    Invited,
    /// Invited, and the term has passed.
    InvitedPast,
    /// Asks to join.
    Requested,
    /// Approved and in force, as Staff.
    Approved,
    /// Approved and in force, with an offer of ownership.
    Offered,
    /// Approved and paused.
    Suspended,
    /// Approved, and its end has passed.
    Lapsed,
    /// Approved, and its start has not come.
    Ahead,
    /// A request that was declined.
    RequestDeclined,
    /// An invitation that was declined.
    InvitationDeclined,
    /// A request taken back.
    RequestCancelled,
    /// An invitation taken back.
    InvitationRevoked,
    /// A request that gave way.
    RequestSuperseded,
    /// An invitation that gave way.
    InvitationSuperseded,
    /// Ended by the organisation.
    Ended,
    /// Left.
    Left,
    /// Left while paused.
    LeftSuspended,
    /// Expired.
    Expired,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Absent,
        Self::Invited,
        Self::InvitedPast,
        Self::Requested,
        Self::Approved,
        Self::Offered,
        Self::Suspended,
        Self::Lapsed,
        Self::Ahead,
        Self::RequestDeclined,
        Self::InvitationDeclined,
        Self::RequestCancelled,
        Self::InvitationRevoked,
        Self::RequestSuperseded,
        Self::InvitationSuperseded,
        Self::Ended,
        Self::Left,
        Self::LeftSuspended,
        Self::Expired,
    ];

    /// The organisation in which the row stands there.
    pub fn book(self) -> Casebook {
        let mut book = actors::book();
        if let Some(row) = self.row(&book) {
            book.put_row(row, vec![ANNA.contact()]);
        }
        book
    }

    /// Puts the row into another case.
    pub fn row(self, book: &Casebook) -> Option<Membership> {
        let (organisation, person, system) = (Side::Organisation, Side::Person, Side::System);
        let closed = |status| Membership {
            decided: (!matches!(status, Status::Initiated { .. }))
                .then(|| book.signed_by(OLGA, -2)),
            ..book.row_of(ANNA, status)
        };
        let sent = |status, until| Membership {
            person: None,
            asked: None,
            grant: Some(Grant::of(Preset::Staff)),
            invitation: Some(book.sent_by(OLGA, until)),
            ..closed(status)
        };
        let held = |status| Membership {
            grant: Some(Grant::of(Preset::Staff)),
            ..closed(status)
        };
        let dated = |change: fn(&mut Grant, &Casebook)| {
            let mut grant = Grant::of(Preset::Staff);
            change(&mut grant, book);
            Membership {
                grant: Some(grant),
                ..closed(Status::Approved)
            }
        };
        let ended = |by, suspended| Membership {
            suspended,
            ..held(Status::Ended { by, suspended })
        };
        Some(match self {
            Self::Absent => return None,
            Self::Invited => sent(Status::Initiated { by: organisation }, 4),
            Self::InvitedPast => sent(Status::Initiated { by: organisation }, -1),
            Self::Requested => closed(Status::Initiated { by: person }),
            Self::Approved => held(Status::Approved),
            Self::Offered => Membership {
                offer: Some(offer(book)),
                ..held(Status::Approved)
            },
            Self::Suspended => Membership {
                suspended: true,
                ..held(Status::Approved)
            },
            Self::Lapsed => dated(|grant, book| grant.ends_at = Some(book.now)),
            Self::Ahead => dated(|grant, book| grant.starts_at = Some(book.day(1))),
            Self::RequestDeclined => closed(Status::Rejected { by: organisation }),
            Self::InvitationDeclined => Membership {
                person: Some(ANNA.id()),
                ..sent(Status::Rejected { by: person }, 4)
            },
            Self::RequestCancelled => closed(Status::Cancelled { by: person }),
            Self::InvitationRevoked => sent(Status::Cancelled { by: organisation }, 4),
            Self::RequestSuperseded => closed(Status::Cancelled { by: system }),
            Self::InvitationSuperseded => sent(Status::Cancelled { by: system }, 4),
            Self::Ended => ended(organisation, false),
            Self::Left => ended(person, false),
            Self::LeftSuspended => ended(person, true),
            Self::Expired => held(Status::Expired { by: organisation }),
        })
    }

    /// Whether it is approved, in force or not.
    pub const fn is_approved(self) -> bool {
        matches!(
            self,
            Self::Approved | Self::Offered | Self::Suspended | Self::Lapsed | Self::Ahead
        )
    }
}

/// What Olga offered two days ago.
fn offer(book: &Casebook) -> OwnershipOffer {
    OwnershipOffer {
        by: book.signed_by(OLGA, -2),
        step_down: false,
        expires_at: book.day(5),
    }
}

/// Where Anna's row and the new one stand after a command: the row if it is the one that moved, both if both did.
pub fn moved(before: &Casebook, after: &Casebook) -> String {
    let id = ANNA.membership();
    let row = after.find(id).map(name);
    let new = after.find(NEW).map(|row| format!("new {}", name(row)));
    match (row, new) {
        (Some(row), Some(new)) if before.find(id).map(name).as_ref() == Some(&row) => new,
        (Some(row), Some(new)) => format!("{new}, {row}"),
        (Some(row), None) => row,
        (None, Some(new)) => new,
        (None, None) => "nothing".to_owned(),
    }
}

fn name(row: &Membership) -> String {
    let side = |by| match by {
        Side::Organisation => "organisation",
        Side::Person => "person",
        Side::System => "system",
    };
    match row.status {
        Status::Initiated { by: Side::Person } => "requested".to_owned(),
        Status::Initiated { .. } => "invited".to_owned(),
        Status::Approved if row.suspended => "paused".to_owned(),
        Status::Approved => "approved".to_owned(),
        Status::Rejected { by } => format!("rejected by {}", side(by)),
        Status::Cancelled { by } => format!("cancelled by {}", side(by)),
        Status::Ended { by, .. } => format!("ended by {}", side(by)),
        Status::Expired { by } => format!("expired by {}", side(by)),
    }
}
