//! Signing up: the same answer whether or not the address has an account (ENU-1); the account comes to be when
//! the address is confirmed.

use doorward_domain::{Contact, Locale, Name, PersonId};

use super::limits::{self, TooOften};
use super::password::{self, Weakness};
use crate::problem::Failure;
use crate::store;
use crate::store::connected::ConnectedRow;
use crate::store::sign_ups::{Passage, SignUpRow};
use crate::store::{mine, sign_ups};
use crate::{App, letters};

/// How long an address can be confirmed, in milliseconds.
const TERM: i64 = 24 * 60 * 60 * 1000;
/// How long a code works, whether it went to a phone or stands in a letter (INV-9).
const CODE_TERM: i64 = 10 * 60 * 1000;
/// How often a code may be tried (INV-9).
const TRIES: u32 = 5;

/// What somebody typed.
#[derive(Clone, Default)]
pub struct Typed {
    /// First and last name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
}

/// What is wrong with what somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The name.
    Name,
    /// The address.
    Email,
    /// The password.
    Password(Weakness),
}

/// What somebody typed, found good.
pub struct Checked {
    name: Name,
    contact: Contact,
    password: String,
}

/// Where a sign-up comes from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// Where the person was going.
    pub next: Option<String>,
    /// The hash of the secret that the browser keeps.
    pub browser: Option<String>,
    /// The door that they came through.
    pub door: Option<Passage>,
}

/// What became of a sign-up whose address needs no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// There is an account now.
    Account(PersonId),
    /// The address has one already.
    Existing,
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typed").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Checked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Checked").finish_non_exhaustive()
    }
}

impl Checked {
    /// The address.
    pub fn contact(&self) -> &Contact {
        &self.contact
    }
}

/// Checks what somebody typed; `organisation` is the one they are on the way to, and `takes` says of a phone whether it can
/// be the login: whether it is known to be theirs, or a code can be sent there.
pub fn check(
    typed: &Typed,
    organisation: Option<&str>,
    takes: impl Fn(&Contact) -> bool,
) -> Result<Checked, Vec<Fault>> {
    let name = Name::of_person(&typed.name);
    let contact = typed
        .email
        .parse::<Contact>()
        .ok()
        .filter(|it| matches!(it, Contact::Email(_)) || takes(it));
    let names = [
        typed.name.as_str(),
        typed.email.as_str(),
        organisation.unwrap_or_default(),
    ];
    match (name, contact, password::accept(&typed.password, &names)) {
        (Ok(name), Some(contact), Ok(password)) => Ok(Checked {
            name,
            contact,
            password,
        }),
        (name, contact, password) => {
            let name = name.is_err().then_some(Fault::Name);
            let email = contact.is_none().then_some(Fault::Email);
            Err([name, email, password.err().map(Fault::Password)]
                .into_iter()
                .flatten()
                .collect())
        }
    }
}

/// Signs somebody up; a letter to the address says how it goes on.
pub async fn sign_up(
    app: &App,
    checked: Checked,
    locale: Locale,
    origin: Origin,
) -> Result<(), Failure> {
    let new = row(app, checked, locale, origin).await?;
    let now = app.now();
    let mut tx = app.store().begin().await?;
    let is_known = store::accounts::by_contact(&mut tx, &new.contact)
        .await?
        .is_some();
    let may_write = limits::may_write_to(&mut tx, &new.contact, now).await?;
    if may_write && is_known {
        letters::account_exists(&mut tx, new.id.0, &new.contact, now).await?;
    } else if may_write {
        letters::confirmation(&mut tx, app.tokens(), &new, now).await?;
    }
    if (is_known || !may_write) && new.browser.is_some() {
        // A browser tries a code that was never sent as often as any other: nobody learns who has an account (ENU-1).
        sign_ups::keep(&mut tx, &new, now).await?;
    }
    Ok(tx.commit().await?)
}

/// What became of a code that somebody typed.
#[derive(Debug)]
pub enum Tried {
    /// It is the one: the sign-up can be confirmed.
    Right(Box<SignUpRow>),
    /// It is not.
    Wrong,
    /// There is none that could be tried, its time is over, or it was tried too often.
    Dead,
}

/// The sign-up that a browser began, while it can be confirmed.
pub async fn begun(app: &App, browser: &str) -> Result<Option<SignUpRow>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    sign_ups::of_browser(&mut tx, browser, app.now()).await
}

/// Tries the code of the sign-up that a browser began: five times, for ten minutes, while the link beside it in a letter
/// works on (INV-9, S-20). One that was never sent is wrong whatever is typed, so that nobody comes by an address by guessing.
pub async fn try_code(app: &App, browser: &str, typed: &str) -> Result<Tried, store::Error> {
    let now = app.now();
    let mut tx = app.store().begin().await?;
    let tried = sign_ups::try_code(&mut tx, browser, TRIES, now).await?;
    // Before it is compared: whoever goes away at the right moment has tried, too.
    tx.commit().await?;
    let Some(tried) = tried else {
        return Ok(Tried::Dead);
    };
    let is_right = app.tokens().is_code(typed, tried.new.id.0) && tried.was_sent;
    Ok(if now.is_past(tried.made_at.plus_millis(CODE_TERM)) {
        Tried::Dead
    } else if is_right {
        Tried::Right(Box::new(tried.new))
    } else {
        Tried::Wrong
    })
}

/// Makes an account for somebody who has shown by a letter's secret that the address is theirs.
pub async fn make(app: &App, checked: Checked, locale: Locale) -> Result<Made, Failure> {
    let new = row(app, checked, locale, Origin::default()).await?;
    Ok(confirm(app, &new).await?)
}

/// Confirms a sign-up: the account comes to be.
pub async fn confirm(app: &App, new: &SignUpRow) -> Result<Made, store::Error> {
    confirm_with(app, new, None).await
}

/// The same, with an account of another site connected from the beginning.
pub(super) async fn confirm_with(
    app: &App,
    new: &SignUpRow,
    connected: Option<&ConnectedRow>,
) -> Result<Made, store::Error> {
    let mut tx = app.store().begin().await?;
    if store::accounts::by_contact(&mut tx, &new.contact)
        .await?
        .is_some()
    {
        return Ok(Made::Existing);
    }
    store::accounts::make(&mut tx, new, app.now()).await?;
    if let Some(connected) = connected {
        store::connected::keep(&mut tx, connected).await?;
    }
    let mut touched = mine::of_accounts(&[new.id]);
    touched.extend(mine::invitations_to(&mut tx, new.id).await?);
    let bells = mine::note(&mut tx, touched).await?;
    store::doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(Made::Account(new.id))
}

async fn row(
    app: &App,
    checked: Checked,
    locale: Locale,
    origin: Origin,
) -> Result<SignUpRow, Failure> {
    let password = app.passwords().hash(&checked.password).await?;
    let term = match checked.contact {
        Contact::Email(_) => TERM,
        Contact::Phone(_) => CODE_TERM,
    };
    Ok(SignUpRow {
        id: PersonId(app.new_id()),
        contact: checked.contact,
        name: checked.name,
        locale,
        password,
        next: origin.next,
        browser: origin.browser,
        door: origin.door,
        expires_at: app.now().plus_millis(term),
    })
}

/// Whether a sign-up may be tried from this network.
pub async fn may_try(app: &App, network: &str) -> Result<Result<(), TooOften>, store::Error> {
    limits::attempt(app, limits::Action::SignUp, network).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_named_at_once() {
        let typed = Typed {
            name: " ".into(),
            email: "anna".into(),
            password: "short".into(),
        };
        let faults = check(&typed, None, |_| false).unwrap_err();
        assert_eq!(
            faults,
            [Fault::Name, Fault::Email, Fault::Password(Weakness::Short)]
        );
    }

    #[test]
    fn a_phone_is_a_login_where_it_can_be_confirmed_btx_16() {
        let typed = Typed {
            name: "Anna Sokolova".into(),
            email: "+37255551234".into(),
            password: "seven-tall-white-doors".into(),
        };
        assert_eq!(check(&typed, None, |_| false).unwrap_err(), [Fault::Email]);
        assert!(check(&typed, None, |_| true).is_ok());
    }

    #[test]
    fn a_web_address_and_half_a_name_are_refused_s_49_btx_13() {
        for name in ["https://evil.example", "Anna www.evil.example", "Anna"] {
            let typed = Typed {
                name: name.into(),
                email: "a@b.ee".into(),
                password: "seven-tall-white-doors".into(),
            };
            assert_eq!(
                check(&typed, None, |_| false).unwrap_err(),
                [Fault::Name],
                "{name}"
            );
        }
    }
}
