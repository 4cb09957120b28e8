import { base64Of, size } from "$features/import/bytes";
import type { Attachment, ItemDetail, RpcError } from "$lib/contract";
import { command } from "$lib/data";
import { fileDialogs, toRpcError } from "$lib/host";
import { toasts } from "$lib/toasts.svelte";
import { patchDetail } from "./edit";

/** A file on its way into the workspace, or refused. `part` is how much of it is read, 0 to 1. */
export type Upload = { key: number; name: string; part: number; error: RpcError | null };

/** What is larger than anything that is kept is not even read into memory. */
const READ_MAX = 25 * 2 ** 20;

/** The files of an item: those that come, and copies of those that are there. */
export class Attachments {
  uploads = $state<Upload[]>([]);
  /** A copy is asked for by hand, where the host has no dialogs. */
  saving = $state.raw<Attachment | null>(null);
  /** The picture that is looked at. */
  shown = $state.raw<Attachment | null>(null);
  #item: () => ItemDetail;
  #next = 1;

  constructor(item: () => ItemDetail) {
    this.#item = item;
  }

  files: Attachment[] = $derived.by(() => this.#item().attachments);
  pictures = $derived(this.files.filter(({ picture }) => picture));

  /** Takes what was dropped, pasted or chosen in the page, one after the other. */
  async take(files: readonly File[]): Promise<void> {
    const { id } = this.#item();
    for (const [upload, file] of files.map((file) => [this.#begin(file.name), file] as const)) {
      await this.#carry(upload, async () => {
        if (file.size > READ_MAX) throw tooLarge(file);
        const content = await base64Of(file, (part) => this.#change(upload, { part }));
        return command("attachment.add", { item: id, name: file.name, content }, { ownErrors: true });
      });
    }
  }

  /** Asks for files with the system's dialog. False where there is none. */
  async choose(): Promise<boolean> {
    const dialogs = fileDialogs();
    if (!dialogs) return false;
    const { id } = this.#item();
    try {
      for (const path of (await dialogs.choose()) ?? []) {
        await this.#carry(this.#begin(path.split(/[\\/]/).at(-1) ?? path), () => command("attachment.add", { item: id, path }, { ownErrors: true }));
      }
    } catch (cause) {
      toasts.error(toRpcError(cause));
    }
    return true;
  }

  /** Takes a refused one off the list. */
  dismiss(key: number): void {
    this.uploads = this.uploads.filter((upload) => upload.key !== key);
  }

  async remove({ id }: Attachment): Promise<void> {
    await command("attachment.remove", { attachment: id }, {
      optimistic: (patch) => patchDetail(patch, this.#item().id, ({ attachments }) => ({ attachments: attachments.filter((other) => other.id !== id) })),
    });
  }

  /** Writes a copy where the person says. */
  async save(file: Attachment): Promise<void> {
    const dialogs = fileDialogs();
    if (!dialogs) return void (this.saving = file);
    try {
      const path = await dialogs.saveCopy(file.name);
      // The system's dialog has asked whether a file that is there may be replaced.
      if (path) await this.saveTo(file, path, true).then((error) => error && toasts.error(error));
    } catch (cause) {
      toasts.error(toRpcError(cause));
    }
  }

  async saveTo(file: Attachment, path: string, replace: boolean): Promise<RpcError | null> {
    const result = await command("attachment.save", { attachment: file.id, path, replace }, { ownErrors: true });
    if (result.ok) toasts.done(`Copy saved: ${result.value.path}`);
    return result.ok ? null : result.error;
  }

  #begin(name: string): number {
    const key = this.#next++;
    this.uploads = [...this.uploads, { key, name, part: 0, error: null }];
    return key;
  }

  async #carry(upload: number, run: () => Promise<{ ok: true } | { ok: false; error: RpcError }>): Promise<void> {
    try {
      const result = await run();
      if (result.ok) this.dismiss(upload);
      else this.#change(upload, { error: result.error });
    } catch (cause) {
      this.#change(upload, { error: unread(cause) });
    }
  }

  #change(key: number, change: Partial<Upload>): void {
    this.uploads = this.uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload));
  }
}

/** What of a drop or a paste can be kept. A text that also comes as a picture of itself is a text. */
export function filesOf(data: DataTransfer | null): File[] {
  if (!data || (data.types.includes("text/plain") && !data.types.includes("Files"))) return [];
  return [...data.files];
}

/** A pasted picture has no name of its own worth keeping. */
export function pasted(data: DataTransfer | null): File[] {
  if (data?.types.includes("text/plain")) return [];
  return filesOf(data).map((file) => (/^image\.\w+$/.test(file.name) ? new File([file], file.name.replace("image", "Pasted picture"), { type: file.type }) : file));
}

function tooLarge(file: File): RpcError {
  return { code: "attachment_too_large", message: `“${file.name}” has ${size(file.size)}, and 25 MB are allowed.`, hint: "Keep it elsewhere and put a link to it into the description." };
}

function unread(cause: unknown): RpcError {
  if (typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string") return toRpcError(cause);
  return { code: "attachment_unreadable", message: "It could not be read.", hint: "A folder can be attached as an archive." };
}
