// The binary answer of GET /explore: typed arrays over the bytes as they came, nothing is copied.
import { ApiError, address, ask } from "../api/client";

export interface Column {
  name: string;
  /** `q` 0 to 65534 for `low` to `high`, or an index into `words`; 65535 is missing. */
  values: Uint16Array;
  low: number;
  high: number;
  words: string[] | null;
}

export interface Points {
  n: number;
  /** The numbers of `track:N`. */
  ids: Uint32Array;
  columns: Map<string, Column>;
}

export const MISSING = 65535;

export function decode(bytes: ArrayBuffer): Points {
  const view = new DataView(bytes);
  if (bytes.byteLength < 8 || view.getUint32(0, false) !== 0x41545831) throw new ApiError("bug", "These are no points.");
  const length = view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, length)));
  const at = (column: { offset: number }) => 8 + length + column.offset;
  const columns = new Map<string, Column>();
  for (const column of head.columns.slice(1)) {
    columns.set(column.name, { name: column.name, values: new Uint16Array(bytes, at(column), head.points), low: column.low ?? 0,
      high: column.high ?? 1, words: column.words ?? null });
  }
  return { n: head.points, ids: new Uint32Array(bytes, at(head.columns[0]), head.points), columns };
}

export async function fetchPoints(columns: string[], scope: string, signal?: AbortSignal): Promise<Points> {
  const answer = await ask("GET", address("/explore", { columns: [...new Set(columns)].join(","), scope }), undefined, signal);
  return decode(await answer.arrayBuffer());
}

/** The value that the point `i` has in its column; null where it is missing. */
export function valueAt(column: Column, i: number): number | string | null {
  const q = column.values[i];
  if (q === MISSING) return null;
  return column.words ? column.words[q] : column.low + (q * (column.high - column.low)) / 65534;
}
