import type { ExportBacklog, ExportFormat, Id, RecordFormat, Request, Response, RpcError, SavedText } from "$lib/contract";
import { fileDialogs, rpc, toRpcError } from "$lib/host";
import { session } from "$lib/session.svelte";

export type Saved = { name: string; items: number };
const ENDINGS: Record<ExportFormat, string> = { csv: "csv", json: "json", markdown: "md" };

/** What the file is called unless the person says otherwise. */
export function suggested(key: string, format: ExportFormat, day: string): string {
  return `${key.toLowerCase()}-backlog-${day}.${ENDINGS[format]}`;
}

/** Writes an export where the person says. Null when they turned away. Without the system's dialog it is downloaded. */
export async function save(request: ExportBacklog, name: string): Promise<Saved | RpcError | null> {
  try {
    const files = fileDialogs();
    if (files) {
      const path = await files.export(name, ENDINGS[request.format]);
      if (path === null) return null;
      const { value } = await rpc("backlog.save", { path, export: request }, session.actingAs);
      return { name: value.path.split(/[/\\]/).at(-1) ?? value.path, items: value.items };
    }
    const { value } = await rpc("backlog.export", request, session.actingAs);
    download(name, value.text);
    return { name, items: value.items };
  } catch (cause) {
    return toRpcError(cause);
  }
}

const TEXT_OF: { [Q in SavedText]: (answer: Response<Q>) => string } = {
  "increment.get": (answer) => answer.notes,
  "increment.shipped": (answer) => answer.markdown,
  "sprint.exportRecord": (answer) => answer.text,
  "review.get": (answer) => answer.review?.minutes ?? "",
};

/** Writes the text of an answer where the person says, like `save`. Answers the name of the file. */
export async function saveText<Q extends SavedText>(query: Q, request: Request<Q>, name: string, ending = "md"): Promise<string | RpcError | null> {
  try {
    const files = fileDialogs();
    if (files) {
      const path = await files.export(name, ending);
      if (path === null) return null;
      const { value } = await rpc("text.save", { path, query, request }, session.actingAs);
      return value.path.split(/[/\\]/).at(-1) ?? value.path;
    }
    const { value } = await rpc(query, request, session.actingAs);
    download(name, TEXT_OF[query](value));
    return name;
  } catch (cause) {
    return toRpcError(cause);
  }
}

const RECORD_ENDINGS: Record<RecordFormat, string> = { html: "html", markdown: "md" };

/** Writes the record of a sprint where the person says, under the name that the app gives it. */
export async function saveRecord(sprint: Id, format: RecordFormat): Promise<string | RpcError | null> {
  const request = { sprint, format };
  try {
    const { value } = await rpc("sprint.exportRecord", request, session.actingAs);
    return await saveText("sprint.exportRecord", request, value.fileName, RECORD_ENDINGS[format]);
  } catch (cause) {
    return toRpcError(cause);
  }
}

/** "Harbour 1.4" → "harbour-1-4.md": a name that every file system takes. */
export function textName(...parts: string[]): string {
  const plain = parts.join(" ").toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-+|-+$/g, "");
  return `${plain.slice(0, 80) || "lineout"}.md`;
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
