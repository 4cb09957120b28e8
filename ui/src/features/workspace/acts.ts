import type { RpcError, Workspace } from "$lib/contract";
import { command, forget } from "$lib/data";
import { fileDialogs, toRpcError } from "$lib/host";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";

export type Opened = { workspace: Workspace; error: null } | { workspace: null; error: RpcError };

/** Opens a file in place of the one open now. What is refused leaves that one open. */
export async function openWorkspace(path: string): Promise<Opened> {
  return entered(await command("workspace.open", { path: path.trim() }, { ownErrors: true }));
}

export async function openSample(): Promise<Opened> {
  return entered(await command("workspace.openSample", {}, { ownErrors: true }));
}

/** Makes a new file and opens it. Without a path it goes to the default place. */
export async function createWorkspace(name: string, path: string | null): Promise<Opened> {
  return entered(await command("workspace.create", { name, ...(path ? { path } : {}) }, { ownErrors: true, quiet: true }));
}

/** Back to the first screen; the file stays as it is. */
export async function closeWorkspace(): Promise<void> {
  const result = await command("workspace.close", {});
  if (!result.ok) return;
  session.welcoming = false;
  await forget();
}

export async function renameWorkspace(name: string): Promise<RpcError | null> {
  const result = await command("workspace.rename", { name }, { ownErrors: true });
  return result.ok ? null : result.error;
}

/** Asks with the system's dialog, where there is one. Null when there is none or the person turned away. */
export async function browse(kind: "open" | "save", suggested = ""): Promise<{ path: string | null; error: RpcError | null }> {
  const files = fileDialogs();
  try {
    return { path: (kind === "open" ? await files?.open() : await files?.save(suggested)) ?? null, error: null };
  } catch (cause) {
    return { path: null, error: { ...toRpcError(cause), hint: "Type the path instead." } };
  }
}

/** Whether the system can be asked. */
export function canBrowse(): boolean {
  return fileDialogs() !== null;
}

/** Another file, other people, other items: nothing known holds, and an address may name what is not in it. */
async function entered(result: { ok: true; value: Workspace } | { ok: false; error: RpcError }): Promise<Opened> {
  if (!result.ok) return { workspace: null, error: result.error };
  router.replace("today");
  await forget();
  setTimeout(focusRoom, FRAME_MS);
  return { workspace: result.value, error: null };
}

/** By then the frame has been drawn, and a dialog that led here has tried to give the focus back to what is gone. */
const FRAME_MS = 100;

function focusRoom(): void {
  if (document.activeElement === document.body) document.getElementById("room")?.focus();
}
