// Answers of the program itself, as scripts/record_answers wrote them; each call gives one of its own to change.
import { readFileSync } from "node:fs";
import type { GenreGuess, Job, PlaylistDetail, Routes } from "../src/api/types";

// That they are of their shapes is held by tests/web/answers_test.py.
const answers: Record<string, unknown> = JSON.parse(readFileSync(new URL("./answers.json", import.meta.url), "utf8"));

function found(name: string): unknown {
  if (!(name in answers)) throw new Error(`answers.json has no ${name}; scripts/record_answers writes it anew`);
  return structuredClone(answers[name]);
}

/** What a call was answered. */
export const answerOf = <Call extends keyof Routes>(call: Call) => found(call) as Routes[Call]["answer"];
/** A job that was begun by POST `path`, once it was done. */
export const jobOf = (path: string) => found(`JOB ${path}`) as Job;
export const playlistsShown = () => answerOf("GET /playlists").playlists.map(({ id }) => found(`GET /playlists/${id}`) as PlaylistDetail);
export const guessOfATrack = () => found("GET /lab/predict of a track") as GenreGuess;
