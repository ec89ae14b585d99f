//! What a site's token proves of somebody, once it is verified.

use chrono::{DateTime, Utc};
use doorward_domain::{Contact, Moment, Name};
use openidconnect::core::{
    CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm,
    CoreProviderMetadata,
};
use openidconnect::{ClaimsVerificationError, ClientId, Nonce};

use crate::config::Provider;

/// The longest name of an account at a site.
const LONGEST_SUBJECT: usize = 255;
/// Signatures that are believed: none that whoever verifies could make.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 2] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
];

/// What a token says, if the site signed it, for this server, for this attempt, and it has not expired.
pub(super) fn verified<'a>(
    provider: &Provider,
    about: &CoreProviderMetadata,
    token: &'a CoreIdToken,
    nonce: &Nonce,
    now: Moment,
) -> Result<&'a CoreIdTokenClaims, ClaimsVerificationError> {
    let client = ClientId::new(provider.client_id.clone());
    let (issuer, keys) = (about.issuer().clone(), about.jwks().clone());
    // At a time that no calendar has, every token has expired.
    let at = DateTime::from_timestamp_millis(now.0).unwrap_or(DateTime::<Utc>::MAX_UTC);
    let verifier = CoreIdTokenVerifier::new_public_client(client, issuer, keys)
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || at);
    token.claims(&verifier, nonce)
}

/// What a site calls somebody's account, if it is what such a name may be.
pub(super) fn subject_of(claims: &CoreIdTokenClaims) -> Option<String> {
    let subject = claims.subject().as_str();
    let is_plain = subject.bytes().all(|it| (b' '..=b'~').contains(&it));
    let fits = (1..=LONGEST_SUBJECT).contains(&subject.len()) && is_plain;
    fits.then(|| subject.to_owned())
}

/// The address that a site says it has verified; one that it merely has proves nothing.
pub(super) fn address_of(claims: &CoreIdTokenClaims) -> Option<Contact> {
    let email = claims
        .email()
        .filter(|_| claims.email_verified() == Some(true))?;
    let contact = email.as_str().parse::<Contact>().ok()?;
    matches!(contact, Contact::Email(_)).then_some(contact)
}

/// First and last name as a site has them, where that is a name here too.
pub(super) fn name_of(claims: &CoreIdTokenClaims) -> String {
    let whole = claims.name().and_then(|it| it.get(None));
    let first = claims.given_name().and_then(|it| it.get(None));
    let last = claims.family_name().and_then(|it| it.get(None));
    let name = match (whole, first, last) {
        (_, Some(first), Some(last)) => format!("{} {}", first.as_str(), last.as_str()),
        (Some(whole), _, _) => whole.to_string(),
        (None, Some(first), None) => first.to_string(),
        (None, None, Some(last)) => last.to_string(),
        (None, None, None) => String::new(),
    };
    Name::try_from(name.as_str()).map_or_else(|_| String::new(), |name| name.to_string())
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use hmac::{Hmac, KeyInit, Mac};
    use openidconnect::SignatureVerificationError;
    use serde_json::{Value, json};
    use sha2::Sha256;

    use super::*;

    const ISSUER: &str = "https://plaza.example";
    const NONCE: &str = "of-this-attempt";
    const ISSUED: Moment = Moment(1_795_000_000_000);
    const CLAIMS: &str = r#"{"iss":"https://plaza.example","aud":"doorward","sub":"4711","iat":1795000000,"exp":1795000060,"nonce":"of-this-attempt","email":"anna@example.net","email_verified":true,"given_name":"Anna","family_name":"Sokolova"}"#;
    const RS256: &str = r#"{"alg":"RS256","kid":"rsa"}"#;
    const ES256: &str = r#"{"alg":"ES256","kid":"ec"}"#;
    // Made elsewhere, with keys that nobody has kept: these are their public halves and what they signed.
    const MODULUS: &str = "nIqVLMSyQg3c5fA-c5yHmr84JVXtPVlsQMDDOv4_iADv1u9Uq9LmXi0DXmjZ2MEHF0jDPIyWfL5QbG7bOczesIaW_YyzYza-YAtDOzYXm2-SbDeTGKcCQTZ57cIUZwbFH7EZyKK3tKJfEF_Jb31zAsV1aln1T56QWv4h1h2UNNHxSmwfTyKNzKx9hlcwT1Wman-LJnO-caTOh3wm0F2q96xNu2FeCfUeD-a9zESBA4ogd3ZQKhT3kJf2s1KWmEbo-FojVUcRP-5VAqKIQVcugCnKQwPLxx6llNGVPjcAgPoYK4WbObvT_aT4DFEz_k1MVHlgZDBe5hccytrJCKY0aw";
    const BY_RSA: &str = "QpFdNROKok-MUcG5ZcP0JiV335tQXuphZdTwPH9nw8-EKOBcCI274i5lNogs7rqrVE27R_5RU2XxoLkKEXbA05RrA-0q6Q0z6LXgVJB9P-NN9fDa_CsiCFOvd_lJVfl8jP-24JnHVKndYEVBouKf_fg_iF5y8fBipyYUnzIYS_plLHns-2cv7p9t7mP7H3phTqrPiuKThxTtHhfguKPH2ESu_RDF19ULQubjAMa2DvpJpAVD6MDCAnP1UNoSfVi6xxiq4CFKVeFFf7zOatb1ifWVQw9VZuVf6yAJWc_BhSRP9JaknR3dEClRruIewbLlQSxnEWx-TMdIYsKg80g3Dw";
    const POINT: (&str, &str) = (
        "aEWBZ9W7pGkgKgdVTseefLWgr1kuSqBX_bcyUHdeuS8",
        "cMg4FREJ9uWkGchPNYaHTOFb7OpAfGE3i7HXJvOnZo4",
    );
    const BY_EC: &str =
        "USfM2WIh6FEI4CbVKz3tY5AnEzH9iKphIUhKK7Z6iMlMwW6dlJA6fb-_D4qTOdaXVMlI_Js3jO3HXh1G4TxzJA";

    fn provider() -> Provider {
        Provider {
            name: "Plaza".to_owned(),
            issuer: ISSUER.to_owned(),
            client_id: "doorward".to_owned(),
            client_secret: Some("hidden".to_owned()),
        }
    }

    /// The site as it is at another address, with the keys that signed.
    fn about(issuer: &str) -> CoreProviderMetadata {
        let about = json!({
            "issuer": issuer,
            "authorization_endpoint": "https://plaza.example/authorize",
            "jwks_uri": "https://plaza.example/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256", "ES256"],
        });
        let keys = json!({ "keys": [
            { "kty": "RSA", "kid": "rsa", "use": "sig", "n": MODULUS, "e": "AQAB" },
            { "kty": "EC", "kid": "ec", "use": "sig", "crv": "P-256", "x": POINT.0, "y": POINT.1 },
        ] });
        let about: CoreProviderMetadata = serde_json::from_value(about).unwrap();
        about.set_jwks(serde_json::from_value(keys).unwrap())
    }

    fn token(head: &str, claims: &str, signature: &str) -> CoreIdToken {
        let part = |it: &str| URL_SAFE_NO_PAD.encode(it);
        let text = format!("{}.{}.{signature}", part(head), part(claims));
        serde_json::from_value(Value::String(text)).unwrap()
    }

    fn verify(token: &CoreIdToken) -> Result<CoreIdTokenClaims, ClaimsVerificationError> {
        let nonce = Nonce::new(NONCE.to_owned());
        verified(&provider(), &about(ISSUER), token, &nonce, ISSUED).cloned()
    }

    /// What a token says that says this otherwise, or not at all.
    fn said(otherwise: &[(&str, Value)]) -> CoreIdTokenClaims {
        let mut claims: serde_json::Map<_, _> = serde_json::from_str(CLAIMS).unwrap();
        for (claim, value) in otherwise {
            claims.insert((*claim).to_owned(), value.clone());
        }
        claims.retain(|_, value| !value.is_null());
        serde_json::from_value(Value::Object(claims)).unwrap()
    }

    #[test]
    fn what_the_site_signed_is_believed_by_either_algorithm_9_1_1() {
        for token in [token(RS256, CLAIMS, BY_RSA), token(ES256, CLAIMS, BY_EC)] {
            let claims = verify(&token).unwrap();
            assert_eq!(subject_of(&claims).as_deref(), Some("4711"));
            assert_eq!(address_of(&claims).unwrap().as_str(), "anna@example.net");
            assert_eq!(name_of(&claims), "Anna Sokolova");
        }
    }

    #[test]
    fn what_it_did_not_sign_is_not_9_1_1_9_1_2() {
        use ClaimsVerificationError::SignatureVerification;
        let other = CLAIMS.replace("4711", "4712");
        let by_secret = {
            let part = |it: &str| URL_SAFE_NO_PAD.encode(it);
            let text = format!("{}.{}", part(r#"{"alg":"HS256"}"#), part(CLAIMS));
            let mac = Hmac::<Sha256>::new_from_slice(b"hidden").unwrap();
            let code = mac.chain_update(text).finalize().into_bytes();
            URL_SAFE_NO_PAD.encode(code)
        };
        for (what, token) in [
            ("changed", token(RS256, &other, BY_RSA)),
            ("changed", token(ES256, &other, BY_EC)),
            ("of the other key", token(RS256, CLAIMS, BY_EC)),
            ("of no key", token(RS256, CLAIMS, "")),
        ] {
            let refused = verify(&token);
            assert!(
                matches!(refused, Err(SignatureVerification(_))),
                "{what}: {refused:?}"
            );
        }
        for (head, signature) in [
            (r#"{"alg":"none"}"#, ""),
            (r#"{"alg":"HS256"}"#, by_secret.as_str()),
            (r#"{"alg":"PS256","kid":"rsa"}"#, BY_RSA),
            (r#"{"alg":"RS512","kid":"rsa"}"#, BY_RSA),
        ] {
            let refused = verify(&token(head, CLAIMS, signature));
            let is_disallowed = matches!(
                refused,
                Err(SignatureVerification(
                    SignatureVerificationError::DisallowedAlg(_)
                        | SignatureVerificationError::NoSignature
                ))
            );
            assert!(is_disallowed, "{head}: {refused:?}");
        }
    }

    #[test]
    fn a_token_is_for_this_server_this_attempt_and_now_9_2_1_9_2_3_10_5_4() {
        use ClaimsVerificationError::{Expired, InvalidAudience, InvalidIssuer, InvalidNonce};
        let token = token(RS256, CLAIMS, BY_RSA);
        let (nonce, foreign) = (
            Nonce::new(NONCE.to_owned()),
            Nonce::new("of-another".to_owned()),
        );
        let (provider, about, elsewhere) =
            (provider(), about(ISSUER), about("https://evil.example"));
        let other = Provider {
            client_id: "somebody-else".to_owned(),
            ..provider.clone()
        };
        let (in_time, late) = (ISSUED.plus_millis(59_999), ISSUED.plus_millis(60_000));
        let check =
            |provider, about, nonce, now| match verified(provider, about, &token, nonce, now) {
                Ok(_) => "right",
                Err(InvalidAudience(_)) => "audience",
                Err(InvalidIssuer(_)) => "issuer",
                Err(InvalidNonce(_)) => "nonce",
                Err(Expired(_)) => "time",
                Err(_) => "something else",
            };
        let found = [
            check(&provider, &about, &nonce, in_time),
            check(&other, &about, &nonce, ISSUED),
            check(&provider, &elsewhere, &nonce, ISSUED),
            check(&provider, &about, &foreign, ISSUED),
            check(&provider, &about, &nonce, late),
            check(&provider, &about, &nonce, Moment(i64::MAX)),
        ];
        let right = ["right", "audience", "issuer", "nonce", "time", "time"];
        assert_eq!(found, right);
    }

    #[test]
    fn only_an_address_that_is_verified_is_anybodys() {
        let email = |email: &str, is_verified: Value| {
            address_of(&said(&[
                ("email", json!(email)),
                ("email_verified", is_verified),
            ]))
        };
        let anna = "anna@example.net";
        for verified in [json!(true), json!("true")] {
            assert!(email(anna, verified.clone()).is_some(), "{verified}");
        }
        for not in [json!(false), json!("false"), Value::Null] {
            assert_eq!(email(anna, not.clone()), None, "{not}");
        }
        for none in [
            "",
            "+37255512345",
            "anna",
            "anna@example.net\r\nBcc: all@example.net",
        ] {
            assert_eq!(email(none, json!(true)), None, "{none:?}");
        }
    }

    #[test]
    fn accounts_and_people_have_names_as_they_may_be_mail_1() {
        for no in ["", "\u{0}", "имя", &"x".repeat(256)] {
            assert_eq!(subject_of(&said(&[("sub", json!(no))])), None, "{no:?}");
        }
        let name = |whole: Value, first: Value, last: Value| {
            let said = said(&[
                ("name", whole),
                ("given_name", first),
                ("family_name", last),
            ]);
            name_of(&said)
        };
        let none = || Value::Null;
        let whole = "Anna M. Sokolova";
        assert_eq!(name(json!(whole), none(), none()), whole);
        assert_eq!(name(none(), json!("Anna"), none()), "Anna");
        assert_eq!(name(none(), none(), json!("Sokolova")), "Sokolova");
        assert_eq!(name(none(), none(), none()), "");
        let long = "x".repeat(500);
        assert_eq!(name(json!(long), none(), none()), "", "it is none here");
    }
}
