//! The organisation's own settings, with whether this account may change them.

use doorward_domain::{
    ChangeSettings, Command, LevelRef, Preset, RecordKey, Refusal, Settings, Shelf, decide,
    levels_given_by,
};

use super::people::ask_levels;
use crate::contract::{OrganisationSettingsAsk, OrganisationSettingsView};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;

/// The settings as they will be once what waits here is settled; none where this account is not sent them.
pub(crate) async fn organisation_settings(
    desk: &Desk,
    ask: &OrganisationSettingsAsk,
) -> Result<OrganisationSettingsView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    ask_levels(desk, &office, &mut shown).await?;
    let organisation = shown.world.organisation();
    let (plan, sign_in) = organisation.map(|it| (it.plan, it.sign_in)).unzip();
    let key = RecordKey {
        shelf: Shelf::Settings,
        id: ask.organisation.0,
    };
    let version = shown.world.record(key).map(|held| held.version);
    let Some((settings, version)) = shown.world.settings().cloned().zip(version) else {
        return Ok(OrganisationSettingsView {
            settings: None,
            version: None,
            changing: Some(Refusal::Forbidden { needs: None }),
            plan,
            sign_in,
            request_levels: Vec::new(),
        });
    };
    let change = Command::ChangeSettings(ChangeSettings {
        settings: settings.clone(),
        based_on: version,
    });
    let answered_with = |level: LevelRef| {
        Command::ChangeSettings(ChangeSettings {
            settings: Settings {
                request_level: level,
                ..settings.clone()
            },
            based_on: version,
        })
    };
    let ends = [Preset::Guest, Preset::Administrator].map(LevelRef::Preset);
    let asked = ends.map(answered_with).into_iter();
    let asked: Vec<Command> = asked.chain([change.clone()]).collect();
    let questions = |overlay: &Overlay| overlay.open_questions(&asked, &actor, now);
    office.ask(desk, &mut shown, questions).await?;
    let refusal = |command: &Command| decide(&shown.world, &actor, command, now).err();
    let mut request_levels = levels_given_by(&shown.world, |it| refusal(&answered_with(it)));
    // Nobody is approved as Owner.
    request_levels.retain(|it| it.level != LevelRef::Preset(Preset::Owner));
    let changing = refusal(&change);
    Ok(OrganisationSettingsView {
        settings: Some(settings),
        version: Some(version),
        changing,
        plan,
        sign_in,
        request_levels,
    })
}
