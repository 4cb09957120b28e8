import { QueryClient, type Query } from "@tanstack/svelte-query";
import { onChanged } from "../host";
import { concerns } from "./topics";

/** What the window knows. Nothing goes stale by time: the host says when something changed. */
export const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, networkMode: "always", refetchOnWindowFocus: false, refetchOnReconnect: false },
  },
});

/** Asks again for what is on screen and concerned; what is off screen is asked when it is next shown. */
export function refresh(topics: readonly string[] = []): Promise<void> {
  const predicate = (query: Query) => concerns(String(query.queryKey[0]), topics);
  // A first answer still on its way may have been read before the change, and is not asked for twice by itself.
  for (const query of client.getQueryCache().findAll({ predicate, fetchStatus: "fetching" })) {
    if (query.state.data !== undefined) continue;
    const again = () => void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(again, again);
  }
  return client.invalidateQueries({ predicate });
}

/** Another workspace: nothing known holds any more. */
export function forget(): Promise<void> {
  return client.resetQueries();
}

/** Follows the host's changes until told to stop. */
export function followChanges(): () => void {
  return onChanged(({ topics }) => void refresh(topics));
}
