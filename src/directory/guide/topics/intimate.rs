//! Periods, pregnancy and sexual health.

use crate::directory::guide::data::{
    ADULTS_AND_CHILDREN, CHILDREN, EVERYBODY, NOT_ADULTS, PREGNANT, Topic, Urgency, kind, sign,
};

pub static INTIMATE: Topic = Topic {
    key: "intimate",
    label: "Periods, pregnancy or sexual health",
    hint: "Bleeding, breasts, discharge, contraception",
    who: EVERYBODY,
    signs: &[
        sign(
            "soaking",
            "Bleeding that soaks a pad every hour, or bleeding with feeling faint",
            "The body can lose too much blood in a short time.",
        )
        .not_for(PREGNANT),
        sign(
            "low-pain",
            "Sudden, very bad pain low in the tummy, above all with a late period",
            "The pain may come from bleeding inside, and that can’t wait.",
        )
        .not_for(PREGNANT),
        sign(
            "pain-and-fever",
            "Low tummy pain with a high fever, shivering or feeling very ill",
            "This can spread to the blood, and needs treatment within hours.",
        ),
        sign(
            "testicle-pain",
            "Sudden, bad pain in a testicle",
            "A testicle in sudden pain can often be saved, but only within a few hours.",
        )
        .not_for(PREGNANT),
    ],
    kinds: &[
        kind(
            "pregnancy",
            "A check or a question in pregnancy",
            "who are pregnant",
            "gynaecology",
        )
        .untimed()
        .not_for(ADULTS_AND_CHILDREN),
        kind(
            "periods",
            "Painful, heavy or irregular periods",
            "with painful or heavy periods",
            "gynaecology",
        )
        .not_for(PREGNANT),
        kind(
            "between",
            "Bleeding between periods, after sex or after the menopause",
            "with bleeding at other times",
            "gynaecology",
        )
        .within(Urgency::Week)
        .not_for(PREGNANT),
        kind(
            "low-ache",
            "An ache low in the tummy, or pain during sex",
            "with an ache low in the tummy",
            "gynaecology",
        )
        .or("gastroenterology", "when the stools have changed too"),
        kind(
            "breast",
            "A lump or change in a breast",
            "with a change in a breast",
            "gynaecology",
        )
        .within(Urgency::Week)
        .or("general-surgery", "when a lump has to be taken out"),
        kind(
            "discharge",
            "Discharge, itching or sores",
            "with discharge, itching or sores",
            "gynaecology",
        )
        .or("urology", "for men"),
        kind(
            "unprotected",
            "Sex without protection in the last 5 days",
            "after sex without protection",
            "gynaecology",
        )
        .untimed()
        .within(Urgency::Today)
        .same_for(CHILDREN)
        .or(
            "infectious-diseases",
            "for men, and for tests and protection afterwards",
        ),
        kind(
            "test",
            "A test after sex, without symptoms",
            "who want a test after sex",
            "infectious-diseases",
        )
        .untimed()
        .same_for(NOT_ADULTS)
        .or("gynaecology", "when one wants advice as well"),
        kind(
            "contraception",
            "Contraception",
            "who want contraception",
            "gynaecology",
        )
        .untimed()
        .same_for(CHILDREN)
        .not_for(PREGNANT),
        kind(
            "wish",
            "Trying for a baby",
            "who try for a baby",
            "gynaecology",
        )
        .untimed()
        .or("urology", "for men")
        .not_for(NOT_ADULTS),
        kind(
            "change",
            "Hot flushes, or the time around the menopause",
            "around the menopause",
            "gynaecology",
        )
        .or("endocrinology", "when it begins before about 40")
        .not_for(NOT_ADULTS),
    ],
    meanwhile: &[
        "Note the first day of the last period, and when it hurts or bleeds.",
        "After sex without protection ask on the same day: what helps works best early.",
        "Bring the list of your medicines to the appointment.",
    ],
};
