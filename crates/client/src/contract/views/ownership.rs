//! Who owns and who manages an organisation, and what is offered to whoever sits here.

use doorward_domain::{Command, MembershipId, Moment, OrganisationId, Refusal, Signed};

use super::super::shape::{shapes, words};
use super::PersonRow;

words! {
    /// What is offered.
    OfferKind {
        /// Ownership, to this person.
        Ownership,
        /// Managing another organisation, to the Owners of this person's.
        Management,
    }
}

shapes! {
    /// What is offered to whoever sits here.
    OffersView {
        /// The offers that stand.
        rows: Vec<OfferRow>,
    }
    /// Something that is offered.
    OfferRow {
        /// What.
        kind: OfferKind,
        /// The organisation that is to be owned or managed.
        organisation: OrganisationId,
        /// What it is called.
        organisation_name: String,
        /// The membership that is to become an Owner's.
        membership: Option<MembershipId>,
        /// What the organisation that is to manage is called.
        manager_name: Option<String>,
        /// Who offers it.
        by: Signed,
        /// Whether they become Administrator by it.
        step_down: bool,
        /// Until when it stands; without an end it stands until it is taken back.
        expires_at: Option<Moment>,
        /// Why it cannot be accepted, if not.
        accepting: Option<Refusal>,
        /// Why it cannot be declined, if not; ownership is declined by letting its term pass.
        declining: Option<Refusal>,
    }
    /// Who owns and who manages an organisation.
    OwnershipView {
        /// The membership of whoever sits here.
        own: Option<MembershipId>,
        /// Whether they own it, or act for those who do.
        is_owner: bool,
        /// Its Owners; where there are very many, some of them.
        owners: Vec<PersonRow>,
        /// What makes whoever sits here an Administrator, if they are Owner.
        step_down: Option<Command>,
        /// Why they cannot become Administrator, if they are Owner and cannot.
        stepping_down: Option<Refusal>,
        /// The organisation that manages it.
        managed_by: Option<OtherOrganisation>,
        /// The organisation that was asked to.
        proposed: Option<OtherOrganisation>,
        /// Who asked it.
        proposed_by: Option<Signed>,
        /// Why none can be asked, if not.
        proposing: Option<Refusal>,
        /// The organisations of this account that could be asked.
        candidates: Vec<OtherOrganisation>,
        /// Why whoever sits here cannot delete the organisation, if not.
        deleting: Option<Refusal>,
        /// Why the management, or the asking for it, cannot be ended, if not.
        ending: Option<Refusal>,
        /// The organisations that it manages or is asked to, as far as this account sees them.
        manages: Vec<Managed>,
    }
    /// Another organisation.
    OtherOrganisation {
        /// Which.
        id: OrganisationId,
        /// What it is called, where this account may know.
        name: Option<String>,
    }
    /// An organisation that another one manages.
    Managed {
        /// Which.
        organisation: OrganisationId,
        /// What it is called.
        name: String,
        /// Whether it was accepted.
        accepted: bool,
        /// Why it cannot be ended, if not.
        ending: Option<Refusal>,
    }
}
