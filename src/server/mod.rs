//! What only the server has: start-up, settings, database, layers, telemetry.
//!
//! It knows no feature, except where the whole is assembled: `startup`, `jobs`, `gate`, `cli` and `demo`.

pub mod api_layer;
pub mod cli;
pub mod database;
pub mod demo;
pub mod digest;
pub mod files;
pub mod form_bridge;
pub mod gate;
pub mod health;
pub mod idempotency;
pub mod jobs;
pub mod media;
pub mod pages;
pub mod public_pages;
pub mod secret;
pub mod settings;
pub mod startup;
pub mod state;
pub mod telemetry;
pub mod tiles;
pub mod wake;
