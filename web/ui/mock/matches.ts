// Matches of names, to be looked through: GET /matches and what may be done with them.
import type { Correction, Failure, Matches } from "../src/api/types";
import { answerOf } from "./recorded";
import { trackOf } from "./world";

const { unmatched, doubtful, corrections } = answerOf("GET /matches");
const settled = (match: string) => corrections.some((one) => one.match === match && !one.is_undone);
export const missing = (what: string): Failure => ({ error: { code: "not_found", message: `there is no ${what}` } });

function correct(kind: Correction["kind"], match: string, into: string | null): Correction | Failure {
  const one = unmatched.list.find(({ track }) => track.id === match)?.track ?? doubtful.list.find((one) => one.match === match);
  if (!one) return missing(`match ${match}`);
  const near = unmatched.list.flatMap(({ nearest }) => nearest).find(({ track }) => track.id === into)?.track;
  const other = near ?? (into ? trackOf(into) : null);
  const track = other ? { id: other.id, artist: other.artist, title: other.title, uri: other.uri, release: other.release, year: other.year } : null;
  const text = kind === "joined" ? `${one.title} is the same track as ${track?.title}` : kind === "separated" ? `${one.title} is a track of its own` : `${one.title} is right as it is`;
  corrections.unshift({ correction: corrections.length + 1, kind, match, artist: one.artist, title: one.title, track, at: new Date().toISOString(), is_undone: false, text });
  return corrections[0];
}

function undo(correction: number): Correction | Failure {
  const one = corrections.find((made) => !made.is_undone && (!correction || made.correction === correction));
  if (!one) return missing("correction to take back");
  one.is_undone = true;
  return one;
}

const now = (): Matches => ({
  unmatched: { ...unmatched, list: unmatched.list.filter(({ track }) => !settled(track.id)) },
  doubtful: { ...doubtful, list: doubtful.list.filter((one) => !settled(one.match)) },
  corrections,
});

export function matches(method: string, what: string | undefined, body: { track?: string; into?: string; match?: string; correction?: number }): Matches | Correction | Failure {
  if (method === "GET") return now();
  if (what === "join") return correct("joined", body.track ?? "", body.into ?? null);
  if (what === "separate") return correct("separated", body.match ?? "", null);
  if (what === "keep") return correct("kept", body.match ?? "", null);
  return what === "undo" ? undo(body.correction ?? 0) : missing(`route matches/${what}`);
}
