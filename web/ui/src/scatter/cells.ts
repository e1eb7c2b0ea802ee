// Points sorted into 256 x 256 cells of their plane: the nearest point and the points of a region without a look at all.
import { MISSING } from "./points";

const SIDE = 256;

/** A region in quantised units, 0 to 65534 each way. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export class CellIndex {
  private readonly first = new Uint32Array(SIDE * SIDE + 1);
  private readonly order: Uint32Array;
  /** Points that have both coordinates. */
  readonly shown: number;

  constructor(
    private readonly x: Uint16Array,
    private readonly y: Uint16Array,
  ) {
    const n = x.length;
    let shown = 0;
    for (let i = 0; i < n; i++) {
      if (x[i] === MISSING || y[i] === MISSING) continue;
      this.first[((y[i] >> 8) << 8) + (x[i] >> 8) + 1]++;
      shown++;
    }
    for (let cell = 0; cell < SIDE * SIDE; cell++) this.first[cell + 1] += this.first[cell];
    const next = this.first.slice(0, -1);
    this.order = new Uint32Array(shown);
    for (let i = 0; i < n; i++) {
      if (x[i] !== MISSING && y[i] !== MISSING) this.order[next[((y[i] >> 8) << 8) + (x[i] >> 8)]++] = i;
    }
    this.shown = shown;
  }

  /** About how many points lie in `box`: those of all cells that it touches. */
  count(box: Box): number {
    let n = 0;
    for (let row = cell(box.y0); row <= cell(box.y1); row++) {
      n += this.first[row * SIDE + cell(box.x1) + 1] - this.first[row * SIDE + cell(box.x0)];
    }
    return n;
  }

  /** Calls `found` with each point in `box`. */
  inBox(box: Box, found: (i: number) => void): void {
    for (let row = cell(box.y0); row <= cell(box.y1); row++) {
      for (let at = this.first[row * SIDE + cell(box.x0)]; at < this.first[row * SIDE + cell(box.x1) + 1]; at++) {
        const i = this.order[at];
        if (this.x[i] >= box.x0 && this.x[i] <= box.x1 && this.y[i] >= box.y0 && this.y[i] <= box.y1) found(i);
      }
    }
  }

  /** The point nearest to (x, y) within an ellipse of half axes rx, ry that `passes`; -1 where there is none. */
  nearest(x: number, y: number, rx: number, ry: number, passes: (i: number) => boolean): number {
    let best = -1;
    let least = 1;
    this.inBox({ x0: x - rx, x1: x + rx, y0: y - ry, y1: y + ry }, (i) => {
      const far = ((this.x[i] - x) / rx) ** 2 + ((this.y[i] - y) / ry) ** 2;
      if (far < least && passes(i)) {
        least = far;
        best = i;
      }
    });
    return best;
  }

  /** The points within a polygon of [x, y] corners, by the even-odd rule. */
  inPolygon(corners: [number, number][], passes: (i: number) => boolean): number[] {
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    const result: number[] = [];
    this.inBox({ x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) }, (i) => {
      if (passes(i) && inside(xs, ys, this.x[i], this.y[i])) result.push(i);
    });
    return result;
  }
}

const cell = (value: number) => Math.max(0, Math.min(SIDE - 1, Math.floor(value) >> 8));

function inside(xs: number[], ys: number[], x: number, y: number): boolean {
  let odd = false;
  for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
    if (ys[i] > y !== ys[j] > y && x < xs[i] + ((y - ys[i]) * (xs[j] - xs[i])) / (ys[j] - ys[i])) odd = !odd;
  }
  return odd;
}
