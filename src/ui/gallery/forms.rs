//! Fields, alone and with their errors.

use dioxus::prelude::*;

use super::{FAILED, PATH, part, shelf};
use crate::ui::*;

/// A face, as a picture in its own address.
const PICTURE: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='112' height='112'%3E%3Cpath fill='%23b8d8d0' d='M0 0h112v112H0z'/%3E%3Ccircle cx='56' cy='46' r='20' fill='%230a6558'/%3E%3Ccircle cx='56' cy='112' r='40' fill='%230a6558'/%3E%3C/svg%3E";

fn specialties() -> Vec<Choice> {
    vec![
        Choice::new("cardiology", "Cardiology"),
        Choice::new("dermatology", "Dermatology"),
    ]
}

fn priorities() -> Vec<Choice> {
    vec![
        Choice::new("routine", "Routine").hint("Within some weeks"),
        Choice::new("urgent", "Urgent").hint("Within some days"),
        Choice::new("emergency", "Emergency")
            .hint("Not through here")
            .disabled(),
    ]
}

#[component]
pub fn FormParts() -> Element {
    let form = use_form_in("/gallery/form", "plain");
    let failed = use_form_in(FAILED, "failed");
    shelf(
        "forms",
        "Forms",
        rsx! {
            div { class: "split even",
                {part("Fields", rsx! {
                    PostForm { form, to: PATH, back: PATH,
                        TextField { form, name: "name", label: "Full name", value: "Ana Reyes", autocomplete: "name" }
                        TextField { form, name: "length", label: "Length", kind: "number", suffix: "minutes", width: "w-4", hint: "From 10 to 120" }
                        {combobox(form, "zone", "Time zone", Some("For example Europe/Madrid".to_owned()), Some("Europe/London".to_owned()), "zones")}
                        {proposals("zones", &["Europe/London", "Europe/Madrid"].map(str::to_owned))}
                        DateField { form, name: "born", label: "Date of birth", hint: "For example 9 3 1984", value: "1984-03-09" }
                        SelectField { form, name: "specialty", label: "Specialty", options: specialties(), value: "dermatology" }
                        RadioCards { form, name: "priority", label: "How urgent is it?", options: priorities(), value: "routine" }
                        Checkbox { form, name: "remind", label: "Remind me", hint: "A day before", checked: true }
                        PasswordField { form, name: "password", label: "Password", autocomplete: "current-password" }
                        PictureField { form, name: "picture", label: "Picture", accept: "image/png,image/jpeg", hint: "It is shown before it is sent",
                            Avatar { name: "Ana Reyes", size: "huge" }
                        }
                        div { class: "picture-field",
                            img { class: "preview", src: PICTURE, alt: "", width: "112", height: "112" }
                            div { class: "stack gap-2 grow",
                                p { class: "small quiet", "Chosen, not saved yet" }
                                {progress("Sending the picture", None)}
                            }
                        }
                        FileField { form, name: "photo", label: "Photo", accept: "image/png,image/jpeg", hint: "At most 5 MB", optional: true }
                        TextArea { form, name: "symptoms", label: "Symptoms", optional: true, hint: "Since when, how often" }
                        SubmitButton { form, label: "Save" }
                    }
                })}
                {part("A form that failed", rsx! {
                    PostForm { form: failed, to: PATH, back: PATH,
                        TextField { form: failed, name: "reason", label: "Reason", hint: "One line" }
                        DateField { form: failed, name: "born", label: "Date of birth" }
                        SelectField { form: failed, name: "specialty", label: "Specialty", options: specialties(), placeholder: "Choose a specialty" }
                        RadioCards { form: failed, name: "priority", label: "How urgent is it?", options: priorities(), across: true }
                        {combobox(failed, "zone", "Time zone", None, None, "zones")}
                        PictureField { form: failed, name: "picture", label: "Picture", accept: "image/png",
                            Avatar { name: "Ana Reyes", size: "huge" }
                        }
                        Checkbox { form: failed, name: "agreed", label: "I have read this" }
                        TextArea { form: failed, name: "symptoms", label: "Symptoms" }
                        PasswordField { form: failed, name: "password", label: "Password" }
                        SubmitButton { form: failed, label: "Send" }
                    }
                })}
            }
            {part("Buttons", rsx! {
                div { class: "row gap-2",
                    Button { label: "Primary" }
                    Button { label: "Second", kind: ButtonKind::Second }
                    Button { label: "Plain", kind: ButtonKind::Plain }
                    Button { label: "Danger", kind: ButtonKind::Danger }
                    Button { label: "Quiet danger", kind: ButtonKind::QuietDanger }
                    Button { label: "Link", kind: ButtonKind::Link }
                }
                div { class: "row gap-2",
                    Button { label: "Small", small: true }
                    Button { label: "Under way", busy: true }
                    Button { label: "With a symbol", icon: IconName::Calendar }
                    ButtonLink { to: PATH, label: "A link", icon: IconName::Arrow }
                    ButtonLink { to: "/gallery.css", label: "A file", external: true, icon: IconName::Download }
                }
                Button { label: "As wide as there is room", block: true }
            })}
        },
    )
}
