import { createQuery, keepPreviousData, type CreateQueryResult } from "@tanstack/svelte-query";
import type { QueryName, Request, Response, RpcError } from "../contract";
import { rpc } from "../host";
import { client } from "./client";

export type QueryResult<T> = CreateQueryResult<T, RpcError>;
export type QueryOptions = {
  /** Keep showing the last answer while another request is asked: for windows that scroll, filters that change. */
  keep?: boolean;
};

export function keyOf<N extends QueryName>(name: N, request: Request<N>) {
  return [name, request] as const;
}

/** The options of one query, for `query` and for observers outside components. */
export function asking<N extends QueryName>(name: N, request: Request<N> | null, options: QueryOptions = {}) {
  return {
    queryKey: [name, request],
    // What is true does not depend on who looks, so queries go unsigned and are shared.
    queryFn: async () => (await rpc(name, request as Request<N>, null)).value,
    enabled: request !== null,
    placeholderData: options.keep ? keepPreviousData : undefined,
  };
}

/**
 * A live answer: asked once, asked again when the host says that something it reads has changed.
 * `request` is a function so that it may follow state; while it returns null nothing is asked.
 * Call it while a component (or a state class of one) is being set up, and read `.data`, `.error`, `.isPending`.
 */
export function query<N extends QueryName>(name: N, request: () => Request<N> | null, options: QueryOptions = {}): QueryResult<Response<N>> {
  return createQuery<Response<N>, RpcError>(
    () => asking(name, request(), options) as never,
    () => client,
  );
}

/** One answer now, from what is known or from the host. Rejects with an `RpcError`. */
export function ask<N extends QueryName>(name: N, request: Request<N>): Promise<Response<N>> {
  return client.fetchQuery({ ...asking(name, request), placeholderData: undefined } as never);
}
