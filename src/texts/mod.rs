//! What the product says, in each of its languages.
//!
//! The texts stand in `assets/texts/<language>/<feature>.ftl`, in Mozilla's Fluent; the code
//! names them: `t!("accounts-sign-in")`, `t!("appointments-waiting", count = n)`. The server says them
//! with Mozilla's own library (`server`). The client holds no text: a page brings the catalogue of
//! its one language, with Mozilla's library for browsers, in a file of its own (`client`).
//! `ts!` is for the texts of the server alone, which stand in `<feature>-server.ftl` and never
//! travel. `say!` and `says!` name texts in data. `tests` finds what is missing or not used.

/// A text in the language of whoever asks: its key, and what stands in it. Numbers are given as
/// numbers, so that plurals and separators fit.
macro_rules! t {
    ($key:literal $(,)?) => {
        $crate::texts::say($key)
    };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::texts::say_with($key, &[$((stringify!($name), $crate::texts::AsArg::arg(&$value))),+])
    };
}

/// The same for a text that only the server says: it stands in a `-server.ftl`.
#[cfg(feature = "server")]
macro_rules! ts {
    ($($text:tt)+) => {
        t!($($text)+)
    };
}

/// A text as data, which whoever reads it says: [`Say`].
macro_rules! say {
    ($key:literal) => {
        $crate::texts::Say::of($key)
    };
}

/// The same for a text that only the server says.
#[cfg(feature = "server")]
macro_rules! says {
    ($key:literal) => {
        $crate::texts::Say::of($key)
    };
}

#[cfg(feature = "server")]
mod catalogue;
#[cfg(all(feature = "web", not(feature = "server")))]
mod client;
#[cfg(feature = "server")]
mod kept;
#[cfg(feature = "server")]
mod server;
#[cfg(all(test, feature = "server"))]
mod tests;
mod views;

#[cfg(feature = "server")]
pub use kept::{InEach, kept};
#[cfg(feature = "server")]
pub use server::{choose, routes, scope, script, wished};
pub use views::Languages;

/// A language that the product speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// British English.
    #[default]
    En,
    /// Spanish.
    Es,
    /// Modern Standard Arabic, with Western digits.
    Ar,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::En, Self::Es, Self::Ar];

    /// Its code, as in `lang` and in the cookie.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Ar => "ar",
        }
    }

    /// What its speakers call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
            Self::Ar => "العربية",
        }
    }

    /// Which way it is written: `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::En | Self::Es => "ltr",
        }
    }

    /// What stands between the parts of a list.
    pub fn comma(self) -> &'static str {
        match self {
            Self::Ar => "، ",
            Self::En | Self::Es => ", ",
        }
    }

    /// The language with this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// The language of this request, or of this page; English where there is neither.
    pub fn current() -> Self {
        #[cfg(feature = "server")]
        return server::current();
        #[cfg(all(feature = "web", not(feature = "server")))]
        return client::current();
        #[cfg(not(any(feature = "web", feature = "server")))]
        Self::default()
    }
}

/// A text as data: which one it is, said in the language of whoever asks. Made by `say!`, or by
/// `says!` where only the server says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Say(&'static str);

impl Say {
    /// The text with this key. The macros are to be preferred: a test finds what they name.
    pub const fn of(key: &'static str) -> Self {
        Self(key)
    }

    /// The text.
    pub fn said(self) -> String {
        say(self.0)
    }
}

/// What stands in a text: names and the like, or a number.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    Text(&'a str),
    Number(f64),
}

/// What may stand in a text.
pub trait AsArg {
    /// As it goes into the text.
    fn arg(&self) -> Arg<'_>;
}

impl<T: AsArg + ?Sized> AsArg for &T {
    fn arg(&self) -> Arg<'_> {
        (**self).arg()
    }
}

macro_rules! words {
    ($($kind:ty)+) => {
        $(impl AsArg for $kind {
            fn arg(&self) -> Arg<'_> {
                Arg::Text(self)
            }
        })+
    };
}

words!(str String std::borrow::Cow<'_, str>);

macro_rules! numbers {
    ($($kind:ty)+) => {
        $(impl AsArg for $kind {
            fn arg(&self) -> Arg<'_> {
                Arg::Number(*self as f64)
            }
        })+
    };
}

numbers!(u8 u16 u32 u64 usize i32 i64 f64);

/// What [`t!`] calls for a text in which nothing stands.
pub fn say(key: &'static str) -> String {
    say_with(key, &[])
}

/// What [`t!`] calls for a text in which something stands.
pub fn say_with(key: &'static str, args: &[(&'static str, Arg)]) -> String {
    #[cfg(feature = "server")]
    return catalogue::say(Language::current(), key, args);
    #[cfg(all(feature = "web", not(feature = "server")))]
    return client::say(key, args);
    #[cfg(not(any(feature = "web", feature = "server")))]
    {
        let _ = args;
        key.to_owned()
    }
}
