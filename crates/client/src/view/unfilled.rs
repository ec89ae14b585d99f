//! Questions whose answers are being filled: nothing is shown rather than something made up.

use doorward_domain::{Locale, Refusal};

use crate::contract::{
    Density, HistoryAsk, HistoryView, InvitationLinkAsk, InvitationLinkView, Kept, LinkUrlAsk,
    LinkUrlView, ResolutionAsk, ResolutionView, SettingsView, Theme,
};
use crate::desk::Desk;
use crate::error::{Error, Result};

macro_rules! nothing {
    ($($name:ident: $ask:ident -> $view:ident;)*) => {$(
        pub(crate) async fn $name(desk: &Desk, ask: &$ask) -> Result<$view> {
            let known = desk.known_office(ask.organisation).await;
            Err(Error::Refused(known.map_or(Refusal::NotFound, |_| Refusal::NotYet)))
        }
    )*};
}

nothing! {
    invitation_link: InvitationLinkAsk -> InvitationLinkView;
    link_url: LinkUrlAsk -> LinkUrlView;
    history: HistoryAsk -> HistoryView;
}

pub(crate) async fn resolution(desk: &Desk, ask: &ResolutionAsk) -> Result<ResolutionView> {
    let known = desk.outbox.entries().iter().any(|it| it.id == ask.id);
    let said = if known {
        Refusal::NotYet
    } else {
        Refusal::NotFound
    };
    std::future::ready(Err(Error::Refused(said))).await
}

pub(crate) async fn settings(desk: &Desk, locale: Option<Locale>) -> Result<SettingsView> {
    let kept = super::session(desk, locale).await?.kept;
    Ok(nobodys_settings(locale, kept))
}

pub(crate) fn nobodys_settings(locale: Option<Locale>, kept: Kept) -> SettingsView {
    SettingsView {
        locale,
        theme: Theme::System,
        density: Density::Normal,
        single_keys: true,
        kept,
        folder: None,
        server: None,
        version: env!("CARGO_PKG_VERSION").into(),
        saved_views: Vec::new(),
        panel_width: None,
        columns: None,
    }
}
