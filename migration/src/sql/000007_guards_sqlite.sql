create trigger waiting_offers_overlap_on_insert before insert on waiting_offers
when new.status = 'open'
begin
    select raise(abort, 'waiting_offers_doctor_overlap')
    where exists (
        select 1 from waiting_offers as other
        where other.doctor_id = new.doctor_id
          and other.id <> new.id
          and other.status = 'open'
          and other.starts_at < new.ends_at
          and other.ends_at > new.starts_at
    ) or exists (
        select 1 from appointments as other
        where other.doctor_id = new.doctor_id
          and other.status in ('pending', 'proposed', 'accepted')
          and other.starts_at < new.ends_at
          and other.starts_at > strftime('%Y-%m-%dT%H:%M:%S', new.starts_at, '-25 hours')
          and other.ends_at > new.starts_at
    );
end;

create trigger waiting_offers_overlap_on_update before update of doctor_id, status, starts_at, ends_at on waiting_offers
when new.status = 'open'
begin
    select raise(abort, 'waiting_offers_doctor_overlap')
    where exists (
        select 1 from waiting_offers as other
        where other.doctor_id = new.doctor_id
          and other.id <> new.id
          and other.status = 'open'
          and other.starts_at < new.ends_at
          and other.ends_at > new.starts_at
    ) or exists (
        select 1 from appointments as other
        where other.doctor_id = new.doctor_id
          and other.status in ('pending', 'proposed', 'accepted')
          and other.starts_at < new.ends_at
          and other.starts_at > strftime('%Y-%m-%dT%H:%M:%S', new.starts_at, '-25 hours')
          and other.ends_at > new.starts_at
    );
end;

create trigger appointments_held_on_insert before insert on appointments
when new.status in ('pending', 'proposed', 'accepted')
begin
    select raise(abort, 'waiting_offers_doctor_overlap')
    where exists (
        select 1 from waiting_offers as other
        where other.doctor_id = new.doctor_id
          and other.status = 'open'
          and other.starts_at < new.ends_at
          and other.ends_at > new.starts_at
    );
end;

create trigger appointments_held_on_update before update of doctor_id, status, starts_at, ends_at on appointments
when new.status in ('pending', 'proposed', 'accepted')
begin
    select raise(abort, 'waiting_offers_doctor_overlap')
    where exists (
        select 1 from waiting_offers as other
        where other.doctor_id = new.doctor_id
          and other.status = 'open'
          and other.starts_at < new.ends_at
          and other.ends_at > new.starts_at
    );
end;
