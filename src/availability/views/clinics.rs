//! The clinics of a doctor: see, add, change, remove.

use dioxus::prelude::*;

use super::failing::use_reported;
use super::page::{ClinicsView, PATH};
use super::picker::Picker;
use crate::availability::api;
use crate::availability::model::{Clinic, MOST_CLINICS};
use crate::place::mercator::Point;
use crate::time;
use crate::ui::*;

/// The id of the list of time zones that fields refer to.
const ZONES: &str = "time-zones";

/// Where a place can be chosen on a map: where such a map begins, if anywhere.
#[derive(Clone, Copy, PartialEq)]
struct Choosing {
    near: Option<Point>,
}

/// All clinics, and a way to add one.
#[component]
pub(super) fn Clinics(view: ClinicsView, revision: u32, onchange: EventHandler<()>) -> Element {
    let ClinicsView {
        clinics,
        maps,
        maps_on,
    } = view;
    let mut zones = use_signal(Vec::<String>::new);
    // Six hundred names are fetched by the client, not sent with the page.
    use_effect(move || {
        spawn(async move {
            if let Ok(page) = api::time_zones().await {
                zones.set(page.items);
            }
        });
    });
    let count = clinics.len() as u64;
    let last_zone = clinics.last().map(|clinic| clinic.time_zone.clone());
    let choosing = maps_on.then(|| Choosing {
        near: clinics.iter().rev().find_map(Clinic::point),
    });
    rsx! {
        section { class: "stack", aria_labelledby: "clinics-title",
            h2 { id: "clinics-title", tabindex: "-1", {t!("availability-clinics")} }
            {proposals(ZONES, &zones.read())}
            if clinics.is_empty() {
                p { class: "quiet", {t!("availability-clinics-none")} }
            } else {
                ul { class: "cards",
                    for (clinic , map) in clinics.into_iter().zip(maps) {
                        ClinicCard { key: "{clinic.id}-{revision}", clinic: clinic.clone(), map, choosing, onchange }
                    }
                }
            }
            if count < MOST_CLINICS {
                for n in [revision] {
                    AddClinic { key: "{n}", first: count == 0, zone: last_zone.clone(), choosing, onchange }
                }
            } else {
                p { class: "quiet", {t!("availability-clinics-full", count = count)} }
            }
        }
    }
}

#[component]
fn ClinicCard(
    clinic: Clinic,
    map: Html,
    choosing: Option<Choosing>,
    onchange: EventHandler<()>,
) -> Element {
    let group = format!("clinic-{}", clinic.id);
    rsx! {
        li { class: "card stack",
            div { class: "place",
                Icon { name: IconName::Pin }
                div { class: "stack gap-1",
                    h3 { bdi { "{clinic.name}" } }
                    p { bdi { "{clinic.address}" } }
                    p { class: "small quiet", {t!("availability-clock", place = time::place(&clinic.time_zone))} }
                    if let Some(notes) = &clinic.notes {
                        p { class: "small quiet pre-line", dir: "auto", "{notes}" }
                    }
                    p { class: "small",
                        a { href: clinic.map_link(), rel: "noopener noreferrer", target: "_blank",
                            {t!("availability-map-show")}
                            span { class: "visually-hidden", " " {t!("availability-map-tab", name = clinic.name)} }
                        }
                    }
                }
            }
            if !map.is_empty() {
                Made { part: map }
            }
            Actions {
                ChangeClinic { clinic: clinic.clone(), group: group.clone(), choosing, onchange }
                RemoveClinic { clinic: clinic.clone(), group, onchange }
            }
        }
    }
}

#[component]
fn ChangeClinic(
    clinic: Clinic,
    group: String,
    choosing: Option<Choosing>,
    onchange: EventHandler<()>,
) -> Element {
    let form = use_form_in(
        &format!("/api/clinics/{}", clinic.id),
        &format!("change-{}", clinic.id),
    );
    use_reported(form);
    let toasts = use_toasts();
    rsx! {
        ActionPanel { label: t!("availability-edit"), open: form.failed(), group,
            PostForm {
                form,
                to: PATH,
                back: PATH,
                method: "PUT",
                onsaved: move |clinic: Saved| {
                    toasts.success(t!("availability-clinic-saved", name = clinic.text("name")));
                    onchange.call(());
                    browser::focus_quietly("clinics-title");
                },
                Hidden { name: "version", value: clinic.version.to_string() }
                ClinicFields { form, clinic, choosing }
                SubmitButton { form, label: t!("availability-clinic-save") }
            }
        }
    }
}

#[component]
fn RemoveClinic(clinic: Clinic, group: String, onchange: EventHandler<()>) -> Element {
    // The query sets it apart from the form that changes the clinic: each shows its own refusals.
    let form = use_form_in(
        &format!("/api/clinics/{}?remove", clinic.id),
        &format!("remove-{}", clinic.id),
    );
    use_reported(form);
    let toasts = use_toasts();
    let name = clinic.name.clone();
    rsx! {
        ActionPanel { label: t!("availability-remove"), kind: ButtonKind::QuietDanger, open: form.failed(), group,
            PostForm {
                form,
                to: PATH,
                back: PATH,
                method: "DELETE",
                onsaved: move |_: Saved| {
                    toasts.success(t!("availability-clinic-removed", name = name));
                    onchange.call(());
                    browser::focus_quietly("clinics-title");
                },
                Hidden { name: "version", value: clinic.version.to_string() }
                p { {t!("availability-clinic-remove-what", name = clinic.name)} }
                SubmitButton { form, label: t!("availability-clinic-remove"), kind: ButtonKind::Danger }
            }
        }
    }
}

#[component]
fn AddClinic(
    first: bool,
    zone: Option<String>,
    choosing: Option<Choosing>,
    onchange: EventHandler<()>,
) -> Element {
    let form = use_form_in("/api/clinics", "new-clinic");
    use_reported(form);
    let toasts = use_toasts();
    rsx! {
        Actions {
            ActionPanel {
                label: t!("availability-clinic-new"),
                kind: if first { ButtonKind::Primary } else { ButtonKind::Second },
                open: first || form.failed(),
                PostForm {
                    form,
                    to: PATH,
                    back: PATH,
                    onsaved: move |clinic: Saved| {
                        toasts.success(t!("availability-clinic-added", name = clinic.text("name")));
                        onchange.call(());
                        browser::focus("hours-title");
                    },
                    IdempotencyKey {}
                    ClinicFields { form, zone, choosing }
                    SubmitButton { form, label: t!("availability-clinic-add") }
                }
            }
        }
    }
}

/// The fields of a clinic; `zone` is the first guess for a new one.
#[component]
fn ClinicFields(
    form: Form,
    clinic: Option<Clinic>,
    zone: Option<String>,
    choosing: Option<Choosing>,
) -> Element {
    // How often somebody typed into the two fields of degrees.
    let mut typed = use_signal(|| 0_u32);
    let degrees = |degrees: Option<f64>| degrees.map(|degrees| degrees.to_string());
    let kept = clinic.as_ref();
    let zone = kept.map(|clinic| clinic.time_zone.clone()).or(zone);
    rsx! {
        TextField { form, name: "name", label: t!("availability-clinic-name"), maxlength: 120, autocomplete: "off",
            value: kept.map(|clinic| clinic.name.clone()),
        }
        TextField { form, name: "address", label: t!("availability-address"), maxlength: 300, autocomplete: "off",
            hint: t!("availability-address-hint"),
            value: kept.map(|clinic| clinic.address.clone()),
        }
        {combobox(form, "time_zone", &t!("availability-zone"), Some(t!("availability-zone-hint")), zone, ZONES)}
        div { class: "form-row",
            TextField { form, name: "latitude", label: t!("availability-latitude"), optional: true, inputmode: "decimal", width: "w-8", autocomplete: "off",
                value: degrees(kept.and_then(|clinic| clinic.latitude)),
                oninput: move |_| typed += 1,
            }
            TextField { form, name: "longitude", label: t!("availability-longitude"), optional: true, inputmode: "decimal", width: "w-8", autocomplete: "off",
                value: degrees(kept.and_then(|clinic| clinic.longitude)),
                oninput: move |_| typed += 1,
            }
        }
        if let Some(Choosing { near }) = choosing {
            Picker { form, typed, near }
        }
        TextArea { form, name: "notes", label: t!("availability-notes"), optional: true, rows: 2, maxlength: 1000,
            hint: t!("availability-notes-hint"),
            value: kept.and_then(|clinic| clinic.notes.clone()),
        }
    }
}
