//! What the columns beside a record's body say: only what lookups and lists ask for, taken from the record itself.

use doorward_domain::{LevelRef, Membership, Permission, Record};
use uuid::Uuid;

/// The extracted columns of one record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) person: Option<Uuid>,
    pub(crate) level: Option<String>,
    pub(crate) live: bool,
    pub(crate) decides: bool,
    pub(crate) since_at: i64,
}

impl Columns {
    /// The columns of a record.
    pub(crate) fn of(record: &Record) -> Self {
        match record {
            Record::Membership(it) => Self::of_membership(it),
            Record::Link(it) => Self {
                level: Some(it.level.to_string()),
                live: !it.closed,
                ..Self::default()
            },
            Record::Organisation(_)
            | Record::Settings(_)
            | Record::Level(_)
            | Record::Room(_)
            | Record::Site(_)
            | Record::Staff(_)
            | Record::MemberContact(_)
            | Record::Delivery(_)
            | Record::MemberActivity(_) => Self::default(),
        }
    }

    fn of_membership(it: &Membership) -> Self {
        let grant = it.grant.as_ref();
        Self {
            person: it.person.map(|person| person.0),
            level: grant.map(|grant| grant.level.to_string()),
            live: it.status.is_live(),
            decides: grant.is_some_and(|grant| grant.extras.has(Permission::RequestsDecide)),
            since_at: waits_since(it),
        }
    }
}

/// The instant since which a membership has been as it is, as lists order it.
fn waits_since(it: &Membership) -> i64 {
    it.asked
        .as_ref()
        .map_or(it.begun.at, |asked| asked.waits_since)
        .0
}

/// The levels that hold `requests.decide`, as the column spells them: presets and the own levels given.
pub fn deciding_levels(own: impl IntoIterator<Item = doorward_domain::Level>) -> Vec<String> {
    let decides = Permission::RequestsDecide;
    let presets = doorward_domain::Preset::ALL
        .into_iter()
        .filter(|it| it.permissions().has(decides))
        .map(LevelRef::Preset);
    let own = own
        .into_iter()
        .filter(|it| it.permissions.has(decides))
        .map(|it| LevelRef::Own(it.id));
    presets.chain(own).map(|level| level.to_string()).collect()
}
