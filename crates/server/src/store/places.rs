//! Places: where records belong, each set of rooms and sites under a key. What a view covers is the domain's
//! word; statements only look for the keys it said yes to.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorward_domain::{Belongs, OrganisationId, Places, Record, View};
use serde::Serialize;
use sha2::{Digest, Sha256};
use sqlx::Row;

use super::dialect::Column;
use super::{Error, Script, Statement, Tx};

/// The key of every site.
pub(super) const EVERYWHERE: &str = "";
/// How many letters of a hash tell places apart.
const LETTERS: usize = 22;

/// Places with their key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Place {
    pub key: String,
    pub body: String,
}

/// Where a record says that it belongs; none where it belongs with its membership.
pub(super) fn of(record: &Record) -> Result<Option<Place>, Error> {
    match record.belongs() {
        Belongs::WithMembership => Ok(None),
        Belongs::To(places) => place(&places).map(Some),
    }
}

fn place(places: &Places) -> Result<Place, Error> {
    if places.are_everywhere() {
        return Ok(Place {
            key: EVERYWHERE.to_owned(),
            body: String::new(),
        });
    }
    let body = super::json(places)?;
    let mut key = URL_SAFE_NO_PAD.encode(Sha256::digest(&body));
    key.truncate(LETTERS);
    Ok(Place { key, body })
}

/// Keeps places that records name by their keys.
pub(super) fn keep(
    script: &mut Script,
    organisation: OrganisationId,
    places: &BTreeSet<Place>,
) -> Result<(), Error> {
    let named: Vec<_> = places.iter().filter(|it| it.key != EVERYWHERE).collect();
    if named.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "INSERT INTO place (organisation, key, body) SELECT $1, key, body FROM {} WHERE true
        ON CONFLICT (organisation, key) DO NOTHING",
        script
            .dialect()
            .rows("$2", "named", &[Column::Text("key"), Column::Text("body")])
    );
    script.add(Statement::new(sql).id(organisation).set(&named)?);
    Ok(())
}

/// The places that a view covers.
#[derive(Debug)]
pub(super) enum Covered {
    /// All there are.
    All,
    /// Those with these keys.
    Some(BTreeSet<String>),
}

impl Covered {
    /// Asks the view about every place of an organisation.
    pub(super) async fn by(
        tx: &mut Tx,
        organisation: OrganisationId,
        view: &View,
    ) -> Result<Self, Error> {
        if view.limited_to.is_empty() {
            return Ok(Self::All);
        }
        let mut keys = BTreeSet::from([EVERYWHERE.to_owned()]);
        for (key, places) in all(tx, organisation).await? {
            if view.covers_places(&places) {
                keys.insert(key);
            }
        }
        Ok(Self::Some(keys))
    }

    /// Whether places with this key are among them.
    pub(super) fn has(&self, key: &str) -> bool {
        match self {
            Self::All => true,
            Self::Some(keys) => keys.contains(key),
        }
    }

    /// The keys, as one parameter.
    pub(super) fn keys(&self) -> Result<String, Error> {
        match self {
            Self::All => Ok("[]".to_owned()),
            Self::Some(keys) => super::json(keys),
        }
    }

    /// The condition that a column holds one of the keys in a parameter.
    pub(super) fn condition(&self, tx: &Tx, column: &str, parameter: &str) -> String {
        match self {
            Self::All => String::new(),
            Self::Some(_) => format!("AND {column} IN ({})", tx.dialect().list(parameter)),
        }
    }
}

async fn all(tx: &mut Tx, organisation: OrganisationId) -> Result<BTreeMap<String, Places>, Error> {
    let rows = sqlx::query("SELECT key, body FROM place WHERE organisation = $1")
        .bind(organisation.to_string())
        .fetch_all(tx.conn())
        .await?;
    let mut all = BTreeMap::new();
    for row in rows {
        let (key, body): (String, String) = (row.try_get("key")?, row.try_get("body")?);
        let places = serde_json::from_str(&body).map_err(Error::unreadable("place", &key))?;
        all.insert(key, places);
    }
    Ok(all)
}
