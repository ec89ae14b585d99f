//! What is done outside the program: the page of one's own account is opened, a letter begun in the system's mail
//! program, the program itself started with the computer.

use std::io;

use doorward_domain::{Contact, MembershipId, OrganisationId, Refusal};
use url::form_urlencoded::byte_serialize;

use super::Workplace;
use crate::contract::ViewName;
use crate::error::{Error, Result};
use crate::view;

impl Workplace {
    /// Opens the page of the account that is signed in.
    pub(super) async fn open_account(&self) -> Result<()> {
        let origin = self.desk().await?.remote.origin();
        self.outside(&format!("{}/me/account", origin.trim_end_matches('/')))
    }

    /// Begins a letter to somebody whose address this device holds.
    pub(super) async fn write_to(
        &self,
        organisation: OrganisationId,
        membership: MembershipId,
    ) -> Result<()> {
        let contacts = view::contacts(
            &*self.desk_in(organisation).await?,
            organisation,
            membership,
        )
        .await?;
        let address = contacts.iter().find_map(letter_to);
        self.outside(&address.ok_or(Refusal::NotFound)?)
    }

    /// Has the computer start the program when its person signs in, or no longer.
    pub(super) fn start_at_login(&self, on: bool) -> Result<()> {
        let Some(at_login) = &self.options.at_login else {
            return Err(io::Error::from(io::ErrorKind::Unsupported).into());
        };
        at_login.set(on)?;
        self.tell(&[ViewName::Settings]);
        Ok(())
    }

    fn outside(&self, address: &str) -> Result<()> {
        let browser = &self.options.browser;
        browser.open(address).map_err(Error::NoBrowser)
    }
}

/// The address under which a mail program begins a letter; nothing of what somebody is called becomes a header of it.
fn letter_to(contact: &Contact) -> Option<String> {
    let Contact::Email(email) = contact else {
        return None;
    };
    let (local, domain) = email.rsplit_once('@')?;
    let written = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
    Some(format!("mailto:{}@{}", written(local), written(domain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_adds_nothing_to_a_letter() {
        let to = |email: &str| letter_to(&Contact::Email(email.into()));
        assert_eq!(
            to("piret.magi@kiri.example").as_deref(),
            Some("mailto:piret.magi@kiri.example")
        );
        let sly = to("a?bcc=b@c.example&body=x@d.example").unwrap_or_default();
        assert!(!sly.contains(['?', '&']), "{sly}");
        assert_eq!(letter_to(&Contact::Phone("+3725550123".into())), None);
    }
}
