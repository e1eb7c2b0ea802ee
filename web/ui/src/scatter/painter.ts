// What draws the points of Explore. There are two: one lets the graphics card draw each point (gl.ts), one draws them
// itself (raster.ts), for browsers that would only imitate such a card, at a hundred times the cost.
import type { Box, CellIndex, Shown } from "./cells";
import type { Selection } from "./selection";

/** What is seen: the centre in quantised units and the widths of the view. */
export interface View {
  x: number;
  y: number;
  wide: number;
  high: number;
}

/** All points, and some room around them. */
export const WHOLE: View = { x: 32767, y: 32767, wide: 69000, high: 69000 };

/** What lies in a view. */
export const boxOf = (view: View): Box =>
  ({ x0: view.x - view.wide / 2, x1: view.x + view.wide / 2, y0: view.y - view.high / 2, y1: view.y + view.high / 2 });

export interface Painter {
  /** The points' places. */
  place(cells: CellIndex): void;
  /** What group each point is of, which groups are shown, and which points are chosen: these are shown in any case. */
  dress(shown: Shown, chosen: Selection): void;
  /** The colours of the groups, `#rrggbb`, at most 16. */
  paint(colours: string[]): void;
  /** Draws. `hasty`: things move, a part of the points may do where all of them would take too long. */
  draw(view: View, hasty: boolean): void;
  /** Whether the last picture was of a part of the points. */
  readonly partial: boolean;
  free(): void;
}

/** How large a point is drawn, in CSS pixels, and how much it covers: small and faint where there are many. */
export function stroke(inView: number, area: number): { size: number; alpha: number } {
  const room = area / Math.max(1, inView);
  return { size: Math.min(6, Math.max(1, Math.sqrt(0.34 * room))), alpha: Math.min(0.82, Math.max(0.3, 0.4 + 0.12 * Math.log2(room + 0.3))) };
}

/** The size of the canvas in device pixels, brought up to date; at most two of them a CSS pixel. */
export function fit(canvas: HTMLCanvasElement): number {
  const ratio = Math.min(2, devicePixelRatio);
  const wide = Math.max(1, Math.round(canvas.clientWidth * ratio));
  const high = Math.max(1, Math.round(canvas.clientHeight * ratio));
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  return ratio;
}

export const channels = (colour: string): [number, number, number] =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
