import type { Id, Retro, RpcError } from "$lib/contract";
import { command, type Result } from "$lib/data";

/** Cards and groups that everybody sees. Each is one action with its own undo. */
export function editCard(card: Id, text: string): Promise<Result<Retro>> {
  return command("retro.editCard", { card, text }, { ownErrors: true });
}

export function moveCard(card: Id, column: Id): Promise<Result<Retro>> {
  return command("retro.editCard", { card, column });
}

export function deleteCard(card: Id): Promise<Result<unknown>> {
  return command("retro.deleteCard", { card });
}

export function groupCards(retro: Id, subject: Id, onto: Id): Promise<Result<Retro>> {
  return command("retro.group", { retro, subject, onto });
}

export function ungroup(retro: Id, subject: Id): Promise<Result<Retro>> {
  return command("retro.ungroup", { retro, subject });
}

export function moveGroup(group: Id, column: Id): Promise<Result<Retro>> {
  return command("retro.editGroup", { group, column });
}

export async function nameGroup(group: Id, name: string): Promise<RpcError | null> {
  const result = await command("retro.editGroup", { group, name }, { ownErrors: true });
  return result.ok ? null : result.error;
}
