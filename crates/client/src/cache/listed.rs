//! Memberships as lists show them: each with what is known of it besides, in the order that was asked for.

use std::collections::BTreeMap;

use doorward_copy::{Beside, records_beside};
use doorward_domain::{
    Contact, Delivery, Held, MemberActivity, Membership, MembershipId, Record, Signed, Version,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::answers::{Row, RowColumns, read};
use super::{Cache, id_set, to_json};
use crate::error::Result;

/// One membership of a list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) membership: Held<Membership>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) delivery: Option<Delivery>,
    pub(crate) activity: Option<MemberActivity>,
}

impl Listed {
    /// The membership of a row, if it is one.
    pub(super) fn of(row: Row) -> Option<Self> {
        let Record::Membership(it) = row.record else {
            return None;
        };
        Some(Self::held(*it, Version::Revision(row.revision), row.signed))
    }

    /// A membership of which nothing else is known yet.
    pub(crate) const fn held(it: Membership, version: Version, signed: Option<Signed>) -> Self {
        Self {
            membership: Held {
                value: it,
                version,
                signed,
            },
            contacts: Vec::new(),
            delivery: None,
            activity: None,
        }
    }

    /// What is known besides.
    pub(crate) fn beside(&self) -> Beside<'_> {
        Beside {
            contacts: &self.contacts,
            delivery: self.delivery.as_ref(),
            activity: self.activity.as_ref(),
        }
    }
}

impl Cache {
    /// The memberships with these numbers, in their order.
    pub(crate) async fn listed(&self, numbers: &[i64]) -> Result<Vec<Listed>> {
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        let mut reader = self.database.read().await?;
        let rows: Vec<RowColumns> = sqlx::query_as(
            "SELECT r.body, r.revision, r.signed FROM json_each(?) AS it CROSS JOIN record r ON r.number = it.value \
             ORDER BY it.key",
        )
        .bind(to_json(&numbers)?)
        .fetch_all(&mut *reader)
        .await?;
        let mut listed = Vec::with_capacity(rows.len());
        for columns in rows {
            listed.extend(Listed::of(read(columns)?));
        }
        beside(&mut reader, &mut listed).await?;
        Ok(listed)
    }

    /// The numbers of the rows of these memberships, as far as there are rows.
    pub(crate) async fn numbers(&self, ids: &[MembershipId]) -> Result<Vec<i64>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = "SELECT number FROM record WHERE shelf = 'membership' \
                   AND id IN (SELECT unhex(value) FROM json_each(?))";
        Ok(sqlx::query_scalar(sql)
            .bind(id_set(ids.iter().map(|id| id.0)))
            .fetch_all(&mut *self.database.read().await?)
            .await?)
    }

    /// What is known besides of one membership, by its rows.
    pub(crate) async fn rows_beside(
        &self,
        id: MembershipId,
    ) -> Result<(Option<Delivery>, Option<MemberActivity>)> {
        let mut reader = self.database.read().await?;
        let (mut delivery, mut activity) = (None, None);
        for record in records_beside(&mut reader, [id.0]).await? {
            match record {
                Record::Delivery(it) => delivery = Some(it),
                Record::MemberActivity(it) => activity = Some(it),
                Record::Organisation(_)
                | Record::Settings(_)
                | Record::Level(_)
                | Record::Room(_)
                | Record::Site(_)
                | Record::Staff(_)
                | Record::Membership(_)
                | Record::MemberContact(_)
                | Record::Link(_) => {}
            }
        }
        Ok((delivery, activity))
    }
}

/// Reads what is known besides of memberships.
pub(super) async fn beside(reader: &mut SqliteConnection, listed: &mut [Listed]) -> Result<()> {
    let ids: Vec<Uuid> = listed.iter().map(|it| it.membership.id.0).collect();
    let records = records_beside(reader, ids).await?;
    let mut places: BTreeMap<MembershipId, &mut Listed> =
        listed.iter_mut().map(|it| (it.membership.id, it)).collect();
    for record in records {
        match record {
            Record::MemberContact(it) => {
                if let Some(of) = places.get_mut(&it.membership) {
                    of.contacts = it.contacts;
                }
            }
            Record::Delivery(it) => {
                if let Some(of) = places.get_mut(&it.membership) {
                    of.delivery = Some(it);
                }
            }
            Record::MemberActivity(it) => {
                if let Some(of) = places.get_mut(&it.membership) {
                    of.activity = Some(it);
                }
            }
            Record::Organisation(_)
            | Record::Settings(_)
            | Record::Level(_)
            | Record::Room(_)
            | Record::Site(_)
            | Record::Staff(_)
            | Record::Membership(_)
            | Record::Link(_) => {}
        }
    }
    Ok(())
}
