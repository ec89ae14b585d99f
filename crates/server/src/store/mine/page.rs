//! Pages of a person's own rows, each row read from where it is kept.

use doorward_domain::{
    About, DeviceId, LinkId, MembershipId, Moment, NoticeKind, OrganisationId, PersonId, Record,
};
use doorward_protocol::{
    MyDevice, MyGone, MyKind, MyMembership, MyNotice, MyRecord, MySentRecord, MySums,
};
use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use crate::store::accounts;
use crate::store::sessions::Surface;
use crate::store::values::read;
use crate::store::{Error, Tx, id};

/// Where a page of a person's rows begins: after this revision, kind and id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The person's revision.
    pub revision: u64,
    /// The kind of row.
    pub kind: String,
    /// The row.
    pub id: String,
}

/// One line of a person's own feed.
#[derive(Debug)]
pub enum Line {
    /// A row in its latest state.
    Record(MySentRecord),
    /// A row that is there no more.
    Gone(MyGone),
}

pub(super) const ROW: &str = "SELECT m.kind, m.id, m.revision, m.gone, r.body, o.body AS home,
        s.name AS device_name, s.surface, s.made_at, s.seen_at, s.expires_at,
        b.kind AS about, b.organisation, b.organisation_name, b.subject, b.name, b.contact, b.author,
        b.made_at AS told_at, b.read_at
    FROM mine_row m
    LEFT JOIN record r ON r.organisation = m.organisation AND r.shelf = 'membership' AND r.id = m.id
    LEFT JOIN record o ON o.organisation = m.organisation AND o.shelf = 'organisation' AND o.id = m.organisation
    LEFT JOIN session s ON m.kind = 'device' AND s.device = m.id
    LEFT JOIN bell b ON m.kind = 'notice' AND b.id = m.id";

/// The revision of a person's rows; 0 when nothing is known of them.
pub async fn revision(tx: &mut Tx, person: PersonId) -> Result<u64, Error> {
    let query = sqlx::query("SELECT revision FROM mine WHERE person = $1").bind(person.to_string());
    let row = query.fetch_optional(tx.conn()).await?;
    Ok(row
        .map(|row| row.try_get::<i64, _>("revision"))
        .transpose()?
        .unwrap_or(0)
        .cast_unsigned())
}

/// A page of a person's rows in the order of their changes, each with its place. What went at or before `floor` needs
/// not to be told.
pub async fn page(
    tx: &mut Tx,
    person: PersonId,
    after: &Place,
    floor: u64,
    most: usize,
) -> Result<Vec<(Place, Line)>, Error> {
    let sql = format!(
        "{ROW} WHERE m.person = $1 AND (m.revision, m.kind, m.id) > ($2, $3, $4) AND (m.gone = 0 OR m.revision > $6)
        ORDER BY m.revision, m.kind, m.id LIMIT $5"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(person.to_string())
        .bind(after.revision.cast_signed())
        .bind(after.kind.as_str())
        .bind(after.id.as_str())
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .bind(floor.cast_signed())
        .fetch_all(tx.conn())
        .await?;
    let mut page = Vec::with_capacity(rows.len());
    for row in &rows {
        let place = place(row)?;
        let line = line(tx, person, row, &place).await?;
        page.extend(line.map(|line| (place, line)));
    }
    Ok(page)
}

/// What a person has of one kind, the change longest ago first.
pub async fn held(
    tx: &mut Tx,
    person: PersonId,
    kind: MyKind,
    most: usize,
) -> Result<Vec<MyRecord>, Error> {
    let sql = format!(
        "{ROW} WHERE m.person = $1 AND m.kind = $2 AND m.gone = 0 ORDER BY m.revision, m.id LIMIT $3"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(person.to_string())
        .bind(kind.key())
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(tx.conn())
        .await?;
    let mut held = Vec::with_capacity(rows.len());
    for row in &rows {
        if let Some(Line::Record(sent)) = line(tx, person, row, &place(row)?).await? {
            held.push(sent.record);
        }
    }
    Ok(held)
}

/// A person's rows in one organisation that are no open invitations, the newest change first.
pub async fn held_in(
    tx: &mut Tx,
    person: PersonId,
    organisation: OrganisationId,
) -> Result<Vec<MyMembership>, Error> {
    let sql = format!(
        "{ROW} WHERE m.person = $1 AND m.kind = $2 AND m.organisation = $3 AND m.gone = 0 \
         ORDER BY m.revision DESC, m.id"
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(person.to_string())
        .bind(MyKind::Membership.key())
        .bind(organisation.to_string())
        .fetch_all(tx.conn())
        .await?;
    let mut held = Vec::with_capacity(rows.len());
    for row in &rows {
        held.extend(membership(row, &place(row)?.id)?.map(|it| *it));
    }
    Ok(held)
}

fn place(row: &AnyRow) -> Result<Place, Error> {
    Ok(Place {
        revision: row.try_get::<i64, _>("revision")?.cast_unsigned(),
        kind: row.try_get("kind")?,
        id: row.try_get("id")?,
    })
}

async fn line(
    tx: &mut Tx,
    person: PersonId,
    row: &AnyRow,
    place: &Place,
) -> Result<Option<Line>, Error> {
    let Some(kind) = kind(&place.kind) else {
        return Ok(None);
    };
    let gone = row.try_get::<i64, _>("gone")? != 0;
    let record = match kind {
        _ if gone => None,
        MyKind::Account => accounts::account_of(tx, person)
            .await?
            .map(MyRecord::Account),
        MyKind::Invitation => membership(row, &place.id)?.map(MyRecord::Invitation),
        MyKind::Membership => membership(row, &place.id)?.map(MyRecord::Membership),
        MyKind::Device => device(row)?.map(MyRecord::Device),
        MyKind::Notice => notice(row)?.map(MyRecord::Notice),
    };
    let revision = place.revision;
    Ok(Some(match record {
        Some(record) => Line::Record(MySentRecord { record, revision }),
        None => Line::Gone(MyGone {
            kind,
            id: id(row, "id")?,
            revision,
        }),
    }))
}

fn membership(row: &AnyRow, id: &str) -> Result<Option<Box<MyMembership>>, Error> {
    let bodies: (Option<String>, Option<String>) = (row.try_get("body")?, row.try_get("home")?);
    let (Some(body), Some(home)) = bodies else {
        return Ok(None);
    };
    let read =
        |text: &str| serde_json::from_str::<Record>(text).map_err(Error::unreadable("record", id));
    let (Record::Membership(membership), Record::Organisation(home)) = (read(&body)?, read(&home)?)
    else {
        return Ok(None);
    };
    Ok(Some(Box::new(MyMembership {
        organisation: home.id,
        organisation_name: home.name,
        membership: *membership,
    })))
}

fn device(row: &AnyRow) -> Result<Option<MyDevice>, Error> {
    let Some(name) = row.try_get::<Option<String>, _>("device_name")? else {
        return Ok(None);
    };
    let surface: String = row.try_get("surface")?;
    Ok(Some(MyDevice {
        id: id::<DeviceId>(row, "id")?,
        name,
        browser: surface == Surface::Browser.key(),
        made_at: Moment(row.try_get("made_at")?),
        last_seen_on: Moment(row.try_get("seen_at")?).day(),
        expires_at: Moment(row.try_get("expires_at")?),
    }))
}

pub(super) fn notice(row: &AnyRow) -> Result<Option<MyNotice>, Error> {
    let Some(about) = row.try_get::<Option<String>, _>("about")? else {
        return Ok(None);
    };
    let of: String = row.try_get("id")?;
    let text = |column| -> Result<Option<String>, Error> { Ok(row.try_get(column)?) };
    let name = |column| text(column)?.map(|it| read(&it, &of)).transpose();
    let (subject, organisation) = (
        id(row, "subject")?,
        OrganisationId(id(row, "organisation")?),
    );
    Ok(Some(MyNotice {
        id: id(row, "id")?,
        about: if about == NoticeKind::LinkLostRight.key() {
            About::Link(LinkId(subject))
        } else if of_management(&about) || subject == organisation.0 {
            About::Organisation(OrganisationId(subject))
        } else {
            About::Membership(MembershipId(subject))
        },
        kind: about,
        organisation,
        organisation_name: read(&row.try_get::<String, _>("organisation_name")?, &of)?,
        name: name("name")?,
        contact: text("contact")?.map(|it| read(&it, &of)).transpose()?,
        by: name("author")?,
        at: Moment(row.try_get("told_at")?),
        read: row.try_get::<Option<i64>, _>("read_at")?.is_some(),
    }))
}

/// Whether an entry is about management, and so about an organisation as a whole.
fn of_management(kind: &str) -> bool {
    use NoticeKind as K;
    let kinds = [
        K::ManagementProposed,
        K::ManagementAccepted,
        K::ManagementEnded,
    ];
    kinds.iter().any(|it| it.key() == kind)
}

/// Per kind, how many rows a person has and their sum.
pub async fn sums(tx: &mut Tx, person: PersonId) -> Result<MySums, Error> {
    let rows =
        sqlx::query("SELECT kind, id, revision FROM mine_row WHERE person = $1 AND gone = 0")
            .bind(person.to_string())
            .fetch_all(tx.conn())
            .await?;
    let mut sums: MySums = MyKind::ALL
        .into_iter()
        .map(|kind| (kind, doorward_protocol::Sum::default()))
        .collect();
    for row in &rows {
        let place = place(row)?;
        if let Some(sum) = kind(&place.kind).and_then(|kind| sums.get_mut(&kind)) {
            sum.add(id(row, "id")?, place.revision);
        }
    }
    Ok(sums)
}

fn kind(key: &str) -> Option<MyKind> {
    MyKind::ALL.into_iter().find(|kind| kind.key() == key)
}
