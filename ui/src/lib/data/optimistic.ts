import type { QueryKey } from "@tanstack/svelte-query";
import type { QueryName, Request, Response } from "../contract";
import { client } from "./client";

/** Changes known answers ahead of the host, and can put them back. */
export class Patch {
  #before: [QueryKey, unknown][] = [];

  /** Rewrites every known answer of a query. `change` returns a new value and never touches the old one. */
  update<N extends QueryName>(name: N, change: (value: Response<N>, request: Request<N>) => Response<N>): void {
    const filter = { queryKey: [name] };
    // An answer already on its way would be older than the patch.
    void client.cancelQueries(filter);
    for (const [key, value] of client.getQueriesData<Response<N>>(filter)) {
      // Answers that come in pages are of another shape; they are asked again once the host has answered.
      if (value === undefined || key.length > 2) continue;
      this.#before.push([key, value]);
      client.setQueryData(key, change(value, key[1] as Request<N>));
    }
  }

  /** Puts everything back as it was, latest first. */
  rollBack(): void {
    for (const [key, value] of this.#before.reverse()) client.setQueryData(key, value);
    this.#before = [];
  }
}
