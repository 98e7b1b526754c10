alter table doctors add column hours_version integer not null default 1;
