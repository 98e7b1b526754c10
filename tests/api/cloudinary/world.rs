//! The environment that a test needs.
//!
//! A process can't safely change its own environment, so a test runs itself again as a child,
//! in which `HTTPS_PROXY` leads to the stand-in and `SSL_CERT_FILE` says to trust it.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;

use super::stand_in::StandIn;

const CHILD: &str = "MEDAPPOINT_TEST_RUNS_AGAIN";

/// The environment of a test that runs again.
pub struct World {
    proxy: SocketAddr,
    certificates: PathBuf,
}

impl World {
    /// In which Cloudinary is the stand-in.
    pub fn with(stand_in: &StandIn) -> Self {
        Self {
            proxy: stand_in.address,
            certificates: stand_in.certificate.clone(),
        }
    }

    /// In which nothing answers: the discard port, where nobody listens.
    pub fn out_of_reach() -> Self {
        Self {
            proxy: SocketAddr::from(([127, 0, 0, 1], 9)),
            certificates: "/etc/ssl/certs/ca-certificates.crt".into(),
        }
    }

    /// On a machine that trusts nobody.
    pub fn without_certificates(self) -> Self {
        Self {
            certificates: "/dev/null".into(),
            ..self
        }
    }
}

/// Runs the test of this name again in this world, in a process of its own, and says so. In
/// that process it does nothing and says so: there the test does its work.
pub fn run_again(test: &str, world: &World) -> bool {
    if std::env::var_os(CHILD).is_some() {
        return false;
    }
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(CHILD, "1")
        .env("HTTPS_PROXY", format!("http://{}", world.proxy))
        .env("SSL_CERT_FILE", &world.certificates)
        .env_remove("https_proxy")
        .env_remove("ALL_PROXY")
        .env_remove("all_proxy")
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .env_remove("SSL_CERT_DIR")
        // With it set, clients take no proxy from their environment (CGI).
        .env_remove("REQUEST_METHOD")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success(),
        "{told}{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(told.contains("1 passed"), "no test is named {test}: {told}");
    true
}
