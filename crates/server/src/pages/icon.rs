//! The drawings of the pages, in the strokes of the desktop's icons (Lucide, ISC). Each stands beside words that say the
//! same.

/// One drawing, by what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// It is done.
    Done,
    /// Somebody waits for an answer.
    Waiting,
    /// A letter is on its way.
    Mail,
    /// Its time has passed.
    Expired,
    /// A link that leads nowhere.
    Lost,
    /// Somebody said no, or took it back.
    Declined,
    /// A door that is closed.
    Closed,
    /// Too quick.
    Hourglass,
    /// Something is wrong.
    Alert,
    /// It is paused.
    Paused,
    /// It begins later.
    Ahead,
    /// It is over.
    Over,
}

impl Icon {
    /// What it looks like: the inside of an SVG of 24 by 24.
    pub const fn drawing(self) -> &'static str {
        match self {
            Self::Done => r#"<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>"#,
            Self::Waiting => r#"<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>"#,
            Self::Mail => {
                r#"<rect x="2" y="4" width="20" height="16" rx="2"/><path d="m22 7-9 5.7a2 2 0 0 1-2 0L2 7"/>"#
            }
            Self::Expired | Self::Over => {
                r#"<path d="M8 2v3M16 2v3M3 9h18m-7 4-4 4m0-4 4 4"/><rect x="3" y="3" width="18" height="18" rx="2"/>"#
            }
            Self::Lost => {
                r#"<path d="M9 17H7A5 5 0 0 1 7 7m8 0h2a5 5 0 0 1 4 8M8 12h4M2 2l20 20"/>"#
            }
            Self::Declined => r#"<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6m0-6 6 6"/>"#,
            Self::Closed => {
                r#"<path d="M18 20V6a2 2 0 0 0-2-2H8a2 2 0 0 0-2 2v14M2 20h20M14 12v.01"/>"#
            }
            Self::Hourglass => {
                r#"<path d="M5 22h14M5 2h14M17 22v-4.2a2 2 0 0 0-.6-1.4L12 12l-4.4 4.4a2 2 0 0 0-.6 1.4V22M7 2v4.2a2 2 0 0 0 .6 1.4L12 12l4.4-4.4a2 2 0 0 0 .6-1.4V2"/>"#
            }
            Self::Alert => r#"<circle cx="12" cy="12" r="10"/><path d="M12 8v4m0 4v.01"/>"#,
            Self::Paused => r#"<path d="M9 5v14M15 5v14"/>"#,
            Self::Ahead => {
                r#"<path d="M8 2v3M16 2v3M3 9h18"/><rect x="3" y="3" width="18" height="18" rx="2"/>"#
            }
        }
    }

    /// The tone it is drawn in.
    pub const fn tone(self) -> &'static str {
        match self {
            Self::Done => "ok",
            Self::Waiting | Self::Hourglass | Self::Paused => "warn",
            Self::Mail | Self::Ahead => "info",
            Self::Alert => "bad",
            Self::Expired | Self::Over | Self::Lost | Self::Declined | Self::Closed => "mute",
        }
    }
}
