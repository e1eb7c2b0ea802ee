// Matches of names, to be looked through: GET /matches and what may be done with them.
import { tracks, type MockTrack } from "./world";

type Json = Record<string, any>;
const brief = (track: MockTrack) => ({ id: track.id, artist: track.artist, title: track.title, uri: track.uri, release: track.release, year: track.year });
const played = tracks.filter((track) => track.plays > 0);
const unmatched = played.slice(0, 9).map((track, i) => ({ track: { ...brief(track), title: `${track.title} - Live at ${tracks[i + 40].title}` }, plays: 90 - 9 * i,
  nearest: tracks.slice(3 * i + 50, 3 * i + 51 + (i % 3)).map((near, k) => ({ track: { ...brief(near), artist: track.artist, title: track.title }, likeness: 0.95 - 0.2 * k,
    text: k ? "nearly the same title" : "the same title, another version" })) }));
const doubtful = played.slice(20, 24).map((track, i) => ({ match: `spotify:doubt${i}`, artist: `${track.artist} & ${tracks[i].artist}`, title: track.title, track: brief(track),
  how: "alternative artist", plays: 12 - i, text: `credited to ${track.artist} & ${tracks[i].artist}` }));
const corrections: Json[] = [];
const settled = (match: string) => corrections.some((one) => one.match === match && !one.is_undone);

function correct(kind: string, match: string, into: string | null): Json {
  const one = unmatched.find(({ track }) => track.id === match)?.track ?? doubtful.find((one) => one.match === match);
  if (!one) return { error: { code: "not_found", message: `there is no match ${match}` } };
  const other = into ? brief(tracks[Number(into.replace("track:", "")) - 1]) : null;
  const text = kind === "joined" ? `${one.title} is the same track as ${other?.title}` : kind === "separated" ? `${one.title} is a track of its own` : `${one.title} is right as it is`;
  corrections.unshift({ correction: corrections.length + 1, kind, match, artist: one.artist, title: one.title, track: other, at: "2026-11-29T07:00:00Z", is_undone: false, text });
  return corrections[0];
}

export function matches(method: string, what: string | undefined, body: Json): Json | undefined {
  if (method === "GET") {
    const open = unmatched.filter(({ track }) => !settled(track.id));
    const doubts = doubtful.filter((one) => !settled(one.match));
    return { unmatched: { tracks: 631, plays: 2104, with_nearest: open.length, list: open }, doubtful: { total: doubts.length, list: doubts }, corrections };
  }
  if (what === "join") return correct("joined", body.track, body.into);
  if (what === "separate") return correct("separated", body.match, null);
  if (what === "keep") return correct("kept", body.match, null);
  if (what !== "undo") return undefined;
  const one = corrections.find((made) => !made.is_undone && (!body.correction || made.correction === body.correction));
  if (one) one.is_undone = true;
  return one ?? { error: { code: "not_found", message: "there is nothing to take back" } };
}
