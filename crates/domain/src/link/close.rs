//! Closing a link: its secret is dead for ever.

use serde::{Deserialize, Serialize};

use crate::LinkId;
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;

/// The organisation closes a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct CloseLink {
    /// Which.
    pub link: LinkId,
}

impl CloseLink {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        case.entitled(Permission::InvitationsManage)?;
        let link = case.link(self.link)?;
        if link.closed {
            return Err(Stop::Unchanged);
        }
        Ok(vec![Event::LinkClosed { link: link.id }])
    }
}
