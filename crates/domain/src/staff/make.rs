//! Keeping somebody by name who has no login.

use serde::{Deserialize, Serialize};

use super::StaffRecord;
use crate::case::{Case, Stop};
use crate::event::Event;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::{Name, StaffId};

/// The organisation makes a staff record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct MakeStaffRecord {
    /// The id of the record that comes of it.
    pub staff: StaffId,
    /// What the person is called.
    pub name: Name,
    /// The position in the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Name>,
}

impl MakeStaffRecord {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        case.entitled(Permission::MembersManage)?;
        if case.staff(self.staff).known_and(|it| it.is_some()) {
            return Err(Refusal::Invalid {
                field: "staff".into(),
            }
            .into());
        }
        Ok(vec![Event::StaffRecordMade {
            staff: StaffRecord {
                id: self.staff,
                name: self.name.clone(),
                position: self.position.clone(),
                removed: false,
            },
        }])
    }
}
