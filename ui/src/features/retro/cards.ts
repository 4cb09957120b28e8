import type { CommandName, Id, Request, Response, Retro, RpcError } from "$lib/contract";
import { client, command, type CommandOptions, type Result } from "$lib/data";
import { keyOf } from "$lib/data/query";

type OfRetro = { [N in CommandName]: Response<N> extends Retro ? N : never }[CommandName];

/** Runs a command whose answer is the retrospective as it stands now, and shows it at once. */
export async function change<N extends OfRetro>(name: N, request: Request<N>, options: CommandOptions = {}): Promise<Result<Retro>> {
  const result = (await command(name, request, options)) as Result<Retro>;
  if (result.ok) client.setQueryData(keyOf("retro.get", { retro: result.value.id }), result.value);
  return result;
}

/** Cards and groups that everybody sees. Each is one action with its own undo. */
export function editCard(card: Id, text: string): Promise<Result<Retro>> {
  return change("retro.editCard", { card, text }, { ownErrors: true });
}

export function moveCard(card: Id, column: Id): Promise<Result<Retro>> {
  return change("retro.editCard", { card, column });
}

export function deleteCard(card: Id): Promise<Result<unknown>> {
  return command("retro.deleteCard", { card });
}

export function groupCards(retro: Id, subject: Id, onto: Id): Promise<Result<Retro>> {
  return change("retro.group", { retro, subject, onto });
}

export function ungroup(retro: Id, subject: Id): Promise<Result<Retro>> {
  return change("retro.ungroup", { retro, subject });
}

export function moveGroup(group: Id, column: Id): Promise<Result<Retro>> {
  return change("retro.editGroup", { group, column });
}

export async function nameGroup(group: Id, name: string): Promise<RpcError | null> {
  const result = await change("retro.editGroup", { group, name }, { ownErrors: true });
  return result.ok ? null : result.error;
}
