//! The views: finished for rendering, with what may be done already judged.

mod access;
mod bell;
mod history;
mod import;
mod invitations;
mod level_form;
mod levels;
mod outbox;
mod ownership;
mod people;
mod places;
mod requests;
mod session;
mod settings;
mod staff;

pub use access::{
    AccessAct, AccessFormView, AccessNumbers, AccessShare, AccessSubject, AddedRow,
    AnotherLevelView, EdgeShare, NamedSite, PermissionBox, RoomChoice, SiteChoice, StaffBoxes,
    StaffChoice, WhyView,
};
pub use bell::{BellRow, BellView};
pub use history::{
    ActorKind, FileForm, HistoryEntry, HistoryFacts, HistoryFileView, HistoryLine, HistoryView,
    NamedLevel, NamedPlace,
};
pub use import::{
    BatchRow, BatchRowState, BatchSummary, BatchView, BatchesView, ColumnUse, OpenTable, RowFilter,
    RowFix, RowProblem, RowState, SavedFile, TableColumn, TableCounts, TableLevel, TableRow,
    TableView,
};
pub use invitations::{
    Channel, ContactLine, ContactOutcome, ContactsView, GraveLevel, InvitationCounts,
    InvitationLinkView, InvitationRow, InvitationStep, InvitationTab, InvitationView,
    InvitationsView, InviteChannels, InviteForm, LinkRow, LinkUrlView, MailDomainLine,
    MailDomainsView, SavedCode, TextsForm,
};
pub use level_form::{LevelFormView, LevelReplacement};
pub use levels::{LevelColumn, LevelGroup, LevelsView, PermissionGroup};
pub use outbox::{
    ConflictDraft, ConflictField, ConflictLine, ConflictValue, ConflictView, EntryState,
    OutboxBatch, OutboxEntry, OutboxView, ResolutionView,
};
pub use ownership::{Managed, OfferKind, OfferRow, OffersView, OtherOrganisation, OwnershipView};
pub use people::{
    GivenExtra, PeopleFilter, PeopleOrder, PeopleView, PersonRow, PersonView, RoomName, RoomsView,
    SimilarView,
};
pub use places::{PlaceRoom, PlaceSite, PlacesView, RoomHolder, RoomSite, RoomView};
pub use requests::{
    CameBy, CareFilter, CareRow, CareView, RequestRow, RequestView, RequestsFilter, RequestsView,
};
pub use session::{
    AccountSync, HandedLink, IdsView, Kept, KnownOrganisation, LinkedPlace, LinkedScreen, Rights,
    SessionView, SignedInView, SyncState, SyncView, ViewName,
};
pub use settings::{
    Column, Density, InvitingSettings, OrganisationSettingsView, PublicPageView, QuietHours,
    SavedQuestion, SavedView, Setting, SettingsView, Theme, ToldOf,
};
pub use staff::{StaffLogin, StaffRow, StaffView};
