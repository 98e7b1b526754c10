create extension if not exists btree_gist;

alter table appointments add constraint appointments_doctor_overlap
    exclude using gist (doctor_id with =, case_id with <>, tstzrange(starts_at, ends_at) with &&)
    where (status in ('pending', 'proposed', 'accepted'));

alter table appointments add constraint appointments_patient_overlap
    exclude using gist (patient_id with =, case_id with <>, tstzrange(starts_at, ends_at) with &&)
    where (status in ('pending', 'proposed', 'accepted'));
