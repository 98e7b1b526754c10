create trigger appointments_length_on_insert before insert on appointments
when unixepoch(new.ends_at) - unixepoch(new.starts_at) > 86400
begin
    select raise(abort, 'appointments_length');
end;

create trigger appointments_length_on_update before update of starts_at, ends_at on appointments
when unixepoch(new.ends_at) - unixepoch(new.starts_at) > 86400
begin
    select raise(abort, 'appointments_length');
end;

drop trigger appointments_doctor_overlap_on_insert;

create trigger appointments_doctor_overlap_on_insert before insert on appointments
when new.status in ('pending', 'proposed', 'accepted')
begin
    select raise(abort, 'appointments_doctor_overlap')
    where exists (
        select 1 from appointments as other
        where other.doctor_id = new.doctor_id
          and other.id <> new.id
          and other.case_id <> new.case_id
          and other.status in ('pending', 'proposed', 'accepted')
          and other.starts_at < new.ends_at
          and other.starts_at > strftime('%Y-%m-%dT%H:%M:%S', new.starts_at, '-25 hours')
          and other.ends_at > new.starts_at
    );
end;

drop trigger appointments_doctor_overlap_on_update;

create trigger appointments_doctor_overlap_on_update before update of case_id, doctor_id, status, starts_at, ends_at on appointments
when new.status in ('pending', 'proposed', 'accepted')
begin
    select raise(abort, 'appointments_doctor_overlap')
    where exists (
        select 1 from appointments as other
        where other.doctor_id = new.doctor_id
          and other.id <> new.id
          and other.case_id <> new.case_id
          and other.status in ('pending', 'proposed', 'accepted')
          and other.starts_at < new.ends_at
          and other.starts_at > strftime('%Y-%m-%dT%H:%M:%S', new.starts_at, '-25 hours')
          and other.ends_at > new.starts_at
    );
end;

drop trigger appointments_patient_overlap_on_insert;

create trigger appointments_patient_overlap_on_insert before insert on appointments
when new.status in ('pending', 'proposed', 'accepted')
begin
    select raise(abort, 'appointments_patient_overlap')
    where exists (
        select 1 from appointments as other
        where other.patient_id = new.patient_id
          and other.id <> new.id
          and other.case_id <> new.case_id
          and other.status in ('pending', 'proposed', 'accepted')
          and other.starts_at < new.ends_at
          and other.starts_at > strftime('%Y-%m-%dT%H:%M:%S', new.starts_at, '-25 hours')
          and other.ends_at > new.starts_at
    );
end;

drop trigger appointments_patient_overlap_on_update;

create trigger appointments_patient_overlap_on_update before update of case_id, patient_id, status, starts_at, ends_at on appointments
when new.status in ('pending', 'proposed', 'accepted')
begin
    select raise(abort, 'appointments_patient_overlap')
    where exists (
        select 1 from appointments as other
        where other.patient_id = new.patient_id
          and other.id <> new.id
          and other.case_id <> new.case_id
          and other.status in ('pending', 'proposed', 'accepted')
          and other.starts_at < new.ends_at
          and other.starts_at > strftime('%Y-%m-%dT%H:%M:%S', new.starts_at, '-25 hours')
          and other.ends_at > new.starts_at
    );
end;
