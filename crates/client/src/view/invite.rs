//! The dialog that invites: what may be given, and what each typed contact would come to.

use std::collections::BTreeSet;

use doorward_domain::{
    Actor, Command, Contact, Decision, Event, Grant, InvitePerson, Inviting, LevelRef, Locale,
    MembershipId, Moment, Refusal, TypedContact, equals, inviting,
};
use uuid::Uuid;

use super::invitations::usual_domains;
use crate::contract::{
    CheckContactsAsk, ContactLine, ContactOutcome, ContactsView, GraveLevel, InviteChannels,
    InviteForm, InviteFormAsk, TextsForm,
};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;

/// Contacts looked at in one question at most.
const MOST: usize = 500;

/// The dialog that invites.
pub(crate) async fn invite_form(desk: &Desk, ask: &InviteFormAsk) -> Result<InviteForm> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    let form = asked(desk, &office, &mut shown).await?;
    let grave = |level: LevelRef| {
        let equals = equals(&shown.world, &Grant::of(level))?;
        Some(GraveLevel { level, equals })
    };
    Ok(InviteForm {
        grave: form
            .levels
            .iter()
            .filter_map(|it| grave(it.level))
            .collect(),
        warns: form.warns(),
        proposed: form.proposed,
        link_proposed: form.link_proposed,
        lowest: form.lowest,
        term_days: form.term_days,
        links_need_approval: form.links_need_approval,
        locales: Locale::ALL.to_vec(),
        channels: InviteChannels {
            email: form.refusal.clone(),
            link: form.refusal,
        },
        texts: desk.texts().await?.map(|it| TextsForm {
            countries: it.countries,
            sender: it.sender,
            link_length: it.link_length,
        }),
        levels: form.levels,
        link_levels: form.link_levels,
        online: desk.is_in_contact(),
    })
}

/// What may be given by inviting, with every question answered that this device can answer.
pub(crate) async fn asked(desk: &Desk, office: &Office, shown: &mut Overlay) -> Result<Inviting> {
    let (actor, now) = (desk.actor(), desk.now());
    let questions = |overlay: &Overlay| inviting(&overlay.world, &actor, now).asks;
    office.ask(desk, shown, questions).await?;
    Ok(inviting(&shown.world, &actor, now))
}

/// What each typed contact would come to, as far as this device can tell.
pub(crate) async fn check_contacts(desk: &Desk, ask: &CheckContactsAsk) -> Result<ContactsView> {
    let office = desk
        .known_office(ask.organisation)
        .await
        .ok_or(Refusal::NotFound)?;
    let usual = usual_domains(&office).await?;
    let sends_texts = desk.texts().await?.is_some();
    let (actor, now) = (desk.actor(), desk.now());
    let typed: Vec<(&String, TypedContact)> = ask
        .contacts
        .iter()
        .take(MOST)
        .map(|line| (line, TypedContact::of(line)))
        .collect();
    let contacts = typed.iter().filter_map(|(_, it)| it.contact.as_ref());
    let commands: Vec<Command> = contacts.map(|it| invitation(it, ask.level)).collect();
    let mut shown = office.shown(desk).await?;
    let questions = |overlay: &Overlay| overlay.open_questions(&commands, &actor, now);
    office.ask(desk, &mut shown, questions).await?;
    let mut seen = BTreeSet::new();
    let lines = typed.into_iter().map(|(line, typed)| {
        let usual = usual.iter().map(String::as_str);
        let meant = typed.contact.as_ref().and_then(|it| it.did_you_mean(usual));
        let twice = typed
            .contact
            .as_ref()
            .is_some_and(|it| !seen.insert(it.clone()));
        let outcome = match &typed.contact {
            None => Outcome::plain(ContactOutcome::Malformed),
            Some(_) if twice => Outcome::plain(ContactOutcome::AlreadyInvited),
            Some(contact) => judge(&shown, contact, ask.level, &actor, now),
        };
        ContactLine {
            typed: line.clone(),
            unreached: !sends_texts && matches!(typed.contact, Some(Contact::Phone(_))),
            name: typed.name.or_else(|| outcome.name(&shown)),
            contact: typed.contact,
            outcome: outcome.what,
            certain: outcome.certain,
            refusal: outcome.refusal,
            membership: outcome.membership,
            did_you_mean: meant,
        }
    });
    Ok(ContactsView {
        lines: lines.collect(),
    })
}

/// The invitation that would go out; the identity of its row means nothing here.
pub(super) fn invitation(contact: &Contact, level: LevelRef) -> Command {
    Command::InvitePerson(InvitePerson {
        membership: MembershipId(Uuid::nil()),
        contact: contact.clone(),
        grant: Grant::of(level),
        staff: None,
        name: None,
        position: None,
        locale: None,
        message: None,
    })
}

/// What inviting would come to.
pub(super) struct Outcome {
    pub(super) what: ContactOutcome,
    pub(super) certain: bool,
    pub(super) refusal: Option<Refusal>,
    membership: Option<MembershipId>,
}

impl Outcome {
    const fn plain(what: ContactOutcome) -> Self {
        Self {
            what,
            certain: true,
            refusal: None,
            membership: None,
        }
    }

    /// What the membership that is there already is called.
    fn name(&self, shown: &Overlay) -> Option<doorward_domain::Name> {
        shown.membership(self.membership?)?.name.clone()
    }
}

pub(super) fn judge(
    shown: &Overlay,
    contact: &Contact,
    level: LevelRef,
    actor: &Actor,
    now: Moment,
) -> Outcome {
    let (certain, events) = match shown.judge(&invitation(contact, level), actor, now) {
        Err(refusal) => return refused(refusal),
        Ok(Decision::Done(events)) => (true, events),
        Ok(Decision::Unsure(events)) => (false, events),
        Ok(Decision::Unchanged) => (true, Vec::new()),
    };
    let approves = events.iter().find_map(|event| {
        if let Event::RequestApproved { membership, .. } = event {
            Some(*membership)
        } else {
            None
        }
    });
    let what = match approves {
        // Nothing speaks against it: inviting counts as approving.
        Some(_) => ContactOutcome::RequestWaiting,
        None => ContactOutcome::New,
    };
    Outcome {
        certain,
        membership: approves,
        ..Outcome::plain(what)
    }
}

fn refused(refusal: Refusal) -> Outcome {
    let (what, membership) = if let Refusal::AlreadyMember { membership } = &refusal {
        (ContactOutcome::AlreadyMember, *membership)
    } else if let Refusal::AlreadyInvited { membership } = &refusal {
        (ContactOutcome::AlreadyInvited, Some(*membership))
    } else if let Refusal::RequestWaiting { membership } = &refusal {
        (ContactOutcome::RequestWaiting, Some(*membership))
    } else {
        (ContactOutcome::Refused, None)
    };
    Outcome {
        refusal: Some(refusal),
        membership,
        ..Outcome::plain(what)
    }
}
