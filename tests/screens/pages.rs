//! The pages of the server, as people meet them in a browser: every state in every language and theme, on a phone and at
//! a desk, with and without JavaScript, and never heavier than 60 KB (`UI_SPEC` 7.10).

use std::path::PathBuf;

use crate::judge::rules;
use anyhow::{Context, Result, ensure};
use doorward_domain::Locale;
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::programs;
use doorward_suite::window::Window;
use serde_json::json;
use url::Url;

/// A phone, as narrow as phones are, and a desk.
const LOOKS: [Look; 4] = [
    on(360, "light"),
    on(360, "dark"),
    on(1280, "dark"),
    on(1280, "light"),
];
/// What a page may weigh with everything that it brings along.
const MOST: u64 = 60 * 1024;
/// How much a page weighs that is there.
const WEIGHT: &str = "\
return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);";
/// How often a form is sent off until it shows what it is to show: some pages answer so only after a while.
const TIMES: usize = 12;
/// Fills in the page's form and sends it off without the browser's own look at it; the page is marked as left. Where an
/// address is named, a form with nothing but these fields goes there: what was pressed before is pressed again.
const SEND: &str = "\
const [fields, action] = arguments;
let form = document.querySelector('main form');
if (action) {
  form = Object.assign(document.createElement('form'), { method: 'post', action });
  form.append(...fields.map(([name]) => Object.assign(document.createElement('input'), { name })));
  document.body.append(form);
}
for (const [name, value] of fields) form.elements[name].value = value;
form.noValidate = true;
document.documentElement.dataset.left = '';
form.requestSubmit();";
const IS_THERE: &str = "return document.querySelector(arguments[0]) !== null";

const fn on(width: u32, theme: &'static str) -> Look {
    Look {
        size: (width, 800),
        scale: 1.0,
        theme,
        is_phone: width < 500,
    }
}

/// One state of a page.
#[derive(Debug)]
pub struct State {
    /// What it is called in findings and pictures.
    pub name: &'static str,
    /// Where it is.
    pub url: Url,
    /// How its form is sent off, to see what it says.
    pub form: Option<Form>,
}

/// What is typed into a form, and what is there once it was sent off.
#[derive(Debug)]
pub struct Form {
    /// Where it goes, if that is not for the page's own form to say.
    pub action: Option<&'static str>,
    /// The fields by their names.
    pub fields: Vec<(&'static str, String)>,
    /// What is there then.
    pub shows: &'static str,
}

impl Form {
    /// The page's own form, sent off as it stands.
    pub const fn sent(shows: &'static str) -> Self {
        Self {
            action: None,
            fields: Vec::new(),
            shows,
        }
    }
}

/// Somebody's browser, with what was found in it.
pub struct Reader {
    pub window: Window,
    pictures: PathBuf,
    findings: Vec<String>,
    _chromium: Chromium,
}

impl Reader {
    /// Opens a browser in which nobody is signed in.
    pub async fn open(part: &str) -> Result<Self> {
        let chromium = Chromium::start().await?;
        let window = chromium.open(Locale::En.tag()).await?;
        window.will_be_judged().await?;
        let pictures = programs::target()?.join("screens").join(part);
        if pictures.exists() {
            std::fs::remove_dir_all(&pictures)?;
        }
        std::fs::create_dir_all(&pictures)?;
        Ok(Self {
            window,
            pictures,
            findings: Vec::new(),
            _chromium: chromium,
        })
    }

    /// Looks at states in every language, which is chosen on a page as a person would; in every other one without
    /// JavaScript.
    pub async fn looks_at(&mut self, page: &Url, states: &[State]) -> Result<()> {
        for (at, locale) in Locale::ALL.into_iter().enumerate() {
            let blocked = if at % 2 == 0 { vec![] } else { vec!["*.js*"] };
            let blocked = json!({ "urls": blocked });
            self.window
                .devtools("Network.setBlockedURLs", blocked)
                .await?;
            let mut chosen = page.clone();
            chosen.set_query(Some(&format!("lang={}", locale.tag())));
            self.window.go_to(&chosen).await?;
            for (state, coloured) in states.iter().zip(Locale::ALL.into_iter().cycle()) {
                let looked = self.looks_in(state, locale, coloured).await;
                looked.with_context(|| format!("{} {}", state.name, locale.tag()))?;
            }
        }
        Ok(())
    }

    /// Fails if anything was found.
    pub fn ends(self) -> Result<()> {
        let many = self.findings.len();
        ensure!(many == 0, "{many} findings:\n{}", self.findings.join("\n"));
        Ok(())
    }

    async fn looks_in(&mut self, state: &State, locale: Locale, coloured: Locale) -> Result<()> {
        self.window.look(LOOKS[0]).await?;
        self.goes(state).await?;
        self.window.holds_still().await?;
        self.window.speaks(locale.tag()).await?;
        for (at, look) in LOOKS.into_iter().enumerate() {
            if at > 0 {
                self.window.look(look).await?;
            }
            self.judge(state, (locale, coloured), &look).await?;
        }
        let weight = self.window.run(WEIGHT, vec![]).await?;
        let weight = weight.as_u64().context("a page has a weight")?;
        if weight == 0 || weight > MOST {
            let found = format!("{} weighs {weight} bytes", state.name);
            self.findings.push(found);
        }
        let faults = self.window.faults().await?;
        let faults = faults.iter().map(|it| format!("{} did: {it}", state.name));
        self.findings.extend(faults);
        Ok(())
    }

    async fn goes(&self, state: &State) -> Result<()> {
        self.window.go_to(&state.url).await?;
        if let Some(form) = &state.form {
            let Form {
                action,
                fields,
                shows,
            } = form;
            for _ in 0..TIMES {
                let with = vec![json!(fields), json!(action)];
                self.window.run(SEND, with).await?;
                self.window.element("html:not([data-left]) h1").await?;
                let is_there = self.window.run(IS_THERE, vec![json!(shows)]).await?;
                if is_there == true {
                    break;
                }
            }
            self.window.element(shows).await?;
        }
        Ok(())
    }

    async fn judge(
        &mut self,
        state: &State,
        (locale, coloured): (Locale, Locale),
        look: &Look,
    ) -> Result<()> {
        let how = format!("{}-{}-{}", locale.tag(), look.size.0, look.theme);
        let picture = self.window.picture_now().await?;
        let file = format!("{}-{how}.png", state.name);
        std::fs::write(self.pictures.join(file), picture)?;
        let is_light = look.theme == "light";
        let mut found = match rules(is_light, locale == coloured) {
            Some(rules) => self.window.barriers(rules).await?,
            None => Vec::new(),
        };
        if is_light {
            found.extend(self.window.misfits().await?);
        }
        let found = found.iter().map(|it| format!("{} {how}: {it}", state.name));
        self.findings.extend(found);
        Ok(())
    }
}
