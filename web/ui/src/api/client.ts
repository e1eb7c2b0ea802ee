// Talks to `attune serve` on the same origin: the session's token, errors with the server's words, uploads, jobs.
import { app } from "../state.svelte";
import type { Job, Session, Undo } from "./types";

const BASE = "/api/v1";

/** What went wrong: `code` as in docs/reference/api.md, or `offline` where the server does not answer. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 0,
  ) {
    super(message);
  }
}

let session: Promise<Session> | null = null;

/** The session, asked for once; `fresh` asks again (the server was started anew). */
export function openSession(fresh = false): Promise<Session> {
  if (fresh || !session) {
    session = call<Session>("GET", "/session").then((answer) => (app.session = answer));
    session.catch(() => (session = null));
  }
  return session;
}

/** The address of `path` for the chosen person; for links to files as well. */
export function address(path: string, query: Record<string, string | number | boolean | undefined> = {}): string {
  const words = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) words.set(key, String(value));
  if (app.person) words.set("person", app.person);
  const text = words.toString();
  return BASE + path + (text ? (path.includes("?") ? "&" : "?") + text : "");
}

async function send(method: string, url: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = {};
  if (method !== "GET") headers["X-Attune-Token"] = (await openSession()).token;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    return await fetch(url, { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (error) {
    if (signal?.aborted) throw error;
    app.offline = true;
    throw new ApiError("offline", "attune does not answer.");
  }
}

async function errorOf(answer: Response): Promise<ApiError> {
  const words = await answer.json().catch(() => null);
  const error = words?.error ?? { code: "bug", message: `the server said ${answer.status}` };
  return new ApiError(error.code, error.message, answer.status);
}

/** Sends once more with a new token where a change was refused: each start of the server has its own. */
export async function ask(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  let answer = await send(method, url, body, signal);
  if (answer.status === 403 && method !== "GET") {
    await openSession(true);
    answer = await send(method, url, body, signal);
  }
  app.offline = false;
  if (!answer.ok) throw await errorOf(answer);
  return answer;
}

/** One call of the API; throws `ApiError`. */
export async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const answer = await ask(method, path.startsWith(BASE) ? path : address(path), body, signal);
  const value = await answer.json();
  if (value && typeof value === "object" && "notice" in value) app.notice = String(value.notice);
  return value as T;
}

/** With `signal` an answer that nobody waits for any more is given up, by the server too. */
export const get = <T>(path: string, query: Record<string, string | number | boolean | undefined> = {}, signal?: AbortSignal) =>
  call<T>("GET", address(path, query), undefined, signal);
export const post = <T>(path: string, body: unknown = {}) => call<T>("POST", path, body);

/** Takes a change back, as the answer that made it says how. */
export const takeBack = (undo: Undo) => call(undo.method, undo.path, undo.body ?? undefined);

/** Sends `file` to `path`, as an import where none is named; `progress` hears the share that has arrived, 0 to 1. */
export async function upload<T = Job>(file: File, progress: (share: number) => void, path = "/imports"): Promise<T> {
  const { token } = await openSession();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(path, { name: file.name }));
    request.setRequestHeader("X-Attune-Token", token);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new ApiError("offline", "The upload was cut off: attune does not answer."));
    request.onload = () => {
      const answer = JSON.parse(request.responseText || "{}");
      if (request.status < 300) resolve(answer as T);
      else reject(new ApiError(answer.error?.code ?? "bug", answer.error?.message ?? "", request.status));
    };
    request.send(file);
  });
}

/** Follows a job to its end; `progress` hears how far it is. Throws when it fails or is cancelled. */
export function follow<R>(job: Job, progress: (job: Job) => void): Promise<Job<R>> {
  progress(job);
  return new Promise((resolve, reject) => {
    const events = new EventSource(`${BASE}/jobs/${job.job}/events`);
    const settle = (last: Job<R>) => {
      events.close();
      progress(last);
      if (last.state === "done") resolve(last);
      else if (last.state === "cancelled") reject(new ApiError("cancelled", "Cancelled. The library is as before."));
      else reject(new ApiError(last.error?.code ?? "bug", last.error?.message ?? "The job failed."));
    };
    events.addEventListener("progress", (event) => progress(JSON.parse((event as MessageEvent).data)));
    events.addEventListener("end", (event) => settle(JSON.parse((event as MessageEvent).data)));
    // A closed stream is opened again by the browser; where it cannot be, the job itself is asked.
    events.onerror = () => {
      if (events.readyState !== EventSource.CLOSED) return;
      call<Job<R>>("GET", `/jobs/${job.job}`).then((now) => {
        if (now.state !== "running" && now.state !== "waiting") settle(now);
        else setTimeout(() => follow<R>(now, progress).then(resolve, reject), 1000);
      }, reject);
    };
  });
}

/** Starts a job and follows it. */
export async function work<R>(path: string, body: unknown, progress: (job: Job) => void): Promise<Job<R>> {
  return follow<R>(await post<Job>(path, body), progress);
}
