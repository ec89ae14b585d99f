//! What a command that overwrites is based on, and the same command on another version: "use mine" after a change by
//! somebody else is a new command on the new revision (RULES 6).

use crate::Version;
use crate::command::Command;

macro_rules! basis {
    ($($name:ident),*) => {
        impl Command {
            /// The version the command is based on, if it is one that overwrites.
            pub const fn based_on(&self) -> Option<Version> {
                match self {
                    $(Self::$name(command) => Some(command.based_on),)*
                    _ => None,
                }
            }

            /// The same command on another version; none where it does not overwrite.
            #[must_use]
            pub fn rebased(&self, version: Version) -> Option<Self> {
                let mut command = self.clone();
                match &mut command {
                    $(Self::$name(it) => it.based_on = version,)*
                    _ => return None,
                }
                Some(command)
            }
        }
    };
}

basis!(
    ChangeGrant,
    RenewMembership,
    ChangeInvitation,
    ChangeLink,
    ChangeLevel,
    ChangeSettings,
    ChangeStaffRecord,
    ChangeRoom,
    ChangeSite
);
