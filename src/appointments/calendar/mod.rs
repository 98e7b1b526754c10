//! Calendar files: `file` writes iCalendar, `zone` the time zones in it. What stands in a file is
//! for [`super::service`] to say, and [`super::downloads`] hands it out.

mod file;
mod zone;

pub use file::{Entry, File, Method, Organiser, Standing};
