//! `workspace.create`: a new workspace file.

use std::path::Path;

use super::Workspace;
use crate::context::Context;
use crate::contract::json;
use crate::error::{AppError, Result};
use crate::host::{Answer, Host};
use crate::wire::requests;

requests! {
    /// Makes a new workspace.
    pub struct CreateWorkspace {
        /// What the team calls it.
        pub name: String,
        /// Where; the command line gives its own `-w`, the window its default place.
        pub path: Option<String>,
    }
}

pub(crate) fn run(host: &mut Host, request: CreateWorkspace, context: &Context) -> Result<Answer> {
    let Some(path) = &request.path else {
        return Err(AppError::new(
            "workspace_path",
            "No path was given for the new workspace.",
            "Give `path`, or -w FILE on the command line.",
        ));
    };
    host.create(Path::new(path), &request.name, context)?;
    let view = host.view(context).ok_or_else(|| AppError::not_found("workspace"))?;
    Ok(Answer::of(json(Workspace::read(&view)?)?))
}
