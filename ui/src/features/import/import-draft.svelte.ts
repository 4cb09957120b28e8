import type { Id, ImportFormat, ImportReport, Request, RpcError } from "$lib/contract";
import { command, query } from "$lib/data";
import { rpc, toRpcError } from "$lib/host";
import { session } from "$lib/session.svelte";
import { machineZone } from "../product/zones";
import { base64Of } from "./bytes";

/** The target that is not there yet. No product key looks like it. */
export const NEW = "*";

/** A file on its way in: read, looked at, and in the end brought in as one action. Make it in a component's setup. */
export class ImportDraft {
  file = $state.raw<{ name: string; size: number } | null>(null);
  stage = $state<"empty" | "reading" | "looking" | "ready" | "importing">("empty");
  /** Of reading the file, 0 to 1. */
  progress = $state(0);
  report = $state.raw<ImportReport | null>(null);
  /** Why nothing can be made of the file, or why it was not brought in. */
  error = $state.raw<RpcError | null>(null);
  /** A product's key, or `NEW`. */
  target = $state<string>(NEW);
  name = $state("");
  /** Of the workspace that is made for it where none is open. */
  workspaceName = $state("");
  workspaceError = $state.raw<RpcError | null>(null);
  #key = $state("");
  #keyTyped = $state(false);
  #content = "";
  #format: ImportFormat | undefined;
  #turn = 0;
  #look = query("product.suggestKey", () => (this.#keyTyped ? { name: this.name, key: this.#key } : null), { keep: true });

  keyError: RpcError | null = $derived(this.target === NEW && this.#keyTyped && !this.#look.isPlaceholderData ? (this.#look.data?.refusal ?? null) : null);
  /** Rows that would change something. */
  count = $derived((this.report?.items ?? 0) + (this.report?.updated ?? 0));
  ready = $derived(this.stage === "ready" && this.report !== null && this.count > 0 && !this.keyError && (this.target !== NEW || (this.name.trim() !== "" && this.#key !== "")));

  get key(): string {
    return this.#key;
  }

  typeKey(text: string): void {
    this.#key = text.toUpperCase();
    this.#keyTyped = true;
  }

  /** Reads a file and asks what would become of it. A later choice overtakes an earlier one. */
  async choose(file: File): Promise<void> {
    const turn = ++this.#turn;
    this.file = { name: file.name, size: file.size };
    this.#forget();
    this.stage = "reading";
    try {
      const content = await base64Of(file, (part) => turn === this.#turn && (this.progress = part));
      if (turn !== this.#turn) return;
      this.#content = content;
    } catch (cause) {
      if (turn !== this.#turn) return;
      const why = cause instanceof Error ? cause.message : String(cause);
      return this.#fail({ code: "file_unreadable", message: `${file.name} could not be read: ${why}`, hint: "Check that it is a file, still there and not open elsewhere, and choose it again." });
    }
    await this.#settle(turn);
  }

  /** Another product to bring it into. */
  async aim(target: string): Promise<void> {
    this.target = target;
    if (!this.report) return;
    if (target === NEW) this.#own(this.report);
    await this.#preview(++this.#turn, this.#where());
  }

  /** Reads it as something else than what its header says. */
  async readAs(format: ImportFormat): Promise<void> {
    this.#format = format;
    await this.#preview(++this.#turn, this.#where());
  }

  /** Brings it in. Answers with the product, or null when it was refused. */
  async run(): Promise<Id | null> {
    if (!this.ready || !this.file) return null;
    this.stage = "importing";
    this.error = this.workspaceError = null;
    if (!session.workspace) {
      const made = await command("workspace.create", { name: this.workspaceName.trim() || this.name }, { ownErrors: true, quiet: true });
      if (!made.ok) {
        this.workspaceError = made.error;
        this.stage = "ready";
        return null;
      }
    }
    const result = await command("import.run", this.#request(this.#where()), { ownErrors: true });
    if (result.ok) return result.value.product.id;
    this.error = result.error;
    this.stage = "ready";
    return null;
  }

  /** As before any file was chosen. */
  clear(): void {
    this.#turn++;
    this.file = null;
    this.#forget();
    this.stage = "empty";
  }

  /**
   * Chooses where it goes: where the file says; for a file that says nothing, to the product in view. That is tried
   * first, since a large file should not be looked at twice.
   */
  async #settle(turn: number): Promise<void> {
    const view = session.product;
    await this.#preview(turn, view ? { product: view.key } : {});
    if (turn === this.#turn && this.report?.ownProduct.namedByFile && view) await this.#preview(turn, {});
    if (turn !== this.#turn || !this.report) return;
    this.#own(this.report);
    this.target = this.report.product.created ? NEW : this.report.product.key;
  }

  #own(report: ImportReport): void {
    this.#key = report.ownProduct.key;
    this.name ||= report.ownProduct.name;
    this.#keyTyped = false;
  }

  #where(): Pick<Request<"import.run">, "product" | "newProduct"> {
    if (this.target !== NEW) return { product: this.target };
    return { newProduct: { key: this.#key, name: this.name, timeZone: machineZone() } };
  }

  #request(where: Partial<Request<"import.run">>): Request<"import.run"> {
    return { fileName: this.file?.name ?? "", content: this.#content, ...(this.#format ? { format: this.#format } : {}), ...where };
  }

  async #preview(turn: number, where: Partial<Request<"import.run">>): Promise<void> {
    this.stage = "looking";
    this.error = null;
    try {
      // Not through the query cache: the file itself would be the key.
      const { value } = await rpc("import.preview", this.#request(where), null);
      if (turn !== this.#turn) return;
      this.report = value;
      this.stage = "ready";
    } catch (cause) {
      if (turn === this.#turn) this.#fail(toRpcError(cause));
    }
  }

  #fail(error: RpcError): void {
    this.report = null;
    this.error = error;
    this.stage = "ready";
  }

  #forget(): void {
    this.progress = 0;
    this.report = null;
    this.error = this.workspaceError = null;
    this.name = "";
    this.#content = "";
    this.#format = undefined;
  }
}
