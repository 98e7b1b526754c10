//! What is missing, not used, or not the same in every language. Reads the sources and the
//! catalogues as files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::catalogue::{FILES, say};
use super::{Arg, Language};

/// A file below this folder of the clone, with its path there.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join(folder), ending, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.strip_prefix(root).unwrap().to_owned(), text)
    };
    found.into_iter().map(read).collect()
}

/// A text of a catalogue: which file, and what stands in it.
#[derive(Debug)]
struct Entry {
    file: &'static str,
    arguments: BTreeSet<String>,
}

/// The variables of a message, as they are written: `{ $name }`.
fn arguments(message: &str) -> BTreeSet<String> {
    message
        .split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                .collect()
        })
        .collect()
}

/// All texts of a language by their keys, and what is wrong with the files.
fn catalogue(language: Language, problems: &mut Vec<String>) -> BTreeMap<String, Entry> {
    let mut entries = BTreeMap::new();
    for (file, texts) in FILES {
        let text = texts[language as usize];
        let code = language.code();
        if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
            problems.push(format!("{code}/{file}.ftl does not parse: {errors:?}"));
        }
        let mut key = None;
        let mut messages: Vec<(String, String)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let named = line
                .split_once(" =")
                .filter(|_| !line.starts_with([' ', '}']));
            if let Some((name, message)) = named {
                key = Some(name.to_owned());
                messages.push((name.to_owned(), message.to_owned()));
            } else if let (Some(_), Some((_, message))) = (&key, messages.last_mut()) {
                message.push_str(line);
            }
            if line.ends_with(char::is_whitespace) {
                problems.push(format!("{code}/{file}.ftl: a space at the end of {line:?}"));
            }
        }
        for (key, message) in messages {
            // The two libraries would isolate these differently, or say them differently.
            for word in ["{ \"", "{\"", "{ -", "DATETIME"] {
                if message.contains(word) {
                    problems.push(format!("{code}/{key}: {word} is not for our texts"));
                }
            }
            if message.contains('<') {
                problems.push(format!("{code}/{key} holds markup"));
            }
            let arguments = arguments(&message);
            if entries
                .insert(key.clone(), Entry { file, arguments })
                .is_some()
            {
                problems.push(format!("{code}/{key} stands twice"));
            }
        }
    }
    entries
}

/// A use of a text in the sources: where, by which macro, with what.
struct Use {
    place: String,
    server_only: bool,
    key: String,
    arguments: BTreeSet<String>,
}

/// The calls of `t!`, `ts!`, `say!` and `says!` in a source.
fn uses(path: &Path, source: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("!(") {
        let before = &source[..at];
        let name: String = {
            let end = before
                .chars()
                .rev()
                .take_while(|c| c.is_alphanumeric() || *c == '_');
            end.collect::<Vec<_>>().into_iter().rev().collect()
        };
        let line = before.rfind('\n').map_or(0, |start| start + 1);
        let comment = source[line..].trim_start().starts_with("//");
        if comment || !["t", "ts", "say", "says"].contains(&name.as_str()) {
            continue;
        }
        let parts = split(&source[at + 2..]);
        let key = parts[0].trim();
        let Some(key) = key.strip_prefix('"').and_then(|key| key.strip_suffix('"')) else {
            continue;
        };
        found.push(Use {
            place: format!("{}:{}", path.display(), before.matches('\n').count() + 1),
            server_only: name.ends_with('s'),
            key: key.to_owned(),
            arguments: parts[1..]
                .iter()
                .filter_map(|part| part.split_once('=').map(|(name, _)| name.trim().to_owned()))
                .collect(),
        });
    }
    found
}

/// What stands between the commas of a call, up to its end.
fn split(source: &str) -> Vec<String> {
    let (mut parts, mut part, mut depth) = (Vec::new(), String::new(), 0);
    let (mut quoted, mut escaped) = (false, false);
    for c in source.chars() {
        if quoted {
            quoted = escaped || c != '"';
            escaped = c == '\\' && !escaped;
        } else {
            match c {
                '"' => quoted = true,
                '(' | '[' | '{' => depth += 1,
                ')' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                ',' if depth == 0 => {
                    parts.push(std::mem::take(&mut part));
                    continue;
                }
                _ => {}
            }
        }
        part.push(c);
    }
    if !part.trim().is_empty() || parts.is_empty() {
        parts.push(part);
    }
    parts
}

#[test]
fn every_text_is_there_in_every_language_and_used() {
    let mut problems = Vec::new();
    let [english, others @ ..] = Language::ALL.map(|language| {
        let entries = catalogue(language, &mut problems);
        (language.code(), entries)
    });
    let mut used = BTreeSet::new();
    for (path, source) in files("src", ".rs") {
        if path.ends_with("texts/tests.rs") || path.ends_with("texts/mod.rs") {
            continue;
        }
        for Use {
            place,
            server_only,
            key,
            arguments,
        } in uses(&path, &source)
        {
            match english.1.get(&key) {
                None => problems.push(format!("{place}: no text {key}")),
                Some(entry) => {
                    if entry.file.ends_with("-server") != server_only {
                        let is = if server_only {
                            "ts! or says!"
                        } else {
                            "t! or say!"
                        };
                        let file = entry.file;
                        problems.push(format!("{place}: {is} of {key}, which is in {file}.ftl"));
                    }
                    if entry.arguments != arguments {
                        let needed = &entry.arguments;
                        problems.push(format!("{place}: {key} has {needed:?}, not {arguments:?}"));
                    }
                }
            }
            used.insert(key);
        }
    }
    for (key, entry) in &english.1 {
        if !used.contains(key) {
            problems.push(format!("{key} in {}.ftl is used nowhere", entry.file));
        }
        let feature = entry.file.split('-').next().unwrap();
        if key.split('-').next() != Some(feature) {
            problems.push(format!("{key} stands in {}.ftl", entry.file));
        }
        for (code, entries) in &others {
            match entries.get(key) {
                None => problems.push(format!("{code}: no text {key}")),
                Some(other) if other.arguments != entry.arguments || other.file != entry.file => {
                    problems.push(format!("{code}/{key} is {other:?}, in English {entry:?}"));
                }
                Some(_) => {}
            }
        }
    }
    for (code, entries) in &others {
        for key in entries.keys().filter(|key| !english.1.contains_key(*key)) {
            problems.push(format!("{code}/{key} is not in English"));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn every_file_is_in_the_list() {
    for (path, _) in files("assets/texts", ".ftl") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(FILES.iter().any(|(file, _)| *file == name), "{path:?}");
    }
    assert!(files("src", ".rs").len() > 100);
}

#[test]
fn numbers_are_written_as_browsers_write_them() {
    let say =
        |language, count: f64| say(language, "error-several", &[("count", Arg::Number(count))]);
    for (language, count, written) in [
        (Language::En, 1.0, "1"),
        (Language::En, 1234.5, "1,234.5"),
        (Language::En, 1_234_567.0, "1,234,567"),
        (Language::Es, 1234.0, "1234"),
        (Language::Es, 12345.6789, "12.345,679"),
        (Language::Ar, 1234.25, "1,234.25"),
        (Language::Ar, -12.0, "\u{200e}-12"),
    ] {
        let said = say(language, count);
        assert!(
            said.contains(&format!("{written} ")),
            "{said:?} {written:?}"
        );
    }
}

#[test]
fn arabic_has_six_forms_and_isolates_names() {
    let count = |count: f64| {
        say(
            Language::Ar,
            "error-several",
            &[("count", Arg::Number(count))],
        )
    };
    let forms: BTreeSet<String> = [0.0, 1.0, 2.0, 3.0, 11.0, 100.0]
        .map(|n| count(n).replace(|c: char| c.is_ascii_digit(), ""))
        .into();
    assert_eq!(forms.len(), 5, "{forms:?}");
    let zone = |language| {
        let place = ("place", Arg::Text("Madrid"));
        say(
            language,
            "time-zone",
            &[place, ("offset", Arg::Text("UTC+1"))],
        )
    };
    assert_eq!(zone(Language::En), "Madrid time (UTC+1)");
    assert!(zone(Language::Ar).contains("\u{2068}Madrid\u{2069}"));
}

#[test]
fn lists_of_names_are_whole() {
    for language in Language::ALL {
        for (key, length) in [
            ("time-months", 12),
            ("time-months-short", 12),
            ("time-weekdays", 7),
            ("time-weekdays-short", 7),
        ] {
            assert_eq!(say(language, key, &[]).split(',').count(), length, "{key}");
        }
    }
}

#[test]
fn calls_are_read() {
    let source =
        r#"x(t!("a-b"), t!("c-d", one = f(1, "),"), two = x)); format!("{x}"); // t!("no")"#;
    let found = uses(Path::new("x.rs"), source);
    let found: Vec<_> = found
        .iter()
        .map(|it| (it.key.as_str(), it.arguments.len()))
        .collect();
    assert_eq!(found, [("a-b", 0), ("c-d", 2), ("no", 0)]);
}
