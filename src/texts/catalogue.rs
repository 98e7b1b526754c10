//! What the server says: the catalogues of all languages, and one text of them with what stands in it.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use super::{Arg, Language};

/// The files of each language: name, and its text in [`Language::ALL`]'s order.
macro_rules! catalogues {
    ($($name:literal)+) => {
        [$(($name, [
            include_str!(concat!("../../assets/texts/en/", $name, ".ftl")),
            include_str!(concat!("../../assets/texts/es/", $name, ".ftl")),
            include_str!(concat!("../../assets/texts/ar/", $name, ".ftl")),
        ])),+]
    };
}

/// All texts. Files whose name ends in `-server` do not go to browsers.
pub(super) static FILES: &[(&str, [&str; 3])] = &catalogues!(
    "accounts"
    "accounts-server"
    "app"
    "appointments"
    "appointments-server"
    "availability"
    "availability-server"
    "directory"
    "directory-server"
    "error"
    "error-server"
    "guide-server"
    "notifications"
    "notifications-server"
    "oversight"
    "oversight-server"
    "server-server"
    "time"
    "ui"
    "ui-server"
    "waiting"
    "waiting-server"
);

type Bundle = FluentBundle<FluentResource>;

/// Each is read when its language is first spoken.
static BUNDLES: [LazyLock<Bundle>; 3] = [
    LazyLock::new(|| bundle(Language::En)),
    LazyLock::new(|| bundle(Language::Es)),
    LazyLock::new(|| bundle(Language::Ar)),
];

fn bundle(language: Language) -> Bundle {
    let locale = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // We isolate names ourselves, the same way on both sides: see `say`.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| number(Language::En, value),
        Language::Es => |value, _| number(Language::Es, value),
        Language::Ar => |value, _| number(Language::Ar, value),
    }));
    let _ = bundle.add_builtins();
    for (name, texts) in FILES {
        // What does not parse is left out; a test finds it.
        let read = FluentResource::try_new(texts[language as usize].to_owned());
        let resource = read.unwrap_or_else(|(part, _)| part);
        if bundle.add_resource(resource).is_err() {
            tracing::error!(name, "a text stands twice");
        }
    }
    bundle
}

/// The text with this key in a language. Names that stand in Arabic are isolated, so that they do
/// not turn the order around them.
pub(super) fn say(language: Language, key: &str, args: &[(&'static str, Arg)]) -> String {
    let bundle = &BUNDLES[language as usize];
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, "no such text");
        return key.to_owned();
    };
    put_together(language, pattern, args).unwrap_or_else(|| formatted(language, pattern, args))
}

/// Words with names and numbers between them, as most texts are: a page has hundreds, for which
/// the library's way is a tenth of the page's time. Nothing where a text chooses, or asks for more
/// than it is given.
fn put_together(
    language: Language,
    pattern: &Pattern<&str>,
    args: &[(&'static str, Arg)],
) -> Option<String> {
    let mut said = String::new();
    for element in &pattern.elements {
        let asked = match element {
            PatternElement::TextElement { value } => {
                said.push_str(value);
                continue;
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => id.name,
            PatternElement::Placeable { .. } => return None,
        };
        match args.iter().find(|(name, _)| *name == asked)?.1 {
            Arg::Text(text) if isolates(language) => {
                said.extend(["\u{2068}", text, "\u{2069}"]);
            }
            Arg::Text(text) => said.push_str(text),
            Arg::Number(value) => said.push_str(&number(language, &value.into())?),
        }
    }
    Some(said)
}

/// The same by the library, for every pattern that Fluent has.
fn formatted(language: Language, pattern: &Pattern<&str>, args: &[(&'static str, Arg)]) -> String {
    let args: FluentArgs = args
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Arg::Text(text) if isolates(language) => {
                    FluentValue::from(format!("\u{2068}{text}\u{2069}"))
                }
                Arg::Text(text) => FluentValue::from(*text),
                Arg::Number(number) => FluentValue::from(*number),
            };
            (*name, value)
        })
        .collect();
    BUNDLES[language as usize]
        .format_pattern(pattern, Some(&args), &mut Vec::new())
        .into_owned()
}

/// Whether a name could turn the order of what is around it.
fn isolates(language: Language) -> bool {
    language.direction() == "rtl"
}

/// A number as browsers write it (`Intl.NumberFormat`): grouped, in Spanish from five digits on.
fn number(language: Language, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let FluentNumber { value, options } = number;
    let least = options.minimum_fraction_digits.unwrap_or(0);
    let most = options.maximum_fraction_digits.unwrap_or(least.max(3));
    let digits = format!("{:.most$}", value.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let needed = fraction.trim_end_matches('0').len().max(least);
    let (group, point, grouped_from) = match language {
        Language::En | Language::Ar => (',', '.', 4),
        Language::Es => ('.', ',', 5),
    };
    let mut written = String::new();
    if *value < 0.0 {
        // In a line from right to left the mark keeps the sign before the digits.
        written.push_str(if language == Language::Ar {
            "\u{200e}-"
        } else {
            "-"
        });
    }
    for (n, digit) in whole.chars().enumerate() {
        let left = whole.len() - n;
        if n > 0 && left % 3 == 0 && options.use_grouping && whole.len() >= grouped_from {
            written.push(group);
        }
        written.push(digit);
    }
    if needed > 0 {
        written.push(point);
        // Both stand within the digits of the fraction.
        written.extend(fraction.chars().take(needed));
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text of every language, with something in it, both ways.
    #[test]
    fn what_is_put_together_here_is_what_the_library_says() {
        let mut simple = 0;
        for language in Language::ALL {
            for (_, texts) in FILES {
                let texts = texts[language as usize];
                let keys = texts.lines().filter_map(|line| line.split_once(" ="));
                for (key, _) in keys.filter(|(key, _)| !key.starts_with([' ', '-', '#', '.'])) {
                    let bundle = &BUNDLES[language as usize];
                    let message = bundle.get_message(key).unwrap_or_else(|| panic!("{key}"));
                    let pattern = message.value().unwrap();
                    for value in [Arg::Text("Dr Lovelace"), Arg::Number(-12345.5)] {
                        let args: Vec<_> = asked(pattern).map(|name| (name, value)).collect();
                        let Some(said) = put_together(language, pattern, &args) else {
                            continue;
                        };
                        simple += 1;
                        assert_eq!(said, formatted(language, pattern, &args), "{key}");
                    }
                }
            }
        }
        assert!(simple > 1000, "{simple}");
    }

    /// The variables of a pattern. In a static's text, so that they outlive the test.
    fn asked(pattern: &Pattern<&'static str>) -> impl Iterator<Item = &'static str> {
        pattern.elements.iter().filter_map(|element| match element {
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(id.name),
            _ => None,
        })
    }
}
