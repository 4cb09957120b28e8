//! The one thread that owns the session.
//!
//! Calls queue here in the order the page made them, and are carried out one after another away from the window's
//! thread, so a long import never freezes the window and two quick moves never overtake each other. Between calls the
//! thread looks for changes that other processes made to the file, and for timers that have ended.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use lineout_app::{Answer, AppError};
use serde::Serialize;
use serde_json::Value;
use tauri::{AppHandle, Emitter};
use tauri_plugin_notification::NotificationExt;

use crate::arguments::Open;
use crate::session::Session;

/// How long a change made by another process may wait to be seen.
const POLL: Duration = Duration::from_millis(200);

/// How long the end of a timer may wait to be told.
const TIMERS: Duration = Duration::from_secs(1);

/// One call of the page, and where its answer goes.
pub struct Job {
    /// The command's or query's name.
    pub name: String,
    /// Its request, as sent.
    pub request: Value,
    /// The id of the person the window runs as.
    pub acting_as: Option<String>,
    /// Takes the answer back to the page.
    pub reply: Box<dyn FnOnce(Result<Answer, AppError>) + Send>,
}

/// The queue into the worker.
pub type Jobs = Sender<Job>;

/// The payload of the `changed` event.
#[derive(Clone, Serialize)]
struct Changed {
    topics: Vec<String>,
}

/// Starts the thread, which first opens what the window starts with: the window need not wait for that, only its
/// first answer does. The thread ends when the window's side of the queue is gone.
pub fn spawn(mut session: Session, open: Open, app: AppHandle) -> std::io::Result<Jobs> {
    let (jobs, queue) = channel();
    let told = app.clone();
    // A window that is gone is told nothing; the call ends by itself.
    session.watch().tell(move |progress| drop(told.emit("progress", progress)));
    std::thread::Builder::new().name("workspace".into()).spawn(move || {
        session.start(&open);
        work(session, &queue, &app);
    })?;
    Ok(jobs)
}

fn work(mut session: Session, queue: &Receiver<Job>, app: &AppHandle) {
    let mut looked = Instant::now();
    loop {
        match queue.recv_timeout(POLL) {
            Ok(job) => {
                let answer = carry_out(&mut session, &job.name, job.request, job.acting_as);
                (job.reply)(answer);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if looked.elapsed() >= TIMERS {
            looked = Instant::now();
            tell_ends(&mut session, app);
        }
        let topics = session.changes();
        if !topics.is_empty() && app.emit("changed", Changed { topics }).is_err() {
            return; // The window is gone.
        }
    }
}

/// Tells by the system which timers ended: the window may be behind others, or minimised. Where the system has nothing
/// that shows notifications, the window's own word has to do.
fn tell_ends(session: &mut Session, app: &AppHandle) {
    for end in session.timer_ends() {
        let (app, title) = (app.clone(), end.title);
        // A notification service that hangs must hold up neither the page's calls nor the next look.
        let told = std::thread::Builder::new().name("notification".into()).spawn(move || {
            if let Err(error) = app.notification().builder().title(title).body(end.body).show() {
                eprintln!("lineout-desktop: the system could not be asked to tell of a timer: {error}");
            }
        });
        drop(told);
    }
}

/// A defect in one call must not take the window's every later call with it. The store undoes what the call had begun
/// while the panic unwinds, so the session is as good as before it.
fn carry_out(
    session: &mut Session,
    name: &str,
    request: Value,
    acting_as: Option<String>,
) -> Result<Answer, AppError> {
    catch_unwind(AssertUnwindSafe(|| session.call(name, request, acting_as))).unwrap_or_else(|_| {
        Err(AppError {
            code: "internal".into(),
            message: format!("Lineout failed inside \"{name}\". Nothing was changed."),
            hint: "Try again. If it fails again, run `lineout doctor` on the workspace.".into(),
        })
    })
}
