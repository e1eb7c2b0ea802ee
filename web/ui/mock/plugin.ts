// A stand-in for `attune serve` while the page is worked on: `npm run dev`, and the page's tests where no program is
// built. Everything is invented from a seed. It is never part of what is built.
import { request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { routes } from "./routes";

/** The address of a running `attune serve`, where that is to answer instead of the invented world. */
const program = process.env.ATTUNE_API;

/** Passes a call on to the program, as if the page had come from it. */
function pass(request: IncomingMessage, response: ServerResponse): void {
  const { host } = new URL(program ?? "");
  const headers = { ...request.headers, host, ...(request.headers.origin ? { origin: program } : {}) };
  const passed = ask(`${program}${request.url}`, { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on("error", () => response.destroy());
  request.pipe(passed);
}

function body(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => resolve(Buffer.concat(parts)));
  });
}

async function handle(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  const url = new URL(request.url ?? "/", "http://x");
  if (!url.pathname.startsWith("/api/v1/")) return next();
  if (program) return pass(request, response);
  const answer = await routes(request.method ?? "GET", url.pathname.slice(7), url.searchParams, await body(request), response);
  if (answer === undefined) return;
  const error = answer as { error?: { code: string } };
  response.statusCode = error.error ? (error.error.code === "not_found" ? 404 : 400) : 200;
  if (Buffer.isBuffer(answer)) {
    response.setHeader("Content-Type", "application/octet-stream");
    response.end(answer);
    return;
  }
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(answer));
}

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function mock(): Plugin {
  return {
    name: "mock",
    configureServer: (server) => {
      server.middlewares.use((request, response, next) => void handle(request, response, next));
    },
    configurePreviewServer: (server) => {
      server.middlewares.use((request, response, next) => {
        response.setHeader("Content-Security-Policy", POLICY);
        void handle(request, response, next);
      });
    },
  };
}
