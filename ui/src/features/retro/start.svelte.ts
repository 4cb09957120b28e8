import type { Id, RetroFormat, RpcError, Retros } from "$lib/contract";
import type { RetroRoom } from "./room.svelte";

const NONE = "none";
export const FORMATS: Record<RetroFormat, string> = {
  wentWell: "Went well, to improve", startStop: "Start, stop, continue", fourLs: "4Ls", madSadGlad: "Mad, sad, glad", sailboat: "Sailboat", own: "Own columns",
};

/** How the next retrospective is to be held: as the last one was, unless changed. */
export class Starting {
  #room: RetroRoom;
  #list: () => Retros;
  sprint = $state<string>("");
  format = $state<RetroFormat>("wentWell");
  own = $state("");
  signed = $state<"named" | "anonymous">("named");
  votes = $state("4");
  several = $state(true);
  error = $state.raw<RpcError | null>(null);
  busy = $state(false);

  constructor(room: RetroRoom, list: () => Retros) {
    this.#room = room;
    this.#list = list;
    const { next, subjects, formats } = list();
    this.sprint = subjects[0]?.sprint ?? NONE;
    this.format = next.format;
    this.own = (formats.find((one) => one.format === "own")?.columns ?? []).join("\n");
    this.signed = next.anonymous ? "anonymous" : "named";
    this.votes = String(next.votesEach);
    this.several = next.votesSeveral;
  }

  get columns(): string[] {
    if (this.format === "own") return this.own.split("\n").map((name) => name.trim()).filter(Boolean);
    return this.#list().formats.find((one) => one.format === this.format)?.columns ?? [];
  }

  fault(field: "columns" | "votes"): string | undefined {
    const { code, message, hint } = this.error ?? {};
    if (field === "votes" && this.#votesFault) return this.#votesFault;
    const here = field === "votes" ? code === "retro_votes_each" : code?.startsWith("retro_column");
    return here ? `${message} ${hint}` : undefined;
  }

  /** What no field is to blame for. */
  get rest(): RpcError | null {
    return this.error && !this.fault("columns") && !this.fault("votes") ? this.error : null;
  }

  /** What is wrong with the votes as they are typed; how many are too many the app says. */
  #votesFault = $state<string | undefined>();

  async send(): Promise<boolean> {
    const votes = Number(this.votes);
    this.#votesFault = this.votes.trim() === "" || !Number.isInteger(votes) ? "Votes each are a whole number, such as 4." : undefined;
    if (this.#votesFault) return false;
    this.busy = true;
    this.error = await this.#room.start({
      sprint: this.sprint === NONE ? undefined : (this.sprint as Id),
      format: this.format,
      columns: this.format === "own" ? this.columns : undefined,
      anonymous: this.signed === "anonymous",
      votesEach: Math.max(0, votes),
      votesSeveral: this.several,
    });
    this.busy = false;
    return this.error === null;
  }
}
