create table waiting_wishes (
    id {uuid} primary key,
    patient_id {uuid} not null references patients (user_id) on delete cascade,
    doctor_id {uuid} references doctors (user_id) on delete cascade,
    specialty text,
    visit_type_id {uuid} references visit_types (id),
    weekdays integer not null check (weekdays between 0 and 127),
    day_parts integer not null check (day_parts between 0 and 7),
    earliest {date} not null,
    latest {date} not null,
    reason text not null,
    symptoms text,
    status text not null check (status in ('open', 'fulfilled', 'ended', 'removed')),
    created_at {instant} not null,
    updated_at {instant} not null,
    check ((doctor_id is null) <> (specialty is null)),
    check (doctor_id is not null or visit_type_id is null),
    check (earliest <= latest)
);

create index waiting_wishes_open on waiting_wishes (created_at, id) where status = 'open';

create index waiting_wishes_by_patient on waiting_wishes (patient_id, created_at, id);

create table waiting_offers (
    id {uuid} primary key,
    wish_id {uuid} not null references waiting_wishes (id) on delete cascade,
    patient_id {uuid} not null references patients (user_id) on delete cascade,
    doctor_id {uuid} not null references doctors (user_id) on delete cascade,
    clinic_id {uuid} not null references clinics (id) on delete cascade,
    starts_at {instant} not null,
    ends_at {instant} not null,
    time_zone text not null,
    held_until {instant} not null,
    status text not null check (status in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
    appointment_id {uuid} references appointments (id) on delete set null,
    created_at {instant} not null,
    updated_at {instant} not null,
    unique (wish_id, doctor_id, starts_at),
    check (starts_at < ends_at),
    check (held_until <= starts_at)
);

create unique index waiting_offers_one_open on waiting_offers (wish_id) where status = 'open';

create index waiting_offers_held on waiting_offers (doctor_id, starts_at) where status = 'open';

create index waiting_offers_due on waiting_offers (held_until, id) where status = 'open';

create index waiting_offers_by_patient on waiting_offers (patient_id, starts_at);
