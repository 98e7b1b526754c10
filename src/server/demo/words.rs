//! What people come with, by specialty.

/// The words of a specialty.
pub struct Words {
    pub specialty: &'static str,
    /// How a biography begins: what this doctor sees most.
    pub practice: [&'static str; 4],
    /// A reason, and what the patient says of it.
    pub reasons: [(&'static str, &'static str); 5],
}

const fn words(
    specialty: &'static str,
    practice: [&'static str; 4],
    reasons: [(&'static str, &'static str); 5],
) -> Words {
    Words {
        specialty,
        practice,
        reasons,
    }
}

/// One entry a specialty of the demonstration.
static ALL: [Words; 13] = [
    words(
        "cardiology",
        [
            "heart rhythm and long-term monitoring",
            "high blood pressure and prevention",
            "heart failure and rehabilitation",
            "chest pain and coronary disease",
        ],
        [
            (
                "High blood pressure at home",
                "160 over 95 three mornings in a row. No headache.",
            ),
            (
                "Short of breath on stairs",
                "Since about a month, two floors are hard. No chest pain.",
            ),
            (
                "Follow-up of the Holter result",
                "I wore the recorder for two days and have the report.",
            ),
            (
                "Heart check in the family",
                "My father had a heart attack at 52. I feel well.",
            ),
            (
                "Racing heart after coffee",
                "It beats fast for some minutes, twice this week.",
            ),
        ],
    ),
    words(
        "general-practice",
        [
            "whole families, from first cold to long-term care",
            "long-term conditions and medicines",
            "check-ups and vaccination",
            "people new to the city",
        ],
        [
            (
                "Cough that won’t go",
                "Three weeks now, worse at night. No fever since the first days.",
            ),
            ("Yearly check-up", ""),
            (
                "Tired all the time",
                "I sleep eight hours and wake up tired. It started in autumn.",
            ),
            (
                "Prescription for thyroid tablets",
                "They last for two more weeks.",
            ),
            (
                "Back pain after moving house",
                "Lower back, worse when I sit. It doesn’t go into the leg.",
            ),
        ],
    ),
    words(
        "dermatology",
        [
            "skin checks and moles",
            "eczema and psoriasis",
            "acne at any age",
            "hair and nails",
        ],
        [
            (
                "A mole that has changed",
                "On the left shoulder. Darker than in summer, and a little larger.",
            ),
            (
                "Itchy rash on both arms",
                "It comes in the evening. New washing powder since last month.",
            ),
            (
                "Yearly skin check",
                "Fair skin, many moles, nothing new that I noticed.",
            ),
            ("Eczema on the hands", "Cracked and sore since it got cold."),
            (
                "Hair is getting thin",
                "Mostly at the temples, for about half a year.",
            ),
        ],
    ),
    words(
        "paediatrics",
        [
            "the first years and feeding",
            "asthma and allergies in children",
            "school health and growth",
            "children who are often ill",
        ],
        [
            (
                "Eighteen-month check",
                "For our daughter. Eats and sleeps well.",
            ),
            (
                "Child with a cough",
                "My son, 5, coughs at night for two weeks. No fever.",
            ),
            ("Vaccination", "The second dose, we have the booklet."),
            (
                "Rash after a new food",
                "My daughter, 3, had red cheeks after peanut butter. It went in an hour.",
            ),
            (
                "Growth and school",
                "He is the smallest in class and we would like to ask.",
            ),
        ],
    ),
    words(
        "orthopaedics",
        [
            "knees and sports injuries",
            "hips and worn joints",
            "shoulders and hands",
            "feet and gait",
        ],
        [
            (
                "Knee pain when running",
                "Right knee, on the outside, after about five kilometres.",
            ),
            (
                "Shoulder won’t lift",
                "I can’t reach the top shelf since I painted the ceiling.",
            ),
            (
                "Follow-up after an ankle sprain",
                "Six weeks ago. Still swollen in the evening.",
            ),
            ("Hip pain at night", "I wake up when I lie on that side."),
            (
                "Numb fingers in the morning",
                "Thumb and first two fingers, both hands.",
            ),
        ],
    ),
    words(
        "gynaecology",
        [
            "pregnancy and the months after",
            "periods and hormones",
            "menopause",
            "prevention and family planning",
        ],
        [
            ("Yearly check and smear test", ""),
            ("Painful periods", "Two days each month that I can’t work."),
            (
                "First visit in pregnancy",
                "The test was positive last week.",
            ),
            ("Contraception", "I would like to change from the pill."),
            (
                "Irregular periods",
                "Between three and seven weeks, since last year.",
            ),
        ],
    ),
    words(
        "neurology",
        [
            "headache and migraine",
            "dizziness and balance",
            "memory",
            "nerves of arms and legs",
        ],
        [
            (
                "Migraine more often",
                "Six days this month. The tablets help after an hour.",
            ),
            (
                "Tingling in the left hand",
                "Little finger side, mostly at the desk.",
            ),
            (
                "Dizzy when I turn over",
                "It spins for half a minute and stops.",
            ),
            (
                "My mother forgets names",
                "She is 78. It has become more this year.",
            ),
            (
                "Hands that shake",
                "When I hold a cup. My father had it too.",
            ),
        ],
    ),
    words(
        "psychiatry",
        [
            "low mood and exhaustion",
            "anxiety",
            "sleep",
            "attention in adults",
        ],
        [
            (
                "Can’t sleep before work",
                "I wake at three and think about the day.",
            ),
            (
                "Anxious in crowded places",
                "I get off the metro before my stop.",
            ),
            (
                "Low for some months",
                "Nothing is much fun. I would like to talk about it.",
            ),
            (
                "Follow-up of the medicine",
                "It works, I am a little tired in the morning.",
            ),
            ("Trouble concentrating", "A friend thinks of ADHD."),
        ],
    ),
    words(
        "ophthalmology",
        [
            "cataract and glaucoma",
            "dry and red eyes",
            "children’s eyes",
            "the retina",
        ],
        [
            ("Blurred in the distance", "Road signs at night above all."),
            (
                "Dry eyes at the screen",
                "They burn by noon. Drops help for an hour.",
            ),
            ("Glaucoma check", "My sister has it."),
            (
                "New floaters",
                "Since three days, in the right eye. No flashes.",
            ),
            ("Red eye every morning", "A little sticky, no pain."),
        ],
    ),
    words(
        "otolaryngology",
        [
            "ears and hearing",
            "nose and sinuses",
            "voice",
            "snoring and sleep",
        ],
        [
            (
                "Ringing in one ear",
                "The right one, since a concert two weeks ago.",
            ),
            (
                "Blocked nose for months",
                "I breathe through the mouth at night.",
            ),
            ("Hoarse since a cold", "Five weeks. I teach all day."),
            ("Hearing test", "My family says the television is too loud."),
            (
                "Snoring",
                "My family says that I stop breathing now and then.",
            ),
        ],
    ),
    words(
        "endocrinology",
        ["thyroid and diabetes", "hormones", "weight", "bones"],
        [
            ("Thyroid values", "My doctor found them a little high."),
            ("Diabetes check", "Three months since the last one."),
            ("Weight change", "Six kilos less without trying."),
            ("Always thirsty", ""),
            ("Weak bones in the family", "My mother broke her hip at 66."),
        ],
    ),
    words(
        "gastroenterology",
        [
            "stomach and reflux",
            "bowel",
            "liver",
            "food that people can’t tolerate",
        ],
        [
            ("Heartburn after meals", "Most evenings, worse lying down."),
            ("Bloated after milk", "And tired after bread."),
            (
                "Colonoscopy",
                "My family doctor said that it is time for one.",
            ),
            ("Stomach ache", "Upper middle, an hour after eating."),
            ("Liver values", "A little high in the last blood test."),
        ],
    ),
    words(
        "dentistry",
        [
            "gums and prevention",
            "fillings and crowns",
            "children’s teeth",
            "anxious patients",
        ],
        [
            ("Toothache when I chew", "Lower left, since the weekend."),
            ("Lost filling", ""),
            ("Check and cleaning", "The last one was over a year ago."),
            ("Bleeding gums", "When I brush. No pain."),
            ("Grinding at night", "My jaw is stiff in the morning."),
        ],
    ),
];

/// The words of a specialty; those of the first for one that has none.
pub fn of(specialty: &str) -> &'static Words {
    ALL.iter()
        .find(|words| words.specialty == specialty)
        .unwrap_or(&ALL[0])
}
