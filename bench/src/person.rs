//! One person of the workload, and the records that stand for them (the mapping is in `bench/README.md`).

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use doorward_domain::{
    Asked, Grant, MemberContact, Membership, MembershipId, Moment, Name, Permission, PermissionSet,
    PersonId, Preset, Record, Side, Signed, Status,
};
use serde::Deserialize;
use uuid::Uuid;

/// The permissions that the eight flags of the workload stand for.
const FLAGS: [(&str, Permission); 8] = [
    ("members", Permission::BookingsOwn),
    ("invites", Permission::BookingsAll),
    ("events", Permission::ClientsView),
    ("finance", Permission::ClientsNote),
    ("contacts", Permission::Sales),
    ("messages", Permission::OnlineBooking),
    ("edit_org", Permission::SpendGoods),
    ("audit", Permission::Discounts),
];

/// One line of members.ndjson.
#[derive(Debug, Clone, Deserialize)]
pub struct Person {
    id: Uuid,
    name: String,
    email: String,
    phone: String,
    status: String,
    access: String,
    perms: BTreeMap<String, bool>,
    position: String,
    visible: bool,
    created_at: i64,
    updated_at: i64,
}

impl Person {
    /// The membership's id.
    pub const fn membership(&self) -> MembershipId {
        MembershipId(self.id)
    }

    /// Whether they are a member and nothing more, so that whoever manages members may change their row.
    pub fn is_plain_member(&self) -> bool {
        self.status == "active" && self.access == "member"
    }

    /// The membership and its contacts, begun by `by`.
    pub fn records(&self, by: &Signed) -> Result<[Record; 2]> {
        let (status, suspended) = match self.status.as_str() {
            "active" => (Status::Approved, false),
            "suspended" => (Status::Approved, true),
            "pending" => (Status::Initiated { by: Side::Person }, false),
            "left" => {
                let left = Status::Ended {
                    by: Side::Person,
                    suspended: false,
                };
                (left, false)
            }
            other => bail!("nobody is {other}"),
        };
        let waits = status == Status::Initiated { by: Side::Person };
        let asked = waits.then_some(Asked {
            note: None,
            answers: Vec::new(),
            link: None,
            // Since now: nobody is reminded of thousands of them while something else is measured.
            waits_since: by.at,
            locale: None,
        });
        let signed = |at| Signed {
            at: Moment(at),
            ..by.clone()
        };
        let membership = Membership {
            id: self.membership(),
            // An identity of its own that needs no other source.
            person: Some(PersonId(Uuid::from_u128(!self.id.as_u128()))),
            name: Some(Name::try_from(self.name.clone())?),
            position: Name::try_from(self.position.clone()).ok(),
            staff: None,
            status,
            grant: (!waits).then(|| self.grant()).transpose()?,
            suspended,
            visible: self.visible,
            begun: signed(self.created_at),
            invitation: None,
            asked,
            decided: (!waits).then(|| signed(self.updated_at)),
            reason: None,
            offer: None,
            approved_at: None,
            end_set_at: None,
        };
        let contacts = [&self.email, &self.phone].map(|it| it.parse());
        let contacts = MemberContact {
            membership: self.membership(),
            contacts: contacts
                .into_iter()
                .collect::<Result<_, _>>()
                .with_context(|| self.email.clone())?,
        };
        Ok([
            Record::Membership(Box::new(membership)),
            Record::MemberContact(contacts),
        ])
    }

    fn grant(&self) -> Result<Grant> {
        let preset = match self.access.as_str() {
            "member" => Preset::Member,
            "manager" => Preset::Manager,
            "admin" => Preset::Administrator,
            "owner" => Preset::Owner,
            other => bail!("there is no level {other}"),
        };
        let has = |flag: &str| self.perms.get(flag).copied().unwrap_or_default();
        let extras: Vec<Permission> = FLAGS
            .iter()
            .filter(|(flag, _)| has(flag))
            .map(|(_, permission)| *permission)
            .collect();
        Ok(Grant {
            extras: PermissionSet::of(&extras),
            ..Grant::of(preset)
        })
    }
}
