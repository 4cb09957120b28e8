import type { Id, ImportFormat, ImportReport, Progress, Request, RpcError } from "$lib/contract";
import { command, query } from "$lib/data";
import { onProgress, rpc, toRpcError } from "$lib/host";
import { session } from "$lib/session.svelte";
import { machineZone } from "../product/zones";
import { base64Of, MAX_FILE, size } from "./bytes";
import { type Choice, type Mapping, withChoice } from "./fields";

/** The target that is not there yet. No product key looks like it. */
export const NEW = "*";
export const STEPS = ["file", "columns", "preview", "done"] as const;
export type Step = (typeof STEPS)[number];

/** A file on its way in: read, looked at, and in the end brought in as one action. Make it in a component's setup. */
export class ImportDraft {
  file = $state.raw<{ name: string; size: number } | null>(null);
  step = $state<Step>("file");
  stage = $state<"empty" | "reading" | "looking" | "ready" | "importing">("empty");
  /** Of reading the file, 0 to 1. */
  progress = $state(0);
  /** What the application is at, as it tells of itself. */
  work = $state.raw<Progress | null>(null);
  /** It was asked to stop and has not answered yet. */
  stopping = $state(false);
  report = $state.raw<ImportReport | null>(null);
  /** What was brought in. */
  result = $state.raw<ImportReport | null>(null);
  /** Why nothing can be made of the file, or why it was not brought in. */
  error = $state.raw<RpcError | null>(null);
  /** What was said of columns. */
  said = $state.raw<Mapping>({});
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
  #ticket: string | null = null;
  #look = query("product.suggestKey", () => (this.#keyTyped ? { name: this.name, key: this.#key } : null), { keep: true });

  keyError: RpcError | null = $derived(this.target === NEW && this.#keyTyped && !this.#look.isPlaceholderData ? (this.#look.data?.refusal ?? null) : null);
  /** Rows that would change something. */
  count = $derived((this.report?.items ?? 0) + (this.report?.changed ?? 0));
  readable = $derived(this.report !== null && this.report.refusal === null);
  ready = $derived(this.stage === "ready" && this.readable && this.count > 0 && !this.keyError && (this.target !== NEW || (this.name.trim() !== "" && this.#key !== "")));

  constructor() {
    $effect(() =>
      onProgress((progress) => {
        if (progress.ticket !== null && progress.ticket === this.#ticket) this.work = progress;
      }),
    );
  }

  get key(): string {
    return this.#key;
  }

  typeKey(text: string): void {
    this.#key = text.toUpperCase();
    this.#keyTyped = true;
  }

  /** Reads a file and asks what would become of it. A later choice overtakes an earlier one. */
  async choose(file: File): Promise<void> {
    const turn = this.#overtake();
    this.file = { name: file.name, size: file.size };
    this.#forget();
    this.step = "file";
    if (file.size > MAX_FILE) {
      return this.#fail({ code: "import_too_large", message: `${file.name} has ${size(file.size)}; a file may have ${size(MAX_FILE)}.`, hint: "Split it into smaller ones, each with the header row, and import them in turn." });
    }
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
    if (turn === this.#turn && this.report) this.step = this.report.refusal ? "columns" : "preview";
  }

  /** Another product to bring it into. */
  async aim(target: string): Promise<void> {
    this.target = target;
    if (!this.report) return;
    if (target === NEW) this.#own(this.report);
    await this.#preview(this.#overtake(), this.#where());
  }

  /** Reads it as something else than what its header says. */
  async readAs(format: ImportFormat): Promise<void> {
    this.#format = format;
    this.said = {};
    await this.#preview(this.#overtake(), this.#where());
  }

  /** Says what a column is, and looks at the file anew. */
  async map(column: string, choice: Choice): Promise<void> {
    this.said = withChoice(this.said, column, choice);
    const turn = this.#overtake();
    // A file whose titles were not found has no place yet either.
    if (this.report?.refusal) await this.#settle(turn);
    else await this.#preview(turn, this.#where());
  }

  /** Whether a step can be gone to from where it stands. */
  canGo(step: Step): boolean {
    if (this.stage === "importing" || this.step === "done") return false;
    if (step === "file") return true;
    if (step === "columns") return this.report?.canMap ?? false;
    return step === "preview" && this.readable;
  }

  go(step: Step): void {
    if (this.canGo(step)) this.step = step;
  }

  /** The next step, or the one before; those that have nothing to show are passed over. */
  turn(by: 1 | -1): boolean {
    for (let at = STEPS.indexOf(this.step) + by; at >= 0 && at < STEPS.length; at += by) {
      if (!this.canGo(STEPS[at]!)) continue;
      this.step = STEPS[at]!;
      return true;
    }
    return false;
  }

  /** Brings it in. Answers with the product, or null when it was refused or called off. */
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
    this.#over();
    if (result.ok) {
      this.result = result.value;
      this.step = "done";
      this.stage = "ready";
      return result.value.product.id;
    }
    this.error = result.error;
    this.stage = "ready";
    return null;
  }

  /** Calls off what is under way. What it had written is taken back by the application. */
  async stop(): Promise<void> {
    if (!this.#ticket || this.stopping) return;
    this.stopping = true;
    try {
      await rpc("import.cancel", { ticket: this.#ticket }, null);
    } catch (cause) {
      this.stopping = false;
      this.error = toRpcError(cause);
    }
  }

  /** As before any file was chosen. */
  clear(): void {
    this.#overtake();
    this.file = null;
    this.#forget();
    this.step = "file";
    this.stage = "empty";
  }

  /**
   * Chooses where it goes: where the file says; for a file that says nothing, to the product in view. That is tried
   * first, since a large file should not be looked at twice.
   */
  async #settle(turn: number): Promise<void> {
    const view = session.product;
    await this.#preview(turn, view ? { product: view.key } : {});
    if (turn === this.#turn && this.readable && this.report?.ownProduct.namedByFile && view) await this.#preview(turn, {});
    if (turn !== this.#turn || !this.report || this.report.refusal) return;
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
    this.#ticket = crypto.randomUUID();
    const mapping = Object.entries(this.said).map(([column, field]) => ({ column, field }));
    return {
      fileName: this.file?.name ?? "", content: this.#content, ticket: this.#ticket,
      ...(mapping.length > 0 ? { mapping } : {}), ...(this.#format ? { format: this.#format } : {}), ...where,
    };
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
    if (turn === this.#turn) this.#over();
  }

  /** Whatever is under way counts no longer, and need not go on. */
  #overtake(): number {
    if (this.#ticket && this.stage === "looking") void rpc("import.cancel", { ticket: this.#ticket }, null).catch(() => undefined);
    return ++this.#turn;
  }

  #over(): void {
    this.#ticket = null;
    this.work = null;
    this.stopping = false;
  }

  /** A file that could be read before keeps what was told of it, so that a wrong choice can be taken back. */
  #fail(error: RpcError): void {
    if (Object.keys(this.said).length === 0) this.report = null;
    this.error = error;
    this.stage = "ready";
  }

  #forget(): void {
    this.progress = 0;
    this.report = this.result = null;
    this.error = this.workspaceError = null;
    this.said = {};
    this.name = "";
    this.#content = "";
    this.#format = undefined;
  }
}
