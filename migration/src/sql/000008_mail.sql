create table outbox (
    id {uuid} primary key,
    kind text not null,
    user_id {uuid} references users (id) on delete cascade,
    address text,
    link text,
    language text,
    attempts integer not null default 0,
    created_at {instant} not null,
    due_at {instant} not null,
    sent_at {instant},
    given_up_at {instant}
);

create index outbox_due on outbox (due_at, id) where sent_at is null and given_up_at is null;

create index outbox_by_age on outbox (created_at);

create index outbox_by_address on outbox (address) where address is not null;

create index outbox_by_user on outbox (user_id) where sent_at is null and given_up_at is null;

create table password_resets (
    token_hash text primary key,
    user_id {uuid} not null references users (id) on delete cascade,
    created_at {instant} not null,
    expires_at {instant} not null,
    used_at {instant}
);

create index password_resets_by_user on password_resets (user_id);

alter table sign_in_failures add column account text;

create index sign_in_failures_by_account on sign_in_failures (account);
