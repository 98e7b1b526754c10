//! Periods, pregnancy and sexual health.

use crate::directory::guide::data::{
    ADULTS_AND_CHILDREN, CHILDREN, EVERYBODY, NOT_ADULTS, PREGNANT, Topic, Urgency, kind, sign,
};

pub static INTIMATE: Topic = Topic {
    key: "intimate",
    label: says!("guide-intimate"),
    hint: says!("guide-intimate-hint"),
    who: EVERYBODY,
    signs: &[
        sign(
            "soaking",
            says!("guide-intimate-sign-soaking"),
            says!("guide-intimate-sign-soaking-why"),
        )
        .not_for(PREGNANT),
        sign(
            "low-pain",
            says!("guide-intimate-sign-low-pain"),
            says!("guide-intimate-sign-low-pain-why"),
        )
        .not_for(PREGNANT),
        sign(
            "pain-and-fever",
            says!("guide-intimate-sign-pain-and-fever"),
            says!("guide-intimate-sign-pain-and-fever-why"),
        ),
        sign(
            "testicle-pain",
            says!("guide-intimate-sign-testicle-pain"),
            says!("guide-intimate-sign-testicle-pain-why"),
        )
        .not_for(PREGNANT),
    ],
    kinds: &[
        kind(
            "pregnancy",
            says!("guide-intimate-pregnancy"),
            says!("guide-intimate-pregnancy-people"),
            "gynaecology",
        )
        .untimed()
        .not_for(ADULTS_AND_CHILDREN),
        kind(
            "periods",
            says!("guide-intimate-periods"),
            says!("guide-intimate-periods-people"),
            "gynaecology",
        )
        .not_for(PREGNANT),
        kind(
            "between",
            says!("guide-intimate-between"),
            says!("guide-intimate-between-people"),
            "gynaecology",
        )
        .within(Urgency::Week)
        .not_for(PREGNANT),
        kind(
            "low-ache",
            says!("guide-intimate-low-ache"),
            says!("guide-intimate-low-ache-people"),
            "gynaecology",
        )
        .or("gastroenterology", says!("guide-intimate-low-ache-or")),
        kind(
            "breast",
            says!("guide-intimate-breast"),
            says!("guide-intimate-breast-people"),
            "gynaecology",
        )
        .within(Urgency::Week)
        .or("general-surgery", says!("guide-intimate-breast-or")),
        kind(
            "discharge",
            says!("guide-intimate-discharge"),
            says!("guide-intimate-discharge-people"),
            "gynaecology",
        )
        .or("urology", says!("guide-intimate-discharge-or")),
        kind(
            "unprotected",
            says!("guide-intimate-unprotected"),
            says!("guide-intimate-unprotected-people"),
            "gynaecology",
        )
        .untimed()
        .within(Urgency::Today)
        .same_for(CHILDREN)
        .or(
            "infectious-diseases",
            says!("guide-intimate-unprotected-or"),
        ),
        kind(
            "test",
            says!("guide-intimate-test"),
            says!("guide-intimate-test-people"),
            "infectious-diseases",
        )
        .untimed()
        .same_for(NOT_ADULTS)
        .or("gynaecology", says!("guide-intimate-test-or")),
        kind(
            "contraception",
            says!("guide-intimate-contraception"),
            says!("guide-intimate-contraception-people"),
            "gynaecology",
        )
        .untimed()
        .same_for(CHILDREN)
        .not_for(PREGNANT),
        kind(
            "wish",
            says!("guide-intimate-wish"),
            says!("guide-intimate-wish-people"),
            "gynaecology",
        )
        .untimed()
        .or("urology", says!("guide-intimate-wish-or"))
        .not_for(NOT_ADULTS),
        kind(
            "change",
            says!("guide-intimate-change"),
            says!("guide-intimate-change-people"),
            "gynaecology",
        )
        .or("endocrinology", says!("guide-intimate-change-or"))
        .not_for(NOT_ADULTS),
    ],
    meanwhile: &[
        says!("guide-intimate-meanwhile-1"),
        says!("guide-intimate-meanwhile-2"),
        says!("guide-intimate-meanwhile-3"),
    ],
};
