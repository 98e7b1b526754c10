alter table waiting_offers add constraint waiting_offers_doctor_overlap
    exclude using gist (doctor_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status = 'open');

create function refuse_time_that_is_held() returns trigger language plpgsql as $$
begin
    perform 1 from users where id = new.doctor_id for no key update;
    if exists (
        select 1 from waiting_offers
        where doctor_id = new.doctor_id
          and status = 'open'
          and starts_at < new.ends_at
          and ends_at > new.starts_at
    ) then
        raise exception 'this time is held for somebody'
            using errcode = '23P01', constraint = 'waiting_offers_doctor_overlap';
    end if;
    return new;
end
$$;

create trigger appointments_held before insert or update of doctor_id, status, starts_at, ends_at on appointments
    for each row when (new.status in ('pending', 'proposed', 'accepted'))
    execute function refuse_time_that_is_held();

create function refuse_time_that_is_taken() returns trigger language plpgsql as $$
begin
    perform 1 from users where id = new.doctor_id for no key update;
    if exists (
        select 1 from appointments
        where doctor_id = new.doctor_id
          and status in ('pending', 'proposed', 'accepted')
          and starts_at < new.ends_at
          and starts_at > new.starts_at - interval '25 hours'
          and ends_at > new.starts_at
    ) then
        raise exception 'this time is taken'
            using errcode = '23P01', constraint = 'waiting_offers_doctor_overlap';
    end if;
    return new;
end
$$;

create trigger waiting_offers_taken before insert or update of doctor_id, status, starts_at, ends_at on waiting_offers
    for each row when (new.status = 'open')
    execute function refuse_time_that_is_taken();
