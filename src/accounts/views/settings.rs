//! Your profile and photo.

use dioxus::prelude::*;

use crate::accounts::api;
use crate::accounts::model::{Me, Role};
use crate::answer::use_answer;
use crate::app::use_session;
use crate::ui::*;

/// `/settings`
#[component]
pub fn SettingsPage() -> Element {
    let mut me = use_answer(api::me)?;
    rsx! {
        PageTitle { text: "Settings" }
        div { class: "narrow stack gap-6",
            PageHeader { title: "Settings" }
            match &*me.read() {
                Ok(answer) => rsx! {
                    Photo { name: answer.full_name.clone(), photo: answer.photo.clone(), onchange: move |()| me.restart() }
                    Profile { me: answer.clone() }
                    if answer.role != Role::Administrator {
                        section { class: "card stack gap-2", aria_labelledby: "calendar",
                            h2 { id: "calendar", "Calendar" }
                            p { a { href: "/settings/calendar", "Show your appointments in your calendar program" } }
                        }
                    }
                },
                Err(error) => rsx! { Trouble { error: error.clone() } },
            }
        }
    }
}

/// The photo, which is seen before it is sent.
#[component]
fn Photo(name: String, photo: Option<String>, onchange: EventHandler<()>) -> Element {
    let form = use_form_in("/api/me/photo", "photo");
    let removal = use_form_in("/api/me/photo/remove", "photo-removal");
    let toasts = use_toasts();
    let mut session = use_session();
    let mut changed = move |said: &str| {
        session.refresh();
        onchange.call(());
        toasts.success(said);
    };
    rsx! {
        section { class: "card stack", aria_labelledby: "photo",
            h2 { id: "photo", "Photo" }
            PostForm { form, to: "/settings", back: "/settings", multipart: true,
                onsaved: move |_: Saved| {
                    form.reset();
                    changed("Your photo is saved.");
                },
                PictureField { form, name: "photo", label: "Choose a picture", accept: "image/jpeg,image/png,image/webp",
                    hint: "JPEG, PNG or WebP, at most 5 MB. It is cut to a square, and where it was taken is removed.",
                    Avatar { name, image: photo.clone(), size: "huge" }
                }
                SubmitButton { form, label: "Save photo", kind: ButtonKind::Second }
            }
            if photo.is_some() {
                PostForm { form: removal, to: "/settings", back: "/settings", summary: false,
                    onsaved: move |_: Saved| changed("Your photo is removed."),
                    SubmitButton { form: removal, label: "Remove photo", kind: ButtonKind::Second, small: true }
                }
            }
        }
    }
}

#[component]
fn Profile(me: Me) -> Element {
    let form = use_form_in("/api/me", "profile");
    let toasts = use_toasts();
    let mut session = use_session();
    rsx! {
        section { class: "card stack", aria_labelledby: "profile",
            h2 { id: "profile", "Profile" }
            p { class: "small quiet", "You sign in as {me.email}." }
            PostForm {
                form,
                method: "PUT",
                to: "/settings",
                back: "/settings",
                onsaved: move |_: Saved| {
                    session.refresh();
                    toasts.success("Your profile is saved.");
                },
                TextField { form, name: "full_name", label: "Full name", autocomplete: "name", value: me.full_name.clone() }
                match me.role {
                    Role::Patient => rsx! { PatientFields { form, me: me.clone() } },
                    Role::Doctor => rsx! { DoctorFields { form, me: me.clone() } },
                    Role::Administrator => VNode::empty(),
                }
                SubmitButton { form, label: "Save" }
            }
        }
    }
}

#[component]
fn PatientFields(form: Form, me: Me) -> Element {
    rsx! {
        DateField { form, name: "date_of_birth", label: "Date of birth", bday: true, value: me.date_of_birth.map(|date| date.to_string()) }
        TextField { form, name: "phone", label: "Phone", kind: "tel", autocomplete: "tel", optional: true, value: me.phone }
        TextArea { form, name: "address", label: "Address", rows: 2, optional: true, value: me.address }
        fieldset { class: "group",
            legend { "Your health, in your words" }
            p { class: "hint", "Only doctors with whom you have an appointment can read this." }
            TextArea { form, name: "conditions", label: "Conditions", rows: 3, optional: true, value: me.conditions }
            TextArea { form, name: "allergies", label: "Allergies", rows: 2, optional: true, value: me.allergies }
            TextArea { form, name: "medicines", label: "Medicines", rows: 3, optional: true, value: me.medicines }
        }
    }
}

#[component]
fn DoctorFields(form: Form, me: Me) -> Element {
    let accepting = if me.accepting == Some(true) {
        "yes"
    } else {
        "no"
    };
    rsx! {
        Facts {
            Fact { label: "Specialty", value: crate::directory::specialties::name_of(&me.specialty.unwrap_or_default()) }
            Fact { label: "Licence number", value: me.licence_number.unwrap_or_default() }
        }
        TextField { form, name: "languages", label: "Languages", optional: true, hint: "Separated by commas", value: me.languages.join(", ") }
        TextArea { form, name: "biography", label: "About you", rows: 5, optional: true, hint: "What patients read before they ask you", value: me.biography }
        RadioCards { form, name: "accepting", label: "Do you take new requests?", across: true, value: accepting,
            options: vec![Choice::new("yes", "Yes"), Choice::new("no", "No, not at the moment")] }
    }
}
