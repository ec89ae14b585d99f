//! Every letter in every language: complete, with names as text, readable in light and dark.

use doorward_domain::{
    Author, Contact, Grant, Locale, Membership, Name, NoticeKind, PersonId, Preset,
};
use serde_json::json;
use uuid::Uuid;

use super::super::facts::{Facts, Subject};
use super::samples::{samples, subjects};
use super::{Ingredients, Rendered, render};
use crate::text::words;

fn name(text: &str) -> Name {
    Name::try_from(text).unwrap()
}

/// An invitation by `giver` that ends, of somebody whose name looks like an address.
fn facts(giver: &Author) -> Facts {
    let signed = json!({ "author": giver, "at": 1_795_000_000_000_i64 });
    let mut grant = json!(Grant::of(Preset::Manager));
    grant["ends_at"] = json!(1_797_000_000_000_i64);
    // As it travels: whatever a membership may lack is left out.
    let membership = json!({
        "id": Uuid::from_u128(1),
        "name": "Анна evil.example",
        "status": { "is": "initiated", "by": "organisation" },
        "grant": grant,
        "suspended": false,
        "visible": false,
        "begun": signed,
        "invitation": {
            "giver": signed,
            "expires_at": 1_795_600_000_000_i64,
            "generation": 1,
            "message": "Monday <b>at nine</b>",
        },
    });
    let membership: Membership = serde_json::from_value(membership).unwrap();
    Facts {
        organisation: Some(name("Studio Lila")),
        membership: Some(Box::new(membership)),
        managed: true,
        ..Facts::default()
    }
}

fn rendered(subject: Subject, locale: Locale, facts: &Facts) -> Rendered {
    let contact: Contact = "anna@example.org".parse().unwrap();
    let of = Ingredients {
        entries: &[],
        waiting: &[],
        subject,
        facts,
        contact: &contact,
        reader: None,
        link: Some("https://doors.example/me"),
        code: Some("123456"),
    };
    render(words(locale), of).unwrap()
}

fn givers() -> [Author; 2] {
    let id = PersonId(Uuid::from_u128(2));
    let name = name("Olga Rusu");
    [
        Author::Person {
            id,
            name,
            from: None,
        },
        Author::Operator,
    ]
}

#[test]
fn there_is_a_sample_of_every_letter() {
    for locale in Locale::ALL {
        let drawn = samples(locale).unwrap();
        let names: Vec<&str> = drawn.iter().map(|it| it.name).collect();
        let keys: Vec<&str> = subjects().into_iter().map(Subject::key).collect();
        assert_eq!(names, keys);
        let coded = drawn.iter().filter(|it| it.html.contains("402917"));
        assert_eq!(coded.count(), 2, "a code where there is one to type");
    }
}

#[test]
fn every_letter_is_complete_in_every_language() {
    for (subject, locale) in subjects()
        .into_iter()
        .flat_map(|subject| Locale::ALL.map(|locale| (subject, locale)))
    {
        for giver in givers() {
            let letter = rendered(subject, locale, &facts(&giver));
            let about = format!("{subject:?} in {}", locale.tag());
            for part in [&letter.subject, &letter.html, &letter.text] {
                assert!(!part.is_empty(), "{about}");
                // A message that is missing is said by its id; a value that is missing by its name.
                let part = part.replace("letter-spacing", "");
                for lost in ["letter-", "{$", "refusal-", "permission-"] {
                    assert!(!part.contains(lost), "{about}: {lost} in {part}");
                }
            }
            assert!(!letter.subject.contains('\n'), "{about}");
            let lang = format!("<html lang=\"{}\">", locale.tag());
            assert!(letter.html.contains(&lang), "{about}");
        }
    }
}

#[test]
fn a_name_is_text_and_no_link_in_any_letter_mail_1_s_48() {
    for subject in subjects() {
        let [giver, _] = givers();
        let letter = rendered(subject, Locale::En, &facts(&giver));
        for part in [&letter.html, &letter.text] {
            assert!(!part.contains("evil.example"), "{subject:?}: {part}");
        }
        assert!(!letter.html.contains("<b>"), "{subject:?}");
        let foreign = letter.html.split("href=\"").skip(1);
        for link in foreign {
            assert!(link.starts_with("https://doors.example/"), "MAIL-3: {link}");
        }
        assert!(
            !letter.html.contains("src=") && !letter.html.contains("url("),
            "{subject:?}: nothing is loaded"
        );
    }
}

#[test]
fn a_letter_is_made_for_light_and_dark() {
    let [giver, _] = givers();
    let letter = rendered(
        Subject::Notice(NoticeKind::Invitation),
        Locale::En,
        &facts(&giver),
    );
    for part in [
        "<meta name=\"color-scheme\" content=\"light dark\">",
        "@media (prefers-color-scheme: dark)",
        "[data-ogsc]",
    ] {
        assert!(letter.html.contains(part), "{part}");
    }
    // Whatever has a colour of its own has a class that the dark rules know.
    for element in letter.html.split('<').filter(|it| it.contains("style=\"")) {
        let coloured = element.contains("color:#") || element.contains("background:#");
        assert!(!coloured || element.contains("class=\""), "{element}");
    }
}
