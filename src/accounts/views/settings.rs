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
        PageTitle { text: t!("accounts-settings") }
        div { class: "narrow stack gap-6",
            PageHeader { title: t!("accounts-settings") }
            match &*me.read() {
                Ok(answer) => rsx! {
                    Photo { name: answer.full_name.clone(), photo: answer.photo.clone(), onchange: move |()| me.restart() }
                    Profile { me: answer.clone() }
                    if answer.role != Role::Administrator {
                        section { class: "card stack gap-2", aria_labelledby: "calendar",
                            h2 { id: "calendar", {t!("accounts-calendar")} }
                            p { a { href: "/settings/calendar", {t!("accounts-calendar-link")} } }
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
    let mut changed = move |said: String| {
        session.refresh();
        onchange.call(());
        toasts.success(said);
    };
    rsx! {
        section { class: "card stack", aria_labelledby: "photo",
            h2 { id: "photo", {t!("accounts-photo")} }
            PostForm { form, to: "/settings", back: "/settings", multipart: true,
                onsaved: move |_: Saved| {
                    form.reset();
                    changed(t!("accounts-photo-saved"));
                },
                PictureField { form, name: "photo", label: t!("accounts-photo-choose"), accept: "image/jpeg,image/png,image/webp",
                    hint: t!("accounts-photo-hint"),
                    Avatar { name, image: photo.clone(), size: "huge" }
                }
                SubmitButton { form, label: t!("accounts-photo-save"), kind: ButtonKind::Second }
            }
            if photo.is_some() {
                PostForm { form: removal, to: "/settings", back: "/settings", summary: false,
                    onsaved: move |_: Saved| changed(t!("accounts-photo-removed")),
                    SubmitButton { form: removal, label: t!("accounts-photo-remove"), kind: ButtonKind::Second, small: true }
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
    let mut version = use_signal(|| me.version);
    rsx! {
        section { class: "card stack", aria_labelledby: "profile",
            h2 { id: "profile", {t!("accounts-profile")} }
            p { class: "small quiet", {t!("accounts-sign-in-as", email = me.email)} }
            PostForm {
                form,
                method: "PUT",
                to: "/settings",
                back: "/settings",
                onsaved: move |saved: Saved| {
                    if let Some(me) = saved.read::<Me>() {
                        version.set(me.version);
                    }
                    session.refresh();
                    toasts.success(t!("accounts-profile-saved"));
                },
                Hidden { name: "version", value: version().to_string() }
                TextField { form, name: "full_name", label: t!("accounts-full-name"), autocomplete: "name", value: me.full_name.clone() }
                match me.role {
                    Role::Patient => rsx! { PatientFields { form, me: me.clone() } },
                    Role::Doctor => rsx! { DoctorFields { form, me: me.clone() } },
                    Role::Administrator => VNode::empty(),
                }
                SubmitButton { form, label: t!("accounts-save") }
            }
        }
    }
}

#[component]
fn PatientFields(form: Form, me: Me) -> Element {
    rsx! {
        DateField { form, name: "date_of_birth", label: t!("accounts-date-of-birth"), bday: true, value: me.date_of_birth.map(|date| date.to_string()) }
        TextField { form, name: "phone", label: t!("accounts-phone"), kind: "tel", autocomplete: "tel", optional: true, value: me.phone }
        TextArea { form, name: "address", label: t!("accounts-address"), rows: 2, autocomplete: "street-address", optional: true, value: me.address }
        fieldset { class: "group",
            legend { {t!("accounts-health")} }
            p { class: "hint", {t!("accounts-health-hint")} }
            TextArea { form, name: "conditions", label: t!("accounts-conditions"), rows: 3, optional: true, value: me.conditions }
            TextArea { form, name: "allergies", label: t!("accounts-allergies"), rows: 2, optional: true, value: me.allergies }
            TextArea { form, name: "medicines", label: t!("accounts-medicines"), rows: 3, optional: true, value: me.medicines }
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
            Fact { label: t!("accounts-specialty"), value: crate::directory::specialties::name_of(&me.specialty.unwrap_or_default()) }
            Fact { label: t!("accounts-licence"), value: me.licence_number.unwrap_or_default() }
        }
        TextField { form, name: "languages", label: t!("accounts-languages"), optional: true, hint: t!("accounts-languages-hint"), value: me.languages.join(", ") }
        TextArea { form, name: "biography", label: t!("accounts-about-you"), rows: 5, optional: true, hint: t!("accounts-about-you-hint"), value: me.biography }
        RadioCards { form, name: "accepting", label: t!("accounts-accepting"), across: true, value: accepting,
            options: vec![Choice::new("yes", t!("accounts-accepting-yes")), Choice::new("no", t!("accounts-accepting-no"))] }
    }
}
