//! A browser without JavaScript: it keeps cookies and says where its forms are.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::app::{PASSWORD, TestApp};
use super::client::{Client, Reply};

pub struct Browser {
    client: Client,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Browser {
    /// One that was never here before.
    pub fn new(app: &TestApp) -> Self {
        let client = app
            .anonymous()
            .with("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        Self {
            client,
            cookies: Mutex::default(),
        }
    }

    /// One in which somebody has signed in.
    pub async fn of(app: &TestApp, email: &str) -> Self {
        let browser = Self::new(app);
        let fields = [
            ("email", email),
            ("password", PASSWORD),
            ("_to", "/appointments"),
            ("_back", "/login"),
        ];
        let reply = browser.submit("/api/auth/login", &fields).await.is(303);
        assert_eq!(
            reply.location(),
            "/appointments",
            "{email} could not sign in"
        );
        browser
    }

    /// Opens a page.
    pub async fn open(&self, path: &str) -> Reply {
        self.keep(self.client().with("sec-fetch-site", "none").get(path).await)
    }

    /// Sends a form of one of our pages.
    pub async fn submit(&self, action: &str, fields: &[(&str, &str)]) -> Reply {
        self.submit_from(action, fields, "same-origin").await
    }

    /// Sends a form of a page that is somewhere else.
    pub async fn submit_from(&self, action: &str, fields: &[(&str, &str)], site: &str) -> Reply {
        self.keep(
            self.client()
                .with("sec-fetch-site", site)
                .form(action, fields)
                .await,
        )
    }

    /// With the cookies that it has by now.
    pub fn client(&self) -> Client {
        let cookies = self.cookies.lock().unwrap();
        if cookies.is_empty() {
            return self.client.clone();
        }
        let cookies: Vec<String> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        self.client.with("cookie", &cookies.join("; "))
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Loses a cookie.
    pub fn forget(&self, name: &str) {
        self.cookies.lock().unwrap().remove(name);
    }

    /// Takes the cookies that an answer sets.
    pub fn keep(&self, reply: Reply) -> Reply {
        let mut cookies = self.cookies.lock().unwrap();
        for cookie in reply.cookies() {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        drop(cookies);
        reply
    }
}
