//! A table of residents who are invited together, as commands.

use anyhow::Result;
use doorward_domain::{Command, CommandId, Grant, InvitePerson, MembershipId, Preset};
use doorward_protocol::PushedCommand;
use uuid::Uuid;

/// The commands of the rows, as every device makes them of this file: their ids follow from it and the contact.
pub fn residents(many: usize) -> Result<Vec<PushedCommand>> {
    let table = Uuid::new_v5(&Uuid::NAMESPACE_OID, b"residents.csv");
    let mut after = None;
    let row = |row: usize| -> Result<PushedCommand> {
        let contact = format!("resident{row}@example.org");
        let id = CommandId(Uuid::new_v5(&table, contact.as_bytes()));
        let invite = InvitePerson {
            membership: MembershipId(Uuid::new_v5(&id.0, b"row")),
            contact: contact.parse()?,
            grant: Grant::of(Preset::Member),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        };
        Ok(PushedCommand {
            id,
            after: after.replace(id),
            command: Command::InvitePerson(invite),
        })
    };
    (0..many).map(row).collect()
}
