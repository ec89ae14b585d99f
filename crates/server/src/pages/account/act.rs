//! What somebody does with their account: gives it another name, signs a device out or all others, deletes it, keeps one
//! that was about to close.
//! Deleting and keeping take the password again (RULES 6, fresh sign-in).

use axum::http::header;
use doorward_domain::{
    AccountStanding, CancelAccountDeletion, DeleteAccount, DeviceId, Letters, Name, Parting,
};

use super::page::{Shown, gone, page};
use super::ways;
use crate::accounts::SignedInDevice;
use crate::accounts::elsewhere;
use crate::accounts::sign_in::{self, NotIn};
use crate::execute;
use crate::pages::cookies::Cookie;
use crate::pages::form::{Fields, Form};
use crate::pages::next;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::store::accounts;
use crate::text::Value;

/// Does what was pressed.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some("/me/account"))));
    };
    fields
        .only(&[
            "do", "device", "called", "name", "password", "letters", "way",
        ])
        .map_err(|code| visitor.broken(code))?;
    match fields.text("do") {
        "sign-out" => sign_out(&visitor, &device, fields.text("device")).await,
        "sign-out-others" => sign_out_others(&visitor, &device).await,
        "delete" => delete(&visitor, &device, &fields).await,
        "rename" => rename(&visitor, device, fields.text("called")).await,
        "disconnect" => disconnect(&visitor, &device, fields.text("way")).await,
        "letters" => letters(&visitor, &device, fields.text("letters")).await,
        "keep" => keep(&visitor, &device, fields.text("password")).await,
        _ => page(&visitor, &device, Shown::default()).await,
    }
}

async fn sign_out(visitor: &Visitor, device: &SignedInDevice, named: &str) -> Answer {
    let Ok(id) = named.parse::<DeviceId>() else {
        return page(visitor, device, Shown::default()).await;
    };
    if id == device.caller.device {
        return Ok(visitor.go("/sign-out"));
    }
    let ended = sign_in::end(&visitor.app, device.account.person, id).await;
    let ended = ended.map_err(|error| visitor.broken(error))?;
    let said = ended.then(|| visitor.words.say("account-signed-out"));
    let form = Form::default();
    page(visitor, device, Shown { said, form }).await
}

/// Nothing else stays signed in; it takes no password, as signing a single device out takes none.
async fn sign_out_others(visitor: &Visitor, device: &SignedInDevice) -> Answer {
    let ended = elsewhere::end(&visitor.app, device).await;
    let ended = ended.map_err(|error| visitor.broken(error))?;
    let count = [("count", Value::from(ended))];
    let said = Some(visitor.words.say_with("account-signed-out-others", &count));
    let form = Form::default();
    page(visitor, device, Shown { said, form }).await
}

async fn letters(visitor: &Visitor, device: &SignedInDevice, wanted: &str) -> Answer {
    let Some(wanted) = Letters::of(wanted) else {
        return page(visitor, device, Shown::default()).await;
    };
    let set = async {
        let mut tx = visitor.app.store().begin().await?;
        accounts::want_letters(&mut tx, device.account.person, wanted).await?;
        tx.commit().await
    };
    set.await.map_err(|error| visitor.broken(error))?;
    let said = Some(visitor.words.say("account-letters-saved"));
    let form = Form::default();
    page(visitor, device, Shown { said, form }).await
}

async fn disconnect(visitor: &Visitor, device: &SignedInDevice, named: &str) -> Answer {
    let said = match named.parse() {
        Ok(id) => ways::disconnect(visitor, device.account.person, id).await?,
        Err(_) => None,
    };
    let form = Form::default();
    page(visitor, device, Shown { said, form }).await
}

async fn rename(visitor: &Visitor, mut device: SignedInDevice, typed: &str) -> Answer {
    let Ok(name) = Name::of_person(typed) else {
        let mut form = Form::default().with("called", typed);
        form.fail("called", visitor.words.say("error-name"));
        return page(visitor, &device, Shown { said: None, form }).await;
    };
    let set = execute::rename(&visitor.app, &device.caller, &name).await;
    set.map_err(|error| visitor.broken(error))?;
    device.account.name = name;
    let said = Some(visitor.words.say("account-renamed"));
    let form = Form::default();
    page(visitor, &device, Shown { said, form }).await
}

async fn delete(visitor: &Visitor, device: &SignedInDevice, fields: &Fields) -> Answer {
    let typed = Name::try_from(fields.text("name").to_owned());
    let proved = proved(visitor, device, fields.text("password")).await?;
    let mut form = Form::default().with("name", fields.text("name"));
    let name = typed.ok().filter(|it| *it == device.account.name);
    if name.is_none() {
        form.fail("name", visitor.words.say("account-wrong-name"));
    }
    if proved.is_none() {
        form.fail("password", visitor.words.say("account-wrong-password"));
    }
    let (Some(name), Some(proved)) = (name, proved) else {
        let said = None;
        return page(visitor, device, Shown { said, form }).await;
    };
    let command = DeleteAccount { name };
    let parted = execute::delete_account(&visitor.app, &proved.caller, &command).await;
    match parted {
        Ok(Some(Parting::AtOnce)) => {
            let cookie = visitor.jar().clear(Cookie::Session);
            let mut response = gone(&visitor.clone().signed_out());
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Ok(Some(Parting::Closes(_)) | None) => Ok(visitor.go("/me/account")),
        Err(error) => refused(visitor, device, error).await,
    }
}

async fn keep(visitor: &Visitor, device: &SignedInDevice, password: &str) -> Answer {
    let Some(proved) = proved(visitor, device, password).await? else {
        let mut form = Form::default();
        form.fail("password", visitor.words.say("account-wrong-password"));
        return page(visitor, device, Shown { said: None, form }).await;
    };
    let name = device.account.name.clone();
    let command = CancelAccountDeletion { name };
    match execute::keep_account(&visitor.app, &proved.caller, &command).await {
        Ok(_) => {
            let mut kept = proved;
            kept.account.standing = AccountStanding::Living;
            let said = Some(visitor.words.say("account-kept"));
            let form = Form::default();
            page(visitor, &kept, Shown { said, form }).await
        }
        Err(error) => refused(visitor, device, error).await,
    }
}

/// The same device with a fresh sign-in, where the password is right.
pub async fn proved(
    visitor: &Visitor,
    device: &SignedInDevice,
    password: &str,
) -> Result<Option<SignedInDevice>, Early> {
    match sign_in::prove_again(&visitor.app, device, password, &visitor.network).await {
        Ok(proved) => Ok(Some(proved)),
        Err(NotIn::Wrong) => Ok(None),
        Err(NotIn::TooOften(wait)) => Err(visitor.too_often(wait)),
        Err(NotIn::Failed(failure)) => Err(visitor.broken(failure)),
    }
}

async fn refused(visitor: &Visitor, device: &SignedInDevice, error: execute::Error) -> Answer {
    let execute::Error::Refused(refusal) = error else {
        return Err(visitor.broken(error));
    };
    let said = Some(visitor.words.refusal(&refusal));
    let form = Form::default();
    page(visitor, device, Shown { said, form }).await
}
