// Talks to `attune serve` on the same origin: the session's token, errors with the server's words, uploads, jobs.
import { app } from "../state.svelte";
import type { Job, ListedJob, Routes, Session, Undo } from "./types";

const BASE = "/api/v1";

/** The paths that a method has; `{name}` in one is filled from what is asked. */
type Path<M extends string> = keyof Routes extends infer Key ? (Key extends `${M} ${infer P}` ? P : never) : never;
type Route<M extends string, P extends string> = `${M} ${P}` extends keyof Routes ? Routes[`${M} ${P}`] : never;
type Asked<M extends string, P extends string> = Route<M, P>["asked"];
type Body<M extends string, P extends string> = Route<M, P>["body"];
export type Answer<M extends string, P extends string> = Route<M, P>["answer"];
/** What a path and a query are made of. */
type Values = { readonly [name: string]: string | number | boolean | string[] | number[] | undefined };

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
    session = get("/session").then((answer) => (app.session = answer));
    session.catch(() => (session = null));
  }
  return session;
}

/** The address of `path` for the chosen person, its `{names}` filled from `values`, the rest behind it; for links to files as well. */
export function address(path: string, values: Values = {}): string {
  const words = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join("|") : String(value);
    if (path.includes(`{${key}}`)) path = path.replace(`{${key}}`, () => encodeURIComponent(text));
    else words.set(key, text);
  }
  if (app.person) words.set("person", app.person);
  const text = words.toString();
  return BASE + path + (text ? "?" + text : "");
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

/** One call of the API; throws `ApiError`. That the answer is of its shape is held by tests/web/answers_test.py. */
async function call<M extends string, P extends string>(method: M, path: P, values: Values, body?: unknown, signal?: AbortSignal): Promise<Answer<M, P>> {
  const answer = await ask(method, address(path, values), body, signal);
  const value = await answer.json();
  if ("notice" in value) app.notice = String(value.notice);
  return value;
}

/** With `signal` an answer that nobody waits for any more is given up, by the server too. */
export const get = <P extends Path<"GET">>(path: P, ...[asked, signal]: Given<"GET", P>) => call("GET", path, asked ?? {}, undefined, signal);
export const post = <P extends Path<"POST">>(path: P, body: Body<"POST", P>, ...[asked]: Given<"POST", P>) => call("POST", path, asked ?? {}, body);
export const erase = <P extends Path<"DELETE">>(path: P, ...[asked]: Given<"DELETE", P>) => call("DELETE", path, asked ?? {});

/** What is asked may be left out where nothing of it is needed. */
type Given<M extends string, P extends string> =
  Record<string, never> extends Asked<M, P> ? [asked?: Asked<M, P>, signal?: AbortSignal] : [asked: Asked<M, P>, signal?: AbortSignal];

/** Takes a change back, as the answer that made it says how. */
export const takeBack = ({ method, path, body }: Undo) => ask(method, path, body ?? undefined);

type Upload = "/imports" | "/lab/tables";

/** Sends `file`; `progress` hears the share that has arrived, 0 to 1. */
export async function upload<P extends Upload>(path: P, file: File, progress: (share: number) => void, asked: Omit<Asked<"POST", P>, "name">): Promise<Answer<"POST", P>> {
  const { token } = await openSession();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(path, { ...asked, name: file.name }));
    request.setRequestHeader("X-Attune-Token", token);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new ApiError("offline", "The upload was cut off: attune does not answer."));
    request.onload = () => {
      const answer = JSON.parse(request.responseText || "{}");
      if (request.status < 300) resolve(answer);
      else reject(new ApiError(answer.error?.code ?? "bug", answer.error?.message ?? "", request.status));
    };
    request.send(file);
  });
}

/** Follows a job to its end; `progress` hears how far it is. Throws when it fails or is cancelled. */
export function follow(job: ListedJob, progress: (job: ListedJob) => void): Promise<Job> {
  progress(job);
  return new Promise((resolve, reject) => {
    const events = new EventSource(`${BASE}/jobs/${job.job}/events`);
    const settle = (last: Job) => {
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
      get("/jobs/{job}", { job: String(job.job) }).then((now) => {
        if (now.state !== "running" && now.state !== "waiting") settle(now);
        else setTimeout(() => follow(now, progress).then(resolve, reject), 1000);
      }, reject);
    };
  });
}

type Work = "/train" | "/evaluations" | "/lab/studies" | "/sample";

/** Starts a job and follows it. */
export const work = async <P extends Work>(path: P, body: Body<"POST", P>, progress: (job: ListedJob) => void) => follow(await call("POST", path, {}, body), progress);

