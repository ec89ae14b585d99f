//! Changing what a staff record says.

use serde::{Deserialize, Serialize};

use super::StaffRecord;
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;
use crate::record::Version;
use crate::refusal::Refusal;
use crate::{Name, StaffId};

/// The organisation changes a staff record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ChangeStaffRecord {
    /// Which.
    pub staff: StaffId,
    /// What the person is called from now on.
    pub name: Name,
    /// The position from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Name>,
    /// The version the change is based on.
    pub based_on: Version,
}

impl ChangeStaffRecord {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        case.entitled(Permission::MembersManage)?;
        let before = case
            .staff(self.staff)
            .or_stop()?
            .filter(|it| !it.removed)
            .ok_or(Refusal::NotFound)?;
        let after = StaffRecord {
            name: self.name.clone(),
            position: self.position.clone(),
            ..before.value.clone()
        };
        if before.value == after {
            return Err(Stop::Unchanged);
        }
        case.still_based_on(before, self.based_on)?;
        Ok(vec![Event::StaffRecordChanged {
            before: before.value.clone(),
            after,
        }])
    }
}
