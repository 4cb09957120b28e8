// Lets the UI run in a plain browser while developing: every request is one run of the `lineout` command line.
// Never part of a build: `apply: "serve"`.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";

const POLL_MS = 250;
type Call = { name: string; request: unknown; actingAs: string | null };

export function bridge(): Plugin {
  return {
    name: "lineout-bridge",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/rpc", (req, res) => void answer(req, res));
      server.middlewares.use("/changes", (req, res) => changes(req, res));
    },
  };
}

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const call = JSON.parse(await text(req)) as Call;
  const cli = process.env.LINEOUT_CLI;
  const workspace = process.env.LINEOUT_WORKSPACE;
  if (!cli || !workspace) {
    return send(res, 400, failure("bridge_not_set", "The development bridge does not know what to run.", "Set LINEOUT_CLI and LINEOUT_WORKSPACE, then start the dev server again."));
  }
  if (call.name === "workspace.current" && !existsSync(workspace)) {
    return send(res, 200, { value: { open: null }, action: null, guidance: [] });
  }
  const as = call.actingAs ? ["--as", call.actingAs] : [];
  const run = spawn(cli, ["-w", workspace, ...as, "answer", call.name, "-"]);
  run.on("error", (error) => send(res, 500, failure("bridge_failed", error.message, "Check LINEOUT_CLI.")));
  run.stdin.on("error", () => undefined); // it may refuse before reading; its exit says why
  run.stdin.end(JSON.stringify(call.request));
  const [out, err] = await Promise.all([text(run.stdout), text(run.stderr)]);
  if (res.writableEnded) return;
  try {
    const ok = out.trim() !== "";
    send(res, ok ? 200 : 400, JSON.parse(ok ? out : err));
  } catch {
    send(res, 500, failure("bridge_failed", err || out || "The command line said nothing.", "Check LINEOUT_CLI."));
  }
}

/** Server-sent events: one `changed` whenever the file or its write-ahead log moved on, whoever wrote. */
function changes(req: IncomingMessage, res: ServerResponse): void {
  res.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  res.write(":\n\n");
  let seen = stamp();
  const timer = setInterval(() => {
    const now = stamp();
    if (now !== seen) res.write(`data: ${JSON.stringify({ topics: [] })}\n\n`);
    seen = now;
  }, POLL_MS);
  req.on("close", () => clearInterval(timer));
}

function stamp(): string {
  const file = process.env.LINEOUT_WORKSPACE ?? "";
  return [file, `${file}-wal`]
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .map((stat) => (stat ? `${stat.mtimeMs}:${stat.size}` : "-"))
    .join("/");
}

function failure(code: string, message: string, hint: string) {
  return { code, message, hint };
}

function send(res: ServerResponse, status: number, body: unknown): void {
  if (res.writableEnded) return;
  res.writeHead(status, { "content-type": "application/json" });
  res.end(JSON.stringify(body));
}

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString("utf8");
}
