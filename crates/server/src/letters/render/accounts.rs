//! Letters about an account.

use super::super::facts::Subject;
use super::super::template::Html;
use super::writer::Writer;

impl Writer<'_> {
    pub(super) fn account(&self, subject: Subject, base: Html) -> Html {
        let (text, button, after) = match subject {
            Subject::Confirmation => (
                "letter-confirmation-text",
                "letter-confirmation-button",
                "letter-confirmation-after",
            ),
            Subject::AccountExists => (
                "letter-account-exists-text",
                "letter-account-exists-button",
                "letter-account-exists-after",
            ),
            Subject::Reset => (
                "letter-reset-text",
                "letter-reset-button",
                "letter-reset-after",
            ),
            Subject::NewAddress => (
                "letter-new-address-text",
                "letter-reset-button",
                "letter-new-address-after",
            ),
            Subject::AddressChanged => (
                "letter-address-changed-text",
                "letter-reset-button",
                "letter-address-changed-after",
            ),
            Subject::PhoneChanged => (
                "letter-phone-changed-text",
                "letter-reset-button",
                "letter-address-changed-after",
            ),
            Subject::ProviderConnected => (
                "letter-provider-connected-text",
                "letter-provider-connected-button",
                "letter-provider-connected-after",
            ),
            Subject::PasswordChanged
            | Subject::Digest
            | Subject::RequestsHanded
            | Subject::NewLinkWanted
            | Subject::Notice(_)
            | Subject::Reminder(_) => (
                "letter-password-changed-text",
                "letter-reset-button",
                "letter-password-changed-after",
            ),
        };
        Html {
            paragraphs: vec![self.line(text)],
            code: self.of.code.map(str::to_owned),
            button: self.button(button),
            after: vec![self.words.say(after)],
            ..base
        }
    }
}
