//! The calls beside the one write: a few typed reads, one event.

use doorward_domain::{
    CommandId, Grant, GrantPart, LevelId, LevelRef, LinkId, MembershipId, OrganisationId,
    Permission, PermissionSet, PersonId, PersonState, RoomId, Version,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::views::{
    AccessFormView, AnotherLevelView, BatchView, BatchesView, BellView, CameBy, CareView,
    ConflictField, ContactsView, FileForm, HistoryFileView, HistoryLine, HistoryView, IdsView,
    InvitationLinkView, InvitationTab, InvitationView, InvitationsView, InviteForm, LevelFormView,
    LevelsView, LinkUrlView, MailDomainsView, OffersView, OrganisationSettingsView, OutboxView,
    OwnershipView, PeopleOrder, PeopleView, PersonView, PlacesView, PublicPageView, RequestView,
    RequestsView, ResolutionView, RoomView, RoomsView, RowFilter, SavedCode, SavedFile,
    SessionView, SettingsView, SimilarView, StaffView, SyncView, TableView, ViewName, WhyView,
};

macro_rules! calls {
    ($($(#[$doc:meta])* $name:ident = $key:literal $($ask:ident {
        $($(#[$field_doc:meta])* $field:ident: $kind:ty,)*
    })? -> $reply:ident by [$($view:ident),*];)*) => {
        $($(
            #[doc = concat!("What is asked of `", $key, "`.")]
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            #[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
            #[serde(deny_unknown_fields)]
            pub struct $ask {
                $($(#[$field_doc])* pub $field: $kind,)*
            }
        )?)*

        /// A question to the device.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[serde(tag = "ask")]
        pub enum Query {
            $(
                $(#[$doc])*
                #[serde(rename = $key)]
                $name$(($ask))?,
            )*
        }

        /// The reply to a question: the view itself.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(untagged)]
        pub enum Answer {
            $($(#[$doc])* $name(Box<$reply>),)*
        }

        $(
            impl From<$reply> for Answer {
                fn from(view: $reply) -> Self {
                    Self::$name(Box::new(view))
                }
            }
        )*

        /// Each question by its key, and the views whose change makes its answer old.
        pub const REFRESHED_BY: &[(&str, &[ViewName])] = &[$(($key, &[$(ViewName::$view),*]),)*];

        #[cfg(feature = "bindings")]
        pub(super) fn replies(types: &mut super::types::Types) -> Vec<(&'static str, String)> {
            vec![$(($key, types.name::<$reply>()),)*]
        }
    };
}

calls! {
    /// Who is signed in, and the organisations.
    Session = "session" -> SessionView by [Session];
    /// The open requests of one organisation or of all.
    Requests = "requests" RequestsAsk {
        /// Which organisation; all of them when none is named.
        organisation: Option<OrganisationId>,
        /// What somebody typed to find people.
        search: Option<String>,
        /// How they came in; both ways when none is named.
        came_by: Option<CameBy>,
        /// Waiting for so many days at least.
        waiting_days: Option<u32>,
        /// Those that are put off, instead of those that are not.
        snoozed: Option<bool>,
        /// Where the window begins.
        offset: Option<u32>,
        /// How many rows it holds, at most 500.
        limit: Option<u32>,
    } -> RequestsView by [Requests];
    /// One request with everything its panel shows.
    Request = "request" RequestAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        membership: MembershipId,
    } -> RequestView by [Requests];
    /// What needs care beside requests, of one organisation or of all.
    Care = "care" CareAsk {
        /// Which organisation; all of them when none is named.
        organisation: Option<OrganisationId>,
        /// What somebody typed to find people.
        search: Option<String>,
        /// Those that are put off, instead of those that are not.
        snoozed: Option<bool>,
    } -> CareView by [Requests, Invitations, People];
    /// A window of the people of an organisation.
    People = "people" PeopleAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// What somebody typed to find people.
        search: Option<String>,
        /// In which states; members of every kind and the invited when none is named.
        states: Option<Vec<PersonState>>,
        /// At which level.
        level: Option<LevelRef>,
        /// With which room.
        room: Option<RoomId>,
        /// Not signed in for so many days.
        unseen_days: Option<u32>,
        /// In which order; by name unless said otherwise.
        sort: Option<PeopleOrder>,
        /// Whether the order is turned round.
        descending: Option<bool>,
        /// Where the window begins.
        offset: Option<u32>,
        /// How many rows it holds, at most 500.
        limit: Option<u32>,
    } -> PeopleView by [People];
    /// One person with everything their panel shows.
    Person = "person" PersonAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        membership: MembershipId,
    } -> PersonView by [People];
    /// The rooms that people can be found by.
    Rooms = "rooms" RoomsAsk {
        /// Of which organisation.
        organisation: OrganisationId,
    } -> RoomsView by [Levels];
    /// Another level in place of what members have, or a room beyond it, with who can have it and what it comes to;
    /// nothing is changed by it.
    AnotherLevel = "another_level" AnotherLevelAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Whose, at most 500.
        memberships: Vec<MembershipId>,
        /// Which; without one only what there is to choose is told.
        level: Option<LevelRef>,
        /// The room that they are given beyond what they have, where it is about one and no level.
        room: Option<RoomId>,
    } -> AnotherLevelView by [People, Levels];
    /// The editor of somebody's access, with a draft judged and told in full; nothing is changed by it.
    AccessForm = "access_form" AccessFormAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Whose: requests, invitations, or memberships of any age, at most 500; nobody's where invitations are written.
        memberships: Vec<MembershipId>,
        /// The draft; without one what is there, or what is proposed.
        grant: Option<Grant>,
        /// Of several people, the draft as it began; without one what they have in common.
        begun: Option<Box<Grant>>,
        /// Of several people, the parts that everybody gets as the draft has them, also where it has them as it began.
        whole: Option<Vec<GrantPart>>,
        /// The version that was looked at when the draft was begun, where it is about one.
        based_on: Option<Version>,
    } -> AccessFormView by [People, Requests, Invitations, Levels];
    /// Why somebody may do something, or may not: where it comes from, and what takes it away.
    Why = "why" WhyAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Whose membership.
        membership: Option<MembershipId>,
        /// Who, where no membership is named: somebody may act here without one. Whoever sits here where nobody is.
        person: Option<PersonId>,
        /// What.
        permission: Permission,
        /// And whether they may enter this room besides.
        room: Option<RoomId>,
    } -> WhyView by [People, Levels];
    /// The editor of an own level, with a draft judged and told in full; nothing is changed by it.
    LevelForm = "level_form" LevelFormAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which; a new one when none is named.
        level: Option<LevelId>,
        /// What a new one begins as.
        copies: Option<LevelRef>,
        /// The draft of its name.
        name: Option<String>,
        /// The draft of what it allows.
        permissions: Option<PermissionSet>,
        /// The version that was looked at when the draft was begun.
        based_on: Option<Version>,
        /// What its holders would have instead if it were deleted.
        replacement: Option<LevelRef>,
    } -> LevelFormView by [Levels, People];
    /// A window of the rooms, with the sites they belong to.
    Places = "places" PlacesAsk {
        /// Of which organisation.
        organisation: OrganisationId,
        /// What somebody typed to find rooms and sites.
        search: Option<String>,
        /// Where the window begins.
        offset: Option<u32>,
        /// How many rooms it holds, at most 500.
        limit: Option<u32>,
    } -> PlacesView by [Levels];
    /// One room with everything that its panel shows.
    Room = "room" RoomAsk {
        /// Of which organisation.
        organisation: OrganisationId,
        /// Which.
        room: RoomId,
    } -> RoomView by [Levels, People];
    /// One tab of the invitations.
    Invitations = "invitations" InvitationsAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which tab.
        tab: InvitationTab,
        /// What somebody typed to find invitations.
        search: Option<String>,
        /// Where the window begins.
        offset: Option<u32>,
        /// How many rows it holds, at most 500.
        limit: Option<u32>,
    } -> InvitationsView by [Invitations];
    /// One invitation with everything its panel shows.
    Invitation = "invitation" InvitationAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        membership: MembershipId,
    } -> InvitationView by [Invitations];
    /// The dialog that invites.
    InviteForm = "invite_form" InviteFormAsk {
        /// In which organisation.
        organisation: OrganisationId,
    } -> InviteForm by [Levels, Sync];
    /// What each typed contact would come to.
    CheckContacts = "check_contacts" CheckContactsAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// As they were typed, at most 500.
        contacts: Vec<String>,
        /// At which level they would be invited.
        level: LevelRef,
    } -> ContactsView by [People, Invitations];
    /// The secret link of an open invitation; only the server knows it, and notes that it was shown.
    InvitationLink = "invitation_link" InvitationLinkAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        membership: MembershipId,
    } -> InvitationLinkView by [];
    /// The secret link of a share link or QR code; only the server knows it, and notes that it was shown.
    LinkUrl = "link_url" LinkUrlAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        link: LinkId,
    } -> LinkUrlView by [];
    /// The table that is being looked at, as it would be sent.
    Table = "table" TableAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// At which level they would be invited.
        level: LevelRef,
        /// Which rows; all of them unless said otherwise.
        only: Option<RowFilter>,
        /// Where the window begins.
        offset: Option<u32>,
        /// How many rows it holds, at most 500.
        limit: Option<u32>,
    } -> TableView by [Import];
    /// What was sent of tables.
    Batches = "batches" -> BatchesView by [Import];
    /// One batch with everything its screen shows.
    Batch = "batch" BatchAsk {
        /// Which.
        batch: Uuid,
        /// Where the window begins.
        offset: Option<u32>,
        /// How many rows it holds, at most 500.
        limit: Option<u32>,
    } -> BatchView by [Import, Invitations];
    /// Saves the rows of a batch that were not sent, with what is wrong with each, and says where.
    SaveRows = "save_rows" SaveRowsAsk {
        /// Which.
        batch: Uuid,
        /// The heading of the column that says what is wrong.
        heading: String,
        /// What each row that was not sent is to say there, by its number.
        errors: Vec<(u32, String)>,
    } -> SavedFile by [];
    /// Saves the code of a link as an SVG file, and says where; the server notes that it was shown.
    SaveCode = "save_code" SaveCodeAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// Which.
        link: LinkId,
        /// What the file is called, without its ending.
        name: String,
    } -> SavedCode by [];
    /// The access levels.
    Levels = "levels" LevelsAsk {
        /// Of which organisation.
        organisation: OrganisationId,
    } -> LevelsView by [Levels];
    /// A page of the history.
    History = "history" HistoryAsk {
        /// Of which organisation.
        organisation: OrganisationId,
        /// Only entries with a lower number.
        #[cfg_attr(feature = "bindings", ts(optional, type = "number"))]
        before: Option<u64>,
        /// How many at most, at most 200.
        limit: Option<u32>,
        /// What somebody typed to find entries among those kept on this computer.
        search: Option<String>,
    } -> HistoryView by [History];
    /// Saves entries of the history to a new file.
    HistoryFile = "history_file" HistoryFileAsk {
        /// Of which organisation.
        organisation: OrganisationId,
        /// In which form.
        form: FileForm,
        /// The entries, as they are said.
        lines: Vec<HistoryLine>,
        /// What they are narrowed to, in words.
        filters: Vec<String>,
    } -> HistoryFileView by [];
    /// What was made on this computer and what became of it.
    Outbox = "outbox" -> OutboxView by [Outbox];
    /// The command that comes of a conflict when it is settled line by line.
    Resolution = "resolution" ResolutionAsk {
        /// The command that was refused.
        id: CommandId,
        /// The lines in which what holds now is kept.
        theirs: Vec<ConflictField>,
    } -> ResolutionView by [];
    /// How this device stands with the server.
    Sync = "sync" -> SyncView by [Sync];
    /// What is set on this computer.
    Settings = "settings" -> SettingsView by [Settings, People, Requests, Invitations];
    /// The organisation's own settings.
    OrganisationSettings = "organisation_settings" OrganisationSettingsAsk {
        /// Of which organisation.
        organisation: OrganisationId,
    } -> OrganisationSettingsView by [Levels];
    /// The ways in for strangers: the organisation's public page and application, where it has them.
    PublicPage = "public_page" PublicPageAsk {
        /// Of which organisation.
        organisation: OrganisationId,
    } -> PublicPageView by [Levels, People];
    /// Those the organisation keeps by name, with or without a login.
    Staff = "staff" StaffAsk {
        /// Of which organisation.
        organisation: OrganisationId,
    } -> StaffView by [People, Invitations];
    /// Whom the organisation knows who may be the one who asks: reached in the same way, or by the same name.
    Similar = "similar" SimilarAsk {
        /// In which organisation.
        organisation: OrganisationId,
        /// The request.
        membership: MembershipId,
    } -> SimilarView by [People, Requests];
    /// Who owns and who manages an organisation.
    Ownership = "ownership" OwnershipAsk {
        /// Which.
        organisation: OrganisationId,
    } -> OwnershipView by [People, Levels];
    /// What is offered to whoever sits here.
    Offers = "offers" -> OffersView by [Session, People];
    /// What the person was told, the newest first.
    Bell = "bell" BellAsk {
        /// How many rows at most, at most 5,000.
        limit: Option<u32>,
    } -> BellView by [Bell];
    /// What somebody typed as mail domains, each as it would be kept.
    MailDomains = "mail_domains" MailDomainsAsk {
        /// As they were typed.
        typed: Vec<String>,
    } -> MailDomainsView by [];
    /// New identities for the records that commands make.
    Ids = "ids" IdsAsk {
        /// How many.
        count: u32,
    } -> IdsView by [];
}
