// An invented world: tracks, listening, genres. Every name is made of syllables.
let state = 7;
/** 0 to 1, the same series at each start. */
export function random(): number {
  state = (state * 1664525 + 1013904223) >>> 0;
  return state / 2 ** 32;
}
const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
const bell = () => (random() + random() + random()) / 3;
const syllables = ["lu", "mia", "tor", "ven", "ka", "shi", "dre", "ol", "na", "gem", "ri", "so", "bel", "ash", "qui", "fen"];
const word = () => {
  const text = one(syllables) + one(syllables) + (random() < 0.4 ? one(syllables) : "");
  return text[0].toUpperCase() + text.slice(1);
};
export const genres = ["indie pop", "shoegaze", "deep house", "ambient", "jazz funk", "art rock", "folk", "hip hop", "dub", "country pop",
  "techno", "chamber pop", "soul", "dream pop", "bossa nova", "post-punk"];
const roots = ["pop and electronic", "rhythm", "guitar", "concert"];
const branches = ["pop", "rock", "electronic", "jazz", "r&b", "folk"];

export interface MockTrack {
  id: string; artist: string; title: string; uri: string; release: string; year: number; popularity: number; genres: string[];
  plays: number; label: string | null; features: Record<string, number>;
}
const FEATURES = ["danceability", "energy", "speechiness", "acousticness", "instrumentalness", "liveness", "valence"];
const artists = Array.from({ length: 420 }, () => ({ name: `${random() < 0.4 ? "The " : ""}${word()}${random() < 0.5 ? " " + word() : ""}`, genre: Math.floor(random() * 16) }));
export const tracks: MockTrack[] = Array.from({ length: Number(process.env.MOCK_TRACKS ?? 12000) }, (_, i) => {
  const artist = artists[Math.floor(random() ** 1.6 * artists.length)];
  const lean = artist.genre / 16;
  const features: Record<string, number> = {};
  for (const [k, name] of FEATURES.entries()) features[name] = Math.min(1, Math.max(0, 0.5 * bell() + 0.5 * ((lean * (k + 2) * 1.7) % 1)));
  features.tempo = 70 + 110 * bell();
  features.loudness = -20 * bell();
  features.duration_ms = 120000 + 240000 * bell();
  return { id: `track:${i + 1}`, artist: artist.name, title: `${word()} ${word()}`, uri: `spotify:track:${(i + 1).toString(36).padStart(22, "x")}`,
    release: word(), year: 1965 + Math.floor(59 * Math.sqrt(random())), popularity: Math.floor(90 * bell()),
    genres: [genres[artist.genre], genres[(artist.genre + 3) % 16]], plays: random() < 0.25 ? Math.floor(60 * random() ** 3) : 0, label: null, features };
});

export const months = Array.from({ length: 36 }, (_, i) => {
  const plays = Math.round(500 + 400 * Math.sin(i / 5) + 250 * random());
  return { month: `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`, plays, skips: Math.round(plays * 0.12),
    hours: plays / 17, new_tracks: Math.round(plays / 9), new_artists: 5 + Math.round(20 * random()), kept_artists: Math.round(6 * random()) };
});
export const weekdays = Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_, hour) =>
  Math.round(300 * Math.max(0, Math.sin((hour - 6) / 5.2)) * (day > 4 ? 0.7 : 1) * (0.6 + random()))));
export const trend = () => Array.from({ length: 12 }, () => Math.floor(30 * random()));
export const genreMap = Array.from({ length: 320 }, (_, i) => {
  const group = i % 6;
  const angle = (group / 6) * 6.28 + bell() * 2 - 1;
  const far = 2 + 3 * bell();
  return { genre: i < 16 ? genres[i] : `${word().toLowerCase()} ${one(["pop", "rock", "house", "jazz", "folk", "wave"])} ${i}`, x: far * Math.cos(angle) + bell() * 2,
    y: far * Math.sin(angle) + bell() * 2, artists: 3 + Math.floor(80 * random() ** 3), branch: branches[group], root: roots[group % 4], group, plays: random() < 0.4 ? Math.floor(900 * random() ** 3) : 0 };
});
