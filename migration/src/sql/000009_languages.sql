alter table notifications add column other_languages text;
alter table timeline_events add column other_languages text;
