import type { Category, Mode, RpcError } from "$lib/contract";

/** For beside a field: what was refused, and what to do. */
export function inWords(error: RpcError | null | undefined): string | undefined {
  return error ? [error.message, error.hint].filter(Boolean).join(" ") : undefined;
}

export const WEEKDAYS = [
  { value: "mon", label: "Monday", short: "Mon" },
  { value: "tue", label: "Tuesday", short: "Tue" },
  { value: "wed", label: "Wednesday", short: "Wed" },
  { value: "thu", label: "Thursday", short: "Thu" },
  { value: "fri", label: "Friday", short: "Fri" },
  { value: "sat", label: "Saturday", short: "Sat" },
  { value: "sun", label: "Sunday", short: "Sun" },
] as const;

export const CATEGORIES: { value: Category; label: string }[] = [
  { value: "todo", label: "To Do" },
  { value: "inProgress", label: "In Progress" },
  { value: "done", label: "Done" },
];

export const MODES: { value: Mode; label: string; text: string }[] = [
  {
    value: "guide",
    label: "Guide",
    text: "Anyone can do anything. When somebody does what another answers for, Lineout says so and keeps a note.",
  },
  {
    value: "strict",
    label: "Strict",
    text: "What somebody answers for, only they can do. Column limits on the board hold as well.",
  },
];
