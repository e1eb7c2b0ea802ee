// Written by scripts/print_types from the shapes that the program declares (src/shapes, src/web/*_routes.cpp).

/** what came of listening to files */
export interface AnalysisReport {
  /** in the order of their paths */
  files: AnalyzedFile[];
  /** folders that could not be read */
  problems: string[];
  /** of all files */
  totals: AnalysisTotals;
}

/** sums of an analysis */
export interface AnalysisTotals {
  /** all of them */
  files: number;
  /** that were listened to */
  analyzed: number;
  /** of these, taken over from what others have analysed */
  adopted: number;
  /** that were analysed before */
  skipped: number;
  /** that could not be read */
  failed: number;
  /** that were listened to */
  audio_seconds: number;
  /** that it took, of all threads */
  cpu_seconds: number;
  /** that it took */
  wall_seconds: number;
}

/** what came of a file of sound; of one that failed the parts heard are left out */
export interface AnalyzedFile {
  /** of the file */
  path: string;
  /** skipped: it was analysed before */
  status: "analyzed" | "skipped" | "failed";
  /** as track:12; null where nothing is kept */
  id: string | null;
  /** in milliseconds; null where it failed */
  duration_ms: number | null;
  /** what its tags say */
  tags: FileTags;
  /** of the analysis */
  version: number;
  /** the thirteen audio features; null where it failed */
  features: HeardFeatures | null;
  rhythm?: HeardRhythm;
  tonality?: HeardTonality;
  loudness?: HeardLoudness;
  /** numbers of the sound, by their names */
  descriptors?: Record<string, number | null>;
  /** what was wrong with it */
  problems: string[];
}

/** an artist that the person has never played */
export interface ArtistPick {
  /** the place in the list, from 1 */
  rank: number;
  /** the name */
  artist: string;
  /** the sum of the contributions of its reasons */
  score: number;
  /** how many other people play it */
  listeners: number;
  /** how many tracks of it the catalogues have */
  catalogue_tracks: number;
  /** why, the heaviest first */
  reasons: Reason[];
}

/** artists that are new, best first */
export interface ArtistPicks {
  /** in the order of the list */
  artists: ArtistPick[];
}

/** a playlist that a track would sit better in */
export interface BetterHome {
  /** as playlist:3 */
  id: string;
  /** what it is called; several may have one name */
  name: string;
  /** a sentence for people; may be empty */
  reason: string;
}

/** whether an artist may be offered */
export interface BlockedArtist {
  /** the name, as the library has it */
  artist: string;
  /** true: never offered */
  blocked: boolean;
}

/** how much something belongs to a branch of the tree of genres */
export interface BranchWeight {
  /** its name */
  branch: string;
  /** in [0, 1]; those of all branches add up to 1 */
  weight: number;
}

/** a playlist that was built, or tracks that were added to one */
export interface BuiltPlaylist {
  /** of the playlist */
  name: string;
  /** what was picked from */
  from: "mine" | "new" | "all";
  /** in their order */
  tracks: BuiltTrack[];
  /** the number of the change once it is made, else null */
  change: number | null;
}

/** a track that was picked for a playlist */
export interface BuiltTrack {
  /** from 1 */
  position: number;
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** how well it fits, in [0, 1] */
  score: number;
  /** why; may be empty */
  reason: string;
}

/** how often answers of a confidence are right */
export interface CalibrationBin {
  /** the least confidence of the bin */
  low: number;
  /** the largest */
  high: number;
  /** in the bin */
  rows: number;
  /** their mean */
  confidence: number | null;
  /** the share that was right */
  accuracy: number | null;
}

/** the label of a track, and what it was */
export interface ChangedLabel {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** null: it was cleared */
  label: "like" | "dislike" | "skip" | null;
  /** what it was, for undo; null: none */
  before: "like" | "dislike" | "skip" | null;
}

/** the map of the rows */
export interface ClusterMap {
  /** how it was drawn */
  drawing: "umap" | "tsne" | "pca";
  /** in [0, 1], of 15 neighbours */
  trustworthiness: number | null;
  /** of the rows that were sampled, where the study is kept */
  points?: MapPoint[];
}

/** a line of a linear regression; null where it is not defined */
export interface Coefficient {
  /** of the column */
  name: string;
  /** change of the target for one standard deviation */
  estimate: number | null;
  /** of the estimate, robust */
  std_error: number | null;
  /** the estimate by its error */
  t: number | null;
  /** how probable one as large is by chance */
  p: number | null;
  /** the lower end of the 95 % interval */
  low: number | null;
  /** the upper end of the 95 % interval */
  high: number | null;
  /** variance inflation by the other columns */
  vif: number | null;
}

/** what a study made of a column */
export interface ColumnUse {
  /** as the table writes it */
  name: string;
  /** what it was used as */
  use: string;
  /** why it was not used */
  reason?: string;
}

/** what is known of other people's listening */
export interface CommunityCounts {
  /** other people */
  people: number;
  /** that they play */
  artists: number;
  /** that they play */
  tracks: number;
  /** that they call music */
  tags: number;
  /** artists of the library that they play */
  known_artists: number;
  /** tracks of the library that they play */
  known_tracks: number;
}

/** what the genres beside it say */
export interface CompanyEvidence {
  /** heaviest first */
  weights: BranchWeight[];
  /** the nearest first */
  nearest: NearGenre[];
}

/** a figure of two studies */
export interface ComparedFigure {
  /** of which model, or the best of each */
  model: string;
  /** which one */
  figure: "accuracy" | "top2" | "mae" | "r2";
  /** by which folds */
  judged: "random" | "by_group";
  /** of the first study */
  first: number;
  /** its 95 % interval */
  first_interval: [number, number];
  /** of the second study */
  second: number;
  /** its 95 % interval */
  second_interval: [number, number];
  /** second less first */
  difference: number;
  /** of the second */
  verdict: "better" | "worse" | "within the intervals";
}

/** two studies of one kind, side by side */
export interface Comparison {
  /** what was studied */
  study: "genre" | "popularity";
  /** of what was studied, in words */
  differences: string[];
  /** of the best of each first, then of all that both have */
  figures: ComparedFigure[];
  /** models that the second has not */
  only_first: string[];
  /** models that the first has not */
  only_second: string[];
}

/** what a person said of a match */
export interface Correction {
  /** its number */
  correction: number;
  /** what was said */
  kind: "joined" | "separated" | "kept";
  /** a track or an id */
  match: string;
  /** as it was written */
  artist: string;
  /** as it was written */
  title: string;
  /** what it means now; null: a track that is gone */
  track: ReleasedTrack | null;
  /** when it was said */
  at: string;
  /** whether it was taken back */
  is_undone: boolean;
  /** a sentence for people */
  text: string;
}

/** rank correlations (Spearman) of columns of numbers */
export interface Correlations {
  /** of the columns, the target first */
  names: string[];
  /** a row and a column a name; null where it is not defined */
  values: ((number | null)[])[];
}

/** how much of the person's music something is known of */
export interface Coverage {
  /** how it sounds */
  features: Covered;
  /** what it is called */
  genres: GenresCovered;
}

/** how much of the person's music something is known of */
export interface Covered {
  /** as a share of the plays, in [0, 1] */
  plays: number;
  /** as a share of the tracks, in [0, 1] */
  tracks: number;
  /** plays */
  n_plays: number;
  /** tracks */
  n_tracks: number;
}

/** a list of picks and what became of it */
export interface Cycle {
  /** its number, from 1 */
  cycle: number;
  /** the run that made it; 0: it was forgotten */
  run: number;
  /** when the list was made */
  at: string;
  /** how many tracks */
  offered: number;
  /** how many of them */
  liked: number;
  /** how many of them */
  disliked: number;
  /** how many of them */
  skipped: number;
  /** likes of likes and dislikes; null before the first of either */
  acceptance: number | null;
}

/** what drives the target in one decade */
export interface Decade {
  /** its first year */
  from: number;
  /** of the decade */
  rows: number;
  /** of the target */
  median: number | null;
  /** of the linear model on its own rows */
  r2: number | null;
  /** in one order in all decades */
  drivers: DecadeDriver[];
}

/** a feature in one decade */
export interface DecadeDriver {
  /** its column */
  feature: string;
  /** change of the target for one standard deviation */
  effect: number | null;
  /** the lower end of the 95 % interval */
  low: number | null;
  /** the upper end of the 95 % interval */
  high: number | null;
  /** its share of the gain of boosted trees */
  importance: number;
}

/** how the prediction moves with one feature, all else as it is */
export interface Dependence {
  /** its column */
  feature: string;
  /** its values, ascending */
  at: (number | null)[];
  /** mean prediction */
  mean: (number | null)[];
  /** a quarter of the single tracks lies below */
  low: (number | null)[];
  /** a quarter of the single tracks lies above */
  high: (number | null)[];
}

/** tracks that the person has not met: new artists and more of known ones, mixed, each best first */
export interface Discovery {
  /** the run in force */
  run: number;
  /** the cycle that the list belongs to */
  cycle: number;
  /** how many tracks were looked at */
  candidates: number;
  /** of what the person came to keep, the share by artists that were new to them; in [0.2, 0.8] */
  new_artist_rate: number;
  /** the share of new artists that the list is mixed for: the rate, moved by the dial for familiarity */
  share_of_new: number;
  /** in the order of the list */
  picks: Pick[];
}

/** how the values of a column lie; null where nothing is known */
export interface Distribution {
  /** of the column */
  name: string;
  /** rows whose value is known */
  known: number;
  /** rows whose value is not */
  missing: number;
  /** of the known values */
  mean: number | null;
  /** standard deviation */
  deviation: number | null;
  /** the smallest value */
  least: number | null;
  /** a quarter lies below */
  lower_quartile: number | null;
  /** half lies below */
  median: number | null;
  /** a quarter lies above */
  upper_quartile: number | null;
  /** the largest value */
  most: number | null;
  /** rows in bars of equal width from least to most */
  bars: number[];
}

/** what does not belong on playlists, and why */
export interface Doctor {
  /** those that were looked at */
  playlists: ExaminedPlaylist[];
  /** what would be done, or was */
  changes: DoctorChange[];
  /** the number of the change once it is made, else null */
  change: number | null;
}

/** what the doctor would do with an entry, or did */
export interface DoctorChange {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** of the entry, from 1 */
  position: number;
  /** where it is */
  playlist: PlaylistName;
  /** what is done */
  action: "remove" | "move";
  /** where it is moved, or null */
  to: PlaylistName | null;
  /** a sentence for people */
  why: string;
}

/** matches by another artist's name */
export interface Doubtful {
  /** how many */
  total: number;
  /** the most played first */
  list: DoubtfulMatch[];
}

/** an id that was matched by another artist's name than the track has */
export interface DoubtfulMatch {
  /** names it for separate and keep, as spotify:… */
  match: string;
  /** as its source wrote it */
  artist: string;
  /** as its source wrote it */
  title: string;
  /** what it was taken for; null: a track that is gone */
  track: ReleasedTrack | null;
  /** by what it was matched */
  how: string;
  /** of the person */
  plays: number;
  /** a sentence for people */
  text: string;
}

/** how much a feature matters to a model */
export interface Driver {
  /** its column */
  feature: string;
  /** what the figure loses where the column is shuffled */
  permutation: number;
  /** mean size of its contribution */
  shap: number;
}

/** an entry that is there before */
export interface DuplicateEntry {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** of the entry, from 1 */
  position: number;
  /** the entry that it is like */
  of: number;
  /** how it is like it */
  kind: "same_track" | "same_song" | "same_sound" | "version";
  /** a sentence for people */
  text: string;
}

/** what went wrong */
export interface ErrorText {
  /** for programs */
  code: string;
  /** for people */
  message: string;
}

/** a figure with its 95 % interval; null where there is too little for it */
export interface Estimate {
  /** what was asked */
  task: "keep_it" | "discovery" | "new_artists" | "list";
  /** who answered */
  model: string;
  /** what was measured, or a difference of two of these */
  metric: string;
  /** the figure */
  value: number | null;
  /** the lower end of its interval; null where it has none */
  low: number | null;
  /** the upper end of its interval; null where it has none */
  high: number | null;
  /** how many it is of */
  n: number;
  /** a share of the plays, or mean: over the cuts */
  cut: number | string;
  /** where there is too little for it */
  verdict?: string;
}

/** how well attune knows a person, by their own past */
export interface Evaluation {
  /** whose past */
  person: string;
  /** in time */
  cuts: EvaluationCut[];
  /** all figures */
  tasks: Estimate[];
  /** a sentence or two of each task */
  verdicts: Record<string, string>;
}

/** a moment of the past at which the models were asked */
export interface EvaluationCut {
  /** of the plays that came before it, in (0, 1) */
  share: number;
  /** when */
  moment: string;
  /** plays before it */
  n_plays_before: number;
  /** songs first heard after it */
  n_first_heard: number;
  /** of these, those that were kept */
  n_kept: number;
  /** songs of the catalogues not heard before it */
  n_candidates: number;
  /** of these, those that were kept after it */
  n_relevant: number;
  /** new artists played five times after it */
  n_artists_taken_up: number;
  /** of these, those that other listeners know */
  n_artists_known: number;
  /** where there is too little for figures: of what */
  verdict?: string;
}

/** what the doctor says of a playlist */
export interface ExaminedPlaylist {
  /** as playlist:3 */
  id: string;
  /** what it is called; several may have one name */
  name: string;
  /** its entries */
  tracks: number;
  /** whose sound is not known */
  without_sound: number;
  /** whose genres are not known */
  without_genres: number;
  /** of which neither is known */
  without_both: number;
  /** false: too few tracks to tell */
  has_verdicts: boolean;
  /** of tracks that do not simply fit, the worst first */
  verdicts: Verdict[];
  /** of all tracks */
  margins: Margin[];
  /** entries that are there before */
  duplicates: DuplicateEntry[];
}

/** a format of files of tracks */
export interface ExportFormat {
  /** what it is called */
  name: string;
  /** how names of its files end */
  extension: string;
  /** a line for people */
  help: string;
}

/** the formats of files of tracks */
export interface ExportFormats {
  /** all that there are */
  formats: ExportFormat[];
}

/** the answer where something went wrong */
export interface Failure {
  /** what */
  error: ErrorText;
}

/** what came of a file that was imported */
export interface FileReport {
  /** of the file, or of the entry of an archive */
  path: string;
  /** which kind of file it is; unknown: it was not read */
  kind: string;
  /** that were read */
  rows: number;
  /** that were new */
  imported: number;
  /** that the library had */
  duplicates: number;
  /** that were left out, by the reason */
  dropped: Record<string, number>;
  /** of a table: how each of them was read */
  columns: ReadColumn[];
  /** the first of what could not be read */
  problems: ImportProblem[];
}

/** what the tags of a file say; what they do not say is left out */
export interface FileTags {
  title?: string;
  artists?: string[];
  album?: string;
  album_artist?: string;
  genres?: string[];
  year?: number;
  track_number?: number;
  isrc?: string;
  recording_mbid?: string;
}

/** an artist that was found */
export interface FoundArtist {
  /** the name */
  artist: string;
  /** how well it fits, falling */
  score: number;
  /** why */
  reasons: FoundReason[];
  /** one to begin with, or null */
  track: Track | null;
}

/** why something was found */
export interface FoundReason {
  /** the word that fits or is shared, or the view: sound, listeners */
  name: string;
  /** how much of it fits, in [0, 1] */
  share: number;
  /** a sentence for people */
  text: string;
}

/** a tag that was found */
export interface FoundTag {
  /** the tag */
  tag: string;
  /** how near it is, falling */
  score: number;
}

/** a track that was found */
export interface FoundTrack {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** how well it fits, falling */
  score: number;
  /** why */
  reasons: FoundReason[];
}

/** a genre of the library */
export interface Genre {
  /** its name */
  genre: string;
  /** that are called so; those of other people count in part */
  artists: number;
  /** heaviest first; none where nobody can tell */
  branches: BranchWeight[];
  /** who has said so; null: the evidence */
  settled: SettledBy | null;
}

/** a branch of the tree of genres */
export interface GenreBranch {
  /** its name */
  branch: string;
  /** how many genres belong to it most */
  genres: number;
  /** those of most artists */
  examples: string[];
}

/** the genres of a table */
export interface GenreCounts {
  /** its column */
  column: string;
  /** rows without */
  missing: number;
  /** how many genres there are */
  different: number;
  /** of each of the largest */
  rows: Record<string, number>;
}

/** what speaks for branches; null where it says nothing */
export interface GenreEvidence {
  /** all of it; none where nobody can tell */
  together: BranchWeight[];
  /** what its name says */
  name: NameEvidence | null;
  /** what the genres beside it say */
  company: CompanyEvidence | null;
  /** what its sound says */
  sound: SoundEvidence | null;
}

/** where a genre belongs, and why */
export interface GenreExplained {
  /** its name, as attune writes it */
  genre: string;
  /** whether somebody in the library is called so */
  known: boolean;
  /** those of other people count in part */
  artists_called_so: number;
  /** heaviest first; none where nobody can tell */
  branches: BranchWeight[];
  /** with a weight of 0.05 or more */
  roots: RootWeight[];
  /** who has said so; null: the evidence */
  settled: SettledBy | null;
  /** what speaks for branches */
  evidence: GenreEvidence;
  /** at most eight that show best what it is */
  artists: string[];
}

/** how a genre sounds, by one feature */
export interface GenreFeature {
  /** its name */
  feature: string;
  /** of its artists */
  mean: number;
  /** from the mean of all genres, in standard deviations */
  deviations: number;
}

/** what the best model shows */
export interface GenreFindings {
  /** by falling confidence */
  calibration: CalibrationBin[];
  /** of each class */
  second_chances: Record<string, SecondChance>;
  /** the surest first */
  surest_right: ToldTrack[];
  /** the surest first */
  surest_wrong: ToldTrack[];
  /** tracks whose label may be wrong, the likeliest first */
  suspects: ToldTrack[];
  /** all of them */
  n_suspects: number;
  /** most important first */
  drivers: Driver[];
}

/** which genre a track is by its sound and company, beside what it is called */
export interface GenreGuess {
  /** null: of an artist, or the words mean several */
  track: ReleasedTrack | null;
  /** how many were heard together */
  tracks: number;
  /** what else the words may mean, at most ten */
  candidates: ReleasedTrack[];
  /** the likeliest first */
  predicted: GuessedGenre[];
  /** whether such answers are right often enough to be given */
  can_tell: boolean;
  /** what the artist is called */
  tagged: TaggedGenre[];
  /** means over the tracks; none where the words mean several */
  features: Partial<Record<"danceability" | "energy" | "key" | "loudness" | "mode" | "speechiness" | "acousticness" | "instrumentalness" | "liveness" | "valence" | "tempo" | "time_signature" | "duration_ms", number | null>>;
  /** what told it */
  heard_from: "sound" | "playlists" | "nothing";
  /** a sentence for people */
  why: string;
  /** how often such answers were right; null: nothing was learnt */
  held_out: HeldOutGenres | null;
  /** what the model of a study says, or null */
  study_says: SaidClass | SaidNumber | null;
}

/** the map of genres, and how much of it the person plays */
export interface GenreMap {
  /** null: the library has nobody of that name */
  person: string | null;
  /** of the person */
  plays: number | null;
  /** of these, plays of artists with genres */
  plays_with_genres: number | null;
  /** how the groups were made */
  by: "hierarchical" | "kmeans" | "spectral" | "affinity";
  /** whether places go on from an earlier map */
  goes_on: boolean;
  /** all of them */
  groups: MapGroup[];
  /** all that have a place */
  genres: MapGenre[];
}

/** how well a model tells genres */
export interface GenreModel {
  /** its name */
  model: string;
  /** how rare classes were made up for */
  sampling: "original" | "undersampled" | "smote";
  /** share of rows whose class was said */
  accuracy: Judged;
  /** share of rows whose class is among the two most probable */
  top2: Judged;
  /** in nats */
  log_loss: Judged;
  /** mean recall of the classes */
  balanced_accuracy: number | null;
  /** mean F1 of the classes */
  macro_f1: number | null;
  /** expected, of 15 bins */
  calibration_error: number | null;
  /** of each class */
  per_class: Record<string, JudgedClass>;
  /** a row a true class, a column a class said, in the order of classes */
  confusion: number[][];
}

/** a root of the tree of genres */
export interface GenreRoot {
  /** its name */
  root: string;
  /** all of them */
  branches: GenreBranch[];
}

/** how well a simple rule tells genres */
export interface GenreRule {
  /** share of rows whose class was said */
  accuracy: Judged;
}

/** how much of somebody's tracks is called so */
export interface GenreShare {
  /** the genre */
  genre: string;
  /** in [0, 1] */
  share: number;
}

/** the tree of genres */
export interface GenreTree {
  /** how many the library knows */
  genres: number;
  /** where the person says genres belong; null: there is none */
  own_file: string | null;
  /** all of them */
  roots: GenreRoot[];
}

/** what a word of a genre's name says */
export interface GenreWord {
  /** the word, or several together */
  words: string;
  /** whether it is what the genre is a kind of */
  is_head: boolean;
  /** that it speaks for most */
  branch: string;
  /** how much, in nats */
  says: number;
}

/** the genres of the library */
export interface Genres {
  /** how many there are */
  total: number;
  /** those of most artists first */
  genres: Genre[];
}

/** how much of the person's music has genres */
export interface GenresCovered {
  /** as a share of the plays, in [0, 1] */
  plays: number;
  /** as a share of the tracks, in [0, 1] */
  tracks: number;
  /** plays */
  n_plays: number;
  /** tracks */
  n_tracks: number;
  /** as a share of the artists, in [0, 1] */
  artists: number;
  /** artists */
  n_artists: number;
}

/** how good a grouping is; null where a figure is not defined */
export interface GroupQuality {
  /** how the groups were made */
  method: string;
  /** how many groups */
  clusters: number;
  /** in [-1, 1], higher is better */
  silhouette: number | null;
  /** 0 or more, lower is better */
  davies_bouldin: number | null;
  /** higher is better */
  calinski_harabasz: number | null;
  /** share of rows whose label is the commonest of their group */
  purity: number | null;
  /** agreement with the labels, 0 by chance */
  adjusted_rand: number | null;
  /** agreement with the labels, in [0, 1] */
  normalized_mutual_information: number | null;
}

/** a branch that a track may be */
export interface GuessedGenre {
  /** the branch */
  genre: string;
  /** in [0, 1] */
  probability: number;
}

/** the thirteen audio features as they were heard */
export interface HeardFeatures {
  /** in [0, 1] */
  danceability: number | null;
  /** in [0, 1] */
  energy: number | null;
  /** in [-1, 11] */
  key: number | null;
  /** in [-100, 20] */
  loudness: number | null;
  /** in [0, 1] */
  mode: number | null;
  /** in [0, 1] */
  speechiness: number | null;
  /** in [0, 1] */
  acousticness: number | null;
  /** in [0, 1] */
  instrumentalness: number | null;
  /** in [0, 1] */
  liveness: number | null;
  /** in [0, 1] */
  valence: number | null;
  /** in [0, 400] */
  tempo: number | null;
  /** in [0, 12] */
  time_signature: number | null;
  /** in [0, 86400000] */
  duration_ms: number | null;
  /** the other octave of the tempo, in BPM */
  tempo_alternative: number | null;
  /** of each feature, in [0, 1] */
  confidence: Sound;
}

/** the loudness of a recording */
export interface HeardLoudness {
  /** of the whole, in LUFS */
  integrated_lufs: number | null;
  /** between soft and loud, in LU */
  range_lu: number | null;
  /** in dBTP; null where it was not asked for */
  true_peak_dbtp: number | null;
  /** in dBFS */
  sample_peak_dbfs: number | null;
  /** of the samples, in [0, 1] */
  clipped_share: number | null;
}

/** the rhythm of a recording */
export interface HeardRhythm {
  /** how clear the beat is, in [0, 1] */
  pulse: number | null;
  /** how even the beats are, in [0, 1] */
  steadiness: number | null;
  /** how many sounds begin a second */
  onsets_per_s: number | null;
}

/** the tonality of a recording */
export interface HeardTonality {
  /** off 440 Hz */
  tuning_cents: number | null;
  /** how well the key fits, in [0, 1] */
  key_strength: number | null;
  /** shares of the pitch classes, C first */
  chroma: (number | null)[];
}

/** what the library holds for the person */
export interface HeldCounts {
  /** plays of the person */
  listens: number;
  /** that the person played */
  tracks: number;
  /** that the person played */
  artists: number;
  /** of the person */
  playlists: number;
  /** all that it knows */
  library_tracks: number;
}

/** how often answers were right on artists never met */
export interface HeldOut {
  /** that were asked for */
  tracks: number;
  /** share of the commonest answer */
  majority: number;
  /** share of right answers where all were given */
  accuracy: number;
  /** in nats */
  log_loss: number;
  /** the probability from which an answer is given */
  threshold: number;
  /** share of tracks that were given an answer */
  coverage: number;
  /** share of these answers that were right */
  told_accuracy: number;
}

/** how often answers were right on artists never met */
export interface HeldOutGenres {
  /** of branches */
  branches: HeldOut;
  /** of roots */
  roots: HeldOut;
}

/** what a person played in a span of time */
export interface History {
  /** the first play of the span, or null */
  first: string | null;
  /** the last play of the span, or null */
  last: string | null;
  /** how often something was played */
  plays: number;
  /** how many of the plays were broken off */
  skips: number;
  /** played, in hours */
  hours: number;
  /** different ones */
  tracks: number;
  /** different ones */
  artists: number;
  /** those with plays, oldest first */
  months: Month[];
  /** plays by weekday, Monday first, and hour, in UTC */
  weekdays: number[][];
  /** the most played first */
  top_artists: TopArtist[];
  /** the most played first */
  top_tracks: TopTrack[];
}

/** a file that was imported */
export interface Import {
  /** its number */
  import: number;
  /** of the file */
  name: string;
  /** which kind of file it is */
  kind: string;
  /** when */
  at: string;
  /** what was said of it then */
  report: FileReport;
}

/** what could not be read */
export interface ImportProblem {
  /** a line and byte, or a path */
  where: string;
  /** a sentence for people */
  message: string;
}

/** a file that changed nothing, because it is not clear what it is */
export interface ImportQuestion {
  /** of the file, or of the entry of an archive */
  path: string;
  /** which kind of file it seems to be */
  kind: string;
  /** what is not clear, a sentence for people */
  question: string;
  /** the options of `attune import` that answer */
  choices: string[];
}

/** what came of an import */
export interface ImportReport {
  /** each of them */
  files: FileReport[];
  /** of all files */
  totals: RowCounts;
  /** files that are asked about, and were not read */
  questions: ImportQuestion[];
  /** files that hold nothing to import, by what they are ("picture", "personal", "json", ...): number of files */
  other_files: Record<string, number>;
  /** that it took */
  seconds: number;
}

/** what came of importing an upload */
export interface ImportResult {
  /** each of them */
  files: FileReport[];
  /** of all files */
  totals: RowCounts;
  /** files that are asked about, and were not read */
  questions: ImportQuestion[];
  /** files that hold nothing to import, by what they are ("picture", "personal", "json", ...): number of files */
  other_files: Record<string, number>;
  /** that it took */
  seconds: number;
  /** what it changed */
  changed: LibraryChange;
}

/** what was imported */
export interface Imports {
  /** newest first */
  imports: Import[];
}

/** long work, how far it is and what came of it */
export interface Job {
  /** its number */
  job: number;
  /** what is done */
  kind: "import" | "analyze" | "sample" | "train" | "evaluate" | "lab";
  /** how far it is */
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  /** what is done at the moment */
  stage: string;
  /** steps of the stage that are done */
  done: number;
  /** steps of the stage; 0: not known */
  total: number;
  /** when it was asked for */
  asked_at: string;
  /** null: it has not ended */
  ended_at: string | null;
  /** why it failed, or null */
  error: ErrorText | null;
  /** the call that takes it back, or null */
  undo: Undo | null;
  /** null: nothing, or not yet */
  result: ImportResult | ImportReport | AnalysisReport | Run | Evaluation | KeptGenreStudy | KeptPopularityStudy | KeptClusterStudy | null;
}

/** long work */
export interface Jobs {
  /** newest first, without results; the last 50 */
  jobs: ListedJob[];
}

/** a figure on tracks that were not learnt from, by both kinds of folds */
export interface Judged {
  /** by random folds */
  random: number | null;
  /** by folds that never divide a group; null without groups */
  by_group: number | null;
  /** 95 % interval of random */
  random_interval: [number | null, number | null];
  /** 95 % interval of by_group; null without groups */
  by_group_interval: [number | null, number | null] | null;
}

/** how well a class is told; by groups where there are groups */
export interface JudgedClass {
  /** of those said to be it, the share that is */
  precision: number | null;
  /** of those that are it, the share that was said */
  recall: number | null;
  /** the harmonic mean of both */
  f1: number | null;
  /** of the class */
  rows: number;
}

/** a study of groups that is kept */
export interface KeptClusterStudy {
  /** what was studied */
  study: "clusters";
  /** that were studied */
  rows: number;
  /** rows that were left out, by the reason */
  dropped: Record<string, number>;
  /** all columns of the table, and what was made of them */
  columns: ColumnUse[];
  /** rows among which groups were sought; the others joined them */
  sampled: number;
  /** that they were told by */
  features: string[];
  /** the column that they are held against; null: none */
  label: string | null;
  /** the purity of one group of all rows; null without a label */
  majority: number | null;
  /** of the groups */
  quality: GroupQuality;
  /** numbers of groups, where none was wanted */
  tried: TriedClusters[];
  /** every method with the same number of groups */
  methods: GroupQuality[];
  /** largest first */
  clusters: StudyCluster[];
  /** of the rows */
  map: ClusterMap;
  /** rows that are like none, the most isolated first */
  odd: OddRow[];
  /** where the page is; null: none was written */
  report: string | null;
  /** where the rows with their places are; null: they were not written */
  places: string | null;
  /** the table, as people know it */
  table_name: string;
  /** the column that it is about; may be empty */
  answer: string;
  /** the column that was never divided; empty: none */
  group: string;
  /** when */
  at: string;
  /** as s3 */
  id: string;
}

/** a study of genres that is kept */
export interface KeptGenreStudy {
  /** what was studied */
  study: "genre";
  /** that were studied */
  rows: number;
  /** rows that were left out, by the reason */
  dropped: Record<string, number>;
  /** all columns of the table, and what was made of them */
  columns: ColumnUse[];
  /** of the label */
  classes: string[];
  /** that were told by */
  features: string[];
  /** simple rules */
  baselines: Record<string, GenreRule>;
  /** every learner with every way of sampling */
  models: GenreModel[];
  /** the one of the best accuracy, by groups where there are groups */
  best: GenreModel;
  /** of the best */
  findings: GenreFindings;
  /** where the page is; null: none was written */
  report: string | null;
  /** the table, as people know it */
  table_name: string;
  /** the column that it is about; may be empty */
  answer: string;
  /** the column that was never divided; empty: none */
  group: string;
  /** when */
  at: string;
  /** as s3 */
  id: string;
}

/** a pick of a cycle, with the label that it has now */
export interface KeptPick {
  /** the place in the list, from 1 */
  rank: number;
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** as in the list that was made */
  score: number;
  /** in [0, 1]; null where the past does not allow to tell */
  probability: number | null;
  /** what the person said of it, or null */
  label: "like" | "dislike" | "skip" | null;
  /** the lower end of its 95 % interval; where it is known */
  low?: number;
  /** the upper end of its 95 % interval; where it is known */
  high?: number;
  /** whether the artist was new; where it is known */
  new_artist?: boolean;
  /** of the artist; where they are known */
  genres?: string[];
  /** who would have thought of it; where it is known */
  sources?: ("your_artists" | "similar_artists" | "listeners" | "genres" | "sound" | "exploration")[];
  /** why; where it is known */
  reasons?: Reason[];
}

/** a study of a number that is kept */
export interface KeptPopularityStudy {
  /** what was studied */
  study: "popularity";
  /** that were studied */
  rows: number;
  /** rows that were left out, by the reason */
  dropped: Record<string, number>;
  /** all columns of the table, and what was made of them */
  columns: ColumnUse[];
  /** the column of numbers to explain */
  target: string;
  /** that it was explained by */
  features: string[];
  /** simple rules */
  baselines: Record<string, NumberRule>;
  /** each learner, and their blend */
  models: NumberModel[];
  /** the one of least error, by groups where there are groups */
  best: NumberModel;
  /** of the target, then of the features */
  distributions: Distribution[];
  /** of the table; null: it has none */
  genres: GenreCounts | null;
  /** of the target and the features */
  correlations: Correlations;
  /** a linear regression on all rows */
  ols: LinearFit;
  /** of the best, among parts of the tracks */
  errors: PartErrors;
  /** of the best */
  residuals: Residuals;
  /** most important first */
  drivers: Driver[];
  /** of the drivers that are numbers */
  dependence: Dependence[];
  /** of single tracks */
  contributions: TrackContributions;
  /** those with 200 rows or more */
  decades: Decade[];
  /** where the page is; null: none was written */
  report: string | null;
  /** the table, as people know it */
  table_name: string;
  /** the column that it is about; may be empty */
  answer: string;
  /** the column that was never divided; empty: none */
  group: string;
  /** when */
  at: string;
  /** as s3 */
  id: string;
}

/** a table that can be studied */
export interface LabTable {
  /** its id; library: the tracks of the library */
  table: string;
  /** of the file */
  name: string;
  /** how many */
  rows: number;
  /** in their order; of the library none */
  columns: TableColumn[];
  /** columns that a study could tell, the likeliest first */
  labels: string[];
  /** columns that a study could explain, the likeliest first */
  targets: string[];
  /** columns that could never be divided, the likeliest first */
  groups: string[];
}

/** the tables that can be studied */
export interface LabTables {
  /** the library first, then the newest */
  tables: LabTable[];
}

/** a track and what the person said of it */
export interface LabelledTrack {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** what was said */
  label: "like" | "dislike" | "skip";
  /** when */
  at: string;
}

/** what the person said of tracks and artists */
export interface Labels {
  /** of tracks */
  labels: LabelledTrack[];
  /** names of artists that are never offered */
  blocked_artists: string[];
}

/** what an import changed */
export interface LibraryChange {
  /** what was held before */
  before: HeldCounts;
  /** what is held after */
  after: HeldCounts;
}

/** what the library holds, whoever played it */
export interface LibraryCounts {
  /** all of them */
  tracks: number;
  /** all of them */
  artists: number;
  /** tracks that a catalogue has: those may be offered */
  catalogue_tracks: number;
}

/** a linear regression on all rows; null where a figure is not defined */
export interface LinearFit {
  /** that it was fitted on */
  rows: number;
  /** of its columns */
  rank: number;
  /** R² */
  r2: number | null;
  /** R², adjusted for the number of columns */
  r2_adjusted: number | null;
  /** statistic of all columns together */
  f: number | null;
  /** how probable one as large is by chance */
  f_p: number | null;
  /** of the fit */
  log_likelihood: number | null;
  /** Akaike's criterion */
  aic: number | null;
  /** Bayesian criterion */
  bic: number | null;
  /** of the columns */
  condition_number: number | null;
  /** reference levels, columns left out */
  notes: string[];
  /** a line a column */
  coefficients: Coefficient[];
}

/** long work, and how far it is; one runs at a time */
export interface ListedJob {
  /** its number */
  job: number;
  /** what is done */
  kind: "import" | "analyze" | "sample" | "train" | "evaluate" | "lab";
  /** how far it is */
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  /** what is done at the moment */
  stage: string;
  /** steps of the stage that are done */
  done: number;
  /** steps of the stage; 0: not known */
  total: number;
  /** when it was asked for */
  asked_at: string;
  /** null: it has not ended */
  ended_at: string | null;
  /** why it failed, or null */
  error: ErrorText | null;
  /** the call that takes it back, or null */
  undo: Undo | null;
}

/** a playlist that was made of chosen tracks */
export interface MadePlaylist {
  /** as playlist:3 */
  id: string;
  /** what it is called; several may have one name */
  name: string;
  /** its entries */
  tracks: number;
  /** the number of the change that made it */
  change: number;
}

/** a genre on the map */
export interface MapGenre {
  /** its name */
  genre: string;
  /** its place */
  x: number;
  /** its place */
  y: number;
  /** that are called so */
  artists: number;
  /** that it belongs to most */
  branch: string;
  /** of that branch */
  root: string;
  /** one of groups */
  group: number;
  /** of the person, shared among the genres of an artist; null without a person */
  plays: number | null;
}

/** a group of genres on the map */
export interface MapGroup {
  /** its number, from 0 */
  group: number;
  /** how many */
  genres: number;
  /** those of most artists */
  examples: string[];
  /** of the person, in [0, 1]; null without plays */
  share_of_plays: number | null;
}

/** a row on the map: x, y and its group */
export type MapPoint = [number, number, number];

/** how well an entry fits */
export interface Margin {
  /** of the entry, from 1 */
  position: number;
  /** below 0 it does not belong */
  margin: number;
}

/** how names were matched to tracks */
export interface Matches {
  /** played tracks of whose sound nothing is known */
  unmatched: Unmatched;
  /** matches by another artist's name */
  doubtful: Doubtful;
  /** newest first */
  corrections: Correction[];
}

/** when tracks came out */
export interface MedianYear {
  /** the year in the middle; null where none is known */
  median: number | null;
}

/** what was played in a month */
export interface Month {
  /** as 2024-03, in UTC */
  month: string;
  /** how often something was played */
  plays: number;
  /** how many of the plays were broken off */
  skips: number;
  /** played, in hours */
  hours: number;
  /** met for the first time ever */
  new_tracks: number;
  /** met for the first time ever */
  new_artists: number;
  /** of these, those played on three days or more since */
  kept_artists: number;
}

/** what each feature did to a track's prediction */
export interface MovedTrack {
  /** its id */
  id: string;
  /** its artist */
  artist: string;
  /** its title */
  title: string;
  /** of the features, in their order; null: not known */
  values: (number | null)[];
  /** what they did, in the same order */
  moved: number[];
}

/** what a genre's name says */
export interface NameEvidence {
  /** heaviest first */
  weights: BranchWeight[];
  /** what it is made of */
  words: GenreWord[];
}

/** a track as a table names it; what the table does not say is empty */
export interface NamedRow {
  /** its id */
  id: string;
  /** its artist */
  artist: string;
  /** its title */
  title: string;
}

/** a genre that is called beside another */
export interface NearGenre {
  /** its name */
  genre: string;
  /** cosine of their vectors, in (0, 1] */
  likeness: number;
  /** that it belongs to most */
  branch: string;
}

/** a track that is written nearly like another */
export interface NearTrack {
  /** a track whose sound is known */
  track: ReleasedTrack;
  /** of the names, in (0, 1] */
  likeness: number;
  /** what the difference is */
  text: string;
}

/** how far a model is off */
export interface NumberModel {
  /** its name */
  model: string;
  /** mean absolute error, in the unit of the target */
  mae: Judged;
  /** R² */
  r2: Judged;
  /** what was chosen for all rows */
  settings?: string;
}

/** how far a simple rule is off */
export interface NumberRule {
  /** mean absolute error, in the unit of the target */
  mae: Judged;
  /** R² */
  r2: Judged;
}

/** a row that is like none, by four methods */
export interface OddRow {
  /** its id */
  id: string;
  /** its artist */
  artist: string;
  /** its title */
  title: string;
  /** of the table, from 1 */
  row: number;
  /** in (0, 1), near 1 for an outlier */
  isolation: number | null;
  /** the largest distance from a mean, in standard deviations */
  z: number | null;
  /** the largest distance outside of the quartiles, in quartile distances */
  quartiles: number | null;
  /** how probable one as far is */
  mahalanobis_p: number | null;
  /** the feature that is farthest from its mean */
  farthest: Trait;
}

/** what a method says that looks at sound alone */
export interface OutlierVote {
  /** larger lies farther apart */
  score: number;
  /** whether it is beyond the usual bound of the method */
  outlier: boolean;
}

/** how far the best model is off among a part of the tracks */
export interface PartError {
  /** a genre, or a decade */
  name: string;
  /** of the part */
  rows: number;
  /** mean absolute error */
  mae: number | null;
  /** its 95 % interval */
  mae_interval: [number | null, number | null];
  /** the same of the best simple rule */
  rule_mae: number | null;
  /** mean of what was said less what is */
  bias: number | null;
}

/** how far the best model is off among parts of the tracks */
export interface PartErrors {
  /** largest first */
  by_genre: PartError[];
  /** in time */
  by_decade: PartError[];
}

/** the people of a library */
export interface People {
  /** all of them */
  people: Person[];
}

/** somebody who plays music */
export interface Person {
  /** the name */
  person: string;
  /** how many plays */
  listens: number;
}

/** what somebody likes who added to playlists */
export interface PersonTaste {
  /** a letter, or the name that they were given */
  person: string;
  /** that they added, each once */
  tracks: number;
  /** of these tracks */
  artists: number;
  /** names of those that they added to */
  playlists: string[];
  /** at most five, the most first */
  genres: GenreShare[];
  /** means over their tracks */
  sound: Sound;
  /** when their tracks came out */
  years: MedianYear;
}

/** a track that is offered */
export interface Pick {
  /** the place in the list, from 1 */
  rank: number;
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** the sum of the contributions of its reasons */
  score: number;
  /** in [0, 1]; null where the past does not allow to tell */
  probability: number | null;
  /** the lower end of its 95 % interval, or null */
  low: number | null;
  /** the upper end of its 95 % interval, or null */
  high: number | null;
  /** whether the person never played the artist */
  new_artist: boolean;
  /** of the artist */
  genres: string[];
  /** who would have thought of it; may be none */
  sources: ("your_artists" | "similar_artists" | "listeners" | "genres" | "sound" | "exploration")[];
  /** why, the heaviest first */
  reasons: Reason[];
}

/** what was offered in a cycle */
export interface Picks {
  /** null: there is none yet */
  cycle: number | null;
  /** the run that made the list; null: there is none, or none any more */
  run: number | null;
  /** in the order of the list */
  picks: KeptPick[];
}

/** a playlist that holds tracks */
export interface Playlist {
  /** as playlist:3 */
  id: string;
  /** what it is called; several may have one name */
  name: string;
  /** where it comes from */
  kind: string;
  /** its entries */
  tracks: number;
  /** states that are kept; 0: it was never changed here */
  versions: number;
  /** who added to it; none where the file does not say */
  people: string[];
}

/** a change of playlists */
export interface PlaylistChange {
  /** its number */
  change: number;
  /** what was done */
  text: string;
  /** when */
  at: string;
}

/** that a track stays on a playlist, or is to go */
export interface PlaylistDecision {
  /** which playlist */
  playlist: PlaylistName;
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** what was decided */
  decision: "keep" | "drop";
}

/** a playlist, what it is like and what sets it apart */
export interface PlaylistDetail {
  /** as playlist:3 */
  id: string;
  /** what it is called; several may have one name */
  name: string;
  /** where it comes from */
  kind: string;
  /** each once */
  tracks: number;
  /** of them, those whose sound is known */
  with_sound: number;
  /** of them, those whose genres are known */
  with_genres: number;
  /** the largest first */
  differences: PlaylistDifference[];
  /** what its tracks are called, the most first */
  genres: PlaylistGenre[];
  /** those that it has more than others */
  telling_genres: PlaylistGenre[];
  /** in their order */
  entries: PlaylistEntry[];
}

/** what sets a playlist apart from the person's others */
export interface PlaylistDifference {
  /** what was measured */
  quantity: string;
  /** the difference of the means in standard deviations */
  effect: number;
  /** of its tracks */
  mean: number;
  /** where its usual tracks begin */
  low: number;
  /** where its usual tracks end */
  high: number;
  /** the mean of the tracks of other playlists */
  elsewhere: number;
  /** a sentence for people; empty where it is not worth one */
  text: string;
}

/** an entry of a playlist */
export interface PlaylistEntry {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** from 1 */
  position: number;
  /** when; null where it is not known */
  added_at: string | null;
  /** who; null where it is not known */
  added_by: string | null;
}

/** how much of a playlist is called so */
export interface PlaylistGenre {
  /** the genre */
  genre: string;
  /** share of its tracks, in [0, 1] */
  here: number;
  /** share of the tracks of other playlists, in [0, 1] */
  elsewhere: number;
}

/** a playlist and how long it is */
export interface PlaylistLength {
  /** as playlist:3 */
  id: string;
  /** what it is called; several may have one name */
  name: string;
  /** its entries */
  tracks: number;
}

/** a playlist by what it is called */
export interface PlaylistName {
  /** as playlist:3 */
  id: string;
  /** what it is called; several may have one name */
  name: string;
}

/** a state of a playlist */
export interface PlaylistVersion {
  /** from 1 */
  version: number;
  /** the state before; null for the first */
  parent: number | null;
  /** when it was changed so */
  at: string;
  /** what was done */
  text: string;
  /** how many it has */
  tracks: number;
}

/** the states of a playlist */
export interface PlaylistVersions {
  /** as playlist:3 */
  id: string;
  /** what it is called; several may have one name */
  name: string;
  /** oldest first; the last is in force */
  versions: PlaylistVersion[];
}

/** the playlists of the person that hold tracks */
export interface Playlists {
  /** all of them */
  playlists: Playlist[];
}

/** who says what tracks are like */
export interface Provider {
  /** a catalogue, or attune itself */
  provider: string;
  /** that it describes */
  tracks: number;
  /** whose sound it describes */
  with_features: number;
}

/** how a column of a table was read */
export interface ReadColumn {
  /** its name as it stands there, or its number */
  column: string;
  /** what it was taken for */
  meaning: string;
  /** its value in the first row */
  example: string;
}

/** what speaks for or against something */
export interface Reason {
  /** which evidence */
  name: string;
  /** its part of the score; the parts add up to it */
  contribution: number;
  /** a sentence for people */
  text: string;
}

/** a track and where it came out */
export interface ReleasedTrack {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** the album; empty where it is not known */
  release: string;
  /** of the release; null where it is not known */
  year: number | null;
}

/** what the best model leaves unexplained */
export interface Residuals {
  /** of what is less what was said */
  distribution: Distribution;
  /** share of tracks inside the 90 % interval that was said */
  coverage: number | null;
  /** its 95 % interval */
  coverage_interval: [number | null, number | null];
  /** mean width of the intervals that were said */
  interval_width: number | null;
  /** of rows drawn at random: what was said, what is */
  points: [number, number][];
}

/** a playlist that is as in a version again */
export interface RestoredPlaylist {
  /** as playlist:3 */
  id: string;
  /** what it is called; several may have one name */
  name: string;
  /** the number of the change */
  change: number;
  /** as in which version */
  version: number;
  /** its entries */
  tracks: number;
}

/** how much something belongs to a root of the tree of genres */
export interface RootWeight {
  /** its name */
  root: string;
  /** in [0, 1] */
  weight: number;
}

/** the fate of every row: rows = imported + duplicates + the sum of dropped */
export interface RowCounts {
  /** that were read */
  rows: number;
  /** that were new */
  imported: number;
  /** that the library had */
  duplicates: number;
  /** that were left out, by the reason */
  dropped: Record<string, number>;
}

/** what was learnt at one time */
export interface Run {
  /** its number */
  run: number;
  /** when it was made */
  at: string;
  /** of all that is random in it */
  seed: number;
  /** of attune that made it */
  version: string;
  /** of the library that it learnt from */
  fingerprint: string;
  /** whether it is in force */
  is_current: boolean;
  /** what it learnt from */
  summary: RunSummary;
}

/** a stage of the models of a run */
export interface RunStage {
  /** what it learnt from */
  stage: string;
  /** how many examples */
  rows: number;
  /** how many of them are liked */
  positive: number;
  /** AUC on artists that it has not seen; null where it learnt nothing */
  auc_by_artist: number | null;
  /** how much it counts; 0: not at all */
  weight: number;
}

/** what a run learnt from */
export interface RunSummary {
  /** the stages of its models */
  stages: RunStage[];
  /** of the stages beside the labels, in [0, 1] */
  history_weight: number;
  /** whether it learnt how the person came upon what they kept */
  replay: boolean;
  /** of the person, then */
  listens: number;
  /** of the person, then */
  labels: number;
  /** of the library, then */
  tracks: number;
  /** whose audio features it learnt from */
  feature_scale: string;
  /** whether it was for a first look; of older runs not known */
  quick?: boolean;
}

/** the runs of the person */
export interface Runs {
  /** oldest first */
  runs: Run[];
}

/** which class a study's model says that a track is */
export interface SaidClass {
  /** its id */
  id: string;
  /** its artist */
  artist: string;
  /** its title */
  title: string;
  /** the likeliest */
  said: string;
  /** whether such answers are right at least half of the time */
  can_tell: boolean;
  /** of each class */
  probabilities: Record<string, number>;
}

/** which number a study's model says that a track has */
export interface SaidNumber {
  /** its id */
  id: string;
  /** its artist */
  artist: string;
  /** its title */
  title: string;
  /** the number */
  value: number;
  /** the lower end of its 90 % interval */
  low: number;
  /** the upper end of its 90 % interval */
  high: number;
  /** whether enough of the track is known */
  can_tell: boolean;
}

/** how often the class is the second guess */
export interface SecondChance {
  /** of the class */
  rows: number;
  /** the share whose first guess is right */
  first: number | null;
  /** of the others, the share whose second is */
  second: number | null;
  /** the same of guessing by how frequent classes are */
  second_by_chance: number | null;
}

/** what a page needs to begin */
export interface Session {
  /** for the header X-Attune-Token of all that changes something */
  token: string;
  /** of attune */
  version: string;
  /** whom the server was started for */
  person: string;
  /** whether the library of the simulated listener is shown */
  sample: boolean;
  /** whether nothing is imported yet */
  empty: boolean;
  /** of the body of an upload, in bytes */
  upload_limit: number;
}

/** who has said where a genre belongs */
export interface SettledBy {
  /** who */
  by: "you" | "attune";
  /** of the person's own file; null where attune says so */
  line: number | null;
}

/** what is like an artist, a track or a tag */
export interface Similar {
  /** what was asked for */
  about: SimilarAbout;
  /** what was compared; null: all that is known */
  by: "tags" | "sound" | "listeners" | null;
  /** of a tag: those near it */
  tags: FoundTag[];
  /** of an artist and of a tag */
  artists: FoundArtist[];
  /** of a track and of a tag */
  tracks: FoundTrack[];
}

/** what a name was taken for */
export interface SimilarAbout {
  /** what it is */
  kind: "artist" | "track" | "tag";
  /** as the library writes it */
  name: string;
}

/** the thirteen audio features; null where a value is not known */
export interface Sound {
  /** in [0, 1] */
  danceability: number | null;
  /** in [0, 1] */
  energy: number | null;
  /** in [-1, 11] */
  key: number | null;
  /** in [-100, 20] */
  loudness: number | null;
  /** in [0, 1] */
  mode: number | null;
  /** in [0, 1] */
  speechiness: number | null;
  /** in [0, 1] */
  acousticness: number | null;
  /** in [0, 1] */
  instrumentalness: number | null;
  /** in [0, 1] */
  liveness: number | null;
  /** in [0, 1] */
  valence: number | null;
  /** in [0, 400] */
  tempo: number | null;
  /** in [0, 12] */
  time_signature: number | null;
  /** in [0, 86400000] */
  duration_ms: number | null;
}

/** what a genre's sound says */
export interface SoundEvidence {
  /** heaviest first */
  weights: BranchWeight[];
  /** those that are known */
  features: GenreFeature[];
}

/** what the library holds for the person */
export interface Status {
  /** whose status this is */
  person: string;
  /** plays of the person */
  listens: number;
  /** that the person played */
  tracks: number;
  /** that the person played */
  artists: number;
  /** of the person */
  playlists: number;
  /** what it holds, whoever played it */
  library: LibraryCounts;
  /** how much of the person's music something is known of */
  coverage: Coverage;
  /** who says what tracks are like */
  providers: Provider[];
  /** other people's listening */
  community: CommunityCounts;
  /** names of the people of the library */
  people: string[];
  /** oldest first */
  runs: Run[];
  /** oldest first */
  cycles: Cycle[];
}

/** a group of like tracks */
export interface StudyCluster {
  /** its number, from 1 */
  cluster: number;
  /** in it */
  rows: number;
  /** of all rows */
  share: number;
  /** what sets it apart, the most first */
  traits: Trait[];
  /** the rows nearest to its middle */
  typical: NamedRow[];
  /** rows of each label */
  labels: Record<string, number>;
}

/** a study in the list of those that are kept */
export interface StudyEntry {
  /** what was studied */
  study: "genre" | "popularity" | "clusters";
  /** the table, as people know it */
  table_name: string;
  /** the column that it is about; may be empty */
  answer: string;
  /** the column that was never divided; empty: none */
  group: string;
  /** when */
  at: string;
  /** that were studied */
  rows: number;
  /** its best model; of groups how good they are */
  best: GenreModel | NumberModel | GroupQuality;
  /** as s3 */
  id: string;
}

/** the studies that are kept */
export interface StudyList {
  /** newest first */
  studies: StudyEntry[];
}

/** a column of a table */
export interface TableColumn {
  /** as the table writes it */
  name: string;
  /** what its values are */
  kind: "number" | "flag" | "date" | "list" | "id" | "text";
  /** rows that have a value */
  known: number;
  /** different values, counted up to 1000 */
  distinct: number;
  /** the first value */
  example: string;
}

/** what an artist is called */
export interface TaggedGenre {
  /** the name */
  genre: string;
  /** that it belongs to most; null where the tree does not know it */
  branch: string | null;
}

/** how the tastes of two people overlap */
export interface TastePair {
  /** one of them */
  a: string;
  /** the other */
  b: string;
  /** that both added */
  shared_tracks: number;
  /** that both added */
  shared_artists: number;
  /** overlap in [0, 1]; null where genres are not known */
  genres: number | null;
  /** overlap in [0, 1]; null where too little is known */
  sound: number | null;
  /** a sentence for people; may be empty */
  text: string;
}

/** what the people who added to playlists like */
export interface Tastes {
  /** each of them */
  people: PersonTaste[];
  /** each with each */
  pairs: TastePair[];
}

/** what a model said of a track that it had not seen */
export interface ToldTrack {
  /** its id */
  id: string;
  /** its artist */
  artist: string;
  /** its title */
  title: string;
  /** as the table has it */
  label: string;
  /** as the model has it */
  said: string;
  /** of what it said, in [0, 1] */
  confidence: number;
  /** of the label, in [0, 1] */
  label_probability: number;
}

/** an artist that was played much */
export interface TopArtist {
  /** the name */
  artist: string;
  /** how often it was played */
  plays: number;
  /** how many of the plays were broken off */
  skips: number;
  /** played, in hours */
  hours: number;
  /** the first play of the span */
  first: string;
  /** the last play of the span */
  last: string;
  /** plays in twelve equal parts of the span */
  trend: number[];
}

/** a track that was played much */
export interface TopTrack {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** how often it was played */
  plays: number;
  /** how many of the plays were broken off */
  skips: number;
  /** played, in hours */
  hours: number;
  /** the first play of the span */
  first: string;
  /** the last play of the span */
  last: string;
  /** plays in twelve equal parts of the span */
  trend: number[];
}

/** a track by what it is called */
export interface Track {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
}

/** what each feature did to single tracks' predictions */
export interface TrackContributions {
  /** the prediction without knowing anything */
  base: number;
  /** the columns */
  features: string[];
  /** some of them */
  tracks: MovedTrack[];
}

/** what there is to show of a track */
export interface TrackDetail {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** the album; empty where it is not known */
  release: string;
  /** of the release; null where it is not known */
  year: number | null;
  /** 0 to 100; null where it is not known */
  popularity: number | null;
  /** of the artist */
  genres: string[];
  /** of the person */
  plays: number;
  /** what the person said of it, or null */
  label: "like" | "dislike" | "skip" | null;
  /** of its sound */
  features: Sound;
}

/** what there is to show of tracks */
export interface TrackDetails {
  /** unknown ones are left out */
  tracks: TrackDetail[];
}

/** in what something differs from all rows */
export interface Trait {
  /** its column */
  feature: string;
  /** in the unit of the feature */
  mean: number | null;
  /** from the mean of all, in standard deviations of all */
  deviations: number | null;
}

/** a number of groups that was tried */
export interface TriedClusters {
  /** how many groups */
  clusters: number;
  /** in [-1, 1], higher is better */
  silhouette: number | null;
}

/** what a part of the words was taken for */
export interface UnderstoodWords {
  /** as they were typed */
  words: string;
  /** what they were taken for */
  as: string;
  /** what that is */
  kind: "tag" | "sound" | "era";
  /** whether it is what is not wanted */
  negated: boolean;
}

/** the call that takes back what a job did */
export interface Undo {
  /** of the call */
  method: "POST" | "DELETE";
  /** of the call */
  path: string;
  /** of the call; null: it has none */
  body: string | null;
  /** a phrase for people */
  text: string;
}

/** a change of playlists that was taken back */
export interface UndonePlaylists {
  /** the number of the change that took it back */
  change: number;
  /** what was taken back */
  undone: PlaylistChange;
  /** those that hold again what they held */
  playlists: PlaylistLength[];
}

/** played tracks of whose sound nothing is known */
export interface Unmatched {
  /** how many */
  tracks: number;
  /** of them all */
  plays: number;
  /** how many of them are written nearly like one that has */
  with_nearest: number;
  /** of these, the most played first */
  list: UnmatchedTrack[];
}

/** a played track of whose sound nothing is known */
export interface UnmatchedTrack {
  /** the track */
  track: ReleasedTrack;
  /** of the person */
  plays: number;
  /** at most three, the likest first */
  nearest: NearTrack[];
}

/** what the doctor says of a track that does not fit, or that was decided on */
export interface Verdict {
  /** as track:12 */
  id: string;
  /** the credit, as its source wrote it */
  artist: string;
  /** the title, as its source wrote it */
  title: string;
  /** as spotify:track:…; empty where no link is known */
  uri: string;
  /** of the entry, from 1 */
  position: number;
  /** whether it belongs */
  standing: "foreign" | "doubtful" | "kept" | "dropped";
  /** that it does not belong, in [0, 1] */
  probability: number;
  /** how far it is from belonging; below 0 it does not */
  margin: number;
  /** what the margin is made of; with an intercept they add up to it */
  parts: Partial<Record<"sound" | "genres" | "artist" | "release" | "era" | "popularity" | "length" | "other playlists" | "decisions", number>>;
  /** what methods say that look at sound alone */
  methods: Partial<Record<"z-score" | "IQR" | "Mahalanobis" | "isolation forest", OutlierVote>>;
  /** how many of them call it an outlier */
  n_methods: number;
  /** sentences for people, the weightiest first */
  reasons: string[];
  /** where it would sit better, or null */
  home: BetterHome | null;
}

/** what fits words about music */
export interface WordSearch {
  /** the words */
  query: string;
  /** what their parts were taken for */
  understood: UnderstoodWords[];
  /** words that the library does not know */
  unknown: string[];
  /** the best first; none where artists were asked for */
  tracks: FoundTrack[];
  /** the best first, where artists were asked for */
  artists: FoundArtist[];
}

/** these routes, for programs */
export interface OpenApi {
  openapi: "3.1.0";
  /** of the interface */
  info: { title: string; version: string; };
  paths: Record<string, Partial<Record<"get" | "post" | "delete", OpenApiOperation>>>;
  /** what the calls refer to */
  components: { schemas: Record<string, OpenApiSchema>; securitySchemes: { token: { type: "apiKey"; in: "header" | "cookie"; name: string; }; cookie: { type: "apiKey"; in: "header" | "cookie"; name: string; }; }; };
}

/** a call */
export interface OpenApiOperation {
  summary: string;
  parameters: OpenApiParameter[];
  /** what is sent */
  requestBody?: { required: boolean; content: Record<string, { schema: OpenApiSchema; }>; };
  security?: { token: string[]; cookie: string[]; }[];
  /** by status */
  responses: { "2XX": { description: string; content: Record<string, { schema: OpenApiSchema; }>; }; default: { description: string; content: Record<string, { schema: OpenApiSchema; }>; }; };
}

/** a part of a path or of an address */
export interface OpenApiParameter {
  name: string;
  in: "path" | "query";
  description?: string;
  required: boolean;
  schema: OpenApiSchema;
  style?: "pipeDelimited";
  explode?: false;
}

/** what a value is like */
export interface OpenApiSchema {
  "$ref"?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  const?: string | boolean | null;
  enum?: (string | boolean | null)[];
  anyOf?: OpenApiSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  items?: OpenApiSchema | boolean;
  prefixItems?: OpenApiSchema[];
  properties?: Record<string, OpenApiSchema>;
  required?: string[];
  propertyNames?: OpenApiSchema;
  additionalProperties?: OpenApiSchema | boolean;
}

/** What a call that takes nothing takes. */
export type Nothing = Record<string, never>;

/** Every call: what it is asked with in its path and address, what its body is, what it answers. */
export interface Routes {
  /** the token for changes, and whether there is a library */
  "GET /session": {
    asked: Nothing;
    body: Nothing;
    answer: Session;
  };
  /** what the library holds and how much of it is covered */
  "GET /status": {
    asked: Nothing;
    body: Nothing;
    answer: Status;
  };
  /** the people of the library */
  "GET /people": {
    asked: Nothing;
    body: Nothing;
    answer: People;
  };
  /** deletes a person with all that is theirs */
  "DELETE /people/{name}": {
    asked: { name: string; };
    body: Nothing;
    answer: People;
  };
  /** a job: a simulated listener to look around with */
  "POST /sample": {
    asked: Nothing;
    body: Nothing;
    answer: Job;
  };
  /** back to the person's own library */
  "DELETE /sample": {
    asked: Nothing;
    body: Nothing;
    answer: Session;
  };
  /** a job: reads the file that is the body */
  "POST /imports": {
    asked: { name: string; community?: boolean; source?: string; folders_are_people?: boolean; keep_incognito?: boolean; as?: string; columns?: string; timezone?: string; };
    body: Nothing;
    answer: Job;
  };
  /** what was imported, newest first */
  "GET /imports": {
    asked: Nothing;
    body: Nothing;
    answer: Imports;
  };
  /** a job: listens to files of sound on this machine */
  "POST /analyses": {
    asked: Nothing;
    body: { paths: string[]; };
    answer: Job;
  };
  /** long work, newest first */
  "GET /jobs": {
    asked: Nothing;
    body: Nothing;
    answer: Jobs;
  };
  /** how far a job is, and what it came to */
  "GET /jobs/{job}": {
    asked: { job: string; };
    body: Nothing;
    answer: Job;
  };
  /** asks a job to stop */
  "POST /jobs/{job}/cancel": {
    asked: { job: string; };
    body: Nothing;
    answer: Job;
  };
  /** a job: learns from what the person did; a new run */
  "POST /train": {
    asked: Nothing;
    body: { playlists?: string[]; without_labels?: boolean; quick?: boolean; };
    answer: Job;
  };
  /** the runs so far */
  "GET /runs": {
    asked: Nothing;
    body: Nothing;
    answer: Runs;
  };
  /** puts a run of the past in force again */
  "POST /runs/{run}/restore": {
    asked: { run: string; };
    body: Nothing;
    answer: Runs;
  };
  /** a job: the person's past replayed, against simple rules */
  "POST /evaluations": {
    asked: Nothing;
    body: { cuts?: number[]; resamples?: number; leave_one_out?: boolean; };
    answer: Job;
  };
  /** finds tracks that are new, with reasons: the picks */
  "POST /discover": {
    asked: Nothing;
    body: { count?: number; familiarity?: number; popularity?: number; diversity?: number; max_per_artist?: number; include_genres?: string[]; exclude_genres?: string[]; include_artists?: string[]; exclude_artists?: string[]; preview?: boolean; };
    answer: Discovery;
  };
  /** the same, only shown: what turning the dials would give */
  "GET /discover": {
    asked: { count?: number; familiarity?: number; popularity?: number; diversity?: number; max_per_artist?: number; include_genres?: string[]; exclude_genres?: string[]; include_artists?: string[]; exclude_artists?: string[]; };
    body: Nothing;
    answer: Discovery;
  };
  /** the picks of a cycle with their labels */
  "GET /picks": {
    asked: { cycle?: number; };
    body: Nothing;
    answer: Picks;
  };
  /** artists that are new, by what other listeners play */
  "GET /new-artists": {
    asked: { count?: number; };
    body: Nothing;
    answer: ArtistPicks;
  };
  /** what was said of tracks and artists */
  "GET /labels": {
    asked: Nothing;
    body: Nothing;
    answer: Labels;
  };
  /** says what the person thinks of a track, or blocks an artist */
  "POST /labels": {
    asked: Nothing;
    body: { track?: string; label?: string; artist?: string; blocked?: boolean; };
    answer: ChangedLabel | BlockedArtist;
  };
  /** the formats of files */
  "GET /export/formats": {
    asked: Nothing;
    body: Nothing;
    answer: ExportFormats;
  };
  /** listening over time: months, hours, most played, skips */
  "GET /history": {
    asked: { from?: string; to?: string; top?: number; };
    body: Nothing;
    answer: History;
  };
  /** the playlists that hold tracks */
  "GET /playlists": {
    asked: Nothing;
    body: Nothing;
    answer: Playlists;
  };
  /** makes a playlist of chosen tracks */
  "POST /playlists": {
    asked: Nothing;
    body: { name: string; tracks: string[]; };
    answer: MadePlaylist;
  };
  /** what does not belong on playlists, and why */
  "POST /playlists/doctor": {
    asked: Nothing;
    body: { playlists?: string[]; doubtful?: boolean; move?: boolean; apply?: boolean; };
    answer: Doctor;
  };
  /** a new playlist from wishes */
  "POST /playlists/build": {
    asked: Nothing;
    body: { genres?: string[]; moods?: string[]; like?: string[]; cluster?: number; count?: number; max_per_artist?: number; from?: string; name?: string; apply?: boolean; };
    answer: BuiltPlaylist;
  };
  /** takes the last change back */
  "POST /playlists/undo": {
    asked: Nothing;
    body: { playlist?: string; };
    answer: UndonePlaylists;
  };
  /** what those who added to playlists like, and how that overlaps */
  "GET /people/tastes": {
    asked: Nothing;
    body: Nothing;
    answer: Tastes;
  };
  /** what to call one of them */
  "POST /people/tastes/rename": {
    asked: Nothing;
    body: { from: string; to: string; };
    answer: Tastes;
  };
  /** the same of one playlist */
  "GET /playlists/{playlist}/people": {
    asked: { playlist: string; };
    body: Nothing;
    answer: Tastes;
  };
  /** what is on it and what it is like */
  "GET /playlists/{playlist}": {
    asked: { playlist: string; };
    body: Nothing;
    answer: PlaylistDetail;
  };
  /** its versions */
  "GET /playlists/{playlist}/versions": {
    asked: { playlist: string; };
    body: Nothing;
    answer: PlaylistVersions;
  };
  /** brings back a version */
  "POST /playlists/{playlist}/restore": {
    asked: { playlist: string; };
    body: { version?: number; };
    answer: RestoredPlaylist;
  };
  /** that a track stays, or is to go */
  "POST /playlists/{playlist}/decisions": {
    asked: { playlist: string; };
    body: { track: string; keep?: boolean; };
    answer: PlaylistDecision;
  };
  /** played tracks without a known sound and what they may be, matches in doubt, corrections so far */
  "GET /matches": {
    asked: { count?: number; };
    body: Nothing;
    answer: Matches;
  };
  /** two tracks are one recording */
  "POST /matches/join": {
    asked: Nothing;
    body: { track: string; into: string; };
    answer: Correction;
  };
  /** an id was taken for the wrong track */
  "POST /matches/separate": {
    asked: Nothing;
    body: { match: string; };
    answer: Correction;
  };
  /** a match is right, or a track is like no other */
  "POST /matches/keep": {
    asked: Nothing;
    body: { match: string; };
    answer: Correction;
  };
  /** takes a correction back */
  "POST /matches/undo": {
    asked: Nothing;
    body: { correction?: number; };
    answer: Correction;
  };
  /** the genres by their number of artists */
  "GET /genres": {
    asked: { branch?: string; count?: number; };
    body: Nothing;
    answer: Genres;
  };
  /** roots, branches and their genres */
  "GET /genres/tree": {
    asked: { count?: number; };
    body: Nothing;
    answer: GenreTree;
  };
  /** where a genre belongs, and why */
  "GET /genres/explain": {
    asked: { genre: string; };
    body: Nothing;
    answer: GenreExplained;
  };
  /** the map of genres, and how much of it the person plays */
  "GET /genres/map": {
    asked: { by?: string; groups?: number; };
    body: Nothing;
    answer: GenreMap;
  };
  /** what is like an artist, a track or a tag */
  "GET /similar": {
    asked: { name: string; count?: number; by?: string; max_per_artist?: number; };
    body: Nothing;
    answer: Similar;
  };
  /** tracks that fit words */
  "GET /search": {
    asked: { words: string; count?: number; artists?: boolean; max_per_artist?: number; };
    body: Nothing;
    answer: WordSearch;
  };
  /** a table to study: the body is the file */
  "POST /lab/tables": {
    asked: { name: string; };
    body: Nothing;
    answer: LabTable;
  };
  /** what can be studied: the library, and tables that came in */
  "GET /lab/tables": {
    asked: Nothing;
    body: Nothing;
    answer: LabTables;
  };
  /** deletes a table that came in */
  "DELETE /lab/tables/{table}": {
    asked: { table: string; };
    body: Nothing;
    answer: LabTables;
  };
  /** a job: studies a table */
  "POST /lab/studies": {
    asked: Nothing;
    body: { study: string; table: string; answer?: string; group?: string; features?: string[]; models?: string[]; };
    answer: Job;
  };
  /** the studies that are kept, newest first */
  "GET /lab/studies": {
    asked: Nothing;
    body: Nothing;
    answer: StudyList;
  };
  /** all numbers of a study */
  "GET /lab/studies/{study}": {
    asked: { study: string; };
    body: Nothing;
    answer: KeptGenreStudy | KeptPopularityStudy | KeptClusterStudy;
  };
  /** deletes a study */
  "DELETE /lab/studies/{study}": {
    asked: { study: string; };
    body: Nothing;
    answer: StudyList;
  };
  /** which figures of two studies differ */
  "GET /lab/compare": {
    asked: { a: string; b: string; };
    body: Nothing;
    answer: Comparison;
  };
  /** which genre a track or an artist is, beside what it is called */
  "GET /lab/predict": {
    asked: { artist?: string; title?: string; study?: string; };
    body: Nothing;
    answer: GenreGuess;
  };
  /** what there is to show of tracks */
  "GET /tracks": {
    asked: { ids?: string; text?: string; count?: number; };
    body: Nothing;
    answer: TrackDetails;
  };
}
