// Draws the points without a graphics card: each is blended into an array of pixels, and the array is shown. A million
// points take some 20 ms so, where a browser that imitates WebGL in software needs seconds.
import type { CellIndex } from "./cells";
import { boxOf, channels, fit, stroke, type Painter, type View } from "./painter";
import { MISSING } from "./points";

/** A hasty picture may take so long, in ms; what would take longer is drawn in part. */
const HASTE = 24;

/** How much of each pixel of a square a disc of `size` pixels covers, 0 to 256. */
function disc(size: number): { side: number; cover: Uint16Array } {
  const side = Math.max(1, Math.round(size));
  const cover = new Uint16Array(side * side).fill(256);
  if (side < 3) return { side, cover };
  const middle = (side - 1) / 2;
  for (let i = 0; i < cover.length; i++) {
    const far = Math.hypot((i % side) - middle, Math.floor(i / side) - middle);
    cover[i] = Math.round(256 * Math.min(1, Math.max(0, side / 2 - far + 0.5)));
  }
  return { side, cover };
}

export class Raster implements Painter {
  partial = false;
  private readonly context: CanvasRenderingContext2D;
  private x: Uint16Array = new Uint16Array();
  private y: Uint16Array = new Uint16Array();
  private look: Uint8Array = new Uint8Array();
  private cells: CellIndex | null = null;
  private readonly palette = new Uint8Array(48);
  private image: ImageData | null = null;
  /** Red, green, blue, each times alpha, and alpha, a pixel. */
  private sums = new Uint8ClampedArray();
  /** The points in view where these are few of all. */
  private listed = new Uint32Array();
  /** What a point costs, in ms. */
  private cost = 0;

  constructor(private readonly canvas: HTMLCanvasElement) {
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    this.context = context;
  }

  place(x: Uint16Array, y: Uint16Array, cells: CellIndex): void {
    [this.x, this.y, this.cells] = [x, y, cells];
  }

  dress(look: Uint8Array): void {
    this.look = look;
  }

  paint(colours: string[]): void {
    colours.slice(0, 16).forEach((colour, i) => this.palette.set(channels(colour), 3 * i));
  }

  draw(view: View, choosing: boolean, hasty: boolean): void {
    if (!this.cells || this.look.length < 2 * this.x.length) return;
    const began = performance.now();
    const ratio = fit(this.canvas);
    this.clear();
    const inView = this.cells.count(boxOf(view));
    const list = inView < 0.5 * this.x.length ? this.inView(view) : null;
    const points = list?.length ?? this.x.length;
    const every = hasty ? Math.max(1, Math.ceil((points * this.cost) / HASTE)) : 1;
    const area = this.canvas.clientWidth * this.canvas.clientHeight;
    const { size, alpha } = stroke(inView / every, area);
    this.stamp(view, list, every, 3, size * ratio, choosing ? 0.1 : 0.4 * alpha);
    const chosen = this.stamp(view, list, every, 1, size * ratio, choosing ? 0.16 : alpha);
    if (choosing) this.stamp(view, list, every, 2, (0.8 + stroke(chosen * every, area).size) * ratio, 0.95);
    this.show();
    this.partial = every > 1;
    if (every === 1) this.cost = (performance.now() - began) / Math.max(1, points);
  }

  free(): void {
    this.image = null;
  }

  private clear(): void {
    const { width, height } = this.canvas;
    if (this.image?.width !== width || this.image.height !== height) {
      this.image = this.context.createImageData(width, height);
      this.sums = new Uint8ClampedArray(4 * width * height);
    } else {
      this.sums.fill(0);
    }
  }

  private inView(view: View): Uint32Array {
    if (this.listed.length < this.x.length) this.listed = new Uint32Array(this.x.length);
    let n = 0;
    this.cells?.inBox(boxOf(view), (i) => (this.listed[n++] = i));
    return this.listed.subarray(0, n);
  }

  /**
   * Blends each `every`th of the points that look like `kind` over what is there; returns how many of those that it
   * passed over are chosen.
   */
  private stamp(view: View, list: Uint32Array | null, every: number, kind: number, size: number, alpha: number): number {
    const { x, y, look, palette, sums } = this;
    const { width, height } = this.canvas;
    const { side, cover } = disc(size);
    const weights = cover.map((share) => share * alpha);
    const [sx, sy] = [width / view.wide, height / view.high];
    const left = width / 2 - view.x * sx - side / 2 + 0.5;
    const top = height / 2 + view.y * sy - side / 2 + 0.5;
    const n = list?.length ?? x.length;
    let chosen = 0;
    for (let k = 0; k < n; k += every) {
      const i = list ? list[k] : k;
      if (look[2 * i + 1] !== kind || x[i] === MISSING || y[i] === MISSING) {
        if (look[2 * i + 1] === 2) chosen++;
        continue;
      }
      const px = Math.floor(left + x[i] * sx);
      const py = Math.floor(top - y[i] * sy);
      if (px < 0 || py < 0 || px + side > width || py + side > height) continue;
      const hue = 3 * look[2 * i];
      const red = palette[hue];
      const green = palette[hue + 1];
      const blue = palette[hue + 2];
      for (let row = 0, m = 0; row < side; row++) {
        for (let at = 4 * ((py + row) * width + px), end = at + 4 * side; at < end; at += 4, m++) {
          const w = weights[m];
          sums[at] += ((red - sums[at]) * w) >> 8;
          sums[at + 1] += ((green - sums[at + 1]) * w) >> 8;
          sums[at + 2] += ((blue - sums[at + 2]) * w) >> 8;
          sums[at + 3] += ((255 - sums[at + 3]) * w) >> 8;
        }
      }
    }
    return chosen;
  }

  /** Divides the colours by their alpha, as the canvas wants them, and shows the picture. */
  private show(): void {
    if (!this.image) return;
    const { sums } = this;
    const out = new Uint32Array(this.image.data.buffer);
    const wide = new Uint32Array(sums.buffer);
    for (let i = 0; i < out.length; i++) {
      if (wide[i] === 0) {
        out[i] = 0;
        continue;
      }
      const alpha = sums[4 * i + 3];
      const scale = 255 / Math.max(1, alpha);
      out[i] = (alpha << 24) | (Math.min(255, sums[4 * i + 2] * scale) << 16) | (Math.min(255, sums[4 * i + 1] * scale) << 8) |
        Math.min(255, sums[4 * i] * scale);
    }
    this.context.putImageData(this.image, 0, 0);
  }
}
