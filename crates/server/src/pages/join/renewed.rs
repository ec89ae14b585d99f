//! A secret in whose place there is a newer one: whoever opens it is told so (S-12). A secret that is looked for after it
//! was not found alive cannot have been renewed unseen in between.

use axum::response::Response;
use doorward_domain::{Lookup, Name, World};

use super::said::GONE;
use crate::App;
use crate::pages::icon::Icon;
use crate::pages::visitor::{Early, Visitor};
use crate::store::{self, lookups, secrets};
use crate::tokens::{self, TokenKind};

/// The page about a cookie's text, if it is of a secret that was renewed.
pub async fn page(visitor: &Visitor, text: &str) -> Result<Option<Response>, Early> {
    let world = organisation(&visitor.app, text).await;
    let Some(world) = world.map_err(|error| visitor.broken(error))? else {
        return Ok(None);
    };
    let name = world.organisation().map(|it| &it.name);
    let id = match TokenKind::of(text) {
        Some(TokenKind::Text) => "join-renewed-phone",
        Some(
            TokenKind::Invitation | TokenKind::Link | TokenKind::Confirmation | TokenKind::Reset,
        )
        | None => "join-renewed-text",
    };
    let text = visitor
        .words
        .say_of(id, "organisation", name.map_or("", Name::as_str));
    let page = visitor
        .message(Icon::Lost, "join-renewed-title")
        .about(name)
        .saying(text);
    Ok(Some(visitor.page(GONE, &page)))
}

/// What is known of the organisation in which it was renewed.
async fn organisation(app: &App, text: &str) -> Result<Option<World>, store::Error> {
    let token = text.split_once('.').map_or(text, |(token, _)| token);
    let mut tx = app.store().snapshot().await?;
    let Some(organisation) = secrets::renewed(&mut tx, &tokens::hash(token)).await? else {
        return Ok(None);
    };
    let mut world = World::new(organisation);
    let asked = [Lookup::Organisation].into();
    lookups::load(&mut tx, &mut world, &asked, app.now()).await?;
    Ok(Some(world))
}
