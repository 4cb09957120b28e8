//! The desktop shell: one window, one `rpc` command, one `changed` event.
//!
//! It parses a message, hands it to `lineout_app::Host` and maps the answer back. No rule of Scrum lives here. What it
//! owns is what only a window has: which workspace file is open, where a new one goes, telling the page that something
//! changed, and telling by the system that a timer ended.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod clock;
mod places;
mod rpc;
mod session;
mod settings;
mod worker;

use std::process::ExitCode;

use arguments::Arguments;
use clock::Clock;
use places::Places;
use session::Session;
use tauri::Manager;

fn main() -> ExitCode {
    let prepared = Arguments::parse(std::env::args_os().skip(1))
        .and_then(|arguments| Ok((arguments, Clock::from_environment()?, Places::from_environment()?)));
    let (arguments, clock, places) = match prepared {
        Ok(prepared) => prepared,
        Err(reason) => {
            eprintln!("lineout-desktop: {reason}");
            return ExitCode::from(2);
        }
    };

    let session = Session::new(places, clock);
    let ran = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .setup(move |app| {
            app.manage(session.watch());
            app.manage(worker::spawn(session, arguments.open, app.handle().clone())?);
            Ok(())
        })
        .invoke_handler(rpc::handle)
        .run(tauri::generate_context!());
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lineout-desktop: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
