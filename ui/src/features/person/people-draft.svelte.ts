import type { Id, Role, RpcError } from "$lib/contract";
import { command } from "$lib/data";

export type PersonLine = { key: number; name: string; roles: Role[]; error: RpcError | null; saved: Id | null };

/** The first people of a product, before they are written. The first line is whoever sits here. */
export class PeopleDraft {
  lines = $state<PersonLine[]>([]);
  saving = $state(false);
  #next = 1;

  /** Lines with a name; an empty one is nobody. */
  named = $derived(this.lines.filter((line) => line.name.trim() !== ""));

  constructor() {
    this.add(["productOwner"]);
    this.add(["developer"]);
  }

  add(roles: Role[] = ["developer"]): number {
    const key = this.#next++;
    this.lines.push({ key, name: "", roles, error: null, saved: null });
    return key;
  }

  remove(key: number): void {
    this.lines = this.lines.filter((line) => line.key !== key || line.saved !== null);
  }

  /** Several names pasted at once become as many lines. Returns the last one's key, or null when it is one name. */
  paste(key: number, text: string): number | null {
    const names = text.split(/[\r\n;]+/).map((name) => name.trim()).filter(Boolean);
    const line = this.lines.find((other) => other.key === key);
    if (names.length < 2 || !line) return null;
    line.name = names[0]!;
    let last = key;
    for (const name of names.slice(1)) {
      last = this.add();
      this.lines.find((other) => other.key === last)!.name = name;
    }
    return last;
  }

  /**
   * Adds everybody named, in order, and answers with who the first is. What one is refused for stands on their line;
   * those before are added by then and are not added twice.
   */
  async save(product: Id): Promise<{ done: boolean; first: Id | null }> {
    if (this.saving) return { done: false, first: null };
    this.saving = true;
    let done = true;
    for (const line of this.named) {
      if (line.saved) continue;
      line.error = null;
      const result = await command("person.add", { name: line.name, roles: { product, roles: $state.snapshot(line.roles) } }, { ownErrors: true, quiet: true });
      if (result.ok) line.saved = result.value.id;
      else {
        line.error = result.error;
        done = false;
        break;
      }
    }
    this.saving = false;
    return { done, first: this.named[0]?.saved ?? null };
  }
}
