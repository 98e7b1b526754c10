//! A person's picture, or the initials where there is none.

use dioxus::prelude::*;

/// Stands beside the name, so it says nothing to a screen reader. `size` is empty, `small`,
/// `big` or `huge`.
#[component]
pub fn Avatar(
    name: String,
    image: Option<String>,
    #[props(default)] size: &'static str,
) -> Element {
    portrait(&name, image, size)
}

/// What [`Avatar`] shows, for the rows of long lists: a component a row, each with a scope of
/// its own, is what a long page takes its time for.
pub fn portrait(name: &str, image: Option<String>, size: &'static str) -> Element {
    match image {
        Some(src) => {
            let pixels = match size {
                "small" => "32",
                "big" => "72",
                "huge" => "112",
                _ => "40",
            };
            rsx! {
                img { class: "avatar {size}", src, alt: "", width: pixels, height: pixels, loading: "lazy", decoding: "async" }
            }
        }
        None => {
            let letters = initials(name);
            rsx! {
                span { class: "avatar {size}", "aria-hidden": "true", "{letters}" }
            }
        }
    }
}

/// The first letters of the first and the last name, without titles. The stylesheet makes them
/// capitals: Unicode's tables of those would be a fiftieth of the client.
pub fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter(|word| !matches!(*word, "Dr" | "Dr." | "Prof" | "Prof." | "Dra."));
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        assert_eq!(initials("Dr Omar Haddad"), "OH");
        assert_eq!(initials("ana maría reyes"), "ar");
        assert_eq!(initials("Éric"), "É");
        assert_eq!(initials(" "), "");
    }
}
