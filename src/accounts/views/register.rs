//! Creating an account.

use dioxus::prelude::*;

use super::login::{LANDING, destination, use_entrance};
use crate::app::Route;
use crate::directory::specialties;
use crate::ui::*;

/// `/register?next=`: which kind of account.
#[component]
pub fn Register(next: ReadSignal<String>) -> Element {
    rsx! {
        PageTitle { text: "Create an account" }
        div { class: "narrow stack gap-5",
            PageHeader { title: "Create an account" }
            a { class: "card", href: Route::RegisterPatient { next: next.read().clone() }.to_string(),
                strong { "I am a patient" }
                p { class: "quiet", "Find a doctor, request appointments, and learn at once what became of them." }
            }
            a { class: "card", href: "/register/doctor",
                strong { "I am a doctor" }
                p { class: "quiet", "Say where and when you work, and answer requests in one place." }
            }
            p { "You have an account? " a { href: Route::Login { next: next.read().clone() }.to_string(), "Sign in" } }
        }
    }
}

/// `/register/patient?next=`
#[component]
pub fn RegisterPatient(next: ReadSignal<String>) -> Element {
    let form = use_form("/api/auth/register/patient");
    let to = destination(&next.read());
    let onsaved = use_entrance(form, &to);
    let back = Route::RegisterPatient {
        next: next.read().clone(),
    }
    .to_string();
    rsx! {
        PageTitle { text: "Create a patient account", form }
        div { class: "narrow stack",
            PageHeader { title: "Create a patient account", back: ("/register".to_owned(), "Create an account".to_owned()) }
            PostForm {
                form,
                to,
                back,
                onsaved,
                TextField { form, name: "full_name", label: "Full name", autocomplete: "name" }
                DateField { form, name: "date_of_birth", label: "Date of birth", hint: "For example, 9 3 1984", bday: true }
                TextField { form, name: "phone", label: "Phone", kind: "tel", autocomplete: "tel", optional: true,
                    hint: "Only for the doctors you ask, if they need to reach you" }
                Credentials { form }
                SubmitButton { form, label: "Create account" }
            }
        }
    }
}

/// `/register/doctor`
#[component]
pub fn RegisterDoctor() -> Element {
    let form = use_form("/api/auth/register/doctor");
    let onsaved = use_entrance(form, LANDING);
    let specialties: Vec<Choice> = specialties::ALL
        .iter()
        .map(|specialty| Choice::new(specialty.slug, specialty.name))
        .collect();
    rsx! {
        PageTitle { text: "Create a doctor’s account", form }
        div { class: "narrow stack",
            PageHeader { title: "Create a doctor’s account", back: ("/register".to_owned(), "Create an account".to_owned()),
                lede: "Patients find you once your licence has been checked." }
            PostForm {
                form,
                to: LANDING,
                back: "/register/doctor",
                onsaved,
                TextField { form, name: "full_name", label: "Full name", autocomplete: "name", hint: "As patients should see it, with your title" }
                SelectField { form, name: "specialty", label: "Specialty", options: specialties, placeholder: "Choose your specialty" }
                TextField { form, name: "licence_number", label: "Licence number", width: "w-16", hint: "As printed on your licence" }
                Credentials { form }
                SubmitButton { form, label: "Create account" }
            }
        }
    }
}

/// What every account is entered with.
#[component]
fn Credentials(form: Form) -> Element {
    rsx! {
        TextField { form, name: "email", label: "Email", kind: "email", autocomplete: "email" }
        PasswordField { form, name: "password", label: "Password", autocomplete: "new-password",
            hint: "At least 12 characters. Three random words are easy to remember." }
    }
}
