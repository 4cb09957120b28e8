import type { Answer, Changed, RpcError } from "../contract";
import type { Host } from "./types";

/** Development only: the dev server answers `/rpc` by running `lineout`, and tells of changes on `/changes`. */
export const bridgeHost: Host = {
  async rpc(name, request, actingAs) {
    const response = await fetch("/rpc", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, request, actingAs }),
    });
    const body: unknown = await response.json();
    if (!response.ok) throw body as RpcError;
    return body as Answer<never>;
  },
  onChanged(callback) {
    const source = new EventSource("/changes");
    source.onmessage = (event) => callback(JSON.parse(event.data as string) as Changed);
    return () => source.close();
  },
};
