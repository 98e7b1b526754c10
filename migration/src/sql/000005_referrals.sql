create table referrals (
    case_id {uuid} not null,
    doctor_id {uuid} not null references doctors (user_id),
    from_id {uuid} not null unique references appointments (id) on delete cascade,
    referrer_id {uuid} not null references doctors (user_id),
    urgent {bool} not null,
    reason text not null,
    note text,
    advice text,
    created_at {instant} not null,
    answered_at {instant},
    primary key (case_id, doctor_id)
);

insert into referrals (case_id, doctor_id, from_id, referrer_id, urgent, reason, created_at, answered_at)
select next.case_id, next.doctor_id, old.id, old.doctor_id, false, coalesce(step.reason, ''), next.created_at,
    case when next.status = 'pending' then null else next.updated_at end
from appointments next
join appointments old on old.id = next.referred_from
left join timeline_events step on step.appointment_id = old.id and step.action = 'refer';

alter table appointments add column urgent {bool} not null default false;

create index appointments_by_urgency on appointments (doctor_id, status, urgent desc, starts_at, id);
