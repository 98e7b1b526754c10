alter table doctors add column buffer_before_minutes integer not null default 0 check (buffer_before_minutes between 0 and 120);

alter table doctors add column buffer_after_minutes integer not null default 0 check (buffer_after_minutes between 0 and 120);

alter table doctors add column daily_cap integer check (daily_cap > 0);

alter table hour_exceptions add column until_date {date};

create table visit_types (
    id {uuid} primary key,
    doctor_id {uuid} not null references doctors (user_id) on delete cascade,
    name text not null,
    minutes integer not null check (minutes between 10 and 120),
    position integer not null,
    removed_at {instant}
);

create index visit_types_by_doctor on visit_types (doctor_id, position);

alter table appointments add column visit_type_id {uuid} references visit_types (id);

alter table appointments add column visit_type text;
