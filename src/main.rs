//! In the browser: hydrates the page. On a server: the command line.

#![forbid(unsafe_code)]

#[cfg(feature = "server")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(feature = "server")]
fn main() -> std::process::ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return medappoint::server::cli::refuse(&error),
    };
    let code = runtime.block_on(medappoint::server::cli::run());
    // Whatever is still computed, a picture say, is for nobody any more.
    runtime.shutdown_background();
    code
}

#[cfg(not(feature = "server"))]
fn main() {
    // The program is there, and the page about to become alive: a phone that is touched between the
    // two should answer in between.
    medappoint::ui::browser::in_a_task_of_its_own(|| dioxus::launch(medappoint::app::App));
}
