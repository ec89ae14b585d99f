//! The organisation's own settings, with whether this account may change them.

use doorward_domain::{
    ChangeSettings, Command, Equals, InvitingChoices, LevelRef, Plan, RecordKey, Refusal, Shelf,
    SignIn, decide, inviting_choices, inviting_choices_questions,
};

use super::people::ask_levels;
use crate::contract::{InvitingSettings, OrganisationSettingsAsk, OrganisationSettingsView};
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
        return Ok(unsent(plan, sign_in));
    };
    let change = Command::ChangeSettings(ChangeSettings {
        settings: settings.clone(),
        based_on: version,
    });
    let questions = |overlay: &Overlay| {
        let mut open = overlay.open_questions([&change], &actor, now);
        open.extend(inviting_choices_questions(
            &overlay.world,
            &actor,
            version,
            now,
        ));
        open
    };
    office.ask(desk, &mut shown, questions).await?;
    let choices = inviting_choices(&shown.world, &actor, version, now);
    let proposed = settings.default_level;
    Ok(OrganisationSettingsView {
        version: Some(version),
        changing: decide(&shown.world, &actor, &change, now).err(),
        settings: Some(settings),
        plan,
        sign_in,
        request_levels: choices
            .as_ref()
            .map_or_else(Vec::new, |it| it.request_levels.clone()),
        inviting: choices.map(|it| InvitingSettings {
            equals: equals_of(&it, proposed),
            default_levels: it.default_levels,
            longest_term_days: it.longest_term_days,
            changing: it.refusal,
        }),
    })
}

/// Whom somebody with a level equals.
fn equals_of(choices: &InvitingChoices, level: LevelRef) -> Option<Equals> {
    let mut levels = choices.default_levels.iter();
    levels.find(|it| it.level == level)?.equals
}

/// What somebody sees who is not sent the settings.
const fn unsent(plan: Option<Plan>, sign_in: Option<SignIn>) -> OrganisationSettingsView {
    OrganisationSettingsView {
        settings: None,
        version: None,
        changing: Some(Refusal::Forbidden { needs: None }),
        plan,
        sign_in,
        request_levels: Vec::new(),
        inviting: None,
    }
}
