// Points sorted into 256 x 256 cells of their plane: the nearest point and the points of a region without a look at all.
// Points of a cell lie side by side in memory, cell after cell, row after row: so what is seen of a region is read in a line.
import { MISSING } from "./points";

const SIDE = 256;

/** A region in quantised units, 0 to 65534 each way. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** What may be found: the points whose group is shown. */
export interface Shown {
  /** The group of each point, in the order of the cells. */
  group: Uint8Array;
  /** By group: 0 hidden, 1 shown, 3 shown behind the others. */
  groups: Uint8Array;
}

export class CellIndex {
  /** Where each cell begins in the order of the cells. */
  private readonly first = new Uint32Array(SIDE * SIDE + 1);
  /** The points in the order of the cells, as indices; those without a place are left out. */
  readonly order: Uint32Array;
  /** Their places, in the same order. */
  readonly x: Uint16Array;
  readonly y: Uint16Array;

  /** `x` and `y`: a place a point, both of one length. */
  constructor(x: Uint16Array, y: Uint16Array) {
    const n = x.length;
    const { first } = this;
    for (let i = 0; i < n; i++) if (x[i] !== MISSING && y[i] !== MISSING) first[((y[i] >> 8) << 8) + (x[i] >> 8) + 1]++;
    for (let at = 0; at < SIDE * SIDE; at++) first[at + 1] += first[at];
    const next = first.slice(0, -1);
    const shown = first[SIDE * SIDE];
    const order = (this.order = new Uint32Array(shown));
    const sortedX = (this.x = new Uint16Array(shown));
    const sortedY = (this.y = new Uint16Array(shown));
    for (let i = 0; i < n; i++) {
      if (x[i] === MISSING || y[i] === MISSING) continue;
      const k = next[((y[i] >> 8) << 8) + (x[i] >> 8)]++;
      order[k] = i;
      sortedX[k] = x[i];
      sortedY[k] = y[i];
    }
  }

  /** Points that have both coordinates. */
  get shown(): number {
    return this.order.length;
  }

  /** What is known of each point, a byte, in the order of the cells. */
  sorted(bytes: Uint8Array): Uint8Array {
    const { order } = this;
    const result = new Uint8Array(order.length);
    for (let k = 0; k < order.length; k++) result[k] = bytes[order[k]];
    return result;
  }

  /** About how many points lie in `box`: those of all cells that it touches. */
  count(box: Box): number {
    let n = 0;
    this.runs(box, (from, to) => (n += to - from));
    return n;
  }

  /** Calls `run` with stretches of the order of the cells that together hold every point of `box`, and some around it. */
  runs(box: Box, run: (from: number, to: number) => void): void {
    const [left, right] = [cell(box.x0), cell(box.x1) + 1];
    const [low, high] = [cell(box.y0), cell(box.y1)];
    if (left === 0 && right === SIDE) return run(this.first[low * SIDE], this.first[(high + 1) * SIDE]);
    for (let row = low; row <= high; row++) run(this.first[row * SIDE + left], this.first[row * SIDE + right]);
  }

  /** Calls `found` with each point in `box`, as its place in the order of the cells. */
  inBox(box: Box, found: (k: number) => void): void {
    const { x, y } = this;
    this.runs(box, (from, to) => {
      for (let k = from; k < to; k++) {
        if (x[k] >= box.x0 && x[k] <= box.x1 && y[k] >= box.y0 && y[k] <= box.y1) found(k);
      }
    });
  }

  /** The point nearest to (x, y) within an ellipse of half axes rx, ry that is shown; -1 where there is none. */
  nearest(x: number, y: number, rx: number, ry: number, { group, groups }: Shown): number {
    let best = -1;
    let least = 1;
    this.runs({ x0: x - rx, x1: x + rx, y0: y - ry, y1: y + ry }, (from, to) => {
      for (let k = from; k < to; k++) {
        const far = ((this.x[k] - x) / rx) ** 2 + ((this.y[k] - y) / ry) ** 2;
        if (far < least && groups[group[k]] > 0) {
          least = far;
          best = this.order[k];
        }
      }
    });
    return best;
  }

  /** Marks the points in `box` that are shown with 1; returns how many they are. */
  markBox(box: Box, { group, groups }: Shown, marks: Uint8Array): number {
    const { x, y, order } = this;
    const { x0, x1, y0, y1 } = box;
    let n = 0;
    this.runs(box, (from, to) => {
      for (let k = from; k < to; k++) {
        if (x[k] < x0 || x[k] > x1 || y[k] < y0 || y[k] > y1 || groups[group[k]] === 0) continue;
        marks[order[k]] = 1;
        n++;
      }
    });
    return n;
  }

  /**
   * Marks the points within a polygon of [x, y] corners, by the even-odd rule, that are shown with 1; returns how many
   * they are. Cells that no edge touches are taken or left as a whole.
   */
  markPolygon(corners: [number, number][], shown: Shown, marks: Uint8Array): number {
    const edges: Edge[] = corners.map(([x, y], at) => {
      const [fromX, fromY] = corners[(at + corners.length - 1) % corners.length];
      return [x, y, fromX, fromY];
    });
    const ys = corners.map(([, y]) => y);
    let n = 0;
    for (let row = cell(Math.min(...ys)); row <= cell(Math.max(...ys)); row++) {
      n += this.markRow(row, edges.filter(([, y, , fromY]) => Math.max(y, fromY) >= row * 256 && Math.min(y, fromY) <= row * 256 + 255), shown, marks);
    }
    return n;
  }

  /** markPolygon of one row of cells; `edges` are those that reach into it. */
  private markRow(row: number, edges: Edge[], { group, groups }: Shown, marks: Uint8Array): number {
    const { x, y, order, first } = this;
    const touched = cellsOf(row, edges);
    let n = 0;
    for (let column = 0; column < SIDE; column++) {
      const [from, to] = [first[row * SIDE + column], first[row * SIDE + column + 1]];
      const split = touched[column] === 1;
      if (from === to || (!split && !inside(edges, column * 256 + 128, row * 256 + 127.5))) continue;
      for (let k = from; k < to; k++) {
        if ((split && !inside(edges, x[k], y[k])) || groups[group[k]] === 0) continue;
        marks[order[k]] = 1;
        n++;
      }
    }
    return n;
  }
}

/** From (x, y) to (fromX, fromY). */
type Edge = [x: number, y: number, fromX: number, fromY: number];

const cell = (value: number) => Math.max(0, Math.min(SIDE - 1, Math.floor(value) >> 8));

/** The cells of a row that an edge touches, as 1. */
function cellsOf(row: number, edges: Edge[]): Uint8Array {
  const touched = new Uint8Array(SIDE);
  for (const [x, y, fromX, fromY] of edges) {
    // Where the edge enters the row and where it leaves it.
    const at = (high: number) => (y === fromY ? null : x + ((fromX - x) * (Math.max(Math.min(y, fromY), Math.min(Math.max(y, fromY), high)) - y)) / (fromY - y));
    const [a, b] = [at(row * 256) ?? x, at(row * 256 + 255) ?? fromX];
    touched.fill(1, cell(Math.min(a, b) - 1), cell(Math.max(a, b) + 1) + 1);
  }
  return touched;
}

function inside(edges: Edge[], x: number, y: number): boolean {
  let odd = false;
  for (const [toX, toY, fromX, fromY] of edges) {
    if (toY > y !== fromY > y && x < toX + ((y - toY) * (fromX - toX)) / (fromY - toY)) odd = !odd;
  }
  return odd;
}
