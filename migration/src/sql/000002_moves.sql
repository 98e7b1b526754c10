alter table appointments add column moved_from {uuid} references appointments (id);

alter table appointments add column moved_to {uuid} references appointments (id);

create index appointments_by_moved_from on appointments (moved_from) where moved_from is not null;

create unique index appointments_one_open_move on appointments (moved_from) where moved_from is not null and status in ('pending', 'proposed');

create index appointments_by_referred_from on appointments (referred_from) where referred_from is not null;

create index appointments_due on appointments (answer_by) where status in ('pending', 'proposed');

alter table timeline_events add column was_from {instant};

alter table timeline_events add column was_until {instant};

alter table timeline_events add column now_from {instant};

alter table timeline_events add column now_until {instant};
