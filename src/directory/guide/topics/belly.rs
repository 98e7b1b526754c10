//! Stomach and bowel; bladder and kidneys.

use crate::directory::guide::data::{
    CHILDREN, EVERYBODY, NOT_ADULTS, NOT_CHILDREN, PREGNANT, Topic, Urgency, kind, sign,
};

pub static BELLY: Topic = Topic {
    key: "belly",
    label: says!("guide-belly"),
    hint: says!("guide-belly-hint"),
    who: EVERYBODY,
    signs: &[
        sign(
            "hard-belly",
            says!("guide-belly-sign-hard-belly"),
            says!("guide-belly-sign-hard-belly-why"),
        )
        .not_for(PREGNANT),
        sign(
            "blood",
            says!("guide-belly-sign-blood"),
            says!("guide-belly-sign-blood-why"),
        ),
        sign(
            "blocked",
            says!("guide-belly-sign-blocked"),
            says!("guide-belly-sign-blocked-why"),
        ),
        sign(
            "faint",
            says!("guide-belly-sign-faint"),
            says!("guide-belly-sign-faint-why"),
        )
        .not_for(CHILDREN),
        sign(
            "yellow",
            says!("guide-belly-sign-yellow"),
            says!("guide-belly-sign-yellow-why"),
        ),
        sign(
            "stuck-bulge",
            says!("guide-belly-sign-stuck-bulge"),
            says!("guide-belly-sign-stuck-bulge-why"),
        ),
    ],
    kinds: &[
        kind(
            "pain",
            says!("guide-belly-pain"),
            says!("guide-belly-pain-people"),
            "gastroenterology",
        )
        .gp_first()
        .worst_fresh(says!("guide-belly-pain-worst")),
        kind(
            "heartburn",
            says!("guide-belly-heartburn"),
            says!("guide-belly-heartburn-people"),
            "gastroenterology",
        )
        .gp_first(),
        kind(
            "sick",
            says!("guide-belly-sick"),
            says!("guide-belly-sick-people"),
            "gastroenterology",
        )
        .gp_first(),
        kind(
            "loose",
            says!("guide-belly-loose"),
            says!("guide-belly-loose-people"),
            "gastroenterology",
        )
        .gp_first()
        .or("infectious-diseases", says!("guide-belly-loose-or")),
        kind(
            "hard-stools",
            says!("guide-belly-hard-stools"),
            says!("guide-belly-hard-stools-people"),
            "gastroenterology",
        )
        .gp_first()
        .or("nutrition", says!("guide-belly-hard-stools-or")),
        kind(
            "bleeding",
            says!("guide-belly-bleeding"),
            says!("guide-belly-bleeding-people"),
            "gastroenterology",
        )
        .within(Urgency::Week)
        .or("general-surgery", says!("guide-belly-bleeding-or")),
        kind(
            "bottom",
            says!("guide-belly-bottom"),
            says!("guide-belly-bottom-people"),
            "general-surgery",
        )
        .gp_first()
        .or("gastroenterology", says!("guide-belly-bottom-or")),
        kind(
            "bulge",
            says!("guide-belly-bulge"),
            says!("guide-belly-bulge-people"),
            "general-surgery",
        ),
        kind(
            "food",
            says!("guide-belly-food"),
            says!("guide-belly-food-people"),
            "gastroenterology",
        )
        .or("allergology", says!("guide-belly-food-or"))
        .same_for(NOT_ADULTS),
    ],
    meanwhile: &[
        says!("guide-belly-meanwhile-1"),
        says!("guide-belly-meanwhile-2"),
        says!("guide-belly-meanwhile-3"),
    ],
};

pub static URINE: Topic = Topic {
    key: "urine",
    label: says!("guide-urine"),
    hint: says!("guide-urine-hint"),
    who: EVERYBODY,
    signs: &[
        sign(
            "no-urine",
            says!("guide-urine-sign-no-urine"),
            says!("guide-urine-sign-no-urine-why"),
        ),
        sign(
            "testicle-pain",
            says!("guide-urine-sign-testicle-pain"),
            says!("guide-urine-sign-testicle-pain-why"),
        ),
        sign(
            "side-and-fever",
            says!("guide-urine-sign-side-and-fever"),
            says!("guide-urine-sign-side-and-fever-why"),
        ),
        sign(
            "blood-clots",
            says!("guide-urine-sign-blood-clots"),
            says!("guide-urine-sign-blood-clots-why"),
        ),
        sign(
            "numb-saddle",
            says!("guide-urine-sign-numb-saddle"),
            says!("guide-urine-sign-numb-saddle-why"),
        )
        .not_for(CHILDREN),
    ],
    kinds: &[
        kind(
            "burning",
            says!("guide-urine-burning"),
            says!("guide-urine-burning-people"),
            "urology",
        )
        .gp_first(),
        kind(
            "often",
            says!("guide-urine-often"),
            says!("guide-urine-often-people"),
            "urology",
        )
        .or("gynaecology", says!("guide-urine-often-or")),
        kind(
            "blood",
            says!("guide-urine-blood"),
            says!("guide-urine-blood-people"),
            "urology",
        )
        .within(Urgency::Week)
        .or("nephrology", says!("guide-urine-blood-or")),
        kind(
            "stream",
            says!("guide-urine-stream"),
            says!("guide-urine-stream-people"),
            "urology",
        )
        .same_for(NOT_ADULTS),
        kind(
            "foam",
            says!("guide-urine-foam"),
            says!("guide-urine-foam-people"),
            "nephrology",
        )
        .within(Urgency::Week),
        kind(
            "waves",
            says!("guide-urine-waves"),
            says!("guide-urine-waves-people"),
            "urology",
        )
        .within(Urgency::Week)
        .worst(says!("guide-urine-waves-worst")),
        kind(
            "wetting",
            says!("guide-urine-wetting"),
            says!("guide-urine-wetting-people"),
            "paediatrics",
        )
        .not_for(NOT_CHILDREN),
        kind(
            "testicle",
            says!("guide-urine-testicle"),
            says!("guide-urine-testicle-people"),
            "urology",
        )
        .within(Urgency::Week)
        .same_for(CHILDREN)
        .not_for(PREGNANT),
        kind(
            "erection",
            says!("guide-urine-erection"),
            says!("guide-urine-erection-people"),
            "urology",
        )
        .or("endocrinology", says!("guide-urine-erection-or"))
        .not_for(NOT_ADULTS),
        kind(
            "values",
            says!("guide-urine-values"),
            says!("guide-urine-values-people"),
            "nephrology",
        )
        .untimed(),
    ],
    meanwhile: &[
        says!("guide-urine-meanwhile-1"),
        says!("guide-urine-meanwhile-2"),
        says!("guide-urine-meanwhile-3"),
    ],
};
