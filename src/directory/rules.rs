//! Pure decisions of the search: how text is compared, how days read.

use chrono::NaiveDate;

use crate::texts::Language;
use crate::time;

/// The form in which names and words are compared: lower case, without diacritics, its
/// words apart by one space. "Dr. Núñez-Öberg" becomes "dr nunez oberg".
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => out.push_str(plain),
            None if letter.is_alphanumeric() => out.push(letter),
            // An apostrophe or a combining mark belongs to its word.
            None if matches!(letter, '\'' | '’' | '\u{300}'..='\u{36f}') => {}
            None if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            None => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// A lower-case letter of the Latin alphabets of Europe without its marks.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' | 'ċ' | 'ĉ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' | 'ġ' | 'ĝ' => "g",
        'ħ' | 'ĥ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ľ' | 'ļ' | 'ĺ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        _ => return None,
    })
}

/// Words that say nothing about what somebody looks for, in the languages' order; those of
/// Arabic in their comparable form.
#[rustfmt::skip]
const IDLE: [&[&str]; 3] = [
    &["a", "am", "an", "and", "are", "at", "be", "been", "can", "dr", "doctor", "doctors", "feel", "feeling", "for", "from", "get", "has", "have", "i", "in", "is", "it", "lot", "me", "my", "need", "no", "not", "of", "on", "or", "prof", "professor", "so", "that", "the", "there", "this", "to", "very", "was", "when", "with"],
    &["al", "con", "cuando", "de", "del", "desde", "doctora", "dra", "duele", "duelen", "el", "en", "es", "esta", "estoy", "hace", "hay", "he", "la", "las", "lo", "los", "me", "medica", "mi", "mis", "mucha", "mucho", "muy", "necesito", "noto", "o", "para", "por", "que", "se", "ser", "siento", "soy", "su", "tengo", "tiene", "un", "una", "unas", "unos", "y"],
    &["احتاج", "اشعر", "اعاني", "انا", "او", "الي", "تولمني", "جدا", "دكتور", "دكتوره", "طبيب", "طبيبه", "عن", "عند", "عندي", "في", "كثيرا", "لدي", "لديه", "مع", "من", "منذ", "هل", "يولمني"],
];

/// The form in which words are compared: normal, and those of Arabic without vowel signs,
/// articles and the letters that people write now so, now so.
pub fn comparable(text: &str) -> String {
    let normal = normalise(text);
    let words: Vec<String> = normal.split(' ').map(bare).collect();
    words.join(" ")
}

/// A normal word, bare of what Arabic may write or leave out.
fn bare(word: &str) -> String {
    let word: String = word
        .chars()
        .filter(|letter| !matches!(letter, '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}'))
        .map(|letter| match letter {
            'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
            'ى' | 'ئ' => 'ي',
            'ة' => 'ه',
            'ؤ' => 'و',
            other => other,
        })
        .collect();
    ["وال", "بال", "كال", "فال", "لل", "ال"]
        .iter()
        .filter_map(|article| word.strip_prefix(article))
        .find(|rest| rest.chars().count() >= 3)
        .map(str::to_owned)
        .unwrap_or(word)
}

/// The words of a query that say something, to who reads this language or English.
pub fn telling_words(query: &str) -> Vec<String> {
    let normal = normalise(query);
    normal
        .split(' ')
        .filter(|word| !word.is_empty() && !idle(word))
        .map(str::to_owned)
        .collect()
}

fn idle(word: &str) -> bool {
    let word = bare(word);
    [Language::En, Language::current()]
        .iter()
        .any(|language| IDLE[*language as usize].contains(&word.as_str()))
}

/// How well a query fits a comparable phrase: the share of its telling words that the phrase
/// holds, in hundredths. Words count from their third letter on when the other begins with them, so
/// that "headaches" finds "headache" and "cardio" finds "cardiology".
pub fn fit(words: &[String], phrase: &str) -> u32 {
    if words.is_empty() {
        return 0;
    }
    let holds = |word: &&String| {
        let word = bare(word);
        phrase.split(' ').any(|other| alike(&word, other))
    };
    let held = u32::try_from(words.iter().filter(holds).count()).unwrap_or(0);
    held * 100 / u32::try_from(words.len()).unwrap_or(u32::MAX)
}

/// Whether two words are one but for an ending.
fn alike(typed: &str, word: &str) -> bool {
    if typed == word {
        return true;
    }
    let without = |word: &str, ends: &[&str]| {
        let mut ends = ends.iter();
        ends.find_map(|end| word.strip_suffix(end).map(str::to_owned))
    };
    let stem = |word: &str| without(word, &["ies", "ing", "es", "s", "y", "تي", "ي"]);
    // Spanish says "niña" and "niños".
    let neutral = |word: &str| {
        without(word, &["os", "as", "o", "a"]).filter(|stem| stem.chars().count() >= 3)
    };
    let begins = |long: &str, short: &str| short.chars().count() >= 3 && long.starts_with(short);
    begins(word, typed)
        || neutral(typed).is_some_and(|stem| neutral(word) == Some(stem))
        || (stem(typed).is_some_and(|typed| begins(word, &typed) && word.len() <= typed.len() + 3))
}

/// Days ahead that read as words; later ones do not.
pub const HORIZON_OF_WORDS: i64 = 7;

/// A date that lies `days` ahead: "today", "tomorrow", "Thursday", "3 Dec".
pub fn day_in_words(days: i64, date: NaiveDate) -> String {
    match days {
        0 => ts!("directory-today"),
        1 => ts!("directory-tomorrow"),
        2..HORIZON_OF_WORDS => ts!("directory-on", day = time::weekday(date)),
        _ => ts!("directory-on", day = time::short_date(date)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::scope;

    #[test]
    fn names_compare_without_marks_and_case() {
        for (text, normal) in [
            ("Dr. Núñez-Öberg", "dr nunez oberg"),
            ("  Łukasz   Żółć ", "lukasz zolc"),
            ("O’Brien", "obrien"),
            ("Straße", "strasse"),
            ("Jose\u{301}", "jose"),
            ("عمر", "عمر"),
            ("--", ""),
        ] {
            assert_eq!(normalise(text), normal, "{text}");
        }
    }

    #[test]
    fn normalising_twice_changes_nothing() {
        let once = normalise("Dr. Ágnes O'Neill–Ščepán");
        assert_eq!(normalise(&once), once);
    }

    #[test]
    fn only_telling_words_count() {
        assert_eq!(
            telling_words("I have a pain in my chest"),
            ["pain", "chest"]
        );
        assert_eq!(telling_words("Dr Haddad"), ["haddad"]);
        assert_eq!(telling_words("the"), [""; 0]);
    }

    #[test]
    fn endings_and_beginnings_are_forgiven() {
        let fit = |query: &str, phrase: &str| fit(&telling_words(query), &comparable(phrase));
        assert_eq!(fit("headaches", "Headache that comes back"), 100);
        assert_eq!(fit("cardio", "Cardiology"), 100);
        assert_eq!(fit("chest pain", "Chest pain"), 100);
        assert_eq!(fit("chest pain", "Pain in a joint"), 50);
        assert_eq!(fit("ear", "Heart"), 0);
        assert_eq!(fit("", "Heart"), 0);
        assert_eq!(fit("allergies", "Allergy"), 100);
    }

    #[test]
    fn spanish_and_arabic_are_forgiven_as_much() {
        for (language, query, telling) in [
            (Language::Es, "Me duele mucho la rodilla", "rodilla"),
            (Language::Es, "my knee", "knee"),
            (Language::Ar, "أشعر بألم", "بألم"),
        ] {
            assert_eq!(scope(language, || telling_words(query)), [telling]);
        }
        // A name may hold what is idle elsewhere.
        assert_eq!(telling_words("En Lee"), ["en", "lee"]);
        for (text, form) in [
            ("الأُذُن", "اذن"),
            ("ألم", "الم"),
            ("الـــقلب", "قلب"),
            ("للأطفال", "اطفال"),
            ("حمّى", "حمي"),
            ("Corazón", "corazon"),
        ] {
            assert_eq!(comparable(text), form, "{text}");
        }
        let fit = |query: &str, phrase: &str| fit(&telling_words(query), &comparable(phrase));
        assert_eq!(fit("cardióloga", "un cardiólogo"), 100);
        assert_eq!(fit("niñas", "Niño con tos"), 100);
        assert_eq!(fit("معدتي", "ألم المعدة"), 100);
        assert_eq!(fit("mano", "Mancha"), 0);
    }

    #[test]
    fn days_read_as_people_say_them() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        assert_eq!(day_in_words(0, date), "today");
        assert_eq!(day_in_words(1, date), "tomorrow");
        assert_eq!(day_in_words(2, date), "Thursday");
        assert_eq!(day_in_words(7, date), "26 Nov");
    }
}
