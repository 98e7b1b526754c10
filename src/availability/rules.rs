//! Pure decisions about hours. Those that need the time zone database are in `slots`.

use crate::availability::model::{Outside, TimeOfDay, WeeklyHours};

/// The starts of the slots of this length that fit into hours with a gap between them, as minutes
/// after midnight.
pub fn grid(from: TimeOfDay, to: TimeOfDay, length: i32, gap: i32) -> impl Iterator<Item = i32> {
    let step = (length + gap).max(1);
    (0..)
        .map(move |n| from.minutes() + n * step)
        .take_while(move |start| start + length <= to.minutes())
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

/// How many of the appointments that hours leave behind are named.
const NAMED: usize = 5;

/// What a doctor is told before hours are saved that leave these appointments behind.
pub fn left_behind(left: &[Outside]) -> String {
    let named = left
        .iter()
        .take(NAMED)
        .map(|one| {
            let local = &one.local;
            ts!(
                "availability-left-one",
                name = one.patient_name,
                day = local.short_day(),
                hours = local.hours()
            )
        })
        .reduce(|list, next| ts!("availability-left-next", list = list, next = next));
    let mut list = named.unwrap_or_default();
    let more = left.len().saturating_sub(NAMED);
    if more > 0 {
        list = ts!("availability-left-more", list = list, count = more);
    }
    ts!("availability-left", count = left.len(), list = list)
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
        let starts = |from: &str, to: &str, length, gap| {
            grid(from.parse().unwrap(), to.parse().unwrap(), length, gap).collect::<Vec<_>>()
        };
        assert_eq!(starts("09:00", "10:20", 30, 0), [540, 570]);
        assert_eq!(starts("23:00", "24:00", 60, 0), [1380]);
        assert_eq!(starts("09:00", "09:20", 30, 0), [0; 0]);
        // The gap lies between, not at the end.
        assert_eq!(starts("09:00", "10:10", 30, 10), [540, 580]);
        assert_eq!(starts("09:00", "10:09", 30, 10), [540]);
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
