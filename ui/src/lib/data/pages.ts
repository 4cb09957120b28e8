import { createInfiniteQuery, keepPreviousData, type CreateInfiniteQueryResult, type InfiniteData } from "@tanstack/svelte-query";
import type { QueryName, Request, Response, RpcError } from "../contract";
import { rpc } from "../host";
import { client } from "./client";

export type PagesResult<T> = CreateInfiniteQueryResult<InfiniteData<T>, RpcError>;

/**
 * A live answer that comes in pages, each asked for by something in the one before. `next` makes the request of the
 * page after `page` out of the first request, or null when there is none. Read `.data.pages`; ask on with `.fetchNextPage()`.
 * After a change all pages known are asked again from the first on, so that none is missing between two of them.
 */
export function pages<N extends QueryName>(
  name: N,
  request: () => Request<N> | null,
  next: (page: Response<N>, request: Request<N>) => Request<N> | null,
): PagesResult<Response<N>> {
  return createInfiniteQuery(
    () => {
      const first = request();
      return {
        // Shares the first word with the plain query of that name, so that a change reaches both.
        queryKey: [name, first, "pages"],
        queryFn: async ({ pageParam }: { pageParam: unknown }) => (await rpc(name, pageParam as Request<N>, null)).value,
        initialPageParam: first,
        getNextPageParam: (page: Response<N>) => (first === null ? null : next(page, first)),
        enabled: first !== null,
        // Another question of the same name, a filter for instance: what was shown stays until it is answered.
        placeholderData: keepPreviousData,
      } as never;
    },
    () => client,
  ) as unknown as PagesResult<Response<N>>;
}
