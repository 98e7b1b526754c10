//! In the browser: hydrates the page. On a server: the command line.

#![forbid(unsafe_code)]

#[cfg(feature = "server")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(feature = "server")]
#[tokio::main]
async fn main() -> std::process::ExitCode {
    medappoint::server::cli::run().await
}

#[cfg(not(feature = "server"))]
fn main() {
    dioxus::launch(medappoint::app::App);
}
