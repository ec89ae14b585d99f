//! The numbers of tabs, by which rows name them.

use crate::contract::InvitationTab;

/// The number of a tab.
pub(crate) const fn tab_number(tab: InvitationTab) -> i64 {
    match tab {
        InvitationTab::Waiting => 0,
        InvitationTab::Failed => 1,
        InvitationTab::Expired => 2,
        InvitationTab::Accepted => 3,
        InvitationTab::Revoked => 4,
    }
}

#[cfg(test)]
mod tests {
    use doorward_domain::InvitationState;

    use super::*;

    #[test]
    fn rows_and_screens_have_every_invitation_in_the_same_tab() {
        for state in InvitationState::ALL {
            let shown = tab_number(InvitationTab::of(state));
            assert_eq!(doorward_copy::tab_of(state), shown, "{state:?}");
        }
    }
}
