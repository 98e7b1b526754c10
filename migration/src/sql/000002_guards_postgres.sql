alter table appointments add constraint appointments_length check (ends_at <= starts_at + interval '24 hours');
