//! One place and how to get there.

use anyhow::{Context, Result};
use url::Url;

use crate::window::Window;

/// One place: its address, and how one gets to it from there.
#[derive(Debug, Clone)]
pub struct Place {
    /// What it is called in findings and pictures.
    pub name: &'static str,
    /// The part of the address after `#`.
    pub address: String,
    /// What is done there first, in the words of [`Window::take`].
    pub steps: &'static [&'static str],
    /// Whether one has to go there anew in each language, because what is there is gone in a moment.
    pub passes: bool,
    /// Which question never gets its answer, and whether it fails instead.
    pub stalled: Option<(&'static str, bool)>,
    /// What happens after the steps, and the step that shows it.
    pub meanwhile: Option<(Meanwhile, &'static str)>,
    /// What is done at the end, so that others find everything as it was.
    pub after: &'static [&'static str],
}

/// What happens while somebody looks.
#[derive(Debug, Clone, Copy)]
pub enum Meanwhile {
    /// Somebody else pauses this member.
    Pauses(&'static str),
    /// The program is asked to close.
    Closes,
}

impl Place {
    /// Goes there in a window, as somebody who opens the program and has come nowhere yet, on a system in a language.
    pub async fn open(&self, window: &Window, page: &Url, language: &str) -> Result<()> {
        let stalled = match self.stalled {
            Some((asked, fails)) => Some(window.stalls(asked, fails, language).await?),
            None => None,
        };
        // A blank page in between, or a change of what follows the # would not load anything.
        window.go_to(&Url::parse("about:blank")?).await?;
        let mut address = page.clone();
        address.set_fragment(Some(&self.address));
        window.go_to(&address).await?;
        if let Some(script) = stalled {
            window.runs_no_more(&script).await?;
        }
        for step in self.steps {
            window.take(step).await.context(*step)?;
        }
        Ok(())
    }
}

/// A place that is there as soon as the steps are taken, and stays.
pub(crate) fn at(name: &'static str, address: &str, steps: &'static [&'static str]) -> Place {
    Place {
        name,
        address: address.to_owned(),
        steps,
        passes: false,
        stalled: None,
        meanwhile: None,
        after: &[],
    }
}

/// A place that is gone in a moment, and what is done before it goes.
pub(crate) fn once(
    name: &'static str,
    address: &str,
    steps: &'static [&'static str],
    after: &'static [&'static str],
) -> Place {
    Place {
        passes: true,
        after,
        ..at(name, address, steps)
    }
}
