// The lab of the invented world: studies whose figures are invented, predictions from the invented features.
import { genres, random, tracks, type MockTrack } from "./world";

type Json = Record<string, any>;
const FEATURES = ["danceability", "energy", "valence", "acousticness", "speechiness", "instrumentalness", "liveness", "tempo", "loudness", "duration_ms"];
const column = (name: string, kind: string, distinct: number, example: string) => ({ name, kind, known: 4000, distinct, example });
const COLUMNS = [column("track_id", "id", 4000, "4uLU6hMCjMI75M1A2tKUQC"), column("track_artist", "text", 420, "Mia Torven"), column("playlist_genre", "text", 6, "rock"),
  column("track_popularity", "number", 90, "54"), ...FEATURES.map((name) => column(name, "number", 3800, "0.514"))];
const library = { table: "library", name: "my library", rows: tracks.length, columns: COLUMNS.slice(1), labels: ["branch", "genre"], targets: ["popularity", "plays"], groups: ["artist"] };
const tables: Json[] = [library];
const studies: Json[] = [];

const judged = (value: number, wide = 0.012) => ({ random: value + 0.012, by_group: value, random_interval: [value + 0.012 - wide, value + 0.012 + wide], by_group_interval: [value - wide, value + wide] });
const drivers = () => FEATURES.map((feature, i) => ({ feature, permutation: 0.09 / (i + 1), shap: 0.5 / (i + 1) }));
const told = (n: number, right: boolean) => tracks.slice(0, n).map((track, i) => ({ id: track.id, artist: track.artist, title: track.title, label: genres[i % 6], said: genres[(i + (right ? 0 : 1)) % 6],
  confidence: 0.99 - i * 0.004, label_probability: right ? 0.99 : 0.02 }));

function genreStudy(classes: string[]): Json {
  const models = ["logistic", "forest", "boosted_trees"].flatMap((model, i) => ["original", "undersampled", "smote"].map((sampling, j) => ({ model, sampling, accuracy: judged(0.5 + 0.025 * i - 0.008 * j), top2: judged(0.72 + 0.02 * i) })));
  const best: Json = { model: "blend", sampling: "original", accuracy: judged(0.57, 0.006), top2: judged(0.779, 0.006), log_loss: judged(1.14), balanced_accuracy: 0.56, macro_f1: 0.56, calibration_error: 0.018,
    per_class: Object.fromEntries(classes.map((one, i) => [one, { precision: 0.72 - 0.06 * i, recall: 0.7 - 0.05 * i, f1: 0.71 - 0.055 * i, rows: 640 + 20 * i }])),
    confusion: classes.map((_, i) => classes.map((__, j) => (i === j ? 420 - 30 * i : Math.round(20 + 60 * random() + (j === i + 1 ? 70 : 0))))) };
  return { study: "genre", classes, features: FEATURES, models: [best, ...models], best, baselines: { majority: { accuracy: judged(0.19) }, stratified: { accuracy: judged(0.168) } },
    findings: { calibration: Array.from({ length: 8 }, (_, i) => ({ low: i / 10 + 0.2, high: i / 10 + 0.3, rows: 200 + 90 * i, confidence: i / 10 + 0.25, accuracy: i / 10 + 0.24 + 0.03 * random() })),
      second_chances: Object.fromEntries(classes.map((one, i) => [one, { rows: 640, first: 0.7 - 0.05 * i, second: 0.14 + 0.02 * i, second_by_chance: 0.06 }])),
      surest_right: told(12, true), surest_wrong: told(12, false), suspects: told(20, false), n_suspects: 210, drivers: drivers() } };
}

function popularityStudy(): Json {
  const of = (mae: number, r2: number) => ({ mae: judged(mae, 0.2), r2: judged(r2, 0.02) });
  const models = [["least_squares", 18.1, 0.06], ["elastic_net", 18.1, 0.06], ["forest", 16.9, 0.14], ["boosted_trees", 16.8, 0.16], ["blend", 16.6, 0.17]].map(([model, mae, r2]) => ({ model, ...of(mae as number, r2 as number) }));
  const error = (name: string, i: number) => ({ name, rows: 300 + 100 * i, mae: 15 + i, mae_interval: [14, 16], rule_mae: 17 + i, bias: 0.4 - 0.2 * i });
  const names = FEATURES.slice(0, 8);
  return { study: "popularity", target: "popularity", features: FEATURES, models, best: models[4], baselines: { median: of(19.8, -0.01), genre_median: of(18.4, 0.05) },
    correlations: { names, values: names.map((_, i) => names.map((__, j) => (i === j ? 1 : Math.sin(3 * Math.min(i, j) + 7 * Math.max(i, j)) * 0.7))) },
    ols: { rows: 4000, r2: 0.061, r2_adjusted: 0.06, notes: [], coefficients: FEATURES.map((name, i) => ({ name, estimate: 3 - 0.8 * i, std_error: 0.4, t: 3, p: i % 3 === 2 ? 0.3 : 0.001, low: 2.2 - 0.8 * i, high: 3.8 - 0.8 * i, vif: 1.3 })) },
    errors: { by_genre: genres.slice(0, 6).map(error), by_decade: ["1980s", "1990s", "2000s", "2010s"].map(error) },
    residuals: { coverage: 0.902, interval_width: 62, points: tracks.slice(0, 1500).map((track) => [20 + 0.5 * track.popularity + 12 * random(), track.popularity]) },
    drivers: drivers(), dependence: FEATURES.slice(0, 4).map((feature, i) => ({ feature, at: [0, 0.25, 0.5, 0.75, 1], mean: [40, 41 + i, 44, 46 - i, 47], low: [37, 39 + i, 42, 44 - i, 44], high: [43, 43 + i, 46, 48 - i, 50] })),
    decades: [1980, 1990, 2000, 2010].map((from, k) => ({ from, rows: 500 + 200 * k, median: 30 + 5 * k, r2: 0.1, drivers: FEATURES.slice(0, 6).map((feature, i) => ({ feature, effect: (i - 2) * 0.8 + k * (i % 2 ? 0.9 : -0.4), low: -1, high: 1, importance: 0.1 })) })) };
}

function clusterStudy(label: string): Json {
  const quality = (method: string, silhouette: number) => ({ method, clusters: 4, silhouette, davies_bouldin: 1.6, calinski_harabasz: 310, purity: label ? 0.41 : null, adjusted_rand: label ? 0.12 : null, normalized_mutual_information: label ? 0.16 : null });
  const trait = (feature: string, deviations: number) => ({ feature, mean: 0.5, deviations });
  const brief = ({ id, artist, title }: MockTrack) => ({ id, artist, title });
  return { study: "clusters", features: FEATURES, sampled: 1200, label: label || null, majority: label ? 0.19 : null, quality: quality("kmeans", 0.21), tried: [2, 3, 4, 5].map((clusters) => ({ clusters, silhouette: 0.2 })),
    methods: ["hierarchical", "spectral", "mixture"].map((method, i) => quality(method, 0.19 - 0.02 * i)),
    clusters: [0, 1, 2, 3].map((i) => ({ cluster: i + 1, rows: 1500 - 350 * i, share: (1500 - 350 * i) / 3877, traits: FEATURES.slice(i, i + 4).map((one, k) => trait(one, (i % 2 ? -1.4 : 1.4) / (k + 1))),
      typical: tracks.slice(4 * i, 4 * i + 3).map(brief), labels: label ? { [genres[i]]: 500, [genres[i + 1]]: 300 } : {} })),
    map: { drawing: "umap", trustworthiness: 0.93, points: tracks.slice(0, 1200).map((_, i) => [3 * Math.cos((i % 4) * 1.6) + 2 * random(), 3 * Math.sin((i % 4) * 1.6) + 2 * random(), (i % 4) + 1]) },
    odd: tracks.slice(60, 80).map((track, i) => ({ ...brief(track), row: i + 1, isolation: 0.7 - i * 0.004, z: 4, quartiles: 5, mahalanobis_p: 0.0001, farthest: trait("speechiness", 5.1 - 0.1 * i) })) };
}

/** What the job of a study comes to. */
export function study(body: Json): Json {
  const table = tables.find((one) => one.table === body.table) ?? library;
  const found = body.study === "clusters" ? clusterStudy(body.answer) : body.study === "genre" ? genreStudy(genres.slice(0, 6)) : popularityStudy();
  const id = `s${studies.length + 1}`;
  const made = { ...found, id, table_name: table.name, answer: body.answer, group: body.group ?? "", at: new Date().toISOString(), rows: 4000 - 123, dropped: { duplicate: 101, no_features: 22 },
    columns: table.columns.map((one: Json) => ({ name: one.name, use: one.kind === "number" ? "a number" : "not used", reason: one.kind === "number" ? "an audio feature" : "ids or free text" })), report: `/api/v1/lab/studies/${id}/report` };
  studies.unshift(made);
  return made;
}

const brief = (track: MockTrack) => ({ id: track.id, artist: track.artist, title: track.title, uri: track.uri, release: track.release, year: track.year });

function predict(query: URLSearchParams): Json {
  const artist = query.get("artist")?.toLowerCase() ?? "";
  const title = query.get("title")?.toLowerCase() ?? "";
  const found = tracks.filter((track) => (!artist || track.artist.toLowerCase().includes(artist)) && (!title || track.title.toLowerCase().includes(title)));
  const exact = found.filter((track) => track.title.toLowerCase() === title && (!artist || track.artist.toLowerCase() === artist));
  const one = exact[0] ?? (found.length === 1 || !title ? found[0] : undefined);
  const nothing = { track: null, candidates: title ? found.slice(0, 10).map(brief) : [], predicted: [], can_tell: false, tagged: [], features: {}, heard_from: "nothing", why: "", study_says: null };
  if (!one) return nothing;
  return { ...nothing, track: title ? brief(one) : null, ...(title ? {} : { tracks: found.filter((track) => track.artist === one.artist).length }), candidates: [], can_tell: true, heard_from: "sound",
    predicted: [0.61, 0.2, 0.09, 0.05].map((probability, i) => ({ genre: genres[(genres.indexOf(one.genres[0]) + i) % 16], probability })), tagged: one.genres.map((genre) => ({ genre, branch: "pop" })),
    features: one.features, why: "Told by the sound and by the playlists that have it." };
}

/** The answers of `/lab/…`; undefined where there is no such route. `start` begins a job. */
export function lab(method: string, part: string[], query: URLSearchParams, body: Json, start: (kind: string) => Json): Json | Buffer | undefined {
  const [, , what, id, more] = part;
  if (what === "tables" && method === "POST") {
    const table = { ...library, table: `t${tables.length}`, name: query.get("name") ?? "table", rows: 32833, columns: COLUMNS, labels: ["playlist_genre"], targets: ["track_popularity"], groups: ["track_artist"] };
    tables.push(table);
    return table;
  }
  if (what === "tables") return { tables };
  if (what === "predict") return predict(query);
  if (what === "compare") return { study: "genre", differences: ["rows: 3877 and 28356"], figures: ["blend", "forest"].map((model) => ({ model, figure: "accuracy", judged: "by_group", first: 0.57, second: 0.55, difference: 0.02, verdict: "better" })), only_first: [], only_second: [] };
  if (what !== "studies") return undefined;
  if (method === "POST") return start(`lab ${JSON.stringify(body)}`);
  const at = studies.findIndex((one) => one.id === id);
  if (method === "DELETE") return studies.splice(at, 1), {};
  if (more === "report") return Buffer.from("<!doctype html><title>A study</title><p>The whole report.");
  if (id) return studies[at];
  return { studies: studies.map(({ id, study, table_name, answer, group, at, rows, best, quality }) => ({ id, study, table_name, answer, group, at, rows, best: best ?? quality })) };
}
