//! Departures: which records left a kind or the places they belonged to, for views that hold them as they were.

use doorward_domain::OrganisationId;
use serde::Serialize;
use uuid::Uuid;

use super::change::Change;
use super::dialect::Column;
use super::{Error, Script, Statement, records};

#[derive(Serialize)]
struct Departed<'a> {
    kind: &'static str,
    id: Uuid,
    places: &'a str,
    shelf: &'static str,
    kind_order: usize,
    revision: u64,
}

/// Notes what left. That a record came back needs no note: the feed compares with what is there.
pub(super) fn note(
    script: &mut Script,
    organisation: OrganisationId,
    changes: &[Change],
) -> Result<(), Error> {
    let departed = changes.iter().filter_map(|change| {
        let was = change.was.as_ref()?;
        let stayed = was.kind == change.kind && was.places == change.row.places;
        (!stayed).then(|| Departed {
            kind: was.kind.key(),
            id: change.id,
            places: &was.places,
            shelf: change.row.shelf,
            kind_order: records::order(was.kind),
            revision: change.revision,
        })
    });
    let departed: Vec<_> = departed.collect();
    if departed.is_empty() {
        return Ok(());
    }
    let columns = [
        Column::Text("kind"),
        Column::Text("id"),
        Column::Text("places"),
        Column::Text("shelf"),
        Column::Number("kind_order"),
        Column::Number("revision"),
    ];
    let names = columns.map(Column::name).join(", ");
    let sql = format!(
        "INSERT INTO departure (organisation, {names}) SELECT $1, {names} FROM {} WHERE true
        ON CONFLICT (organisation, kind, id, places) DO UPDATE SET revision = excluded.revision",
        script.dialect().rows("$2", "gone", &columns)
    );
    script.add(Statement::new(sql).id(organisation).set(&departed)?);
    Ok(())
}
