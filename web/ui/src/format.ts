// Numbers and times as people read them.
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const monthOnly = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

export const count = (value: number): string => whole.format(value);
export const short = (value: number): string => compact.format(value);
/** A share in percent; nothing is known: a dash. */
export const percent = (share: number | null): string => share === null ? "–" : `${Math.round(share * 100)}\u00a0%`;
/** Never broken at a line's end. */
export const date = (moment: string | null): string => (moment ? day.format(new Date(moment)).replaceAll(" ", "\u00a0") : "–");
export const month = (name: string): string => monthOnly.format(new Date(name + "-01T00:00:00Z"));
export const decimal = (value: number | null, digits = 2): string => (value === null ? "–" : value.toFixed(digits));
export const words = (name: string): string => name.replaceAll("_", " ");

/** Four to six round numbers that span `low` to `high`. */
export function ticks(low: number, high: number, about = 5): number[] {
  if (!(high > low)) return [low];
  const raw = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10);
  const result: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-9; value += step) result.push(value);
  return result;
}

/** A link that a stranger's file cannot turn into a script; null where it is none of a track. */
export const spotify = (uri: string | undefined): string | null =>
  uri && /^spotify:track:[A-Za-z0-9]{1,64}$/.test(uri) ? uri : null;
