// The tracks of the recorded answers, and more like them: as many as are asked for.
import type { TrackDetail } from "../src/api/types";
import { answerOf } from "./recorded";

let state = 7;
/** 0 to 1, the same series at each start. */
export function random(): number {
  state = (state * 1664525 + 1013904223) >>> 0;
  return state / 2 ** 32;
}

const recorded = answerOf("GET /tracks").tracks;
const last = Math.max(...recorded.map((track) => Number(track.id.slice(6))));
const MOST = Number(process.env.MOCK_TRACKS ?? 12000);

/** A track like a recorded one, that nobody played; its sound is a little different. */
function another(like: TrackDetail, number: number): TrackDetail {
  const { danceability, energy, valence, acousticness, ...rest } = like.features;
  const moved = (value: number | null) => (value === null ? null : Math.min(1, Math.max(0, value + 0.3 * (random() - 0.5))));
  return { ...like, id: `track:${number}`, title: `${like.title} ${number}`, uri: `spotify:track:${String(number).padStart(22, "x")}`, plays: 0, label: null,
    features: { ...rest, danceability: moved(danceability), energy: moved(energy), valence: moved(valence), acousticness: moved(acousticness) } };
}

export const tracks: TrackDetail[] = [...recorded, ...Array.from({ length: Math.max(0, MOST - recorded.length) }, (_, i) => another(recorded[i % recorded.length], last + 1 + i))];
const numbered = new Map(tracks.map((track) => [track.id, track]));
export const trackOf = (id: string) => numbered.get(id);
