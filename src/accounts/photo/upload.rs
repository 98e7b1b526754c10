//! A form with a file, read without trust in what it says about itself.

use dioxus::server::axum::{
    extract::{
        FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{StatusCode, header},
};

use crate::error::{Answer, AppError, ErrorKind};
use crate::server::form_bridge::local_path;
use crate::server::media::picture::{MAX_BYTES, PictureError};

/// The most of a field that says where the form leads, in bytes.
const MAX_PATH: usize = 2048;

/// What the form holds.
#[derive(Debug, Default)]
pub struct Upload {
    /// The file in the field `photo`; empty where none was chosen.
    pub photo: Option<Vec<u8>>,
    /// The field `_to`: where the form leads.
    pub to: Option<String>,
    /// The field `_back`: its page.
    pub back: Option<String>,
}

impl Upload {
    /// Reads the form to its end; what it found stays also where it fails.
    ///
    /// # Errors
    /// 415 when the request is no such form, 400 when it breaks off, 413 when the file is too large.
    pub async fn read(&mut self, request: Request) -> Answer<()> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/form-data")) {
            return Err(AppError::new(
                ErrorKind::UnsupportedMediaType,
                ts!("accounts-photo-how"),
            ));
        }
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| unreadable())?;
        let mut too_large = false;
        while let Some(mut field) = parts.next_field().await.map_err(broken_off)? {
            match field.name() {
                Some("photo") => {
                    self.photo = take(&mut field, MAX_BYTES).await?;
                    too_large |= self.photo.is_none();
                }
                Some("_to") => self.to = path(take(&mut field, MAX_PATH).await?),
                Some("_back") => self.back = path(take(&mut field, MAX_PATH).await?),
                _ => {}
            }
        }
        if too_large {
            Err(PictureError::TooManyBytes.into())
        } else {
            Ok(())
        }
    }
}

/// The field's value, or none if it is longer than that; the rest is read and dropped.
async fn take(field: &mut Field<'_>, most: usize) -> Answer<Option<Vec<u8>>> {
    let mut value = Some(Vec::new());
    while let Some(bytes) = field.chunk().await.map_err(broken_off)? {
        value = value.filter(|value| value.len() + bytes.len() <= most);
        if let Some(value) = &mut value {
            value.extend_from_slice(&bytes);
        }
    }
    Ok(value)
}

fn path(value: Option<Vec<u8>>) -> Option<String> {
    local_path(String::from_utf8(value?).ok())
}

fn broken_off(error: MultipartError) -> AppError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        PictureError::TooManyBytes.into()
    } else {
        unreadable()
    }
}

fn unreadable() -> AppError {
    AppError::new(ErrorKind::Malformed, ts!("accounts-photo-cut"))
}

#[cfg(test)]
mod tests {
    use dioxus::server::axum::{body::Body, extract::DefaultBodyLimit};

    use super::*;
    use crate::accounts::photo::MAX_BODY;
    use crate::server::media::picture::Picture;

    fn posted(kind: &str, body: impl Into<Body>) -> Request {
        Request::post("/api/me/photo")
            .header("content-type", kind)
            .body(body.into())
            .unwrap()
    }

    fn form(parts: &[(&str, &[u8])]) -> Request {
        let mut body = Vec::new();
        for (name, value) in parts {
            let head = format!(
                "--b\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"x\"\r\n\r\n"
            );
            body.extend(head.as_bytes());
            body.extend(*value);
            body.extend(b"\r\n");
        }
        body.extend(b"--b--\r\n");
        posted("multipart/form-data; boundary=b", body)
    }

    /// What was read of it, and whether it went well.
    async fn read(mut request: Request) -> (Upload, Answer<()>) {
        // As the route does.
        DefaultBodyLimit::max(MAX_BODY).apply(&mut request);
        let mut upload = Upload::default();
        let outcome = upload.read(request).await;
        (upload, outcome)
    }

    #[tokio::test]
    async fn a_form_gives_its_file_and_where_it_leads() {
        let (upload, outcome) = read(form(&[
            ("_to", b"/settings#photo"),
            ("other", b"x"),
            ("photo", b"bytes"),
            ("_back", b"/back"),
        ]))
        .await;
        outcome.unwrap();
        assert_eq!(upload.photo.as_deref(), Some(&b"bytes"[..]));
        assert_eq!(upload.to.as_deref(), Some("/settings#photo"));
        assert_eq!(upload.back.as_deref(), Some("/back"));
    }

    #[tokio::test]
    async fn a_form_leads_nowhere_but_here() {
        for elsewhere in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "",
        ] {
            let (upload, outcome) = read(form(&[
                ("_to", elsewhere.as_bytes()),
                ("_back", elsewhere.as_bytes()),
            ]))
            .await;
            outcome.unwrap();
            assert_eq!((upload.to, upload.back), (None, None), "{elsewhere}");
        }
        let long = format!("/{}", "a".repeat(MAX_PATH));
        assert_eq!(read(form(&[("_to", long.as_bytes())])).await.0.to, None);
    }

    #[tokio::test]
    async fn a_form_without_a_file_has_none() {
        assert!(read(form(&[("other", b"x")])).await.0.photo.is_none());
        let (upload, outcome) = read(form(&[("photo", b"")])).await;
        outcome.unwrap();
        assert_eq!(
            Picture::from_upload(&upload.photo.unwrap()).unwrap_err(),
            PictureError::Missing
        );
    }

    #[tokio::test]
    async fn a_file_that_is_too_large_is_413_and_the_rest_is_read() {
        let most = vec![0; MAX_BYTES];
        assert_eq!(
            read(form(&[("photo", &most)])).await.0.photo.unwrap().len(),
            MAX_BYTES
        );
        let more = vec![0; MAX_BYTES + 1];
        let (upload, outcome) =
            read(form(&[("photo", &more), ("_back", b"/settings#photo")])).await;
        let error = outcome.unwrap_err();
        assert_eq!(error.kind, ErrorKind::TooLarge);
        assert!(error.fields.contains_key("photo"));
        assert_eq!(upload.back.as_deref(), Some("/settings#photo"));
        let far_more = vec![0; MAX_BODY];
        assert_eq!(
            read(form(&[("photo", &far_more)]))
                .await
                .1
                .unwrap_err()
                .kind,
            ErrorKind::TooLarge
        );
    }

    #[tokio::test]
    async fn what_is_no_form_is_415_and_half_a_form_400() {
        for kind in [
            "application/json",
            "text/plain",
            "image/jpeg",
            "application/x-www-form-urlencoded",
        ] {
            assert_eq!(
                read(posted(kind, "x")).await.1.unwrap_err().kind,
                ErrorKind::UnsupportedMediaType
            );
        }
        for (kind, body) in [
            ("multipart/form-data", "x"),
            ("multipart/form-data; boundary=b", "x"),
            (
                "multipart/form-data; boundary=b",
                "--b\r\ncontent-disposition: form-data; name=\"photo\"\r\n\r\nhalf",
            ),
        ] {
            assert_eq!(
                read(posted(kind, body)).await.1.unwrap_err().kind,
                ErrorKind::Malformed,
                "{kind} {body}"
            );
        }
    }
}
