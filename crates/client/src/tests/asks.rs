//! Questions as tests ask them: everything, of the one organisation there is.

use doorward_domain::MembershipId;

use super::cast::{HERE, Seat};
use crate::contract::{
    InvitationTab, InvitationsAsk, PeopleAsk, RequestAsk, RequestsAsk, RequestsView,
};
use crate::view;

pub(super) fn people() -> PeopleAsk {
    PeopleAsk {
        organisation: HERE,
        search: None,
        states: None,
        level: None,
        room: None,
        unseen_days: None,
        sort: None,
        descending: None,
        offset: None,
        limit: None,
    }
}

pub(super) fn requests() -> RequestsAsk {
    RequestsAsk {
        organisation: None,
        search: None,
        came_by: None,
        waiting_days: None,
        snoozed: None,
        offset: None,
        limit: None,
    }
}

pub(super) fn request(membership: MembershipId) -> RequestAsk {
    RequestAsk {
        organisation: HERE,
        membership,
    }
}

pub(super) fn invitations(tab: InvitationTab) -> InvitationsAsk {
    InvitationsAsk {
        organisation: HERE,
        tab,
        search: None,
        offset: None,
        limit: None,
    }
}

/// The requests of everything that is worked in at a desk.
pub(super) async fn list(seat: &Seat, ask: &RequestsAsk) -> RequestsView {
    let offices = seat.desk.offices().await;
    view::requests(&seat.desk, &offices, ask, view::window(ask))
        .await
        .unwrap()
}
