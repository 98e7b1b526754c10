create table users (
    id {uuid} primary key,
    email text not null,
    email_key text not null unique,
    password_hash text not null,
    role text not null check (role in ('patient', 'doctor', 'administrator')),
    full_name text not null,
    photo text,
    last_notification {bigint} not null default 0,
    suspended_at {instant},
    created_at {instant} not null
);

create table patients (
    user_id {uuid} primary key references users (id) on delete cascade,
    date_of_birth {date} not null,
    phone text,
    address text,
    conditions text,
    allergies text,
    medicines text
);

create table doctors (
    user_id {uuid} primary key references users (id) on delete cascade,
    name_key text not null,
    specialty text not null,
    licence_number text not null unique,
    languages text not null default '',
    biography text,
    accepting {bool} not null default true,
    verified_at {instant},
    minimum_notice_minutes integer not null default 120,
    horizon_days integer not null default 60
);

create index doctors_by_specialty on doctors (specialty, name_key, user_id);

create index doctors_by_name on doctors (name_key, user_id);

create table sessions (
    id {uuid} primary key,
    user_id {uuid} not null references users (id) on delete cascade,
    refresh_hash text not null unique,
    previous_hash text unique,
    rotated_at {instant} not null,
    created_at {instant} not null,
    expires_at {instant} not null,
    revoked_at {instant}
);

create index sessions_by_user on sessions (user_id);

create table sign_in_failures (
    key text primary key,
    failures integer not null,
    blocked_until {instant} not null,
    updated_at {instant} not null
);

create table clinics (
    id {uuid} primary key,
    doctor_id {uuid} not null references doctors (user_id) on delete cascade,
    name text not null,
    address text not null,
    latitude {float},
    longitude {float},
    time_zone text not null,
    notes text,
    created_at {instant} not null,
    removed_at {instant}
);

create index clinics_by_doctor on clinics (doctor_id);

create table weekly_hours (
    id {uuid} primary key,
    doctor_id {uuid} not null references doctors (user_id) on delete cascade,
    clinic_id {uuid} not null references clinics (id) on delete cascade,
    weekday integer not null check (weekday between 1 and 7),
    from_minute integer not null check (from_minute between 0 and 1439),
    to_minute integer not null check (to_minute between 1 and 1440),
    slot_minutes integer not null check (slot_minutes between 10 and 120),
    check (from_minute < to_minute)
);

create index weekly_hours_by_doctor on weekly_hours (doctor_id);

create table hour_exceptions (
    id {uuid} primary key,
    doctor_id {uuid} not null references doctors (user_id) on delete cascade,
    clinic_id {uuid} references clinics (id) on delete cascade,
    on_date {date} not null,
    kind text not null check (kind in ('closed', 'extra')),
    from_minute integer,
    to_minute integer
);

create index hour_exceptions_by_doctor on hour_exceptions (doctor_id, on_date);

create table appointments (
    id {uuid} primary key,
    case_id {uuid} not null,
    doctor_id {uuid} not null references doctors (user_id),
    patient_id {uuid} not null references patients (user_id),
    clinic_id {uuid} references clinics (id),
    referred_from {uuid} references appointments (id),
    status text not null check (status in ('pending', 'proposed', 'accepted', 'referred', 'declined', 'cancelled', 'completed', 'no_show', 'expired')),
    starts_at {instant} not null,
    ends_at {instant} not null,
    time_zone text not null,
    reason text not null,
    symptoms text,
    location_name text,
    location_address text,
    location_latitude {float},
    location_longitude {float},
    note text,
    answer_by {instant} not null,
    version integer not null default 1,
    created_at {instant} not null,
    updated_at {instant} not null,
    check (starts_at < ends_at)
);

create index appointments_by_doctor on appointments (doctor_id, starts_at, id);

create index appointments_by_doctor_status on appointments (doctor_id, status, starts_at, id);

create index appointments_by_patient on appointments (patient_id, starts_at, id);

create index appointments_by_patient_status on appointments (patient_id, status, starts_at, id);

create index appointments_by_case on appointments (case_id);

create table timeline_events (
    id {uuid} primary key,
    case_id {uuid} not null,
    appointment_id {uuid} not null references appointments (id) on delete cascade,
    at {instant} not null,
    actor_id {uuid},
    actor_role text not null check (actor_role in ('patient', 'doctor', 'system')),
    action text not null,
    from_status text,
    to_status text not null,
    reason text
);

create index timeline_events_by_case on timeline_events (case_id, id);

create table notifications (
    id {uuid} primary key,
    user_id {uuid} not null references users (id) on delete cascade,
    number {bigint} not null,
    kind text not null,
    title text not null,
    body text not null,
    link text not null,
    case_id {uuid},
    location_name text,
    location_address text,
    location_latitude {float},
    location_longitude {float},
    read_at {instant},
    created_at {instant} not null,
    unique (user_id, number)
);

create index notifications_unread on notifications (user_id, number) where read_at is null;

create table idempotency_keys (
    user_id {uuid} not null references users (id) on delete cascade,
    key text not null,
    input_hash text not null,
    answer text not null,
    created_at {instant} not null,
    primary key (user_id, key)
);

create table audit_entries (
    id {uuid} primary key,
    at {instant} not null,
    actor_id {uuid},
    actor_role text not null,
    action text not null,
    patient_id {uuid},
    object_id {uuid}
);

create index audit_entries_by_patient on audit_entries (patient_id, id);

create table form_replays (
    id text primary key,
    content text not null,
    expires_at {instant} not null
);
