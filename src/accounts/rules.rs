//! What counts as a name, an address, a password, a date of birth.
//!
//! Each function takes what was typed and gives what it means, or the sentence that
//! stands beside the field.

use chrono::{Datelike, NaiveDate};

/// The longest name.
pub const NAME_MOST: usize = 120;
/// The longest e-mail address (RFC 5321, section 4.5.3.1.3).
pub const EMAIL_MOST: usize = 254;
/// The shortest password (OWASP ASVS 5.0, 6.2.1 asks for 8 at least, and 15 recommended).
pub const PASSWORD_LEAST: usize = 12;
/// The longest password; argon2 has no limit of its own, our time has.
pub const PASSWORD_MOST: usize = 256;

/// A person's name, trimmed, inner spaces folded.
///
/// # Errors
/// The sentence for the field.
pub fn full_name(typed: &str) -> Result<String, String> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(ts!("accounts-name-missing"));
    }
    if name.chars().count() > NAME_MOST {
        return Err(ts!("accounts-name-long", most = NAME_MOST));
    }
    if name.chars().any(|c| c.is_control() || is_invisible(c))
        || !name.chars().any(char::is_alphabetic)
    {
        return Err(ts!("accounts-name-letters"));
    }
    Ok(name)
}

/// Characters that are not seen, or turn the order of others: a name with them is not the name it
/// looks like (Unicode Technical Report 36, sections 2.5 and 2.6).
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// An e-mail address that could exist. Whether it does, only a letter to it can tell.
///
/// # Errors
/// The sentence for the field.
pub fn email(typed: &str) -> Result<String, String> {
    let address = typed.trim();
    let wrong = || Err(ts!("accounts-email-wrong"));
    if address.is_empty() {
        return Err(ts!("accounts-email-missing"));
    }
    if address.len() > EMAIL_MOST || address.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return wrong();
    }
    match address.rsplit_once('@') {
        Some((local, domain))
            if !local.is_empty()
                && local.len() <= 64
                && !local.contains('@')
                && domain.contains('.')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
                && !domain.contains("..")
                && domain
                    .chars()
                    .all(|c| c.is_alphanumeric() || c == '.' || c == '-') =>
        {
            Ok(address.to_owned())
        }
        _ => wrong(),
    }
}

/// How an e-mail address is compared: two that differ in case alone are one account.
pub fn email_key(address: &str) -> String {
    address.trim().to_lowercase()
}

/// A new password. `email` and `name` are what it must not simply repeat.
///
/// # Errors
/// The sentence for the field.
pub fn new_password(typed: &str, email: &str, name: &str) -> Result<(), String> {
    let length = typed.chars().count();
    if length < PASSWORD_LEAST {
        return Err(ts!("accounts-password-short", least = PASSWORD_LEAST));
    }
    if length > PASSWORD_MOST {
        return Err(ts!("accounts-password-long", most = PASSWORD_MOST));
    }
    let lower = typed.to_lowercase();
    let repeats = |text: &str| {
        let text = text.trim().to_lowercase();
        text.chars().count() >= 4
            && lower.contains(&text)
            && lower.chars().count() < text.chars().count() + 6
    };
    if repeats(email) || repeats(name) || is_common(&lower) {
        return Err(ts!("accounts-password-guessed"));
    }
    Ok(())
}

/// Long enough, but among the first that are tried: a well-known one, one repeated, a row of keys.
fn is_common(lower: &str) -> bool {
    const STEMS: [&str; 34] = [
        "password",
        "passw0rd",
        "p@ssword",
        "p@ssw0rd",
        "qwerty",
        "qwertyuiop",
        "letmein",
        "welcome",
        "iloveyou",
        "admin",
        "administrator",
        "medappoint",
        "doctor",
        "hospital",
        "monkey",
        "dragon",
        "football",
        "baseball",
        "sunshine",
        "princess",
        "changeme",
        "secret",
        "abc",
        "abcabc",
        "trustno",
        "liverpool",
        "chelsea",
        "arsenal",
        "michael",
        "jessica",
        "superman",
        "batman",
        "starwars",
        "correcthorsebatterystaple",
    ];
    const ROWS: [&str; 6] = [
        "1qaz2wsx3edc4rfv5tgb6yhn",
        "qazwsxedcrfvtgbyhnujm",
        "01234567890123456789",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm",
        "1q2w3e4r5t6y7u8i9o0p",
    ];
    let letters: String = lower
        .chars()
        .filter(|c| c.is_alphabetic() || "0@".contains(*c))
        .collect();
    let stem = letters.trim_end_matches('0');
    let distinct = {
        let mut seen: Vec<char> = lower.chars().collect();
        seen.sort_unstable();
        seen.dedup();
        seen.len()
    };
    distinct < 5
        || has_row(lower, &ROWS)
        || STEMS
            .iter()
            .any(|common| stem == *common || *stem == common.repeat(2))
}

/// Whether most of it is a stretch of a row, forwards or backwards.
fn has_row(lower: &str, rows: &[&str]) -> bool {
    let typed: Vec<char> = lower.chars().collect();
    let stretch = 9.min(typed.len());
    let short = typed.len() < stretch + 6;
    short
        && typed.windows(stretch).any(|window| {
            let forwards: String = window.iter().collect();
            let backwards: String = window.iter().rev().collect();
            rows.iter()
                .any(|row| row.contains(&forwards) || row.contains(&backwards))
        })
}

/// A date of birth, typed as `1984-03-09`, of somebody alive.
///
/// # Errors
/// The sentence for the field.
pub fn date_of_birth(typed: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(ts!("accounts-born-missing"));
    }
    let date: NaiveDate = typed.parse().map_err(|_| ts!("accounts-born-real"))?;
    if date > today {
        return Err(ts!("accounts-born-past"));
    }
    if today.year() - date.year() > 130 {
        return Err(ts!("accounts-born-year"));
    }
    Ok(date)
}

/// Whole years at a day.
pub fn age(date_of_birth: NaiveDate, today: NaiveDate) -> u32 {
    today.years_since(date_of_birth).unwrap_or(0)
}

/// A phone number: digits with the signs that people write between them (ITU-T E.164: at most 15 digits).
///
/// # Errors
/// The sentence for the field.
pub fn phone(typed: &str) -> Result<Option<String>, String> {
    let number = typed.trim();
    if number.is_empty() {
        return Ok(None);
    }
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let readable = number
        .chars()
        .all(|c| c.is_ascii_digit() || " +-()./".contains(c));
    if readable && (5..=15).contains(&digits) && number.len() <= 32 {
        Ok(Some(number.to_owned()))
    } else {
        Err(ts!("accounts-phone-wrong"))
    }
}

/// A licence number, as printed by whoever issued it.
///
/// # Errors
/// The sentence for the field.
pub fn licence_number(typed: &str) -> Result<String, String> {
    let number = typed.trim().to_uppercase();
    match number.chars().count() {
        0 => Err(ts!("accounts-licence-missing")),
        3..=40
            if number
                .chars()
                .all(|c| c.is_alphanumeric() || " -/.".contains(c)) =>
        {
            Ok(number)
        }
        _ => Err(ts!("accounts-licence-wrong")),
    }
}

/// Free text that may be left empty.
///
/// # Errors
/// The sentence for the field.
pub fn optional_text(typed: &str, what: &str, most: usize) -> Result<Option<String>, String> {
    let text = typed.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.chars().count() > most {
        return Err(ts!(
            "accounts-text-long",
            what = what,
            most = most.to_string()
        ));
    }
    if text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
    {
        return Err(ts!("accounts-text-strange", what = what));
    }
    Ok(Some(text.to_owned()))
}

/// Free text that is needed; `ask` is the sentence where it is missing.
///
/// # Errors
/// The sentence for the field.
pub fn required_text(typed: &str, what: &str, ask: &str, most: usize) -> Result<String, String> {
    optional_text(typed, what, most)?.ok_or_else(|| ask.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn names_are_trimmed_and_bounded() {
        assert_eq!(full_name("  Ana   Reyes "), Ok("Ana Reyes".into()));
        assert!(full_name("").is_err());
        assert!(full_name("123").is_err());
        assert!(full_name(&"a".repeat(121)).is_err());
        assert!(full_name("Ana\u{0}Reyes").is_err());
        assert!(full_name("Ann \u{202e}engp").is_err());
    }

    #[test]
    fn emails_have_a_shape() {
        assert_eq!(email(" Ana@Example.org "), Ok("Ana@Example.org".into()));
        for wrong in [
            "",
            "ana",
            "ana@",
            "@example.org",
            "ana@example",
            "a b@example.org",
            "ana@.org",
            "a@b@c.org",
            "ana@example..org",
        ] {
            assert!(email(wrong).is_err(), "{wrong}");
        }
        assert!(email(&format!("{}@example.org", "a".repeat(65))).is_err());
        assert_eq!(email_key(" Ana@Example.org"), "ana@example.org");
    }

    #[test]
    fn passwords_are_long_and_not_common() {
        let check = |password| new_password(password, "ana@example.org", "Ana Reyes");
        assert!(check("copper lantern river").is_ok());
        for wrong in [
            "short",
            "passwordpassword",
            "Password1234",
            "123456789012",
            "aaaaaaaaaaaaaaa",
            "qwertyuiopas",
            "ana@example.org1",
            "P@ssw0rd!2026",
            "1qaz2wsx3edc",
            "qazwsxedcrfv",
            "asdfghjkl123",
            "123456789abc",
            "abc123abc123",
            "trustno1trustno1",
            "liverpool123",
            "correcthorsebatterystaple",
        ] {
            assert!(check(wrong).is_err(), "{wrong}");
        }
        assert!(check(&"ab1 ".repeat(65)).is_err());
    }

    #[test]
    fn dates_of_birth_are_real_and_past() {
        let today = day("2026-11-24");
        assert_eq!(date_of_birth("1984-03-09", today), Ok(day("1984-03-09")));
        for wrong in ["", "1984-02-30", "2026-11-25", "1850-01-01", "9 March"] {
            assert!(date_of_birth(wrong, today).is_err(), "{wrong}");
        }
        assert_eq!(age(day("1984-11-25"), today), 41);
        assert_eq!(age(day("1984-11-24"), today), 42);
    }

    #[test]
    fn phones_and_licences_have_a_shape() {
        assert_eq!(phone(""), Ok(None));
        assert!(phone("+34 600 123 456").is_ok());
        assert!(phone("call me").is_err());
        assert!(phone("123").is_err());
        assert_eq!(licence_number(" md-1234 "), Ok("MD-1234".into()));
        assert!(licence_number("").is_err());
        assert!(licence_number("<b>").is_err());
    }
}
