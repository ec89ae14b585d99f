//! Management: an organisation manages another one, in one step only, because an Owner of either side agreed.

mod accept;
mod end;
mod proposal;
mod propose;

pub use self::accept::AcceptManagement;
pub use self::end::EndManagement;
pub use self::proposal::ManagementProposal;
pub use self::propose::ProposeManagement;
