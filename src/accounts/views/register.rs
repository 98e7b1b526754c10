//! Creating an account.

use dioxus::prelude::*;

use super::login::{LANDING, destination, use_entrance};
use crate::app::leading_on;
use crate::directory::specialties;
use crate::ui::*;

/// `/register?next=`: which kind of account.
#[component]
pub fn Register(next: ReadSignal<String>) -> Element {
    rsx! {
        PageTitle { text: t!("accounts-create") }
        div { class: "narrow stack gap-5",
            PageHeader { title: t!("accounts-create") }
            a { class: "card", href: leading_on("/register/patient", &next.read()),
                strong { {t!("accounts-i-am-patient")} }
                p { class: "quiet", {t!("accounts-i-am-patient-hint")} }
            }
            a { class: "card", href: "/register/doctor",
                strong { {t!("accounts-i-am-doctor")} }
                p { class: "quiet", {t!("accounts-i-am-doctor-hint")} }
            }
            p { {t!("accounts-have-account")} " " a { href: leading_on("/login", &next.read()), {t!("accounts-sign-in")} } }
        }
    }
}

/// `/register/patient?next=`
#[component]
pub fn RegisterPatient(next: ReadSignal<String>) -> Element {
    let form = use_form("/api/auth/register/patient");
    let to = destination(&next.read());
    let onsaved = use_entrance(form, &to);
    let back = leading_on("/register/patient", &next.read());
    rsx! {
        PageTitle { text: t!("accounts-create-patient"), form }
        div { class: "narrow stack",
            PageHeader { title: t!("accounts-create-patient"), back: ("/register".to_owned(), t!("accounts-create")) }
            PostForm {
                form,
                to,
                back,
                onsaved,
                TextField { form, name: "full_name", label: t!("accounts-full-name"), autocomplete: "name" }
                DateField { form, name: "date_of_birth", label: t!("accounts-date-of-birth"), hint: t!("accounts-date-of-birth-hint"), bday: true }
                TextField { form, name: "phone", label: t!("accounts-phone"), kind: "tel", autocomplete: "tel", optional: true,
                    hint: t!("accounts-phone-hint") }
                Credentials { form }
                SubmitButton { form, label: t!("accounts-create-button") }
            }
        }
    }
}

/// `/register/doctor`
#[component]
pub fn RegisterDoctor() -> Element {
    let form = use_form("/api/auth/register/doctor");
    let onsaved = use_entrance(form, LANDING);
    let specialties: Vec<Choice> = specialties::by_name()
        .into_iter()
        .map(|(specialty, name)| Choice::new(specialty.slug, name))
        .collect();
    rsx! {
        PageTitle { text: t!("accounts-create-doctor"), form }
        div { class: "narrow stack",
            PageHeader { title: t!("accounts-create-doctor"), back: ("/register".to_owned(), t!("accounts-create")),
                lede: t!("accounts-create-doctor-lede") }
            PostForm {
                form,
                to: LANDING,
                back: "/register/doctor",
                onsaved,
                TextField { form, name: "full_name", label: t!("accounts-full-name"), autocomplete: "name", hint: t!("accounts-full-name-doctor-hint") }
                SelectField { form, name: "specialty", label: t!("accounts-specialty"), options: specialties, placeholder: t!("accounts-specialty-choose") }
                TextField { form, name: "licence_number", label: t!("accounts-licence"), width: "w-16", hint: t!("accounts-licence-hint") }
                Credentials { form }
                SubmitButton { form, label: t!("accounts-create-button") }
            }
        }
    }
}

/// What every account is entered with.
#[component]
fn Credentials(form: Form) -> Element {
    rsx! {
        TextField { form, name: "email", label: t!("accounts-email"), kind: "email", autocomplete: "email" }
        PasswordField { form, name: "password", label: t!("accounts-password"), autocomplete: "new-password",
            hint: t!("accounts-password-hint") }
    }
}
