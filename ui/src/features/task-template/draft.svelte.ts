import type { Id, RpcError, TaskTemplate, TemplateTask } from "$lib/contract";
import { command } from "$lib/data";
import { figure, parseFigure } from "$lib/figure";
import { count } from "$lib/format";
import { linesOf } from "$lib/lines";

type Line = { id: number; title: string; hours: string };

/** Most tasks of one list. */
export const TASKS_MAX = 30;

/** A list of tasks while it is being written, new or there already. */
export class TaskListDraft {
  name = $state("");
  lines = $state<Line[]>([]);
  error = $state.raw<RpcError | null>(null);
  sending = $state(false);
  readonly template: TaskTemplate | null;
  #next = 1;

  /** Lines that say something; the others are not there yet. */
  written: Line[] = $derived(this.lines.filter(({ title }) => title.trim() !== ""));
  ready: boolean = $derived(this.name.trim() !== "" && this.written.length > 0 && !this.sending);
  hours: number = $derived(this.written.reduce((sum, { hours }) => {
    const read = parseFigure(hours);
    return typeof read === "number" ? sum + read : sum;
  }, 0));

  constructor(template: TaskTemplate | null) {
    this.template = template;
    this.name = template?.name ?? "";
    for (const { title, hours } of template?.tasks ?? []) this.add(undefined, title, figure(hours));
    if (this.lines.length === 0) this.add();
  }

  /** Puts a line in after another, or last. Answers its id. */
  add(after?: number, title = "", hours = ""): number {
    const line = { id: this.#next++, title, hours };
    const at = this.lines.findIndex(({ id }) => id === after);
    this.lines.splice(at < 0 ? this.lines.length : at + 1, 0, line);
    return line.id;
  }

  /** Takes a line out; one stays. Answers the id of the line that is nearest now. */
  remove(id: number): number {
    const at = this.lines.findIndex((line) => line.id === id);
    if (at >= 0 && this.lines.length > 1) this.lines.splice(at, 1);
    else if (at >= 0) Object.assign(this.lines[at]!, { title: "", hours: "" });
    return this.lines[Math.max(0, at - 1)]!.id;
  }

  /** Puts a line at a place, from 0. */
  move(id: number, to: number): void {
    const at = this.lines.findIndex((line) => line.id === id);
    const [line] = at < 0 ? [] : this.lines.splice(at, 1);
    if (line) this.lines.splice(to, 0, line);
  }

  /** Several lines pasted at once become as many tasks. Answers the id of the last, or null when it is one line. */
  paste(id: number, text: string): number | null {
    const parts = linesOf(text);
    const line = this.lines.find((other) => other.id === id);
    if (parts.length < 2 || !line) return null;
    line.title = [line.title.trim(), parts[0]].filter(Boolean).join(" ");
    return parts.slice(1).reduce((last, part) => this.add(last, part), id);
  }

  /** What would be sent; null with the reason in `error` where hours are no number. */
  #tasks(): TemplateTask[] | null {
    const tasks: TemplateTask[] = [];
    for (const { title, hours } of this.written) {
      const read = parseFigure(hours);
      if (read === "unreadable") {
        this.error = { code: "unreadable", message: `The hours of “${title.trim()}” are no number.`, hint: "Half an hour is 0.5." };
        return null;
      }
      tasks.push({ title, hours: read });
    }
    return tasks;
  }

  /** Writes it. Answers what stands now, or null with the reason in `error`. */
  async save(product: Id): Promise<TaskTemplate | null> {
    const tasks = this.ready ? this.#tasks() : null;
    if (!tasks) return null;
    this.sending = true;
    const result = this.template
      ? await command("taskTemplate.edit", { template: this.template.id, name: this.name, tasks }, { ownErrors: true })
      : await command("taskTemplate.create", { product, name: this.name, tasks }, { ownErrors: true });
    this.sending = false;
    this.error = result.ok ? null : result.error;
    return result.ok ? result.value : null;
  }
}

/** "4 tasks, 9.5 h" */
export function contents({ tasks, hours }: Pick<TaskTemplate, "tasks" | "hours">): string {
  return `${count(tasks.length, "task")}${hours > 0 ? `, ${figure(hours)} h` : ""}`;
}
