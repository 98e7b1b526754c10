//! Pages of appointments.
use dioxus::prelude::*;
#[component] pub fn AppointmentsPage(status: ReadSignal<String>, cursor: ReadSignal<String>) -> Element { rsx! {} }
#[component] pub fn AppointmentPage(id: ReadSignal<String>, requested: ReadSignal<String>) -> Element { rsx! {} }
#[component] pub fn PatientsPage(cursor: ReadSignal<String>) -> Element { rsx! {} }
#[component] pub fn PatientPage(id: ReadSignal<String>) -> Element { rsx! {} }
#[component] pub fn RequestPage(id: ReadSignal<String>, start: ReadSignal<String>) -> Element { rsx! {} }
