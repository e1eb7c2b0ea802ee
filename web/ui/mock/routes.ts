// The routes of docs/reference/api.md, answered from an invented world and forgotten at the end.
import type { ServerResponse } from "node:http";
import { lab, study } from "./lab";
import { matches } from "./matches";
import { genreMap, genres, months, random, tracks, trend, weekdays, type MockTrack } from "./world";

type Json = Record<string, any>;
let empty = process.env.MOCK_EMPTY === "1";
let sample = false;
let cycle = 0;
let picks: Json[] = [];
const labels = new Map<string, string>();
const blocked = new Set<string>();
const cycles: Json[] = [];
const jobs: Json[] = [];
const playlists: Json[] = ["Road trip", "Sunday slow", "Gym"].map((name, i) => ({ id: `playlist:${i + 1}`, name, kind: "spotify_playlists",
  versions: 1, list: tracks.slice(40 * i, 40 * i + 24 + 9 * i), people: i === 0 ? ["Ada", "Ben", "Cleo"] : [] }));
const names = new Map(["Ada", "Ben", "Cleo"].map((name) => [name, name]));
const adder = (i: number) => names.get(["Ada", "Ben", "Cleo"][i % 3]) ?? null;
const brief = (track: MockTrack) => ({ id: track.id, artist: track.artist, title: track.title, uri: track.uri });
const missing = (what: string) => ({ error: { code: "not_found", message: `there is no ${what}` } });

function choose(dial: Json): Json[] {
  const known = dial.familiarity ?? 0.5;
  const pop = dial.popularity ?? 0.5;
  const score = (track: MockTrack) => track.features.energy + track.features.valence + (pop - 0.5) * (track.popularity / 30) + (known - 0.5) * track.artist.length / 6;
  return tracks.filter((track) => track.plays === 0 && !blocked.has(track.artist) && !(dial.exclude_genres ?? []).includes(track.genres[0]))
    .map((track) => ({ track, score: score(track) + 1e-6 * track.title.length })).sort((a, b) => b.score - a.score).slice(0, dial.count ?? 30)
    .map(({ track, score }, i) => {
      const probability = 1 / (1 + Math.exp(-score + 0.8));
      return { rank: i + 1, ...brief(track), score, probability, low: probability * 0.85, high: Math.min(0.98, probability * 1.13),
        new_artist: i % 3 === 0, genres: track.genres, sources: ["sound", "similar_artists"],
        reasons: [{ name: "artist", contribution: score * 0.55, text: `you have played ${track.artist} 46 times (for it: the more the likelier)` },
          { name: "genres", contribution: score * 0.35, text: `it is ${track.genres.join(" and ")}, which you keep often` },
          { name: "sound", contribution: -0.21, text: "it is slower than what you keep" },
          { name: "start", contribution: score * 0.1 + 0.21, text: "where every track starts" }] };
    });
}

const stage = (kind: string): [string[], () => unknown] => ({
  import: [["reading", "storing"], () => {
    empty = false;
    return { files: [{ path: "my_spotify_data.zip/Streaming_History_Audio_2023.json", kind: "spotify_extended", rows: 16000, imported: 14900, duplicates: 68,
      dropped: { podcast: 1032 }, problems: [] }, { path: "my_spotify_data.zip/Playlist1.json", kind: "spotify_playlists", rows: 412, imported: 412, duplicates: 0,
      dropped: {}, problems: [{ where: "line 58, byte 1412", message: "a record of 89 bytes is damaged; it is left out" }] }],
      totals: { rows: 16412, imported: 15312, duplicates: 68, dropped: { podcast: 1032 } }, seconds: 0.4,
      changed: { before: { listens: 0, tracks: 0, artists: 0, playlists: 0, library_tracks: 0 }, after: { listens: 14900, tracks: 4311, artists: 928, playlists: 1, library_tracks: 4311 } } };
  }],
  train: [["stage 1", "stage 2"], () => ({ run: 2 })],
  sample: [["inventing", "importing", "learning", "choosing"], () => {
    empty = false;
    sample = true;
    discover({});
    return {};
  }],
  evaluate: [["cut 1", "cut 2", "intervals"], () => evaluation],
} as Record<string, [string[], () => unknown]>)[kind];

const models = ["attune", "own artists", "genres", "popularity", "random"];
const evaluation = { person: "you", cuts: [0.6, 0.75].map((share) => ({ share, moment: "2024-11-03T05:36:24Z", n_plays_before: 22395, n_candidates: 15683, n_relevant: 603 })),
  tasks: ["keep_it", "discovery"].flatMap((task) => (task === "keep_it" ? ["auc", "brier"] : ["ndcg@10", "recall@50"]).flatMap((metric) =>
    models.flatMap((model, i) => [0.6, 0.75, "mean"].map((cut) => ({ task, model, metric, cut, value: 0.8 - 0.07 * i, low: 0.77 - 0.07 * i, high: 0.83 - 0.07 * i, n: 1486 }))))),
  verdicts: { keep_it: "attune predicts which new songs are kept better than every simple rule.", discovery: "attune finds music that you came to love more often than popularity does." } };

function start(kind: string): Json {
  const asked = kind.startsWith("lab ") ? JSON.parse(kind.slice(4)) : null;
  const [stages, finish] = asked ? [["reading", "folds", "models", "report"], () => study(asked)] as const : stage(kind);
  kind = kind.split(" ")[0];
  const job: Json = { job: jobs.length + 1, kind, state: "running", stage: stages[0], done: 0, total: 10, asked_at: new Date().toISOString(), ended_at: null, result: null, error: null, undo: null };
  jobs.unshift(job);
  const timer = setInterval(() => {
    job.done++;
    job.stage = stages[Math.min(stages.length - 1, Math.floor((job.done / 10) * stages.length))];
    if (job.done < 10 || job.state === "cancelled") return void (job.state === "cancelled" && clearInterval(timer));
    clearInterval(timer);
    job.result = finish();
    job.state = "done";
    // A study of popularity takes as long as somebody needs who wants to stop it.
  }, asked?.study === "popularity" ? 800 : 40);
  return job;
}

function events(job: Json, response: ServerResponse): undefined {
  response.setHeader("Content-Type", "text/event-stream");
  const timer = setInterval(() => {
    const over = job.state !== "running";
    response.write(`event: ${over ? "end" : "progress"}\ndata: ${JSON.stringify(over ? job : { ...job, result: null })}\n\n`);
    if (over) {
      clearInterval(timer);
      response.end();
    }
  }, 50);
}

function discover(body: Json): Json {
  const list = choose(body);
  if (body.preview) return { run: 1, cycle: cycle + 1, candidates: 9000, picks: list };
  picks = list;
  cycles.push({ cycle: ++cycle, run: 1, at: "2026-11-21T23:02:49Z", offered: list.length, liked: 0, disliked: 0, skipped: 0, acceptance: null });
  return { run: 1, cycle, candidates: 9000, picks };
}

function status(): Json {
  for (const row of cycles.slice(-1)) {
    const count = (label: string) => picks.filter((pick) => labels.get(pick.id) === label).length;
    Object.assign(row, { liked: count("like"), disliked: count("dislike"), skipped: count("skip") });
    row.acceptance = row.liked + row.disliked > 0 ? row.liked / (row.liked + row.disliked) : null;
  }
  return { person: "you", listens: 37326, tracks: 4311, artists: 928, playlists: 3, library: { tracks: tracks.length, artists: 420, catalogue_tracks: tracks.length },
    coverage: { features: { plays: 0.866, tracks: 0.853, n_plays: 32316, n_tracks: 3679 }, genres: { plays: 0.873, tracks: 0.9, n_plays: 32570, n_tracks: 3880, artists: 0.91, n_artists: 848 } },
    providers: [], people: ["you", "household"], cycles, runs: [2, 1].map((run) => ({ run, at: "2026-11-21T23:02:46Z", seed: 1, version: "0.1.0", fingerprint: "67a4", is_current: run === 2, summary: { listens: 37326, labels: labels.size } })) };
}

function explore(query: URLSearchParams): Buffer {
  const scope = query.get("scope") === "mine" ? tracks.filter((track) => track.plays > 0) : tracks;
  const repeat = Number(process.env.MOCK_REPEAT ?? 1);
  const n = scope.length * repeat;
  const chunks: Buffer[] = [Buffer.from(Uint32Array.from({ length: n }, (_, i) => Number(scope[i % scope.length].id.slice(6))).buffer)];
  const columns: Json[] = [{ name: "id", type: "u32", offset: 0 }];
  let offset = 4 * n;
  for (const name of (query.get("columns") ?? "").split(",")) {
    const texts = ["genre", "branch", "decade", "label", "playlist", "added_by", "cluster"].includes(name);
    const value = (track: MockTrack): number | string | null => name === "genre" ? track.genres[0] : name === "branch" ? genreMap[genres.indexOf(track.genres[0])].branch
      : name === "added_by" ? (playlists[0].list.includes(track) ? adder(playlists[0].list.indexOf(track)) : null) : name === "cluster" ? `${1 + Math.floor(3.99 * track.features.energy)}`
      : name === "sound_x" ? track.features.energy - track.features.acousticness : name === "sound_y" ? track.features.valence + track.features.danceability : name === "decade" ? `${Math.floor(track.year / 10) * 10}s`
      : name === "label" ? labels.get(track.id) ?? null : name === "playlist" ? playlists.find((one) => one.list.includes(track))?.name ?? null
      : name in track.features ? track.features[name] : (track as Json)[name] ?? null;
    const values = scope.map(value);
    const words = texts ? [...new Set(values.filter((one) => one !== null))].sort() : undefined;
    const low = Math.min(...values.map((one) => (typeof one === "number" ? one : Infinity)));
    const high = Math.max(...values.map((one) => (typeof one === "number" ? one : -Infinity)));
    const data = Uint16Array.from({ length: n }, (_, i) => {
      const one = values[i % scope.length];
      if (one === null) return 65535;
      if (words) return words.indexOf(one);
      const jitter = repeat > 1 ? (random() - 0.5) * 3000 : 0;
      return Math.min(65534, Math.max(0, Math.round((65534 * ((one as number) - low)) / (high - low || 1) + jitter)));
    });
    columns.push({ name, type: "u16", offset, ...(words ? { words } : { low, high }) });
    chunks.push(Buffer.from(data.buffer));
    offset += 2 * n;
  }
  const text = JSON.stringify({ points: n, columns });
  const head = Buffer.from(text + " ".repeat((4 - (Buffer.byteLength(text) % 4)) % 4));
  const front = Buffer.alloc(8);
  front.write("ATX1");
  front.writeUInt32LE(head.length, 4);
  return Buffer.concat([front, head, ...chunks]);
}

function tastes(): Json {
  const people = ["Ada", "Ben", "Cleo"].map((one, i) => ({ person: names.get(one), tracks: 8, artists: 7 - i, playlists: ["Road trip"], genres: [{ genre: genres[i], share: 0.5 }, { genre: genres[3], share: 0.2 }],
    sound: { energy: 0.4 + i / 5, valence: 0.5, danceability: 0.6 - i / 9, acousticness: 0.3 }, years: { median: 1998 + i } }));
  const pair = (a: number, b: number, both: number) => ({ a: people[a].person, b: people[b].person, shared_tracks: 1, shared_artists: 3, genres: both, sound: both + 0.2, text: `both like ${genres[3]}; what ${people[b].person} adds is louder` });
  return { people, pairs: [pair(0, 1, 0.46), pair(0, 2, 0.21), pair(1, 2, 0.33)] };
}

function doctor(body: Json): Json {
  const lists = playlists.filter((one) => (body.playlists ?? []).length === 0 || body.playlists.includes(one.id));
  const verdict = (track: MockTrack, i: number) => ({ ...brief(track), position: 5 * i + 3, standing: i ? "doubtful" : "foreign", probability: 0.6, margin: -3.3 + i,
    reasons: ["much faster (171 BPM, the rest 96–128 BPM)"], home: i ? null : { id: "playlist:3", name: "Gym", reason: "sounds like it" } });
  const changes = lists.flatMap((one) => [{ action: "remove", position: 3, playlist: { id: one.id, name: one.name }, to: null, why: "much faster than the rest", id: one.list[2]?.id }]);
  if (body.apply) for (const one of lists) one.list.splice(2, 1);
  return { playlists: lists.map((one) => ({ id: one.id, name: one.name, tracks: one.list.length, without_both: 0, has_verdicts: one.list.length > 11,
    verdicts: one.list.slice(2, 4).map(verdict), margins: one.list.map((_: unknown, i: number) => ({ position: i + 1, margin: i === 2 ? -3.3 : i === 7 ? -2.3 : 2 * random() })),
    duplicates: [{ position: 14, of: 5, kind: "same_song", text: "the same song from another release", id: one.list[0]?.id }] })), changes, change: body.apply ? 5 : null };
}

/** The answer to one call; undefined where the response was written already. */
export async function routes(method: string, path: string, query: URLSearchParams, raw: Buffer, response: ServerResponse): Promise<unknown> {
  const body: Json = method === "POST" && !/^\/(imports|lab\/tables)/.test(path) && raw.length > 0 ? JSON.parse(raw.toString()) : {};
  const part = path.split("/").map(decodeURIComponent);
  const playlist = playlists.find((one) => one.id === part[2] || one.name === part[2]);
  const byId = (id: string) => tracks[Number(id.replace("track:", "")) - 1];
  if (part[1] === "matches") return matches(method, part[2], body) ?? missing(path);
  if (part[1] === "lab") return lab(method, part, query, body, start) ?? missing(path);
  switch (`${method} /${part[1]}${part[2] && !["people", "playlists", "jobs", "runs"].includes(part[1]) ? "/" + part[2] : ""}`) {
    case "GET /session": return { token: "t", version: "0.1.0", person: "you", sample, empty, upload_limit: 2e9 };
    case "GET /status": return empty ? missing("library yet: nothing is imported") : status();
    case "POST /sample": return start("sample");
    case "DELETE /sample": sample = false; return {};
    case "POST /imports": return start("import");
    case "GET /imports": return { imports: empty ? [] : [{ import: 1, name: "my_spotify_data.zip", kind: "spotify_extended", at: "2026-11-21T23:02:46Z", report: { rows: 16000, imported: 14900, duplicates: 68 } }] };
    case "POST /train": return start("train");
    case "POST /evaluations": return start("evaluate");
    case "GET /jobs": {
      if (!part[2]) return { jobs: jobs.map((job) => ({ ...job, result: null })) };
      const job = jobs.find((one) => one.job === Number(part[2]));
      return !job ? missing("job") : part[3] === "events" ? events(job, response) : job;
    }
    case "POST /jobs": { const job = jobs.find((one) => one.job === Number(part[2])); if (job) job.state = "cancelled"; return job; }
    case "POST /runs": return { runs: [] };
    case "POST /discover": return discover(body);
    case "GET /discover": return discover({ ...Object.fromEntries([...query].map(([key, value]) => [key, key === "exclude_genres" ? value.split("|") : Number(value)])), preview: true });
    case "GET /picks": return { cycle: cycle || null, run: 1, picks: picks.map((pick) => ({ ...pick, label: labels.get(pick.id) ?? null })) };
    case "GET /labels": return { labels: [...labels].map(([id, label]) => ({ ...brief(byId(id)), label, at: "2026-11-21T23:02:46Z" })), blocked_artists: [...blocked] };
    case "POST /labels": {
      if (body.artist) return body.blocked ? blocked.add(body.artist) : blocked.delete(body.artist), { artist: body.artist, blocked: body.blocked };
      if (body.label === "clear") labels.delete(body.track);
      else labels.set(body.track, body.label);
      return { ...brief(byId(body.track)), label: labels.get(body.track) ?? null };
    }
    case "GET /history": {
      const from = query.get("from") ?? "", to = query.get("to") ?? "9";
      const shown = empty ? [] : months.filter((one) => one.month + "-01" >= from && one.month + "-01" < to);
      const sum = (key: "plays" | "skips" | "hours") => shown.reduce((all, one) => all + one[key], 0);
      const top = tracks.filter((track) => track.plays).sort((a, b) => b.plays - a.plays).slice(0, 50);
      const row = (track: MockTrack) => ({ ...brief(track), plays: track.plays * 9, skips: 3, hours: track.plays / 2, first: "2022-02-03T00:00:00Z", last: "2024-11-03T00:00:00Z", trend: trend() });
      return { first: shown.length ? "2022-01-02T00:00:00Z" : null, last: shown.length ? "2024-12-30T00:00:00Z" : null, plays: sum("plays"), skips: sum("skips"), hours: sum("hours"), tracks: 4311, artists: 928,
        months: shown, weekdays, top_artists: top.map(row), top_tracks: top.map(row) };
    }
    case "GET /playlists": {
      if (!part[2]) return { playlists: playlists.map((one) => ({ id: one.id, name: one.name, kind: one.kind, tracks: one.list.length, versions: 1, people: one.people ?? [] })) };
      if (playlist && part[3] === "people") return tastes();
      if (!playlist) return missing(`playlist ${part[2]}`);
      return { id: playlist.id, name: playlist.name, kind: playlist.kind, tracks: playlist.list.length, with_sound: playlist.list.length, with_genres: playlist.list.length,
        differences: [{ quantity: "tempo", effect: 0.9, text: "much faster: 142 BPM on the average, 118 BPM elsewhere" }],
        genres: genres.slice(0, 6).map((genre, i) => ({ genre, here: 0.4 / (i + 1), elsewhere: 0.12 })), entries: playlist.list.map((track: MockTrack, i: number) => ({ position: i + 1, ...brief(track), added_at: "2023-05-27T00:00:00Z", added_by: playlist.people?.length ? adder(i) : null })) };
    }
    case "POST /playlists": {
      if (part[2] === "doctor") return doctor(body);
      if (part[2] === "undo") return playlists.length > 3 && playlists.pop(), { undone: { text: "the last change" } };
      if (part[3] === "decisions") return {};
      if (playlists.some((one) => one.name === body.name)) return { error: { code: "conflict", message: `there is a playlist ${body.name} already` } };
      playlists.push({ id: `playlist:${playlists.length + 1}`, name: body.name, kind: "attune", list: body.tracks.map(byId) });
      return { id: playlists.at(-1)?.id, name: body.name, tracks: body.tracks.length, change: 1 };
    }
    case "GET /people": return tastes();
    case "POST /people": { for (const [key, value] of names) if (value === body.from) names.set(key, body.to); return tastes(); }
    case "GET /genres/map": return { person: "you", plays: 37326, plays_with_genres: 32000, groups: [], genres: genreMap };
    case "GET /genres/explain": return { genre: query.get("genre"), known: true, branches: [{ branch: "pop", weight: 0.7 }], artists: tracks.slice(0, 14).map((track) => track.artist) };
    case "GET /search": return { tracks: tracks.filter((track) => track.genres[0] === query.get("words")).slice(0, 20).map((track) => ({ ...brief(track), score: 0.8, reasons: [] })), artists: [], unknown: [], understood: [] };
    case "GET /explore": return explore(query);
    case "GET /tracks": {
      const text = query.get("text")?.toLowerCase();
      const found = text ? tracks.filter((track) => `${track.artist} ${track.title}`.toLowerCase().includes(text)).slice(0, 20) : (query.get("ids") ?? "").split(",").map(byId).filter(Boolean);
      return { tracks: found };
    }
    case "GET /export": {
      const list: { artist: string; title: string }[] = query.get("what") === "picks" ? (picks as MockTrack[]) : playlists.find((one) => [one.id, one.name].includes(query.get("what") ?? ""))?.list ?? [];
      response.setHeader("Content-Disposition", 'attachment; filename="list.m3u8"');
      return Buffer.from("#EXTM3U\n" + list.map((one) => `#EXTINF:-1,${one.artist} - ${one.title}\n`).join(""));
    }
    default: return missing(path);
  }
}
