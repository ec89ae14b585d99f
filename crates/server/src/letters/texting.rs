//! Text messages: fixed words in the reader's language. An invitation has the organisation's name as far as it fits, and a
//! short link that nobody else is shown (SMS-1).

use doorward_domain::{About, Contact, Name, Notice, NoticeKind, Recipients, Record};

use super::facts::{Facts, Subject};
use super::follow::Told;
use super::segments::fitted;
use crate::App;
use crate::store::letters::TakenLetter;
use crate::store::secrets::NewSecret;
use crate::text::{Value, Words};
use crate::tokens::{self, TokenKey, TokenKind};

/// The short secrets of invitations that go to a phone (SMS-1): they come to life with their messages.
pub(super) fn secrets(keys: &TokenKey, told: &Told<'_>) -> Vec<NewSecret> {
    let notices = told.notices.iter();
    notices.filter_map(|it| secret(keys, told, it)).collect()
}

fn secret(keys: &TokenKey, told: &Told<'_>, notice: &Notice) -> Option<NewSecret> {
    let (
        NoticeKind::Invitation,
        Recipients::Contact {
            contact: Contact::Phone(_),
        },
        About::Membership(id),
    ) = (&notice.kind, &notice.to, notice.about)
    else {
        return None;
    };
    let sent = told.saved.iter().find_map(|held| {
        if let Record::Membership(it) = &held.value
            && it.id == id
        {
            it.invitation.as_ref()
        } else {
            None
        }
    })?;
    Some(NewSecret {
        hash: tokens::hash(&keys.token(TokenKind::Text, id.0, sent.generation)),
        kind: TokenKind::Text,
        organisation: Some(told.organisation),
        subject: id.0,
        generation: sent.generation,
    })
}

/// What a text message says; none where there is nothing to say by phone.
pub(super) fn text(
    app: &App,
    letter: &TakenLetter,
    subject: Subject,
    facts: &Facts,
    words: &Words,
) -> Option<String> {
    let url = app.public_url()?;
    let site = url.host_str()?.to_owned();
    let with = |name: &'static str, value: String| {
        [("site", Value::from(site.clone())), (name, value.into())]
    };
    if subject.carries_invitation() {
        return invitation(words, facts.organisation.as_ref()?, &link(app, letter)?);
    }
    let text = match subject {
        Subject::Confirmation | Subject::NewAddress => {
            words.say_with("sms-code", &with("code", app.tokens().code(letter.subject)))
        }
        Subject::Reset => {
            let token = app
                .tokens()
                .token(TokenKind::Reset, letter.subject, letter.generation?);
            let link = url.join(&format!("reset/{token}")).ok()?;
            words.say_with("sms-reset", &with("link", link.into()))
        }
        Subject::AccountExists => {
            let link = url.join("sign-in").ok()?;
            words.say_with("sms-account-exists", &with("link", link.into()))
        }
        Subject::PhoneChanged => words.say_with("sms-phone-changed", &with("link", String::new())),
        Subject::PasswordChanged
        | Subject::ProviderConnected
        | Subject::AddressChanged
        | Subject::RequestsHanded
        | Subject::NewLinkWanted
        | Subject::Digest
        | Subject::Notice(_)
        | Subject::Reminder(_) => {
            return None;
        }
    };
    Some(text)
}

/// The link in a text message. Its host comes from the configuration alone (MAIL-3).
fn link(app: &App, letter: &TakenLetter) -> Option<String> {
    let token = app
        .tokens()
        .token(TokenKind::Text, letter.subject, letter.generation?);
    let link = app.public_url()?.join(&format!("j/{token}")).ok()?;
    Some(link.into())
}

/// What an invitation says. A name with dots in it would be a link on a phone (MAIL-1).
fn invitation(words: &Words, organisation: &Name, link: &str) -> Option<String> {
    let text = fitted(&organisation.as_str().replace('.', " "), |name| {
        let variables = [
            ("organisation", Value::from(name)),
            ("link", Value::from(link)),
        ];
        words.say_with("sms-invitation", &variables)
    });
    text.ends_with(link).then_some(text)
}
