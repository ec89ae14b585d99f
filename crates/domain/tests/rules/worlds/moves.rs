//! Everything that somebody may try in a small world.

use doorward_domain::{
    AcceptOwnership, Command, Grant, Membership, MembershipId, OfferOwnership, Permission,
    PermissionSet, Preset, Record, RemoveRoom, RoomId, WithdrawOffer,
};
use uuid::Uuid;

use crate::casebook::{self, ANNA, Casebook, IVO, OLGA, Person, TOMAS};

/// Who acts.
pub const WHO: [Person; 4] = [OLGA, IVO, ANNA, TOMAS];

/// The commands that are tried.
pub const KEYS: [&str; 23] = [
    "accept_invitation",
    "accept_ownership",
    "add_member",
    "approve_request",
    "cancel_request",
    "change_grant",
    "change_invitation",
    "decline_invitation",
    "decline_request",
    "end_membership",
    "expire_membership",
    "invite_person",
    "offer_ownership",
    "remove_room",
    "renew_membership",
    "reopen_request",
    "request_to_join",
    "resend_invitation",
    "resume_member",
    "revoke_invitation",
    "set_visibility",
    "suspend_member",
    "withdraw_offer",
];

/// A room that small worlds have.
const ROOM: RoomId = RoomId(Uuid::from_u128(0x5_0001));
/// How many rows a world has at most.
const MOST_ROWS: usize = 5;

/// One move.
#[derive(Debug, Clone)]
pub enum Move {
    /// Somebody tries a command.
    Command(Person, Box<Command>),
    /// Eight days pass: terms end, starts come.
    DaysPass,
}

/// Every move in a world.
pub fn all(book: &Casebook) -> Vec<Move> {
    let rows: Vec<&Membership> = book
        .store
        .records
        .values()
        .filter_map(|held| {
            let Record::Membership(row) = &held.value else {
                return None;
            };
            Some(&**row)
        })
        .collect();
    let new = MembershipId(Uuid::from_u128(0xA_0000 + rows.len() as u128));
    let mut commands = Vec::new();
    if rows.len() < MOST_ROWS {
        commands.push(casebook::request_as(new));
        for grant in grants(book) {
            commands.push(in_row(&casebook::invite(ANNA, grant.clone()), new));
            commands.push(in_row(&casebook::add(ANNA, grant), new));
        }
    }
    for row in &rows {
        commands.extend(about(book, row));
    }
    commands.push(RemoveRoom { room: ROOM }.into());
    let mut moves = vec![Move::DaysPass];
    for who in WHO {
        moves.extend(
            commands
                .iter()
                .map(|it| Move::Command(who, Box::new(it.clone()))),
        );
    }
    moves
}

/// Grants of every sort: each preset, one with an extra, one with the room, one that ends.
fn grants(book: &Casebook) -> Vec<Grant> {
    let mut grants: Vec<Grant> = Preset::ALL.into_iter().map(Grant::of).collect();
    let staff = || Grant::of(Preset::Staff);
    grants.push(Grant {
        extras: PermissionSet::of(&[Permission::AccessGrant, Permission::MembersManage]),
        ..staff()
    });
    grants.push(Grant {
        rooms: [ROOM].into(),
        ..staff()
    });
    grants.push(Grant {
        ends_at: Some(book.day(4)),
        ..Grant::of(Preset::Administrator)
    });
    grants
}

fn about(book: &Casebook, row: &Membership) -> Vec<Command> {
    let (id, version) = (row.id, book.version(row.id));
    let mut commands = if row.is_open_invitation() {
        vec![
            casebook::resend(id),
            casebook::revoke(id),
            casebook::accept(id),
            casebook::decline_invitation(id),
        ]
    } else if row.is_open_request() {
        vec![casebook::cancel(id), casebook::decline(id)]
    } else if row.status.is_approved() {
        vec![
            casebook::suspend(id),
            casebook::resume(id),
            casebook::expire(id),
            casebook::end(id),
            casebook::be_listed(id),
            OfferOwnership {
                membership: id,
                step_down: true,
            }
            .into(),
            AcceptOwnership { membership: id }.into(),
            WithdrawOffer { membership: id }.into(),
        ]
    } else {
        vec![casebook::reopen(id)]
    };
    commands.extend(grants(book).into_iter().map(|grant| {
        if row.is_open_invitation() {
            casebook::change_invitation(id, grant, version)
        } else if row.is_open_request() {
            casebook::approve_with(id, grant)
        } else if row.status.is_approved() && !row.is_lapsed(book.now) {
            casebook::change_grant(id, grant, version)
        } else {
            casebook::renew(id, grant, version)
        }
    }));
    commands
}

/// The same command in another row.
fn in_row(command: &Command, row: MembershipId) -> Command {
    let mut json = serde_json::to_value(command).unwrap();
    json["membership"] = serde_json::to_value(row).unwrap();
    serde_json::from_value(json).unwrap()
}
