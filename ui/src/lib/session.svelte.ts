import { QueryObserver } from "@tanstack/svelte-query";
import { clock } from "./clock.svelte";
import type { Day, Id, Person, Product, Role, RpcError, Workspace } from "./contract";
import { client } from "./data/client";
import { asking } from "./data/query";
import { teamDay } from "./format";
import { store, stored } from "./stored";

export const ROLE_NAMES: Record<Role, string> = {
  productOwner: "Product Owner",
  scrumMaster: "Scrum Master",
  developer: "Developer",
  stakeholder: "Stakeholder",
};

/** Who sits here and what is open: the workspace, the product in view, and the person the app acts as. */
class Session {
  workspace = $state.raw<Workspace | null>(null);
  error = $state.raw<RpcError | null>(null);
  /** Why the workspace that should be open is not. */
  problem = $state.raw<RpcError | null>(null);
  /** False until the host has first said whether a workspace is open. */
  ready = $state(false);
  /** The welcome flow holds the window while true, so that it can go on after the first product exists. */
  welcoming = $state(false);
  #productId = $state<Id | null>(null);
  #personId = $state<Id | null>(null);

  products: Product[] = $derived(this.workspace?.products ?? []);
  /** People who have not been removed. */
  people: Person[] = $derived(this.workspace?.people.filter((person) => !person.removed) ?? []);
  product: Product | null = $derived(this.products.find((product) => product.id === this.#productId) ?? this.products[0] ?? null);
  /** The team's time zone. */
  zone: string = $derived(this.product?.timeZone ?? "UTC");
  person: Person | null = $derived(this.people.find((person) => person.id === this.#personId) ?? null);
  /** What every command is signed with. */
  actingAs: Id | null = $derived(this.person?.id ?? null);
  roles: Role[] = $derived(this.rolesOf(this.actingAs));

  /** Follows `workspace.current` until told to stop. */
  start(): () => void {
    const observer = new QueryObserver(client, asking("workspace.current", {}));
    return observer.subscribe(({ data, error, isPending }) => {
      if (isPending) return;
      if (data) {
        clock.follow(data.now);
        this.#take(data.open);
        this.problem = data.problem ?? null;
      }
      this.error = (error as RpcError | null) ?? null;
      this.ready = true;
    });
  }

  /** The day it is for the team. */
  get today(): Day {
    return teamDay(this.zone);
  }

  chooseProduct(id: Id): void {
    this.#productId = id;
    this.#keep("product", id);
  }

  actAs(id: Id): void {
    this.#personId = id;
    this.#keep("person", id);
  }

  /** Anyone ever in the workspace, removed people included: history speaks of them. */
  personOf(id: Id | null): Person | null {
    return this.workspace?.people.find((person) => person.id === id) ?? null;
  }

  /** The roles of a person in the product in view. */
  rolesOf(id: Id | null): Role[] {
    return this.product?.members.find((member) => member.person === id)?.roles ?? [];
  }

  has(role: Role): boolean {
    return this.roles.includes(role);
  }

  #take(open: Workspace | null): void {
    if (open && open.id !== this.workspace?.id) {
      this.#productId = stored(`${open.id}.product`);
      this.#personId = stored(`${open.id}.person`);
    }
    this.workspace = open;
    // Someone must sign: until a choice is made, the first person there is.
    if (!this.person && this.people[0]) this.#personId = this.people[0].id;
  }

  #keep(what: string, id: Id): void {
    if (this.workspace) store(`${this.workspace.id}.${what}`, id);
  }
}

export const session = new Session();

/** "Product Owner", "Developer and Scrum Master", or "Not in this product". */
export function rolesInWords(roles: readonly Role[]): string {
  if (roles.length === 0) return "Not in this product";
  return new Intl.ListFormat("en", { type: "conjunction" }).format(roles.map((role) => ROLE_NAMES[role]));
}
