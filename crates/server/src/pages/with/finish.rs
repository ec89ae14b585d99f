//! The end of a way in that nobody has come before: a new account, whose name is confirmed, or one more way into an account,
//! whose password is typed once. A site proves an address; it never joins accounts.

use axum::http::StatusCode;
use axum::response::Response;
use doorward_domain::{Arrival, Contact, Name, PersonId};
use doorward_protocol::Code;

use super::drawn::{self, Drawn};
use super::told::{Site, late, over};
use crate::accounts::limits::Action;
use crate::accounts::providers::{self, Connected, Proven};
use crate::accounts::sign_in::{self as proving, Credentials, NotIn, Proof};
use crate::accounts::sign_up::Made;
use crate::pages::cookies::Cookie;
use crate::pages::form::{Fields, Form};
use crate::pages::join::{self, Invited};
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::pages::{next, sign_in};

/// Somebody whom a site has just proved, on the way in.
#[derive(Debug)]
struct Entrant {
    visitor: Visitor,
    proven: Proven,
    invited: Option<Invited>,
}

/// The form.
pub async fn show(visitor: Visitor) -> Answer {
    let Some(proven) = opened(&visitor) else {
        return Ok(visitor.go(&next::with("/sign-in", visitor.next.as_deref())));
    };
    let form = Form::default().with("name", &proven.name);
    let entrant = Entrant::of(visitor, proven).await?;
    entrant.page(StatusCode::OK, form).await
}

/// Takes the form.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    fields
        .only(&["name", "password", "username", "do"])
        .map_err(|code| visitor.broken(code))?;
    let Some(proven) = opened(&visitor) else {
        return Ok(late(&visitor));
    };
    let entrant = Entrant::of(visitor, proven).await?;
    match entrant.arrival().await? {
        Arrival::Connects(person) => entrant.connect(person, fields.text("password")).await,
        Arrival::Makes if fields.text("do") != "preview" => entrant.make(fields.text("name")).await,
        Arrival::Makes | Arrival::In(_) | Arrival::Taken | Arrival::NoAddress => {
            let form = Form::default().with("name", fields.text("name"));
            entrant.page(StatusCode::OK, form).await
        }
    }
}

/// What a site has proved to this browser.
fn opened(visitor: &Visitor) -> Option<Proven> {
    let kept = visitor.cookie(Cookie::Proven)?;
    let proven = Proven::open(visitor.app.tokens(), &kept, visitor.app.now())?;
    // A site that whoever runs the server has taken away proves nothing any more.
    let providers = &visitor.app.config().providers;
    let named = providers.get(&proven.provider)?;
    (named.issuer == proven.issuer).then_some(proven)
}

impl Entrant {
    async fn of(visitor: Visitor, proven: Proven) -> Result<Self, Early> {
        let invited = if join::leads_in(proven.next.as_deref()) {
            join::invited(&visitor).await?
        } else {
            None
        };
        Ok(Self {
            visitor: visitor.invited_in(invited.as_ref().map(|it| it.speech).unwrap_or_default()),
            proven,
            invited,
        })
    }

    async fn arrival(&self) -> Result<Arrival, Early> {
        let here = self.visitor.device.as_ref().map(|it| it.account.person);
        let arrival = providers::arrival(&self.visitor.app, &self.proven, here).await;
        arrival.map_err(|error| self.visitor.broken(error))
    }

    /// Makes the account, by a first and a last name (BTX-13).
    async fn make(&self, typed: &str) -> Answer {
        let visitor = &self.visitor;
        visitor.attempt(Action::SignUp).await?;
        let (Some(name), Some(contact)) = (Name::of_person(typed).ok(), &self.proven.email) else {
            let mut form = Form::default().with("name", typed);
            form.fail("name", visitor.words.say("error-name"));
            return self.page(StatusCode::UNPROCESSABLE_ENTITY, form).await;
        };
        let (app, locale) = (&visitor.app, visitor.words.locale);
        let made = providers::make(app, &self.proven, contact, name, locale).await;
        match made.map_err(|error| visitor.broken(error))? {
            Made::Account(person) => {
                let to = self.proven.next.clone();
                let begun = sign_in::begin_by(visitor, person, Proof::Elsewhere, to).await?;
                Ok(over(visitor, Cookie::Proven, begun))
            }
            // Somebody was quicker, perhaps they themselves in another window.
            Made::Existing => self.page(StatusCode::OK, Form::default()).await,
        }
    }

    /// Connects it to an account, once its password is right.
    async fn connect(&self, person: PersonId, password: &str) -> Answer {
        let visitor = &self.visitor;
        let credentials = Credentials {
            email: &self.login(),
            password,
            network: &visitor.network,
        };
        match proving::prove(&visitor.app, credentials).await {
            Ok(proved) if proved == person => {}
            Ok(_) | Err(NotIn::Wrong) => {
                let mut form = Form::default();
                form.fail("password", visitor.words.say("account-wrong-password"));
                return self.page(StatusCode::UNPROCESSABLE_ENTITY, form).await;
            }
            Err(NotIn::TooOften(wait)) => return Err(visitor.too_often(wait)),
            Err(NotIn::Failed(failure)) => return Err(visitor.broken(failure)),
        }
        let connected = providers::connect(&visitor.app, &self.proven, person).await;
        match connected.map_err(|error| visitor.broken(error))? {
            Connected::Done => {}
            Connected::Taken => return self.page(StatusCode::OK, Form::default()).await,
            Connected::NotIn => return Err(visitor.broken(Code::SignInFailed)),
        }
        let response = match &visitor.device {
            Some(_) => visitor.go("/me/account"),
            None => sign_in::begin(visitor, person, self.proven.next.clone()).await?,
        };
        Ok(over(visitor, Cookie::Proven, response))
    }

    /// What the account that it is connected to is signed in to with.
    fn login(&self) -> String {
        let own = self.visitor.device.as_ref();
        let own = own.map(|it| proving::login(&it.account));
        let login = own.or(self.proven.email.as_ref().map(Contact::as_str));
        login.unwrap_or_default().to_owned()
    }

    /// The page that fits where they get to.
    async fn page(&self, status: StatusCode, form: Form) -> Answer {
        let visitor = &self.visitor;
        let going = self.proven.next.as_deref();
        let Some(site) = Site::of(visitor, &self.proven.provider, going) else {
            return Ok(late(visitor));
        };
        let drawn = Drawn {
            visitor,
            site: &site,
            status,
            form,
        };
        Ok(match (self.arrival().await?, &self.proven.email) {
            (Arrival::In(_), _) => self.is_in(&site),
            (Arrival::Taken, _) => site.taken(visitor),
            (Arrival::Connects(_), _) => drawn::password(drawn, self.login()),
            (Arrival::Makes, Some(contact)) => drawn::name(drawn, contact, self.invited.as_ref()),
            (Arrival::Makes, None) | (Arrival::NoAddress, _) => site.no_address(visitor),
        })
    }

    /// They came in meanwhile, in another window. This page may follow a form, and a browser follows no form to another site
    /// (`form-action`), so it has them begin anew by a link.
    fn is_in(&self, site: &Site<'_>) -> Response {
        let response = match self.visitor.device {
            Some(_) => self.visitor.go("/me/account"),
            None => site.stale(&self.visitor),
        };
        over(&self.visitor, Cookie::Proven, response)
    }
}
