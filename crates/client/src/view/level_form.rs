//! The editor of an own level: a draft judged, and before anything is saved whose access changes and how.

use doorward_domain::{
    Actor, ChangeLevel, Command, Decision, DeleteLevel, Held, Level, LevelId, LevelRef, Lookup,
    MakeLevel, Moment, Name, Permission, PermissionSet, Preset, Refusal, World, decide,
    level_preview,
};
use uuid::Uuid;

use super::extent::count;
use super::levels;
use super::people::ask_levels;
use crate::contract::{LevelFormAsk, LevelFormView, LevelReplacement, PermissionBox};
use crate::desk::Desk;
use crate::error::Result;
use crate::replay::Overlay;

/// Holders that are named at most.
const NAMED: usize = 50;

/// The editor of a level; one that is not here is not found.
pub(crate) async fn level_form(desk: &Desk, ask: &LevelFormAsk) -> Result<LevelFormView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let (actor, now) = (desk.actor(), desk.now());
    let mut shown = office.shown(desk).await?;
    ask_levels(desk, &office, &mut shown).await?;
    let held = ask.level.map(|level| find(&shown.world, level));
    let held = held.transpose()?;
    let draft = Draft::of(ask, held.as_ref(), &shown.world);
    let asked = [
        draft.saving(draft.permissions),
        draft.saving(PermissionSet::all()),
        draft.deleting(None),
        draft.deleting(Some(Preset::Guest.into())),
        draft.deleting(Some(Preset::Administrator.into())),
    ];
    let asked: Vec<Command> = asked.into_iter().flatten().collect();
    let questions = |overlay: &Overlay| {
        let rooms = overlay.world.lacks(&Lookup::Rooms).then_some(Lookup::Rooms);
        let judged = overlay.open_questions(&asked, &actor, now);
        judged.into_iter().chain(rooms).collect()
    };
    office.ask(desk, &mut shown, questions).await?;
    Ok(draft.view(&shown.world, &actor, now, ask.replacement))
}

fn find(world: &World, level: LevelId) -> Result<Held<Level>> {
    let held = world.own_levels().find(|it| it.id == level);
    Ok(held.ok_or(Refusal::NotFound)?.clone())
}

/// What the rules say of a command, where there is one.
type Verdict = Option<std::result::Result<Decision, Refusal>>;

/// What is being written.
struct Draft<'a> {
    held: Option<&'a Held<Level>>,
    ask: &'a LevelFormAsk,
    name: Option<Name>,
    permissions: PermissionSet,
}

impl<'a> Draft<'a> {
    fn of(ask: &'a LevelFormAsk, held: Option<&'a Held<Level>>, world: &World) -> Self {
        let typed = ask.name.as_deref().map(str::trim);
        let begins = match (held, ask.copies) {
            (Some(held), _) => held.permissions,
            // Nobody but the preset Owner deletes the organisation, so a copy does not take that along.
            (None, Some(copied)) => world
                .allows(copied)
                .but(PermissionSet::of(&[Permission::OrganisationDelete])),
            (None, None) => PermissionSet::NONE,
        };
        Self {
            held,
            ask,
            name: match typed {
                Some(typed) => Name::try_from(typed).ok(),
                None => held.map(|it| it.name.clone()),
            },
            permissions: ask.permissions.unwrap_or(begins).implied(),
        }
    }

    /// The command that would save it; a level without a name is judged as if it had one.
    fn saving(&self, permissions: PermissionSet) -> Option<Command> {
        let name = self.name.clone().or_else(|| Name::try_from("-").ok())?;
        Some(match self.held {
            Some(held) => Command::ChangeLevel(ChangeLevel {
                level: held.id,
                name,
                permissions,
                based_on: self.ask.based_on.unwrap_or(held.version),
            }),
            None => Command::MakeLevel(MakeLevel {
                level: LevelId(Uuid::nil()),
                name,
                permissions,
            }),
        })
    }

    fn deleting(&self, replacement: Option<LevelRef>) -> Option<Command> {
        let level = self.held?.id;
        Some(Command::DeleteLevel(DeleteLevel { level, replacement }))
    }

    fn view(
        &self,
        world: &World,
        actor: &Actor,
        now: Moment,
        replacement: Option<LevelRef>,
    ) -> LevelFormView {
        let judge = |command: Option<Command>| command.map(|it| decide(world, actor, &it, now));
        let refusal = |command: Option<Command>| judge(command).and_then(Result::err);
        let saving = judge(self.saving(self.permissions));
        let deleting = judge(self.deleting(replacement));
        let is_certain = |verdict: &Verdict| !matches!(verdict, Some(Ok(Decision::Unsure(_))));
        let own = saving.clone().and_then(Result::err);
        let known = |asked: fn(LevelRef) -> Lookup, many: usize| {
            let level = self.held.map(|it| LevelRef::Own(it.id));
            let is_known = level.is_none_or(|level| world.knows(&asked(level)));
            is_known.then(|| count(many as u64))
        };
        let preview = self
            .held
            .map(|held| level_preview(world, held.id, self.permissions, replacement))
            .unwrap_or_default();
        let one = |permission: Permission| {
            let is_on = self.permissions.has(permission);
            let set = PermissionSet::of(&[permission]);
            let to = if is_on {
                self.permissions.but(set)
            } else {
                self.permissions.and(set)
            };
            PermissionBox {
                permission,
                from: is_on.then_some(doorward_domain::AccessFrom::Level),
                to,
                refusal: refusal(self.saving(to)).filter(|it| Some(it) != own.as_ref()),
            }
        };
        LevelFormView {
            name: self.held.map(|it| it.name.clone()),
            permissions: self.permissions,
            before: self.held.map(|it| it.permissions).unwrap_or_default(),
            version: self.held.map(|it| it.version),
            signed: self.held.and_then(|it| it.signed.clone()),
            boxes: Permission::givable().map(one).collect(),
            groups: levels::groups(),
            holders: known(Lookup::HoldersOf, preview.people.len()),
            changed: count(preview.changed as u64),
            links: known(Lookup::LinksOf, preview.links.len()),
            people: preview.people.into_iter().take(NAMED).collect(),
            unchanged: saving == Some(Ok(Decision::Unchanged)),
            certain: is_certain(&saving),
            refusal: own,
            deleting_certain: is_certain(&deleting),
            deleting: deleting.and_then(Result::err),
            replacements: self.replacements(world, &refusal),
        }
    }

    /// Every other level, as it could take its place.
    fn replacements(
        &self,
        world: &World,
        refusal: &dyn Fn(Option<Command>) -> Option<Refusal>,
    ) -> Vec<LevelReplacement> {
        let Some(held) = self.held else {
            return Vec::new();
        };
        let own = world.own_levels().filter(|it| it.id != held.id);
        let own = own.map(|it| (LevelRef::Own(it.id), Some(it.name.clone())));
        let presets = Preset::ALL.into_iter().rev();
        let presets = presets.map(|it| (LevelRef::Preset(it), None));
        let judged = |(level, name)| LevelReplacement {
            level,
            name,
            refusal: refusal(self.deleting(Some(level))),
        };
        presets.chain(own).map(judged).collect()
    }
}
