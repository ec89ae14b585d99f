//! What somebody types as the mail domains of a link, read as the rules keep them.

use doorward_domain::MOST_LINK_DOMAINS;

use crate::contract::{MailDomainLine, MailDomainsAsk, MailDomainsView};

/// Texts looked at in one question at most.
const MOST: usize = 100;

/// Each text with the domain that it is, if it is one.
pub(crate) fn mail_domains(ask: &MailDomainsAsk) -> MailDomainsView {
    let line = |typed: &String| MailDomainLine {
        typed: typed.clone(),
        domain: typed.parse().ok(),
    };
    MailDomainsView {
        lines: ask.typed.iter().take(MOST).map(line).collect(),
        most: MOST_LINK_DOMAINS,
    }
}
