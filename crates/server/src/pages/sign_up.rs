//! Signing up. On the way from an invitation's letter the address is the invitation's, whatever a form says (S-02).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::Contact;

use super::card::Card;
use super::cookies::Cookie;
use super::form::{Fields, Form};
use super::icon::Icon;
use super::join::{self, Invited};
use super::layout::{Message, Shell};
use super::next;
use super::visitor::{Answer, Early, Speech, Visitor};
use super::with::{self, ways};
use crate::accounts::limits::Action;
use crate::accounts::password::{LONGEST, SHORTEST, Weakness};
use crate::accounts::sign_up::{self, Checked, Fault, Made, Origin, Typed};
use crate::config::Gateway;
use crate::problem::Failure;
use crate::text::{Value, Words};
use crate::tokens;

#[derive(Debug, Template)]
#[template(path = "pages/sign_up.html")]
struct Page {
    shell: Shell,
    form: Form,
    fixed: Option<String>,
    takes_phones: bool,
    organisation: Option<String>,
    card: Card,
    ways: Vec<with::Way>,
}

impl Page {
    /// Whether the invitation went to a phone.
    fn is_phone(&self) -> bool {
        self.fixed.as_ref().is_some_and(|it| it.starts_with('+'))
    }

    fn sign_in(&self) -> String {
        next::with("/sign-in", self.shell.next.as_deref())
    }
}

/// Where somebody who signs up comes from, and goes.
#[derive(Debug)]
struct Way {
    invited: Option<Invited>,
    going: Option<String>,
}

impl Way {
    async fn of(visitor: &Visitor, going: Option<String>) -> Result<Self, Early> {
        // Only the letter of an invitation shows that its address is the visitor's.
        let invited = match going.as_deref() {
            Some("/join") => join::invited(visitor).await?,
            _ => None,
        };
        Ok(Self { invited, going })
    }

    /// Whether the form was one without an address, and what stood for the address is gone.
    fn is_lost(&self, fields: &Fields) -> bool {
        join::leads_in(self.going.as_deref()) && self.invited.is_none() && !fields.has("email")
    }

    fn speech(&self) -> Speech {
        let invited = self.invited.as_ref();
        invited.map(|invited| invited.speech).unwrap_or_default()
    }

    fn organisation(&self) -> Option<&str> {
        let invited = self.invited.as_ref();
        invited.map(|invited| invited.organisation.as_str())
    }
}

/// The form.
pub async fn show(visitor: Visitor) -> Answer {
    if visitor.device.is_some() {
        return Ok(visitor.go(visitor.next.as_deref().unwrap_or("/me")));
    }
    let way = Way::of(&visitor, visitor.next.clone()).await?;
    let visitor = visitor.invited_in(way.speech());
    if way.invited.is_none() && sends_nothing(&visitor) {
        return Ok(without_letters(&visitor, way.going.as_deref()));
    }
    Ok(form(&visitor, StatusCode::OK, Form::default(), &way))
}

/// Takes the form.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    visitor.attempt(Action::SignUp).await?;
    let way = Way::of(&visitor, next::page(fields.text("next"))).await?;
    if way.is_lost(&fields) {
        return Ok(join::lost(&visitor));
    }
    let visitor = visitor.invited_in(way.speech());
    let typed = typed(&visitor, &fields, &way)?;
    if fields.text("do") == "preview" {
        let shown = with_faults(&visitor, &typed, &[]);
        return Ok(form(&visitor, StatusCode::OK, shown, &way));
    }
    match checked(&visitor, &typed, &way) {
        Ok(checked) if way.invited.is_some() => {
            let made = sign_up::make(&visitor.app, checked, visitor.words.locale).await;
            self::made(&visitor, made, way.going).await
        }
        Ok(checked) if sends_nothing_to(&visitor, checked.contact()) => {
            Ok(without_letters(&visitor, way.going.as_deref()))
        }
        Ok(checked) => match slip(checked.contact(), fields.text("kept")) {
            Some(meant) => Ok(asked_again(&visitor, &typed, &meant, &way)),
            None => to_confirm(&visitor, checked, way.going).await,
        },
        Err(faults) => {
            let shown = with_faults(&visitor, &typed, &faults);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(form(&visitor, status, shown, &way))
        }
    }
}

/// The address that was probably meant, where nobody has said that the one that was typed is right.
fn slip(contact: &Contact, kept: &str) -> Option<Contact> {
    let meant = contact.did_you_mean([])?;
    (kept.parse::<Contact>().as_ref() != Ok(contact)).then_some(meant)
}

/// Asks once whether an address is meant as it was typed: nobody else would notice a slip in it.
fn asked_again(visitor: &Visitor, typed: &Typed, meant: &Contact, way: &Way) -> Response {
    let mut shown = with_faults(visitor, typed, &[]).with("kept", &typed.email);
    let words = visitor.words;
    shown.fail(
        "email",
        words.say_of("error-did-you-mean", "contact", meant.as_str()),
    );
    form(visitor, StatusCode::UNPROCESSABLE_ENTITY, shown, way)
}

/// Whether nothing can leave this server, so that nobody can confirm an address or a phone.
fn sends_nothing(visitor: &Visitor) -> bool {
    !visitor.app.config().mail.sends() && texted(visitor).is_empty()
}

/// Whether nothing can leave it for somebody.
fn sends_nothing_to(visitor: &Visitor, contact: &Contact) -> bool {
    matches!(contact, Contact::Email(_)) && !visitor.app.config().mail.sends()
}

/// The country codes of phones that a code can be sent to.
pub fn texted(visitor: &Visitor) -> &[String] {
    let sms = &visitor.app.config().sms;
    match sms.transport {
        Gateway::None => &[],
        Gateway::Http | Gateway::Kannel => &sms.countries,
    }
}

/// Other sites confirm addresses where no letter does.
fn without_letters(visitor: &Visitor, going: Option<&str>) -> Response {
    let ways = ways(visitor, going);
    let text = if ways.is_empty() {
        visitor.words.say("no-letters-text")
    } else {
        visitor.words.say("no-letters-ways")
    };
    let page = visitor.message(Icon::Mail, "no-letters-title").saying(text);
    let links = ways.into_iter().map(|way| (way.href, way.label));
    let page = links.fold(page, Message::linked);
    visitor.page(StatusCode::SERVICE_UNAVAILABLE, &page)
}

fn typed(visitor: &Visitor, fields: &Fields, way: &Way) -> Result<Typed, Early> {
    let known: &[&str] = if way.invited.is_some() {
        &["name", "password", "next", "do"]
    } else {
        &["name", "email", "password", "next", "do", "kept"]
    };
    fields.only(known).map_err(|code| visitor.broken(code))?;
    Ok(Typed {
        name: fields.text("name").to_owned(),
        email: match &way.invited {
            Some(invited) => invited.contact.to_string(),
            None => fields.text("email").to_owned(),
        },
        password: fields.text("password").to_owned(),
    })
}

fn checked(visitor: &Visitor, typed: &Typed, way: &Way) -> Result<Checked, Vec<Fault>> {
    let countries = texted(visitor);
    let takes = |phone: &Contact| way.invited.is_some() || phone.is_texted_in(countries);
    sign_up::check(typed, way.organisation(), takes)
}

/// Signs somebody up whose address a letter has yet to confirm; the answer is the same for every address (ENU-1).
async fn to_confirm(visitor: &Visitor, checked: Checked, going: Option<String>) -> Answer {
    let browser =
        tokens::fresh_secret().map_err(|_| visitor.broken(doorward_protocol::Code::Unavailable))?;
    let to = next::with("/confirm/code", going.as_deref());
    let origin = Origin {
        door: join::passage(visitor, going.as_deref()).await?,
        next: going,
        browser: Some(tokens::hash(&browser)),
    };
    let done = sign_up::sign_up(&visitor.app, checked, visitor.words.locale, origin).await;
    done.map_err(|error| visitor.broken(error))?;
    let cookie = visitor.jar().set(Cookie::SignUp, &browser);
    Ok(visitor.go_with(&to, &[cookie]))
}

/// Signs the person in who has just made an account, and goes on to the invitation.
async fn made(visitor: &Visitor, made: Result<Made, Failure>, going: Option<String>) -> Answer {
    match made.map_err(|error| visitor.broken(error))? {
        Made::Account(person) => super::sign_in::begin(visitor, person, going).await,
        Made::Existing => Ok(visitor.go(&next::with("/sign-in", going.as_deref()))),
    }
}

fn form(visitor: &Visitor, status: StatusCode, form: Form, way: &Way) -> Response {
    let organisation = way.invited.as_ref().map(|invited| &invited.organisation);
    let shell = visitor.shell(visitor.words.say("sign-up-title"));
    let page = Page {
        shell: shell.about(organisation).going(way.going.as_deref()),
        card: Card::of(form.value("name"), way.organisation().unwrap_or_default()),
        form,
        fixed: way.invited.as_ref().map(|it| it.contact.to_string()),
        takes_phones: !texted(visitor).is_empty(),
        organisation: organisation.map(ToString::to_string),
        ways: ways(visitor, way.going.as_deref()),
    };
    join::renewed(visitor, way.going.as_deref(), visitor.page(status, &page))
}

fn with_faults(visitor: &Visitor, typed: &Typed, faults: &[Fault]) -> Form {
    let mut form = Form::default()
        .with("name", &typed.name)
        .with("email", &typed.email);
    for fault in faults {
        match fault {
            Fault::Name => form.fail("name", visitor.words.say("error-name")),
            Fault::Email => form.fail("email", no_contact(visitor)),
            Fault::Password(weakness) => form.fail("password", weak(visitor.words, *weakness)),
        }
    }
    form
}

/// Why what somebody typed is no login.
pub fn no_contact(visitor: &Visitor) -> String {
    visitor.words.say(if texted(visitor).is_empty() {
        "error-email"
    } else {
        "error-email-or-phone"
    })
}

/// Why a password is not taken.
pub fn weak(words: &Words, weakness: Weakness) -> String {
    let length = |id: &str, length: usize| words.say_with(id, &[("length", Value::from(length))]);
    match weakness {
        Weakness::Short => length("error-password-short", SHORTEST),
        Weakness::Long => length("error-password-long", LONGEST),
        Weakness::Common => words.say("error-password-common"),
        Weakness::Context => words.say("error-password-context"),
    }
}
