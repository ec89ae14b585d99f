//! The organisation's own settings, with whether this account may change them.

use doorward_domain::{
    ChangeSettings, Command, Equals, InvitingChoices, LevelChoice, LevelRef, Plan, Preset,
    RecordKey, Refusal, Settings, Shelf, SignIn, Version, World, decide, inviting_choices,
    inviting_choices_questions, levels_given_by,
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
    let ends = [Preset::Guest, Preset::Administrator].map(LevelRef::Preset);
    let asked = ends.map(|level| answered_with(&settings, version, level));
    let asked: Vec<Command> = asked.into_iter().chain([change.clone()]).collect();
    let questions = |overlay: &Overlay| {
        let mut open = overlay.open_questions(&asked, &actor, now);
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
    let refusal = |command: &Command| decide(&shown.world, &actor, command, now).err();
    let request_levels = request_levels(&shown.world, |level| {
        refusal(&answered_with(&settings, version, level))
    });
    Ok(OrganisationSettingsView {
        version: Some(version),
        changing: refusal(&change),
        settings: Some(settings),
        plan,
        sign_in,
        request_levels,
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

/// The settings with another level that requests are answered with by default.
fn answered_with(settings: &Settings, based_on: Version, level: LevelRef) -> Command {
    Command::ChangeSettings(ChangeSettings {
        settings: Settings {
            request_level: level,
            ..settings.clone()
        },
        based_on,
    })
}

/// Every level that requests could be answered with by default; nobody is approved as Owner.
fn request_levels(
    world: &World,
    refusal: impl Fn(LevelRef) -> Option<Refusal>,
) -> Vec<LevelChoice> {
    let mut levels = levels_given_by(world, refusal);
    levels.retain(|it| it.level != LevelRef::Preset(Preset::Owner));
    levels
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
