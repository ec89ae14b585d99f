//! What the staff sheet saves: all of it or nothing, and once (RES-15, R-34).

use doorward_domain::{Command, CommandId, OrganisationId, Refusal};
use serde_json::json;

use super::cast::{HERE, Seat};
use super::house::desk;
use crate::contract::{Execute, StaffAsk};
use crate::error::{Error, Result};
use crate::view;

const STAFF: &str = "00000000-0000-7000-8000-000000000901";

fn command(value: serde_json::Value) -> Command {
    serde_json::from_value(value).unwrap()
}

fn make() -> Command {
    command(json!({ "type": "make_staff_record", "staff": STAFF, "name": "Mart Kask" }))
}

fn invite(number: u32, contact: &str, staff: Option<&str>) -> Command {
    let membership = format!("00000000-0000-7000-8000-{number:012}");
    let grant = json!({ "level": "staff" });
    let mut value = json!({
        "type": "invite_person", "membership": membership, "contact": contact, "grant": grant, "name": "Mart Kask",
    });
    if let Some(staff) = staff {
        value["staff"] = json!(staff);
    }
    command(value)
}

async fn saved(seat: &Seat, first: Command, second: Command) -> Result<Vec<CommandId>> {
    let save = Execute {
        organisation: HERE,
        command: first,
        and: Some(vec![second]),
    };
    let (organisation, commands): (OrganisationId, _) = save.commands();
    let executed = seat.desk.execute_all(organisation, commands).await?;
    Ok(std::iter::once(executed.id).chain(executed.and).collect())
}

async fn logins(seat: &Seat) -> Vec<bool> {
    let ask = StaffAsk { organisation: HERE };
    let told = view::staff(&seat.desk, &ask).await.unwrap();
    told.rows.iter().map(|it| it.login.is_some()).collect()
}

fn waits(seat: &Seat) -> usize {
    seat.desk.outbox.pending(HERE, 0).len()
}

#[tokio::test]
async fn res_15_a_record_and_its_sign_in_are_saved_together_or_not_at_all() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let earlier = invite(1, "mart@example.ee", None);
    seat.desk.execute(HERE, earlier).await.unwrap();
    let refused = saved(&seat, make(), invite(2, "mart@example.ee", Some(STAFF))).await;
    assert!(
        matches!(refused, Err(Error::Refused(Refusal::AlreadyInvited { .. }))),
        "{refused:?}"
    );
    assert_eq!((waits(&seat), logins(&seat).await), (1, vec![]), "neither");
    // The same sheet is saved again, with the ids it had.
    let done = saved(
        &seat,
        make(),
        invite(2, "mart.kask@example.ee", Some(STAFF)),
    )
    .await;
    assert_eq!(done.unwrap().len(), 2);
    assert_eq!((waits(&seat), logins(&seat).await), (3, vec![true]), "both");
    let again = saved(
        &seat,
        make(),
        invite(2, "mart.kask@example.ee", Some(STAFF)),
    )
    .await;
    assert!(again.is_err(), "the answer was lost, the record is there");
    assert_eq!((waits(&seat), logins(&seat).await), (3, vec![true]), "once");
}
