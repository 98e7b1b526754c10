create table calendar_feeds (
    user_id {uuid} primary key references users (id) on delete cascade,
    secret_hash text not null unique,
    created_at {instant} not null
);
