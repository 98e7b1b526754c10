//! What stands around every page.

use crate::session::Viewer;

pub struct Frame {
    pub title: String,
    pub path: &'static str,
    pub viewer: Option<Viewer>,
}

/// A place in the navigation.
pub struct Place {
    pub path: &'static str,
    pub label: &'static str,
    /// What its symbol draws.
    pub icon: &'static str,
}

const PERSON: &str = "M12 5.400a3.600 3.600 0 1 0 0 7.200a3.600 3.600 0 0 0 0-7.200M5 20c.8-3.600 3.500-5.500 7-5.500s6.200 1.900 7 5.500";

const FIND: Place = Place {
    path: "/doctors",
    label: "Find a doctor",
    icon: "M11 4.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 0 0 0-13M16 16l4 4",
};

const DOCTORS: [Place; 4] = [
    Place {
        path: "/appointments",
        label: "Requests",
        icon: "M4 13h4l2 3h4l2-3h4M5.500 5h13L20 13v6H4v-6z",
    },
    Place {
        path: "/patients",
        label: "Patients",
        icon: PERSON,
    },
    Place {
        path: "/availability",
        label: "Hours",
        icon: "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M12 8v4.500l3 1.800",
    },
    Place {
        path: "/reports",
        label: "Reports",
        icon: "M4 4v16h16M9 16v-4M13.500 16V8M18 16v-6",
    },
];

const PATIENTS: [Place; 2] = [
    Place {
        path: "/appointments",
        label: "Appointments",
        icon: "M6 5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM4 10h16M9 3v4M15 3v4",
    },
    FIND,
];

pub const YOU: Place = Place {
    path: "/settings",
    label: "You",
    icon: PERSON,
};

/// Code, its own name, which way it is written.
pub const LANGUAGES: [(&str, &str, &str); 3] = [
    ("en", "English", "ltr"),
    ("es", "Español", "ltr"),
    ("ar", "العربية", "rtl"),
];

impl Frame {
    /// What this role needs at hand.
    pub fn places(&self) -> &'static [Place] {
        match self.viewer.as_ref().map(|viewer| viewer.role.as_str()) {
            Some("doctor") => &DOCTORS,
            Some("patient") => &PATIENTS,
            Some(_) => &[],
            None => &[FIND],
        }
    }
}
