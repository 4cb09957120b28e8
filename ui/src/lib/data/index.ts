export { client, followChanges, forget, refresh } from "./client";
export { command, redo, undo, type CommandOptions, type Result } from "./command";
export { Patch } from "./optimistic";
export { pages, type PagesResult } from "./pages";
export { ask, asking, query, type QueryOptions, type QueryResult } from "./query";
