//! Times of day on a wall.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::wire::word;

/// A time of day on a clinic's wall, to the minute: `"09:00"`; `"24:00"` is the end of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub struct TimeOfDay(u16);

word!(TimeOfDay, |text| text.parse().ok(), TimeOfDay::END);

impl TimeOfDay {
    /// The end of the day.
    pub const END: Self = Self(1440);

    /// So many minutes after midnight, at most 1440.
    pub fn from_minutes(minutes: i32) -> Option<Self> {
        u16::try_from(minutes)
            .ok()
            .filter(|minutes| *minutes <= 1440)
            .map(Self)
    }

    /// Minutes after midnight.
    pub fn minutes(self) -> i32 {
        i32::from(self.0)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

impl FromStr for TimeOfDay {
    /// Who asks knows what to say: it is no time of day.
    type Err = ();

    /// Reads `9:00`, `09:00` and, as some browsers send it, `09:00:00`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let two = |part: &str| {
            Some(part)
                .filter(|part| {
                    (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
                })
                .and_then(|part| part.parse::<u16>().ok())
        };
        let mut parts = text.trim().splitn(3, ':');
        let hours = parts.next().and_then(two);
        let minutes = parts.next().and_then(two);
        let seconds_are_none = parts.next().is_none_or(|seconds| seconds == "00");
        match (hours, minutes) {
            (Some(hours), Some(minutes))
                if minutes < 60
                    && seconds_are_none
                    && (hours < 24 || (hours, minutes) == (24, 0)) =>
            {
                Ok(Self(hours * 60 + minutes))
            }
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_have_one_form() {
        for (text, shown) in [
            ("9:00", "09:00"),
            ("09:30:00", "09:30"),
            (" 23:59 ", "23:59"),
            ("24:00", "24:00"),
        ] {
            assert_eq!(
                text.parse::<TimeOfDay>().map(|time| time.to_string()),
                Ok(shown.to_owned())
            );
        }
        for wrong in [
            "", "9", "24:01", "12:60", "-1:00", "+9:00", "09:00:30", "noon", "009:00",
        ] {
            assert!(wrong.parse::<TimeOfDay>().is_err(), "{wrong}");
        }
    }
}
