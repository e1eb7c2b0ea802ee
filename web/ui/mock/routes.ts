// The routes of docs/reference/api.md, answered with what the program answered once (answers.json), under the names that are
// asked for now. What is changed is forgotten at the end.
import type { ServerResponse } from "node:http";
import { evaluationOf, importOf } from "../src/api/results";
import type { BlockedArtist, ChangedLabel, Cycle, Discovery, Doctor, ExaminedPlaylist, Failure, History, ImportReport, Job, LabelledTrack, Labels, Pick, Picks, PlaylistDetail, Playlists,
  Routes, Status, Tastes, TrackDetail, TrackDetails, Undo } from "../src/api/types";
import { explore } from "./explore";
import { lab, study } from "./lab";
import { matches, missing } from "./matches";
import { answerOf, jobOf, playlistsShown } from "./recorded";
import { trackOf, tracks } from "./world";

type Label = LabelledTrack["label"];
type Dial = Routes["GET /discover"]["asked"];
type Begun = { kind: Job["kind"]; stages: string[]; result: () => Job["result"]; undo?: Undo | null; wait?: number };

let empty = process.env.MOCK_EMPTY === "1";
let sample = false;
let picks: Pick[] = [];
const labels = new Map<string, Label>();
const blocked = new Set<string>();
const cycles: Cycle[] = [];
const jobs: Job[] = [];
const listed = answerOf("GET /playlists").playlists;
export const playlists: PlaylistDetail[] = playlistsShown();
const tastes = answerOf("GET /people/tastes");
const { run } = answerOf("GET /runs").runs[0];
const brief = ({ id, artist, title, uri }: TrackDetail | Pick) => ({ id, artist, title, uri });

/** The recorded picks in an order that the dials have a say in. */
function choose(dial: Dial): Pick[] {
  const off = (value: number | undefined) => (value ?? 0.5) - 0.5;
  const lean = (pick: Pick) => pick.score + off(dial.familiarity) * (pick.new_artist ? -6 : 6) + off(dial.popularity) * (pick.title.length % 7) + off(dial.diversity) * (pick.artist.length % 5);
  const left = answerOf("POST /discover").picks.filter((pick) => !blocked.has(pick.artist) && !pick.genres.some((genre) => dial.exclude_genres?.includes(genre)));
  return left.sort((a, b) => lean(b) - lean(a)).slice(0, Math.min(dial.count ?? 30, 30)).map((pick, i) => ({ ...pick, rank: i + 1 }));
}

function discover(dial: Dial, keep: boolean): Discovery {
  const list = choose(dial);
  const recorded = answerOf("POST /discover");
  if (!keep) return { ...recorded, run, cycle: cycles.length + 1, picks: list };
  picks = list;
  cycles.push({ cycle: cycles.length + 1, run, at: new Date().toISOString(), offered: list.length, liked: 0, disliked: 0, skipped: 0, acceptance: null });
  return { ...recorded, run, cycle: cycles.length, picks };
}

function asImported(): ImportReport {
  const imported = importOf(jobOf("/imports"));
  if (!imported) throw new Error("answers.json has no import");
  const { changed: _, ...report } = imported;
  return report;
}

const WORK: Record<"import" | "sample" | "train" | "evaluate", Begun> = {
  import: { kind: "import", stages: ["reading", "storing"], result: () => ((empty = false), jobOf("/imports").result) },
  sample: { kind: "sample", stages: ["inventing", "importing", "learning", "choosing"], result: () => ((empty = false), (sample = true), discover({}, true), asImported()) },
  train: { kind: "train", stages: ["stage 1", "stage 2"], result: () => jobOf("/train").result },
  evaluate: { kind: "evaluate", stages: ["cut 1", "cut 2", "intervals"], result: () => evaluationOf(jobOf("/evaluations")) },
};

function start({ kind, stages, result, wait = 40 }: Begun): Job {
  const job: Job = { job: jobs.length + 1, kind, state: "running", stage: stages[0], done: 0, total: 10, asked_at: new Date().toISOString(), ended_at: null, error: null, undo: null, result: null };
  jobs.unshift(job);
  const timer = setInterval(() => {
    if (job.state === "cancelled") return clearInterval(timer);
    job.done++;
    job.stage = stages[Math.min(stages.length - 1, Math.floor((job.done / 10) * stages.length))];
    if (job.done < 10) return;
    clearInterval(timer);
    job.result = result();
    job.ended_at = new Date().toISOString();
    job.state = "done";
  }, wait);
  return job;
}

function events(job: Job, response: ServerResponse): undefined {
  response.setHeader("Content-Type", "text/event-stream");
  const timer = setInterval(() => {
    const over = job.state !== "running";
    response.write(`event: ${over ? "end" : "progress"}\ndata: ${JSON.stringify(job)}\n\n`);
    if (over) {
      clearInterval(timer);
      response.end();
    }
  }, 50);
}

function job(method: string, [, , number, more]: string[], response: ServerResponse): object | undefined {
  if (!number) return { jobs: jobs.map(({ result: _, ...rest }) => rest) };
  const found = jobs.find((one) => one.job === Number(number));
  if (!found) return missing(`job ${number}`);
  if (more === "events") return events(found, response);
  if (method === "POST") Object.assign(found, { state: "cancelled", ended_at: new Date().toISOString() });
  return found;
}

function status(): Status {
  for (const row of cycles.slice(-1)) {
    const count = (label: Label) => picks.filter((pick) => labels.get(pick.id) === label).length;
    Object.assign(row, { liked: count("like"), disliked: count("dislike"), skipped: count("skip") });
    row.acceptance = row.liked + row.disliked > 0 ? row.liked / (row.liked + row.disliked) : null;
  }
  const recorded = answerOf("GET /status");
  const [last] = recorded.runs;
  return { ...recorded, playlists: playlists.length, cycles, runs: [last, { ...last, run: last.run + 1, is_current: false }].reverse() };
}

function history(from: string, to: string): History {
  const recorded = answerOf("GET /history");
  const months = empty ? [] : recorded.months.filter((one) => one.month + "-01" >= from && one.month + "-01" < to);
  const sum = (key: "plays" | "skips" | "hours") => months.reduce((all, one) => all + one[key], 0);
  const some = months.length > 0;
  return { ...recorded, first: some ? recorded.first : null, last: some ? recorded.last : null, plays: sum("plays"), skips: sum("skips"), hours: sum("hours"), months,
    top_artists: some ? recorded.top_artists : [], top_tracks: some ? recorded.top_tracks : [] };
}

const kept = (): Picks => ({ cycle: cycles.length || null, run: cycles.length ? run : null,
  picks: picks.map(({ low, high, ...pick }) => ({ ...pick, low: low ?? undefined, high: high ?? undefined, label: labels.get(pick.id) ?? null })) });

const said = (): Labels => ({ labels: [...labels].flatMap(([id, label]) => {
  const track = picks.find((pick) => pick.id === id) ?? trackOf(id);
  return track ? [{ ...brief(track), label, at: new Date().toISOString() }] : [];
}), blocked_artists: [...blocked] });

const LABELS: Label[] = ["like", "dislike", "skip"];
function label(body: Routes["POST /labels"]["body"]): ChangedLabel | BlockedArtist | Failure {
  if (body.artist) {
    if (body.blocked) blocked.add(body.artist);
    else blocked.delete(body.artist);
    return { artist: body.artist, blocked: body.blocked ?? true };
  }
  const track = picks.find((pick) => pick.id === body.track) ?? trackOf(body.track ?? "");
  if (!track) return missing(`track ${body.track}`);
  const before = labels.get(track.id) ?? null;
  const now = LABELS.find((one) => one === body.label) ?? null;
  if (now) labels.set(track.id, now);
  else labels.delete(track.id);
  return { ...brief(track), label: now, before };
}

const shelf = (): Playlists => ({ playlists: playlists.map(({ id, name, kind, tracks }) => ({ id, name, kind, tracks, versions: 1, people: listed.find((one) => one.id === id)?.people ?? [] })) });

/** Names that people gave each other, wherever they stand. */
function rename(from: string, to: string): Tastes {
  const named = (name: string | null) => (name === from ? to : name ?? "");
  for (const one of tastes.people) one.person = named(one.person);
  for (const one of tastes.pairs) Object.assign(one, { a: named(one.a), b: named(one.b), text: one.text.replaceAll(from, to) });
  for (const one of listed) one.people = one.people.map(named);
  for (const entry of playlists.flatMap((one) => one.entries)) entry.added_by = entry.added_by === from ? to : entry.added_by;
  return tastes;
}

function doctor(body: Routes["POST /playlists/doctor"]["body"]): Doctor {
  const meant = (id: string) => !body.playlists?.length || body.playlists.includes(id);
  const recorded = answerOf("POST /playlists/doctor");
  const examined: ExaminedPlaylist[] = playlists.filter(({ id }) => meant(id)).flatMap((one) => recorded.playlists.filter(({ id }) => id === one.id));
  const changes = recorded.changes.filter((change) => meant(change.playlist.id));
  if (body.apply)
    for (const one of playlists) one.entries = one.entries.filter((entry) => !changes.some((change) => change.playlist.id === one.id && change.position === entry.position));
  return { playlists: examined, changes, change: body.apply && changes.length > 0 ? 5 : null };
}

function make({ name, tracks: ids }: Routes["POST /playlists"]["body"]): object {
  if (playlists.some((one) => one.name === name)) return { error: { code: "conflict", message: `there is a playlist ${name} already` } };
  const entries = ids.flatMap((id) => trackOf(id) ?? []).map((track, i) => ({ position: i + 1, ...brief(track), added_at: null, added_by: null }));
  const id = `playlist:${100 + playlists.length}`;
  playlists.push({ ...playlists[0], id, name, kind: "attune", tracks: entries.length, with_sound: entries.length, with_genres: entries.length, entries });
  return { id, name, tracks: entries.length, change: playlists.length };
}

function takeBack(): object {
  const last = playlists.length > listed.length ? playlists.pop() : undefined;
  if (!last) return missing("change to take back");
  return { change: playlists.length + 2, undone: { change: playlists.length + 1, text: `made ${last.name}`, at: new Date().toISOString() }, playlists: [{ id: last.id, name: last.name, tracks: 0 }] };
}

function onPlaylists(method: string, [, , what, more]: string[], body: Routes["POST /playlists"]["body"] & Routes["POST /playlists/doctor"]["body"] & Routes["POST /playlists/{playlist}/decisions"]["body"]): object {
  if (method === "GET" && !what) return shelf();
  if (method === "POST" && !what) return make(body);
  if (what === "doctor") return doctor(body);
  if (what === "undo") return takeBack();
  const found = playlists.find((one) => one.id === what || one.name === what);
  if (!found) return missing(`playlist ${what}`);
  if (more === "people") return tastes;
  const entry = found.entries.find((one) => one.id === body.track);
  if (more === "decisions" && entry) return { playlist: { id: found.id, name: found.name }, ...brief({ ...tracks[0], ...entry }), decision: body.keep === false ? "drop" : "keep" };
  return found;
}

function shown(query: URLSearchParams): TrackDetails {
  const text = query.get("text")?.toLowerCase();
  const found = text ? tracks.filter((track) => `${track.artist} ${track.title}`.toLowerCase().includes(text)).slice(0, 20) : (query.get("ids") ?? "").split(",").flatMap((id) => trackOf(`track:${id}`) ?? []);
  return { tracks: found.map((track) => ({ ...track, label: labels.get(track.id) ?? null })) };
}

function exported(what: string, response: ServerResponse): Buffer {
  const list: { artist: string; title: string }[] = what === "picks" ? picks : playlists.find((one) => [one.id, one.name].includes(what))?.entries ?? [];
  response.setHeader("Content-Disposition", 'attachment; filename="list.m3u8"');
  return Buffer.from("#EXTM3U\n" + list.map((one) => `#EXTINF:-1,${one.artist} - ${one.title}\n`).join(""));
}

/** As GET has them in its address. */
function dialOf(query: URLSearchParams): Dial {
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  return { count: number("count"), familiarity: number("familiarity"), popularity: number("popularity"), diversity: number("diversity"), exclude_genres: query.get("exclude_genres")?.split("|") };
}

/** The answer to one call; undefined where the response was written already. */
export async function routes(method: string, path: string, query: URLSearchParams, raw: Buffer, response: ServerResponse): Promise<object | undefined> {
  const body = method === "POST" && !/^\/(imports|lab\/tables)/.test(path) && raw.length > 0 ? JSON.parse(raw.toString()) : {};
  const part = path.split("/").map(decodeURIComponent);
  if (part[1] === "matches") return matches(method, part[2], body);
  if (part[1] === "lab") return lab(method, part, query, body, (asked) => start({ kind: "lab", stages: ["reading", "folds", "models", "report"], result: () => study(asked),
    // A study of popularity takes as long as somebody needs who wants to stop it.
    wait: asked.study === "popularity" ? 800 : 40 }));
  if (part[1] === "playlists") return onPlaylists(method, part, body);
  if (part[1] === "jobs") return job(method, part, response);
  switch (`${method} ${path}`) {
    case "GET /session": return { ...answerOf("GET /session"), empty, sample };
    case "GET /status": return empty ? missing("library yet: nothing is imported") : status();
    case "POST /sample": return start(WORK.sample);
    case "DELETE /sample": sample = false; return { ...answerOf("GET /session"), empty, sample };
    case "POST /imports": return start(WORK.import);
    case "GET /imports": return empty ? { imports: [] } : answerOf("GET /imports");
    case "POST /train": return start(WORK.train);
    case "POST /evaluations": return start(WORK.evaluate);
    case "POST /discover": return discover(body, !body.preview);
    case "GET /discover": return discover(dialOf(query), false);
    case "GET /picks": return kept();
    case "GET /labels": return said();
    case "POST /labels": return label(body);
    case "GET /history": return history(query.get("from") ?? "", query.get("to") ?? "9");
    case "GET /people/tastes": return tastes;
    case "POST /people/tastes/rename": return rename(body.from, body.to);
    case "GET /genres/map": return answerOf("GET /genres/map");
    case "GET /genres/explain": return { ...answerOf("GET /genres/explain"), genre: query.get("genre") ?? "" };
    case "GET /search": return { ...answerOf("GET /search"), query: query.get("words") ?? "" };
    case "GET /explore": return explore(query, playlists, labels);
    case "GET /tracks": return shown(query);
    case "GET /export": return exported(query.get("what") ?? "", response);
    default: return /^\/runs\/\d+\/restore$/.test(path) ? answerOf("GET /runs") : missing(`route ${path}`);
  }
}
