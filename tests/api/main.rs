//! The product through its HTTP contract, on SQLite and on PostgreSQL: who may do what, what
//! happens then, and what is refused.
//!
//! Kinds of user are types ([`harness::Patient`], [`harness::Doctor`], [`harness::Browser`]);
//! names of tests are sentences. Each test has a database of its own.

#![cfg(feature = "server")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod harness;

mod accounts;
mod another;
mod answers;
mod availability;
mod bad_input;
mod calendar;
mod chains;
mod clinics;
mod clock_changes;
mod cloudinary;
mod colleagues;
mod concurrency;
mod contract;
mod directory;
mod ended;
mod expiry;
mod forms;
mod guards;
mod guide;
mod hours;
mod languages;
mod letters;
mod mail;
mod maps;
mod moves;
mod notifications;
mod outage;
mod outcomes;
mod pages;
mod patients;
mod photo;
mod picker;
mod plans;
mod program;
mod referrals;
mod reports;
mod requests;
mod running;
mod served;
mod sessions;
mod states;
mod stream;
mod suggestions;
mod versions;
mod waiting;
mod week;
