//! What somebody types as the mail domains of a link, read as the rules keep them.

use doorward_domain::MOST_LINK_DOMAINS;

use crate::contract::{MailDomainLine, MailDomainsAsk, MailDomainsView};

/// Each text with the domain that it is, if it is one: whoever asks about many hears of all of them.
pub(crate) fn mail_domains(ask: &MailDomainsAsk) -> MailDomainsView {
    let line = |typed: &String| MailDomainLine {
        typed: typed.clone(),
        domain: typed.parse().ok(),
    };
    MailDomainsView {
        lines: ask.typed.iter().map(line).collect(),
        most: MOST_LINK_DOMAINS,
    }
}
