//! A phone beside the address or another one: the password and the number first, then the code that came there by text
//! message. It can be removed, where it is not all that the account has. Whether the number has an account already shows
//! nowhere (ENU-1).

use super::reach::{self, Way};
use crate::pages::form::Fields;
use crate::pages::sign_up::texted;
use crate::pages::visitor::{Answer, Visitor};

fn way(visitor: &Visitor) -> Way {
    Way {
        path: "/me/phone",
        field: "phone",
        messages: reach::Messages {
            title: "account-phone-title",
            text: "account-phone-text",
            sent: "account-phone-sent",
            hint: "account-phone-hint",
            same: "account-phone-same",
            changed: "account-phone-changed",
            bad: "error-phone",
            nothing_sent: "no-texts-title",
        },
        sends: !texted(visitor).is_empty(),
        is_phone: true,
    }
}

/// The form: for the code where one is on its way, else for the number, and to remove it.
pub async fn show(visitor: Visitor) -> Answer {
    reach::show(&visitor, &way(&visitor)).await
}

/// Takes any of the forms.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    reach::take(&visitor, &way(&visitor), &fields).await
}
