//! What is shown of people.

use chrono::NaiveDate;

pub fn age(born: NaiveDate, today: NaiveDate) -> u32 {
    today.years_since(born).unwrap_or(0)
}

/// The first letters of the first and the last name, without a title.
pub fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter(|word| !matches!(*word, "Dr" | "Dr." | "Prof" | "Prof." | "Dra."));
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).collect()
}

/// The address of a picture, from what the database keeps of it.
pub fn photo(kept: Option<String>) -> Option<String> {
    let kept = kept?;
    match kept.strip_prefix("disk:") {
        Some(name) => Some(format!("/media/{name}")),
        None => kept.strip_prefix("cloudinary:").map(str::to_owned),
    }
}
