//! Which of the page's forms has an error, for the one title that all of them share.

use dioxus::prelude::*;

use crate::ui::{Form, ReplayContext};

/// The id of the form that failed last and still shows it.
#[derive(Clone, Copy)]
struct Failing(Signal<Option<String>>);

/// Provides it for the forms below; true while one of them has an error.
pub(super) fn use_failing_provider() -> bool {
    // A form that failed without the client is there from the first render on.
    let replayed = use_hook(|| {
        let replay = try_consume_context::<ReplayContext>().and_then(|context| context.0);
        replay.filter(|replay| {
            ["/api/clinics", "/api/availability"]
                .iter()
                .any(|path| replay.form.starts_with(path))
        })
    });
    let failing = use_signal(|| replayed.map(|replay| replay.form));
    use_context_provider(|| Failing(failing));
    failing.read().is_some()
}

/// Reports the errors of a form.
pub(super) fn use_reported(form: Form) {
    let failing = use_hook(try_consume_context::<Failing>);
    use_effect(move || {
        let Some(Failing(mut failing)) = failing else {
            return;
        };
        let action = form.action();
        if form.failed() {
            failing.set(Some(action));
        } else if failing.peek().as_ref() == Some(&action) {
            failing.set(None);
        }
    });
}
