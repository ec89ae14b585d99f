//! Addresses of servers: an origin over TLS, or one that does not leave this computer (DSK-4).

use url::Url;

use crate::error::{Error, Result};

/// The address that somebody typed.
pub(super) fn origin(address: &str) -> Result<Url> {
    let typed = address.trim().trim_end_matches('/');
    let whole = if typed.contains("://") {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    };
    let url = Url::parse(&whole).map_err(|_| Error::WrongAddress)?;
    let plain = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty();
    if plain && is_trusted_way(&url) && url.password().is_none() {
        Ok(url)
    } else {
        Err(Error::WrongAddress)
    }
}

/// Whether nobody on the way to an address can listen: by TLS, or because it does not leave this computer.
pub(crate) fn is_trusted_way(url: &Url) -> bool {
    let safe = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(url));
    safe && url.has_host()
}

pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_origins_over_tls_or_on_this_computer_are_addresses_dsk_4() {
        for good in [
            "https://door.example.ee",
            "door.example.ee",
            "http://127.0.0.1:8080/",
            "http://[::1]:1",
            "http://localhost:5",
        ] {
            assert!(origin(good).is_ok(), "{good}");
        }
        for bad in [
            "http://door.example.ee",
            "ftp://a.ee",
            "https://a.ee/path",
            "https://u:p@a.ee",
            "",
            "https://a.ee?x=1",
            "file:///etc",
        ] {
            assert!(matches!(origin(bad), Err(Error::WrongAddress)), "{bad}");
        }
        assert_eq!(
            origin("door.example.ee")
                .unwrap()
                .origin()
                .ascii_serialization(),
            "https://door.example.ee"
        );
    }
}
