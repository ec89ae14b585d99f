//! Where somebody goes on to after signing in: one of our own pages, never an address from outside (S-19).

use uuid::Uuid;

/// The page that `next` names, if it is one of the list.
pub fn page(next: &str) -> Option<String> {
    match next {
        "/join" | "/me" => Some(next.to_owned()),
        _ => {
            let id = next.strip_prefix("/c/")?.parse::<Uuid>().ok()?;
            Some(format!("/c/{id}"))
        }
    }
}

/// An address with the page to go on to.
pub fn with(path: &str, next: Option<&str>) -> String {
    next.map_or_else(|| path.to_owned(), |next| format!("{path}?next={next}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_gone_on_to_s_19() {
        let community = "/c/0190f3a0-0000-7000-8000-000000000001";
        for ours in ["/join", "/me", community] {
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
}
