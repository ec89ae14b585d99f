//! Invitations and links: the tabs, one invitation, the dialog that invites, and what each typed contact would answer.

use doorward_domain::{
    Action, CommandId, Contact, DeliveryWait, Equals, Grant, InvitationState, LevelChoice,
    LevelRef, LinkForm, LinkId, Locale, MailDomain, MembershipId, Moment, Name, Note,
    OrganisationId, Refusal, Signed, StaffId, Version,
};

use super::super::shape::{shapes, words};

words! {
    /// A tab of the invitations.
    InvitationTab {
        /// Sent or on their way, and waited for.
        Waiting,
        /// Not delivered.
        Failed,
        /// The term has passed; they can be sent again.
        Expired,
        /// Accepted.
        Accepted,
        /// Revoked, superseded or declined.
        Revoked,
    }
    /// By what an invitation goes out.
    Channel {
        /// By a letter.
        Email,
        /// By a text message.
        Sms,
    }
    /// What inviting a typed contact would come to.
    ContactOutcome {
        /// They would be invited.
        New,
        /// They are a member.
        AlreadyMember,
        /// An invitation is open; it can be sent again.
        AlreadyInvited,
        /// They have asked to join: inviting counts as approving, or somebody who may decide must.
        RequestWaiting,
        /// The rules say no; why stands beside it.
        Refused,
        /// It is no contact.
        Malformed,
    }
}

shapes! {
    /// One tab of the invitations.
    InvitationsView {
        /// The rows of the window.
        rows: Vec<InvitationRow>,
        /// The links of the tab: open ones with those that wait, spent ones with the expired, closed ones with the revoked.
        links: Vec<LinkRow>,
        /// Where the window begins.
        offset: u32,
        /// How many rows match.
        total: u32,
        /// Whether more match than were counted.
        more_than: bool,
        /// How many invitations and links each tab holds.
        counts: InvitationCounts,
        /// The server's time of what is shown; none before the first sync.
        as_of: Option<Moment>,
    }
    /// How many invitations and links each tab holds.
    InvitationCounts {
        /// Waited for.
        waiting: u32,
        /// Not delivered.
        failed: u32,
        /// Past their term.
        expired: u32,
        /// Accepted.
        accepted: u32,
        /// Revoked, superseded or declined.
        revoked: u32,
    }
    /// One invitation in a list.
    InvitationRow {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which membership.
        membership: MembershipId,
        /// Where it went.
        contact: Option<Contact>,
        /// What the inviter called the person, or their name.
        name: Option<Name>,
        /// The level it gives.
        level: Option<LevelRef>,
        /// What an own level is called.
        level_name: Option<Name>,
        /// By what it went out.
        channel: Channel,
        /// When it was sent last.
        sent_at: Option<Moment>,
        /// The end of its term.
        expires_at: Option<Moment>,
        /// What became of it.
        delivery: InvitationState,
        /// Why it was not delivered, in the words of who refused it.
        reason: Option<String>,
        /// What keeps its letter from leaving for now, and until when.
        waits: Option<DeliveryWait>,
        /// Another spelling of the address that was probably meant.
        did_you_mean: Option<Contact>,
        /// Who answers for it.
        invited_by: Option<Signed>,
        /// What may be done, and why not.
        actions: Vec<Action>,
        /// The command waiting on this computer that made what is shown.
        pending: Option<CommandId>,
    }
    /// One share link or QR code in a list.
    LinkRow {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        link: LinkId,
        /// What the organisation calls it.
        label: Option<Name>,
        /// In what form it goes out.
        kind: LinkForm,
        /// The level it gives.
        level: LevelRef,
        /// What an own level is called.
        level_name: Option<Name>,
        /// How many persons have used it.
        used: u32,
        /// How many may.
        limit: u32,
        /// The mail domains that it is for; none where it is for anybody.
        domains: Vec<MailDomain>,
        /// The end of its term.
        expires_at: Option<Moment>,
        /// Whether joining only makes a request.
        needs_approval: bool,
        /// Whether it can still be used.
        open: bool,
        /// Which version a command that overwrites is based on.
        version: Version,
        /// What may be done, and why not.
        actions: Vec<Action>,
        /// The command waiting on this computer that made what is shown.
        pending: Option<CommandId>,
    }
    /// What was typed as mail domains.
    MailDomainsView {
        /// Each, in the order in which they were typed.
        lines: Vec<MailDomainLine>,
        /// How many a link may be for at most.
        most: u32,
    }
    /// One mail domain as somebody typed it.
    MailDomainLine {
        /// As it was typed.
        typed: String,
        /// As it is kept; none where it is no domain.
        domain: Option<MailDomain>,
    }
    /// One invitation with everything its panel shows.
    InvitationView {
        /// The invitation as the list shows it.
        row: InvitationRow,
        /// What it gives.
        grant: Option<Grant>,
        /// Which version a command that overwrites is based on.
        version: Version,
        /// What happened to it, the oldest first.
        steps: Vec<InvitationStep>,
        /// What may be done, and why not.
        actions: Vec<Action>,
        /// What the inviter added to the letter.
        message: Option<Note>,
        /// The language of the letter, where one was chosen.
        locale: Option<Locale>,
        /// The position in the organisation.
        position: Option<Name>,
        /// The staff record that gets a login by it.
        staff: Option<StaffId>,
    }
    /// One thing that happened to an invitation.
    InvitationStep {
        /// What.
        what: InvitationState,
        /// When.
        at: Moment,
    }
    /// The dialog that invites.
    InviteForm {
        /// Every level as it could be given by a letter.
        levels: Vec<LevelChoice>,
        /// Every level as a share link could give it.
        link_levels: Vec<LevelChoice>,
        /// The level proposed first.
        proposed: Option<LevelRef>,
        /// The level a link proposes first.
        link_proposed: Option<LevelRef>,
        /// Whether what is proposed calls for a warning: it is Administrator.
        warns: bool,
        /// The levels that call for a warning, and whom somebody with one equals.
        grave: Vec<GraveLevel>,
        /// The lowest level that may be given.
        lowest: Option<LevelRef>,
        /// The term of an invitation in days.
        term_days: u32,
        /// Whether a new link needs approval unless said otherwise.
        links_need_approval: bool,
        /// The languages of letters.
        locales: Vec<Locale>,
        /// By which ways this account may invite.
        channels: InviteChannels,
        /// How text messages go out; none where the server sends none.
        texts: Option<TextsForm>,
        /// Whether the server answers now: links cannot be made without.
        online: bool,
    }
    /// How text messages go out.
    TextsForm {
        /// The country codes that may be written to.
        countries: Vec<String>,
        /// The sender that phones show.
        sender: String,
        /// How many letters the link in a message has.
        link_length: u32,
    }
    /// A level that calls for a warning.
    GraveLevel {
        /// Which.
        level: LevelRef,
        /// Whom somebody with it equals.
        equals: Equals,
    }
    /// By which ways this account may invite, and why not.
    InviteChannels {
        /// By a letter.
        email: Option<Refusal>,
        /// By a share link or QR code.
        link: Option<Refusal>,
    }
    /// What each typed contact would come to.
    ContactsView {
        /// One line for each contact, in the order in which they were typed.
        lines: Vec<ContactLine>,
    }
    /// What one typed contact would come to.
    ContactLine {
        /// As it was typed.
        typed: String,
        /// The contact in it.
        contact: Option<Contact>,
        /// The name in it, or that of who is known by the contact.
        name: Option<Name>,
        /// What inviting would come to.
        outcome: ContactOutcome,
        /// Whether everything this rests on is known here; else the server checks it.
        certain: bool,
        /// Why not, where the rules say no.
        refusal: Option<Refusal>,
        /// The membership that is there already.
        membership: Option<MembershipId>,
        /// Another spelling that was probably meant.
        did_you_mean: Option<Contact>,
        /// Whether it is a phone that this server sends nothing to: its link is passed on by hand.
        unreached: bool,
    }
    /// The secret link of an invitation.
    InvitationLinkView {
        /// Where it leads; whoever has it can use it.
        url: String,
    }
    /// The secret link of a share link or QR code.
    LinkUrlView {
        /// Where it leads; whoever has it can use it.
        url: String,
        /// The same as a QR code: an SVG image, black on white with its quiet zone.
        svg: String,
    }
    /// Where the code of a link was saved.
    SavedCode {
        /// Its path on this computer.
        path: String,
    }
}

impl InvitationTab {
    /// Every tab, in the order in which they stand.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Failed,
        Self::Expired,
        Self::Accepted,
        Self::Revoked,
    ];

    /// The tab in which an invitation stands.
    pub const fn of(state: InvitationState) -> Self {
        match state {
            InvitationState::Queued
            | InvitationState::Sent
            | InvitationState::Delivered
            | InvitationState::Opened
            | InvitationState::NotSent => Self::Waiting,
            InvitationState::Bounced | InvitationState::Failed => Self::Failed,
            InvitationState::Expired => Self::Expired,
            InvitationState::Accepted => Self::Accepted,
            InvitationState::Declined | InvitationState::Revoked | InvitationState::Superseded => {
                Self::Revoked
            }
        }
    }
}
