//! The contacts of an account: one address and one phone at most, and never none.

use crate::{Contact, Refusal};

/// Whether a contact that a person wants for their account would be new there; refused for a phone where no text messages
/// go to its country (S-46).
pub fn may_want(
    contacts: &[Contact],
    wanted: &Contact,
    texted_in: &[String],
) -> Result<bool, Refusal> {
    if contacts.contains(wanted) {
        return Ok(false);
    }
    let is_reached = match wanted {
        Contact::Email(_) => true,
        Contact::Phone(_) => wanted.is_texted_in(texted_in),
    };
    if !is_reached {
        return Err(Refusal::NotTexted);
    }
    Ok(true)
}

/// The contact of an account that a new one takes the place of: the one of its kind.
pub fn replaced<'a>(contacts: &'a [Contact], new: &Contact) -> Option<&'a Contact> {
    contacts.iter().find(|it| are_alike(it, new))
}

/// By what a person is reached where a contact that they remove was kept; none where it may not be removed: what they sign
/// in by is an address, or else the only contact there is.
pub fn instead<'a>(contacts: &'a [Contact], removed: &Contact) -> Option<&'a Contact> {
    let is_phone = matches!(removed, Contact::Phone(_)) && contacts.contains(removed);
    contacts.iter().find(|it| is_phone && *it != removed)
}

/// Who is told that a contact of an account has come, changed or gone: the address, as it was before; else the phone that is
/// none any more (SES-5).
pub fn told_of<'a>(contacts: &'a [Contact], changed: &Contact) -> Option<&'a Contact> {
    let address = contacts.iter().find(|it| matches!(it, Contact::Email(_)));
    address.or_else(|| replaced(contacts, changed))
}

const fn are_alike(one: &Contact, other: &Contact) -> bool {
    matches!(
        (one, other),
        (Contact::Email(_), Contact::Email(_)) | (Contact::Phone(_), Contact::Phone(_))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contacts<const N: usize>(texts: [&str; N]) -> [Contact; N] {
        texts.map(|it| it.parse().unwrap())
    }

    #[test]
    fn a_phone_is_wanted_where_text_messages_go_s_46() {
        let [mail, phone, other] = contacts(["anna@x.test", "+37255551234", "+447700900123"]);
        let has = [mail.clone(), phone.clone()];
        let estonia = ["+372".to_owned()];
        assert_eq!(may_want(&has[..1], &phone, &estonia), Ok(true));
        assert_eq!(may_want(&has, &phone, &estonia), Ok(false));
        assert_eq!(may_want(&has, &other, &estonia), Err(Refusal::NotTexted));
        assert_eq!(may_want(&has[..1], &phone, &[]), Err(Refusal::NotTexted));
        assert_eq!(may_want(&has[1..], &mail, &[]), Ok(true));
    }

    #[test]
    fn a_contact_gives_way_to_one_of_its_kind_and_an_account_keeps_its_address() {
        let [mail, phone, other] = contacts(["anna@x.test", "+37255551234", "+37255500000"]);
        let has = [phone.clone(), mail.clone()];
        assert_eq!(replaced(&has, &other), Some(&phone));
        assert_eq!(replaced(&has[1..], &other), None);
        assert_eq!(instead(&has, &phone), Some(&mail));
        assert_eq!(instead(&has[..1], &phone), None, "nothing else is left");
        assert_eq!(instead(&has, &mail), None);
        assert_eq!(instead(&has, &other), None);
    }

    #[test]
    fn whoever_reads_the_address_is_told_else_the_phone_before_ses_5() {
        let [mail, phone, other] = contacts(["anna@x.test", "+37255551234", "+37255500000"]);
        let has = [phone.clone(), mail.clone()];
        assert_eq!(told_of(&has, &other), Some(&mail));
        assert_eq!(told_of(&has[..1], &other), Some(&phone));
        assert_eq!(told_of(&[], &other), None);
    }
}
