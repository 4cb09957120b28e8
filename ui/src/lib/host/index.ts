import type { Answer, Changed, Id, Name, Progress, Request, Response, RpcError } from "../contract";
import { tauriHost } from "./tauri";
import type { FileDialogs, Host } from "./types";

export type { FileDialogs, Host } from "./types";

let host: Host | null = null;

/** Chooses the host once, before anything is asked of it. The bridge is not part of a build. */
export async function connect(): Promise<void> {
  if ("__TAURI_INTERNALS__" in window) host = tauriHost;
  else if (import.meta.env.DEV) host = (await import("./bridge")).bridgeHost;
  else throw new Error("This page runs inside the Lineout window. Start the application instead.");
}

/** Puts another host in place, for tests. */
export function useHost(other: Host): void {
  host = other;
}

function current(): Host {
  if (!host) throw new Error("BUG: a request before connect()");
  return host;
}

/** Asks the host. Rejects with an `RpcError`, whatever went wrong underneath. */
export async function rpc<N extends Name>(name: N, request: Request<N>, actingAs: Id | null): Promise<Answer<Response<N>>> {
  try {
    return await current().rpc(name, request, actingAs);
  } catch (cause) {
    throw toRpcError(cause);
  }
}

export function onChanged(callback: (changed: Changed) => void): () => void {
  return current().onChanged(callback);
}

/** Calls back while a long call works, where the host tells of it. */
export function onProgress(callback: (progress: Progress) => void): () => void {
  return current().onProgress?.(callback) ?? (() => undefined);
}

/** The system's file dialogs, where the host has them. */
export function fileDialogs(): FileDialogs | null {
  return current().files ?? null;
}

/** A host may also fail outside the contract (a closed pipe, a crashed process): that is an error with a code too. */
export function toRpcError(cause: unknown): RpcError {
  if (typeof cause === "object" && cause !== null && "code" in cause && "message" in cause) {
    const { code, message } = cause as RpcError;
    return { code: String(code), message: String(message), hint: "hint" in cause ? String(cause.hint) : "" };
  }
  return {
    code: "host_failed",
    message: cause instanceof Error ? cause.message : String(cause),
    hint: "Nothing was changed. Try again; if it keeps failing, restart Lineout.",
  };
}
