//! A stand-in for `https://api.cloudinary.com`: an HTTPS proxy that answers itself.
//!
//! The client under test knows one host and takes no other. What it does take from its
//! environment are a proxy and the certificates that it trusts; see `world`.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use dioxus::server::axum::{
    Json, Router,
    extract::{Multipart, Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
    serve::Listener,
};
use serde_json::{Value, json};
use sha1::{Digest, Sha1};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;

pub const KEY: &str = "123456789012345";
pub const SECRET: &str = "abcdefghijklmnopqrstuvwxyz1";
const HOST: &str = "api.cloudinary.com";

/// A call that the stand-in has taken.
#[derive(Clone, Debug)]
pub struct Call {
    pub action: &'static str,
    pub public_id: String,
    pub file: Vec<u8>,
}

/// The running stand-in.
pub struct StandIn {
    pub address: SocketAddr,
    /// The file that holds its certificate.
    pub certificate: PathBuf,
    calls: Arc<Mutex<Vec<Call>>>,
    /// Ends it when dropped.
    _runtime: tokio::runtime::Runtime,
}

impl StandIn {
    /// Starts it on a free port, with a certificate of its own.
    pub fn start() -> Self {
        let made = rcgen::generate_simple_self_signed([HOST.to_owned()]).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![CertificateDer::from(made.cert.der().to_vec())],
                PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap(),
            )
            .unwrap();
        let calls = Arc::new(Mutex::new(Vec::new()));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let certificate = std::env::temp_dir().join(format!(
            "medappoint-stand-in-{}-{}.pem",
            std::process::id(),
            address.port()
        ));
        std::fs::write(&certificate, made.cert.pem()).unwrap();
        let router = Router::new()
            .route("/v1_1/{cloud}/image/upload", post(upload))
            .route("/v1_1/{cloud}/image/destroy", post(destroy))
            .with_state(calls.clone());
        let proxy = Proxy {
            listener,
            tls: TlsAcceptor::from(Arc::new(config)),
        };
        runtime.spawn(async move { dioxus::server::axum::serve(proxy, router).await });
        Self {
            address,
            certificate,
            calls,
            _runtime: runtime,
        }
    }

    /// The calls so far that were rightly signed.
    pub fn seen(&self) -> Vec<Call> {
        self.calls.lock().unwrap().clone()
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.certificate);
    }
}

/// Takes `CONNECT api.cloudinary.com:443`, and is that host from there on.
struct Proxy {
    listener: TcpListener,
    tls: TlsAcceptor,
}

impl Proxy {
    async fn tunnel(&self, mut stream: TcpStream) -> std::io::Result<TlsStream<TcpStream>> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await?);
        }
        if !head.starts_with(format!("CONNECT {HOST}:443 ").as_bytes()) {
            stream
                .write_all(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")
                .await?;
            return Err(std::io::Error::other("another host"));
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
        self.tls.accept(stream).await
    }
}

impl Listener for Proxy {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let Ok((stream, address)) = self.listener.accept().await else {
                continue;
            };
            if let Ok(stream) = self.tunnel(stream).await {
                return (stream, address);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

type Calls = State<Arc<Mutex<Vec<Call>>>>;

async fn upload(Path(cloud): Path<String>, State(calls): Calls, form: Multipart) -> Response {
    if cloud == "broken" {
        return (
            StatusCode::INTERNAL_SERVER_ERROR,
            "<html><h1>500</h1></html>",
        )
            .into_response();
    }
    let call = match read(form, "upload").await {
        Ok(call) => call,
        Err(refusal) => return refusal,
    };
    let public_id = call.public_id.clone();
    calls.lock().unwrap().push(call);
    if cloud == "silent" {
        std::future::pending::<()>().await;
    }
    let host = if cloud == "strange" {
        "elsewhere.example"
    } else {
        "res.cloudinary.com"
    };
    Json(kept(&cloud, &public_id, host)).into_response()
}

async fn destroy(Path(cloud): Path<String>, State(calls): Calls, form: Multipart) -> Response {
    if cloud == "gone" {
        return Json(json!({ "result": "not found" })).into_response();
    }
    match read(form, "destroy").await {
        Ok(call) => {
            calls.lock().unwrap().push(call);
            Json(json!({ "result": "ok" })).into_response()
        }
        Err(refusal) => refusal,
    }
}

/// Reads a call and checks its signature: the SHA-1 of all parameters but the file, the key and
/// the signature itself, sorted, and the secret.
/// <https://cloudinary.com/documentation/authentication_signatures>
async fn read(mut form: Multipart, action: &'static str) -> Result<Call, Response> {
    let (mut file, mut signature, mut key) = (Vec::new(), String::new(), String::new());
    let mut signed = Vec::new();
    let mut public_id = String::new();
    while let Some(field) = form.next_field().await.unwrap() {
        let name = field.name().unwrap().to_owned();
        let value = field.text().await.unwrap();
        match name.as_str() {
            "file" => file = decoded(&value),
            "signature" => signature = value,
            "api_key" => key = value,
            _ => {
                signed.push(format!("{name}={value}"));
                if name == "public_id" {
                    public_id = value;
                }
            }
        }
    }
    signed.sort();
    let right: String = Sha1::digest(format!("{}{SECRET}", signed.join("&")))
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    if key != KEY || signature != right {
        let message = format!(
            "Invalid Signature {signature}. String to sign - '{}'.",
            signed.join("&")
        );
        return Err((
            StatusCode::UNAUTHORIZED,
            Json(json!({ "error": { "message": message } })),
        )
            .into_response());
    }
    Ok(Call {
        action,
        public_id,
        file,
    })
}

/// A `data:` address of a JPEG.
fn decoded(url: &str) -> Vec<u8> {
    use base64::Engine;
    let text = url.strip_prefix("data:image/jpeg;base64,").unwrap();
    base64::engine::general_purpose::STANDARD
        .decode(text)
        .unwrap()
}

/// The answer as Cloudinary documents it; accounts differ in where they name the folder.
/// <https://cloudinary.com/documentation/image_upload_api_reference#upload_response>
fn kept(cloud: &str, public_id: &str, host: &str) -> Value {
    let path = format!("{host}/{cloud}/image/upload/v1700000000/{public_id}.jpg");
    let mut answer = json!({
        "asset_id": "b5e6d2b39ba3e0869d67141ba7dba6cf",
        "public_id": public_id,
        "version": 1_700_000_000,
        "version_id": "98f52566f43d8e516a486958a45c1eb9",
        "signature": "abcdefghijklmnopqrstuvwxyz12345",
        "width": 8,
        "height": 8,
        "format": "jpg",
        "resource_type": "image",
        "created_at": "2026-11-24T10:55:34Z",
        "tags": [],
        "pages": 1,
        "bytes": 633,
        "type": "upload",
        "etag": "8c7cb9ca7b0f5a4e9a6dcb6b2c9d3f0e",
        "placeholder": false,
        "url": format!("http://{path}"),
        "secure_url": format!("https://{path}"),
        "api_key": KEY,
    });
    let folder = if cloud == "newer" {
        json!({ "asset_folder": "medappoint", "display_name": public_id })
    } else {
        json!({ "folder": "medappoint", "original_filename": "file" })
    };
    answer
        .as_object_mut()
        .unwrap()
        .extend(folder.as_object().unwrap().clone());
    answer
}
