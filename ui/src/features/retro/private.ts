import type { CommandName, Request, Response } from "$lib/contract";
import { command, refresh, type Result } from "$lib/data";

/** Says something in private. It leaves no action, so no change is announced: what shows how much there is, is asked again. */
export async function inPrivate<N extends CommandName>(name: N, request: Request<N>): Promise<Result<Response<N>>> {
  const result = await command(name, request, { quiet: true, ownErrors: true });
  if (result.ok) void refresh(["retro_private"]);
  return result;
}
