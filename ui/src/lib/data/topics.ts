import type { Name } from "../contract";

/**
 * The tables a query reads, where that is known to be few. A topic covers its own table and those named after it:
 * `impediment` covers `impediment_item`. A query that is not listed is asked again after every change, so leaving
 * one out is slower but never wrong.
 */
const READS: Partial<Record<Name, readonly string[]>> = {
  "epic.list": ["epic"],
  // The bytes of a picture never change, and a text is rendered alike whatever else happens.
  "attachment.read": [],
  "markdown.render": [],
  "impediment.list": ["impediment", "item", "product"],
  // The calendar counts its working hours.
  "impediment.figures": ["impediment", "item", "product", "holiday", "sprint"],
  "today.phase": ["sprint", "retrospective", "review", "daily", "product", "holiday"],
  "timer.get": ["timer"],
  "timer.running": ["timer"],
  // The item of an entry says where it is.
  "improvement.list": ["improvement", "item", "retro_card", "sprint", "board_column"],
};

/** Told by the shell when time has passed: what day it is concerns every answer. */
const TIME = "time";

/** Whether a query must be asked again after a change of these topics. No topics means anything may have changed. */
export function concerns(query: string, topics: readonly string[]): boolean {
  const reads = READS[query as Name];
  if (!reads || topics.length === 0 || topics.includes(TIME)) return true;
  return topics.some((topic) => reads.some((table) => topic === table || topic.startsWith(`${table}_`)));
}
