import type { ExportBacklog, ExportFormat, Id, RecordFormat, RpcError } from "$lib/contract";
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

const RECORD_ENDINGS: Record<RecordFormat, string> = { html: "html", markdown: "md" };

/** Writes the record of a sprint where the person says, and tells the name of the file. Null when they turned away. */
export async function saveRecord(sprint: Id, format: RecordFormat): Promise<string | RpcError | null> {
  try {
    const request = { sprint, format };
    const { value } = await rpc("sprint.exportRecord", request, session.actingAs);
    const files = fileDialogs();
    if (!files) {
      download(value.fileName, value.text);
      return value.fileName;
    }
    const path = await files.export(value.fileName, RECORD_ENDINGS[format]);
    if (path === null) return null;
    const saved = await rpc("sprint.saveRecord", { path, export: request }, session.actingAs);
    return saved.value.path.split(/[/\\]/).at(-1) ?? saved.value.path;
  } catch (cause) {
    return toRpcError(cause);
  }
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
