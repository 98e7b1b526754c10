//! A date, typed in three inputs.

/// Joins what was typed into the three inputs of a date: `1984-03-09` where they are
/// numbers, empty where all are empty, else what was typed, for the server to refuse.
pub fn join_date(day: &str, month: &str, year: &str) -> String {
    let (day, month, year) = (day.trim(), month.trim(), year.trim());
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return String::new();
    }
    let mut date = String::with_capacity(10);
    date.push_str(year);
    for part in [month, day] {
        date.push('-');
        if part.len() == 1 && part.as_bytes()[0].is_ascii_digit() {
            date.push('0');
        }
        date.push_str(part);
    }
    date
}

/// Takes a date apart for the three inputs: day, month and year without leading zeros.
pub fn split_date(date: &str) -> [String; 3] {
    let mut parts = date.splitn(3, '-');
    let mut next = || {
        parts
            .next()
            .unwrap_or_default()
            .trim_start_matches('0')
            .to_owned()
    };
    let (year, month, day) = (next(), next(), next());
    [day, month, year]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_joined_with_leading_zeros() {
        assert_eq!(join_date("9", " 3 ", "1984"), "1984-03-09");
        assert_eq!(join_date("31", "12", "2001"), "2001-12-31");
    }

    #[test]
    fn an_empty_date_is_empty_and_a_wrong_one_stays_as_typed() {
        assert_eq!(join_date("", " ", ""), "");
        assert_eq!(join_date("9", "March", "1984"), "1984-March-09");
        assert_eq!(join_date("9", "", "1984"), "1984--09");
    }

    #[test]
    fn a_date_comes_apart_as_it_was_typed() {
        assert_eq!(split_date("1984-03-09"), ["9", "3", "1984"]);
        assert_eq!(split_date(""), ["", "", ""]);
        assert_eq!(join_date("9", "3", "1984"), "1984-03-09");
    }
}
