//! Another e-mail address: the password and the address first, then the code that came there. Whether the address has an
//! account already shows nowhere (ENU-1).

use super::reach::{self, Way};
use crate::pages::form::Fields;
use crate::pages::visitor::{Answer, Visitor};

fn way(visitor: &Visitor) -> Way {
    Way {
        path: "/me/address",
        field: "email",
        messages: reach::Messages {
            title: "account-address-title",
            text: "account-address-text",
            sent: "account-address-sent",
            hint: "account-address-hint",
            same: "account-address-same",
            changed: "account-address-changed",
            bad: "error-email",
            nothing_sent: "no-letters-title",
        },
        sends: visitor.app.config().mail.sends(),
        is_phone: false,
    }
}

/// The form: for the code where one is on its way, else for the address.
pub async fn show(visitor: Visitor) -> Answer {
    reach::show(&visitor, &way(&visitor)).await
}

/// Takes either form.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    reach::take(&visitor, &way(&visitor), &fields).await
}
