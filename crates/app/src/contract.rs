//! The contract: every command and query the product has, each declared once, in [`contract!`]'s list below.
//!
//! From this list come the router, `lineout commands`, the JSON Schemas and the TypeScript types.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::context::{Act, Context, View};
use crate::error::{AppError, Result};
use crate::host::{Answer, Host};
use crate::typescript::Types;
use crate::{
    attachment, board, capacity, daily, forecast, goal, guidance, history, impediment, import, improvement,
    increment, item, markdown, person, poker, product, retro, review, saved_view, sprint, task,
    task_template, template, timer, today, workspace,
};

/// How a use case is run.
#[derive(Clone, Copy)]
pub(crate) enum Run {
    /// Reads only.
    Query(fn(&View<'_>, Value) -> Result<Value>),
    /// Writes, as one action.
    Command(fn(&mut Act<'_, '_>, Value) -> Result<Value>),
    /// Writes outside the history: nothing to undo.
    Aside(fn(&mut Act<'_, '_>, Value) -> Result<Value>),
    /// Concerns the host itself: which file is open, and turning actions back.
    Host(fn(&mut Host, Value, &Context) -> Result<Answer>),
}

/// One declared command or query.
pub(crate) struct UseCase {
    pub(crate) name: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) run: Run,
    schemas: fn() -> (Value, Value),
    pub(crate) types: fn(&mut Types) -> (String, String),
}

/// One command or query, as `lineout commands` lists it.
#[derive(Debug, Clone, Serialize)]
pub struct CommandInfo {
    /// Its name, such as `item.move`.
    pub name: &'static str,
    /// `command` (writes) or `query` (reads).
    pub kind: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// JSON Schema of the request.
    pub request: Value,
    /// JSON Schema of the response.
    pub response: Value,
}

/// Every command and query with its schemas.
pub fn commands() -> Vec<CommandInfo> {
    let info = |case: &UseCase| {
        let (request, response) = (case.schemas)();
        CommandInfo { name: case.name, kind: case.kind, summary: case.summary, request, response }
    };
    USE_CASES.iter().map(info).collect()
}

/// The use case of a name.
pub(crate) fn find(name: &str) -> Result<&'static UseCase> {
    USE_CASES.iter().find(|case| case.name == name).ok_or_else(|| {
        AppError::new(
            "unknown_command",
            format!("There is no command or query named {}.", lineout_domain::text::excerpt(name)),
            "`lineout commands` lists them all.",
        )
    })
}

/// A request from its JSON; an absent one counts as empty.
pub(crate) fn parse<T: DeserializeOwned>(request: Value) -> Result<T> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_json::from_value(request).map_err(|error| {
        AppError::new(
            "bad_request",
            format!("The request was not understood: {}.", lineout_domain::text::excerpt(&error.to_string())),
            "`lineout commands` shows the form of every request.",
        )
    })
}

/// A response as JSON.
pub(crate) fn json<T: Serialize>(response: T) -> Result<Value> {
    serde_json::to_value(response)
        .map_err(|error| AppError::new("bad_response", format!("BUG: {error}."), "Please report this."))
}

fn schemas<Req: JsonSchema, Res: JsonSchema>() -> (Value, Value) {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let one = |schema: schemars::Schema| schema.to_value();
    let request = SchemaGenerator::new(settings.clone()).into_root_schema_for::<Req>();
    let response = SchemaGenerator::new(settings.for_serialize()).into_root_schema_for::<Res>();
    (one(request), one(response))
}

/// `command "item.move" item::move_: MoveItems => ItemsMoved, "What it does.";`
macro_rules! contract {
    ($($kind:ident $name:literal $($path:ident)::+ : $Req:ty => $Res:ty, $summary:literal;)+) => {
        /// The list.
        pub(crate) static USE_CASES: &[UseCase] = &[$(UseCase {
            name: $name,
            kind: contract!(@word $kind),
            summary: $summary,
            run: contract!(@run $kind $($path)::+),
            schemas: schemas::<$Req, $Res>,
            types: |types| (types.name::<$Req>(), types.name::<$Res>()),
        }),+];
    };
    (@word command) => { "command" };
    (@word query) => { "query" };
    (@word aside) => { "command" };
    (@word host_command) => { "command" };
    (@word host_query) => { "query" };
    (@run command $($path:ident)::+) => { Run::Command(|act, request| json($($path)::+::run(act, parse(request)?)?)) };
    (@run aside $($path:ident)::+) => { Run::Aside(|act, request| json($($path)::+::run(act, parse(request)?)?)) };
    (@run query $($path:ident)::+) => { Run::Query(|view, request| json($($path)::+::run(view, parse(request)?)?)) };
    (@run host_command $($path:ident)::+) => { Run::Host(|host, request, context| $($path)::+::run(host, parse(request)?, context)) };
    (@run host_query $($path:ident)::+) => { Run::Host(|host, request, context| $($path)::+::run(host, parse(request)?, context)) };
}

contract! {
    host_query "workspace.current" workspace::current: workspace::Nothing => workspace::Current, "The open workspace, its people and products.";
    host_command "workspace.create" workspace::create: workspace::CreateWorkspace => workspace::Workspace, "Makes a new workspace file.";
    command "workspace.rename" workspace::rename: workspace::RenameWorkspace => workspace::Done, "Gives the workspace another name.";
    query "workspace.check" workspace::check: workspace::Nothing => workspace::Checked, "Runs the integrity check over the whole file.";
    command "person.add" person::add: person::AddPerson => person::Person, "Adds a person to the workspace.";
    command "person.edit" person::edit: person::EditPerson => person::Person, "Renames a person.";
    command "person.remove" person::remove: person::RemovePerson => person::Person, "Removes a person; what they did stays, what they have in hand is handed over.";
    query "person.openWork" person::open_work: person::open_work::NamePerson => person::open_work::OpenWork, "The open items, tasks, impediments and improvements of a person.";
    command "member.set" product::set_member: product::set_member::SetMember => product::Product, "Gives a person exactly these roles in a product.";
    command "product.create" product::create: product::create::CreateProduct => product::Product, "Creates a product with its board and Definition of Done.";
    command "product.edit" product::edit: product::edit::EditProduct => product::Product, "Changes a product's name, goal or settings.";
    host_query "product.defaults" product::defaults: workspace::Nothing => product::defaults::ProductDefaults, "What a new product starts with.";
    host_query "product.suggestKey" product::suggest_key: product::suggest_key::SuggestKey => product::suggest_key::SuggestedKey, "Suggests a key for a product's name, and looks at one that was typed.";
    command "holiday.add" product::holidays::add: product::holidays::AddHoliday => product::Product, "Adds a day on which nobody works.";
    command "holiday.remove" product::holidays::remove: product::holidays::RemoveHoliday => product::Product, "Makes a holiday a day like any other.";
    command "product.reviseDefinitionOfDone" product::revise_definition: product::revise_definition::ReviseDefinitionOfDone => product::Product, "Makes a new version of the Definition of Done.";
    query "product.velocity" product::velocity: product::velocity::GetVelocity => product::velocity::Velocity, "What past sprints committed to and completed.";
    command "column.add" product::columns::add: product::columns::AddColumn => product::Column, "Adds a workflow column.";
    command "column.edit" product::columns::edit: product::columns::EditColumn => product::Column, "Changes a column's name or WIP limit.";
    command "column.move" product::columns::move_: product::columns::MoveColumn => product::Product, "Moves a column on the board.";
    command "column.delete" product::columns::delete: product::columns::DeleteColumn => product::Product, "Deletes an empty column.";
    command "item.create" item::create: item::create::CreateItem => item::ItemRow, "Adds an item to the Product Backlog.";
    command "item.edit" item::edit: item::edit::EditItem => item::ItemRow, "Changes what is written on an item.";
    command "item.move" item::move_: item::move_::MoveItems => item::move_::ItemsMoved, "Orders the Product Backlog.";
    command "item.delete" item::delete: item::delete::DeleteItems => item::delete::ItemsDeleted, "Deletes items; undo brings them back.";
    command "item.cancel" item::cancel: item::cancel::CancelItems => item::cancel::ItemsCancelled, "Cancels items, with the reason.";
    command "item.reopen" item::reopen: item::reopen::ReopenItem => item::ItemRow, "Makes a Done or cancelled item work again.";
    command "item.split" item::split: item::split::SplitItem => item::split::ItemsSplit, "Splits an item into parts.";
    command "item.merge" item::merge: item::merge::MergeItems => item::merge::ItemsMerged, "Merges duplicates into the one item that stays.";
    query "item.get" item::get: item::get::NameItem => item::get::ItemDetail, "Everything that stands on an item.";
    query "backlog.window" item::backlog::window: item::backlog::BacklogWindow => item::backlog::Backlog, "Rows of the Product Backlog in its order.";
    query "backlog.locate" item::backlog::locate: item::backlog::LocateItem => item::backlog::Located, "Where an item stands in the Product Backlog.";
    query "backlog.ids" item::backlog::ids: item::backlog::BacklogIds => item::backlog::BacklogNames, "Items of the Product Backlog by id alone, in its order.";
    query "backlog.export" item::export: item::export::ExportBacklog => item::export::ExportedBacklog, "The Product Backlog, or a view of it, as CSV, JSON or Markdown.";
    query "label.list" item::label: item::label::ListLabels => item::label::Labels, "The labels in use on a product's items.";
    command "item.bulkEdit" item::bulk_edit: item::bulk_edit::EditItems => item::bulk_edit::ItemsEdited, "Changes many items alike, as one action.";
    command "acceptance.add" item::acceptance::add: item::acceptance::AddAcceptance => item::acceptance::Acceptance, "Adds acceptance criteria to an item.";
    command "acceptance.edit" item::acceptance::edit: item::acceptance::EditAcceptance => item::acceptance::Acceptance, "Rewords an acceptance criterion.";
    command "acceptance.tick" item::acceptance::tick: item::acceptance::TickAcceptance => item::acceptance::Acceptance, "Says whether an acceptance criterion is met.";
    command "acceptance.move" item::acceptance::move_: item::acceptance::MoveAcceptance => item::acceptance::Acceptance, "Moves an acceptance criterion in its checklist.";
    command "acceptance.delete" item::acceptance::delete: item::acceptance::NameAcceptance => item::acceptance::Acceptance, "Removes an acceptance criterion.";
    command "item.tickReady" item::ready: item::ready::TickReady => item::ready::Readiness, "Says whether an item meets a criterion of the Definition of Ready.";
    command "product.setDefinitionOfReady" product::set_ready: product::set_ready::SetDefinitionOfReady => product::Product, "Replaces the Definition of Ready.";
    command "link.add" item::link::add: item::link::AddLink => item::link::Link, "Links two items.";
    command "link.remove" item::link::remove: item::link::RemoveLink => workspace::Done, "Removes a link.";
    command "comment.add" item::comment::add: item::comment::AddComment => item::comment::Comment, "Comments on an item.";
    command "comment.edit" item::comment::edit: item::comment::EditComment => item::comment::Comment, "Changes one's own comment.";
    command "comment.delete" item::comment::delete: item::comment::DeleteComment => workspace::Done, "Deletes a comment.";
    command "attachment.add" attachment::add: attachment::add::AddAttachment => attachment::Attachment, "Keeps a file with an item.";
    command "attachment.remove" attachment::remove: attachment::remove::NameAttachment => workspace::Done, "Removes a file from an item; undo brings it back.";
    host_command "attachment.save" attachment::save: attachment::save::SaveAttachment => attachment::save::SavedAttachment, "Writes a copy of an attached file to disk.";
    query "attachment.read" attachment::read: attachment::remove::NameAttachment => attachment::read::Picture, "The bytes of an attached picture, to be shown.";
    query "markdown.render" markdown: markdown::RenderMarkdown => markdown::RenderedMarkdown, "How a Markdown text looks.";
    query "item.history" item::story: item::story::ItemHistory => item::story::ItemStory, "What happened to an item, in words.";
    query "item.search" item::search: item::search::SearchItems => item::search::FoundItems, "Finds items of every state by their words.";
    query "forecast.backlog" forecast::backlog: forecast::backlog::ForecastBacklog => forecast::backlog::BacklogForecast, "Where the next sprints are likely to end in the Product Backlog.";
    query "forecast.item" forecast::item: forecast::item::ForecastItem => forecast::item::ItemForecast, "When an item of the Product Backlog is likely to be Done.";
    command "view.create" saved_view::create: saved_view::create::CreateView => saved_view::SavedView, "Saves a filter and an order under a name.";
    command "view.edit" saved_view::edit: saved_view::edit::EditView => saved_view::SavedView, "Changes a saved view.";
    command "view.delete" saved_view::delete: saved_view::delete::DeleteView => workspace::Done, "Deletes a saved view.";
    query "view.list" saved_view::list: saved_view::list::ListViews => saved_view::list::SavedViews, "A product's saved views.";
    command "epic.create" item::epic::create: item::epic::CreateEpic => item::Epic, "Makes an epic.";
    command "epic.edit" item::epic::edit: item::epic::EditEpic => item::Epic, "Changes an epic's name or colour.";
    command "epic.delete" item::epic::delete: item::epic::DeleteEpic => item::epic::EpicDeleted, "Deletes an epic; its items stay, without one.";
    query "epic.list" item::epic::list: item::epic::ListEpics => item::epic::Epics, "A product's epics.";
    query "epic.progress" item::epic::progress: item::epic::ListEpics => item::epic::EpicsProgress, "A product's epics with how far their items are.";
    command "template.create" template::create: template::create::CreateTemplate => template::Template, "Adds a template for new items.";
    command "template.edit" template::edit: template::edit::EditTemplate => template::Template, "Changes a template.";
    command "template.delete" template::delete: template::delete::DeleteTemplate => workspace::Done, "Deletes a template.";
    query "template.list" template::list: template::list::ListTemplates => template::list::Templates, "A product's templates for new items.";
    query "goal.get" goal::get: goal::get::GetGoal => goal::get::ProductGoal, "The Product Goal: its measure, how far it is, and the goals before it.";
    command "goal.setMeasure" goal::measure: goal::measure::SetGoalMeasure => goal::get::ProductGoal, "Says how the Product Goal is measured.";
    command "goal.record" goal::record: goal::record::RecordGoal => goal::get::ProductGoal, "Records a value on the way to the Product Goal.";
    command "goal.deleteMeasurement" goal::record::delete: goal::record::DeleteMeasurement => goal::get::ProductGoal, "Deletes a recorded value.";
    command "goal.end" goal::end: goal::end::EndGoal => goal::get::ProductGoal, "Ends the Product Goal as fulfilled or abandoned.";
    query "backlog.valueEffort" item::value_effort: item::value_effort::GetValueEffort => item::value_effort::ValueEffort, "The Product Backlog by value and effort.";
    query "backlog.ofValueAndEffort" item::value_effort::items: item::value_effort::OfValueAndEffort => item::value_effort::ItemsOfValue, "Items of the Product Backlog with one value and one estimate, or without.";
    query "sprint.propose" sprint::propose: sprint::propose::ProposeSprint => sprint::propose::ProposedSprint, "What a new sprint would be called and which days it would have.";
    command "sprint.create" sprint::create: sprint::create::CreateSprint => sprint::Sprint, "Plans a sprint.";
    command "sprint.edit" sprint::edit: sprint::edit::EditSprint => sprint::Sprint, "Changes a sprint's name, goal or dates.";
    command "sprint.delete" sprint::delete: sprint::delete::DeleteSprint => workspace::Done, "Deletes a planned sprint.";
    command "sprint.take" sprint::take::take_in: sprint::take::TakeItems => sprint::Sprint, "Takes items into a sprint.";
    command "sprint.giveBack" sprint::take::give_back: sprint::take::GiveBackItems => sprint::take::ItemsGivenBack, "Gives items back to the Product Backlog.";
    command "sprint.order" sprint::order: sprint::order::OrderSprint => sprint::Sprint, "Orders the items of a planned sprint.";
    query "sprint.capacity" capacity::sprint: sprint::get::NameSprint => capacity::sprint::SprintCapacity, "What the team and each person can do in a sprint, and what its tasks ask of them.";
    command "daysOff.add" capacity::days_off::add: capacity::days_off::AddDaysOff => capacity::DaysOff, "Says when a person does not work.";
    command "daysOff.remove" capacity::days_off::remove: capacity::days_off::NameDaysOff => capacity::DaysOff, "Makes days off days like any other.";
    command "focusHours.set" capacity::focus: capacity::focus::SetFocusHours => capacity::Focus, "Says how many hours a day a person has for a product.";
    query "team.availability" capacity::team: capacity::team::GetAvailability => capacity::team::Availability, "Days off and focus hours of everybody.";
    command "task.add" task::add: task::add::AddTask => task::Task, "Adds a task to an item.";
    command "task.edit" task::edit: task::edit::EditTask => task::Task, "Changes a task: its title, hours left, person or state.";
    command "task.move" task::move_: task::move_::MoveTask => task::Tasks, "Moves a task among those of its item.";
    command "task.delete" task::delete: task::NameTask => task::Tasks, "Deletes a task.";
    query "task.list" task::list: task::list::ListTasks => task::Tasks, "The tasks of an item.";
    query "task.ofSprint" task::list::of_sprint: sprint::get::NameSprint => task::list::SprintTasks, "The tasks of the open items in a sprint.";
    command "taskTemplate.create" task_template::create: task_template::create::CreateTaskTemplate => task_template::TaskTemplate, "Adds a list of tasks.";
    command "taskTemplate.edit" task_template::edit: task_template::edit::EditTaskTemplate => task_template::TaskTemplate, "Changes a list of tasks.";
    command "taskTemplate.delete" task_template::delete: task_template::NameTaskTemplate => workspace::Done, "Deletes a list of tasks.";
    query "taskTemplate.list" task_template::list: task_template::list::ListTaskTemplates => task_template::list::TaskTemplates, "A product's lists of tasks.";
    command "taskTemplate.apply" task_template::apply: task_template::apply::ApplyTaskTemplate => task::Tasks, "Gives an item the tasks of a list.";
    command "poker.open" poker::open: poker::open::OpenPoker => poker::PokerTable, "Opens a round of Planning Poker over an item.";
    command "poker.seat" poker::seats: poker::seats::SeatPoker => poker::PokerTable, "Says who takes part in an open round.";
    command "poker.vote" poker::vote: poker::vote::VotePoker => poker::PokerTable, "Chooses a card, unseen.";
    command "poker.reveal" poker::reveal: poker::reveal::RevealPoker => poker::PokerTable, "Turns the cards of a round.";
    command "poker.accept" poker::accept: poker::accept::AcceptPoker => poker::PokerTable, "Accepts an estimate after a round.";
    command "poker.clear" poker::clear: poker::NamePokerRound => poker::PokerTable, "Calls an open round off; its cards go unseen.";
    query "poker.get" poker::get: item::get::NameItem => poker::PokerTable, "Planning Poker over an item; hidden cards are told to nobody.";
    query "guidance.list" guidance::list: guidance::list::ListGuidance => guidance::list::GuidanceNotes, "What was done against guidance, newest first.";
    command "sprint.start" sprint::start: sprint::start::StartSprint => sprint::Sprint, "Starts a sprint and freezes its commitment.";
    command "sprint.cancel" sprint::cancel: sprint::cancel::CancelSprint => sprint::Sprint, "Cancels the active sprint, with the reason.";
    query "sprint.closing" sprint::closing: sprint::closing::AskClosing => sprint::closing::Closing, "What closing the active sprint is about: what needs a decision, what is Done, where things would go.";
    command "sprint.close" sprint::close: sprint::close::CloseSprint => sprint::record::SprintRecord, "Closes the active sprint with a decision for every unfinished item.";
    query "sprint.closePreview" sprint::preview: sprint::preview::PreviewClose => sprint::preview::ClosePreview, "What the Product Backlog and the next sprint would look like after a close.";
    query "sprint.list" sprint::list: sprint::list::ListSprints => sprint::list::Sprints, "A product's sprints.";
    query "sprint.get" sprint::get: sprint::get::NameSprint => sprint::get::SprintDetail, "A sprint with its items and days.";
    query "sprint.record" sprint::record: sprint::get::NameSprint => sprint::record::SprintRecord, "The immutable record of a sprint that ended.";
    query "sprint.exportRecord" sprint::export: sprint::export::ExportRecord => sprint::export::ExportedRecord, "The record of a sprint that ended, as HTML or Markdown.";
    query "sprint.burndown" sprint::burndown: sprint::burndown::GetBurndown => sprint::burndown::Burndown, "The burndown, now or as of an instant.";
    query "board.get" board::get: board::get::GetBoard => board::get::Board, "The active sprint on its board.";
    command "board.move" board::move_: board::move_::MoveCard => item::ItemRow, "Moves a card; entering Done asks the Definition of Done.";
    command "board.moveTask" board::move_task: board::move_task::MoveTaskCard => task::Task, "Moves a task to a column of the board; in a Done column it is finished.";
    query "board.stays" board::stay: board::get::GetBoard => board::stay::Stays, "How long cards usually stay in each column.";
    command "board.tick" board::tick: board::tick::TickCriterion => workspace::Done, "Ticks a criterion of the Definition of Done.";
    command "increment.create" increment::create: increment::create::CreateIncrement => increment::Increment, "Makes an increment of Done items.";
    command "increment.edit" increment::edit: increment::edit::EditIncrement => increment::Increment, "Changes an increment's name or notes.";
    command "increment.addItems" increment::items::add: increment::items::IncrementItems => increment::Increment, "Puts Done items into an increment.";
    command "increment.removeItems" increment::items::remove: increment::items::IncrementItems => increment::Increment, "Takes items out of an increment.";
    command "increment.release" increment::release: increment::release::ReleaseIncrement => increment::Increment, "Releases an increment.";
    query "increment.get" increment::get: increment::get::NameIncrement => increment::Increment, "An increment with what it holds.";
    query "increment.draftNotes" increment::notes::draft: increment::notes::DraftNotes => increment::notes::DraftedNotes, "The release notes that a template writes of an increment.";
    query "increment.shipped" increment::shipped::since: increment::shipped::ShippedSince => increment::shipped::Shipped, "What was released since a day, a version or a sprint.";
    query "increment.compare" increment::shipped::compare: increment::shipped::CompareIncrements => increment::shipped::Compared, "Two increments side by side, and what went out between them.";
    command "product.setNotesTemplate" increment::notes::set_template: increment::notes::SetNotesTemplate => product::Product, "Says how a product writes its release notes.";
    query "increment.list" increment::list: increment::list::ListIncrements => increment::list::Increments, "A product's increments.";
    command "impediment.raise" impediment::raise: impediment::raise::RaiseImpediment => impediment::Impediment, "Raises an impediment.";
    command "impediment.edit" impediment::edit: impediment::edit::EditImpediment => impediment::Impediment, "Changes an impediment.";
    command "impediment.acknowledge" impediment::turn::acknowledge: impediment::turn::NameImpediment => impediment::Impediment, "Takes note of an impediment.";
    command "impediment.resolve" impediment::turn::resolve: impediment::turn::ResolveImpediment => impediment::Impediment, "Resolves an impediment.";
    command "impediment.reopen" impediment::turn::reopen: impediment::turn::NameImpediment => impediment::Impediment, "Reopens an impediment.";
    command "impediment.begin" impediment::incident::begin: impediment::incident::TimeIncident => impediment::Impediment, "Says that an impediment is an incident, and since when it is down.";
    command "impediment.restore" impediment::incident::restore: impediment::incident::TimeIncident => impediment::Impediment, "Says when an incident was restored.";
    query "impediment.get" impediment::get: impediment::turn::NameImpediment => impediment::get::ImpedimentDetail, "One impediment, its history included.";
    query "impediment.list" impediment::list: impediment::list::ListImpediments => impediment::list::Impediments, "A product's impediments, open and resolved.";
    query "impediment.figures" impediment::figures: impediment::figures::GetImpedimentFigures => impediment::figures::ImpedimentFigures, "How long impediments and incidents of a period took.";
    command "retro.start" retro::start: retro::start::StartRetro => retro::Retro, "Starts a retrospective.";
    command "retro.go" retro::go: retro::go::GoToPhase => retro::Retro, "Goes on to a phase, or back to it.";
    aside "retro.checkIn" retro::private::check_in: retro::private::CheckIn => retro::private::KeptPrivate, "Says how somebody comes; private until shown.";
    aside "retro.addCard" retro::private::add_card: retro::private::AddCard => retro::private::PrivateCard, "Writes a card; private until shown.";
    aside "retro.rewriteCard" retro::private::rewrite_card: retro::private::RewriteCard => retro::private::PrivateCard, "Changes a card that is private yet.";
    aside "retro.vote" retro::private::vote: retro::private::CastVotes => retro::private::KeptPrivate, "Casts a person's votes; counted when the voting ends.";
    aside "retro.rate" retro::private::rate: retro::private::RateRetro => retro::private::KeptPrivate, "Rates the retrospective; private until shown.";
    aside "retro.takeBack" retro::private::take_back: retro::private::TakeBack => workspace::Done, "Takes back what is private yet.";
    command "retro.reveal" retro::reveal: retro::get::NameRetro => retro::Retro, "Shows what is private in this phase; of votes, counts them.";
    command "retro.editCard" retro::cards::edit: retro::cards::EditCard => retro::Retro, "Changes or moves a card.";
    command "retro.deleteCard" retro::cards::delete: retro::cards::DeleteCard => workspace::Done, "Deletes a card.";
    command "retro.group" retro::group::put: retro::group::GroupCards => retro::Retro, "Puts a card or a group together with another.";
    command "retro.ungroup" retro::group::take: retro::group::Ungroup => retro::Retro, "Takes a card out of its group, or a group apart.";
    command "retro.editGroup" retro::group::edit: retro::group::EditGroup => retro::Retro, "Names or moves a group.";
    command "retro.editTopic" retro::topic: retro::topic::EditTopic => retro::Retro, "Takes up a topic, ends it, or notes what was said.";
    command "retro.close" retro::close: retro::close::CloseRetro => retro::Retro, "Closes a retrospective.";
    query "retro.get" retro::get: retro::get::NameRetro => retro::Retro, "A retrospective with its cards.";
    query "retro.timeline" retro::timeline: retro::get::NameRetro => retro::timeline::RetroTimeline, "What happened in the sprint that a retrospective looks back on.";
    query "retro.list" retro::list: retro::list::ListRetros => retro::list::Retros, "A product's retrospectives.";
    command "review.prepare" review::prepare: sprint::get::NameSprint => review::get::SprintReview, "Prepares the Review of a sprint: invites everybody, and puts what is Done into the running order.";
    command "review.start" review::hold::start: review::NameReview => review::get::SprintReview, "Starts a Sprint Review.";
    command "review.end" review::hold::end: review::NameReview => review::get::SprintReview, "Ends a Sprint Review and keeps what was shown.";
    command "review.judgeGoal" review::goal: review::goal::JudgeGoal => review::get::SprintReview, "Says whether the Sprint Goal was met, and why.";
    command "review.write" review::words: review::words::WriteReview => review::get::SprintReview, "Writes a Sprint Review's notes or minutes.";
    command "review.invite" review::attendees::invite: review::attendees::Invite => review::attendees::Attendees, "Invites a person or a guest to a Sprint Review.";
    command "review.uninvite" review::attendees::uninvite: review::attendees::Uninvite => review::attendees::Attendees, "Takes an invitation back.";
    command "review.markPresent" review::attendees::mark: review::attendees::MarkPresent => review::attendees::Attendees, "Says who is there.";
    command "review.addPoints" review::points::add: review::points::AddPoints => review::points::RunningOrder, "Adds Done items or a free point to the running order.";
    command "review.editPoint" review::points::edit: review::points::EditPoint => review::points::RunningOrder, "Changes a point's presenter, timebox or title.";
    command "review.movePoint" review::points::move_: review::points::MovePoint => review::points::RunningOrder, "Moves a point in the running order.";
    command "review.removePoint" review::points::remove: review::points::NamePoint => review::points::RunningOrder, "Takes a point out of the running order.";
    command "feedback.add" review::feedback::add: review::feedback::AddFeedback => review::feedback::FeedbackKept, "Writes down what was said in a Sprint Review.";
    command "feedback.edit" review::feedback::edit: review::feedback::EditFeedback => review::feedback::FeedbackKept, "Changes feedback.";
    command "feedback.delete" review::feedback::delete: review::feedback::NameFeedback => workspace::Done, "Deletes feedback; the item it became stays.";
    command "feedback.toItem" review::to_item: review::to_item::FeedbackToItem => item::ItemRow, "Makes feedback a backlog item.";
    query "review.get" review::get: sprint::get::NameSprint => review::get::SprintReview, "The Review of a sprint, with what is Done and what is not.";
    query "review.list" review::list: review::list::ListReviews => review::list::Reviews, "A product's Sprint Reviews.";
    command "improvement.propose" improvement::propose: improvement::propose::ProposeImprovement => improvement::Improvement, "Adds an entry to the improvement register.";
    command "improvement.edit" improvement::edit: improvement::edit::EditImprovement => improvement::Improvement, "Changes an entry.";
    command "improvement.setState" improvement::set_state: improvement::set_state::SetImprovementState => improvement::Improvement, "Moves an entry on.";
    command "improvement.carryOn" improvement::carry_on: improvement::carry_on::CarryOnImprovement => improvement::Improvement, "Carries an improvement on to the next review.";
    command "improvement.toItem" improvement::to_item: improvement::to_item::ImprovementToItem => item::ItemRow, "Makes an improvement a backlog item.";
    command "improvement.record" improvement::measure: improvement::measure::RecordImprovement => improvement::get::ImprovementDetail, "Records a value of an improvement's KPI.";
    command "improvement.deleteMeasurement" improvement::measure::delete: improvement::measure::DeleteImprovementMeasurement => improvement::get::ImprovementDetail, "Deletes a recorded value.";
    command "improvement.takeBaseline" improvement::baseline: improvement::baseline::TakeBaseline => improvement::Improvement, "Takes the baseline from the newest closed sprint.";
    query "improvement.get" improvement::get: improvement::get::GetImprovement => improvement::get::ImprovementDetail, "An entry of the register with how its KPI went.";
    query "improvement.kept" improvement::kept: improvement::kept::GetKept => improvement::kept::Kept, "What came of the improvements settled in a period.";
    query "improvement.list" improvement::list: improvement::list::ListImprovements => improvement::list::Improvements, "The improvement register.";
    query "improvement.standings" improvement::standings: improvement::standings::ListStandings => improvement::standings::Standings, "Where the KPI of every entry of the register stands.";
    host_query "import.preview" import::run::preview: import::report::ImportFile => import::report::ImportReport, "Says what an import would do; writes nothing.";
    command "import.run" import::run::carry_out: import::report::ImportFile => import::report::ImportReport, "Brings in items from another tool's export, as one action.";
    query "today.get" today::get: today::get::GetDay => today::get::Today, "A person's day: where the sprint stands, what needs them by role, and the event that comes next.";
    query "today.phase" today::phase: today::phase::GetPhase => today::phase::CurrentPhase, "Which phase of its sprint the team is in, and which are behind it.";
    query "daily.today" daily::today: daily::today::GetToday => daily::today::DailyToday, "Whether today's Daily Scrum has begun, and what there is to know before it does.";
    query "daily.get" daily::get: daily::NameDaily => daily::get::Daily, "A Daily Scrum: what moved, plans, turns and votes.";
    query "daily.list" daily::list: sprint::get::NameSprint => daily::list::Dailies, "The Daily Scrums of a sprint, with the trend of its votes.";
    query "daily.summary" daily::summary: daily::NameDaily => daily::summary::DailySummary, "A Daily Scrum as Markdown.";
    command "daily.start" daily::start: daily::start::StartDaily => daily::get::Daily, "Starts today's Daily Scrum and its timer, or takes it up again.";
    command "daily.next" daily::turn: daily::turn::NextTurn => daily::get::Daily, "Goes on to the next person or item.";
    command "daily.shuffle" daily::people::shuffle: daily::NameDaily => workspace::Done, "Puts those who are still to speak into another order.";
    command "daily.join" daily::people::join: daily::people::DailyPersonName => workspace::Done, "Adds somebody to a Daily Scrum.";
    command "daily.leave" daily::people::leave: daily::people::DailyPersonName => workspace::Done, "Takes somebody who said nothing out of a Daily Scrum.";
    command "daily.plan" daily::plan::add: daily::plan::AddPlan => daily::get::PlanLine, "Adds a line to somebody's plan for the day.";
    command "daily.replan" daily::plan::edit: daily::plan::EditPlan => daily::get::PlanLine, "Rewords a line of a plan.";
    command "daily.unplan" daily::plan::remove: daily::plan::NamePlan => workspace::Done, "Takes a line off a plan.";
    command "daily.raise" daily::raise: daily::raise::RaiseInDaily => impediment::Impediment, "Raises an impediment in a Daily Scrum.";
    command "daily.vote" daily::vote: daily::vote::VoteDaily => workspace::Done, "Votes on the Sprint Goal, hidden until all have.";
    command "daily.end" daily::end: daily::NameDaily => daily::get::Daily, "Ends a Daily Scrum.";
    command "daily.reopen" daily::end::reopen: daily::NameDaily => daily::get::Daily, "Takes up a Daily Scrum of today again.";
    aside "timer.start" timer::start: timer::start::StartTimer => timer::Timer, "Starts the timer of a meeting or a topic.";
    aside "timer.pause" timer::change::pause: timer::change::NameTimer => timer::Timer, "Holds a timer.";
    aside "timer.resume" timer::change::resume: timer::change::NameTimer => timer::Timer, "Sets a timer going again.";
    aside "timer.extend" timer::change::extend: timer::change::ExtendTimer => timer::Timer, "Makes a timer longer.";
    aside "timer.stop" timer::change::stop: timer::change::NameTimer => timer::Timer, "Stops a timer for good.";
    query "timer.get" timer::get: timer::get::GetTimer => timer::get::TimerOf, "The timer of a meeting or a topic.";
    query "timer.running" timer::get::running: timer::get::GetRunning => timer::get::Running, "The timers that count now.";
    query "history.state" history::state: workspace::Nothing => history::state::UndoState, "What can be undone and redone.";
    host_command "history.undo" history::undo: history::undo::Undo => history::undo::Turned, "Takes an action back.";
    host_command "history.redo" history::redo: workspace::Nothing => history::undo::Turned, "Brings back what the newest undo took.";
    query "history.list" history::list: history::list::ListHistory => history::list::History, "Everything that was done, newest first.";
}
