//! What is answered, and what patients say of their health.

/// What a doctor adds when accepting.
pub const NOTES: [&str; 6] = [
    "Please come ten minutes early for the form at the desk.",
    "Bring the list of medicines that you take.",
    "Bring earlier results if you have them.",
    "",
    "Please eat nothing for four hours before.",
    "",
];

/// Why a doctor declines.
pub const DECLINES: [&str; 4] = [
    "This is better seen by your family doctor first. They can do the blood test the same week.",
    "I am at a congress that day and my next weeks are full. Please ask a colleague of the list.",
    "For this you should not wait so long. Please go to the walk-in clinic, which is open today.",
    "I no longer do this examination. The hospital’s outpatient clinic does.",
];

/// Why a doctor refers to a colleague.
pub const REFERRALS: [&str; 4] = [
    "My colleague sees this more often than I do and has the equipment for it.",
    "I am away that week. My colleague has time and knows the treatment.",
    "My colleague’s clinic is closer to where you live.",
    "A second pair of eyes will help here; my colleague has specialised in it.",
];

/// What a doctor adds for the colleague alone.
pub const REFERRAL_NOTE: &str =
    "The ECG of Monday is with me; I send it when you accept. Please see him this week if you can.";

/// Why a patient cancels.
pub const PATIENT_CANCELS: [&str; 4] = [
    "I have to travel for work.",
    "I feel much better and don’t need it any more.",
    "",
    "My child is ill. I will ask again.",
];

/// Why a doctor cancels.
pub const DOCTOR_CANCELS: [&str; 2] = [
    "I was called to the operating theatre that day. I am sorry; please choose another time.",
    "The practice is closed that day because of works in the building.",
];

/// Conditions that patients name; most name none.
pub const CONDITIONS: [&str; 8] = [
    "Asthma since childhood",
    "",
    "High blood pressure since 2019",
    "Type 2 diabetes, diagnosed 2021",
    "",
    "Migraine",
    "Underactive thyroid",
    "Stent in 2021 after a heart attack",
];

/// Allergies.
pub const ALLERGIES: [&str; 7] = [
    "Penicillin (rash)",
    "",
    "Hay fever, birch",
    "None known",
    "Latex",
    "",
    "Ibuprofen (stomach)",
];

/// The medicines that go with [`CONDITIONS`], by place.
pub const MEDICINES: [&str; 8] = [
    "Salbutamol inhaler when needed",
    "",
    "Ramipril 5 mg in the morning",
    "Metformin 850 mg twice a day",
    "",
    "Sumatriptan 50 mg at an attack",
    "Levothyroxine 75 µg in the morning",
    "Aspirin 100 mg, atorvastatin 40 mg, bisoprolol 2.5 mg",
];
