//! The buttons that lead to other sites, only where whoever runs the server has named any.

use crate::pages::next;
use crate::pages::visitor::Visitor;

/// A way in with the account of another site.
#[derive(Debug, Clone)]
pub struct Way {
    /// Where it begins.
    pub href: String,
    /// What its button says.
    pub label: String,
}

/// All of them, going on to a page.
pub fn ways(visitor: &Visitor, going: Option<&str>) -> Vec<Way> {
    let providers = &visitor.app.config().providers;
    let way = |(key, provider): (&String, &crate::config::Provider)| Way {
        href: begin(key, going),
        label: visitor
            .words
            .say_of("with-continue", "provider", &provider.name),
    };
    providers.iter().map(way).collect()
}

/// Where a way in begins.
pub fn begin(key: &str, going: Option<&str>) -> String {
    next::with(&format!("/with/{key}"), going)
}
