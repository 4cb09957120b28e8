import { tick } from "svelte";
import { announce } from "$lib/announce";
import type { HandOver, Id, Person, Role, RpcError } from "$lib/contract";
import { command } from "$lib/data";
import { rolesInWords, session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { ROLE_NAMES, toggled } from "./roles";

const HAS_OPEN_WORK = "person_has_open_work";

/** The people of the workspace as the product in view sees them. */
export class Team {
  members: Person[] = $derived(session.people.filter((person) => session.rolesOf(person.id).length > 0));
  others: Person[] = $derived(session.people.filter((person) => session.rolesOf(person.id).length === 0));
  rows: Person[] = $derived([...this.members, ...this.others]);
  /** Whose name is a field now. */
  renaming = $state<Id | null>(null);
  /** Who is to be removed once it is said who gets their open work. */
  leaving = $state.raw<Person | null>(null);
  /** Where Tab enters the table: "person:column". */
  cell = $state("");

  /** The roles in words, under a name, where the columns have no room. */
  words(person: Person): string {
    return rolesInWords(session.rolesOf(person.id));
  }

  async toggle(person: Person, role: Role): Promise<void> {
    if (!session.product) return;
    const product = session.product.id;
    const roles = toggled(session.rolesOf(person.id), role);
    const result = await command("member.set", { product, person: person.id, roles }, {
      optimistic: (patch) =>
        patch.update("workspace.current", (current) => {
          if (!current.open) return current;
          const products = current.open.products.map((one) => {
            if (one.id !== product) return one;
            const members = one.members.filter((member) => member.person !== person.id);
            return { ...one, members: roles.length ? [...members, { person: person.id, roles }] : members };
          });
          return { ...current, open: { ...current.open, products } };
        }),
    });
    if (result.ok) announce(`${person.name}: ${roles.includes(role) ? "now" : "no longer"} ${ROLE_NAMES[role]}`);
    // A first or a last role moves the row to the other group, and the focus goes along.
    await this.focus(`${person.id}:${["productOwner", "scrumMaster", "developer", "stakeholder"].indexOf(role) + 1}`);
  }

  async rename(person: Person, name: string): Promise<RpcError | null> {
    if (name.trim() !== person.name) {
      const result = await command("person.edit", { person: person.id, name }, { ownErrors: true });
      if (!result.ok) return result.error;
    }
    this.renaming = null;
    return null;
  }

  async add(name: string, roles: Role[]): Promise<RpcError | null> {
    const result = await command("person.add", { name, ...(session.product ? { roles: { product: session.product.id, roles } } : {}) }, { ownErrors: true });
    if (!result.ok) return result.error;
    announce(`${result.value.name} added`);
    return null;
  }

  /** Removes a person. Where they have open work, who gets it is asked first. Answers what else stands in the way. */
  async remove(person: Person, handOver?: HandOver): Promise<RpcError | null> {
    const at = this.rows.findIndex((row) => row.id === person.id);
    const next = this.rows[at + 1] ?? this.rows[at - 1];
    const result = await command("person.remove", { person: person.id, ...(handOver && { handOver }) }, { ownErrors: true });
    if (!result.ok) {
      if (result.error.code === HAS_OPEN_WORK) this.leaving = person;
      else if (!handOver) toasts.error(result.error);
      return result.error;
    }
    this.leaving = null;
    announce(`${person.name} removed`);
    await this.focus(next ? `${next.id}:0` : null);
    return null;
  }

  /** Puts the focus on a cell, or where somebody can be added when there is none left. */
  async focus(cell: string | null): Promise<void> {
    await tick();
    const target = cell && document.querySelector<HTMLElement>(`[data-cell="${cell}"]`);
    (target || document.querySelector<HTMLElement>("[data-add-person]"))?.focus();
  }
}
