// Draws the points without a graphics card: each is blended into an array of pixels, and the array is shown. A million
// points take some 10 ms so, where a browser that imitates WebGL in software needs seconds.
import type { CellIndex, Shown } from "./cells";
import { boxOf, channels, fit, stroke, type Painter, type View } from "./painter";
import type { Selection } from "./selection";

/** A hasty picture may take so long, in ms; what would take longer is drawn in part. */
const HASTE = 16;

/** What `looks` holds of a point: its group, and 16 times how it is drawn (0 not at all, 1 plain, 2 chosen, 3 behind the others). */
const PLAIN = 1;
const CHOSEN = 2;
const BEHIND = 3;

/** How much of each pixel of a square a disc of `size` pixels covers, 0 to 1. */
function disc(size: number): { side: number; cover: Float32Array } {
  const side = Math.max(1, Math.round(size));
  const cover = new Float32Array(side * side).fill(1);
  if (side < 3) return { side, cover };
  const middle = (side - 1) / 2;
  for (let i = 0; i < cover.length; i++) {
    const far = Math.hypot((i % side) - middle, Math.floor(i / side) - middle);
    cover[i] = Math.min(1, Math.max(0, side / 2 - far + 0.5));
  }
  return { side, cover };
}

/** What is chosen stands out by its size too, unless there are so many that they cover each other. */
const larger = (size: number) => (size > 1 ? size + 0.8 : size);

export class Raster implements Painter {
  partial = false;
  private readonly context: CanvasRenderingContext2D;
  private cells: CellIndex | null = null;
  private shown: Shown = { group: new Uint8Array(), groups: new Uint8Array() };
  private chosen: Selection | null = null;
  /** How each point looks, in the order of the cells, and how many look like each kind; made anew when it has changed. */
  private looks = new Uint8Array();
  private kinds = new Uint32Array(4);
  private stale = true;
  private readonly palette = new Uint32Array(16);
  private image: ImageData | null = null;
  /** A pixel a number: alpha, blue, green and red from the highest byte on, each colour times alpha. */
  private sums = new Int32Array();
  /** What a point costs, in ms. */
  private cost = 0;

  constructor(private readonly canvas: HTMLCanvasElement) {
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("no canvas");
    this.context = context;
  }

  place(cells: CellIndex): void {
    this.cells = cells;
    this.stale = true;
  }

  dress(shown: Shown, chosen: Selection): void {
    this.shown = shown;
    this.chosen = chosen;
    this.stale = true;
  }

  paint(colours: string[]): void {
    colours.slice(0, 16).forEach((colour, i) => {
      const [red, green, blue] = channels(colour);
      this.palette[i] = (255 << 24) | (blue << 16) | (green << 8) | red;
    });
  }

  draw(view: View, hasty: boolean): void {
    if (!this.cells || this.shown.group.length === 0) return;
    if (this.stale) this.look(this.cells);
    const began = performance.now();
    const ratio = fit(this.canvas);
    this.clear();
    const choosing = (this.chosen?.count ?? 0) > 0;
    const points = this.cells.count(boxOf(view));
    const every = hasty ? Math.max(1, Math.ceil((points * this.cost) / HASTE)) : 1;
    const area = this.canvas.clientWidth * this.canvas.clientHeight;
    const { size, alpha } = stroke(points / every, area);
    this.stamp(view, every, BEHIND, size * ratio, choosing ? 0.1 : 0.4 * alpha);
    this.stamp(view, every, PLAIN, size * ratio, choosing ? 0.16 : alpha);
    if (choosing) this.stamp(view, every, CHOSEN, larger(stroke(Math.min(this.kinds[CHOSEN], points), area).size) * ratio, 0.95);
    this.show();
    this.partial = every > 1;
    if (points > 50000) this.cost = ((performance.now() - began) * every) / points;
  }

  free(): void {
    this.image = null;
  }

  private look(cells: CellIndex): void {
    const { group, groups } = this.shown;
    const { order } = cells;
    if (this.looks.length !== order.length) this.looks = new Uint8Array(order.length);
    const { looks } = this;
    const marks = this.chosen && this.chosen.count > 0 ? this.chosen.marks : null;
    const plain = Uint8Array.from({ length: 16 }, (_, at) => at + 16 * (groups[at] ?? 0));
    const counts = new Uint32Array(64);
    for (let k = 0; k < order.length; k++) {
      const look = marks !== null && marks[order[k]] === 1 ? group[k] + 16 * CHOSEN : plain[group[k]];
      looks[k] = look;
      counts[look]++;
    }
    this.kinds.fill(0);
    counts.forEach((n, look) => (this.kinds[look >> 4] += n));
    this.stale = false;
  }

  private clear(): void {
    const { width, height } = this.canvas;
    if (this.image?.width !== width || this.image.height !== height) {
      this.image = this.context.createImageData(width, height);
      this.sums = new Int32Array(width * height);
    } else {
      this.sums.fill(0);
    }
  }

  /** Blends each `every`th of the points that look like `kind` over what is there. */
  private stamp(view: View, every: number, kind: number, size: number, alpha: number): void {
    if (!this.cells || this.kinds[kind] === 0) return;
    const disk = disc(size);
    let skip = 0;
    this.cells.runs(boxOf(view), (from, to) => {
      if (from + skip >= to) return void (skip -= to - from);
      const last = disk.side === 1 ? this.dots(view, from + skip, to, every, kind, alpha) : this.discs(view, from + skip, to, every, kind, disk, alpha);
      skip = last - to;
    });
  }

  /** Points of one pixel: from the `from`th to before the `to`th; returns which would have been next. */
  private dots(view: View, from: number, to: number, every: number, kind: number, alpha: number): number {
    const { sums, looks } = this;
    const { x, y } = this.cells as CellIndex;
    const { width, height } = this.canvas;
    const [sx, sy] = [width / view.wide, height / view.high];
    const left = width / 2 - view.x * sx;
    const top = height / 2 + view.y * sy;
    const weight = Math.round(256 * alpha);
    const rest = 256 - weight;
    // Two bytes of a pixel are blended in one multiplication: red and blue, then green and alpha.
    const even = Int32Array.from(this.palette, (colour) => Math.imul(colour & 0xff00ff, weight) + 0x800080);
    const odd = Int32Array.from(this.palette, (colour) => Math.imul((colour >>> 8) & 0xff00ff, weight) + 0x800080);
    let k = from;
    for (; k < to; k += every) {
      const look = looks[k];
      if (look >> 4 !== kind) continue;
      const px = Math.floor(left + x[k] * sx);
      const py = Math.floor(top - y[k] * sy);
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const at = py * width + px;
      const now = sums[at];
      sums[at] = (((Math.imul(now & 0xff00ff, rest) + even[look & 15]) >>> 8) & 0xff00ff) |
        ((Math.imul((now >>> 8) & 0xff00ff, rest) + odd[look & 15]) & 0xff00ff00);
    }
    return k;
  }

  /** As `dots`, of points that cover several pixels. */
  private discs(view: View, from: number, to: number, every: number, kind: number, { side, cover }: ReturnType<typeof disc>, alpha: number): number {
    const { sums, looks, palette } = this;
    const { x, y } = this.cells as CellIndex;
    const { width, height } = this.canvas;
    const [sx, sy] = [width / view.wide, height / view.high];
    const left = width / 2 - view.x * sx - side / 2 + 0.5;
    const top = height / 2 + view.y * sy - side / 2 + 0.5;
    const weights = Int32Array.from(cover, (share) => Math.round(256 * share * alpha));
    let k = from;
    for (; k < to; k += every) {
      const look = looks[k];
      if (look >> 4 !== kind) continue;
      const px = Math.floor(left + x[k] * sx);
      const py = Math.floor(top - y[k] * sy);
      if (px < 0 || py < 0 || px + side > width || py + side > height) continue;
      const even = palette[look & 15] & 0xff00ff;
      const odd = (palette[look & 15] >>> 8) & 0xff00ff;
      for (let row = 0, m = 0; row < side; row++) {
        for (let at = (py + row) * width + px, end = at + side; at < end; at++, m++) {
          const now = sums[at];
          const weight = weights[m];
          sums[at] = (((Math.imul(now & 0xff00ff, 256 - weight) + Math.imul(even, weight) + 0x800080) >>> 8) & 0xff00ff) |
            ((Math.imul((now >>> 8) & 0xff00ff, 256 - weight) + Math.imul(odd, weight) + 0x800080) & 0xff00ff00);
        }
      }
    }
    return k;
  }

  /** Divides the colours by their alpha, as the canvas wants them, and shows the picture. */
  private show(): void {
    if (!this.image) return;
    const { sums } = this;
    const out = new Int32Array(this.image.data.buffer);
    for (let i = 0; i < out.length; i++) {
      const sum = sums[i];
      const alpha = sum >>> 24;
      if (alpha === 0) {
        out[i] = 0;
        continue;
      }
      const scale = 255 / alpha;
      out[i] = (alpha << 24) | (Math.min(255, ((sum >> 16) & 255) * scale) << 16) | (Math.min(255, ((sum >> 8) & 255) * scale) << 8) |
        Math.min(255, (sum & 255) * scale);
    }
    this.context.putImageData(this.image, 0, 0);
  }
}
