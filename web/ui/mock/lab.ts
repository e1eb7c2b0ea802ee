// The lab: studies and predictions as the program made them once, under the names that are asked for now.
import type { Failure, GenreGuess, Job, LabTable, Routes, StudyEntry, TrackDetail } from "../src/api/types";
import { studyOf, type Study } from "../src/api/results";
import { answerOf, guessOfATrack, jobOf } from "./recorded";
import { missing } from "./matches";
import { tracks } from "./world";

type Asked = Routes["POST /lab/studies"]["body"];
const tables = [answerOf("GET /lab/tables").tables[0]];
const uploaded = answerOf("POST /lab/tables");
const entries = answerOf("GET /lab/studies").studies;
const studies: Study[] = [];

/** What the job of a study comes to. */
export function study(asked: Asked): Study {
  const made = studyOf(jobOf(`/lab/studies ${asked.study}`));
  if (!made) throw new Error(`answers.json has no study of ${asked.study}`);
  const id = `s${studies.length + 1}`;
  Object.assign(made, { id, table_name: tables.find((one) => one.table === asked.table)?.name ?? "", answer: asked.answer ?? "", group: asked.group ?? "",
    at: new Date().toISOString(), report: `/api/v1/lab/studies/${id}/report` });
  studies.unshift(made);
  return made;
}

function entry(of: Study): StudyEntry {
  const like = entries.find((one) => one.study === of.study) ?? entries[0];
  return { ...like, study: of.study, id: of.id, table_name: of.table_name, answer: of.answer, group: of.group, at: of.at, rows: of.rows };
}

const brief = ({ id, artist, title, uri, release, year }: TrackDetail) => ({ id, artist, title, uri, release, year });

function predict(query: URLSearchParams): GenreGuess {
  const artist = query.get("artist")?.toLowerCase() ?? "";
  const title = query.get("title")?.toLowerCase() ?? "";
  const found = tracks.filter((track) => (!artist || track.artist.toLowerCase().includes(artist)) && (!title || track.title.toLowerCase().includes(title)));
  const exact = found.filter((track) => track.title.toLowerCase() === title && (!artist || track.artist.toLowerCase() === artist));
  const one = exact[0] ?? (found.length === 1 || !title ? found[0] : undefined);
  if (one && title) return { ...guessOfATrack(), track: brief(one), candidates: [] };
  if (one) return { ...answerOf("GET /lab/predict"), tracks: found.filter((track) => track.artist === one.artist).length };
  return { track: null, tracks: 0, candidates: found.slice(0, 10).map(brief), predicted: [], can_tell: false, tagged: [], features: {}, heard_from: "nothing", why: "",
    held_out: null, study_says: null };
}

function taken(name: string): LabTable {
  const table = { ...uploaded, table: `t${tables.length}`, name };
  tables.push(table);
  return table;
}

/** The answers of `/lab/…`. `start` begins a job. */
export function lab(method: string, [, , what, id, more]: string[], query: URLSearchParams, body: Asked, start: (asked: Asked) => Job): object | Buffer | Failure {
  if (what === "tables") return method === "POST" ? taken(query.get("name") ?? "table") : { tables };
  if (what === "predict") return predict(query);
  if (what === "compare") return answerOf("GET /lab/compare");
  if (what !== "studies") return missing(`route lab/${what}`);
  if (method === "POST") return start(body);
  const at = studies.findIndex((one) => one.id === id);
  if (id && at < 0) return missing(`study ${id}`);
  if (more === "report") return Buffer.from("<!doctype html><title>A study</title><p>The whole report.");
  if (method === "DELETE") studies.splice(at, 1);
  else if (id) return studies[at];
  return { studies: studies.map(entry) };
}
