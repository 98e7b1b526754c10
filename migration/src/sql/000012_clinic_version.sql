alter table clinics add column version integer not null default 1;
