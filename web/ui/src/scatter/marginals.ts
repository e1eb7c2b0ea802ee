// How many of the points that are shown lie in any strip of the picture: counted once, then every view is a subtraction.
import type { CellIndex, Shown } from "./cells";

const STEPS = 65536;

export class Marginals {
  /** Points below each quantised value. */
  private readonly belowX = new Uint32Array(STEPS + 1);
  private readonly belowY = new Uint32Array(STEPS + 1);

  constructor(cells: CellIndex, { group, groups }: Shown) {
    const { x, y } = cells;
    const { belowX, belowY } = this;
    const hides = groups.includes(0);
    for (let k = 0; k < x.length; k++) {
      if (hides && groups[group[k]] === 0) continue;
      belowX[x[k] + 1]++;
      belowY[y[k] + 1]++;
    }
    for (let at = 0; at < STEPS; at++) {
      belowX[at + 1] += belowX[at];
      belowY[at + 1] += belowY[at];
    }
  }

  /** The points in each of `strips` strips of a view of width `span` about `middle`. */
  along(axis: "x" | "y", middle: number, span: number, strips: number): Uint32Array {
    const below = axis === "x" ? this.belowX : this.belowY;
    const at = (strip: number) => below[Math.max(0, Math.min(STEPS, Math.ceil(middle + (strip / strips - 0.5) * span)))];
    return Uint32Array.from({ length: strips }, (_, strip) => at(strip + 1) - at(strip));
  }
}
