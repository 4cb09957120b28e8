// Lets the UI run in a plain browser while developing: every request is one run of the `lineout` command line.
// Never part of a build: `apply: "serve"`.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, extname, join } from "node:path";
import type { Plugin } from "vite";

const POLL_MS = 250;
type Call = { name: string; request: Record<string, unknown>; actingAs: string | null };
type Failure = { code: string; message: string; hint: string };
type Outcome = { ok: true; answer: { value: unknown; [more: string]: unknown } } | { ok: false; error: Failure };

export function bridge(): Plugin {
  return {
    name: "lineout-bridge",
    apply: "serve",
    configureServer(server) {
      const shell = new Shell();
      server.middlewares.use("/rpc", (req, res) => void answer(shell, req, res));
      server.middlewares.use("/changes", (req, res) => changes(shell, req, res));
    },
  };
}

/** What the desktop shell is to a window: it knows which file is open. */
class Shell {
  cli = process.env.LINEOUT_CLI ?? "";
  /** Where a new workspace goes. */
  own = process.env.LINEOUT_WORKSPACE ?? "";
  file: string | null = this.own;
  recent: string[] = [];
  /** Calls that can be called off, by their ticket. */
  running = new Map<string, ChildProcess>();

  async call({ name, request, actingAs }: Call): Promise<Outcome> {
    if (!this.cli || !this.own) {
      return refused("bridge_not_set", "The development bridge does not know what to run.", "Set LINEOUT_CLI and LINEOUT_WORKSPACE, then start the dev server again.");
    }
    switch (name) {
      case "workspace.current":
        return this.current();
      case "workspace.create": {
        const path = typeof request.path === "string" ? named(request.path) : this.fresh();
        const made = await this.run(path, name, { name: request.name }, null);
        if (made.ok) this.now(path);
        return made;
      }
      case "workspace.open":
        return this.open(String(request.path));
      case "workspace.openSample": {
        const path = join(dirname(this.own), "sample.lineout");
        if (!existsSync(path)) await collect(this.cli, ["demo", path], "");
        return this.open(path);
      }
      case "workspace.close":
        this.file = null;
        return value({});
      case "import.cancel":
        // What was not committed when the process ends is taken back by the database.
        this.running.get(String(request.ticket))?.kill();
        return value({});
      case "workspace.places":
        return value({ recent: this.recent.filter((path) => existsSync(path)), fresh: this.fresh() });
    }
    // A file that is not there yet: what can be asked without one is answered, the rest refused by the command line.
    return this.run(this.file ?? this.fresh(), name, request, actingAs);
  }

  async current(): Promise<Outcome> {
    if (this.file === null || !existsSync(this.file)) return value({ open: null, problem: null });
    const found = await this.run(this.file, "workspace.current", {}, null);
    if (found.ok) this.now(this.file);
    return found.ok ? value({ ...(found.answer.value as object), problem: null }) : value({ open: null, problem: found.error });
  }

  async open(path: string): Promise<Outcome> {
    const found = await this.run(path, "workspace.current", {}, null);
    if (!found.ok) return found;
    this.now(path);
    return value((found.answer.value as { open: unknown }).open);
  }

  now(path: string): void {
    this.file = path;
    this.recent = [path, ...this.recent.filter((other) => other !== path)];
  }

  fresh(): string {
    const end = extname(this.own);
    const stem = this.own.slice(0, this.own.length - end.length);
    for (let n = 1; ; n++) {
      const path = n === 1 ? this.own : `${stem}-${n}${end}`;
      if (!existsSync(path)) return path;
    }
  }

  async run(path: string, name: string, request: unknown, actingAs: string | null): Promise<Outcome> {
    const as = actingAs ? ["--as", actingAs] : [];
    const ticket = (request as { ticket?: string } | null)?.ticket;
    const { out, err, killed } = await collect(this.cli, ["-w", path, ...as, "answer", name, "-"], JSON.stringify(request), (run) => {
      if (ticket) this.running.set(ticket, run);
    });
    if (ticket) this.running.delete(ticket);
    if (killed) return refused("called_off", "It was called off. Nothing was written.", "Start it again when you want it.");
    try {
      return out.trim() !== "" ? { ok: true, answer: JSON.parse(out) as never } : { ok: false, error: JSON.parse(err) as Failure };
    } catch {
      return refused("bridge_failed", err || out || "The command line said nothing.", "Check LINEOUT_CLI.");
    }
  }

  /** Changes whenever the open file or its write-ahead log moves on, whoever wrote. */
  stamp(): string {
    const file = this.file ?? "";
    return [file, `${file}-wal`]
      .map((path) => statSync(path, { throwIfNoEntry: false }))
      // Every run of the command line makes an empty log and removes it again: only one that holds something tells of a write.
    .map((stat) => (stat && stat.size > 0 ? `${stat.mtimeMs}:${stat.size}` : "-"))
      .concat(file)
      .join("/");
  }
}

async function answer(shell: Shell, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const outcome = await shell.call(JSON.parse(await text(req)) as Call);
  if (res.writableEnded) return;
  res.writeHead(outcome.ok ? 200 : 400, { "content-type": "application/json" });
  res.end(JSON.stringify(outcome.ok ? outcome.answer : outcome.error));
}

/** Server-sent events: one `changed` each time the stamp is another. */
function changes(shell: Shell, req: IncomingMessage, res: ServerResponse): void {
  res.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  res.write(":\n\n");
  let seen = shell.stamp();
  const timer = setInterval(() => {
    const now = shell.stamp();
    if (now !== seen) res.write(`data: ${JSON.stringify({ topics: [] })}\n\n`);
    seen = now;
  }, POLL_MS);
  req.on("close", () => clearInterval(timer));
}

type Said = { out: string; err: string; killed: boolean };

async function collect(command: string, args: string[], input: string, onrun?: (run: ChildProcess) => void): Promise<Said> {
  const run = spawn(command, args);
  onrun?.(run);
  const failed = new Promise<Said>((resolve) => run.on("error", (error) => resolve({ out: "", err: error.message, killed: false })));
  run.stdin.on("error", () => undefined); // it may refuse before reading; its exit says why
  run.stdin.end(input);
  const said = Promise.all([text(run.stdout), text(run.stderr)]).then(([out, err]) => ({ out, err, killed: run.killed }));
  return Promise.race([failed, said]);
}

function named(path: string): string {
  return extname(path) ? path : `${path}.lineout`;
}

function value(value: unknown): Outcome {
  return { ok: true, answer: { value, action: null, guidance: [] } };
}

function refused(code: string, message: string, hint: string): Outcome {
  return { ok: false, error: { code, message, hint } };
}

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString("utf8");
}
