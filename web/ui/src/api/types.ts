// The shapes of docs/reference/api.md and docs/guides/json.md, as far as the page reads them.

export interface Session {
  token: string;
  version: string;
  person: string;
  sample: boolean;
  empty: boolean;
  upload_limit: number;
}

export interface Undo {
  method: string;
  path: string;
  body: unknown;
  text: string;
}

export interface Job<R = unknown> {
  job: number;
  kind: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  stage: string;
  done: number;
  total: number;
  asked_at: string;
  ended_at: string | null;
  result: R | null;
  error: { code: string; message: string } | null;
  undo: Undo | null;
}

export interface FileReport {
  path: string;
  kind: string;
  rows: number;
  imported: number;
  duplicates: number;
  dropped: Record<string, number>;
  problems: { where: string; message: string }[];
}

export interface ImportResult {
  files: FileReport[];
  totals: { rows: number; imported: number; duplicates: number; dropped: Record<string, number> };
  seconds: number;
}

export interface Run {
  run: number;
  at: string;
  seed: number;
  version: string;
  fingerprint: string;
  is_current: boolean;
  summary: { stages?: string[]; listens?: number; labels?: number };
}

export interface Cycle {
  cycle: number;
  run: number;
  at: string;
  offered: number;
  liked: number;
  disliked: number;
  skipped: number;
  acceptance: number | null;
}

export interface Status {
  person: string;
  listens: number;
  tracks: number;
  artists: number;
  playlists: number;
  library: { tracks: number; artists: number; catalogue_tracks: number };
  coverage: {
    features: { plays: number; tracks: number; n_plays: number; n_tracks: number };
    genres: { plays: number; tracks: number; n_plays: number; n_tracks: number; artists: number; n_artists: number };
  };
  providers: { provider: string; tracks: number; with_features: number }[];
  people: string[];
  runs: Run[];
  cycles: Cycle[];
}

export interface Reason {
  name: string;
  contribution: number;
  text: string;
}

export type Label = "like" | "dislike" | "skip";

export interface Pick {
  rank: number;
  id: string;
  artist: string;
  title: string;
  uri: string;
  score: number;
  probability: number;
  label?: Label | null;
  low?: number;
  high?: number;
  new_artist?: boolean;
  genres?: string[];
  sources?: string[];
  reasons?: Reason[];
}

export interface Picks {
  cycle: number | null;
  run: number | null;
  candidates?: number;
  picks: Pick[];
}

export interface Estimate {
  task: string;
  model: string;
  metric: string;
  cut: number | "mean";
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  verdict?: string;
}

export interface Evaluation {
  person: string;
  cuts: { share: number; moment: string; n_plays_before: number; n_relevant: number; n_candidates: number }[];
  tasks: Estimate[];
  verdicts: Record<string, string>;
}

export interface TopArtist {
  artist: string;
  plays: number;
  skips: number;
  hours: number;
  first: string;
  last: string;
  trend: number[];
}

export interface TopTrack extends TopArtist {
  id: string;
  title: string;
  uri: string;
}

export interface Month {
  month: string;
  plays: number;
  skips: number;
  hours: number;
  new_tracks: number;
  new_artists: number;
  kept_artists: number;
}

export interface History {
  first: string | null;
  last: string | null;
  plays: number;
  skips: number;
  hours: number;
  tracks: number;
  artists: number;
  months: Month[];
  weekdays: number[][];
  top_artists: TopArtist[];
  top_tracks: TopTrack[];
}

export interface Track {
  id: string;
  artist: string;
  title: string;
  uri: string;
  release?: string;
  year?: number | null;
  popularity?: number | null;
  genres?: string[];
  plays?: number;
  label?: Label | null;
}

export interface Playlist {
  id: string;
  name: string;
  kind: string;
  tracks: number;
  versions: number;
  /** Who added to it; empty where the file does not say. */
  people?: string[];
}

export interface Tastes {
  people: { person: string; tracks: number; artists: number; playlists: string[]; genres: { genre: string; share: number }[];
    sound: Record<string, number | null>; years?: { median: number | null } | null }[];
  pairs: { a: string; b: string; shared_tracks: number; shared_artists: number; genres: number | null; sound: number | null; text: string }[];
}

export interface PlaylistDetail {
  id: string;
  name: string;
  kind: string;
  tracks: number;
  with_sound: number;
  with_genres: number;
  differences: { quantity: string; effect: number; text: string }[];
  genres: { genre: string; here: number; elsewhere: number }[];
  entries: (Track & { position: number; added_at: string | null; added_by?: string | null })[];
}

export interface Verdict {
  id: string;
  artist: string;
  title: string;
  position: number;
  standing: "foreign" | "doubtful" | "kept" | "dropped";
  probability: number;
  margin: number;
  reasons: string[];
  home: { id: string; name: string; reason: string } | null;
}

export interface Doctor {
  playlists: {
    id: string;
    name: string;
    tracks: number;
    without_both: number;
    has_verdicts: boolean;
    verdicts: Verdict[];
    margins: { position: number; margin: number }[];
    duplicates: { position: number; of: number; kind: string; text: string; id: string }[];
  }[];
  changes: {
    action: "remove" | "move";
    position: number;
    playlist: { id: string; name: string };
    to: { id: string; name: string } | null;
    why: string;
    id: string;
  }[];
  change: number | null;
}

export interface MapGenre {
  genre: string;
  x: number;
  y: number;
  artists: number;
  branch: string | null;
  root: string | null;
  group: number | string;
  plays: number | null;
}

export interface GenreMap {
  person: string | null;
  plays: number | null;
  plays_with_genres: number | null;
  groups: { group: number | string; genres: number; examples: string[]; share_of_plays: number | null }[];
  genres: MapGenre[];
}

export interface GenreExplained {
  genre: string;
  known: boolean;
  branches: { branch: string; weight: number }[];
  artists: string[];
}

export interface Labels {
  labels: { id: string; artist: string; title: string; uri: string; label: Label; at: string }[];
  blocked_artists: string[];
}

export interface Import {
  import: number;
  name: string;
  kind: string;
  at: string;
  report: FileReport;
}

export interface MatchTrack {
  id: string;
  artist: string;
  title: string;
  uri: string | null;
  release: string | null;
  year?: number | null;
}

export interface Correction {
  correction: number;
  kind: "joined" | "separated" | "kept";
  match: string;
  artist: string;
  title: string;
  track: MatchTrack | null;
  at: string;
  is_undone: boolean;
  text: string;
}

export interface Unmatched {
  track: MatchTrack;
  plays: number;
  nearest: { track: MatchTrack; likeness: number; text: string }[];
}

export interface Doubtful {
  match: string;
  artist: string;
  title: string;
  track: MatchTrack;
  how: string;
  plays: number;
  text: string;
}

export interface Matches {
  unmatched: { tracks: number; plays: number; with_nearest: number; list: Unmatched[] };
  doubtful: { total: number; list: Doubtful[] };
  corrections: Correction[];
}
