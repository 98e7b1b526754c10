//! Pure decisions about hours. Those that need the time zone database are in `slots`.

use crate::availability::model::{TimeOfDay, WeeklyHours};

/// The starts of the slots that fit into hours, as minutes after midnight.
pub fn grid(from: TimeOfDay, to: TimeOfDay, slot_minutes: u16) -> impl Iterator<Item = i32> {
    let step = i32::from(slot_minutes.max(1));
    (0..)
        .map(move |n| from.minutes() + n * step)
        .take_while(move |start| start + step <= to.minutes())
}

/// For each row that overlaps an earlier one on the same wall clock: its place and that of the other.
///
/// `same_clock` says whether two rows' clinics share a clock: a doctor who works in two time
/// zones may write hours that only look as if they overlapped.
pub fn overlapping(
    rows: &[WeeklyHours],
    same_clock: impl Fn(&WeeklyHours, &WeeklyHours) -> bool,
) -> Vec<(usize, usize)> {
    let clash = |a: &WeeklyHours, b: &WeeklyHours| {
        a.weekday == b.weekday && a.from < b.to && b.from < a.to && same_clock(a, b)
    };
    rows.iter()
        .enumerate()
        .filter_map(|(n, row)| {
            rows[..n]
                .iter()
                .position(|earlier| clash(earlier, row))
                .map(|other| (n, other))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn hours(weekday: u8, from: &str, to: &str) -> WeeklyHours {
        WeeklyHours {
            clinic_id: Uuid::nil(),
            weekday,
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            slot_minutes: 30,
        }
    }

    #[test]
    fn only_whole_slots_fit() {
        let starts = |from: &str, to: &str, slot| {
            grid(from.parse().unwrap(), to.parse().unwrap(), slot).collect::<Vec<_>>()
        };
        assert_eq!(starts("09:00", "10:20", 30), [540, 570]);
        assert_eq!(starts("23:00", "24:00", 60), [1380]);
        assert_eq!(starts("09:00", "09:20", 30), [0; 0]);
    }

    #[test]
    fn rows_of_one_day_must_not_overlap() {
        let rows = [
            hours(1, "09:00", "12:00"),
            hours(1, "12:00", "14:00"),
            hours(2, "09:00", "12:00"),
            hours(1, "11:30", "13:00"),
        ];
        assert_eq!(overlapping(&rows, |_, _| true), [(3, 0)]);
        assert_eq!(overlapping(&rows, |_, _| false), []);
    }
}
