//! Colours that the system forces on every window, as people choose who see better so: no control loses its edge, and
//! what is chosen is to be told from the rest by more than its ground (`UI_SPEC` 4.1).

use std::sync::Arc;

use anyhow::{Context, Result};
use doorward_client::{Act, Workplace};
use doorward_domain::Locale;
use doorward_suite::devtools::Look;
use doorward_suite::loopback::Loopback;
use doorward_suite::place::Place;

use crate::judge::Judge;

/// Everything that can be pressed or typed into, and every row in hand, that has no edge of its own or around it.
const EDGELESS: &str = "\
const has = (element) => {
  const { borderTopWidth, borderLeftWidth, borderBottomWidth, outlineStyle, outlineWidth } = getComputedStyle(element);
  return [borderTopWidth, borderLeftWidth, borderBottomWidth].some((it) => parseFloat(it) > 0)
    || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0);
};
// What the engine draws itself has its edge.
const isDrawn = (element) => ['checkbox', 'radio'].includes(element.type) && getComputedStyle(element).appearance !== 'none';
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
const drawn = 'button, input, select, textarea, [role=button], [role=row][aria-current], [role=option][aria-current]';
return [...document.querySelectorAll(drawn)]
  .filter((it) => isSeen(it) && !it.closest('.unseen') && !isDrawn(it) && !has(it) && !has(it.parentElement))
  .map((it) => `${it.localName} \"${(it.ariaLabel ?? it.textContent).trim().slice(0, 40)}\" has no edge`);";

impl Judge {
    /// Looks at places over a device with forced colours, in English.
    pub async fn look_in_forced_colours(
        &mut self,
        workplace: Arc<Workplace>,
        places: &[Place],
    ) -> Result<()> {
        let locale = Locale::En;
        let loopback = Loopback::serve(Arc::clone(&workplace), self.files.clone(), 0).await?;
        workplace.act(Act::SetLocale { locale }).await?;
        for place in places {
            self.window.has_size(Look::default()).await?;
            self.window.has_colours_forced("dark").await?;
            place
                .open(&self.window, loopback.url(), locale.tag())
                .await
                .context(place.name)?;
            let picture = self.window.picture().await?;
            self.keep(place, locale, "forced", &picture)?;
            let found = self.window.run(EDGELESS, vec![]).await?;
            let found: Vec<String> = serde_json::from_value(found)?;
            self.note(place, "in forced colours", &found);
            let misfits = self.window.misfits().await?;
            self.note(place, "in forced colours", &misfits);
        }
        drop(loopback);
        Ok(workplace.close().await?)
    }
}
