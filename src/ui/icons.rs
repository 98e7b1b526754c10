//! The symbols. Each is one path on a grid of 24, drawn with a round pen. They stand beside
//! words, so they say nothing to a screen reader.

use dioxus::prelude::*;

/// Which symbol.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum IconName {
    Arrow,
    Bell,
    Calendar,
    Camera,
    Chart,
    Check,
    Chevron,
    Clock,
    Cross,
    Download,
    Edit,
    External,
    Eye,
    History,
    Home,
    Inbox,
    Info,
    Language,
    Lock,
    Mail,
    Menu,
    Minus,
    Note,
    People,
    Person,
    Phone,
    Pin,
    Plus,
    Print,
    Refresh,
    Search,
    Settings,
    Shield,
    SignOut,
    Trash,
    Warning,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            Self::Arrow => "M4 12h16M14 6l6 6-6 6",
            Self::Bell => {
                "M6 9a6 6 0 1 1 12 0c0 6 2.5 7 2.5 7h-17S6 15 6 9M10 20a2.2 2.2 0 0 0 4 0"
            }
            Self::Calendar => {
                "M6 5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM4 10h16M9 3v4M15 3v4"
            }
            Self::Camera => {
                "M4 8h3.500l1.500-3h6l1.500 3H20v11H4zM12 10a3.300 3.300 0 1 0 0 6.600a3.300 3.300 0 0 0 0-6.600"
            }
            Self::Chart => "M4 4v16h16M9 16v-4M13.500 16V8M18 16v-6",
            Self::Check => "M4.500 12.500l5 5L19.500 7",
            Self::Chevron => "M6 9.500l6 6 6-6",
            Self::Clock => "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M12 8v4.500l3 1.800",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Download => "M12 4v11M7 10.500l5 5 5-5M5 20h14",
            Self::Edit => "M4 20l1-4.500L16 4.500l3.500 3.500L8.500 19zM13.500 7l3.500 3.500",
            Self::External => "M13 5h6v6M19 5l-9 9M16 14v5H5V8h5",
            Self::Eye => {
                "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12M12 9.200a2.800 2.800 0 1 0 0 5.600a2.800 2.800 0 0 0 0-5.600"
            }
            Self::History => "M4.500 9A8 8 0 1 1 4 12M4 4.500V9h4.500M12 8v4.500l3 1.800",
            Self::Home => "M4 11l8-7 8 7M6 9.500V20h12V9.500M10 20v-6h4v6",
            Self::Inbox => "M4 13h4l2 3h4l2-3h4M5.500 5h13L20 13v6H4v-6z",
            Self::Info => "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M12 11v5M12 8v.100",
            Self::Language => {
                "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16"
            }
            Self::Lock => "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
            Self::Mail => "M4 6h16v12H4zM4 7l8 6.500L20 7",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Minus => "M5 12h14",
            Self::Note => "M6 4h8l4 4v12H6zM14 4v4h4M9 13h6M9 16.500h4",
            Self::People => {
                "M9 5.800a3.200 3.200 0 1 0 0 6.400a3.200 3.200 0 0 0 0-6.400M3.500 19c.6-3.200 2.700-5 5.500-5s4.900 1.800 5.500 5M16 6.300a3 3 0 0 1 0 5.400M17.500 14.500c1.700.700 2.700 2.300 3 4.500"
            }
            Self::Person => {
                "M12 5.400a3.600 3.600 0 1 0 0 7.200a3.600 3.600 0 0 0 0-7.200M5 20c.8-3.600 3.500-5.500 7-5.500s6.200 1.900 7 5.500"
            }
            Self::Phone => {
                "M5 4h4l1.500 4.500-2.300 1.600a11 11 0 0 0 5.700 5.700l1.600-2.300L20 15v4c0 .6-.5 1-1 1A15.500 15.500 0 0 1 4 5c0-.5.4-1 1-1"
            }
            Self::Pin => {
                "M12 21s6.500-5.800 6.500-11A6.500 6.500 0 0 0 5.500 10c0 5.200 6.500 11 6.500 11zM12 7.600a2.400 2.400 0 1 0 0 4.800a2.400 2.400 0 0 0 0-4.800"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Refresh => "M19.500 9A8 8 0 1 0 20 12M20 4.500V9h-4.500",
            Self::Search => "M11 4.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 0 0 0-13M16 16l4 4",
            Self::Settings => {
                "M4 7h9M19 7h1M16 4.800a2.200 2.200 0 1 0 0 4.400a2.200 2.200 0 0 0 0-4.400M4 17h1M11 17h9M8 14.800a2.200 2.200 0 1 0 0 4.400a2.200 2.200 0 0 0 0-4.400"
            }
            Self::Shield => {
                "M12 3.500l7 2.500v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6zM9 12l2.300 2.300L15.300 10"
            }
            Self::SignOut => "M10 4H5v16h5M9.500 12H20M16 8l4 4-4 4",
            Self::Trash => "M4.500 7h15M9 7V4h6v3M6.500 7l1 13h9l1-13M10 11v5M14 11v5",
            Self::Warning => "M12 4.500L21 20H3zM12 10.500v4M12 17v.100",
        }
    }
}

/// One symbol, in the colour of the text. `class` is `icon`, `icon s` or `icon l`. What points
/// along the line is turned where that runs from right to left.
#[component]
pub fn Icon(name: IconName, #[props(default = "icon")] class: &'static str) -> Element {
    rsx! {
        svg {
            class,
            view_box: "0 0 24 24",
            fill: "none",
            stroke: "currentColor",
            stroke_width: "1.8",
            stroke_linecap: "round",
            stroke_linejoin: "round",
            "aria-hidden": "true",
            "data-turns": matches!(name, IconName::Arrow | IconName::External | IconName::SignOut).then_some("true"),
            path { d: name.path() }
        }
    }
}
