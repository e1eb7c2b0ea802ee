// The shapes of the lab: docs/guides/json.md (lab, predict) and the routes under /lab, as far as the page reads them.
import type { Track } from "./types";

export interface LabTable {
  table: string;
  name: string;
  rows: number;
  columns: { name: string; kind: string; known: number; distinct: number; example: string }[];
  /** Columns that can be the answer of a study, the likeliest first, and those that can name groups. */
  labels: string[];
  targets: string[];
  groups: string[];
}

export interface Judged {
  random: number | null;
  by_group: number | null;
  random_interval: [number, number] | null;
  by_group_interval: [number, number] | null;
}

export interface StudyModel {
  model: string;
  sampling?: string;
  accuracy?: Judged;
  top2?: Judged;
  mae?: Judged;
  r2?: Judged;
  calibration_error?: number;
  macro_f1?: number;
  balanced_accuracy?: number;
  per_class?: Record<string, { precision: number | null; recall: number | null; f1: number | null; rows: number }>;
  confusion?: number[][];
}

export interface Told {
  id: string;
  artist: string;
  title: string;
  label: string;
  said: string;
  confidence: number;
  label_probability: number;
}

interface StudyBase {
  id: string;
  table_name: string;
  answer: string;
  group: string;
  at: string;
  rows: number;
  dropped: Record<string, number>;
  columns: { name: string; use: string; reason: string }[];
  features: string[];
  baselines: Record<string, { accuracy?: Judged; mae?: Judged; r2?: Judged }>;
  models: StudyModel[];
  best: StudyModel;
  report: string | null;
}

export interface Driver {
  feature: string;
  permutation: number;
  shap: number;
}

export interface GenreStudy extends StudyBase {
  study: "genre";
  classes: string[];
  findings: {
    calibration: { low: number; high: number; rows: number; confidence: number; accuracy: number }[];
    second_chances: Record<string, { rows: number; first: number; second: number; second_by_chance: number }>;
    surest_right: Told[];
    surest_wrong: Told[];
    suspects: Told[];
    n_suspects: number;
    drivers: Driver[];
  };
}

export interface GroupError {
  name: string;
  rows: number;
  mae: number | null;
  mae_interval: [number, number] | null;
  rule_mae: number | null;
  bias: number | null;
}

export interface PopularityStudy extends StudyBase {
  study: "popularity";
  correlations: { names: string[]; values: (number | null)[][] };
  ols: {
    rows: number;
    r2: number;
    r2_adjusted: number;
    notes: string[];
    coefficients: { name: string; estimate: number; std_error: number; t: number; p: number; low: number; high: number; vif: number | null }[];
  };
  errors: { by_genre: GroupError[]; by_decade: GroupError[] };
  residuals: { coverage: number | null; interval_width: number | null; points: [number, number][] };
  drivers: Driver[];
  dependence: { feature: string; at: number[]; mean: number[]; low: number[]; high: number[] }[];
  decades: { from: number; rows: number; median: number | null; r2: number | null; drivers: { feature: string; effect: number; low: number; high: number; importance: number }[] }[];
}

export interface GroupQuality {
  method: string;
  clusters: number;
  silhouette: number | null;
  davies_bouldin: number | null;
  calinski_harabasz: number | null;
  purity: number | null;
  adjusted_rand: number | null;
  normalized_mutual_information: number | null;
}

export interface Trait {
  feature: string;
  mean: number | null;
  /** From the mean of all, in standard deviations. */
  deviations: number | null;
}

export interface ClusterStudy extends Omit<StudyBase, "baselines" | "models" | "best"> {
  study: "clusters";
  sampled: number;
  label: string | null;
  majority: number | null;
  quality: GroupQuality;
  tried: { clusters: number; silhouette: number | null }[];
  methods: GroupQuality[];
  clusters: { cluster: number; rows: number; share: number; traits: Trait[]; typical: { id: string; artist: string; title: string }[]; labels: Record<string, number> }[];
  map: { drawing: string; trustworthiness: number | null; points?: [number, number, number][] };
  odd: { row: number; id: string; artist: string; title: string; isolation: number | null; z: number | null; quartiles: number | null; mahalanobis_p: number | null; farthest: Trait }[];
}

export type Study = GenreStudy | PopularityStudy | ClusterStudy;

export interface StudyEntry {
  id: string;
  study: "genre" | "popularity" | "clusters";
  table_name: string;
  answer: string;
  group: string;
  at: string;
  rows: number;
  /** Of clusters their quality. */
  best: StudyModel & Partial<GroupQuality>;
}

export interface Comparison {
  study: string;
  differences: string[];
  figures: { model: string; figure: string; judged: string; first: number | null; second: number | null; difference: number | null; verdict: string }[];
}

export interface Prediction {
  track: Track | null;
  /** How many tracks of the artist were looked at together, where no title was given. */
  tracks?: number;
  candidates: Track[];
  predicted: { genre: string; probability: number }[];
  can_tell: boolean;
  tagged: { genre: string; branch: string | null }[];
  features: Record<string, number | null>;
  heard_from: string;
  why: string;
  study_says?: { said?: string; can_tell: boolean; probabilities?: Record<string, number>; value?: number; low?: number; high?: number } | null;
}

/** The figure to believe: of groups that the model has never met where there are groups, else of random folds. */
export function believed(judged: Judged | undefined): { value: number | null; low: number | null; high: number | null } {
  if (!judged) return { value: null, low: null, high: null };
  const grouped = judged.by_group !== null && judged.by_group !== undefined;
  const interval = grouped ? judged.by_group_interval : judged.random_interval;
  return { value: grouped ? judged.by_group : judged.random, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
}
