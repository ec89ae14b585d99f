//! What makes good what somebody did once it was sent: the command that does the opposite (RULES 6, *Hold*).

use crate::command::Command;
use crate::membership::{Membership, StatusName};
use crate::record::Version;
use crate::{
    ChangeGrant, EndMembership, ExpireMembership, RenewMembership, ReopenRequest, ResumeMember,
    SuspendMember,
};

/// The command that takes back what a command does to a membership that stands so before it, on top of the version that
/// it makes; none where no command would. Whether it may be made then, the rules say as of any other. Access that had
/// come to its end has no command that would end it at the same instant again.
pub fn opposite(before: &Membership, command: &Command, made: Version) -> Option<Command> {
    let membership = before.id;
    let grant = || before.grant.clone();
    if matches!(command, Command::SuspendMember(_)) {
        return Some(Command::ResumeMember(ResumeMember { membership }));
    }
    if matches!(command, Command::ResumeMember(_)) {
        return Some(Command::SuspendMember(SuspendMember { membership }));
    }
    if matches!(command, Command::ApproveRequest(_)) {
        return Some(Command::EndMembership(EndMembership { membership }));
    }
    if matches!(command, Command::DeclineRequest(_)) {
        return Some(Command::ReopenRequest(ReopenRequest { membership }));
    }
    if matches!(command, Command::ChangeGrant(_)) {
        return Some(Command::ChangeGrant(ChangeGrant {
            membership,
            grant: grant()?,
            based_on: made,
            note: None,
        }));
    }
    if matches!(
        command,
        Command::EndMembership(_) | Command::ExpireMembership(_)
    ) {
        return Some(Command::RenewMembership(RenewMembership {
            membership,
            grant: grant()?,
            based_on: made,
        }));
    }
    if !matches!(command, Command::RenewMembership(_)) {
        return None;
    }
    match before.status.name() {
        StatusName::Ended => Some(Command::EndMembership(EndMembership { membership })),
        StatusName::Expired => Some(Command::ExpireMembership(ExpireMembership { membership })),
        StatusName::Approved
        | StatusName::Invited
        | StatusName::Requested
        | StatusName::Rejected
        | StatusName::Cancelled => None,
    }
}
