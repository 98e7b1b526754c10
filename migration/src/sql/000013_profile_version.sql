alter table users add column profile_version integer not null default 1;
