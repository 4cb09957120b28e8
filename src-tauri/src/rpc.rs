//! The page's one command: `rpc {name, request, actingAs}`, answered with an `Answer` or rejected with
//! `{code, message, hint}`.
//!
//! The handler runs on the window's thread for one message after the other, and only queues it: that keeps the order
//! in which the page called, which an async command would not. Calling off what is under way cannot wait for its turn
//! and is answered at once.

use lineout_app::{Answer, AppError, Watch};
use serde::Deserialize;
use serde_json::Value;
use tauri::ipc::{Invoke, InvokeBody};
use tauri::{Manager, Wry};

use crate::worker::{Job, Jobs};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Message {
    name: String,
    request: Value,
    #[serde(default)]
    acting_as: Option<String>,
}

/// Names the call that is wanted no longer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CallOff {
    ticket: String,
}

/// Queues one message of the page for the worker. False when the message is for no command of ours.
pub fn handle(invoke: Invoke<Wry>) -> bool {
    if invoke.message.command() != "rpc" {
        return false;
    }
    let jobs = invoke.message.webview_ref().state::<Jobs>().inner().clone();
    let watch = invoke.message.webview_ref().state::<Watch>().inner().clone();
    let message = parse(invoke.message.payload());
    let resolver = invoke.resolver;
    match message {
        Ok(Message { name, request, .. }) if name == "import.cancel" => match call_off(&watch, request) {
            Ok(answer) => resolver.resolve(answer),
            Err(error) => resolver.reject(error),
        },
        Ok(Message { name, request, acting_as }) => {
            let reply = Box::new(move |answer| match answer {
                Ok(answer) => resolver.resolve(answer),
                Err(error) => resolver.reject(error),
            });
            // The worker outlives the queue, save while the program ends; then nobody waits for the answer.
            let _ = jobs.send(Job { name, request, acting_as, reply });
        }
        Err(error) => resolver.reject(error),
    }
    true
}

fn call_off(watch: &Watch, request: Value) -> Result<Answer, AppError> {
    let CallOff { ticket } = serde_json::from_value(request).map_err(|error| refused(&error.to_string()))?;
    watch.call_off(Some(&ticket));
    Ok(Answer { value: serde_json::json!({}), action: None, guidance: Vec::new() })
}

fn refused(reason: &str) -> AppError {
    AppError {
        code: "invalid_request".into(),
        message: format!("The message was not understood: {reason}."),
        hint: "Send {name, request, actingAs} as JSON.".into(),
    }
}

fn parse(body: &InvokeBody) -> Result<Message, AppError> {
    match body {
        InvokeBody::Json(value) => Message::deserialize(value).map_err(|error| refused(&error.to_string())),
        InvokeBody::Raw(_) => Err(refused("it holds bytes")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_message_names_its_command_its_request_and_the_person() {
        let body = InvokeBody::Json(json!({"name": "item.get", "request": {"item": "x"}, "actingAs": "p"}));
        let message = parse(&body).unwrap();
        assert_eq!((message.name.as_str(), message.acting_as.as_deref()), ("item.get", Some("p")));
        assert_eq!(message.request, json!({"item": "x"}));
        assert!(
            parse(&InvokeBody::Json(json!({"name": "item.get", "request": {}, "actingAs": null}))).is_ok()
        );
        assert!(parse(&InvokeBody::Json(json!({"name": 3, "request": {}}))).is_err());
        assert!(parse(&InvokeBody::Json(json!({"name": "a", "request": {}, "x": 1}))).is_err());
        assert!(parse(&InvokeBody::Raw(vec![1])).is_err());
    }

    #[test]
    fn a_call_is_called_off_by_its_ticket() {
        let watch = Watch::default();
        assert!(call_off(&watch, json!({"ticket": "t"})).is_ok());
        assert!(call_off(&watch, json!({})).is_err());
        assert!(call_off(&watch, json!({"ticket": "t", "more": 1})).is_err());
    }
}
