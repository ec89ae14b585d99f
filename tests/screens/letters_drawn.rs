//! Every letter as its reader sees it: in four languages, light and dark, on a phone and in a wide window. Nothing sticks
//! out, axe finds nothing, and the language is the reader's (`UI_SPEC` 8, 9).

use anyhow::{Context, Result, ensure};
use doorward_domain::Locale;
use doorward_server::letter_samples;
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::programs;
use doorward_suite::window::Window;
use url::Url;

use crate::judge::rules;

/// As narrow as a phone, and as wide as a letter gets beside a list of letters.
const LOOKS: [Look; 4] = [
    on(360, "light"),
    on(360, "dark"),
    on(600, "dark"),
    on(600, "light"),
];
/// What a page has and a letter has not: the program that shows it has it around the letter.
const OF_A_PAGE: [&str; 2] = ["axe landmark-one-main ", "axe region "];
/// Puts a letter in the place of the one before.
const WRITE: &str = "document.open(); document.write(arguments[0]); document.close();";

const fn on(width: u32, theme: &'static str) -> Look {
    Look {
        size: (width, 900),
        scale: 1.0,
        theme,
        is_phone: width < 500,
    }
}

/// Looks at one letter in every way; `coloured` is the language in which its colours are measured.
async fn look(
    window: &Window,
    about: &str,
    locale: Locale,
    coloured: Locale,
) -> Result<Vec<String>> {
    let pictures = programs::target()?.join("screens/letters");
    let mut findings = Vec::new();
    for look in LOOKS {
        window.look(look).await?;
        let how = format!("{about}-{}-{}-{}", locale.tag(), look.size.0, look.theme);
        let is_light = look.theme == "light";
        let mut found = match rules(is_light, locale == coloured) {
            Some(rules) => {
                let mut found = window.barriers(rules).await?;
                found.retain(|it| !OF_A_PAGE.iter().any(|rule| it.starts_with(rule)));
                found
            }
            None => Vec::new(),
        };
        if is_light {
            found.extend(window.misfits().await?);
        }
        if locale == Locale::Ru && look.size.0 == 360 {
            std::fs::write(
                pictures.join(format!("{how}.png")),
                window.picture_now().await?,
            )?;
        }
        findings.extend(found.iter().map(|it| format!("{how}: {it}")));
    }
    Ok(findings)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_letter_is_calm_and_clear_in_every_language_and_theme() -> Result<()> {
    let pictures = programs::target()?.join("screens/letters");
    std::fs::create_dir_all(&pictures)?;
    let chromium = Chromium::start().await?;
    let window = chromium.open(Locale::En.tag()).await?;
    window.will_be_judged().await?;
    let mut findings = Vec::new();
    for locale in Locale::ALL {
        let letters = letter_samples(locale)?;
        for (letter, coloured) in letters.iter().zip(Locale::ALL.into_iter().cycle()) {
            window.look(LOOKS[0]).await?;
            window.go_to(&Url::parse("about:blank")?).await?;
            window.run(WRITE, vec![letter.html.as_str().into()]).await?;
            window.speaks(locale.tag()).await?;
            let found = look(&window, letter.name, locale, coloured).await;
            findings.extend(found.with_context(|| letter.name)?);
        }
    }
    let many = findings.len();
    ensure!(many == 0, "{many} findings:\n{}", findings.join("\n"));
    window.close().await
}
