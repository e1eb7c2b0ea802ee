// GET /explore: the columns of the points, as docs/reference/api.md lays them out.
import type { PlaylistDetail, TrackDetail } from "../src/api/types";
import { answerOf } from "./recorded";
import { random, tracks } from "./world";

type Column = { name: string; type: string; offset: number; low?: number; high?: number; words?: string[] };
type Value = number | string | null;
const WORDS = ["genre", "branch", "decade", "label", "playlist", "added_by", "cluster"];
const branches = new Map(answerOf("GET /genres/map").genres.map((one) => [one.genre, one.branch]));
const features = (track: TrackDetail): Record<string, number | null> => ({ ...track.features });

/** What a column says of a track. */
function valueOf(name: string, playlists: PlaylistDetail[], labels: Map<string, string>): (track: TrackDetail) => Value {
  const holders = new Map(playlists.flatMap((one) => one.entries.map((entry) => [entry.id, { name: one.name, by: entry.added_by }] as const)).reverse());
  return (track) => {
    const { energy, acousticness, valence, danceability } = track.features;
    switch (name) {
      case "genre": return track.genres[0] ?? null;
      case "branch": return branches.get(track.genres[0]) ?? null;
      case "decade": return track.year === null ? null : `${Math.floor(track.year / 10) * 10}s`;
      case "label": return labels.get(track.id) ?? null;
      case "playlist": return holders.get(track.id)?.name ?? null;
      case "added_by": return holders.get(track.id)?.by ?? null;
      case "cluster": return energy === null ? null : `${1 + Math.floor(3.99 * energy)}`;
      case "sound_x": return energy === null || acousticness === null ? null : energy - acousticness;
      case "sound_y": return valence === null || danceability === null ? null : valence + danceability;
      case "popularity": return track.popularity;
      case "year": return track.year;
      case "plays": return track.plays;
      default: return features(track)[name] ?? null;
    }
  };
}

/** A column of `n` points, 65535 where nothing is known; what is repeated is moved a little. */
function coded(values: Value[], n: number, repeats: boolean): { data: Uint16Array; what: Pick<Column, "low" | "high" | "words"> } {
  const numbers = values.filter((one) => typeof one === "number");
  const words = [...new Set(values.filter((one) => typeof one === "string"))].sort();
  const low = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const high = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  const code = (one: Value) => one === null ? 65535 : typeof one === "string" ? words.indexOf(one)
    : Math.min(65534, Math.max(0, Math.round((65534 * (one - low)) / (high - low || 1) + (repeats ? (random() - 0.5) * 3000 : 0))));
  return { data: Uint16Array.from({ length: n }, (_, i) => code(values[i % values.length])), what: numbers.length > 0 ? { low, high } : { words } };
}

export function explore(query: URLSearchParams, playlists: PlaylistDetail[], labels: Map<string, string>): Buffer {
  const scope = query.get("scope") === "mine" ? tracks.filter((track) => track.plays > 0) : tracks;
  const repeat = Number(process.env.MOCK_REPEAT ?? 1);
  const n = scope.length * repeat;
  const chunks: Buffer[] = [Buffer.from(Uint32Array.from({ length: n }, (_, i) => Number(scope[i % scope.length].id.slice(6))).buffer)];
  const columns: Column[] = [{ name: "id", type: "u32", offset: 0 }];
  let offset = 4 * n;
  for (const name of (query.get("columns") ?? "").split(",")) {
    const { data, what } = coded(scope.map(valueOf(name, playlists, labels)), n, repeat > 1);
    columns.push({ name, type: "u16", offset, ...(WORDS.includes(name) ? { words: what.words ?? [] } : what) });
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
