//! Where somebody goes on to after signing in: one of our own pages, never an address from outside (WEB-1, S-19).

use doorward_domain::Locale;
use uuid::Uuid;

/// The pages that may be gone on to, besides those of communities.
const PAGES: &[&str] = &[
    "/join",
    "/me",
    "/me/account",
    "/me/address",
    "/me/notices",
    "/me/organisation",
    "/me/password",
    "/me/phone",
    "/request",
];

/// The page that `next` names, if it is one of the list.
pub fn page(next: &str) -> Option<String> {
    if PAGES.contains(&next) {
        return Some(next.to_owned());
    }
    let id = next.strip_prefix("/c/")?.parse::<Uuid>().ok()?;
    Some(format!("/c/{id}"))
}

/// An address with the page to go on to.
pub fn with(path: &str, next: Option<&str>) -> String {
    next.map_or_else(|| path.to_owned(), |next| format!("{path}?next={next}"))
}

/// An address in another language, with the page to go on to.
pub fn in_language(path: &str, next: Option<&str>, locale: Locale) -> String {
    let next = next.map(|next| format!("&next={next}")).unwrap_or_default();
    format!("{path}?lang={}{next}", locale.tag())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_gone_on_to_s_19() {
        let community = "/c/0190f3a0-0000-7000-8000-000000000001";
        for ours in ["/join", "/me", "/me/account", "/request", community] {
            assert_eq!(page(ours).as_deref(), Some(ours));
        }
        for foreign in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/c/../../evil",
            "/c/",
            "javascript:alert(1)",
            "/join?x=//evil",
            "/join\r\nLocation: https://evil.example",
            "%2f%2fevil.example",
            "",
        ] {
            assert_eq!(page(foreign), None, "{foreign:?}");
        }
    }

    #[test]
    fn choosing_a_language_loses_no_way_on() {
        assert_eq!(
            in_language("/sign-in", Some("/join"), Locale::Ro),
            "/sign-in?lang=ro&next=/join"
        );
        assert_eq!(in_language("/me", None, Locale::Et), "/me?lang=et");
    }
}
