// Which colour a point has: seven kinds that colour-blind people can tell apart and one for all others, or a ramp in
// nine steps for figures. A group is an index into the palette; the last group is "unknown".
import { MISSING, type Column } from "./points";

/** After Okabe and Ito; yellow is darkened so that it is seen on white as well. */
export const KINDS = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#b8a800"];
const OTHER = "#8a8a86";
const UNKNOWN = "#c4c0b6";
const RAMP = ["#2d1160", "#51127c", "#822681", "#b73779", "#d8456c", "#f1605d", "#fb8861", "#feb078", "#fddc9e"];

export interface Group {
  name: string;
  colour: string;
  points: number;
}

export interface Colouring {
  /** The group of each point. */
  group: Uint8Array;
  groups: Group[];
}

function byWord(column: Column, n: number, other: string, unknown: string): Colouring {
  const words = column.words ?? [];
  const counts = new Uint32Array(words.length);
  for (let i = 0; i < n; i++) if (column.values[i] !== MISSING) counts[column.values[i]]++;
  const order = [...counts.keys()].sort((a, b) => counts[b] - counts[a]);
  const kept = order.slice(0, words.length <= KINDS.length + 1 ? KINDS.length + 1 : KINDS.length);
  kept.sort((a, b) => (column.name === "decade" ? words[a].localeCompare(words[b]) : counts[b] - counts[a]));
  const groupOf = new Uint8Array(words.length).fill(kept.length);
  kept.forEach((word, group) => (groupOf[word] = group));
  const groups = kept.map((word, i) => ({ name: words[word], colour: KINDS[i] ?? "#555555", points: 0 }));
  groups.push({ name: other, colour: OTHER, points: 0 }, { name: unknown, colour: UNKNOWN, points: 0 });
  const group = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const q = column.values[i];
    group[i] = q === MISSING ? kept.length + 1 : groupOf[q];
    groups[group[i]].points++;
  }
  return { group, groups };
}

function byValue(column: Column, n: number, unknown: string): Colouring {
  const steps = RAMP.length;
  const edge = (i: number) => column.low + (i / steps) * (column.high - column.low);
  const text = (value: number) => (column.high - column.low > 20 ? Math.round(value) : value.toFixed(2));
  const groups = RAMP.map((colour, i) => ({ name: `${text(edge(i))} – ${text(edge(i + 1))}`, colour, points: 0 }));
  groups.push({ name: unknown, colour: UNKNOWN, points: 0 });
  const group = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const q = column.values[i];
    group[i] = q === MISSING ? steps : Math.min(steps - 1, Math.floor((q * steps) / 65534));
    groups[group[i]].points++;
  }
  return { group, groups };
}

export function colour(column: Column, n: number, other: string, unknown: string): Colouring {
  return column.words ? byWord(column, n, other, unknown) : byValue(column, n, unknown);
}
