//! The door a secret opens: what is stored of its invitation or link. Nothing comes from the address (INV-4).

use std::collections::BTreeSet;

use doorward_domain::{
    AcceptInvitation, Author, Command, Contact, Grant, JoinByLink, Level, LevelRef, Link, LinkId,
    Locale, Lookup, Membership, MembershipId, Moment, Name, Note, OrganisationId, PersonId, Record,
    RecordKey, Shelf, World,
};

use crate::App;
use crate::pages::ask::About;
use crate::pages::visitor::Speech;
use crate::store::secrets::{self, Secret};
use crate::store::{self, Tx, accounts, lookups};
use crate::tokens::{self, TokenKind};

/// What stands behind a secret.
#[derive(Debug)]
pub struct Door {
    /// The secret.
    pub secret: Secret,
    /// What is known of the organisation.
    pub world: World,
    organisation: OrganisationId,
    what: What,
    proven: bool,
    speech: Speech,
}

#[derive(Debug)]
enum What {
    Invitation(Box<Membership>, Option<Contact>),
    Link(Link),
}

impl Door {
    /// The door that a cookie's text opens, if it opens any.
    pub async fn open(app: &App, text: &str) -> Result<Option<Self>, store::Error> {
        let (token, proof) = text
            .split_once('.')
            .map_or((text, None), |(token, proof)| (token, Some(proof)));
        let Some(kind @ (TokenKind::Invitation | TokenKind::Text | TokenKind::Link)) =
            TokenKind::of(token)
        else {
            return Ok(None);
        };
        let mut tx = app.store().snapshot().await?;
        let Some(secret) = secrets::find(&mut tx, kind, &tokens::hash(token)).await? else {
            return Ok(None);
        };
        let Some(organisation) = secret.organisation else {
            return Ok(None);
        };
        let mut world = World::new(organisation);
        let (membership, link) = (MembershipId(secret.subject), LinkId(secret.subject));
        let about = if kind == TokenKind::Link {
            vec![Lookup::Link(link)]
        } else {
            vec![Lookup::Membership(membership), Lookup::Contacts(membership)]
        };
        let asked: BTreeSet<Lookup> = about
            .into_iter()
            .chain([Lookup::Organisation, Lookup::Rooms])
            .collect();
        lookups::load(&mut tx, &mut world, &asked, app.now()).await?;
        let Some(what) = found(&world, &secret) else {
            return Ok(None);
        };
        let is_proof = |it: &str| {
            app.tokens()
                .is_mailbox_proof(it, secret.subject, secret.generation)
        };
        if proof.is_some_and(|it| !is_proof(it)) {
            return Ok(None);
        }
        // Nobody is shown the short link but the phone it was sent to.
        let proven = proof.is_some() || kind == TokenKind::Text;
        let mut door = Self {
            secret,
            world,
            organisation,
            what,
            proven,
            speech: Speech::default(),
        };
        door.speech = door.find_speech(&mut tx).await?;
        Ok(Some(door))
    }

    /// The language that was chosen for it, and its giver's.
    async fn find_speech(&self, tx: &mut Tx) -> Result<Speech, store::Error> {
        let own = match &self.what {
            What::Invitation(it, _) => it.invitation.as_ref().and_then(|sent| sent.locale),
            What::Link(_) => None,
        };
        let givers = match self.giver().person() {
            Some(giver) => accounts::locale_of(tx, giver).await?,
            None => None,
        };
        Ok(Speech { own, givers })
    }

    /// The languages to speak where the visitor has not chosen one.
    pub fn speech(&self) -> Speech {
        self.speech
    }

    /// The organisation.
    pub fn organisation_id(&self) -> OrganisationId {
        self.organisation
    }

    /// The organisation's name.
    pub fn organisation(&self) -> Option<&Name> {
        self.world.organisation().map(|it| &it.name)
    }

    /// The organisation's name as text.
    pub fn organisation_name(&self) -> &str {
        self.organisation().map_or("", Name::as_str)
    }

    /// The row of the invitation, if it is one.
    pub fn membership(&self) -> Option<&Membership> {
        match &self.what {
            What::Invitation(it, _) => Some(it),
            What::Link(_) => None,
        }
    }

    /// The person who answers for it, if a person does.
    pub fn inviter_id(&self) -> Option<PersonId> {
        self.giver().person()
    }

    /// The invitation, if it is one.
    pub fn invitation(&self) -> Option<MembershipId> {
        self.membership().map(|it| it.id)
    }

    /// The link, if it is one.
    pub fn link(&self) -> Option<&Link> {
        match &self.what {
            What::Invitation(..) => None,
            What::Link(link) => Some(link),
        }
    }

    /// The address it is for.
    pub fn contact(&self) -> Option<&Contact> {
        match &self.what {
            What::Invitation(_, contact) => contact.as_ref(),
            What::Link(_) => None,
        }
    }

    /// The address it is for, where its letter has shown that it is the visitor's, and while the letter counts.
    pub fn proven_contact(&self, now: Moment) -> Option<&Contact> {
        match &self.what {
            What::Invitation(it, _)
                if it.is_open_invitation() && !it.is_expired_invitation(now) => {}
            What::Invitation(..) | What::Link(_) => return None,
        }
        self.contact().filter(|_| self.proven)
    }

    /// Who answers for it.
    fn giver(&self) -> &Author {
        const NOBODY: &Author = &Author::System;
        match &self.what {
            What::Invitation(it, _) => it
                .invitation
                .as_ref()
                .map_or(NOBODY, |sent| &sent.giver.author),
            What::Link(link) => &link.giver.author,
        }
    }

    /// The name of who answers for it, if a person does.
    pub fn inviter(&self) -> Option<&Name> {
        match self.giver() {
            Author::Person { name, .. } => Some(name),
            Author::System | Author::Operator => None,
        }
    }

    /// What the inviter added.
    pub fn message(&self) -> Option<&Note> {
        match &self.what {
            What::Invitation(it, _) => it
                .invitation
                .as_ref()
                .and_then(|sent| sent.message.as_ref()),
            What::Link(_) => None,
        }
    }

    /// The first instant at which it no longer works.
    pub fn expires_at(&self) -> Option<Moment> {
        match &self.what {
            What::Invitation(it, _) => it.invitation.as_ref().map(|sent| sent.expires_at),
            What::Link(link) => Some(link.expires_at),
        }
    }

    /// What it gives.
    pub fn grant(&self) -> Grant {
        match &self.what {
            What::Invitation(it, _) => it
                .grant
                .clone()
                .unwrap_or_else(|| Grant::of(doorward_domain::Preset::Member)),
            What::Link(link) => Grant::of(link.level),
        }
    }

    /// The own level it gives, if it gives one.
    pub fn level(&self) -> Option<&Level> {
        match self.grant().level {
            LevelRef::Own(id) => self.world.level(id),
            LevelRef::Preset(_) => None,
        }
    }

    /// A site's name.
    pub fn site(&self, id: doorward_domain::SiteId) -> Option<Name> {
        let key = RecordKey {
            shelf: Shelf::Site,
            id: id.0,
        };
        let Record::Site(site) = self.world.record(key)?.value else {
            return None;
        };
        (!site.removed).then_some(site.name)
    }

    /// The link whose secret was shown and which of its secrets that was, if it is one.
    pub fn holds(&self) -> Option<(LinkId, u32)> {
        match &self.what {
            What::Invitation(..) => None,
            What::Link(link) => Some((link.id, self.secret.generation)),
        }
    }

    /// The command of who goes through.
    pub fn command(&self, app: &App, locale: Locale, about: About) -> Command {
        match &self.what {
            What::Invitation(it, _) => {
                Command::AcceptInvitation(AcceptInvitation { membership: it.id })
            }
            What::Link(link) => Command::JoinByLink(JoinByLink {
                link: link.id,
                membership: MembershipId(app.new_id()),
                position: about.position,
                note: about.note,
                locale: Some(locale),
            }),
        }
    }
}

fn found(world: &World, secret: &Secret) -> Option<What> {
    let key = |shelf| RecordKey {
        shelf,
        id: secret.subject,
    };
    if secret.kind == TokenKind::Link {
        let Record::Link(link) = world.record(key(Shelf::Link))?.value else {
            return None;
        };
        return Some(What::Link(link));
    }
    let Record::Membership(it) = world.record(key(Shelf::Membership))?.value else {
        return None;
    };
    let lives = |it: &Membership| {
        it.invitation
            .as_ref()
            .is_none_or(|sent| sent.generation == secret.generation)
    };
    // A text message is a secret of its own; it dies with the sending that it was made for.
    if secret.kind == TokenKind::Text && !lives(&it) {
        return None;
    }
    let contact = world.contacts_of(it.id).first().cloned();
    Some(What::Invitation(it, contact))
}
